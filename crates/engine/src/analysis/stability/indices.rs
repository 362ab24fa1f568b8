//! Which share of a variance is due to which group of inputs: first-order and total indices by
//! Saltelli's scheme (method, "What the doubt comes from").

use super::numbers::Numbers;

/// Times that rows are drawn again for the intervals.
pub(super) const RESAMPLES: u32 = 500;
/// Shares of the resamples below and above a 95 % interval.
const TAIL: f64 = 0.025;

/// Outputs of the scheme, a row each draw: f(A), f(B), and for each group f of A with that group's
/// inputs from B.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Scheme {
    /// f(A).
    pub a: Vec<f64>,
    /// f(B).
    pub b: Vec<f64>,
    /// f of A with one group from B, a column a group.
    pub mixed: Vec<Vec<f64>>,
}

/// A share of the variance with its 95 % interval from resampled rows.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Share {
    /// The estimate; it may miss 0..1 by its own error.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// What a group of inputs does to the variance.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Indices {
    /// What it explains alone (Saltelli et al. 2010).
    pub first: Share,
    /// What it takes part in, alone or together with others (Jansen 1999).
    pub total: Share,
}

impl Scheme {
    /// For so many groups, without rows.
    pub fn new(groups: usize) -> Self {
        Self {
            a: Vec::new(),
            b: Vec::new(),
            mixed: vec![Vec::new(); groups],
        }
    }

    /// Mean and standard deviation over f(A) and f(B).
    pub fn moments(&self) -> (f64, f64) {
        let sums = self.a.iter().chain(&self.b);
        let count = (self.a.len() + self.b.len()).max(1) as f64;
        let mean = sums.clone().sum::<f64>() / count;
        let squares: f64 = sums.map(|x| (x - mean) * (x - mean)).sum();
        (mean, f64::sqrt(squares / count))
    }

    /// Whether any two outputs differ.
    fn varies(&self) -> bool {
        let first = self.a.first().copied().unwrap_or_default();
        let all = self.a.iter().chain(&self.b);
        all.into_iter()
            .any(|output| output.to_bits() != first.to_bits())
    }

    /// The indices of each group; `None` where nothing varies, so that there is nothing to share.
    pub fn indices(&self, seed: u64) -> Option<Vec<Indices>> {
        let mut resampling = self.resampling(seed)?;
        resampling.advance(RESAMPLES);
        Some(resampling.indices())
    }

    /// The indices before any resample is drawn; `None` likewise.
    pub(super) fn resampling(&self, seed: u64) -> Option<Resampling> {
        if !self.varies() {
            return None;
        }
        let terms = Terms::of(self);
        let estimate = terms.shares(0..terms.rows)?;
        Some(Resampling {
            numbers: Numbers::new(seed),
            resampled: vec![Vec::with_capacity(RESAMPLES as usize); estimate.len()],
            estimate,
            terms,
            done: 0,
        })
    }
}

/// The estimates of a scheme, and rows drawn again for their intervals. How it is sliced does not
/// change it.
#[derive(Clone, Debug)]
pub(super) struct Resampling {
    terms: Terms,
    /// First and total share of each group.
    estimate: Vec<f64>,
    numbers: Numbers,
    /// The same of each resample.
    resampled: Vec<Vec<f64>>,
    done: u32,
}

impl Resampling {
    /// Draws the rows so many times again, or as often as is left.
    pub(super) fn advance(&mut self, count: u32) {
        let rows = self.terms.rows;
        for _ in 0..count.min(RESAMPLES - self.done) {
            let picks: Vec<usize> = (0..rows).map(|_| self.numbers.below(rows)).collect();
            // A resample in which nothing varies says nothing.
            let shares = self.terms.shares(picks.into_iter()).unwrap_or_default();
            for (all, share) in self.resampled.iter_mut().zip(shares) {
                all.push(share);
            }
            self.done += 1;
        }
    }

    /// How many resamples have been drawn.
    pub(super) fn done(&self) -> u32 {
        self.done
    }

    /// The indices of each group, with intervals from the resamples drawn so far.
    pub(super) fn indices(&self) -> Vec<Indices> {
        let with_ends = |(&value, all): (&f64, &Vec<f64>)| {
            let mut all = all.clone();
            all.sort_unstable_by(f64::total_cmp);
            let tail = (all.len() as f64 * TAIL) as usize;
            let end = |place: Option<usize>| place.and_then(|at| all.get(at).copied());
            Share {
                value,
                low: end(Some(tail)).unwrap_or(value),
                high: end(all.len().checked_sub(tail + 1)).unwrap_or(value),
            }
        };
        let shares = self.estimate.iter().zip(&self.resampled).map(with_ends);
        let shares: Vec<Share> = shares.collect();
        let pairs = shares.chunks_exact(2);
        let pairs = pairs.filter_map(|pair| match *pair {
            [first, total] => Some(Indices { first, total }),
            _ => None,
        });
        pairs.collect()
    }
}

/// What the estimators add up, row by row: of each row both outputs, their squares, and two products
/// a group. Outputs are counted from their mean, which makes the errors smaller.
#[derive(Clone, Debug)]
struct Terms {
    rows: usize,
    stride: usize,
    all: Vec<f64>,
}

impl Terms {
    fn of(scheme: &Scheme) -> Self {
        let (mean, _) = scheme.moments();
        let stride = 2 + 2 * scheme.mixed.len();
        let rows = scheme.a.len();
        let mut all = Vec::with_capacity(rows * stride);
        for (row, (a, b)) in scheme.a.iter().zip(&scheme.b).enumerate() {
            let (a, b) = (a - mean, b - mean);
            all.extend([a + b, a * a + b * b]);
            for column in &scheme.mixed {
                let mixed = column.get(row).copied().unwrap_or_default() - mean;
                all.extend([b * (mixed - a), (a - mixed) * (a - mixed) / 2.0]);
            }
        }
        Self { rows, stride, all }
    }

    /// First and total share of each group over these rows; `None` without a variance.
    fn shares(&self, rows: impl Iterator<Item = usize>) -> Option<Vec<f64>> {
        let mut sums = vec![0.0; self.stride];
        let mut count = 0.0;
        for row in rows {
            let start = row * self.stride;
            let terms = self.all.get(start..start + self.stride)?;
            for (sum, term) in sums.iter_mut().zip(terms) {
                *sum += term;
            }
            count += 1.0;
        }
        let [both, squares, products @ ..] = sums.as_slice() else {
            return None;
        };
        let mean = both / (2.0 * count);
        let variance = squares / (2.0 * count) - mean * mean;
        let shares = products.iter().map(|sum| sum / count / variance);
        (variance > 0.0).then(|| shares.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::{Indices, Scheme, Share};
    use crate::analysis::stability::numbers::Numbers;
    use std::f64::consts::PI;

    /// The scheme of a function of inputs that are uniform from -1 to 1.
    fn scheme(inputs: usize, rows: usize, f: impl Fn(&[f64]) -> f64) -> Scheme {
        let mut numbers = Numbers::new(11);
        let mut scheme = Scheme::new(inputs);
        for _ in 0..rows {
            let [a, b] = [0, 1].map(|_| {
                let one = |_| numbers.around_zero();
                (0..inputs).map(one).collect::<Vec<f64>>()
            });
            for (group, column) in scheme.mixed.iter_mut().enumerate() {
                let mut mixed = a.clone();
                mixed[group] = b[group];
                column.push(f(&mixed));
            }
            scheme.a.push(f(&a));
            scheme.b.push(f(&b));
        }
        scheme
    }

    #[track_caller]
    fn expect(share: Share, truth: f64) {
        assert!(share.low <= share.value && share.value <= share.high);
        // Twice the interval: one in a thousand would miss.
        let room = (share.high - share.low) / 2.0;
        let is_near = truth >= share.low - room && truth <= share.high + room;
        assert!(is_near && room < 0.1, "{truth}: {share:?}");
    }

    #[test]
    fn a_linear_function_gives_the_squares_of_its_coefficients() {
        let coefficients = [4.0, 3.0, 1.0, 0.0];
        let linear = |x: &[f64]| x.iter().zip(coefficients).map(|(x, c)| c * x).sum();
        let scheme = scheme(4, 4_000, linear);
        let indices = scheme.indices(1).unwrap();
        for (Indices { first, total }, c) in indices.iter().zip(coefficients) {
            expect(*first, c * c / 26.0);
            expect(*total, c * c / 26.0);
        }
        // What does nothing is nothing, exactly.
        let nothing = indices[3];
        for share in [nothing.first, nothing.total] {
            let ends = [share.value, share.low, share.high];
            assert!(
                ends.iter().all(|end| end.abs() < f64::MIN_POSITIVE),
                "{ends:?}"
            );
        }
        let (mean, deviation) = scheme.moments();
        assert!(mean.abs() < 0.1 && (deviation - f64::sqrt(26.0 / 3.0)).abs() < 0.05);
    }

    #[test]
    fn ishigamis_function_gives_its_known_indices() {
        let ishigami = |x: &[f64]| {
            let [x, y, z] = [x[0] * PI, x[1] * PI, x[2] * PI];
            x.sin() + 7.0 * y.sin() * y.sin() + 0.1 * z.powi(4) * x.sin()
        };
        let indices = scheme(3, 8_000, ishigami).indices(1).unwrap();
        let known = [(0.3139, 0.5576), (0.4424, 0.4424), (0.0, 0.2437)];
        for (own, (first, total)) in indices.iter().zip(known) {
            expect(own.first, first);
            expect(own.total, total);
        }
    }

    #[test]
    fn a_product_is_all_together_and_nothing_alone() {
        let indices = scheme(2, 8_000, |x| x[0] * x[1]).indices(1).unwrap();
        for own in indices {
            expect(own.first, 0.0);
            expect(own.total, 1.0);
        }
    }

    #[test]
    fn intervals_cover_as_often_as_they_say() {
        let mut inside = 0;
        for seed in 0..100 {
            let mut numbers = Numbers::new(seed);
            let mut scheme = Scheme::new(1);
            for _ in 0..300 {
                let [a, b, c, d] = [0; 4].map(|_| numbers.around_zero());
                scheme.a.push(2.0 * a + c);
                scheme.b.push(2.0 * b + d);
                scheme.mixed[0].push(2.0 * b + c);
            }
            let own = scheme.indices(seed).unwrap()[0];
            inside += usize::from((own.total.low..=own.total.high).contains(&0.8));
        }
        assert!((88..=100).contains(&inside), "{inside} of 100");
    }

    #[test]
    fn what_does_not_vary_has_no_shares() {
        assert_eq!(scheme(2, 50, |_| 0.1).indices(1), None);
        assert_eq!(Scheme::new(2).indices(1), None);
    }
}
