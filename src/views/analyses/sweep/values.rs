//! The rank while the value of an indicator goes from 0 to 1.

use super::super::ground::Ground;
use super::super::parts::{Cells, Row, Table};
use super::{Curve, caution, drawn, ranked};
use dti_charts::{Canvas, step_curve};
use dti_engine::calculator::{Crossing, Sweep};
use dti_engine::model::{
    Entry, Exact, Kind, Node, Origin, Override, SCORE_DECIMALS, Scenario, Score,
};
use dti_words::analyses::about;
use dti_words::analyses::sweep::{Step, Values};
use dti_words::numbers::score;

/// Better ranks that are shown before all are unfolded.
const SHOWN: usize = 5;
/// Names in the chart.
const LABELS: usize = 3;
/// What stands where rounding alone is enough.
const NONE: &str = "–";

/// The finding, the chart and the tables.
pub(super) fn curve(ground: &Ground, node: Node, canvas: &Canvas) -> Curve {
    let id = ground.id_of(node);
    let sweep = match ground.calculator.sweep_indicator(&ground.scenario, id) {
        Ok(sweep) => sweep,
        Err(error) => return Curve::none(ground, node, &error),
    };
    let words = &ground.words;
    let better: Vec<&Crossing> = better(&sweep).collect();
    let next = better
        .first()
        .map(|crossing| step(ground, &sweep, crossing));
    let origin = ground.origin_of(ground.position(), node);
    let told = Values {
        unit: ground.own_name(),
        indicator: ground.name_of(node),
        ranks: [
            sweep.rank_at_lowest,
            sweep.start_rank,
            sweep.rank_at_highest,
        ],
        start: about(
            score(sweep.start, words),
            origin.is_some_and(Origin::is_guess),
        ),
        group: group(ground, node),
        is_estimated: sweep.estimated,
        is_present_estimated: ground.is_estimated(),
    };
    let offer = next.as_ref().map(|next| {
        let value = next.value();
        let label = words.sweep_suppose(ground.name_of(node), score(value, words));
        (label, supposed(ground, node, value))
    });
    let is_more = sweep.crossings.len() > better.len().min(SHOWN);
    Curve {
        finding: told.finding(next.as_ref(), words),
        told: told.told(next.as_ref(), words),
        offer: offer.unwrap_or_default(),
        picture: drawn(ground, &chart(ground, &sweep), canvas),
        near: near(ground, &sweep, &better),
        all: match is_more {
            true => all(ground, &sweep),
            false => Table::default(),
        },
        caution: caution(sweep.estimated, ground),
    }
}

/// Values that give a better rank than the present one, the nearest first.
fn better(sweep: &Sweep) -> impl Iterator<Item = &Crossing> {
    let own = sweep.start_rank;
    let crossings = sweep.crossings.iter();
    crossings.filter(move |crossing| crossing.rank_after < own)
}

/// The step to a better rank, by the same points that verdict and plan give.
fn step(ground: &Ground, sweep: &Sweep, crossing: &Crossing) -> Step {
    // The first of them is the best.
    let goal = crossing
        .passed
        .first()
        .and_then(|&row| ground.standing(row));
    let missing = goal.map_or(Exact::ZERO, |goal| goal.score - ground.own.score);
    Step {
        enough: crossing.enough,
        at: crossing.at,
        more: crossing.enough.unwrap_or(crossing.at) - sweep.start,
        points: ground.counted(ground.points(missing)),
        names: ground.named(&crossing.passed),
        rank: crossing.rank_after,
    }
}

/// Name of what the scenario sets above an indicator of the unit.
fn group(ground: &Ground, node: Node) -> Option<&str> {
    let framework = ground.framework();
    let what_ifs = ground.scenario.overrides.iter();
    let mut own = what_ifs.filter(|o| o.unit == ground.unit() && o.kind == Kind::WhatIf);
    own.find_map(|set| {
        let above = framework.node(&set.indicator)?;
        let is_above = framework.is_above(above, node);
        is_above.then(|| ground.name_of(above))
    })
}

/// The scenario with this value.
fn supposed(ground: &Ground, node: Node, value: Exact) -> Option<Scenario> {
    let supposed = Override {
        unit: ground.unit().to_owned(),
        indicator: ground.id_of(node).to_owned(),
        entry: Entry::Score(Score::try_new(value)?),
        kind: Kind::WhatIf,
    };
    Some(ground.scenario.with_override(supposed))
}

fn chart(ground: &Ground, sweep: &Sweep) -> step_curve::Input {
    let changes = sweep.crossings.iter();
    let changes = changes.map(|crossing| (crossing.at.to_f64(), crossing.rank_after));
    let labels = better(sweep).take(LABELS);
    let labels = labels.map(|c| (c.at.to_f64(), c.rank_after, ground.named(&c.passed)));
    step_curve::Input {
        steps: std::iter::once((0.0, sweep.rank_at_lowest))
            .chain(changes)
            .collect(),
        x_max: 1.0,
        present: (sweep.start.to_f64(), sweep.start_rank),
        units: ranked(ground),
        marks: labels.collect(),
        x_decimals: SCORE_DECIMALS,
    }
}

/// The next better ranks.
fn near(ground: &Ground, sweep: &Sweep, better: &[&Crossing]) -> Table {
    let words = &ground.words;
    let rows = better.iter().take(SHOWN).map(|crossing| {
        let enough = crossing
            .enough
            .map(|enough| about(score(enough, words), sweep.estimated));
        let [at, names, ranks] = cells(ground, sweep, crossing);
        Row::plain(vec![
            at,
            enough.unwrap_or_else(|| NONE.to_owned()),
            names,
            ranks,
        ])
    });
    Table {
        caption: words.sweep_next_ranks().to_owned(),
        columns: vec![
            (words.sweep_from().to_owned(), Cells::Number),
            (words.sweep_enough().to_owned(), Cells::Number),
            (words.sweep_caught().to_owned(), Cells::Text),
            (words.column_rank().to_owned(), Cells::Number),
        ],
        rows: rows.collect(),
    }
}

/// All values at which the rank changes.
fn all(ground: &Ground, sweep: &Sweep) -> Table {
    let words = &ground.words;
    let rows = sweep.crossings.iter();
    let rows = rows.map(|crossing| Row::plain(cells(ground, sweep, crossing).into()));
    Table {
        caption: words.sweep_all_values(sweep.crossings.len()),
        columns: vec![
            (words.sweep_from().to_owned(), Cells::Number),
            (words.sweep_caught().to_owned(), Cells::Text),
            (words.column_rank().to_owned(), Cells::Number),
        ],
        rows: rows.collect(),
    }
}

/// From which value, who is caught up with, from which rank to which.
fn cells(ground: &Ground, sweep: &Sweep, crossing: &Crossing) -> [String; 3] {
    [
        about(score(crossing.at, &ground.words), sweep.estimated),
        ground.names_at(&crossing.passed).join(", "),
        format!("{} → {}", crossing.rank_before, crossing.rank_after),
    ]
}
