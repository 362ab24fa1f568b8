//! One edition as it was published, in one language: what the pages and pictures that stand still are
//! written from.

use crate::change::Change;
use dti_engine::calculator::{Calculator, LastYear};
use dti_engine::model::{Edition, Note, Scenario, Standing, Standings};
use dti_formats::link::Language;
use dti_whatif::state::State;
use dti_words::numbers::change;
use dti_words::{Words, move_in_words, note};
use leptos::prelude::*;
use std::sync::Arc;

/// One edition as published, in one language.
#[derive(Clone, Debug)]
pub(crate) struct Still {
    pub(crate) calculator: Arc<Calculator>,
    pub(crate) edition: Arc<Edition>,
    pub(crate) standings: Standings,
    pub(crate) words: Words,
    /// In the order of the units.
    last_year: Vec<Option<LastYear>>,
}

impl Still {
    /// An edition by its id; `None` where it is unknown or incomplete.
    pub(crate) fn of(
        calculator: &Arc<Calculator>,
        edition: &str,
        language: Language,
    ) -> Option<Self> {
        let edition = calculator.edition(edition).ok()?;
        let standings = calculator.simulate(&Scenario::baseline(edition.id()));
        Some(Self {
            calculator: Arc::clone(calculator),
            edition: Arc::clone(edition),
            standings: standings.ok()?,
            words: Words::of(language, Some(edition)),
            last_year: calculator.last_year(edition.id()),
        })
    }

    /// Its language.
    pub(crate) fn language(&self) -> Language {
        self.words.language()
    }

    /// Title of the edition.
    pub(crate) fn title(&self) -> &str {
        self.words.in_language(&self.edition.header().title)
    }

    /// Id and name of the unit of a standing.
    pub(crate) fn unit(&self, own: &Standing) -> Option<(String, String)> {
        let unit = self.edition.units().get(own.position)?;
        let name = self.words.in_language(&unit.name);
        Some((unit.id.clone(), name.to_owned()))
    }

    /// The rank of a standing among all: `11/34`.
    pub(crate) fn place(&self, own: &Standing) -> String {
        dti_words::rank_of(own.rank, self.standings.standings.len())
    }

    /// A unit's place in the year before.
    pub(crate) fn last_year_of(&self, own: &Standing) -> Option<&LastYear> {
        self.last_year.get(own.position)?.as_ref()
    }

    /// What changed for a unit since the year before, where that is on file.
    pub(crate) fn change(&self, own: &Standing) -> Option<Change> {
        let before = self.last_year_of(own)?;
        let places = before
            .rank
            .map(|rank| i64::from(rank) - i64::from(own.rank));
        Some(Change {
            score: change(own.score - before.score, &self.words),
            places,
            moved: places.map_or_else(String::new, |places| move_in_words(places, &self.words)),
        })
    }

    /// The year before, as it is named in "compared with 2023".
    pub(crate) fn year_before(&self) -> Option<String> {
        let previous = self.edition.header().previous.as_ref()?;
        let before = self.calculator.edition(&previous.edition).ok()?;
        Some(before.header().year.to_string())
    }

    /// "So với 2023"
    pub(crate) fn compared_with(&self) -> String {
        match self.year_before() {
            Some(year) => self.words.compared_with(year),
            None => self.words.compared_with_last_year().to_owned(),
        }
    }

    /// What the figures of the year before are; nothing without such a year.
    pub(crate) fn about_last_year(&self) -> Option<String> {
        let previous = self.edition.header().previous.as_ref()?;
        let before = self.calculator.edition(&previous.edition).ok()?;
        let (year, words) = (before.header().year.to_string(), &self.words);
        let mut text = match previous.merged {
            false => words.year_as_published(year),
            true => words.year_of_merger(year),
        };
        if before.framework().header().id != self.edition.framework().header().id {
            text.push(' ');
            text.push_str(&note(Note::TrendAcrossFrameworks, words));
        }
        Some(text)
    }

    /// The live page's state at what a fragment without `#` says. It lives as long as the owner around it.
    pub(crate) fn state(&self, fragment: &str) -> Option<State> {
        let address = format!("#{fragment}");
        let calculator = Arc::clone(&self.calculator);
        let state = State::try_new(calculator, &address, self.language(), |_edition| None);
        Some(state.ok()?.standing_still())
    }
}

/// The fragment of the live page on a unit, without `#`.
pub(crate) fn fragment(edition: &str, unit: &str) -> String {
    format!("e={edition}&u={unit}")
}

/// A view as HTML. What it follows is dropped with it.
pub(crate) fn html(make: impl FnOnce() -> Option<AnyView>) -> Option<String> {
    Owner::new().with(|| Some(make()?.to_html()))
}
