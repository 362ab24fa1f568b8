//! From main indicators to groups, total and pillars (method 1 and 2).

use super::compose::compose_node;
use crate::model::{Exact, ExactSum, Framework, Level, Maxima, Node, Origin, Scorecard};

/// Sums points upwards above the main indicators: groups and the recomputed total get the score
/// that their children give under these maxima. Origins stay where a node has one.
///
/// The total of a composite framework is the mean of its main indicators; groups stand below
/// arithmetic means only, so they add up as ever.
pub fn aggregate(framework: &Framework, maxima: &Maxima, card: &mut Scorecard) {
    if framework.is_composite() {
        let origin = card.origin(Node::ROOT).unwrap_or(Origin::Derived);
        compose_node(framework, maxima, card, Node::ROOT, origin);
    }
    let above: Vec<Node> = framework
        .nodes()
        .filter(|&node| framework.indicator(node).level < Level::Main)
        .collect();
    let root = (!framework.is_composite()).then_some(Node::ROOT);
    for node in above.into_iter().rev().chain(root) {
        let children = framework.scored_children(node);
        let points = children.fold(ExactSum::ZERO, |points, child| {
            points.plus(card.score(child), maxima.of_node(child))
        });
        let origin = card.origin(node).unwrap_or(Origin::Derived);
        card.put(
            node,
            points.value().div_or(maxima.of_node(node), Exact::ZERO),
            origin,
        );
    }
}

/// The total under a scenario, unrounded: the published total plus what the recomputed total
/// changed, so that the residual between the two is carried along. A composite framework has none:
/// its total is what comes out.
///
/// All scored indicators at 1 give exactly 1, all at 0 exactly 0. The result may leave `0..=1`
/// until a rival's movement has been added; the caller keeps it in range.
pub fn total(
    framework: &Framework,
    maxima: &Maxima,
    published: Exact,
    before: &Scorecard,
    after: &Scorecard,
) -> Exact {
    let all = |score: Exact| {
        framework
            .mains()
            .filter(|&node| maxima.of_node(node) > Exact::ZERO)
            .all(|node| after.score(node) == score)
    };
    if all(Exact::ONE) {
        Exact::ONE
    } else if all(Exact::ZERO) {
        Exact::ZERO
    } else if framework.is_composite() || published == before.score(Node::ROOT) {
        after.score(Node::ROOT)
    } else {
        published + (after.score(Node::ROOT) - before.score(Node::ROOT))
    }
}

/// One pillar of one unit, before rounding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PillarPoints {
    /// Points on the indicators that the pillar counts.
    pub points: Exact,
    /// Their max points.
    pub max_points: Exact,
}

impl PillarPoints {
    /// Share reached, `0..=1`.
    pub fn score(self) -> Exact {
        self.points
            .div_or(self.max_points, Exact::ZERO)
            .clamp_to(Exact::ZERO, Exact::ONE)
    }
}

/// The pillars of a unit with this total: the total's points less those of the main indicators
/// that a pillar does not count, so that no unpublished figure is needed.
pub fn pillars(
    framework: &Framework,
    maxima: &Maxima,
    total: Exact,
    card: &Scorecard,
) -> Vec<PillarPoints> {
    let counted = |members: &[Node]| {
        let outside = framework.mains().filter(|node| !members.contains(node));
        let mut points = ExactSum::ZERO.plus(total, maxima.total());
        let mut max_points = ExactSum::ZERO.plus(Exact::ONE, maxima.total());
        for node in outside {
            points = points.minus(card.score(node), maxima.of_node(node));
            max_points = max_points.minus(Exact::ONE, maxima.of_node(node));
        }
        PillarPoints {
            points: points.value(),
            max_points: max_points.value(),
        }
    };
    framework
        .pillars()
        .iter()
        .map(|pillar| counted(&pillar.members))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::PillarPoints;
    use crate::model::Exact;

    #[test]
    fn a_pillar_stays_within_0_and_1() {
        let pillar = |points| {
            PillarPoints {
                points,
                max_points: Exact::whole(700),
            }
            .score()
        };
        assert_eq!(pillar(Exact::whole(350)), Exact::fraction(1, 2));
        assert_eq!(pillar(Exact::decimal(70_003, 2)), Exact::ONE);
        assert_eq!(pillar(Exact::decimal(-3, 2)), Exact::ZERO);
    }
}
