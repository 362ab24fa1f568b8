//! Standings: all units ranked under one scenario, beside the baseline.

use super::{Exact, POINTS_DECIMALS, SCORE_DECIMALS, Scorecard};

/// One pillar of one unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PillarStanding {
    /// Score, rounded as the framework asks.
    pub score: Exact,
    /// Rank on this pillar.
    pub rank: u32,
}

/// One unit's place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standing {
    /// Row of the unit in its edition.
    pub position: usize,
    /// Score, rounded as the framework asks.
    pub score: Exact,
    /// The same before rounding.
    pub unrounded: Exact,
    /// Rank, from 1; ties share one.
    pub rank: u32,
    /// Published score.
    pub baseline_score: Exact,
    /// Rank by the published scores.
    pub baseline_rank: u32,
    /// Pillars, in the framework's order.
    pub pillars: Vec<PillarStanding>,
    /// Values on every node.
    pub card: Scorecard,
    /// Whether the score depends on an estimate.
    pub estimated: bool,
    /// Whether the rivals' mode moved this unit.
    pub moved_as_rival: bool,
}

/// Something that a reader of a result must know. Faces put it into words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Note {
    /// Rivals moved in their totals only; indicators and pillars are as published.
    RivalsMoveTotalsOnly,
    /// The trend compares two editions under different frameworks.
    TrendAcrossFrameworks,
    /// A result depends on an estimated figure.
    DependsOnEstimates,
    /// The maxima of this framework were derived, not read from the decision.
    MaximaDerived,
    /// Components are entered whose rules were applied in another year.
    RulesOfAnotherYear,
    /// The merger is weighted by population, which is not the official rule.
    UnofficialWeights,
}

/// Most decimals that a score or points are shown with.
const MOST_DECIMALS: u32 = 12;

/// The decimals that tell the scores of a ranking apart: different ones are never shown as one
/// number, nor what lies between them as nothing. More than usual are needed only where units are
/// ranked by scores that are not rounded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Digits {
    /// Decimals of a score.
    pub score: u32,
    /// Decimals of points.
    pub points: u32,
}

impl Default for Digits {
    fn default() -> Self {
        Self {
            score: SCORE_DECIMALS,
            points: POINTS_DECIMALS,
        }
    }
}

impl Digits {
    /// Those of scores that are rounded to so many decimals, where that alone says that the usual
    /// ones tell all of them apart.
    pub(crate) fn of_rounded(decimals: u32, total: Exact) -> Option<Self> {
        let usual = Self::default();
        let least = Exact::decimal(1, decimals) * total;
        let is_told_apart = decimals <= usual.score && least.round_half_up(usual.points) > 0;
        is_told_apart.then_some(usual)
    }

    /// Those of scores that are shares of a total.
    pub(crate) fn for_scores(mut scores: Vec<Exact>, total: Exact) -> Self {
        scores.sort_unstable();
        scores.dedup();
        let mut digits = Self::default();
        for pair in scores.windows(2) {
            let [low, high] = pair else { continue };
            let shown = |decimals| [low, high].map(|score| score.round_half_up(decimals));
            let is_one = |decimals| matches!(shown(decimals), [low, high] if low == high);
            while digits.score < MOST_DECIMALS && is_one(digits.score) {
                digits.score += 1;
            }
            let between = (*high - *low) * total;
            while digits.points < MOST_DECIMALS && between.round_half_up(digits.points) == 0 {
                digits.points += 1;
            }
        }
        digits
    }
}

/// All units ranked under one scenario.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standings {
    /// Id of the edition.
    pub edition: String,
    /// Best first; ties by unit id in byte order.
    pub standings: Vec<Standing>,
    /// Whether any score depends on an estimate that was changed.
    pub estimated: bool,
    /// What a reader must know.
    pub notes: Vec<Note>,
    /// Of each row of the edition: its place in `standings`.
    places: Vec<u32>,
}

impl Standings {
    /// Standings of an edition, best first, without notes.
    pub fn new(edition: String, standings: Vec<Standing>) -> Self {
        let mut places = vec![u32::MAX; standings.len()];
        for (place, standing) in (0..).zip(&standings) {
            if let Some(slot) = places.get_mut(standing.position) {
                *slot = place;
            }
        }
        Self {
            edition,
            estimated: standings.iter().any(|standing| standing.estimated),
            standings,
            notes: Vec::new(),
            places,
        }
    }

    /// The standing of the unit in this row of the edition.
    pub fn of(&self, position: usize) -> Option<&Standing> {
        let place = self.places.get(position)?;
        self.standings.get(*place as usize)
    }

    /// The decimals that tell all scores apart, before and under the scenario; `total` is what they
    /// are shares of.
    pub fn digits(&self, total: Exact) -> Digits {
        let both = |own: &Standing| [own.score, own.baseline_score];
        Digits::for_scores(self.standings.iter().flat_map(both).collect(), total)
    }
}

#[cfg(test)]
mod tests {
    use super::Digits;
    use crate::model::Exact;

    #[test]
    fn different_scores_are_told_apart_and_equal_ones_ask_for_nothing() {
        let digits = |scores: &[Exact]| Digits::for_scores(scores.to_vec(), Exact::ONE);
        let half = Exact::decimal(5, 1);
        assert_eq!(digits(&[]), Digits::default());
        assert_eq!(digits(&[half, half, Exact::decimal(8002, 4)]).score, 4);
        let near = digits(&[half, Exact::decimal(500_004, 6), Exact::decimal(49_999, 5)]);
        assert_eq!((near.score, near.points), (6, 6));
        let rounded = |decimals, total| Digits::of_rounded(decimals, Exact::whole(total));
        assert_eq!(rounded(4, 1000), Some(Digits::default()));
        assert_eq!((rounded(4, 10), rounded(6, 1000)), (None, None));
        // What no decimals tell apart is left at the most there are.
        assert_eq!(digits(&[half, half + Exact::decimal(1, 14)]).score, 12);
    }
}
