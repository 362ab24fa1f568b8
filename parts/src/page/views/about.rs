//! How it is computed, in a few sentences.

use super::control::{button, dialog};
use crate::page::text::Word;
use crate::page::{Markup, Page, Subject};
use dti_engine::model::Provenance;

/// The method in short, folded away until wanted.
pub(super) fn about(page: &Page, m: &mut Markup) {
    m.node("section", "card about", |m| {
        let heading = page.word(Word::HowHeading);
        // An own index has formulas of its own: the panels tell them.
        if page.provenance() == Provenance::Loaded {
            m.leaf("h2", "", heading);
        } else {
            m.node("details", "", |m| {
                m.node("summary", "", |m| m.leaf("h2", "", heading));
                for word in [Word::HowTotal, Word::HowWhatIf, Word::HowEstimate] {
                    m.leaf("p", "", page.word(word));
                }
            });
        }
        m.node("p", "actions", |m| {
            button(m, "explain total", page.word(Word::ExplainTotal));
            button(m, "explain rank", page.word(Word::ExplainRank));
            button(m, "data", page.word(Word::AboutData));
        });
    });
}

/// The dialog for explanations, filled by the second module.
pub(super) fn panel(page: &Page, m: &mut Markup) {
    let heading = match page.panel {
        Subject::Embed { .. } => Word::Embed,
        _ => Word::PanelHeading,
    };
    let heading = page.word(heading).to_owned();
    dialog(page, m, "panel", heading, |m| {
        m.node("div", "", |m| m.set("id", "panel-place"));
    });
}
