//! Scrolling inside one box; the page itself is never moved.

use super::happenings::by_id;
use web_sys::HtmlElement;

/// Scrolls the box of a row with this id so that it is in the middle, unless it is in view already.
pub(crate) fn show_row(container: &str, id: &str) {
    let found = by_id::<HtmlElement>(container).zip(by_id::<HtmlElement>(id));
    let Some((container, row)) = found else {
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

/// Scrolls the list around an option with this id so that it is in view.
pub(crate) fn show_option(id: &str) {
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
