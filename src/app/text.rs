//! All visible words, in both languages: short texts as [`Word`]s, sentences with numbers as
//! functions. A text that lacks a language does not compile.

mod numbers;
mod problems;
mod sentences;
mod words;

pub(crate) use numbers::{change, fixed_points, points, score, score_for_slider, whole};
pub(crate) use problems::{Names, entry_fault, notice, problem};
pub(crate) use sentences::{
    Story, Supposed, chip, estimate_note, known_figure, marks, move_in_words, note, points_of,
    quote, rank_move, rival_mode, slider_value, source_kind, status, to_next_above, to_next_below,
    trend_reason,
};
pub(crate) use words::Word;

use super::live::{Live, live};
use crate::link::Language;
use crate::model::Text;
use leptos::prelude::{Get as _, Signal};

/// The words in the language of the moment. Copied into every view that speaks.
#[derive(Clone, Copy)]
pub(crate) struct Speech(pub(crate) Signal<Language>);

impl Speech {
    /// The language now, tracked.
    pub(crate) fn language(self) -> Language {
        self.0.get()
    }

    /// A word now, tracked.
    pub(crate) fn word(self, word: Word) -> String {
        word.in_language(self.0.get()).to_owned()
    }

    /// A word that follows the language.
    pub(crate) fn say(self, word: Word) -> Live {
        live(move || self.word(word))
    }

    /// The half of a text that is in the language of the moment, tracked.
    pub(crate) fn of(self, text: &Text) -> String {
        in_language(text, self.0.get()).to_owned()
    }

    /// A name that follows the language.
    pub(crate) fn name(self, text: Text) -> Live {
        live(move || self.of(&text))
    }
}

/// The half of a text that is in this language.
pub(crate) fn in_language(text: &Text, language: Language) -> &str {
    match language {
        Language::Vi => &text.vi,
        Language::En => &text.en,
    }
}
