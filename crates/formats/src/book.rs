//! A workbook on its way into a file: sheets of texts, numbers and our own formulas. A module of its
//! own writes the bytes; a book reaches it as one text.

use super::Cell;
use super::edition_file::decimal;
use dti_engine::model::Exact;

/// Decimals with which numbers are handed on, and with which large ones are.
const DECIMALS: [u32; 2] = [12, 4];
/// From here on numbers are large.
const LARGE: i64 = 1_000_000;
/// Between sheets, rows, cells and fields of a book as one text.
const SHEET: char = '\u{1d}';
const ROW: char = '\u{1e}';
const CELL: char = '\u{1f}';
const FIELD: char = '\u{1c}';

/// A workbook: at least one sheet.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Book {
    /// Its sheets; the first is the one that opens.
    pub sheets: Vec<BookSheet>,
}

/// A sheet of a workbook.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BookSheet {
    /// Name: 1 to 31 letters, none of `[]:*?/\`.
    pub name: String,
    /// Widths of the columns in letters; those that are left out keep the usual width.
    pub widths: Vec<u32>,
    /// How many rows and columns stay in sight.
    pub frozen: (u32, u32),
    /// Cells; rows may differ in length.
    pub rows: Vec<Vec<BookCell>>,
}

/// A cell with its look.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BookCell {
    /// What stands in it.
    pub content: BookContent,
    /// How it looks.
    pub look: Look,
}

/// What stands in a cell of a workbook.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BookContent {
    /// What a table may hold. A text never becomes a formula.
    Plain(Cell),
    /// One of our own formulas, without `=`, in English notation; what it gives now; the decimals
    /// to show.
    Formula(String, Exact, u32),
}

/// How a cell looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Look {
    /// As usual.
    #[default]
    Usual,
    /// The title of a sheet.
    Title,
    /// A heading of columns, or a sum.
    Heading,
    /// A remark, also on a figure that is an estimate.
    Remark,
    /// A figure that the reader changed.
    Changed,
}

impl Look {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Usual, "u"),
        (Self::Title, "t"),
        (Self::Heading, "h"),
        (Self::Remark, "r"),
        (Self::Changed, "c"),
    ];
}

impl BookCell {
    /// A cell of a table, as usual.
    pub fn plain(cell: Cell) -> Self {
        Self {
            content: BookContent::Plain(cell),
            look: Look::Usual,
        }
    }

    /// A text, as usual.
    pub fn text(text: impl Into<String>) -> Self {
        Self::plain(Cell::Text(text.into()))
    }

    /// A number with so many decimals in sight.
    pub fn number(value: Exact, decimals: u32) -> Self {
        Self::plain(Cell::Number(value, decimals))
    }

    /// A formula, what it gives now, and the decimals to show.
    pub fn formula(text: String, now: Exact, decimals: u32) -> Self {
        Self {
            content: BookContent::Formula(text, now, decimals),
            look: Look::Usual,
        }
    }

    /// Nothing.
    pub fn empty() -> Self {
        Self::plain(Cell::Empty)
    }

    /// A copy with another look.
    #[must_use]
    pub fn with_look(mut self, look: Look) -> Self {
        self.look = look;
        self
    }

    fn pack(&self) -> String {
        let look = Look::ALL.iter().find(|(own, _)| *own == self.look);
        let look = look.map_or("u", |(_, word)| *word);
        match &self.content {
            BookContent::Plain(Cell::Empty) => look.to_owned(),
            BookContent::Plain(Cell::Text(text)) => format!("{look}{FIELD}t{FIELD}{}", clean(text)),
            BookContent::Plain(Cell::Number(value, decimals)) => {
                format!(
                    "{look}{FIELD}n{FIELD}{}{FIELD}{decimals}",
                    number_text(*value)
                )
            }
            BookContent::Formula(text, now, decimals) => format!(
                "{look}{FIELD}f{FIELD}{}{FIELD}{decimals}{FIELD}{}",
                number_text(*now),
                clean(text)
            ),
        }
    }

    fn unpack(text: &str) -> Self {
        let mut fields = text.split(FIELD);
        let look = fields.next().unwrap_or_default();
        let kind = fields.next().unwrap_or_default();
        let first = fields.next().unwrap_or_default();
        let decimals = fields.next().and_then(|text| text.parse().ok());
        let decimals: u32 = decimals.unwrap_or_default();
        let content = match kind {
            "t" => BookContent::Plain(Cell::Text(first.to_owned())),
            "n" => BookContent::Plain(Cell::Number(number(first), decimals)),
            "f" => {
                let text = fields.next().unwrap_or_default().to_owned();
                BookContent::Formula(text, number(first), decimals)
            }
            _ => BookContent::Plain(Cell::Empty),
        };
        let look = Look::ALL.iter().find(|(_, word)| *word == look);
        Self {
            content,
            look: look.map_or(Look::Usual, |(look, _)| *look),
        }
    }
}

impl BookSheet {
    fn pack(&self) -> String {
        let mut head = vec![clean(&self.name)];
        head.extend([self.frozen.0, self.frozen.1].map(|count| count.to_string()));
        head.extend(self.widths.iter().map(u32::to_string));
        let rows = self.rows.iter().map(|cells| {
            let cells: Vec<String> = cells.iter().map(BookCell::pack).collect();
            cells.join(&CELL.to_string())
        });
        let mut parts = vec![head.join(&FIELD.to_string())];
        parts.extend(rows);
        parts.join(&ROW.to_string())
    }

    fn unpack(text: &str) -> Self {
        let mut rows = text.split(ROW);
        let mut head = rows.next().unwrap_or_default().split(FIELD);
        let name = head.next().unwrap_or_default().to_owned();
        let mut numbers = head.map(|text| text.parse().unwrap_or_default());
        let frozen = (
            numbers.next().unwrap_or_default(),
            numbers.next().unwrap_or_default(),
        );
        let cells = |row: &str| match row {
            "" => Vec::new(),
            row => row.split(CELL).map(BookCell::unpack).collect(),
        };
        Self {
            name,
            widths: numbers.collect(),
            frozen,
            rows: rows.map(cells).collect(),
        }
    }
}

impl Book {
    /// As one text, to be handed from module to module.
    pub fn pack(&self) -> String {
        let sheets: Vec<String> = self.sheets.iter().map(BookSheet::pack).collect();
        sheets.join(&SHEET.to_string())
    }

    /// From one text.
    pub fn unpack(text: &str) -> Self {
        Self {
            sheets: text.split(SHEET).map(BookSheet::unpack).collect(),
        }
    }
}

fn number_text(value: Exact) -> String {
    let [small, large] = DECIMALS;
    let is_large = value.abs() >= Exact::whole(LARGE);
    value.to_short_text(if is_large { large } else { small })
}

fn number(text: &str) -> Exact {
    match text.strip_prefix('-') {
        Some(text) => -decimal(text).unwrap_or(Exact::ZERO),
        None => decimal(text).unwrap_or(Exact::ZERO),
    }
}

/// Without the marks between parts.
fn clean(text: &str) -> String {
    text.replace([SHEET, ROW, CELL, FIELD], " ")
}

#[cfg(test)]
mod tests {
    use super::{Book, BookCell, BookSheet, Look};
    use crate::Cell;
    use dti_engine::model::Exact;

    #[test]
    fn a_book_goes_from_module_to_module_unchanged() {
        let sheet = BookSheet {
            name: "Kết quả".to_owned(),
            widths: vec![6, 24],
            frozen: (2, 1),
            rows: vec![
                vec![BookCell::text("=1+1").with_look(Look::Title)],
                vec![],
                vec![
                    BookCell::plain(Cell::whole(3)),
                    BookCell::number(Exact::decimal(-8002, 4), 4).with_look(Look::Changed),
                    BookCell::number(Exact::whole(99_000_000), 0),
                    BookCell::empty(),
                    BookCell::formula("SUM(A1:A2)".to_owned(), Exact::decimal(75, 1), 2)
                        .with_look(Look::Heading),
                    BookCell::text("").with_look(Look::Remark),
                ],
            ],
        };
        let book = Book {
            sheets: vec![sheet, BookSheet::default()],
        };
        assert_eq!(Book::unpack(&book.pack()), book);
    }

    #[test]
    fn a_fraction_keeps_twelve_decimals() {
        let cell = BookCell::number(Exact::fraction(1, 3), 4);
        let kept = BookCell::unpack(&cell.pack());
        let twelve = Exact::fraction(1, 3).rounded(12);
        assert_eq!(kept, BookCell::number(twelve, 4));
    }
}
