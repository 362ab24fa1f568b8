//! An index of a reader's own: one JSON document with a framework and an edition
//! (docs/own-index.md, docs/own-index.schema.json).

mod document;
mod draft;
mod edition;
mod framework;
mod from_tables;
mod ids;
mod limits;
mod points;
#[cfg(test)]
mod tests;
mod values;
mod written;

pub use draft::{Below, DraftUnit, IndexDraft, IndicatorNode, RawColumn};
pub use from_tables::{IndexTables, TableFault, TableFaultKind, index_tables};
pub use points::{PointsFault, PointsFaultKind};

pub use limits::{LARGEST_INDEX, LARGEST_PROJECT, MOST_INDICATORS, MOST_UNITS};

use super::catalogue_document::{
    CatalogueDocument, EditionDocument, GivenDocument, OwnDocument, UnitDocument, UnitNameDocument,
};
use super::framework_file::framework as read_framework;
use super::json::{Data, Place, read_json};
use super::own_catalogue::{self, both};
use super::typed::Line;
use super::{FileError, OwnCatalogue, edition_file};
use document::IndexDocument;
use dti_engine::model::{Edition, Framework, Text, Unit};
use serde::Deserialize;
use std::sync::Arc;

/// A framework with one edition under it, as a reader loads them.
#[derive(Clone, Debug)]
pub struct OwnIndex(Arc<Edition>);

impl OwnIndex {
    /// Id of its edition.
    pub fn id(&self) -> &str {
        self.0.id()
    }

    /// Its framework.
    pub fn framework(&self) -> &Framework {
        self.0.framework()
    }

    /// Its units that are ranked, in the file's order.
    pub fn units(&self) -> &[Unit] {
        self.0.units()
    }

    /// Names of the units that have no value at all, where that leaves them without a total: they are
    /// no units of the edition.
    pub fn unranked(&self) -> &[Text] {
        &self.0.header().unranked
    }

    /// Its edition, with raw values as figures.
    pub fn edition(&self) -> Arc<Edition> {
        Arc::clone(&self.0)
    }

    /// Framework, units, figures and edition, to stand behind what ships.
    pub fn to_part(&self) -> OwnCatalogue {
        let (edition, header) = (&self.0, self.0.header());
        // Named after the edition: another own index may have a framework of the same id.
        let name = format!("own:{}", header.id);
        let unit = |unit: &Unit| UnitDocument {
            id: unit.id.clone(),
            name: both(&unit.name),
            gso_code: String::new(),
            region: unit.region.as_ref().map(both),
            variants: Vec::new(),
            population: Vec::new(),
        };
        let given = edition.given().iter().map(|given| GivenDocument {
            unit: given.unit.clone(),
            total: given
                .total
                .map(|(total, decimals)| (total.into(), decimals)),
            rank: given.rank,
        });
        let [vi, en, plural] = header.ranked.clone().map(Line);
        let listed = EditionDocument {
            id: header.id.clone(),
            year: header.year,
            title: both(&header.title),
            framework: name.clone(),
            units: name.clone(),
            simulatable: true,
            profile: None,
            previous: None,
            merger_of: None,
            unit_name: Some(UnitNameDocument { vi, en, plural }),
            own: Some(OwnDocument {
                unranked: header.unranked.iter().map(both).collect(),
                given: given.collect(),
            }),
        };
        let table = edition_file::table(edition.framework(), edition.units(), edition.rows());
        OwnCatalogue(CatalogueDocument {
            frameworks: vec![(name.clone(), own_catalogue::listed(edition.framework()))],
            units: vec![(name, edition.units().iter().map(unit).collect())],
            tables: vec![(header.id.clone(), table)],
            editions: vec![listed],
            ..CatalogueDocument::default()
        })
    }
}

/// Reads an own index. `file` is its name, for messages.
pub fn parse_index(file: &str, text: &str) -> Result<OwnIndex, FileError> {
    if text.len() > LARGEST_INDEX {
        let problem = format!(
            "{} bytes are too many; an index may have {LARGEST_INDEX} at most",
            text.len()
        );
        return Err(FileError::new(file, "top level", problem));
    }
    let document = read_json(file, text.trim_start_matches('\u{feff}'))?;
    checked(file, document)
}

/// Id of the edition of an own index that was read before, without reading all of it again.
pub fn index_id(document: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Named {
        edition: NamedEdition,
    }
    #[derive(Deserialize)]
    struct NamedEdition {
        id: String,
    }
    let index: Named = serde_json::from_str(document.trim_start_matches('\u{feff}')).ok()?;
    Some(index.edition.id)
}

/// Reads an own index that was parsed already. Whoever hands it over minds its size.
pub fn read_index(file: &str, data: Data) -> Result<OwnIndex, FileError> {
    checked(file, data.read(file)?)
}

fn checked(file: &str, document: IndexDocument) -> Result<OwnIndex, FileError> {
    let top = Place::of(file);
    let place = top.at("framework");
    framework::check_document(&place, &document.framework)?;
    let framework = Arc::new(read_framework(&place, document.framework)?);
    framework::check(&place, &framework)?;
    let own = edition::read(&top.at("edition"), document.edition, &framework)?;
    let edition = Edition::new(own.header, framework, Arc::new(own.units), own.rows);
    Ok(OwnIndex(Arc::new(edition.with_given(own.given))))
}
