//! The verdict: rank and score before and after, always in sight, and the story that can be quoted.

use crate::page::text::{
    GivenOtherwise, NewMaximum, Story, Supposed, Word, change_to, decimal, differs_from_file,
    move_in_words, note, quote, tied_with, to_next_above, to_next_below,
};
use crate::page::{Markup, Page};
use dti_engine::calculator::Verdict;
use dti_engine::model::{Exact, Kind, Text};

/// Rank, places, score and change in one bar that stays on screen.
pub(super) fn hero(page: &Page, m: &mut Markup) {
    let Some(verdict) = &page.shown.verdict else {
        return;
    };
    let is_edited = page.shown.is_edited();
    let tag = page.tag();
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
        if let Some(tied) = tied_with(&page.tied(), language) {
            m.leaf("dd", "hero-tied", tied);
        }
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
            let decimals = verdict.digits.score;
            if !is_same {
                let score = decimal(verdict.baseline_score, decimals, language);
                before(page, m, score);
            }
            m.figure("strong", "", decimal(verdict.score, decimals, language));
            if !is_same {
                let change = change_to(verdict.change, decimals, language);
                m.figure("span", "change", change);
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
        if let Some(said) = given_otherwise(page) {
            m.leaf("li", "", said);
        }
    });
}

/// What the file of an own index gives otherwise, in a sentence.
fn given_otherwise(page: &Page) -> Option<String> {
    let found = page.given_otherwise();
    (!found.is_empty()).then(|| differs_from_file(&found, page.language))
}

impl Page {
    /// What the file of an own index gives and what comes out, by unit; totals only where they
    /// differ.
    pub(in crate::page) fn given_otherwise(&self) -> Vec<GivenOtherwise> {
        let own = self.shown.given_otherwise.iter();
        let told = own.map(|one| GivenOtherwise {
            unit: self.name_of(&one.unit),
            totals: one.published_total.map(|given| (given, one.total)),
            decimals: self.digits().score,
            ranks: one.published_rank.map(|given| (given, one.rank)),
        });
        told.collect()
    }

    /// The story in words.
    pub(in crate::page) fn sentence(&self) -> String {
        let told = gather(self).map(|story| quote(&story, self.language));
        self.renamed(told.unwrap_or_default())
    }

    /// Names of those that share the rank of the unit asked about.
    pub(in crate::page) fn tied(&self) -> Vec<Text> {
        let verdict = self.shown.verdict.iter();
        let rows = verdict.flat_map(|verdict| &verdict.tied);
        rows.map(|&row| self.name_at(row)).collect()
    }
}

/// Gathers the names around the verdict, and everything that is supposed.
fn gather(page: &Page) -> Option<Story> {
    let shown = &page.shown;
    let verdict = shown.verdict.clone()?;
    let edition = page.edition()?;
    let framework = edition.framework();
    let own = &shown.standings.of(verdict.position)?.card;
    let indicator = |id: &str| Some(framework.indicator(framework.node(id)?));
    let overrides = || shown.scenario.overrides.iter();
    let owned = |kind| overrides().filter(move |o| o.unit == shown.unit && o.kind == kind);
    let supposed = owned(Kind::WhatIf).filter_map(|o| {
        let node = framework.node(&o.indicator)?;
        Some(Supposed {
            indicator: framework.indicator(node).name.clone(),
            score: own.score(node),
            present: shown.present_value(verdict.position, node),
        })
    });
    let known = owned(Kind::Known).filter_map(|o| Some(indicator(&o.indicator)?.name.clone()));
    let is_other = |id: &str| id != shown.unit && overrides().any(|o| o.unit == id);
    let others = edition.units().iter().filter(|unit| is_other(&unit.id));
    let maxima = shown.scenario.max_points.iter().filter_map(|(id, now)| {
        let own = indicator(id)?;
        Some(NewMaximum {
            indicator: own.name.clone(),
            now: now.value(),
            before: own.max_points.value(),
        })
    });
    Some(Story {
        unit: page.name_at(verdict.position),
        edition: edition.header().title.clone(),
        above: verdict.above.map(|gap| page.name_at(gap.position)),
        below: verdict.below.map(|gap| page.name_at(gap.position)),
        tied: page.tied(),
        supposed: supposed.collect(),
        assessed: owned(Kind::Assessed).count(),
        known: known.collect(),
        others: others.map(|unit| unit.name.clone()).collect(),
        maxima: maxima.filter(|one| one.now != one.before).collect(),
        rivals: shown.scenario.rivals,
        is_edited: shown.is_edited(),
        provenance: edition.provenance(),
        verdict,
    })
}
