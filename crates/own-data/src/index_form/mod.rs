//! An index from one table: what the reader chose and typed about it, and the draft that it makes. Nothing
//! is opened before every entry can be read.

mod checks;
mod columns;
mod gap;

pub use checks::{FormFault, FormFaultKind, FormField};
pub use columns::FormColumn;
pub use gap::Gap;

use crate::import::Table;
use crate::{Done, IndexOpened, OwnData, Refusal};
use columns::{columns, heading_row, number_columns, unit_column};
use dti_engine::Catalogue;
use dti_engine::calculator::Calculator;
use dti_engine::model::{Exact, Mean, Treatment};
use dti_formats::{
    BookRemark, BookRemarkKind, DecimalMark, Grid, IndexDraft, OwnIndex, index_id, mark_of,
    parse_index,
};
use std::sync::Arc;

/// Best places that a preview names.
const FIRST_PLACES: usize = 3;
/// Name of what a form makes, in messages.
const FORM: &str = "form";

/// A table with what is chosen and typed about it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct IndexForm {
    /// Name of the file; empty for a pasted table.
    pub name: String,
    /// The sheets of the workbook that it came from, of which one is taken.
    pub sheets: Vec<(String, Grid)>,
    /// Which of them it is.
    pub sheet: usize,
    /// What of the workbook was taken otherwise than it stands there.
    pub remarks: Vec<BookRemark>,
    /// Its cells.
    pub grid: Grid,
    /// What stands before decimals, in the table and in what is typed.
    pub mark: DecimalMark,
    /// Whether the numbers of the table may be read with the other mark too.
    pub has_two_readings: bool,
    /// Title.
    pub title: String,
    /// Title in English; empty for the same.
    pub title_en: String,
    /// Year, as it is typed.
    pub year: String,
    /// What a unit is called; empty for the usual word.
    pub unit_name: String,
    /// The same in English.
    pub unit_name_en: String,
    /// Several in English.
    pub units_name_en: String,
    /// Column with the names of the units.
    pub unit_column: usize,
    /// How scores become totals.
    pub mean: Mean,
    /// What a gap means.
    pub gap: Gap,
    /// Column with the regions or groups of the units.
    pub region_column: Option<usize>,
    /// What is done with outliers; the goalposts then follow from the values.
    pub treatment: Option<Treatment>,
    /// Columns that hold numbers.
    pub columns: Vec<FormColumn>,
    /// Row of the headings, from 0.
    headings: usize,
}

/// What a form comes to.
#[derive(Clone, PartialEq, Debug)]
pub struct FormPreview {
    /// Units that are ranked.
    pub units: usize,
    /// Indicators that count.
    pub indicators: usize,
    /// Rank, name and total of the first.
    pub first: Vec<(u32, String, Exact)>,
}

impl IndexForm {
    /// The form for a table; `None` where no sheet has a column of names and one of numbers.
    pub fn of(table: &Table, year: u16) -> Option<Self> {
        let sheets = table.sheets.iter();
        let sheets = sheets.filter_map(|sheet| Some((sheet.name.clone()?, sheet.grid.clone())));
        let sheets: Vec<(String, Grid)> = sheets.collect();
        let form = Self {
            name: table.name.clone(),
            remarks: table.remarks.clone(),
            title: table.name.split('.').next().unwrap_or_default().to_owned(),
            year: year.to_string(),
            ..Self::default()
        };
        if sheets.is_empty() {
            return form.with_grid(table.grid.clone());
        }
        // The one with most columns of numbers; of several the first.
        let numbers = |grid: &Grid| {
            form.clone()
                .with_grid(grid.clone())
                .map(|own| own.columns.len())
        };
        let mut best = None;
        for (place, (_, grid)) in sheets.iter().enumerate() {
            let own = numbers(grid);
            if own.is_some() && best.is_none_or(|(most, _)| own > most) {
                best = Some((own, place));
            }
        }
        let (_, sheet) = best?;
        let grid = sheets.get(sheet)?.1.clone();
        let form = Self {
            sheets,
            sheet,
            ..form
        };
        form.with_grid(grid)
    }

    /// Takes another sheet of the workbook; what is said of columns begins anew.
    pub fn choose_sheet(&mut self, sheet: usize) {
        let Some((_, grid)) = self.sheets.get(sheet) else {
            return;
        };
        let other = Self {
            sheet,
            ..self.clone()
        };
        if let Some(other) = other.with_grid(grid.clone()) {
            *self = other;
        }
    }

    /// Reads the numbers with another mark; the columns begin anew.
    pub fn choose_mark(&mut self, mark: DecimalMark) {
        let numbers = number_columns(&self.grid, self.headings, mark);
        let columns = columns(&self.grid, self.headings, &numbers, mark);
        (self.mark, self.columns, self.has_two_readings) = (mark, columns, false);
        self.leave_out_units();
    }

    /// Takes the names of the units from another column.
    pub fn choose_units(&mut self, column: usize) {
        self.unit_column = column;
        self.leave_out_units();
    }

    /// Headings of all columns, by their places.
    pub fn headings(&self) -> Vec<(usize, String)> {
        let row = self.grid.rows.get(self.headings);
        let cells = row.map(Vec::as_slice).unwrap_or_default().iter();
        cells
            .enumerate()
            .map(|(place, cell)| (place, columns::heading(cell, place)))
            .collect()
    }

    fn with_grid(mut self, grid: Grid) -> Option<Self> {
        let mark = mark_of(grid.rows.iter().flatten().map(String::as_str));
        self.has_two_readings = mark.is_none();
        self.mark = mark.unwrap_or_default();
        self.headings = heading_row(&grid, self.mark)?;
        let numbers = number_columns(&grid, self.headings, self.mark);
        self.unit_column = unit_column(&grid, self.headings, &numbers)?;
        self.columns = columns(&grid, self.headings, &numbers, self.mark);
        self.grid = grid;
        self.leave_out_units();
        (!self.columns.is_empty()).then_some(self)
    }

    /// What names units counts for nothing.
    fn leave_out_units(&mut self) {
        let units = self.unit_column;
        let own = self.columns.iter_mut().filter(|own| own.place == units);
        own.for_each(|own| own.is_indicator = false);
    }

    /// What is open once this is taken, or every entry that cannot be read.
    pub fn preview(&self) -> Result<FormPreview, Vec<FormFault>> {
        let index = self.index()?;
        let edition = index.edition();
        let calculator = Calculator::new(Catalogue {
            editions: vec![Arc::clone(&edition)],
            ..Catalogue::default()
        });
        let best = calculator.best_rows(&edition).map_err(|error| {
            let kind = FormFaultKind::Document(String::new(), error.to_string());
            vec![FormField::Whole.fault(kind)]
        })?;
        let first = best.iter().take(FIRST_PLACES).filter_map(|&row| {
            let unit = index.units().get(row as usize)?;
            let own = calculator.result(&edition, row as usize);
            Some((own.rank?, unit.name.vi.clone(), own.score?))
        });
        Ok(FormPreview {
            units: index.units().len(),
            indicators: self.columns.iter().filter(|own| own.is_indicator).count(),
            first: first.collect(),
        })
    }

    /// The document that this makes, or every entry that cannot be read.
    fn document(&self) -> Result<String, Vec<FormFault>> {
        let draft = self.draft()?;
        draft.document().map_err(|fault| {
            let kind = FormFaultKind::Weights(fault.kind);
            vec![FormField::Whole.fault(kind)]
        })
    }

    fn index(&self) -> Result<OwnIndex, Vec<FormFault>> {
        let index = parse_index(FORM, &self.document()?);
        index.map_err(|fault| {
            let kind = FormFaultKind::Document(fault.place, fault.problem);
            vec![FormField::Whole.fault(kind)]
        })
    }
}

impl OwnData {
    /// Opens the index of a form, and shows it.
    pub fn open_form(&mut self, form: &IndexForm) -> Result<Done, Refusal> {
        let document = form.document().map_err(|_faults| Refusal::ToCorrect)?;
        self.open_document(&form.name, &document, &form.remarks)
    }

    /// Opens the index that two tables of a workbook make, and shows it.
    pub(crate) fn open_draft(
        &mut self,
        name: &str,
        draft: &IndexDraft,
        remarks: &[BookRemark],
    ) -> Result<Done, Refusal> {
        // Weights were looked at with their place.
        let document = draft.document().map_err(|_fault| Refusal::ToCorrect)?;
        self.open_document(name, &document, remarks)
    }

    fn open_document(
        &mut self,
        name: &str,
        document: &str,
        remarks: &[BookRemark],
    ) -> Result<Done, Refusal> {
        let id = index_id(document);
        let is_replaced = self.own.indices.iter().any(|own| index_id(own) == id);
        let index = self.open_index(name, document)?;
        let is_left_out = |remark: &&BookRemark| {
            use BookRemarkKind as K;
            matches!(
                remark.kind,
                K::HiddenRows | K::HiddenColumns | K::HiddenSheet
            )
        };
        let framework = index.framework();
        let leaves = framework
            .nodes()
            .filter(|node| framework.indicator(*node).children.is_empty());
        Ok(Done::IndexOpened(IndexOpened {
            id: index.id().to_owned(),
            units: index.units().len(),
            indicators: leaves.count(),
            is_replaced,
            left_out: remarks.iter().filter(is_left_out).cloned().collect(),
        }))
    }
}

#[cfg(test)]
mod tests;
