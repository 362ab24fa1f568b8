//! Values that change, in as few types as possible: the page carries the code that draws a changing
//! text once for each type, and every closure is a type of its own.

use leptos::prelude::{Effect, Signal};

/// A text that changes.
pub(crate) type Live = Signal<String>;
/// A yes or no that changes.
pub(crate) type Flag = Signal<bool>;

/// A text that changes.
pub(crate) fn live(text: impl Fn() -> String + Send + Sync + 'static) -> Live {
    Signal::derive(text)
}

/// A yes or no that changes.
pub(crate) fn flag(is_so: impl Fn() -> bool + Send + Sync + 'static) -> Flag {
    Signal::derive(is_so)
}

/// The value of an attribute that is sometimes absent.
pub(crate) fn maybe(
    text: impl Fn() -> Option<String> + Send + Sync + 'static,
) -> Signal<Option<String>> {
    Signal::derive(text)
}

/// `true` or `false`, as attributes like `aria-expanded` have it.
pub(crate) fn spelled(is_so: impl Fn() -> bool + Send + Sync + 'static) -> Live {
    live(move || (if is_so() { "true" } else { "false" }).to_owned())
}

/// Runs something whenever what it reads has changed: all effects of the page are of one type.
pub(crate) fn effect(run: impl Fn() + 'static) {
    let run: Box<dyn Fn()> = Box::new(run);
    Effect::new(run);
}
