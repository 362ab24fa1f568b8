//! Rank acceptability: a strip of ranks per unit, darker where more draws put it, over the band from
//! low to high.

use super::figure::{Cell, Chart, Column, Fact, Finding, LegendEntry, Meaning, Sign, Table};
use super::labels::{ticks, widest};
use super::sheet::{Axis, Margins, Plot, Sheet, TEXT, TITLE, Type};
use super::{Canvas, Drawing, Ink};
use dti_engine::analysis::Stability;
use dti_engine::model::Exact;
use plotters::style::text_anchor::HPos;

/// One unit's strip.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// Row of the unit in its edition.
    pub position: usize,
    /// Its name.
    pub name: String,
    /// Its rank, from 1.
    pub rank: u32,
    /// The smallest rank with a cumulative share of at least 5 %.
    pub low: u32,
    /// The smallest rank with a cumulative share of at least 95 %.
    pub high: u32,
    /// Share of the draws at rank 1, 2, ...
    pub shares: Vec<f64>,
}

impl Row {
    fn share_at(&self, rank: u32) -> f64 {
        let place = rank.checked_sub(1).map(|place| place as usize);
        let share = place.and_then(|place| self.shares.get(place));
        share.copied().unwrap_or_default()
    }

    /// Ranks with a share that is shown.
    fn ranks(&self) -> impl Iterator<Item = (u32, f64)> {
        let ranks = (1..).zip(self.shares.iter().copied());
        ranks.filter(|(_, share)| *share >= LEAST)
    }
}

/// What the strips show: the chosen unit among its neighbours, best first.
#[derive(Clone, PartialEq, Debug)]
pub struct Input {
    /// The units, about 11 at most.
    pub rows: Vec<Row>,
    /// Row of the chosen unit in its edition.
    pub own: usize,
}

/// How many neighbours stand on each side.
const NEIGHBOURS: usize = 5;

/// The chosen unit and its neighbours in rank order; `names` by row of the unit. `None` where the
/// unit is not ranked.
pub fn input(stability: &Stability, position: usize, names: &[String]) -> Option<Input> {
    let units = &stability.units;
    let own = units.iter().position(|unit| unit.position == position)?;
    // Near an end of the table the other side is longer.
    let most = (2 * NEIGHBOURS + 1).min(units.len());
    let first = own.saturating_sub(NEIGHBOURS).min(units.len() - most);
    let rows = units.iter().skip(first).take(most).map(|unit| Row {
        position: unit.position,
        name: names.get(unit.position).cloned().unwrap_or_default(),
        rank: unit.rank,
        low: unit.low,
        high: unit.high,
        shares: unit.acceptability(),
    });
    Some(Input {
        rows: rows.collect(),
        own: position,
    })
}

/// The smallest share that is shown.
const LEAST: f64 = 0.005;
/// From which percentage each class but the lowest begins.
const LIMITS: [u32; 4] = [5, 20, 40, 70];

/// The class of a share, from 0.
fn class(share: f64) -> usize {
    let reached = |limit: &&u32| share * 100.0 >= f64::from(**limit);
    LIMITS.iter().filter(reached).count()
}

/// Height of a strip, and of its cells.
const ROW: f64 = 30.0;
const CELL: f64 = 18.0;

/// Draws the strips.
pub fn draw(input: &Input, canvas: &Canvas) -> Drawing {
    let room = canvas.room();
    // What is framed or underlined may have a share too small for a cell.
    let own = input.rows.iter().find(|row| row.position == input.own);
    let shown = || {
        let cells = input.rows.iter().flat_map(Row::ranks).map(|(rank, _)| rank);
        let bands = input.rows.iter().flat_map(|row| [row.low, row.high]);
        cells.chain(bands).chain(own.map(|row| row.rank))
    };
    let first = shown().min().unwrap_or(1);
    let last = shown().max().unwrap_or(first);
    let labels: Vec<String> = input
        .rows
        .iter()
        .map(|row| format!("{}. {}", row.rank, row.name))
        .collect();
    let margins = Margins {
        top: 4.0,
        right: 8.0,
        bottom: 24.0 + TITLE,
        left: widest(labels.iter().map(String::as_str), TEXT).min(room * 0.6) + 12.0,
    };
    let rows = input.rows.len() as f64;
    let sheet = Sheet::new(room, rows * ROW + margins.top + margins.bottom);
    let (low, high) = (f64::from(first), f64::from(last));
    // No more ticks than ranks: then all are whole.
    let most = if canvas.is_wide() { 12 } else { 6 };
    let x = Axis {
        ends: (low - 0.5, high + 0.5),
        ticks: ticks(low, high, most.min((last - first + 1) as usize)).0,
    };
    let Some(mut plot) = sheet.plot(margins, x, Axis::bare(rows, 0.0)) else {
        return sheet.finish();
    };
    plot.mesh(Some(&|rank: &f64| canvas.locale.tick(*rank, 0)), None);
    sheet.title_below(canvas.locale.axes.rank, margins.right);
    for ((place, row), label) in input.rows.iter().enumerate().zip(&labels) {
        let is_own = row.position == input.own;
        put_row(&sheet, &plot, row, place as f64, is_own);
        let (x, y) = plot.on_sheet(low - 0.5, place as f64);
        let looks = Type::new(if is_own { Ink::Own } else { Ink::Label }, HPos::Right);
        let looks = looks.weight(is_own).keyed(Some(row.position));
        sheet.text((x - 8.0, y + 3.0 + CELL / 2.0), label, looks);
    }
    sheet.finish()
}

fn put_row(sheet: &Sheet, plot: &Plot, row: &Row, place: f64, is_own: bool) {
    let side = plot.on_sheet(1.0, place).0 - plot.on_sheet(0.0, place).0;
    // Gaps between very narrow cells would be all that is seen.
    let gap = if side < 8.0 { 0.0 } else { 0.5 };
    let ends = |from: u32, to: u32| {
        let (left, top) = plot.on_sheet(f64::from(from) - 0.5, place);
        let (right, _) = plot.on_sheet(f64::from(to) + 0.5, place);
        ((left + gap, top + 3.0), (right - gap, top + 3.0 + CELL))
    };
    for (rank, share) in row.ranks() {
        let (from, to) = ends(rank, rank);
        let ink = Ink::STEPS.get(class(share)).copied();
        sheet.tile(from, to, ink.unwrap_or(Ink::Step5), Some(row.position));
    }
    if is_own {
        // Around the cell, so that a narrow one is still seen.
        let ((left, top), (right, bottom)) = ends(row.rank, row.rank);
        let (from, to) = ((left - 1.0, top - 1.0), (right + 1.0, bottom + 1.0));
        sheet.outline(from, to, Ink::Label, Some(row.position));
    }
    let ((left, _), (right, bottom)) = ends(row.low, row.high);
    let (ink, width) = if is_own {
        (Ink::Own, 3.0)
    } else {
        (Ink::Rival, 2.0)
    };
    let y = bottom + 4.5;
    sheet.rule((left, y), (right, y), ink, width);
}

/// The strips with their finding, facts, legend and table; `None` where the unit is not among them.
pub fn chart(input: &Input, canvas: &Canvas) -> Option<Chart> {
    let own = input.rows.iter().find(|row| row.position == input.own)?;
    let mut facts = vec![Fact::ShareAtRank(
        own.rank,
        per_mille(own.share_at(own.rank)),
    )];
    let mut likeliest = own.rank;
    for (rank, share) in own.ranks() {
        if share > own.share_at(likeliest) {
            likeliest = rank;
        }
    }
    if likeliest != own.rank {
        let share = per_mille(own.share_at(likeliest));
        facts.push(Fact::ShareAtRank(likeliest, share));
    }
    Some(Chart {
        drawing: draw(input, canvas),
        finding: Finding::Stability {
            unit: own.position,
            rank: own.rank,
            low: own.low,
            high: own.high,
        },
        facts,
        legend: legend(input),
        table: table(input),
    })
}

fn per_mille(share: f64) -> Exact {
    Exact::decimal((share * 1000.0).round() as i64, 3)
}

fn legend(input: &Input) -> Vec<LegendEntry> {
    let shown = |step: usize| {
        let mut shares = input.rows.iter().flat_map(Row::ranks);
        shares.any(|(_, share)| class(share) == step)
    };
    let limit = |step: usize| LIMITS.get(step).copied().unwrap_or(100);
    let mut legend = Vec::new();
    for (step, ink) in Ink::STEPS.into_iter().enumerate().rev() {
        if shown(step) {
            let from = step.checked_sub(1).map_or(0, limit);
            let meaning = Meaning::Shares(from, limit(step));
            legend.push(LegendEntry::new(Sign::Tile, ink, meaning));
        }
    }
    legend.push(LegendEntry::new(Sign::Line, Ink::Own, Meaning::Band));
    legend.push(LegendEntry::new(Sign::Frame, Ink::Label, Meaning::OwnRank));
    legend
}

fn table(input: &Input) -> Table {
    let row = |row: &Row| {
        vec![
            Cell::Unit(row.position),
            Cell::Rank(row.rank),
            Cell::Share(per_mille(row.share_at(row.rank))),
            Cell::Rank(row.low),
            Cell::Rank(row.high),
        ]
    };
    Table {
        columns: vec![
            Column::Unit,
            Column::Rank,
            Column::ShareAtRank,
            Column::BandLow,
            Column::BandHigh,
        ],
        rows: input.rows.iter().map(row).collect(),
    }
}
