//! A table of text with named columns, whatever file it was read from.

use super::FileError;

/// Rows of text cells under named columns.
pub(super) struct Table {
    file: String,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Reads lines of tab-separated cells, the form in which `build.rs` ships tables. Cells hold
    /// neither tabs nor line breaks.
    pub(super) fn lines(file: &str, text: &str) -> Self {
        let cells = |line: &str| line.split('\t').map(str::to_owned).collect();
        let mut lines = text.lines();
        let header = lines.next().map(cells).unwrap_or_default();
        Self {
            file: file.to_owned(),
            header,
            rows: lines.map(cells).collect(),
        }
    }

    /// How many rows there are below the header.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn has_column(&self, name: &str) -> bool {
        self.header.iter().any(|column| column == name)
    }

    /// The cells of a row that hold figures, with their columns: all but the id and the remarks on
    /// origin. Cells that a short row does not have are left out.
    pub(super) fn figures(&self, row: usize) -> impl Iterator<Item = (&str, &str)> {
        let remarks = [
            "unit",
            "source",
            "other_sources",
            "derived",
            "entered",
            "copies",
        ];
        let cells = self.rows.get(row).into_iter().flatten();
        let named = self.header.iter().zip(cells);
        let named = named.map(|(name, cell)| (name.as_str(), cell.as_str()));
        named.filter(move |(name, _)| !remarks.contains(name))
    }

    pub(super) fn cell(&self, row: usize, column: &str) -> Result<&str, FileError> {
        let place = self.header.iter().position(|name| name == column);
        let cell = place.and_then(|place| self.rows.get(row)?.get(place));
        cell.map(String::as_str).ok_or_else(|| {
            FileError::new(
                &self.file,
                "header",
                format!("the column `{column}` is missing"),
            )
        })
    }

    pub(super) fn fault(&self, row: usize, column: &str, problem: impl Into<String>) -> FileError {
        FileError::new(
            &self.file,
            format!("row {}, column `{column}`", row + 2),
            problem,
        )
    }
}
