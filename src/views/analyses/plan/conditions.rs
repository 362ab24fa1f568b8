//! The conditions of a plan, folded away until wanted: for each indicator how hard it is to raise, how far
//! it can go, and whether it can change at all.

use super::super::draws::choice;
use super::super::ground::Ground;
use super::super::parts::{Field, Folded, Switch};
use super::terms::{self, Terms, factor};
use crate::components::{LiveText, aria, flag, text};
use crate::state::State;
use dti_engine::model::Exact;
use dti_words::analyses::about;
use dti_words::numbers::score;
use leptos::prelude::*;

/// How hard an indicator is to raise: what is kept, and the factor in hundredths.
const LEVELS: [(&str, i64); 3] = [("0.5", 50), ("", 100), ("2", 200)];

/// Ids of what a plan may raise, with names and present scores.
pub(super) fn indicators(ground: &Ground) -> Vec<(String, String)> {
    let own = ground.position();
    let told = |node| {
        let now = ground.origin_of(own, node).map(|origin| {
            let value = score(ground.score_of(own, node), &ground.words);
            about(value, origin.is_guess())
        });
        let name = ground.name_of(node);
        let legend = format!("{name} ({})", now.unwrap_or_default());
        (ground.id_of(node).to_owned(), legend)
    };
    terms::indicators(ground).into_iter().map(told).collect()
}

/// The conditions.
#[component]
pub(super) fn Conditions(
    /// The state.
    state: State,
    /// Ids of the indicators, with names and present scores.
    #[prop(into)]
    indicators: Signal<Vec<(String, String)>>,
    /// The terms as they were read.
    terms: Memo<Option<Terms>>,
) -> impl IntoView {
    let words = state.words.get_untracked();
    // A score that moves changes a legend, not the fields below it.
    let ids = Memo::new(move |_| {
        let all = indicators.get().into_iter();
        all.map(|(id, _)| id).collect::<Vec<_>>()
    });
    let legend = move |id: String| {
        text(move || {
            indicators.with(|all| {
                let mut all = all.iter();
                let own = all.find(|(own, _)| *own == id);
                own.map(|(_, legend)| legend.clone()).unwrap_or_default()
            })
        })
    };
    view! {
        <Folded
            id="folded-conditions"
            summary=Signal::stored(words.plan_conditions().to_owned())
        >
            <p class="copy-said">{words.plan_conditions_hint()}</p>
            <For each=move || ids.get() key=String::clone let:id>
                <Condition state id=id.clone() legend=legend(id) terms />
            </For>
        </Folded>
    }
    .into_any()
}

/// The conditions of one indicator.
#[component]
fn Condition(
    state: State,
    id: String,
    legend: Signal<String>,
    terms: Memo<Option<Terms>>,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let [cost, cap, lock] = ["cost", "cap", "lock"].map(|kind| format!("{kind}.{id}"));
    let typed = move |key: &str| {
        let key = key.to_owned();
        text(move || choice(state, &key).unwrap_or_default())
    };
    let fault = move |key: &str| {
        let key = key.to_owned();
        text(move || {
            terms.with(|terms| {
                terms
                    .as_ref()
                    .map(|own| own.fault(&key))
                    .unwrap_or_default()
            })
        })
    };
    let hard = typed(&cost);
    let names = [words.plan_easy(), words.plan_medium(), words.plan_hard()];
    let levels = LEVELS.into_iter().zip(names);
    let key = StoredValue::new(cost.clone());
    let levels = levels.map(|((kept, hundredths), name)| {
        let is_chosen = move || {
            let given = hard.with(|text| factor(text)).unwrap_or(Exact::ONE);
            given == Exact::decimal(hundredths, 2)
        };
        view! {
            <button
                type="button"
                class="quiet"
                aria-pressed=aria(is_chosen)
                on:click=move |_| key.with_value(|key| state.set_choice(key, kept))
            >
                {name}
            </button>
        }
        .into_any()
    });
    let is_locked = {
        let lock = lock.clone();
        flag(move || choice(state, &lock).as_deref() == Some("on"))
    };
    view! {
        <fieldset class="term">
            <legend><LiveText text=legend /></legend>
            <div class="levels" role="group" aria-label=words.plan_how_hard()>
                <span>{words.plan_how_hard()}</span>
                {levels.collect_view()}
            </div>
            <Field
                state
                key=cap.clone()
                label=words.plan_at_most()
                value=typed(&cap)
                fault=fault(&cap)
            />
            <Switch state key=lock label=words.plan_cannot_change() is_on=is_locked />
            <details>
                <summary>{words.details()}</summary>
                <Field
                    state
                    key=cost.clone()
                    label=words.plan_factor()
                    value=hard
                    fault=fault(&cost)
                />
            </details>
        </fieldset>
    }
    .into_any()
}
