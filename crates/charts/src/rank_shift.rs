//! Rank shift: a slope from the rank before to the rank after for every unit that moved.

use super::figure::{Cell, Chart, Column, Finding, LegendEntry, Meaning, Sign, Table, risen};
use super::labels::widest;
use super::sheet::{Axis, Dot, Margins, Plot, SMALL, Sheet, TEXT, Type};
use super::{Canvas, Drawing, Ink};
use dti_engine::model::Standings;
use plotters::style::text_anchor::HPos;

/// One unit's slope.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slope {
    /// Row of the unit in its edition.
    pub position: usize,
    /// Its name.
    pub name: String,
    /// Rank before the scenario.
    pub before: u32,
    /// Rank under it.
    pub after: u32,
    /// Place in the list before, from 0: units with equal ranks have different places.
    pub place_before: usize,
    /// Place in the list after.
    pub place_after: usize,
}

/// What the chart shows: the chosen unit and every unit whose rank changed, best first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Input {
    /// The slopes.
    pub slopes: Vec<Slope>,
    /// Row of the chosen unit in its edition.
    pub own: usize,
}

/// The slopes of these standings; `names` by row of the unit. `None` where the unit is not ranked.
pub fn input(standings: &Standings, position: usize, names: &[String]) -> Option<Input> {
    standings.of(position)?;
    let mut before: Vec<(u32, usize)> = standings
        .standings
        .iter()
        .enumerate()
        .map(|(place, standing)| (standing.baseline_rank, place))
        .collect();
    // Ties keep the order of the list after, so that lines of tied units do not cross for nothing.
    before.sort_unstable();
    let place_before = |place: usize| before.iter().position(|&(_, other)| other == place);
    let all = standings.standings.iter().enumerate();
    let shown = all.filter(|(_, standing)| {
        standing.rank != standing.baseline_rank || standing.position == position
    });
    let slopes = shown.map(|(place, standing)| Slope {
        position: standing.position,
        name: names.get(standing.position).cloned().unwrap_or_default(),
        before: standing.baseline_rank,
        after: standing.rank,
        place_before: place_before(place).unwrap_or_default(),
        place_after: place,
    });
    Some(Input {
        slopes: slopes.collect(),
        own: position,
    })
}

const ROW: f64 = 18.0;
/// Room for what the two columns show.
const HEAD: f64 = 20.0;

/// Draws the slopes.
pub fn draw(input: &Input, canvas: &Canvas) -> Drawing {
    let room = canvas.room();
    let places = || {
        input
            .slopes
            .iter()
            .flat_map(|s| [s.place_before, s.place_after])
    };
    let first = places().min().unwrap_or_default();
    let last = places().max().unwrap_or_default();
    let rows = (last - first + 1) as f64;
    let label = |rank: u32, slope: &Slope| format!("{rank}. {}", slope.name);
    let names = widest(input.slopes.iter().map(|slope| slope.name.as_str()), TEXT);
    let side = names + 4.0 * 0.6 * TEXT + 14.0;
    let axes = canvas.locale.axes;
    // Where both sides do not fit, the left one keeps the rank alone, and its own title.
    let is_roomy = room - 2.0 * side > 110.0;
    let rank = widest([axes.before].into_iter(), SMALL).max(30.0) + 14.0;
    let margins = Margins {
        top: HEAD,
        right: side,
        bottom: 2.0,
        left: if is_roomy { side } else { rank },
    };
    let sheet = Sheet::new(room, rows * ROW + margins.top + margins.bottom);
    let y = Axis::bare(rows, 0.0);
    let Some(mut plot) = sheet.plot(margins, Axis::bare(0.0, 1.0), y) else {
        return sheet.finish();
    };
    for (x, side, title, across) in [
        (0.0, -10.0, axes.before, HPos::Right),
        (1.0, 10.0, axes.after, HPos::Left),
    ] {
        let (x, _) = plot.on_sheet(x, 0.0);
        let looks = Type::new(Ink::Axis, across).sized(SMALL);
        sheet.text((x + side, HEAD / 2.0 - 2.0), title, looks);
    }
    // The chosen unit last: it lies on top.
    let others = input.slopes.iter().filter(|s| s.position != input.own);
    let own = input.slopes.iter().filter(|s| s.position == input.own);
    for slope in others.chain(own) {
        let height = |place: usize| (place - first) as f64 + 0.5;
        let ends = [
            (0.0, height(slope.place_before)),
            (1.0, height(slope.place_after)),
        ];
        let is_own = slope.position == input.own;
        put_slope(&mut plot, slope, ends, is_own);
        let text = if is_own { Ink::Own } else { Ink::Label };
        let looks = |across| {
            let key = Some(slope.position);
            Type::new(text, across).weight(is_own).keyed(key)
        };
        let [left, right] = ends.map(|(x, y)| plot.on_sheet(x, y));
        let (was, is) = if is_roomy {
            (label(slope.before, slope), label(slope.after, slope))
        } else {
            (format!("{}.", slope.before), label(slope.after, slope))
        };
        sheet.text((left.0 - 10.0, left.1), &was, looks(HPos::Right));
        sheet.text((right.0 + 10.0, right.1), &is, looks(HPos::Left));
    }
    sheet.finish()
}

fn put_slope(plot: &mut Plot, slope: &Slope, ends: [(f64, f64); 2], is_own: bool) {
    let (ink, width, radius) = if is_own {
        (Ink::Own, 3.0, 5.0)
    } else {
        (Ink::Rival, 1.5, 3.5)
    };
    let key = Some(slope.position);
    plot.line(&ends, ink, width, key);
    plot.dots(&ends.map(|at| Dot {
        at,
        radius,
        ink,
        key,
        open: false,
    }));
}

/// The slopes with their finding, legend and table.
pub fn chart(input: &Input, canvas: &Canvas) -> Option<Chart> {
    let own = input
        .slopes
        .iter()
        .find(|slope| slope.position == input.own)?;
    let count = |test: fn(i64) -> bool| {
        let moves = input.slopes.iter().map(|s| risen(s.before, s.after));
        moves.filter(|&places| test(places)).count()
    };
    let others = input.slopes.iter().filter(|s| s.position != input.own);
    let mut furthest: Option<&Slope> = None;
    for slope in others {
        let reach = |slope: &Slope| slope.before.abs_diff(slope.after);
        if furthest.is_none_or(|most| reach(slope) > reach(most)) {
            furthest = Some(slope);
        }
    }
    let mut legend = vec![LegendEntry::new(Sign::Line, Ink::Own, Meaning::Own)];
    if input.slopes.len() > 1 {
        legend.push(LegendEntry::new(Sign::Line, Ink::Rival, Meaning::Others));
    }
    Some(Chart {
        drawing: draw(input, canvas),
        finding: Finding::RankShift {
            risen: count(|places| places > 0),
            fallen: count(|places| places < 0),
            own: (own.before, own.after),
            furthest: furthest.map(|s| (s.position, s.before, s.after)),
        },
        facts: Vec::new(),
        legend,
        table: table(input),
    })
}

fn table(input: &Input) -> Table {
    let row = |slope: &Slope| {
        vec![
            Cell::Unit(slope.position),
            Cell::Rank(slope.before),
            Cell::Rank(slope.after),
            Cell::Move(risen(slope.before, slope.after)),
        ]
    };
    Table {
        columns: vec![Column::Unit, Column::RankBefore, Column::Rank, Column::Move],
        rows: input.slopes.iter().map(row).collect(),
    }
}
