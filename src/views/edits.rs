//! The reader's scenario: steps back and forward, and which units are changed.

use crate::components::{flag, redrawn};
use crate::state::{OwnDataRequest, State};
use dti_engine::model::{Kind, Rivals};
use dti_words::{chip, rival_mode};
use leptos::prelude::*;

/// Undo, redo, and away with all of it.
#[component]
pub(crate) fn Steps(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    view! {
        <p class="actions steps">
            <button
                type="button"
                class="quiet undo"
                aria-keyshortcuts="Control+Z"
                disabled=flag(move || !state.has_past())
                on:click=move |_| state.undo()
            >
                {words.undo()}
            </button>
            <button
                type="button"
                class="quiet redo"
                aria-keyshortcuts="Control+Shift+Z"
                disabled=flag(move || !state.has_future())
                on:click=move |_| state.redo()
            >
                {words.redo()}
            </button>
            <button
                type="button"
                class="quiet"
                disabled=flag(move || !state.is_edited())
                on:click=move |_| state.reset_all()
            >
                {words.clear_scenario()}
            </button>
        </p>
    }
    .into_any()
}

/// What a chip stands for.
#[derive(Clone, PartialEq, Eq)]
enum Changed {
    /// Values of a unit.
    Unit(usize),
    /// What was assessed component by component.
    Assessed,
    /// Max points.
    Weights,
    /// What rivals do.
    Rivals,
}

/// One chip for each edited unit, and for changed max points and rivals; a sentence without any.
#[component]
pub(crate) fn Chips(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let chips = Memo::new(move |_| changed(state));
    let none = match state.is_still() {
        true => words.calculator_loading(),
        false => words.no_edits(),
    };
    let chip = move |(changed, label): (Changed, String)| {
        view! { <Chip state changed label /> }.into_any()
    };
    let list = redrawn(move || {
        let chips = chips.get();
        match chips.is_empty() {
            true => view! { <p class="no-edits">{none}</p> }.into_any(),
            false => {
                let chips = chips.into_iter().map(chip).collect::<Vec<AnyView>>();
                view! { <ul class="chips">{chips}</ul> }.into_any()
            }
        }
    });
    view! { <section class="edits" aria-label=words.edits_heading()>{list}</section> }.into_any()
}

/// What differs from the edition, each with its label.
fn changed(state: State) -> Vec<(Changed, String)> {
    let words = state.words.get();
    let mut chips = Vec::new();
    for row in state.edited.get() {
        chips.push((
            Changed::Unit(row),
            chip(&state.name(row), state.changes(row)),
        ));
    }
    let row = state.subject();
    state.session.with(|session| {
        let assessed = session.count(row, Kind::Assessed);
        if assessed > 0 {
            chips.push((Changed::Assessed, chip(words.own_data_assessed(), assessed)));
        }
        if session.has_max_points() {
            let changed = session.scenario().max_points.len();
            let label = chip(words.weights_heading(), changed);
            chips.push((Changed::Weights, label));
        }
        if session.rivals() != Rivals::Frozen {
            chips.push((Changed::Rivals, rival_mode(session.rivals(), &words)));
        }
    });
    chips
}

/// What differs, with a button to take it back; a unit's scorecard opens on a click.
#[component]
fn Chip(state: State, changed: Changed, label: String) -> impl IntoView {
    let reset = state
        .words
        .with_untracked(|words| format!("{}: {label}", words.reset_one()));
    let is_still = matches!(changed, Changed::Weights | Changed::Rivals);
    let open = {
        let changed = changed.clone();
        move |_| match changed {
            Changed::Unit(row) => state.edit_unit(row),
            Changed::Assessed => state.open_own_data(OwnDataRequest::Card(None)),
            Changed::Weights | Changed::Rivals => {}
        }
    };
    let drop = (changed != Changed::Assessed).then(|| {
        let drop = move |_| match changed {
            Changed::Unit(row) => state.reset_unit(&state.id(row)),
            Changed::Weights => state.reset_max_points(),
            // Frozen rivals are always possible.
            Changed::Rivals => state.set_rivals(Rivals::Frozen).unwrap_or_default(),
            Changed::Assessed => {}
        };
        view! {
            <button type="button" class="chip-drop" aria-label=reset on:click=drop>{"✕"}</button>
        }
        .into_any()
    });
    view! {
        <li class="chip">
            <button type="button" class="chip-name" disabled=is_still on:click=open>{label}</button>
            {drop}
        </li>
    }
    .into_any()
}
