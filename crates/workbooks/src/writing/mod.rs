//! Writes a book ([`Book`]) as the bytes of a workbook (XLSX), and a document as those of a file for word
//! processors (DOCX). Texts stay texts whatever they begin with; only our own formulas are formulas.

mod document;

use dti_formats::{Book, BookCell, BookContent, BookSheet, Cell, Document, Look};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError};
use wasm_bindgen::prelude::wasm_bindgen;

/// A packed book to the bytes of a file; none where a sheet's name is not allowed.
#[wasm_bindgen]
pub fn write(book: &str) -> Vec<u8> {
    bytes(&Book::unpack(book)).unwrap_or_default()
}

/// A packed document to the bytes of a file; none where it is no document.
#[wasm_bindgen]
pub fn write_document(packed: &[u8]) -> Vec<u8> {
    let document = Document::unpack(packed);
    let written = document.map(|document| document::bytes(&document));
    written.and_then(Result::ok).unwrap_or_default()
}

/// Digits that spreadsheets keep of a number.
const DIGITS: u32 = 12;
/// The letters that a cell can hold.
const MOST_LETTERS: usize = 32_767;

fn bytes(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    for sheet in &book.sheets {
        fill(workbook.add_worksheet(), sheet)?;
    }
    workbook.save_to_buffer()
}

fn fill(worksheet: &mut Worksheet, sheet: &BookSheet) -> Result<(), XlsxError> {
    worksheet.set_name(&sheet.name)?;
    for (column, &width) in (0_u16..).zip(&sheet.widths) {
        worksheet.set_column_width(column, f64::from(width))?;
    }
    let (rows, columns) = sheet.frozen;
    worksheet.set_freeze_panes(rows, u16::try_from(columns).unwrap_or_default())?;
    for (row, cells) in (0_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            put(worksheet, row, column, cell)?;
        }
    }
    Ok(())
}

fn put(worksheet: &mut Worksheet, row: u32, column: u16, cell: &BookCell) -> Result<(), XlsxError> {
    let format = |decimals: Option<u32>| format(cell.look, decimals);
    match &cell.content {
        BookContent::Plain(Cell::Empty) => match cell.look {
            Look::Usual => Ok(worksheet),
            _ => worksheet.write_blank(row, column, &format(None)),
        },
        BookContent::Plain(Cell::Text(text)) => {
            let text: String = text.chars().take(MOST_LETTERS).collect();
            worksheet.write_string_with_format(row, column, text, &format(None))
        }
        BookContent::Plain(Cell::Number(value, decimals)) => {
            let format = format(Some(*decimals));
            worksheet.write_number_with_format(row, column, value.to_f64(), &format)
        }
        BookContent::Formula(text, now, decimals) => {
            let formula = Formula::new(text).set_result(now.to_short_text(DIGITS));
            let format = format(Some(*decimals));
            worksheet.write_formula_with_format(row, column, formula, &format)
        }
    }
    .map(|_| ())
}

fn format(look: Look, decimals: Option<u32>) -> Format {
    let format = match look {
        Look::Usual => Format::new(),
        Look::Title => Format::new().set_bold().set_font_size(14),
        Look::Heading => Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter)
            .set_border_bottom(FormatBorder::Thin),
        Look::Remark => Format::new().set_italic().set_font_color(0x5f_5f_5f),
        Look::Changed => Format::new().set_bold().set_background_color(0xff_f2_cc),
    };
    match decimals {
        None => format,
        Some(0) => format.set_num_format("0"),
        Some(decimals) => {
            let zeros = "0".repeat(decimals.min(DIGITS) as usize);
            format.set_num_format(format!("0.{zeros}"))
        }
    }
}
