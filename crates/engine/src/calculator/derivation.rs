//! How each unit's total came about, for who writes it down again: a workbook's formulas.

use super::simulation::outcomes;
use super::{Calculator, CalculatorError, resolve};
use crate::model::{Exact, Maxima, Scenario, Scorecard};

/// A scenario's totals with all that they are made of.
#[derive(Clone, Debug)]
pub struct Derivation {
    /// The maxima of the scenario.
    pub maxima: Maxima,
    /// One a unit, in the edition's order.
    pub units: Vec<UnitDerivation>,
}

/// One unit's total with all that it is made of.
#[derive(Clone, Debug)]
pub struct UnitDerivation {
    /// Its scorecard in the baseline.
    pub baseline: Scorecard,
    /// Its scorecard under the scenario.
    pub card: Scorecard,
    /// Its total before a rival's movement and before it is kept in `0..=1`, unrounded.
    pub own_total: Exact,
    /// What it gains as a rival, in score; `None` where rivals stand still or it is none.
    pub rival_change: Option<Exact>,
}

impl Calculator {
    /// What the totals of a scenario are made of. Fails as [`Self::simulate`] does.
    pub fn derivation(&self, scenario: &Scenario) -> Result<Derivation, CalculatorError> {
        let edition = self.edition(&scenario.edition)?;
        let baseline = self.baseline(edition)?;
        let resolved = resolve::resolve(edition, scenario)?;
        let outcomes = outcomes(&self.catalogue, edition, baseline, scenario, &resolved)?;
        let units = outcomes.into_iter().zip(&baseline.cards);
        let units = units.map(|(outcome, baseline)| UnitDerivation {
            baseline: baseline.clone(),
            card: outcome.card,
            own_total: outcome.own_total,
            rival_change: outcome.rival_change,
        });
        Ok(Derivation {
            units: units.collect(),
            maxima: resolved.maxima,
        })
    }
}
