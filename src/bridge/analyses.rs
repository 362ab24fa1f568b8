//! Where the analyses are, drawn by a part that is loaded when they come near what is seen.

use super::place::{Loaded, Nearness};
use crate::browser::visibility::width_of;
use crate::state::State;
use leptos::html;
use leptos::prelude::*;

/// Room at both sides of a card.
const PADDING: u32 = 48;

/// The section.
#[component]
pub(crate) fn AnalysesPlace(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let section = NodeRef::<html::Section>::new();
    let nearness = Nearness::of(section);
    let part = state.parts.analyses;
    let load = state.parts.loaders().analyses;
    Effect::new(move || {
        let is_near = nearness.get();
        state.parts.near_analyses.set(is_near);
        if is_near {
            let width = section
                .get_untracked()
                .map_or(0, |section| width_of(&section).saturating_sub(PADDING));
            state.parts.analyses_width.set(width);
            part.want(move || load(state));
        }
    });
    view! {
        <section
            id="analyses"
            class="analyses-place"
            class:live=state.is_still()
            aria-label=words.analyses()
            node_ref=section
        >
            <Loaded state part load is_wanted=Signal::derive(move || nearness.get()) />
        </section>
    }
    .into_any()
}
