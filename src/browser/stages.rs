//! Drawing the page in short tasks, so that the browser can answer between them.

use super::timing::{Action, after_paint, soon};
use leptos::prelude::*;
use std::collections::VecDeque;

/// What of the page waits to be drawn when it opens. Whatever is drawn anew later waits for nothing.
#[derive(Clone, Copy)]
pub struct Stages {
    waiting: StoredValue<VecDeque<Action>, LocalStorage>,
    are_done: RwSignal<bool>,
}

impl Default for Stages {
    fn default() -> Self {
        Self::new()
    }
}

impl Stages {
    /// Nothing is drawn yet. Natively all of the page is written at once.
    pub fn new() -> Self {
        Self {
            waiting: StoredValue::new_local(VecDeque::new()),
            are_done: RwSignal::new(!cfg!(target_arch = "wasm32")),
        }
    }

    /// Whether all of the page is drawn and painted.
    pub fn are_done(self) -> bool {
        self.are_done.get()
    }

    /// Draws this after what waits already; at once where all of the page is drawn.
    pub fn later(self, draw: impl FnOnce() + 'static) {
        if self.are_done.get_untracked() {
            draw();
        } else {
            self.waiting
                .update_value(|waiting| waiting.push_back(Box::new(draw)));
        }
    }

    /// Draws all that waits, a task for each, and what that has wait in turn; then does what is left to do.
    pub fn run(self, finish: fn()) {
        soon(move || match self.next() {
            Some(draw) => {
                draw();
                self.run(finish);
            }
            None => {
                finish();
                after_paint(0, move || self.end());
            }
        });
    }

    fn end(self) {
        self.are_done.set(true);
        // What came meanwhile waits no longer.
        while let Some(draw) = self.next() {
            draw();
        }
    }

    fn next(self) -> Option<Action> {
        self.waiting.try_update_value(VecDeque::pop_front).flatten()
    }
}
