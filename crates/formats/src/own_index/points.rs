//! From weights, which other programs let add up to 1 within each group, to max points, which are whole and
//! add up from the leaves: the same shares, or none.

use super::draft::{Below, IndicatorNode};

/// Largest max points of an indicator.
const MOST_POINTS: u64 = 10_000;
/// Largest number of parts that the weights of one group are taken to be.
const MOST_PARTS: u32 = 100_000;
/// How far a share may lie off its parts: weights such as 1/3 come with the noise of floats.
const NOISE: f64 = 1e-12;

/// Why the weights of a group are no max points.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PointsFault {
    /// Code of the group; empty for the index itself.
    pub group: String,
    /// What is wrong.
    pub kind: PointsFaultKind,
}

/// What is wrong with the weights of a group.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PointsFaultKind {
    /// No weight is above 0.
    NoWeight,
    /// They have no whole parts that are small enough.
    TooFine,
}

/// A node with its max points and what lies below it.
pub(super) struct Pointed {
    pub(super) points: u64,
    pub(super) below: Vec<Pointed>,
}

impl Pointed {
    fn times(&mut self, factor: u64) -> Option<()> {
        self.points = self.points.checked_mul(factor)?;
        self.below.iter_mut().try_for_each(|own| own.times(factor))
    }

    fn is_small(&self) -> bool {
        self.points <= MOST_POINTS && self.below.iter().all(Self::is_small)
    }
}

/// Max points of nodes that lie below one of this code, the fewest that are whole; those of the top are
/// the weights themselves where these are whole already.
pub(super) fn points(nodes: &[IndicatorNode]) -> Result<Vec<Pointed>, PointsFault> {
    let fault = |kind| PointsFault {
        group: String::new(),
        kind,
    };
    let mut pointed = below("", nodes)?;
    let fewest = nodes.iter().zip(&pointed).find(|(_, own)| own.points > 0);
    let factor = fewest.and_then(|(node, own)| {
        let times = node.weight / own.points as f64;
        (times.fract() == 0.0 && times >= 1.0 && times <= MOST_POINTS as f64)
            .then_some(times as u64)
    });
    let too_fine = || fault(PointsFaultKind::TooFine);
    if !pointed.iter().all(Pointed::is_small) {
        return Err(too_fine());
    }
    let stays = |own: &Pointed| own.points.saturating_mul(factor.unwrap_or(1)) <= MOST_POINTS;
    if let Some(factor) = factor.filter(|_| pointed.iter().all(stays)) {
        let times = pointed.iter_mut().try_for_each(|own| own.times(factor));
        times.ok_or_else(too_fine)?;
    }
    Ok(pointed)
}

fn below(group: &str, nodes: &[IndicatorNode]) -> Result<Vec<Pointed>, PointsFault> {
    let fault = |kind| PointsFault {
        group: group.to_owned(),
        kind,
    };
    let weights: Vec<f64> = nodes.iter().map(|node| node.weight).collect();
    if !weights.iter().any(|weight| *weight > 0.0) {
        return Err(fault(PointsFaultKind::NoWeight));
    }
    let too_fine = || fault(PointsFaultKind::TooFine);
    let parts = parts(&weights).ok_or_else(too_fine)?;
    let mut pointed = Vec::new();
    for node in nodes {
        let below = match &node.below {
            Below::Indicators(nodes) => below(&node.code, nodes)?,
            Below::Values(_) => Vec::new(),
        };
        let sum = below.iter().map(|own| own.points).sum::<u64>();
        pointed.push(Pointed {
            points: if below.is_empty() { 1 } else { sum },
            below,
        });
    }
    // What each has to be multiplied by, so that their sums are as their parts.
    let mut all = 1;
    for (own, part) in pointed.iter().zip(&parts).filter(|(_, part)| **part > 0) {
        all = common(all, own.points / divisor(own.points, *part)).ok_or_else(too_fine)?;
    }
    for (own, part) in pointed.iter_mut().zip(&parts) {
        let points = all.checked_mul(*part).ok_or_else(too_fine)?;
        own.times(points / own.points.max(1)).ok_or_else(too_fine)?;
    }
    Ok(pointed)
}

/// The smallest whole numbers that are to one another as these weights.
fn parts(weights: &[f64]) -> Option<Vec<u64>> {
    let sum: f64 = weights.iter().sum();
    let is_whole = |share: f64| (share - share.round()).abs() <= NOISE * share.max(1.0);
    let fits = |parts: &u32| {
        let mut shares = weights.iter();
        shares.all(|weight| is_whole(weight / sum * f64::from(*parts)))
    };
    let parts = (1..=MOST_PARTS).find(fits)?;
    let shares = weights.iter();
    let shares = shares.map(|weight| (weight / sum * f64::from(parts)).round() as u64);
    let shares: Vec<u64> = shares.collect();
    // A weight that is too small for its part is not left out in silence.
    let is_kept = |(weight, part): (&f64, &u64)| (*weight > 0.0) == (*part > 0);
    weights.iter().zip(&shares).all(is_kept).then_some(shares)
}

/// The largest number that divides both.
fn divisor(one: u64, other: u64) -> u64 {
    match other {
        0 => one.max(1),
        _ => divisor(other, one % other),
    }
}

/// The smallest number that both divide.
fn common(one: u64, other: u64) -> Option<u64> {
    (one / divisor(one, other)).checked_mul(other)
}

#[cfg(test)]
mod tests {
    use super::{Pointed, PointsFaultKind, parts, points};
    use crate::{Below, IndicatorNode, RawColumn};

    fn leaf(weight: f64) -> IndicatorNode {
        IndicatorNode {
            code: String::new(),
            name: String::new(),
            weight,
            below: Below::Values(RawColumn::default()),
        }
    }

    fn group(weight: f64, below: Vec<IndicatorNode>) -> IndicatorNode {
        IndicatorNode {
            code: "g".to_owned(),
            below: Below::Indicators(below),
            ..leaf(weight)
        }
    }

    fn numbers(pointed: &[Pointed]) -> Vec<u64> {
        let own = pointed.iter();
        own.flat_map(|own| std::iter::once(own.points).chain(numbers(&own.below)))
            .collect()
    }

    #[test]
    fn shares_become_the_fewest_whole_points() {
        let third = 1.0 / 3.0;
        let tree = [
            group(0.5, vec![leaf(third), leaf(third), leaf(third)]),
            group(0.5, vec![leaf(0.25), leaf(0.75), leaf(0.0)]),
        ];
        let own = points(&tree).map(|own| numbers(&own));
        assert_eq!(own, Ok(vec![12, 4, 4, 4, 12, 3, 9, 0]));
        assert_eq!(parts(&[1.0 / 6.0, third, 0.5]), Some(vec![1, 2, 3]));
        assert_eq!(parts(&[0.3333, 0.6667]), Some(vec![3333, 6667]));
    }

    #[test]
    fn whole_weights_stay_as_they_are() {
        let own = points(&[leaf(10.0), leaf(20.0), leaf(0.0)]).map(|own| numbers(&own));
        assert_eq!(own, Ok(vec![10, 20, 0]));
    }

    #[test]
    fn weights_without_whole_points_are_refused() {
        let kind = |tree: &[IndicatorNode]| points(tree).err().map(|fault| fault.kind);
        assert_eq!(kind(&[leaf(0.0)]), Some(PointsFaultKind::NoWeight));
        let fine = [leaf(1.0), leaf(std::f64::consts::PI)];
        assert_eq!(kind(&fine), Some(PointsFaultKind::TooFine));
        let primes = |one: f64| group(1.0, vec![leaf(one), leaf(1.0)]);
        let deep = [primes(996.0), primes(1008.0), primes(1012.0)];
        assert_eq!(kind(&deep), Some(PointsFaultKind::TooFine));
    }
}
