//! The reader's scenario: which units are changed, undo and redo, reset, and the link.

use super::control::{button, button_with};
use super::share::copy;
use crate::page::events::{MAX_POINTS, RIVALS};
use crate::page::text::{Word, chip, rival_mode};
use crate::page::{Markup, Page};
use dti_engine::model::{Kind, Rivals};

/// What differs from the edition, and the buttons for the whole scenario.
pub(super) fn edits(page: &Page, m: &mut Markup) {
    let is_edited = page.shown.is_edited();
    m.node("section", "edits", |m| {
        m.set("aria-labelledby", "edits-heading");
        m.node("h2", "", |m| {
            m.set("id", "edits-heading");
            m.text(page.word(Word::EditsHeading));
        });
        m.node("p", "no-edits", |m| {
            m.flag("hidden", is_edited);
            m.text(page.word(Word::NoEdits));
        });
        m.node("ul", "chips", |m| {
            m.flag("hidden", !is_edited);
            chips(page, m);
        });
        m.node("div", "actions", |m| {
            let mut act = |deed: &'static str, word: Word, keys: &'static str, is_off: bool| {
                button_with(m, "quiet", deed.into(), page.word(word).into(), |m| {
                    if !keys.is_empty() {
                        m.set("aria-keyshortcuts", keys);
                    }
                    m.flag("disabled", is_off);
                });
            };
            let timeline = &page.timeline;
            act("undo", Word::Undo, "Control+Z", !timeline.has_past());
            act(
                "redo",
                Word::Redo,
                "Control+Shift+Z",
                !timeline.has_future(),
            );
            act("reset-all", Word::ResetAll, "", !is_edited);
            copy(
                page,
                m,
                "sentence",
                Word::CopySentence,
                Word::SentenceCopied,
            );
            copy(page, m, "link", Word::CopyLink, Word::LinkCopied);
            button(m, "embed", page.word(Word::Embed));
            if page
                .scenario
                .overrides
                .iter()
                .any(|o| o.kind != Kind::WhatIf)
            {
                button(m, "open share", page.word(Word::ShareKnown));
            }
        });
    });
}

/// One chip for each edited unit, and for changed max points and rivals.
fn chips(page: &Page, m: &mut Markup) {
    let shown = &page.shown;
    for unit in page.units() {
        let changes = shown.changes(&unit.id);
        if changes > 0 {
            let label = chip(page.of(&unit.name), changes);
            one_chip(page, m, &unit.id, label, true);
        }
    }
    let assessed = page.assessed_figures();
    if assessed > 0 {
        m.node("li", "chip", |m| {
            let label = chip(page.word(Word::DeskAssessed), assessed);
            button_with(
                m,
                "chip-name",
                "desk open card".into(),
                label.into(),
                |_| {},
            );
        });
    }
    let maxima = &shown.scenario.max_points;
    if !maxima.is_empty() {
        let label = chip(page.word(Word::MaxPointsHeading), maxima.len());
        one_chip(page, m, MAX_POINTS, label, false);
    }
    if shown.scenario.rivals != Rivals::Frozen {
        let label = rival_mode(shown.scenario.rivals, page.language);
        one_chip(page, m, RIVALS, label, false);
    }
}

/// What differs, with a button to take it back; a unit's scorecard opens on a click.
fn one_chip(page: &Page, m: &mut Markup, what: &str, label: String, is_unit: bool) {
    m.node("li", "chip", |m| {
        let drop_name = format!("{}: {label}", page.word(Word::ResetOne));
        let edit = format!("edit {what}");
        button_with(m, "chip-name", edit.into(), label.into(), |m| {
            m.flag("disabled", !is_unit);
        });
        let drop = format!("drop {what}");
        button_with(m, "chip-drop", drop.into(), "✕".into(), |m| {
            m.set("aria-label", drop_name);
        });
    });
}
