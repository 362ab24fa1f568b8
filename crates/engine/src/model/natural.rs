//! Natural numbers of any size, for sums of fractions that 128 bits do not hold.

use std::cmp::Ordering;

const LIMB: usize = 32;

/// A whole number from 0 on.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Natural {
    /// Least first; the last is not 0.
    limbs: Vec<u32>,
}

impl Natural {
    /// The number of these 128 bits.
    pub(crate) fn new(value: u128) -> Self {
        let limb = |place: usize| (value >> (LIMB * place)) as u32;
        Self::trimmed((0..4).map(limb).collect())
    }

    fn trimmed(mut limbs: Vec<u32>) -> Self {
        while limbs.last() == Some(&0) {
            limbs.pop();
        }
        Self { limbs }
    }

    fn limb(&self, place: usize) -> u32 {
        self.limbs.get(place).copied().unwrap_or(0)
    }

    /// Whether it is 0.
    pub(crate) fn is_zero(&self) -> bool {
        self.limbs.is_empty()
    }

    fn bits(&self) -> usize {
        let last = self
            .limbs
            .last()
            .map_or(LIMB, |limb| limb.leading_zeros() as usize);
        (self.limbs.len().max(1)) * LIMB - last
    }

    /// The sum.
    pub(crate) fn plus(&self, other: &Self) -> Self {
        let places = self.limbs.len().max(other.limbs.len());
        let (mut limbs, mut carry) = (Vec::with_capacity(places + 1), 0_u64);
        for place in 0..=places {
            carry += u64::from(self.limb(place)) + u64::from(other.limb(place));
            limbs.push(carry as u32);
            carry >>= LIMB;
        }
        Self::trimmed(limbs)
    }

    /// The difference to a number that is not larger.
    pub(crate) fn minus(&self, smaller: &Self) -> Self {
        let (mut limbs, mut borrowed) = (Vec::with_capacity(self.limbs.len()), false);
        for place in 0..self.limbs.len() {
            let (rest, first) = self.limb(place).overflowing_sub(smaller.limb(place));
            let (rest, second) = rest.overflowing_sub(u32::from(borrowed));
            borrowed = first || second;
            limbs.push(rest);
        }
        Self::trimmed(limbs)
    }

    /// The product.
    pub(crate) fn times(&self, other: &Self) -> Self {
        let mut limbs = vec![0; self.limbs.len() + other.limbs.len()];
        for (place, &own) in self.limbs.iter().enumerate() {
            let mut carry = 0_u64;
            let reached = limbs.iter_mut().skip(place);
            let others = other.limbs.iter().chain(std::iter::once(&0));
            for (limb, &other) in reached.zip(others) {
                carry += u64::from(own) * u64::from(other) + u64::from(*limb);
                *limb = carry as u32;
                carry >>= LIMB;
            }
        }
        Self::trimmed(limbs)
    }

    /// The number × 2^`bits`.
    fn shifted(&self, bits: usize) -> Self {
        let mut limbs = vec![0; bits / LIMB];
        let (by, mut carry) = (bits % LIMB, 0_u64);
        for &limb in &self.limbs {
            carry |= u64::from(limb) << by;
            limbs.push(carry as u32);
            carry >>= LIMB;
        }
        limbs.push(carry as u32);
        Self::trimmed(limbs)
    }

    /// Quotient and rest, bit by bit where 128 bits are too few; all of it is rest where `by` is 0. The
    /// quotients of Euclid's algorithm, for which this is made, have few bits.
    pub(crate) fn divided(&self, by: &Self) -> (Self, Self) {
        let (mut quotient, mut rest) = (Self::default(), self.clone());
        if by.is_zero() {
            return (quotient, rest);
        }
        if let Some((own, by)) = self.to_i128().zip(by.to_i128()) {
            let new = |value: i128| Self::new(value.unsigned_abs());
            return (new(own / by), new(own % by));
        }
        for bit in (0..=self.bits().saturating_sub(by.bits())).rev() {
            quotient = quotient.shifted(1);
            let part = by.shifted(bit);
            if part <= rest {
                rest = rest.minus(&part);
                quotient = quotient.plus(&Self::new(1));
            }
        }
        (quotient, rest)
    }

    /// The number, where 128 bits hold it with its sign.
    pub(crate) fn to_i128(&self) -> Option<i128> {
        if self.bits() > 127 {
            return None;
        }
        let add = |sum: i128, &limb: &u32| (sum << LIMB) | i128::from(limb);
        Some(self.limbs.iter().rev().fold(0, add))
    }

    /// The nearest float but for the last bit; infinite above what floats reach.
    pub(crate) fn to_f64(&self) -> f64 {
        let scale = 2_f64.powi(LIMB as i32);
        let add = |sum: f64, &limb: &u32| sum * scale + f64::from(limb);
        // Below the first three limbs nothing counts: 2⁻⁶⁴ of the number at most.
        let top = self.limbs.iter().rev().take(3).fold(0.0, add);
        let left = self.limbs.len().saturating_sub(3);
        top * scale.powi(i32::try_from(left).unwrap_or(i32::MAX))
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_size = self.limbs.len().cmp(&other.limbs.len());
        by_size.then_with(|| self.limbs.iter().rev().cmp(other.limbs.iter().rev()))
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::Natural;
    use num_bigint::BigUint;
    use proptest::prelude::*;

    fn both(limbs: &[u32]) -> (Natural, BigUint) {
        let natural = Natural::trimmed(limbs.to_vec());
        (natural, BigUint::new(limbs.to_vec()))
    }

    fn limbs() -> impl Strategy<Value = Vec<u32>> {
        let limb = prop_oneof![Just(0), Just(1), Just(u32::MAX), any::<u32>()];
        prop::collection::vec(limb, 0..9)
    }

    fn same(natural: &Natural, expected: &BigUint) -> bool {
        natural.limbs == expected.to_u32_digits()
    }

    proptest! {
        #[test]
        fn arithmetic_is_that_of_a_library(first in limbs(), second in limbs()) {
            let ((a, x), (b, y)) = (both(&first), both(&second));
            prop_assert!(same(&a.plus(&b), &(&x + &y)));
            prop_assert!(same(&a.times(&b), &(&x * &y)));
            prop_assert_eq!(a.cmp(&b), x.cmp(&y));
            prop_assert_eq!(u64::try_from(a.bits()).unwrap(), x.bits());
            if b <= a {
                prop_assert!(same(&a.minus(&b), &(&x - &y)));
            }
            if !b.is_zero() {
                let (quotient, rest) = a.divided(&b);
                prop_assert!(same(&quotient, &(&x / &y)) && same(&rest, &(&x % &y)));
            }
            prop_assert_eq!(a.to_i128(), i128::try_from(&x).ok());
            let near: f64 = x.to_string().parse().unwrap();
            prop_assert!((a.to_f64() - near).abs() <= near * f64::EPSILON);
        }
    }

    #[test]
    fn all_bits_of_128_are_kept() {
        assert_eq!(Natural::new(u128::MAX).to_i128(), None);
        assert_eq!(Natural::new(7 << 100).to_i128(), Some(7 << 100));
        assert_eq!(
            Natural::new(5).divided(&Natural::default()).1,
            Natural::new(5)
        );
    }
}
