//! What a session holds of a unit.

use super::Session;
use super::overrides::Held;
use crate::calculator::CalculatorError;
use crate::calculator::exact_path::Resolved;
use crate::model::{Kind, Node, Rivals};

impl Session {
    /// Whether a unit has an override of a kind on a node.
    pub fn holds(&self, unit: usize, node: Node, kind: Kind) -> bool {
        let mut own = self.overrides.of(unit);
        own.any(|held| held.node == node && held.kind == kind)
    }

    /// How many overrides of a kind a unit has.
    pub fn count(&self, unit: usize, kind: Kind) -> usize {
        let own = self.overrides.of(unit);
        own.filter(|held| held.kind == kind).count()
    }

    /// What rivals do.
    pub fn rivals(&self) -> Rivals {
        self.rivals
    }

    /// Whether max points are changed.
    pub fn has_max_points(&self) -> bool {
        !self.max_points.is_empty()
    }

    /// Whether nothing differs from the edition.
    pub fn is_baseline(&self) -> bool {
        self.overrides.all().is_empty()
            && self.max_points.is_empty()
            && self.rivals == Rivals::Frozen
    }

    /// These overrides under the terms of the scenario.
    pub(super) fn resolved<'a>(
        &self,
        held: impl Iterator<Item = &'a Held>,
    ) -> Result<Resolved, CalculatorError> {
        let edition = self.edition();
        let named = held.map(|held| held.named(edition));
        self.terms.resolved().with(edition, named)
    }
}
