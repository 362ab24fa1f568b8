//! What a scenario says to all units alike, and what the slow computation says of one.

use super::ground::Ground;
use crate::calculator::CalculatorError;
use crate::calculator::exact_path::{Outcome, Resolved, outcome_of, rival_changes};
use crate::model::{Exact, Framework, Maxima, Node, Rivals};

/// The maxima of a scenario, its rivals and the unit asked about.
#[derive(Clone, Debug)]
pub(super) struct Terms {
    pub(super) maxima: Maxima,
    pub(super) has_changed_maxima: bool,
    /// What each unit's total moves by as a rival; `None` where rivals stay.
    changes: Option<Vec<Exact>>,
    pub(super) asked: Option<usize>,
}

impl Terms {
    pub(super) fn of(
        ground: &Ground,
        resolved: &Resolved,
        rivals: Rivals,
    ) -> Result<Self, CalculatorError> {
        let trend = || ground.trend().changes.clone();
        let total = resolved.maxima.total();
        let changes = rival_changes(ground.edition(), trend, rivals, total)?;
        Ok(Self {
            maxima: resolved.maxima.clone(),
            has_changed_maxima: resolved.has_changed_maxima,
            changes,
            asked: resolved.unit,
        })
    }

    /// Those of an edition as it is, nobody being asked about.
    pub(super) fn unedited(framework: &Framework) -> Self {
        Self {
            maxima: Maxima::of(framework),
            has_changed_maxima: false,
            changes: None,
            asked: None,
        }
    }

    /// Whether totals without overrides are those of the edition.
    pub(super) fn leave_the_edition(&self) -> bool {
        !self.has_changed_maxima && self.changes.is_none()
    }

    /// A scenario with these terms and no override.
    pub(super) fn resolved(&self) -> Resolved {
        Resolved::new(self.asked, self.maxima.clone(), self.has_changed_maxima)
    }

    /// What a unit's total moves by while it is a rival.
    pub(super) fn change(&self, unit: usize) -> Exact {
        let changes = self.changes.as_ref();
        let change = changes.and_then(|changes| changes.get(unit));
        change.copied().unwrap_or(Exact::ZERO)
    }

    /// What a unit's total moves by; `None` where rivals stay or the unit is none.
    pub(super) fn rival_change(&self, unit: usize, is_overridden: bool) -> Option<Exact> {
        let is_rival = !is_overridden && self.asked != Some(unit);
        (is_rival && self.changes.is_some()).then(|| self.change(unit))
    }
}

/// One unit as the slow computation leaves it.
pub(super) struct Settled {
    pub(super) unit: usize,
    pub(super) outcome: Outcome,
    /// The nodes with a what-if, or an assessed figure that counts as one.
    pub(super) entered: Vec<Node>,
    /// Whether the scenario has an override on the unit.
    pub(super) is_overridden: bool,
}

impl Settled {
    pub(super) fn of(
        ground: &Ground,
        resolved: &Resolved,
        unit: usize,
    ) -> Result<Self, CalculatorError> {
        let what_if = resolved.what_if.get(&unit);
        Ok(Self {
            unit,
            outcome: outcome_of(ground.edition(), ground.baseline(), resolved, unit)?,
            entered: what_if.map_or_else(Vec::new, |own| own.keys().copied().collect()),
            is_overridden: what_if.is_some() || resolved.known.contains_key(&unit),
        })
    }
}
