//! Keys: undo and redo, which work anywhere on the page, and those of an input method.

use gloo::events::EventListener;
use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlElement, HtmlInputElement, KeyboardEvent};

/// What a key asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shortcut {
    /// Ctrl+Z.
    Undo,
    /// Ctrl+Shift+Z or Ctrl+Y.
    Redo,
}

/// Calls back on undo and redo, except in text fields, which have their own.
pub fn on_shortcut(call: impl Fn(Shortcut) + 'static) {
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

/// Whether a key belongs to what an input method still composes (Telex, VNI): its Enter ends a word and
/// chooses nothing here. Safari tells the last one by its code alone.
pub fn is_composing(key: &KeyboardEvent) -> bool {
    const IN_COMPOSITION: u32 = 229;
    key.is_composing() || key.key_code() == IN_COMPOSITION
}
