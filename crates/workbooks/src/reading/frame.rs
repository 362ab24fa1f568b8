//! What a workbook consists of: its sheets in their order with the parts that hold them, and the parts
//! that they share. Names of parts are found as programs write them: from the root or from beside,
//! in any case.

use super::archive::Part;
use super::xml;
use dti_formats::{BookFault, BookFaultKind, BookRemarkKind, MOST_PARTS};
use quick_xml::events::Event;

/// Largest part that lists parts; that of 64 sheets has 10 KB.
const MOST_RELATIONS: usize = 100_000;
/// Largest list of sheets, with the names of ranges that often stand there.
const MOST_LIST: usize = 1_000_000;

/// A workbook's sheets, and where in the archive their parts are.
#[derive(Default)]
pub(super) struct Frame {
    /// Those that show.
    pub(super) sheets: Vec<Listed>,
    /// Names of those that do not, and why.
    pub(super) unread: Vec<(BookRemarkKind, String)>,
    /// The texts that cells refer to.
    pub(super) strings: Option<usize>,
    /// How numbers are shown.
    pub(super) styles: Option<usize>,
    /// Whether days are counted from 1904.
    pub(super) is_1904: bool,
}

/// A sheet with cells.
pub(super) struct Listed {
    /// Its name as it stands in the file, fit for double quotes.
    pub(super) name: String,
    /// The place of its part.
    pub(super) part: usize,
}

/// A part that another one refers to.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

impl Frame {
    /// Puts a sheet among those that are read, if it shows and is there.
    fn list(&mut self, sheet: InList, part: Option<usize>) {
        match part {
            _ if sheet.is_hidden => {
                let unread = (BookRemarkKind::HiddenSheet, sheet.shown_name);
                self.unread.push(unread);
            }
            Some(part) => self.sheets.push(Listed {
                name: sheet.name,
                part,
            }),
            None => {
                let unread = (BookRemarkKind::LostSheet, sheet.shown_name);
                self.unread.push(unread);
            }
        }
    }
}

fn damaged() -> BookFault {
    BookFaultKind::Damaged.into()
}

/// Finds the sheets of a workbook among its parts.
pub(super) fn frame(parts: &[Part]) -> Result<Frame, BookFault> {
    let find = |name: &str| {
        let is_it = |part: &Part| part.name.eq_ignore_ascii_case(name);
        parts.iter().position(is_it)
    };
    let relations = |name: &str| match find(name).and_then(|place| parts.get(place)) {
        Some(part) => relations(part),
        None => Ok(Vec::new()),
    };
    let package = relations("_rels/.rels")?;
    let is_book = |own: &&Relation| own.kind == "officeDocument";
    let book = package.iter().find(is_book);
    let book = book.map_or_else(
        || "xl/workbook.xml".to_owned(),
        |own| resolved("", &own.target),
    );
    let (folder, file) = book.rsplit_once('/').unwrap_or(("", &book));
    let beside = |name: &str| resolved(folder, name);
    let list = find(&book).and_then(|place| parts.get(place));
    let list = listed(list.ok_or_else(damaged)?)?;
    let relations = relations(&beside(&format!("_rels/{file}.rels")))?;
    let shared = |kind: &str, name: &str| {
        let named = relations.iter().find(|own| own.kind == kind);
        let named = named.and_then(|own| find(&beside(&own.target)));
        named.or_else(|| find(&beside(name)))
    };
    let mut frame = Frame {
        strings: shared("sharedStrings", "sharedStrings.xml"),
        styles: shared("styles", "styles.xml"),
        is_1904: list.is_1904,
        ..Frame::default()
    };
    for (sheet, number) in list.sheets.into_iter().zip(1..) {
        let own = relations.iter().find(|own| own.id == sheet.id);
        // Charts and macros have sheets of their own without cells.
        if own.is_none_or(|own| own.kind == "worksheet") {
            let usual = || format!("worksheets/sheet{number}.xml");
            let target = own.map_or_else(usual, |own| own.target.clone());
            frame.list(sheet, find(&beside(&target)));
        }
    }
    let is_lost = |(kind, _): &(BookRemarkKind, String)| *kind == BookRemarkKind::LostSheet;
    if frame.sheets.is_empty() && frame.unread.iter().any(is_lost) {
        return Err(damaged());
    }
    Ok(frame)
}

/// A name as seen from a folder.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let whole = match target.strip_prefix('/') {
        Some(from_root) => from_root.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

fn relations(part: &Part) -> Result<Vec<Relation>, BookFault> {
    if part.content.len() > MOST_RELATIONS {
        return Err(BookFaultKind::UnpacksTooLarge.into());
    }
    let mut relations = Vec::new();
    let mut reader = xml::reader(xml::checked(&part.content)?);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) if tag.local_name().as_ref() == "Relationship" => {
                let own = |name: &str| xml::text(&tag, name).unwrap_or_default();
                let kind = own("Type");
                relations.push(Relation {
                    id: own("Id"),
                    kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                    target: own("Target"),
                });
            }
            Ok(Event::Eof) => return Ok(relations),
            Ok(_) => {}
            Err(_) => return Err(damaged()),
        }
    }
}

/// The list of sheets as it stands in the file.
#[derive(Default)]
struct List {
    sheets: Vec<InList>,
    is_1904: bool,
}

struct InList {
    name: String,
    shown_name: String,
    id: String,
    is_hidden: bool,
}

fn listed(part: &Part) -> Result<List, BookFault> {
    if part.content.len() > MOST_LIST {
        return Err(BookFaultKind::UnpacksTooLarge.into());
    }
    let mut list = List::default();
    let mut reader = xml::reader(xml::checked(&part.content)?);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => match tag.local_name().as_ref() {
                "sheet" => list.sheets.push(InList {
                    name: xml::attribute(&tag, "name").unwrap_or_default(),
                    shown_name: xml::text(&tag, "name").unwrap_or_default(),
                    id: xml::text(&tag, "id").unwrap_or_default(),
                    is_hidden: xml::attribute(&tag, "state")
                        .is_some_and(|state| state != "visible"),
                }),
                "workbookPr" => list.is_1904 |= xml::is_set(&tag, "date1904"),
                _ => {}
            },
            Ok(Event::Eof) => return Ok(list),
            Ok(_) => {}
            Err(_) => return Err(damaged()),
        }
        // Sheets share the address of a part, so many sheets with a long one could fill the memory.
        if list.sheets.len() > MOST_PARTS {
            return Err(BookFaultKind::TooManySheets.into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn parts_are_named_from_the_root_or_from_beside() {
        for (folder, target, name) in [
            ("xl", "worksheets/s.xml", "xl/worksheets/s.xml"),
            ("xl", "/xl/worksheets/s.xml", "xl/worksheets/s.xml"),
            ("xl", "worksheets\\s.xml", "xl/worksheets/s.xml"),
            ("xl", "../xl/./s.xml", "xl/s.xml"),
            ("", "/xl/workbook.xml", "xl/workbook.xml"),
            ("xl", "../../../s.xml", "s.xml"),
        ] {
            assert_eq!(resolved(folder, target), name);
        }
    }
}
