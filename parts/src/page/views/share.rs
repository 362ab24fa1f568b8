//! Copying a sentence or a link, and sharing with the reader's own figures.

use super::control::button;
use crate::page::text::{Word, known_figure};
use crate::page::{Markup, Page};
use dti_engine::calculator::earned_points;
use dti_engine::model::{Entry, Override};

/// A button that copies a text; where the clipboard is denied, a field to copy from by hand.
pub(super) fn copy(page: &Page, m: &mut Markup, what: &'static str, word: Word, done: Word) {
    let tried = page.copied.as_ref().filter(|copied| copied.what == what);
    // Another text is a new question.
    let tried = tried.filter(|copied| copied.text == page.text_to_copy(what));
    m.node("span", "copy", |m| {
        button(m, format!("copy {what}"), page.word(word));
        let said = match tried {
            None => "",
            Some(copied) if copied.is_done => page.word(done),
            Some(_) => page.word(Word::CopyDenied),
        };
        m.leaf("span", "copy-said", said);
        if let Some(copied) = tried.filter(|copied| !copied.is_done) {
            m.node("input", "", |m| {
                m.set("type", "text");
                m.flag("readonly", true);
                m.set("data-select", "");
                m.set("aria-label", page.word(word));
                m.set("value", copied.text.clone());
            });
        }
    });
}

/// Every known figure that a link would carry, before it does.
pub(super) fn dialog(page: &Page, m: &mut Markup) {
    m.node("dialog", "", |m| {
        m.set("id", "share");
        m.set("data-closed", "share");
        m.set("aria-labelledby", "share-heading");
        m.node("h2", "", |m| {
            m.set("id", "share-heading");
            m.text(page.word(Word::ShareKnownHeading));
        });
        if page.is_open("share") {
            m.leaf("p", "", page.word(Word::ShareKnownHint));
            m.node("ul", "", |m| {
                for figure in known_figures(page) {
                    m.leaf("li", "", figure);
                }
            });
            m.node("p", "actions", |m| {
                copy(page, m, "known", Word::CopyLink, Word::LinkCopied);
                button(m, "close share", page.word(Word::Close));
            });
        }
    });
}

/// Each of the reader's own figures in words.
fn known_figures(page: &Page) -> Vec<String> {
    let Some(edition) = page.edition() else {
        return Vec::new();
    };
    let framework = edition.framework();
    let line = |o: &Override| {
        let unit = edition.units().get(edition.position(&o.unit)?)?;
        let node = framework.node(&o.indicator)?;
        let indicator = framework.indicator(node);
        let value = match &o.entry {
            Entry::Score(score) | Entry::Share(score) => score.value(),
            Entry::Points(points) => points.value(),
            Entry::Value(raw) => earned_points(framework, node, raw).ok()?,
        };
        let (unit, indicator) = (&unit.name, &indicator.name);
        Some(known_figure(unit, indicator, value, page.language))
    };
    page.own_figures().iter().filter_map(line).collect()
}
