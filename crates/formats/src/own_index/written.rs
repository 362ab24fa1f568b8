//! The document of an own index as it is written, field by field.

use serde::Serialize;
use std::collections::BTreeMap;

/// The whole file.
#[derive(Serialize)]
pub(super) struct IndexWritten<'a> {
    pub(super) framework: FrameworkWritten<'a>,
    pub(super) edition: EditionWritten<'a>,
}

/// A text in one or both languages.
#[derive(Serialize)]
pub(super) struct BothWritten<'a> {
    pub(super) vi: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) en: Option<&'a str>,
}

/// A text that is the same in both languages.
pub(super) fn same(text: &str) -> BothWritten<'_> {
    BothWritten { vi: text, en: None }
}

/// Its framework.
#[derive(Serialize)]
pub(super) struct FrameworkWritten<'a> {
    pub(super) id: String,
    pub(super) title: BothWritten<'a>,
    pub(super) mean: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) missing: Option<&'static str>,
    pub(super) indicators: Vec<IndicatorWritten>,
}

/// An indicator with what lies below it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct IndicatorWritten {
    pub(super) id: String,
    pub(super) name: NameWritten,
    pub(super) max_points: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) mean: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) scale: Option<ScaleWritten>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) children: Vec<IndicatorWritten>,
}

/// A name that was put together.
#[derive(Serialize)]
pub(super) struct NameWritten {
    pub(super) vi: String,
}

/// From raw values to scores.
#[derive(Serialize)]
pub(super) struct ScaleWritten {
    pub(super) normalisation: &'static str,
    pub(super) direction: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) low: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) high: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) imputation: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) treatment: Option<TreatmentWritten>,
}

/// What is done with outliers.
#[derive(Serialize)]
pub(super) struct TreatmentWritten {
    pub(super) winsorise: u32,
    pub(super) skewness: f64,
    pub(super) kurtosis: f64,
    pub(super) beyond: &'static str,
}

/// Its edition.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct EditionWritten<'a> {
    pub(super) id: String,
    pub(super) year: u16,
    pub(super) title: BothWritten<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) unit_name: Option<UnitNameWritten<'a>>,
    pub(super) units: Vec<UnitWritten<'a>>,
    pub(super) values: BTreeMap<String, BTreeMap<String, f64>>,
}

/// What one unit is called.
#[derive(Serialize)]
pub(super) struct UnitNameWritten<'a> {
    pub(super) vi: &'a str,
    pub(super) en: &'a str,
    pub(super) plural: &'a str,
}

/// A unit.
#[derive(Serialize)]
pub(super) struct UnitWritten<'a> {
    pub(super) id: String,
    pub(super) name: BothWritten<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) region: Option<BothWritten<'a>>,
}
