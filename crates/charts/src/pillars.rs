//! Pillars: the three scores of the chosen unit with their ranks, before and after, against the
//! median and the best.

use super::dumbbell::{self, Row};
use super::figure::{Cell, Chart, Column, Fact, Finding, Table, risen};
use super::{Canvas, Drawing};
use dti_engine::analysis::median;
use dti_engine::model::{Exact, PillarStanding, Standings};

/// One pillar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// Score and rank before the scenario.
    pub before: PillarStanding,
    /// Under it.
    pub after: PillarStanding,
    /// Median of all units before the scenario.
    pub median: Option<Exact>,
    /// Best of all units before the scenario.
    pub best: Option<Exact>,
}

/// What the chart shows: pillars in the framework's order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Input {
    /// The pillars, top to bottom.
    pub lines: Vec<Line>,
    /// How many units are ranked.
    pub of: usize,
}

/// The pillars of a unit; `names` in the framework's order. `None` where the unit is not ranked.
pub fn input(
    baseline: &Standings,
    scenario: &Standings,
    position: usize,
    names: &[String],
) -> Option<Input> {
    let (before, after) = (baseline.of(position)?, scenario.of(position)?);
    let pairs = before.pillars.iter().zip(&after.pillars);
    let lines = pairs.enumerate().map(|(place, (before, after))| {
        let units = baseline.standings.iter();
        let scores: Vec<Exact> = units
            .filter_map(|unit| Some(unit.pillars.get(place)?.score))
            .collect();
        Line {
            name: names.get(place).cloned().unwrap_or_default(),
            before: *before,
            after: *after,
            median: median(&scores),
            best: scores.iter().copied().max(),
        }
    });
    let lines = lines.collect();
    let of = scenario.standings.len();
    Some(Input { lines, of })
}

fn rows(input: &Input, canvas: &Canvas) -> Vec<Row> {
    let row = |line: &Line| {
        let score = canvas.locale.number(line.after.score, 4);
        Row {
            name: line.name.clone(),
            figure: format!("{score} · {}/{}", line.after.rank, input.of),
            before: Some(line.before.score),
            after: Some(line.after.score),
            median: line.median,
            best: line.best,
        }
    };
    input.lines.iter().map(row).collect()
}

/// Draws the pillars.
pub fn draw(input: &Input, canvas: &Canvas) -> Drawing {
    dumbbell::draw(&rows(input, canvas), canvas)
}

/// The pillars with their finding, facts, legend and table.
pub fn chart(input: &Input, canvas: &Canvas) -> Chart {
    let rows = rows(input, canvas);
    let ranks = || {
        let lines = input.lines.iter().enumerate();
        lines.map(|(place, line)| (place, line.after.rank))
    };
    let facts = input.lines.iter().enumerate();
    let facts = facts.map(|(place, line)| Fact::Pillar(place, line.before.score, line.after.score));
    Chart {
        drawing: dumbbell::draw(&rows, canvas),
        finding: Finding::Pillars {
            strongest: ranks().min_by_key(|&(place, rank)| (rank, place)),
            weakest: ranks().max_by_key(|&(place, rank)| (rank, place)),
            of: input.of,
        },
        facts: facts.collect(),
        legend: dumbbell::legend(&rows),
        table: table(input),
    }
}

fn table(input: &Input) -> Table {
    let or_missing = |score: Option<Exact>| score.map_or(Cell::Missing, Cell::Score);
    let row = |(place, line): (usize, &Line)| {
        vec![
            Cell::Pillar(place),
            Cell::Score(line.before.score),
            Cell::Rank(line.before.rank),
            Cell::Score(line.after.score),
            Cell::Rank(line.after.rank),
            Cell::Move(risen(line.before.rank, line.after.rank)),
            or_missing(line.median),
            or_missing(line.best),
        ]
    };
    Table {
        columns: vec![
            Column::Pillar,
            Column::ScoreBefore,
            Column::RankBefore,
            Column::Score,
            Column::Rank,
            Column::Move,
            Column::Median,
            Column::Best,
        ],
        rows: input.lines.iter().enumerate().map(row).collect(),
    }
}
