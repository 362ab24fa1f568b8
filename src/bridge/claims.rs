//! Where a claim can be checked, drawn by a part that is loaded when it comes near what is seen.

use super::place::{Loaded, Nearness};
use crate::state::State;
use leptos::html;
use leptos::prelude::*;

/// The section; it is there where editions of several years can be compared.
#[component]
pub(crate) fn ClaimsPlace(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let section = NodeRef::<html::Section>::new();
    let nearness = Nearness::of(section);
    let part = state.parts.claims;
    let load = state.parts.loaders().claims;
    Effect::new(move || {
        if nearness.get() {
            part.want(move || load(state));
        }
    });
    let has_history = move || {
        let edition = state.edition.get();
        state.calculator.get().series(&edition).nth(1).is_some()
    };
    view! {
        <section
            id="claims"
            class="card claims"
            class:live=state.is_still()
            aria-label=words.claims_heading()
            hidden=move || !has_history()
            node_ref=section
        >
            <Loaded state part load is_wanted=Signal::derive(move || nearness.get()) />
        </section>
    }
    .into_any()
}
