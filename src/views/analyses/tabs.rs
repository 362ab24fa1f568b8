//! Which analyses are offered, and the row of buttons that chooses among them.

use super::bridge::is_offered as is_bridge_offered;
use crate::bridge::Analysis;
use crate::components::aria;
use crate::state::State;
use dti_words::Words;
use leptos::prelude::*;

impl Analysis {
    /// The one that is chosen; the plan where none is.
    pub(super) fn chosen(state: State) -> Self {
        let carried = state.carried();
        let chosen = carried.view.get("panel").map(String::as_str);
        let offered = Self::offered(state).into_iter();
        let mut named = offered.filter(|analysis| chosen == Some(analysis.id()));
        named.next().unwrap_or(Self::Plan)
    }

    /// Those that say something of the edition: only the official ones were merged, and not every edition
    /// has one of another decision beside it.
    fn offered(state: State) -> Vec<Self> {
        let is_official = state.provenance().is_official();
        let has_bridge = is_bridge_offered(state);
        let all = Self::ALL.into_iter();
        all.filter(|analysis| match analysis {
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
    chosen: Memo<Analysis>,
) -> impl IntoView {
    let button = move |analysis: Analysis| {
        view! {
            <li>
                <button
                    type="button"
                    class="quiet"
                    data-panel=analysis.id()
                    aria-pressed=aria(move || chosen.get() == analysis)
                    on:click=move |_| state.set_choice("panel", analysis.id())
                >
                    {state.words.with_untracked(|words| analysis.name(words))}
                </button>
            </li>
        }
    };
    let buttons = move || {
        let offered = Analysis::offered(state).into_iter();
        offered.map(button).collect_view()
    };
    view! { <ul class="analysis-tabs">{buttons}</ul> }.into_any()
}
