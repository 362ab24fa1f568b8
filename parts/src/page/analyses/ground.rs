//! What every analysis starts from: the scenario on screen with its results, and what is chosen.

use super::others::counted_to;
use crate::page::choices::{Choices, unpack};
use crate::page::names::NamesIn;
use crate::page::studio::{Asked, Subject};
use crate::page::text::{decimal, either, in_language, problem};
use dti_engine::calculator::{Calculator, CalculatorError};
use dti_engine::model::{
    Digits, Edition, Exact, Framework, Maxima, Node, Scenario, Standing, Standings, Text, Unit,
};
use dti_formats::link::{self, Language, Link};
use std::sync::Arc;

/// The scenario on screen with its results.
pub(super) struct Ground<'a> {
    pub(super) calculator: &'a Calculator,
    pub(super) choices: Choices,
    /// The scenario with what its link says besides.
    pub(super) link: Link,
    pub(super) language: Language,
    /// Width of the section, in pixels.
    pub(super) width: u32,
    pub(super) edition: &'a Arc<Edition>,
    /// Row of the unit asked about.
    pub(super) position: usize,
    /// All units under the scenario.
    pub(super) standings: Standings,
    /// Max points under the scenario.
    pub(super) maxima: Maxima,
    /// Decimals that tell the scores apart.
    pub(super) digits: Digits,
}

impl<'a> Ground<'a> {
    /// From a question of the page.
    pub(super) fn of(calculator: &'a Calculator, asked: &Asked) -> Result<Self, CalculatorError> {
        let (mut link, _) = link::read_private(&asked.fragment);
        let (width, choices) = match &asked.subject {
            Subject::Analyses { width, choices } => (*width, unpack(choices)),
            _ => (0, Choices::new()),
        };
        let scenario = &mut link.scenario;
        let edition = calculator.edition(&scenario.edition)?;
        let wanted = scenario.unit.as_deref();
        let position = wanted.and_then(|unit| edition.position(unit));
        let position = position.unwrap_or_default();
        // The one asked about is never a rival.
        scenario.unit = edition.units().get(position).map(|unit| unit.id.clone());
        let standings = calculator.simulate(scenario)?;
        let maxima = calculator.maxima(scenario)?;
        Ok(Self {
            digits: standings.digits(maxima.total()),
            standings,
            maxima,
            language: link.language.unwrap_or_default(),
            calculator,
            choices,
            width,
            edition,
            position,
            link,
        })
    }

    /// The scenario on screen.
    pub(super) fn scenario(&self) -> &Scenario {
        &self.link.scenario
    }

    /// The framework of the edition.
    pub(super) fn framework(&self) -> &'a Arc<Framework> {
        self.edition.framework()
    }

    /// The units of the edition.
    pub(super) fn units(&self) -> &'a [Unit] {
        self.edition.units()
    }

    /// Id of the unit asked about.
    pub(super) fn unit(&self) -> &'a str {
        let unit = self.units().get(self.position);
        unit.map(|unit| unit.id.as_str()).unwrap_or_default()
    }

    /// Name of the unit asked about.
    pub(super) fn own_name(&self) -> &'a str {
        self.name_at(self.position)
    }

    /// Name of the unit in this row.
    pub(super) fn name_at(&self, position: usize) -> &'a str {
        let unit = self.units().get(position);
        unit.map(|unit| self.of_text(&unit.name))
            .unwrap_or_default()
    }

    /// Name of an indicator.
    pub(super) fn name_of(&self, node: Node) -> &'a str {
        self.of_text(&self.framework().indicator(node).name)
    }

    /// Id of an indicator.
    pub(super) fn id_of(&self, node: Node) -> &'a str {
        &self.framework().indicator(node).id
    }

    /// A text in the language of the page.
    pub(super) fn of_text<'t>(&self, text: &'t Text) -> &'t str {
        in_language(text, self.language)
    }

    /// The unit asked about under the scenario.
    pub(super) fn own(&self) -> Option<&Standing> {
        self.standings.of(self.position)
    }

    /// Points of the whole that a share of the score is.
    pub(super) fn points(&self, score: Exact) -> Exact {
        score * self.maxima.total()
    }

    /// A score of the ranking with the decimals that tell it from others.
    pub(super) fn ranked(&self, score: Exact) -> String {
        decimal(score, self.digits.score, self.language)
    }

    /// Points between units with their noun: never nothing between different scores.
    pub(super) fn counted(&self, points: Exact) -> String {
        counted_to(points, self.digits.points, self.language)
    }

    /// The same for a column.
    pub(super) fn in_column(&self, points: Exact) -> String {
        decimal(points, self.digits.points, self.language)
    }

    /// What is chosen under a key; empty without a choice.
    pub(super) fn choice(&self, key: &str) -> &str {
        self.choices
            .get(key)
            .map(String::as_str)
            .unwrap_or_default()
    }

    /// What is chosen under a key, or else the first.
    pub(super) fn choice_or<'c>(&'c self, key: &str, otherwise: &'c str) -> &'c str {
        self.choices.get(key).map_or(otherwise, String::as_str)
    }

    /// Vietnamese or English.
    pub(super) fn either(&self, vi: &'static str, en: &'static str) -> &'static str {
        either(self.language, vi, en)
    }

    /// An error of the calculator in a sentence.
    pub(super) fn in_words(&self, error: &CalculatorError) -> String {
        let names = NamesIn::new(Some(self.edition), self.language);
        problem(error, &names, self.language)
    }
}
