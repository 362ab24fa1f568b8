//! Of the styles of a workbook only the number formats matter: they tell dates and shares from numbers.
//! The rest (a font may have a name of a megabyte, copied for each of its uses) is left out.

use super::shown::Shown;
use super::xml;
use dti_formats::{BookFault, BookFaultKind};
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Most formats of cells; Excel allows 65,490.
const MOST_FORMATS: usize = 65_490;
/// Most formats of numbers of one's own; Excel allows some 250.
const MOST_OWN: usize = 1_000;
/// Longest format of a number, as in Excel.
const LONGEST: usize = 255;

/// A `styles.xml` with the number formats only, and what each of its formats of cells makes of a
/// number.
pub(super) fn reduced(text: &str) -> Result<(String, Vec<Shown>), BookFault> {
    let damaged = || BookFault::from(BookFaultKind::Damaged);
    let mut reader = xml::reader(text);
    let (mut own, mut cells) = (String::new(), String::new());
    let (mut codes, mut ids) = (BTreeMap::new(), Vec::new());
    let mut own_count = 0;
    let mut is_in_cells = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => match tag.local_name().as_ref() {
                "numFmt" => {
                    let id = xml::attribute(&tag, "numFmtId").unwrap_or_default();
                    let code = xml::attribute(&tag, "formatCode").unwrap_or_default();
                    own_count += 1;
                    if id.len() + code.len() <= LONGEST {
                        push(
                            &mut own,
                            format_args!("<numFmt numFmtId=\"{id}\" formatCode=\"{code}\"/>"),
                        );
                        let code = xml::text(&tag, "formatCode").unwrap_or_default();
                        codes.insert(id.parse().unwrap_or(0), Shown::of_code(&code));
                    }
                }
                "cellXfs" => is_in_cells = true,
                "xf" if is_in_cells => {
                    let id = xml::attribute(&tag, "numFmtId").filter(|id| id.len() <= LONGEST);
                    let id = id.unwrap_or_else(|| "0".to_owned());
                    push(&mut cells, format_args!("<xf numFmtId=\"{id}\"/>"));
                    ids.push(id.parse::<u32>().unwrap_or(0));
                }
                _ => {}
            },
            Ok(Event::End(tag)) => is_in_cells &= tag.local_name().as_ref() != "cellXfs",
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) => return Err(damaged()),
        }
        if own_count > MOST_OWN || ids.len() > MOST_FORMATS {
            return Err(damaged());
        }
    }
    let shown = |id: &u32| codes.get(id).copied().unwrap_or_else(|| Shown::of_id(*id));
    let shown = ids.iter().map(shown).collect();
    let reduced =
        format!("<styleSheet><numFmts>{own}</numFmts><cellXfs>{cells}</cellXfs></styleSheet>");
    Ok((reduced, shown))
}

/// Writing to a text cannot fail.
fn push(text: &mut String, what: std::fmt::Arguments<'_>) {
    text.write_fmt(what).unwrap_or_default();
}

#[cfg(test)]
mod tests {
    use super::reduced;

    #[test]
    fn only_number_formats_are_left() {
        let given = "<styleSheet xmlns='x'><numFmts count='1'><numFmt numFmtId='164' \
            formatCode='dd\"/\"mm'/></numFmts><fonts><font><name val='Arial'/></font></fonts>\
            <cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs><xf numFmtId='0' fontId='0'>\
            <alignment/></xf><xf numFmtId='164'/><xf/></cellXfs></styleSheet>";
        assert_eq!(
            reduced(given).unwrap().0,
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd&quot;/&quot;mm\"/>\
             </numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"0\"/>\
             </cellXfs></styleSheet>"
        );
    }

    #[test]
    fn styles_without_end_are_refused() {
        let many = format!("<cellXfs>{}</cellXfs>", "<xf/>".repeat(70_000));
        assert!(reduced(&many).is_err());
    }
}
