//! The browser: the only place that uses gloo, web-sys and js-sys. One capability a file; what can
//! be denied returns a `Result`, since one unchecked failure ends the page.

pub(crate) mod address;
pub(crate) mod clipboard;
pub(crate) mod dialog;
pub(crate) mod drawing;
pub(crate) mod happenings;
pub(crate) mod keyboard;
pub(crate) mod module;
pub(crate) mod page;
pub(crate) mod scroll;
pub(crate) mod sight;
pub(crate) mod storage;
pub(crate) mod timing;
mod touch;

/// The browser refused: storage in a sandbox, too many history entries, no clipboard.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Denied;
