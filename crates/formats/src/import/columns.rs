//! Where the headings of a table stand, and what each column is. Titles may stand above, headings may
//! take two rows with merged cells, and a row of column numbers may follow.

use super::claims::settle;
use super::findings::{FindingKind, Findings};
use super::headings::{Sureness, understand};
use super::numbering::with_zeros;
use super::numbers::{DecimalMark, Evidence, NumberFault, is_blank, number};
use super::years::compare_years;
use super::{Choices, Meaning, TableKind};
use crate::{Grid, fold};
use dti_engine::model::{Exact, Framework};
use std::collections::BTreeMap;

/// How far down headings are looked for.
const LOOKED_AT: usize = 40;

/// How it is known what a column is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Basis {
    /// By its heading.
    Recognised,
    /// The reader said so.
    Chosen,
    /// It is not: the column is left out.
    Unknown,
}

/// A column as it was understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its heading as written.
    pub heading: String,
    /// What it holds.
    pub meaning: Meaning,
    /// How this is known.
    pub basis: Basis,
}

/// A grid with its columns understood.
pub(super) struct Sheet<'a> {
    pub(super) grid: &'a Grid,
    pub(super) columns: Vec<Column>,
    pub(super) first_row: usize,
    pub(super) mark: DecimalMark,
    /// Rows that the reader left out.
    left_out: Vec<usize>,
    /// How many cells the headings have.
    width: usize,
}

/// What is looked for.
pub(super) struct Wanted<'a> {
    pub(super) kind: TableKind,
    pub(super) framework: &'a Framework,
    /// The highest number that may stand in it.
    pub(super) highest: Exact,
    /// The year of the edition, where a table may show others beside it.
    pub(super) year: Option<u16>,
}

impl<'a> Sheet<'a> {
    /// Understands the columns of a table.
    pub(super) fn understood(
        grid: &'a Grid,
        wanted: &Wanted<'_>,
        choices: &Choices,
        findings: &mut Findings,
    ) -> Self {
        let width = grid.rows.iter().map(Vec::len).max().unwrap_or_default();
        let found = heading_rows(grid, width, wanted);
        let headings = match found {
            Some((first, last)) => headings(grid, width, first, last, wanted),
            None => vec![Heading::default(); width],
        };
        let chosen = |column: usize| {
            let chosen = choices.columns.iter().rfind(|(place, _)| *place == column);
            chosen.map(|(_, meaning)| meaning.clone())
        };
        let mut columns: Vec<Column> = Vec::with_capacity(width);
        for (place, heading) in headings.iter().enumerate() {
            let known = heading.meaning.as_ref().map(|(meaning, _)| meaning.clone());
            let (meaning, basis) = match (chosen(place), known) {
                (Some(meaning), _) => (meaning, Basis::Chosen),
                (None, Some(meaning)) => (meaning, Basis::Recognised),
                (None, None) => (Meaning::Ignored, Basis::Unknown),
            };
            let heading = heading.written.clone();
            columns.push(Column {
                heading,
                meaning,
                basis,
            });
        }
        settle(&mut columns, &headings, wanted.year, findings);
        if let Some(year) = wanted.year {
            let titles = found.map_or(0, |(first, _)| first);
            compare_years(grid, titles, &columns, year, findings);
        }
        let mut sheet = Self {
            grid,
            columns,
            first_row: 0,
            mark: DecimalMark::Point,
            left_out: choices.left_out.clone(),
            width: found.map_or(usize::MAX, |(first, last)| {
                let cells = |row: usize| grid.rows.get(row).map_or(0, Vec::len);
                cells(first).max(cells(last))
            }),
        };
        sheet.first_row = match found {
            Some((_, last)) => sheet.below(last),
            None => {
                if choices.columns.is_empty() {
                    findings.table(FindingKind::NoHeadings);
                }
                usize::from(sheet.is_headed())
            }
        };
        sheet.mark = sheet.find_mark(wanted.highest, choices, findings);
        sheet
    }

    /// The column with this meaning.
    pub(super) fn column(&self, meaning: &Meaning) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.meaning == *meaning)
    }

    /// The cell below a meaning, as it is meant; empty where there is none.
    pub(super) fn text(&self, row: usize, meaning: &Meaning) -> &'a str {
        self.column(meaning)
            .map_or("", |column| self.cell(row, column))
    }

    /// A cell as it is meant: without what keeps spreadsheets from taking it for a formula, and
    /// without the sign of a tie before a rank (`=15`).
    pub(super) fn cell(&self, row: usize, column: usize) -> &'a str {
        let text = self.grid.cell(row, column).trim();
        let bare = text.strip_prefix('\'').unwrap_or(text);
        let Some(formula) = bare.strip_prefix('=') else {
            return bare;
        };
        let quoted = formula
            .strip_prefix('"')
            .and_then(|text| text.strip_suffix('"'));
        let is_number = |text: &str| {
            let mut letters = text.bytes();
            text.starts_with(|letter: char| letter.is_ascii_digit())
                && letters.all(|byte| byte.is_ascii_digit() || b".,".contains(&byte))
        };
        match quoted {
            Some(text) => text,
            None if is_number(formula) => formula,
            None => bare,
        }
    }

    /// The first cell of a row that holds anything.
    pub(super) fn first_text(&self, row: usize) -> &'a str {
        let cells = self.grid.rows.get(row);
        let mut texts = cells.into_iter().flatten().map(|cell| cell.trim());
        texts.find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// The rows below the headings that hold anything and are not left out; those that are too long
    /// are found.
    pub(super) fn rows(&self, findings: &mut Findings) -> Vec<usize> {
        let mut rows = Vec::new();
        for row in self.first_row..self.grid.rows.len() {
            let cells = self
                .grid
                .rows
                .get(row)
                .map(Vec::as_slice)
                .unwrap_or_default();
            let is_blank = cells.iter().all(|cell| cell.trim().is_empty());
            if is_blank || self.left_out.contains(&row) {
                continue;
            }
            if let Some(column) = cells.iter().rposition(|cell| !cell.trim().is_empty())
                && column >= self.width
            {
                findings.at(row, column, FindingKind::RowTooLong);
            }
            rows.push(row);
        }
        rows
    }

    /// Numbers of components that are read otherwise than they are written, by row.
    pub(super) fn mended_numbers(
        &self,
        rows: &[usize],
        findings: &mut Findings,
    ) -> BTreeMap<usize, String> {
        let number = |row: &usize| (*row, self.text(*row, &Meaning::Number));
        let mended = with_zeros(rows.iter().map(number));
        for (row, read) in &mended {
            let (given, read) = (self.text(*row, &Meaning::Number).to_owned(), read.clone());
            findings.row(*row, FindingKind::ZeroCut { given, read });
        }
        mended
    }

    /// Whether a row repeats the headings, as pages of a printed table do.
    pub(super) fn is_heading(&self, row: usize) -> bool {
        let same = |(place, column): &(usize, &Column)| {
            let cell = fold(self.cell(row, *place));
            !cell.is_empty() && fold(&column.heading).ends_with(&cell)
        };
        let known = || {
            self.columns
                .iter()
                .enumerate()
                .filter(|(_, c)| c.meaning != Meaning::Ignored)
        };
        known().count() > 1 && known().all(|column| same(&column))
    }

    /// First row below the headings; column numbers `(1) (2) (3)` belong to them.
    fn below(&self, last: usize) -> usize {
        let row = last + 1;
        let numbers = self
            .grid
            .rows
            .get(row)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let mut counted = 0;
        let is_counting = numbers
            .iter()
            .map(|cell| fold(cell))
            .filter(|cell| !cell.is_empty())
            .all(|cell| {
                counted += 1;
                cell == counted.to_string()
            });
        row + usize::from(is_counting && counted > 2)
    }

    /// Whether the first row of a table without known headings is one of headings all the same.
    fn is_headed(&self) -> bool {
        let numbers = self
            .columns
            .iter()
            .enumerate()
            .filter(|(_, c)| is_number(&c.meaning));
        let is_word = |place: usize| {
            let cell = self.cell(0, place);
            !is_blank(cell) && matches!(number(cell, DecimalMark::Point), Err(NumberFault::Text))
        };
        numbers.clone().count() > 0 && numbers.clone().all(|(place, _)| is_word(place))
    }

    fn find_mark(&self, highest: Exact, choices: &Choices, findings: &mut Findings) -> DecimalMark {
        if let Some(mark) = choices.mark {
            return mark;
        }
        let mut evidence = Evidence::default();
        let mut unclear = None;
        for row in self.first_row..self.grid.rows.len() {
            for (place, column) in self.columns.iter().enumerate() {
                if !is_number(&column.meaning) {
                    continue;
                }
                for part in self.cell(row, place).split('/') {
                    let before = evidence;
                    evidence.add(part);
                    if evidence != before && unclear.is_none() {
                        unclear = Some((row, place));
                    }
                }
            }
        }
        match (evidence.mark(highest), unclear) {
            (None, Some((row, column))) => {
                let given = self.cell(row, column).to_owned();
                findings.at(row, column, FindingKind::WhichMark(given));
                DecimalMark::Point
            }
            (mark, _) => mark.unwrap_or_default(),
        }
    }
}

/// Whether a column of this meaning holds numbers.
fn is_number(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Rank
            | Meaning::Total
            | Meaning::Score(_)
            | Meaning::MaxPoints
            | Meaning::Own
            | Meaning::Reviewed
            | Meaning::Explained
            | Meaning::Verified
            | Meaning::WhatIf
    )
}

/// What stands above a column, in one row or two.
#[derive(Clone, Default)]
pub(super) struct Heading {
    written: String,
    pub(super) meaning: Option<(Meaning, Sureness)>,
}

/// The first and last row of the headings: those from which most is understood.
fn heading_rows(grid: &Grid, width: usize, wanted: &Wanted<'_>) -> Option<(usize, usize)> {
    // One row rather than two where both are understood as well: the other is a title.
    let mut best = (3, None);
    for row in 0..grid.rows.len().min(LOOKED_AT) {
        for last in [row, row + 1] {
            if last > row && !is_words(grid, last) {
                continue;
            }
            let headings = headings(grid, width, row, last, wanted);
            let mut known: Vec<Meaning> = headings
                .into_iter()
                .filter_map(|heading| heading.meaning)
                .map(|(meaning, _)| meaning)
                .filter(|meaning| *meaning != Meaning::Ignored)
                .collect();
            known.sort();
            known.dedup();
            let worth = 2 * known.len() + usize::from(last == row);
            if worth > best.0 {
                best = (worth, Some((row, last)));
            }
        }
    }
    best.1
}

/// Whether a row may be the second of two rows of headings: it holds words and no figures.
fn is_words(grid: &Grid, row: usize) -> bool {
    let cells = grid.rows.get(row).map(Vec::as_slice).unwrap_or_default();
    let mut words = cells.iter().filter(|cell| !is_blank(cell)).peekable();
    let is_word = |cell: &String| number(cell, DecimalMark::Point) == Err(NumberFault::Text);
    words.peek().is_some() && words.all(is_word)
}

fn headings(
    grid: &Grid,
    width: usize,
    first: usize,
    last: usize,
    wanted: &Wanted<'_>,
) -> Vec<Heading> {
    let mut carried = "";
    let mut headings = Vec::with_capacity(width);
    for column in 0..width {
        let top = grid.cell(first, column).trim();
        let below = if last > first {
            grid.cell(last, column).trim()
        } else {
            ""
        };
        // A merged cell stands above all the columns that it spans, but is written in the first.
        if !top.is_empty() || below.is_empty() {
            carried = top;
        }
        headings.push(heading(carried, below, wanted));
    }
    headings
}

fn heading(above: &str, below: &str, wanted: &Wanted<'_>) -> Heading {
    let know = |text: &str| understand(text, wanted.kind, wanted.framework);
    let (written, meaning) = match (above.is_empty(), below.is_empty()) {
        (_, true) => (above.to_owned(), know(above)),
        (true, false) => (below.to_owned(), know(below)),
        (false, false) => {
            let both = format!("{above} {below}");
            let meaning = match (know(&both), know(below)) {
                // "Tự đánh giá" above "Thẩm định": what stands nearer says it plainly.
                (Some((_, Sureness::Likely)), Some((own, Sureness::Sure))) => {
                    Some((own, Sureness::Sure))
                }
                (Some(whole), _) => Some(whole),
                (None, below) => match (know(above), below) {
                    // "Nhận thức số" above "Giá trị" is its score, above "Hạng" nothing that is read.
                    (Some((Meaning::Score(_), _)), Some((Meaning::Rank, _))) => None,
                    (Some((Meaning::Score(id), sure)), Some((Meaning::Total, _))) => {
                        Some((Meaning::Score(id), sure))
                    }
                    (_, below) => below,
                },
            };
            (both, meaning)
        }
    };
    let written = written.split_whitespace().collect::<Vec<_>>().join(" ");
    Heading { written, meaning }
}
