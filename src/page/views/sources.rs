//! Where every figure of the province was read, and what is missing.

use super::control::{self, origin_word};
use crate::link::Language;
use crate::model::{Exact, Figure, Origin};
use crate::page::text::{Word, score, source_kind, whole};
use crate::page::{Markup, Page};

/// A dialog with every figure of the open scorecard's unit. Filled when it is opened: most readers
/// never do.
pub(super) fn dialog(page: &Page, m: &mut Markup) {
    let name = page.name_of(&page.shown.subject);
    let heading = format!("{}: {name}", page.word(Word::Sources));
    control::dialog(page, m, "sources", heading, |m| {
        if page.is_open("sources") {
            content(page, m);
        }
    });
}

fn content(page: &Page, m: &mut Markup) {
    m.leaf("p", "", page.word(Word::SourcesHint));
    m.node("div", "table-box", |m| {
        m.set("tabindex", "0");
        m.set("role", "group");
        m.set("aria-labelledby", "sources-heading");
        m.node("table", "", |m| {
            m.node("thead", "", |m| {
                m.node("tr", "", |m| {
                    for word in [
                        Word::Figure,
                        Word::Value,
                        Word::Origin,
                        Word::Source,
                        Word::Copies,
                    ] {
                        m.node("th", "", |m| {
                            m.set("scope", "col");
                            m.text(page.word(word));
                        });
                    }
                });
            });
            m.node("tbody", "", |m| {
                rows(page, m);
            });
        });
    });
    if let Some(edition) = page.edition() {
        m.node("p", "", |m| {
            m.leaf("strong", "", page.word(Word::FrameworkSource));
            let source = &edition.framework().header().source;
            m.text(format!(" {}", page.of(source)));
        });
    }
}

/// How a figure is written.
type Write = fn(Exact, Language) -> String;

fn rows(page: &Page, m: &mut Markup) -> Option<()> {
    let edition = page.edition()?;
    let own = edition.rows().get(edition.position(&page.shown.subject)?)?;
    let framework = edition.framework();
    let rank: Write = whole;
    let word = |word: Word| page.word(word).to_owned();
    row(page, m, word(Word::Rank), own.rank.as_ref(), rank);
    row(page, m, word(Word::TotalScore), own.total.as_ref(), score);
    for node in framework.mains() {
        let name = page.of(&framework.indicator(node).name).to_owned();
        row(page, m, name, own.indicators.get(&node), score);
    }
    for (pillar, figures) in framework.pillars().iter().zip(&own.pillars) {
        let name = page.of(&pillar.name);
        if figures.score.is_some() {
            row(page, m, name.to_owned(), figures.score.as_ref(), score);
        }
        if figures.rank.is_some() {
            let name = format!("{name}, {}", page.word(Word::PillarRank));
            row(page, m, name, figures.rank.as_ref(), rank);
        }
    }
    Some(())
}

/// A figure with its value, origin and source.
fn row(page: &Page, m: &mut Markup, name: String, on_file: Option<&Figure>, write: Write) {
    m.node("tr", "", |m| {
        m.node("th", "", |m| {
            m.set("scope", "row");
            m.text(name);
        });
        let Some(figure) = on_file else {
            m.leaf("td", "number", "–");
            m.leaf("td", "", page.word(Word::NotPublished));
            m.node("td", "", |_| {});
            m.node("td", "number", |_| {});
            return;
        };
        m.leaf("td", "number", write(figure.value, page.language));
        m.leaf("td", "", page.word(origin_word(figure.origin)));
        m.node("td", "", |m| place(page, m, figure));
        let copies = match figure.origin {
            Origin::Derived | Origin::Loaded => String::new(),
            _ => figure.copies.to_string(),
        };
        m.leaf("td", "number", copies);
    });
}

/// Where a figure was read: linked if the place has an address, else named.
pub(super) fn place(page: &Page, m: &mut Markup, figure: &Figure) {
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
