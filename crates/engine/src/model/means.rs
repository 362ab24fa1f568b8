//! How an index of one's own is put together: means, scales of raw values, what stands in for values and
//! what is done with outliers, missing values, ties.
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
    /// What stands in for a value that a unit does not have; `None` for nothing.
    pub imputation: Option<Imputation>,
    /// What is done with outliers, after imputation; `None` for nothing.
    pub treatment: Option<Treatment>,
}

/// What stands in for a value that a unit does not have: a number of those that have one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Imputation {
    /// The mean of all units.
    Mean,
    /// Their median.
    Median,
    /// The mean of the units of the same region.
    RegionMean,
    /// Their median.
    RegionMedian,
}

impl Imputation {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Mean,
        Self::Median,
        Self::RegionMean,
        Self::RegionMedian,
    ];

    /// The rule of this word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.as_str() == word)
    }

    /// The word used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::Median => "median",
            Self::RegionMean => "region_mean",
            Self::RegionMedian => "region_median",
        }
    }

    /// Whether only units of the same region count.
    pub fn is_by_region(self) -> bool {
        matches!(self, Self::RegionMean | Self::RegionMedian)
    }
}

/// What is done with outliers: values are winsorised while both their skewness and their kurtosis are
/// too large. The defaults are those of COINr.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Treatment {
    /// Once so many values are winsorised, no more are.
    pub most: u32,
    /// Skewness of either sign that is too large.
    pub skewness: Exact,
    /// Excess kurtosis that is too large.
    pub kurtosis: Exact,
    /// What follows where that is not enough.
    pub beyond: Beyond,
}

impl Default for Treatment {
    fn default() -> Self {
        Self {
            most: 5,
            skewness: Exact::whole(2),
            kurtosis: Exact::fraction(7, 2),
            beyond: Beyond::default(),
        }
    }
}

/// What follows where winsorising is not enough.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Beyond {
    /// Logarithms of the values as they were.
    #[default]
    Logarithm,
    /// Nothing: the values stay as they were winsorised.
    Winsorised,
}

impl Beyond {
    /// What has this word.
    pub fn named(word: &str) -> Option<Self> {
        let all = [Self::Logarithm, Self::Winsorised];
        all.into_iter().find(|own| own.as_str() == word)
    }

    /// The word used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Logarithm => "logarithm",
            Self::Winsorised => "winsorised",
        }
    }
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
    use super::{Beyond, Imputation, Mean, Missing, Scale, Ties};

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
        for rule in Imputation::ALL {
            assert_eq!(Imputation::named(rule.as_str()), Some(rule));
        }
        for beyond in [Beyond::Logarithm, Beyond::Winsorised] {
            assert_eq!(Beyond::named(beyond.as_str()), Some(beyond));
        }
        assert_eq!(Mean::named("median"), None);
        assert_eq!(Scale::default(), Scale::default());
    }
}
