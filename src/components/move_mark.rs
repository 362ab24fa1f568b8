//! How many places somebody moved, told apart by shape as well as by colour.

use super::{at_first, flag, text};
use leptos::prelude::*;

/// `▲ 3` or `▼ 2` with words for those who do not see it; nothing where nothing moved.
#[component]
pub fn MoveMark(
    /// Places gained; negative when lost.
    places: Signal<i64>,
    /// The same in words.
    told: Signal<String>,
) -> impl IntoView {
    let mark = text(move || match places.get() {
        0 => String::new(),
        gained @ 1.. => format!("▲ {gained}"),
        lost => format!("▼ {}", lost.unsigned_abs()),
    });
    let told = text(move || match places.get() {
        0 => String::new(),
        _ => told.get(),
    });
    view! {
        <span
            class="move"
            class:up=flag(move || places.get() > 0)
            class:down=flag(move || places.get() < 0)
        >
            <span aria-hidden="true" translate="no">{mark}</span>
            <span class="hidden" prop:textContent=told>{at_first(told)}</span>
        </span>
    }
    .into_any()
}
