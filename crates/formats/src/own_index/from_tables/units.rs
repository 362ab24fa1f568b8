//! `iData`: a row per unit, its columns checked against `iMeta`.

use super::indicators::{Indicators, Kind};
use super::{Sheet, TableFault, TableFaultKind};
use crate::own_index::draft::DraftUnit;
use crate::{DecimalMark, is_gap, raw_number};
use dti_engine::model::Imputation;
use std::collections::BTreeMap;

/// Columns that `iMeta` does not list.
const CODE: &str = "uCode";
const NAME: &str = "uName";
const TIME: &str = "Time";

/// The table.
pub(super) struct Units<'a> {
    pub(super) units: Vec<DraftUnit>,
    /// Year that the values are of, where the table says one.
    pub(super) year: Option<u16>,
    /// Values of indicators by their codes, divided already.
    pub(super) values: BTreeMap<&'a str, Vec<Option<f64>>>,
    /// Whether an indicator has no value of some unit.
    pub(super) has_gaps: bool,
}

/// The table on its way to that.
struct Reading<'a, 'b> {
    sheet: Sheet<'a>,
    mark: DecimalMark,
    rows: Vec<usize>,
    indicators: &'b Indicators<'a>,
}

impl<'a> Units<'a> {
    pub(super) fn read(
        sheet: Sheet<'a>,
        mark: DecimalMark,
        indicators: &Indicators<'a>,
    ) -> Result<Self, TableFault> {
        let code = sheet.needed(CODE)?;
        let reading = Reading {
            sheet,
            mark,
            rows: sheet.rows().collect(),
            indicators,
        };
        if reading.rows.is_empty() {
            return Err(sheet.fault(None, None, TableFaultKind::NoRows));
        }
        reading.check_columns()?;
        let units = reading.units(code)?;
        let values = reading.all_values()?;
        let has_gaps = values.values().flatten().any(Option::is_none);
        Ok(Self {
            units,
            year: reading.year()?,
            values,
            has_gaps,
        })
    }
}

impl<'a> Reading<'a, '_> {
    /// Every column has to be listed, each once.
    fn check_columns(&self) -> Result<(), TableFault> {
        let mut before: Vec<&str> = Vec::new();
        for (column, heading) in self.sheet.headings() {
            let at = |kind| {
                let row = Some(self.sheet.headings);
                Err(self.sheet.fault(row, Some(column), kind))
            };
            if before.contains(&heading) {
                return at(TableFaultKind::Twice(heading.to_owned()));
            }
            before.push(heading);
            let is_special = [CODE, NAME, TIME].map(|own| own.eq_ignore_ascii_case(heading));
            if !is_special.contains(&true) && self.indicators.of(heading).is_none() {
                return at(TableFaultKind::Unlisted(heading.to_owned()));
            }
        }
        Ok(())
    }

    fn units(&self, code: usize) -> Result<Vec<DraftUnit>, TableFault> {
        let sheet = self.sheet;
        let name = sheet.column(NAME);
        let group = self.group()?;
        let mut units: Vec<DraftUnit> = Vec::new();
        for &row in &self.rows {
            // A country may have the code NA.
            let own = sheet.grid.cell(row, code).trim();
            let fault = |kind| sheet.fault(Some(row), Some(code), kind);
            if own.is_empty() {
                return Err(fault(TableFaultKind::NoCode));
            }
            if units.iter().any(|unit| unit.code == own) {
                return Err(fault(TableFaultKind::Twice(own.to_owned())));
            }
            let name = Some(sheet.cell(row, name)).filter(|name| !name.is_empty());
            let region = Some(sheet.cell(row, group)).filter(|region| !region.is_empty());
            units.push(DraftUnit {
                code: own.to_owned(),
                name: name.unwrap_or(own).to_owned(),
                region: region.map(str::to_owned),
            });
        }
        Ok(units)
    }

    /// The column of the units' region, which has to be there where indicators are imputed by it.
    fn group(&self) -> Result<Option<usize>, TableFault> {
        let Some(code) = self.indicators.group else {
            return Ok(None);
        };
        let mut entries = self.indicators.entries.iter();
        let is_needed = entries.any(|entry| entry.imputation.is_some_and(Imputation::is_by_region));
        match self.sheet.column(code) {
            None if is_needed => {
                let row = self.indicators.row_of(code);
                let kind = TableFaultKind::WithoutColumn(code.to_owned());
                Err(self.indicators.sheet.fault(row, None, kind))
            }
            column => Ok(column),
        }
    }

    /// The one year of a table that has a column for it.
    fn year(&self) -> Result<Option<u16>, TableFault> {
        let Some(column) = self.sheet.column(TIME) else {
            return Ok(None);
        };
        let first = self.rows.first().copied().unwrap_or_default();
        let time = self.sheet.cell(first, Some(column));
        let is_other = |row: &&usize| self.sheet.cell(**row, Some(column)) != time;
        if let Some(row) = self.rows.iter().find(is_other) {
            let kind = TableFaultKind::SeveralTimes;
            return Err(self.sheet.fault(Some(*row), Some(column), kind));
        }
        let year: Option<u16> = time.parse().ok();
        Ok(year.filter(|year| (1900..=2200).contains(year)))
    }

    fn all_values(&self) -> Result<BTreeMap<&'a str, Vec<Option<f64>>>, TableFault> {
        let mut all = BTreeMap::new();
        let entries = self.indicators.entries.iter();
        for entry in entries.filter(|entry| entry.kind == Kind::Indicator) {
            let meta = self.indicators.sheet;
            let Some(column) = self.sheet.column(entry.code) else {
                let kind = TableFaultKind::WithoutColumn(entry.code.to_owned());
                return Err(meta.fault(Some(entry.row), None, kind));
            };
            let mut values = self.values(column)?;
            if !entry.denominator.is_empty() {
                let Some(denominator) = self.sheet.column(entry.denominator) else {
                    let kind = TableFaultKind::UnknownDenominator(entry.denominator.to_owned());
                    let place = self.indicators.denominator;
                    return Err(meta.fault(Some(entry.row), place, kind));
                };
                values = self.divided(values, denominator, entry.code)?;
            }
            let mut given = values.iter().flatten();
            let first = given.next();
            if given.all(|value| Some(value) == first) {
                let kind = TableFaultKind::AllEqual(entry.code.to_owned());
                return Err(self.sheet.fault(None, Some(column), kind));
            }
            all.insert(entry.code, values);
        }
        Ok(all)
    }

    /// The numbers of a column.
    fn values(&self, column: usize) -> Result<Vec<Option<f64>>, TableFault> {
        let mut percent: Option<bool> = None;
        let mut values = Vec::new();
        for &row in &self.rows {
            let cell = self.sheet.grid.cell(row, column);
            if is_gap(cell) {
                values.push(None);
                continue;
            }
            let fault = |kind| self.sheet.fault(Some(row), Some(column), kind);
            let not_a_number = || fault(TableFaultKind::NotANumber(cell.trim().to_owned()));
            let number = raw_number(cell, self.mark).ok_or_else(not_a_number)?;
            if *percent.get_or_insert(number.is_percent) != number.is_percent {
                return Err(fault(TableFaultKind::MixedPercent));
            }
            values.push(Some(number.value));
        }
        Ok(values)
    }

    /// Values per one of the denominator; without it there is no value.
    fn divided(
        &self,
        values: Vec<Option<f64>>,
        column: usize,
        code: &str,
    ) -> Result<Vec<Option<f64>>, TableFault> {
        let below = self.values(column)?;
        let mut divided = Vec::new();
        for ((value, below), row) in values.into_iter().zip(below).zip(&self.rows) {
            if below == Some(0.0) && value.is_some() {
                let kind = TableFaultKind::DenominatorZero(code.to_owned());
                return Err(self.sheet.fault(Some(*row), Some(column), kind));
            }
            divided.push(value.zip(below).map(|(value, below)| value / below));
        }
        Ok(divided)
    }
}
