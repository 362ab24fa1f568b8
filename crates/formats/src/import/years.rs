//! Which year a table says it is of: in its title, a heading, or a column of its own.

use super::Meaning;
use super::columns::{Column, Sheet};
use super::findings::{FindingKind, Findings};
use crate::{Grid, fold};

/// The year that a word is.
pub(super) fn year_of(word: &str) -> Option<u16> {
    let year: u16 = word.parse().ok()?;
    (2000..2100).contains(&year).then_some(year)
}

/// The first year in a text.
pub(super) fn year_in(text: &str) -> Option<u16> {
    fold(text).split(' ').find_map(year_of)
}

/// The years of a title, and whether each stands behind a word for what is of that year.
fn years_of(title: &str) -> Vec<(bool, u16)> {
    let folded = fold(title);
    let mut before = "";
    let mut years = Vec::new();
    for word in folded.split(' ') {
        if let Some(year) = year_of(word) {
            years.push((["nam", "dti", "year"].contains(&before), year));
        }
        before = word;
    }
    years
}

/// Remarks headings of another year than the edition's, else a title of another year.
pub(super) fn compare_years(
    grid: &Grid,
    titles: usize,
    columns: &[Column],
    year: u16,
    findings: &mut Findings,
) {
    let mut is_said = false;
    for (place, column) in columns.iter().enumerate() {
        let written = year_in(&column.heading).filter(|_| column.meaning != Meaning::Ignored);
        is_said |= written.is_some();
        if let Some(written) = written.filter(|written| *written != year) {
            findings.column(place, FindingKind::OtherYear { written, year });
        }
    }
    if is_said {
        return;
    }
    let mut written = Vec::new();
    for (row, cells) in grid.rows.iter().enumerate().take(titles) {
        let years = cells.iter().flat_map(|cell| years_of(cell));
        written.extend(years.map(|(is_clear, written)| (is_clear, row, written)));
    }
    // A title may name a decision and its day too.
    if written.iter().any(|(is_clear, ..)| *is_clear) {
        written.retain(|(is_clear, ..)| *is_clear);
    }
    if written.iter().any(|(.., written)| *written == year) {
        return;
    }
    if let Some(&(_, row, written)) = written.first() {
        findings.row(row, FindingKind::OtherYear { written, year });
    }
}

/// The rows of a table that has a column of years: those of the edition's where it has them, else
/// all, with a remark either way.
pub(super) fn of_year(
    sheet: &Sheet<'_>,
    rows: Vec<usize>,
    year: u16,
    findings: &mut Findings,
) -> Vec<usize> {
    let Some(column) = sheet.column(&Meaning::Year) else {
        return rows;
    };
    let own = |row: &usize| year_in(sheet.cell(*row, column));
    let others = rows.iter().filter_map(own).filter(|own| *own != year);
    let Some(written) = others.clone().next() else {
        return rows;
    };
    if !rows.iter().any(|row| own(row) == Some(year)) {
        findings.column(column, FindingKind::OtherYear { written, year });
        return rows;
    }
    let count = others.count();
    findings.column(column, FindingKind::OtherYearsLeftOut { count, year });
    let is_other = |row: &usize| own(row).is_some_and(|own| own != year);
    rows.into_iter().filter(|row| !is_other(row)).collect()
}
