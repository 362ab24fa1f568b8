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

mod letters;
pub mod numbers;
mod words;

pub use letters::{capital, small};
pub use words::{Count, Counted, Words};
