//! The shift of section 3 in floats: draws repeat it half a million times, where exact fractions
//! would be far too slow.

/// Points of scores that are shifted by λ and kept in 0 to 1.
fn shifted_points(scores: &[f64], max_points: &[f64], shift: f64) -> f64 {
    let mut points = 0.0;
    for (score, max_points) in scores.iter().zip(max_points) {
        points += (score + shift).max(0.0).min(1.0) * max_points;
    }
    points
}

/// The one λ that gives `points`, or the nearest possible, sought from `start`.
///
/// The sum is continuous, piecewise linear and rising in λ; it bends where a score reaches 0 or 1.
/// With no bend left between `low` and `high`, λ lies on the straight piece between them.
fn fitting_shift(scores: &[f64], max_points: &[f64], points: f64, start: f64) -> f64 {
    let (mut low, mut below) = (f64::NEG_INFINITY, 0.0);
    let (mut high, mut above) = (f64::INFINITY, 0.0);
    let mut narrow = |shift: f64| {
        if shift <= low || shift >= high {
            return;
        }
        let there = shifted_points(scores, max_points, shift);
        if there <= points {
            (low, below) = (shift, there);
        }
        if there >= points {
            (high, above) = (shift, there);
        }
    };
    narrow(start);
    for score in scores {
        narrow(-score);
        narrow(1.0 - score);
    }
    if low < high && low.is_finite() && high.is_finite() {
        low + (high - low) * ((points - below) / (above - below))
    } else if low.is_finite() {
        low
    } else {
        high
    }
}

/// Shifts all scores by one λ and clamps them to 0..1, so that they have `points` together.
/// `total` is the sum of `max_points`, above 0.
pub(super) fn keep_sum(scores: &mut [f64], max_points: &[f64], total: f64, points: f64) {
    let mut now = 0.0;
    for (score, max_points) in scores.iter().zip(max_points) {
        now += score * max_points;
    }
    // Where nothing has to be clamped the whole line is straight.
    let mut shift = (points - now) / total;
    let is_inside = |score: &f64| (0.0..=1.0).contains(&(score + shift));
    if !scores.iter().all(is_inside) {
        shift = fitting_shift(scores, max_points, points, shift);
    }
    for score in scores {
        *score = (*score + shift).max(0.0).min(1.0);
    }
}

#[cfg(test)]
mod tests {
    use super::keep_sum;
    use crate::analysis::{Block, shift};
    use crate::model::Exact;

    /// A generator for tests: whole numbers up to 1000.
    fn next(state: &mut u64) -> i64 {
        *state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        i64::try_from(*state >> 33).unwrap() % 1001
    }

    #[test]
    fn floats_give_the_exact_shift() {
        let mut state = 5;
        for _ in 0..5000 {
            let count = 1 + usize::try_from(next(&mut state)).unwrap() % 5;
            // Starts from -0.5 to 1.5, as after a wide draw, and sums of 0 and of everything too.
            let starts: Vec<i64> = (0..count).map(|_| next(&mut state) * 2 - 500).collect();
            let maxima: Vec<i64> = (0..count).map(|_| 1 + next(&mut state)).collect();
            let total: i64 = maxima.iter().sum();
            let wanted = Exact::whole(total) * Exact::decimal(next(&mut state) / 100, 1);
            let blocks: Vec<Block> = starts
                .iter()
                .zip(&maxima)
                .map(|(&start, &max)| Block::free(Exact::whole(max), Exact::decimal(start, 3)))
                .collect();
            let exact = shift(&blocks, wanted).unwrap();
            let mut scores: Vec<f64> = starts.iter().map(|&s| s as f64 / 1000.0).collect();
            let max_points: Vec<f64> = maxima.iter().map(|&m| m as f64).collect();
            keep_sum(&mut scores, &max_points, total as f64, wanted.to_f64());
            for (ours, exact) in scores.iter().zip(exact) {
                let miss = ours - exact.to_f64();
                assert!(
                    miss.abs() < 1e-12,
                    "{starts:?} {maxima:?} {wanted:?}: {miss}"
                );
            }
        }
    }

    #[test]
    fn a_sum_out_of_reach_by_a_rounding_gives_the_end_of_the_range() {
        for (points, end) in [(200.000_000_1, 1.0), (-0.000_000_1, 0.0)] {
            let mut scores = [0.3, 0.9];
            keep_sum(&mut scores, &[100.0, 100.0], 200.0, points);
            assert!(scores.iter().all(|score| (score - end).abs() < 1e-12));
        }
    }
}
