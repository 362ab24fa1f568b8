//! Totals and pillars of all units as they are ranked, and the standings made of them.

use super::rounding;
use super::simulation::Outcome;
use crate::analysis::{pillars, rank_rounded, rank_with, with_ties};
use crate::model::{
    Exact, Framework, Maxima, Note, PillarStanding, Scorecard, Standing, Standings,
};

/// All units as they are ranked, in the edition's order.
#[derive(Clone, Debug)]
pub(crate) struct Ranking {
    /// Unrounded; what may be level is.
    totals: Vec<Exact>,
    /// Rounded as the framework asks.
    scores: Vec<Exact>,
    ranks: Vec<u32>,
    pillars: Vec<Vec<PillarStanding>>,
}

impl Ranking {
    /// Totals without pillars.
    fn of_totals(framework: &Framework, totals: Vec<Exact>) -> Self {
        let rounding = rounding(framework);
        let totals = with_ties(framework, totals);
        let scores: Vec<Exact> = totals.iter().map(|&total| rounding.round(total)).collect();
        Self {
            ranks: rank_rounded(&scores, framework.header().ties),
            pillars: Vec::new(),
            totals,
            scores,
        }
    }

    /// Units with these totals and cards, under the framework's own maxima.
    pub(super) fn of(framework: &Framework, totals: &[Exact], cards: &[Scorecard]) -> Self {
        let maxima = Maxima::of(framework);
        let units = totals.iter().zip(cards);
        let pillars = units.map(|(&total, card)| pillar_scores(framework, &maxima, total, card));
        Self {
            pillars: ranked_pillars(framework, &pillars.collect::<Vec<_>>()),
            ..Self::of_totals(framework, totals.to_vec())
        }
    }

    /// Score and rank of the unit in this row.
    pub(crate) fn of_unit(&self, position: usize) -> Option<(Exact, u32)> {
        Some((*self.scores.get(position)?, *self.ranks.get(position)?))
    }

    /// Units under a scenario; what did not change is taken over.
    fn under(framework: &Framework, maxima: &Maxima, outcomes: &[Outcome], before: &Self) -> Self {
        let rounding = rounding(framework);
        let totals = with_ties(framework, outcomes.iter().map(Outcome::unrounded).collect());
        let old = before.totals.iter().zip(&before.scores);
        let scores = totals.iter().zip(old).map(|(&total, (old, score))| {
            let is_same = total == *old;
            if is_same {
                *score
            } else {
                rounding.round(total)
            }
        });
        let scores: Vec<Exact> = scores.collect();
        let ranks = if scores == before.scores {
            before.ranks.clone()
        } else {
            rank_rounded(&scores, framework.header().ties)
        };
        Self {
            pillars: before.pillars_under(framework, maxima, outcomes),
            totals,
            scores,
            ranks,
        }
    }

    fn pillars_under(
        &self,
        framework: &Framework,
        maxima: &Maxima,
        outcomes: &[Outcome],
    ) -> Vec<Vec<PillarStanding>> {
        let has_pillars = self.pillars.len() == outcomes.len();
        if has_pillars && outcomes.iter().all(|outcome| outcome.is_unchanged) {
            return self.pillars.clone();
        }
        let scores = |(row, outcome): (usize, &Outcome)| {
            let old = self.pillars.get(row).filter(|_| outcome.is_unchanged);
            match old {
                Some(old) => old.iter().map(|pillar| pillar.score).collect(),
                None => pillar_scores(framework, maxima, outcome.own_total, &outcome.card),
            }
        };
        let scores: Vec<Vec<Exact>> = outcomes.iter().enumerate().map(scores).collect();
        ranked_pillars(framework, &scores)
    }
}

/// A unit's pillars, rounded; `total` may leave `0..=1`.
pub(crate) fn pillar_scores(
    framework: &Framework,
    maxima: &Maxima,
    total: Exact,
    card: &Scorecard,
) -> Vec<Exact> {
    let rounding = rounding(framework);
    let own = total.clamp_to(Exact::ZERO, Exact::ONE);
    let pillars = pillars(framework, maxima, own, card).into_iter();
    pillars
        .map(|pillar| rounding.round(pillar.score()))
        .collect()
}

/// The pillars of all units with their ranks.
pub(crate) fn ranked_pillars(
    framework: &Framework,
    scores: &[Vec<Exact>],
) -> Vec<Vec<PillarStanding>> {
    let mut ranked: Vec<Vec<PillarStanding>> = vec![Vec::new(); scores.len()];
    for place in 0..framework.pillars().len() {
        let at = |row: &Vec<Exact>| row.get(place).copied().unwrap_or(Exact::ZERO);
        let column: Vec<Exact> = scores.iter().map(at).collect();
        let ranks = rank_rounded(&column, framework.header().ties);
        for ((row, score), rank) in ranked.iter_mut().zip(column).zip(ranks) {
            row.push(PillarStanding { score, rank });
        }
    }
    ranked
}

/// The ranks of all units on one indicator.
pub(crate) fn column_ranks(framework: &Framework, scores: &[Exact]) -> Vec<u32> {
    let scores = with_ties(framework, scores.to_vec());
    rank_with(&scores, rounding(framework), framework.header().ties)
}

/// Ranks outcomes by total and by pillar, best first, ties as in `by_id`, the rows in the order of
/// their ids. `baseline` is how the units rank without the scenario, where that is known.
pub(super) fn assemble(
    framework: &Framework,
    maxima: &Maxima,
    outcomes: Vec<Outcome>,
    baseline: Option<&Ranking>,
    by_id: &[u32],
) -> Standings {
    let made;
    let before = match baseline {
        Some(baseline) => baseline,
        None => {
            let totals = outcomes.iter().map(|outcome| outcome.baseline_total);
            made = Ranking::of_totals(framework, totals.collect());
            &made
        }
    };
    let now = Ranking::under(framework, maxima, &outcomes, before);
    let mut standings = Vec::with_capacity(outcomes.len());
    let rows = outcomes.into_iter().zip(now.pillars).enumerate();
    for (position, (outcome, pillars)) in rows {
        let at = |list: &[Exact]| list.get(position).copied().unwrap_or(Exact::ZERO);
        let place = |list: &[u32]| list.get(position).copied().unwrap_or_default();
        standings.push(Standing {
            position,
            score: at(&now.scores),
            unrounded: at(&now.totals),
            rank: place(&now.ranks),
            baseline_score: at(&before.scores),
            baseline_rank: place(&before.ranks),
            pillars,
            moved_as_rival: outcome.rival_change.is_some(),
            estimated: outcome.estimated,
            card: outcome.card,
        });
    }
    let mut standings = Standings::new(String::new(), sorted(standings, by_id));
    standings.notes = figure_notes(framework, standings.estimated);
    standings
}

/// What must be said of the figures that ranks rest on.
pub(crate) fn figure_notes(framework: &Framework, is_estimated: bool) -> Vec<Note> {
    let estimates = is_estimated.then_some(Note::DependsOnEstimates);
    let maxima = framework.header().maxima_derived;
    let maxima = maxima.then_some(Note::MaximaDerived);
    estimates.into_iter().chain(maxima).collect()
}

/// Standings of all rows, best first. Rows that are level stand as in `by_id`, since those of each
/// rank are put down in that order.
fn sorted(standings: Vec<Standing>, by_id: &[u32]) -> Vec<Standing> {
    let rank = |row: u32| standings.get(row as usize).map(|own| own.rank as usize);
    // How many have each rank says where those of the next one begin.
    let mut begins = vec![0; standings.len() + 2];
    for standing in &standings {
        if let Some(next) = begins.get_mut(standing.rank as usize + 1) {
            *next += 1;
        }
    }
    let mut before = 0;
    for begin in &mut begins {
        before += *begin;
        *begin = before;
    }
    let mut order = vec![0; standings.len()];
    for &row in by_id {
        let next = rank(row).and_then(|rank| begins.get_mut(rank));
        let slot = next.and_then(|next| {
            *next += 1;
            order.get_mut(*next - 1)
        });
        if let Some(slot) = slot {
            *slot = row as usize;
        }
    }
    let mut rows: Vec<Option<Standing>> = standings.into_iter().map(Some).collect();
    let sorted = order
        .into_iter()
        .filter_map(|row| rows.get_mut(row)?.take());
    sorted.collect()
}

#[cfg(test)]
mod tests {
    use super::sorted;
    use crate::model::{Exact, Framework, FrameworkHeader, Scorecard, Standing};

    #[test]
    fn those_that_are_level_stand_by_id() {
        let framework = Framework::try_new(FrameworkHeader::default(), vec![], vec![]).unwrap();
        let standing = |(position, rank)| Standing {
            position,
            score: Exact::ZERO,
            unrounded: Exact::ZERO,
            rank,
            baseline_score: Exact::ZERO,
            baseline_rank: rank,
            pillars: Vec::new(),
            card: Scorecard::empty(&framework),
            estimated: false,
            moved_as_rival: false,
        };
        let order = |ranks: [u32; 5]| -> Vec<usize> {
            let standings = ranks.into_iter().enumerate().map(standing).collect();
            let sorted = sorted(standings, &[4, 2, 0, 3, 1]);
            sorted.iter().map(|own| own.position).collect()
        };
        assert_eq!(order([3, 1, 3, 1, 5]), [3, 1, 2, 0, 4]);
        // Dense ranks leave no gap.
        assert_eq!(order([2, 1, 2, 1, 3]), [3, 1, 2, 0, 4]);
        assert_eq!(order([1; 5]), [4, 2, 0, 3, 1]);
    }
}
