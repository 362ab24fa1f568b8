//! How a reader said that a table is read, as a device keeps it for the next table like it.

use super::{DecimalMark, Meaning, Scale, TableKind};
use serde::{Deserialize, Serialize};

/// Headings of a table, and what was decided about it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TableShape {
    /// Id of the framework of the edition that it was for.
    pub framework: String,
    /// The heading of each column, without spaces around it.
    pub headings: Vec<String>,
    /// What it was taken for.
    pub kind: TableKind,
    /// The columns (from 0) of which the reader said what they hold.
    pub columns: Vec<(usize, Meaning)>,
    /// The mark before decimals, where the reader chose it.
    pub mark: Option<DecimalMark>,
    /// What the scores are, where the reader chose it.
    pub scale: Option<Scale>,
}

/// Those of a text that a device kept; none where it cannot be read.
pub fn parse_shapes(text: &str) -> Vec<TableShape> {
    serde_json::from_str(text).unwrap_or_default()
}

/// As a text that [`parse_shapes`] reads.
pub fn shapes_text(shapes: &[TableShape]) -> String {
    serde_json::to_string(shapes).unwrap_or_default()
}
