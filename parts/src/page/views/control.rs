//! The controls: buttons, fields, lists to choose from, and marks beside numbers.

use crate::page::markup::Words;
use crate::page::text::{Word, estimate_note, move_in_words, source_kind};
use crate::page::{Markup, Page};
use dti_engine::model::{Figure, Origin, Provenance};

/// A button with a text that tells what it does.
pub(in crate::page) fn button(m: &mut Markup, deed: impl Into<Words>, label: impl Into<Words>) {
    button_with(m, "quiet", deed.into(), label.into(), |_| {});
}

/// A button with further attributes.
pub(in crate::page) fn button_with(
    m: &mut Markup,
    class: &'static str,
    deed: Words,
    label: Words,
    attributes: impl FnOnce(&mut Markup),
) {
    m.node("button", class, |m| {
        m.set("type", "button");
        m.set("data-do", deed);
        attributes(m);
        m.text(label);
    });
}

/// A field for a number, with the sentence about what is wrong with it.
pub(in crate::page) fn field(page: &Page, m: &mut Markup, id: String, label: String) {
    let (text, fault) = page.field(&id);
    let fault_id = format!("{id}-fault");
    m.node("span", "field", |m| {
        m.node("input", "", |m| {
            m.set("type", "text");
            m.set("inputmode", "decimal");
            m.set("autocomplete", "off");
            m.set("maxlength", "16");
            m.set("data-do", "field");
            m.set("data-select", "");
            m.set("aria-label", label);
            if !fault.is_empty() {
                m.set("aria-invalid", "true");
                m.set("aria-describedby", fault_id.clone());
            }
            m.set("id", id);
            m.set("value", text);
        });
        m.node("span", "fault", |m| {
            m.set("id", fault_id);
            m.text(fault);
        });
    });
}

/// A wide dialog: its heading, a button that closes it, and what `fill` writes below.
pub(in crate::page) fn dialog(
    page: &Page,
    m: &mut Markup,
    id: &'static str,
    heading: String,
    fill: impl FnOnce(&mut Markup),
) {
    let heading_id = format!("{id}-heading");
    m.node("dialog", "wide", |m| {
        m.set("id", id);
        m.set("data-closed", id);
        m.set("aria-labelledby", heading_id.clone());
        m.node("div", "card-head", |m| {
            m.node("h2", "", |m| {
                m.set("id", heading_id);
                m.text(heading);
            });
            button(m, format!("close {id}"), page.word(Word::Close));
        });
        fill(m);
    });
}

/// A native list to choose from: values with their texts, and what it is named by.
pub(in crate::page) fn select(
    m: &mut Markup,
    deed: impl Into<Words>,
    name: (&'static str, impl Into<Words>),
    options: Vec<(String, String)>,
    chosen: &str,
) {
    m.node("select", "", |m| {
        m.set("data-do", deed.into());
        m.set(name.0, name.1.into());
        for (value, text) in options {
            m.node("option", "", |m| {
                m.flag("selected", value == chosen);
                m.set("value", value);
                m.text(text);
            });
        }
    });
}

/// `▲ 3` or `▼ 2`, told apart by shape as well as by colour; nothing where nothing moved.
pub(in crate::page) fn move_mark(page: &Page, m: &mut Markup, places: i64) {
    m.node("span", "", |m| {
        m.classes("move", &[("up", places > 0), ("down", places < 0)]);
        let mark = match places {
            0 => String::new(),
            gained @ 1.. => format!("▲ {gained}"),
            lost => format!("▼ {}", lost.unsigned_abs()),
        };
        m.node("span", "", |m| {
            m.set("aria-hidden", "true");
            m.keep_as_is();
            m.text(mark);
        });
        let words = match places {
            0 => String::new(),
            places => move_in_words(places, page.language),
        };
        m.leaf("span", "hidden", words);
    });
}

/// The word for an origin in an edition with figures of this kind.
pub(in crate::page) fn origin_word(provenance: Provenance, origin: Origin) -> Word {
    match provenance.shown(origin) {
        Origin::Published if provenance == Provenance::Fictitious => Word::OriginFictitious,
        Origin::Published => Word::OriginPublished,
        Origin::Derived => Word::OriginDerived,
        Origin::Estimated => Word::OriginEstimated,
        Origin::Entered => Word::OriginEntered,
        Origin::Loaded => Word::OriginLoaded,
        Origin::Missing => Word::OriginMissing,
    }
}

/// A small label: published, derived, estimated with its error, supposed or known.
pub(in crate::page) fn origin_badge(page: &Page, m: &mut Markup, origin: Origin, is_known: bool) {
    let is_known = is_known && origin == Origin::Entered;
    let word = page.word(if is_known {
        Word::OriginKnown
    } else {
        origin_word(page.provenance(), origin)
    });
    let error = page.shown.estimate_error;
    let error = error.filter(|_| origin == Origin::Estimated);
    m.node("span", "", |m| {
        m.classes(
            "badge",
            &[
                ("estimated", origin == Origin::Estimated),
                ("entered", origin == Origin::Entered && !is_known),
                ("known", is_known),
            ],
        );
        match error {
            Some(error) => m.text(format!("{word} {}", estimate_note(error, page.language))),
            None => m.text(word),
        }
    });
}

/// Where a figure was read: linked if the place has an address, else named.
pub(in crate::page) fn place(page: &Page, m: &mut Markup, figure: &Figure) {
    let Some(source) = page.calculator.source(&figure.source) else {
        return;
    };
    let (kind, place) = (source_kind(&source.kind, page.language), &source.place);
    if place.starts_with("https://") || place.starts_with("http://") {
        m.node("a", "", |m| {
            m.set("href", place.clone());
            m.set("target", "_blank");
            m.set("rel", "noopener noreferrer");
            m.text(kind);
        });
    } else if place.is_empty() {
        m.text(kind);
    } else {
        m.text(format!("{kind} ({place})"));
    }
}
