//! What a reader looks at first: one unit's verdict, its scorecard line by line, and the ladder.

use super::ranking::column_ranks;
use super::{Calculator, CalculatorError};
use crate::analysis::{Gap, median};
use crate::model::{
    Digits, Edition, Exact, Kind, MaxPoints, Maxima, Node, Origin, Scenario, Standing, Standings,
};

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

/// The part of a scenario that says how things are, without any "what if".
pub fn present(scenario: &Scenario) -> Scenario {
    let known = scenario.overrides.iter().filter(|o| o.kind == Kind::Known);
    Scenario {
        unit: scenario.unit.clone(),
        overrides: known.cloned().collect(),
        ..Scenario::baseline(&scenario.edition)
    }
}

/// Rows of the units in the order of a column; ties stay in rank order.
pub fn ladder_order(
    standings: &Standings,
    column: LadderColumn,
    direction: Direction,
) -> Vec<usize> {
    // One kind of key for all columns: each kind of sort would add its own code to the page.
    let key = |standing: &Standing| match column {
        LadderColumn::Rank => Exact::ZERO,
        LadderColumn::Places => {
            Exact::whole(i64::from(standing.rank) - i64::from(standing.baseline_rank))
        }
        LadderColumn::Name => Exact::whole(i64::try_from(standing.position).unwrap_or(i64::MAX)),
        LadderColumn::Score => -standing.score,
        LadderColumn::Indicator(node) => -standing.card.score(node),
    };
    let places = standings.standings.iter().enumerate();
    let mut order: Vec<(Exact, usize)> = places.map(|(place, s)| (key(s), place)).collect();
    order.sort_unstable();
    if direction == Direction::Reversed {
        order.reverse();
    }
    let at = |(_, place): &(Exact, usize)| standings.standings.get(*place).map(|s| s.position);
    order.iter().filter_map(at).collect()
}

impl Calculator {
    /// What a scenario does to the unit in this row; `None` where there is no such row.
    pub fn verdict(
        &self,
        scenario: &Scenario,
        standings: &Standings,
        position: usize,
    ) -> Option<Verdict> {
        let own = standings.of(position)?;
        let gaps = self.gaps(scenario, standings, position).ok()?;
        let digits = standings.digits(self.maxima(scenario).ok()?.total());
        let neighbour = |gap: Gap| {
            Some(Neighbour {
                position: gap.position,
                rank: standings.of(gap.position)?.rank,
                points: gap.points,
                decimals: digits.points,
            })
        };
        let others = standings.standings.iter();
        let tied = others.filter(|s| s.rank == own.rank && s.position != position);
        Some(Verdict {
            position,
            units: standings.standings.len(),
            rank: own.rank,
            baseline_rank: own.baseline_rank,
            places: i64::from(own.baseline_rank) - i64::from(own.rank),
            score: own.score,
            baseline_score: own.baseline_score,
            change: own.score - own.baseline_score,
            tied: tied.map(|other| other.position).collect(),
            above: gaps.above.and_then(neighbour),
            below: gaps.below.and_then(neighbour),
            estimated: own.estimated,
            digits,
        })
    }

    /// The scorecard of the unit in this row: `now` beside `before`, the standings of
    /// [`present`].
    pub fn scorecard(
        &self,
        scenario: &Scenario,
        now: &Standings,
        before: &Standings,
        position: usize,
    ) -> Result<Vec<ScorecardGroup>, CalculatorError> {
        let edition = self.edition(&scenario.edition)?;
        let maxima = self.maxima(scenario)?;
        let framework = edition.framework();
        let baseline = self.baseline(edition)?;
        let mut groups: Vec<ScorecardGroup> = Vec::new();
        let (Some(own), Some(own_before)) = (now.of(position), before.of(position)) else {
            return Ok(groups);
        };
        for node in framework.mains() {
            let group = framework.indicator(node).parent.unwrap_or(Node::ROOT);
            if groups.last().is_none_or(|last| last.node != group) {
                groups.push(ScorecardGroup {
                    node: group,
                    points: own.card.score(group) * maxima.of_node(group),
                    max_points: maxima.of_node(group),
                    lines: Vec::new(),
                });
            }
            let baseline_origin = baseline.cards.get(position).and_then(|c| c.origin(node));
            let mut line = line(edition, &maxima, node, (own, now), (own_before, before));
            line.baseline_origin = baseline_origin.unwrap_or(Origin::Derived);
            if let Some(last) = groups.last_mut() {
                last.lines.push(line);
            }
        }
        Ok(groups)
    }

    /// The unit in this row as it stands on the ladder.
    pub fn ladder_line(
        &self,
        maxima: &Maxima,
        standings: &Standings,
        position: usize,
    ) -> Option<LadderLine> {
        let own = standings.of(position)?;
        let edition = self.edition(&standings.edition).ok()?;
        let points = |node: Node| own.card.score(node).to_f64() * maxima.of_node(node).to_f64();
        let framework = edition.framework();
        let mut total = maxima.total().to_f64();
        if framework.is_composite() {
            // The parts of a product are drawn in proportion, as long as the score together.
            let sum: f64 = framework.mains().map(points).sum();
            total = (sum / own.score.to_f64()).max(sum);
        }
        let share = |node: Node| {
            if total > 0.0 {
                points(node) / total
            } else {
                0.0
            }
        };
        Some(LadderLine {
            position,
            rank: own.rank,
            places: i64::from(own.baseline_rank) - i64::from(own.rank),
            score: own.score,
            change: own.score - own.baseline_score,
            shares: framework.mains().map(share).collect(),
        })
    }
}

fn line(
    edition: &Edition,
    maxima: &Maxima,
    node: Node,
    (own, now): (&Standing, &Standings),
    (own_before, before): (&Standing, &Standings),
) -> ScorecardLine {
    let framework = edition.framework();
    let scores = |standings: &Standings| -> Vec<Exact> {
        let cards = standings.standings.iter().map(|s| &s.card);
        cards.map(|card| card.score(node)).collect()
    };
    let place = |standings: &Standings, ranks: Vec<u32>| {
        let row = standings
            .standings
            .iter()
            .position(|s| s.position == own.position);
        row.and_then(|row| ranks.get(row))
            .copied()
            .unwrap_or_default()
    };
    let all_before = scores(before);
    let ranks = |scores: &[Exact]| column_ranks(framework, scores);
    let (rank_now, rank_before) = (ranks(&scores(now)), ranks(&all_before));
    let estimate = |s: &Standing| s.card.origin(node) == Some(Origin::Estimated);
    let (score, max_points) = (own.card.score(node), maxima.of_node(node));
    ScorecardLine {
        node,
        score,
        present: own_before.card.score(node),
        points: score * max_points,
        max_points,
        own_max_points: framework.indicator(node).max_points,
        rank: place(now, rank_now),
        present_rank: place(before, rank_before),
        rank_is_estimated: now.standings.iter().any(estimate),
        origin: own.card.origin(node).unwrap_or(Origin::Derived),
        baseline_origin: Origin::Derived,
        median: median(&all_before).unwrap_or(Exact::ZERO),
        best: all_before.iter().copied().max().unwrap_or(Exact::ZERO),
    }
}
