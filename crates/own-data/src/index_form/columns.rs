//! What the columns of a table are, before the reader says otherwise: the names of the units, and numbers.

use dti_engine::model::Direction;
use dti_formats::{DecimalMark, Grid, RawNumber, column_name, fold, is_gap, raw_number};

/// Rows above headings that are looked at.
const TITLES: usize = 20;
/// Headings of columns of numbers that are no indicators.
const NO_INDICATORS: [&str; 16] = [
    "stt",
    "tt",
    "so tt",
    "so thu tu",
    "no",
    "hang",
    "thu hang",
    "xep hang",
    "rank",
    "tong",
    "tong diem",
    "tong cong",
    "total",
    "nam",
    "year",
    "ma",
];

/// A column of numbers, with what is typed about it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FormColumn {
    /// Its place from 0.
    pub place: usize,
    /// Its heading.
    pub heading: String,
    /// Whether it is an indicator.
    pub is_indicator: bool,
    /// Its max points, as they are typed.
    pub weight: String,
    /// Which values are good.
    pub direction: Direction,
    /// The value that scores nothing, or everything where lower is better, as it is typed.
    pub low: String,
    /// The other end.
    pub high: String,
}

/// A heading, or the letters of its column.
pub(super) fn heading(cell: &str, place: usize) -> String {
    let words: Vec<&str> = cell.split_whitespace().collect();
    match words.is_empty() {
        true => column_name(place),
        false => words.join(" "),
    }
}

/// The first row that has two headings or more and, right below it, a number below a word.
pub(super) fn heading_row(grid: &Grid, mark: DecimalMark) -> Option<usize> {
    let is_number = |row: usize, column: usize| raw_number(grid.cell(row, column), mark).is_some();
    let is_headed = |row: &usize| {
        let cells = grid.rows.get(*row).map_or(0, Vec::len);
        let filled = |column: &usize| !grid.cell(*row, *column).trim().is_empty();
        let words = (0..cells).filter(|column| filled(column) && !is_number(*row, *column));
        words.clone().count() >= 2 && words.clone().any(|column| is_number(*row + 1, column))
    };
    (0..grid.rows.len().min(TITLES)).find(is_headed)
}

/// Numbers of a column below the headings, with their rows.
pub(super) fn numbers(
    grid: &Grid,
    headings: usize,
    column: usize,
    mark: DecimalMark,
) -> impl Iterator<Item = (usize, RawNumber)> {
    let rows = headings + 1..grid.rows.len();
    rows.filter_map(move |row| Some((row, raw_number(grid.cell(row, column), mark)?)))
}

/// Places of the columns that hold more numbers than words.
pub(super) fn number_columns(grid: &Grid, headings: usize, mark: DecimalMark) -> Vec<usize> {
    let width = grid.rows.iter().map(Vec::len).max().unwrap_or_default();
    let is_number = |column: &usize| {
        let filled =
            (headings + 1..grid.rows.len()).filter(|row| !is_gap(grid.cell(*row, *column)));
        let numbers = numbers(grid, headings, *column, mark).count();
        numbers > 0 && 2 * numbers > filled.count()
    };
    (0..width).filter(is_number).collect()
}

/// The first column of words.
pub(super) fn unit_column(grid: &Grid, headings: usize, numbers: &[usize]) -> Option<usize> {
    let width = grid.rows.iter().map(Vec::len).max().unwrap_or_default();
    let filled = |column: usize| {
        let rows = headings + 1..grid.rows.len();
        rows.filter(|row| !grid.cell(*row, column).trim().is_empty())
            .count()
    };
    let words = (0..width).filter(|column| !numbers.contains(column));
    // Of several as long the first.
    words.rev().max_by_key(|column| filled(*column))
}

/// The columns of numbers in these places: indicators, unless they number or add up the others.
pub(super) fn columns(
    grid: &Grid,
    headings: usize,
    places: &[usize],
    mark: DecimalMark,
) -> Vec<FormColumn> {
    let places = places.iter();
    places
        .map(|&place| {
            let values = numbers(grid, headings, place, mark).map(|(_, own)| own.value);
            let (low, high) = values
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), own| {
                    (low.min(own), high.max(own))
                });
            let heading = heading(grid.cell(headings, place), place);
            FormColumn {
                place,
                is_indicator: !NO_INDICATORS.contains(&fold(&heading).as_str()),
                heading,
                weight: "1".to_owned(),
                direction: Direction::HigherIsBetter,
                low: number_text(low, mark),
                high: number_text(high, mark),
            }
        })
        .collect()
}

/// A number as it would be typed in this mark.
pub(super) fn number_text(value: f64, mark: DecimalMark) -> String {
    let text = value.to_string();
    match mark {
        DecimalMark::Point => text,
        DecimalMark::Comma => text.replace('.', ","),
    }
}
