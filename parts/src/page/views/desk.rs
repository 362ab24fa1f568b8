//! The way to the desk: what the reader's own data can do here, and where the desk is drawn.

use super::control::button;
use crate::page::text::Word;
use crate::page::{Markup, Page};

/// The card with the ways into the desk and its place.
pub(super) fn desk(page: &Page, m: &mut Markup) {
    m.node("section", "card desk-card", |m| {
        m.set("id", "desk");
        m.set("aria-labelledby", "desk-heading");
        m.node("h2", "", |m| {
            m.set("id", "desk-heading");
            m.text(page.word(Word::DeskHeading));
        });
        m.leaf("p", "", page.word(Word::DeskHint));
        m.node("p", "actions", |m| {
            for (deed, word) in [
                ("desk open card", Word::DeskCard),
                ("desk open import", Word::DeskImport),
                ("desk open export", Word::DeskExport),
                ("desk open index", Word::DeskIndex),
            ] {
                button(m, deed, page.word(word));
            }
        });
        m.node("div", "", |m| m.set("id", "desk-place"));
    });
}
