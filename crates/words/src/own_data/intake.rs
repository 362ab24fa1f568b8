//! Why a file or a pasted text is not a table: what it is, where, the way out.

use crate::Words;
use dti_formats::{
    FileKind, IntakeFault, IntakeFaultKind, LONGEST_CELL, LONGEST_TABLE, Place, WIDEST_TABLE,
    column_name,
};

/// Bytes in a kilobyte, as files are shown here.
const KILOBYTE: usize = 1024;

/// Why a file or a pasted text is not a table.
pub fn intake_fault(fault: &IntakeFault, words: &Words) -> String {
    use IntakeFaultKind as K;
    let at = |sentence: &str| {
        let place = fault.place.map(|place| placed(place, words));
        format!("{}{sentence}", place.unwrap_or_default())
    };
    match fault.kind {
        K::OtherKind(kind) => other_kind(kind, words).to_owned(),
        K::Empty => words.intake_empty().to_owned(),
        K::TooLarge { bytes, most } => words.intake_too_large(bytes / KILOBYTE, most / KILOBYTE),
        K::NotUtf8 => at(words.intake_not_utf8()),
        K::Nul => at(words.intake_nul()),
        K::TooManyRows => words.intake_too_many_rows(LONGEST_TABLE),
        K::TooManyColumns => at(&words.intake_too_many_columns(WIDEST_TABLE)),
        K::TooManyLetters => at(&words.intake_too_many_letters(LONGEST_CELL)),
        K::OpenQuote => at(words.intake_open_quote()),
    }
}

fn other_kind(kind: FileKind, words: &Words) -> &'static str {
    match kind {
        // A text is what is wanted.
        FileKind::Text => "",
        FileKind::Utf16 => words.intake_utf16(),
        FileKind::Workbook => words.intake_workbook(),
        FileKind::OpenDocument => words.intake_open_document(),
        FileKind::OldWorkbook => words.intake_old_workbook(),
        FileKind::WebPage => words.intake_web_page(),
        FileKind::Xml => words.intake_xml(),
        FileKind::Json => words.intake_json(),
        FileKind::Pdf => words.intake_pdf(),
        FileKind::Picture => words.intake_picture(),
        FileKind::RichText => words.intake_rich_text(),
        FileKind::Packed => words.intake_packed(),
    }
}

/// Where in a file, to stand before a sentence: "Hàng 3, cột B: ".
pub fn placed(place: Place, words: &Words) -> String {
    at(Some(place.row), place.column.map(column_name), words)
}

/// The same for a row from 0 and a column by its letters; nothing where the whole is meant.
pub(super) fn at(row: Option<usize>, column: Option<String>, words: &Words) -> String {
    let place = match (row.map(|row| row + 1), column) {
        (None, None) => return String::new(),
        (Some(row), Some(column)) => words.table_cell(row, column),
        (Some(row), None) => words.table_row(row),
        (None, Some(column)) => words.table_column(column),
    };
    format!("{place}: ")
}
