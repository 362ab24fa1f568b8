//! What was read from a workbook (XLSX), and what stands in the way of reading one. The bytes are
//! read in a module of their own; a workbook reaches the others as one text.

use super::Grid;

/// Largest file in bytes.
pub const MOST_BYTES: usize = 2_000_000;
/// Most parts of a file.
pub const MOST_PARTS: usize = 64;
/// Most bytes that one part may unpack to.
pub const MOST_PART_BYTES: usize = 8_000_000;
/// Most bytes that all parts together may unpack to.
pub const MOST_UNPACKED_BYTES: usize = 16_000_000;
/// How many times its packed size a part may unpack to.
pub const MOST_RATIO: usize = 100;
/// Most sheets with cells.
pub const MOST_SHEETS: usize = 32;
/// Most rows of a sheet.
pub const MOST_ROWS: usize = 2_000;
/// Most columns of a sheet.
pub const MOST_COLUMNS: usize = 200;
/// Most filled cells of a workbook.
pub const MOST_CELLS: usize = 100_000;
/// Most bytes of text of a workbook.
pub const MOST_TEXT: usize = 4_000_000;

/// Between sheets and remarks, and between the fields of one, in a workbook as one text.
const PART: char = '\u{1d}';
const FIELD: char = '\u{1c}';
/// Begins a fault, so that the script around the module can write one too.
const FAULT: char = '!';

/// The sheets of a workbook that hold something, and what a reader must know about them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Workbook {
    /// Names with cells, in the order of the file.
    pub sheets: Vec<(String, Grid)>,
    /// What was taken otherwise than it stands there.
    pub remarks: Vec<BookRemark>,
}

/// A row and a column from 0.
pub type CellPlace = (usize, usize);

/// Cells of one sheet that were not taken as they stand there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BookRemark {
    /// What they are.
    pub kind: BookRemarkKind,
    /// Name of the sheet.
    pub sheet: String,
    /// The first of them.
    pub cell: CellPlace,
    /// How many there are.
    pub count: usize,
    /// The rows or columns that are meant, where they are: first and last of each run, from 0.
    pub ranges: Vec<(usize, usize)>,
}

/// What cells are not taken as they stand there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BookRemarkKind {
    /// A formula: the value that was stored with it is used.
    Formula,
    /// Merged cells: the value stands in the first of them.
    Merged,
    /// A date: taken as the text `2022-07-31`.
    Date,
    /// True or false: taken as the texts `TRUE` and `FALSE`.
    Truth,
    /// The mistake of a formula, such as `#REF!`: taken as that text.
    Mistake,
    /// Raised or lowered text, as footnotes have it: left out.
    Lifted,
    /// A sheet that is hidden: not read.
    HiddenSheet,
    /// A sheet that is listed and not in the file.
    LostSheet,
    /// Rows that are hidden: left out.
    HiddenRows,
    /// Columns that are hidden: left out.
    HiddenColumns,
}

impl BookRemarkKind {
    /// All kinds with the words that stand for them between modules.
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::Formula, "formula"),
        (Self::Merged, "merged"),
        (Self::Date, "date"),
        (Self::Truth, "truth"),
        (Self::Mistake, "mistake"),
        (Self::Lifted, "lifted"),
        (Self::HiddenSheet, "hidden_sheet"),
        (Self::LostSheet, "lost_sheet"),
        (Self::HiddenRows, "hidden_rows"),
        (Self::HiddenColumns, "hidden_columns"),
    ];
}

/// Why a file is not read as a workbook, and where in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BookFault {
    /// What is wrong.
    pub kind: BookFaultKind,
    /// Name of the sheet, where it is about one.
    pub sheet: Option<String>,
    /// The cell, where it is about one.
    pub cell: Option<CellPlace>,
}

/// What is wrong with a file that should be a workbook.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BookFaultKind {
    /// Above [`MOST_BYTES`].
    TooLarge,
    /// Nothing in it.
    NoBytes,
    /// A workbook of Excel 97 to 2003 (.xls).
    OldExcel,
    /// Protected by a password.
    Encrypted,
    /// A workbook of OpenDocument (.ods).
    OpenDocument,
    /// A binary workbook (.xlsb).
    BinaryExcel,
    /// A text, for example CSV under another name.
    PlainText,
    /// A web page or other markup.
    WebPage,
    /// A picture.
    Picture,
    /// A PDF.
    Pdf,
    /// Another kind of file.
    AnotherKind,
    /// Cut off, or its parts contradict one another.
    Damaged,
    /// Above [`MOST_PARTS`].
    TooManyParts,
    /// Unpacks to more than the limits allow.
    UnpacksTooLarge,
    /// Above [`MOST_SHEETS`].
    TooManySheets,
    /// A cell below row [`MOST_ROWS`].
    TooManyRows,
    /// A cell right of column [`MOST_COLUMNS`].
    TooManyColumns,
    /// Above [`MOST_CELLS`].
    TooManyCells,
    /// Above [`MOST_TEXT`].
    TooMuchText,
    /// A formula without a stored value.
    NoStoredValue,
    /// No sheet has a filled cell.
    Empty,
    /// All that is filled is hidden.
    OnlyHidden,
    /// Reading took too long; said by the script around the module.
    TooSlow,
    /// The browser allows no worker here; said by the script around the module.
    NoWorker,
    /// The module for workbooks was not loaded; said by the script around the module.
    NotLoaded,
}

impl BookFaultKind {
    /// All kinds with the words that stand for them between modules.
    pub const ALL: [(Self, &'static str); 25] = [
        (Self::TooLarge, "too_large"),
        (Self::NoBytes, "no_bytes"),
        (Self::OldExcel, "old_excel"),
        (Self::Encrypted, "encrypted"),
        (Self::OpenDocument, "open_document"),
        (Self::BinaryExcel, "binary_excel"),
        (Self::PlainText, "plain_text"),
        (Self::WebPage, "web_page"),
        (Self::Picture, "picture"),
        (Self::Pdf, "pdf"),
        (Self::AnotherKind, "another_kind"),
        (Self::Damaged, "damaged"),
        (Self::TooManyParts, "too_many_parts"),
        (Self::UnpacksTooLarge, "unpacks_too_large"),
        (Self::TooManySheets, "too_many_sheets"),
        (Self::TooManyRows, "too_many_rows"),
        (Self::TooManyColumns, "too_many_columns"),
        (Self::TooManyCells, "too_many_cells"),
        (Self::TooMuchText, "too_much_text"),
        (Self::NoStoredValue, "no_stored_value"),
        (Self::Empty, "empty"),
        (Self::OnlyHidden, "only_hidden"),
        (Self::TooSlow, "too_slow"),
        (Self::NoWorker, "no_worker"),
        (Self::NotLoaded, "not_loaded"),
    ];
}

impl From<BookFaultKind> for BookFault {
    fn from(kind: BookFaultKind) -> Self {
        Self {
            kind,
            sheet: None,
            cell: None,
        }
    }
}

impl BookFault {
    /// As one text, in the place of a workbook's.
    pub fn pack(&self) -> String {
        let [row, column] = match self.cell {
            Some((row, column)) => [row.to_string(), column.to_string()],
            None => [String::new(), String::new()],
        };
        let kind = word(&BookFaultKind::ALL, self.kind);
        let sheet = self.sheet.as_deref().map(clean).unwrap_or_default();
        let fields = [kind.to_owned(), sheet, row, column];
        format!("{FAULT}{}", fields.join(&FIELD.to_string()))
    }

    /// The fault that stands in a text in the place of a workbook's; `None` where none does.
    pub fn unpack(text: &str) -> Option<Self> {
        let mut fields = text.strip_prefix(FAULT)?.split(FIELD);
        let kind = fields.next().unwrap_or_default();
        let sheet = fields.next().filter(|name| !name.is_empty());
        Some(Self {
            // Another module of the same release wrote it; an unknown word is a damaged answer.
            kind: named(&BookFaultKind::ALL, kind).unwrap_or(BookFaultKind::Damaged),
            sheet: sheet.map(str::to_owned),
            cell: place(&mut fields),
        })
    }
}

impl Workbook {
    /// As one text, to be handed from module to module.
    pub fn pack(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        for (name, grid) in &self.sheets {
            parts.push(format!("sheet{FIELD}{}{FIELD}{}", clean(name), grid.pack()));
        }
        for remark in &self.remarks {
            let (row, column) = remark.cell;
            let ranges = remark.ranges.iter();
            let ranges = ranges.map(|(first, last)| format!("{FIELD}{first}{FIELD}{last}"));
            parts.push(format!(
                "{}{FIELD}{}{FIELD}{row}{FIELD}{column}{FIELD}{}{}",
                word(&BookRemarkKind::ALL, remark.kind),
                clean(&remark.sheet),
                remark.count,
                ranges.collect::<String>()
            ));
        }
        parts.join(&PART.to_string())
    }

    /// From one text, which may be a fault instead.
    pub fn unpack(text: &str) -> Result<Self, BookFault> {
        if let Some(fault) = BookFault::unpack(text) {
            return Err(fault);
        }
        let mut book = Self::default();
        for part in text.split(PART) {
            let mut fields = part.split(FIELD);
            let kind = fields.next().unwrap_or_default();
            let sheet = fields.next().unwrap_or_default().to_owned();
            if kind == "sheet" {
                let grid = Grid::unpack(fields.next().unwrap_or_default());
                book.sheets.push((sheet, grid));
            } else if let Some(kind) = named(&BookRemarkKind::ALL, kind) {
                book.remarks.push(BookRemark {
                    kind,
                    sheet,
                    cell: place(&mut fields).unwrap_or_default(),
                    count: number(&mut fields).unwrap_or(1),
                    ranges: std::iter::from_fn(|| place(&mut fields)).collect(),
                });
            }
        }
        Ok(book)
    }
}

/// The name of a cell as spreadsheets show it: `D5`.
///
/// ```
/// use dti_formats::cell_name;
/// assert_eq!(cell_name((4, 3)), "D5");
/// assert_eq!(cell_name((1_048_575, 16_383)), "XFD1048576");
/// ```
pub fn cell_name((row, column): CellPlace) -> String {
    format!("{}{}", column_name(column), row + 1)
}

/// The name of a column from 0 as spreadsheets show it: `A`, `Z`, `AA`.
pub fn column_name(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        letters.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
        left /= 26;
    }
    letters.iter().rev().collect()
}

fn word<T: Copy + PartialEq>(all: &[(T, &'static str)], kind: T) -> &'static str {
    let found = all.iter().find(|(own, _)| *own == kind);
    found.map_or("", |(_, word)| *word)
}

fn named<T: Copy>(all: &[(T, &'static str)], word: &str) -> Option<T> {
    let found = all.iter().find(|(_, own)| *own == word);
    found.map(|(kind, _)| *kind)
}

fn number<'a>(fields: &mut impl Iterator<Item = &'a str>) -> Option<usize> {
    fields.next()?.parse().ok()
}

fn place<'a>(fields: &mut impl Iterator<Item = &'a str>) -> Option<CellPlace> {
    Some((number(fields)?, number(fields)?))
}

/// Without the marks between parts.
fn clean(text: &str) -> String {
    text.replace([PART, FIELD], " ")
}

#[cfg(test)]
mod tests {
    use super::{BookFault, BookFaultKind, BookRemark, BookRemarkKind, Workbook, cell_name};
    use crate::Grid;

    #[test]
    fn a_workbook_goes_from_module_to_module_unchanged() {
        let grid = |cells: &[&[&str]]| Grid {
            rows: cells
                .iter()
                .map(|row| row.iter().map(|&cell| cell.to_owned()).collect())
                .collect(),
        };
        let book = Workbook {
            sheets: vec![
                ("Kết quả".to_owned(), grid(&[&["Tỉnh", "0.5"], &[""]])),
                ("!x".to_owned(), grid(&[&["=1"]])),
            ],
            remarks: BookRemarkKind::ALL
                .map(|(kind, _)| BookRemark {
                    kind,
                    sheet: "!x".to_owned(),
                    cell: (4, 3),
                    count: 12,
                    ranges: vec![(2, 2), (7, 11)],
                })
                .to_vec(),
        };
        assert_eq!(Workbook::unpack(&book.pack()), Ok(book));
    }

    #[test]
    fn every_fault_goes_from_module_to_module_unchanged() {
        for (kind, word) in BookFaultKind::ALL {
            let fault = BookFault {
                kind,
                sheet: Some("Phiếu".to_owned()),
                cell: Some((1999, 0)),
            };
            assert_eq!(Workbook::unpack(&fault.pack()), Err(fault));
            assert_eq!(Workbook::unpack(&format!("!{word}")), Err(kind.into()));
        }
        let unknown = Workbook::unpack("!something else");
        assert_eq!(unknown, Err(BookFaultKind::Damaged.into()));
    }

    #[test]
    fn cells_are_named_as_spreadsheets_do() {
        let names = [(0, 0), (0, 25), (0, 26), (9, 701), (9, 702)].map(cell_name);
        assert_eq!(names, ["A1", "Z1", "AA1", "ZZ10", "AAA10"]);
    }
}
