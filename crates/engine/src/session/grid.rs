//! An edition's figures as whole numbers of one scale, where they fit.

use super::floor::Floor;
use super::tree::{Link, Tree};
use crate::model::{
    Exact, Framework, Level, Node, Origin, SCORE_DECIMALS, Scorecard, greatest_common_divisor,
};
use std::fmt::Debug;
use std::ops::{Add, Div, Mul, Rem, Sub};

/// The whole numbers that a board counts in: `i64`, or `i128` where that is too narrow.
pub(super) trait Whole:
    Copy
    + Ord
    + Debug
    + Default
    + From<i64>
    + Into<i128>
    + TryFrom<i128>
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Rem<Output = Self>
{
    /// The largest number.
    const LARGEST: i128;

    /// The quotient rounded downwards.
    fn floor_div(self, by: Self) -> Self;
}

impl Whole for i64 {
    const LARGEST: i128 = i64::MAX as i128;

    fn floor_div(self, by: Self) -> Self {
        self.div_euclid(by)
    }
}

impl Whole for i128 {
    const LARGEST: i128 = i128::MAX;

    fn floor_div(self, by: Self) -> Self {
        self.div_euclid(by)
    }
}

/// One node of one unit on a board.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Cell<T> {
    /// At a main indicator and below: its score in `1 / scale`. Above: its points, in `1 / scale` of
    /// the unit of weights. Below a node that was entered it is out of date.
    pub(super) value: T,
    /// How many nodes below were entered.
    pub(super) below: u16,
    /// Whether a what-if is on it.
    pub(super) is_entered: bool,
    /// Whether it cannot be moved by a difference: a known figure, or one that counts for nothing.
    pub(super) is_fixed: bool,
    /// Whether its score is not `value / scale`, or was kept in range, so that the next difference
    /// would start from the wrong place.
    pub(super) is_bent: bool,
}

/// How an edition's totals become keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Grain {
    /// Rounded half up to so many decimals.
    Decimals(u32),
    /// Compared as they are.
    Unrounded,
}

impl Grain {
    /// How this framework compares totals.
    pub(super) fn of(framework: &Framework) -> Self {
        let decimals = framework.header().decimals;
        decimals.map_or(Self::Unrounded, Self::Decimals)
    }

    /// Units of the last decimal in a score of 1; 1 where there is no last decimal. `None` where that
    /// does not fit.
    pub(super) fn top(self) -> Option<i64> {
        match self {
            Self::Decimals(decimals) => 10_i64.checked_pow(decimals),
            Self::Unrounded => Some(1),
        }
    }
}

/// The scale of an edition and its baseline on it.
///
/// # Invariant
///
/// Under the framework's own maxima no number on the board leaves the range of `T`; with others the
/// board checks it itself.
#[derive(Clone, Debug)]
pub(super) struct Grid<T> {
    /// A score of 1.
    pub(super) scale: T,
    /// Units of a weight in a point: 1, or 100 where a main indicator has hundredths.
    pub(super) weight_units: i64,
    /// Baseline, units by rows, without points above the main indicators.
    pub(super) cells: Vec<Cell<T>>,
}

impl<T: Whole> Grid<T> {
    /// The edition on this scale; `None` where numbers might not fit.
    pub(super) fn try_new(
        framework: &Framework,
        tree: &Tree,
        cards: &[Scorecard],
        scale: i128,
    ) -> Option<Self> {
        let weight_units = weight_units(framework, tree);
        let own = i128::from(framework.total().hundredths()) * i128::from(weight_units) / 100;
        let whole = own.checked_mul(scale)?;
        let grain = Grain::of(framework);
        if !fits::<T>(whole, grain) || tree.largest_share().checked_mul(scale)? > T::LARGEST {
            return None;
        }
        let mut cells = Vec::with_capacity(cards.len() * tree.rows());
        for card in cards {
            cells.extend(row_of(framework, tree, card, card, scale)?);
        }
        Some(Self {
            scale: T::try_from(scale).ok()?,
            weight_units,
            cells,
        })
    }

    /// The score in a cell, where it is a whole number of the scale.
    pub(super) fn start(&self, place: usize) -> Option<i128> {
        let cell = self.cells.get(place).filter(|cell| !cell.is_bent)?;
        Some(cell.value.into())
    }
}

impl Grid<i64> {
    /// The same in 128 bits, for maxima that 64 do not hold.
    pub(super) fn widened(&self) -> Grid<i128> {
        let widen = |cell: &Cell<i64>| Cell {
            value: i128::from(cell.value),
            below: cell.below,
            is_entered: cell.is_entered,
            is_fixed: cell.is_fixed,
            is_bent: cell.is_bent,
        };
        Grid {
            scale: self.scale.into(),
            weight_units: self.weight_units,
            cells: self.cells.iter().map(widen).collect(),
        }
    }
}

/// Whether a board whose total of 1 is so many points holds every number in `T`: a total, moved by
/// up to 1 by its residual and by 1 by a rival's mode, and half of the last decimal.
pub(super) fn fits<T: Whole>(whole: i128, grain: Grain) -> bool {
    let most = grain
        .top()
        .and_then(|top| whole.checked_mul(top.into())?.checked_mul(4));
    most.is_some_and(|most| most <= T::LARGEST)
}

/// The cells of one unit without what-ifs. `present` says which figures were known.
pub(super) fn row_of<T: Whole>(
    framework: &Framework,
    tree: &Tree,
    card: &Scorecard,
    present: &Scorecard,
    scale: i128,
) -> Option<Vec<Cell<T>>> {
    let mut row = vec![Cell::default(); tree.rows()];
    for node in framework.nodes() {
        let is_known = present.origin(node) == Some(Origin::Entered);
        let place = node.row();
        if let Some(cell) = row.get_mut(place) {
            cell.is_fixed = is_known || tree.is_apart(place);
            if framework.indicator(node).level >= Level::Main {
                (cell.value, cell.is_bent) = on_scale(card.score(node), scale)?;
            }
        }
        if is_known {
            for above in tree.above(place) {
                if let Some(cell) = row.get_mut(above) {
                    cell.below = cell.below.saturating_add(1);
                }
            }
        }
    }
    Some(row)
}

/// A score in `1 / scale`, and whether it is only near it: then it is neither 0 nor 1.
fn on_scale<T: Whole>(score: Exact, scale: i128) -> Option<(T, bool)> {
    match exactly(score, scale) {
        Some(value) => Some((value, false)),
        None => {
            let near = Floor::ZERO.plus(score, scale)?.value()?;
            Some((T::try_from(near.max(1).min(scale - 1)).ok()?, true))
        }
    }
}

/// A score in `1 / scale`, where it is a whole number of them in `0..=scale`.
pub(super) fn exactly<T: Whole>(score: Exact, scale: i128) -> Option<T> {
    let (numerator, denominator) = (score.numerator(), score.denominator());
    let narrow = [scale, numerator, denominator].map(i64::try_from);
    // 128-bit divisions are slow, and nearly all numbers are short.
    let value = if let [Ok(scale), Ok(numerator), Ok(denominator)] = narrow {
        if scale % denominator != 0 {
            return None;
        }
        i128::from(numerator) * i128::from(scale / denominator)
    } else if scale % denominator == 0 {
        numerator.checked_mul(scale / denominator)?
    } else {
        return None;
    };
    (0..=scale)
        .contains(&value)
        .then(|| T::try_from(value).ok())?
}

/// The least scale on which entered scores and their effects above are whole numbers, and with
/// `cards` all their figures too; `None` where it does not fit.
pub(super) fn scale_of(framework: &Framework, tree: &Tree, cards: &[Scorecard]) -> Option<i128> {
    let mut scale = 10_i128.pow(SCORE_DECIMALS);
    let nodes = || {
        framework
            .nodes()
            .filter(|&node| framework.indicator(node).level >= Level::Main)
    };
    for node in nodes() {
        scale = covering(tree, node, Exact::decimal(1, SCORE_DECIMALS), scale)?;
    }
    for card in cards {
        for node in nodes() {
            scale = covering(tree, node, card.score(node), scale)?;
        }
    }
    Some(scale)
}

/// A multiple of the scale that holds a score and what it adds to the nodes above it.
fn covering(tree: &Tree, node: Node, score: Exact, mut scale: i128) -> Option<i128> {
    let (mut row, mut value) = (node.row(), score);
    loop {
        scale = least_common_multiple(scale, value.denominator())?;
        let Link::Part { above, share, of } = tree.link(row) else {
            return Some(scale);
        };
        value = value.checked_mul(Exact::fraction(share, of))?;
        row = above;
    }
}

fn least_common_multiple(one: i128, other: i128) -> Option<i128> {
    if one % other == 0 {
        return Some(one);
    }
    let common = greatest_common_divisor(one.unsigned_abs(), other.unsigned_abs());
    one.checked_mul(other / i128::try_from(common).ok()?)
}

fn weight_units(framework: &Framework, tree: &Tree) -> i64 {
    let hundredths = |node: &Node| framework.indicator(*node).max_points.hundredths();
    let is_whole = |node: &Node| hundredths(node) % 100 == 0;
    if tree.mains().iter().all(is_whole) {
        1
    } else {
        100
    }
}
