//! An archive (ZIP) is read with nothing of it believed: sizes are counted, entries may not overlap,
//! nothing may stand outside of them, and everything stops at the first excess.

use dti_formats::{
    BookFault, BookFaultKind, MOST_PART_BYTES, MOST_PARTS, MOST_RATIO, MOST_UNPACKED_BYTES,
};
use std::io::Read as _;

/// A part of the archive, unpacked.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) content: Vec<u8>,
}

/// Ends every archive: where its list stands.
const END: &[u8] = b"PK\x05\x06";
const END_LENGTH: usize = 22;
/// Stand before [`END`] in archives of the large form (zip64), which some programs always write: the
/// end record with longer numbers, then where it begins.
const LARGE_END: &[u8] = b"PK\x06\x06";
const LARGE_END_LENGTH: usize = 56;
const LARGE_POINTER: &[u8] = b"PK\x06\x07";
const LARGE_POINTER_LENGTH: usize = 20;
/// What stands in a field of the small form whose number is in the large one.
const ELSEWHERE: usize = 0xffff_ffff;
/// Marks the large numbers among the further fields of an entry.
const LARGE_FIELD: usize = 1;
/// Begins an entry of the list, and the entry itself.
const LISTED: &[u8] = b"PK\x01\x02";
const ENTRY: &[u8] = b"PK\x03\x04";
const ENTRY_LENGTH: usize = 30;
/// Longest remark at the end of an archive.
const LONGEST_REMARK: usize = 65_535;
/// Small parts may shrink as much as they like.
const SMALL: usize = 100_000;

/// What is wrong; the sentence for the reader is the same.
fn damaged() -> BookFault {
    BookFaultKind::Damaged.into()
}

/// An entry as the list describes it.
struct Listed {
    name: String,
    is_packed: bool,
    packed: usize,
    unpacked: usize,
    start: usize,
}

/// Every part that a workbook's text can stand in, unpacked.
pub(super) fn parts(bytes: &[u8]) -> Result<Vec<Part>, BookFault> {
    let (entries, list_start) = list(bytes)?;
    let mut ranges = Vec::with_capacity(entries.len());
    let mut parts: Vec<Part> = Vec::new();
    let mut left = MOST_UNPACKED_BYTES;
    for entry in entries {
        let content = content(bytes, &entry, list_start)?;
        ranges.push((entry.start, content.end));
        let is_same = |other: &Part| other.name.eq_ignore_ascii_case(&entry.name);
        if parts.iter().any(is_same) {
            return Err(damaged());
        }
        let packed = bytes.get(content).ok_or_else(damaged)?;
        let unpacked = match is_text(&entry.name) {
            true => unpack(&entry, packed, left)?,
            // Pictures and the like are not looked at.
            false => Vec::new(),
        };
        left -= unpacked.len();
        parts.push(Part {
            name: entry.name,
            content: unpacked,
        });
    }
    ranges.sort_unstable();
    let follows = |pair: &[(usize, usize)]| match pair {
        [before, after] => before.1 <= after.0,
        _ => true,
    };
    match ranges.windows(2).all(follows) {
        true => Ok(parts),
        false => Err(damaged()),
    }
}

fn is_text(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default();
    let is_one = |one: &&str| ending.eq_ignore_ascii_case(one);
    ["xml", "rels"].iter().any(is_one) || name == "mimetype"
}

/// Where an archive's list of entries stands.
struct Place {
    count: usize,
    size: usize,
    start: usize,
    /// Where the end records begin: right behind the list.
    end: usize,
}

/// The entries as the archive's list has them, and where the list begins.
fn list(bytes: &[u8]) -> Result<(Vec<Listed>, usize), BookFault> {
    let end = end(bytes).ok_or_else(damaged)?;
    let pointer = end.checked_sub(LARGE_POINTER_LENGTH);
    let place = match pointer.filter(|&pointer| has(bytes, pointer, LARGE_POINTER)) {
        Some(pointer) => large_place(bytes, pointer),
        None => small_place(bytes, end),
    };
    let place = place.ok_or_else(damaged)?;
    if place.start.checked_add(place.size) != Some(place.end) {
        return Err(damaged());
    }
    if place.count > MOST_PARTS {
        return Err(BookFaultKind::TooManyParts.into());
    }
    let mut entries = Vec::with_capacity(place.count);
    let mut next = place.start;
    for _ in 0..place.count {
        let (entry, after) = listed(bytes, next)?;
        entries.push(entry);
        next = after;
    }
    match next == place.end {
        true => Ok((entries, place.start)),
        false => Err(damaged()),
    }
}

/// What the end record says, if all of it is in this file.
fn small_place(bytes: &[u8], end: usize) -> Option<Place> {
    let at = |offset: usize| small(bytes, end + offset);
    let count = at(10)?;
    let is_whole = at(4)? == 0 && at(6)? == 0 && at(8)? == count;
    is_whole.then_some(Place {
        count,
        size: word(bytes, end + 12)?,
        start: word(bytes, end + 16)?,
        end,
    })
}

/// What the large end record says, which must end where its pointer begins.
fn large_place(bytes: &[u8], pointer: usize) -> Option<Place> {
    let end = long(bytes, pointer + 8)?;
    let behind = long(bytes, end.checked_add(4)?)?.checked_add(end)?;
    let is_one = has(bytes, end, LARGE_END)
        && behind.checked_add(12)? == pointer
        && end.checked_add(LARGE_END_LENGTH)? <= pointer;
    if !is_one {
        return None;
    }
    let volumes = [pointer + 4, end + 16, end + 20].map(|place| word(bytes, place));
    let at = |offset: usize| long(bytes, end + offset);
    let count = at(32)?;
    let is_whole = volumes.iter().all(|volume| *volume == Some(0)) && at(24)? == count;
    is_whole.then_some(Place {
        count,
        size: at(40)?,
        start: at(48)?,
        end,
    })
}

/// Where the end record begins: the remark behind it must reach the end of the file.
fn end(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(END_LENGTH)?;
    let first = last.saturating_sub(LONGEST_REMARK);
    (first..=last)
        .rev()
        .find(|&place| has(bytes, place, END) && small(bytes, place + 20) == Some(last - place))
}

/// One entry of the list, and where the next one begins.
fn listed(bytes: &[u8], place: usize) -> Result<(Listed, usize), BookFault> {
    let at = |offset: usize| small(bytes, place + offset).ok_or_else(damaged);
    let long = |offset: usize| word(bytes, place + offset).ok_or_else(damaged);
    if !has(bytes, place, LISTED) {
        return Err(damaged());
    }
    // Bit 0: encrypted; 13: so is the list.
    if at(8)? & 0x2001 != 0 {
        return Err(BookFaultKind::Encrypted.into());
    }
    let is_packed = match at(10)? {
        0 => false,
        8 => true,
        _ => return Err(damaged()),
    };
    let (name, more, remark) = (at(28)?, at(30)?, at(32)?);
    let name_start = place + 46;
    let after_name = name_start + name;
    let name = bytes.get(name_start..after_name).ok_or_else(damaged)?;
    let after_more = after_name + more;
    let more = bytes.get(after_name..after_more).ok_or_else(damaged)?;
    let mut large = large_numbers(more).into_iter();
    // The large numbers stand in this order, each only where the small field has no room for it.
    let mut number = |offset: usize| match long(offset)? {
        ELSEWHERE => large.next().ok_or_else(damaged),
        number => Ok(number),
    };
    let (unpacked, packed, start) = (number(24)?, number(20)?, number(42)?);
    let entry = Listed {
        name: part_name(&String::from_utf8_lossy(name)),
        is_packed,
        packed,
        unpacked,
        start,
    };
    Ok((entry, after_more + remark))
}

/// The large numbers among the further fields of an entry: each field has its mark and its length.
fn large_numbers(mut fields: &[u8]) -> Vec<usize> {
    while let (Some(mark), Some(length)) = (small(fields, 0), small(fields, 2)) {
        let Some((field, rest)) = fields
            .get(4..)
            .and_then(|rest| rest.split_at_checked(length))
        else {
            break;
        };
        if mark == LARGE_FIELD {
            let numbers = field.chunks_exact(8);
            return numbers.filter_map(|number| long(number, 0)).collect();
        }
        fields = rest;
    }
    Vec::new()
}

/// The name of a part as the others name it: some programs write backslashes, or begin at the root.
fn part_name(written: &str) -> String {
    let name = written.replace('\\', "/");
    name.trim_start_matches('/').to_owned()
}

/// Where the content of an entry stands.
fn content(
    bytes: &[u8],
    entry: &Listed,
    list_start: usize,
) -> Result<std::ops::Range<usize>, BookFault> {
    let start = entry.start;
    let lengths = start.checked_add(26).zip(start.checked_add(28));
    let (name, more) = lengths.ok_or_else(damaged)?;
    let lengths = small(bytes, name).zip(small(bytes, more));
    let (name, more) = lengths.ok_or_else(damaged)?;
    let first = start + ENTRY_LENGTH + name + more;
    let last = first.checked_add(entry.packed).ok_or_else(damaged)?;
    match has(bytes, start, ENTRY) && last <= list_start {
        true => Ok(first..last),
        false => Err(damaged()),
    }
}

/// An entry's content, counted while it unpacks; `left` is what all may still unpack to.
fn unpack(entry: &Listed, packed: &[u8], left: usize) -> Result<Vec<u8>, BookFault> {
    let by_ratio = packed.len().saturating_mul(MOST_RATIO).max(SMALL);
    let most = left.min(MOST_PART_BYTES).min(by_ratio);
    let mut content = Vec::new();
    if entry.is_packed {
        let unpacking = flate2::read::DeflateDecoder::new(packed);
        let read = unpacking.take(most as u64 + 1).read_to_end(&mut content);
        // Whatever was unpacked until then counts first.
        if read.is_err() && content.len() <= most {
            return Err(damaged());
        }
    } else {
        content.extend(packed.iter().take(most + 1));
    }
    if content.len() > most {
        return Err(BookFaultKind::UnpacksTooLarge.into());
    }
    match content.len() == entry.unpacked {
        true => Ok(content),
        false => Err(damaged()),
    }
}

fn has(bytes: &[u8], place: usize, mark: &[u8]) -> bool {
    bytes
        .get(place..)
        .is_some_and(|rest| rest.starts_with(mark))
}

/// Two bytes as a number.
fn small(bytes: &[u8], place: usize) -> Option<usize> {
    let found: [u8; 2] = bytes.get(place..place.checked_add(2)?)?.try_into().ok()?;
    Some(usize::from(u16::from_le_bytes(found)))
}

/// Four bytes as a number.
fn word(bytes: &[u8], place: usize) -> Option<usize> {
    let found: [u8; 4] = bytes.get(place..place.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(found)).ok()
}

/// Eight bytes as a number.
fn long(bytes: &[u8], place: usize) -> Option<usize> {
    let found: [u8; 8] = bytes.get(place..place.checked_add(8)?)?.try_into().ok()?;
    usize::try_from(u64::from_le_bytes(found)).ok()
}
