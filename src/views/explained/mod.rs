//! What stands behind the numbers, for a reader who wants to check: how a number is computed, with its own
//! figures, what is on file, and where it was read. Loaded when it is asked for (`src/parts.rs`).

mod composed;
mod data;
mod differences;
mod estimate;
mod formula;
mod ground;
mod lines;
mod own_index;
mod pieces;
mod rank;
mod sources;
mod total;
mod version;

use crate::components::redrawn;
use crate::state::{Panel, State};
use dti_words::measures;
use ground::Ground;
use leptos::prelude::*;

/// The explanation that the reader asked for; nothing while none is.
#[component]
pub fn Explained(
    /// The state.
    state: State,
) -> impl IntoView {
    view! { <div class="panel">{redrawn(move || told(state))}</div> }.into_any()
}

fn told(state: State) -> AnyView {
    let asked = state.panel.get();
    let Some((panel, ground)) = asked.zip(Ground::of(state)) else {
        return ().into_any();
    };
    match panel {
        Panel::Formula(focus) => {
            // What an indicator measures, before its arithmetic.
            let measured = measures(&focus, &ground.words);
            view! {
                {measured.map(|told| view! { <p class="measured">{told}</p> })}
                {pieces::shown(formula::formula(&ground, &focus))}
            }
            .into_any()
        }
        Panel::Data => {
            let has_copy = ground.provenance().is_official();
            view! {
                {pieces::shown(data::data(&ground, &state.given_otherwise()))}
                {has_copy.then(|| version::copy_here(&ground.words))}
            }
            .into_any()
        }
        Panel::Sources => sources::sources(state, &ground),
        Panel::Embed => ().into_any(),
    }
}

#[cfg(test)]
mod tests;
