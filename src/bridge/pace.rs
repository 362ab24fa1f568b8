//! When a part is drawn: after the verdict is painted, and less often on a slow machine.

use crate::browser::now;
use crate::browser::timing::after_paint;
use leptos::prelude::*;

/// The longest pause between two drawings on a slow machine, in milliseconds.
const LONGEST_PAUSE_MS: f64 = 300.0;

/// Draws once after the next paint, however often that is asked for meanwhile.
#[derive(Clone, Copy)]
pub(crate) struct Pace {
    is_planned: StoredValue<bool>,
    /// How long the last drawing took, in milliseconds.
    took: StoredValue<f64>,
}

impl Pace {
    /// With nothing planned.
    pub(crate) fn new() -> Self {
        Self {
            is_planned: StoredValue::new(false),
            took: StoredValue::new(0.0),
        }
    }

    /// Draws after the next paint, unless that is planned already or what is drawn is gone by then.
    pub(crate) fn run(self, draw: impl FnOnce() + 'static) {
        if self.is_planned.get_value() {
            return;
        }
        self.is_planned.set_value(true);
        let pause = (self.took.get_value() * 2.0).min(LONGEST_PAUSE_MS);
        after_paint(pause as u32, move || {
            if self.is_planned.try_set_value(false).is_some() {
                return;
            }
            let start = now();
            draw();
            self.took.set_value(now() - start);
        });
    }
}
