//! The three numbers of the method (score, points, max points), each with its range checked once.

use super::Exact;

/// Decimals of an entered score: as many as the ministry publishes.
pub const SCORE_DECIMALS: u32 = 4;
/// Decimals of entered points.
pub const POINTS_DECIMALS: u32 = 2;
/// Largest max points of one indicator in a scenario or a framework.
pub const LARGEST_MAX_POINTS: u32 = 10_000;

/// A share of the max points that was reached: `0..=1`.
///
/// ```
/// use dti_engine::model::Score;
/// assert!(Score::entered(0.45).is_some());
/// assert!(Score::entered(1.2).is_none() && Score::entered(0.45001).is_none());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Score(Exact);

impl Score {
    /// Nothing reached.
    pub const ZERO: Self = Self(Exact::ZERO);

    /// A score from an exact number, or `None` outside `0..=1`.
    pub fn try_new(value: Exact) -> Option<Self> {
        (value >= Exact::ZERO && value <= Exact::ONE).then_some(Self(value))
    }

    /// A score as a person enters it: at most 4 decimals.
    pub fn entered(value: f64) -> Option<Self> {
        Exact::from_decimal_float(value, SCORE_DECIMALS).and_then(Self::try_new)
    }

    /// The number.
    pub fn value(self) -> Exact {
        self.0
    }
}

/// Points awarded: zero or more, at most 2 decimals when entered.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Points(Exact);

impl Points {
    /// Points from an exact number, or `None` below zero.
    pub fn try_new(value: Exact) -> Option<Self> {
        (!value.is_negative()).then_some(Self(value))
    }

    /// Points as a person enters them; `None` when negative or with more than 2 decimals.
    pub fn entered(value: f64) -> Option<Self> {
        Exact::from_decimal_float(value, POINTS_DECIMALS).and_then(Self::try_new)
    }

    /// The number.
    pub fn value(self) -> Exact {
        self.0
    }
}

/// Points available on an indicator, in whole hundredths, up to [`LARGEST_MAX_POINTS`]. Zero means
/// that the indicator does not count. Those of main indicators are whole numbers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct MaxPoints(u32);

/// Hundredths in a point.
const HUNDREDTHS: u32 = 100;

impl MaxPoints {
    /// Max points, or `None` above [`LARGEST_MAX_POINTS`].
    pub fn try_new(value: u32) -> Option<Self> {
        (value <= LARGEST_MAX_POINTS).then(|| Self(value * HUNDREDTHS))
    }

    /// Max points of so many hundredths, or `None` above [`LARGEST_MAX_POINTS`].
    pub fn of_hundredths(value: u32) -> Option<Self> {
        (value <= LARGEST_MAX_POINTS * HUNDREDTHS).then_some(Self(value))
    }

    /// Max points of a parent: the sum over its children, which may exceed one indicator's limit.
    pub(crate) fn sum_of(children: impl Iterator<Item = Self>) -> Self {
        Self(children.fold(0, |sum, child| sum.saturating_add(child.0)))
    }

    /// Max points as a person enters them: a whole number in range.
    pub fn entered(value: f64) -> Option<Self> {
        let whole = value >= 0.0 && value <= f64::from(LARGEST_MAX_POINTS);
        let rounded = value.round();
        let is_whole = whole && (rounded - value).abs() < f64::EPSILON;
        is_whole.then(|| Self(rounded as u32 * HUNDREDTHS))
    }

    /// The number.
    pub fn value(self) -> Exact {
        Exact::decimal(i64::from(self.0), POINTS_DECIMALS)
    }

    /// The number in hundredths.
    pub fn hundredths(self) -> u32 {
        self.0
    }

    /// The number, as a whole; hundredths of a component are dropped.
    pub fn whole(self) -> u32 {
        self.0 / HUNDREDTHS
    }
}

#[cfg(test)]
mod tests {
    use super::{MaxPoints, Points, Score};

    #[test]
    fn illegal_numbers_cannot_be_built() {
        for bad in [-0.1, 1.0001, f64::NAN, f64::INFINITY, 0.123_45] {
            assert!(Score::entered(bad).is_none(), "{bad}");
        }
        for bad in [-1.0, 1.005, f64::NAN] {
            assert!(Points::entered(bad).is_none(), "{bad}");
        }
        for bad in [-1.0, 0.5, 10_001.0, f64::NAN, f64::INFINITY] {
            assert!(MaxPoints::entered(bad).is_none(), "{bad}");
        }
        assert_eq!(MaxPoints::entered(-0.0).map(MaxPoints::whole), Some(0));
    }
}
