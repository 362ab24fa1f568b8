//! Where the pictures stand, drawn by a part that is loaded when they come near what is seen.

use super::place::{Loaded, Nearness};
use crate::browser::visibility::width_of;
use crate::state::State;
use leptos::html;
use leptos::prelude::*;

/// The section.
#[component]
pub(crate) fn FiguresPlace(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let section = NodeRef::<html::Section>::new();
    let nearness = Nearness::of(section);
    let (part, room) = (state.parts.figures, state.parts.room);
    let load = state.parts.loaders().figures;
    Effect::new(move || {
        let is_near = nearness.get();
        let section = section.get().filter(|_| is_near);
        // What loads above may push them away while they come: then they are drawn all the same.
        if is_near || untrack(|| part.part().is_some()) {
            room.set(section.map(|section| width_of(&section)));
        }
        if is_near {
            part.want(move || load(state));
        }
    });
    view! {
        <section id="pictures" class="pictures-place" class:live=state.is_still() aria-label=words.pictures() node_ref=section>
            <Loaded state part load is_wanted=Signal::derive(move || nearness.get()) />
        </section>
    }
    .into_any()
}
