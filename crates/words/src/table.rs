//! A table with its words: the same on the page, in a file and on the clipboard.

use dti_engine::model::Exact;
use dti_formats::link::Language;
use dti_formats::{Cell as FileCell, Form, csv};

/// What stands in a cell where nothing is on file.
pub(crate) const MISSING: &str = "–";

/// The head of a column.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ColumnHead {
    /// What it says.
    pub text: String,
    /// Whether numbers stand below it, at the right.
    pub is_number: bool,
}

impl ColumnHead {
    /// Above words.
    pub fn words(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            is_number: false,
        }
    }

    /// Above numbers.
    pub fn numbers(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            is_number: true,
        }
    }
}

/// A cell as it is read, and the number in it, so that a spreadsheet gets a number.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TableCell {
    /// As it stands on the page.
    pub text: String,
    /// The number that it writes, with its decimals; `None` where it is no plain number.
    pub number: Option<(Exact, u32)>,
}

impl TableCell {
    /// Words, or a number that is more than a number: `≈ 0,7000`.
    pub fn words(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            number: None,
        }
    }

    /// A number to so many decimals, and how it is written on the page.
    pub fn number(text: impl Into<String>, value: Exact, decimals: u32) -> Self {
        Self {
            text: text.into(),
            number: Some((value, decimals)),
        }
    }

    /// Nothing on file.
    pub fn missing() -> Self {
        Self::words(MISSING)
    }

    fn in_file(&self) -> FileCell {
        match self.number {
            Some((value, decimals)) => FileCell::Number(value, decimals),
            None if self.text == MISSING => FileCell::Empty,
            None => FileCell::Text(self.text.clone()),
        }
    }
}

/// A table: its first column names the rows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Table {
    /// Heads, left to right.
    pub columns: Vec<ColumnHead>,
    /// Rows, each as long as `columns`.
    pub rows: Vec<Vec<TableCell>>,
    /// Rows that stand out, by their place: the unit asked about, a sum.
    pub own: Vec<usize>,
}

impl Table {
    /// As a file for a spreadsheet of the language: semicolons and decimal commas in Vietnamese.
    pub fn csv(&self, language: Language) -> String {
        let form = match language {
            Language::Vi => Form::Vietnamese,
            Language::En => Form::International,
        };
        let heads = self.columns.iter();
        let heads = heads.map(|head| FileCell::Text(head.text.clone()));
        let rows = self.rows.iter();
        let rows = rows.map(|row| row.iter().map(TableCell::in_file).collect());
        let all: Vec<Vec<FileCell>> = std::iter::once(heads.collect()).chain(rows).collect();
        csv(&all, form)
    }
}

/// What is said around a chart or a table.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Told {
    /// The finding: the heading of a chart, the caption of a table.
    pub finding: String,
    /// What the heading leaves out; empty where there is nothing.
    pub summary: String,
    /// What each mark of a chart's legend stands for, in its order.
    pub legend: Vec<String>,
    /// The figures.
    pub table: Table,
    /// What must be said where the figures are not as published; empty where they are.
    pub warning: String,
    /// Where the figures come from.
    pub source: String,
}

#[cfg(test)]
mod tests {
    use super::{ColumnHead, Table, TableCell};
    use dti_engine::model::Exact;
    use dti_formats::link::Language;

    #[test]
    fn a_spreadsheet_gets_numbers_and_nothing_where_nothing_is_on_file() {
        let table = Table {
            columns: vec![ColumnHead::words("Tỉnh"), ColumnHead::numbers("Thay đổi")],
            rows: vec![
                vec![
                    TableCell::words("Huế"),
                    TableCell::number("\u{2212}0,0142", Exact::decimal(-142, 4), 4),
                ],
                vec![TableCell::words("Lào Cai"), TableCell::missing()],
            ],
            own: vec![0],
        };
        let vi = "\u{feff}Tỉnh;Thay đổi\r\nHuế;-0,0142\r\nLào Cai;\r\n";
        assert_eq!(table.csv(Language::Vi), vi);
        let en = "\u{feff}Tỉnh,Thay đổi\r\nHuế,-0.0142\r\nLào Cai,\r\n";
        assert_eq!(table.csv(Language::En), en);
    }
}
