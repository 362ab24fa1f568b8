//! Whole numbers below sums of fractions: what is no multiple of the scale enters a rounding once.

use crate::model::{Exact, greatest_common_divisor};

/// A sum of fractions as a whole number and what is left above it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Floor {
    whole: i128,
    /// `0..` with what was added; reduced when it is read.
    rest: Exact,
}

impl Floor {
    /// Nothing yet.
    pub(super) const ZERO: Self = Self {
        whole: 0,
        rest: Exact::ZERO,
    };

    /// Adds `value * factor`; `None` where that does not fit.
    pub(super) fn plus(self, value: Exact, factor: i128) -> Option<Self> {
        let (numerator, denominator) = (value.numerator(), value.denominator());
        let common = greatest_common_divisor(factor.unsigned_abs(), denominator.unsigned_abs());
        let common = i128::try_from(common).ok()?.max(1);
        let (factor, denominator) = (factor / common, denominator / common);
        let product = numerator.checked_mul(factor)?;
        let whole = self.whole.checked_add(product.div_euclid(denominator))?;
        let left = product.rem_euclid(denominator);
        if left == 0 {
            return Some(Self { whole, ..self });
        }
        let rest = self.rest.checked_add(Exact::reduced(left, denominator))?;
        Some(Self { whole, rest })
    }

    /// The largest whole number that is not above the sum.
    pub(super) fn value(self) -> Option<i128> {
        let more = self.rest.numerator().div_euclid(self.rest.denominator());
        self.whole.checked_add(more)
    }

    /// The sum, where it is a whole number.
    pub(super) fn whole(self) -> Option<i128> {
        (self.rest.denominator() == 1).then(|| self.value())?
    }
}

#[cfg(test)]
mod tests {
    use super::Floor;
    use crate::model::Exact;

    #[test]
    fn thirds_add_up_before_they_are_cut() {
        let third = Exact::fraction(1, 3);
        let sum = Floor::ZERO
            .plus(third, 1)
            .and_then(|sum| sum.plus(third, 4));
        assert_eq!(sum.and_then(Floor::value), Some(1));
        assert_eq!(sum.and_then(Floor::whole), None);
        let sum = sum.and_then(|sum| sum.plus(third, 1));
        assert_eq!(sum.and_then(Floor::whole), Some(2));
        let below = Floor::ZERO.plus(-third, 1);
        assert_eq!(below.and_then(Floor::value), Some(-1));
    }

    #[test]
    fn what_does_not_fit_is_said() {
        let large = Exact::whole(i64::MAX);
        assert!(Floor::ZERO.plus(large, i128::MAX / 4).is_none());
        assert!(
            Floor::ZERO
                .plus(Exact::fraction(1, i64::MAX), i128::MAX)
                .is_some()
        );
    }
}
