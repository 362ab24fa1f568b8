//! Whether a part of the page is near what is seen.

use super::happenings::by_id;
use gloo::events::EventListener;
use js_sys::Array;
use leptos::prelude::window;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Element, HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
};

/// How far below the window something is near already.
const AHEAD: &str = "400px";

/// Calls back whenever the element with this id comes near or goes, as long as the page lives. A
/// browser that cannot tell says that it is near.
pub(crate) fn watch(id: &str, call: impl Fn(bool) + 'static) {
    let Some(element) = by_id::<Element>(id) else {
        return;
    };
    let call = std::rc::Rc::new(call);
    let seen = std::rc::Rc::clone(&call);
    let on_change = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        let last = entries.get(entries.length().saturating_sub(1));
        if let Ok(entry) = last.dyn_into::<IntersectionObserverEntry>() {
            seen(entry.is_intersecting());
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(AHEAD);
    let function = on_change.as_ref().unchecked_ref();
    match IntersectionObserver::new_with_options(function, &options) {
        Ok(observer) => observer.observe(&element),
        Err(_) => call(true),
    }
    on_change.forget();
}

/// Width of the element with this id, in pixels.
pub(crate) fn width_of(id: &str) -> u32 {
    let width = by_id::<HtmlElement>(id).map_or(0, |element| element.client_width());
    u32::try_from(width).unwrap_or_default()
}

/// Calls back when the window changes its size, as long as the page lives.
pub(crate) fn on_resize(call: impl Fn() + 'static) {
    EventListener::new(&window(), "resize", move |_event| call()).forget();
}
