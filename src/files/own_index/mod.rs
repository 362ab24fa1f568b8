//! An index of a reader's own: one JSON document with a framework and an edition
//! (docs/own-index.md, docs/own-index.schema.json).

mod document;
pub(super) mod lines;
#[cfg(test)]
mod tests;

use super::FileError;
use super::framework_file::read_framework;
use super::json::Json;
use crate::model::{Edition, EditionHeader, Exact, Framework, Row, Unit};
use std::sync::Arc;

/// Most units of an own index.
pub const MOST_UNITS: usize = 500;
/// Most indicators of an own index, of all levels.
pub const MOST_INDICATORS: usize = 300;
/// Longest text in an own index, in bytes.
const LONGEST_TEXT: usize = 1_000;

/// A framework with one edition under it, as a reader loads them.
#[derive(Clone, Debug)]
pub struct OwnIndex {
    framework: Arc<Framework>,
    header: EditionHeader,
    units: Arc<Vec<Unit>>,
    rows: Vec<Row>,
    published: Vec<PublishedResult>,
    unranked: Vec<Unit>,
}

/// What a publication gives for a unit: only compared with what is computed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PublishedResult {
    /// Id of the unit.
    pub unit: String,
    /// Total score, `0..=1`, with the decimals in which it was given.
    pub total: Option<(Exact, u32)>,
    /// Rank, from 1.
    pub rank: Option<u32>,
}

impl OwnIndex {
    /// Id of its edition.
    pub fn id(&self) -> &str {
        &self.header.id
    }

    /// Its framework.
    pub fn framework(&self) -> &Framework {
        &self.framework
    }

    /// Its units, in the file's order.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// Units of the file that have no value at all, under the rule `rescale`: they have no total and
    /// no rank, and are not among [`Self::units`].
    pub fn unranked(&self) -> &[Unit] {
        &self.unranked
    }

    /// What a publication gives, for those units for which the file says it.
    pub fn published(&self) -> &[PublishedResult] {
        &self.published
    }

    /// Its edition, with raw values as figures.
    pub fn edition(&self) -> Edition {
        let (framework, units) = (Arc::clone(&self.framework), Arc::clone(&self.units));
        Edition::new(self.header.clone(), framework, units, self.rows.clone())
    }

    /// Parts in the form of `build/shipped.rs`, to stand behind the shipped text.
    pub fn to_catalogue_text(&self) -> String {
        lines::catalogue_text(self)
    }
}

/// Reads an own index. `file` is its name, for messages; whoever hands the text over minds its size.
pub fn parse_index(file: &str, text: &str) -> Result<OwnIndex, FileError> {
    let json = Json::parse(file, text.trim_start_matches('\u{feff}'))?;
    let top = json.field(file);
    top.only_lines(LONGEST_TEXT)?;
    top.only(&["$schema", "framework", "edition"])?;
    let field = top.get("framework")?;
    let framework = Arc::new(read_framework(&field)?);
    document::check_framework(&field, &framework)?;
    let edition = top.get("edition")?;
    let (header, mut units) = document::read_header(&edition)?;
    let mut rows = document::read_values(&edition, &framework, &units)?;
    let mut published = document::read_published(&edition, &units)?;
    let unranked = document::take_out_empty(&edition, &framework, &mut units, &mut rows)?;
    published.retain(|result| units.iter().any(|unit| unit.id == result.unit));
    Ok(OwnIndex {
        framework,
        header,
        units: Arc::new(units),
        rows,
        published,
        unranked,
    })
}
