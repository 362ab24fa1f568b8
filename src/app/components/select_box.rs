//! A native list to choose from.

use super::Each;
use crate::app::live::{Live, flag, live};
use leptos::prelude::*;

/// A `<select>`.
#[component]
pub(crate) fn SelectBox(
    /// Its name; leave it out where a `<label>` names it by id.
    #[prop(optional)]
    label: Option<Live>,
    /// Its id.
    #[prop(optional)]
    id: Option<&'static str>,
    /// Values and texts.
    options: Signal<Vec<(String, String)>>,
    /// The chosen value.
    value: Live,
    /// Called with another value.
    on_change: Callback<String>,
) -> impl IntoView {
    let keys = Signal::derive(move || {
        options.with(|options| {
            options
                .iter()
                .map(|(value, _)| value.clone())
                .collect::<Vec<_>>()
        })
    });
    let draw = Callback::new(move |own: String| {
        let (named, chosen) = (own.clone(), own.clone());
        let text = live(move || {
            let text = |options: &Vec<(String, String)>| {
                let found = options.iter().find(|(value, _)| *value == named);
                found.map(|(_, text)| text.clone()).unwrap_or_default()
            };
            options.with(text)
        });
        let is_chosen = flag(move || value.with(|value| *value == chosen));
        view! { <option value=own prop:selected=is_chosen>{text}</option> }.into_any()
    });
    view! {
        <select
            id=id
            aria-label=label
            on:change=move |event| on_change.run(event_target_value(&event))
        >
            <Each keys=keys draw=draw/>
        </select>
    }
}
