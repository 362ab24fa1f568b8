//! The same board in three kinds of numbers.

use super::board::Board;
use super::ground::{Figures, Ground};
use super::order::Order;
use super::terms::{Settled, Terms};
use crate::analysis::{Rounding, with_ties};
use crate::calculator::CalculatorError;
use crate::calculator::exact_path::{Resolved, moved, resolve};
use crate::model::{Exact, Node, Scenario};
use std::ops::Range;

/// The numbers in which a session counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Representation {
    /// Whole numbers of 64 bits.
    Narrow,
    /// Whole numbers of 128 bits.
    Wide,
    /// Fractions: means that are no sums, logarithms, roots, and figures that no scale holds. Each
    /// edit computes its unit anew.
    Fractions,
}

/// All units under a scenario, in one representation.
#[derive(Clone, Debug)]
pub(super) enum Boards {
    Narrow(Board<i64>),
    Wide(Board<i128>),
    Fractions(Fractions),
}

/// Totals and their order. Where floats compute totals, one that moves may come to be level with
/// others, so the order is made anew.
#[derive(Clone, Debug)]
pub(super) struct Fractions {
    /// Unrounded.
    totals: Vec<Exact>,
    order: Order<Exact>,
}

impl Fractions {
    fn try_new(
        ground: &Ground,
        terms: &Terms,
        resolved: &Resolved,
    ) -> Result<Self, CalculatorError> {
        let units = 0..ground.baseline().cards.len();
        let totals: Result<Vec<Exact>, _> = units
            .map(|unit| Ok(total(terms, &Settled::of(ground, resolved, unit)?)))
            .collect();
        let totals = totals?;
        Ok(Self {
            order: ordered(ground, &totals),
            totals,
        })
    }

    fn write(&mut self, ground: &Ground, terms: &Terms, settled: &Settled) {
        if let Some(own) = self.totals.get_mut(settled.unit) {
            *own = total(terms, settled);
            self.order = ordered(ground, &self.totals);
        }
    }
}

/// The order that a simulation gives these totals.
fn ordered(ground: &Ground, totals: &[Exact]) -> Order<Exact> {
    let framework = ground.framework();
    let decimals = framework.header().decimals;
    let rounding = decimals.map_or(Rounding::Unrounded, Rounding::Decimals);
    let keys = with_ties(framework, totals.to_vec()).into_iter();
    let keys = keys.map(|total| rounding.round(total)).collect();
    Order::new(keys, ground.ids().clone(), ground.ties())
}

/// The unrounded total of a unit.
fn total(terms: &Terms, settled: &Settled) -> Exact {
    let change = terms.rival_change(settled.unit, settled.is_overridden);
    moved(settled.outcome.own_total, change)
}

impl Boards {
    /// All units under a scenario, with those that have overrides; fails as a simulation of it does.
    pub(super) fn try_new(
        ground: &Ground,
        scenario: &Scenario,
    ) -> Result<(Terms, Self, Vec<Settled>), CalculatorError> {
        let resolved = resolve(ground.edition(), scenario)?;
        let terms = Terms::of(ground, &resolved, scenario.rivals)?;
        let mut settled = Vec::new();
        for unit in 0..ground.baseline().cards.len() {
            if resolved.known.contains_key(&unit) || resolved.what_if.contains_key(&unit) {
                settled.push(Settled::of(ground, &resolved, unit)?);
            }
        }
        let whole = Self::narrowest(ground, &terms, &settled);
        let board = match whole.or_else(|| Self::wide(ground, &terms, &settled)) {
            Some(board) => board,
            None => Self::Fractions(Fractions::try_new(ground, &terms, &resolved)?),
        };
        Ok((terms, board, settled))
    }

    /// In the numbers of the edition's figures; `None` where something does not fit into them.
    fn narrowest(ground: &Ground, terms: &Terms, settled: &[Settled]) -> Option<Self> {
        let mut board = if terms.leave_the_edition() {
            ground.unedited()?.clone()
        } else {
            Self::without_overrides(ground, terms)?
        };
        board.try_ask(terms.asked);
        board.with(ground, terms, settled)
    }

    /// In 128 bits, where the figures of the edition fit into 64.
    fn wide(ground: &Ground, terms: &Terms, settled: &[Settled]) -> Option<Self> {
        let Figures::Narrow(grid) = ground.figures() else {
            return None;
        };
        let board = Board::try_new(ground, &grid.widened(), terms)?;
        Self::Wide(board).with(ground, terms, settled)
    }

    /// The edition under these terms, in the numbers of its figures.
    pub(super) fn without_overrides(ground: &Ground, terms: &Terms) -> Option<Self> {
        match ground.figures() {
            Figures::Narrow(grid) => Board::try_new(ground, grid, terms).map(Self::Narrow),
            Figures::Wide(grid) => Board::try_new(ground, grid, terms).map(Self::Wide),
            Figures::Fractions => None,
        }
    }

    /// With the units on it that have overrides.
    fn with(mut self, ground: &Ground, terms: &Terms, settled: &[Settled]) -> Option<Self> {
        for unit in settled {
            self.write(ground, terms, unit)?;
        }
        Some(self)
    }

    /// The same in fractions, where a scenario has left the scale.
    pub(super) fn in_fractions(
        ground: &Ground,
        terms: &Terms,
        scenario: &Scenario,
    ) -> Result<Self, CalculatorError> {
        let resolved = resolve(ground.edition(), scenario)?;
        Fractions::try_new(ground, terms, &resolved).map(Self::Fractions)
    }

    /// As [`Board::try_set`]; fractions always go the slow way.
    pub(super) fn try_set(
        &mut self,
        ground: &Ground,
        unit: usize,
        node: Node,
        score: Exact,
    ) -> bool {
        match self {
            Self::Narrow(board) => board.try_set(ground.tree(), unit, node.row(), score),
            Self::Wide(board) => board.try_set(ground.tree(), unit, node.row(), score),
            Self::Fractions(_) => false,
        }
    }

    /// As [`Board::try_unset`].
    pub(super) fn try_unset(
        &mut self,
        ground: &Ground,
        unit: usize,
        node: Node,
        is_last: bool,
    ) -> bool {
        match self {
            Self::Narrow(board) => board.try_unset(ground, unit, node.row(), is_last),
            Self::Wide(board) => board.try_unset(ground, unit, node.row(), is_last),
            Self::Fractions(_) => false,
        }
    }

    /// As [`Board::ask`]; says whether that is done: fractions are to be made anew.
    pub(super) fn try_ask(&mut self, unit: Option<usize>) -> bool {
        match self {
            Self::Narrow(board) => board.ask(unit),
            Self::Wide(board) => board.ask(unit),
            Self::Fractions(_) => return false,
        }
        true
    }

    /// As [`Board::write`].
    pub(super) fn write(
        &mut self,
        ground: &Ground,
        terms: &Terms,
        settled: &Settled,
    ) -> Option<()> {
        match self {
            Self::Narrow(board) => board.write(ground, terms, settled),
            Self::Wide(board) => board.write(ground, terms, settled),
            Self::Fractions(board) => {
                board.write(ground, terms, settled);
                Some(())
            }
        }
    }

    pub(super) fn representation(&self) -> Representation {
        match self {
            Self::Narrow(_) => Representation::Narrow,
            Self::Wide(_) => Representation::Wide,
            Self::Fractions(_) => Representation::Fractions,
        }
    }

    pub(super) fn scale(&self) -> Option<i128> {
        match self {
            Self::Narrow(board) => Some(board.scale().into()),
            Self::Wide(board) => Some(board.scale()),
            Self::Fractions(_) => None,
        }
    }

    pub(super) fn rank(&self, unit: usize) -> u32 {
        match self {
            Self::Narrow(board) => board.order().rank(unit),
            Self::Wide(board) => board.order().rank(unit),
            Self::Fractions(board) => board.order.rank(unit),
        }
    }

    pub(super) fn ranks(&self) -> &[u32] {
        match self {
            Self::Narrow(board) => board.order().ranks(),
            Self::Wide(board) => board.order().ranks(),
            Self::Fractions(board) => board.order.ranks(),
        }
    }

    pub(super) fn order(&self) -> &[u32] {
        match self {
            Self::Narrow(board) => board.order().order(),
            Self::Wide(board) => board.order().order(),
            Self::Fractions(board) => board.order.order(),
        }
    }

    /// The places of a unit and of those that it is level with.
    pub(super) fn level_of(&self, unit: usize) -> Option<Range<usize>> {
        match self {
            Self::Narrow(board) => board.order().level_of(unit),
            Self::Wide(board) => board.order().level_of(unit),
            Self::Fractions(board) => board.order.level_of(unit),
        }
    }

    /// The total of a unit as it is compared and shown.
    pub(super) fn score(&self, unit: usize) -> Exact {
        match self {
            Self::Narrow(board) => board.score(unit),
            Self::Wide(board) => board.score(unit),
            Self::Fractions(board) => board.order.key(unit).unwrap_or(Exact::ZERO),
        }
    }
}
