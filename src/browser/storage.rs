//! What stays on the device, until the tab closes or longer; sandboxed frames deny it.

use super::Denied;
use dti_words::Unkept;
use gloo::events::EventListener;
use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// All projects of one host share their storage.
const PREFIX: &str = "dti1:";

fn session() -> Result<Storage, Denied> {
    let storage = window().session_storage().map_err(|_refused| Denied)?;
    storage.ok_or(Denied)
}

/// What is kept under a key.
pub fn get(key: &str) -> Result<Option<String>, Denied> {
    let key = format!("{PREFIX}{key}");
    session()?.get_item(&key).map_err(|_refused| Denied)
}

/// Keeps a text under a key, or removes it.
pub fn set(key: &str, text: Option<&str>) -> Result<(), Unkept> {
    put(session(), key, text)
}

fn put(storage: Result<Storage, Denied>, key: &str, text: Option<&str>) -> Result<(), Unkept> {
    let storage = storage.map_err(|_denied| Unkept::Denied)?;
    let key = format!("{PREFIX}{key}");
    let done = match text {
        Some(text) => storage.set_item(&key, text),
        None => storage.remove_item(&key),
    };
    done.map_err(|error| of_error(&name_of(&error)))
}

/// Why, by the name of the browser's error.
fn of_error(name: &str) -> Unkept {
    match name {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Unkept::Full,
        _ => Unkept::Denied,
    }
}

/// What the browser calls an error.
fn name_of(error: &JsValue) -> String {
    let name = Reflect::get(error, &JsValue::from_str("name")).ok();
    name.and_then(|name| name.as_string()).unwrap_or_default()
}

fn lasting() -> Result<Storage, Denied> {
    let storage = window().local_storage().map_err(|_refused| Denied)?;
    storage.ok_or(Denied)
}

/// What is kept beyond the tab; nothing where storage is denied.
pub fn kept_for_long(key: &str) -> Option<String> {
    lasting().ok()?.get_item(&format!("{PREFIX}{key}")).ok()?
}

/// Keeps a text beyond the tab; an empty one is removed.
pub fn keep_for_long(key: &str, text: &str) -> Result<(), Unkept> {
    put(lasting(), key, (!text.is_empty()).then_some(text))
}

/// Calls back when another page changed what is kept beyond the tab, as long as this page lives.
pub fn on_change_elsewhere(call: impl Fn() + 'static) {
    EventListener::new(&window(), "storage", move |_event| call()).forget();
}

/// Where the last scenario is kept for whoever comes back.
const LAST: &str = "last";

/// What was looked at last, as a fragment.
pub fn last() -> Option<String> {
    kept_for_long(LAST)
}

/// Keeps it; where storage is denied, nothing is offered later.
pub fn keep_last(fragment: &str) {
    keep_for_long(LAST, fragment).ok();
}

/// Forgets it.
pub fn forget_last() {
    keep_last("");
}
