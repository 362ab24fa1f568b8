//! The maxima under a scenario: the framework's own, or changed ones.

use super::{Exact, Framework, Level, MaxPoints, Node};
use std::collections::BTreeMap;

/// The maxima of a scenario: the framework's own, or changed ones, as points per node.
///
/// Below a main indicator the shares stay the framework's: a main indicator whose maximum doubles
/// takes its components along.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Maxima {
    points: Vec<Exact>,
}

impl Maxima {
    /// The framework's own maxima.
    pub fn of(framework: &Framework) -> Self {
        Self::changed(framework, &BTreeMap::new())
    }

    /// The framework's maxima with those of some main indicators changed.
    pub fn changed(framework: &Framework, changes: &BTreeMap<Node, MaxPoints>) -> Self {
        let own = |node: Node| framework.indicator(node).max_points.value();
        let mut points: Vec<Exact> = (0..framework.rows())
            .map(|row| own(Node::at(row)))
            .collect();
        for node in framework.nodes() {
            let parent = framework.indicator(node).parent.unwrap_or(Node::ROOT);
            let above = points.get(parent.row()).copied().unwrap_or(Exact::ZERO);
            let value = match changes.get(&node) {
                Some(changed) => changed.value(),
                None if framework.indicator(node).level > Level::Main => {
                    if above == own(parent) && above != Exact::ZERO {
                        continue;
                    }
                    own(node) * above.div_or(own(parent), Exact::ZERO)
                }
                None => continue,
            };
            if let Some(place) = points.get_mut(node.row()) {
                *place = value;
            }
        }
        for row in (0..points.len()).rev() {
            let node = Node::at(row);
            if framework.indicator(node).level < Level::Main && !changes.is_empty() {
                let sum = framework
                    .scored_children(node)
                    .filter_map(|c| points.get(c.row()));
                let sum = sum.copied().sum();
                if let Some(place) = points.get_mut(row) {
                    *place = sum;
                }
            }
        }
        Self { points }
    }

    /// Max points of a node.
    pub fn of_node(&self, node: Node) -> Exact {
        self.points.get(node.row()).copied().unwrap_or(Exact::ZERO)
    }

    /// Max points of the whole.
    pub fn total(&self) -> Exact {
        self.of_node(Node::ROOT)
    }
}
