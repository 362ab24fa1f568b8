//! Tables as CSV for spreadsheets, in the two forms that are read without a question: Vietnamese
//! (semicolon, decimal comma) and international (comma, decimal point). Both begin with a byte order
//! mark, or Excel takes Vietnamese letters for something else.

use dti_engine::model::Exact;

/// How numbers and columns are set apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// `0,8002;Đà Nẵng`
    Vietnamese,
    /// `0.8002,Đà Nẵng`
    International,
}

/// One cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cell {
    /// Words; never read as a formula.
    Text(String),
    /// A number with so many decimals; it stays a number, also below zero.
    Number(Exact, u32),
    /// Nothing on file.
    Empty,
}

impl Cell {
    /// A rank or a count.
    pub fn whole(number: u32) -> Self {
        Self::Number(Exact::whole(i64::from(number)), 0)
    }

    fn written(&self, form: Form) -> String {
        match self {
            Self::Text(text) => harmless(text),
            Self::Number(value, decimals) => {
                let text = value.to_text(*decimals);
                match form {
                    Form::Vietnamese => text.replace('.', ","),
                    Form::International => text,
                }
            }
            Self::Empty => String::new(),
        }
    }
}

/// What makes a spreadsheet take a text for a formula, full-width signs included.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Digits of a number that a spreadsheet keeps.
const LONGEST_NUMBER: usize = 15;

/// A text that no spreadsheet takes for a formula, a date or a number.
fn harmless(text: &str) -> String {
    // Spreadsheets pass over spaces in front.
    let bare = text.trim_start();
    if text.starts_with(FORMULA) || bare.starts_with(FORMULA) {
        format!("'{text}")
    } else if is_converted(bare.trim_end()) {
        format!("=\"{text}\"")
    } else {
        text.to_owned()
    }
}

/// Whether a spreadsheet makes something else of a text: a date of `3/4`, 1.1 of `1.10`, 1 of `01`.
fn is_converted(text: &str) -> bool {
    let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if is_digits && (text.len() > 1 && text.starts_with('0') || text.len() > LONGEST_NUMBER) {
        return true;
    }
    const BETWEEN: [char; 5] = ['/', '-', '.', ',', ':'];
    let is_short = |part: &str| {
        (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    text.contains(BETWEEN) && text.split(BETWEEN).all(is_short)
}

/// A table as CSV, its first row the headings.
///
/// ```
/// use dti_formats::{Cell, Form, csv};
/// use dti_engine::model::Exact;
/// let rows = vec![vec![Cell::Text("Huế".into()), Cell::Number(Exact::decimal(6975, 4), 4)]];
/// assert_eq!(csv(&rows, Form::Vietnamese), "\u{feff}Huế;0,6975\r\n");
/// assert_eq!(csv(&rows, Form::International), "\u{feff}Huế,0.6975\r\n");
/// ```
pub fn csv(rows: &[Vec<Cell>], form: Form) -> String {
    let delimiter = match form {
        Form::Vietnamese => ';',
        Form::International => ',',
    };
    let mut text = String::from("\u{feff}");
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                text.push(delimiter);
            }
            push_quoted(&mut text, &cell.written(form), delimiter);
        }
        text.push_str("\r\n");
    }
    text
}

/// In quotes where it must be. The crate `csv` does this too, but took 25 KB gzip of the module; it
/// reads what is written here in the tests.
fn push_quoted(text: &mut String, cell: &str, delimiter: char) {
    if !cell.contains([delimiter, '"', '\r', '\n']) {
        return text.push_str(cell);
    }
    text.push('"');
    for letter in cell.chars() {
        if letter == '"' {
            text.push('"');
        }
        text.push(letter);
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::{Cell, Form, csv};
    use dti_engine::model::Exact;
    use proptest::prelude::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn numbers_stay_numbers_and_formulas_become_words() {
        let row = vec![
            text("=1+1"),
            text("-x"),
            text("＝A1"),
            text(" =1+1"),
            text("\u{a0}@x"),
            Cell::Number(Exact::decimal(-1, 2), 2),
            Cell::whole(3),
            Cell::Empty,
        ];
        let written = csv(&[row], Form::International);
        assert_eq!(
            written,
            "\u{feff}'=1+1,'-x,'＝A1,' =1+1,'\u{a0}@x,-0.01,3,\r\n"
        );
    }

    #[test]
    fn texts_that_look_like_dates_or_numbers_stay_texts() {
        let row = ["3/4", "1.10", "2.4.1", "12-5"].map(text);
        let written = csv(&[row.to_vec()], Form::Vietnamese);
        let guarded =
            "\u{feff}\"=\"\"3/4\"\"\";\"=\"\"1.10\"\"\";\"=\"\"2.4.1\"\"\";\"=\"\"12-5\"\"\"\r\n";
        assert_eq!(written, guarded);
        let row = ["500/480000", "2", "có", "0+2", "a/b", "3/"].map(text);
        let written = csv(&[row.to_vec()], Form::Vietnamese);
        assert_eq!(written, "\u{feff}500/480000;2;có;0+2;a/b;3/\r\n");
        let row = ["01", " 3/4", "0", "1234567890123456"].map(text);
        let written = csv(&[row.to_vec()], Form::International);
        let guarded =
            "\u{feff}\"=\"\"01\"\"\",\"=\"\" 3/4\"\"\",0,\"=\"\"1234567890123456\"\"\"\r\n";
        assert_eq!(written, guarded);
    }

    #[test]
    fn marks_inside_a_text_are_quoted() {
        let row = vec![text("a;b"), text("c\"d"), text("e\nf")];
        let written = csv(&[row], Form::Vietnamese);
        assert_eq!(written, "\u{feff}\"a;b\";\"c\"\"d\";\"e\nf\"\r\n");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(
            words in proptest::collection::vec("[a-zđộ;,\"\n =+-]{0,8}", 1..6),
            numbers in proptest::collection::vec(-10_000_i64..10_000, 1..6),
        ) {
            for (form, delimiter, mark) in [(Form::Vietnamese, b';', ','), (Form::International, b',', '.')] {
                let mut row: Vec<Cell> = words.iter().map(|word| text(word)).collect();
                row.extend(numbers.iter().map(|n| Cell::Number(Exact::decimal(*n, 2), 2)));
                let written = csv(&[row], form);
                let mut reader = ::csv::ReaderBuilder::new()
                    .has_headers(false)
                    .delimiter(delimiter)
                    .from_reader(written.trim_start_matches('\u{feff}').as_bytes());
                let read = reader.records().next().unwrap().unwrap();
                for (cell, word) in read.iter().zip(&words) {
                    prop_assert_eq!(cell.strip_prefix('\'').unwrap_or(cell), word);
                    prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']));
                }
                for (cell, number) in read.iter().skip(words.len()).zip(&numbers) {
                    let value: f64 = cell.replace(mark, ".").parse().unwrap();
                    prop_assert!((value * 100.0 - *number as f64).abs() < 1e-6);
                }
            }
        }
    }
}
