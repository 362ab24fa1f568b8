//! From a table of text cells to what it means: a component list, one unit's scorecard, or a table of
//! results. A reader sees a [`Draft`] first; nothing is taken over before every error is gone, and
//! then all of it.

mod applied;
mod assessment;
mod claims;
mod columns;
mod component_list;
mod dates;
mod draft;
mod findings;
mod heading_words;
mod headings;
mod joined;
mod kind;
mod list_and_card;
mod numbering;
mod numbers;
mod origins;
mod points;
mod results;
mod rule_words;
mod shape;
mod summaries;
mod sums;
mod unit_names;
mod years;

#[cfg(test)]
mod tests;

pub use applied::{ResultsChange, results_change, results_part};
pub use assessment::{AssessmentDraft, Earned, read_assessment};
pub use columns::{Basis, Column};
pub use component_list::{ComponentDraft, read_component_list};
pub use draft::{Choices, Draft, DraftRow, MainNumber, UnitAnswer, UnitQuestion};
pub use findings::{Finding, FindingKind, Severity};
pub use headings::{Meaning, TableKind, recognise};
pub use joined::joined_sheets;
pub use kind::{best_sheet, table_kind};
pub use list_and_card::{ListAndCardDraft, read_list_and_card};
pub use numbers::DecimalMark;
pub(crate) use numbers::{Evidence, is_blank, plain_digits};
pub use origins::with_origins;
pub use results::{ResultsDraft, Scale, read_results};
pub use shape::{TableShape, parse_shapes, shapes_text};
pub use unit_names::{UnitMatch, UnitNames};
