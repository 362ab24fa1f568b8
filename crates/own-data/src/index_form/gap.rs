//! What a gap in a table may mean.

use dti_engine::model::{Imputation, Missing};

/// What stands for a value that a table does not have.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Gap {
    /// Nothing may: the table is not taken.
    #[default]
    Refused,
    /// What the framework does without a value.
    Missing(Missing),
    /// A number of the other units.
    Imputed(Imputation),
}

impl Gap {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Refused,
        Self::Missing(Missing::Rescale),
        Self::Missing(Missing::Zero),
        Self::Imputed(Imputation::Mean),
        Self::Imputed(Imputation::Median),
        Self::Imputed(Imputation::RegionMean),
        Self::Imputed(Imputation::RegionMedian),
    ];

    /// A word for it, to choose by.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Refused => "none",
            Self::Missing(missing) => missing.as_str(),
            Self::Imputed(rule) => rule.as_str(),
        }
    }

    /// What has this word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|gap| gap.as_str() == word)
    }

    pub(super) fn missing(self) -> Option<Missing> {
        match self {
            Self::Missing(missing) => Some(missing),
            _ => None,
        }
    }

    pub(super) fn imputation(self) -> Option<Imputation> {
        match self {
            Self::Imputed(rule) => Some(rule),
            _ => None,
        }
    }
}
