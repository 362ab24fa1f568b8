//! What a year has brought at most: the yardstick beside each step of a plan.

use crate::calculator::{Calculator, CalculatorError};
use crate::catalogue::Catalogue;
use crate::model::{Edition, Exact};
use std::sync::Arc;

impl Calculator {
    /// The largest gain of any unit on an indicator in one year, in score: between the two newest
    /// editions in a row that are comparable and from which this edition descends. `None` where
    /// not every unit has it on file in both.
    pub fn largest_yearly_gain(
        &self,
        edition: &str,
        indicator: &str,
    ) -> Result<Option<Exact>, CalculatorError> {
        let edition = self.edition(edition)?;
        Ok(self.largest_gain(edition, indicator))
    }

    /// The same of an edition that is at hand.
    pub(super) fn largest_gain(&self, edition: &Edition, indicator: &str) -> Option<Exact> {
        let (before, after) = newest_pair(&self.catalogue, edition)?;
        let node = after.framework().node(indicator)?;
        let mut largest = None;
        for (old, new) in before.rows().iter().zip(after.rows()) {
            let (old, new) = (old.indicators.get(&node)?, new.indicators.get(&node)?);
            largest = largest.max(Some(new.value - old.value));
        }
        largest.filter(|gain| *gain > Exact::ZERO)
    }
}

/// Two editions in a row with one framework and one list of units.
fn newest_pair<'a>(
    catalogue: &'a Catalogue,
    asked: &Edition,
) -> Option<(&'a Arc<Edition>, &'a Arc<Edition>)> {
    let frameworks = frameworks_before(catalogue, asked);
    catalogue.editions.iter().rev().find_map(|after| {
        let previous = after
            .header()
            .previous
            .as_ref()
            .filter(|previous| !previous.merged)?;
        let before = catalogue.edition(&previous.edition)?;
        let ids = |edition: &'a Edition| edition.units().iter().map(|unit| unit.id.as_str());
        let is_comparable = before.framework().id() == after.framework().id()
            && frameworks.contains(&after.framework().id())
            && [before, after]
                .iter()
                .all(|edition| edition.header().simulatable)
            && ids(before).eq(ids(after));
        is_comparable.then_some((before, after))
    })
}

/// The frameworks of an edition and of those before it, so that an index of one's own is never
/// measured by another one's gains.
fn frameworks_before<'a>(catalogue: &'a Catalogue, asked: &'a Edition) -> Vec<&'a str> {
    let mut frameworks = vec![asked.framework().id()];
    let mut edition = asked;
    // A chain is never longer than the list; files might name each other.
    for _ in &catalogue.editions {
        let previous = edition.header().previous.as_ref();
        let Some(before) = previous.and_then(|p| catalogue.edition(&p.edition)) else {
            break;
        };
        frameworks.push(before.framework().id());
        edition = before;
    }
    frameworks
}
