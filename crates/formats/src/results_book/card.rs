//! One unit's scorecard as a workbook: components under their main indicators, with sums, total and
//! rank as formulas. It is made from a plain table, so whoever keeps the assessment fills it.

use super::formula::{cell, range, rounded};
use super::results::SCORE;
use super::words::{BookLanguage, Word, status};
use crate::{Book, BookCell, BookContent, BookSheet, Cell, Look};
use dti_engine::model::{Exact, POINTS_DECIMALS, Provenance};

/// One unit's scorecard as a table, for [`card_book`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CardTable {
    /// Title of the edition.
    pub edition: String,
    /// Name of the unit.
    pub unit: String,
    /// Whose figures the edition holds.
    pub provenance: Provenance,
    /// Whether anything in it is supposed or assessed: it is then no official scorecard.
    pub is_edited: bool,
    /// Main indicators, components and criteria, parents first, in the framework's order.
    pub rows: Vec<CardRow>,
    /// What the total has more than the sum of its points gives, in score.
    pub residual: Exact,
    /// Decimals to which totals are rounded before ranking; `None` for none.
    pub decimals: Option<u32>,
    /// Totals of the other units (`Calculator::other_totals`).
    pub others: Vec<(String, Exact)>,
}

/// One indicator of a scorecard.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CardRow {
    /// How deep it stands: 0 for a main indicator, 1 for a component, 2 for a criterion.
    pub depth: u8,
    /// Number in the official list.
    pub number: String,
    /// Name.
    pub name: String,
    /// Rule, as `crate::rule_text` writes it; empty where the row is a sum.
    pub rule: String,
    /// Self-assessed value, as `crate::raw_value_text` writes it.
    pub own: Option<String>,
    /// Verified value.
    pub verified: Option<String>,
    /// What-if value.
    pub what_if: Option<String>,
    /// Points that count now.
    pub points: Exact,
    /// Max points.
    pub max_points: Exact,
    /// Whether it counts towards the total.
    pub is_scored: bool,
    /// Whether its values are points themselves (rule `points`): then its points are a formula.
    pub takes_points: bool,
}

/// Rows above the table: title, remark, headings.
const FIRST: usize = 3;
const OWN: usize = 3;
const VERIFIED: usize = 4;
const WHAT_IF: usize = 5;
const POINTS: usize = 6;
const MAX_POINTS: usize = 7;

/// The workbook of a scorecard.
pub fn card_book(table: &CardTable, language: BookLanguage) -> Book {
    let mut sheets = vec![scorecard(table, language)];
    if !table.others.is_empty() {
        sheets.push(others(table, language));
    }
    Book { sheets }
}

fn scorecard(table: &CardTable, language: BookLanguage) -> BookSheet {
    let word = |word: Word| language.word(word);
    let mut title = format!("{}, {}", table.unit, table.edition);
    let status = status(table.provenance, table.is_edited);
    if status != Word::Official {
        title = format!("{title}. {}", word(status));
    }
    let headings = [
        Word::Number,
        Word::Name,
        Word::Rule,
        Word::Own,
        Word::Verified,
        Word::WhatIf,
        Word::Points,
        Word::MaxPoints,
        Word::Gap,
    ];
    let heading = |heading: Word| BookCell::text(word(heading)).with_look(Look::Heading);
    let mut rows = vec![
        vec![BookCell::text(title).with_look(Look::Title)],
        vec![BookCell::text(word(Word::CardFormulas)).with_look(Look::Remark)],
        headings.into_iter().map(heading).collect(),
    ];
    for place in 0..table.rows.len() {
        rows.extend(line(table, place));
    }
    rows.extend(sums(table, language));
    BookSheet {
        name: word(Word::Scorecard).to_owned(),
        widths: vec![9, 44, 18, 13, 13, 13, 10, 10, 10],
        frozen: (3, 2),
        rows,
    }
}

fn line(table: &CardTable, place: usize) -> Option<Vec<BookCell>> {
    let own = table.rows.get(place)?;
    let row = FIRST + place;
    let children = children(table, place);
    let is_sum = !children.is_empty();
    let look = match own.depth {
        0 => Look::Heading,
        _ => Look::Usual,
    };
    let name = own.name.clone();
    let raw = |value: &Option<String>| raw(own, value.as_deref());
    let points = if is_sum {
        let scored = |&child: &usize| table.rows.get(child).is_some_and(|row| row.is_scored);
        let children: Vec<usize> = children.into_iter().filter(scored).collect();
        BookCell::formula(sum(&children, POINTS), own.points, POINTS_DECIMALS)
    } else if own.takes_points {
        BookCell::formula(counting(own, row), own.points, POINTS_DECIMALS)
    } else {
        BookCell::number(own.points, POINTS_DECIMALS)
    };
    let gap = format!("{}-{}", cell(row, MAX_POINTS), cell(row, POINTS));
    let cells = vec![
        BookCell::text(&own.number),
        BookCell::text(name),
        BookCell::text(&own.rule),
        raw(&own.own),
        raw(&own.verified),
        raw(&own.what_if),
        points,
        BookCell::number(own.max_points, POINTS_DECIMALS),
        BookCell::formula(gap, own.max_points - own.points, POINTS_DECIMALS),
    ];
    Some(cells.into_iter().map(|cell| cell.with_look(look)).collect())
}

/// Points as a number, anything else as its text.
fn raw(row: &CardRow, value: Option<&str>) -> BookCell {
    let Some(text) = value else {
        return BookCell::empty();
    };
    let points = Exact::from_plain_text(text, POINTS_DECIMALS).filter(|_| row.takes_points);
    let number = |points| BookCell::number(points, POINTS_DECIMALS);
    points.map_or_else(|| BookCell::text(text), number)
}

/// The what-if, else the verified, else the self-assessed value, else what stands there now.
fn counting(own: &CardRow, row: usize) -> String {
    let entered = [&own.own, &own.verified, &own.what_if];
    let is_open = entered.iter().all(|value| value.is_none());
    let mut formula = match is_open {
        true => own.points.to_short_text(12),
        false => "0".to_owned(),
    };
    for column in [OWN, VERIFIED, WHAT_IF] {
        let cell = cell(row, column);
        formula = format!("IF({cell}<>\"\",{cell},{formula})");
    }
    formula
}

/// Rows directly below the one in this place.
fn children(table: &CardTable, place: usize) -> Vec<usize> {
    let depth = |place: usize| table.rows.get(place).map(|row| row.depth);
    let Some(own) = depth(place) else {
        return Vec::new();
    };
    let below = place + 1..table.rows.len();
    let below = below.take_while(|&place| depth(place) > Some(own));
    below
        .filter(|&place| depth(place) == Some(own + 1))
        .collect()
}

/// The sum over rows of the table, runs of them as ranges.
fn sum(places: &[usize], column: usize) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for &place in places {
        let row = FIRST + place;
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => runs.push((row, row)),
        }
    }
    let runs = runs.into_iter().map(|(first, last)| match first == last {
        true => cell(first, column),
        false => range((first, column), (last, column)),
    });
    let runs: Vec<String> = runs.collect();
    match runs.is_empty() {
        true => "0".to_owned(),
        false => format!("SUM({})", runs.join(",")),
    }
}

/// The lines below the table: sum, total, rank.
fn sums(table: &CardTable, language: BookLanguage) -> Vec<Vec<BookCell>> {
    let rows = table.rows.iter().enumerate();
    let mains = rows.filter(|(_, row)| row.depth == 0 && row.is_scored);
    let mains: Vec<(usize, &CardRow)> = mains.collect();
    let places: Vec<usize> = mains.iter().map(|(place, _)| *place).collect();
    let points: Exact = mains.iter().map(|(_, row)| row.points).sum();
    let most: Exact = mains.iter().map(|(_, row)| row.max_points).sum();
    let sum_row = FIRST + table.rows.len();
    let line = |word: Word, cells: Vec<BookCell>| {
        let mut line = vec![BookCell::empty(); POINTS];
        if let Some(name) = line.get_mut(1) {
            *name = BookCell::text(language.word(word));
        }
        line.extend(cells);
        let strong = line.into_iter().map(|cell| cell.with_look(Look::Heading));
        strong.collect::<Vec<_>>()
    };
    let adding =
        |column: usize, now: Exact| BookCell::formula(sum(&places, column), now, POINTS_DECIMALS);
    let gap = format!("{}-{}", cell(sum_row, MAX_POINTS), cell(sum_row, POINTS));
    let gap = BookCell::formula(gap, most - points, POINTS_DECIMALS);
    let score = points.div_or(most, Exact::ZERO);
    // All at the maximum are exactly 1, and nothing is exactly 0, whatever the residual (method 2).
    let is_end = points == most || points == Exact::ZERO;
    let unrounded = if is_end {
        score
    } else {
        score + table.residual
    };
    let now = unrounded.clamp_to(Exact::ZERO, Exact::ONE);
    let now = table.decimals.map_or(now, |decimals| now.rounded(decimals));
    let mut lines = vec![line(
        Word::Sum,
        vec![adding(POINTS, points), adding(MAX_POINTS, most), gap],
    )];
    let total = BookCell::formula(total(table, sum_row), now, SCORE);
    lines.push(line(Word::Total, vec![total]));
    if !table.others.is_empty() {
        let higher = table
            .others
            .iter()
            .filter(|(_, total)| *total > now)
            .count();
        let now = Exact::whole(i64::try_from(higher).unwrap_or(i64::MAX) + 1);
        let rank = BookCell::formula(rank(table, sum_row + 1, language), now, 0);
        lines.push(line(Word::Rank, vec![rank]));
    }
    lines
}

fn total(table: &CardTable, sum_row: usize) -> String {
    let (points, most) = (cell(sum_row, POINTS), cell(sum_row, MAX_POINTS));
    let residual = table.residual.to_short_text(12);
    // A number is written with its sign: `+-0.00005` is fine in a formula.
    let score = format!("IF({points}={most},1,IF({points}=0,0,{points}/{most}+{residual}))");
    rounded(&score, table.decimals)
}

/// One more than how many are higher.
fn rank(table: &CardTable, total_row: usize, language: BookLanguage) -> String {
    let last = table.others.len();
    let sheet = language.word(Word::Others);
    let others = format!("'{sheet}'!$B$2:$B${}", last + 1);
    format!("SUMPRODUCT(--({others}>{}))+1", cell(total_row, POINTS))
}

/// The other units' totals, which the rank is read from.
fn others(table: &CardTable, language: BookLanguage) -> BookSheet {
    let heading = |word: Word| BookCell::text(language.word(word)).with_look(Look::Heading);
    let mut rows = vec![vec![heading(Word::Unit), heading(Word::Total)]];
    rows.extend(table.others.iter().map(|(name, total)| {
        let total = Cell::Number(*total, SCORE);
        let total = BookCell {
            content: BookContent::Plain(total),
            look: Look::Usual,
        };
        vec![BookCell::text(name), total]
    }));
    BookSheet {
        name: language.word(Word::Others).to_owned(),
        widths: vec![26, 10],
        frozen: (1, 0),
        rows,
    }
}
