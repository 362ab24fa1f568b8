//! Charts and tables with what stands around them, and the section of the pictures.

mod bar;
mod copied;
mod data_table;
mod drawing;
mod figure;
mod scene;
mod scripts;
mod section;

pub(crate) use data_table::DataTable;
pub(crate) use drawing::Drawn;
pub(crate) use figure::{Figure, Picture, legend};
pub(crate) use scene::{Name, Scene, ranked};
pub use section::{Figures, FiguresProps};

#[cfg(test)]
mod tests;
