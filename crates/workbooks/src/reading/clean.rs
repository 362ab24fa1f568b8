//! What the library gets to see: an archive written here, not packed, of the parts that hold cells, under
//! names given here. Numbers by which a file could ask for memory that it does not fill are taken out
//! of it.

use super::archive::Part;
use super::frame::Frame;
use super::layout::Layout;
use super::{lifted, styles, xml};
use dti_formats::BookFault;
use std::collections::BTreeMap;

/// The library reserves memory for as many texts as this claims.
const CLAIM: &[u8] = b"uniqueCount";
const PACKAGE: &str = "<Relationships><Relationship Id=\"r\" Type=\"x/relationships/officeDocument\" \
    Target=\"xl/workbook.xml\"/></Relationships>";

/// A workbook for the library, and what the library does not tell of it.
pub(super) struct Cleaned {
    pub(super) archive: Vec<u8>,
    /// How each sheet is laid out, by the place of its part.
    pub(super) layouts: BTreeMap<usize, Layout>,
}

/// Writes a workbook anew, as far as its parts matter for cells.
pub(super) fn cleaned(parts: &[Part], frame: &Frame) -> Result<Cleaned, BookFault> {
    let content = |place: usize| parts.get(place).map_or(&[][..], |part| &part.content);
    let mut kept = vec![
        part("_rels/.rels", PACKAGE.to_owned()),
        part("xl/workbook.xml", list(frame)),
        part("xl/_rels/workbook.xml.rels", relations(frame)),
    ];
    let mut shown = Vec::new();
    if let Some(place) = frame.styles {
        let (reduced, own) = styles::reduced(xml::checked(content(place))?)?;
        shown = own;
        kept.push(part("xl/styles.xml", reduced));
    }
    if let Some(place) = frame.strings {
        let mut strings = part("xl/sharedStrings.xml", marked(content(place))?);
        forget(&mut strings.content, CLAIM);
        kept.push(strings);
    }
    let mut layouts = BTreeMap::new();
    for sheet in &frame.sheets {
        // Sheets may share a part, which is still one.
        if layouts.contains_key(&sheet.part) {
            continue;
        }
        let text = xml::checked(content(sheet.part))?;
        layouts.insert(sheet.part, Layout::of(text, &shown)?);
        kept.push(part(&sheet_name(sheet.part), marked(content(sheet.part))?));
    }
    Ok(Cleaned {
        archive: written(&kept),
        layouts,
    })
}

fn part(name: &str, text: String) -> Part {
    Part {
        name: name.to_owned(),
        content: text.into_bytes(),
    }
}

/// A part with marks around what is raised or lowered in it.
fn marked(content: &[u8]) -> Result<String, BookFault> {
    let text = xml::checked(content)?;
    Ok(lifted::marked(text).unwrap_or_else(|| text.to_owned()))
}

fn sheet_name(part: usize) -> String {
    format!("xl/worksheets/s{part}.xml")
}

/// The list of sheets.
fn list(frame: &Frame) -> String {
    let sheet = |(place, sheet): (usize, &super::frame::Listed)| {
        let name = &sheet.name;
        format!("<sheet name=\"{name}\" sheetId=\"{place}\" r:id=\"r{place}\"/>")
    };
    let sheets: String = frame.sheets.iter().enumerate().map(sheet).collect();
    let epoch = u8::from(frame.is_1904);
    format!("<workbook><workbookPr date1904=\"{epoch}\"/><sheets>{sheets}</sheets></workbook>")
}

/// Which part holds which sheet.
fn relations(frame: &Frame) -> String {
    let relation = |(place, sheet): (usize, &super::frame::Listed)| {
        let target = sheet_name(sheet.part);
        format!("<Relationship Id=\"r{place}\" Type=\"x/worksheet\" Target=\"/{target}\"/>")
    };
    let relations: String = frame.sheets.iter().enumerate().map(relation).collect();
    format!("<Relationships>{relations}</Relationships>")
}

/// Overwrites every place of a word.
fn forget(content: &mut [u8], word: &[u8]) {
    let mut left = content;
    while let Some(start) = left.windows(word.len()).position(|part| part == word) {
        let (_, from) = left.split_at_mut(start);
        let (found, after) = from.split_at_mut(word.len());
        found.fill(b'x');
        left = after;
    }
}

/// Parts as an archive in which nothing is packed.
fn written(parts: &[Part]) -> Vec<u8> {
    let size = parts.iter().map(|part| part.content.len() + 200).sum();
    let (mut archive, mut list) = (Vec::with_capacity(size), Vec::new());
    for Part { name, content } in parts {
        let mut sum = flate2::Crc::new();
        sum.update(content);
        let size = number(content.len());
        let name_length = short(name.len());
        // Version 2.0, no flags, not packed, no time.
        let mut head = [20, 0, 0, 0, 0, 0, 0, 0, 0, 0].to_vec();
        for field in [sum.sum().to_le_bytes(), size, size] {
            head.extend(field);
        }
        head.extend(name_length);
        list.extend(b"PK\x01\x02\x14\0");
        list.extend(&head);
        // No more fields, no remark, first volume, no attributes.
        list.extend([0; 12]);
        list.extend(number(archive.len()));
        list.extend(name.as_bytes());
        archive.extend(b"PK\x03\x04");
        archive.extend(&head);
        archive.extend([0; 2]);
        archive.extend(name.as_bytes());
        archive.extend(content);
    }
    let start = archive.len();
    archive.extend(&list);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend(short(parts.len()));
    archive.extend(short(parts.len()));
    archive.extend(number(list.len()));
    archive.extend(number(start));
    archive.extend([0; 2]);
    archive
}

/// Lengths are bounded far below by the limits of the file.
fn number(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes()
}

fn short(length: usize) -> [u8; 2] {
    u16::try_from(length).unwrap_or(u16::MAX).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::{Part, forget, written};
    use crate::reading::archive::parts;

    #[test]
    fn what_is_written_is_read_again() {
        let part = |name: &str, content: &[u8]| Part {
            name: name.to_owned(),
            content: content.to_vec(),
        };
        let given = [part("a.xml", b"<a/>"), part("b/c.rels", b"")];
        let read = parts(&written(&given)).unwrap();
        let read: Vec<_> = read.iter().map(|p| (&p.name[..], &p.content[..])).collect();
        assert_eq!(read, [("a.xml", &b"<a/>"[..]), ("b/c.rels", b"")]);
    }

    #[test]
    fn claims_are_forgotten_wherever_they_stand() {
        let mut content = b"<sst a='>' uniqueCount='9'><si/>uniqueCount".to_vec();
        forget(&mut content, b"uniqueCount");
        assert_eq!(content, b"<sst a='>' xxxxxxxxxxx='9'><si/>xxxxxxxxxxx");
    }
}
