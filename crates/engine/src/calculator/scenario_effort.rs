//! What a scenario costs: the effort of everything that it raises.

use super::{Calculator, CalculatorError, present};
use crate::analysis::{Effort, Lever};
use crate::model::{Exact, Scenario};

impl Calculator {
    /// The effort of raising the unit's main indicators from where they are to where a scenario has
    /// them, each at a cost of 1. What a scenario lowers costs nothing.
    pub fn effort(&self, scenario: &Scenario, effort: Effort) -> Result<f64, CalculatorError> {
        let edition = self.edition(&scenario.edition)?;
        let unit = scenario.unit.as_deref().unwrap_or_default();
        let position = super::resolve::position(edition, unit)?;
        let (now, then) = (self.simulate(scenario)?, self.simulate(&present(scenario))?);
        let maxima = self.maxima(scenario)?;
        let mut sum = 0.0;
        let (Some(now), Some(then)) = (now.of(position), then.of(position)) else {
            return Ok(sum);
        };
        for node in edition.framework().mains() {
            let lever = Lever {
                max_points: maxima.of_node(node),
                start: then.card.score(node),
                cap: Exact::ONE,
                cost: 1.0,
                levels: None,
            };
            let gained = (now.card.score(node) - lever.start) * lever.max_points;
            sum += lever.alone(0, effort, gained).map_or(0.0, |way| way.cost);
        }
        Ok(sum)
    }
}
