//! The head of the page: its name, language and colours.

use super::control::{button_with, select};
use crate::page::text::Word;
use crate::page::{Markup, Page};
use dti_formats::link::{Language, Theme};

const THEMES: [(Theme, Word); 3] = [
    (Theme::Auto, Word::ThemeAuto),
    (Theme::Light, Word::ThemeLight),
    (Theme::Dark, Word::ThemeDark),
];

/// Title, language and theme.
pub(super) fn header(page: &Page, m: &mut Markup) {
    let (other, name) = match page.language {
        Language::Vi => (Language::En, "English"),
        Language::En => (Language::Vi, "Tiếng Việt"),
    };
    m.node("header", "top", |m| {
        m.node("div", "brand", |m| {
            m.leaf("h1", "", page.word(Word::Title));
            let is_official = page.provenance().is_official();
            let lead = if is_official {
                Word::Lead
            } else {
                Word::OwnLead
            };
            m.leaf("p", "", page.word(lead));
        });
        m.node("div", "settings", |m| {
            button_with(m, "quiet", "language".into(), name.into(), |m| {
                m.set("lang", other.as_str());
            });
            let option =
                |(theme, word): (Theme, Word)| (theme.as_str().into(), page.word(word).into());
            select(
                m,
                "theme",
                ("aria-label", page.word(Word::ThemeChoice)),
                THEMES.map(option).into(),
                page.theme.as_str(),
            );
        });
    });
}
