//! What stays on the device, until the tab closes or longer; sandboxed frames deny it.

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

/// Where it is remembered that the hint for a first visit has been seen.
const SEEN: &str = "dti1:seen";

fn lasting() -> Result<Storage, Denied> {
    let storage = window().local_storage().map_err(|_refused| Denied)?;
    storage.ok_or(Denied)
}

/// What is kept beyond the tab; nothing where storage is denied.
pub(crate) fn kept_for_long(key: &str) -> Option<String> {
    lasting().ok()?.get_item(&format!("{PREFIX}{key}")).ok()?
}

/// Keeps a text beyond the tab; a denied or full storage keeps it as long as the page lives.
pub(crate) fn keep_for_long(key: &str, text: &str) {
    if let Ok(storage) = lasting() {
        storage.set_item(&format!("{PREFIX}{key}"), text).ok();
    }
}

/// Whether nothing says that the page was used here before; without storage, nothing can.
pub(crate) fn is_first_visit() -> bool {
    let seen = lasting().and_then(|storage| storage.get_item(SEEN).map_err(|_refused| Denied));
    matches!(seen, Ok(None))
}

/// Remembers that the page was used here.
pub(crate) fn end_first_visit() {
    if is_first_visit()
        && let Ok(storage) = lasting()
    {
        // A full or denied storage only means that the hint comes again.
        storage.set_item(SEEN, "1").ok();
    }
}
