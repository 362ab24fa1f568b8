//! What `boot.js` fetches for parts that are loaded later.

use super::Denied;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = dtiAnew)]
    fn fetch_anew() -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_name = dtiComponents)]
    fn fetch_components() -> Result<Promise, JsValue>;
}

/// Has everything that is still waited for fetched once more.
pub fn begin_anew() {
    fetch_anew().ok();
}

/// Has the official figures come with their components (`super::figures`).
pub async fn components() -> Result<(), Denied> {
    let promise = fetch_components().map_err(|_thrown| Denied)?;
    let outcome = JsFuture::from(promise).await;
    outcome.map(drop).map_err(|_reason| Denied)
}
