//! Other files that are brought as workbooks: recognised by their first bytes, whatever their name.

use super::archive::Part;
use dti_formats::{BookFault, BookFaultKind, MOST_BYTES};

/// What every archive begins with.
const ARCHIVE: &[u8] = b"PK\x03\x04";
/// The container of old Office files, and of encrypted new ones.
const OLD_OFFICE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const PICTURES: [&[u8]; 6] = [
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"BM",
    b"II*\0",
];
/// How far into a file it is looked at.
const LOOKED_AT: usize = 1_000;

/// Lets only archives pass: what a workbook is.
pub(super) fn check(bytes: &[u8]) -> Result<(), BookFault> {
    if bytes.len() > MOST_BYTES {
        return Err(BookFaultKind::TooLarge.into());
    }
    if bytes.starts_with(ARCHIVE) {
        return Ok(());
    }
    Err(BookFault::from(kind_of(bytes)))
}

fn kind_of(bytes: &[u8]) -> BookFaultKind {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let start = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    if bytes.is_empty() {
        BookFaultKind::NoBytes
    } else if bytes.starts_with(b"PK") {
        // An archive without entries, or in several volumes.
        BookFaultKind::Damaged
    } else if bytes.starts_with(OLD_OFFICE) {
        match holds(bytes, &wide("EncryptedPackage")) {
            true => BookFaultKind::Encrypted,
            false => BookFaultKind::OldExcel,
        }
    } else if PICTURES.iter().any(|mark| bytes.starts_with(mark)) {
        BookFaultKind::Picture
    } else if bytes.starts_with(b"%PDF") {
        BookFaultKind::Pdf
    } else if start.trim_ascii_start().starts_with(b"<") {
        BookFaultKind::WebPage
    } else if is_text(start) {
        BookFaultKind::PlainText
    } else {
        BookFaultKind::AnotherKind
    }
}

/// Archives that hold something else than an XLSX workbook.
pub(super) fn check_parts(parts: &[Part]) -> Result<(), BookFault> {
    let has = |name: &str| {
        parts
            .iter()
            .any(|part| part.name.eq_ignore_ascii_case(name))
    };
    let types = |mark: &[u8]| {
        let mut parts = parts.iter();
        let types = parts.find(|part| part.name.eq_ignore_ascii_case("[Content_Types].xml"));
        types.is_some_and(|types| holds(&types.content, mark))
    };
    let kind = if parts.iter().any(|part| part.name.ends_with("workbook.bin")) {
        BookFaultKind::BinaryExcel
    } else if has("xl/workbook.xml") || types(b"spreadsheetml") || types(b"ms-excel") {
        return Ok(());
    } else if has("content.xml") && has("mimetype") {
        BookFaultKind::OpenDocument
    } else {
        BookFaultKind::AnotherKind
    };
    Err(kind.into())
}

/// Whether it can be read as a text: UTF-8 without NUL, give or take a letter cut at the end, or
/// UTF-16 with a byte order mark.
fn is_text(start: &[u8]) -> bool {
    if start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff") {
        return true;
    }
    let is_utf8 = match std::str::from_utf8(start) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    };
    is_utf8 && !start.contains(&0)
}

fn holds(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}

/// As names stand in old Office files.
fn wide(name: &str) -> Vec<u8> {
    name.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::{OLD_OFFICE, check, kind_of, wide};
    use dti_formats::{BookFaultKind, MOST_BYTES};

    #[test]
    fn other_files_are_told_by_their_first_bytes() {
        let old = [OLD_OFFICE, &[0; 600]].concat();
        let locked = [OLD_OFFICE, &[0; 600], &wide("EncryptedPackage")].concat();
        let vietnamese = "Tỉnh;Điểm\n".repeat(200);
        for (bytes, kind) in [
            (&b""[..], BookFaultKind::NoBytes),
            (&old, BookFaultKind::OldExcel),
            (&locked, BookFaultKind::Encrypted),
            (b"\x89PNG\r\n\x1a\n\0\0\0\x0d", BookFaultKind::Picture),
            (b"\xff\xd8\xff\xe0", BookFaultKind::Picture),
            (b"%PDF-1.7", BookFaultKind::Pdf),
            (b"\xef\xbb\xbf  <!DOCTYPE html>", BookFaultKind::WebPage),
            (b"<html>", BookFaultKind::WebPage),
            (vietnamese.as_bytes(), BookFaultKind::PlainText),
            (b"\xff\xfea\0b\0", BookFaultKind::PlainText),
            (b"a\0\x01\x02", BookFaultKind::AnotherKind),
            (b"PK\x05\x06", BookFaultKind::Damaged),
        ] {
            assert_eq!(kind_of(bytes), kind, "{kind:?}");
        }
    }

    #[test]
    fn a_large_file_is_refused_unread() {
        let fault = check(&vec![0; MOST_BYTES + 1]).unwrap_err();
        assert_eq!(fault.kind, BookFaultKind::TooLarge);
    }
}
