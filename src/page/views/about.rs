//! How it is computed, in a few sentences.

use crate::page::text::Word;
use crate::page::{Markup, Page};

/// The method in short, folded away until wanted.
pub(super) fn about(page: &Page, m: &mut Markup) {
    m.node("section", "card about", |m| {
        m.node("details", "", |m| {
            m.node("summary", "", |m| {
                m.leaf("h2", "", page.word(Word::HowHeading));
            });
            for word in [Word::HowTotal, Word::HowWhatIf, Word::HowEstimate] {
                m.leaf("p", "", page.word(word));
            }
        });
    });
}
