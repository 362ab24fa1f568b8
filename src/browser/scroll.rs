//! Scrolling inside one box; the page itself is never moved.

use super::document::by_id;
use web_sys::HtmlElement;

/// Scrolls a box so that the row with this id is in its middle, unless it is in view already; one that
/// is not drawn stands as far down as is said.
pub fn show_row(container: &str, id: &str, down: i32) {
    let Some(container) = by_id::<HtmlElement>(container) else {
        return;
    };
    let seen = container.client_height();
    let Some(row) = by_id::<HtmlElement>(id) else {
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

/// How far the element with this id is scrolled, and how high it is.
pub fn scrolled(id: &str) -> (f64, f64) {
    let element = by_id::<HtmlElement>(id);
    element.map_or((0.0, 0.0), |element| {
        (
            f64::from(element.scroll_top()),
            f64::from(element.client_height()),
        )
    })
}
