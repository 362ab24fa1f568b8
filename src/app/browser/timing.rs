//! Doing things later: once per frame, or after a pause.

use gloo::timers::callback::Timeout;
use leptos::prelude::{
    GetValue as _, LocalStorage, SetValue as _, StoredValue, UpdateValue as _,
    request_animation_frame,
};

type Action = Box<dyn FnOnce()>;

/// Runs the last of several actions after a pause.
#[derive(Clone, Copy)]
pub(crate) struct Debounce {
    wait: u32,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
    action: StoredValue<Option<Action>, LocalStorage>,
}

impl Debounce {
    /// With a pause in milliseconds.
    pub(crate) fn new(wait: u32) -> Self {
        Self {
            wait,
            timer: StoredValue::new_local(None),
            action: StoredValue::new_local(None),
        }
    }

    /// Runs this after the pause, in place of what still waits.
    pub(crate) fn run(self, action: impl FnOnce() + 'static) {
        self.action.set_value(Some(Box::new(action)));
        let timer = Timeout::new(self.wait, move || self.flush());
        // The timer before it is cancelled when it is dropped.
        self.timer.set_value(Some(timer));
    }

    /// Runs what waits, at once.
    pub(crate) fn flush(self) {
        let waiting = self.action.try_update_value(Option::take).flatten();
        if let Some(action) = waiting {
            action();
        }
    }

    /// Forgets what waits.
    pub(crate) fn cancel(self) {
        self.action.set_value(None);
    }
}

/// Keeps the last value of a frame, so that a drag computes once per frame.
#[derive(Clone, Copy)]
pub(crate) struct Frame<T: Copy + 'static> {
    waiting: StoredValue<Option<T>, LocalStorage>,
}

impl<T: Copy + 'static> Frame<T> {
    /// With nothing waiting.
    pub(crate) fn new() -> Self {
        Self {
            waiting: StoredValue::new_local(None),
        }
    }

    /// Calls back with the last value before the next frame is drawn.
    pub(crate) fn run(self, value: T, call: impl FnOnce(T) + 'static) {
        let is_planned = self.waiting.try_get_value().flatten().is_some();
        self.waiting.set_value(Some(value));
        if is_planned {
            return;
        }
        request_animation_frame(move || {
            let last = self.waiting.try_update_value(Option::take).flatten();
            if let Some(last) = last {
                call(last);
            }
        });
    }
}
