//! What the library gets to see: an archive written here, not packed, of the parts that hold cells.
//! Numbers by which a file could ask for memory that it does not fill are taken out of it.

use super::archive::Part;
use super::styles;
use crate::files::{BookFault, BookFaultKind, MOST_PARTS};
use quick_xml::Reader;
use quick_xml::events::Event;

/// Largest part that lists parts; that of 64 sheets has 10 KB.
const MOST_RELATIONS: usize = 100_000;
/// Largest list of sheets, with the names of ranges that often stand there.
const MOST_LIST: usize = 1_000_000;
/// The library reserves memory for as many texts as this claims.
const CLAIM: &[u8] = b"uniqueCount";

/// An archive with the same parts, as far as they matter for cells.
pub(super) fn archive(parts: Vec<Part>) -> Result<Vec<u8>, BookFault> {
    let mut kept = Vec::with_capacity(parts.len());
    for mut part in parts {
        let name = part.name.to_ascii_lowercase();
        let file = name.rsplit('/').next().unwrap_or_default();
        let is_needed = name.ends_with(".xml") || name.ends_with(".rels");
        if !is_needed || file.starts_with("theme") {
            continue;
        }
        check_text(&part.content)?;
        if file.ends_with(".rels") && part.content.len() > MOST_RELATIONS {
            return Err(BookFaultKind::UnpacksTooLarge.into());
        }
        match file {
            "styles.xml" => part.content = styles::reduced(text(&part.content)?)?.into_bytes(),
            "sharedstrings.xml" => forget(&mut part.content, CLAIM),
            "workbook.xml" => check_list(&part.content)?,
            _ => {}
        }
        kept.push(part);
    }
    Ok(written(&kept))
}

fn text(content: &[u8]) -> Result<&str, BookFault> {
    std::str::from_utf8(content).map_err(|_other| BookFaultKind::Damaged.into())
}

/// UTF-8 without control characters and without definitions of entities: all that spreadsheets
/// write.
fn check_text(content: &[u8]) -> Result<(), BookFault> {
    let is_control = |byte: &u8| *byte < b' ' && !b"\t\n\r".contains(byte);
    let text = text(content)?;
    match text.contains("<!DOCTYPE") || text.contains("<!ENTITY") || content.iter().any(is_control)
    {
        true => Err(BookFaultKind::Damaged.into()),
        false => Ok(()),
    }
}

/// Sheets share the address of a part, so many sheets with a long one could fill the memory.
fn check_list(content: &[u8]) -> Result<(), BookFault> {
    if content.len() > MOST_LIST {
        return Err(BookFaultKind::UnpacksTooLarge.into());
    }
    let mut reader = Reader::from_str(text(content)?);
    reader.config_mut().check_end_names = false;
    let mut count = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                count += usize::from(tag.local_name().as_ref() == "sheet");
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) => return Err(BookFaultKind::Damaged.into()),
        }
    }
    match count > MOST_PARTS {
        true => Err(BookFaultKind::TooManySheets.into()),
        false => Ok(()),
    }
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
    use super::{Part, check_text, forget, written};
    use crate::sheets_in::archive::parts;

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

    #[test]
    fn only_plain_text_passes() {
        assert!(check_text("<a>Huế\t\r\n</a>".as_bytes()).is_ok());
        for bad in [
            &b"<a>\0</a>"[..],
            b"<a>\x1b(B</a>",
            b"\xff\xfe<\0a\0",
            b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        ] {
            assert!(check_text(bad).is_err());
        }
    }
}
