//! Sliders under a finger. A browser moves the value as soon as the finger comes down, and only then
//! learns that it scrolls the page: an edit counts once the finger moves along the slider or is lifted.

use gloo::events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, EventTarget, HtmlInputElement, PointerEvent};

/// How far a finger moves along a slider, in pixels, until it is meant.
const SURE: i32 = 6;

/// A slider whose finger may still scroll.
struct Held {
    slider: HtmlInputElement,
    value: String,
    from: (i32, i32),
}

/// The slider under a finger, if one is.
#[derive(Clone, Default)]
pub(super) struct Finger(Rc<RefCell<Option<Held>>>);

impl Finger {
    /// Follows the fingers on sliders below the root, as long as the page lives. `meant` is called with
    /// the event that tells that a change was meant.
    pub(super) fn follow(
        &self,
        root: &EventTarget,
        options: EventListenerOptions,
        meant: impl Fn(&Event) + Clone + 'static,
    ) {
        for name in ["pointerdown", "pointermove", "pointerup", "pointercancel"] {
            let (finger, meant) = (self.clone(), meant.clone());
            let listener = move |event: &Event| {
                if let Some(pointer) = event.dyn_ref::<PointerEvent>()
                    && finger.notice(pointer)
                {
                    meant(event);
                }
            };
            EventListener::new_with_options(root, name, options, listener).forget();
        }
    }

    /// Whether what a slider says waits for its finger.
    pub(super) fn holds(&self, event: &Event) -> bool {
        let held = self.0.borrow();
        held.as_ref().is_some_and(|held| {
            let slider: &EventTarget = &held.slider;
            event.target().as_ref() == Some(slider)
        })
    }

    /// Says whether the finger has now changed its slider.
    fn notice(&self, pointer: &PointerEvent) -> bool {
        let at = (pointer.client_x(), pointer.client_y());
        if pointer.type_() == "pointerdown" {
            let slider = pointer.target().and_then(|target| target.dyn_into().ok());
            let slider = slider.filter(|slider: &HtmlInputElement| slider.type_() == "range");
            let slider = slider.filter(|_| pointer.pointer_type() != "mouse");
            self.0.replace(slider.map(|slider| Held {
                value: slider.value(),
                slider,
                from: at,
            }));
            return false;
        }
        if !self.holds(pointer) {
            return false;
        }
        if pointer.type_() == "pointermove" {
            let from = self.0.borrow().as_ref().map_or(at, |held| held.from);
            let [along, across] = [at.0 - from.0, at.1 - from.1].map(i32::abs);
            if along < SURE || along <= across {
                return false;
            }
        }
        let Some(held) = self.0.take() else {
            return false;
        };
        let is_other = held.slider.value() != held.value;
        if is_other && pointer.type_() == "pointercancel" {
            held.slider.set_value(&held.value);
        }
        is_other && pointer.type_() != "pointercancel"
    }
}
