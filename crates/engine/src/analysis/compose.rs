//! Scores of an index of one's own from the bottom up: each node is the mean of what lies below it.

use super::formula::rational_mean;
use crate::model::{
    Exact, Framework, Level, Maxima, Mean, Missing, Node, Origin, Rational, Scorecard,
};

/// Decimals to which means are kept that no exact arithmetic gives.
const DECIMALS: u32 = 12;

/// A float as the score that is kept: 12 decimals, in `0..=1`. What is no number is 0.
pub(super) fn kept(value: f64) -> Exact {
    let units = (value.max(0.0).min(1.0) * 1e12).round();
    Exact::decimal(units as i64, DECIMALS)
}

/// The mean of scores in floats, as `(weight, score)`; 0 without weight.
pub fn mean_of_floats(mean: Mean, parts: &[(f64, f64)]) -> f64 {
    let (mut sum, mut weights) = (0.0, 0.0);
    for &(weight, score) in parts {
        // No weight times the logarithm of 0 would be no number.
        if weight > 0.0 {
            sum += weight * inward(mean, score);
            weights += weight;
        }
    }
    if weights > 0.0 {
        outward(mean, sum / weights)
    } else {
        0.0
    }
}

/// What a mean adds up for a score: infinite where a score of 0 makes it 0.
pub(super) fn inward(mean: Mean, score: f64) -> f64 {
    match mean {
        Mean::Arithmetic => score,
        Mean::Geometric => libm::log(score),
        Mean::Harmonic => 1.0 / score,
    }
}

/// The score behind what a mean adds up.
pub(super) fn outward(mean: Mean, value: f64) -> f64 {
    match mean {
        Mean::Arithmetic => value,
        Mean::Geometric => libm::exp(value),
        Mean::Harmonic => 1.0 / value,
    }
}

/// The mean of scores, as `(weight, score)`; `None` without weight. Arithmetic and harmonic means
/// are exact up to 120 bits a side, geometric ones are kept to 12 decimals.
pub fn mean_of(mean: Mean, parts: &[(Exact, Exact)]) -> Option<Exact> {
    let counting = || parts.iter().filter(|(weight, _)| *weight > Exact::ZERO);
    let (_, first) = counting().next()?;
    if counting().all(|(_, score)| score == first) {
        return Some(*first);
    }
    if mean != Mean::Geometric {
        let parts = parts.iter().map(|(w, x)| (*w, Rational::new(*x)));
        return rational_mean(mean, &parts.collect::<Vec<_>>()).map(|mean| mean.to_exact());
    }
    let floats: Vec<(f64, f64)> = parts
        .iter()
        .map(|(w, x)| (w.to_f64(), x.to_f64()))
        .collect();
    Some(kept(mean_of_floats(mean, &floats)))
}

/// Whether a node has no value and leaves its weight to those beside it.
pub fn is_left_out(framework: &Framework, card: &Scorecard, node: Node) -> bool {
    framework.header().missing == Some(Missing::Rescale)
        && card.origin(node) == Some(Origin::Missing)
}

/// Weights and scores of what counts among some nodes.
pub fn counting(
    framework: &Framework,
    maxima: &Maxima,
    card: &Scorecard,
    nodes: &[Node],
) -> Vec<(Exact, Exact)> {
    let counts = |node: &&Node| !is_left_out(framework, card, **node);
    let part = |&node: &Node| (maxima.of_node(node), card.score(node));
    nodes.iter().filter(counts).map(part).collect()
}

/// Gives a node the mean of its children, and what is left out below it the same score: the mean
/// is then that of all of them. A node of which everything is missing is missing.
pub(super) fn compose_node(
    framework: &Framework,
    maxima: &Maxima,
    card: &mut Scorecard,
    node: Node,
    origin: Origin,
) {
    let below: Vec<Node> = match node {
        // Groups are a mere partition of the main indicators.
        Node::ROOT => framework.mains().collect(),
        _ => framework.scored_children(node).collect(),
    };
    let parts = counting(framework, maxima, card, &below);
    let is_missing = parts.is_empty() && !below.is_empty() && node != Node::ROOT;
    let mean = framework.indicator(node).mean;
    let score = mean_of(mean, &parts).unwrap_or(Exact::ZERO);
    card.put(
        node,
        score,
        if is_missing { Origin::Missing } else { origin },
    );
    for child in below {
        follow(framework, card, child, score);
    }
}

/// Puts the score of the nearest known node above on what is left out.
fn follow(framework: &Framework, card: &mut Scorecard, node: Node, score: Exact) {
    if is_left_out(framework, card, node) {
        card.put(node, score, Origin::Missing);
        for child in framework.scored_children(node) {
            follow(framework, card, child, score);
        }
    }
}

/// Where a score comes from that is computed from those of these nodes: what rests on a guess is one.
pub(super) fn origin_above(card: &Scorecard, mut below: impl Iterator<Item = Node>) -> Origin {
    match below.any(|node| card.origin(node) == Some(Origin::Imputed)) {
        true => Origin::Imputed,
        false => Origin::Derived,
    }
}

/// Composes everything above the leaves of a card.
pub(super) fn compose(framework: &Framework, maxima: &Maxima, card: &mut Scorecard) {
    let nodes: Vec<Node> = framework.nodes().collect();
    for &node in nodes.iter().rev() {
        let indicator = framework.indicator(node);
        if indicator.level >= Level::Main && framework.scored_children(node).next().is_some() {
            let origin = origin_above(card, framework.scored_children(node));
            compose_node(framework, maxima, card, node, origin);
        }
    }
    super::aggregate(framework, maxima, card);
}

#[cfg(test)]
mod tests {
    use super::{mean_of, mean_of_floats};
    use crate::model::{Exact, Mean};

    fn parts(scores: &[(i64, i64)]) -> Vec<(Exact, Exact)> {
        let part =
            |&(weight, percent): &(i64, i64)| (Exact::whole(weight), Exact::decimal(percent, 2));
        scores.iter().map(part).collect()
    }

    #[test]
    fn the_three_means_stand_in_their_order() {
        let parts = parts(&[(1, 20), (1, 80)]);
        let mean = |mean| mean_of(mean, &parts).unwrap();
        assert_eq!(mean(Mean::Arithmetic), Exact::decimal(5, 1));
        assert_eq!(mean(Mean::Geometric), Exact::decimal(4, 1));
        assert_eq!(mean(Mean::Harmonic), Exact::decimal(32, 2));
    }

    #[test]
    fn a_zero_makes_a_product_zero_unless_it_has_no_weight() {
        for mean in [Mean::Geometric, Mean::Harmonic] {
            assert_eq!(mean_of(mean, &parts(&[(1, 0), (2, 80)])), Some(Exact::ZERO));
            let expected = Some(Exact::decimal(8, 1));
            assert_eq!(mean_of(mean, &parts(&[(0, 0), (2, 80)])), expected);
        }
        assert_eq!(mean_of(Mean::Harmonic, &parts(&[(0, 50)])), None);
        assert!(mean_of_floats(Mean::Geometric, &[(0.0, 0.0)]).abs() < f64::EPSILON);
    }

    #[test]
    fn equal_scores_have_themselves_as_every_mean() {
        let third = Exact::fraction(1, 3);
        for mean in [Mean::Arithmetic, Mean::Geometric, Mean::Harmonic] {
            let parts = [(Exact::whole(3), third), (Exact::whole(7), third)];
            assert_eq!(mean_of(mean, &parts), Some(third));
        }
    }
}
