//! Where the analyses are: the section, whose heading and buttons are a part that is loaded when it comes near
//! what is seen, and in it the place of the one that is open, each a part of its own.

use super::place::{Loaded, Nearness};
use crate::browser::visibility::width_of;
use crate::state::State;
use leptos::html;
use leptos::prelude::*;

/// Room at both sides of a card.
const PADDING: u32 = 48;

/// An analysis.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Analysis {
    /// The cheapest way to a rank.
    Plan,
    /// The places around.
    Neighbourhood,
    /// Why the rank moved.
    Explain,
    /// How sure the rank is.
    Stability,
    /// What the doubt in the rank comes from.
    Sensitivity,
    /// The rank against one number.
    Sweep,
    /// The merger of 2025.
    Merger,
    /// Saved scenarios and other units.
    Compare,
    /// Units like this one, and their ways to a target.
    Peers,
    /// What between two decisions is method and what is movement.
    Bridge,
}

impl Analysis {
    /// In the order of their buttons.
    pub const ALL: [Self; 10] = [
        Self::Plan,
        Self::Neighbourhood,
        Self::Explain,
        Self::Stability,
        Self::Sensitivity,
        Self::Sweep,
        Self::Merger,
        Self::Compare,
        Self::Peers,
        Self::Bridge,
    ];
}

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

/// One analysis: loaded the first time that it is open and near what is seen, and there from then on.
#[component]
pub(crate) fn AnalysisPlace(
    /// The state.
    state: State,
    /// Which one.
    analysis: Analysis,
) -> impl IntoView {
    let is_wanted = state.parts.near_analyses;
    let load = (state.parts.loaders().analysis)(analysis);
    let place = state.parts.analysis(analysis).map(|part| {
        Effect::new(move || {
            if is_wanted.get() {
                part.want(move || load(state));
            }
        });
        view! { <Loaded state part load is_wanted /> }
    });
    place.into_any()
}
