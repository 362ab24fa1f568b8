//! A row of the ladder: rank, move, name, score, what it is made of, and a pencil.

use super::stacked_bar::{bar_paths, bar_stops};
use crate::components::{MoveMark, attribute, flag, style, text};
use crate::state::{Compared, State, steady, unit_page};
use dti_engine::calculator::LadderLine;
use dti_engine::model::Exact;
use dti_words::move_in_words;
use dti_words::numbers::{decimal, score};
use leptos::prelude::*;

/// The row of one unit; only its own changes touch it.
#[component]
pub(crate) fn LadderRow(
    /// The state.
    state: State,
    /// Row of the unit in its edition.
    row: usize,
    /// The row whose buttons the Tab key reaches.
    roving: Signal<Option<usize>>,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let line = steady(move || state.ladder_line(row));
    let (id, name) = (state.id(row), state.name(row));
    let is_chosen = flag(move || state.unit.get() == row);
    let is_edited = flag(move || state.edited.with(|edited| edited.contains(&row)));
    let places = Signal::derive(move || told(line, |line| line.places));
    let told_places = text(move || state.words.with(|words| move_in_words(places.get(), words)));
    let own_score = text(move || {
        let decimals = state.decimals.get();
        state
            .words
            .with(|words| told(line, |line| decimal(line.score, decimals, words)))
    });
    let tabindex = Signal::derive(move || if roving.get() == Some(row) { "0" } else { "-1" });
    let edit = format!("{} {name}", words.column_edit());
    view! {
        <tr
            class="row"
            class:chosen=is_chosen
            class:edited=is_edited
            id=format!("row-{id}")
            aria-current=attribute(move || is_chosen.get().then(|| "true".to_owned()))
        >
            <td class="rank" translate="no">{text(move || told(line, |line| line.rank.to_string()))}</td>
            <td class="places"><MoveMark places told=told_places /></td>
            <th class="name" scope="row">
                {match state.is_still() {
                    true => view! { <a href=own_page(state, &id) translate="no">{name}</a> }.into_any(),
                    false => view! { <Choose state row name tabindex /> }.into_any(),
                }}
            </th>
            <td class="score" translate="no">{own_score}</td>
            <td class="compare"><Comparison state row line /></td>
            <td class="edit">
                {(!state.is_still()).then(|| view! {
                    <button
                        type="button"
                        class="pencil"
                        tabindex=tabindex
                        aria-label=edit
                        on:click=move |_| state.edit_unit(row)
                    >
                        {"✎"}
                    </button>
                })}
            </td>
        </tr>
    }
    .into_any()
}

/// The name, as the button that has the page ask about the unit.
#[component]
fn Choose(state: State, row: usize, name: String, tabindex: Signal<&'static str>) -> impl IntoView {
    view! {
        <button
            type="button"
            class="name"
            id=format!("name-{}", state.id(row))
            translate="no"
            tabindex=tabindex
            aria-describedby="ladder-help"
            on:click=move |_| state.choose_unit(row)
        >
            {name}
        </button>
    }
    .into_any()
}

/// The page of a unit's own, from the site's root, as every address that the build puts in its place.
fn own_page(state: State, id: &str) -> String {
    let home = state.words.with(|words| words.language().home());
    let page = state.edition.with(|edition| unit_page(edition.id(), id));
    format!("./{home}{page}")
}

fn told<T: Default>(line: Signal<Option<LadderLine>>, pick: impl Fn(&LadderLine) -> T) -> T {
    line.with(|line| line.as_ref().map(pick).unwrap_or_default())
}

/// What the score is made of, or one indicator or pillar with its value.
#[component]
fn Comparison(state: State, row: usize, line: Signal<Option<LadderLine>>) -> impl IntoView {
    let value = text(move || {
        let value = compared(state, row);
        value
            .map(|value| state.words.with(|words| score(value, words)))
            .unwrap_or_default()
    });
    // A row is one of its edition: another one has rows of its own.
    let first = state.edition.with_untracked(|edition| {
        let groups = edition.framework().main_groups();
        groups.first().map_or(0, |(_, mains)| mains.len())
    });
    view! {
        <span class="compare-value" translate="no">{value}</span>
        {match state.is_still() {
            true => drawn_bar(made_of(state, row, (line, first), bar_paths)),
            false => {
                let stops = text(move || made_of(state, row, (line, first), bar_stops));
                view! { <span class="bar" style:--parts=style(stops) aria-hidden="true">{()}</span> }.into_any()
            }
        }}
    }
    .into_any()
}

/// A bar where a style would be refused.
fn drawn_bar([foundation, activity]: [String; 2]) -> AnyView {
    view! {
        <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
            <path class="bar-foundation" d=foundation>{()}</path>
            <path class="bar-activity" d=activity>{()}</path>
        </svg>
    }
    .into_any()
}

/// A bar of what is compared: one part, or the parts of the score, of which the first so many are the
/// foundation.
fn made_of<T: Default>(
    state: State,
    row: usize,
    (line, first): (Signal<Option<LadderLine>>, usize),
    bar: fn(&[f64], usize) -> T,
) -> T {
    match compared(state, row) {
        Some(score) => bar(&[score.to_f64()], 0),
        None => told(line, |line| bar(&line.shares, first)),
    }
}

/// The value that is compared; nothing where the make-up of the score is.
fn compared(state: State, row: usize) -> Option<Exact> {
    match state.ladder.compared.get() {
        Compared::Contributions => None,
        Compared::Indicator(node) => {
            Some(state.session.with(|session| session.score_of(row, node)))
        }
        Compared::Pillar(place) => state.session.with(|session| {
            let pillars = session.pillars().ok()?;
            Some(pillars.get(row)?.get(place)?.score)
        }),
    }
}
