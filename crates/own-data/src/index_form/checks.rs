//! From what is typed to a draft, with one finding for each entry that cannot be read.

use super::columns::{FormColumn, numbers};
use super::{Gap, IndexForm};
use dti_engine::model::Imputation;
use dti_formats::{
    Below, DraftUnit, IndexDraft, IndicatorNode, PointsFaultKind, RawColumn, is_gap, raw_number,
};

use std::collections::BTreeSet;

/// Longest title, in bytes.
const LONGEST_TITLE: usize = 200;
/// Longest name of a unit, in bytes.
const LONGEST_UNIT_NAME: usize = 64;

/// An entry that cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormFault {
    /// Where it stands.
    pub field: FormField,
    /// What is wrong with it.
    pub kind: FormFaultKind,
}

/// A field of the form. Columns are named by their places in the table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FormField {
    /// No single one.
    Whole,
    /// The mark before decimals.
    Mark,
    /// The title.
    Title,
    /// The year.
    Year,
    /// What units are called.
    UnitName,
    /// The column of the units.
    Units,
    /// What a gap means.
    Missing,
    /// The column of the regions.
    Regions,
    /// A column itself.
    Column(usize),
    /// Max points of a column.
    Weight(usize),
    /// A goalpost of a column.
    Goalposts(usize),
}

/// What is wrong with an entry. Rows are counted from 1, as people do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FormFaultKind {
    /// Nothing is typed.
    Empty,
    /// More bytes than these.
    TooLong(usize),
    /// No year from 1900 to 2200.
    BadYear,
    /// Only one of the two English words.
    HalfEnglish,
    /// The numbers may be read in two ways, and the reader has not said which.
    TwoReadings,
    /// A name that stands in an earlier row too: the name and the later row.
    Twice(String, usize),
    /// No row has a name and numbers.
    NoUnits,
    /// No column is chosen.
    NoIndicators,
    /// A cell of a chosen column is no number: its text and row.
    CellNotANumber(String, usize),
    /// Percentages and other numbers in one column; the row.
    MixedPercent(usize),
    /// What is typed is no number in the mark of the table.
    NotANumber(String),
    /// Max points below 0.
    Negative,
    /// The low goalpost is not below the high one.
    NotBelow,
    /// A unit without a value where none may be missing and none stands in for it: its name and row.
    Gap(String, usize),
    /// No column of regions, by which gaps are to be imputed.
    NoRegions,
    /// The max points have no common whole parts.
    Weights(PointsFaultKind),
    /// Something that the document refuses: where and what.
    Document(String, String),
}

impl FormField {
    pub(super) fn fault(self, kind: FormFaultKind) -> FormFault {
        FormFault { field: self, kind }
    }
}

/// A row of the table that is a unit.
struct UnitRow {
    row: usize,
    name: String,
    region: Option<String>,
}

impl IndexForm {
    /// The index that the entries describe, or every entry that cannot be read.
    pub fn draft(&self) -> Result<IndexDraft, Vec<FormFault>> {
        let mut faults = Vec::new();
        let year = self.read_header(&mut faults);
        let rows = self.unit_rows(&mut faults);
        let chosen = || self.columns.iter().filter(|own| own.is_indicator);
        if chosen().next().is_none() {
            faults.push(FormField::Whole.fault(FormFaultKind::NoIndicators));
        }
        let nodes = chosen().filter_map(|column| {
            let node = self.node(column, &rows);
            node.map_err(|own| faults.push(own)).ok()
        });
        let indicators: Vec<IndicatorNode> = nodes.collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        let unit = |own: UnitRow| DraftUnit {
            code: own.name.clone(),
            name: own.name,
            region: own.region,
        };
        let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Ok(IndexDraft {
            title: self.title.trim().to_owned(),
            title_en: given(&self.title_en),
            year,
            unit_name: given(&self.unit_name).map(|vi| {
                let en = given(&self.unit_name_en).unwrap_or_else(|| "unit".to_owned());
                let plural = given(&self.units_name_en).unwrap_or_else(|| "units".to_owned());
                [vi, en, plural]
            }),
            mean: self.mean,
            missing: self.gap.missing(),
            units: rows.into_iter().map(unit).collect(),
            indicators,
        })
    }

    /// Checks what is said of the whole; gives the year.
    fn read_header(&self, faults: &mut Vec<FormFault>) -> u16 {
        use FormFaultKind as K;
        if self.has_two_readings {
            faults.push(FormField::Mark.fault(K::TwoReadings));
        }
        match self.title.trim().len() {
            0 => faults.push(FormField::Title.fault(K::Empty)),
            1..=LONGEST_TITLE => {}
            _ => faults.push(FormField::Title.fault(K::TooLong(LONGEST_TITLE))),
        }
        let is_by_region = |rule: Imputation| rule.is_by_region();
        if self.region_column.is_none() && self.gap.imputation().is_some_and(is_by_region) {
            faults.push(FormField::Regions.fault(K::NoRegions));
        }
        let names = [&self.unit_name, &self.unit_name_en, &self.units_name_en];
        let [vi, en, several] = names.map(|name| name.trim().len());
        if [vi, en, several]
            .iter()
            .any(|bytes| *bytes > LONGEST_UNIT_NAME)
        {
            faults.push(FormField::UnitName.fault(K::TooLong(LONGEST_UNIT_NAME)));
        }
        if (en == 0) != (several == 0) {
            faults.push(FormField::UnitName.fault(K::HalfEnglish));
        } else if en > 0 && vi == 0 {
            faults.push(FormField::UnitName.fault(K::Empty));
        }
        let year: Option<u16> = self.year.trim().parse().ok();
        let year = year.filter(|year| (1900..=2200).contains(year));
        if year.is_none() {
            faults.push(FormField::Year.fault(K::BadYear));
        }
        year.unwrap_or_default()
    }

    /// The rows with a name, down to the last one with numbers: notes stand below it.
    fn unit_rows(&self, faults: &mut Vec<FormFault>) -> Vec<UnitRow> {
        let last = self
            .columns
            .iter()
            .filter(|column| column.is_indicator)
            .filter_map(|column| {
                numbers(&self.grid, self.headings, column.place, self.mark)
                    .map(|(row, _)| row)
                    .max()
            });
        let last = last.max().unwrap_or_default();
        let mut rows: Vec<UnitRow> = Vec::new();
        let mut names = BTreeSet::new();
        for row in self.headings + 1..=last {
            let words = |column: usize| {
                let cell = self.grid.cell(row, column).split_whitespace();
                cell.collect::<Vec<_>>().join(" ")
            };
            let name = words(self.unit_column);
            let region = self.region_column.map(words);
            let region = region.filter(|region| !region.is_empty());
            let is_filled = |column: &FormColumn| {
                column.is_indicator && !is_gap(self.grid.cell(row, column.place))
            };
            if name.is_empty() {
                if self.columns.iter().any(is_filled) {
                    let kind = FormFaultKind::Gap(String::new(), row + 1);
                    faults.push(FormField::Units.fault(kind));
                    return rows;
                }
                continue;
            }
            if !names.insert(name.clone()) {
                let kind = FormFaultKind::Twice(name, row + 1);
                faults.push(FormField::Units.fault(kind));
                return rows;
            }
            rows.push(UnitRow { row, name, region });
        }
        if rows.is_empty() && self.columns.iter().any(|own| own.is_indicator) {
            faults.push(FormField::Units.fault(FormFaultKind::NoUnits));
        }
        rows
    }

    fn node(&self, column: &FormColumn, rows: &[UnitRow]) -> Result<IndicatorNode, FormFault> {
        use FormFaultKind as K;
        let place = column.place;
        let typed = |text: &str, field: FormField| {
            let number = raw_number(text, self.mark).filter(|number| !number.is_percent);
            let wrong = || match text.trim().is_empty() {
                true => field.fault(K::Empty),
                false => field.fault(K::NotANumber(text.trim().to_owned())),
            };
            number.map(|number| number.value).ok_or_else(wrong)
        };
        let weight = typed(&column.weight, FormField::Weight(place))?;
        if weight < 0.0 {
            return Err(FormField::Weight(place).fault(K::Negative));
        }
        let goalposts = FormField::Goalposts(place);
        let (low, high) = (
            typed(&column.low, goalposts)?,
            typed(&column.high, goalposts)?,
        );
        if low >= high {
            return Err(goalposts.fault(K::NotBelow));
        }
        Ok(IndicatorNode {
            code: column.heading.clone(),
            name: column.heading.clone(),
            weight,
            below: Below::Values(RawColumn {
                values: self.values(place, rows)?,
                direction: column.direction,
                // Outliers that are drawn in have ends of their own.
                goalposts: self.treatment.is_none().then_some((low, high)),
                imputation: self.gap.imputation(),
                treatment: self.treatment,
            }),
        })
    }

    fn values(&self, place: usize, rows: &[UnitRow]) -> Result<Vec<Option<f64>>, FormFault> {
        use FormFaultKind as K;
        let mut percent: Option<bool> = None;
        let mut values = Vec::new();
        for UnitRow { row, name, .. } in rows {
            let cell = self.grid.cell(*row, place);
            if is_gap(cell) {
                if self.gap == Gap::Refused {
                    let kind = K::Gap(name.clone(), row + 1);
                    return Err(FormField::Missing.fault(kind));
                }
                values.push(None);
                continue;
            }
            let column = FormField::Column(place);
            let wrong = || column.fault(K::CellNotANumber(cell.trim().to_owned(), row + 1));
            let number = raw_number(cell, self.mark).ok_or_else(wrong)?;
            if *percent.get_or_insert(number.is_percent) != number.is_percent {
                return Err(column.fault(K::MixedPercent(row + 1)));
            }
            values.push(Some(number.value));
        }
        match self.gap {
            Gap::Imputed(rule) => check_stand_ins(rule, rows, &values).map(|()| values),
            _ => Ok(values),
        }
    }
}

/// Refuses gaps of units for which no other stands in: nothing is known of their region.
fn check_stand_ins(
    rule: Imputation,
    rows: &[UnitRow],
    values: &[Option<f64>],
) -> Result<(), FormFault> {
    let both = || rows.iter().zip(values);
    let is_alone = |own: &UnitRow| {
        let is_like = |other: &UnitRow| own.region.is_some() && own.region == other.region;
        let mut others = both().filter(|(_, value)| value.is_some());
        !others.any(|(other, _)| !rule.is_by_region() || is_like(other))
    };
    let gap = both().find(|(own, value)| value.is_none() && is_alone(own));
    gap.map_or(Ok(()), |(own, _)| {
        let kind = FormFaultKind::Gap(own.name.clone(), own.row + 1);
        Err(FormField::Missing.fault(kind))
    })
}
