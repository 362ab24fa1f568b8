//! All visible words, in both languages: short texts as [`Word`]s, sentences with numbers as
//! functions. A text that lacks a language does not compile.

mod charts;
mod letters;
mod numbers;
mod problems;
mod provenance;
mod sentences;
mod shared_rank;
mod words;

pub(crate) use charts::ChartWords;
pub(crate) use letters::capital;
pub(crate) use numbers::{change, decimal, fixed_points, percent, points, points_to, score, whole};
pub(crate) use problems::{Names, entry_fault, problem, unkept};
pub(crate) use provenance::warning;
pub(crate) use sentences::{estimate_note, move_in_words, note};
pub(crate) use shared_rank::tied_with;
#[cfg(test)]
pub(crate) use words::assert_in_both_languages;
pub(crate) use words::{Word, word_table};

use dti_engine::model::Text;
use dti_formats::link::Language;

/// Vietnamese or English.
pub(crate) fn either<T>(language: Language, vi: T, en: T) -> T {
    match language {
        Language::Vi => vi,
        Language::En => en,
    }
}

/// The half of a text that is in this language.
pub(crate) fn in_language(text: &Text, language: Language) -> &str {
    match language {
        Language::Vi => &text.vi,
        Language::En => &text.en,
    }
}
