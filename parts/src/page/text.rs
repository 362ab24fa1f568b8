//! All visible words, in both languages: short texts as [`Word`]s, sentences with numbers as
//! functions. A text that lacks a language does not compile.

mod charts;
mod freshness;
mod letters;
mod numbers;
mod problems;
mod provenance;
mod quote;
mod sentences;
mod words;

pub(crate) use charts::ChartWords;
pub(crate) use freshness::{ahead, corrected, correction, dated, elsewhere, slots_named};
pub(crate) use letters::{capital, small};
pub(crate) use numbers::{
    change, change_to, decimal, fixed_points, percent, points, points_to, score, score_for_slider,
    whole,
};
pub(crate) use problems::{Names, entry_fault, last_max_points, notice, problem, unkept};
pub(crate) use provenance::{GivenOtherwise, differs_from_file, one_otherwise, tag, warning};
pub(crate) use quote::{NewMaximum, Story, Supposed, quote, tied_with};
pub(crate) use sentences::{
    chip, estimate_note, known_figure, marks, move_in_words, note, points_of, rank_move,
    rival_mode, slider_value, source_kind, status, to_next_above, to_next_below, trend_reason,
};
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
