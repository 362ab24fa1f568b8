//! One scenario being edited: an edit costs what it changes, and ranks follow.
//!
//! | file | holds |
//! | --- | --- |
//! | `grid`, `tree` | an edition's figures as whole numbers of one scale; its nodes as rows |
//! | `board` | sums under a scenario, which follow one changed figure |
//! | `order` | who stands before whom, which follows one changed total |
//! | `boards` | the same in 64 bits, 128 bits and fractions |
//! | `ground` | what the sessions of an edition share |
//! | `derived`, `kept` | cards, pillars, ranks by indicator, medians: made when asked for, kept while they hold |
//! | `summary` | verdict, scorecard and ladder, as the page shows them |
//! | `standings` | all units ranked, with all of their figures |

mod board;
mod boards;
mod derived;
mod floor;
mod grid;
mod ground;
mod held;
mod kept;
mod order;
mod overrides;
mod standings;
mod summary;
mod terms;
mod tree;

pub use boards::Representation;
pub(crate) use ground::{Ground, Trend, places};
pub use kept::Column;
pub(crate) use order::Order;

use crate::analysis::earned;
use crate::calculator::CalculatorError;
use crate::calculator::exact_path::{main_indicator, position, resolve_override};
use crate::model::{
    Edition, Entry, Exact, Kind, MaxPoints, Node, Override, Rivals, Scenario, Score,
};
use boards::Boards;
use kept::Kept;
use overrides::{Held, Overrides};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use terms::{Settled, Terms};

/// One scenario being edited, with its sums and order kept.
///
/// Every answer is that of a session opened anew on [`Self::scenario`], to the digit, and
/// [`Self::standings`] is what [`Calculator::simulate`](crate::calculator::Calculator::simulate)
/// gives. A refused step changes nothing, and its error is the one of a scenario with it.
///
/// # What a step costs
///
/// A what-if on a main indicator, or on a component with nothing entered above or below it, moves
/// the sums on its way up and the unit in the order: no allocation, no fraction. Known figures,
/// groups, points and entries within entries compute their one unit anew; maxima and rivals build
/// the board anew.
///
/// # Numbers
///
/// Scores are whole numbers of one scale an edition (the least common denominator of its figures),
/// points are sums of score times max points, and the one division is the rounding.
/// [`Self::representation`] says how wide they are.
///
/// ```
/// use dti_engine::calculator::Calculator;
/// use dti_engine::model::{Scenario, Score};
///
/// let calculator = dti_formats::official()?;
/// let mut session = calculator.open(&Scenario::baseline("2022"))?;
/// let score = Score::entered(0.45).expect("0.45 is a score");
/// assert_eq!(session.rank("bac-giang")?, 9);
/// assert_eq!(session.set("bac-giang", "society", score)?, 8);
/// assert_eq!(session.unset("bac-giang", "society")?, 9);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Session {
    ground: Arc<Ground>,
    overrides: Overrides,
    max_points: BTreeMap<String, MaxPoints>,
    rivals: Rivals,
    terms: Terms,
    board: Boards,
    kept: OnceLock<Box<Kept>>,
}

impl Session {
    /// Opens a scenario; fails as a simulation of it does.
    pub(crate) fn try_new(
        ground: Arc<Ground>,
        scenario: &Scenario,
    ) -> Result<Self, CalculatorError> {
        let (terms, board, settled) = Boards::try_new(&ground, scenario)?;
        let units = ground.edition().units().len();
        let mut session = Self {
            overrides: Overrides::new(units, ground.tree().rows()),
            max_points: scenario.max_points.clone(),
            rivals: scenario.rivals,
            ground,
            terms,
            board,
            kept: OnceLock::new(),
        };
        for item in &scenario.overrides {
            let held = session.held(item)?;
            session.overrides.put(held);
        }
        session.keep(settled);
        Ok(session)
    }

    /// What if a score became this; gives the new rank of the unit asked about, or of `unit` where
    /// none is.
    pub fn set(
        &mut self,
        unit: &str,
        indicator: &str,
        score: Score,
    ) -> Result<u32, CalculatorError> {
        let (unit, node) = self.place(unit, indicator)?;
        self.enter(Held {
            unit,
            node,
            kind: Kind::WhatIf,
            entry: Entry::Score(score),
        })
    }

    /// Any override, in the place of one of the same kind on the same node; gives the rank as
    /// [`Self::set`] does.
    pub fn apply(&mut self, new: &Override) -> Result<u32, CalculatorError> {
        let held = self.held(new)?;
        self.enter(held)
    }

    /// Takes every override of a node away, known ones too; where there is none, nothing changes.
    /// Gives the rank as [`Self::set`] does.
    pub fn unset(&mut self, unit: &str, indicator: &str) -> Result<u32, CalculatorError> {
        let (unit, node) = self.place(unit, indicator)?;
        self.take_away(unit, node, None)
    }

    /// Takes the override of one kind of a node away, as [`Self::unset`] does all of them.
    pub fn unset_kind(
        &mut self,
        unit: &str,
        indicator: &str,
        kind: Kind,
    ) -> Result<u32, CalculatorError> {
        let (unit, node) = self.place(unit, indicator)?;
        self.take_away(unit, node, Some(kind))
    }

    /// Changes the unit asked about, which is never a rival. Gives its rank, where there is one.
    pub fn set_unit(&mut self, unit: Option<&str>) -> Result<Option<u32>, CalculatorError> {
        let asked = unit.map(|id| self.position(id)).transpose()?;
        // Rivals that stay are moved by nobody's being one.
        let is_same = self.rivals == Rivals::Frozen || self.terms.asked == asked;
        if !self.board.try_ask(asked) && !is_same {
            let unit = unit.map(str::to_owned);
            return self.rebuild(Scenario {
                unit,
                ..self.scenario()
            });
        }
        self.terms.asked = asked;
        Ok(asked.map(|unit| self.board.rank(unit)))
    }

    /// Changes the max points of a main indicator; the framework's own take the change away. Gives
    /// the rank of the unit asked about, where one is.
    pub fn set_max_points(
        &mut self,
        indicator: &str,
        max_points: MaxPoints,
    ) -> Result<Option<u32>, CalculatorError> {
        let node = main_indicator(self.edition(), indicator)?;
        let mut scenario = self.scenario();
        if self.ground.framework().indicator(node).max_points == max_points {
            scenario.max_points.remove(indicator);
        } else {
            scenario.max_points.insert(indicator.to_owned(), max_points);
        }
        let rank = self.rebuild(scenario)?;
        self.kept.take();
        Ok(rank)
    }

    /// Changes what rivals do. Gives the rank of the unit asked about, where one is.
    pub fn set_rivals(&mut self, rivals: Rivals) -> Result<Option<u32>, CalculatorError> {
        // Rivals move totals only: all that is derived holds.
        let scenario = self.scenario();
        self.rebuild(Scenario { rivals, ..scenario })
    }

    /// The rank of a unit, from 1.
    pub fn rank(&self, unit: &str) -> Result<u32, CalculatorError> {
        Ok(self.board.rank(self.position(unit)?))
    }

    /// The total of a unit, rounded as the framework asks.
    pub fn score(&self, unit: &str) -> Result<Exact, CalculatorError> {
        Ok(self.board.score(self.position(unit)?))
    }

    /// The ranks of all units, in the edition's order.
    pub fn ranks(&self) -> &[u32] {
        self.board.ranks()
    }

    /// The totals of all units, rounded as the framework asks, in the edition's order.
    pub fn scores(&self) -> impl Iterator<Item = Exact> + '_ {
        (0..self.ranks().len()).map(|unit| self.board.score(unit))
    }

    /// The units' rows in the edition, best first, those that are level by id.
    pub fn order(&self) -> &[u32] {
        self.board.order()
    }

    /// The scenario as a simulation takes it, overrides in the order first set.
    pub fn scenario(&self) -> Scenario {
        self.scenario_with(self.overrides.all())
    }

    /// The edition that the scenario is about.
    pub fn edition(&self) -> &Arc<Edition> {
        self.ground.edition()
    }

    /// The numbers in which this session counts at present.
    pub fn representation(&self) -> Representation {
        self.board.representation()
    }

    /// The denominator of the whole numbers; `None` where this session counts in fractions.
    pub fn scale(&self) -> Option<i128> {
        self.board.scale()
    }

    /// Whether this step moves sums only; otherwise its one unit is computed anew.
    pub fn is_quick(
        &self,
        unit: &str,
        indicator: &str,
        score: Score,
    ) -> Result<bool, CalculatorError> {
        let (unit, node) = self.place(unit, indicator)?;
        let mut board = self.board.clone();
        Ok(board.try_set(&self.ground, unit, node, score.value()))
    }

    fn scenario_with<'a>(&self, overrides: impl IntoIterator<Item = &'a Held>) -> Scenario {
        let edition = self.edition();
        let asked = self.terms.asked.and_then(|unit| edition.units().get(unit));
        Scenario {
            edition: edition.id().to_owned(),
            unit: asked.map(|unit| unit.id.clone()),
            overrides: overrides
                .into_iter()
                .map(|held| held.named(edition))
                .collect(),
            max_points: self.max_points.clone(),
            rivals: self.rivals,
        }
    }

    /// The rank that a step gives back.
    fn rank_after(&self, unit: usize) -> u32 {
        self.board.rank(self.terms.asked.unwrap_or(unit))
    }

    fn position(&self, unit: &str) -> Result<usize, CalculatorError> {
        position(self.edition(), unit)
    }

    /// The row and the node of two ids, or what a simulation says of them.
    fn place(&self, unit: &str, indicator: &str) -> Result<(usize, Node), CalculatorError> {
        let found = self.edition().position(unit);
        if let Some(found) = found.zip(self.ground.scored_node(indicator)) {
            return Ok(found);
        }
        let (unit, node, _) = resolve_override(
            self.edition(),
            &self.terms.maxima,
            &Override {
                unit: unit.to_owned(),
                indicator: indicator.to_owned(),
                entry: Entry::Score(Score::ZERO),
                kind: Kind::WhatIf,
            },
        )?;
        Ok((unit, node))
    }

    fn held(&self, item: &Override) -> Result<Held, CalculatorError> {
        let (unit, node) = self.place(&item.unit, &item.indicator)?;
        let (kind, entry) = (item.kind, item.entry.clone());
        Ok(Held {
            unit,
            node,
            kind,
            entry,
        })
    }

    fn enter(&mut self, new: Held) -> Result<u32, CalculatorError> {
        let is_moved = self.try_move(&new);
        if !is_moved {
            let mut held: Vec<Held> = self.overrides.of(new.unit).cloned().collect();
            match held.iter_mut().find(|old| new.replaces(old)) {
                Some(old) => old.clone_from(&new),
                None => held.push(new.clone()),
            }
            self.settle(new.unit, &held)?;
        }
        let (unit, node) = (new.unit, new.node);
        self.overrides.put(new);
        self.forget(unit, is_moved.then(|| node.row()));
        Ok(self.rank_after(unit))
    }

    fn take_away(
        &mut self,
        unit: usize,
        node: Node,
        kind: Option<Kind>,
    ) -> Result<u32, CalculatorError> {
        let is_gone = |held: &&Held| held.is_on(unit, node, kind);
        let (gone, kept): (Vec<&Held>, Vec<&Held>) = self.overrides.of(unit).partition(is_gone);
        if gone.is_empty() {
            return Ok(self.rank_after(unit));
        }
        let is_plain = |held: &&&Held| {
            let is_apart = self.ground.tree().is_apart(held.node.row());
            held.kind == Kind::WhatIf && !is_apart
        };
        let are_plain = gone.iter().chain(&kept).all(|held| is_plain(&held));
        let is_last = kept.is_empty();
        let kept: Vec<Held> = kept.into_iter().cloned().collect();
        let is_moved = are_plain && self.board.try_unset(&self.ground, unit, node, is_last);
        if !is_moved {
            self.settle(unit, &kept)?;
        }
        self.overrides.remove(unit, node, kind);
        self.forget(unit, is_moved.then(|| node.row()));
        Ok(self.rank_after(unit))
    }

    /// Forgets the derived answers that rest on a unit, or on the one row of it that moved alone.
    fn forget(&mut self, unit: usize, moved: Option<usize>) {
        if let Some(kept) = self.kept.get_mut() {
            kept.forget(self.ground.tree(), unit, moved);
        }
    }

    /// The quick way; says whether it was open.
    fn try_move(&mut self, new: &Held) -> bool {
        let share = match &new.entry {
            _ if new.kind != Kind::WhatIf => None,
            Entry::Score(score) | Entry::Share(score) => Some(*score),
            Entry::Value(raw) => earned(self.edition().framework(), new.node, raw).ok(),
            // Points are a share of maxima that may change.
            Entry::Points(_) => None,
        };
        share.is_some_and(|share| {
            self.board
                .try_set(&self.ground, new.unit, new.node, share.value())
        })
    }

    /// Computes one unit anew with these overrides, as a simulation does.
    fn settle(&mut self, unit: usize, held: &[Held]) -> Result<(), CalculatorError> {
        let resolved = self.resolved(held.iter())?;
        let settled = Settled::of(&self.ground, &resolved, unit)?;
        if self
            .board
            .write(&self.ground, &self.terms, &settled)
            .is_none()
        {
            let others = self.overrides.all().iter().filter(|old| old.unit != unit);
            let all: Vec<Held> = others.chain(held).cloned().collect();
            let scenario = self.scenario_with(&all);
            self.board = Boards::in_fractions(&self.ground, &self.terms, &scenario)?;
        }
        Ok(())
    }

    fn rebuild(&mut self, scenario: Scenario) -> Result<Option<u32>, CalculatorError> {
        (self.terms, self.board, _) = Boards::try_new(&self.ground, &scenario)?;
        self.max_points = scenario.max_points;
        self.rivals = scenario.rivals;
        Ok(self.terms.asked.map(|unit| self.board.rank(unit)))
    }
}
