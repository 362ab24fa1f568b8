//! What a session holds of a unit.

use super::Session;
use crate::model::{Kind, Node};

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

    /// Whether nothing differs from the edition.
    pub fn is_baseline(&self) -> bool {
        self.overrides.all().is_empty()
            && self.max_points.is_empty()
            && self.rivals == crate::model::Rivals::Frozen
    }
}

impl Session {
    /// Asks about another unit, or about none.
    pub fn set_unit(&mut self, unit: Option<&str>) -> Result<(), crate::calculator::CalculatorError> {
        self.terms.asked = unit.map(|unit| self.position(unit)).transpose()?;
        Ok(())
    }
}
