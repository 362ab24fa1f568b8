//! A framework as its file has it, field by field; it ships in the same form. What may be absent may be
//! `null` too. The build script shares this file: it knows serde only.

use super::typed::{Both, Decimal, Hundredths, Line, Whole};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The whole framework.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct FrameworkDocument {
    pub(crate) id: Line,
    pub(crate) title: Both,
    pub(crate) decision: Option<DecisionDocument>,
    pub(crate) origin: Option<Line>,
    pub(crate) source: Option<Both>,
    pub(crate) rules_of: Option<Whole<9999>>,
    pub(crate) decimals: Option<Whole<12>>,
    pub(crate) indicators: Vec<IndicatorDocument>,
    pub(crate) pillars: Option<Vec<PillarDocument>>,
    pub(crate) mean: Option<Line>,
    pub(crate) missing: Option<Line>,
    pub(crate) ties: Option<Line>,
}

/// The decision that it follows.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DecisionDocument {
    pub(crate) number: Line,
    pub(crate) date: Line,
}

/// An indicator with what lies below it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct IndicatorDocument {
    pub(crate) id: Line,
    pub(crate) level: Option<Line>,
    pub(crate) number: Option<Line>,
    pub(crate) name: Both,
    pub(crate) max_points: Option<Hundredths>,
    pub(crate) scored: Option<bool>,
    pub(crate) component_count: Option<Whole<1000>>,
    pub(crate) rule: Option<Line>,
    pub(crate) measure: Option<Both>,
    pub(crate) inputs: Option<BTreeMap<Line, Both>>,
    pub(crate) choices: Option<Vec<ChoiceDocument>>,
    pub(crate) children: Option<Vec<IndicatorDocument>>,
    pub(crate) mean: Option<Line>,
    pub(crate) scale: Option<ScaleDocument>,
}

/// What can be chosen under a rule; the rule itself says what it gives.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChoiceDocument {
    pub(crate) id: Line,
    pub(crate) vi: Line,
    pub(crate) en: Option<Line>,
}

/// From raw values to scores.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScaleDocument {
    pub(crate) normalisation: Line,
    pub(crate) low: Option<Decimal>,
    pub(crate) high: Option<Decimal>,
    pub(crate) form: Option<Line>,
    pub(crate) direction: Option<Line>,
    pub(crate) imputation: Option<Line>,
    pub(crate) treatment: Option<TreatmentDocument>,
}

/// What is done with outliers.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TreatmentDocument {
    pub(crate) winsorise: Option<Whole<5_000>>,
    pub(crate) skewness: Option<Decimal>,
    pub(crate) kurtosis: Option<Decimal>,
    pub(crate) beyond: Option<Line>,
}

/// A part of the sum of the main indicators.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PillarDocument {
    pub(crate) id: Line,
    pub(crate) name: Both,
    pub(crate) members: Vec<Line>,
    pub(crate) weight: Option<Decimal>,
}
