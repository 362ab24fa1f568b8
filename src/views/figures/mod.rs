//! Charts and tables with what stands around them, and the section of the pictures.

mod bar;
mod copied;
mod data_table;
mod drawing;
mod figure;
mod scene;
mod section;

pub(crate) use data_table::DataTable;
pub(crate) use figure::{Figure, Picture};
pub use section::{Figures, FiguresProps};

#[cfg(test)]
mod tests;
