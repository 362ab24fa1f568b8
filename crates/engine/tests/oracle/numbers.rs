//! Exact arithmetic for the oracle: fractions, decimals, half-up rounding and ranks, the slow way.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One as _, Signed as _, ToPrimitive as _, Zero as _};

/// Every figure of the oracle is an exact fraction.
pub(crate) type Number = BigRational;

pub(crate) fn zero() -> Number {
    Number::zero()
}

pub(crate) fn one() -> Number {
    Number::one()
}

pub(crate) fn whole(value: i64) -> Number {
    Number::from_integer(BigInt::from(value))
}

pub(crate) fn fraction(above: i64, below: i64) -> Number {
    Number::new(BigInt::from(above), BigInt::from(below))
}

/// Reads `12`, `0.6440` or `-3.5` exactly; anything else is `None`.
pub(crate) fn decimal(text: &str) -> Option<Number> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let (before, after) = digits.split_once('.').unwrap_or((digits, ""));
    let all: String = [before, after].concat();
    if before.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let above: BigInt = all.parse().ok()?;
    let below = BigInt::from(10).pow(u32::try_from(after.len()).ok()?);
    Some(Number::new(above * sign, below))
}

/// True if the number can be written with at most this many decimals.
pub(crate) fn has_decimals(value: &Number, places: u32) -> bool {
    let scale = Number::from_integer(BigInt::from(10).pow(places));
    (value * scale).is_integer()
}

/// Kept in 0..1.
pub(crate) fn within_unit(value: &Number) -> Number {
    between(value, &zero(), &one())
}

pub(crate) fn between(value: &Number, low: &Number, high: &Number) -> Number {
    if value < low {
        low.clone()
    } else if value > high {
        high.clone()
    } else {
        value.clone()
    }
}

/// Rounded half up to whole ten-thousandths, on the exact value, kept in 0..1.
pub(crate) fn ten_thousandths(value: &Number) -> i64 {
    let scaled = within_unit(value) * whole(10_000) + fraction(1, 2);
    scaled
        .floor()
        .to_integer()
        .to_i64()
        .expect("a number of 0..1 in ten-thousandths fits i64")
}

pub(crate) fn distance(left: &Number, right: &Number) -> Number {
    (left - right).abs()
}

/// For printing and for square roots only, never for a comparison.
pub(crate) fn approximately(value: &Number) -> f64 {
    value.to_f64().unwrap_or(f64::NAN)
}

/// 1 + the number of units with a strictly higher score: ties share a rank, the next is skipped.
pub(crate) fn ranks(scores: &BTreeMap<String, i64>) -> BTreeMap<String, usize> {
    let rank_of = |own: i64| 1 + scores.values().filter(|other| **other > own).count();
    scores
        .iter()
        .map(|(unit, score)| (unit.clone(), rank_of(*score)))
        .collect()
}
