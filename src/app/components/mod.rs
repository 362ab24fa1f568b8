//! Controls, one a file. They take signals and callbacks, read no context and compute nothing.

#![expect(
    unreachable_pub,
    reason = "the component macro writes public builders for private components"
)]

mod button;
mod each;
mod indicator_row;
mod known_form;
mod move_mark;
mod number_field;
mod origin_badge;
mod province_picker;
mod select_box;
mod sort_header;
mod stacked_bar;
mod text_list;
mod track;

pub(crate) use button::Button;
pub(crate) use each::Each;
pub(crate) use indicator_row::{IndicatorActions, IndicatorRow};
pub(crate) use move_mark::MoveMark;
pub(crate) use number_field::NumberField;
pub(crate) use origin_badge::origin_word;
pub(crate) use province_picker::ProvincePicker;
pub(crate) use select_box::SelectBox;
pub(crate) use sort_header::{Sort, SortHeader};
pub(crate) use stacked_bar::{BarParts, bar_parts};
pub(crate) use text_list::TextList;
