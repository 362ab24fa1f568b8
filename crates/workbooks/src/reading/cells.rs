//! The cells of a workbook, streamed: only filled ones are kept, and the first excess ends it. A
//! whole sheet is never asked for, since one cell in a far corner would make it huge.

use super::clean::Cleaned;
use super::frame::Frame;
use super::layout::{Layout, Showing};
use super::shown::Shown;
use super::{lifted, number};
use calamine::{DataRef, Reader as _, Xlsx};
use dti_formats::{
    BookFault, BookFaultKind, BookRemark, BookRemarkKind, CellPlace, Grid, MOST_CELLS,
    MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, MOST_TEXT, Workbook, is_unseen,
};
use std::collections::BTreeSet;
use std::io::Cursor;

type Book = Xlsx<Cursor<Vec<u8>>>;

/// What may still be read.
struct Allowance {
    cells: usize,
    text: usize,
}

/// Sheets that show and hold something, from an archive written by `clean`.
pub(super) fn workbook(cleaned: Cleaned, frame: &Frame) -> Result<Workbook, BookFault> {
    let damaged = || BookFault::from(BookFaultKind::Damaged);
    let opened: Result<Book, _> = Xlsx::new(Cursor::new(cleaned.archive));
    let mut book = opened.map_err(|_unreadable| damaged())?;
    let sheets = book.sheets_metadata().iter();
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    let mut read = Workbook::default();
    read.remarks
        .extend(frame.unread.iter().map(|(kind, name)| BookRemark {
            kind: *kind,
            sheet: printable(name),
            cell: (0, 0),
            count: 1,
            ranges: Vec::new(),
        }));
    let mut allowance = Allowance {
        cells: MOST_CELLS,
        text: MOST_TEXT,
    };
    for (place, (name, listed)) in names.iter().zip(&frame.sheets).enumerate() {
        if names.iter().take(place).any(|other| other == name) {
            return Err(damaged());
        }
        let layout = cleaned.layouts.get(&listed.part).ok_or_else(damaged)?;
        let sheet = sheet(&mut book, (name, layout), &mut allowance);
        let shown_name = printable(name);
        let sheet = sheet.map_err(|fault| placed(fault, &shown_name))?;
        read.remarks.extend(sheet.remarks(&shown_name));
        if sheet.rows.is_empty() {
            continue;
        }
        if read.sheets.len() == MOST_SHEETS {
            return Err(BookFaultKind::TooManySheets.into());
        }
        read.sheets.push((shown_name, Grid { rows: sheet.rows }));
    }
    match (read.sheets.is_empty(), read.remarks.is_empty()) {
        (true, true) => Err(BookFaultKind::Empty.into()),
        (true, false) => Err(BookFaultKind::OnlyHidden.into()),
        (false, _) => Ok(read),
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
    /// Hidden rows and columns with cells that hold something.
    hidden: [BTreeSet<usize>; 2],
    /// Cells whose numbers are stored as numbers, and whether others hold texts such as `0,6975`.
    numbers: Vec<CellPlace>,
    has_commas: bool,
}

impl Sheet {
    fn remark(&mut self, kind: BookRemarkKind, cell: CellPlace) {
        match self.remarks.iter_mut().find(|(own, ..)| *own == kind) {
            Some((_, _, count)) => *count += 1,
            None => self.remarks.push((kind, cell, 1)),
        }
    }

    fn remarks(&self, name: &str) -> Vec<BookRemark> {
        let remark = |(kind, cell, count, ranges): Said| BookRemark {
            kind,
            sheet: name.to_owned(),
            cell,
            count,
            ranges,
        };
        let [rows, columns] = &self.hidden;
        let hidden = [
            (BookRemarkKind::HiddenRows, rows),
            (BookRemarkKind::HiddenColumns, columns),
        ];
        let hidden = hidden.into_iter().filter(|(_, places)| !places.is_empty());
        let hidden = hidden.map(|(kind, places)| (kind, (0, 0), places.len(), ranges(places)));
        let others = self.remarks.iter();
        let others = others.map(|&(kind, cell, count)| (kind, cell, count, Vec::new()));
        hidden.chain(others).map(remark).collect()
    }

    /// Where a cell that holds something shows; what is hidden is kept in mind.
    fn shown_at(&mut self, (row, column): CellPlace, showing: Showing) -> Option<CellPlace> {
        let [rows, columns] = &mut self.hidden;
        match showing {
            Showing::At(shown) => return Some(shown),
            Showing::HiddenRow => rows.insert(row),
            Showing::HiddenColumn => columns.insert(column),
        };
        None
    }

    /// Writes stored numbers as they are shown beside numbers that were typed as texts with decimal
    /// commas, so that the sheet has one decimal mark.
    fn write_commas(&mut self) {
        for &(row, column) in self.numbers.iter().filter(|_| self.has_commas) {
            let cells = self.rows.get_mut(row);
            if let Some(cell) = cells.and_then(|cells| cells.get_mut(column)) {
                *cell = cell.replace('.', ",");
            }
        }
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

/// A kind, its first cell, how many there are, and the rows or columns.
type Said = (BookRemarkKind, CellPlace, usize, Vec<(usize, usize)>);

/// Places that follow one another as the first and the last of them.
fn ranges(places: &BTreeSet<usize>) -> Vec<(usize, usize)> {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for &place in places {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == place => *last = place,
            _ => ranges.push((place, place)),
        }
    }
    ranges
}

fn sheet(
    book: &mut Book,
    (name, layout): (&str, &Layout),
    allowance: &mut Allowance,
) -> Result<Sheet, BookFault> {
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
        let showing = layout.showing(place);
        let is_formula = cell.formula.is_some() && matches!(showing, Showing::At(_));
        if is_formula && cell.value == DataRef::Empty {
            return Err(at(BookFaultKind::NoStoredValue));
        }
        let Some((text, kind)) = text(&cell.value, layout.shown(place)).map_err(at)? else {
            continue;
        };
        allowance.take(place, text.len()).map_err(at)?;
        let Some(shown) = sheet.shown_at(place, showing) else {
            continue;
        };
        if is_formula {
            sheet.remark(BookRemarkKind::Formula, place);
        }
        if let Some(kind) = kind {
            sheet.remark(kind, place);
        }
        match cell.value {
            DataRef::Int(_) | DataRef::Float(_) => sheet.numbers.push(shown),
            _ => sheet.has_commas |= has_decimal_comma(&text),
        }
        if !text.is_empty() {
            sheet.put(shown, text);
        }
    }
    drop(cells);
    sheet.write_commas();
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

fn text(value: &DataRef<'_>, shown: Shown) -> Result<Read, BookFaultKind> {
    let plain = |text: &str| {
        if text.trim().is_empty() {
            return None;
        }
        let without = lifted::without(text);
        let kind = without.as_ref().map(|_| BookRemarkKind::Lifted);
        Some((printable(without.as_deref().unwrap_or(text)), kind))
    };
    let number = |value: f64, shown: Shown| {
        let text = shown.text(value).ok_or(BookFaultKind::Damaged)?;
        Ok(Some((text, None)))
    };
    match value {
        DataRef::Empty => Ok(None),
        DataRef::Int(value) => number(*value as f64, shown),
        DataRef::Float(value) => number(*value, shown),
        DataRef::String(text) => Ok(plain(text)),
        DataRef::SharedString(text) => Ok(plain(text)),
        DataRef::Bool(value) => {
            let word = if *value { "TRUE" } else { "FALSE" };
            Ok(Some((word.to_owned(), Some(BookRemarkKind::Truth))))
        }
        DataRef::DateTime(moment) if moment.is_duration() => {
            let text = number::span(moment.as_f64());
            Ok(Some((text, Some(BookRemarkKind::Date))))
        }
        DataRef::DateTime(moment) => {
            let text = number::date(moment.to_ymd_hms_milli());
            Ok(Some((text, Some(BookRemarkKind::Date))))
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            let text = number::iso_date(text);
            Ok(plain(&text).map(|(text, _)| (text, Some(BookRemarkKind::Date))))
        }
        DataRef::Error(mistake) => Ok(Some((mistake.to_string(), Some(BookRemarkKind::Mistake)))),
    }
}

/// Whether a text is a number with a decimal comma that cannot set thousands apart: `0,6975`.
fn has_decimal_comma(text: &str) -> bool {
    let text = text.trim();
    let number = text.strip_suffix('%').unwrap_or(text).trim_end();
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    number.split_once(',').is_some_and(|(whole, places)| {
        let is_group = places.len() == 3 && whole.len() <= 3 && !whole.starts_with('0');
        is_digits(whole) && is_digits(places) && !is_group
    })
}

/// Without control characters, which a file may smuggle in by their numbers, and without letters that
/// cannot be seen.
fn printable(text: &str) -> String {
    let kept = |letter: char| match letter {
        '\t' | '\n' => Some(letter),
        letter if letter.is_control() => Some(' '),
        letter if is_unseen(letter) => None,
        letter => Some(letter),
    };
    text.chars().filter_map(kept).collect()
}
