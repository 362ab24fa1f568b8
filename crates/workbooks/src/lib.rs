//! Workbooks (XLSX) in and out. Each way is a WebAssembly module of its own for the page, which
//! fetches it when a workbook is brought or wanted.

#[cfg(feature = "reading")]
pub mod reading;
#[cfg(feature = "writing")]
pub mod writing;
