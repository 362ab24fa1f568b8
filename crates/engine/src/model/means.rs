//! How an index of one's own is put together: means, scales of raw values, missing values, ties.
//! The defaults are those of the DTI.

use super::Exact;

/// How the scores below a node make its own, each weighed by its max points.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mean {
    /// Σ w x / Σ w: points add up.
    #[default]
    Arithmetic,
    /// The product of all x^(w / Σ w): one score of 0 makes it 0.
    Geometric,
    /// Σ w / Σ (w / x): one score of 0 makes it 0.
    Harmonic,
}

impl Mean {
    /// The mean of this word.
    pub fn named(word: &str) -> Option<Self> {
        let means = [Self::Arithmetic, Self::Geometric, Self::Harmonic];
        means.into_iter().find(|mean| mean.as_str() == word)
    }

    /// The word used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Arithmetic => "arithmetic",
            Self::Geometric => "geometric",
            Self::Harmonic => "harmonic",
        }
    }
}

/// How a raw value rises between two goalposts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Form {
    /// (x − low) / (high − low).
    #[default]
    Linear,
    /// The same of the natural logarithms; all of x, low and high are above 0.
    Logarithm,
}

/// How the raw values of an indicator become scores `0..=1`, before the direction is minded.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Normalisation {
    /// Raw values are scores already.
    #[default]
    None,
    /// 0 up to the low goalpost, 1 from the high one on.
    Goalposts {
        /// Where the score is 0.
        low: Exact,
        /// Where the score is 1; above `low`.
        high: Exact,
        /// What lies between.
        form: Form,
    },
    /// (x − least) / (most − least) over the units of the edition.
    MinMax,
    /// The share of the other units that are not better.
    Rank,
    /// (z + 3) / 6, kept in `0..=1`: z is the distance from the mean in standard deviations.
    ZScore,
}

/// Which raw values are good.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Direction {
    /// The higher the better.
    #[default]
    HigherIsBetter,
    /// The lower the better.
    LowerIsBetter,
}

/// From the raw values of an indicator to its scores.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Scale {
    /// How values become scores.
    pub normalisation: Normalisation,
    /// Which values are good.
    pub direction: Direction,
}

/// What stands for a value that a unit does not have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Missing {
    /// A score of 0.
    Zero,
    /// Nothing: the indicators beside it take over its weight.
    Rescale,
}

impl Missing {
    /// The rule of this word.
    pub fn named(word: &str) -> Option<Self> {
        let rules = [Self::Zero, Self::Rescale];
        rules.into_iter().find(|rule| rule.as_str() == word)
    }

    /// The word used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::Rescale => "rescale",
        }
    }
}

/// Which rank comes after units that share one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Ties {
    /// 1, 2, 2, 4: one more than the units ahead.
    #[default]
    Competition,
    /// 1, 2, 2, 3: one more than the different scores ahead.
    Dense,
}

impl Ties {
    /// The rule of this word.
    pub fn named(word: &str) -> Option<Self> {
        let rules = [Self::Competition, Self::Dense];
        rules.into_iter().find(|rule| rule.as_str() == word)
    }

    /// The word used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Competition => "competition",
            Self::Dense => "dense",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Mean, Missing, Scale, Ties};

    #[test]
    fn every_word_is_read_back() {
        for mean in [Mean::Arithmetic, Mean::Geometric, Mean::Harmonic] {
            assert_eq!(Mean::named(mean.as_str()), Some(mean));
        }
        for ties in [Ties::Competition, Ties::Dense] {
            assert_eq!(Ties::named(ties.as_str()), Some(ties));
        }
        for rule in [Missing::Zero, Missing::Rescale] {
            assert_eq!(Missing::named(rule.as_str()), Some(rule));
        }
        assert_eq!(Mean::named("median"), None);
        assert_eq!(Scale::default(), Scale::default());
    }
}
