//! What never changes under the sessions of an edition: its baseline, in whole numbers where they
//! fit, and ways to find units and nodes.

use super::boards::Boards;
use super::grid::{Grid, scale_of};
use super::terms::Terms;
use super::tree::Tree;
use crate::analysis::tolerance;
use crate::calculator::exact_path::{Baseline, Ranking};
use crate::model::{Edition, Exact, Framework, Mean, Missing, Node, Origin, Scorecard, Ties};
use std::sync::{Arc, OnceLock};

/// The baseline of an edition in the numbers that its boards count with.
#[derive(Clone, Debug)]
pub(super) enum Figures {
    /// 64 bits hold every sum.
    Narrow(Grid<i64>),
    /// 128 bits do.
    Wide(Grid<i128>),
    /// No common scale fits, or a mean is no sum.
    Fractions,
}

/// What rivals do that repeat last year's change.
#[derive(Clone, Debug)]
pub(crate) struct Trend {
    /// Each unit's change of score from the edition before, where all of them are on file.
    pub(crate) changes: Option<Vec<Exact>>,
    /// Whether that edition has another framework.
    pub(crate) is_across_frameworks: bool,
}

/// An edition as its sessions share it.
#[derive(Debug)]
pub(crate) struct Ground {
    edition: Arc<Edition>,
    baseline: Arc<Baseline>,
    trend: Trend,
    /// Published less recomputed total of each unit.
    residuals: Vec<Exact>,
    tree: Tree,
    figures: Figures,
    /// The edition as it is, made when it is first asked for.
    unedited: OnceLock<Option<Boards>>,
    /// Of each unit its place among the ids.
    ids: Arc<[u32]>,
    nodes_by_id: Vec<Node>,
}

impl Ground {
    /// Finds the edition's scale and puts its baseline on it.
    pub(crate) fn of(edition: Arc<Edition>, baseline: Arc<Baseline>, trend: Trend) -> Self {
        let framework = edition.framework();
        let mut nodes_by_id: Vec<Node> = framework.nodes().collect();
        nodes_by_id.sort_unstable_by_key(|&node| framework.indicator(node).id.as_str());
        let residual = |(card, total): (&Scorecard, &Exact)| *total - card.score(Node::ROOT);
        let residuals = baseline.cards.iter().zip(&baseline.totals).map(residual);
        let tree = Tree::of(framework);
        let figures = figures(framework, &tree, &baseline.cards);
        Self {
            residuals: residuals.collect(),
            ids: places(edition.rows_by_id()),
            edition,
            baseline,
            trend,
            tree,
            figures,
            unedited: OnceLock::new(),
            nodes_by_id,
        }
    }

    pub(super) fn edition(&self) -> &Arc<Edition> {
        &self.edition
    }

    pub(super) fn framework(&self) -> &Framework {
        self.edition.framework()
    }

    pub(super) fn baseline(&self) -> &Baseline {
        &self.baseline
    }

    /// How the units rank without a scenario.
    pub(super) fn ranking(&self) -> &Ranking {
        self.baseline.ranking(&self.edition)
    }

    pub(super) fn trend(&self) -> &Trend {
        &self.trend
    }

    pub(super) fn residuals(&self) -> impl Iterator<Item = Exact> + '_ {
        self.residuals.iter().copied()
    }

    pub(super) fn tree(&self) -> &Tree {
        &self.tree
    }

    pub(super) fn figures(&self) -> &Figures {
        &self.figures
    }

    /// The edition as it is in whole numbers; `None` where it is for fractions.
    pub(super) fn unedited(&self) -> Option<&Boards> {
        let made = || Boards::without_overrides(self, &Terms::unedited(self.framework()));
        self.unedited.get_or_init(made).as_ref()
    }

    /// The score of a unit on a node of the baseline, where it is a whole number of the scale.
    pub(super) fn start(&self, unit: usize, row: usize) -> Option<i128> {
        let place = unit * self.tree.rows() + row;
        match &self.figures {
            Figures::Narrow(grid) => grid.start(place),
            Figures::Wide(grid) => grid.start(place),
            Figures::Fractions => None,
        }
    }

    /// Of each unit its place among the ids.
    pub(super) fn ids(&self) -> &Arc<[u32]> {
        &self.ids
    }

    pub(super) fn ties(&self) -> Ties {
        self.framework().header().ties
    }

    /// The node of this id, where figures can be put on it.
    pub(super) fn scored_node(&self, id: &str) -> Option<Node> {
        let framework = self.framework();
        let name = |node: &Node| framework.indicator(*node).id.as_str();
        let found = self.nodes_by_id.binary_search_by(|node| name(node).cmp(id));
        let node = found.ok().and_then(|place| self.nodes_by_id.get(place))?;
        framework.indicator(*node).scored.then_some(*node)
    }
}

/// Of each row its place in a list of all rows.
pub(crate) fn places(rows: &[u32]) -> Arc<[u32]> {
    let mut places = vec![0; rows.len()];
    for (place, &row) in (0..).zip(rows) {
        if let Some(own) = places.get_mut(row as usize) {
            *own = place;
        }
    }
    places.into()
}

/// The narrowest numbers that hold all figures; then, where totals are rounded, those that hold what
/// is entered: a fraction that stays the same is cut off once.
fn figures(framework: &Framework, tree: &Tree, cards: &[Scorecard]) -> Figures {
    if !is_sum(framework, cards) {
        return Figures::Fractions;
    }
    let narrow = |scale| Grid::try_new(framework, tree, cards, scale).map(Figures::Narrow);
    let wide = |scale| Grid::try_new(framework, tree, cards, scale).map(Figures::Wide);
    let scale = scale_of(framework, tree, cards);
    let exact = scale.and_then(|scale| narrow(scale).or_else(|| wide(scale)));
    let entries = scale_of(framework, tree, &[]).filter(|_| framework.header().decimals.is_some());
    exact
        .or_else(|| entries.and_then(narrow))
        .unwrap_or(Figures::Fractions)
}

/// Whether every total is a sum of scores times max points.
fn is_sum(framework: &Framework, cards: &[Scorecard]) -> bool {
    let nodes = || std::iter::once(Node::ROOT).chain(framework.nodes());
    let is_arithmetic = nodes().all(|node| framework.indicator(node).mean == Mean::Arithmetic);
    let is_missing = |card: &Scorecard| nodes().any(|n| card.origin(n) == Some(Origin::Missing));
    // What is missing leaves its weight to others, which differs by unit.
    let is_rescaled = framework.header().missing == Some(Missing::Rescale);
    // Floats compute what has logarithms and roots in it.
    let is_exact = tolerance(framework) == Exact::ZERO;
    is_arithmetic && is_exact && !(is_rescaled && cards.iter().any(is_missing))
}
