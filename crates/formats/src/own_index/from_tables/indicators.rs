//! `iMeta`: a row per indicator, aggregate and other column, each cell checked where it stands.

use super::treatments::Treatments;
use super::{Sheet, TableFault, TableFaultKind};
use crate::{DecimalMark, raw_number};
use dti_engine::model::{Direction, Imputation, Treatment};
use std::collections::BTreeMap;

/// What a row is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Indicator,
    Aggregate,
    Group,
    Denominator,
    Other,
}

impl Kind {
    fn named(word: &str) -> Option<Self> {
        Some(match word.to_ascii_lowercase().as_str() {
            "indicator" => Self::Indicator,
            "aggregate" => Self::Aggregate,
            "group" => Self::Group,
            "denominator" => Self::Denominator,
            "other" => Self::Other,
            _ => return None,
        })
    }

    pub(super) fn is_in_index(self) -> bool {
        matches!(self, Self::Indicator | Self::Aggregate)
    }
}

/// A row.
#[derive(Clone, Debug)]
pub(super) struct Entry<'a> {
    pub(super) row: usize,
    pub(super) code: &'a str,
    pub(super) name: &'a str,
    pub(super) kind: Kind,
    pub(super) level: u32,
    /// Empty for none.
    pub(super) parent: &'a str,
    pub(super) direction: Direction,
    pub(super) weight: f64,
    /// Code of the denominator, empty for none.
    pub(super) denominator: &'a str,
    pub(super) imputation: Option<Imputation>,
    pub(super) treatment: Option<Treatment>,
}

/// The table.
pub(super) struct Indicators<'a> {
    pub(super) sheet: Sheet<'a>,
    pub(super) entries: Vec<Entry<'a>>,
    /// Places of the entries by their codes.
    by_code: BTreeMap<&'a str, usize>,
    pub(super) parent: Option<usize>,
    pub(super) weight: Option<usize>,
    pub(super) denominator: Option<usize>,
    /// Code of the group that is the units' region: the one that imputation goes by, or the first.
    pub(super) group: Option<&'a str>,
}

/// Columns of the table.
struct Columns {
    code: usize,
    level: usize,
    parent: usize,
    direction: usize,
    weight: usize,
    kind: usize,
    name: Option<usize>,
    denominator: Option<usize>,
}

impl<'a> Indicators<'a> {
    pub(super) fn read(sheet: Sheet<'a>, mark: DecimalMark) -> Result<Self, TableFault> {
        let columns = Columns {
            code: sheet.needed("iCode")?,
            level: sheet.needed("Level")?,
            parent: sheet.needed("Parent")?,
            direction: sheet.needed("Direction")?,
            weight: sheet.needed("Weight")?,
            kind: sheet.needed("Type")?,
            name: sheet.column("iName"),
            denominator: sheet.column("Denominator"),
        };
        let mut own = Self {
            sheet,
            entries: Vec::new(),
            by_code: BTreeMap::new(),
            parent: Some(columns.parent),
            weight: Some(columns.weight),
            denominator: columns.denominator,
            group: None,
        };
        let treatments = Treatments::of(sheet, mark);
        for row in sheet.rows() {
            let mut entry = own.entry(row, &columns, mark)?;
            if entry.kind == Kind::Indicator {
                entry.imputation = treatments.imputation(row)?;
                entry.treatment = treatments.treatment(row)?;
            }
            if own.by_code.insert(entry.code, own.entries.len()).is_some() {
                let twice = TableFaultKind::Twice(entry.code.to_owned());
                return Err(sheet.fault(Some(row), Some(columns.code), twice));
            }
            own.entries.push(entry);
        }
        if own.entries.is_empty() {
            return Err(sheet.fault(None, None, TableFaultKind::NoRows));
        }
        own.check_parents()?;
        own.group = own.find_group(&treatments)?;
        Ok(own)
    }

    pub(super) fn of(&self, code: &str) -> Option<&Entry<'a>> {
        self.entries.get(*self.by_code.get(code)?)
    }

    pub(super) fn row_of(&self, code: &str) -> Option<usize> {
        self.of(code).map(|entry| entry.row)
    }

    /// The index itself.
    pub(super) fn top(&self) -> Result<&Entry<'a>, TableFault> {
        let entries = self.entries.iter();
        let is_top = |own: &&Entry<'_>| own.kind == Kind::Aggregate && own.parent.is_empty();
        let tops: Vec<&Entry<'a>> = entries.filter(is_top).collect();
        match tops.as_slice() {
            [top] => Ok(top),
            _ => {
                let codes = tops.iter().map(|own| own.code.to_owned()).collect();
                let row = tops.get(1).map(|own| own.row);
                Err(self
                    .sheet
                    .fault(row, self.parent, TableFaultKind::Tops(codes)))
            }
        }
    }

    fn entry(
        &self,
        row: usize,
        columns: &Columns,
        mark: DecimalMark,
    ) -> Result<Entry<'a>, TableFault> {
        let sheet = self.sheet;
        let fault = |column, kind| sheet.fault(Some(row), Some(column), kind);
        let number = |column: usize| raw_number(sheet.cell(row, Some(column)), mark);
        let given = |column: usize| sheet.cell(row, Some(column)).to_owned();
        let code = sheet.cell(row, Some(columns.code));
        if code.is_empty() {
            return Err(fault(columns.code, TableFaultKind::NoCode));
        }
        let kind = Kind::named(sheet.cell(row, Some(columns.kind)));
        let unknown = || {
            let given = given(columns.kind);
            fault(columns.kind, TableFaultKind::UnknownType(given))
        };
        let kind = kind.ok_or_else(unknown)?;
        let name = sheet.cell(row, columns.name);
        let mut entry = Entry {
            row,
            code,
            name: if name.is_empty() { code } else { name },
            kind,
            level: 0,
            parent: sheet.cell(row, Some(columns.parent)),
            direction: Direction::HigherIsBetter,
            weight: 1.0,
            denominator: sheet.cell(row, columns.denominator),
            imputation: None,
            treatment: None,
        };
        if !kind.is_in_index() {
            return Ok(entry);
        }
        let level = number(columns.level).map(|number| number.value);
        let level = level.filter(|level| (1.0..=100.0).contains(level) && level.fract() == 0.0);
        let level = level.map(|level| level as u32);
        let is_fitting = |level: &u32| kind != Kind::Indicator || *level == 1;
        entry.level = match level.filter(is_fitting) {
            Some(level) => level,
            None => {
                let kind = TableFaultKind::BadLevel(given(columns.level));
                return Err(fault(columns.level, kind));
            }
        };
        entry.direction = self.direction(&entry, columns.direction, mark)?;
        let is_top = kind == Kind::Aggregate && entry.parent.is_empty();
        let weight = number(columns.weight).map(|number| number.value);
        let is_allowed = |own: &f64| *own > 0.0 || (kind == Kind::Indicator && *own == 0.0);
        entry.weight = match weight.filter(is_allowed) {
            Some(weight) => weight,
            // Nothing stands beside the index itself.
            None if is_top => 1.0,
            None => {
                let kind = TableFaultKind::BadWeight(given(columns.weight));
                return Err(fault(columns.weight, kind));
            }
        };
        Ok(entry)
    }

    fn direction(
        &self,
        entry: &Entry<'_>,
        column: usize,
        mark: DecimalMark,
    ) -> Result<Direction, TableFault> {
        let fault = |kind| self.sheet.fault(Some(entry.row), Some(column), kind);
        let given = self.sheet.cell(entry.row, Some(column));
        let value = raw_number(given, mark).map(|number| number.value);
        match value {
            Some(1.0) => Ok(Direction::HigherIsBetter),
            Some(-1.0) if entry.kind == Kind::Indicator => Ok(Direction::LowerIsBetter),
            Some(-1.0) => Err(fault(TableFaultKind::TurnedAggregate(
                entry.code.to_owned(),
            ))),
            None if entry.kind == Kind::Aggregate && given.is_empty() => {
                Ok(Direction::HigherIsBetter)
            }
            _ => Err(fault(TableFaultKind::BadDirection(given.to_owned()))),
        }
    }

    /// The group of the rows that impute by one, which is the same in all.
    fn find_group(&self, treatments: &Treatments<'a>) -> Result<Option<&'a str>, TableFault> {
        let is_group = |code: &str| self.of(code).is_some_and(|own| own.kind == Kind::Group);
        let by_group = |entry: &&Entry<'_>| entry.imputation.is_some_and(Imputation::is_by_region);
        let mut found = None;
        for entry in self.entries.iter().filter(by_group) {
            let Some((given, column)) = treatments.group(entry.row) else {
                continue;
            };
            if !is_group(given) || *found.get_or_insert(given) != given {
                let kind = TableFaultKind::BadGroup(given.to_owned());
                return Err(self.sheet.fault(Some(entry.row), Some(column), kind));
            }
        }
        let first = self.entries.iter().find(|entry| entry.kind == Kind::Group);
        let group = found.or_else(|| first.map(|entry| entry.code));
        match self.entries.iter().find(by_group) {
            Some(entry) if group.is_none() => {
                let kind = TableFaultKind::BadGroup(String::new());
                Err(self.sheet.fault(Some(entry.row), None, kind))
            }
            _ => Ok(group),
        }
    }

    fn check_parents(&self) -> Result<(), TableFault> {
        for entry in self.entries.iter().filter(|own| own.kind.is_in_index()) {
            let fault = |kind| self.sheet.fault(Some(entry.row), self.parent, kind);
            let is_top = entry.kind == Kind::Aggregate && entry.parent.is_empty();
            let above = self.of(entry.parent);
            match above.filter(|above| above.kind == Kind::Aggregate) {
                Some(above) if above.level != entry.level + 1 => {
                    let parent = entry.parent.to_owned();
                    return Err(fault(TableFaultKind::LevelSkipped(parent)));
                }
                None if !is_top => {
                    let parent = entry.parent.to_owned();
                    return Err(fault(TableFaultKind::UnknownParent(parent)));
                }
                _ => {}
            }
        }
        Ok(())
    }
}
