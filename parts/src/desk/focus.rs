//! Moving focus to what the desk has just drawn.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlElement, window};

/// Moves focus to the element with this id once it is drawn: two tasks later.
pub(super) fn move_to(id: String) {
    later(move || {
        later(move || {
            let document = window().and_then(|window| window.document());
            let found = document.and_then(|document| document.get_element_by_id(&id));
            if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
                element.focus().ok();
            }
        });
    });
}

fn later(call: impl FnOnce() + 'static) {
    let Some(window) = window() else { return };
    let call = Closure::once_into_js(call);
    window.set_timeout_with_callback(call.unchecked_ref()).ok();
}
