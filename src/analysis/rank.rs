//! Ranking: 1 + the number of units with a strictly higher score (method 2).

use crate::model::Exact;

/// What happens to a score before it is compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rounding {
    /// Rounded half up to so many decimals (the DTI: 4).
    Decimals(u32),
    /// Compared as it is.
    Unrounded,
}

impl Rounding {
    /// The score as it is compared and shown.
    pub fn round(self, score: Exact) -> Exact {
        match self {
            Self::Decimals(decimals) => score.rounded(decimals),
            Self::Unrounded => score,
        }
    }

    /// The score as units are compared: in units of the last decimal, or as it is. Whole numbers
    /// compare faster than fractions.
    pub fn compared(self, score: Exact) -> Exact {
        match self {
            Self::Decimals(decimals) => Exact::whole(score.round_half_up(decimals)),
            Self::Unrounded => score,
        }
    }
}

/// Ranks from 1, in the order of `scores`.
///
/// # Ties
///
/// Equal scores share a rank and the next rank is skipped: 15, 15, 17.
///
/// ```
/// use dti_whatif::analysis::{Rounding, rank};
/// use dti_whatif::model::Exact;
/// let scores = [7024, 6975, 6975, 4972].map(|units| Exact::decimal(units, 4));
/// assert_eq!(rank(&scores, Rounding::Decimals(4)), [1, 2, 2, 4]);
/// ```
pub fn rank(scores: &[Exact], rounding: Rounding) -> Vec<u32> {
    let rounded: Vec<Exact> = scores.iter().map(|&score| rounding.round(score)).collect();
    let mut sorted = rounded.clone();
    sorted.sort_unstable();
    let higher = |score: &Exact| sorted.len() - sorted.partition_point(|other| other <= score);
    rounded
        .iter()
        .map(|score| u32::try_from(higher(score) + 1).unwrap_or(u32::MAX))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Rounding, rank};
    use crate::model::Exact;

    #[test]
    fn rounding_before_ranking_decides_ties() {
        let scores = [Exact::decimal(69_751, 5), Exact::decimal(69_750, 5)];
        assert_eq!(rank(&scores, Rounding::Decimals(4)), [1, 1]);
        assert_eq!(rank(&scores, Rounding::Unrounded), [1, 2]);
    }

    #[test]
    fn nobody_and_everybody_equal() {
        assert!(rank(&[], Rounding::Unrounded).is_empty());
        assert_eq!(rank(&[Exact::ONE; 3], Rounding::Decimals(4)), [1, 1, 1]);
    }
}
