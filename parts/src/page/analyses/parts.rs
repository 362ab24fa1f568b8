//! What the analyses are made of: choices, tables and findings that look alike in all of them.

use super::ground::Ground;
use super::rest::FINDING;
use crate::page::control::{button_with, select};
use crate::page::text::{either, warning};
use crate::page::{Markup, Words};
use dti_engine::model::{Edition, Scenario};
use dti_formats::link::{Language, Link, Privacy, write};

/// A list to choose from, with its label above. `deed` is `set` and the key of the choice.
pub(super) fn choice(
    m: &mut Markup,
    deed: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    chosen: &str,
) {
    let key = key_of(deed);
    m.node("span", "choose", |m| {
        label_for(m, key, label.into());
        select(m, deed, ("id", format!("choice-{key}")), options, chosen);
    });
}

fn label_for(m: &mut Markup, key: &str, label: Words) {
    m.node("label", "", |m| {
        m.set("for", format!("choice-{key}"));
        m.text(label);
    });
}

/// Something that is on or off; both are written down, so that each choice has its own default.
pub(super) fn switch(m: &mut Markup, key: &str, label: &'static str, is_on: bool) {
    m.node("label", "switch", |m| {
        m.node("input", "", |m| {
            m.set("type", "checkbox");
            m.set(
                "data-do",
                format!("set {key} {}", if is_on { "off" } else { "on" }),
            );
            m.flag("checked", is_on);
        });
        m.leaf("span", "", label);
    });
}

/// A field for a number or a name, with the sentence about what is wrong with it.
pub(super) fn field(m: &mut Markup, key: &str, label: Words, value: &str, fault: &str) {
    let fault_id = format!("choice-{key}-fault");
    m.node("span", "choose", |m| {
        label_for(m, key, label);
        m.node("input", "", |m| {
            m.set("type", "text");
            m.set("autocomplete", "off");
            m.set("maxlength", "60");
            m.set("data-do", format!("set {key}"));
            m.set("data-select", "");
            if key.starts_with("cost.") {
                m.set("list", "costs");
            }
            if !fault.is_empty() {
                m.set("aria-invalid", "true");
                m.set("aria-describedby", fault_id.clone());
            }
            m.set("id", format!("choice-{key}"));
            m.set("value", value.to_owned());
        });
        m.node("span", "fault", |m| {
            m.set("id", fault_id);
            m.text(fault.to_owned());
        });
    });
}

/// The finding of an analysis in one sentence, and the paragraph that explains it.
pub(super) fn finding(m: &mut Markup, sentence: String, paragraph: String) {
    m.node("h3", "", |m| {
        m.set("id", FINDING);
        m.set("class", "finding");
        m.text(sentence);
    });
    if !paragraph.is_empty() {
        m.leaf("p", "told", paragraph);
    }
}

/// What few readers ask for, behind a word that opens it.
pub(super) fn details(
    m: &mut Markup,
    id: &'static str,
    language: Language,
    fill: impl FnOnce(&mut Markup),
) {
    folded(m, id, either(language, "Chi tiết", "Details"), fill);
}

/// A scenario as a button hands it on; `None` where it is too large. It stays on the device, so it may
/// hold what the reader knows.
pub(super) fn fragment(scenario: &Scenario) -> Option<String> {
    let link = Link {
        scenario: scenario.clone(),
        ..Link::default()
    };
    write(&link, Privacy::WithKnown).ok()
}

/// A button that shows a whole scenario; it is one step for undo.
pub(super) fn load(m: &mut Markup, fragment: &str, label: impl Into<Words>) {
    button_with(
        m,
        "primary",
        format!("load {fragment}").into(),
        label.into(),
        |_| {},
    );
}

/// A table in a box that scrolls: the first cell of a row is its heading, the others are numbers
/// unless their column says otherwise.
pub(super) struct Table {
    /// What it shows.
    pub(super) caption: String,
    /// Headings, and whether the column holds text.
    pub(super) columns: Vec<(String, Cells)>,
    /// Rows with as many cells; the flag marks the row of the unit asked about.
    pub(super) rows: Vec<(Vec<String>, Weight)>,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Cells {
    /// Words.
    Text,
    /// Numbers, aligned at the right.
    Number,
}

/// How a row stands out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Weight {
    /// As the others.
    Plain,
    /// The unit asked about, or a sum.
    Own,
}

impl Table {
    /// Writes it.
    pub(super) fn write(&self, m: &mut Markup) {
        m.node("div", "table-box", |m| {
            m.set("tabindex", "0");
            m.set("role", "group");
            m.set("aria-label", self.caption.clone());
            m.node("table", "", |m| {
                m.leaf("caption", "", self.caption.clone());
                m.node("thead", "", |m| {
                    m.node("tr", "", |m| {
                        for (heading, cells) in &self.columns {
                            m.node("th", class_of(*cells), |m| {
                                m.set("scope", "col");
                                m.text(heading.clone());
                            });
                        }
                    });
                });
                m.node("tbody", "", |m| {
                    for (row, weight) in &self.rows {
                        self.row(m, row, *weight);
                    }
                });
            });
        });
    }

    fn row(&self, m: &mut Markup, row: &[String], weight: Weight) {
        m.node("tr", "", |m| {
            m.classes("row", &[("own", weight == Weight::Own)]);
            for (place, (cell, (_, cells))) in row.iter().zip(&self.columns).enumerate() {
                let tag = if place == 0 { "th" } else { "td" };
                m.node(tag, class_of(*cells), |m| {
                    if place == 0 {
                        m.set("scope", "row");
                    }
                    m.text(cell.clone());
                });
            }
        });
    }

    /// Writes it behind a line that opens it. `id` keeps it open while what stands above changes.
    pub(super) fn write_folded(&self, m: &mut Markup, id: &'static str, summary: String) {
        folded(m, id, summary, |m| self.write(m));
    }
}

/// What is behind a line that opens it.
pub(super) fn folded(
    m: &mut Markup,
    id: &'static str,
    summary: impl Into<Words>,
    fill: impl FnOnce(&mut Markup),
) {
    m.node("details", "", |m| {
        m.set("id", id);
        m.leaf("summary", "", summary);
        fill(m);
    });
}

fn class_of(cells: Cells) -> &'static str {
    match cells {
        Cells::Text => "",
        Cells::Number => "number",
    }
}

/// The key in `set key`.
fn key_of(deed: &'static str) -> &'static str {
    deed.split_once(' ').map_or(deed, |(_, key)| key)
}

/// A sentence that warns, where something rests on estimates or is not official.
pub(super) fn caution(m: &mut Markup, sentence: impl Into<Words>) {
    m.leaf("p", "caution", sentence);
}

/// The sentence that every analysis ends with where figures are edited or not as published.
pub(super) fn simulated(ground: &Ground<'_>, m: &mut Markup) {
    let is_edited = !ground.scenario().is_baseline();
    whose(ground, ground.edition, is_edited, m);
}

/// The same about an edition that need not be the one on screen.
pub(super) fn whose(ground: &Ground<'_>, edition: &Edition, is_edited: bool, m: &mut Markup) {
    if let Some(sentence) = warning(edition.provenance(), is_edited, ground.language) {
        m.leaf("p", "caution bare", sentence);
    }
}
