//! What a calculator carries: editions with their units, mergers between them, and the version of
//! their figures.

use crate::model::{Edition, Text, Unit};
use std::sync::Arc;

/// Editions, mergers and version, as they were read.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// The editions, oldest first.
    pub editions: Vec<Arc<Edition>>,
    /// Ids of former units, each with the id of the unit that it became part of.
    pub mergers: Vec<(String, String)>,
    /// The units after the merger, by name in Vietnamese order.
    pub merged_units: Arc<Vec<Unit>>,
    /// Where figures were read.
    pub sources: Vec<Source>,
    /// Version and date of the figures.
    pub version: DataVersion,
}

impl Catalogue {
    /// The edition with this id.
    pub fn edition(&self, id: &str) -> Option<&Arc<Edition>> {
        self.editions.iter().find(|edition| edition.id() == id)
    }

    /// The unit that a former unit became part of.
    pub fn merged_into(&self, former: &str) -> Option<&str> {
        let merger = self.mergers.iter().find(|(old, _)| old == former);
        merger.map(|(_, new)| new.as_str())
    }
}

/// Where figures were read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// What figures name it by.
    pub key: String,
    /// The ministry, a copy of its table, or a province or newspaper.
    pub kind: String,
    /// Address, or a description where there is no address.
    pub place: String,
}

/// Version and date of everything in `data/`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DataVersion {
    /// 1 for the first; one more with each change of a published figure, or a new edition.
    pub number: u32,
    /// The day of that version, as in `2026-11-22`.
    pub date: String,
    /// What was corrected, oldest first.
    pub corrections: Vec<Correction>,
}

/// A change of figures that were on file before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Correction {
    /// The version of the data that brought it.
    pub version: u32,
    /// Its day.
    pub date: String,
    /// Ids of the editions that it touches; none for all of them.
    pub editions: Vec<String>,
    /// What was changed, in a sentence.
    pub what: Text,
}

impl DataVersion {
    /// What was corrected in an edition after a version of the data.
    pub fn since<'a>(
        &'a self,
        version: u32,
        edition: &'a str,
    ) -> impl Iterator<Item = &'a Correction> {
        self.corrections.iter().filter(move |correction| {
            let editions = &correction.editions;
            let touches = editions.is_empty() || editions.iter().any(|id| id == edition);
            correction.version > version && touches
        })
    }
}
