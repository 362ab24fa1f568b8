//! A scorecard: one unit's whole tree of scores, complete, each with its origin.

use super::{Exact, Framework, Node, Origin};
use std::sync::Arc;

/// A score on one node and where it comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Value {
    /// Share of the max points, `0..=1`.
    pub score: Exact,
    /// Where it comes from.
    pub origin: Origin,
}

/// One unit's values, a row per node of its framework; `None` only where nothing is scored.
///
/// A copy shares its values until one of the two is written to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scorecard {
    values: Arc<[Option<Value>]>,
}

impl Scorecard {
    /// An empty scorecard for a framework.
    pub fn empty(framework: &Framework) -> Self {
        Self {
            values: vec![None; framework.rows()].into(),
        }
    }

    /// The value on a node.
    pub fn value(&self, node: Node) -> Option<Value> {
        self.values.get(node.row()).copied().flatten()
    }

    /// The score on a node, zero where nothing is scored.
    pub fn score(&self, node: Node) -> Exact {
        self.value(node).map_or(Exact::ZERO, |value| value.score)
    }

    /// The origin on a node, where there is a value.
    pub fn origin(&self, node: Node) -> Option<Origin> {
        self.value(node).map(|value| value.origin)
    }

    /// Puts a value on a node.
    pub fn put(&mut self, node: Node, score: Exact, origin: Origin) {
        if let Some(place) = Arc::make_mut(&mut self.values).get_mut(node.row()) {
            *place = Some(Value { score, origin });
        }
    }
}
