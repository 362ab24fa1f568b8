//! A native list to choose from.

use super::redrawn;
use leptos::prelude::*;

/// A `<select>` over values with their texts.
#[component]
pub(crate) fn Select(
    /// Id of the element; none where it is named by `label`.
    #[prop(optional, into)]
    id: Option<String>,
    /// Its name, where no `<label>` names it.
    #[prop(optional, into)]
    label: Option<String>,
    /// Values with their texts.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The chosen value.
    #[prop(into)]
    value: Signal<String>,
    /// What becomes of another choice.
    #[prop(into)]
    changed: Callback<String>,
) -> impl IntoView {
    let option = move |(own, text): (String, String)| {
        let is_chosen = Signal::derive({
            let own = own.clone();
            move || value.with(|value| *value == own)
        });
        view! {
            <option value=own selected=is_chosen.get_untracked() prop:selected=is_chosen>
                {text}
            </option>
        }
        .into_any()
    };
    let all = move || {
        let options: Vec<AnyView> = options.get().into_iter().map(option).collect();
        options.into_any()
    };
    view! {
        <select
            id=id
            aria-label=label
            on:change=move |event| changed.run(event_target_value(&event))
        >
            {redrawn(all)}
        </select>
    }
    .into_any()
}
