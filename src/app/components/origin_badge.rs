//! Where a number comes from, beside the number.

use crate::app::live::{Flag, flag, live};
use crate::app::text::{Speech, Word, estimate_note};
use crate::model::Origin;
use leptos::prelude::*;

/// The word for an origin.
pub(crate) fn origin_word(origin: Origin) -> Word {
    match origin {
        Origin::Published => Word::OriginPublished,
        Origin::Derived => Word::OriginDerived,
        Origin::Estimated => Word::OriginEstimated,
        Origin::Entered => Word::OriginEntered,
    }
}

/// A small label: published, derived, estimated with its error, supposed or known.
#[component]
pub(crate) fn OriginBadge(
    /// The words.
    speech: Speech,
    /// The origin.
    origin: Signal<Origin>,
    /// Whether an entered figure is one that the reader knows.
    is_known: Flag,
    /// How far off estimates are.
    error: Option<f64>,
) -> impl IntoView {
    let is = move |one: Origin| origin.get() == one;
    let text = live(move || {
        let word = match origin.get() {
            Origin::Entered if is_known.get() => Word::OriginKnown,
            origin => origin_word(origin),
        };
        let word = speech.word(word);
        match error.filter(|_| is(Origin::Estimated)) {
            Some(error) => format!("{word} {}", estimate_note(error, speech.language())),
            None => word,
        }
    });
    view! {
        <span
            class="badge"
            class:estimated=flag(move || is(Origin::Estimated))
            class:entered=flag(move || is(Origin::Entered) && !is_known.get())
            class:known=flag(move || is(Origin::Entered) && is_known.get())
        >
            {text}
        </span>
    }
}
