//! Printing the page. Frames without leave for dialogs refuse in silence.

use leptos::prelude::window;

/// Opens the browser's dialog for printing.
pub fn print() {
    window().print().ok();
}
