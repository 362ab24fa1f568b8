//! What happens to the controls of a place: which one it was, and what it says.

use crate::page::EventKind;
use gloo::events::EventListener;
use wasm_bindgen::JsCast as _;
use web_sys::{
    Element, Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent,
};

/// The names of the browser's events, and what they mean here.
const EVENTS: [(&str, EventKind); 5] = [
    ("click", EventKind::Click),
    ("input", EventKind::Input),
    ("change", EventKind::Change),
    ("keydown", EventKind::Key),
    ("focusout", EventKind::Leave),
];

/// Calls back with everything that happens to controls in a place, as long as the page lives: of what
/// kind it is, the control's `data-do`, and its value or the key's name. Fields that say so have their
/// text selected when they are entered.
pub(crate) fn listen(place: &Element, call: impl Fn(EventKind, &str, &str) + Clone + 'static) {
    for (name, kind) in EVENTS {
        let call = call.clone();
        let listener = move |event: &Event| {
            if let Some((deed, value)) = read(event, kind) {
                call(kind, &deed, &value);
            }
        };
        EventListener::new(place, name, listener).forget();
    }
    EventListener::new(place, "focusin", |event| {
        let field = closest(event, "[data-select]");
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
            field.select();
        }
    })
    .forget();
}

fn closest(event: &Event, selector: &str) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    // Fails only for a selector that is none.
    target.closest(selector).ok().flatten()
}

fn read(event: &Event, kind: EventKind) -> Option<(String, String)> {
    let control = closest(event, "[data-do]")?;
    let value = match (kind, event.dyn_ref::<KeyboardEvent>()) {
        (EventKind::Key, Some(key)) if is_composing(key) => return None,
        (EventKind::Key, Some(key)) => key.key(),
        _ => value_of(&control),
    };
    Some((control.get_attribute("data-do")?, value))
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
