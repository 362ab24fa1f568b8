//! The pictures, drawn when they come near what is seen.

use super::place::{Nearness, Waiting, keep_drawn};
use super::question::{Subject, question};
use crate::browser::visibility::width_of;
use crate::state::State;
use leptos::html;
use leptos::prelude::*;

/// The section of the pictures.
#[component]
pub(crate) fn Pictures(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let (section, place) = (NodeRef::<html::Section>::new(), NodeRef::<html::Div>::new());
    let nearness = Nearness::of(section);
    let ask = move || {
        let width = section.get().map_or(0, |section| width_of(&section));
        question(state, Subject::Pictures(width))
    };
    let is_drawn = keep_drawn(state, place, move || nearness.get(), ask);
    view! {
        <section id="pictures" class="pictures-place" class:live=state.is_still() aria-label=words.pictures() node_ref=section>
            <div node_ref=place>{()}</div>
            <Waiting
                state
                is_awaited=Signal::derive(move || nearness.get() && !is_drawn.get())
                has_failed=Signal::derive(move || state.parts.studio.has_failed())
            />
        </section>
    }
    .into_any()
}
