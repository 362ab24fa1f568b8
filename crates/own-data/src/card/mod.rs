//! The detailed scorecard: components below each main indicator, each with what its unit gives itself, what
//! the stages of assessment gave and what if, and what it is worth.

mod entry;
mod field;
mod goal;
mod look;
mod worth;

pub use entry::{Drafts, Fault, Step, tick};
pub use field::{Field, Spot};
pub use look::{Look, Part, View, kinds, parts, raw_in};
pub use worth::{Goal, Worth};

use crate::{Ground, OwnData, Refusal};
use dti_engine::calculator::{AssessmentFault, AssessmentProblem, ComponentCard};
use dti_engine::model::Framework;
use entry::without_unplaced;

/// Faults of values that no row shows.
pub fn unplaced<'a>(
    framework: &'a Framework,
    card: &'a ComponentCard,
) -> impl Iterator<Item = &'a AssessmentFault> {
    card.faults.iter().filter(|fault| {
        let is_shown = framework.node(&fault.indicator).is_some();
        !is_shown
            || matches!(
                fault.problem,
                AssessmentProblem::Twice | AssessmentProblem::UnknownIndicator { .. }
            )
    })
}

impl OwnData {
    /// Takes the values out that cannot count and have no row of their own; a step back brings them again.
    pub fn clear_unplaced(&mut self, ground: &Ground) -> Result<(), Refusal> {
        let card = self.component_card(ground).map_err(Refusal::Figures)?;
        let own = self.assessment(ground.edition_id(), ground.unit());
        let mut next = self.own.clone();
        next.assess(without_unplaced(ground.framework(), &own, &card));
        self.change(next)
    }
}

#[cfg(test)]
mod tests;
