//! A framework as rows of flat arrays: where a change of one node's score goes next.

use crate::model::{Framework, Level, Node, greatest_common_divisor};

/// What a change of a node does to the node above it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Link {
    /// The total: nothing is above.
    Root,
    /// A group: its points are part of those above.
    Sum {
        /// Row of the node above.
        above: usize,
    },
    /// A main indicator: its score times its max points.
    Main {
        /// Row of the node above.
        above: usize,
    },
    /// Below a main indicator: the share of its max points in those above, which scenarios do not
    /// change.
    Part {
        /// Row of the node above.
        above: usize,
        /// Share, above the line.
        share: i64,
        /// Share, below the line: above 0.
        of: i64,
    },
}

/// The rows of a framework, parents first; row 0 is the total.
#[derive(Clone, Debug)]
pub(super) struct Tree {
    links: Vec<Link>,
    /// Of each row: whether something scored is below it.
    parents: Vec<bool>,
    /// Of each row: whether it or something above it is not scored.
    apart: Vec<bool>,
    mains: Vec<Node>,
}

impl Tree {
    /// The rows of this framework.
    pub(super) fn of(framework: &Framework) -> Self {
        let mut tree = Self {
            links: vec![Link::Root],
            parents: vec![true],
            apart: vec![false],
            mains: framework.mains().collect(),
        };
        for node in framework.nodes() {
            let indicator = framework.indicator(node);
            let parent = indicator.parent.unwrap_or(Node::ROOT);
            let above = parent.row();
            tree.links.push(match indicator.level {
                Level::Root | Level::Group => Link::Sum { above },
                Level::Main => Link::Main { above },
                Level::Component | Level::Criterion => {
                    let (share, of) = share(framework, node, parent);
                    Link::Part { above, share, of }
                }
            });
            tree.parents
                .push(framework.scored_children(node).next().is_some());
            let is_apart = !indicator.scored || tree.is_apart(above);
            tree.apart.push(is_apart);
        }
        tree
    }

    /// How many rows there are.
    pub(super) fn rows(&self) -> usize {
        self.links.len()
    }

    /// What is above a row.
    pub(super) fn link(&self, row: usize) -> Link {
        self.links.get(row).copied().unwrap_or(Link::Root)
    }

    /// Whether something scored is below a row.
    pub(super) fn is_parent(&self, row: usize) -> bool {
        self.parents.get(row).copied().unwrap_or_default()
    }

    /// Whether a row counts for nothing: it or something above it is not scored.
    pub(super) fn is_apart(&self, row: usize) -> bool {
        self.apart.get(row).copied().unwrap_or_default()
    }

    /// The main indicators that count.
    pub(super) fn mains(&self) -> &[Node] {
        &self.mains
    }

    /// The largest number by which a change is multiplied below the main indicators.
    pub(super) fn largest_share(&self) -> i128 {
        let shares = self.links.iter().map(|link| match link {
            Link::Part { share, .. } => *share,
            Link::Root | Link::Sum { .. } | Link::Main { .. } => 1,
        });
        shares.max().unwrap_or(1).into()
    }

    /// The rows above a row, the nearest first.
    pub(super) fn above(&self, row: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.parent(row), |&row| self.parent(row))
    }

    /// Whether one row is above another.
    pub(super) fn is_above(&self, row: usize, other: usize) -> bool {
        self.above(other).any(|above| above == row)
    }

    fn parent(&self, row: usize) -> Option<usize> {
        match self.link(row) {
            Link::Root => None,
            Link::Sum { above } | Link::Main { above } | Link::Part { above, .. } => Some(above),
        }
    }
}

/// The share of a node's max points in its parent's, in lowest terms.
fn share(framework: &Framework, node: Node, parent: Node) -> (i64, i64) {
    let own = |node: Node| framework.indicator(node).max_points.hundredths();
    match own(parent) {
        0 => (0, 1),
        of => {
            let common = greatest_common_divisor(own(node).into(), of.into()).max(1);
            let lowest = |part: u32| i64::try_from(u128::from(part) / common).unwrap_or(1);
            (lowest(own(node)), lowest(of))
        }
    }
}
