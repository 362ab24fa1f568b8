//! A field for a number. What a person types stays on screen, right or wrong, with one sentence
//! beside it; the last good result stays.

use crate::app::browser::page::select_all;
use crate::app::live::{Live, live, maybe};
use leptos::ev::{Event, KeyboardEvent};
use leptos::html::Input;
use leptos::prelude::*;

/// What is being typed: the text, the value that it was typed over, and what is wrong with it.
#[derive(Clone, PartialEq, Eq)]
struct Draft {
    text: String,
    over: String,
    fault: String,
}

/// A text field for a number.
#[component]
pub(crate) fn NumberField(
    /// Id of the field.
    id: String,
    /// Its name.
    label: Live,
    /// The value as it is written.
    value: Live,
    /// Called while typing with texts that may be unfinished.
    #[prop(optional)]
    on_typing: Option<Callback<String>>,
    /// Called with the finished text; the error is a sentence.
    on_done: Callback<String, Result<(), String>>,
) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let draft = RwSignal::new(None::<Draft>);
    // A draft is void as soon as the value changes by another way.
    let open = move || draft.get().filter(|draft| draft.over == value.get());
    let shown = live(move || open().map_or_else(|| value.get(), |draft| draft.text));
    let fault = live(move || open().map(|draft| draft.fault).unwrap_or_default());
    let keep = move |text: String, fault: String| {
        let over = value.get_untracked();
        draft.set(Some(Draft { text, over, fault }));
    };
    let typing = move |event: Event| {
        let text = event_target_value(&event);
        if let Some(call) = on_typing {
            call.run(text.clone());
        }
        keep(text, String::new());
    };
    let done = move |event: Event| {
        let text = event_target_value(&event);
        match on_done.run(text.clone()) {
            Ok(()) => draft.set(None),
            Err(sentence) => keep(text, sentence),
        }
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            draft.set(None);
        }
    };
    let select = move |_| {
        if let Some(field) = field.get_untracked() {
            select_all(&field);
        }
    };
    let fault_id = format!("{id}-fault");
    let described = fault_id.clone();
    let has_fault = move || fault.with(|fault| !fault.is_empty());
    view! {
        <span class="field">
            <input
                node_ref=field
                id=id
                type="text"
                inputmode="decimal"
                autocomplete="off"
                maxlength="16"
                aria-label=label
                aria-invalid=maybe(move || has_fault().then(|| "true".to_owned()))
                aria-describedby=maybe(move || has_fault().then(|| described.clone()))
                prop:value=shown
                on:input=typing
                on:change=done
                on:keydown=key
                on:focus=select
            />
            <span class="fault" id=fault_id>{fault}</span>
        </span>
    }
}
