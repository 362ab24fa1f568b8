//! History: the unit's rank in every edition, the score where it is known, and gaps left as gaps.

use super::figure::{Cell, Chart, Column, Fact, Finding, LegendEntry, Meaning, Place, Sign, Table};
use super::labels::{rank_foot, rank_ticks, width};
use super::sheet::{Axis, Dot, Margins, Plot, SMALL, Sheet, TEXT, TITLE, Type};
use super::{Canvas, Drawing, Ink};
use dti_engine::calculator::Calculator;
use dti_engine::model::{Edition, Exact};
use plotters::style::text_anchor::HPos;
use std::sync::Arc;

/// One edition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stop {
    /// Name of the edition, short: `2024`.
    pub label: String,
    /// How many units it ranks.
    pub of: usize,
    /// Rank by what is on file; `None` where too little is.
    pub rank: Option<u32>,
    /// Published score; `None` where it is not on file.
    pub score: Option<Exact>,
    /// Rank and score under the scenario, at the edition that it edits.
    pub simulated: Option<Place>,
}

/// What the history shows, oldest first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Input {
    /// The editions.
    pub stops: Vec<Stop>,
}

/// A unit in one edition, by the edition's own figures: a rank that is shared is a rank. `position` is its
/// row there, `None` where the edition does not know the unit.
pub fn stop(
    calculator: &Calculator,
    edition: &Arc<Edition>,
    position: Option<usize>,
    label: &str,
) -> Stop {
    let row = position.and_then(|position| edition.rows().get(position));
    Stop {
        label: label.to_owned(),
        of: edition.units().len(),
        rank: position.and_then(|position| calculator.result(edition, position).rank),
        score: row
            .and_then(|row| row.total.as_ref())
            .map(|total| total.value),
        simulated: None,
    }
}

impl Input {
    /// The length of the longest list: ranks of shorter ones are not comparable.
    fn of(&self) -> usize {
        self.stops.iter().map(|stop| stop.of).max().unwrap_or(1)
    }

    /// The rank at the foot of the axis: a full ten with room below the worst rank shown.
    fn foot(&self) -> usize {
        let shown = |stop: &Stop| stop.rank.max(stop.simulated.map(|place| place.rank));
        let worst = self
            .stops
            .iter()
            .filter_map(shown)
            .max()
            .unwrap_or(u32::MAX) as usize;
        rank_foot(worst, self.of())
    }

    /// Editions with a rank, by place.
    fn ranks(&self) -> impl DoubleEndedIterator<Item = (usize, u32)> {
        let stops = self.stops.iter().enumerate();
        stops.filter_map(|(place, stop)| Some((place, stop.rank?)))
    }
}

const LEFT: f64 = 30.0;

/// Draws the history.
pub fn draw(input: &Input, canvas: &Canvas) -> Drawing {
    let room = canvas.room();
    let foot = input.foot();
    let step = (room - LEFT) / input.stops.len().max(1) as f64;
    let labels: Vec<Vec<&str>> = input
        .stops
        .iter()
        .map(|stop| broken(&stop.label, step))
        .collect();
    let lines = labels.iter().map(Vec::len).max().unwrap_or(1);
    let margins = Margins {
        top: 26.0,
        right: 6.0,
        bottom: 30.0 + 14.0 * lines as f64 + TITLE,
        left: LEFT,
    };
    let height = if canvas.is_wide() { 300.0 } else { 260.0 };
    let sheet = Sheet::new(room, height + 14.0 * (lines - 1) as f64 + TITLE);
    let (left, right) = (-0.5, input.stops.len().max(1) as f64 - 0.5);
    let x = Axis {
        ends: (left, right),
        ticks: (0..input.stops.len()).map(|place| place as f64).collect(),
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
    plot.mesh(None, Some(&|rank: &f64| locale.tick(*rank, 0)));
    sheet.title_above(locale.axes.rank);
    sheet.title_below(locale.axes.edition, margins.right);
    let runs = runs(input);
    for run in &runs {
        plot.line(run, Ink::Own, 2.5, None);
    }
    for (place, stop) in input.stops.iter().enumerate() {
        let (across, _) = plot.on_sheet(place as f64, 1.0);
        put_stop(&sheet, &mut plot, input, place, stop);
        let (_, bottom) = plot.on_sheet(0.0, foot as f64);
        let year = Type::new(Ink::Label, HPos::Center);
        for (line, text) in labels.get(place).into_iter().flatten().enumerate() {
            sheet.text((across, bottom + 18.0 + 14.0 * line as f64), text, year);
        }
        let below = bottom + 20.0 + 14.0 * lines as f64;
        let score = stop.simulated.map(|place| place.score).or(stop.score);
        let text = score.map_or_else(|| "–".to_owned(), |score| locale.number(score, 4));
        let ink = if stop.simulated.is_some() {
            Ink::Own
        } else {
            Ink::Axis
        };
        sheet.text(
            (across, below),
            &text,
            Type::new(ink, HPos::Center).sized(SMALL),
        );
    }
    sheet.finish()
}

/// The lines of a label: one, or two where it would touch those beside it.
fn broken(label: &str, step: f64) -> Vec<&str> {
    match label.split_once(' ') {
        Some((first, rest)) if width(label, TEXT) + 6.0 > step => vec![first, rest],
        _ => vec![label],
    }
}

/// Stretches of editions with ranks in lists of one length; a gap or another length ends a stretch.
fn runs(input: &Input) -> Vec<Vec<(f64, f64)>> {
    let mut runs: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    for (place, rank) in input.ranks() {
        let Some(stop) = input.stops.get(place) else {
            continue;
        };
        let at = (place as f64, f64::from(rank));
        let continues = last == place.checked_sub(1).map(|before| (before, stop.of));
        match runs.last_mut() {
            Some(run) if continues => run.push(at),
            _ => runs.push(vec![at]),
        }
        last = Some((place, stop.of));
    }
    runs.retain(|run| run.len() > 1);
    runs
}

fn put_stop(sheet: &Sheet, plot: &mut Plot, input: &Input, place: usize, stop: &Stop) {
    let Some(rank) = stop.rank.or_else(|| stop.simulated.map(|place| place.rank)) else {
        return;
    };
    let is_other = stop.of != input.of();
    let at = (place as f64, f64::from(rank));
    let text = |rank: u32| {
        if is_other {
            format!("{rank}/{}", stop.of)
        } else {
            rank.to_string()
        }
    };
    let label = |plot: &Plot, at: (f64, f64), rank: u32, up: bool, ink: Ink| {
        let (x, y) = plot.on_sheet(at.0, at.1);
        let y = if up { y - 15.0 } else { y + 15.0 };
        let looks = Type::new(ink, HPos::Center).weight(ink == Ink::Own);
        sheet.text((x, y), &text(rank), looks.sized(TEXT));
    };
    let dot = |at, open, ink| Dot {
        at,
        radius: 5.5,
        ink,
        key: None,
        open,
    };
    match stop.simulated.filter(|place| Some(place.rank) != stop.rank) {
        Some(simulated) => {
            let to = (at.0, f64::from(simulated.rank));
            plot.line(&[at, to], Ink::Own, 3.0, None);
            plot.dots(&[dot(at, true, Ink::Baseline), dot(to, false, Ink::Own)]);
            let is_better = simulated.rank < rank;
            label(plot, at, rank, !is_better, Ink::Baseline);
            label(plot, to, simulated.rank, is_better, Ink::Own);
        }
        None => {
            plot.dots(&[dot(at, is_other, Ink::Own)]);
            label(plot, at, rank, is_label_above(input, place, rank), Ink::Own);
        }
    }
}

/// A label stands above its mark unless both lines leave the mark upwards.
fn is_label_above(input: &Input, place: usize, rank: u32) -> bool {
    let is_higher = |other: Option<usize>| {
        let stop = other.and_then(|other| input.stops.get(other));
        stop.and_then(|stop| stop.rank).map(|other| other < rank)
    };
    let sides = [is_higher(place.checked_sub(1)), is_higher(Some(place + 1))];
    // A mark near the bottom keeps its label above: below stand the editions.
    let is_low = rank as usize + 4 > input.foot();
    is_low || !sides.contains(&Some(true)) || sides.contains(&Some(false))
}

/// The history with its finding, facts, legend and table.
pub fn chart(input: &Input, canvas: &Canvas) -> Chart {
    let comparable = input
        .ranks()
        .filter(|&(place, _)| input.stops.get(place).map(|stop| stop.of) == Some(input.of()));
    let missing = input
        .stops
        .iter()
        .filter(|stop| stop.rank.is_none())
        .count();
    let no_score = input
        .stops
        .iter()
        .filter(|stop| stop.score.is_none())
        .count();
    let mut legend = vec![LegendEntry::new(Sign::Dot, Ink::Own, Meaning::Own)];
    if input.stops.iter().any(|stop| stop.simulated.is_some()) {
        legend.push(LegendEntry::new(Sign::Ring, Ink::Baseline, Meaning::Before));
    }
    if input.stops.iter().any(|stop| stop.of != input.of()) {
        legend.push(LegendEntry::new(Sign::Ring, Ink::Own, Meaning::OtherUnits));
    }
    Chart {
        drawing: draw(input, canvas),
        finding: Finding::History {
            first: input.ranks().next(),
            last: input.ranks().next_back(),
            best: comparable.min_by_key(|&(place, rank)| (rank, place)),
            missing,
        },
        facts: if no_score > 0 {
            vec![Fact::Missing(no_score)]
        } else {
            Vec::new()
        },
        legend,
        table: table(input),
    }
}

fn table(input: &Input) -> Table {
    let row = |(place, stop): (usize, &Stop)| {
        let simulated = stop.simulated;
        vec![
            Cell::Edition(place),
            stop.rank.map_or(Cell::Missing, Cell::Rank),
            Cell::Count(stop.of),
            stop.score.map_or(Cell::Missing, Cell::Score),
            simulated.map_or(Cell::Missing, |place| Cell::Rank(place.rank)),
            simulated.map_or(Cell::Missing, |place| Cell::Score(place.score)),
        ]
    };
    Table {
        columns: vec![
            Column::Edition,
            Column::RankBefore,
            Column::Units,
            Column::ScoreBefore,
            Column::Rank,
            Column::Score,
        ],
        rows: input.stops.iter().enumerate().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Input, Stop, rank_ticks, runs};

    fn stop(of: usize, rank: Option<u32>) -> Stop {
        Stop {
            label: String::new(),
            of,
            rank,
            score: None,
            simulated: None,
        }
    }

    #[test]
    fn a_gap_and_another_set_of_units_break_the_line() {
        let ranks = [Some(3), Some(4), None, Some(5), Some(6)];
        let mut stops: Vec<Stop> = ranks.map(|rank| stop(63, rank)).into();
        stops.push(stop(34, Some(2)));
        let runs = runs(&Input { stops });
        let places: Vec<Vec<f64>> = runs
            .iter()
            .map(|run| run.iter().map(|(place, _)| *place).collect())
            .collect();
        assert_eq!(places, [[0.0, 1.0], [3.0, 4.0]]);
    }

    #[test]
    fn rank_ticks_do_not_crowd() {
        assert_eq!(rank_ticks(63), [1.0, 10.0, 20.0, 30.0, 40.0, 50.0, 63.0]);
        assert_eq!(rank_ticks(34), [1.0, 10.0, 20.0, 34.0]);
        assert_eq!(rank_ticks(1), [1.0]);
    }
}
