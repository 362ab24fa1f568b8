//! From main indicators to groups, total and pillars (method 1 and 2).

use super::compose::{compose_node, origin_above};
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
        let known = card.origin(node);
        let origin = known.unwrap_or_else(|| origin_above(card, framework.scored_children(node)));
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
    use super::{PillarPoints, aggregate, pillars, total};
    use crate::model::{
        Exact, Framework, FrameworkHeader, IndicatorDraft, Level, MaxPoints, Maxima, Mean, Node,
        Origin, Pillar, Scorecard, Text,
    };

    /// `a` of 100 points, and a group of `b` and `c` with 50 each; the pillar counts `a` and `b`, another `c`.
    fn framework(mean: Mean) -> Framework {
        let drafts = vec![
            IndicatorDraft::of("a", Level::Main, None, 100),
            IndicatorDraft::of("group", Level::Group, None, 0),
            IndicatorDraft::of("b", Level::Main, Some("group"), 50),
            IndicatorDraft::of("c", Level::Main, Some("group"), 50),
        ];
        let pillar = |members: &[&str]| {
            let pillar = Pillar {
                id: members.concat(),
                name: Text::default(),
                members: Vec::new(),
                weight: None,
            };
            let members = members.iter().map(|&id| id.to_owned());
            (pillar, members.collect())
        };
        let header = FrameworkHeader {
            mean,
            ..FrameworkHeader::default()
        };
        Framework::try_new(header, drafts, vec![pillar(&["a", "b"]), pillar(&["c"])]).unwrap()
    }

    /// Scores of `a`, `b` and `c` in tenths, added up.
    fn card(framework: &Framework, maxima: &Maxima, tenths: [i64; 3]) -> Scorecard {
        let mut card = Scorecard::empty(framework);
        for (id, tenths) in ["a", "b", "c"].into_iter().zip(tenths) {
            let node = framework.node(id).unwrap();
            card.put(node, Exact::decimal(tenths, 1), Origin::Published);
        }
        aggregate(framework, maxima, &mut card);
        card
    }

    #[test]
    fn points_add_up_and_origins_stay() {
        let framework = framework(Mean::Arithmetic);
        let maxima = Maxima::of(&framework);
        let mut card = card(&framework, &maxima, [5, 2, 10]);
        let group = framework.node("group").unwrap();
        // 10 and 50 of 100; 50 and those 60 of 200.
        assert_eq!(card.score(group), Exact::decimal(6, 1));
        assert_eq!(card.score(Node::ROOT), Exact::decimal(55, 2));
        assert_eq!(card.origin(group), Some(Origin::Derived));
        card.put(group, Exact::ONE, Origin::Published);
        aggregate(&framework, &maxima, &mut card);
        assert_eq!(card.score(group), Exact::decimal(6, 1));
        assert_eq!(card.origin(group), Some(Origin::Published));
    }

    #[test]
    fn a_mean_of_another_kind_is_the_total_itself() {
        // The geometric mean of .4 with 100 points and of .9 with 100: the root of .36.
        let framework = framework(Mean::Geometric);
        let maxima = Maxima::of(&framework);
        let before = card(&framework, &maxima, [4, 9, 9]);
        assert_eq!(before.score(Node::ROOT), Exact::decimal(6, 1));
        let after = card(&framework, &maxima, [9, 9, 9]);
        let published = Exact::decimal(61, 2);
        let own = total(&framework, &maxima, published, &before, &after);
        assert_eq!(own, Exact::decimal(9, 1));
    }

    #[test]
    fn a_total_carries_what_was_published_beside_the_sum() {
        let framework = framework(Mean::Arithmetic);
        let maxima = Maxima::of(&framework);
        let before = card(&framework, &maxima, [5, 2, 10]);
        let own = |published: Exact, tenths| {
            let after = card(&framework, &maxima, tenths);
            total(&framework, &maxima, published, &before, &after)
        };
        let published = Exact::decimal(56, 2);
        // Half of 50 points less: .125 less than the .56 that was published, where .55 adds up.
        assert_eq!(own(published, [5, 2, 5]), Exact::decimal(435, 3));
        assert_eq!(own(published, [5, 2, 10]), published);
        assert_eq!(
            own(Exact::decimal(55, 2), [5, 2, 5]),
            Exact::decimal(425, 3)
        );
        // Everything and nothing are what they are.
        assert_eq!(own(published, [10, 10, 10]), Exact::ONE);
        assert_eq!(own(published, [0, 0, 0]), Exact::ZERO);
        assert_eq!(own(published, [10, 10, 9]), Exact::decimal(985, 3));
        assert_eq!(own(published, [0, 0, 1]), Exact::decimal(35, 3));
    }

    #[test]
    fn what_has_no_points_keeps_nobody_from_everything() {
        let framework = framework(Mean::Arithmetic);
        let without = (framework.node("c").unwrap(), MaxPoints::default());
        let maxima = Maxima::changed(&framework, &[without].into_iter().collect());
        let before = card(&framework, &maxima, [5, 2, 3]);
        let after = card(&framework, &maxima, [10, 10, 3]);
        let published = Exact::decimal(5, 1);
        let own = total(&framework, &maxima, published, &before, &after);
        assert_eq!(own, Exact::ONE);
    }

    #[test]
    fn a_pillar_is_the_total_less_what_it_does_not_count() {
        let framework = framework(Mean::Arithmetic);
        let maxima = Maxima::of(&framework);
        let card = card(&framework, &maxima, [5, 2, 10]);
        // .56 of 200 points are 112: less 50 of `c`, 62 of 150; less 50 of `a` and 10 of `b`, 52 of 50.
        let [first, second] = pillars(&framework, &maxima, Exact::decimal(56, 2), &card)[..] else {
            panic!("two pillars");
        };
        assert_eq!(
            (first.points, first.max_points),
            (Exact::whole(62), Exact::whole(150))
        );
        assert_eq!(
            (second.points, second.max_points),
            (Exact::whole(52), Exact::whole(50))
        );
        assert_eq!(first.score(), Exact::fraction(62, 150));
        assert_eq!(second.score(), Exact::ONE);
    }

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
