//! The address bar: the fragment, history entries, and leaving the page.

use super::Denied;
use gloo::events::EventListener;
use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// The fragment with its `#`, or nothing.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// The whole address of the page.
pub fn address() -> String {
    window().location().href().unwrap_or_default()
}

/// A new history entry.
pub fn push(fragment: &str) -> Result<(), Denied> {
    let history = window().history().map_err(|_refused| Denied)?;
    let address = format!("#{fragment}");
    let pushed = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
    pushed.map_err(|_refused| Denied)
}

/// The present history entry, changed. Safari refuses more than 100 changes in 30 seconds.
pub fn replace(fragment: &str) -> Result<(), Denied> {
    let history = window().history().map_err(|_refused| Denied)?;
    let address = format!("#{fragment}");
    let replaced = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    replaced.map_err(|_refused| Denied)
}

/// Calls back on back, forward and a fragment typed by hand, as long as the page lives.
pub fn on_navigate(call: impl Fn() + Clone + 'static) {
    let window = window();
    for event in ["popstate", "hashchange"] {
        let call = call.clone();
        EventListener::new(&window, event, move |_event| call()).forget();
    }
}

/// Calls back when the page is left or goes to the background.
pub fn on_leave(call: impl Fn() + 'static) {
    EventListener::new(&window(), "pagehide", move |_event| call()).forget();
}
