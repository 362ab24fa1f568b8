//! Workbooks that re-derive their own total and rank: builders of [`Book`], which knows neither the
//! file format nor the browser.

mod card;
mod formula;
mod origins;
mod results;
mod source;
mod words;

pub use card::{CardRow, CardTable, card_book};
pub use words::BookLanguage;

use crate::Book;
use dti_engine::calculator::{Calculator, CalculatorError, UnitDerivation, rounding};
use dti_engine::model::{Edition, Exact, Maxima, Node, Scenario, Standing, Standings};
use std::sync::Arc;
use words::{Word, status};

/// All that the sheets of a results workbook are made of.
struct Results<'a> {
    calculator: &'a Calculator,
    edition: &'a Arc<Edition>,
    scenario: &'a Scenario,
    maxima: Maxima,
    /// In the edition's order.
    units: Vec<UnitDerivation>,
    standings: Standings,
    mains: Vec<Node>,
    decimals: Option<u32>,
    /// Decimals in sight of a total.
    shown: u32,
    language: BookLanguage,
}

impl Results<'_> {
    /// Units in the order of the ranking, each with what it is ranked by.
    fn lines(&self) -> impl Iterator<Item = (&Standing, &UnitDerivation)> {
        let standings = self.standings.standings.iter();
        standings.filter_map(|own| Some((own, self.units.get(own.position)?)))
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
    fn sum_of(&self, unit: &UnitDerivation) -> Exact {
        let points = self.mains.iter().map(|&node| {
            let max_points = self.maxima.of_node(node);
            unit.card.score(node) * max_points
        });
        let points: Exact = points.sum();
        points.div_or(self.maxima.total(), Exact::ZERO)
    }
}

/// All results of a scenario as a workbook whose formulas give total and rank again: units by main
/// indicators, where each figure comes from, and the sources. An edition without a simulation is
/// refused.
pub fn results_book(
    calculator: &Calculator,
    scenario: &Scenario,
    language: BookLanguage,
) -> Result<Book, CalculatorError> {
    let edition = calculator.edition(&scenario.edition)?;
    let standings = calculator.simulate(scenario)?;
    let derivation = calculator.derivation(scenario)?;
    let framework = edition.framework();
    let results = Results {
        calculator,
        edition,
        scenario,
        units: derivation.units,
        shown: standings.digits(Exact::ONE).score,
        standings,
        maxima: derivation.maxima,
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
    calculator: &Calculator,
    standings: &Standings,
    position: usize,
    language: BookLanguage,
) -> Result<Vec<(String, Exact)>, CalculatorError> {
    let edition = calculator.edition(&standings.edition)?;
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

#[cfg(test)]
mod tests;
