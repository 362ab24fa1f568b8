//! Where every figure of the province was read, and what is missing.

use super::words::Term;
use crate::page::control::{origin_word, place};
use crate::page::text::{Word, score, whole};
use crate::page::{Markup, Page};
use dti_engine::model::{Exact, Figure, Origin};
use dti_formats::link::Language;

/// Most decimals of a raw value.
const RAW_DECIMALS: u32 = 12;

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
                    for name in [
                        Term::Figure.text(page.language),
                        page.word(Word::Value),
                        page.word(Word::Origin),
                        page.word(Word::Source),
                        Term::Copies.text(page.language),
                    ] {
                        m.node("th", "", |m| {
                            m.set("scope", "col");
                            m.text(name);
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
    if !edition.provenance().is_official() {
        for node in framework.nodes() {
            let indicator = framework.indicator(node);
            if indicator.scored && indicator.children.is_empty() {
                let figure = own.indicators.get(&node);
                row(page, m, page.of(&indicator.name).to_owned(), figure, raw);
            }
        }
        return Some(());
    }
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

/// A raw value, as it was given.
fn raw(value: Exact, language: Language) -> String {
    let text = value.to_short_text(RAW_DECIMALS);
    match language {
        Language::Vi => text.replace('.', ","),
        Language::En => text,
    }
}

/// A figure with its value, origin and source.
fn row(page: &Page, m: &mut Markup, name: String, on_file: Option<&Figure>, write: Write) {
    m.node("tr", "", |m| {
        m.node("th", "", |m| {
            m.set("scope", "row");
            m.text(name);
        });
        let absent = match page.provenance().is_official() {
            true => Term::NotPublished.text(page.language),
            false => Term::CountMissing.text(page.language),
        };
        let Some(figure) = on_file else {
            m.leaf("td", "number", "–");
            m.leaf("td", "", absent);
            m.node("td", "", |_| {});
            m.node("td", "number", |_| {});
            return;
        };
        m.leaf("td", "number", write(figure.value, page.language));
        m.leaf(
            "td",
            "",
            page.word(origin_word(page.provenance(), figure.origin)),
        );
        m.node("td", "", |m| place(page, m, figure));
        let copies = match figure.origin {
            Origin::Derived | Origin::Loaded => String::new(),
            _ => figure.copies.to_string(),
        };
        m.leaf("td", "number", copies);
    });
}
