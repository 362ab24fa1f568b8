//! The analyses below the ladder: the cheapest way up, the places around, why a rank moved, how sure it is,
//! one number swept, the merger, scenarios side by side, peers, two decisions. A row of buttons chooses one; each is a component
//! that reads the state. Loaded when they come near what is seen (`src/parts.rs`).

mod bridge;
mod chart;
mod compare;
mod draws;
mod explain;
mod ground;
mod merger;
mod neighbourhood;
mod panel;
mod parts;
mod peers;
mod plan;
mod sensitivity;
mod stability;
mod sweep;

use crate::state::State;
use leptos::prelude::*;
use panel::{Panel, Tabs};
use parts::Teller;

/// The heading, the row of buttons and the analysis that is chosen.
#[component]
pub fn Analyses(
    /// The state.
    state: State,
) -> impl IntoView {
    provide_context(Teller::new());
    let chosen = Memo::new(move |_| Panel::chosen(state));
    let heading = move || {
        let name = state.name(state.unit.get());
        state.words.with(|words| words.analyses_of(name))
    };
    view! {
        <div class="analyses">
            <h2 id="analyses-heading">{heading}</h2>
            <Tabs state chosen />
            {move || {
                let panel = chosen.get();
                view! {
                    <div id=format!("analysis-{}", panel.id()) class="card analysis">
                        {shown(panel, state)}
                    </div>
                }
            }}
        </div>
    }
    .into_any()
}

/// One analysis.
fn shown(panel: Panel, state: State) -> AnyView {
    match panel {
        Panel::Plan => view! { <plan::Plan state /> }.into_any(),
        Panel::Neighbourhood => view! { <neighbourhood::Neighbourhood state /> }.into_any(),
        Panel::Explain => view! { <explain::Explain state /> }.into_any(),
        Panel::Stability => view! { <stability::Stability state /> }.into_any(),
        Panel::Sensitivity => view! { <sensitivity::Sensitivity state /> }.into_any(),
        Panel::Sweep => view! { <sweep::Sweep state /> }.into_any(),
        Panel::Merger => view! { <merger::Merger state /> }.into_any(),
        Panel::Compare => view! { <compare::Compare state /> }.into_any(),
        Panel::Peers => view! { <peers::Peers state /> }.into_any(),
        Panel::Bridge => view! { <bridge::Bridge state /> }.into_any(),
    }
}

#[cfg(test)]
mod tests;
