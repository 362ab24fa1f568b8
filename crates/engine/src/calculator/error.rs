//! What can go wrong when a question is asked: data for the faces to put into words, and one clear
//! English sentence each for the JavaScript API.

use super::DrawSetting;
use crate::analysis::RuleMismatch;
use crate::model::{Exact, Kind, Origin, SCORE_DECIMALS};

/// The class of an error, as JavaScript sees it in `error.code`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ErrorCode {
    /// No edition of that id.
    UnknownEdition,
    /// No unit of that id in the edition.
    UnknownUnit,
    /// No indicator of that id in the framework.
    UnknownIndicator,
    /// A number outside its range.
    OutOfRange,
    /// The figures or the edition do not allow it.
    Unavailable,
    /// Wrong type or shape, or the same node twice.
    BadInput,
}

impl ErrorCode {
    /// The word of the API contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnknownEdition => "unknown_edition",
            Self::UnknownUnit => "unknown_unit",
            Self::UnknownIndicator => "unknown_indicator",
            Self::OutOfRange => "out_of_range",
            Self::Unavailable => "unavailable",
            Self::BadInput => "bad_input",
        }
    }
}

/// A number as it was given. It is written out only where an error is shown in full: writing floats
/// takes code that the page does without.
#[derive(Clone, Copy, Debug)]
pub struct Given(pub f64);

impl PartialEq for Given {
    fn eq(&self, other: &Self) -> bool {
        self.0.to_bits() == other.0.to_bits()
    }
}

impl Eq for Given {}

impl std::fmt::Display for Given {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

/// Why a question has no answer. Every sentence says what was given, what is allowed and the way
/// out.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CalculatorError {
    /// No edition of that id.
    #[error("edition `{given}` is not known; use one of {}", .allowed.join(", "))]
    UnknownEdition {
        /// What was given.
        given: String,
        /// The ids on file.
        allowed: Vec<String>,
    },
    /// No unit of that id.
    #[error("unit `{given}` is not in edition `{edition}`; units(\"{edition}\") lists its ids")]
    UnknownUnit {
        /// What was given.
        given: String,
        /// The edition.
        edition: String,
    },
    /// No indicator of that id that can be set.
    #[error("indicator `{given}` of `{framework}` cannot be set here; use one of {}", .allowed.join(", "))]
    UnknownIndicator {
        /// What was given.
        given: String,
        /// The framework.
        framework: String,
        /// The ids that are possible.
        allowed: Vec<String>,
    },
    /// Points above the indicator's maximum.
    #[error("{} points were given for `{indicator}` of `{unit}`, but 0 to {} are possible",
        short(*.given), short(*.max_points))]
    PointsAboveMax {
        /// The unit.
        unit: String,
        /// The indicator.
        indicator: String,
        /// What was given.
        given: Exact,
        /// The scenario's maximum.
        max_points: Exact,
    },
    /// A parent or a known figure that the other indicators cannot make up for.
    #[error("`{indicator}` of `{unit}` cannot be {}: with the other entries kept it can be {} to {}",
        short(*.given), short_up(*.low), short_down(*.high))]
    Unreachable {
        /// The unit.
        unit: String,
        /// The indicator.
        indicator: String,
        /// The score that was given.
        given: Exact,
        /// Lowest score possible.
        low: Exact,
        /// Highest score possible.
        high: Exact,
    },
    /// Known figures that miss the published total.
    #[error("the known figures of `{unit}` are {} points {} for its published total; rounding \
             explains {} at most, so correct one of them", short(.by.abs()),
             if .by.is_negative() { "too high" } else { "too low" }, short(*.allowed))]
    KnownSumMissed {
        /// The unit.
        unit: String,
        /// Points by which they are too low (positive) or too high (negative).
        by: Exact,
        /// What rounding may explain.
        allowed: Exact,
    },
    /// All maxima zero.
    #[error("the changed max points leave no points at all; leave at least one above 0")]
    NothingCounts,
    /// More points gained by rivals than there are.
    #[error("rivals cannot gain {} points; use -{total} to {total}", short(*.given),
        total = short(*.total))]
    GainOutOfRange {
        /// What was given, in points.
        given: Exact,
        /// The scenario's total.
        total: Exact,
    },
    /// A target rank that does not exist.
    #[error("rank {given} cannot be a target; use 1 to {units}")]
    TargetOutOfRange {
        /// What was given.
        given: u32,
        /// How many units are ranked.
        units: usize,
    },
    /// A cost factor out of range.
    #[error("the cost {given} of `{indicator}` is not possible; use 0.000001 to 1000000")]
    CostOutOfRange {
        /// The indicator.
        indicator: String,
        /// What was given.
        given: Given,
    },
    /// A number of a question about stability outside its range.
    #[error("{} cannot be {given}; use {} to {}", .setting.as_str(), .setting.range().0,
        .setting.range().1)]
    DrawSettingOutOfRange {
        /// Which.
        setting: DrawSetting,
        /// What was given.
        given: Given,
    },
    /// An edition with too few figures.
    #[error(
        "edition `{0}` has ranks and a few scores only, too little to simulate; use 2022, 2023, \
             2024 or 2024-34"
    )]
    NotSimulatable(String),
    /// A known figure where one is on file.
    #[error("`{indicator}` of `{unit}` is {} already, so `known` has nothing to replace; use \
             `what_if` to suppose another value", .origin.as_str())]
    OnFile {
        /// The unit.
        unit: String,
        /// The indicator.
        indicator: String,
        /// Published or derived.
        origin: Origin,
    },
    /// An indicator that is listed but gives no points.
    #[error("indicator `{0}` is not scored, so it has no figures and cannot be changed")]
    NotScored(String),
    /// No trend for this edition.
    #[error(
        "rivals have no trend in edition `{0}`: not every score of the year before is on file; \
             use frozen or gain"
    )]
    NoTrend(String),
    /// An edition that cannot be merged.
    #[error("edition `{0}` cannot be merged; use 2022, 2023 or 2024")]
    NoMerger(String),
    /// Two editions of different units or indicators.
    #[error(
        "editions `{from}` and `{to}` do not have the same units and indicators, so a rank in one \
             does not lead to the other; use two of 2022, 2023 and 2024, or one edition twice"
    )]
    NotComparable {
        /// The edition before.
        from: String,
        /// The edition after.
        to: String,
    },
    /// Components of two editions.
    #[error(
        "components of `{from}` and `{to}` cannot be bridged: their results are not published, and \
             no list says which component of one became which of the other; use the level `main`"
    )]
    NoCrosswalk {
        /// The edition before.
        from: String,
        /// The edition after.
        to: String,
    },
    /// A question about one unit that names none.
    #[error("no unit was named; set `unit` to an id that units(\"{0}\") lists")]
    NoUnit(String),
    /// Figures missing that no known sum covers.
    #[error("unit `{unit}` has no figures for {}; load them first", .missing.join(", "))]
    MissingFigures {
        /// The unit.
        unit: String,
        /// The indicators.
        missing: Vec<String>,
    },
    /// A known figure in an index that a reader loaded.
    #[error(
        "the figures of your own index `{0}` are as you loaded them, so `known` has nothing to \
             replace; use `what_if`, or load the index again with other figures"
    )]
    OwnFigures(String),
    /// An own index whose id is in use.
    #[error(
        "the id `{0}` is in use by another edition or by an official framework; give your index \
             another one, or unload the other first"
    )]
    IdInUse(String),
    /// An official edition that was to be unloaded.
    #[error("edition `{0}` is an official one and stays; only what was loaded can be unloaded")]
    NotLoaded(String),
    /// A value that the rule of a component does not take.
    #[error("the value of `{indicator}`: {mismatch}")]
    Rule {
        /// The component.
        indicator: String,
        /// What is wrong.
        mismatch: RuleMismatch,
    },
    /// The same node twice.
    #[error("`{indicator}` of `{unit}` has two overrides of the kind `{}`; keep one", .kind.as_str())]
    Twice {
        /// The unit.
        unit: String,
        /// The indicator.
        indicator: String,
        /// The kind.
        kind: Kind,
    },
}

impl CalculatorError {
    /// Its class.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::UnknownEdition { .. } => ErrorCode::UnknownEdition,
            Self::UnknownUnit { .. } => ErrorCode::UnknownUnit,
            Self::UnknownIndicator { .. } => ErrorCode::UnknownIndicator,
            Self::PointsAboveMax { .. }
            | Self::Unreachable { .. }
            | Self::KnownSumMissed { .. }
            | Self::NothingCounts
            | Self::GainOutOfRange { .. }
            | Self::TargetOutOfRange { .. }
            | Self::CostOutOfRange { .. } => ErrorCode::OutOfRange,
            Self::DrawSettingOutOfRange { .. } => ErrorCode::OutOfRange,
            Self::NotSimulatable(_)
            | Self::OnFile { .. }
            | Self::NotScored(_)
            | Self::NoTrend(_)
            | Self::NoMerger(_)
            | Self::NotComparable { .. }
            | Self::NoCrosswalk { .. }
            | Self::OwnFigures(_)
            | Self::IdInUse(_)
            | Self::NotLoaded(_)
            | Self::MissingFigures { .. } => ErrorCode::Unavailable,
            Self::Rule { mismatch, .. } if mismatch.is_out_of_range() => ErrorCode::OutOfRange,
            Self::Rule { .. } | Self::NoUnit(_) | Self::Twice { .. } => ErrorCode::BadInput,
        }
    }
}

/// A number as a person writes it, with 4 decimals at most.
fn short(value: Exact) -> String {
    value.to_short_text(SCORE_DECIMALS)
}

/// The lower end of a range, rounded so that it can be entered.
fn short_up(value: Exact) -> String {
    short(-(-value + Exact::decimal(-5, 5)).rounded(4))
}

/// The upper end of a range, rounded so that it can be entered.
fn short_down(value: Exact) -> String {
    short((value + Exact::decimal(-49_999, 9)).rounded(4))
}

#[cfg(test)]
mod tests {
    use super::{short, short_down, short_up};
    use crate::model::Exact;

    #[test]
    fn ends_of_a_range_are_rounded_inwards() {
        let third = Exact::fraction(1, 3);
        assert_eq!(
            (short_up(third).as_str(), short_down(third).as_str()),
            ("0.3334", "0.3333")
        );
        let half = Exact::fraction(1, 2);
        assert_eq!(
            (short_up(half).as_str(), short_down(half).as_str()),
            ("0.5", "0.5")
        );
        assert_eq!(short(Exact::whole(150)), "150");
        assert_eq!(short(Exact::ZERO), "0");
    }
}
