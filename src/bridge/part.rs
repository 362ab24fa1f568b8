//! A part that is loaded later: how far it is, and a second try.

use super::analyses::Analysis;
use super::draws::Draws;
use super::loading::{Drawn, Loaders, Loading};
use super::own_data::Tab;
use crate::browser::loading::begin_anew;
use crate::browser::timing::after;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long the reader waits for a part before being told, in milliseconds.
pub(super) const PATIENCE_MS: u32 = 10_000;

/// How far a part is.
#[derive(Clone)]
enum Progress<T> {
    NotWanted,
    Loading,
    Ready(T),
    Failed,
}

/// A part of the page that is loaded when it is wanted.
pub(super) struct Part<T: 'static> {
    progress: RwSignal<Progress<T>, LocalStorage>,
}

impl<T> Clone for Part<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Part<T> {}

impl<T: Clone + 'static> Part<T> {
    fn new() -> Self {
        Self {
            progress: RwSignal::new_local(Progress::NotWanted),
        }
    }

    /// The part, once it is there.
    pub(super) fn part(self) -> Option<T> {
        self.progress.with(|progress| match progress {
            Progress::Ready(part) => Some(part.clone()),
            _ => None,
        })
    }

    /// Whether it could not be loaded.
    pub(super) fn has_failed(self) -> bool {
        self.progress
            .with(|progress| matches!(progress, Progress::Failed))
    }

    /// Has it loaded the first time that it is wanted.
    pub(super) fn want(self, load: impl FnOnce() -> Loading<T>) {
        if self.is(|progress| matches!(progress, Progress::NotWanted)) {
            self.load(load());
        }
    }

    /// Has it loaded again where it could not be: nothing that hangs is waited for.
    pub(super) fn retry(self, load: impl FnOnce() -> Loading<T>) {
        if self.is(|progress| matches!(progress, Progress::Failed)) {
            begin_anew();
            self.load(load());
        }
    }

    fn is(self, what: fn(&Progress<T>) -> bool) -> bool {
        self.progress.with_untracked(what)
    }

    /// Waits for it, and says after a while that nothing came; what comes later than that is taken.
    fn load(self, loading: Loading<T>) {
        self.progress.set(Progress::Loading);
        let fail = move || {
            if self.is(|progress| matches!(progress, Progress::Loading)) {
                self.progress.set(Progress::Failed);
            }
        };
        after(PATIENCE_MS, fail);
        spawn_local(async move {
            match loading.await {
                // Asked for twice, it may come twice.
                Ok(_) if self.is(|progress| matches!(progress, Progress::Ready(_))) => {}
                Ok(part) => self.progress.set(Progress::Ready(part)),
                Err(_) => fail(),
            }
        });
    }
}

/// The parts that are loaded later. They live as long as the page, whatever of it is drawn anew.
#[derive(Clone, Copy)]
pub struct Parts {
    /// Holds what the reader brought.
    pub(super) own_data: Part<Drawn>,
    /// Each of its parts, in the order of all.
    each_tab: StoredValue<[Part<Drawn>; Tab::ALL.len()]>,
    /// Holds a claim against the figures.
    pub(super) claims: Part<Drawn>,
    /// Leads to the analyses.
    pub(super) analyses: Part<Drawn>,
    /// Each of them, in the order of all.
    each_analysis: StoredValue<[Part<Drawn>; Analysis::ALL.len()]>,
    /// Whether the analyses are near what is seen.
    pub near_analyses: RwSignal<bool>,
    /// How wide an analysis may draw, in pixels.
    pub analyses_width: RwSignal<u32>,
    /// Makes draws beside the page.
    pub draws: Draws,
    /// Draws the pictures.
    pub(super) figures: Part<Drawn>,
    /// The width of their section while it is near what is seen.
    pub room: RwSignal<Option<u32>>,
    /// Tells how numbers are computed, and what is on file.
    pub(super) explanations: Part<Drawn>,
    /// Writes the codes for other pages.
    pub(super) embed_codes: Part<Drawn>,
    /// Makes a report of what is on screen.
    pub(super) report: Part<Drawn>,
    /// Whether the report is open.
    pub report_open: RwSignal<bool>,
    /// The claim that was asked about last.
    pub claim: RwSignal<String>,
    /// What loads them.
    loaders: StoredValue<Loaders>,
    /// Grows when the same question has another answer.
    pub turn: RwSignal<u32>,
}

impl Parts {
    /// With nothing loaded.
    pub fn new() -> Self {
        Self {
            own_data: Part::new(),
            each_tab: StoredValue::new(Tab::ALL.map(|_| Part::new())),
            claims: Part::new(),
            analyses: Part::new(),
            each_analysis: StoredValue::new(Analysis::ALL.map(|_| Part::new())),
            near_analyses: RwSignal::new(false),
            analyses_width: RwSignal::new(0),
            draws: Draws::new(),
            figures: Part::new(),
            room: RwSignal::new(None),
            explanations: Part::new(),
            embed_codes: Part::new(),
            report: Part::new(),
            report_open: RwSignal::new(false),
            claim: RwSignal::new(String::new()),
            loaders: StoredValue::new(Loaders::NONE),
            turn: RwSignal::new(0),
        }
    }

    /// Has them loaded by the program that runs the page.
    pub fn load_by(self, loaders: Loaders) {
        self.loaders.set_value(loaders);
    }

    /// What loads them.
    pub(crate) fn loaders(self) -> Loaders {
        self.loaders.get_value()
    }

    /// Analyses a scenario in one way.
    pub(super) fn analysis(self, analysis: Analysis) -> Option<Part<Drawn>> {
        let place = Analysis::ALL.iter().position(|own| *own == analysis)?;
        self.each_analysis
            .with_value(|each| each.get(place).copied())
    }

    /// A part of what the reader brought.
    pub(super) fn own_data_tab(self, tab: Tab) -> Option<Part<Drawn>> {
        let place = Tab::ALL.iter().position(|own| *own == tab)?;
        self.each_tab.with_value(|each| each.get(place).copied())
    }

    /// Has everything asked again.
    pub fn ask_again(self) {
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
    }
}

impl Default for Parts {
    fn default() -> Self {
        Self::new()
    }
}
