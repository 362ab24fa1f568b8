//! How many places somebody moved, told apart by shape as well as by colour.

use leptos::prelude::*;

/// `▲ 3` or `▼ 2` with words for those who do not see it; nothing where nothing moved.
#[component]
pub fn MoveMark(
    /// Places gained; negative when lost.
    #[prop(into)]
    places: Signal<i64>,
    /// The same in words.
    #[prop(into)]
    told: Signal<String>,
) -> impl IntoView {
    let mark = move || match places.get() {
        0 => String::new(),
        gained @ 1.. => format!("▲ {gained}"),
        lost => format!("▼ {}", lost.unsigned_abs()),
    };
    let told = move || (places.get() != 0).then(|| told.get()).unwrap_or_default();
    view! {
        <span
            class="move"
            class:up=move || { places.get() > 0 }
            class:down=move || { places.get() < 0 }
        >
            <span aria-hidden="true" translate="no">{mark}</span>
            <span class="hidden" prop:textContent=told.clone()>{told()}</span>
        </span>
    }
}
