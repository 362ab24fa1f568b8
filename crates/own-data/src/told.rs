//! What came of a deed, for the page to say.

use crate::import::Change;
use dti_engine::calculator::CalculatorError;
use dti_formats::{BookFault, BookRemark, FileError, IntakeFault, ProjectKind, TableFault};

/// Why a deed could not be done. Nothing has changed then.
#[derive(Clone, PartialEq, Debug)]
pub enum Refusal {
    /// A project file, an index, or what was kept.
    File(FileError),
    /// The figures do not allow it.
    Figures(CalculatorError),
    /// A text that is no table: name of the file, empty for a pasted one.
    Table(String, IntakeFault),
    /// A file that is no workbook, or could not be read as one.
    Workbook(String, BookFault),
    /// A file beyond every limit: its name and bytes.
    TooLarge(String, u64),
    /// More bytes than are read where there is no worker.
    TooLargeHere(String, usize),
    /// The reading did not end in time.
    TooSlow(String),
    /// The reading broke off.
    BrokeOff(String),
    /// The browser could not read a file.
    Unread(String),
    /// The browser would not hand a file out.
    Unsaved(String),
    /// A workbook with `iData` and `iMeta` that make no index: its name, and what is wrong where.
    IndexTables(String, Box<TableFault>),
    /// A table without a column of names and one of numbers: name of the file, empty for a pasted one.
    NoIndexTable(String),
    /// A component list that cannot stand below its framework.
    List(String),
    /// More assessed figures than any link takes.
    TooMuch,
    /// A table that has errors.
    ToCorrect,
    /// A unit without a name.
    NameMissing,
}

/// What a deed came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Done {
    /// A project file, or a part of one, is open; with the values of slots that are gone, where an older
    /// version had them.
    Opened(ProjectKind, Option<usize>),
    /// Data of an older version were read: so many values of slots are gone.
    SlotsGone(usize),
    /// What another page changed was taken in.
    Merged,
    /// The version of the other page is used.
    TookTheirs,
    /// The version of this page is kept.
    KeptOurs,
    /// A table was taken over, for an edition of this id.
    TakenOver(Change, String),
    /// An index that a form or two tables made is open.
    IndexOpened(IndexOpened),
    /// The scorecard is empty.
    Cleared,
    /// Everything is deleted.
    Deleted,
}

/// An index that was opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IndexOpened {
    /// Id of its edition.
    pub id: String,
    /// Units that are ranked.
    pub units: usize,
    /// Indicators that have values.
    pub indicators: usize,
    /// Whether it took the place of one with the same title and year.
    pub is_replaced: bool,
    /// What was hidden in the workbook, and is left out.
    pub left_out: Vec<BookRemark>,
}

/// One or the other.
pub type Told = Result<Done, Refusal>;
