//! A list that changes. A keyed list is the largest piece of code that a view can ask for, so all
//! lists of the page are this one: keys are texts, and what is drawn for them is of one type.

use leptos::prelude::*;

/// Draws something for each key; what has the same key stays in place.
#[component]
pub(crate) fn Each(
    /// The keys, each of them once.
    keys: Signal<Vec<String>>,
    /// Draws one.
    draw: Callback<String, AnyView>,
) -> impl IntoView {
    view! {
        <For each=move || keys.get() key=Clone::clone let(key)>{draw.run(key)}</For>
    }
}
