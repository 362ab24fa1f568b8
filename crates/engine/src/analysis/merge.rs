//! Merger of units: each value of a new unit is the mean over its former ones (method 5).

use crate::model::{Exact, Framework, Node, Origin, Scorecard};

/// How former units are weighed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Weights {
    /// The ministry's rule: all alike.
    #[default]
    Equal,
    /// By population of this year: not official.
    Population(u16),
}

/// A former unit on its way into a new one.
#[derive(Clone, Copy, Debug)]
pub struct Former<'a> {
    /// Its weight, above 0.
    pub weight: Exact,
    /// Its total under the scenario, unrounded.
    pub total: Exact,
    /// Its published total.
    pub baseline: Exact,
    /// Its values under the scenario.
    pub card: &'a Scorecard,
    /// Its values before any what-if, with known figures put in: knowing a figure is no change.
    pub present: &'a Scorecard,
}

/// A new unit's total and values.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MergedUnit {
    /// Total, unrounded.
    pub total: Exact,
    /// Values on every node.
    pub card: Scorecard,
}

/// The weighted mean of numbers `(weight, value)`; zero without weight.
pub fn mean(parts: &[(Exact, Exact)]) -> Exact {
    let weight: Exact = parts.iter().map(|(weight, _)| *weight).sum();
    let sum: Exact = parts.iter().map(|(weight, value)| *weight * *value).sum();
    sum.div_or(weight, Exact::ZERO)
}

/// Merges former units into one.
///
/// Without `published`, every value is the plain mean. With the new unit's published total and
/// scorecard, those are the base and the mean of the former units' *changes* is added, so that
/// nothing published is replaced by a mean of estimates.
pub fn merge(
    framework: &Framework,
    formers: &[Former<'_>],
    published: Option<(Exact, &Scorecard)>,
) -> MergedUnit {
    let over = |value: &dyn Fn(&Former<'_>) -> Exact| {
        let parts: Vec<_> = formers.iter().map(|f| (f.weight, value(f))).collect();
        mean(&parts)
    };
    let all = |total: Exact| formers.iter().all(|former| former.total == total);
    let total = match published {
        _ if all(Exact::ONE) => Exact::ONE,
        _ if all(Exact::ZERO) => Exact::ZERO,
        None => over(&|f| f.total),
        Some((base, _)) => base + over(&|f| f.total - f.baseline),
    };
    let mut card = Scorecard::empty(framework);
    for node in std::iter::once(Node::ROOT).chain(framework.nodes()) {
        if formers.iter().any(|f| f.card.value(node).is_none()) {
            continue;
        }
        let plain = over(&|f| f.card.score(node));
        let is_moved = |f: &&Former<'_>| f.card.value(node) != f.present.value(node);
        let moved: Vec<_> = formers.iter().filter(is_moved).collect();
        let (score, origin) = match published.and_then(|(_, base)| base.value(node)) {
            Some(base) => {
                let change = plain - over(&|f| f.present.score(node));
                let origins = moved
                    .iter()
                    .flat_map(|f| [f.card.origin(node), f.present.origin(node)]);
                (base.score + change, weakest(origins, base.origin))
            }
            None => (
                plain,
                weakest(formers.iter().map(|f| f.card.origin(node)), Origin::Derived),
            ),
        };
        card.put(node, score.clamp_to(Exact::ZERO, Exact::ONE), origin);
    }
    MergedUnit {
        total: total.clamp_to(Exact::ZERO, Exact::ONE),
        card,
    }
}

/// A mean is estimated where a part is, entered where a part is, and else `otherwise`.
fn weakest(parts: impl Iterator<Item = Option<Origin>>, otherwise: Origin) -> Origin {
    let doubtful =
        |origin: &Origin| matches!(origin, Origin::Estimated | Origin::Entered | Origin::Loaded);
    let order = |origin: &Origin| *origin == Origin::Estimated;
    parts
        .flatten()
        .filter(doubtful)
        .max_by_key(order)
        .unwrap_or(otherwise)
}

#[cfg(test)]
mod tests {
    use super::{Former, MergedUnit, mean, merge};
    use crate::model::{
        Exact, Framework, FrameworkHeader, IndicatorDraft, Level, Node, Origin, Scorecard,
    };

    fn framework() -> Framework {
        let drafts = vec![IndicatorDraft::of("a", Level::Main, None, 100)];
        Framework::try_new(FrameworkHeader::default(), drafts, vec![]).unwrap()
    }

    fn hundredths(units: i64) -> Exact {
        Exact::decimal(units, 2)
    }

    /// A card with this score on everything.
    fn card(score: i64, origin: Origin) -> Scorecard {
        let framework = framework();
        let mut card = Scorecard::empty(&framework);
        for node in std::iter::once(Node::ROOT).chain(framework.nodes()) {
            card.put(node, hundredths(score), origin);
        }
        card
    }

    /// A weight, and score and origin before the scenario and under it.
    type Given = (i64, (i64, Origin), (i64, Origin));

    /// Former units as one; `published` is the new unit's total and score.
    fn merged(formers: &[Given], published: Option<(i64, i64)>) -> MergedUnit {
        let cards: Vec<[Scorecard; 2]> = formers
            .iter()
            .map(|&(_, before, now)| [before, now].map(|(score, origin)| card(score, origin)))
            .collect();
        let formers: Vec<Former<'_>> = formers
            .iter()
            .zip(&cards)
            .map(
                |(&(weight, (before, _), (now, _)), [present, card])| Former {
                    weight: Exact::whole(weight),
                    total: hundredths(now),
                    baseline: hundredths(before),
                    card,
                    present,
                },
            )
            .collect();
        let base = published.map(|(_, score)| card(score, Origin::Published));
        let published = published.zip(base.as_ref());
        let published = published.map(|((total, _), card)| (hundredths(total), card));
        merge(&framework(), &formers, published)
    }

    /// Total, and value on the indicator.
    fn told(unit: &MergedUnit) -> (Exact, Exact, Origin) {
        let value = unit.card.value(framework().node("a").unwrap()).unwrap();
        (unit.total, value.score, value.origin)
    }

    use Origin::{Derived, Entered, Estimated, Loaded, Published};

    #[test]
    fn without_a_published_unit_all_is_the_mean_by_weight() {
        let formers = [
            (1, (40, Published), (50, Published)),
            (3, (80, Published), (80, Published)),
        ];
        // (.5 + 3 * .8) / 4
        let mean = Exact::decimal(725, 3);
        assert_eq!(told(&merged(&formers, None)), (mean, mean, Derived));
    }

    #[test]
    fn a_published_unit_is_moved_by_the_mean_of_the_changes() {
        let formers = [
            (1, (40, Published), (50, Entered)),
            (3, (80, Published), (80, Published)),
        ];
        // A tenth of one in four, upon .70 and .60.
        let expected = (Exact::decimal(725, 3), Exact::decimal(625, 3), Entered);
        assert_eq!(told(&merged(&formers, Some((70, 60)))), expected);
        let still = formers.map(|(weight, before, _)| (weight, before, before));
        let expected = (hundredths(70), hundredths(60), Published);
        assert_eq!(told(&merged(&still, Some((70, 60)))), expected);
    }

    #[test]
    fn a_mean_is_as_doubtful_as_its_worst_part() {
        let origin = |parts: [Origin; 2], published| {
            let [one, other] = parts.map(|origin| (1, (40, origin), (40, origin)));
            told(&merged(&[one, other], published)).2
        };
        for (parts, expected) in [
            ([Published, Derived], Derived),
            ([Published, Entered], Entered),
            ([Entered, Published], Entered),
            ([Published, Loaded], Loaded),
            ([Entered, Estimated], Estimated),
            ([Estimated, Entered], Estimated),
        ] {
            assert_eq!(origin(parts, None), expected, "{parts:?}");
            // What did not move leaves the published value what it is.
            assert_eq!(origin(parts, Some((50, 50))), Published, "{parts:?}");
        }
        // An estimate that was replaced still stood under the change.
        let moved = [
            (1, (40, Estimated), (50, Entered)),
            (1, (40, Estimated), (40, Estimated)),
        ];
        assert_eq!(told(&merged(&moved, Some((50, 50)))).2, Estimated);
    }

    #[test]
    fn everything_and_nothing_are_what_they_are_and_nobody_leaves_the_range() {
        let both = |before, now| {
            [
                (1, (before, Published), (now, Entered)),
                (1, (before, Published), (now, Entered)),
            ]
        };
        let (total, ..) = told(&merged(&both(80, 100), Some((79, 79))));
        assert_eq!(total, Exact::ONE);
        let (total, ..) = told(&merged(&both(20, 0), Some((21, 21))));
        assert_eq!(total, Exact::ZERO);
        let (total, score, _) = told(&merged(&both(80, 99), Some((90, 90))));
        assert_eq!((total, score), (Exact::ONE, Exact::ONE));
        let (total, score, _) = told(&merged(&both(90, 10), Some((30, 30))));
        assert_eq!((total, score), (Exact::ZERO, Exact::ZERO));
    }

    #[test]
    fn what_one_of_them_lacks_the_new_unit_lacks_too() {
        let framework = framework();
        let (whole, mut holed) = (card(50, Published), Scorecard::empty(&framework));
        holed.put(Node::ROOT, hundredths(50), Published);
        let former = |card| Former {
            weight: Exact::ONE,
            total: hundredths(50),
            baseline: hundredths(50),
            card,
            present: card,
        };
        let unit = merge(&framework, &[former(&whole), former(&holed)], None);
        assert_eq!(unit.card.value(framework.node("a").unwrap()), None);
        assert_eq!(unit.card.score(Node::ROOT), hundredths(50));
    }

    #[test]
    fn ho_chi_minh_city_is_the_plain_mean_of_three() {
        let parts = [8373, 7161, 7774].map(|units| (Exact::ONE, Exact::decimal(units, 4)));
        assert_eq!(mean(&parts), Exact::fraction(23_308, 30_000));
        assert_eq!(mean(&[]), Exact::ZERO);
    }

    #[test]
    fn weights_pull_towards_the_larger_part() {
        let parts = [(Exact::whole(3), Exact::ONE), (Exact::ONE, Exact::ZERO)];
        assert_eq!(mean(&parts), Exact::fraction(3, 4));
    }
}
