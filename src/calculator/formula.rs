//! What an estimate starts from, for a reader who wants to follow it.

use super::Calculator;
use crate::model::{Edition, Exact, Node, Row};
use std::sync::Arc;

impl Calculator {
    /// The mean of a main indicator over the complete units, from which all its estimates in an
    /// edition are shifted. `None` where nothing can be estimated.
    pub fn estimate_start(&self, edition: &str, node: Node) -> Option<Exact> {
        let baseline = self.baseline(self.edition(edition).ok()?).ok()?;
        baseline.profile.get(&node).copied()
    }

    /// The edition whose complete units stand behind the estimates of `edition`, and how many they
    /// are.
    pub fn complete_units(&self, edition: &str) -> Option<(&Arc<Edition>, usize)> {
        let behind = self.edition(edition).ok()?.header().profile.as_deref()?;
        let behind = self.edition(behind).ok()?;
        let mains: Vec<Node> = behind.framework().mains().collect();
        let is_complete = |row: &&Row| {
            row.total.is_some() && mains.iter().all(|node| row.indicators.contains_key(node))
        };
        Some((behind, behind.rows().iter().filter(is_complete).count()))
    }
}

#[cfg(test)]
mod tests {
    use crate::calculator::Calculator;
    use crate::model::{Exact, Origin, Scenario};

    #[test]
    fn the_complete_units_of_each_edition_are_counted() {
        let calculator = Calculator::official().unwrap();
        let counted = |edition: &str| {
            let (behind, count) = calculator.complete_units(edition)?;
            Some((behind.id().to_owned(), count))
        };
        assert_eq!(counted("2022"), Some(("2022".to_owned(), 10)));
        assert_eq!(counted("2023"), Some(("2023".to_owned(), 10)));
        assert_eq!(counted("2024"), Some(("2024-34".to_owned(), 34)));
        assert_eq!(counted("2021"), None);
        assert_eq!(counted("1999"), None);
    }

    #[test]
    fn all_estimates_of_a_unit_lie_equally_far_from_where_they_start() {
        let calculator = Calculator::official().unwrap();
        let edition = calculator.edition("2022").unwrap();
        let standings = calculator.simulate(&Scenario::baseline("2022")).unwrap();
        let position = edition.position("bac-giang").unwrap();
        let card = &standings.of(position).unwrap().card;
        let mains = edition.framework().mains();
        let shifts: Vec<Exact> = mains
            .filter(|&node| card.origin(node) == Some(Origin::Estimated))
            .filter(|&node| card.score(node) < Exact::ONE)
            .map(|node| card.score(node) - calculator.estimate_start("2022", node).unwrap())
            .collect();
        assert!(shifts.len() >= 2);
        assert!(shifts.iter().all(|shift| *shift == shifts[0]), "{shifts:?}");
    }
}
