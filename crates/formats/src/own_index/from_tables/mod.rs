//! An index from the two tables of COINr as they are: `iData` with a row per unit, `iMeta` with a row per
//! indicator. What they ask for and the document cannot express is refused, never computed otherwise.

mod indicators;
mod treatments;
mod tree;
mod units;

use super::draft::IndexDraft;
use super::points::{PointsFault, PointsFaultKind};
use crate::{DecimalMark, Grid, mark_of};
use dti_engine::model::{Mean, Missing};
use indicators::Indicators;
use units::Units;

/// Names of the sheets.
const DATA: &str = "iData";
const META: &str = "iMeta";
/// Rows above headings that are looked at.
const TITLES: usize = 10;

/// The two tables of an index.
#[derive(Clone, Copy, Debug)]
pub struct IndexTables<'a> {
    data: Sheet<'a>,
    meta: Sheet<'a>,
}

/// A table with the place of its headings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet<'a> {
    name: &'a str,
    grid: &'a Grid,
    headings: usize,
}

/// What is wrong with two tables, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TableFault {
    /// Name of the sheet.
    pub sheet: String,
    /// Row from 0, where it is about one.
    pub row: Option<usize>,
    /// Column from 0, where it is about one.
    pub column: Option<usize>,
    /// What is wrong there.
    pub kind: TableFaultKind,
}

/// What is wrong with a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TableFaultKind {
    /// No column has this heading, which is needed.
    NoColumn(&'static str),
    /// Nothing stands below the headings.
    NoRows,
    /// A row without its code.
    NoCode,
    /// A code or heading that stands there before.
    Twice(String),
    /// The cell is no number.
    NotANumber(String),
    /// Numbers that are different ones with a comma and with a point before decimals.
    TwoReadings,
    /// Some numbers of a column are percentages, others are not.
    MixedPercent,
    /// A type that COINr does not have.
    UnknownType(String),
    /// Neither 1 nor -1.
    BadDirection(String),
    /// An aggregate whose direction is not 1: COINr does not turn aggregates round.
    TurnedAggregate(String),
    /// A weight that is missing or below 0, or one of 0 of what has indicators below it.
    BadWeight(String),
    /// A level that is no whole number from 1, or not 1 of an indicator.
    BadLevel(String),
    /// The parent is no aggregate of the table.
    UnknownParent(String),
    /// The parent does not stand one level higher.
    LevelSkipped(String),
    /// No aggregate without a parent, or more than one: their codes.
    Tops(Vec<String>),
    /// An aggregate that nothing lies below.
    NothingBelow(String),
    /// An indicator of `iMeta`, or the group that values are imputed by, that has no column in `iData`.
    WithoutColumn(String),
    /// A column of `iData` that `iMeta` does not list.
    Unlisted(String),
    /// More than one point in time.
    SeveralTimes,
    /// All units have the same value: there is no range to norm with.
    AllEqual(String),
    /// The denominator has no column in `iData`.
    UnknownDenominator(String),
    /// The denominator is 0 here.
    DenominatorZero(String),
    /// A treatment of values that the document does not have: its heading.
    Treatment(String),
    /// An imputation, winsorising or logarithm that the document does not have.
    UnknownTreatment(String),
    /// No group, or another one than above, that values are imputed by; empty where there is none at all.
    BadGroup(String),
    /// The weights of this group, empty for the index, have no whole max points.
    Weights(String, PointsFaultKind),
}

/// The two tables among the sheets of a workbook, by their names or their headings.
pub fn index_tables(sheets: &[(String, Grid)]) -> Option<IndexTables<'_>> {
    let find = |name: &str, code: &str, others: &[&str]| {
        let mut all = sheets.iter();
        let named = all.find(|(own, _)| own.trim().eq_ignore_ascii_case(name));
        let named = named.map(|own| (own, heading_row(&own.1, &[code]).unwrap_or(0)));
        let headings: Vec<&str> = std::iter::once(code)
            .chain(others.iter().copied())
            .collect();
        let mut all = sheets.iter();
        let headed = || all.find_map(|own| Some((own, heading_row(&own.1, &headings)?)));
        let ((name, grid), headings) = named.or_else(headed)?;
        Some(Sheet {
            name,
            grid,
            headings,
        })
    };
    Some(IndexTables {
        data: find(DATA, "ucode", &[])?,
        meta: find(META, "icode", &["parent", "type"])?,
    })
}

/// The first row that has all of these headings.
fn heading_row(grid: &Grid, headings: &[&str]) -> Option<usize> {
    let has = |row: &&Vec<String>, heading: &&str| {
        let mut cells = row.iter();
        cells.any(|cell| cell.trim().eq_ignore_ascii_case(heading))
    };
    let mut rows = grid.rows.iter().take(TITLES);
    rows.position(|row| headings.iter().all(|heading| has(&row, heading)))
}

impl IndexTables<'_> {
    /// The index that they make. Its title is the name of the index in `iMeta`; `year` stands in where
    /// `iData` has no time.
    pub fn draft(&self, year: u16) -> Result<IndexDraft, TableFault> {
        let mark = self.mark()?;
        let indicators = Indicators::read(self.meta, mark)?;
        let units = Units::read(self.data, mark, &indicators)?;
        let (title, nodes) = tree::tree(&indicators, &units)?;
        let has_gaps = units.has_gaps;
        let draft = IndexDraft {
            title,
            title_en: None,
            year: units.year.unwrap_or(year),
            unit_name: None,
            mean: Mean::Arithmetic,
            // What COINr does where it is told nothing else.
            missing: has_gaps.then_some(Missing::Rescale),
            units: units.units,
            indicators: nodes,
        };
        match super::points::points(&draft.indicators) {
            Ok(_) => Ok(draft),
            Err(PointsFault { group, kind }) => {
                let place = indicators.row_of(&group);
                let fault = TableFaultKind::Weights(group, kind);
                Err(self.meta.fault(place, indicators.weight, fault))
            }
        }
    }

    /// Of the numbers of both; R and workbooks write points where nothing else is to be seen.
    fn mark(&self) -> Result<DecimalMark, TableFault> {
        let cells = || {
            let sheets = [self.data, self.meta].into_iter();
            sheets.flat_map(|sheet| sheet.grid.rows.iter().flatten().map(String::as_str))
        };
        match mark_of(cells()) {
            Some(mark) => Ok(mark),
            None if cells()
                .any(|cell| cell.contains(',') && mark_of([cell].into_iter()).is_none()) =>
            {
                Err(self.data.fault(None, None, TableFaultKind::TwoReadings))
            }
            None => Ok(DecimalMark::Point),
        }
    }
}

impl<'a> Sheet<'a> {
    fn fault(self, row: Option<usize>, column: Option<usize>, kind: TableFaultKind) -> TableFault {
        TableFault {
            sheet: self.name.to_owned(),
            row,
            column,
            kind,
        }
    }

    /// Headings with their columns.
    fn headings(self) -> impl Iterator<Item = (usize, &'a str)> {
        let row = self.grid.rows.get(self.headings);
        let cells = row.map(Vec::as_slice).unwrap_or_default().iter();
        let headings = cells
            .enumerate()
            .map(|(column, cell)| (column, cell.trim()));
        headings.filter(|(_, heading)| !heading.is_empty())
    }

    /// The column with this heading.
    fn column(self, heading: &str) -> Option<usize> {
        let mut headings = self.headings();
        let found = headings.find(|(_, own)| own.eq_ignore_ascii_case(heading));
        found.map(|(column, _)| column)
    }

    fn needed(self, heading: &'static str) -> Result<usize, TableFault> {
        let missing = || self.fault(Some(self.headings), None, TableFaultKind::NoColumn(heading));
        self.column(heading).ok_or_else(missing)
    }

    /// Rows below the headings that hold something.
    fn rows(self) -> impl Iterator<Item = usize> {
        let rows = self.grid.rows.iter().enumerate().skip(self.headings + 1);
        let filled = rows.filter(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty()));
        filled.map(|(row, _)| row)
    }

    /// A cell, without what R writes for nothing.
    fn cell(self, row: usize, column: Option<usize>) -> &'a str {
        let text = column.map_or("", |column| self.grid.cell(row, column).trim());
        match text {
            "NA" | "N/A" => "",
            text => text,
        }
    }
}

#[cfg(test)]
mod tests;
