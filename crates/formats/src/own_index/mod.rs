//! An index of a reader's own: one JSON document with a framework and an edition
//! (docs/own-index.md, docs/own-index.schema.json).

mod document;
mod edition;
mod framework;
mod limits;
pub(super) mod lines;
#[cfg(test)]
mod tests;
mod values;

pub use limits::{LARGEST_INDEX, LARGEST_PROJECT, MOST_INDICATORS, MOST_UNITS};

use super::FileError;
use super::framework_file::framework as read_framework;
use super::json::{Data, Place, read_json};
use document::IndexDocument;
use dti_engine::model::{Edition, Framework, Text, Unit};
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

    /// Parts in the form of `build/shipped.rs`, to stand behind the shipped text.
    pub fn to_catalogue_text(&self) -> String {
        lines::catalogue_text(self)
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
