//! Sine and cosine of a part of a whole turn, as `libm` gives them, to the last bit, and without its
//! branches: which eighth of a turn a drawn number falls into is what no processor foresees.

use std::f64::consts::TAU;

/// The upper half of an angle's bits, up to which it is nearest to so many quarter turns.
const NEAREST: [u32; 4] = [0x3fe9_21fb, 0x4002_d97c, 0x400f_6a7a, 0x4015_fdbc];
/// So near to a quarter turn `libm` takes more digits of it, or the angle itself for its sine.
const CLOSE: f64 = 1e-5;

/// The first 33 bits of a quarter turn, and the rest.
const QUARTER: f64 = 1.570_796_326_734_125_6;
const QUARTER_REST: f64 = 6.077_100_506_506_192e-11;

/// Coefficients of the sine and of the cosine within an eighth of a turn (FreeBSD msun, as in `libm`).
const SINE: [f64; 6] = [
    -1.666_666_666_666_663_2e-1,
    8.333_333_333_322_49e-3,
    -1.984_126_982_985_795e-4,
    2.755_731_370_707_006_8e-6,
    -2.505_076_025_340_686_4e-8,
    1.589_690_995_211_55e-10,
];
const COSINE: [f64; 6] = [
    4.166_666_666_666_66e-2,
    -1.388_888_888_887_411e-3,
    2.480_158_728_947_673e-5,
    -2.755_731_435_139_066_3e-7,
    2.087_572_321_298_175e-9,
    -1.135_964_755_778_819_5e-11,
];

/// Sine and cosine of `part` of a turn, `0..1`.
pub(super) fn sine_and_cosine(part: f64) -> (f64, f64) {
    let angle = TAU * part;
    let upper = (angle.to_bits() >> 32) as u32;
    let quarters: u64 = NEAREST.iter().map(|end| u64::from(upper > *end)).sum();
    let turned = quarters as f64;
    // What is left, and its tail.
    let first = angle - turned * QUARTER;
    let left = first - turned * QUARTER_REST;
    if left.abs() < CLOSE {
        return libm::sincos(angle);
    }
    let tail = (first - left) - turned * QUARTER_REST;
    let [whole, tailed] = sines_of(left, tail).map(f64::to_bits);
    let has_no_tail = 0_u64.wrapping_sub(u64::from(quarters == 0));
    let sine = tailed ^ ((whole ^ tailed) & has_no_tail);
    let cosine = cosine_of(left, tail).to_bits();
    // An odd quarter swaps the two, and each is negative on half of the turn.
    let swapped = (sine ^ cosine) & 0_u64.wrapping_sub(quarters & 1);
    let sign = |quarters: u64| (quarters & 2) << 62;
    (
        f64::from_bits(sine ^ swapped ^ sign(quarters)),
        f64::from_bits(cosine ^ swapped ^ sign(quarters + 1)),
    )
}

/// The sine of an angle that has no tail, and of one that has.
fn sines_of(x: f64, tail: f64) -> [f64; 2] {
    let [s1, s2, s3, s4, s5, s6] = SINE;
    let z = x * x;
    let w = z * z;
    let r = s2 + z * (s3 + z * s4) + z * w * (s5 + z * s6);
    let v = z * x;
    [
        x + v * (s1 + z * r),
        x - ((z * (0.5 * tail - v * r) - tail) - v * s1),
    ]
}

fn cosine_of(x: f64, tail: f64) -> f64 {
    let [c1, c2, c3, c4, c5, c6] = COSINE;
    let z = x * x;
    let w = z * z;
    let r = z * (c1 + z * (c2 + z * c3)) + w * w * (c4 + z * (c5 + z * c6));
    let half = 0.5 * z;
    let w = 1.0 - half;
    w + (((1.0 - w) - half) + (z * r - x * tail))
}

#[cfg(test)]
mod tests {
    use super::{QUARTER, sine_and_cosine};
    use rand_xoshiro::Xoshiro256PlusPlus;
    use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};
    use std::f64::consts::TAU;

    #[track_caller]
    fn expect_the_same(part: f64) {
        let (sine, cosine) = sine_and_cosine(part);
        let (its_sine, its_cosine) = libm::sincos(TAU * part);
        let bits = |pair: [f64; 2]| pair.map(f64::to_bits);
        assert_eq!(bits([sine, cosine]), bits([its_sine, its_cosine]), "{part}");
    }

    #[test]
    fn every_bit_is_that_of_libm() {
        let step = 2_f64.powi(-53);
        let mut numbers = Xoshiro256PlusPlus::seed_from_u64(64);
        for _ in 0..200_000 {
            expect_the_same((numbers.next_u64() >> 11) as f64 * step);
        }
        // Around every eighth of a turn, and around where libm's own cases end.
        for eighth in 0..=8 {
            for near in (0..1_000).chain((0..40).map(|bit| 1_i64 << bit)) {
                let distance = near as f64 * step;
                for part in [-distance, distance].map(|d| f64::from(eighth) / 8.0 + d) {
                    if (0.0..1.0).contains(&part) {
                        expect_the_same(part);
                    }
                }
            }
        }
        // Of an angle with these upper bits, libm takes more digits.
        let close = [0x3ff9_21fb, 0x4009_21fb, 0x4012_d97c, 0x4019_21fb];
        for end in super::NEAREST.into_iter().chain(close) {
            let angle = f64::from_bits(u64::from(end) << 32);
            for near in -2_000..2_000 {
                expect_the_same(angle / TAU * (1.0 + f64::from(near) * f64::EPSILON));
                expect_the_same(angle / TAU * (1.0 + f64::from(near) * 1e-9));
            }
        }
        assert_eq!(QUARTER.to_bits(), 0x3ff9_21fb_5440_0000);
    }
}
