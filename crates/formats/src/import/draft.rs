//! A table as it was understood, before anything is taken over: the reader sees it, corrects it, and
//! takes all of it or nothing.

use super::numbers::DecimalMark;
use super::{Column, Finding, Meaning, Scale, Severity};

/// What a reader decided where the table does not tell, or tells wrong.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Choices {
    /// Meanings of columns, by their position from 0.
    pub columns: Vec<(usize, Meaning)>,
    /// First numbers of a component list with the ids of the main indicators that they stand for.
    pub mains: Vec<(String, String)>,
    /// Rows that are left out, from 0.
    pub left_out: Vec<usize>,
    /// Answers to [`UnitQuestion`]s.
    pub units: Vec<UnitAnswer>,
    /// The decimal mark.
    pub mark: Option<DecimalMark>,
    /// What the scores of a table of results are.
    pub scale: Option<Scale>,
}

/// Which unit a row is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitAnswer {
    /// The row, from 0.
    pub row: usize,
    /// Id of the unit; `None` leaves the row out.
    pub unit: Option<String>,
}

/// A name that is not exactly one unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitQuestion {
    /// The row, from 0.
    pub row: usize,
    /// The name as written.
    pub written: String,
    /// Ids of the units that may be meant, nearest first.
    pub offered: Vec<String>,
}

/// A first number of a component list in which no row names its main indicator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MainNumber {
    /// The number.
    pub number: String,
    /// Id of the main indicator that it is taken for; `None` where the reader is asked.
    pub main: Option<String>,
}

/// One row that was understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DraftRow {
    /// The row, from 0.
    pub row: usize,
    /// Id of the unit or indicator that it is about.
    pub subject: String,
}

/// A table on its way in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft<T> {
    /// What each column is.
    pub columns: Vec<Column>,
    /// First row below the headings, from 0.
    pub first_row: usize,
    /// The decimal mark that was found or chosen.
    pub mark: DecimalMark,
    /// What the scores of a table of results are.
    pub scale: Option<Scale>,
    /// The rows that were understood, from top to bottom.
    pub rows: Vec<DraftRow>,
    /// First numbers of a component list that no row names; the reader may say otherwise.
    pub mains: Vec<MainNumber>,
    /// Names that the reader is asked about.
    pub questions: Vec<UnitQuestion>,
    /// Errors first, then remarks, each from top to bottom.
    pub findings: Vec<Finding>,
    /// What is taken over, once there are no errors.
    pub(super) value: T,
}

impl<T> Draft<T> {
    /// What stands in the way.
    pub fn errors(&self) -> impl Iterator<Item = &Finding> {
        let errors = |finding: &&Finding| finding.severity() == Severity::Error;
        self.findings.iter().filter(errors)
    }

    /// The same with something made of its value.
    pub(super) fn with<U>(self, made: impl FnOnce(T) -> U) -> Draft<U> {
        Draft {
            columns: self.columns,
            first_row: self.first_row,
            mark: self.mark,
            scale: self.scale,
            rows: self.rows,
            mains: self.mains,
            questions: self.questions,
            findings: self.findings,
            value: made(self.value),
        }
    }

    /// All of it, or what stands in the way.
    pub fn finish(self) -> Result<T, Vec<Finding>> {
        let errors: Vec<Finding> = self.errors().cloned().collect();
        match errors.is_empty() {
            true => Ok(self.value),
            false => Err(errors),
        }
    }
}
