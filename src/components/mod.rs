//! Controls that know nothing of the DTI: each takes signals and callbacks, with its label and keys.

mod combobox;
mod copy_button;
mod dialog;
mod live_text;
mod move_mark;
mod number_field;
mod select;
mod slider;

pub use combobox::{Choice, Combobox};
pub use copy_button::CopyButton;
pub use dialog::Dialog;
pub use live_text::LiveText;
pub use move_mark::MoveMark;
pub use number_field::NumberField;
pub use select::Select;
pub use slider::{Mark, Slider};
