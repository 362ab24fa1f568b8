//! Every visible sentence of the page, once a language: messages in `locales/`, made into methods of
//! [`Words`] when it is built (decision 22). Numbers are written as each language writes them.
//!
//! ```
//! use dti_formats::link::Language;
//! use dti_words::Words;
//!
//! let words = Words::plain(Language::En);
//! assert_eq!(words.copy_link(), "Copy link");
//! assert_eq!(words.resume("Bắc Giang 2022", 2_u32), "Continue: Bắc Giang 2022, 2 assumptions");
//! ```

pub mod analyses;
mod charts;
mod claims;
mod explanations;
mod freshness;
mod letters;
mod names;
pub mod numbers;
pub mod own_data;
mod problems;
mod provenance;
mod quote;
mod report;
mod results;
mod scripts;
mod sentences;
mod table;
mod words;
mod written;

pub use charts::{ChartWords, EditionLabel, chart_locale};
pub use claims::{
    ClaimLine, Judged, claim_answer, claim_lines, claim_quote, truth_word, undecided,
};
pub use explanations::{
    day_of, figure_moved, figure_published, figure_supposed, percent_of, pillar_ranks, rank_shared,
    read_from_kinds,
};
pub use freshness::{ahead, corrected, correction, dated, elsewhere, slots_named};
pub use letters::{capital, small};
pub use names::{Names, NamesIn};
pub use problems::{Unkept, entry_fault, last_max_points, notice, problem, unkept};
pub use provenance::{GivenOtherwise, differs_from_file, one_otherwise, origin_word, warning};
pub use quote::{NewMaximum, Story, Supposed, listed, quote, tied_with};
pub use report::{MissingLine, report_facts, report_missing, report_origins};
pub use results::{Results, scorecard_table};
pub use scripts::script;
pub use sentences::{
    chip, estimate_note, known_figure, marks, measures, move_in_words, note, points_of, rank_move,
    rank_of, rival_mode, source_kind, status, to_next_above, to_next_below,
};
pub use table::{ColumnHead, Table, TableCell, Told};
pub use words::{Count, Counted, Words};
pub use written::Written;
