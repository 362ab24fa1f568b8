//! The charts of the analyses that are drawn here.

mod drawing;

use dti_charts::Locale;
use dti_formats::link::Language;
use dti_words::{Words, chart_locale};

pub(super) use drawing::draw;

/// How numbers are written in drawings.
pub(super) fn locale(language: Language) -> Locale {
    chart_locale(&Words::plain(language))
}
