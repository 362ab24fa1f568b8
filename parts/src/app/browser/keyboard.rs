//! Keys that work anywhere on the page: undo and redo.

use gloo::events::EventListener;
use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlElement, HtmlInputElement, KeyboardEvent};

/// What a key asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Shortcut {
    /// Ctrl+Z.
    Undo,
    /// Ctrl+Shift+Z or Ctrl+Y.
    Redo,
}

/// Calls back on undo and redo, except in text fields, which have their own.
pub(crate) fn on_shortcut(call: impl Fn(Shortcut) + 'static) {
    let listener = move |event: &Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        if !(key.ctrl_key() || key.meta_key()) || key.alt_key() || is_text_field(event) {
            return;
        }
        let shortcut = match (key.key().as_str(), key.shift_key()) {
            ("z" | "Z", false) => Shortcut::Undo,
            ("z" | "Z", true) | ("y", false) => Shortcut::Redo,
            _ => return,
        };
        event.prevent_default();
        call(shortcut);
    };
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, listener).forget();
}

fn is_text_field(event: &Event) -> bool {
    let Some(target) = event.target() else {
        return false;
    };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return input.type_() != "range";
    }
    let element = target.dyn_ref::<HtmlElement>();
    element.is_some_and(|element| element.tag_name() == "TEXTAREA")
}
