//! Text to values of the engine and back: the only place that knows JSON, CSV and links.

mod book;
mod catalogue_document;
mod claim_text;
mod document;
mod edition_file;
mod embed_code;
mod entry_text;
mod examples;
mod export;
mod folding;
mod framework_document;
mod framework_file;
mod grid;
mod import;
mod intake;
mod json;
pub mod link;
mod means_file;
mod own;
mod own_catalogue;
mod own_index;
mod own_scorecard;
mod raw_number;
mod raw_text;
mod results_book;
mod rule_names;
mod rule_text;
mod scripts;
mod shipped;
mod shipped_framework;
mod typed;
mod workbook;

pub use book::{Book, BookCell, BookContent, BookSheet, Look};
pub use claim_text::{Assumed, ReadClaim, read_claim};
pub use document::{
    Bitmap, Document, DocumentPicture, DocumentPiece, DocumentTable, Markup, Tone, escaped,
};
pub use embed_code::EmbedCode;
pub use entry_text::{
    EntryProblem, check_entry, read_entry, read_figure, read_reference, takes_share,
};
pub use examples::{example_assessments, example_part, examples};
pub use export::{Cell, Form, csv};
pub use folding::fold;
pub use framework_file::parse_framework;
pub use grid::Grid;
pub use import::{
    AssessmentDraft, Basis, Choices, Column, ComponentDraft, DecimalMark, Draft, DraftRow, Earned,
    Finding, FindingKind, ListAndCardDraft, MainNumber, Meaning, ResultsChange, ResultsDraft,
    Scale, Severity, TableKind, TableShape, UnitAnswer, UnitMatch, UnitNames, UnitQuestion,
    best_sheet, joined_sheets, parse_shapes, read_assessment, read_component_list,
    read_list_and_card, read_results, recognise, results_change, results_part, shapes_text,
    table_kind, with_origins,
};
pub use intake::{
    FileKind, IntakeFault, IntakeFaultKind, LARGEST_INDEX_TABLE, LARGEST_TEXT, LONGEST_CELL,
    LONGEST_TABLE, OldFont, Place, WIDEST_TABLE, read_csv, read_index_csv, read_paste,
};
pub use json::Data;
pub use own::{
    Computed, Own, Project, ProjectKind, codes_part, is_newer_project, parse_project, part_text,
    project_text,
};
pub use own_catalogue::{OwnCatalogue, components_part};
pub use own_index::{
    Below, DraftUnit, IndexDraft, IndexTables, IndicatorNode, LARGEST_INDEX, LARGEST_PROJECT,
    MOST_INDICATORS, MOST_UNITS, OwnIndex, PointsFault, PointsFaultKind, RawColumn, TableFault,
    TableFaultKind, index_id, index_tables, parse_index, read_index,
};
pub use own_scorecard::{commune_set, commune_sets, empty_scorecard};
pub use raw_number::{RawNumber, is_gap, mark_of, raw_number};
pub use raw_text::{parse_raw_value, raw_value_text};
pub use results_book::{BookLanguage, CardRow, CardTable, card_book, other_totals, results_book};
pub use rule_text::{parse_rule, rule_text};
pub use scripts::{Script, ScriptWords};
pub use workbook::{
    BookFault, BookFaultKind, BookRemark, BookRemarkKind, CellPlace, MOST_BYTES, MOST_CELLS,
    MOST_COLUMNS, MOST_PART_BYTES, MOST_PARTS, MOST_RATIO, MOST_ROWS, MOST_SHEETS, MOST_TEXT,
    MOST_UNPACKED_BYTES, Workbook, cell_name, column_name,
};

use dti_engine::Catalogue;
use dti_engine::calculator::Calculator;

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

/// Whether a letter has no shape of its own, or turns the direction of others: names that readers
/// bring have none.
pub fn is_unseen(letter: char) -> bool {
    typed::is_unseen(letter)
}

/// The calculator with the official editions. A test reads them all, so a failure here means a
/// damaged build.
pub fn official() -> Result<Calculator, FileError> {
    official_catalogue().map(Calculator::new)
}

/// The same with what a reader brought.
pub fn official_with(brought: OwnCatalogue) -> Result<Calculator, FileError> {
    official_catalogue_with(brought).map(Calculator::new)
}

/// The same from the bytes that a site ships beside its modules so that they share them.
pub fn shipped(bytes: &[u8], brought: OwnCatalogue) -> Result<Calculator, FileError> {
    catalogue(bytes, brought).map(Calculator::new)
}

/// The bytes that the official editions are read from.
pub fn official_bytes() -> &'static [u8] {
    shipped::OFFICIAL
}

/// The same without components, for the first view of a page.
pub fn first_bytes() -> &'static [u8] {
    shipped::FIRST
}

/// What the official editions are read into.
pub fn official_catalogue() -> Result<Catalogue, FileError> {
    official_catalogue_with(OwnCatalogue::default())
}

/// The same with what a reader brought.
pub fn official_catalogue_with(brought: OwnCatalogue) -> Result<Catalogue, FileError> {
    catalogue(shipped::OFFICIAL, brought)
}

fn catalogue(bytes: &[u8], brought: OwnCatalogue) -> Result<Catalogue, FileError> {
    let mut all = OwnCatalogue(shipped::document(bytes)?);
    all.add(brought);
    shipped::catalogue(all.0)
}
