//! The figures that `boot.js` fetched: the official ones as bytes, the reader's own as text.

use super::storage;
use dti_engine::calculator::Calculator;
use dti_formats::{FileError, OwnCatalogue};
use js_sys::{Reflect, Uint8Array};
use leptos::prelude::window;
use std::sync::Arc;
use wasm_bindgen::{JsCast as _, JsValue};

/// Where `boot.js` keeps the official figures, as bytes.
const SHIPPED: &str = "dtiData";
/// Where the page keeps what the reader brought, as text, for the worker too.
const OWN: &str = "dtiOwn";
/// Key under which the reader's own figures are kept on the device.
const KEPT: &str = "catalogue";

/// The calculator with the official editions and what the reader brought before; without those
/// where they cannot be read, which the own data say when they are opened.
pub fn with_own_data() -> Option<Arc<Calculator>> {
    let own = kept();
    if !own.is_empty()
        && let Ok(calculator) = counting_with(&own)
    {
        share(&own);
        return Some(calculator);
    }
    official()
}

/// The calculator with the official editions alone.
pub fn official() -> Option<Arc<Calculator>> {
    match counting_with("") {
        Ok(calculator) => Some(calculator),
        Err(error) => {
            leptos::logging::error!("{error}");
            None
        }
    }
}

/// The calculator with the official editions and this text of own data.
fn counting_with(own: &str) -> Result<Arc<Calculator>, FileError> {
    let calculator = dti_formats::shipped(&shipped(), OwnCatalogue::from_text(own)?)?;
    Ok(Arc::new(calculator))
}

/// What is kept on the device of the reader's own figures.
pub fn kept() -> String {
    storage::kept_for_long(KEPT).unwrap_or_default()
}

/// The official figures as `boot.js` fetched them; empty where it did not.
pub fn shipped() -> Vec<u8> {
    let found = Reflect::get(&window(), &JsValue::from_str(SHIPPED)).unwrap_or_default();
    let bytes = found.dyn_into::<Uint8Array>();
    bytes.map(|bytes| bytes.to_vec()).unwrap_or_default()
}

/// What the page counts with of the reader's own.
pub fn own() -> String {
    let own = Reflect::get(&window(), &JsValue::from_str(OWN)).unwrap_or_default();
    own.as_string().unwrap_or_default()
}

/// Has every module count with this.
pub fn share(own: &str) {
    // Natively nobody else counts.
    if cfg!(target_arch = "wasm32") {
        // Fails only for a frozen window.
        Reflect::set(&window(), &JsValue::from_str(OWN), &JsValue::from_str(own)).ok();
    }
}
