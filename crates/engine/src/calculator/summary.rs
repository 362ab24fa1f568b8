//! What a reader looks at first: one unit's verdict, and its scorecard line by line.

use crate::model::{
    Digits, Exact, Framework, Kind, MaxPoints, Maxima, Node, Origin, Scenario, Scorecard,
};
use crate::session::Column;
use std::ops::Range;

/// The next unit up or down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Neighbour {
    /// Row of the neighbour in its edition.
    pub position: usize,
    /// Its rank under the scenario.
    pub rank: u32,
    /// Points needed to draw level, or to spare.
    pub points: Exact,
    /// Decimals that those points need.
    pub decimals: u32,
}

/// What a scenario does to one unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verdict {
    /// Row of the unit in its edition.
    pub position: usize,
    /// How many units are ranked.
    pub units: usize,
    /// Rank under the scenario.
    pub rank: u32,
    /// Rank by the published scores.
    pub baseline_rank: u32,
    /// Places gained; negative when lost.
    pub places: i64,
    /// Score under the scenario.
    pub score: Exact,
    /// Published score.
    pub baseline_score: Exact,
    /// The difference of the two.
    pub change: Exact,
    /// Rows of the other units that share the rank.
    pub tied: Vec<usize>,
    /// The next strictly higher score.
    pub above: Option<Neighbour>,
    /// The next strictly lower score.
    pub below: Option<Neighbour>,
    /// Whether the score depends on an estimate that was changed.
    pub estimated: bool,
    /// Decimals that scores and points of this ranking need.
    pub digits: Digits,
}

/// One main indicator of one unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScorecardLine {
    /// The indicator.
    pub node: Node,
    /// Score under the scenario.
    pub score: Exact,
    /// Score before any what-if: published, known or estimated.
    pub present: Exact,
    /// Points under the scenario.
    pub points: Exact,
    /// Max points under the scenario.
    pub max_points: Exact,
    /// The framework's own max points.
    pub own_max_points: MaxPoints,
    /// Rank on this indicator under the scenario.
    pub rank: u32,
    /// Rank on this indicator before.
    pub present_rank: u32,
    /// Whether a unit that is compared has only an estimate here.
    pub rank_is_estimated: bool,
    /// Origin under the scenario.
    pub origin: Origin,
    /// Origin in the edition itself.
    pub baseline_origin: Origin,
    /// Median of all units before the scenario.
    pub median: Exact,
    /// Best of all units before the scenario.
    pub best: Exact,
}

/// The lines of one group, with their sum.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScorecardGroup {
    /// The group.
    pub node: Node,
    /// Points under the scenario.
    pub points: Exact,
    /// Max points under the scenario.
    pub max_points: Exact,
    /// Its main indicators.
    pub lines: Vec<ScorecardLine>,
}

/// The part of a scenario that says how things are, without any "what if".
pub fn present(scenario: &Scenario) -> Scenario {
    let known = scenario.overrides.iter().filter(|o| o.kind == Kind::Known);
    Scenario {
        unit: scenario.unit.clone(),
        overrides: known.cloned().collect(),
        ..Scenario::baseline(&scenario.edition)
    }
}

/// Where a unit stands by the published scores and under a scenario.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) position: usize,
    pub(crate) rank: u32,
    pub(crate) score: Exact,
    pub(crate) baseline_rank: u32,
    pub(crate) baseline_score: Exact,
}

impl Place {
    pub(crate) fn places(self) -> i64 {
        i64::from(self.baseline_rank) - i64::from(self.rank)
    }

    pub(super) fn change(self) -> Exact {
        self.score - self.baseline_score
    }
}

/// Who stands around a unit: rows, ranks and scores.
#[derive(Clone, Debug)]
pub(crate) struct Around {
    /// How many units are ranked.
    pub(crate) units: usize,
    /// Rows of the others that are level.
    pub(crate) tied: Vec<usize>,
    /// The last one that is ahead.
    pub(crate) above: Option<Place>,
    /// The first one that is behind.
    pub(crate) below: Option<Place>,
}

impl Around {
    /// Those around the units at these places of the order, which are level; `place` reads one.
    pub(crate) fn new(
        units: usize,
        level: &Range<usize>,
        position: usize,
        place: impl Fn(usize) -> Option<Place>,
    ) -> Self {
        let level_rows = level.clone().filter_map(|at| Some(place(at)?.position));
        Self {
            units,
            tied: level_rows.filter(|&row| row != position).collect(),
            above: level.start.checked_sub(1).and_then(&place),
            below: place(level.end),
        }
    }
}

impl Verdict {
    /// What is said of a unit that stands here, whose ranking is of so many points.
    pub(crate) fn of(
        own: Place,
        around: Around,
        total: Exact,
        digits: Digits,
        estimated: bool,
    ) -> Self {
        let neighbour = |other: Place| Neighbour {
            position: other.position,
            rank: other.rank,
            points: (other.score - own.score).abs() * total,
            decimals: digits.points,
        };
        Self {
            position: own.position,
            units: around.units,
            rank: own.rank,
            baseline_rank: own.baseline_rank,
            places: own.places(),
            score: own.score,
            baseline_score: own.baseline_score,
            change: own.change(),
            tied: around.tied,
            above: around.above.map(neighbour),
            below: around.below.map(neighbour),
            estimated,
            digits,
        }
    }
}

/// One indicator of a scorecard before or under a scenario.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen<'a> {
    /// The unit's own card.
    pub(crate) card: &'a Scorecard,
    /// The indicator over all units, in the edition's order.
    pub(crate) column: &'a Column,
}

impl ScorecardLine {
    /// The line of an indicator for the unit in this row; `published` is its card in the edition.
    pub(crate) fn of(
        framework: &Framework,
        maxima: &Maxima,
        (node, position): (Node, usize),
        [now, before]: [Seen<'_>; 2],
        published: Option<&Scorecard>,
    ) -> Self {
        let rank = |seen: Seen<'_>| seen.column.ranks.get(position).copied();
        let origin = |card: &Scorecard| card.origin(node);
        let (score, max_points) = (now.card.score(node), maxima.of_node(node));
        Self {
            node,
            score,
            present: before.card.score(node),
            points: score * max_points,
            max_points,
            own_max_points: framework.indicator(node).max_points,
            rank: rank(now).unwrap_or_default(),
            present_rank: rank(before).unwrap_or_default(),
            rank_is_estimated: now.column.estimated,
            origin: origin(now.card).unwrap_or(Origin::Derived),
            baseline_origin: published.and_then(origin).unwrap_or(Origin::Derived),
            median: before.column.median,
            best: before.column.best,
        }
    }
}

impl ScorecardGroup {
    /// All main indicators by group, with the lines that `line` gives; `card` is the unit's own.
    pub(crate) fn all<E>(
        framework: &Framework,
        maxima: &Maxima,
        card: &Scorecard,
        line: impl Fn(Node) -> Result<ScorecardLine, E>,
    ) -> Result<Vec<Self>, E> {
        let groups = framework.main_groups().into_iter();
        let groups = groups.map(|(group, mains)| {
            Ok(Self {
                node: group,
                points: card.score(group) * maxima.of_node(group),
                max_points: maxima.of_node(group),
                lines: mains.into_iter().map(&line).collect::<Result<_, E>>()?,
            })
        });
        groups.collect()
    }
}
