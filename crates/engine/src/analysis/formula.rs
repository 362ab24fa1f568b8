//! What the formula of a composite framework gives, from the leaves up, with no rounding on the way:
//! a tie of the formula is a tie of the ranking (method 10, decision 14).

use super::compose::{is_left_out, kept, mean_of_floats};
use crate::model::{
    Beyond, Exact, Form, Framework, Level, Maxima, Mean, Node, Normalisation, Rational, Scorecard,
};
use std::collections::BTreeMap;

/// Totals that floats computed and that differ by no more may be equal: their error is below a
/// quarter of it (proven in decision 14).
const TOLERANCE: (i64, u32) = (1, 11);

/// Numbers in which a formula is evaluated.
trait Number: Sized {
    fn of(score: Exact) -> Self;
    /// `None` without weight.
    fn mean(mean: Mean, parts: &[(Exact, Self)]) -> Option<Self>;
    fn to_exact(self) -> Exact;
}

impl Number for Rational {
    fn of(score: Exact) -> Self {
        Self::new(score)
    }

    fn mean(mean: Mean, parts: &[(Exact, Self)]) -> Option<Self> {
        rational_mean(mean, parts)
    }

    fn to_exact(self) -> Exact {
        Self::to_exact(&self)
    }
}

impl Number for f64 {
    fn of(score: Exact) -> Self {
        score.to_f64()
    }

    fn mean(mean: Mean, parts: &[(Exact, Self)]) -> Option<Self> {
        let floats = parts
            .iter()
            .map(|(weight, score)| (weight.to_f64(), *score));
        let floats: Vec<(f64, f64)> = floats.collect();
        let has_weight = floats.iter().any(|(weight, _)| *weight > 0.0);
        has_weight.then(|| mean_of_floats(mean, &floats))
    }

    fn to_exact(self) -> Exact {
        kept(self)
    }
}

/// An arithmetic or harmonic mean of scores, as `(weight, score)`; `None` without weight.
pub(super) fn rational_mean(mean: Mean, parts: &[(Exact, Rational)]) -> Option<Rational> {
    let (mut sum, mut weights) = (Rational::ZERO, Rational::ZERO);
    for (weight, score) in parts.iter().filter(|(weight, _)| *weight > Exact::ZERO) {
        let weight = Rational::new(*weight);
        weights = weights.plus(&weight);
        let part = match mean {
            Mean::Harmonic => weight.over(score),
            _ => Some(weight.times(score)),
        };
        // One score of 0 makes a harmonic mean 0.
        let Some(part) = part else {
            return Some(Rational::ZERO);
        };
        sum = sum.plus(&part);
    }
    match mean {
        Mean::Harmonic => weights.over(&sum),
        _ => sum.over(&weights),
    }
}

/// The total of a unit under a composite framework. `entries` are the nodes that a scenario sets:
/// they have the scores that the card has for them, whatever is below. The result is exact where
/// the formula is one of fractions; else floats compute it, to 12 decimals.
pub fn formula_total(
    framework: &Framework,
    maxima: &Maxima,
    card: &Scorecard,
    entries: &BTreeMap<Node, Exact>,
) -> Exact {
    let formula = Formula {
        framework,
        maxima,
        card,
        entries,
    };
    match is_rational(framework) {
        true => formula.total::<Rational>(),
        false => formula.total::<f64>(),
    }
}

/// Whether a formula has only sums, products and quotients.
fn is_rational(framework: &Framework) -> bool {
    let is_plain = |node: Node| {
        let indicator = framework.indicator(node);
        let is_curved = match indicator.scale.normalisation {
            Normalisation::ZScore => true,
            Normalisation::Goalposts { form, .. } => form == Form::Logarithm,
            _ => false,
        };
        let treatment = indicator.scale.treatment;
        let may_be_logarithm = treatment.is_some_and(|own| own.beyond == Beyond::Logarithm);
        !is_curved && !may_be_logarithm && indicator.mean != Mean::Geometric
    };
    framework.header().mean != Mean::Geometric && framework.nodes().all(is_plain)
}

/// By how much equal totals may come out unequal: zero where they are exact.
pub fn tolerance(framework: &Framework) -> Exact {
    if framework.is_composite() && !is_rational(framework) {
        Exact::decimal(TOLERANCE.0, TOLERANCE.1)
    } else {
        Exact::ZERO
    }
}

/// Gives totals that may be equal the highest of them, so that whatever compares them finds a tie.
#[must_use]
pub fn with_ties(framework: &Framework, mut totals: Vec<Exact>) -> Vec<Exact> {
    let tolerance = tolerance(framework);
    if tolerance == Exact::ZERO {
        return totals;
    }
    let mut sorted = totals.clone();
    sorted.sort_unstable();
    for total in &mut totals {
        let mut place = sorted.partition_point(|other| other <= total);
        let mut highest = *total;
        while let Some(&next) = sorted
            .get(place)
            .filter(|next| **next - highest <= tolerance)
        {
            highest = next;
            place += 1;
        }
        *total = highest;
    }
    totals
}

struct Formula<'a> {
    framework: &'a Framework,
    maxima: &'a Maxima,
    card: &'a Scorecard,
    entries: &'a BTreeMap<Node, Exact>,
}

impl Formula<'_> {
    fn total<N: Number>(&self) -> Exact {
        let mut parts = Vec::new();
        self.parts(Node::ROOT, &mut parts);
        let total = N::mean(self.framework.header().mean, &parts);
        total.map_or(Exact::ZERO, N::to_exact)
    }

    /// What counts below a node. Groups are a mere partition, so they are walked through, but for one
    /// that is set and has no gaps.
    fn parts<N: Number>(&self, node: Node, parts: &mut Vec<(Exact, N)>) {
        for child in self.framework.scored_children(node) {
            let is_group = self.framework.indicator(child).level < Level::Main;
            if is_group && !(self.is_set(child) && self.is_whole(child)) {
                self.parts(child, parts);
            } else if is_group || !self.is_left_out(child) {
                parts.push((self.maxima.of_node(child), self.worth(child)));
            }
        }
    }

    fn worth<N: Number>(&self, node: Node) -> N {
        let mut parts = Vec::new();
        if !self.is_set(node) {
            self.parts(node, &mut parts);
        }
        let mean = N::mean(self.framework.indicator(node).mean, &parts);
        mean.unwrap_or_else(|| N::of(self.card.score(node)))
    }

    /// Whether a node is set, or has its score from a parent that is.
    fn is_set(&self, node: Node) -> bool {
        let is_above = |set: &Node| self.framework.is_above(*set, node);
        self.entries.contains_key(&node) || self.entries.keys().any(is_above)
    }

    fn is_whole(&self, group: Node) -> bool {
        let mut below = self.framework.scored_children(group);
        below.all(|child| !self.is_left_out(child))
    }

    fn is_left_out(&self, node: Node) -> bool {
        is_left_out(self.framework, self.card, node)
    }
}

#[cfg(test)]
mod tests {
    use super::{rational_mean, tolerance, with_ties};
    use crate::model::{Exact, Framework, FrameworkHeader, Mean, Missing, Rational};

    fn framework(mean: Mean) -> Framework {
        let header = FrameworkHeader {
            mean,
            missing: Some(Missing::Zero),
            ..FrameworkHeader::default()
        };
        Framework::try_new(header, vec![], vec![]).unwrap()
    }

    #[test]
    fn only_totals_of_floats_are_level_when_they_are_near() {
        let near = Exact::decimal(1, 11);
        let totals = vec![
            Exact::ONE - near,
            Exact::ZERO,
            Exact::ONE - near - near,
            Exact::ONE,
        ];
        let exact = framework(Mean::Harmonic);
        assert_eq!(tolerance(&exact), Exact::ZERO);
        assert_eq!(with_ties(&exact, totals.clone()), totals);
        // A chain takes the highest of it.
        let found = with_ties(&framework(Mean::Geometric), totals);
        assert_eq!(found, [Exact::ONE, Exact::ZERO, Exact::ONE, Exact::ONE]);
        let apart = vec![Exact::ONE, Exact::ONE - near - Exact::decimal(1, 12)];
        assert_eq!(with_ties(&framework(Mean::Geometric), apart.clone()), apart);
    }

    #[test]
    fn means_of_fractions_round_nothing() {
        let primes = [
            999_999_937_i64,
            999_999_929,
            999_999_893,
            999_999_883,
            999_999_797,
        ];
        let parts = |list: &mut dyn Iterator<Item = i64>| -> Vec<(Exact, Rational)> {
            let part = |prime| (Exact::ONE, Rational::new(Exact::fraction(1, prime)));
            list.map(part).collect()
        };
        let forwards = parts(&mut primes.into_iter());
        let backwards = parts(&mut primes.into_iter().rev());
        for mean in [Mean::Arithmetic, Mean::Harmonic] {
            assert_eq!(
                rational_mean(mean, &forwards),
                rational_mean(mean, &backwards)
            );
        }
        let harmonic = rational_mean(Mean::Harmonic, &forwards).unwrap().to_exact();
        let sum: i64 = primes.iter().sum();
        assert_eq!(harmonic, Exact::fraction(5, sum));
        assert_eq!(rational_mean(Mean::Arithmetic, &[]), None);
    }
}
