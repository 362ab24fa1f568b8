//! Estimates for what is not published separately, kept to the known sum (method 3).

use super::aggregate;
use crate::model::{
    Edition, Exact, Figure, Framework, Level, Maxima, Node, Origin, Row, Scorecard,
};
use std::collections::BTreeMap;

/// One part of a sum that may be shifted.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    /// Its max points.
    pub max_points: Exact,
    /// The score from which it is shifted.
    pub start: Exact,
    /// Lowest score it can take.
    pub low: Exact,
    /// Highest score it can take.
    pub high: Exact,
}

impl Block {
    /// A block that may take any score.
    pub fn free(max_points: Exact, start: Exact) -> Self {
        Self {
            max_points,
            start,
            low: Exact::ZERO,
            high: Exact::ONE,
        }
    }

    fn at(&self, shift: Exact) -> Exact {
        (self.start + shift).clamp_to(self.low, self.high)
    }
}

/// The points that blocks can reach together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reach {
    /// At least.
    pub low: Exact,
    /// At most.
    pub high: Exact,
}

/// Shifts all blocks by one λ, each clamped to its range, so that their points sum to `points`.
///
/// The sum is continuous, piecewise linear and rising in λ, so λ is exact: it lies between two
/// neighbouring breakpoints. Fails with the reachable points where there is no such λ.
pub fn shift(blocks: &[Block], points: Exact) -> Result<Vec<Exact>, Reach> {
    let sum = |shift: Exact| -> Exact { blocks.iter().map(|b| b.at(shift) * b.max_points).sum() };
    let mut breaks: Vec<Exact> = blocks
        .iter()
        .flat_map(|b| [b.low - b.start, b.high - b.start])
        .collect();
    breaks.sort_unstable();
    breaks.dedup();
    let (Some(&first), Some(&last)) = (breaks.first(), breaks.last()) else {
        let nothing = Reach {
            low: Exact::ZERO,
            high: Exact::ZERO,
        };
        return if points == Exact::ZERO {
            Ok(Vec::new())
        } else {
            Err(nothing)
        };
    };
    let reach = Reach {
        low: sum(first),
        high: sum(last),
    };
    if points < reach.low || points > reach.high {
        return Err(reach);
    }
    let upper = breaks
        .partition_point(|&at| sum(at) < points)
        .min(breaks.len() - 1);
    let high = breaks.get(upper).copied().unwrap_or(last);
    let low = upper
        .checked_sub(1)
        .and_then(|row| breaks.get(row))
        .copied()
        .unwrap_or(first);
    let (below, above) = (sum(low), sum(high));
    let share = (points - below).div_or(above - below, Exact::ZERO);
    let at = low + (high - low) * share;
    Ok(blocks.iter().map(|block| block.at(at)).collect())
}

/// Mean score of each main indicator over the complete units of an edition.
pub type Profile = BTreeMap<Node, Exact>;

fn complete_rows(edition: &Edition) -> Vec<&Row> {
    let mains: Vec<Node> = edition.framework().mains().collect();
    let is_complete = |row: &&Row| {
        mains.iter().all(|node| row.indicators.contains_key(node)) && row.total.is_some()
    };
    edition.rows().iter().filter(is_complete).collect()
}

fn profile_of(framework: &Framework, rows: &[&Row]) -> Profile {
    let count = Exact::whole(i64::try_from(rows.len()).unwrap_or(i64::MAX));
    let mut profile = Profile::new();
    for node in framework.mains() {
        let values = rows.iter().filter_map(|row| row.indicators.get(&node));
        let sum: Exact = values.map(|figure| figure.value).sum();
        if let Some(mean) = sum.checked_div(count) {
            profile.insert(node, mean);
        }
    }
    profile
}

/// The profile of an edition; empty where no unit is complete.
pub fn profile(edition: &Edition) -> Profile {
    profile_of(edition.framework(), &complete_rows(edition))
}

/// Main indicators that at least one unit of the edition does not have on file.
pub fn hidden_mains(edition: &Edition) -> Vec<Node> {
    let is_hidden = |node: &Node| {
        edition
            .rows()
            .iter()
            .any(|row| !row.indicators.contains_key(node))
    };
    edition.framework().mains().filter(is_hidden).collect()
}

/// How far off the estimates are: each complete unit in turn is filled as if `hidden` were not
/// known, from the profile of the others; the root mean square of the misses, in score.
///
/// `None` with fewer than two complete units or nothing hidden. The complete units are the top and
/// the bottom of the table only, so this is an indication, not a confidence interval.
pub fn estimate_error(edition: &Edition, hidden: &[Node]) -> Option<f64> {
    let rows = complete_rows(edition);
    let framework = edition.framework();
    if rows.len() < 2 || hidden.is_empty() {
        return None;
    }
    let (mut squares, mut count) = (0.0, 0.0);
    for (left_out, row) in rows.iter().enumerate() {
        let others: Vec<&Row> = rows
            .iter()
            .enumerate()
            .filter(|(place, _)| *place != left_out)
            .map(|(_, other)| *other)
            .collect();
        let mut masked = (*row).clone();
        masked.indicators.retain(|node, _| !hidden.contains(node));
        let filled = complete(framework, &profile_of(framework, &others), &masked).ok()?;
        for node in hidden {
            let truth = row
                .indicators
                .get(node)
                .map_or(Exact::ZERO, |figure| figure.value);
            let miss = (filled.card.score(*node) - truth).to_f64();
            squares += miss * miss;
            count += 1.0;
        }
    }
    // IEEE square roots are correctly rounded, so every machine gives the same bits.
    Some(f64::sqrt(squares / count))
}

/// How a known sum met the indicators below it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fit {
    /// The node whose sum is known.
    pub above: Node,
    /// Points left for the indicators that are not known.
    pub remaining: Exact,
    /// What they can take together; zero where none is unknown.
    pub capacity: Exact,
}

/// A complete scorecard and how well each known sum was met.
#[derive(Clone, Debug)]
pub struct Completion {
    /// Every node with a value and its origin; the root holds the recomputed total.
    pub card: Scorecard,
    /// One fit per node whose sum is known.
    pub fits: Vec<Fit>,
}

/// Figures that neither are on file nor follow from a known sum.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MissingFigures {
    /// The indicators without a value.
    pub nodes: Vec<Node>,
}

/// Completes a unit's figures: parents from their children, then what is unknown from the known
/// sum above it. Main indicators follow the profile, deeper ones a flat profile.
pub fn complete(
    framework: &Framework,
    profile: &Profile,
    row: &Row,
) -> Result<Completion, MissingFigures> {
    let maxima = Maxima::of(framework);
    let mut card = Scorecard::empty(framework);
    for (&node, figure) in &row.indicators {
        card.put(node, figure.value, figure.origin);
    }
    add_up_known(framework, &maxima, &mut card);
    let mut fits = Vec::new();
    let open = open_below(framework, &card, Node::ROOT);
    match &row.total {
        Some(total) => {
            fits.push(fill_mains(
                framework, &maxima, profile, total, &open, &mut card,
            ));
        }
        None if open.is_empty() => {}
        None => return Err(MissingFigures { nodes: open }),
    }
    name_groups(framework, &open, &mut card);
    aggregate(framework, &maxima, &mut card);
    for node in framework
        .nodes()
        .filter(|&n| framework.indicator(n).level >= Level::Main)
    {
        if let Some(fit) = fill_children(framework, &maxima, node, &mut card) {
            fits.push(fit);
        }
    }
    Ok(Completion { card, fits })
}

/// Gives parents below the groups a value where all their scored children have one.
fn add_up_known(framework: &Framework, maxima: &Maxima, card: &mut Scorecard) {
    let nodes: Vec<Node> = framework.nodes().collect();
    for &node in nodes.iter().rev() {
        let indicator = framework.indicator(node);
        if indicator.level < Level::Main || indicator.children.is_empty() {
            continue;
        }
        let values: Option<Vec<_>> = framework
            .scored_children(node)
            .map(|child| card.value(child).map(|v| (v, maxima.of_node(child))))
            .collect();
        if card.value(node).is_none()
            && let Some(values) = values
        {
            let points: Exact = values.iter().map(|(v, max)| v.score * *max).sum();
            let entered = values.iter().any(|(v, _)| v.origin == Origin::Entered);
            let origin = if entered {
                Origin::Entered
            } else {
                Origin::Derived
            };
            card.put(
                node,
                points.div_or(maxima.of_node(node), Exact::ZERO),
                origin,
            );
        }
    }
}

/// Unknown main indicators below a node: groups are a mere partition and are walked through.
fn open_below(framework: &Framework, card: &Scorecard, node: Node) -> Vec<Node> {
    let mut open = Vec::new();
    for child in framework.scored_children(node) {
        if framework.indicator(child).level < Level::Main {
            open.extend(open_below(framework, card, child));
        } else if card.value(child).is_none() {
            open.push(child);
        }
    }
    open
}

fn fill_mains(
    framework: &Framework,
    maxima: &Maxima,
    profile: &Profile,
    total: &Figure,
    open: &[Node],
    card: &mut Scorecard,
) -> Fit {
    let known = framework.mains().filter(|node| !open.contains(node));
    let points: Exact = known
        .map(|node| card.score(node) * maxima.of_node(node))
        .sum();
    let remaining = total.value * maxima.total() - points;
    let half = Exact::fraction(1, 2);
    let start = |node: &Node| profile.get(node).copied().unwrap_or(half);
    let blocks: Vec<Block> = open
        .iter()
        .map(|node| Block::free(maxima.of_node(*node), start(node)))
        .collect();
    let capacity: Exact = blocks.iter().map(|block| block.max_points).sum();
    let reachable = remaining.clamp_to(Exact::ZERO, capacity);
    for (node, score) in open
        .iter()
        .zip(shift(&blocks, reachable).unwrap_or_default())
    {
        card.put(*node, score, Origin::Estimated);
    }
    Fit {
        above: Node::ROOT,
        remaining,
        capacity,
    }
}

/// A group is derived when everything estimated lies inside it: its sum is then the known sum less
/// known figures. With estimates on both sides of its border it is an estimate itself.
fn name_groups(framework: &Framework, open: &[Node], card: &mut Scorecard) {
    for node in framework
        .nodes()
        .filter(|&n| framework.indicator(n).level < Level::Main)
    {
        let inside = open
            .iter()
            .filter(|&&main| framework.is_above(node, main))
            .count();
        let is_exact = inside == 0 || inside == open.len();
        let origin = if is_exact {
            Origin::Derived
        } else {
            Origin::Estimated
        };
        card.put(node, Exact::ZERO, origin);
    }
}

/// Spreads a known value over unknown children, each at the parent's own score where it can be.
fn fill_children(
    framework: &Framework,
    maxima: &Maxima,
    node: Node,
    card: &mut Scorecard,
) -> Option<Fit> {
    let children: Vec<Node> = framework.scored_children(node).collect();
    let (known, open): (Vec<Node>, Vec<Node>) = children
        .iter()
        .partition(|&&child| card.value(child).is_some());
    let score = card.value(node)?.score;
    if open.is_empty() {
        return None;
    }
    let points: Exact = known
        .iter()
        .map(|&n| card.score(n) * maxima.of_node(n))
        .sum();
    let remaining = score * maxima.of_node(node) - points;
    let blocks: Vec<Block> = open
        .iter()
        .map(|&child| Block::free(maxima.of_node(child), score))
        .collect();
    let capacity: Exact = blocks.iter().map(|block| block.max_points).sum();
    let reachable = remaining.clamp_to(Exact::ZERO, capacity);
    for (child, score) in open
        .iter()
        .zip(shift(&blocks, reachable).unwrap_or_default())
    {
        card.put(*child, score, Origin::Estimated);
    }
    Some(Fit {
        above: node,
        remaining,
        capacity,
    })
}

#[cfg(test)]
mod tests {
    use super::{Block, Reach, shift};
    use crate::model::Exact;

    fn percent(units: i64) -> Exact {
        Exact::decimal(units, 2)
    }

    #[test]
    fn one_shift_meets_the_sum_and_clamps_at_the_top() {
        let blocks = [
            Block::free(Exact::whole(100), percent(90)),
            Block::free(Exact::whole(100), percent(40)),
        ];
        // λ = 0.2: the first stops at 1, the second goes on to 0.7.
        let scores = shift(&blocks, Exact::whole(170)).unwrap();
        assert_eq!(scores, [Exact::ONE, percent(70)]);
        let middle = shift(&blocks, Exact::whole(131)).unwrap();
        assert_eq!(middle, [Exact::decimal(905, 3), Exact::decimal(405, 3)]);
    }

    #[test]
    fn what_cannot_be_reached_comes_back_with_the_range() {
        let blocks = [Block::free(Exact::whole(50), percent(10))];
        let reach = Reach {
            low: Exact::ZERO,
            high: Exact::whole(50),
        };
        assert_eq!(shift(&blocks, Exact::whole(51)), Err(reach));
        assert_eq!(shift(&blocks, Exact::whole(-1)), Err(reach));
        assert_eq!(shift(&[], Exact::ZERO), Ok(Vec::new()));
        assert!(shift(&[], Exact::ONE).is_err());
    }
}
