//! Which province, which edition.

use super::control::select;
use crate::page::events::option_id;
use crate::page::text::Word;
use crate::page::{Markup, Page};
use dti_engine::model::Edition;
use std::sync::Arc;

const LIST: &str = "province-list";

/// The province picker and the list of editions that can be simulated, newest first.
pub(super) fn choice(page: &Page, m: &mut Markup) {
    m.node("div", "choice", |m| {
        picker(page, m);
        m.node("div", "edition", |m| {
            m.node("label", "", |m| {
                m.set("for", "edition");
                m.text(page.word(Word::EditionChoice));
            });
            select(
                m,
                "edition",
                ("id", "edition"),
                editions(page),
                &page.scenario.edition,
            );
        });
    });
}

/// Ids and titles of the editions that can be simulated, newest first.
pub(super) fn editions(page: &Page) -> Vec<(String, String)> {
    let editions = page.calculator.editions().iter().rev();
    let editions = editions.filter(|edition| edition.header().simulatable);
    let option = |edition: &Arc<Edition>| {
        let title = page.of(&edition.header().title).to_owned();
        (edition.id().to_owned(), title)
    };
    editions.map(option).collect()
}

/// An editable combobox over the units of the edition.
fn picker(page: &Page, m: &mut Markup) {
    let picker = &page.picker;
    let hits = if picker.is_open {
        page.hits()
    } else {
        Vec::new()
    };
    let active = page.active_hit();
    let chosen = page.shown.position;
    let shown = picker.typed.clone();
    let shown = shown.unwrap_or_else(|| page.of(&page.name_at(chosen)).to_owned());
    let label = page.word(Word::Province);
    m.node("div", "picker", |m| {
        m.node("label", "", |m| {
            m.set("for", "province");
            m.text(label);
        });
        m.node("div", "combobox", |m| {
            m.node("input", "", |m| {
                m.set("id", "province");
                m.set("type", "text");
                m.set("role", "combobox");
                m.set("autocomplete", "off");
                m.set("spellcheck", "false");
                m.set("maxlength", "60");
                m.set("placeholder", page.word(Word::ProvinceHint));
                m.set("aria-autocomplete", "list");
                m.set("aria-controls", LIST);
                m.set(
                    "aria-expanded",
                    if picker.is_open { "true" } else { "false" },
                );
                if let Some(row) = active {
                    m.set("aria-activedescendant", option_id(row));
                }
                m.set("data-do", "province");
                m.set("value", shown);
            });
            m.node("span", "arrow", |m| {
                m.set("aria-hidden", "true");
                m.text("▾");
            });
            m.node("ul", "", |m| {
                m.set("id", LIST);
                m.set("role", "listbox");
                m.set("aria-label", label);
                m.flag("hidden", !picker.is_open);
                for &row in &hits {
                    m.node("li", "", |m| {
                        m.set("id", option_id(row));
                        m.classes("option", &[("active", active == Some(row))]);
                        m.set("role", "option");
                        m.set(
                            "aria-selected",
                            if row == chosen { "true" } else { "false" },
                        );
                        m.set("data-do", format!("option {row}"));
                        m.keep_as_is();
                        m.text(page.of(&page.name_at(row)).to_owned());
                    });
                }
            });
            m.node("p", "no-match", |m| {
                m.flag("hidden", !(picker.is_open && hits.is_empty()));
                m.text(page.word(Word::NoProvince));
            });
        });
    });
}
