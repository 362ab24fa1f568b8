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
