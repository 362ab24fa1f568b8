//! Doing things later: once per frame, or after a pause.

use gloo::timers::callback::Timeout;
use leptos::prelude::{
    LocalStorage, SetValue as _, StoredValue, UpdateValue as _, WithValue as _,
    request_animation_frame,
};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// That of the page or of the worker: a worker has no window.
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(action: &JsValue, pause: u32);
}

/// Natively there are no timers: a page that is written once waits for nothing.
const IS_NATIVE: bool = cfg!(not(target_arch = "wasm32"));

/// What is done later.
pub type Action = Box<dyn FnOnce()>;

/// Runs the last of several actions after a pause.
#[derive(Clone, Copy)]
pub struct Debounce {
    wait: u32,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
    action: StoredValue<Option<Action>, LocalStorage>,
}

impl Debounce {
    /// With a pause in milliseconds.
    pub fn new(wait: u32) -> Self {
        Self {
            wait,
            timer: StoredValue::new_local(None),
            action: StoredValue::new_local(None),
        }
    }

    /// Runs this after the pause, in place of what still waits.
    pub fn run(self, action: impl FnOnce() + 'static) {
        self.plan(Box::new(action));
    }

    fn plan(self, action: Action) {
        self.action.set_value(Some(action));
        if IS_NATIVE {
            return;
        }
        let timer = Timeout::new(self.wait, move || self.flush());
        // The timer before it is cancelled when it is dropped.
        self.timer.set_value(Some(timer));
    }

    /// Runs what waits, at once.
    pub fn flush(self) {
        let waiting = self.action.try_update_value(Option::take).flatten();
        if let Some(action) = waiting {
            action();
        }
    }

    /// Forgets what waits.
    pub fn cancel(self) {
        self.action.set_value(None);
    }
}

/// Keeps the last of several actions of a frame, so that a drag computes once per frame.
#[derive(Clone, Copy)]
pub struct Frame(StoredValue<Option<Action>, LocalStorage>);

impl Default for Frame {
    fn default() -> Self {
        Self::new()
    }
}

impl Frame {
    /// With nothing waiting.
    pub fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// Runs this before the next frame is drawn, in place of what still waits.
    pub fn run(self, action: impl FnOnce() + 'static) {
        self.plan(Box::new(action));
    }

    fn plan(self, action: Action) {
        let is_planned = self.0.with_value(Option::is_some);
        self.0.set_value(Some(action));
        if !is_planned {
            request_animation_frame(move || self.flush());
        }
    }

    /// Runs what waits, at once.
    pub fn flush(self) {
        if let Some(action) = self.0.try_update_value(Option::take).flatten() {
            action();
        }
    }
}

/// Runs this in a task of its own.
pub fn soon(action: impl FnOnce() + 'static) {
    after(0, action);
}

/// Runs this after a pause in milliseconds, whatever happens until then.
pub fn after(pause: u32, action: impl FnOnce() + 'static) {
    boxed_after(pause, Box::new(action));
}

/// Whatever is done, a timer for it is compiled once.
fn boxed_after(pause: u32, action: Action) {
    if IS_NATIVE {
        return;
    }
    // What is handed to a timer of gloo and forgotten stays in the module; this goes once it ran.
    set_timeout(&Closure::once_into_js(action), pause);
}

/// Runs this after the next paint and a pause in milliseconds.
pub fn after_paint(pause: u32, action: impl FnOnce() + 'static) {
    if IS_NATIVE {
        return;
    }
    let action: Action = Box::new(action);
    request_animation_frame(move || boxed_after(pause, action));
}

/// The day by the clock of the device, as in `2026-11-22`; natively none.
pub fn today() -> Option<String> {
    // Natively there is no clock to ask: the same figures give the same pages.
    cfg!(target_arch = "wasm32").then(|| {
        let now = js_sys::Date::new_0();
        let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
        format!("{year}-{month:02}-{day:02}")
    })
}

/// Milliseconds since some moment.
pub fn now() -> f64 {
    // Natively there is no clock to ask: nothing follows on anything in time.
    if IS_NATIVE { 0.0 } else { js_sys::Date::now() }
}
