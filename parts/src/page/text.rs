//! Visible words in both languages: short texts as a table, sentences with numbers as functions. A text
//! that lacks a language does not compile.

mod letters;
mod numbers;
mod problems;
mod words;

pub(crate) use letters::capital;
pub(crate) use numbers::{decimal, points, score, whole};
pub(crate) use problems::{Names, problem, unkept};
#[cfg(test)]
pub(crate) use words::assert_in_both_languages;
pub(crate) use words::word_table;

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
