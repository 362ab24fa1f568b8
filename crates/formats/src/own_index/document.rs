//! An own index as its file has it, field by field. What may be absent may be `null` too.

use super::limits::MOST_UNITS;
use super::values::Values;
use crate::catalogue_document::UnitNameDocument;
use crate::framework_document::FrameworkDocument;
use crate::typed::{Both, Line, Number, Whole};
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::BTreeMap;

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IndexDocument {
    #[serde(rename = "$schema")]
    _schema: Option<IgnoredAny>,
    pub(super) framework: FrameworkDocument,
    pub(super) edition: EditionDocument,
}

/// Its edition.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct EditionDocument {
    pub(super) id: Line,
    pub(super) year: Whole<9_999>,
    pub(super) title: Both,
    pub(super) unit_name: Option<UnitNameDocument>,
    pub(super) units: Vec<UnitDocument>,
    pub(super) values: Values,
    pub(super) published: Option<BTreeMap<Line, PublishedDocument>>,
}

/// A unit.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnitDocument {
    pub(super) id: Line,
    pub(super) name: Both,
    pub(super) region: Option<Both>,
}

/// What a publication gives for a unit.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PublishedDocument {
    pub(super) total: Option<Number>,
    pub(super) rank: Option<Whole<{ MOST_UNITS as u32 }>>,
}
