//! The ladder: a line for each unit, in the order of any column.

use super::summary::Place;
use crate::model::{Exact, Framework, Maxima, Node, Scorecard};

/// One unit on the ladder.
#[derive(Clone, PartialEq, Debug)]
pub struct LadderLine {
    /// Row of the unit in its edition.
    pub position: usize,
    /// Rank under the scenario.
    pub rank: u32,
    /// Places gained; negative when lost.
    pub places: i64,
    /// Score under the scenario.
    pub score: Exact,
    /// Change of score.
    pub change: Exact,
    /// Contribution of each main indicator to the score, in the framework's order: for drawing.
    pub shares: Vec<f64>,
}

/// What the ladder is sorted by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum LadderColumn {
    /// Rank under the scenario, first place first.
    #[default]
    Rank,
    /// Places gained, most first.
    Places,
    /// Name, in Vietnamese order.
    Name,
    /// Score under the scenario, highest first.
    Score,
    /// Score on one indicator, highest first.
    Indicator(Node),
    /// Score on the pillar at this place in the framework's order, highest first.
    Pillar(usize),
}

/// Which way the ladder is sorted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Direction {
    /// As the column's own description says.
    #[default]
    Usual,
    /// The other way round.
    Reversed,
}

/// Rows that come best first, by their keys, the lowest first; ties stay as they come.
pub(crate) fn ladder_sorted(mut rows: Vec<(Exact, usize)>, direction: Direction) -> Vec<usize> {
    rows.sort_by_key(|(key, _)| *key);
    if direction == Direction::Reversed {
        rows.reverse();
    }
    rows.into_iter().map(|(_, position)| position).collect()
}

impl LadderLine {
    /// The line of a unit that stands here with this card.
    pub(crate) fn of(framework: &Framework, maxima: &Maxima, own: Place, card: &Scorecard) -> Self {
        let points = |node: Node| card.score(node).to_f64() * maxima.of_node(node).to_f64();
        let mut shares: Vec<f64> = framework.mains().map(points).collect();
        let mut total = maxima.total().to_f64();
        if framework.is_composite() {
            // The parts of a product are drawn in proportion, as long as the score together.
            let sum: f64 = shares.iter().sum();
            total = (sum / own.score.to_f64()).max(sum);
        }
        for share in &mut shares {
            *share = if total > 0.0 { *share / total } else { 0.0 };
        }
        Self {
            position: own.position,
            rank: own.rank,
            places: own.places(),
            score: own.score,
            change: own.change(),
            shares,
        }
    }
}
