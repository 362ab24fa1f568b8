//! The controls: buttons, fields, lists to choose from, and marks beside numbers.

use crate::page::markup::Words;
use crate::page::text::{Word, source_kind};
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
