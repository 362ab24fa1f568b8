//! The verdict: rank and score before and after, always in sight, and the story that can be quoted.

use crate::calculator::Verdict;
use crate::model::{Exact, Kind, Override};
use crate::page::text::{
    Story, Supposed, Word, change, move_in_words, note, quote, score, to_next_above, to_next_below,
};
use crate::page::{Markup, Page};

/// Rank, places, score and change in one bar that stays on screen.
pub(super) fn hero(page: &Page, m: &mut Markup) {
    let Some(verdict) = &page.shown.verdict else {
        return;
    };
    let is_edited = page.shown.is_edited();
    let tag = page.word(if is_edited {
        Word::Simulation
    } else {
        Word::AsPublished
    });
    m.node("section", "", |m| {
        m.classes("hero", &[("edited", is_edited)]);
        m.set("aria-labelledby", "hero-name");
        m.node("div", "hero-inner", |m| {
            m.node("div", "hero-name", |m| {
                m.node("h2", "", |m| {
                    m.set("id", "hero-name");
                    m.keep_as_is();
                    m.text(page.of(&page.name_at(verdict.position)).to_owned());
                });
                m.leaf("p", "hero-tag", tag);
            });
            m.node("dl", "", |m| figures(page, verdict, m));
        });
    });
}

fn figures(page: &Page, verdict: &Verdict, m: &mut Markup) {
    let language = page.language;
    m.node("div", "hero-rank", |m| {
        m.leaf("dt", "", page.word(Word::Rank));
        m.node("dd", "", |m| {
            if verdict.places != 0 {
                before(page, m, verdict.baseline_rank.to_string());
            }
            m.figure("strong", "", verdict.rank.to_string());
            m.figure("span", "of", format!("/{}", verdict.units));
        });
    });
    m.node("div", "", |m| {
        let (up, down) = (verdict.places > 0, verdict.places < 0);
        m.classes("hero-move", &[("up", up), ("down", down)]);
        m.leaf("dt", "hidden", page.word(Word::ColumnPlaces));
        m.leaf("dd", "", move_in_words(verdict.places, language));
    });
    m.node("div", "hero-score", |m| {
        m.leaf("dt", "", page.word(Word::DtiScore));
        m.node("dd", "", |m| {
            let is_same = verdict.change == Exact::ZERO;
            if !is_same {
                before(page, m, score(verdict.baseline_score, language));
            }
            m.figure("strong", "", score(verdict.score, language));
            if !is_same {
                m.figure("span", "change", change(verdict.change, language));
            }
        });
    });
}

/// "9 → ", with a word for the arrow.
fn before(page: &Page, m: &mut Markup, value: String) {
    m.figure("span", "before", value);
    m.node("span", "", |m| {
        m.node("span", "arrow", |m| {
            m.set("aria-hidden", "true");
            m.text("→");
        });
        m.leaf("span", "hidden", format!(" {} ", page.word(Word::To)));
    });
}

/// The story in one quotable sentence, the two neighbours, and what a reader must know.
pub(super) fn story(page: &Page, m: &mut Markup) {
    let language = page.language;
    let verdict = page.shown.verdict.as_ref();
    let above = verdict.and_then(|verdict| verdict.above).map_or_else(
        || page.word(Word::TopOfTable).to_owned(),
        |gap| to_next_above(&gap, &page.name_at(gap.position), language),
    );
    let below = verdict.and_then(|verdict| verdict.below).map_or_else(
        || page.word(Word::EndOfTable).to_owned(),
        |gap| to_next_below(&gap, &page.name_at(gap.position), language),
    );
    m.node("div", "story", |m| {
        m.leaf("blockquote", "", page.sentence());
        m.node("dl", "neighbours", |m| {
            for (class, word, text) in [
                ("next-above", Word::NextAbove, above),
                ("next-below", Word::NextBelow, below),
            ] {
                m.node("div", class, |m| {
                    m.leaf("dt", "", page.word(word));
                    m.leaf("dd", "", text);
                });
            }
        });
        notes(page, m);
    });
}

/// What a reader must know about the result.
pub(super) fn notes(page: &Page, m: &mut Markup) {
    m.node("ul", "notes", |m| {
        for &one in &page.shown.standings.notes {
            m.leaf("li", "", note(one, page.language));
        }
    });
}

impl Page {
    /// The story in words.
    pub(in crate::page) fn sentence(&self) -> String {
        let story = gather(self);
        story
            .map(|story| quote(&story, self.language))
            .unwrap_or_default()
    }
}

/// Gathers the names around the verdict.
fn gather(page: &Page) -> Option<Story> {
    let shown = &page.shown;
    let verdict = shown.verdict.clone()?;
    let edition = page.edition()?;
    let framework = edition.framework();
    let own = &shown.standings.of(verdict.position)?.card;
    let is_own_what_if = |o: &&Override| o.unit == shown.unit && o.kind == Kind::WhatIf;
    let supposed = shown.scenario.overrides.iter().filter(is_own_what_if);
    let supposed = supposed.filter_map(|o| {
        let node = framework.node(&o.indicator)?;
        Some(Supposed {
            indicator: framework.indicator(node).name.clone(),
            score: own.score(node),
            present: shown.present_value(verdict.position, node),
        })
    });
    Some(Story {
        unit: page.name_at(verdict.position),
        edition: edition.header().title.clone(),
        above: verdict.above.map(|gap| page.name_at(gap.position)),
        below: verdict.below.map(|gap| page.name_at(gap.position)),
        supposed: supposed.collect(),
        is_edited: shown.is_edited(),
        verdict,
    })
}
