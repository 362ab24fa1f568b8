//! Which analyses there are, and the row of buttons that chooses among them.

use super::bridge::is_offered as is_bridge_offered;
use crate::components::aria;
use crate::state::State;
use dti_words::Words;
use leptos::prelude::*;

/// An analysis.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Panel {
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

impl Panel {
    /// In the order of their buttons.
    pub(super) const ALL: [Self; 10] = [
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

    /// The one that is chosen; the plan where none is.
    pub(super) fn chosen(state: State) -> Self {
        let carried = state.carried();
        let chosen = carried.view.get("panel").map(String::as_str);
        let offered = Self::offered(state).into_iter();
        let mut named = offered.filter(|panel| chosen == Some(panel.id()));
        named.next().unwrap_or(Self::Plan)
    }

    /// Those that say something of the edition: only the official ones were merged, and not every edition
    /// has one of another decision beside it.
    fn offered(state: State) -> Vec<Self> {
        let is_official = state.provenance().is_official();
        let has_bridge = is_bridge_offered(state);
        let all = Self::ALL.into_iter();
        all.filter(|panel| match panel {
            Self::Merger => is_official,
            Self::Bridge => has_bridge,
            _ => true,
        })
        .collect()
    }

    /// Its name in links.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Neighbourhood => "neighbourhood",
            Self::Explain => "explain",
            Self::Stability => "stability",
            Self::Sensitivity => "sensitivity",
            Self::Sweep => "sweep",
            Self::Merger => "merger",
            Self::Compare => "compare",
            Self::Peers => "peers",
            Self::Bridge => "bridge",
        }
    }

    /// What its button says.
    fn name(self, words: &Words) -> &'static str {
        match self {
            Self::Plan => words.analysis_plan(),
            Self::Neighbourhood => words.analysis_neighbourhood(),
            Self::Explain => words.analysis_explain(),
            Self::Stability => words.analysis_stability(),
            Self::Sensitivity => words.analysis_sensitivity(),
            Self::Sweep => words.analysis_sweep(),
            Self::Merger => words.analysis_merger(),
            Self::Compare => words.analysis_compare(),
            Self::Peers => words.analysis_peers(),
            Self::Bridge => words.analysis_bridge(),
        }
    }
}

/// The row of buttons.
#[component]
pub(super) fn Tabs(
    /// The state.
    state: State,
    /// The analysis that is chosen.
    chosen: Memo<Panel>,
) -> impl IntoView {
    let button = move |panel: Panel| {
        view! {
            <li>
                <button
                    type="button"
                    class="quiet"
                    data-panel=panel.id()
                    aria-pressed=aria(move || chosen.get() == panel)
                    on:click=move |_| state.set_choice("panel", panel.id())
                >
                    {state.words.with_untracked(|words| panel.name(words))}
                </button>
            </li>
        }
    };
    let buttons = move || {
        let offered = Panel::offered(state).into_iter();
        offered.map(button).collect_view()
    };
    view! { <ul class="analysis-tabs">{buttons}</ul> }.into_any()
}
