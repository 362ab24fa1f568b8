//! A part that is loaded later: how far it is, and a second try.

use crate::browser::module::{Desk, JsCast, PATIENCE_MS, Show, Studio, load};
use crate::browser::timing::Debounce;
use leptos::prelude::*;

/// How far a module is.
#[derive(Clone)]
enum Progress<T> {
    NotWanted,
    Loading,
    Ready(T),
    Failed,
}

/// A module of the page that is loaded when it is wanted.
pub(super) struct Part<T: 'static> {
    name: &'static str,
    progress: RwSignal<Progress<T>, LocalStorage>,
}

impl<T> Clone for Part<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Part<T> {}

impl<T: JsCast + Clone + 'static> Part<T> {
    fn new(name: &'static str) -> Self {
        Self {
            name,
            progress: RwSignal::new_local(Progress::NotWanted),
        }
    }

    /// The module, once it is there.
    pub(super) fn module(self) -> Option<T> {
        self.progress.with(|progress| match progress {
            Progress::Ready(module) => Some(module.clone()),
            _ => None,
        })
    }

    /// Whether it could not be loaded.
    pub(super) fn has_failed(self) -> bool {
        self.progress
            .with(|progress| matches!(progress, Progress::Failed))
    }

    /// Has it loaded the first time that it is wanted, and made ready once it is there.
    pub(super) fn want(self, ready: impl Fn(&T) + Clone + 'static) {
        if self.is(|progress| matches!(progress, Progress::NotWanted)) {
            self.load(false, ready);
        }
    }

    /// Has it loaded again where it could not be: nothing that hangs is waited for.
    pub(super) fn retry(self, ready: impl Fn(&T) + Clone + 'static) {
        if self.is(|progress| matches!(progress, Progress::Failed)) {
            self.load(true, ready);
        }
    }

    fn is(self, what: fn(&Progress<T>) -> bool) -> bool {
        self.progress.with_untracked(what)
    }

    fn load(self, again: bool, ready: impl Fn(&T) + Clone + 'static) {
        self.progress.set(Progress::Loading);
        load(self.name, again, move |outcome| {
            // Asked for twice, it may come twice.
            if self.is(|progress| matches!(progress, Progress::Ready(_))) {
                return;
            }
            self.progress.set(match outcome {
                Ok(module) => {
                    ready(&module);
                    Progress::Ready(module)
                }
                Err(_) => Progress::Failed,
            });
        });
    }
}

/// What there is of the analyses.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Answer {
    /// Nothing yet.
    Awaited,
    /// An answer, to be drawn by the studio.
    Told(String),
    /// There will be none, or nothing was heard of them for too long.
    Lost,
}

/// What came of copying code from the dialog for embeds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Copied {
    /// Id of the field.
    pub(super) id: String,
    /// What was chosen then: other choices are other code.
    pub(super) choices: String,
    /// Whether it was allowed.
    pub(super) is_done: bool,
}

/// The parts that are loaded later. They live as long as the page, whatever of it is drawn anew.
#[derive(Clone, Copy)]
pub struct Parts {
    /// Draws the pictures, the explanations and what the analyses answer.
    pub(super) studio: Part<Studio>,
    /// Holds what the reader brought.
    pub(super) desk: Part<Desk>,
    /// What the analyses answered last.
    pub(super) answer: RwSignal<Answer>,
    /// What they answer to.
    pub(super) show: StoredValue<Option<Show>, LocalStorage>,
    /// How long they may stay silent.
    pub(super) silence: Debounce,
    /// What was copied last from the dialog for embeds.
    pub(super) copied: RwSignal<Option<Copied>>,
    /// Grows when the same question has another answer.
    pub(super) turn: RwSignal<u32>,
}

impl Parts {
    /// With nothing loaded.
    pub fn new() -> Self {
        Self {
            studio: Part::new("studio"),
            desk: Part::new("desk"),
            answer: RwSignal::new(Answer::Awaited),
            show: StoredValue::new_local(None),
            silence: Debounce::new(PATIENCE_MS),
            copied: RwSignal::new(None),
            turn: RwSignal::new(0),
        }
    }

    /// Has everything asked again.
    pub(super) fn ask_again(self) {
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
    }
}

impl Default for Parts {
    fn default() -> Self {
        Self::new()
    }
}
