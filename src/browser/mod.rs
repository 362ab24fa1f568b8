//! The browser: the only place that uses gloo, web-sys and js-sys. One capability a file; what can
//! be denied returns a `Result`, since one unchecked failure ends the page.

pub mod address;
pub mod clipboard;
pub mod dialog;
pub mod document;
pub mod download;
pub mod draws;
pub mod figures;
pub mod keyboard;
pub mod loading;
pub mod office;
pub mod own_files;
pub mod pointer;
pub mod printing;
pub mod scroll;
pub mod stages;
pub mod storage;
pub mod timing;
pub mod visibility;

pub use timing::now;

/// The browser refused: storage in a sandbox, too many history entries, no clipboard.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Denied;

/// Whether this runs in a page; a worker has no window.
pub fn has_window() -> bool {
    web_sys::window().is_some()
}
