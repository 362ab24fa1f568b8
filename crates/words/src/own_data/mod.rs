//! Sentences about what a reader brings: tables and files that come in, what was found in them, and the
//! detailed scorecard. `words` are always those of the edition that is spoken of, which for a table that
//! is looked at may be another than the one on screen.

pub mod card;
mod findings;
mod import;
mod index;
mod index_template;
mod intake;
mod told;
mod workbooks;

pub use findings::{finding, finding_place, finding_sentence};
pub use import::{
    card_change, kind_name, list_kept, list_replaced, mark_name, meaning_name, old_font,
    results_change, scale_name,
};
pub use index::{form_preview, table_fault};
pub use index_template::index_template;
pub use intake::{intake_fault, placed};
pub use told::{broke_off, file_fault, reading, too_large, too_large_here, too_slow, unranked};
pub use workbooks::{book_fault, book_remark};
