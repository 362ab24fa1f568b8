//! The state of the page: few signals in, one memo with all results out.

mod verbs;

use super::arrival::{Arrival, Notice, Place, arrive};
use super::browser::{page, storage, timing::Debounce};
use super::shown::{Shown, edition_of};
use super::text::Speech;
use super::timeline::Timeline;
use crate::calculator::Calculator;
use crate::link::{Language, Link, Theme};
use crate::model::{Edition, Scenario, Text, Unit};
use leptos::prelude::*;
use std::sync::Arc;

/// An edit and the next one of the same value are one step of undo within this pause.
const SAME_EDIT_MS: u32 = 800;

/// The state of the page, provided once by the app; only views ask for it.
#[derive(Clone, Copy)]
pub(crate) struct AppState {
    /// The one front door to the figures.
    pub(crate) calculator: &'static Calculator,
    /// Language of the page.
    pub(crate) language: RwSignal<Language>,
    /// Language in which the page was served.
    served: Language,
    /// Colours of the page.
    pub(crate) theme: RwSignal<Theme>,
    /// The other unit whose scorecard is open, if one is.
    pub(crate) editing: RwSignal<Option<String>>,
    /// What an address could not bring.
    pub(crate) notices: RwSignal<Vec<Notice>>,
    /// Always one that can be simulated.
    scenario: RwSignal<Scenario>,
    timeline: RwSignal<Timeline>,
    /// Scenarios of the other editions, until the page is left.
    shelf: StoredValue<Vec<Scenario>>,
    /// What a link carries besides: kept as it came.
    carried: StoredValue<Link>,
    /// Where the history of the browser stands.
    pub(crate) place: StoredValue<Place>,
    end_of_edit: Debounce,
    /// The scenario with all its results.
    pub(crate) shown: Memo<Arc<Shown>>,
    /// Id of the edition: for what is drawn anew with another edition only.
    pub(crate) edition_id: Memo<String>,
    /// Edition and unit of the open scorecard, which is drawn anew with another one only.
    pub(crate) open_card: Memo<String>,
}

impl AppState {
    /// The state that an address asks for.
    pub(crate) fn new(calculator: &'static Calculator, fragment: &str) -> Self {
        let Arrival { link, notices } = arrive(calculator, fragment, kept_figures);
        let scenario = RwSignal::new(link.scenario.clone());
        let editing = RwSignal::new(None::<String>);
        let shown = Memo::new(move |previous: Option<&Arc<Shown>>| {
            let (scenario, editing) = (scenario.get(), editing.get());
            let previous = previous.map(AsRef::as_ref);
            Arc::new(Shown::of(
                calculator,
                &scenario,
                editing.as_deref(),
                previous,
            ))
        });
        let served = page::served_language();
        Self {
            calculator,
            language: RwSignal::new(link.language.unwrap_or(served)),
            served,
            theme: RwSignal::new(link.theme.unwrap_or_default()),
            editing,
            notices: RwSignal::new(notices),
            scenario,
            timeline: RwSignal::new(Timeline::default()),
            shelf: StoredValue::new(Vec::new()),
            place: StoredValue::new(Place::of(&link)),
            carried: StoredValue::new(link),
            end_of_edit: Debounce::new(SAME_EDIT_MS),
            shown,
            edition_id: Memo::new(move |_| shown.with(|s| s.scenario.edition.clone())),
            open_card: Memo::new(move |_| {
                shown.with(|s| format!("{}/{}", s.scenario.edition, s.subject))
            }),
        }
    }

    /// The words in the language of the moment.
    pub(crate) fn speech(self) -> Speech {
        Speech(self.language.into())
    }

    /// Everything that is shown, tracked.
    pub(crate) fn now(self) -> Arc<Shown> {
        self.shown.get()
    }

    /// Has what asks this drawn anew with another edition, and not with every edit.
    pub(crate) fn for_each_edition(self) {
        // Read, not only tracked: a memo that nobody reads never runs.
        self.edition_id.with(|_| ());
    }

    /// Has what asks this drawn anew with another open scorecard, and not with every edit.
    pub(crate) fn for_each_card(self) {
        self.open_card.with(|_| ());
    }

    /// The edition, tracked. The scenario always names one that exists.
    pub(crate) fn edition(self) -> Option<&'static Arc<Edition>> {
        self.shown.with(|shown| edition_of(self.calculator, shown))
    }

    /// The units of the edition, tracked.
    pub(crate) fn units(self) -> &'static [Unit] {
        self.edition()
            .map(|edition| edition.units())
            .unwrap_or_default()
    }

    /// The name of the unit in a row, tracked.
    pub(crate) fn name_at(self, position: usize) -> Text {
        self.units()
            .get(position)
            .map(|unit| unit.name.clone())
            .unwrap_or_default()
    }

    /// The name of a unit in the language of the moment, tracked.
    pub(crate) fn name_of(self, id: &str) -> String {
        let unit = self.units().iter().find(|unit| unit.id == id);
        unit.map(|unit| self.speech().of(&unit.name))
            .unwrap_or_default()
    }

    /// What the page shows, as a link, tracked.
    pub(crate) fn link(self) -> Link {
        let (language, theme) = (self.language.get(), self.theme.get());
        Link {
            scenario: self.scenario.get(),
            language: (language != self.served).then_some(language),
            theme: (theme != Theme::Auto).then_some(theme),
            ..self.carried.get_value()
        }
    }

    /// Whether undo has something to go back to, tracked.
    pub(crate) fn has_past(self) -> bool {
        self.timeline.with(Timeline::has_past)
    }

    /// Whether redo has something to go forward to, tracked.
    pub(crate) fn has_future(self) -> bool {
        self.timeline.with(Timeline::has_future)
    }
}

fn storage_key(edition: &str) -> String {
    format!("known:{edition}")
}

fn kept_figures(edition: &str) -> Option<String> {
    storage::get(&storage_key(edition)).ok().flatten()
}
