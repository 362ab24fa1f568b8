//! Totals and pillars of all units as they are ranked.

use super::rounding;
use crate::analysis::{pillars, rank_with, with_ties};
use crate::model::{Exact, Framework, Maxima, Note, PillarStanding, Scorecard};
use crate::session::{Order, places};

/// All units as they are ranked, in the edition's order.
#[derive(Clone, Debug)]
pub(crate) struct Ranking {
    /// By totals that are rounded as the framework asks.
    totals: Order<Exact>,
    pillars: Vec<Vec<PillarStanding>>,
}

impl Ranking {
    /// Units with these unrounded totals and cards; `by_id` are their rows in the order of their ids.
    pub(super) fn of<'a>(
        framework: &Framework,
        maxima: &Maxima,
        (totals, by_id): (&[Exact], &[u32]),
        cards: impl Iterator<Item = &'a Scorecard>,
    ) -> Self {
        let units = totals.iter().zip(cards);
        let pillars = units.map(|(&total, card)| pillar_scores(framework, maxima, total, card));
        let pillars: Vec<Vec<Exact>> = pillars.collect();
        let rounding = rounding(framework);
        let totals = with_ties(framework, totals.to_vec()).into_iter();
        let scores = totals.map(|total| rounding.round(total)).collect();
        Self {
            totals: Order::new(scores, places(by_id), framework.header().ties),
            pillars: ranked_pillars(framework, &pillars),
        }
    }

    /// Score and rank of the unit in this row.
    pub(crate) fn of_unit(&self, position: usize) -> Option<(Exact, u32)> {
        Some((self.totals.key(position)?, self.totals.rank(position)))
    }

    /// Rows, best first, those that are level by id.
    pub(super) fn rows(&self) -> &[u32] {
        self.totals.order()
    }

    /// The pillars of the unit in this row.
    pub(crate) fn pillars_of(&self, position: usize) -> Option<&[PillarStanding]> {
        self.pillars.get(position).map(Vec::as_slice)
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
        let ranks = rank_with(&column, rounding(framework), framework.header().ties);
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

/// What must be said of the figures that ranks rest on.
pub(crate) fn figure_notes(framework: &Framework, is_estimated: bool) -> Vec<Note> {
    let estimates = is_estimated.then_some(Note::DependsOnEstimates);
    let maxima = framework.header().maxima_derived;
    let maxima = maxima.then_some(Note::MaximaDerived);
    estimates.into_iter().chain(maxima).collect()
}
