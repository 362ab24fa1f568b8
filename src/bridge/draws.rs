//! Draws that are made beside the page: asked for in one message, heard of in others. Who asks and what the
//! messages hold is for the analyses (`views/analyses`); here is how long one waits.

use super::part::PATIENCE_MS;
use crate::browser::draws::{Show, draw};
use crate::browser::timing::Debounce;
use leptos::prelude::*;

/// What was heard of the draws that were asked for last.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Made {
    /// Nothing yet.
    Nothing,
    /// What there is so far.
    Answer(Vec<u8>),
    /// There will be nothing, or nothing was heard for too long.
    Lost,
}

/// The way to the draws. It lives as long as the page, whatever of it is drawn anew.
#[derive(Clone, Copy)]
pub struct Draws {
    made: RwSignal<Made>,
    /// What was asked last, and in which turn.
    asked: StoredValue<(u32, Vec<u8>)>,
    show: StoredValue<Option<Show>, LocalStorage>,
    /// How long they may stay silent.
    silence: Debounce,
}

impl Draws {
    /// With nothing asked.
    pub(super) fn new() -> Self {
        Self {
            made: RwSignal::new(Made::Nothing),
            asked: StoredValue::new((0, Vec::new())),
            show: StoredValue::new_local(None),
            silence: Debounce::new(PATIENCE_MS),
        }
    }

    /// What was heard last; it may answer what was asked before.
    pub fn made(self) -> Made {
        self.made.get()
    }

    /// Asks, unless just that was asked last. In another turn the same question has another answer.
    pub fn ask(self, turn: u32, question: Vec<u8>) {
        let question = (turn, question);
        if self.asked.with_value(|asked| *asked != question) {
            self.asked.set_value(question);
            self.begin(false);
        }
    }

    /// Asks the same again, and gives up what has not been heard of.
    pub fn ask_again(self) {
        self.begin(true);
    }

    fn begin(self, again: bool) {
        let is_lost = self.made.with_untracked(|made| *made == Made::Lost);
        if is_lost {
            self.made.set(Made::Nothing);
        }
        if self.show.with_value(Option::is_none) {
            // Answers come to whom asked first, as long as the page lives.
            let show = Show::new(move |answer: Option<Vec<u8>>, is_all| self.hear(answer, is_all));
            self.show.set_value(Some(show));
        }
        self.wait();
        let begun = self.asked.with_value(|(_, question)| {
            self.show.with_value(|show| {
                let show = show.as_ref()?;
                draw(question, again || is_lost, show).ok()
            })
        });
        if begun.is_none() {
            self.made.set(Made::Lost);
        }
    }

    fn hear(self, answer: Option<Vec<u8>>, is_all: bool) {
        if is_all {
            self.silence.cancel();
        } else {
            self.wait();
        }
        self.made.set(answer.map_or(Made::Lost, Made::Answer));
    }

    /// A worker may end without a word, or a module hang: then that is said after a while.
    fn wait(self) {
        self.silence.run(move || self.made.set(Made::Lost));
    }
}
