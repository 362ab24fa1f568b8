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
    use super::mean;
    use crate::model::Exact;

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
