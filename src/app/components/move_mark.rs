//! Places gained or lost: an arrow and a number, told apart by shape as well as by colour.

use crate::app::live::{flag, live};
use crate::app::text::{Speech, move_in_words};
use leptos::prelude::*;

/// `▲ 3` or `▼ 2`; nothing where nothing moved.
#[component]
pub(crate) fn MoveMark(
    /// The words.
    speech: Speech,
    /// Places gained; negative when lost.
    places: Signal<i64>,
) -> impl IntoView {
    let mark = live(move || match places.get() {
        0 => String::new(),
        gained @ 1.. => format!("▲ {gained}"),
        lost => format!("▼ {}", lost.unsigned_abs()),
    });
    let words = live(move || match places.get() {
        0 => String::new(),
        places => move_in_words(places, speech.language()),
    });
    view! {
        <span
            class="move"
            class:up=flag(move || places.get() > 0)
            class:down=flag(move || places.get() < 0)
        >
            <span aria-hidden="true">{mark}</span>
            <span class="hidden">{words}</span>
        </span>
    }
}
