//! The clipboard, which many embeds and insecure pages deny.

use super::Denied;
use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;

/// Copies a text and calls back with what came of it.
pub fn copy(text: &str, done: impl Fn(Result<(), Denied>) + Clone + 'static) {
    let navigator = window().navigator();
    let is_missing = Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .map_or(true, |clipboard| clipboard.is_undefined());
    if is_missing {
        done(Err(Denied));
        return;
    }
    let promise = navigator.clipboard().write_text(text);
    let copied = done.clone();
    let on_success = Closure::once(move |_nothing: JsValue| copied(Ok(())));
    let on_failure = Closure::once(move |_reason: JsValue| done(Err(Denied)));
    drop(promise.then2(&on_success, &on_failure));
    // The browser calls one of the two later; both must outlive this function.
    on_success.forget();
    on_failure.forget();
}
