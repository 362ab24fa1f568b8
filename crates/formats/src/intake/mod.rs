//! Bytes and pasted text to a table of text cells, within limits that are checked before anything
//! grows. What a reader brings may be any file at all: each wrong kind is named as what it is.

mod csv_in;
mod delimiter;
mod encodings;
mod file_kind;
mod old_fonts;

pub use csv_in::{read_csv, read_index_csv, read_paste};
pub use file_kind::FileKind;
pub use old_fonts::OldFont;

/// Largest text in bytes: 1 MB.
pub const LARGEST_TEXT: usize = 1 << 20;
/// Largest table of an own index in bytes: 4 MB, so that 3,321 units have room for 62 indicators with all
/// their decimals.
pub const LARGEST_INDEX_TABLE: usize = 4 << 20;
/// Most rows of a table, blank ones included.
pub const LONGEST_TABLE: usize = 5_000;
/// Most columns of a table.
pub const WIDEST_TABLE: usize = 300;
/// Most characters of one cell.
pub const LONGEST_CELL: usize = 1_000;

/// Where in a file; from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    /// The row; line breaks inside quotes do not begin a new one, as in a spreadsheet.
    pub row: usize,
    /// The column, where one cell is meant.
    pub column: Option<usize>,
}

impl Place {
    /// A cell.
    pub fn cell(row: usize, column: usize) -> Self {
        Self {
            row,
            column: Some(column),
        }
    }

    /// A whole row.
    pub fn row(row: usize) -> Self {
        Self { row, column: None }
    }
}

/// Why a file or a text is not a table. The page has a sentence for each in both languages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct IntakeFault {
    /// Where, if not the file as a whole.
    pub place: Option<Place>,
    /// What is wrong.
    pub kind: IntakeFaultKind,
}

/// What is wrong with a file as a whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IntakeFaultKind {
    /// Nothing in it, or blanks only.
    Empty,
    /// More than [`LARGEST_TEXT`], or than [`LARGEST_INDEX_TABLE`].
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
        /// The most there may be.
        most: usize,
    },
    /// A file of another kind, whatever its name says.
    OtherKind(FileKind),
    /// Bytes that are not UTF-8: an old code page.
    NotUtf8,
    /// A NUL: not a text.
    Nul,
    /// More than [`LONGEST_TABLE`].
    TooManyRows,
    /// More than [`WIDEST_TABLE`].
    TooManyColumns,
    /// More than [`LONGEST_CELL`].
    TooManyLetters,
    /// A quotation mark that is never closed; the place is where it opens.
    OpenQuote,
}

impl IntakeFault {
    fn whole(kind: IntakeFaultKind) -> Self {
        Self { place: None, kind }
    }

    fn at(place: Place, kind: IntakeFaultKind) -> Self {
        Self {
            place: Some(place),
            kind,
        }
    }
}
