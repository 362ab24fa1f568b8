//! Bringing data in: a file or a pasted table, seen before it is taken over, then all of it or
//! nothing.

mod applying;
mod faults;
mod findings;
mod first_rows;
mod questions;
mod view;
mod words;

pub(super) use view::view;

use super::ground::Ground;
use super::keep::edition_of;
use super::{Brought, Desk, Event, EventKind, Refusal};
use crate::page::text::either;
use crate::page::workbooks::book_fault;
use dti_engine::model::Edition;
use dti_formats::{
    BookFaultKind, BookRemark, Choices, DecimalMark, Grid, IntakeFault, Meaning, OldFont, Scale,
    TableKind, UnitAnswer, Workbook, best_sheet, joined_sheets, read_csv, read_paste, table_kind,
    with_origins,
};
use std::sync::Arc;

/// Stands for "leave this row out" in the choice of a unit.
const NOBODY: &str = "-";

/// What was brought and is not taken over yet.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct State {
    /// What stands in the field for a pasted table.
    pasted: String,
    /// The table that is looked at.
    table: Option<Table>,
    /// Name of the sheet that is looked at; empty without a workbook.
    sheet: String,
    /// The sheets of the workbook that it came from.
    sheets: Vec<(String, Grid)>,
    /// What of the workbook was taken otherwise than it stands there.
    remarks: Vec<BookRemark>,
}

/// A table with what the reader decided about it.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Table {
    /// Name of the file; empty for a pasted table.
    name: String,
    grid: Grid,
    /// The font before Unicode that it was written in.
    font: Option<OldFont>,
    kind: TableKind,
    /// Id of the edition that it is for.
    edition: String,
    /// Id of the unit that a scorecard is for.
    unit: String,
    choices: Choices,
}

/// A file or a text that the reader brought.
pub(super) fn receive(desk: &mut Desk, name: &str, brought: Brought) {
    let is_pasted = matches!(brought, Brought::Pasted(_));
    let read = match brought {
        Brought::Bytes(bytes) => read_csv(&bytes),
        Brought::Pasted(text) => read_paste(&text),
        Brought::Workbook(packed) => return open_workbook(desk, name, &packed),
    };
    match read {
        Ok(grid) => {
            desk.import.sheets.clear();
            desk.import.remarks.clear();
            if is_pasted {
                // What cannot be read stays where it can be corrected.
                desk.import.pasted.clear();
            }
            open(desk, name, grid);
        }
        Err(fault) => refuse(desk, name, &fault),
    }
}

/// Looks at the sheets of a workbook that are one table, else at the one of which most is understood,
/// or says why the file cannot be read.
fn open_workbook(desk: &mut Desk, name: &str, packed: &str) {
    match Workbook::unpack(packed) {
        Err(fault) => {
            let sentence = book_fault(&fault, desk.language());
            let sentence = format!("{name}: {sentence}");
            desk.refusal = Some(match fault.kind {
                BookFaultKind::NotLoaded => Refusal::NotLoaded(sentence),
                _ => Refusal::Said(sentence),
            });
        }
        Ok(Workbook {
            mut sheets,
            remarks,
        }) => {
            let edition = edition_for(desk);
            let mut best = edition.and_then(|edition| best_sheet(&sheets, edition));
            let joined = edition.and_then(|edition| joined_sheets(&sheets, edition));
            if let Some(joined) = joined {
                let name = either(
                    desk.language(),
                    "(các trang tính cùng kiểu, gộp lại)",
                    "(sheets that are alike, joined)",
                );
                sheets.insert(0, (name.to_owned(), joined));
                best = Some(0);
            }
            let chosen = sheets.get(best.unwrap_or_default());
            if let Some((sheet, grid)) = chosen {
                open(desk, name, with_origins(grid, &sheets));
                sheet.clone_into(&mut desk.import.sheet);
            }
            desk.import.sheets = sheets;
            desk.import.remarks = remarks;
        }
    }
}

/// Says why a file is no table; a table that is looked at stays.
fn refuse(desk: &mut Desk, name: &str, fault: &IntakeFault) {
    let sentence = faults::intake_fault(fault, desk.language());
    let sentence = match name.is_empty() {
        true => sentence,
        false => format!("{name}: {sentence}"),
    };
    desk.refusal = Some(Refusal::Said(sentence));
}

/// Looks at a table, as what its headings say it is.
fn open(desk: &mut Desk, name: &str, grid: Grid) {
    let (Some(ground), Some(edition)) = (&desk.ground, edition_for(desk)) else {
        return;
    };
    let font = OldFont::of(&grid);
    let grid = match font {
        Some(font) => font.to_unicode(&grid),
        None => grid,
    };
    let kind = table_kind(&grid, edition).unwrap_or(TableKind::Results);
    desk.import.table = Some(Table {
        name: name.to_owned(),
        grid,
        font,
        kind,
        edition: edition.id().to_owned(),
        unit: unit_in(edition, &ground.unit),
        choices: Choices::default(),
    });
    desk.part = super::Part::Import;
    desk.news
        .push(super::News::Focus("desk-import-heading".to_owned()));
}

/// The edition on screen where it takes tables, else the last one that does.
fn edition_for(desk: &Desk) -> Option<&'static Arc<Edition>> {
    let ground = desk.ground.as_ref()?;
    let editions = editions(desk);
    let on_screen = editions.iter().find(|own| own.id() == ground.edition.id());
    on_screen.or_else(|| editions.last()).copied()
}

/// A unit where the edition has it, else the edition's first.
fn unit_in(edition: &Edition, unit: &str) -> String {
    let found = edition.units().iter().find(|own| own.id == unit);
    let found = found.or_else(|| edition.units().first());
    found.map(|unit| unit.id.clone()).unwrap_or_default()
}

/// The editions that take tables, oldest first. Figures of an own index are raw values of its own
/// scales: they come with its document.
fn editions(desk: &Desk) -> Vec<&'static Arc<Edition>> {
    let indices = desk.own.indices.iter();
    let indices: Vec<String> = indices.filter_map(|index| edition_of(index)).collect();
    let is_own = |edition: &&Arc<Edition>| indices.iter().any(|id| id == edition.id());
    let editions = desk.calculator.editions().iter();
    editions.filter(|edition| !is_own(edition)).collect()
}

/// What happened to one of its controls.
pub(super) fn take_in(desk: &mut Desk, deed: &str, event: &Event) {
    let (verb, object) = deed.split_once(' ').unwrap_or((deed, ""));
    let is_final = event.kind == EventKind::Change;
    let is_click = event.kind == EventKind::Click;
    match verb {
        "sheet" if is_final => {
            let found = desk.import.sheets.iter();
            let mut found = found.filter(|(name, _)| name == event.value);
            let (name, grid) = match (found.next(), &desk.import.table) {
                (Some((_, grid)), Some(table)) => {
                    (table.name.clone(), with_origins(grid, &desk.import.sheets))
                }
                _ => return,
            };
            open(desk, &name, grid);
            event.value.clone_into(&mut desk.import.sheet);
        }
        "paste" if matches!(event.kind, EventKind::Change | EventKind::Input) => {
            event.value.clone_into(&mut desk.import.pasted);
        }
        "read" if is_click => {
            let pasted = desk.import.pasted.clone();
            desk.news.push(super::News::Read(pasted));
        }
        "cancel" if is_click => desk.import.table = None,
        "leave" if is_click => leave(desk, object),
        "apply" if is_click => applying::apply(desk),
        "into" if is_click => choose(desk, "edition", "", object),
        _ if is_final => choose(desk, verb, object, event.value),
        _ => {}
    }
}

/// A choice about the table that is looked at.
fn choose(desk: &mut Desk, verb: &str, object: &str, value: &str) {
    let calculator = desk.calculator;
    let Some(table) = &mut desk.import.table else {
        return;
    };
    match verb {
        "kind" => {
            let kinds = [
                TableKind::Results,
                TableKind::Scorecard,
                TableKind::Components,
                TableKind::ListAndCard,
            ];
            let chosen = kinds
                .into_iter()
                .find(|kind| view::kind_key(*kind) == value);
            if let Some(kind) = chosen {
                table.kind = kind;
                // What a column is depends on what the table is.
                table.choices.columns.clear();
            }
        }
        "edition" => {
            if let Ok(edition) = calculator.edition(value) {
                value.clone_into(&mut table.edition);
                table.choices = Choices::default();
                table.unit = unit_in(edition, &table.unit);
            }
        }
        "unit" if object.is_empty() => value.clone_into(&mut table.unit),
        "unit" => answer(table, object, value),
        "main" => name_main(table, object, value),
        "column" => {
            let edition = calculator.edition(&table.edition);
            let meaning = edition
                .ok()
                .and_then(|edition| meaning_of(table.kind, edition, value));
            if let (Ok(column), Some(meaning)) = (object.parse(), meaning) {
                table.choices.columns.retain(|(own, _)| *own != column);
                table.choices.columns.push((column, meaning));
            }
        }
        "mark" => {
            table.choices.mark = match value {
                "comma" => Some(DecimalMark::Comma),
                "point" => Some(DecimalMark::Point),
                _ => None,
            }
        }
        "scale" => {
            table.choices.scale = match value {
                "score" => Some(Scale::Score),
                "percent" => Some(Scale::Percent),
                "points" => Some(Scale::Points),
                _ => None,
            }
        }
        _ => {}
    }
}

/// Takes the answer to the question about a first number; an empty one takes it back.
fn name_main(table: &mut Table, number: &str, value: &str) {
    table.choices.mains.retain(|(known, _)| known != number);
    if !value.is_empty() {
        let answer = (number.to_owned(), value.to_owned());
        table.choices.mains.push(answer);
    }
}

/// Leaves a row out; without one, takes back all that were.
fn leave(desk: &mut Desk, row: &str) {
    let Some(table) = &mut desk.import.table else {
        return;
    };
    match row.parse() {
        Ok(row) => table.choices.left_out.push(row),
        Err(_) => table.choices.left_out.clear(),
    }
}

/// Takes the answer to the question about a row; an empty one takes it back.
fn answer(table: &mut Table, row: &str, value: &str) {
    let Ok(row) = row.parse::<usize>() else {
        return;
    };
    table.choices.units.retain(|answer| answer.row != row);
    if !value.is_empty() {
        let unit = Some(value.to_owned()).filter(|value| value != NOBODY);
        table.choices.units.push(UnitAnswer { row, unit });
    }
}

fn meaning_of(kind: TableKind, edition: &Edition, key: &str) -> Option<Meaning> {
    let all = Meaning::all(kind, edition.framework());
    all.into_iter()
        .find(|meaning| words::meaning_key(meaning) == key)
}

/// A column as spreadsheets name it: A to Z, AA, AB.
fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from(b'A' + digit as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

impl Table {
    /// The edition that it is for; the one on screen where that one is gone.
    fn edition(&self, desk: &Desk, ground: &Ground) -> Arc<Edition> {
        let edition = desk.calculator.edition(&self.edition);
        edition.map_or_else(|_gone| Arc::clone(&ground.edition), Arc::clone)
    }
}

#[cfg(test)]
mod tests;
