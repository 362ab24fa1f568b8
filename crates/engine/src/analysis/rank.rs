//! Ranking: 1 + the number of units with a strictly higher score (method 2).

use crate::model::{Exact, Standing, Ties};

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
/// use dti_engine::analysis::{Rounding, rank};
/// use dti_engine::model::Exact;
/// let scores = [7024, 6975, 6975, 4972].map(|units| Exact::decimal(units, 4));
/// assert_eq!(rank(&scores, Rounding::Decimals(4)), [1, 2, 2, 4]);
/// ```
pub fn rank(scores: &[Exact], rounding: Rounding) -> Vec<u32> {
    rank_with(scores, rounding, Ties::Competition)
}

/// The same by a framework's rule for the rank after a tie.
pub fn rank_with(scores: &[Exact], rounding: Rounding, ties: Ties) -> Vec<u32> {
    match rounding {
        Rounding::Decimals(decimals) => {
            let units = scores.iter().map(|score| score.round_half_up(decimals));
            rank_rounded(&units.collect::<Vec<_>>(), ties)
        }
        Rounding::Unrounded => rank_rounded(scores, ties),
    }
}

/// The same of scores that are rounded already, also in whole numbers of their last decimal.
pub fn rank_rounded<K: Copy + Ord>(scores: &[K], ties: Ties) -> Vec<u32> {
    let mut sorted = scores.to_vec();
    sorted.sort_unstable();
    if ties == Ties::Dense {
        sorted.dedup();
    }
    let higher = |score: &K| sorted.len() - sorted.partition_point(|other| other <= score);
    scores
        .iter()
        .map(|score| u32::try_from(higher(score) + 1).unwrap_or(u32::MAX))
        .collect()
}

/// The rank of a score among those of the others, all rounded alike.
pub fn place_among(score: Exact, others: &[Exact], ties: Ties) -> u32 {
    let mut higher: Vec<Exact> = others.iter().copied().filter(|o| *o > score).collect();
    if ties == Ties::Dense {
        higher.sort_unstable();
        higher.dedup();
    }
    u32::try_from(higher.len() + 1).unwrap_or(u32::MAX)
}

/// The unit to draw level with for a rank: the one at that rank among others, best first.
pub fn holder<'a>(
    others: impl Iterator<Item = &'a Standing>,
    rank: u32,
    ties: Ties,
) -> Option<&'a Standing> {
    let mut place = 0;
    let mut before = None;
    for other in others {
        if ties == Ties::Competition || before != Some(other.score) {
            place += 1;
        }
        if place == rank {
            return Some(other);
        }
        before = Some(other.score);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Rounding, holder, place_among, rank, rank_rounded, rank_with};
    use crate::model::{Exact, Framework, FrameworkHeader, Scorecard, Standing, Ties};

    /// A unit with so many hundredths, in the row of its place.
    fn standings(hundredths: &[i64]) -> Vec<Standing> {
        let framework = Framework::try_new(FrameworkHeader::default(), vec![], vec![]).unwrap();
        let standing = |(position, &units): (usize, &i64)| {
            let score = Exact::decimal(units, 2);
            Standing {
                position,
                score,
                unrounded: score,
                rank: 1,
                baseline_score: score,
                baseline_rank: 1,
                pillars: Vec::new(),
                card: Scorecard::empty(&framework),
                estimated: false,
                moved_as_rival: false,
            }
        };
        hundredths.iter().enumerate().map(standing).collect()
    }

    #[test]
    fn a_score_is_compared_as_it_is_shown() {
        let score = Exact::decimal(69_755, 5);
        let shown = Rounding::Decimals(4);
        assert_eq!(shown.round(score), Exact::decimal(6976, 4));
        assert_eq!(shown.compared(score), Exact::whole(6976));
        assert_eq!(Rounding::Unrounded.round(score), score);
        assert_eq!(Rounding::Unrounded.compared(score), score);
    }

    #[test]
    fn the_holder_of_a_rank_is_who_stands_there() {
        let all = standings(&[90, 80, 80, 70]);
        let rows = |ties| {
            let row = |rank| holder(all.iter(), rank, ties).map(|own| own.position);
            [0, 1, 2, 3, 4, 5].map(row)
        };
        // Where a rank is skipped, whoever stands in its place is level with it.
        let expected = [None, Some(0), Some(1), Some(2), Some(3), None];
        assert_eq!(rows(Ties::Competition), expected);
        let expected = [None, Some(0), Some(1), Some(3), None, None];
        assert_eq!(rows(Ties::Dense), expected);
    }

    #[test]
    fn whole_numbers_rank_as_the_scores_that_they_stand_for() {
        assert_eq!(rank_rounded(&[3, 9, 9, 1], Ties::Competition), [3, 1, 1, 4]);
        assert_eq!(rank_rounded(&[3, 9, 9, 1], Ties::Dense), [2, 1, 1, 3]);
        let others = [90, 80, 80].map(|units| Exact::decimal(units, 2));
        let place = |units, ties| place_among(Exact::decimal(units, 2), &others, ties);
        // Above all, level with two, below all.
        let all = |ties| [95, 80, 10].map(|units| place(units, ties));
        assert_eq!(all(Ties::Competition), [1, 2, 4]);
        assert_eq!(all(Ties::Dense), [1, 2, 3]);
    }

    #[test]
    fn rounding_before_ranking_decides_ties() {
        let scores = [Exact::decimal(69_751, 5), Exact::decimal(69_750, 5)];
        assert_eq!(rank(&scores, Rounding::Decimals(4)), [1, 1]);
        assert_eq!(rank(&scores, Rounding::Unrounded), [1, 2]);
    }

    #[test]
    fn dense_ranks_leave_no_gap() {
        let scores = [90, 80, 80, 70].map(|units| Exact::decimal(units, 2));
        let ranks = |ties| rank_with(&scores, Rounding::Unrounded, ties);
        assert_eq!(ranks(Ties::Competition), [1, 2, 2, 4]);
        assert_eq!(ranks(Ties::Dense), [1, 2, 2, 3]);
        for ties in [Ties::Competition, Ties::Dense] {
            let alone = scores.map(|score| place_among(score, &scores, ties));
            assert_eq!(alone.to_vec(), ranks(ties));
        }
    }

    #[test]
    fn nobody_and_everybody_equal() {
        assert!(rank(&[], Rounding::Unrounded).is_empty());
        assert_eq!(rank(&[Exact::ONE; 3], Rounding::Decimals(4)), [1, 1, 1]);
    }
}
