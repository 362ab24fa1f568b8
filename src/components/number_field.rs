//! A field for a number. What a person types stays on screen, right or wrong, with one sentence beside
//! it; the last good result stays.

use super::{attribute, text};
use crate::browser::{document, keyboard};
use leptos::prelude::*;

/// A text that is being typed, and the value that it was typed over: as soon as that changes by another
/// way, the text is void.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Draft {
    text: String,
    over: String,
}

/// A text field whose value is checked when it is left.
#[component]
pub(crate) fn NumberField(
    /// Id of the field; its sentence has the same with `-fault` behind.
    #[prop(into)]
    id: String,
    /// Its name.
    #[prop(into)]
    label: String,
    /// The value as it is written.
    #[prop(into)]
    value: Signal<String>,
    /// Tries a text that may be unfinished.
    #[prop(optional, into)]
    typed: Option<Callback<String>>,
    /// Takes a finished text, or says what is wrong with it.
    #[prop(into)]
    finished: Callback<String, Result<(), String>>,
    /// What is wrong, said beside the field; also written by whoever moves the value another way.
    #[prop(optional)]
    fault: RwSignal<String>,
) -> impl IntoView {
    let draft = RwSignal::new(None::<Draft>);
    let is_void = move |draft: &Draft| value.with(|value| *value != draft.over);
    let shown = text(move || {
        let kept = draft.get().filter(|draft| !is_void(draft));
        kept.map_or_else(|| value.get(), |draft| draft.text)
    });
    let keep = move |text: String| {
        let over = value.get_untracked();
        draft.set(Some(Draft { text, over }));
    };
    // What was wrong with the value before says nothing of another one.
    Effect::new(move |before: Option<String>| {
        let now = value.get();
        if before.is_some_and(|before| before != now) {
            fault.set(String::new());
        }
        now
    });
    let input = move |event| {
        let text = event_target_value(&event);
        if let Some(typed) = typed {
            typed.run(text.clone());
        }
        fault.set(String::new());
        keep(text);
    };
    let change = move |event| {
        let text = event_target_value(&event);
        // What only stands there is no edit: an estimate has more decimals than are shown.
        let is_edit = value.with_untracked(|value| *value != text);
        match is_edit.then(|| finished.run(text.clone())) {
            Some(Err(sentence)) => {
                keep(text);
                fault.set(sentence);
            }
            _ => draft.set(None),
        }
    };
    let fault_id = format!("{id}-fault");
    let is_wrong = move || fault.with(|fault| !fault.is_empty());
    let described_by = {
        let id = fault_id.clone();
        attribute(move || is_wrong().then(|| id.clone()))
    };
    view! {
        <span class="field">
            <input
                type="text"
                inputmode="decimal"
                autocomplete="off"
                maxlength="16"
                id=id
                aria-label=label
                aria-invalid=attribute(move || is_wrong().then(|| "true".to_owned()))
                aria-describedby=described_by
                value=shown.get_untracked()
                prop:value=shown
                on:focus=move |event| document::select_field(&event)
                on:input=input
                on:change=change
                on:keydown=move |event| {
                    if event.key() == "Escape" && !keyboard::is_composing(&event) {
                        draft.set(None);
                        fault.set(String::new());
                    }
                }
            />
            <span class="fault" id=fault_id prop:textContent=text(move || fault.get())>{()}</span>
        </span>
    }
    .into_any()
}
