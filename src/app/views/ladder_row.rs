//! One unit on the ladder.

use crate::app::components::{BarParts, Button, MoveMark, bar_parts};
use crate::app::live::{flag, live};
use crate::app::state::AppState;
use crate::app::text::{Word, score};
use crate::model::{Exact, Node};
use leptos::prelude::*;

/// Id of the row of a unit.
pub(crate) fn row_id(unit: &str) -> String {
    format!("row-{unit}")
}

/// What a row shows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Row {
    rank: String,
    places: i64,
    score: Option<Exact>,
    compared: Option<Exact>,
    bar: BarParts,
    is_chosen: bool,
    is_edited: bool,
}

/// A row: rank, move, name, score, make-up, and a pencil.
#[component]
pub(crate) fn LadderRow(
    /// Row of the unit in its edition.
    row: usize,
    /// The indicator that is compared, if one is.
    node: Signal<Option<Node>>,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let speech = state.speech();
    let unit = untrack(|| state.units()).get(row);
    let id = unit.map(|unit| unit.id.clone()).unwrap_or_default();
    let name = speech.name(unit.map(|unit| unit.name.clone()).unwrap_or_default());
    let own = id.clone();
    let shown = Memo::new(move |_| look(state, row, &own, node.get()).unwrap_or_default());
    let written = move |pick: fn(&Row) -> Option<Exact>| {
        live(move || {
            let value = shown.with(pick);
            value
                .map(|value| score(value, speech.language()))
                .unwrap_or_default()
        })
    };
    let path = move |pick: fn(&Row) -> &String| live(move || shown.with(|s| pick(s).clone()));
    let is = move |pick: fn(&Row) -> bool| flag(move || shown.with(pick));
    let element = row_id(&id);
    let unit = StoredValue::new(id);
    let choose = Callback::new(move |()| unit.with_value(|unit| state.choose_unit(unit)));
    let edit = Callback::new(move |()| unit.with_value(|unit| state.edit_unit(unit)));
    let edit_name = live(move || format!("{} {}", speech.word(Word::ColumnEdit), name.get()));
    let current = Signal::derive(move || shown.with(|s| s.is_chosen).then(|| "true".to_owned()));
    view! {
        <tr
            id=element
            class:chosen=is(|s| s.is_chosen)
            class:edited=is(|s| s.is_edited)
            aria-current=current
        >
            <td class="rank">{path(|s| &s.rank)}</td>
            <td class="places">
                <MoveMark speech=speech places=Signal::derive(move || shown.with(|s| s.places))/>
            </td>
            <th scope="row" class="name"><Button class="name" label=name on_click=choose/></th>
            <td class="score">{written(|s| s.score)}</td>
            <td class="compare">
                <span class="compare-value">{written(|s| s.compared)}</span>
                <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                    <path class="bar-foundation" d=path(|s| &s.bar.first)></path>
                    <path class="bar-activity" d=path(|s| &s.bar.rest)></path>
                </svg>
            </td>
            <td class="edit">
                <Button class="pencil" label=live(|| "✎".to_owned()) name=edit_name on_click=edit/>
            </td>
        </tr>
    }
}

/// Reads a row off the state, tracked.
fn look(state: AppState, row: usize, unit: &str, node: Option<Node>) -> Option<Row> {
    let shown = state.now();
    let line = state
        .calculator
        .ladder_line(shown.maxima.as_ref()?, &shown.standings, row)?;
    let compared = match node {
        Some(node) => Some(shown.standings.of(row)?.card.score(node)),
        None => None,
    };
    let foundation = shown.card.first().map_or(0, |group| group.lines.len());
    Some(Row {
        rank: line.rank.to_string(),
        places: line.places,
        score: Some(line.score),
        compared,
        bar: match compared {
            Some(score) => bar_parts(&[score.to_f64()], 0),
            None => bar_parts(&line.shares, foundation),
        },
        is_chosen: shown.unit == unit,
        is_edited: shown.changes(unit) > 0,
    })
}
