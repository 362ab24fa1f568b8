//! What a unit scored and ranked in the edition before, as far as that is on file.

use super::{Calculator, Weights};
use crate::model::{Edition, Exact, Origin, Scenario};
use std::sync::Arc;

/// A unit's place in the edition before its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LastYear {
    /// Its score, `0..=1`.
    pub score: Exact,
    /// Published, or derived: the mean of the former units that it was merged from.
    pub origin: Origin,
    /// Its rank, where one is on file; after the merger, among the merged units.
    pub rank: Option<u32>,
}

impl Calculator {
    /// Every unit's place in the edition before, in the order of the edition's units. `None` where
    /// no score is on file; empty where there is no edition before.
    pub fn last_year(&self, edition: &str) -> Vec<Option<LastYear>> {
        let Ok(edition) = self.edition(edition) else {
            return Vec::new();
        };
        let Some(previous) = &edition.header().previous else {
            return Vec::new();
        };
        let Ok(before) = self.edition(&previous.edition) else {
            return Vec::new();
        };
        if previous.merged {
            self.merged_from(edition, before)
        } else {
            let units = edition.units().iter();
            units
                .map(|unit| self.in_edition(before, &unit.id))
                .collect()
        }
    }

    /// The edition before has the former units: their means, and ranks among these.
    fn merged_from(&self, edition: &Edition, before: &Edition) -> Vec<Option<LastYear>> {
        let Ok(merged) = self.merge(&Scenario::baseline(before.id()), Weights::Equal) else {
            return Vec::new();
        };
        let place = |unit: &str| {
            let units = self.merged_units();
            let position = units.iter().position(|merged| merged.id == unit)?;
            let own = merged.of(position)?;
            let former = before.units().iter();
            let former = former.filter(|former| self.merged_into(&former.id) == Some(unit));
            Some(LastYear {
                score: own.baseline_score,
                origin: match former.count() {
                    1 => Origin::Published,
                    _ => Origin::Derived,
                },
                rank: Some(own.baseline_rank),
            })
        };
        let units = edition.units().iter();
        units.map(|unit| place(&unit.id)).collect()
    }

    /// The edition before has the unit itself: its own rank there, also one that is shared.
    fn in_edition(&self, before: &Arc<Edition>, unit: &str) -> Option<LastYear> {
        let row = before.position(unit)?;
        let total = before.rows().get(row)?.total.as_ref()?;
        Some(LastYear {
            score: total.value,
            origin: total.origin,
            rank: self.result(before, row).rank,
        })
    }
}
