//! What the desk stands on: the page as it was when it last asked.

use crate::page::Asked;
use dti_engine::calculator::{Calculator, CalculatorError};
use dti_engine::model::{Edition, Framework, Standings};
use dti_formats::link::{self, Language, Link};
use std::sync::Arc;

/// The scenario on screen with its results.
#[derive(Debug)]
pub(super) struct Ground {
    pub(super) language: Language,
    /// The scenario with what its link says besides.
    pub(super) link: Link,
    /// The same as a text, with the figures that stay on the device.
    pub(super) fragment: String,
    pub(super) edition: Arc<Edition>,
    /// Row of the unit whose scorecard is open.
    pub(super) position: usize,
    /// Its id.
    pub(super) unit: String,
    /// All units under the scenario.
    pub(super) standings: Standings,
}

impl Ground {
    /// From a question of the page.
    pub(super) fn of(calculator: &Calculator, asked: &Asked) -> Result<Self, CalculatorError> {
        let (link, _) = link::read_private(&asked.fragment);
        let edition = Arc::clone(calculator.edition(&link.scenario.edition)?);
        let position = edition.position(&asked.unit);
        let asked_about = link.scenario.unit.as_deref();
        let position = position.or_else(|| edition.position(asked_about?));
        let position = position.unwrap_or_default();
        let unit = edition.units().get(position);
        Ok(Self {
            language: link.language.unwrap_or_default(),
            fragment: asked.fragment.clone(),
            position,
            unit: unit.map(|unit| unit.id.clone()).unwrap_or_default(),
            standings: calculator.simulate(&link.scenario)?,
            link,
            edition,
        })
    }

    /// The framework of the edition.
    pub(super) fn framework(&self) -> &Framework {
        self.edition.framework()
    }

    /// Name of the unit whose scorecard is open.
    pub(super) fn unit_name(&self) -> String {
        let unit = self.edition.units().get(self.position);
        let name = unit.map(|unit| crate::page::text::in_language(&unit.name, self.language));
        name.unwrap_or_default().to_owned()
    }
}
