//! What the doubt in a unit's score and rank comes from: a question checked, prepared and drawn.

use super::resolve::position;
use super::{Calculator, CalculatorError, DrawSetting, Given};
use crate::analysis::{Saltelli, Sensitivity};
use crate::model::Scenario;

/// Least rows of one question.
pub const LEAST_SAMPLES: u32 = 64;
/// Most rows of one question.
pub const MOST_SAMPLES: u32 = 65_536;

/// What does the doubt in the unit of this scenario come from?
#[derive(Clone, PartialEq, Debug)]
pub struct SensitivityQuestion {
    /// The scenario, which names the unit; how many draws are the rows of the scheme.
    pub drawn: super::StabilityQuestion,
}

impl SensitivityQuestion {
    /// The usual question: 2,000 rows of seed 1, every source on.
    pub fn of(scenario: Scenario) -> Self {
        Self {
            drawn: super::StabilityQuestion {
                draws: 2_000,
                rivals: true,
                ..super::StabilityQuestion::of(scenario)
            },
        }
    }
}

impl Calculator {
    /// The scheme of a question, to be run in slices; [`Self::sensitivity`] runs it at once.
    ///
    /// Where no edition before says how units move, the rivals are left out of the groups.
    pub fn sensitivity_draws(
        &self,
        question: &SensitivityQuestion,
    ) -> Result<Saltelli, CalculatorError> {
        let drawn = &question.drawn;
        let (low, high) = DrawSetting::Samples.range();
        if !(low..=high).contains(&u64::from(drawn.draws)) {
            return Err(CalculatorError::DrawSettingOutOfRange {
                setting: DrawSetting::Samples,
                given: Given(f64::from(drawn.draws)),
            });
        }
        let edition = self.edition(&drawn.scenario.edition)?;
        let no_unit = || CalculatorError::NoUnit(edition.id().to_owned());
        let unit = drawn.scenario.unit.as_deref().ok_or_else(no_unit)?;
        let row = position(edition, unit)?;
        let (base, sources) = self.draw_base(drawn)?;
        let rivals = self.rival_moves(drawn)?;
        let run = (row, drawn.draws, drawn.seed);
        Ok(Saltelli::new(base, sources, rivals, run))
    }

    /// What the doubt in a unit's score and rank comes from, from all rows of the question.
    pub fn sensitivity(
        &self,
        question: &SensitivityQuestion,
    ) -> Result<Sensitivity, CalculatorError> {
        let mut scheme = self.sensitivity_draws(question)?;
        scheme.advance(question.drawn.draws);
        Ok(scheme.result())
    }
}
