//! Sums and ranks of all units in whole numbers, which follow one changed figure.

use super::floor::Floor;
use super::grid::{Cell, Grain, Grid, Whole, exactly, fits, row_of};
use super::ground::Ground;
use super::order::Order;
use super::terms::{Settled, Terms};
use super::tree::{Link, Tree};
use crate::model::{Exact, Level, Node, Scorecard};

/// What is added to a unit's points before they are rounded: what whole numbers of the scale do not
/// hold, rounded downwards, and half of the last decimal.
///
/// Points are whole numbers, and a whole number more or less does not change what is cut off another:
/// so a fraction that stays the same is cut off once and never met again.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Line<T> {
    /// The residual between the published and the recomputed total.
    still: T,
    /// The same and the movement of a rival.
    moving: T,
    /// The movement without the residual: all at 1 gives exactly 1 (method 2).
    drift: T,
    /// Whether the scenario has an override on the unit: then it is no rival.
    is_overridden: bool,
    /// Whether its values or the maxima differ from the baseline: then all at 1 gives exactly 1.
    is_touched: bool,
}

/// All units under one scenario, in whole numbers.
///
/// # Invariant
///
/// Every cell that is not below an entered one holds what the slow computation gives, or is bent;
/// with the unit's line its points give the total exactly, before the one rounding.
#[derive(Clone, Debug)]
pub(super) struct Board<T> {
    rows: usize,
    scale: T,
    grain: Grain,
    /// Of each row that is a main indicator its max points, in units of weights.
    weights: Vec<T>,
    /// Points of a total of 1.
    whole: T,
    /// Units of the last decimal in a score of 1; 1 where totals are compared unrounded.
    top: T,
    has_changed_maxima: bool,
    asked: Option<usize>,
    /// Units by rows.
    cells: Vec<Cell<T>>,
    lines: Vec<Line<T>>,
    order: Order<T>,
}

impl<T: Whole> Board<T> {
    /// The edition without overrides; `None` where a fraction does not fit.
    pub(super) fn try_new(ground: &Ground, grid: &Grid<T>, terms: &Terms) -> Option<Self> {
        let tree = ground.tree();
        let grain = Grain::of(ground.framework());
        let units = Exact::whole(grid.weight_units);
        let mut weights = vec![T::default(); tree.rows()];
        let mut sum = 0;
        for node in tree.mains() {
            let weight = terms.maxima.of_node(*node).checked_mul(units)?;
            let weight = (weight.denominator() == 1).then(|| weight.numerator())?;
            *weights.get_mut(node.row())? = T::try_from(weight).ok()?;
            sum += weight;
        }
        // A total that is not the sum over the main indicators is for fractions.
        if Exact::reduced(sum, grid.weight_units.into()) != terms.maxima.total() {
            return None;
        }
        let whole = i128::checked_mul(sum, grid.scale.into())?;
        if !fits::<T>(whole, grain) {
            return None;
        }
        let mut board = Self {
            rows: tree.rows(),
            scale: grid.scale,
            grain,
            weights,
            whole: T::try_from(whole).ok()?,
            top: T::from(grain.top()?),
            has_changed_maxima: terms.has_changed_maxima,
            asked: terms.asked,
            cells: grid.cells.clone(),
            lines: Vec::with_capacity(ground.baseline().cards.len()),
            order: Order::new(Vec::new(), ground.ids().clone(), ground.ties()),
        };
        let baseline = ground.baseline().cards.iter().zip(ground.residuals());
        for (unit, (card, residual)) in baseline.enumerate() {
            let start = unit * board.rows;
            board.add_up(tree, start);
            let cells = board.cells.get(start..)?;
            let mut line = board.line(tree, cells, card, residual, terms.change(unit))?;
            line.is_touched = terms.has_changed_maxima;
            board.lines.push(line);
        }
        let keys = (0..board.lines.len()).map(|unit| board.key(unit)).collect();
        board.order = Order::new(keys, ground.ids().clone(), ground.ties());
        Some(board)
    }

    /// Sums points above the main indicators of the unit whose cells begin here.
    fn add_up(&mut self, tree: &Tree, start: usize) {
        let Some(cells) = self.cells.get_mut(start..start + self.rows) else {
            return;
        };
        sum_points(tree, &self.weights, cells);
    }

    /// The fractions of a unit: its residual, and of main indicators what the scale does not hold.
    fn line(
        &self,
        tree: &Tree,
        cells: &[Cell<T>],
        card: &Scorecard,
        residual: Exact,
        change: Exact,
    ) -> Option<Line<T>> {
        let (whole, top): (i128, i128) = (self.whole.into(), self.top.into());
        let factor = whole.checked_mul(top)?;
        let mut still = Floor::ZERO.plus(residual, factor)?;
        for node in tree.mains() {
            let cell = cells.get(node.row())?;
            if cell.is_bent {
                let weight: i128 = self.weight(node.row()).into();
                let (scale, value): (i128, i128) = (self.scale.into(), cell.value.into());
                let factor = weight.checked_mul(top)?;
                still = still.plus(card.score(*node), factor.checked_mul(scale)?)?;
                still = still.plus(Exact::ONE, -factor.checked_mul(value)?)?;
            }
        }
        let cut = |sum: Floor| match self.grain {
            Grain::Decimals(_) => {
                let sum = sum.plus(Exact::fraction(1, 2), whole)?;
                T::try_from(sum.value()?).ok()
            }
            Grain::Unrounded => T::try_from(sum.whole()?).ok(),
        };
        Some(Line {
            still: cut(still)?,
            moving: cut(still.plus(change, factor)?)?,
            drift: cut(Floor::ZERO.plus(change, factor)?)?,
            is_overridden: false,
            is_touched: false,
        })
    }

    fn weight(&self, row: usize) -> T {
        self.weights.get(row).copied().unwrap_or_default()
    }

    /// The total of a unit as it is compared.
    fn key(&self, unit: usize) -> T {
        let line = self.lines.get(unit).copied().unwrap_or_default();
        let points = self.points(unit);
        let is_rival = !line.is_overridden && self.asked != Some(unit);
        let is_end = line.is_touched && (points == self.whole || points == T::default());
        let more = match (is_end, is_rival) {
            (false, false) => line.still,
            (false, true) => line.moving,
            (true, true) => line.drift,
            (true, false) => self.middle(),
        };
        let (key, most) = match self.grain {
            Grain::Decimals(_) => ((self.top * points + more).floor_div(self.whole), self.top),
            Grain::Unrounded => (points + more, self.whole),
        };
        key.max(T::default()).min(most)
    }

    /// Half of the last decimal.
    fn middle(&self) -> T {
        match self.grain {
            Grain::Decimals(_) => self.whole / T::from(2),
            Grain::Unrounded => T::default(),
        }
    }

    fn points(&self, unit: usize) -> T {
        let root = self.cells.get(unit * self.rows);
        root.map_or_else(T::default, |cell| cell.value)
    }

    fn cell(&self, unit: usize, row: usize) -> Cell<T> {
        let cell = self.cells.get(unit * self.rows + row);
        cell.copied().unwrap_or_default()
    }

    fn follow(&mut self, unit: usize) {
        let key = self.key(unit);
        self.order.set(unit, key);
    }

    /// Asks about another unit, or none: it is no rival, and the one before becomes one.
    pub(super) fn ask(&mut self, unit: Option<usize>) {
        let before = std::mem::replace(&mut self.asked, unit);
        for unit in before.into_iter().chain(unit) {
            self.follow(unit);
        }
    }

    /// The denominator of scores.
    pub(super) fn scale(&self) -> T {
        self.scale
    }

    /// Puts a what-if on a node, where that moves sums by a difference and nothing else; says
    /// whether it did. A score off the scale, a node above or below another entered one, a group, a
    /// known figure and a sum that leaves its range are for the slow way.
    pub(super) fn try_set(&mut self, tree: &Tree, unit: usize, row: usize, score: Exact) -> bool {
        let Some(value) = exactly(score, self.scale.into()) else {
            return false;
        };
        let is_new = !self.cell(unit, row).is_entered;
        if !self.is_free(tree, unit, row, value) {
            return false;
        }
        self.move_to(tree, unit, row, value);
        if is_new {
            self.mark(tree, unit, row, true);
        }
        if let Some(line) = self.lines.get_mut(unit) {
            (line.is_overridden, line.is_touched) = (true, true);
        }
        self.follow(unit);
        true
    }

    /// Takes a what-if away again in the same way; `is_last` says that it is the unit's only
    /// override. A parent is for the slow way: what is below it must be brought up to date.
    pub(super) fn try_unset(
        &mut self,
        ground: &Ground,
        unit: usize,
        row: usize,
        is_last: bool,
    ) -> bool {
        let tree = ground.tree();
        let start = ground.start(unit, row).map(T::try_from);
        let Some(Ok(start)) = start else {
            return false;
        };
        let is_plain = self.cell(unit, row).is_entered && !tree.is_parent(row);
        if !is_plain || !self.is_free(tree, unit, row, start) {
            return false;
        }
        self.move_to(tree, unit, row, start);
        self.mark(tree, unit, row, false);
        if let Some(line) = self.lines.get_mut(unit).filter(|_| is_last) {
            (line.is_overridden, line.is_touched) = (false, self.has_changed_maxima);
        }
        self.follow(unit);
        true
    }

    fn is_free(&self, tree: &Tree, unit: usize, row: usize, value: T) -> bool {
        let own = self.cell(unit, row);
        if own.is_fixed || own.is_bent || own.below > 0 {
            return false;
        }
        let (mut at, mut change) = (row, value - own.value);
        loop {
            let above = match tree.link(at) {
                // Of a group the main indicators would have to be found first.
                Link::Root | Link::Sum { .. } if at == row => return false,
                Link::Root => return true,
                Link::Sum { above } | Link::Main { above } => above,
                Link::Part { above, share, of } => {
                    let (moved, of) = (change * T::from(share), T::from(of));
                    if moved % of != T::default() {
                        return false;
                    }
                    change = moved / of;
                    let next = self.cell(unit, above);
                    let score = next.value + change;
                    if next.is_bent || score < T::default() || score > self.scale {
                        return false;
                    }
                    above
                }
            };
            if self.cell(unit, above).is_entered {
                return false;
            }
            at = above;
        }
    }

    /// Moves a free node to another score, and all above it.
    fn move_to(&mut self, tree: &Tree, unit: usize, row: usize, value: T) {
        let (mut at, mut change) = (row, value - self.cell(unit, row).value);
        loop {
            if let Some(cell) = self.cells.get_mut(unit * self.rows + at) {
                cell.value = cell.value + change;
            }
            at = match tree.link(at) {
                Link::Root => return,
                Link::Sum { above } => above,
                Link::Main { above } => {
                    change = change * self.weight(at);
                    above
                }
                Link::Part { above, share, of } => {
                    change = change * T::from(share) / T::from(of);
                    above
                }
            };
        }
    }

    fn mark(&mut self, tree: &Tree, unit: usize, row: usize, is_entered: bool) {
        let start = unit * self.rows;
        if let Some(cell) = self.cells.get_mut(start + row) {
            cell.is_entered = is_entered;
        }
        for above in tree.above(row) {
            if let Some(cell) = self.cells.get_mut(start + above) {
                cell.below = match is_entered {
                    true => cell.below.saturating_add(1),
                    false => cell.below.saturating_sub(1),
                };
            }
        }
    }

    /// Takes over what the slow computation gave for a unit; `None`, and nothing changed, where a
    /// fraction does not fit.
    pub(super) fn write(
        &mut self,
        ground: &Ground,
        terms: &Terms,
        settled: &Settled,
    ) -> Option<()> {
        let (tree, outcome) = (ground.tree(), &settled.outcome);
        let framework = ground.framework();
        let scale = self.scale.into();
        let mut cells = row_of(framework, tree, &outcome.card, &outcome.present, scale)?;
        for node in &settled.entered {
            cells.get_mut(node.row())?.is_entered = true;
            for above in tree.above(node.row()) {
                let cell = cells.get_mut(above)?;
                cell.below = cell.below.saturating_add(1);
            }
        }
        for node in framework.nodes() {
            let cell = cells.get_mut(node.row())?;
            let is_kept_in = cell.value == T::default() || cell.value == self.scale;
            let is_sum = framework.indicator(node).level >= Level::Main && cell.below > 0;
            cell.is_bent |= is_sum && is_kept_in;
        }
        sum_points(tree, &self.weights, &mut cells);
        let residual = outcome.baseline_total - outcome.present.score(Node::ROOT);
        let change = terms.change(settled.unit);
        let mut line = self.line(tree, &cells, &outcome.card, residual, change)?;
        line.is_overridden = settled.is_overridden;
        line.is_touched = self.has_changed_maxima || outcome.card != outcome.present;
        let start = settled.unit * self.rows;
        let own = self.cells.get_mut(start..start + self.rows)?;
        own.copy_from_slice(&cells);
        *self.lines.get_mut(settled.unit)? = line;
        self.follow(settled.unit);
        Some(())
    }

    /// The total of a unit as it is compared and shown.
    pub(super) fn score(&self, unit: usize) -> Exact {
        let key: i128 = self.order.key(unit).unwrap_or_default().into();
        match self.grain {
            Grain::Decimals(_) => Exact::reduced(key, self.top.into()),
            Grain::Unrounded => Exact::reduced(key, self.whole.into()),
        }
    }

    /// Who stands before whom.
    pub(super) fn order(&self) -> &Order<T> {
        &self.order
    }
}

/// Sums points upwards, from the scores of main indicators.
fn sum_points<T: Whole>(tree: &Tree, weights: &[T], cells: &mut [Cell<T>]) {
    for row in (0..tree.rows()).rev() {
        let value = cells.get(row).map_or_else(T::default, |cell| cell.value);
        let (above, points) = match tree.link(row) {
            Link::Sum { above } => (above, value),
            Link::Main { above } => {
                let weight = weights.get(row).copied().unwrap_or_default();
                (above, value * weight)
            }
            Link::Root | Link::Part { .. } => continue,
        };
        if let Some(cell) = cells.get_mut(above) {
            cell.value = cell.value + points;
        }
    }
}
