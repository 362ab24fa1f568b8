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

/// How a program writes archives.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Form {
    /// With sizes in front of each entry.
    #[default]
    Small,
    /// With sizes behind each entry, below a mark or not, as programs that stream do.
    Streamed { is_marked: bool },
    /// With the long numbers of archives above 4 GB, in the list and at its end (zip64).
    Large,
}

/// An archive in the making.
#[derive(Default)]
pub(crate) struct Archive {
    bytes: Vec<u8>,
    list: Vec<u8>,
    count: u16,
    form: Form,
}

impl Archive {
    /// An archive in this form.
    pub(crate) fn of(form: Form) -> Self {
        Self {
            form,
            ..Self::default()
        }
    }

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
        let sizes = [
            lies.packed.unwrap_or(packed.len() as u32),
            lies.unpacked.unwrap_or(0),
        ];
        let start = lies.start.unwrap_or(self.bytes.len() as u32);
        let streams = matches!(self.form, Form::Streamed { .. });
        let flags = lies.flags | if streams { 8 } else { 0 };
        let head = |sizes: [u32; 2], more: usize| {
            let mut head = vec![20, 0];
            head.extend(flags.to_le_bytes());
            head.extend([8, 0, 0, 0, 0, 0]);
            head.extend([0; 4]);
            head.extend(sizes.map(u32::to_le_bytes).concat());
            head.extend((name.len() as u16).to_le_bytes());
            head.extend((more as u16).to_le_bytes());
            head
        };
        self.list.extend(b"PK\x01\x02\x14\0");
        if self.form == Form::Large {
            // Unpacked, packed, start.
            let numbers = [sizes[1], sizes[0], start].map(|number| u64::from(number).to_le_bytes());
            let more = [&[1, 0, 24, 0], numbers.concat().as_slice()].concat();
            self.list.extend(head([u32::MAX; 2], more.len()));
            self.list.extend([0; 10]);
            self.list.extend(u32::MAX.to_le_bytes());
            self.list.extend(name.as_bytes());
            self.list.extend(more);
        } else {
            self.list.extend(head(sizes, 0));
            self.list.extend([0; 10]);
            self.list.extend(start.to_le_bytes());
            self.list.extend(name.as_bytes());
        }
        self.bytes.extend(b"PK\x03\x04");
        self.bytes
            .extend(head(if streams { [0; 2] } else { sizes }, 0));
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(packed);
        if let Form::Streamed { is_marked } = self.form {
            let mark: &[u8] = if is_marked { b"PK\x07\x08" } else { b"" };
            self.bytes.extend(mark);
            self.bytes.extend([0; 4]);
            self.bytes.extend(sizes.map(u32::to_le_bytes).concat());
        }
        self.count += 1;
        self
    }

    pub(crate) fn finish(&self) -> Vec<u8> {
        let mut bytes = self.bytes.clone();
        bytes.extend(&self.list);
        if self.form == Form::Large {
            let end = bytes.len() as u64;
            let numbers = [
                u64::from(self.count),
                u64::from(self.count),
                self.list.len() as u64,
                self.bytes.len() as u64,
            ];
            bytes.extend(b"PK\x06\x06");
            bytes.extend(44_u64.to_le_bytes());
            bytes.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
            bytes.extend(numbers.map(u64::to_le_bytes).concat());
            bytes.extend(b"PK\x06\x07\0\0\0\0");
            bytes.extend(end.to_le_bytes());
            bytes.extend([1, 0, 0, 0]);
            bytes.extend(b"PK\x05\x06\0\0\0\0");
            bytes.extend([0xff; 12]);
            bytes.extend([0, 0]);
            return bytes;
        }
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
