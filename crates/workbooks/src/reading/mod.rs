//! Reads workbooks (XLSX), in a worker with a memory of its own. It
//! trusts no byte of a file: what is too large, too deep or contradicts itself is refused before the
//! library sees it, and the library sees an archive that was written here.

mod archive;
mod cells;
mod clean;
mod frame;
mod kind;
mod layout;
mod lifted;
mod number;
mod shown;
mod styles;
mod xml;

use dti_formats::{BookFault, Workbook};
use wasm_bindgen::prelude::wasm_bindgen;

/// A file's bytes to a packed workbook, or to a packed fault (`dti_formats::Workbook::unpack`).
#[wasm_bindgen]
pub fn read(bytes: &[u8]) -> String {
    match workbook(bytes) {
        Ok(book) => book.pack(),
        Err(fault) => fault.pack(),
    }
}

/// The sheets of a workbook that show and hold something.
pub fn workbook(bytes: &[u8]) -> Result<Workbook, BookFault> {
    kind::check(bytes)?;
    let parts = archive::parts(bytes)?;
    kind::check_parts(&parts)?;
    let frame = frame::frame(&parts)?;
    let cleaned = clean::cleaned(&parts, &frame)?;
    drop(parts);
    cells::workbook(cleaned, &frame)
}
