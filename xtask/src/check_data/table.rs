//! A CSV file with its columns by name and its rows by number.

use std::path::Path;

use super::Findings;
use crate::project::read;

/// A table; the first column names the row.
#[derive(Default)]
pub(super) struct Table {
    /// Its path below the folder.
    pub(super) name: String,
    columns: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// One row.
pub(super) struct Row {
    /// Its line in a spreadsheet: the headings are row 1.
    number: usize,
    cells: Vec<String>,
}

impl Table {
    pub(super) fn read(folder: &Path, name: &str, findings: &mut Findings) -> Self {
        let mut table = Self {
            name: name.to_owned(),
            ..Self::default()
        };
        let text = match read(&folder.join(name)) {
            Ok(text) => text,
            Err(error) => {
                findings.add(name, format!("can't be read ({})", error.root_cause()));
                return table;
            }
        };
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        for (position, record) in reader.records().enumerate() {
            let number = position + 1;
            let cells = match record {
                Ok(record) => record.iter().map(str::to_owned).collect(),
                Err(error) => {
                    findings.add(format!("{name}, row {number}"), error.to_string());
                    continue;
                }
            };
            if number == 1 {
                table.columns = cells;
            } else {
                table.rows.push(Row { number, cells });
            }
        }
        table
    }

    pub(super) fn has_column(&self, column: &str) -> bool {
        self.columns.iter().any(|own| own == column)
    }

    pub(super) fn columns(&self) -> &[String] {
        &self.columns
    }

    /// A cell; empty where there is no such column.
    pub(super) fn cell<'a>(&self, row: &'a Row, column: &str) -> &'a str {
        let place = self.columns.iter().position(|own| own == column);
        place
            .and_then(|place| row.cells.get(place))
            .map_or("", String::as_str)
    }

    /// `editions/2022.csv, row 4 (bac-giang)`.
    pub(super) fn place(&self, row: &Row) -> String {
        let first = row.cells.first().map_or("", String::as_str);
        format!("{}, row {} ({first})", self.name, row.number)
    }

    /// The same with a column.
    pub(super) fn cell_place(&self, row: &Row, column: &str) -> String {
        format!("{}, column {column}", self.place(row))
    }

    /// Notes rows that share a text in a column, and rows without one.
    pub(super) fn expect_unique(&self, column: &str, findings: &mut Findings) {
        let mut seen: Vec<&str> = Vec::new();
        for row in &self.rows {
            let text = self.cell(row, column);
            if text.is_empty() {
                findings.add(self.cell_place(row, column), "is empty");
            } else if seen.contains(&text) {
                let sentence = format!("`{text}` stands in an earlier row too");
                findings.add(self.cell_place(row, column), sentence);
            }
            seen.push(text);
        }
    }
}
