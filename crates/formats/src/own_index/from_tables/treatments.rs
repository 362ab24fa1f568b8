//! Columns of `iMeta` that say per indicator what COINr's `Impute` and `Treat` take as arguments.

use super::{Sheet, TableFault, TableFaultKind};
use crate::{DecimalMark, fold, raw_number};
use dti_engine::model::{Beyond, Imputation, Treatment};

/// Headings as they are folded: as COINr calls the arguments, and as people write them.
const IMPUTE: [&str; 3] = ["impute", "imputation", "f i"];
const GROUP: [&str; 1] = ["use group"];
const WINSORISE: [&str; 5] = [
    "winsorise",
    "winsorize",
    "winsorisation",
    "winsorization",
    "winmax",
];
const LOG: [&str; 2] = ["log", "logarithm"];
/// Headings of what this page does not compute.
const OTHERS: [&str; 4] = ["treat", "treatment", "transform", "transformation"];
/// What says that there is none.
const NONE: [&str; 7] = ["", "none", "no", "na", "0", "false", "khong"];
/// What asks for a logarithm: COINr's function, or yes.
const YES: [&str; 5] = ["log ct", "yes", "true", "1", "co"];

/// The columns.
#[derive(Clone, Copy)]
pub(super) struct Treatments<'a> {
    sheet: Sheet<'a>,
    mark: DecimalMark,
    impute: Option<usize>,
    group: Option<usize>,
    winsorise: Option<usize>,
    log: Option<usize>,
    other: Option<(usize, &'a str)>,
}

impl<'a> Treatments<'a> {
    pub(super) fn of(sheet: Sheet<'a>, mark: DecimalMark) -> Self {
        let headed = |names: &[&str]| {
            let mut headings = sheet.headings();
            headings.find(|(_, heading)| names.contains(&fold(heading).as_str()))
        };
        let column = |names: &[&str]| headed(names).map(|(column, _)| column);
        Self {
            sheet,
            mark,
            impute: column(&IMPUTE),
            group: column(&GROUP),
            winsorise: column(&WINSORISE),
            log: column(&LOG),
            other: headed(&OTHERS),
        }
    }

    /// What stands in for missing values of the indicator in a row.
    pub(super) fn imputation(&self, row: usize) -> Result<Option<Imputation>, TableFault> {
        let Some((given, column)) = self.asked(row, self.impute) else {
            return Ok(None);
        };
        let rule = match given.trim_start_matches("i ") {
            "mean" => Imputation::Mean,
            "median" => Imputation::Median,
            "mean grp" => Imputation::RegionMean,
            "median grp" => Imputation::RegionMedian,
            _ => return Err(self.unknown(row, column)),
        };
        Ok(Some(rule))
    }

    /// Code of the group that imputation goes by, where a row says one.
    pub(super) fn group(&self, row: usize) -> Option<(&'a str, usize)> {
        let column = self.group?;
        let given = self.sheet.cell(row, Some(column));
        (!given.is_empty()).then_some((given, column))
    }

    /// What is done with outliers of the indicator in a row.
    pub(super) fn treatment(&self, row: usize) -> Result<Option<Treatment>, TableFault> {
        if let Some((column, heading)) = self.other
            && self.asked(row, Some(column)).is_some()
        {
            let kind = TableFaultKind::Treatment(heading.to_owned());
            return Err(self.sheet.fault(Some(row), Some(column), kind));
        }
        let most = match self.asked(row, self.winsorise) {
            Some((_, column)) => Some(self.most(row, column)?),
            None => None,
        };
        let log = match self.asked(row, self.log) {
            Some((given, _)) if YES.contains(&given.as_str()) => Some(Beyond::Logarithm),
            Some((_, column)) => return Err(self.unknown(row, column)),
            None => None,
        };
        // Without a column for it COINr's own way goes on to the logarithm.
        let usual = self.log.map_or(Beyond::Logarithm, |_| Beyond::Winsorised);
        let has_any = most.is_some() || log.is_some();
        Ok(has_any.then(|| Treatment {
            most: most.unwrap_or_default(),
            beyond: log.unwrap_or(usual),
            ..Treatment::default()
        }))
    }

    /// How many values may be winsorised.
    fn most(&self, row: usize, column: usize) -> Result<u32, TableFault> {
        let number = raw_number(self.sheet.cell(row, Some(column)), self.mark);
        let value = number.filter(|own| !own.is_percent).map(|own| own.value);
        let is_count = |own: &f64| own.fract() == 0.0 && (1.0..=5_000.0).contains(own);
        let most = value.filter(is_count).map(|own| own as u32);
        most.ok_or_else(|| self.unknown(row, column))
    }

    /// What a cell asks for, folded, with its column.
    fn asked(&self, row: usize, column: Option<usize>) -> Option<(String, usize)> {
        let column = column?;
        let given = fold(self.sheet.cell(row, Some(column)));
        (!NONE.contains(&given.as_str())).then_some((given, column))
    }

    fn unknown(&self, row: usize, column: usize) -> TableFault {
        let given = self.sheet.cell(row, Some(column)).to_owned();
        let kind = TableFaultKind::UnknownTreatment(given);
        self.sheet.fault(Some(row), Some(column), kind)
    }
}
