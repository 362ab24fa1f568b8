//! Estimates of all units whose points together are known, redrawn in one go.

use super::base::{DrawUnit, KnownSum};
use super::keep_sum::keep_sum;
use super::numbers::Numbers;

/// The known sums of all units, in the edition's order.
#[derive(Clone, Debug)]
pub(super) struct KnownSums {
    /// Each with its unit.
    sums: Vec<(usize, KnownSum)>,
    /// Estimates in this draw, one sum after the other.
    estimates: Vec<f64>,
}

impl KnownSums {
    /// Takes the sums of these units.
    pub(super) fn of(units: &mut [DrawUnit]) -> Self {
        let mut sums = Vec::new();
        for (row, unit) in units.iter_mut().enumerate() {
            let own = std::mem::take(&mut unit.known_sums);
            sums.extend(own.into_iter().map(|sum| (row, sum)));
        }
        let estimates = sums.iter().map(|(_, sum)| sum.scores.len()).sum();
        Self {
            sums,
            estimates: vec![0.0; estimates],
        }
    }

    /// New estimates with the same sums: a normal error for each, then one shift a sum.
    pub(super) fn redraw(&mut self, error: f64, numbers: &mut Numbers) {
        numbers.fill_normal(&mut self.estimates);
        let mut rest = self.estimates.as_mut_slice();
        for (_, sum) in &self.sums {
            let (own, others) = rest.split_at_mut(sum.scores.len().min(rest.len()));
            for (estimate, score) in own.iter_mut().zip(&sum.scores) {
                *estimate = score + error * *estimate;
            }
            keep_sum(own, &sum.max_points, sum.total, sum.points);
            rest = others;
        }
    }

    /// Adds what the new estimates change to the units' scores, with the shares of all main
    /// indicators.
    pub(super) fn change(&self, shares: &[f64], scores: &mut [f64]) {
        let mut rest = self.estimates.as_slice();
        for (row, sum) in &self.sums {
            let (own, others) = rest.split_at(sum.scores.len().min(rest.len()));
            if let Some(score) = scores.get_mut(*row) {
                *score += sum.change(own, shares);
            }
            rest = others;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::KnownSums;
    use crate::analysis::stability::numbers::Numbers;
    use crate::analysis::{DrawUnit, KnownSum};

    #[test]
    fn the_known_sum_holds_in_every_draw() {
        let unit = |position, sum| DrawUnit {
            position,
            rank: 1,
            score: 0.5,
            scores: Vec::new(),
            known_sums: vec![sum],
        };
        let estimates = [(0, 100.0, 0.95), (1, 50.0, 0.4), (2, 140.0, 0.02)];
        let first = KnownSum::new(&[(1, 100.0, 0.5), (2, 100.0, 0.25)]);
        let mut units = [unit(0, first), unit(1, KnownSum::new(&estimates))];
        let (mut sums, mut numbers) = (KnownSums::of(&mut units), Numbers::new(3));
        for _ in 0..10_000 {
            sums.redraw(0.3, &mut numbers);
            let [a, b, c, d, e] = sums.estimates[..] else {
                panic!("two and three are five");
            };
            assert!((a + b - 0.75).abs() < 1e-9);
            assert!((c * 100.0 + d * 50.0 + e * 140.0 - 117.8).abs() < 1e-9);
            assert!(sums.estimates.iter().all(|x| (0.0..=1.0).contains(x)));
            let mut scores = [0.5, 0.5];
            sums.change(&[100.0, 50.0, 140.0], &mut scores);
            assert!(
                (scores[1] - 0.5).abs() < 1e-9,
                "counted as the sum is known"
            );
            assert!((scores[0] - 0.5).abs() > 1e-9);
        }
    }
}
