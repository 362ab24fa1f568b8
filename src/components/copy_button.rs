//! A button that copies a text; where the clipboard is denied, a field to copy from by hand.

use super::{redrawn, text as following};
use crate::browser::{clipboard, document};
use leptos::prelude::*;

/// What came of copying a text. Another text is a new question.
#[derive(Clone, PartialEq, Eq)]
struct Tried {
    text: String,
    is_done: bool,
}

/// Copies what a signal says.
#[component]
pub(crate) fn CopyButton(
    /// Text of the button.
    #[prop(into)]
    label: String,
    /// What is said when it is done.
    #[prop(into)]
    done: String,
    /// What is said where the clipboard is denied.
    #[prop(into)]
    denied: String,
    /// The text to copy.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let tried = RwSignal::new(None::<Tried>);
    let now = Memo::new(move |_| {
        tried
            .get()
            .filter(|tried| text.with(|text| *text == tried.text))
    });
    let copy = move |_| {
        let text = text.get_untracked();
        clipboard::copy(&text.clone(), move |outcome| {
            let is_done = outcome.is_ok();
            tried.set(Some(Tried {
                text: text.clone(),
                is_done,
            }));
        });
    };
    let said = following(move || match now.get() {
        None => String::new(),
        Some(tried) if tried.is_done => done.clone(),
        Some(_) => denied.clone(),
    });
    let name = label.clone();
    let by_hand = redrawn(move || {
        now.get()
            .filter(|tried| !tried.is_done)
            .map(|tried| {
                view! {
                    <input
                        type="text"
                        readonly=true
                        aria-label=name.clone()
                        value=tried.text.clone()
                        prop:value=tried.text
                        on:focus=move |event| document::select_field(&event)
                    />
                }
            })
            .into_any()
    });
    view! {
        <span class="copy">
            <button type="button" class="quiet" on:click=copy>{label}</button>
            <span class="copy-said" prop:textContent=said>{()}</span>
            {by_hand}
        </span>
    }
    .into_any()
}
