//! Workbooks that re-derive their own total and rank: builders of `files::Book`, which knows neither
//! the file format nor the browser.

mod card;
mod formula;
mod origins;
mod results;
mod source;
mod words;

pub use card::{CardRow, CardTable, card_book};
pub use words::BookLanguage;

use super::baseline::Baseline;
use super::simulation::{Outcome, outcomes};
use super::{Calculator, CalculatorError, resolve, rounding, simulation};
use crate::files::Book;
use crate::model::{Edition, Exact, Maxima, Node, Scenario, Standing, Standings};
use std::sync::Arc;
use words::{Word, status};

/// All that the sheets of a results workbook are made of.
struct Results<'a> {
    calculator: &'a Calculator,
    edition: &'a Arc<Edition>,
    baseline: &'a Baseline,
    scenario: &'a Scenario,
    maxima: Maxima,
    /// In the edition's order.
    outcomes: Vec<Outcome>,
    standings: Standings,
    mains: Vec<Node>,
    decimals: Option<u32>,
    /// Decimals in sight of a total.
    shown: u32,
    language: BookLanguage,
}

impl Results<'_> {
    /// Units in the order of the ranking, each with what it is ranked by.
    fn lines(&self) -> impl Iterator<Item = (&Standing, &Outcome)> {
        let standings = self.standings.standings.iter();
        standings.filter_map(|own| Some((own, self.outcomes.get(own.position)?)))
    }

    /// The heading of totals.
    fn total_word(&self) -> Word {
        if self.edition.provenance().is_official() {
            Word::Total
        } else {
            Word::OwnTotal
        }
    }

    /// Whose figures these are, and whether they were changed.
    fn status(&self) -> Word {
        status(self.edition.provenance(), !self.scenario.is_baseline())
    }

    fn unit_name(&self, position: usize) -> &str {
        let unit = self.edition.units().get(position);
        unit.map_or("", |unit| self.language.pick(&unit.name))
    }

    fn indicator_name(&self, node: Node) -> &str {
        let indicator = self.edition.framework().indicator(node);
        self.language.pick(&indicator.name)
    }

    /// Points of the main indicators over their max points: what a sheet's sum gives.
    fn sum_of(&self, outcome: &Outcome) -> Exact {
        let points = self.mains.iter().map(|&node| {
            let max_points = self.maxima.of_node(node);
            outcome.card.score(node) * max_points
        });
        let points: Exact = points.sum();
        points.div_or(self.maxima.total(), Exact::ZERO)
    }
}

impl Calculator {
    /// All results of a scenario as a workbook whose formulas give total and rank again: units by
    /// main indicators, where each figure comes from, and the sources. An edition without a
    /// simulation is refused.
    pub fn results_book(
        &self,
        scenario: &Scenario,
        language: BookLanguage,
    ) -> Result<Book, CalculatorError> {
        let edition = self.edition(&scenario.edition)?;
        let baseline = self.baseline(edition)?;
        let resolved = resolve::resolve(edition, scenario)?;
        let framework = edition.framework();
        let standings = simulation::simulate(&self.catalogue, edition, baseline, scenario)?;
        let results = Results {
            calculator: self,
            edition,
            baseline,
            scenario,
            outcomes: outcomes(&self.catalogue, edition, baseline, scenario, &resolved)?,
            shown: standings.digits(Exact::ONE).score,
            standings,
            maxima: resolved.maxima,
            mains: framework.mains().collect(),
            decimals: framework.header().decimals,
            language,
        };
        Ok(Book {
            sheets: vec![
                results::sheet(&results),
                origins::sheet(&results),
                source::sheet(&results),
            ],
        })
    }

    /// Totals of the units other than the one in this row, by name: what its rank is read from.
    pub fn other_totals(
        &self,
        standings: &Standings,
        position: usize,
        language: BookLanguage,
    ) -> Result<Vec<(String, Exact)>, CalculatorError> {
        let edition = self.edition(&standings.edition)?;
        let rounding = rounding(edition.framework());
        let others = standings
            .standings
            .iter()
            .filter(|own| own.position != position);
        let line = |own: &Standing| {
            let unit = edition.units().get(own.position)?;
            let name = language.pick(&unit.name).to_owned();
            Some((name, rounding.round(own.unrounded)))
        };
        Ok(others.filter_map(line).collect())
    }
}
#[cfg(test)]
mod tests;
