//! The flat shift of section 3 under a mean that is no sum: by bisection instead of exactly.

use super::Block;
use super::compose::{inward, kept, mean_of, outward};
use crate::model::{Exact, Mean};

/// Halvings of the range of shifts: beyond these a float does not change.
const HALVINGS: u32 = 64;

/// The lowest and the highest mean that blocks can reach.
pub(super) fn mean_at(mean: Mean, blocks: &[Block]) -> (Exact, Exact) {
    let of = |score: fn(&Block) -> Exact, otherwise: Exact| {
        let parts: Vec<_> = blocks.iter().map(|b| (b.max_points, score(b))).collect();
        mean_of(mean, &parts).unwrap_or(otherwise)
    };
    (of(|b| b.low, Exact::ZERO), of(|b| b.high, Exact::ONE))
}

/// Shifts all blocks by one λ, each clamped to its range, so that their mean is `score`; the result
/// is kept to 12 decimals. `None` where there is no such λ.
pub(super) fn shift_to_mean(mean: Mean, blocks: &[Block], score: Exact) -> Option<Vec<Exact>> {
    let (low, high) = mean_at(mean, blocks);
    if score < low || score > high {
        return None;
    }
    let ends = |end: fn(&Block) -> Exact| Some(blocks.iter().map(end).collect());
    if score == high {
        return ends(|b| b.high);
    }
    if score == low {
        return lowest(mean, blocks, score);
    }
    let floats: Vec<[f64; 4]> = blocks
        .iter()
        .map(|b| [b.max_points, b.start, b.low, b.high].map(Exact::to_f64))
        .collect();
    let at = |[_, start, low, high]: &[f64; 4], shift: f64| (start + shift).max(*low).min(*high);
    let reached = |shift: f64| {
        let (mut sum, mut weights) = (0.0, 0.0);
        for block in floats.iter().filter(|block| block[0] > 0.0) {
            sum += block[0] * inward(mean, at(block, shift));
            weights += block[0];
        }
        outward(mean, sum / weights)
    };
    let (mut below, mut above) = (-1.0, 1.0);
    for _ in 0..HALVINGS {
        let middle = (below + above) / 2.0;
        if reached(middle) < score.to_f64() {
            below = middle;
        } else {
            above = middle;
        }
    }
    // Rounding must not leave a range that is an endless decimal.
    let end = |(block, range): (&[f64; 4], &Block)| {
        kept(at(block, above)).clamp_to(range.low, range.high)
    };
    Some(floats.iter().zip(blocks).map(end).collect())
}

/// At the lowest mean, which for a product is reached as soon as one factor is 0: the smallest
/// shift down that does it.
fn lowest(mean: Mean, blocks: &[Block], score: Exact) -> Option<Vec<Exact>> {
    let counts = |b: &&Block| b.max_points > Exact::ZERO;
    let to_zero = blocks
        .iter()
        .filter(counts)
        .filter(|b| b.low == Exact::ZERO);
    let nearest = to_zero.map(|b| b.start).min();
    let shift = match nearest {
        Some(start) if mean != Mean::Arithmetic && score == Exact::ZERO => -start,
        _ => -Exact::ONE,
    };
    let at = |b: &Block| (b.start + shift).clamp_to(b.low, b.high);
    Some(blocks.iter().map(at).collect())
}

#[cfg(test)]
mod tests {
    use super::{mean_at, shift_to_mean};
    use crate::analysis::{Block, mean_of};
    use crate::model::{Exact, Mean};

    fn block(weight: i64, start: i64, low: i64, high: i64) -> Block {
        Block {
            max_points: Exact::whole(weight),
            start: Exact::decimal(start, 2),
            low: Exact::decimal(low, 2),
            high: Exact::decimal(high, 2),
        }
    }

    #[test]
    fn the_wanted_mean_is_met_and_what_is_fixed_stays() {
        let blocks = [
            block(1, 50, 50, 50),
            block(2, 30, 0, 100),
            block(1, 90, 0, 100),
        ];
        for mean in [Mean::Geometric, Mean::Harmonic] {
            for wanted in [10, 40, 55, 80] {
                let wanted = Exact::decimal(wanted, 2);
                let scores = shift_to_mean(mean, &blocks, wanted).unwrap();
                let parts: Vec<_> = blocks.iter().map(|b| b.max_points).zip(scores).collect();
                let reached = mean_of(mean, &parts).unwrap();
                assert!(
                    (reached - wanted).abs() < Exact::decimal(1, 10),
                    "{reached:?}"
                );
                assert_eq!(parts[0].1, Exact::decimal(5, 1));
            }
        }
    }

    #[test]
    fn what_is_out_of_reach_says_so_and_the_ends_are_met_exactly() {
        let blocks = [block(1, 50, 50, 50), block(1, 30, 0, 100)];
        let (low, high) = mean_at(Mean::Geometric, &blocks);
        assert_eq!((low, high.round_half_up(4)), (Exact::ZERO, 7_071));
        assert_eq!(shift_to_mean(Mean::Geometric, &blocks, Exact::ONE), None);
        let top = shift_to_mean(Mean::Geometric, &blocks, high).unwrap();
        assert_eq!(top[1], Exact::ONE);
        let bottom = shift_to_mean(Mean::Harmonic, &blocks, Exact::ZERO).unwrap();
        assert_eq!(bottom, [Exact::decimal(5, 1), Exact::ZERO]);
    }

    #[test]
    fn one_factor_at_zero_is_enough_for_a_product_of_zero() {
        let blocks = [block(1, 50, 0, 100), block(1, 30, 0, 100)];
        let scores = shift_to_mean(Mean::Geometric, &blocks, Exact::ZERO).unwrap();
        assert_eq!(scores, [Exact::decimal(2, 1), Exact::ZERO]);
    }
}
