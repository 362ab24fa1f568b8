//! The XML of a workbook, read one event at a time.

use dti_formats::{BookFault, BookFaultKind};
use quick_xml::Reader;
use quick_xml::events::BytesStart;

/// A part as text: UTF-8 without control characters and without definitions of entities, which is all
/// that spreadsheets write.
pub(super) fn checked(content: &[u8]) -> Result<&str, BookFault> {
    let is_control = |byte: &u8| *byte < b' ' && !b"\t\n\r".contains(byte);
    let text = std::str::from_utf8(content).ok();
    let text = text.filter(|text| {
        let defines = text.contains("<!DOCTYPE") || text.contains("<!ENTITY");
        !defines && !content.iter().any(is_control)
    });
    text.ok_or_else(|| BookFaultKind::Damaged.into())
}

/// A reader that takes an empty element for one that begins and ends, as the library does.
pub(super) fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    reader
}

/// The value of an attribute as it stands there, fit for double quotes; its prefix is no matter.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag
        .attributes()
        .flatten()
        .find(|own| own.key.local_name().as_ref() == name)?;
    Some(found.value.replace('"', "&quot;").replace('<', ""))
}

/// An attribute as it is meant.
pub(super) fn text(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let written = attribute(tag, name)?;
    let meant = quick_xml::escape::unescape(&written);
    Some(meant.map_or_else(|_broken| written.clone(), std::borrow::Cow::into_owned))
}

/// Whether an attribute says yes.
pub(super) fn is_set(tag: &BytesStart<'_>, name: &str) -> bool {
    attribute(tag, name).is_some_and(|value| ["1", "true", "on"].contains(&value.as_str()))
}

/// Whether an attribute is a number that is nothing.
pub(super) fn is_zero(tag: &BytesStart<'_>, name: &str) -> bool {
    let value = attribute(tag, name).and_then(|value| value.parse::<f64>().ok());
    value.is_some_and(|value| value <= 0.0)
}

#[cfg(test)]
mod tests {
    use super::checked;

    #[test]
    fn only_plain_text_passes() {
        assert!(checked("<a>Huế\t\r\n</a>".as_bytes()).is_ok());
        for bad in [
            &b"<a>\0</a>"[..],
            b"<a>\x1b(B</a>",
            b"\xff\xfe<\0a\0",
            b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        ] {
            assert!(checked(bad).is_err());
        }
    }
}
