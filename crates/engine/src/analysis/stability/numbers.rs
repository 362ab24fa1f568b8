//! The numbers behind the draws: a named generator and nothing whose last bit differs between
//! machines.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};
use std::f64::consts::TAU;

/// Distance between two neighbouring uniform numbers: 2⁻⁵³.
const STEP: f64 = 1.0 / 9_007_199_254_740_992.0;

/// A stream of numbers that a seed decides.
#[derive(Clone, Debug)]
pub(super) struct Numbers {
    generator: Xoshiro256PlusPlus,
    /// The second normal number of a pair, for the next question.
    spare: Option<f64>,
}

impl Numbers {
    /// xoshiro256++, its state filled from the seed by `SplitMix64`.
    pub(super) fn new(seed: u64) -> Self {
        Self {
            generator: Xoshiro256PlusPlus::seed_from_u64(seed),
            spare: None,
        }
    }

    /// The stream of this number among those of one seed: 2¹²⁸ numbers lie between two.
    pub(super) fn stream(seed: u64, number: usize) -> Self {
        let mut numbers = Self::new(seed);
        for _ in 0..number {
            numbers.generator.jump();
        }
        numbers
    }

    /// A whole number below a limit, which is far below 2⁵³.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        (self.uniform() * limit as f64) as usize
    }

    /// Uniform from 0 up to but not 1: the upper 53 bits of one number of the generator.
    fn uniform(&mut self) -> f64 {
        (self.generator.next_u64() >> 11) as f64 * STEP
    }

    /// Uniform from -1 up to but not 1.
    pub(super) fn around_zero(&mut self) -> f64 {
        2.0 * self.uniform() - 1.0
    }

    /// Standard normal (Box and Muller): two uniform numbers give two, the second of which is kept
    /// for the next call.
    pub(super) fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        let (first, second) = self.pair();
        self.spare = Some(second);
        first
    }

    fn pair(&mut self) -> (f64, f64) {
        // 1 - u is above 0, so that the logarithm exists.
        let length = f64::sqrt(-2.0 * libm::log(1.0 - self.uniform()));
        let (sine, cosine) = libm::sincos(TAU * self.uniform());
        (length * cosine, length * sine)
    }

    /// Standard normal numbers, those that so many calls of [`Self::normal`] give.
    pub(super) fn fill_normal(&mut self, all: &mut [f64]) {
        let spare = usize::from(self.spare.is_some()).min(all.len());
        let (kept, rest) = all.split_at_mut(spare);
        for number in kept {
            *number = self.normal();
        }
        let mut pairs = rest.chunks_exact_mut(2);
        for pair in &mut pairs {
            if let [first, second] = pair {
                (*first, *second) = self.pair();
            }
        }
        for last in pairs.into_remainder() {
            *last = self.normal();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Numbers;

    /// Mean, mean square and mean fourth power of so many numbers.
    fn moments(mut number: impl FnMut() -> f64) -> [f64; 3] {
        let count = 200_000;
        let mut sums = [0.0; 3];
        for _ in 0..count {
            let x = number();
            for (sum, power) in sums.iter_mut().zip([x, x * x, x * x * x * x]) {
                *sum += power;
            }
        }
        sums.map(|sum| sum / f64::from(count))
    }

    #[test]
    fn numbers_have_the_moments_of_their_distribution() {
        let mut numbers = Numbers::new(1);
        let [mean, square, fourth] = moments(|| numbers.around_zero());
        assert!(mean.abs() < 0.005 && (square - 1.0 / 3.0).abs() < 0.003);
        assert!((fourth - 0.2).abs() < 0.003);
        let [mean, square, fourth] = moments(|| numbers.normal());
        assert!(mean.abs() < 0.01 && (square - 1.0).abs() < 0.02);
        assert!((fourth - 3.0).abs() < 0.1);
    }

    #[test]
    fn a_seed_decides_every_bit() {
        let bits = |seed| {
            let mut numbers = Numbers::new(seed);
            [0; 9].map(|_| numbers.normal().to_bits() ^ numbers.around_zero().to_bits())
        };
        assert_eq!(bits(7), bits(7));
        assert_ne!(bits(7), bits(8));
    }

    #[test]
    fn many_normal_numbers_at_once_are_those_one_by_one() {
        let (mut many, mut single) = (Numbers::new(5), Numbers::new(5));
        for count in [0, 1, 4, 3, 7, 1, 0, 2, 5] {
            let mut all = vec![0.0; count];
            many.fill_normal(&mut all);
            let alone: Vec<f64> = (0..count).map(|_| single.normal()).collect();
            assert_eq!(all, alone);
            assert_eq!(many.uniform().to_bits(), single.uniform().to_bits());
        }
    }

    #[test]
    fn the_generator_is_the_one_that_is_named() {
        // SplitMix64 from 0, then xoshiro256++, by the definitions of both.
        let mut mixed = 0_u64;
        let mut state = [0_u64; 4].map(|_| {
            mixed = mixed.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^ (z >> 31)
        });
        let mut next = || {
            let sum = state[0].wrapping_add(state[3]);
            let number = sum.rotate_left(23).wrapping_add(state[0]);
            let shifted = state[1] << 17;
            state[2] ^= state[0];
            state[3] ^= state[1];
            state[1] ^= state[2];
            state[0] ^= state[3];
            state[2] ^= shifted;
            state[3] = state[3].rotate_left(45);
            (number >> 11) as f64 / 2_f64.powi(53)
        };
        let mut numbers = Numbers::new(0);
        for _ in 0..100 {
            assert_eq!(numbers.uniform().to_bits(), next().to_bits());
        }
    }
}
