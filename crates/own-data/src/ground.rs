//! What a deed is about: the scenario on screen, and the unit whose scorecard is open.

use dti_engine::calculator::{Calculator, CalculatorError};
use dti_engine::model::{Edition, Framework, Scenario};
use dti_formats::link::Link;
use std::sync::Arc;

/// The page as it is.
#[derive(Clone, Debug)]
pub struct Ground {
    /// The scenario with what its link says besides.
    pub link: Link,
    /// The edition of the scenario.
    pub edition: Arc<Edition>,
    /// Row of the unit whose scorecard is open.
    pub position: usize,
}

impl Ground {
    /// What a link shows, with the scorecard of a unit open; without one, of the unit that it asks about.
    /// Fails where the calculator has no such edition.
    pub fn of(calculator: &Calculator, link: Link, unit: &str) -> Result<Self, CalculatorError> {
        let edition = Arc::clone(calculator.edition(&link.scenario.edition)?);
        let asked_about = link.scenario.unit.as_deref();
        let position = edition.position(unit);
        let position = position.or_else(|| edition.position(asked_about?));
        Ok(Self {
            position: position.unwrap_or_default(),
            link,
            edition,
        })
    }

    /// The scenario.
    pub fn scenario(&self) -> &Scenario {
        &self.link.scenario
    }

    /// Id of the edition.
    pub fn edition_id(&self) -> &str {
        self.edition.id()
    }

    /// Id of the unit whose scorecard is open; empty where the edition has none.
    pub fn unit(&self) -> &str {
        let unit = self.edition.units().get(self.position);
        unit.map_or("", |unit| &unit.id)
    }

    /// The framework of the edition.
    pub fn framework(&self) -> &Framework {
        self.edition.framework()
    }
}
