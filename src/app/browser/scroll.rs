//! Scrolling inside one box; the page itself is never moved.

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// Scrolls a box so that the row with this id is in its middle, unless it is in view already.
pub(crate) fn show_row(container: &HtmlElement, id: &str) {
    let row = document().get_element_by_id(id);
    let Some(row) = row.and_then(|row| row.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let (top, height) = (row.offset_top(), row.offset_height());
    let (from, seen) = (container.scroll_top(), container.client_height());
    // A sticky head covers about one row.
    let is_seen = top >= from + height && top + height <= from + seen;
    if !is_seen {
        container.set_scroll_top(top - (seen - height) / 2);
    }
}

/// Scrolls a list so that the option with this id is in view.
pub(crate) fn show_option(list: &HtmlElement, id: &str) {
    let option = document().get_element_by_id(id);
    let Some(option) = option.and_then(|option| option.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let (top, bottom) = (
        option.offset_top(),
        option.offset_top() + option.offset_height(),
    );
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
    }
}
