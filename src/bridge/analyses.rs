//! Where the analyses are, drawn by a part that is loaded when they come near what is seen.

use super::place::{Nearness, Waiting};
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
    let load = move || (state.parts.loaders().analyses)(state);
    Effect::new(move || {
        let is_near = nearness.get();
        state.parts.near_analyses.set(is_near);
        if is_near {
            let width = section
                .get_untracked()
                .map_or(0, |section| width_of(&section).saturating_sub(PADDING));
            state.parts.analyses_width.set(width);
            part.want(load);
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
            {move || part.part().map(|draw| draw())}
            <Waiting
                state
                is_awaited=Signal::derive(move || nearness.get() && part.part().is_none())
                has_failed=Signal::derive(move || part.has_failed())
                retry=Callback::new(move |()| part.retry(load))
            />
        </section>
    }
    .into_any()
}
