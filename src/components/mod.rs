//! Controls that know nothing of the DTI: each takes signals and callbacks, with its label and keys.

mod combobox;
mod copy_button;
mod dialog;
mod follow;
mod live_text;
mod move_mark;
mod number_field;
mod select;
mod slider;

pub(crate) use combobox::{Choice, Combobox};
pub(crate) use copy_button::CopyButton;
pub(crate) use dialog::Dialog;
pub(crate) use follow::{aria, at_first, attribute, flag, later, redrawn, style, text, when};
pub(crate) use live_text::LiveText;
pub use move_mark::MoveMark;
pub(crate) use number_field::NumberField;
pub(crate) use select::Select;
pub(crate) use slider::{Mark, Slider};
