//! Answers derived from a session's figures: computed when they are asked for, and kept until
//! something under them changes.

use super::tree::Tree;
use crate::analysis::median;
use crate::calculator::exact_path::{Depth, Outcome, column_ranks};
use crate::model::{Exact, Framework, Node, Origin, PillarStanding, Scorecard};
use std::sync::OnceLock;

/// One indicator over all units, in the edition's order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Scores, unrounded.
    pub scores: Vec<Exact>,
    /// Ranks, of scores rounded as totals are.
    pub ranks: Vec<u32>,
    /// The middle score, or the mean of the two in the middle.
    pub median: Exact,
    /// The highest score.
    pub best: Exact,
    /// Whether a unit has only an estimate here.
    pub estimated: bool,
}

impl Column {
    /// An indicator over these cards.
    pub(crate) fn of<'a>(
        framework: &Framework,
        node: Node,
        cards: impl Iterator<Item = &'a Scorecard>,
    ) -> Self {
        let mut estimated = false;
        let scores: Vec<Exact> = cards
            .map(|card| {
                estimated |= card.origin(node).is_some_and(Origin::is_guess);
                card.score(node)
            })
            .collect();
        Self {
            ranks: column_ranks(framework, &scores),
            median: median(&scores).unwrap_or(Exact::ZERO),
            best: scores.iter().copied().max().unwrap_or(Exact::ZERO),
            estimated,
            scores,
        }
    }
}

/// What was asked for and still holds.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    units: Vec<KeptUnit>,
    pub(super) pillars: OnceLock<Vec<Vec<PillarStanding>>>,
    /// Of each row of the framework.
    columns: Vec<OnceLock<Column>>,
}

/// What is kept of one unit.
#[derive(Clone, Debug, Default)]
pub(super) struct KeptUnit {
    /// To the main indicators.
    above: OnceLock<Outcome>,
    all: OnceLock<Outcome>,
    /// The scores of its pillars, rounded.
    pub(super) pillars: OnceLock<Vec<Exact>>,
}

impl KeptUnit {
    /// What is known of it to this depth.
    pub(super) fn outcome(&self, depth: Depth) -> Option<&Outcome> {
        let above = self.above.get().filter(|_| depth == Depth::Mains);
        above.or_else(|| self.all.get())
    }

    /// Keeps what was found to this depth.
    pub(super) fn keep(&self, depth: Depth, outcome: Outcome) {
        let slot = match depth {
            Depth::Mains => &self.above,
            Depth::All => &self.all,
        };
        slot.get_or_init(|| outcome);
    }
}

impl Kept {
    /// Nothing yet.
    pub(super) fn new(units: usize, rows: usize) -> Self {
        Self {
            units: vec![KeptUnit::default(); units],
            pillars: OnceLock::new(),
            columns: vec![OnceLock::new(); rows],
        }
    }

    pub(super) fn units(&self) -> &[KeptUnit] {
        &self.units
    }

    pub(super) fn column(&self, node: Node) -> Option<&OnceLock<Column>> {
        self.columns.get(node.row())
    }

    /// Forgets what rests on a unit; `moved` is the one node of it that moved by a difference, with
    /// all above and below, where that is known.
    pub(super) fn forget(&mut self, tree: &Tree, unit: usize, moved: Option<usize>) {
        if let Some(own) = self.units.get_mut(unit) {
            *own = KeptUnit::default();
        }
        self.pillars.take();
        let is_under = |row: usize| {
            moved.is_none_or(|moved| {
                row == moved || tree.is_above(row, moved) || tree.is_above(moved, row)
            })
        };
        for (row, column) in self.columns.iter_mut().enumerate() {
            if column.get().is_some() && is_under(row) {
                column.take();
            }
        }
    }
}
