//! What stays on the device, until the tab closes or longer; sandboxed frames deny it. On a shared computer
//! nothing does: it stays in the memory of the page.

use super::Denied;
use dti_words::Unkept;
use gloo::events::EventListener;
use js_sys::Reflect;
use leptos::prelude::window;
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// All projects of one host share their storage.
const PREFIX: &str = "dti1:";

/// Says on the device that it is a shared computer; nothing of a reader's.
const SHARED: &str = "shared";

/// How long something is kept.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Term {
    /// Until the tab closes.
    Tab,
    /// Until the reader deletes it.
    Lasting,
}

thread_local! {
    /// What is kept in place of the device on a shared computer.
    static MEMORY: RefCell<BTreeMap<(Term, String), String>> = const { RefCell::new(BTreeMap::new()) };
}

fn device(term: Term) -> Result<Storage, Denied> {
    if cfg!(not(target_arch = "wasm32")) {
        // Natively there is no device.
        return Err(Denied);
    }
    let window = window();
    let storage = match term {
        Term::Tab => window.session_storage(),
        Term::Lasting => window.local_storage(),
    };
    storage.map_err(|_refused| Denied)?.ok_or(Denied)
}

/// Whether the reader said that this is a shared computer.
pub fn is_shared() -> bool {
    let flag = device(Term::Lasting).map(|storage| storage.get_item(&named(SHARED)));
    flag.is_ok_and(|flag| flag.is_ok_and(|flag| flag.is_some()))
}

/// Keeps nothing on the device from now on: what is there goes on in the memory of this page alone.
pub fn begin_shared() -> Result<(), Denied> {
    for term in [Term::Tab, Term::Lasting] {
        let Ok(storage) = device(term) else { continue };
        for key in own_keys(&storage) {
            if let Ok(Some(text)) = storage.get_item(&key) {
                let key = key.trim_start_matches(PREFIX).to_owned();
                MEMORY.with_borrow_mut(|memory| memory.insert((term, key), text));
            }
        }
    }
    forget_device();
    let flag = device(Term::Lasting)?.set_item(&named(SHARED), "on");
    flag.map_err(|_refused| Denied)
}

/// Keeps on the device again, also what is in the memory of this page.
pub fn end_shared() {
    if let Ok(storage) = device(Term::Lasting) {
        storage.remove_item(&named(SHARED)).ok();
    }
    for ((term, key), text) in MEMORY.take() {
        // Where there is no room, whoever keeps it next says so.
        put(term, &key, Some(&text)).ok();
    }
}

fn named(key: &str) -> String {
    format!("{PREFIX}{key}")
}

fn own_keys(storage: &Storage) -> Vec<String> {
    let count = storage.length().unwrap_or_default();
    let keys = (0..count).filter_map(|place| storage.key(place).ok().flatten());
    keys.filter(|key| key.starts_with(PREFIX)).collect()
}

fn read(term: Term, key: &str) -> Result<Option<String>, Denied> {
    let storage = device(term)?;
    if is_shared() {
        return Ok(MEMORY.with_borrow(|memory| memory.get(&(term, key.to_owned())).cloned()));
    }
    storage.get_item(&named(key)).map_err(|_refused| Denied)
}

fn put(term: Term, key: &str, text: Option<&str>) -> Result<(), Unkept> {
    let storage = device(term).map_err(|_denied| Unkept::Denied)?;
    if is_shared() {
        MEMORY.with_borrow_mut(|memory| match text {
            Some(text) => memory.insert((term, key.to_owned()), text.to_owned()),
            None => memory.remove(&(term, key.to_owned())),
        });
        return Ok(());
    }
    let done = match text {
        Some(text) => storage.set_item(&named(key), text),
        None => storage.remove_item(&named(key)),
    };
    done.map_err(|error| of_error(&name_of(&error)))
}

/// What is kept under a key.
pub fn get(key: &str) -> Result<Option<String>, Denied> {
    read(Term::Tab, key)
}

/// Keeps a text under a key, or removes it.
pub fn set(key: &str, text: Option<&str>) -> Result<(), Unkept> {
    put(Term::Tab, key, text)
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

/// What is kept beyond the tab; nothing where storage is denied.
pub fn kept_for_long(key: &str) -> Option<String> {
    read(Term::Lasting, key).ok()?
}

/// Keeps a text beyond the tab; an empty one is removed.
pub fn keep_for_long(key: &str, text: &str) -> Result<(), Unkept> {
    put(Term::Lasting, key, (!text.is_empty()).then_some(text))
}

/// Where the own data are kept: the project file; what the page counts with, and the assessed figures, which
/// it reads at its start.
const OWN: [&str; 3] = ["own", "catalogue", "assessed"];

/// The project file that is kept.
pub fn kept_own() -> Result<String, Unkept> {
    let kept = read(Term::Lasting, OWN[0]).map_err(|_denied| Unkept::Denied)?;
    Ok(kept.unwrap_or_default())
}

/// Keeps all these texts, or what was kept before.
pub fn keep_own(texts: &[String; 3]) -> Result<(), Unkept> {
    let before = OWN.map(|key| kept_for_long(key).unwrap_or_default());
    let outcome = put_own(texts);
    if outcome.is_err() {
        // There was room for these.
        put_own(&before).ok();
    }
    outcome
}

fn put_own(texts: &[String; 3]) -> Result<(), Unkept> {
    let mut all = OWN.iter().zip(texts);
    all.try_for_each(|(key, text)| keep_for_long(key, text))
}

/// Deletes everything that the page keeps, in this tab and beyond it; that a computer is shared stays said.
pub fn forget_everything() {
    let is_shared = is_shared();
    MEMORY.take();
    forget_device();
    if is_shared && let Ok(storage) = device(Term::Lasting) {
        storage.set_item(&named(SHARED), "on").ok();
    }
}

fn forget_device() {
    for storage in [Term::Tab, Term::Lasting].map(device).into_iter().flatten() {
        for key in own_keys(&storage) {
            storage.remove_item(&key).ok();
        }
    }
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
