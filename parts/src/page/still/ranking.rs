//! The ranking as a plain table, with the change on the year before and where it was read.

use super::words::{MISSING, about_last_year, compared_with, read_from};
use super::{Still, share_path, year_before};
use crate::page::Markup;
use crate::page::text::{Word, change, in_language, move_in_words, note, score, source_kind};
use dti_engine::calculator::LastYear;
use dti_engine::model::{Figure, Note, Standing};

/// How the names in a table lead to the pages of the provinces.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Links {
    /// In the same window.
    Home,
    /// In a window of its own: the table stands in a frame of another site's page.
    Framed,
}

impl Links {
    /// Says of a link where it opens, and what the other page learns of this one.
    fn set(self, m: &mut Markup, rel: &'static str) {
        if self == Self::Framed {
            m.set("target", "_blank");
        }
        m.set("rel", rel);
    }
}

impl Still {
    /// All units in the order of their ranks. The cells stand as wide as those of the live
    /// ladder, which takes their place.
    pub(super) fn ranking(&self, m: &mut Markup, links: Links) {
        let word = |word: Word| word.in_language(self.language);
        let year = year_before(self);
        m.node("table", "", |m| {
            m.leaf("caption", "hidden", word(Word::LadderHeading));
            m.node("thead", "", |m| {
                m.node("tr", "", |m| {
                    let compared = compared_with(year.as_deref(), self.language);
                    for (class, label) in [
                        ("rank", word(Word::ColumnRank).to_owned()),
                        ("places", String::new()),
                        ("name", word(Word::ColumnName).to_owned()),
                        ("score", word(Word::ColumnScore).to_owned()),
                        ("compare", compared),
                        ("edit", String::new()),
                    ] {
                        head(m, class, label);
                    }
                });
            });
            m.node("tbody", "", |m| {
                for standing in &self.standings.standings {
                    self.line(m, standing, links);
                }
            });
        });
    }

    fn line(&self, m: &mut Markup, own: &Standing, links: Links) {
        let Some(unit) = self.edition.units().get(own.position) else {
            return;
        };
        // From the site's root, as every address of a page that the build puts in its folder.
        let home = self.language.home();
        let address = format!("./{home}{}", share_path(self.edition.id(), &unit.id));
        m.node("tr", "", |m| {
            m.figure("td", "rank", own.rank.to_string());
            m.node("td", "places", |_| {});
            m.node("th", "name", |m| {
                m.set("scope", "row");
                m.node("a", "", |m| {
                    m.set("href", address);
                    if links == Links::Framed {
                        links.set(m, "noopener");
                    }
                    m.keep_as_is();
                    m.text(in_language(&unit.name, self.language).to_owned());
                });
            });
            m.figure("td", "score", score(own.score, self.language));
            m.node("td", "compare", |m| self.against_last_year(m, "span", own));
            m.node("td", "edit", |_| {});
        });
    }

    /// "+0,0142 ▲ 3", or a dash. The change of score stands in an element with this tag.
    pub(super) fn against_last_year(&self, m: &mut Markup, tag: &'static str, own: &Standing) {
        let Some(before) = self.last_year_of(own.position) else {
            m.text(MISSING);
            return;
        };
        m.leaf(tag, "", change(own.score - before.score, self.language));
        if let Some(places) = places_since(before, own).filter(|&places| places != 0) {
            m.text(" ");
            m.node("span", "", |m| {
                m.classes("move", &[("up", places > 0), ("down", places < 0)]);
                m.node("span", "", |m| {
                    m.set("aria-hidden", "true");
                    let arrow = if places > 0 { "▲" } else { "▼" };
                    m.text(format!("{arrow} {}", places.unsigned_abs()));
                });
                m.leaf("span", "hidden", move_in_words(places, self.language));
            });
        }
    }

    /// Where the ranks and scores were read, of which year they are, and what they are compared
    /// with.
    pub(super) fn origin(&self, m: &mut Markup, links: Links) {
        let rows = self.edition.rows().iter();
        let figures = rows.flat_map(|row| [row.rank.as_ref(), row.total.as_ref()]);
        m.node("div", "origin", |m| {
            m.node("p", "", |m| {
                m.text(read_from(self.edition.header().year, self.language));
                self.sources(m, figures.flatten(), links);
            });
            if let Some(year) = year_before(self) {
                m.leaf("p", "", self.last_year_note(&year));
            }
        });
    }

    /// What last year's figures are.
    pub(super) fn last_year_note(&self, year: &str) -> String {
        let Some(previous) = &self.edition.header().previous else {
            return String::new();
        };
        let before = self.calculator.edition(&previous.edition).ok();
        let own = &self.edition.framework().header().id;
        let is_other = before.is_some_and(|before| before.framework().header().id != *own);
        let mut text = about_last_year(year, previous, self.language);
        if is_other {
            text.push(' ');
            text.push_str(note(Note::TrendAcrossFrameworks, self.language));
        }
        text
    }

    /// Each source of some figures once, as a link where it has an address.
    pub(super) fn sources<'a>(
        &self,
        m: &mut Markup,
        figures: impl Iterator<Item = &'a Figure>,
        links: Links,
    ) {
        let mut seen: Vec<&str> = Vec::new();
        for figure in figures {
            if seen.contains(&figure.source.as_str()) {
                continue;
            }
            let Some(source) = self.calculator.source(&figure.source) else {
                continue;
            };
            m.text(if seen.is_empty() { " " } else { "; " });
            seen.push(&figure.source);
            let kind = source_kind(&source.kind, self.language);
            if source.place.starts_with("https://") || source.place.starts_with("http://") {
                m.node("a", "", |m| {
                    m.set("href", source.place.clone());
                    links.set(m, "noopener noreferrer");
                    m.text(kind);
                });
            } else {
                m.text(kind);
            }
        }
        m.text(".");
    }
}

fn head(m: &mut Markup, class: &'static str, label: String) {
    // What is empty heads columns that only the live ladder fills.
    let tag = if label.is_empty() { "td" } else { "th" };
    m.node(tag, class, |m| {
        if !label.is_empty() {
            m.set("scope", "col");
            m.leaf("span", "sort", label);
        }
    });
}

/// Places gained since the year before, where it has a rank.
pub(super) fn places_since(before: &LastYear, own: &Standing) -> Option<i64> {
    before
        .rank
        .map(|rank| i64::from(rank) - i64::from(own.rank))
}
