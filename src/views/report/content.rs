//! What a report says: the pieces of its document, each made of what the calculator answers.

use super::pictures;
use crate::state::State;
use crate::views::analyses::{Captioned, PlanReported, Reported, Why, reported};
use dti_charts::Canvas;
use dti_engine::calculator::{Calculator, Verdict};
use dti_engine::model::{Edition, Kind, Node, Origin, Override};
use dti_formats::link::Privacy;
use dti_formats::{Document, DocumentPiece, Tone};
use dti_words::{
    MissingLine, Words, dated, day_of, estimate_note, note, origin_word, report_facts,
    report_missing, report_origins, warning,
};
use leptos::prelude::*;
use std::sync::Arc;

/// A report without its pictures, which stand between what is above and below.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Content {
    pub(super) title: String,
    pub(super) above: Vec<DocumentPiece>,
    pub(super) below: Vec<DocumentPiece>,
}

/// The page as it is at one moment.
struct Ground {
    state: State,
    calculator: Arc<Calculator>,
    edition: Arc<Edition>,
    words: Words,
    verdict: Verdict,
}

impl Content {
    /// Of the page as it is, on a day as in `2026-11-22`; nothing where no unit is ranked.
    pub(super) fn of(state: State, day: Option<&str>) -> Option<Self> {
        let words = state.words.get();
        let canvas = Canvas {
            width: pictures::WIDTH,
            locale: dti_words::chart_locale(&words),
        };
        let said = reported(state, &canvas)?;
        let ground = Ground {
            state,
            calculator: state.calculator.get(),
            edition: state.edition.get(),
            verdict: state.verdict.get()?,
            words,
        };
        Some(ground.content(said, day))
    }

    /// All of it, with these pictures.
    pub(super) fn document(self, state: State, pictures: Vec<DocumentPiece>) -> Document {
        let mut pieces = self.above;
        if !pictures.is_empty() {
            pieces.push(heading(state.words.with_untracked(Words::pictures)));
        }
        pieces.extend(pictures);
        pieces.extend(self.below);
        Document {
            language: state.language.get_untracked(),
            title: self.title,
            pieces,
        }
    }
}

impl Ground {
    fn content(&self, said: Reported, day: Option<&str>) -> Content {
        let words = &self.words;
        let name = self.state.name(self.verdict.position);
        let mut above = self.result(day);
        above.extend(self.years(said.years, said.hidden));
        above.extend(self.why(said.why));
        above.extend(self.missing());
        above.extend(self.plan(said.plan));
        let mut below = vec![heading(words.report_sources())];
        below.push(DocumentPiece::List(self.sources(&said.editions, &above)));
        Content {
            title: words.report_title(name, self.state.edition_title()),
            above,
            below,
        }
    }

    /// Whose figures these are, the sentence to quote, and the result name by name.
    fn result(&self, day: Option<&str>) -> Vec<DocumentPiece> {
        let (state, words) = (self.state, &self.words);
        let warning = warning(state.is_edited(), words);
        let mut pieces: Vec<DocumentPiece> = warning
            .map(|warning| DocumentPiece::Paragraph(Tone::Warning, warning))
            .into_iter()
            .collect();
        let made = day.map(|day| words.report_made(day_of(day, words)));
        let made = made.map_or_else(
            || words.unofficial().to_owned(),
            |made| format!("{made} {}", words.unofficial()),
        );
        pieces.push(remark(made));
        pieces.push(heading(words.report_result()));
        pieces.push(DocumentPiece::Paragraph(Tone::Quote, state.sentence()));
        let neighbours = [self.verdict.above, self.verdict.below];
        let names = neighbours.map(|own| own.map(|own| state.name_at(own.position)));
        let [up, down] = names.map(Option::unwrap_or_default);
        let facts = report_facts(&self.verdict, [&up, &down], words);
        pieces.push(DocumentPiece::Facts(facts));
        let notes = state.notes().into_iter();
        let notes: Vec<String> = notes.map(|one| note(one, words)).collect();
        pieces.extend((!notes.is_empty()).then_some(DocumentPiece::List(notes)));
        pieces
    }

    fn years(&self, years: Option<Captioned>, hidden: String) -> Vec<DocumentPiece> {
        let Some((caption, table)) = years else {
            return Vec::new();
        };
        let table = DocumentPiece::Table(table.in_document(""));
        let mut pieces = vec![heading(&caption), table];
        pieces.extend(said(hidden).map(remark));
        pieces
    }

    fn why(&self, why: Why) -> Vec<DocumentPiece> {
        let mut pieces = vec![heading(self.words.analysis_explain())];
        pieces.extend(said(why.finding).map(plain));
        pieces.extend(said(why.told).map(plain));
        pieces.extend(why.table.map(table));
        pieces.extend(
            [why.estimated, why.whose]
                .into_iter()
                .filter_map(said)
                .map(remark),
        );
        pieces
    }

    fn missing(&self) -> Vec<DocumentPiece> {
        let words = &self.words;
        let framework = self.edition.framework();
        let row = self.verdict.position;
        let mains = framework
            .mains()
            .filter(|&node| framework.indicator(node).scored);
        let line = |node: Node| {
            let line = self.state.session.with(|now| {
                let present = self.state.present;
                present.with(|before| now.scorecard_line(before, row, node).ok())
            })?;
            Some(MissingLine {
                name: words
                    .in_language(&framework.indicator(node).name)
                    .to_owned(),
                origin: self.origin(node, line.origin),
                line,
            })
        };
        let lines: Vec<MissingLine> = mains.filter_map(line).collect();
        let (told, missing) = report_missing(lines, self.verdict.units, words);
        let caption = words.report_missing_table().to_owned();
        vec![
            heading(words.report_missing()),
            plain(told),
            table((caption, missing)),
        ]
    }

    /// The word for where a score comes from.
    fn origin(&self, node: Node, origin: Origin) -> String {
        let row = self.verdict.position;
        let holds = |kind: Kind| {
            let session = self.state.session;
            session.with(|session| session.holds(row, node, kind))
        };
        let word = match origin {
            Origin::Entered if holds(Kind::WhatIf) => self.words.origin_entered(),
            Origin::Entered if holds(Kind::Known) => self.words.origin_known(),
            origin => origin_word(&self.words, self.edition.provenance(), origin),
        };
        word.to_owned()
    }

    fn plan(&self, plan: PlanReported) -> Vec<DocumentPiece> {
        let mut pieces = vec![heading(self.words.analysis_plan())];
        pieces.extend(
            [plan.finding, plan.told]
                .into_iter()
                .filter_map(said)
                .map(plain),
        );
        if !plan.steps.is_empty() {
            pieces.push(DocumentPiece::List(plan.steps));
        }
        // Its steps say how much effort each takes.
        let not_money = plan
            .table
            .as_ref()
            .map(|_| self.words.plan_not_money().to_owned());
        pieces.extend(plan.table.map(table));
        pieces.extend(plan.remarks.into_iter().chain(not_money).map(remark));
        pieces
    }

    /// Where the figures were read, what the reader's own are, how estimates are marked, and where the
    /// scenario can be opened again.
    fn sources(&self, editions: &[Arc<Edition>], above: &[DocumentPiece]) -> Vec<String> {
        let (state, words, calculator) = (self.state, &self.words, &self.calculator);
        let unit = state.id(self.verdict.position);
        let is_among = editions.iter().any(|own| own.id() == self.edition.id());
        let own = (!is_among).then_some(&self.edition);
        let mut told: Vec<String> = Vec::new();
        for edition in editions.iter().chain(own) {
            let unit = calculator.counterpart(&unit, edition.id());
            let row = unit.and_then(|unit| edition.rows().get(edition.position(unit)?));
            // Words are about one edition: another may rank something else.
            let words = Words::of(words.language(), Some(edition));
            let lines = report_origins(calculator, edition, row, &words);
            told.extend(
                lines
                    .into_iter()
                    .filter(|line| !told.contains(line))
                    .collect::<Vec<_>>(),
            );
        }
        let known = self.known();
        if !known.is_empty() {
            told.push(words.report_known(known.join("; ")));
        }
        if above.iter().any(is_marked) {
            told.push(words.report_estimates());
            let error = state.estimate_error.get();
            told.extend(error.map(|error| words.report_estimates_off(estimate_note(error, words))));
        }
        let version = calculator.data_version();
        told.push(dated(version.number, &version.date, words));
        if let Some(address) = state.address_of(Privacy::ChoicesOnly) {
            told.push(format!("{} {address}", words.paper_link()));
        }
        told
    }

    /// The reader's own figures, each with its value.
    fn known(&self) -> Vec<String> {
        let figures = self.state.own_figures();
        let known = |own: &Override| crate::views::share::written(self.state, own);
        figures.iter().filter_map(known).collect()
    }
}

/// Whether a number in a piece is marked as an estimate.
fn is_marked(piece: &DocumentPiece) -> bool {
    let is_marked = |text: &String| text.contains('≈');
    match piece {
        DocumentPiece::Heading(text) | DocumentPiece::Paragraph(_, text) => is_marked(text),
        DocumentPiece::Facts(facts) => facts.iter().any(|(_, value)| is_marked(value)),
        DocumentPiece::List(lines) => lines.iter().any(is_marked),
        DocumentPiece::Table(table) => table.rows.iter().flatten().any(is_marked),
        DocumentPiece::Picture(_) => false,
    }
}

fn heading(text: &str) -> DocumentPiece {
    DocumentPiece::Heading(text.to_owned())
}

fn plain(text: String) -> DocumentPiece {
    DocumentPiece::Paragraph(Tone::Plain, text)
}

fn remark(text: String) -> DocumentPiece {
    DocumentPiece::Paragraph(Tone::Remark, text)
}

fn table((caption, table): Captioned) -> DocumentPiece {
    DocumentPiece::Table(table.in_document(caption))
}

/// A text that says something.
fn said(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}
