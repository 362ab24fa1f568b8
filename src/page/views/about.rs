//! How it is computed, in a few sentences.

use super::control::button;
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
        m.node("p", "actions", |m| {
            button(m, "explain total", page.word(Word::ExplainTotal));
            button(m, "explain rank", page.word(Word::ExplainRank));
            button(m, "data", page.word(Word::AboutData));
        });
    });
}

/// The dialog for explanations, filled by the second module.
pub(super) fn panel(page: &Page, m: &mut Markup) {
    m.node("dialog", "wide", |m| {
        m.set("id", "panel");
        m.set("data-closed", "panel");
        m.set("aria-labelledby", "panel-heading");
        m.node("div", "card-head", |m| {
            m.node("h2", "", |m| {
                m.set("id", "panel-heading");
                m.text(page.word(Word::PanelHeading));
            });
            button(m, "close panel", page.word(Word::Close));
        });
        m.node("div", "", |m| m.set("id", "panel-place"));
    });
}
