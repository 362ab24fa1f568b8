//! Profile: each main indicator of the chosen unit, before and after, against the median and the best
//! of all units.

use super::dumbbell::{self, Row};
use super::figure::{Cell, Chart, Column, Fact, Finding, Step, Table};
use super::{Canvas, Drawing};
use dti_engine::analysis::{Spread, spread};
use dti_engine::model::{Exact, Framework, Node, Standings, Value};

/// One indicator of the profile.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// The indicator.
    pub node: Node,
    /// Its name.
    pub name: String,
    /// The unit's value before the scenario; `None` where nothing is on file.
    pub before: Option<Value>,
    /// Under it.
    pub after: Option<Value>,
    /// All units, before the scenario.
    pub spread: Option<Spread>,
}

/// What the profile shows: main indicators in the framework's order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Input {
    /// The lines, top to bottom.
    pub lines: Vec<Line>,
}

/// The profile of a unit. `names` are those of the main indicators that count, in the framework's
/// order. `None` where the unit is not ranked.
pub fn input(
    framework: &Framework,
    baseline: &Standings,
    scenario: &Standings,
    position: usize,
    names: &[String],
) -> Option<Input> {
    let (before, after) = (baseline.of(position)?, scenario.of(position)?);
    let lines = framework.mains().enumerate().map(|(number, node)| Line {
        node,
        name: names.get(number).cloned().unwrap_or_default(),
        before: before.card.value(node),
        after: after.card.value(node),
        spread: spread(baseline, node),
    });
    let lines = lines.collect();
    Some(Input { lines })
}

fn rows(input: &Input, canvas: &Canvas) -> Vec<Row> {
    let row = |line: &Line| {
        let figure = |value: Value| {
            // The sign says "about" without relying on colour.
            let about = if value.origin.is_guess() { "≈ " } else { "" };
            format!("{about}{}", canvas.locale.number(value.score, 4))
        };
        let (median, best) = Row::against(line.spread);
        Row {
            name: line.name.clone(),
            figure: line.after.map_or_else(|| "–".to_owned(), figure),
            before: line.before.map(|value| value.score),
            after: line.after.map(|value| value.score),
            median,
            best,
        }
    };
    input.lines.iter().map(row).collect()
}

/// Draws the profile.
pub fn draw(input: &Input, canvas: &Canvas) -> Drawing {
    dumbbell::draw(&rows(input, canvas), canvas)
}

/// The profile with its finding, facts, legend and table.
pub fn chart(input: &Input, canvas: &Canvas) -> Chart {
    let rows = rows(input, canvas);
    Chart {
        drawing: dumbbell::draw(&rows, canvas),
        finding: finding(input),
        facts: facts(input),
        legend: dumbbell::legend(&rows),
        table: table(input),
    }
}

fn finding(input: &Input) -> Finding {
    let gaps: Vec<(Node, Exact)> = input
        .lines
        .iter()
        .filter_map(|line| Some((line.node, line.after?.score - line.spread?.median)))
        .collect();
    let above = gaps.iter().filter(|(_, gap)| *gap > Exact::ZERO);
    let furthest = |sign: Exact| {
        let signed = gaps.iter().map(|&(node, gap)| (node, gap * sign));
        let mut furthest: Option<(Node, Exact)> = None;
        for (node, gap) in signed.filter(|(_, gap)| *gap > Exact::ZERO) {
            // The first in the framework's order wins a draw.
            if furthest.is_none_or(|(_, most)| gap > most) {
                furthest = Some((node, gap));
            }
        }
        furthest
    };
    Finding::Profile {
        above: above.count(),
        of: gaps.len(),
        furthest_above: furthest(Exact::ONE),
        furthest_below: furthest(-Exact::ONE),
    }
}

fn facts(input: &Input) -> Vec<Fact> {
    let mut facts = Vec::new();
    for line in &input.lines {
        if let (Some(before), Some(after)) = (line.before, line.after)
            && before.score != after.score
        {
            facts.push(Fact::Changed(line.node, before.score, after.score));
        }
    }
    let with = |test: &dyn Fn(&Line) -> bool| input.lines.iter().filter(|line| test(line)).count();
    let is_estimate = |line: &Line| line.after.is_some_and(|v| v.origin.is_guess());
    let counts = [
        (with(&is_estimate), Fact::Estimated as fn(usize) -> Fact),
        (with(&|line| line.after.is_none()), Fact::Missing),
    ];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    facts.extend(counts.map(|(count, fact)| fact(count)));
    facts
}

fn table(input: &Input) -> Table {
    let cell = |value: Option<Value>| match value {
        None => Cell::Missing,
        Some(value) if value.origin.is_guess() => Cell::Estimate(value.score),
        Some(value) => Cell::Score(value.score),
    };
    let change = |line: &Line| Some(Cell::Change(line.after?.score - line.before?.score));
    let of = |line: &Line, part: fn(Spread) -> Exact| {
        line.spread
            .map_or(Cell::Missing, |spread| Cell::Score(part(spread)))
    };
    let row = |line: &Line| {
        vec![
            Cell::Step(Step::Indicator(line.node)),
            cell(line.before),
            cell(line.after),
            change(line).unwrap_or(Cell::Missing),
            of(line, |spread| spread.median),
            of(line, |spread| spread.best),
        ]
    };
    Table {
        columns: vec![
            Column::Step,
            Column::ScoreBefore,
            Column::Score,
            Column::Change,
            Column::Median,
            Column::Best,
        ],
        rows: input.lines.iter().map(row).collect(),
    }
}
