//! What a reader brought, and what becomes of it: component lists, assessments, tables of results and
//! indices of their own. It knows neither browser nor words: the page draws it, keeps it on the device and
//! says what came of a deed.

mod beginning;
pub mod card;
mod files;
mod ground;
pub mod import;
pub mod index_form;
mod indices;
mod kept;
mod news;
mod own_data;
mod tables;
mod told;
mod trial;

pub use beginning::{LONGEST_NAME, PROVINCES, sets};
pub use files::{HandedFile, saved_link};
pub use ground::Ground;
pub use indices::examples;
pub use kept::Version;
pub use news::News;
pub use own_data::OwnData;
pub use tables::TableName;
pub use told::{Done, IndexOpened, Refusal, Told};
pub use trial::{Brought, LARGEST_WITHOUT, Received, Trial};

use dti_formats::{BookFault, BookFaultKind};

/// Longest file that is read at all, in bytes; the limits of each kind are checked later.
pub const LARGEST_FILE: usize = dti_formats::LARGEST_PROJECT;

/// What stands for a workbook that was not read, since what reads it did not come
/// ([`dti_formats::Workbook::unpack`]).
pub fn not_loaded() -> String {
    BookFault::from(BookFaultKind::NotLoaded).pack()
}

#[cfg(test)]
mod tests;
