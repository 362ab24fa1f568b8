//! What rivals do meanwhile: their totals move, nothing else (method 4).

use crate::model::{Exact, POINTS_DECIMALS};

/// The change of score from gaining points of the scenario's total.
///
/// `hundredths` is in hundredths of a point and may be negative; an empty total gives no change.
pub fn gain(hundredths: i64, total: Exact) -> Exact {
    Exact::decimal(hundredths, POINTS_DECIMALS).div_or(total, Exact::ZERO)
}

#[cfg(test)]
mod tests {
    use super::gain;
    use crate::model::Exact;

    #[test]
    fn ten_points_of_940_are_10_in_940() {
        assert_eq!(gain(1000, Exact::whole(940)), Exact::fraction(10, 940));
        assert_eq!(gain(-50, Exact::whole(1000)), Exact::decimal(-5, 4));
        assert_eq!(gain(5, Exact::ZERO), Exact::ZERO);
    }
}
