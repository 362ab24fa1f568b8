//! Sums of products of fractions over one denominator, as most figures share one: a fraction is put
//! in lowest terms once a sum, not twice a part.

use super::{Exact, greatest_common_divisor};

/// Largest denominator of a short sum. With it neither the sum nor the same one fraction by fraction
/// leaves 128 bits, so that both are exact and equal.
const LONGEST: i64 = 1 << 48;
/// Largest numerator of a short sum.
const LARGEST: i128 = 1 << 76;

/// A sum of products under way.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ExactSum {
    /// `above / below`, not in lowest terms.
    Short { above: i128, below: i64 },
    /// A fraction, as soon as something is long.
    Long(Exact),
}

impl ExactSum {
    /// Nothing yet.
    pub(crate) const ZERO: Self = Self::Short { above: 0, below: 1 };

    /// The sum and one product more.
    #[must_use]
    pub(crate) fn plus(self, one: Exact, other: Exact) -> Self {
        let longer = self.short_plus(one, other);
        longer.unwrap_or_else(|| Self::Long(self.value() + one * other))
    }

    /// The sum less a product.
    #[must_use]
    pub(crate) fn minus(self, one: Exact, other: Exact) -> Self {
        let longer = self.short_plus(-one, other);
        longer.unwrap_or_else(|| Self::Long(self.value() - one * other))
    }

    fn short_plus(self, one: Exact, other: Exact) -> Option<Self> {
        let Self::Short { above, below } = self else {
            return None;
        };
        let narrow = |part: i128| i64::try_from(part).ok();
        let denominator = narrow(one.denominator())?.checked_mul(narrow(other.denominator())?)?;
        let mut numerator =
            i128::from(narrow(one.numerator())?) * i128::from(narrow(other.numerator())?);
        let (mut above, mut whole) = (above, below);
        if below % denominator == 0 {
            numerator = numerator.checked_mul((below / denominator).into())?;
        } else {
            let [own, new] = [below, denominator].map(i64::unsigned_abs);
            let common = greatest_common_divisor(own.into(), new.into());
            let common = i64::try_from(common).ok()?;
            whole = below.checked_mul(denominator / common)?;
            above = above.checked_mul((denominator / common).into())?;
            numerator = numerator.checked_mul((below / common).into())?;
        }
        let above = above.checked_add(numerator)?;
        let is_short = whole <= LONGEST && above.abs() <= LARGEST;
        is_short.then_some(Self::Short {
            above,
            below: whole,
        })
    }

    /// The sum in lowest terms.
    pub(crate) fn value(self) -> Exact {
        match self {
            Self::Short { above, below } => Exact::reduced(above, below.into()),
            Self::Long(sum) => sum,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ExactSum;
    use crate::model::Exact;
    use proptest::prelude::*;

    /// Every third part is taken away: at once, and fraction by fraction.
    fn sums(parts: &[(Exact, Exact)]) -> (Exact, Exact) {
        let (mut quick, mut slow) = (ExactSum::ZERO, Exact::ZERO);
        for (place, (one, other)) in parts.iter().enumerate() {
            (quick, slow) = match place % 3 {
                2 => (quick.minus(*one, *other), slow - *one * *other),
                _ => (quick.plus(*one, *other), slow + *one * *other),
            };
        }
        (quick.value(), slow)
    }

    proptest! {
        #[test]
        fn a_sum_is_that_of_its_fractions(
            parts in prop::collection::vec(
                (-20_000_i64..20_000, 1_i64..5_000, -1_000_i64..1_000, 1_i64..300), 0..80),
        ) {
            let parts: Vec<_> = parts
                .iter()
                .map(|&(a, b, c, d)| (Exact::fraction(a, b), Exact::fraction(c, d)))
                .collect();
            let (quick, slow) = sums(&parts);
            prop_assert_eq!(quick, slow);
        }

        #[test]
        fn so_is_one_that_leaves_every_width(
            parts in prop::collection::vec(
                (any::<i64>(), 1..i64::MAX, any::<i64>(), 1..i64::MAX), 0..12),
        ) {
            let parts: Vec<_> = parts
                .iter()
                .map(|&(a, b, c, d)| (Exact::fraction(a, b), Exact::fraction(c, d)))
                .collect();
            let (quick, slow) = sums(&parts);
            prop_assert_eq!(quick, slow);
        }
    }

    #[test]
    fn what_is_exact_fraction_by_fraction_is_exact_at_once() {
        let third = |n| (Exact::fraction(n, 3), Exact::decimal(7, 4));
        assert_eq!(sums(&[third(1), third(2), third(3)]).0, Exact::ZERO);
        let (quick, slow) = sums(&[(Exact::fraction(1, 1 << 47), Exact::ONE), third(1)]);
        assert_eq!(quick, slow);
    }
}
