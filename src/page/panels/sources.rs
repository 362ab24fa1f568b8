//! Where every figure of the province was read, and what is missing.

use super::words::Term;
use crate::link::Language;
use crate::model::{Exact, Figure, Origin};
use crate::page::text::{score, source_kind, whole};
use crate::page::views::control::origin_word;
use crate::page::{Markup, Page};

/// What the table is named by.
const HEADING: &str = "sources-heading";

/// Every figure of the open scorecard's unit, with its origin and where it was read.
pub(crate) fn sources(page: &Page, m: &mut Markup) {
    let name = page.name_of(&page.shown.subject);
    let heading = Term::Sources.text(page.language);
    m.node("h3", "", |m| {
        m.set("id", HEADING);
        m.text(format!("{heading}: {name}"));
    });
    m.leaf("p", "", Term::SourcesHint.text(page.language));
    m.node("div", "table-box", |m| {
        m.set("tabindex", "0");
        m.set("role", "group");
        m.set("aria-labelledby", HEADING);
        m.node("table", "", |m| {
            m.node("thead", "", |m| {
                m.node("tr", "", |m| {
                    for term in [
                        Term::Figure,
                        Term::Value,
                        Term::Origin,
                        Term::Source,
                        Term::Copies,
                    ] {
                        m.node("th", "", |m| {
                            m.set("scope", "col");
                            m.text(term.text(page.language));
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
            m.leaf("strong", "", Term::FrameworkSource.text(page.language));
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
    let term = |term: Term| term.text(page.language).to_owned();
    row(page, m, term(Term::Rank), own.rank.as_ref(), rank);
    row(page, m, term(Term::Total), own.total.as_ref(), score);
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
            let name = format!("{name}, {}", Term::RankOfPillar.text(page.language));
            row(page, m, name, figures.rank.as_ref(), rank);
        }
    }
    Some(())
}

/// A figure with its value, origin and source. A place without an address is named, one with an
/// address is linked.
fn row(page: &Page, m: &mut Markup, name: String, on_file: Option<&Figure>, write: Write) {
    let language = page.language;
    m.node("tr", "", |m| {
        m.node("th", "", |m| {
            m.set("scope", "row");
            m.text(name);
        });
        let Some(figure) = on_file else {
            m.leaf("td", "number", "–");
            m.leaf("td", "", Term::NotPublished.text(page.language));
            m.node("td", "", |_| {});
            m.node("td", "number", |_| {});
            return;
        };
        m.leaf("td", "number", write(figure.value, language));
        m.leaf("td", "", page.word(origin_word(figure.origin)));
        m.node("td", "", |m| {
            if let Some(source) = page.calculator.source(&figure.source) {
                let (kind, place) = (source_kind(&source.kind, language), &source.place);
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
        });
        let copies = match figure.origin {
            Origin::Derived | Origin::Loaded => String::new(),
            _ => figure.copies.to_string(),
        };
        m.leaf("td", "number", copies);
    });
}
