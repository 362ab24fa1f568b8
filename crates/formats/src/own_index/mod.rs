//! An index of a reader's own: one JSON document with a framework and an edition
//! (docs/own-index.md, docs/own-index.schema.json).

mod document;
pub(super) mod lines;
#[cfg(test)]
mod tests;

use super::FileError;
use super::framework_file::read_framework;
use super::json::Json;
use dti_engine::model::{Edition, EditionHeader, Framework, GivenResult, Row, Text, Unit};
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
    given: Vec<GivenResult>,
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

    /// Its units that are ranked, in the file's order.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// Names of the units that have no value at all, where that leaves them without a total: they are
    /// no units of the edition.
    pub fn unranked(&self) -> &[Text] {
        &self.header.unranked
    }

    /// Its edition, with raw values as figures.
    pub fn edition(&self) -> Edition {
        let (framework, units) = (Arc::clone(&self.framework), Arc::clone(&self.units));
        Edition::new(self.header.clone(), framework, units, self.rows.clone())
            .with_given(self.given.clone())
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
    let (mut header, units) = document::read_header(&edition)?;
    let rows = document::read_values(&edition, &framework, &units)?;
    let mut given = document::read_given(&edition, &units)?;
    let (units, rows, unranked) = document::without_unknown(&edition, &framework, units, rows)?;
    given.retain(|own| units.iter().any(|unit| unit.id == own.unit));
    header.unranked = unranked;
    Ok(OwnIndex {
        framework,
        header,
        units: Arc::new(units),
        rows,
        given,
    })
}
