//! What stays on the device until the tab closes; sandboxed frames deny it.

use super::Denied;
use leptos::prelude::window;
use web_sys::Storage;

/// All projects of one host share their storage.
const PREFIX: &str = "dti1:";

fn session() -> Result<Storage, Denied> {
    let storage = window().session_storage().map_err(|_refused| Denied)?;
    storage.ok_or(Denied)
}

/// What is kept under a key.
pub(crate) fn get(key: &str) -> Result<Option<String>, Denied> {
    let key = format!("{PREFIX}{key}");
    session()?.get_item(&key).map_err(|_refused| Denied)
}

/// Keeps a text under a key, or removes it.
pub(crate) fn set(key: &str, text: Option<&str>) -> Result<(), Denied> {
    let (storage, key) = (session()?, format!("{PREFIX}{key}"));
    let done = match text {
        Some(text) => storage.set_item(&key, text),
        None => storage.remove_item(&key),
    };
    done.map_err(|_refused| Denied)
}
