//! Builds workbooks by hand, as no program would write them.

use flate2::Compression;
use flate2::write::DeflateEncoder;
use std::io::Write as _;

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-\
    officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
const ROOT: &str = "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/\
    officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
const SHEET: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";

/// How a part is written, where it is not as it should be.
#[derive(Clone, Copy, Default)]
pub(crate) struct Lies {
    /// What the list says of the size instead.
    pub(crate) unpacked: Option<u32>,
    pub(crate) packed: Option<u32>,
    /// Bits that the list has.
    pub(crate) flags: u16,
    /// Where the list says the entry begins.
    pub(crate) start: Option<u32>,
}

/// An archive in the making.
#[derive(Default)]
pub(crate) struct Archive {
    bytes: Vec<u8>,
    list: Vec<u8>,
    count: u16,
}

impl Archive {
    pub(crate) fn add(&mut self, name: &str, content: &[u8]) -> &mut Self {
        self.add_lying(name, content, Lies::default())
    }

    pub(crate) fn add_lying(&mut self, name: &str, content: &[u8], lies: Lies) -> &mut Self {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(content).unwrap();
        let packed = encoder.finish().unwrap();
        let unpacked = lies.unpacked.unwrap_or(content.len() as u32);
        self.add_packed(
            name,
            &packed,
            Lies {
                unpacked: Some(unpacked),
                ..lies
            },
        )
    }

    /// A part that was packed elsewhere. Nobody looks at the sum of its bytes.
    pub(crate) fn add_packed(&mut self, name: &str, packed: &[u8], lies: Lies) -> &mut Self {
        let size = |given: Option<u32>, own: usize| given.unwrap_or(own as u32).to_le_bytes();
        let mut head = vec![20, 0];
        head.extend(lies.flags.to_le_bytes());
        head.extend([8, 0, 0, 0, 0, 0]);
        head.extend([0; 4]);
        head.extend(size(lies.packed, packed.len()));
        head.extend(size(lies.unpacked, 0));
        head.extend((name.len() as u16).to_le_bytes());
        head.extend([0, 0]);
        self.list.extend(b"PK\x01\x02\x14\0");
        self.list.extend(&head);
        self.list.extend([0; 10]);
        let start = lies.start.unwrap_or(self.bytes.len() as u32);
        self.list.extend(start.to_le_bytes());
        self.list.extend(name.as_bytes());
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&head);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(packed);
        self.count += 1;
        self
    }

    pub(crate) fn finish(&self) -> Vec<u8> {
        let mut bytes = self.bytes.clone();
        bytes.extend(&self.list);
        bytes.extend(b"PK\x05\x06\0\0\0\0");
        bytes.extend(self.count.to_le_bytes());
        bytes.extend(self.count.to_le_bytes());
        bytes.extend((self.list.len() as u32).to_le_bytes());
        bytes.extend((self.bytes.len() as u32).to_le_bytes());
        bytes.extend([0, 0]);
        bytes
    }
}

/// A hundred thousand spaces, packed, so often; only the last is final.
pub(crate) fn packed_spaces(times: usize) -> Vec<u8> {
    let spaces = [b' '; 100_000];
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    let mut ends = Vec::new();
    for _ in 0..2 {
        encoder.write_all(&spaces).unwrap();
        encoder.flush().unwrap();
        ends.push(encoder.get_ref().len());
    }
    // The second block refers to spaces before it only, so it may be repeated.
    let all = encoder.finish().unwrap();
    let (first, second) = (&all[..ends[0]], &all[ends[0]..ends[1]]);
    [first, &second.repeat(times - 1), &all[ends[1]..]].concat()
}

/// The parts that every workbook has, for sheets of these names.
pub(crate) fn frame(names: &[&str]) -> Archive {
    let (mut sheets, mut relations) = (String::new(), String::new());
    for (place, name) in names.iter().enumerate() {
        let number = place + 1;
        sheets += &format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"r{number}\"/>");
        relations += &format!(
            "<Relationship Id=\"r{number}\" Type=\"{SHEET}\" Target=\"worksheets/s{number}.xml\"/>"
        );
    }
    let mut archive = Archive::default();
    archive
        .add("[Content_Types].xml", TYPES.as_bytes())
        .add("_rels/.rels", ROOT.as_bytes())
        .add(
            "xl/workbook.xml",
            format!("<workbook><sheets>{sheets}</sheets></workbook>").as_bytes(),
        )
        .add(
            "xl/_rels/workbook.xml.rels",
            format!("<Relationships>{relations}</Relationships>").as_bytes(),
        );
    archive
}

/// A worksheet with these rows.
pub(crate) fn sheet(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

/// A workbook of one sheet with these rows.
pub(crate) fn one_sheet(rows: &str) -> Vec<u8> {
    frame(&["S"])
        .add("xl/worksheets/s1.xml", sheet(rows).as_bytes())
        .finish()
}
