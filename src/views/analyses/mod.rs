//! The analyses below the ladder: the cheapest way up, the places around, why a rank moved, how sure it is,
//! one number swept, the merger, scenarios side by side, peers, two decisions. A row of buttons chooses one; each is a component
//! that reads the state, and a part of its own that is loaded when it is opened (`src/parts.rs`).

mod bridge;
mod chart;
mod compare;
mod draws;
mod explain;
mod ground;
mod merger;
mod neighbourhood;
mod parts;
mod peers;
mod plan;
mod reported;
mod sensitivity;
mod stability;
mod sweep;
mod tabs;

pub use bridge::{Bridge, BridgeProps};
pub use compare::{Compare, CompareProps};
pub use explain::{Explain, ExplainProps};
pub use merger::{Merger, MergerProps};
pub use neighbourhood::{Neighbourhood, NeighbourhoodProps};
pub use peers::{Peers, PeersProps};
pub use plan::{Plan, PlanProps};
pub use sensitivity::{Sensitivity, SensitivityProps};
pub use stability::{Stability, StabilityProps};
pub use sweep::{Sweep, SweepProps};

use crate::bridge::{Analysis, AnalysisPlace};
use crate::state::State;
use leptos::prelude::*;
use parts::Teller;
use tabs::Tabs;

pub(super) use reported::{Captioned, PlanReported, Reported, Why, reported};

/// The heading, the row of buttons and the place of the analysis that is chosen.
#[component]
pub fn Analyses(
    /// The state.
    state: State,
) -> impl IntoView {
    provide_context(Teller::new());
    let chosen = Memo::new(move |_| Analysis::chosen(state));
    let heading = move || {
        let name = state.name(state.unit.get());
        state.words.with(|words| words.analyses_of(name))
    };
    view! {
        <div class="analyses">
            <h2 id="analyses-heading">{heading}</h2>
            <Tabs state chosen />
            {move || {
                let analysis = chosen.get();
                view! {
                    <div id=format!("analysis-{}", analysis.id()) class="card analysis">
                        <AnalysisPlace state analysis />
                    </div>
                }
            }}
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests;
