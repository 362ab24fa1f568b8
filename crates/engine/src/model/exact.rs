//! Exact fractions, because about 4 % of edits land on a rounding half and a binary float picks the
//! wrong side of some of them.

use std::cmp::Ordering;
use std::iter::Sum;
use std::ops::{Add, Mul, Neg, Sub};

/// A finite, exact number: a fraction in lowest terms with a positive denominator.
///
/// Every figure of the method (scores with 4 decimals, means of former provinces, estimates, which
/// are solutions of linear equations) is a fraction, so sums, means and comparisons are exact.
///
/// # Overflow
///
/// The parts are 128 bits wide, far more than figures of the official editions need. Where a product
/// would not fit, both sides are first rounded to the nearest 10⁻¹² (half up), which is 10⁷ times
/// finer than a published figure; beyond 10²⁴ the value saturates. Comparing and rounding to decimals
/// are exact for all; means of own indices are taken where nothing overflows (decision 14).
///
/// ```
/// use dti_engine::model::Exact;
/// let mean = Exact::decimal(1234, 4) + Exact::decimal(1235, 4);
/// assert_eq!((mean * Exact::fraction(1, 2)).round_half_up(4), 1235);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Exact {
    numerator: i128,
    denominator: i128,
}

const GRID: i128 = 1_000_000_000_000;
const LIMIT: i128 = GRID * GRID;

/// Nothing.
impl Default for Exact {
    fn default() -> Self {
        Self::ZERO
    }
}

impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self {
        numerator: 0,
        denominator: 1,
    };
    /// The whole.
    pub const ONE: Self = Self {
        numerator: 1,
        denominator: 1,
    };

    /// A whole number.
    pub const fn whole(value: i64) -> Self {
        Self {
            numerator: value as i128,
            denominator: 1,
        }
    }

    /// `numerator / denominator`; a denominator of 0 counts as 1, so callers check it first.
    pub fn fraction(numerator: i64, denominator: i64) -> Self {
        Self::reduced(i128::from(numerator), i128::from(denominator))
    }

    /// `units` of the given decimal place: `decimal(6975, 4)` is 0.6975.
    pub fn decimal(units: i64, decimals: u32) -> Self {
        Self::reduced(i128::from(units), 10_i128.pow(decimals.min(18)))
    }

    /// A plain decimal number: digits with at most one point inside and `decimals` places.
    ///
    /// Signs, exponents and signs of grouping are refused, and so are more than 12 digits a side.
    pub fn from_plain_text(text: &str, decimals: u32) -> Option<Self> {
        let (whole, places) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |part: &str| {
            let fits = !part.is_empty() && part.len() <= 12;
            fits && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        let given = u32::try_from(places.trim_end_matches('0').len()).ok()?;
        if !digits(whole) || !digits(places) || given > decimals {
            return None;
        }
        let add = |sum: i64, digit: u8| {
            sum.checked_mul(10)
                .and_then(|sum| sum.checked_add(i64::from(digit - b'0')))
        };
        let mut bytes = whole.bytes().chain(places.bytes().take(given as usize));
        Some(Self::decimal(bytes.try_fold(0, add)?, given))
    }

    /// The number behind a float that stands for a decimal with at most `decimals` places, or
    /// `None` where the float is not finite, too large or has more places.
    pub fn from_decimal_float(value: f64, decimals: u32) -> Option<Self> {
        let scale = 10_f64.powi(i32::try_from(decimals).ok()?);
        let units = (value * scale).round();
        if !value.is_finite() || units.abs() > 9.0e15 {
            return None;
        }
        // The nearest float of `units / scale` is what a reader of the decimal text gets.
        let same = (units / scale - value).abs() <= f64::EPSILON * value.abs();
        same.then(|| Self::decimal(units as i64, decimals))
    }

    /// The same of 128 bits; a denominator of 0 counts as 1.
    #[inline(never)]
    pub(crate) fn reduced(numerator: i128, denominator: i128) -> Self {
        let (numerator, denominator) = match denominator.cmp(&0) {
            Ordering::Less => (-numerator, -denominator),
            Ordering::Equal => (numerator, 1),
            Ordering::Greater => (numerator, denominator),
        };
        // Nearly all numbers are short, and 128-bit divisions are slow.
        if let (Ok(above), Ok(below)) = (i64::try_from(numerator), i64::try_from(denominator)) {
            let divisor =
                greatest_common_divisor(above.unsigned_abs().into(), below.unsigned_abs().into());
            let divisor = i64::try_from(divisor).unwrap_or(1).max(1);
            return Self {
                numerator: (above / divisor).into(),
                denominator: (below / divisor).into(),
            };
        }
        let divisor = greatest_common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs());
        let divisor = i128::try_from(divisor).unwrap_or(1).max(1);
        Self {
            numerator: numerator / divisor,
            denominator: denominator / divisor,
        }
    }

    /// Nearest 10⁻¹², half up, kept within ±10²⁴: the way out when a product does not fit. Raw values have
    /// so many decimals at most.
    pub(crate) fn coarse(self) -> Self {
        let whole = self.numerator.div_euclid(self.denominator);
        let rest = self.numerator.rem_euclid(self.denominator);
        if whole.abs() >= LIMIT {
            return Self {
                numerator: LIMIT * whole.signum(),
                denominator: 1,
            };
        }
        // Long division digit by digit: nothing grows beyond ten times the denominator.
        let (mut left, mut by) = (rest, self.denominator);
        while by > i128::MAX / 20 {
            (left, by) = (left / 2, by / 2);
        }
        let mut digits = 0_i128;
        for _ in 0..12 {
            left *= 10;
            digits = digits * 10 + left / by;
            left %= by;
        }
        if left * 2 >= by {
            digits += 1;
        }
        Self::reduced(whole * GRID + digits, GRID)
    }

    /// Largest part of a fraction that leaves room to go on with.
    pub(crate) const HANDY: i128 = 1 << 120;

    /// Whether both parts are at most [`Self::HANDY`].
    pub(crate) fn is_handy(self) -> bool {
        self.numerator.abs().max(self.denominator) <= Self::HANDY
    }

    /// Sizes of numerator and denominator, in lowest terms.
    pub(crate) fn parts(self) -> (u128, u128) {
        (
            self.numerator.unsigned_abs(),
            self.denominator.unsigned_abs(),
        )
    }

    /// A score that floats computed, kept in `0..=1`: the number with 12 decimals at most that is as
    /// near as the float's own error (2⁻⁵⁰ of it), else the float itself. What is no number is 0.
    pub(crate) fn of_float(value: f64) -> Self {
        const OWN_ERROR: f64 = 4.0 * f64::EPSILON;
        const MANTISSA: u32 = 52;
        let value = value.max(0.0).min(1.0);
        let units = (value * GRID as f64).round();
        if (units / GRID as f64 - value).abs() <= OWN_ERROR * value {
            return Self::reduced(units as i128, GRID);
        }
        // A float is its mantissa × 2⁻ᵉ; one below 2⁻⁶⁸ loses its last bits here.
        let bits = value.to_bits();
        let mantissa = (bits & ((1 << MANTISSA) - 1)) | (1 << MANTISSA);
        let scale = 1_075_u64.saturating_sub(bits >> MANTISSA);
        let beyond = scale.saturating_sub(120).min(63);
        Self::reduced(
            i128::from(mantissa >> beyond),
            1 << (scale - beyond).min(120),
        )
    }

    /// The quotient, or `None` when `other` is zero.
    pub fn checked_div(self, other: Self) -> Option<Self> {
        if other.numerator == 0 {
            return None;
        }
        let flipped = Self {
            numerator: other.denominator,
            denominator: other.numerator,
        };
        Some(self * Self::reduced(flipped.numerator, flipped.denominator))
    }

    /// The quotient, or `otherwise` when `other` is zero.
    pub fn div_or(self, other: Self, otherwise: Self) -> Self {
        self.checked_div(other).unwrap_or(otherwise)
    }

    /// Units of the given decimal place, halves upwards: `0.80245` at 4 decimals is `8025`.
    pub fn round_half_up(self, decimals: u32) -> i64 {
        let decimals = decimals.min(18);
        let units = self
            .quick_units(decimals)
            .unwrap_or_else(|| self.units_by_digits(decimals));
        i64::try_from(units).unwrap_or(if units < 0 { i64::MIN } else { i64::MAX })
    }

    fn quick_units(self, decimals: u32) -> Option<i128> {
        let scaled = self.numerator.checked_mul(10_i128.pow(decimals))?;
        let doubled = scaled.checked_mul(2)?.checked_add(self.denominator)?;
        Some(doubled.div_euclid(self.denominator.checked_mul(2)?))
    }

    /// The same by long division, for parts that leave no room to multiply.
    fn units_by_digits(self, decimals: u32) -> i128 {
        let mut units = self.numerator.div_euclid(self.denominator);
        let (mut left, mut by) = (
            self.numerator.rem_euclid(self.denominator),
            self.denominator,
        );
        while by > i128::MAX / 20 {
            (left, by) = (left / 2, by / 2);
        }
        for _ in 0..decimals {
            left *= 10;
            units = units.saturating_mul(10).saturating_add(left / by);
            left %= by;
        }
        if left * 2 >= by {
            units.saturating_add(1)
        } else {
            units
        }
    }

    /// This number rounded half up to the given decimal place.
    pub fn rounded(self, decimals: u32) -> Self {
        Self::decimal(self.round_half_up(decimals), decimals)
    }

    /// What stands above the line, in lowest terms.
    pub(crate) fn numerator(self) -> i128 {
        self.numerator
    }

    /// What stands below the line, in lowest terms: above 0.
    pub(crate) fn denominator(self) -> i128 {
        self.denominator
    }

    /// The nearest float; exact decimals give the float that their text gives.
    pub fn to_f64(self) -> f64 {
        // Short whole numbers become floats in hardware.
        if let [Ok(above), Ok(below)] = [self.numerator, self.denominator].map(i64::try_from) {
            return above as f64 / below as f64;
        }
        self.numerator as f64 / self.denominator as f64
    }

    /// This number, kept between `low` and `high`.
    pub fn clamp_to(self, low: Self, high: Self) -> Self {
        self.max(low).min(high)
    }

    /// Whether this is below zero.
    pub fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// Distance from zero.
    pub fn abs(self) -> Self {
        if self.is_negative() { -self } else { self }
    }

    /// Where even rounded numbers do not fit.
    fn largest(is_negative: bool) -> Self {
        Self::whole(if is_negative { -i64::MAX } else { i64::MAX })
    }

    /// The exact sum; `None` where it does not fit.
    #[inline(never)]
    pub(crate) fn checked_add(self, other: Self) -> Option<Self> {
        if self.denominator == other.denominator {
            let numerator = self.numerator.checked_add(other.numerator)?;
            return Some(Self::reduced(numerator, self.denominator));
        }
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        let denominator = self.denominator.checked_mul(other.denominator)?;
        Some(Self::reduced(left.checked_add(right)?, denominator))
    }

    /// The exact product; `None` where it does not fit.
    #[inline(never)]
    pub(crate) fn checked_mul(self, other: Self) -> Option<Self> {
        let numerator = self.numerator.checked_mul(other.numerator);
        let denominator = self.denominator.checked_mul(other.denominator);
        if let (Some(numerator), Some(denominator)) = (numerator, denominator) {
            return Some(Self::reduced(numerator, denominator));
        }
        // Cross-cancelling first keeps most large products within reach.
        let left = Self::reduced(self.numerator, other.denominator);
        let right = Self::reduced(other.numerator, self.denominator);
        let numerator = left.numerator.checked_mul(right.numerator)?;
        let denominator = left.denominator.checked_mul(right.denominator)?;
        Some(Self {
            numerator,
            denominator,
        })
    }
}

/// Euclid's algorithm, in 64 bits as soon as both numbers fit: 128-bit remainders are slow in wasm.
pub(crate) fn greatest_common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        if let (Ok(mut x), Ok(mut y)) = (u64::try_from(a), u64::try_from(b)) {
            while y != 0 {
                (x, y) = (y, x % y);
            }
            return u128::from(x);
        }
        (a, b) = (b, a % b);
    }
    a
}

impl Add for Exact {
    type Output = Self;
    #[inline(never)]
    fn add(self, other: Self) -> Self {
        self.checked_add(other)
            .or_else(|| self.coarse().checked_add(other.coarse()))
            .unwrap_or_else(|| Self::largest(self.is_negative()))
    }
}

impl Sub for Exact {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Mul for Exact {
    type Output = Self;
    #[inline(never)]
    fn mul(self, other: Self) -> Self {
        let negative = self.is_negative() != other.is_negative();
        self.checked_mul(other)
            .or_else(|| self.coarse().checked_mul(other.coarse()))
            .unwrap_or_else(|| Self::largest(negative))
    }
}

impl Neg for Exact {
    type Output = Self;
    fn neg(self) -> Self {
        Self {
            numerator: -self.numerator,
            denominator: self.denominator,
        }
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(terms: I) -> Self {
        terms.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::Exact;

    #[test]
    fn a_half_is_rounded_upwards_on_either_side_of_zero() {
        assert_eq!(Exact::decimal(12345, 5).round_half_up(4), 1235);
        assert_eq!(Exact::decimal(-12345, 5).round_half_up(4), -1234);
        assert_eq!(Exact::fraction(1, 3).round_half_up(4), 3333);
        assert_eq!(Exact::decimal(71635, 5).rounded(4), Exact::decimal(7164, 4));
    }

    #[test]
    fn texts_have_a_point_and_the_asked_decimals() {
        assert_eq!(Exact::decimal(8002, 4).to_text(4), "0.8002");
        assert_eq!(Exact::decimal(-5, 2).to_text(2), "-0.05");
        assert_eq!(Exact::fraction(2, 3).to_text(0), "1");
        assert_eq!(Exact::decimal(4500, 4).to_short_text(4), "0.45");
        assert_eq!(Exact::whole(150).to_short_text(4), "150");
        assert_eq!(Exact::whole(150).to_short_text(0), "150");
    }

    #[test]
    fn fractions_are_written_with_nothing_lost() {
        let large = Exact::whole(i64::MAX) * Exact::fraction(1, 9_999_999_967);
        for (value, text) in [
            (Exact::fraction(24, 70), "12/35"),
            (Exact::ONE, "1/1"),
            (Exact::ZERO, "0/1"),
            (large, "9223372036854775807/9999999967"),
        ] {
            assert_eq!(value.to_fraction_text(), text);
            assert_eq!(Exact::from_fraction_text(text), Some(value));
        }
        assert_eq!(Exact::fraction(-1, 3).to_fraction_text(), "-1/3");
        let long = format!("1/{}", "9".repeat(40));
        for bad in ["", "1", "1/", "/1", "1/0", "-1/3", "1/2/3", "a/b", &long] {
            assert_eq!(Exact::from_fraction_text(bad), None, "{bad}");
        }
    }

    #[test]
    fn thirds_add_up_to_the_whole() {
        let third = Exact::fraction(1, 3);
        assert_eq!(third + third + third, Exact::ONE);
        assert_eq!(Exact::ONE.checked_div(Exact::ZERO), None);
        assert_eq!(
            Exact::ONE.div_or(Exact::fraction(-1, 3), Exact::ZERO),
            Exact::whole(-3)
        );
    }

    #[test]
    fn floats_with_more_places_than_allowed_are_refused() {
        assert_eq!(
            Exact::from_decimal_float(0.45, 4),
            Some(Exact::decimal(45, 2))
        );
        assert_eq!(Exact::from_decimal_float(0.45001, 4), None);
        assert_eq!(Exact::from_decimal_float(f64::NAN, 4), None);
        assert_eq!(Exact::from_decimal_float(1e300, 4), None);
    }

    #[test]
    fn only_plain_decimals_are_read() {
        let read = |text| Exact::from_plain_text(text, 4);
        assert_eq!(read("0.6975"), Some(Exact::decimal(6975, 4)));
        assert_eq!(read("0.45000"), Some(Exact::decimal(45, 2)));
        assert_eq!(read("63"), Some(Exact::whole(63)));
        for bad in [
            "",
            ".5",
            "1.",
            "-1",
            "1e3",
            "0,5",
            "1.2.3",
            "NaN",
            "9999999999999",
            "0.12345",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_float_of_a_decimal_is_the_float_of_its_text() {
        for units in 0..=10_000 {
            let text = format!("0.{units:05}")
                .replace("0.1", "1.")
                .replace("0.0", "0.");
            let written = if units == 10_000 {
                "1".to_owned()
            } else {
                text
            };
            let float: f64 = written.parse().unwrap();
            assert_eq!(Exact::decimal(units, 4).to_f64().to_bits(), float.to_bits());
        }
    }

    #[test]
    fn large_fractions_are_compared_and_rounded_exactly() {
        let near_half = |off: i128| Exact::reduced((1 << 118) + off, (1 << 119) + 1);
        let half = Exact::fraction(1, 2);
        assert!(near_half(0) < half && near_half(1) > half && near_half(0) < near_half(1));
        assert_eq!(near_half(1).cmp(&near_half(1)), std::cmp::Ordering::Equal);
        assert!(-near_half(1) < -near_half(0));
        assert_eq!(near_half(0).round_half_up(0), 0);
        assert_eq!(near_half(1).round_half_up(0), 1);
        assert_eq!(near_half(0).round_half_up(4), 5_000);
        assert_eq!((-near_half(1)).round_half_up(0), -1);
    }

    #[test]
    fn a_float_is_kept_as_it_is_or_as_the_decimal_that_it_means() {
        assert_eq!(Exact::of_float(0.1 + 0.2), Exact::decimal(3, 1));
        assert_eq!(Exact::of_float(-1.0), Exact::ZERO);
        assert_eq!(Exact::of_float(f64::NAN), Exact::ZERO);
        assert_eq!(Exact::of_float(7.0), Exact::ONE);
        for value in [1.0 / 3.0, 2_f64.sqrt() / 2.0, 1e-9 / 7.0, 1e-17 / 3.0] {
            assert_eq!(Exact::of_float(value).to_f64().to_bits(), value.to_bits());
        }
        assert!(Exact::of_float(1e-30) > Exact::ZERO);
        assert_eq!(Exact::of_float(1e-300), Exact::ZERO);
    }

    #[test]
    fn products_that_do_not_fit_are_rounded_not_wrapped() {
        let mut tiny = Exact::fraction(1, 999_999_937);
        for _ in 0..6 {
            tiny = tiny * Exact::fraction(999_999_929, 999_999_937);
        }
        assert!(tiny > Exact::ZERO && tiny < Exact::decimal(2, 9));
        let large = Exact::whole(i64::MAX) * Exact::whole(i64::MAX) * Exact::whole(i64::MAX);
        assert!(large > Exact::whole(1_000_000));
    }
}
