//! What the desk keeps on the device, beyond the tab; sandboxed frames deny it.

use crate::page::Unkept;
use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Storage, window};

/// All projects of one host share their storage (`src/browser/storage.rs`).
const PREFIX: &str = "dti1:";
/// The project file; what every module counts with, and the assessed figures: the page reads these at
/// its start.
const KEYS: [&str; 3] = ["dti1:own", "dti1:catalogue", "dti1:assessed"];

fn lasting() -> Result<Storage, Unkept> {
    let window = window().ok_or(Unkept::Denied)?;
    let storage = window.local_storage().map_err(|_refused| Unkept::Denied)?;
    storage.ok_or(Unkept::Denied)
}

/// What is kept.
pub(super) fn kept() -> Result<String, Unkept> {
    Ok(get(&lasting()?, KEYS[0]))
}

fn get(storage: &Storage, key: &str) -> String {
    storage.get_item(key).ok().flatten().unwrap_or_default()
}

/// Keeps all these texts, or what was kept before.
pub(super) fn keep(texts: &[String; 3]) -> Result<(), Unkept> {
    let storage = lasting()?;
    let before = KEYS.map(|key| get(&storage, key));
    let outcome = put(&storage, texts);
    if outcome.is_err() {
        // There was room for these.
        put(&storage, &before).ok();
    }
    outcome
}

fn put(storage: &Storage, texts: &[String; 3]) -> Result<(), Unkept> {
    for (key, text) in KEYS.iter().zip(texts) {
        let done = match text.is_empty() {
            true => storage.remove_item(key),
            false => storage.set_item(key, text),
        };
        done.map_err(|error| Unkept::of_error(&name_of(&error)))?;
    }
    Ok(())
}

/// What the browser calls an error.
fn name_of(error: &JsValue) -> String {
    let name = Reflect::get(error, &JsValue::from_str("name")).ok();
    name.and_then(|name| name.as_string()).unwrap_or_default()
}

/// Calls back when another page changed what is kept, as long as this page lives.
pub(super) fn on_change_elsewhere(call: impl Fn() + 'static) {
    let Some(window) = window() else { return };
    let call = Closure::<dyn Fn()>::new(call);
    // Fails only for what is no function.
    let listener: &Function = call.as_ref().unchecked_ref();
    window
        .add_event_listener_with_callback("storage", listener)
        .ok();
    call.forget();
}

/// Deletes everything that the page keeps, in this tab and beyond it.
pub(super) fn forget_everything() {
    let tab = window().and_then(|window| window.session_storage().ok().flatten());
    for storage in [tab, lasting().ok()].into_iter().flatten() {
        let count = storage.length().unwrap_or_default();
        let keys = (0..count).filter_map(|place| storage.key(place).ok().flatten());
        let own: Vec<String> = keys.filter(|key| key.starts_with(PREFIX)).collect();
        for key in own {
            storage.remove_item(&key).ok();
        }
    }
}
