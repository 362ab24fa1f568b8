//! Step curve: the rank that each value of one figure would bring, and where the unit is now.

use super::figure::{Cell, Chart, Column, Finding, LegendEntry, Meaning, Sign, Table};
use super::labels::{rank_foot, rank_ticks, ticks, width};
use super::sheet::{Axis, Dot, Margins, Plot, SMALL, Sheet, TITLE, Type};
use super::{Canvas, Drawing, Ink};
use dti_engine::model::Exact;
use plotters::style::text_anchor::HPos;

/// What the curve shows.
#[derive(Clone, PartialEq, Debug)]
pub struct Input {
    /// From which value on the unit has which rank, in rising order, the first from 0.
    pub steps: Vec<(f64, u32)>,
    /// The largest value: 1 for scores, or max points.
    pub x_max: f64,
    /// The present value and rank.
    pub present: (f64, u32),
    /// How many units are ranked.
    pub units: u32,
    /// Crossings with a name, the most important first: value, rank, name. Where there is no room for
    /// a name, its mark stays.
    pub marks: Vec<(f64, u32, String)>,
    /// Decimals of the values.
    pub x_decimals: u32,
}

/// Draws the curve.
pub fn draw(input: &Input, canvas: &Canvas) -> Drawing {
    let is_wide = canvas.is_wide();
    let margins = Margins {
        top: 26.0,
        right: 20.0,
        bottom: 28.0 + TITLE,
        left: 30.0,
    };
    let sheet = Sheet::new(canvas.room(), if is_wide { 300.0 } else { 260.0 });
    let worst = input.steps.iter().map(|&(_, rank)| rank).max();
    let worst = worst.unwrap_or(1).max(input.present.1);
    let foot = rank_foot(worst as usize, input.units as usize);
    let (x_ticks, decimals) = ticks(0.0, input.x_max, if is_wide { 11 } else { 6 });
    let x = Axis {
        ends: (0.0, input.x_max),
        ticks: x_ticks,
    };
    let y = Axis {
        // Rank 1 on top.
        ends: (foot as f64, 1.0),
        ticks: rank_ticks(foot),
    };
    let Some(mut plot) = sheet.plot(margins, x, y) else {
        return sheet.finish();
    };
    let locale = canvas.locale;
    plot.mesh(
        Some(&|value: &f64| locale.tick(*value, decimals)),
        Some(&|rank: &f64| locale.tick(*rank, 0)),
    );
    sheet.title_above(locale.axes.rank);
    let axes = locale.axes;
    let title = if input.x_max > 1.0 {
        axes.points
    } else {
        axes.score
    };
    sheet.title_below(title, margins.right);
    plot.line(&corners(input), Ink::Own, 2.5, None);
    put_marks(&sheet, &mut plot, input);
    sheet.finish()
}

/// The line: along each step, then straight to the next.
fn corners(input: &Input) -> Vec<(f64, f64)> {
    let mut corners: Vec<(f64, f64)> = Vec::with_capacity(2 * input.steps.len() + 1);
    for &(from, rank) in &input.steps {
        if let Some(&(_, before)) = corners.last() {
            corners.push((from, before));
        }
        corners.push((from, f64::from(rank)));
    }
    if let Some(&(_, rank)) = corners.last() {
        corners.push((input.x_max, rank));
    }
    corners
}

/// The present place first: its label is never left out for another.
fn put_marks(sheet: &Sheet, plot: &mut Plot, input: &Input) {
    let (value, rank) = input.present;
    let own = (value, rank, rank.to_string());
    let mut taken = Vec::new();
    for (place, (value, rank, name)) in [&own].into_iter().chain(&input.marks).enumerate() {
        let is_own = place == 0;
        let at = (*value, f64::from(*rank));
        let ink = if is_own { Ink::Own } else { Ink::Neighbour };
        plot.dots(&[Dot {
            at,
            radius: if is_own { 5.5 } else { 4.0 },
            ink,
            key: None,
            open: !is_own,
        }]);
        let sides = (plot.on_sheet(0.0, 1.0).0, plot.on_sheet(input.x_max, 1.0).0);
        let mark = plot.on_sheet(at.0, at.1);
        let Some(label) = Label::beside(mark, width(name, SMALL), sides, &taken) else {
            continue;
        };
        let looks = Type::new(ink, label.across).weight(is_own).sized(SMALL);
        sheet.text(label.at, name, looks);
        taken.push(label);
    }
}

/// A label beside its mark.
struct Label {
    at: (f64, f64),
    across: HPos,
    /// Its two ends.
    from: f64,
    to: f64,
}

impl Label {
    /// Below its mark to the right, or above it to the left: the curve rises to the right and leaves
    /// these two sides free. `None` where others stand there already.
    fn beside(
        (x, y): (f64, f64),
        wide: f64,
        (left, right): (f64, f64),
        taken: &[Self],
    ) -> Option<Self> {
        let below = Self {
            at: (x + 8.0, y + 11.0),
            across: HPos::Left,
            from: x + 8.0,
            to: x + 8.0 + wide,
        };
        let above = Self {
            at: (x - 8.0, y - 11.0),
            across: HPos::Right,
            from: x - 8.0 - wide,
            to: x - 8.0,
        };
        let is_free = |label: &Self| {
            let is_apart = |other: &Self| {
                let is_beside = other.from > label.to || other.to < label.from;
                is_beside || (other.at.1 - label.at.1).abs() > SMALL + 2.0
            };
            label.from >= left && label.to <= right && taken.iter().all(is_apart)
        };
        [below, above].into_iter().find(is_free)
    }
}

/// The curve with its finding, legend and table; `None` without a step.
pub fn chart(input: &Input, canvas: &Canvas) -> Option<Chart> {
    let (&(_, at_nothing), &(_, at_most)) = (input.steps.first()?, input.steps.last()?);
    let mut legend = vec![LegendEntry::new(Sign::Dot, Ink::Own, Meaning::Own)];
    if !input.marks.is_empty() {
        let ring = LegendEntry::new(Sign::Ring, Ink::Neighbour, Meaning::Overtakes);
        legend.push(ring);
    }
    Some(Chart {
        drawing: draw(input, canvas),
        finding: Finding::StepCurve {
            at_nothing,
            at_most,
            present: input.present.1,
        },
        facts: Vec::new(),
        legend,
        table: table(input),
    })
}

fn table(input: &Input) -> Table {
    let scale = 10_f64.powi(i32::try_from(input.x_decimals).unwrap_or_default());
    let row = |&(from, rank): &(f64, u32)| {
        let value = Exact::decimal((from * scale).round() as i64, input.x_decimals);
        vec![Cell::Number(value, input.x_decimals), Cell::Rank(rank)]
    };
    Table {
        columns: vec![Column::ValueFrom, Column::Rank],
        rows: input.steps.iter().map(row).collect(),
    }
}
