//! The native `<dialog>`, which keeps focus inside and closes on Escape by itself.

use super::document::by_id;
use web_sys::HtmlDialogElement;

/// Opens it over the page.
pub fn open(id: &str) {
    if let Some(dialog) = by_id::<HtmlDialogElement>(id).filter(|dialog| !dialog.open()) {
        // Fails only for a dialog that is not in the page.
        dialog.show_modal().ok();
    }
}

/// Closes it; focus goes back to what opened it.
pub fn close(id: &str) {
    if let Some(dialog) = by_id::<HtmlDialogElement>(id) {
        dialog.close();
    }
}
