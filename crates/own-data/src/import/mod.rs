//! Bringing a table in: what was read, what the reader decided about it, then all of it or nothing.

mod shapes;
mod understood;

pub use shapes::Shapes;
pub use understood::{CardChange, Change, ListChange, Understood};

use crate::{Done, Ground, OwnData, Refusal, Told};
use dti_engine::model::{Edition, Framework};
use dti_formats::{
    BookRemark, Choices, DecimalMark, Grid, Meaning, OldFont, Scale, TableKind, UnitAnswer,
    Workbook, best_sheet, index_id, joined_sheets, table_kind, with_origins,
};
use std::sync::Arc;

/// A table with what the reader decided about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    /// Name of the file; empty for a pasted table.
    pub name: String,
    /// The sheets of the workbook that it came from.
    pub sheets: Vec<Sheet>,
    /// Which of them it is.
    pub sheet: usize,
    /// What of the workbook was taken otherwise than it stands there.
    pub remarks: Vec<BookRemark>,
    /// Its cells.
    pub grid: Grid,
    /// The font before Unicode that it was written in.
    pub font: Option<OldFont>,
    /// What it is.
    pub kind: TableKind,
    /// Id of the edition that it is for.
    pub edition: String,
    /// Id of the unit that a scorecard is for.
    pub unit: String,
    /// How its columns, rows and numbers are to be read.
    pub choices: Choices,
}

/// A sheet of a workbook.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sheet {
    /// Its name; `None` for those of the same kind, joined.
    pub name: Option<String>,
    /// Its cells.
    pub grid: Grid,
}

/// All kinds of tables.
pub const KINDS: [TableKind; 4] = [
    TableKind::Results,
    TableKind::Scorecard,
    TableKind::Components,
    TableKind::ListAndCard,
];

impl Table {
    /// What a grid is, for an edition.
    fn of(name: &str, grid: Grid, edition: &Edition, unit: &str) -> Self {
        let font = OldFont::of(&grid);
        let grid = match font {
            Some(font) => font.to_unicode(&grid),
            None => grid,
        };
        Self {
            name: name.to_owned(),
            sheets: Vec::new(),
            sheet: 0,
            remarks: Vec::new(),
            kind: table_kind(&grid, edition).unwrap_or(TableKind::Results),
            grid,
            font,
            edition: edition.id().to_owned(),
            unit: unit_in(edition, unit),
            choices: Choices::default(),
        }
    }

    /// The sheets of a workbook that are one table, else the one of which most is understood.
    fn of_workbook(name: &str, book: Workbook, edition: &Edition, unit: &str) -> Self {
        let Workbook { sheets, remarks } = book;
        let best = best_sheet(&sheets, edition).unwrap_or_default();
        let joined = joined_sheets(&sheets, edition);
        let sheet = if joined.is_some() { 0 } else { best };
        let origins = |grid: &Grid| with_origins(grid, &sheets);
        let named = sheets.iter().map(|(name, grid)| Sheet {
            name: Some(name.clone()),
            grid: origins(grid),
        });
        let joined = joined.map(|grid| Sheet {
            name: None,
            grid: origins(&grid),
        });
        let sheets: Vec<Sheet> = joined.into_iter().chain(named).collect();
        let grid = sheets.get(sheet).map(|own| own.grid.clone());
        Self {
            sheets,
            sheet,
            remarks,
            ..Self::of(name, grid.unwrap_or_default(), edition, unit)
        }
    }

    /// Looks at another sheet of the same workbook, as what its headings say it is.
    pub fn choose_sheet(&mut self, sheet: usize, edition: &Edition) {
        let Some(chosen) = self.sheets.get(sheet) else {
            return;
        };
        let grid = chosen.grid.clone();
        *self = Self {
            sheets: std::mem::take(&mut self.sheets),
            sheet,
            remarks: std::mem::take(&mut self.remarks),
            ..Self::of(&self.name, grid, edition, &self.unit)
        };
    }

    /// Takes it for another kind of table; what a column is depends on that.
    pub fn choose_kind(&mut self, kind: TableKind) {
        self.kind = kind;
        self.choices.columns.clear();
    }

    /// Has it go into another edition.
    pub fn choose_edition(&mut self, edition: &Edition) {
        edition.id().clone_into(&mut self.edition);
        self.choices = Choices::default();
        self.unit = unit_in(edition, &self.unit);
    }

    /// Says what a column is.
    pub fn choose_column(&mut self, column: usize, meaning: Meaning) {
        self.choices.columns.retain(|(own, _)| *own != column);
        self.choices.columns.push((column, meaning));
    }

    /// Says which mark stands before decimals.
    pub fn choose_mark(&mut self, mark: DecimalMark) {
        self.choices.mark = Some(mark);
    }

    /// Says what the scores are.
    pub fn choose_scale(&mut self, scale: Scale) {
        self.choices.scale = Some(scale);
    }

    /// Says which main indicator a first number is; `None` takes that back.
    pub fn answer_main(&mut self, number: &str, main: Option<String>) {
        self.choices.mains.retain(|(known, _)| known != number);
        let answer = main.map(|main| (number.to_owned(), main));
        self.choices.mains.extend(answer);
    }

    /// Says which unit a row is about; `None` takes that back.
    pub fn answer_unit(&mut self, row: usize, answer: Option<UnitOf>) {
        self.choices.units.retain(|answer| answer.row != row);
        let answer = answer.map(|answer| UnitAnswer {
            row,
            unit: match answer {
                UnitOf::Unit(id) => Some(id),
                UnitOf::Nobody => None,
            },
        });
        self.choices.units.extend(answer);
    }

    /// Leaves a row out.
    pub fn leave_out(&mut self, row: usize) {
        self.choices.left_out.push(row);
    }

    /// Takes a row back that was left out.
    pub fn take_row_back(&mut self, row: usize) {
        self.choices.left_out.retain(|own| *own != row);
    }

    /// Takes all rows back that were left out.
    pub fn take_rows_back(&mut self) {
        self.choices.left_out.clear();
    }
}

/// The answer to whose figures a row holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum UnitOf {
    /// Those of the unit of this id.
    Unit(String),
    /// Nobody's: the row is left out.
    Nobody,
}

/// What a column can be in a table of this kind.
pub fn meanings(kind: TableKind, framework: &Framework) -> Vec<Meaning> {
    Meaning::all(kind, framework)
}

/// A unit where the edition has it, else the edition's first.
fn unit_in(edition: &Edition, unit: &str) -> String {
    let found = edition.units().iter().find(|own| own.id == unit);
    let found = found.or_else(|| edition.units().first());
    found.map(|unit| unit.id.clone()).unwrap_or_default()
}

impl OwnData {
    /// Looks at a grid as a table for the edition on screen; `None` where no edition takes tables.
    pub(crate) fn look_at(&self, name: &str, grid: Grid, ground: &Ground) -> Option<Table> {
        let edition = self.edition_for(ground)?;
        Some(Table::of(name, grid, edition, ground.unit()))
    }

    /// The same of a workbook.
    pub(crate) fn look_at_book(
        &self,
        name: &str,
        book: Workbook,
        ground: &Ground,
    ) -> Option<Table> {
        let edition = self.edition_for(ground)?;
        Some(Table::of_workbook(name, book, edition, ground.unit()))
    }

    /// The edition on screen where it takes tables, else the last one that does.
    pub fn edition_for(&self, ground: &Ground) -> Option<&Arc<Edition>> {
        let editions = self.table_editions();
        let on_screen = editions.iter().find(|own| own.id() == ground.edition_id());
        on_screen.or_else(|| editions.last()).copied()
    }

    /// The editions that take tables, oldest first. Figures of an own index are raw values of its own
    /// scales: they come with its document.
    pub fn table_editions(&self) -> Vec<&Arc<Edition>> {
        let indices = self.own.indices.iter();
        let indices: Vec<String> = indices.filter_map(|index| index_id(index)).collect();
        let is_own = |edition: &&Arc<Edition>| indices.iter().any(|id| id == edition.id());
        let editions = self.calculator().editions().iter();
        editions.filter(|edition| !is_own(edition)).collect()
    }

    /// The edition that a table is for; the one on screen where that one is gone.
    pub fn edition_of(&self, table: &Table, ground: &Ground) -> Arc<Edition> {
        let edition = self.calculator().edition(&table.edition);
        edition.map_or_else(|_gone| Arc::clone(&ground.edition), Arc::clone)
    }

    /// Takes a table over, all of it or nothing.
    pub fn take_over(&mut self, table: &Table, ground: &Ground) -> Told {
        let edition = self.edition_of(table, ground);
        let understood = Understood::of(table, &edition);
        let change = understood.change(&self.own, &edition);
        let next = understood.with(&self.own);
        let (Some(change), Some(next)) = (change, next) else {
            return Err(Refusal::ToCorrect);
        };
        self.change(next)?;
        Ok(Done::TakenOver(change, edition.id().to_owned()))
    }
}

#[cfg(test)]
mod tests;
