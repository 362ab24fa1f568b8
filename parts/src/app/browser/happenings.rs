//! What happens on the page, heard once at its root: which control it was, and what it says.

use super::touch::Finger;
use crate::page::EventKind;
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{
    Element, Event, EventTarget, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
    KeyboardEvent,
};

/// Something that happened to a control.
pub(crate) struct Happening {
    /// What kind of thing.
    pub(crate) kind: EventKind,
    /// The control's `data-do`.
    pub(crate) deed: String,
    /// Its id.
    pub(crate) id: String,
    /// Its value; for a key, the key's name.
    pub(crate) value: String,
}

/// The names of the browser's events, and what they mean here.
const EVENTS: [(&str, EventKind); 6] = [
    ("click", EventKind::Click),
    ("close", EventKind::Click),
    ("input", EventKind::Input),
    ("change", EventKind::Change),
    ("keydown", EventKind::Key),
    ("focusout", EventKind::Leave),
];

/// Calls back with everything that happens to controls below the root, as long as the page lives.
/// The answer tells whether the browser should leave its own part undone.
pub(crate) fn listen(root: &EventTarget, call: impl Fn(Happening) -> bool + Clone + 'static) {
    // In the capture phase, since closing a dialog does not bubble.
    let options = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        passive: false,
    };
    let finger = Finger::default();
    for (name, kind) in EVENTS {
        let (call, finger) = (call.clone(), finger.clone());
        let listener = move |event: &Event| {
            if kind == EventKind::Input && finger.holds(event) {
                return;
            }
            if let Some(happening) = read(event, kind)
                && call(happening)
            {
                event.prevent_default();
            }
        };
        EventListener::new_with_options(root, name, options, listener).forget();
    }
    finger.follow(root, options, move |event| {
        if let Some(happening) = read(event, EventKind::Input) {
            call(happening);
        }
    });
    EventListener::new_with_options(root, "pointerdown", options, |event| {
        // The list of provinces is clicked while its field keeps focus.
        if closest(event, "[role=option]").is_some() {
            event.prevent_default();
        }
    })
    .forget();
    EventListener::new_with_options(root, "focusin", options, |event| {
        let field = closest(event, "[data-select]");
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
            field.select();
        }
    })
    .forget();
}

/// The element with this id.
pub(crate) fn by_id<T: wasm_bindgen::JsCast>(id: &str) -> Option<T> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

fn closest(event: &Event, selector: &str) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    // Fails only for a selector that is none.
    target.closest(selector).ok().flatten()
}

fn read(event: &Event, kind: EventKind) -> Option<Happening> {
    if event.type_() == "close" {
        let dialog = event.target()?.dyn_into::<Element>().ok()?;
        let deed = format!("closed {}", dialog.get_attribute("data-closed")?);
        return Some(Happening {
            kind,
            deed,
            id: String::new(),
            value: String::new(),
        });
    }
    let control = closest(event, "[data-do]")?;
    let value = match (kind, event.dyn_ref::<KeyboardEvent>()) {
        (EventKind::Key, Some(key)) if is_composing(key) => return None,
        (EventKind::Key, Some(key)) => key.key(),
        _ => value_of(&control),
    };
    Some(Happening {
        kind,
        deed: control.get_attribute("data-do")?,
        id: control.id(),
        value,
    })
}

/// Whether a key belongs to what an input method still composes: its Enter ends a word and chooses
/// nothing here. Safari tells the last one by its code alone.
fn is_composing(key: &KeyboardEvent) -> bool {
    const IN_COMPOSITION: u32 = 229;
    key.is_composing() || key.key_code() == IN_COMPOSITION
}

fn value_of(control: &Element) -> String {
    if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        return input.value();
    }
    if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>() {
        return area.value();
    }
    let select = control.dyn_ref::<HtmlSelectElement>();
    select.map(HtmlSelectElement::value).unwrap_or_default()
}
