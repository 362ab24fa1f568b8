//! Which of two fractions is larger, exact for all.

use super::Exact;
use std::cmp::Ordering;

impl Ord for Exact {
    #[inline(never)]
    fn cmp(&self, other: &Self) -> Ordering {
        let (a, b) = (self.numerator(), self.denominator());
        let (c, d) = (other.numerator(), other.denominator());
        // Nearly all numbers are short, and their products never leave 128 bits.
        if let [Ok(a), Ok(b), Ok(c), Ok(d)] = [a, b, c, d].map(i64::try_from) {
            let product = |one: i64, other: i64| i128::from(one) * i128::from(other);
            return product(a, d).cmp(&product(c, b));
        }
        let (left, right) = (a.checked_mul(d), c.checked_mul(b));
        match (left, right) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => self.cmp_by_parts(*other),
        }
    }
}

impl Exact {
    /// Compares whole parts, then what is over, turned upside down: nothing grows.
    fn cmp_by_parts(self, other: Self) -> Ordering {
        let (mut a, mut b) = (self.numerator(), self.denominator());
        let (mut c, mut d) = (other.numerator(), other.denominator());
        loop {
            let by_whole = a.div_euclid(b).cmp(&c.div_euclid(d));
            let (left, right) = (a.rem_euclid(b), c.rem_euclid(d));
            if by_whole != Ordering::Equal {
                return by_whole;
            }
            if left == 0 || right == 0 {
                return left.cmp(&right);
            }
            // left / b < right / d where d / right < b / left.
            (a, b, c, d) = (d, right, b, left);
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
