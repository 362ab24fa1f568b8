//! Text to model and back: the only place that knows JSON and CSV. `Catalogue` is what ships.

mod book;
mod components;
mod edition_file;
mod examples;
mod export;
mod folding;
mod framework_file;
mod grid;
mod import;
mod intake;
mod json;
mod means_file;
mod own;
mod own_index;
mod rule_text;
mod shipped;
mod table;
mod typed;
mod version;
mod workbook;

pub use book::{Book, BookCell, BookContent, BookSheet, Look};
pub use components::{components_part, slots_part};
pub use examples::{example_assessments, example_part, examples};
pub use export::{Cell, Form, csv};
pub use folding::fold;
pub use framework_file::parse_framework;
pub use grid::Grid;
pub use import::{
    AssessmentDraft, Basis, Choices, Column, ComponentDraft, DecimalMark, Draft, DraftRow, Earned,
    Finding, FindingKind, MainNumber, Meaning, ResultsChange, ResultsDraft, Scale, Severity,
    TableKind, UnitAnswer, UnitMatch, UnitNames, UnitQuestion, read_assessment,
    read_component_list, read_results, recognise, results_change, results_part, table_kind,
    with_origins,
};
pub use intake::{
    FileKind, IntakeFault, IntakeFaultKind, LARGEST_TEXT, LONGEST_CELL, LONGEST_TABLE, OldFont,
    Place, WIDEST_TABLE, read_csv, read_paste,
};
pub use json::Data;
pub use own::{
    Computed, Own, Project, ProjectKind, codes_part, is_newer_project, parse_project, part_text,
    project_text,
};
pub use own_index::{
    LARGEST_INDEX, LARGEST_PROJECT, MOST_INDICATORS, MOST_UNITS, OwnIndex, parse_index, read_index,
};
pub use rule_text::{parse_raw_value, parse_rule, raw_value_text, rule_text};
pub use version::{Correction, DataVersion};
pub use workbook::{
    BookFault, BookFaultKind, BookRemark, BookRemarkKind, CellPlace, MOST_BYTES, MOST_CELLS,
    MOST_COLUMNS, MOST_PART_BYTES, MOST_PARTS, MOST_RATIO, MOST_ROWS, MOST_SHEETS, MOST_TEXT,
    MOST_UNPACKED_BYTES, Workbook, cell_name, column_name,
};

use crate::model::{Edition, Unit};
use std::sync::{Arc, OnceLock};

/// A fault in a file: which file, where in it, what is wrong and what is allowed.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{file}, {place}: {problem}")]
pub struct FileError {
    /// Name of the file.
    pub file: String,
    /// Row and column, or the path of the field.
    pub place: String,
    /// What was given and what is allowed.
    pub problem: String,
}

impl FileError {
    /// A fault at a place in a file.
    pub fn new(file: &str, place: impl Into<String>, problem: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            place: place.into(),
            problem: problem.into(),
        }
    }
}

/// Where a figure was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// The ministry, a copy of its table, or a province or newspaper.
    pub kind: String,
    /// Address, or a description where there is no address.
    pub place: String,
}

/// The frameworks, editions, units, mergers and sources that the calculator carries.
#[derive(Clone, Debug)]
pub struct Catalogue {
    editions: Vec<Arc<Edition>>,
    mergers: Vec<(String, String)>,
    merged_units: Arc<Vec<Unit>>,
    text: &'static str,
    /// Read when the first is asked for: most readers never do.
    sources: OnceLock<Vec<(String, Source)>>,
    /// Read when it is first asked for.
    version: OnceLock<DataVersion>,
}

impl Catalogue {
    /// The official editions. A test reads them all, so a failure here means a damaged build.
    pub fn official() -> Result<Self, FileError> {
        shipped::catalogue(shipped::OFFICIAL)
    }

    /// The text that the official editions are read from.
    pub fn official_text() -> &'static str {
        shipped::OFFICIAL
    }

    /// The same from the text that the site ships beside its modules.
    pub fn shipped(text: &'static str) -> Result<Self, FileError> {
        shipped::catalogue(text)
    }

    /// The editions, oldest first.
    pub fn editions(&self) -> &[Arc<Edition>] {
        &self.editions
    }

    /// Adds an edition behind the others.
    pub(crate) fn add(&mut self, edition: Arc<Edition>) {
        self.editions.push(edition);
    }

    /// Takes the edition in this place out.
    pub(crate) fn remove(&mut self, place: usize) {
        if place < self.editions.len() {
            self.editions.remove(place);
        }
    }

    /// The edition with this id.
    pub fn edition(&self, id: &str) -> Option<&Arc<Edition>> {
        self.editions.iter().find(|edition| edition.id() == id)
    }

    /// The new unit that a former unit became part of.
    pub fn merged_into(&self, former: &str) -> Option<&str> {
        let merger = self.mergers.iter().find(|(old, _)| old == former);
        merger.map(|(_, new)| new.as_str())
    }

    /// The units after the merger.
    pub fn merged_units(&self) -> &Arc<Vec<Unit>> {
        &self.merged_units
    }

    /// The source with this key.
    pub fn source(&self, key: &str) -> Option<&Source> {
        // A test reads them all; a damaged build has none.
        self.sources
            .get_or_init(|| shipped::sources(self.text).unwrap_or_default())
            .iter()
            .find(|(own, _)| own == key)
            .map(|(_, source)| source)
    }

    /// Version and date of the figures.
    pub fn version(&self) -> &DataVersion {
        self.version
            .get_or_init(|| shipped::version(self.text).unwrap_or_default())
    }
}
