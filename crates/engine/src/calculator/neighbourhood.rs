//! The places around a unit under a scenario.

use super::{Calculator, CalculatorError, resolve};
use crate::analysis::{self, Neighbourhood};
use crate::model::{Edition, Scenario};

impl Calculator {
    /// What it takes to climb from the place of the scenario's unit, what may be lost before it
    /// falls, how its order with its neighbours depends on the weights, and where the standings are
    /// crowded. The scenario must name its unit.
    pub fn neighbourhood(&self, scenario: &Scenario) -> Result<Neighbourhood, CalculatorError> {
        let edition = self.edition(&scenario.edition)?;
        let position = asked(edition, scenario)?;
        let standings = self.simulate(scenario)?;
        let maxima = self.maxima(scenario)?;
        let framework = edition.framework();
        analysis::neighbourhood(framework, &maxima, &standings, position)
            .ok_or_else(|| CalculatorError::NoUnit(edition.id().to_owned()))
    }
}

/// Row of the unit that a scenario asks about.
pub(super) fn asked(edition: &Edition, scenario: &Scenario) -> Result<usize, CalculatorError> {
    let unit = scenario.unit.as_deref();
    let unit = unit.ok_or_else(|| CalculatorError::NoUnit(edition.id().to_owned()))?;
    resolve::position(edition, unit)
}
