//! What of a change of score other weights did and what other values, and within which bounds where
//! only a sum is known (method, "Across decisions").

use crate::model::Exact;

/// A change of a contribution `w x / W`, split over its two causes; they add up to it exactly.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Split {
    /// Due to the weight.
    pub weights: Exact,
    /// Due to the value.
    pub values: Exact,
}

/// Splits the change of `share x score`: each cause is its mean effect over both orders in which the
/// two may change (Shapley; with two causes the same as taking the other one half-way).
pub fn split(shares: [Exact; 2], scores: [Exact; 2]) -> Split {
    let half = Exact::fraction(1, 2);
    let ([old_share, share], [old_score, score]) = (shares, scores);
    Split {
        weights: (share - old_share) * (old_score + score) * half,
        values: (old_share + share) * (score - old_score) * half,
    }
}

/// Numbers between which one must lie.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Range {
    /// The lowest.
    pub low: Exact,
    /// The highest.
    pub high: Exact,
}

impl Range {
    /// Only this number.
    pub fn only(value: Exact) -> Self {
        Self {
            low: value,
            high: value,
        }
    }

    /// The sums of numbers from both.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            high: self.high + other.high,
        }
    }

    /// The differences of a number less one from here.
    #[must_use]
    pub fn from_whole(self, whole: Exact) -> Self {
        Self {
            low: whole - self.high,
            high: whole - self.low,
        }
    }

    fn times(self, factor: Exact) -> Self {
        Self {
            low: self.low * factor,
            high: self.high * factor,
        }
    }
}

/// One of several indicators of which only the sum is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unknown {
    /// Its share of the total before and after.
    pub shares: [Exact; 2],
    /// Its score before and after, where on file.
    pub scores: [Option<Exact>; 2],
}

/// What several indicators contribute to the total before and after: what is left of it for them, but
/// where all of them are on file their own sum.
pub fn sums_of(unknown: &[Unknown], left: [Exact; 2]) -> [Exact; 2] {
    let [before, after] = left;
    let own = |share: fn(&Unknown) -> Exact, score: fn(&Unknown) -> Option<Exact>| {
        let parts = unknown.iter().map(|one| Some(share(one) * score(one)?));
        parts.sum::<Option<Exact>>()
    };
    [
        own(|one| one.shares[0], |one| one.scores[0]).unwrap_or(before),
        own(|one| one.shares[1], |one| one.scores[1]).unwrap_or(after),
    ]
}

/// What other weights did to several indicators whose contribution together went from one number to
/// another: the bounds over all values that are possible with it. What is left of the change is due
/// to the values.
pub fn weights_of_sum(unknown: &[Unknown], contributions: [Exact; 2]) -> Range {
    let half = Exact::fraction(1, 2);
    let [before, after] = contributions;
    let old = |one: &Unknown| Term::of(one.shares[0], one.shares[1], one.scores[0]);
    let new = |one: &Unknown| Term::of(one.shares[1], one.shares[0], one.scores[1]);
    let under_new = reach(&unknown.iter().map(old).collect::<Vec<_>>(), before);
    let under_old = reach(&unknown.iter().map(new).collect::<Vec<_>>(), after);
    // Half of (old values under the new weights - before) + (after - new values under the old).
    let first = under_new.plus(Range::only(-before));
    let second = under_old.from_whole(after);
    first.plus(second).times(half)
}

/// A score between two ends that counts twice: in the sum that is known and in the one asked for.
#[derive(Clone, Copy)]
struct Term {
    known: Exact,
    asked: Exact,
    low: Exact,
    high: Exact,
}

impl Term {
    fn of(known: Exact, asked: Exact, score: Option<Exact>) -> Self {
        Self {
            known,
            asked,
            low: score.unwrap_or(Exact::ZERO),
            high: score.unwrap_or(Exact::ONE),
        }
    }
}

/// Bounds of what is asked for, given the sum that is known: what counts most there for what it takes
/// here is filled first, or last. What rounding puts beyond the ends is left out.
fn reach(terms: &[Term], sum: Exact) -> Range {
    let (mut counted, free): (Vec<&Term>, Vec<&Term>) =
        terms.iter().partition(|term| term.known > Exact::ZERO);
    counted.sort_by_key(|term| -term.asked.div_or(term.known, Exact::ZERO));
    let least: Exact = counted.iter().map(|term| term.known * term.low).sum();
    let fill = |order: &mut dyn Iterator<Item = &&Term>| {
        let mut left = (sum - least).max(Exact::ZERO);
        let mut asked = Exact::ZERO;
        for term in order {
            let taken = (term.known * (term.high - term.low)).min(left);
            left = left - taken;
            let score = term.low + taken.div_or(term.known, Exact::ZERO);
            asked = asked + term.asked * score;
        }
        asked
    };
    // What has no weight in the sum may be anything.
    let ends = |end: fn(&Term) -> Exact| free.iter().map(|term| term.asked * end(term)).sum();
    let anything = Range {
        low: ends(|term| term.low),
        high: ends(|term| term.high),
    };
    let filled = Range {
        low: fill(&mut counted.iter().rev()),
        high: fill(&mut counted.iter()),
    };
    filled.plus(anything)
}

#[cfg(test)]
mod tests {
    use super::{Range, Term, Unknown, reach, split, weights_of_sum};
    use crate::model::Exact;

    fn part(units: i64) -> Exact {
        Exact::decimal(units, 4)
    }

    #[test]
    fn both_causes_are_their_means_over_both_orders() {
        // 0.1 x 0.5 -> 0.2 x 0.7: weights first bring .05, last .07; values .02 first, .04 last.
        let split = split([part(1000), part(2000)], [part(5000), part(7000)]);
        assert_eq!((split.weights, split.values), (part(600), part(300)));
        assert_eq!(split.weights + split.values, part(1400) - part(500));
    }

    #[test]
    fn bounds_of_a_sum_worked_by_hand() {
        // x + y = 1.2 of two scores: 2x + y is 1.4 at x = .2, y = 1, and 2.2 at x = 1, y = .2.
        let term = |known, asked| Term::of(Exact::whole(known), Exact::whole(asked), None);
        let terms = [term(1, 2), term(1, 1)];
        let bounds = reach(&terms, Exact::decimal(12, 1));
        assert_eq!(
            (bounds.low, bounds.high),
            (Exact::decimal(14, 1), Exact::decimal(22, 1))
        );
        // What has no weight in the sum is free.
        let free = reach(&[term(0, 1), term(1, 0)], Exact::decimal(5, 1));
        assert_eq!((free.low, free.high), (Exact::ZERO, Exact::ONE));
    }

    #[test]
    fn all_values_that_are_possible_lie_within_the_bounds_and_reach_them() {
        let mut state = 7_u64;
        let mut next = |limit: i64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            i64::try_from(state >> 33).unwrap() % limit
        };
        for _ in 0..2_000 {
            let count = usize::try_from(1 + next(4)).unwrap();
            let shares = |next: &mut dyn FnMut(i64) -> i64| {
                (0..count)
                    .map(|_| part(100 * (1 + next(20))))
                    .collect::<Vec<_>>()
            };
            let (old, new) = (shares(&mut next), shares(&mut next));
            let scores: Vec<[Exact; 2]> = (0..count)
                .map(|_| [part(next(10_001)), part(next(10_001))])
                .collect();
            let unknown: Vec<Unknown> = (0..count)
                .map(|at| Unknown {
                    shares: [old[at], new[at]],
                    scores: scores[at].map(|score| (next(3) == 0).then_some(score)),
                })
                .collect();
            let sum = |shares: &[Exact], year: usize| {
                shares
                    .iter()
                    .zip(&scores)
                    .map(|(share, own)| *share * own[year])
                    .sum::<Exact>()
            };
            let contributions = [sum(&old, 0), sum(&new, 1)];
            let bounds = weights_of_sum(&unknown, contributions);
            let truth: Exact = (0..count)
                .map(|at| split([old[at], new[at]], scores[at]).weights)
                .sum();
            assert!(bounds.low <= truth && truth <= bounds.high, "{unknown:?}");
            let known = unknown
                .iter()
                .all(|one| one.scores.iter().all(Option::is_some));
            if known || count == 1 {
                assert_eq!(bounds, Range::only(truth), "nothing is open");
            }
        }
    }
}
