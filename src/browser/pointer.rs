//! Sliders under a finger. A browser moves the value as soon as the finger comes down, and only then
//! learns that it scrolls the page: an edit counts once the finger moves along the slider or is lifted.

use leptos::prelude::{LocalStorage, SetValue as _, StoredValue, UpdateValue as _, WithValue as _};
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlInputElement, PointerEvent};

/// How far a finger moves along a slider, in pixels, until it is meant.
const SURE: i32 = 6;

/// What a slider was when a finger came down on it, and where that was.
#[derive(Clone)]
struct Held {
    value: String,
    from: (i32, i32),
}

/// The finger on one slider, if one is.
#[derive(Clone, Copy)]
pub struct Finger(StoredValue<Option<Held>, LocalStorage>);

impl Finger {
    /// No finger yet.
    pub fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// Whether what the slider says waits for its finger.
    pub fn holds(self) -> bool {
        self.0.with_value(Option::is_some)
    }

    /// A pointer comes down.
    pub fn down(self, event: &PointerEvent) {
        let slider = slider_of(event).filter(|_| event.pointer_type() != "mouse");
        self.0.set_value(slider.map(|slider| Held {
            value: slider.value(),
            from: (event.client_x(), event.client_y()),
        }));
    }

    /// It moves; says what the slider became if that was meant.
    pub fn moved(self, event: &PointerEvent) -> Option<String> {
        let from = self
            .0
            .with_value(|held| held.as_ref().map(|held| held.from))?;
        let [along, across] = [event.client_x() - from.0, event.client_y() - from.1].map(i32::abs);
        (along >= SURE && along > across)
            .then(|| self.up(event))
            .flatten()
    }

    /// It is lifted; says what the slider became.
    pub fn up(self, event: &PointerEvent) -> Option<String> {
        let held = self.0.try_update_value(Option::take).flatten()?;
        let now = slider_of(event)?.value();
        (now != held.value).then_some(now)
    }

    /// It scrolled the page: the slider is what it was.
    pub fn cancel(self, event: &PointerEvent) {
        let held = self.0.try_update_value(Option::take).flatten();
        if let Some((held, slider)) = held.zip(slider_of(event)) {
            slider.set_value(&held.value);
        }
    }
}

impl Default for Finger {
    fn default() -> Self {
        Self::new()
    }
}

/// Puts a slider where its value is: a reader's hand may have left it elsewhere.
pub fn put_back(event: &Event, value: &str) {
    if let Some(slider) = slider_of(event).filter(|slider| slider.value() != value) {
        slider.set_value(value);
    }
}

fn slider_of(event: &Event) -> Option<HtmlInputElement> {
    event.current_target()?.dyn_into().ok()
}
