//! Whether a part of the page is near what is seen, and how wide it is.

use gloo::events::EventListener;
use js_sys::Array;
use leptos::prelude::window;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// How far below the window something is near already.
pub const AHEAD: &str = "200px";
/// Something is near only while it is seen.
pub const SEEN: &str = "0px";

/// Watches an element until it is dropped.
pub struct Watch {
    observer: Option<IntersectionObserver>,
    _on_change: Closure<dyn Fn(Array)>,
    _on_resize: EventListener,
}

impl Watch {
    /// Calls `near` whenever the element comes within a margin of what is seen or goes, and `resized` when the window changes its
    /// size. A browser that cannot tell says that it is near.
    pub fn new(
        element: &Element,
        margin: &str,
        near: impl Fn(bool) + Clone + 'static,
        resized: impl Fn() + 'static,
    ) -> Self {
        let seen = near.clone();
        let on_change = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
            let last = entries.get(entries.length().saturating_sub(1));
            if let Ok(entry) = last.dyn_into::<IntersectionObserverEntry>() {
                seen(entry.is_intersecting());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(margin);
        let function = on_change.as_ref().unchecked_ref();
        let observer = IntersectionObserver::new_with_options(function, &options).ok();
        match &observer {
            Some(observer) => observer.observe(element),
            None => near(true),
        }
        Self {
            observer,
            _on_change: on_change,
            _on_resize: EventListener::new(&window(), "resize", move |_event| resized()),
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Width of an element, in pixels.
pub fn width_of(element: &Element) -> u32 {
    u32::try_from(element.client_width()).unwrap_or_default()
}
