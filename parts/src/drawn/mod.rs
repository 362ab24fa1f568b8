//! Places of the page that a module fills by itself: what it draws there, and what happens there.

mod drawing;
mod listening;

pub(crate) use drawing::DrawnElement;
pub(crate) use listening::listen;
