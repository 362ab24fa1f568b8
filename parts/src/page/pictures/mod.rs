//! The charts of the analyses that are drawn here.

mod drawing;

use dti_charts::Locale;
use dti_formats::link::Language;

pub(super) use drawing::draw;

/// How numbers are written in drawings.
pub(super) fn locale(language: Language) -> Locale {
    let decimal = match language {
        Language::Vi => ',',
        Language::En => '.',
    };
    Locale { decimal }
}
