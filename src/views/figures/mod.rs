//! Charts and tables with what stands around them, and the section of the pictures.

mod bar;
mod copied;
mod data_table;
mod drawing;
mod figure;

pub(crate) use data_table::DataTable;
pub(crate) use figure::{Figure, ForFile, Picture};
