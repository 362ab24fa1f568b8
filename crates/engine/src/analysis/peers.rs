//! Which units are like another one: by profile and by size (method, "Peers").

use crate::model::Exact;
use std::cmp::Ordering;

/// The weighted mean of squared differences between two profiles: its square root is the distance,
/// in score. Axes without weight do not count.
pub fn distance_squared(weights: &[Exact], one: &[Exact], other: &[Exact]) -> Exact {
    let (mut sum, mut all) = (Exact::ZERO, Exact::ZERO);
    for ((weight, a), b) in weights.iter().zip(one).zip(other) {
        let apart = *a - *b;
        sum = sum + *weight * apart * apart;
        all = all + *weight;
    }
    sum.div_or(all, Exact::ZERO)
}

/// How many times the larger of two sizes is the smaller one; `None` where one is not above 0.
pub fn size_ratio(one: Exact, other: Exact) -> Option<Exact> {
    let smaller = one.min(other);
    (smaller > Exact::ZERO).then(|| one.max(other).div_or(smaller, Exact::ONE))
}

/// The rows with the smallest values, so many at most, ties in their own order.
pub fn nearest(mut rows: Vec<(usize, Exact)>, count: usize) -> Vec<(usize, Exact)> {
    // The sort is stable.
    rows.sort_by(|one, other| one.1.partial_cmp(&other.1).unwrap_or(Ordering::Equal));
    rows.truncate(count);
    rows
}

#[cfg(test)]
mod tests {
    use super::{distance_squared, nearest, size_ratio};
    use crate::model::Exact;

    fn tenths<const N: usize>(values: [i64; N]) -> Vec<Exact> {
        values.map(|tenths| Exact::decimal(tenths, 1)).to_vec()
    }

    #[test]
    fn a_distance_is_the_root_of_the_weighted_mean_square() {
        let weights = [200, 100].map(Exact::whole);
        // (200 x 0.3² + 100 x 0.6²) / 300.
        let squared = distance_squared(&weights, &tenths([5, 2]), &tenths([8, 8]));
        assert_eq!(squared, Exact::decimal(18, 2));
        let other_way = distance_squared(&weights, &tenths([8, 8]), &tenths([5, 2]));
        assert_eq!(squared, other_way);
        assert_eq!(
            distance_squared(&weights, &tenths([5, 2]), &tenths([5, 2])),
            Exact::ZERO
        );
        assert_eq!(distance_squared(&[], &[], &[]), Exact::ZERO);
    }

    #[test]
    fn twice_as_large_is_as_far_as_half_as_large() {
        let [one, two] = [1, 2].map(Exact::whole);
        assert_eq!(size_ratio(one, two), Some(two));
        assert_eq!(size_ratio(two, one), Some(two));
        assert_eq!(size_ratio(Exact::ZERO, one), None);
    }

    #[test]
    fn the_nearest_come_first_and_ties_stay_in_order() {
        let rows = vec![
            (3, Exact::ONE),
            (1, Exact::ZERO),
            (7, Exact::ONE),
            (5, Exact::whole(2)),
        ];
        let rows: Vec<usize> = nearest(rows, 3).into_iter().map(|(row, _)| row).collect();
        assert_eq!(rows, [1, 3, 7]);
    }
}
