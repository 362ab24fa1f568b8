//! Scrolling inside one box, and where the page itself is scrolled to.

use super::document::by_id;
use leptos::prelude::{request_animation_frame, window};
use std::ops::Range;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// How far down the page is scrolled.
pub fn page_top() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls the page as far down again, once all of it is drawn anew: while it is, it is shorter.
pub fn keep_page_top(top: f64) {
    request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, top));
}

/// Scrolls a box so that the row with this id is in its middle, unless it is in view already; one that
/// is not drawn comes after so many others.
pub fn show_row(container: &str, id: &str, before: usize) {
    let Some(container) = by_id::<HtmlElement>(container) else {
        return;
    };
    let seen = container.client_height();
    let Some(row) = by_id::<HtmlElement>(id) else {
        let before = i32::try_from(before).unwrap_or(i32::MAX);
        let down = before.saturating_mul(row_height(&container));
        container.set_scroll_top(down - seen / 2);
        return;
    };
    let (top, height) = (row.offset_top(), row.offset_height());
    let from = container.scroll_top();
    // A sticky head covers about one row.
    let is_seen = top >= from + height && top + height <= from + seen;
    if !is_seen {
        container.set_scroll_top(top - (seen - height) / 2);
    }
}

/// Scrolls the list around an option with this id so that it is in view.
pub fn show_option(id: &str) {
    let Some(option) = by_id::<HtmlElement>(id) else {
        return;
    };
    let Some(list) = option.parent_element() else {
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

/// The rows in sight of the box with this id.
pub fn rows_in_sight(container: &str) -> Range<usize> {
    let Some(container) = by_id::<HtmlElement>(container) else {
        return 0..0;
    };
    let (top, height) = (container.scroll_top(), row_height(&container));
    let row = |down: i32| usize::try_from(down / height).unwrap_or_default();
    row(top)..row(top + container.client_height()) + 1
}

/// Height of a row, as the style has it: all are alike, so that of the first one that is drawn.
fn row_height(container: &HtmlElement) -> i32 {
    let row = container.query_selector("tr.row").ok().flatten();
    let row = row.and_then(|row| row.dyn_into::<HtmlElement>().ok());
    row.map_or(1, |row| row.offset_height()).max(1)
}
