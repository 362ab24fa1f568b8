//! The cells of a workbook, streamed: only filled ones are kept, and the first excess ends it. A
//! whole sheet is never asked for, since one cell in a far corner would make it huge.

use super::number;
use crate::files::{
    BookFault, BookFaultKind, BookRemark, BookRemarkKind, CellPlace, Grid, MOST_CELLS,
    MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, MOST_TEXT, Workbook,
};
use calamine::{DataRef, Reader as _, SheetType, Xlsx};
use std::io::Cursor;

type Book = Xlsx<Cursor<Vec<u8>>>;

/// What may still be read.
struct Allowance {
    cells: usize,
    text: usize,
}

/// Sheets that hold something, from an archive written by `clean`.
pub(super) fn workbook(archive: Vec<u8>) -> Result<Workbook, BookFault> {
    let damaged = || BookFault::from(BookFaultKind::Damaged);
    let opened: Result<Book, _> = Xlsx::new(Cursor::new(archive));
    let mut book = opened.map_err(|_unreadable| damaged())?;
    let sheets = book.sheets_metadata().iter();
    let sheets = sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    let mut read = Workbook::default();
    let mut allowance = Allowance {
        cells: MOST_CELLS,
        text: MOST_TEXT,
    };
    for (place, name) in names.iter().enumerate() {
        if names.iter().take(place).any(|other| other == name) {
            return Err(damaged());
        }
        let sheet = sheet(&mut book, name, &mut allowance).map_err(|fault| placed(fault, name))?;
        if sheet.rows.is_empty() {
            continue;
        }
        if read.sheets.len() == MOST_SHEETS {
            return Err(BookFaultKind::TooManySheets.into());
        }
        read.remarks.extend(sheet.remarks(name));
        read.sheets.push((name.clone(), Grid { rows: sheet.rows }));
    }
    match read.sheets.is_empty() {
        true => Err(BookFaultKind::Empty.into()),
        false => Ok(read),
    }
}

fn placed(fault: BookFault, sheet: &str) -> BookFault {
    BookFault {
        sheet: Some(sheet.to_owned()),
        ..fault
    }
}

/// A sheet as far as it was read.
#[derive(Default)]
struct Sheet {
    rows: Vec<Vec<String>>,
    /// What is to be said: kind, first cell, how many.
    remarks: Vec<(BookRemarkKind, CellPlace, usize)>,
}

impl Sheet {
    fn remark(&mut self, kind: BookRemarkKind, cell: CellPlace) {
        match self.remarks.iter_mut().find(|(own, ..)| *own == kind) {
            Some((_, _, count)) => *count += 1,
            None => self.remarks.push((kind, cell, 1)),
        }
    }

    fn remarks(&self, name: &str) -> Vec<BookRemark> {
        let remarks = self.remarks.iter().map(|&(kind, cell, count)| BookRemark {
            kind,
            sheet: name.to_owned(),
            cell,
            count,
        });
        remarks.collect()
    }

    /// Puts a text into a cell; rows and columns before it come into being.
    fn put(&mut self, (row, column): CellPlace, text: String) {
        if self.rows.len() <= row {
            self.rows.resize(row + 1, Vec::new());
        }
        let Some(cells) = self.rows.get_mut(row) else {
            return;
        };
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        if let Some(cell) = cells.get_mut(column) {
            *cell = text;
        }
    }
}

fn sheet(book: &mut Book, name: &str, allowance: &mut Allowance) -> Result<Sheet, BookFault> {
    let mut sheet = Sheet::default();
    let damaged = |cell: Option<CellPlace>| BookFault {
        cell,
        ..BookFaultKind::Damaged.into()
    };
    let mut last = None;
    let Ok(mut cells) = book.worksheet_cells_reader(name) else {
        return Err(damaged(None));
    };
    loop {
        let next = cells.next_cell_with_formula_metadata();
        let Some(cell) = next.map_err(|_unreadable| damaged(last))? else {
            break;
        };
        let place = (cell.pos.0 as usize, cell.pos.1 as usize);
        last = Some(place);
        let at = |kind: BookFaultKind| BookFault {
            cell: Some(place),
            ..kind.into()
        };
        if cell.formula.is_some() {
            if cell.value == DataRef::Empty {
                return Err(at(BookFaultKind::NoStoredValue));
            }
            sheet.remark(BookRemarkKind::Formula, place);
        }
        let Some((text, kind)) = text(&cell.value).map_err(at)? else {
            continue;
        };
        allowance.take(place, text.len()).map_err(at)?;
        if let Some(kind) = kind {
            sheet.remark(kind, place);
        }
        sheet.put(place, text);
    }
    drop(cells);
    let merged = book.merge_cells_by_sheet_name(name);
    let merged = merged.map_err(|_unreadable| damaged(None))?;
    let inside = |cell: &CellPlace| cell.0 < sheet.rows.len();
    let corners = merged
        .iter()
        .map(|range| (range.start.0 as usize, range.start.1 as usize));
    for corner in corners.filter(inside).collect::<Vec<_>>() {
        sheet.remark(BookRemarkKind::Merged, corner);
    }
    Ok(sheet)
}

impl Allowance {
    /// Whether a cell with so much text may still be kept.
    fn take(&mut self, (row, column): CellPlace, bytes: usize) -> Result<(), BookFaultKind> {
        if row >= MOST_ROWS {
            return Err(BookFaultKind::TooManyRows);
        }
        if column >= MOST_COLUMNS {
            return Err(BookFaultKind::TooManyColumns);
        }
        self.cells = self
            .cells
            .checked_sub(1)
            .ok_or(BookFaultKind::TooManyCells)?;
        self.text = self
            .text
            .checked_sub(bytes)
            .ok_or(BookFaultKind::TooMuchText)?;
        Ok(())
    }
}

/// A value as text, and what there is to say about it; `None` for an empty cell.
type Read = Option<(String, Option<BookRemarkKind>)>;

fn text(value: &DataRef<'_>) -> Result<Read, BookFaultKind> {
    let plain = |text: &str| (!text.trim().is_empty()).then(|| (printable(text), None));
    let number = |value: f64| {
        let text = number::text(value).ok_or(BookFaultKind::Damaged)?;
        Ok(Some((text, None)))
    };
    match value {
        DataRef::Empty => Ok(None),
        DataRef::Int(value) => Ok(Some((value.to_string(), None))),
        DataRef::Float(value) => number(*value),
        DataRef::String(text) => Ok(plain(text)),
        DataRef::SharedString(text) => Ok(plain(text)),
        DataRef::Bool(value) => {
            let word = if *value { "TRUE" } else { "FALSE" };
            Ok(Some((word.to_owned(), Some(BookRemarkKind::Truth))))
        }
        // A span of time is a number of days.
        DataRef::DateTime(moment) if moment.is_duration() => number(moment.as_f64()),
        DataRef::DateTime(moment) => {
            let text = number::date(moment.to_ymd_hms_milli());
            Ok(Some((text, Some(BookRemarkKind::Date))))
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Ok(plain(text).map(|(text, _)| (text, Some(BookRemarkKind::Date))))
        }
        DataRef::Error(mistake) => Ok(Some((mistake.to_string(), Some(BookRemarkKind::Mistake)))),
    }
}

/// Without control characters, which a file may smuggle in by their numbers.
fn printable(text: &str) -> String {
    let kept = |letter: char| match letter {
        '\t' | '\n' => letter,
        letter if letter.is_control() => ' ',
        letter => letter,
    };
    text.chars().map(kept).collect()
}
