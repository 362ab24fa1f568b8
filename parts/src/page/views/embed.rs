//! The page inside another one: the verdict, a few sliders, the places around, and the way to the
//! full page. Narrow and short frames are the usual case.

use super::control::{button_with, move_mark, place, select};
use super::indicator::indicator;
use super::{notices, verdict};
use crate::page::embed::EmbedOptions;
use crate::page::text::Word;
use crate::page::{Markup, Page};
use dti_engine::calculator::{Direction, LadderColumn, ladder_order};
use dti_formats::link::Privacy;

/// Rows of the table, one of them the unit asked about.
const ROWS: usize = 7;

/// The whole embed.
pub(in crate::page) fn embed(page: &Page) -> Markup {
    let options = EmbedOptions::of(&page.carried.view);
    let mut out = Markup::default();
    out.node("div", "", |m| {
        m.classes(
            "embed",
            &[
                ("plain", options.is_plain),
                ("transparent", options.is_transparent),
            ],
        );
        if options.has_api {
            public_state(page, m);
        }
        // Named even where it is not seen: a frame is a document of its own.
        let class = if options.is_plain { "hidden" } else { "" };
        m.node("header", class, |m| {
            m.leaf("h1", "", page.word(Word::Title));
        });
        m.node("main", "", |m| {
            if !options.is_locked && !options.is_static {
                choice(page, m);
            }
            notices(page, m);
            verdict::hero(page, m);
            if options.is_static {
                m.leaf("blockquote", "", page.sentence());
            } else {
                sliders(page, &options, m);
            }
            around(page, m);
            verdict::notes(page, m);
        });
        m.node("footer", "", |m| foot(page, &options, m));
        m.node("p", "hidden", |m| {
            m.set("role", "status");
            m.text(page.said.clone());
        });
    });
    out
}

/// What the page around may know, as `embed/frame.js` reads it. Known figures are not part of it.
fn public_state(page: &Page, m: &mut Markup) {
    if let Some(verdict) = &page.shown.verdict {
        m.set("data-rank", verdict.rank.to_string());
        m.set(
            "data-score",
            verdict.score.to_short_text(verdict.digits.score),
        );
        m.set("data-scenario", page.scenario_text(Privacy::ChoicesOnly));
    }
}

/// Province and edition as native lists: a list of our own would not fit into a short frame.
fn choice(page: &Page, m: &mut Markup) {
    let units = page.units().iter();
    let units = units.map(|unit| (unit.id.clone(), page.of(&unit.name).to_owned()));
    let lists = [
        ("unit", Word::Province, units.collect(), &page.shown.unit),
        (
            "edition",
            Word::EditionChoice,
            super::choice::editions(page),
            &page.scenario.edition,
        ),
    ];
    m.node("div", "choice", |m| {
        for (id, word, options, chosen) in lists {
            m.node("div", "", |m| {
                if id == "unit" {
                    m.keep_as_is();
                }
                m.node("label", "", |m| {
                    m.set("translate", "yes");
                    m.set("for", id);
                    m.text(page.word(word));
                });
                select(m, id, ("id", id), options, chosen);
            });
        }
    });
}

/// The sliders that are offered.
fn sliders(page: &Page, options: &EmbedOptions, m: &mut Markup) {
    let Some(edition) = page.edition() else {
        return;
    };
    let shown = &page.shown;
    m.node("section", "", |m| {
        m.set("aria-label", page.word(Word::EmbedSliders));
        m.node("ul", "", |m| {
            // Another unit or edition is another list; values inside one change in place.
            m.set("id", format!("sliders-{}-{}", edition.id(), shown.unit));
            for line in page.offered(options) {
                indicator(page, m, edition.framework().indicator(line.node), line);
            }
        });
        let label = page.word(Word::ResetAll);
        button_with(m, "quiet", "reset-all".into(), label.into(), |m| {
            m.flag("disabled", !shown.is_edited());
        });
    });
}

/// The places around the unit asked about, always as many.
fn around(page: &Page, m: &mut Markup) {
    let standings = &page.shown.standings;
    let order = ladder_order(standings, LadderColumn::Rank, Direction::Usual);
    let own = page.shown.position;
    let place = order.iter().position(|&row| row == own).unwrap_or_default();
    let first = place.saturating_sub(ROWS / 2);
    let first = first.min(order.len().saturating_sub(ROWS));
    m.node("table", "around", |m| {
        m.leaf("caption", "", page.word(Word::EmbedAround));
        m.node("thead", "", |m| {
            m.node("tr", "", |m| {
                for (class, word) in [
                    ("rank", Word::ColumnRank),
                    ("places", Word::ColumnPlaces),
                    ("name", Word::ColumnName),
                    ("score", Word::ColumnScore),
                ] {
                    m.node("th", class, |m| {
                        m.set("scope", "col");
                        m.text(page.word(word));
                    });
                }
            });
        });
        m.node("tbody", "", |m| {
            for &row in order.iter().skip(first).take(ROWS) {
                line(page, m, row);
            }
        });
    });
}

fn line(page: &Page, m: &mut Markup, row: usize) -> Option<()> {
    let shown = &page.shown;
    let own = shown.standings.of(row)?;
    let name = page.of(&page.name_at(row)).to_owned();
    m.node("tr", "", |m| {
        let is_chosen = row == shown.position;
        m.classes("row", &[("chosen", is_chosen)]);
        if is_chosen {
            m.set("aria-current", "true");
        }
        m.figure("td", "rank", own.rank.to_string());
        m.node("td", "places", |m| {
            let places = i64::from(own.baseline_rank) - i64::from(own.rank);
            move_mark(page, m, places);
        });
        m.node("th", "name", |m| {
            m.set("scope", "row");
            m.keep_as_is();
            m.text(name);
        });
        m.figure("td", "score", page.ranked(own.score));
    });
    Some(())
}

/// Source, what the figures are, and the way to the full page: a link, and its address as a text,
/// since a sandbox may refuse to open windows.
fn foot(page: &Page, options: &EmbedOptions, m: &mut Markup) {
    m.node("p", "source", |m| source(page, m));
    if !options.is_plain {
        m.leaf("p", "", page.word(Word::Unofficial));
    }
    let address = page.full_address();
    m.node("p", "full", |m| {
        m.node("a", "", |m| {
            m.set("href", address.clone());
            m.set("target", "_blank");
            m.set("rel", "noopener");
            m.text(page.word(Word::FullPage));
        });
        m.node("input", "", |m| {
            m.set("type", "text");
            m.flag("readonly", true);
            m.set("data-select", "");
            m.set("aria-label", page.word(Word::FullAddress));
            m.set("value", address);
        });
    });
}

/// The edition, and where the unit's own figure was read.
fn source(page: &Page, m: &mut Markup) {
    let Some(edition) = page.edition() else {
        return;
    };
    let title = page.of(&edition.header().title);
    m.text(format!("{}: {title}; ", page.word(Word::Source)));
    let own = edition.rows().get(page.shown.position);
    let figure = own.and_then(|own| own.total.as_ref().or(own.rank.as_ref()));
    if let Some(figure) = figure {
        place(page, m, figure);
    }
}
