//! Fractions that never overflow, for totals in which a tie must not be lost to rounding (decision 14).

use super::Exact;
use super::natural::Natural;
use std::cmp::Ordering;

/// A fraction not below zero, with nothing ever rounded: [`Exact`] as long as that holds it.
#[derive(Clone, Debug)]
pub(crate) enum Rational {
    /// In 128 bits a side.
    Small(Exact),
    /// Numerator and denominator, not in lowest terms.
    Large(Natural, Natural),
}

impl Rational {
    /// Nothing.
    pub(crate) const ZERO: Self = Self::Small(Exact::ZERO);

    /// This number; one below zero counts as its size.
    pub(crate) fn new(value: Exact) -> Self {
        Self::Small(value.abs())
    }

    fn parts(&self) -> (Natural, Natural) {
        match self {
            Self::Small(value) => {
                let (numerator, denominator) = value.parts();
                (Natural::new(numerator), Natural::new(denominator))
            }
            Self::Large(numerator, denominator) => (numerator.clone(), denominator.clone()),
        }
    }

    /// Both where 128 bits hold them.
    fn small(&self, other: &Self) -> Option<(Exact, Exact)> {
        match (self, other) {
            (Self::Small(own), Self::Small(other)) => Some((*own, *other)),
            _ => None,
        }
    }

    /// Whether it is 0.
    pub(crate) fn is_zero(&self) -> bool {
        match self {
            Self::Small(value) => *value == Exact::ZERO,
            Self::Large(numerator, _) => numerator.is_zero(),
        }
    }

    /// The sum.
    pub(crate) fn plus(&self, other: &Self) -> Self {
        let small = self.small(other);
        if let Some(sum) = small.and_then(|(own, other)| own.checked_add(other)) {
            return Self::Small(sum);
        }
        let ((a, b), (c, d)) = (self.parts(), other.parts());
        if b == d {
            return Self::Large(a.plus(&c), b);
        }
        Self::Large(a.times(&d).plus(&c.times(&b)), b.times(&d))
    }

    /// The product.
    pub(crate) fn times(&self, other: &Self) -> Self {
        let small = self.small(other);
        if let Some(product) = small.and_then(|(own, other)| own.checked_mul(other)) {
            return Self::Small(product);
        }
        let ((a, b), (c, d)) = (self.parts(), other.parts());
        Self::Large(a.times(&c), b.times(&d))
    }

    /// The quotient, or `None` when `other` is zero.
    pub(crate) fn over(&self, other: &Self) -> Option<Self> {
        if other.is_zero() {
            return None;
        }
        let turned = match other {
            Self::Small(value) => Self::Small(Exact::ONE.div_or(*value, Exact::ZERO)),
            Self::Large(numerator, denominator) => {
                Self::Large(denominator.clone(), numerator.clone())
            }
        };
        Some(self.times(&turned))
    }

    /// The number itself where its lowest terms have 120 bits a side, else the last convergent of
    /// its continued fraction that has: equal numbers give equal ones, whatever they were made of,
    /// and what is left out is below 2⁻¹²⁰.
    pub(crate) fn to_exact(&self) -> Exact {
        if let Self::Small(value) = self
            && value.is_handy()
        {
            return *value;
        }
        let (mut over, mut under) = self.parts();
        let (mut before, mut last) = ((0_i128, 1_i128), (1_i128, 0_i128));
        while !under.is_zero() {
            let (whole, rest) = over.divided(&under);
            let step = |last: i128, before: i128| {
                let whole = whole.to_i128()?;
                last.checked_mul(whole)?.checked_add(before)
            };
            let next = step(last.0, before.0).zip(step(last.1, before.1));
            let Some(next) = next.filter(|next| next.0.max(next.1) <= Exact::HANDY) else {
                break;
            };
            (before, last) = (last, next);
            (over, under) = (under, rest);
        }
        Exact::reduced(last.0, last.1)
    }
}

impl PartialEq for Rational {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Rational {}

impl Ord for Rational {
    fn cmp(&self, other: &Self) -> Ordering {
        if let Some((own, other)) = self.small(other) {
            return own.cmp(&other);
        }
        let ((a, b), (c, d)) = (self.parts(), other.parts());
        a.times(&d).cmp(&c.times(&b))
    }
}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::Rational;
    use crate::model::Exact;
    use num_bigint::BigInt;
    use num_rational::BigRational;
    use proptest::prelude::*;

    fn big(value: Exact) -> BigRational {
        value.to_fraction_text().parse().unwrap()
    }

    /// Fractions of all sizes, with equal ones likely.
    fn fractions() -> impl Strategy<Value = Vec<Exact>> {
        let part = prop_oneof![1..7_i64, 999_999_000..1_000_000_000_i64, any::<i64>()];
        let size = |n: i64| n.checked_abs().unwrap_or(1).max(1);
        let one = (part.clone(), part).prop_map(move |(a, b)| Exact::fraction(size(a), size(b)));
        prop::collection::vec(one, 1..12)
    }

    proptest! {
        #[test]
        fn sums_products_and_quotients_lose_nothing(list in fractions(), other in fractions()) {
            let sum = |list: &[Exact]| {
                let all = list.iter().map(|&value| Rational::new(value));
                let expected: BigRational = list.iter().map(|&value| big(value)).sum();
                (all.fold(Rational::ZERO, |sum, value| sum.plus(&value)), expected)
            };
            let ((own, x), (other, y)) = (sum(&list), sum(&other));
            prop_assert_eq!(own.cmp(&other), x.cmp(&y));
            let product = (own.times(&other), &x * &y);
            let quotient = (own.over(&other).unwrap(), &x / &y);
            for (found, expected) in [product, quotient, (own.clone(), x)] {
                let near = big(found.to_exact());
                let most = BigInt::from(Exact::HANDY);
                if *expected.numer() <= most && *expected.denom() <= most {
                    prop_assert_eq!(near, expected);
                } else if expected.numer() < expected.denom() {
                    let tiny = BigRational::new(1.into(), most);
                    let off = if near > expected { &near - &expected } else { &expected - &near };
                    prop_assert!(off < tiny);
                }
            }
        }

        #[test]
        fn equal_numbers_give_one_fraction_whatever_they_were_made_of(list in fractions()) {
            let all = || list.iter().map(|&value| Rational::new(value));
            let forwards = all().fold(Rational::ZERO, |sum, value| sum.plus(&value));
            let backwards = all().rev().fold(Rational::ZERO, |sum, value| sum.plus(&value));
            let detour = Rational::new(Exact::fraction(i64::MAX, 9_999_999_967));
            let detour = forwards.times(&detour).over(&detour).unwrap();
            prop_assert_eq!(forwards.to_exact(), backwards.to_exact());
            prop_assert_eq!(forwards.to_exact(), detour.to_exact());
        }
    }

    #[test]
    fn nothing_is_divided_by_nothing() {
        assert_eq!(Rational::new(Exact::ONE).over(&Rational::ZERO), None);
        assert!(Rational::ZERO.is_zero() && Rational::ZERO.to_exact() == Exact::ZERO);
    }
}
