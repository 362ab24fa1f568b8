//! The native `<dialog>`, which keeps focus inside and closes on Escape by itself.

use web_sys::HtmlDialogElement;

/// Opens it over the page.
pub(crate) fn open(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        // Fails only for a dialog that is not in the page.
        dialog.show_modal().ok();
    }
}

/// Closes it; focus goes back to what opened it.
pub(crate) fn close(dialog: &HtmlDialogElement) {
    dialog.close();
}
