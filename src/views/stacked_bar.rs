//! The make-up of a score as one bar: two paths, so that 63 rows stay light.

use std::fmt::Write as _;

/// Length of a full bar in the drawing's own units.
const FULL: f64 = 1000.0;
/// What is left free between two indicators.
const GAP: f64 = 4.0;

/// The two halves of a bar as SVG paths in a box of 1000 by 10.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BarParts {
    /// The first group of indicators.
    pub first: String,
    /// The others.
    pub rest: String,
}

/// Lays out shares of 1 one after the other; the first `first` of them make up the first half.
pub fn bar_parts(shares: &[f64], first: usize) -> BarParts {
    let mut parts = BarParts::default();
    let mut left = 0.0;
    for (position, share) in shares.iter().enumerate() {
        let right = left + share * FULL;
        let width = (right - left - GAP).max(0.0);
        let path = if position < first {
            &mut parts.first
        } else {
            &mut parts.rest
        };
        // Writing to a String cannot fail.
        write!(
            path,
            "M{} 0h{}v10h-{1}z",
            left.round() as i64,
            width.round() as i64
        )
        .ok();
        left = right;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::bar_parts;

    #[test]
    fn shares_follow_on_one_another_with_a_gap() {
        let parts = bar_parts(&[0.1, 0.05, 0.2], 2);
        assert_eq!(parts.first, "M0 0h96v10h-96zM100 0h46v10h-46z");
        assert_eq!(parts.rest, "M150 0h196v10h-196z");
        assert_eq!(bar_parts(&[0.001], 1).first, "M0 0h0v10h-0z");
    }
}
