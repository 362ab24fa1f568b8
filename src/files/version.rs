//! Which figures these are: the version of the data, its date, and what was corrected since the first,
//! so that a link can say when it gives other figures than it once did.

use crate::model::Text;

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
