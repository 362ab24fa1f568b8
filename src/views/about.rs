//! How it is computed, in a few sentences, and the foot of the page.

use crate::state::{Panel, State};
use dti_engine::model::Provenance;
use dti_words::dated;
use leptos::prelude::*;

/// The method in short, folded away until wanted.
#[component]
pub(crate) fn About(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let heading = words.how_heading();
    // An own index has formulas of its own: the explanations tell them.
    let method = match state.provenance() {
        Provenance::Loaded => view! { <h2>{heading}</h2> }.into_any(),
        _ => view! {
            <details>
                <summary><h2>{heading}</h2></summary>
                <p>{words.how_total()}</p>
                <p>{words.how_what_if()}</p>
                <p>{words.how_estimate()}</p>
            </details>
        }
        .into_any(),
    };
    view! {
        <section class="card about">
            {method}
            <p class="actions" class:live=state.is_still()>
                <button type="button" class="quiet" on:click=move |_| state.explain("total")>
                    {words.explain_total()}
                </button>
                <button type="button" class="quiet" on:click=move |_| state.explain("rank")>
                    {words.explain_rank()}
                </button>
                <button type="button" class="quiet" on:click=move |_| state.panel.set(Some(Panel::Data))>
                    {words.about_data()}
                </button>
            </p>
        </section>
    }
    .into_any()
}

/// Whose page it is, and which figures it has.
#[component]
pub(crate) fn Footer(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let version = {
        let calculator = state.calculator.get_untracked();
        let version = calculator.data_version();
        dated(version.number, &version.date, &words)
    };
    view! {
        <footer>
            <p>{format!("{} {}", words.unofficial(), words.private())}</p>
            <p class="data-version">{version}</p>
        </footer>
    }
    .into_any()
}
