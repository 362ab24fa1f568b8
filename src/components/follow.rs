//! What is drawn follows a text, a flag, or is drawn anew as a whole. Each of these is one type, so the
//! machinery that follows a signal is compiled once for each and not once for every closure: two thirds
//! of the module would be copies of it (decision 24).

use crate::browser::stages::Stages;
use leptos::prelude::*;

/// A text that follows what it is made of.
pub fn text(make: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(make)
}

/// A yes or no that follows what it is made of.
pub fn flag(make: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(make)
}

/// `true` or `false`, as ARIA writes it.
pub fn aria(make: impl Fn() -> bool + Send + Sync + 'static) -> Signal<&'static str> {
    Signal::derive(move || if make() { "true" } else { "false" })
}

/// An attribute that is there or not.
pub fn attribute(
    make: impl Fn() -> Option<String> + Send + Sync + 'static,
) -> Signal<Option<String>> {
    Signal::derive(make)
}

/// What stands in an element before a script runs, where a property writes its text in a browser: a
/// translation puts elements of its own in the place of a text node, but a property sets the whole content.
pub fn at_first(text: Signal<String>) -> Option<String> {
    cfg!(not(target_arch = "wasm32")).then(|| text.get_untracked())
}

/// The value of a style. In HTML that is written natively there is none: the page's policy refuses styles
/// there, and the calculator sets them as it draws.
pub fn style(value: Signal<String>) -> Signal<Option<String>> {
    Signal::derive(move || cfg!(target_arch = "wasm32").then(|| value.get()))
}

/// A part that is drawn anew as a whole whenever what it is made of changes.
pub fn redrawn(draw: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    drawn_by(ViewFn::from(draw))
}

/// A part that is there while a flag holds.
pub fn when(holds: Signal<bool>, draw: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    drawn_while(holds, ViewFn::from(draw))
}

/// A part that is drawn in its turn while the page opens, so that no task of the start is long; else at
/// once.
pub fn later(stages: Stages, draw: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    drawn_in_turn(stages, ViewFn::from(draw))
}

// A closure made in a generic function is a type for each of that function's: hence these.

fn drawn_by(draw: ViewFn) -> AnyView {
    (move || draw.run()).into_any()
}

fn drawn_while(holds: Signal<bool>, draw: ViewFn) -> AnyView {
    // Asked once for each change of the flag, not of what it is made of.
    let holds = Memo::new(move |_| holds.get());
    redrawn(move || {
        if holds.get() {
            draw.run()
        } else {
            ().into_any()
        }
    })
}

fn drawn_in_turn(stages: Stages, draw: ViewFn) -> AnyView {
    if untrack(|| stages.are_done()) {
        return draw.run();
    }
    let is_turn = RwSignal::new(false);
    stages.later(move || is_turn.set(true));
    drawn_while(is_turn.into(), draw)
}
