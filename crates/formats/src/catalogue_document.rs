//! The catalogue as it ships, and what a reader brought beside it: one document, which the build writes
//! and every module reads (decision 3). The build script shares this file: it knows serde only.

use super::framework_document::FrameworkDocument;
use super::typed::{Both, Decimal, Line};
use serde::{Deserialize, Serialize};

/// Everything. Of two things with the same name the last counts: what a reader brought stands behind
/// what ships.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub(crate) struct CatalogueDocument {
    /// By the name that editions call them by.
    pub(crate) frameworks: Vec<(String, ListedFramework)>,
    /// Sets of units, by the name that editions call them by.
    pub(crate) units: Vec<(String, Vec<UnitDocument>)>,
    /// Figures, by the id of their edition.
    pub(crate) tables: Vec<(String, TableDocument)>,
    pub(crate) editions: Vec<EditionDocument>,
    /// Data codes, by the id of the edition that counts with what a reader brought.
    pub(crate) codes: Vec<(String, u32)>,
    pub(crate) mergers: Vec<MergerDocument>,
    pub(crate) sources: Vec<SourceDocument>,
    /// The examples have none of their own.
    pub(crate) version: Option<VersionDocument>,
    /// Of examples, by the id of their edition.
    pub(crate) assessments: Vec<(String, Vec<AssessedDocument>)>,
}

/// A framework with all its indicators in one list, in the order of its nodes.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct ListedFramework {
    /// Its indicators have levels and no children.
    pub(crate) document: FrameworkDocument,
    /// Ids of what the indicators lie below, in the same order; `None` for the top of the tree.
    pub(crate) parents: Vec<Option<String>>,
}

/// A unit.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct UnitDocument {
    pub(crate) id: String,
    pub(crate) name: Both,
    pub(crate) gso_code: String,
    pub(crate) region: Option<Both>,
    pub(crate) variants: Vec<String>,
    pub(crate) population: Vec<(u16, Decimal)>,
}

/// The figures of an edition.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct TableDocument {
    /// What each column holds: `rank`, `score`, the id of an indicator, `pillar_` or `rank_pillar_`
    /// with the id of a pillar.
    pub(crate) columns: Vec<String>,
    /// Keys of sources.
    pub(crate) sources: Vec<String>,
    pub(crate) rows: Vec<RowDocument>,
}

/// The figures of a unit.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct RowDocument {
    pub(crate) unit: String,
    pub(crate) figures: Vec<FigureDocument>,
}

/// A figure.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct FigureDocument {
    /// Position of its column.
    pub(crate) column: u16,
    pub(crate) value: Decimal,
    pub(crate) origin: OriginDocument,
    /// Position of its source.
    pub(crate) source: u16,
    pub(crate) copies: u32,
}

/// Where a figure comes from.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) enum OriginDocument {
    Published,
    Derived,
    Loaded,
}

/// What the list of editions says about one.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct EditionDocument {
    pub(crate) id: String,
    pub(crate) year: u16,
    pub(crate) title: Both,
    /// Name of its framework.
    pub(crate) framework: String,
    /// Name of its units.
    pub(crate) units: String,
    pub(crate) simulatable: bool,
    pub(crate) profile: Option<String>,
    pub(crate) previous: Option<PreviousDocument>,
    pub(crate) merger_of: Option<String>,
    pub(crate) unit_name: Option<UnitNameDocument>,
    /// What only the edition of an own index has.
    pub(crate) own: Option<OwnDocument>,
}

/// The edition before.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PreviousDocument {
    pub(crate) edition: String,
    pub(crate) merged: Option<bool>,
}

/// What one unit is called, and in English several.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnitNameDocument {
    pub(crate) vi: Line,
    pub(crate) en: Line,
    pub(crate) plural: Line,
}

/// What an own index says beside its figures.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct OwnDocument {
    /// Names of the units that are not ranked.
    pub(crate) unranked: Vec<Both>,
    /// Results that its file gives.
    pub(crate) given: Vec<GivenDocument>,
}

/// A result that a file gives. It is no part of the data code: what comes out does not rest on it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct GivenDocument {
    pub(crate) unit: String,
    /// With the decimals in which it was given.
    pub(crate) total: Option<(Decimal, u32)>,
    pub(crate) rank: Option<u32>,
}

/// A former unit and the one that it became part of.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct MergerDocument {
    pub(crate) former: String,
    pub(crate) new: String,
}

/// Where figures were read.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct SourceDocument {
    pub(crate) key: String,
    pub(crate) kind: String,
    pub(crate) url: String,
}

/// Version and date of the figures.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct VersionDocument {
    pub(crate) version: u32,
    pub(crate) date: String,
    pub(crate) corrections: Vec<CorrectionDocument>,
}

/// A change of figures that were on file before.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CorrectionDocument {
    pub(crate) version: u32,
    pub(crate) date: String,
    /// None for all of them.
    pub(crate) editions: Option<Vec<String>>,
    pub(crate) what: Both,
}

/// A row of an example's assessment, in the words of its rule.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct AssessedDocument {
    pub(crate) unit: String,
    pub(crate) indicator: String,
    #[serde(rename = "self")]
    pub(crate) own: String,
    pub(crate) verified: String,
}
