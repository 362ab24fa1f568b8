//! The plain questions and answers of the oracle: a case goes in, rows or a refusal come out.

use std::collections::BTreeMap;
use std::fmt;

use super::numbers::{Number, approximately};

/// Whether an override says "what if it became" or "I know that it was".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    WhatIf,
    Known,
}

/// A score of 0..1 or points of the scenario's maximum.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Amount {
    Score(Number),
    Points(Number),
}

/// One changed value. `indicator` is a main indicator or a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Override {
    pub(crate) unit: String,
    pub(crate) indicator: String,
    pub(crate) kind: Kind,
    pub(crate) amount: Amount,
}

/// How the rivals move.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Rivals {
    #[default]
    Frozen,
    Trend,
    /// Points of the scenario's total.
    Gain(Number),
}

/// A whole scenario. `unit` is the one asked about: never a rival.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Case {
    pub(crate) edition: String,
    pub(crate) unit: Option<String>,
    pub(crate) overrides: Vec<Override>,
    pub(crate) max_points: BTreeMap<String, Number>,
    pub(crate) rivals: Rivals,
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Origin {
    Published,
    Derived,
    Estimated,
    Entered,
}

/// One main indicator of one unit, unrounded.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Value {
    pub(crate) score: Number,
    pub(crate) origin: Origin,
}

/// Main indicators by id.
pub(crate) type Values = BTreeMap<String, Value>;

/// Maximum points by main indicator.
pub(crate) type Maxima = BTreeMap<String, Number>;

/// One pillar of one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pillar {
    pub(crate) score_4dp: i64,
    pub(crate) rank: usize,
}

/// One unit of a result; scores ending in `_4dp` are whole ten-thousandths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) unit: String,
    pub(crate) score_4dp: i64,
    pub(crate) rank: usize,
    pub(crate) baseline_score_4dp: i64,
    pub(crate) baseline_rank: usize,
    pub(crate) pillars: BTreeMap<String, Pillar>,
    pub(crate) indicators: BTreeMap<String, Value>,
    pub(crate) estimated: bool,
}

/// Why there is no result; `code` is one of the error codes of the JavaScript API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) code: &'static str,
    pub(crate) why: String,
}

impl Refusal {
    pub(crate) fn new(code: &'static str, why: impl Into<String>) -> Self {
        Self {
            code,
            why: why.into(),
        }
    }
}

impl Case {
    /// The baseline of an edition.
    pub(crate) fn of(edition: &str) -> Self {
        Self {
            edition: edition.to_owned(),
            ..Self::default()
        }
    }

    /// The same case with one more override.
    pub(crate) fn with(mut self, one: Override) -> Self {
        self.overrides.push(one);
        self
    }
}

impl Override {
    pub(crate) fn what_if(unit: &str, indicator: &str, score: Number) -> Self {
        Self::new(unit, indicator, Kind::WhatIf, Amount::Score(score))
    }

    pub(crate) fn known(unit: &str, indicator: &str, score: Number) -> Self {
        Self::new(unit, indicator, Kind::Known, Amount::Score(score))
    }

    pub(crate) fn new(unit: &str, indicator: &str, kind: Kind, amount: Amount) -> Self {
        Self {
            unit: unit.to_owned(),
            indicator: indicator.to_owned(),
            kind,
            amount,
        }
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:.7} {:?}", approximately(&self.score), self.origin)
    }
}

impl fmt::Debug for Amount {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Score(score) => write!(out, "score {score}"),
            Self::Points(points) => write!(out, "{points} points"),
        }
    }
}
