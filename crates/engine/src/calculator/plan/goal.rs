//! What a plan has to reach, as its levers see it: points that add up, or a mean.

use super::levers::Candidate;
use crate::analysis::{Effort, Lever, MeanGoal, Move, Optimum, cheapest};
use crate::model::{Exact, Framework, Mean};

/// What a plan is to reach.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// This rank or a better one, from 1.
    Rank(u32),
    /// This score or a higher one.
    Score(Exact),
}

/// What the levers must give together.
pub(super) enum Goal {
    /// So many points more.
    Points(Exact),
    /// A total that is a geometric or harmonic mean.
    Mean(MeanGoal),
}

impl Goal {
    /// To gain `missing` in score up to `threshold`, with these levers.
    pub(super) fn of(
        framework: &Framework,
        candidates: &[Candidate],
        total: Exact,
        (missing, threshold): (Exact, Exact),
    ) -> Self {
        if !framework.is_composite() || missing <= Exact::ZERO {
            return Self::Points(missing.max(Exact::ZERO) * total);
        }
        match framework.header().mean {
            // What is left out has no weight.
            Mean::Arithmetic => Self::Points(missing * weight(candidates)),
            mean => Self::Mean(MeanGoal {
                mean,
                score: threshold,
            }),
        }
    }

    /// The cheapest way, or `None` where all levers at their top are not enough.
    pub(super) fn cheapest(&self, levers: &[Lever], effort: Effort) -> Option<Optimum> {
        match self {
            Self::Points(needed) => cheapest(levers, effort, *needed),
            Self::Mean(goal) => goal.cheapest(levers, effort),
        }
    }

    /// All levers at their top.
    pub(super) fn everything(&self, levers: &[Lever], effort: Effort) -> Option<Optimum> {
        match self {
            Self::Points(_) => cheapest(levers, effort, levers.iter().map(Lever::headroom).sum()),
            Self::Mean(_) => Some(MeanGoal::everything(levers, effort)),
        }
    }

    /// The way of one lever alone.
    pub(super) fn alone(&self, levers: &[Lever], position: usize, effort: Effort) -> Option<Move> {
        match self {
            Self::Points(needed) => levers.get(position)?.alone(position, effort, *needed),
            Self::Mean(goal) => goal.alone(levers, position, effort),
        }
    }

    /// By how much a step must be raised where the scorer found a little of the score missing, of
    /// so many of these levers' points; the more often it was asked, the more.
    pub(super) fn rise(&self, missing: Exact, max_points: Exact, attempt: u32) -> Exact {
        match self {
            Self::Points(_) => missing.div_or(max_points, Exact::ZERO),
            Self::Mean(_) => Exact::decimal(1_i64 << attempt.min(12), 4),
        }
    }
}

/// Max points of all that counts.
pub(super) fn weight(candidates: &[Candidate]) -> Exact {
    candidates.iter().map(|c| c.lever.max_points).sum()
}

#[cfg(test)]
mod tests {
    use super::Goal;
    use crate::analysis::MeanGoal;
    use crate::model::{Exact, Mean};

    #[test]
    fn a_step_rises_by_what_is_missing_or_by_more_each_time() {
        let rise = |goal: &Goal, attempt| goal.rise(Exact::whole(6), Exact::whole(40), attempt);
        let points = Goal::Points(Exact::ONE);
        let mean = Goal::Mean(MeanGoal {
            mean: Mean::Geometric,
            score: Exact::ONE,
        });
        for (attempt, ten_thousandths) in [(0, 1), (1, 2), (3, 8), (12, 4096), (40, 4096)] {
            assert_eq!(rise(&points, attempt), Exact::fraction(6, 40));
            assert_eq!(rise(&mean, attempt), Exact::decimal(ten_thousandths, 4));
        }
    }
}
