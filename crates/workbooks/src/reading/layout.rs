//! What of a sheet shows, and how: rows and columns that are hidden, numbers in their formats. The
//! library tells neither.

use super::shown::Shown;
use super::xml;
use dti_formats::{BookFault, BookFaultKind, CellPlace, MOST_COLUMNS, MOST_ROWS};
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// Merged cells that are looked at.
const MOST_MERGED: usize = 10_000;

/// How a sheet is laid out, within the limits of what is read of it.
#[derive(Default)]
pub(super) struct Layout {
    rows: BTreeSet<usize>,
    columns: BTreeSet<usize>,
    shown: BTreeMap<CellPlace, Shown>,
    /// The value of merged cells of which some show stands in the first of these.
    moved: BTreeMap<CellPlace, CellPlace>,
}

/// Where the value of a cell shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Showing {
    /// In this cell.
    At(CellPlace),
    /// Not at all: its row is hidden.
    HiddenRow,
    /// Not at all: its column is hidden.
    HiddenColumn,
}

impl Layout {
    /// Reads the layout of a worksheet, given what each of its styles makes of a number.
    pub(super) fn of(text: &str, styles: &[Shown]) -> Result<Self, BookFault> {
        let mut layout = Self::default();
        let mut reader = xml::reader(text);
        let (mut row, mut column) = (0, 0);
        let mut cell = None;
        let mut merged = 0;
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag)) => match tag.local_name().as_ref() {
                    "col" => layout.columns(&tag),
                    "row" => {
                        row = place(&tag).map_or(row, |(row, _)| row);
                        layout.row(&tag, row);
                    }
                    "c" => {
                        let own = place(&tag).and_then(|(row, column)| Some((row, column?)));
                        let own = own.unwrap_or((row, column));
                        column = own.1;
                        cell = Some((own, style(&tag, styles)));
                    }
                    "v" => {
                        if let Some((place, shown)) = cell {
                            layout.show(place, shown);
                        }
                    }
                    "mergeCell" if merged < MOST_MERGED => {
                        merged += 1;
                        layout.merge(&tag);
                    }
                    _ => {}
                },
                Ok(Event::End(tag)) => match tag.local_name().as_ref() {
                    "row" => (row, column) = (row.saturating_add(1), 0),
                    "c" => (column, cell) = (column.saturating_add(1), None),
                    _ => {}
                },
                Ok(Event::Eof) => return Ok(layout),
                Ok(_) => {}
                Err(_) => return Err(BookFaultKind::Damaged.into()),
            }
        }
    }

    /// Where a cell shows.
    pub(super) fn showing(&self, cell: CellPlace) -> Showing {
        match (self.moved.get(&cell), cell) {
            (Some(&moved), _) => Showing::At(moved),
            (None, (row, _)) if self.rows.contains(&row) => Showing::HiddenRow,
            (None, (_, column)) if self.columns.contains(&column) => Showing::HiddenColumn,
            (None, cell) => Showing::At(cell),
        }
    }

    /// How a cell shows its number.
    pub(super) fn shown(&self, cell: CellPlace) -> Shown {
        self.shown.get(&cell).copied().unwrap_or_default()
    }

    fn columns(&mut self, tag: &BytesStart<'_>) {
        let is_hidden = xml::is_set(tag, "hidden") || xml::is_zero(tag, "width");
        let bound = |name: &str| xml::attribute(tag, name)?.parse::<usize>().ok();
        if let (true, Some(first), Some(last)) = (is_hidden, bound("min"), bound("max")) {
            let last = last.min(MOST_COLUMNS);
            self.columns.extend(first.saturating_sub(1)..last);
        }
    }

    fn row(&mut self, tag: &BytesStart<'_>, row: usize) {
        let is_hidden = xml::is_set(tag, "hidden") || xml::is_zero(tag, "ht");
        if is_hidden && row < MOST_ROWS {
            self.rows.insert(row);
        }
    }

    fn show(&mut self, (row, column): CellPlace, shown: Shown) {
        if shown != Shown::Plain && row < MOST_ROWS && column < MOST_COLUMNS {
            self.shown.insert((row, column), shown);
        }
    }

    /// Merged cells show the value of the first of them, even if that one does not show.
    fn merge(&mut self, tag: &BytesStart<'_>) {
        let range = xml::attribute(tag, "ref").unwrap_or_default();
        let ends = range.split_once(':').map(|(first, last)| [first, last]);
        let Some([Some((top, Some(left))), Some((bottom, Some(right)))]) =
            ends.map(|ends| ends.map(named))
        else {
            return;
        };
        if matches!(self.showing((top, left)), Showing::At(_)) {
            return;
        }
        let first = |range: RangeInclusive<usize>, hidden: &BTreeSet<usize>| {
            range.into_iter().find(|place| !hidden.contains(place))
        };
        let row = first(top..=bottom.min(MOST_ROWS - 1), &self.rows);
        let column = first(left..=right.min(MOST_COLUMNS - 1), &self.columns);
        if let Some(seen) = row.zip(column) {
            self.moved.insert((top, left), seen);
        }
    }
}

/// What a cell's style makes of its number.
fn style(tag: &BytesStart<'_>, styles: &[Shown]) -> Shown {
    let style = xml::attribute(tag, "s").and_then(|style| style.parse::<usize>().ok());
    let style = style.and_then(|style| styles.get(style));
    style.copied().unwrap_or_default()
}

/// Where a row or a cell says that it stands.
fn place(tag: &BytesStart<'_>) -> Option<(usize, Option<usize>)> {
    named(&xml::attribute(tag, "r")?)
}

/// The row and the column of a name such as `D5`, or of a row's number alone.
fn named(name: &str) -> Option<(usize, Option<usize>)> {
    let digits = name.find(|letter: char| !letter.is_ascii_alphabetic())?;
    let (letters, number) = name.split_at_checked(digits)?;
    let mut column = 0_usize;
    for letter in letters.bytes() {
        let letter = usize::from(letter.to_ascii_uppercase() - b'A') + 1;
        column = column.checked_mul(26)?.checked_add(letter)?;
    }
    let row = number.parse::<usize>().ok()?.checked_sub(1)?;
    Some((row, column.checked_sub(1)))
}

#[cfg(test)]
mod tests {
    use super::{Layout, Showing, Shown, named};

    #[test]
    fn names_of_cells_are_read_as_spreadsheets_write_them() {
        assert_eq!(named("D5"), Some((4, Some(3))));
        assert_eq!(named("XFD1048576"), Some((1_048_575, Some(16_383))));
        assert_eq!(named("7"), Some((6, None)));
        for wrong in ["", "A", "A0", "A1:B2", "é1"] {
            assert_eq!(named(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_hidden_does_not_show() {
        let text = "<worksheet><cols><col min=\"2\" max=\"3\" hidden=\"1\"/>\
            <col min=\"5\" max=\"5\" width=\"0\"/></cols><sheetData>\
            <row r=\"1\"><c r=\"A1\" s=\"1\"><v>0.7</v></c><c s=\"1\"/></row>\
            <row hidden=\"true\"/><row ht=\"0\"/><row><c/><c s=\"1\"><v>1</v></c></row>\
            </sheetData><mergeCells><mergeCell ref=\"B1:D1\"/></mergeCells></worksheet>";
        let layout = Layout::of(text, &[Shown::Plain, Shown::Percent]).unwrap();
        for (cell, showing) in [
            ((0, 0), Showing::At((0, 0))),
            ((0, 1), Showing::At((0, 3))),
            ((0, 2), Showing::HiddenColumn),
            ((0, 4), Showing::HiddenColumn),
            ((1, 0), Showing::HiddenRow),
            ((2, 0), Showing::HiddenRow),
            ((3, 0), Showing::At((3, 0))),
        ] {
            assert_eq!(layout.showing(cell), showing, "{cell:?}");
        }
        assert_eq!(layout.shown((0, 0)), Shown::Percent);
        assert_eq!(layout.shown((0, 1)), Shown::Plain);
        assert_eq!(layout.shown((3, 1)), Shown::Percent);
    }
}
