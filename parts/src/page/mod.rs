//! What the parts answer a question of the page with, as values: pictures, panels, analyses and what the
//! reader brought. No browser here: the faces of the modules draw a [`Markup`] and hand over what
//! happens.

mod analyses;
mod choices;
mod control;
pub mod desk;
mod event;
mod markup;
mod names;
mod pictures;
mod renamed;
mod shown;
mod siblings;
mod studio;
mod text;
mod unkept;
mod workbooks;

pub use analyses::{FINDING, Work, completed};
pub use event::{Event, EventKind};
pub use markup::{Markup, Token, Words};
pub use siblings::{Name, kept};
pub use studio::{Asked, answer, answered};
pub use unkept::Unkept;

pub(crate) use studio::Subject;

use dti_engine::calculator::Calculator;
use dti_engine::model::{Digits, Edition, Provenance, Text, Unit};
use dti_formats::link::{self, Language, Link};
use renamed::Renamed;
use shown::Shown;
use std::sync::Arc;
use text::{Word, in_language, warning};

/// The page that asks, as far as its questions tell of it. It always shows a scenario that can be
/// simulated.
#[derive(Debug)]
pub struct Page {
    calculator: &'static Calculator,
    language: Language,
    /// The scenario with all its results.
    shown: Shown,
    /// The question that was answered with a file last.
    handed: Option<Asked>,
}

impl Page {
    /// The page before it asks anything.
    pub fn new(calculator: &'static Calculator) -> Self {
        let scenario = Link::default().scenario;
        Self {
            calculator,
            language: Language::default(),
            shown: Shown::of(calculator, &scenario, "", None),
            handed: None,
        }
    }

    /// Shows the scenario of a fragment, with what stays on the device, and the scorecard of a unit;
    /// without one, that of the unit asked about.
    fn show(&mut self, fragment: &str, unit: &str) {
        let (link, _) = link::read_private(fragment);
        let fallback = Link::default().scenario;
        let (scenario, _) = self.calculator.admit(&link.scenario, &fallback);
        self.language = link.language.unwrap_or_default();
        self.shown = Shown::of(self.calculator, &scenario, unit, Some(&self.shown));
    }

    /// What the page counts with.
    pub fn calculator(&self) -> &'static Calculator {
        self.calculator
    }

    /// A markup with the word of the edition for what it ranks.
    fn named_here(&self, markup: Markup) -> Markup {
        match self.edition() {
            Some(edition) => Renamed::whole(self.calculator, edition, markup),
            None => markup,
        }
    }

    /// A sentence with the words of the edition.
    fn renamed(&self, sentence: String) -> String {
        match self.edition() {
            Some(edition) => Renamed::sentence(self.calculator, edition, sentence),
            None => sentence,
        }
    }

    /// Whose figures are shown.
    fn provenance(&self) -> Provenance {
        let edition = self.edition();
        edition.map_or(Provenance::Published, |edition| edition.provenance())
    }

    /// Decimals that the scores shown need.
    fn digits(&self) -> Digits {
        let verdict = self.shown.verdict.as_ref();
        verdict.map_or_else(Digits::default, |verdict| verdict.digits)
    }

    /// The same as a sentence; none where the figures are as published.
    fn warning(&self) -> Option<String> {
        warning(self.provenance(), self.shown.is_edited(), self.language)
    }

    fn word(&self, word: Word) -> &'static str {
        word.in_language(self.language)
    }

    fn of<'a>(&self, text: &'a Text) -> &'a str {
        in_language(text, self.language)
    }

    fn edition(&self) -> Option<&'static Arc<Edition>> {
        self.calculator.edition(&self.shown.scenario.edition).ok()
    }

    fn units(&self) -> &'static [Unit] {
        self.edition()
            .map(|edition| edition.units())
            .unwrap_or_default()
    }

    fn name_of(&self, id: &str) -> String {
        let unit = self.units().iter().find(|unit| unit.id == id);
        unit.map(|unit| self.of(&unit.name).to_owned())
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
