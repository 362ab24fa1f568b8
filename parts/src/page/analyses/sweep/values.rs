//! The rank while the value of an indicator goes from 0 to 1.

use super::Steps;
use super::words::{self, Next, Values};
use crate::page::Markup;
use crate::page::analyses::ground::Ground;
use crate::page::analyses::others::{about, listed, named};
use crate::page::analyses::parts::{Cells, Table, Weight, caution, finding, fragment, load};
use crate::page::text::{note, score};
use dti_engine::calculator::{CalculatorError, Crossing, Sweep};
use dti_engine::model::{
    Entry, Exact, Kind, Node, Note, Origin, Override, SCORE_DECIMALS, Scenario, Score,
};

/// Better ranks that are shown before all are unfolded.
const SHOWN: usize = 5;
/// Names in the chart.
const LABELS: usize = 3;

/// The finding, the chart and the tables.
pub(super) fn values(ground: &Ground<'_>, node: Node, m: &mut Markup) {
    let id = ground.id_of(node);
    let sweep = match ground.calculator.sweep_indicator(ground.scenario(), id) {
        Ok(sweep) => sweep,
        Err(CalculatorError::Unreachable { .. }) => {
            return caution(m, words::no_room(ground.name_of(node), ground.language));
        }
        Err(error) => return caution(m, ground.in_words(&error)),
    };
    let language = ground.language;
    let better: Vec<&Crossing> = better(&sweep).collect();
    let next = better.first().map(|crossing| Next {
        at: crossing.at,
        more: crossing.at - sweep.start,
        points: (crossing.at - sweep.start) * ground.maxima.of_node(node),
        names: named(ground, &crossing.passed),
        rank: crossing.rank_after,
    });
    let told = Values {
        unit: ground.own_name(),
        indicator: ground.name_of(node),
        ranks: [
            sweep.rank_at_lowest,
            sweep.start_rank,
            sweep.rank_at_highest,
        ],
        group: group(ground, node),
        is_estimated: sweep.estimated,
        is_present_estimated: ground.standings.estimated,
    };
    let origin = ground.own().and_then(|own| own.card.origin(node));
    let is_estimated = origin == Some(Origin::Estimated);
    let start = about(score(sweep.start, language), is_estimated);
    finding(
        m,
        told.finding(next.as_ref(), language),
        told.told(&start, next.as_ref(), language),
    );
    if let Some(next) = &next {
        let fragment = supposed(ground, node, next.at).as_ref().and_then(fragment);
        if let Some(fragment) = fragment {
            let label = words::suppose(ground.name_of(node), next.at, language);
            load(m, &fragment, label);
        }
    }
    chart(ground, &sweep, m);
    tables(ground, &sweep, &better, m);
    if sweep.estimated {
        caution(m, note(Note::DependsOnEstimates, language));
    }
}

/// Values that give a better rank than the present one, the nearest first.
fn better(sweep: &Sweep) -> impl Iterator<Item = &Crossing> {
    let own = sweep.start_rank;
    sweep
        .crossings
        .iter()
        .filter(move |crossing| crossing.rank_after < own)
}

/// Name of what the scenario sets above an indicator of the unit.
fn group<'a>(ground: &'a Ground<'_>, node: Node) -> Option<&'a str> {
    let framework = ground.framework();
    let what_ifs = ground.scenario().overrides.iter();
    let mut own = what_ifs.filter(|o| o.unit == ground.unit() && o.kind == Kind::WhatIf);
    own.find_map(|set| {
        let above = framework.node(&set.indicator)?;
        let is_above = framework.is_above(above, node);
        is_above.then(|| ground.name_of(above))
    })
}

/// The scenario with this value.
fn supposed(ground: &Ground<'_>, node: Node, value: Exact) -> Option<Scenario> {
    Some(ground.scenario().with_override(Override {
        unit: ground.unit().to_owned(),
        indicator: ground.id_of(node).to_owned(),
        entry: Entry::Score(Score::try_new(value)?),
        kind: Kind::WhatIf,
    }))
}

fn chart(ground: &Ground<'_>, sweep: &Sweep, m: &mut Markup) {
    let mut steps = vec![(Exact::ZERO, sweep.rank_at_lowest)];
    steps.extend(sweep.crossings.iter().map(|c| (c.at, c.rank_after)));
    let labels = better(sweep).take(LABELS);
    let labels = labels.map(|c| (c.at, c.rank_after, named(ground, &c.passed)));
    Steps {
        end: Exact::ONE,
        decimals: SCORE_DECIMALS,
        start: sweep.start,
        rank: sweep.start_rank,
        steps,
        labels: labels.collect(),
    }
    .write(ground, m);
}

/// The next better ranks, and all of them behind a line.
fn tables(ground: &Ground<'_>, sweep: &Sweep, better: &[&Crossing], m: &mut Markup) {
    let shown = better.len().min(SHOWN);
    let caption = ground.either("Những mốc lên hạng tiếp theo", "The next better ranks");
    if shown > 0 {
        let rows = better.iter().take(SHOWN).copied();
        table(ground, sweep, rows.collect(), caption.to_owned()).write(m);
    }
    let all = sweep.crossings.len();
    if all > shown {
        let summary = words::all_values(all, ground.language);
        let rows = sweep.crossings.iter().collect();
        table(ground, sweep, rows, summary.clone()).write_folded(m, "folded-crossings", summary);
    }
}

fn table(ground: &Ground<'_>, sweep: &Sweep, crossings: Vec<&Crossing>, caption: String) -> Table {
    let rows = crossings.iter().map(|crossing| {
        let at = score(crossing.at, ground.language);
        let cells = vec![
            about(at, sweep.estimated),
            listed(ground, &crossing.passed),
            format!("{} → {}", crossing.rank_before, crossing.rank_after),
        ];
        (cells, Weight::Plain)
    });
    let column = |vi, en, cells| (ground.either(vi, en).to_owned(), cells);
    Table {
        caption,
        columns: vec![
            column("Từ giá trị", "From score", Cells::Number),
            column("Bắt kịp", "Catches up with", Cells::Text),
            column("Hạng", "Rank", Cells::Number),
        ],
        rows: rows.collect(),
    }
}
