//! One trial of what is not known: the scores of all units as the sources were drawn, each from its
//! own numbers or all from one stream.

use super::base::{DrawBase, DrawUnit, RivalMoves, Sources};
use super::known_sums::KnownSums;
use super::numbers::Numbers;
use crate::analysis::compose::{inward, outward};
use crate::model::{Mean, Ties};

/// The units of a scenario, drawn again and again.
#[derive(Clone, Debug)]
pub(super) struct Trial {
    sources: Sources,
    max_points: Vec<f64>,
    is_no_sum: bool,
    /// Each main indicator's share of the total under the scenario.
    own_shares: Vec<f64>,
    /// The same in this draw.
    shares: Vec<f64>,
    /// A column of units per main indicator: the scores, or where a total is no sum what its mean
    /// adds up for them.
    columns: Vec<f64>,
    /// Each unit's score under the scenario, in the edition's order.
    own_scores: Vec<f64>,
    /// The same in this draw.
    scores: Vec<f64>,
    means: Means,
    known_sums: KnownSums,
}

impl Trial {
    /// Takes scores and known sums out of the units.
    pub(super) fn new(base: &mut DrawBase, sources: Sources) -> Self {
        let units = base.units.len();
        let total: f64 = base.max_points.iter().sum();
        let shares: Vec<f64> = base.max_points.iter().map(|max| max / total).collect();
        let columns = columns(base);
        let mut means = Means::new(base.mean, units);
        if base.is_no_sum {
            means.take(&shares, &columns);
            means.own.clone_from(&means.sums);
        }
        let known_sums = KnownSums::of(&mut base.units);
        for unit in &mut base.units {
            unit.scores = Vec::new();
        }
        Self {
            sources,
            max_points: base.max_points.clone(),
            is_no_sum: base.is_no_sum,
            own_shares: shares.clone(),
            shares,
            columns,
            own_scores: base.units.iter().map(|unit| unit.score).collect(),
            scores: vec![0.0; units],
            means,
            known_sums,
        }
    }

    /// The score of the unit in this row, in this draw.
    pub(super) fn score(&self, row: usize) -> f64 {
        self.scores.get(row).copied().unwrap_or_default()
    }

    /// The rank of the unit in this row, in this draw.
    pub(super) fn rank(&self, row: usize, ties: Ties) -> u32 {
        let own = self.score(row);
        let higher = self.scores.iter().copied().filter(|score| *score > own);
        let ahead = match ties {
            Ties::Competition => higher.count(),
            Ties::Dense => {
                let mut higher: Vec<f64> = higher.collect();
                higher.sort_unstable_by(f64::total_cmp);
                higher.dedup();
                higher.len()
            }
        };
        u32::try_from(ahead + 1).unwrap_or(u32::MAX)
    }

    /// Max points w (1 + s u), as shares of their sum.
    pub(super) fn draw_shares(&mut self, numbers: &mut Numbers) {
        let spread = self.sources.weight_spread;
        if spread <= 0.0 {
            return;
        }
        let mut total = 0.0;
        for (share, &max_points) in self.shares.iter_mut().zip(&self.max_points) {
            *share = max_points;
            if max_points > 0.0 {
                *share *= 1.0 + spread * numbers.around_zero();
            }
            total += *share;
        }
        for share in &mut self.shares {
            *share /= total;
        }
    }

    /// The scenario's scores under the shares of this draw. Shares that are not drawn are the same
    /// floats as the scenario's, so they add exactly nothing and ties stay ties.
    pub(super) fn count(&mut self) {
        self.scores.copy_from_slice(&self.own_scores);
        if self.is_no_sum {
            self.means.take(&self.shares, &self.columns);
            let means = self.means.sums.iter().zip(&self.means.own);
            for (score, (mean, own)) in self.scores.iter_mut().zip(means) {
                *score += mean - own;
            }
        } else if self.sources.weight_spread > 0.0 {
            let shares = self.shares.iter().zip(&self.own_shares);
            let columns = self.columns.chunks_exact(self.scores.len().max(1));
            for ((share, before), column) in shares.zip(columns) {
                let change = share - before;
                for (score, own) in self.scores.iter_mut().zip(column) {
                    *score += change * own;
                }
            }
        }
    }

    /// Adds what new estimates change.
    pub(super) fn redraw_estimates(&mut self, numbers: &mut Numbers) {
        if !self.is_no_sum {
            let error = self.sources.estimates.unwrap_or_default();
            self.known_sums.redraw(error, numbers);
            self.known_sums.change(&self.shares, &mut self.scores);
        }
    }

    /// Adds a rounding error to each score.
    pub(super) fn draw_rounding(&mut self, numbers: &mut Numbers) {
        if let Some(half) = self.sources.rounding {
            for score in &mut self.scores {
                *score += half * numbers.around_zero();
            }
        }
    }

    /// Moves every unit but those that stay by a normal change of this deviation, in its total.
    pub(super) fn move_rivals(&mut self, rivals: &RivalMoves, numbers: &mut Numbers) {
        let scores = self.scores.iter_mut().zip(&rivals.is_rival);
        for (score, _) in scores.filter(|(_, is_rival)| **is_rival) {
            *score = (*score + rivals.deviation * numbers.normal())
                .max(0.0)
                .min(1.0);
        }
    }
}

/// What each main indicator brings, a column of units each.
fn columns(base: &DrawBase) -> Vec<f64> {
    let mut columns = Vec::with_capacity(base.max_points.len() * base.units.len());
    for place in 0..base.max_points.len() {
        let score = |unit: &DrawUnit| unit.scores.get(place).copied().unwrap_or_default();
        columns.extend(base.units.iter().map(|unit| match base.is_no_sum {
            true => inward(base.mean, score(unit)),
            false => score(unit),
        }));
    }
    columns
}

/// Means of all units, where a total is no sum.
#[derive(Clone, Debug)]
struct Means {
    mean: Mean,
    /// Under the scenario's shares.
    own: Vec<f64>,
    /// Under those taken last.
    sums: Vec<f64>,
    weights: Vec<f64>,
}

impl Means {
    fn new(mean: Mean, units: usize) -> Self {
        Self {
            mean,
            own: Vec::new(),
            sums: vec![0.0; units],
            weights: vec![0.0; units],
        }
    }

    /// As [`mean_of_floats`](crate::analysis::mean_of_floats) takes them, without what is left out.
    fn take(&mut self, shares: &[f64], columns: &[f64]) {
        self.sums.fill(0.0);
        self.weights.fill(0.0);
        let units = self.sums.len().max(1);
        for (&share, column) in shares.iter().zip(columns.chunks_exact(units)) {
            // No weight times the logarithm of 0 would be no number.
            if share <= 0.0 {
                continue;
            }
            let sums = self.sums.iter_mut().zip(&mut self.weights);
            for ((sum, weight), part) in sums.zip(column) {
                if !part.is_nan() {
                    *sum += share * part;
                    *weight += share;
                }
            }
        }
        for (sum, weight) in self.sums.iter_mut().zip(&self.weights) {
            *sum = match *weight > 0.0 {
                true => outward(self.mean, *sum / weight),
                false => 0.0,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Trial;
    use crate::analysis::stability::numbers::Numbers;
    use crate::analysis::{DrawBase, DrawUnit, RivalMoves, Sources};
    use crate::model::{Mean, Ties};

    fn trial(scores: &[f64]) -> Trial {
        let unit = |(position, &score): (usize, &f64)| DrawUnit {
            position,
            rank: 1,
            score,
            scores: vec![score],
            known_sums: Vec::new(),
        };
        let mut base = DrawBase {
            max_points: vec![100.0],
            units: scores.iter().enumerate().map(unit).collect(),
            order: (0..scores.len()).collect(),
            mean: Mean::Arithmetic,
            is_no_sum: false,
            ties: Ties::Competition,
        };
        let off = Sources {
            weight_spread: 0.0,
            rounding: None,
            estimates: None,
        };
        let mut trial = Trial::new(&mut base, off);
        trial.count();
        trial
    }

    #[test]
    fn ranks_follow_the_rule_of_ties() {
        let trial = trial(&[0.4, 0.8, 0.8, 0.6, 0.4]);
        let ranks = |ties| [0, 1, 2, 3, 4].map(|row| trial.rank(row, ties));
        assert_eq!(ranks(Ties::Competition), [4, 1, 1, 3, 4]);
        assert_eq!(ranks(Ties::Dense), [3, 1, 1, 2, 3]);
    }

    #[test]
    fn rivals_move_and_the_others_stay() {
        let mut trial = trial(&[0.5; 3]);
        let mut numbers = Numbers::new(1);
        let rivals = RivalMoves {
            deviation: 0.05,
            is_rival: vec![false, true, false],
        };
        let (mut sum, mut squares) = (0.0, 0.0);
        for _ in 0..20_000 {
            trial.count();
            trial.move_rivals(&rivals, &mut numbers);
            let stays = |row| trial.score(row).to_bits() == 0.5_f64.to_bits();
            assert!(stays(0) && stays(2));
            let moved = trial.score(1) - 0.5;
            (sum, squares) = (sum + moved, squares + moved * moved);
        }
        assert!((sum / 20_000.0).abs() < 0.001);
        assert!((f64::sqrt(squares / 20_000.0) - 0.05).abs() < 0.001);
    }
}
