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

#[cfg(test)]
mod tests {
    use crate::calculator::{Calculator, Effort};
    use crate::link;

    #[test]
    fn flat_effort_is_the_points_that_are_gained() {
        let calculator = Calculator::official().unwrap();
        let text = "e=2022&u=bac-giang&s=bac-giang.society:0.4348,bac-giang.economy:0.1";
        let (link, _) = link::read(text);
        // 150 x (0.4348 - 0.3348); what is lowered costs nothing.
        let flat = calculator.effort(&link.scenario, Effort::Flat).unwrap();
        assert!((flat - 15.0).abs() < 1e-9, "{flat}");
        let uphill = calculator.effort(&link.scenario, Effort::Diminishing);
        let expected = 150.0 * ((1.05 - 0.3348_f64) / (1.05 - 0.4348)).ln();
        assert!((uphill.unwrap() - expected).abs() < 1e-9);
    }
}
