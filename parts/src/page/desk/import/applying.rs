//! A table understood, and taken over: the three kinds behind one face.

use super::super::words::say;
use super::super::{Desk, Refusal};
use super::{Table, words};
use crate::page::names::NamesIn;
use crate::page::renamed::Renamed;
use crate::page::text::Names as _;
use dti_engine::calculator::earned_points;
use dti_engine::model::{Assessed, Assessment, ComponentList, Edition, ResultsTable};
use dti_formats::link::Language;
use dti_formats::{
    Column, DecimalMark, Draft, DraftRow, Earned, Finding, MainNumber, Own, Scale, Severity,
    TableKind, UnitQuestion, read_assessment, read_component_list, read_list_and_card,
    read_results, results_change,
};
use std::sync::Arc;

/// What a table means, whatever its kind.
pub(super) struct Understood {
    pub(super) columns: Vec<Column>,
    pub(super) first_row: usize,
    pub(super) mark: DecimalMark,
    pub(super) scale: Option<Scale>,
    pub(super) rows: Vec<DraftRow>,
    pub(super) mains: Vec<MainNumber>,
    pub(super) questions: Vec<UnitQuestion>,
    pub(super) findings: Vec<Finding>,
    /// What is taken over, if nothing stands in the way.
    value: Option<Value>,
}

enum Value {
    List(ComponentList),
    Card(Assessment),
    ListAndCard(ComponentList, Assessment),
    Results(ResultsTable),
}

const EARNED: Earned = |framework, node, raw| earned_points(framework, node, raw).ok();

impl Understood {
    /// Reads a table for an edition.
    pub(super) fn of(table: &Table, edition: &Edition) -> Self {
        let (grid, choices) = (&table.grid, &table.choices);
        match table.kind {
            TableKind::Components => {
                let draft = read_component_list(grid, edition.framework(), choices);
                Self::from_draft(draft, Value::List)
            }
            TableKind::Scorecard => {
                let draft = read_assessment(grid, edition, &table.unit, choices, EARNED);
                Self::from_draft(draft, Value::Card)
            }
            TableKind::ListAndCard => {
                let draft = read_list_and_card(grid, edition, &table.unit, choices, EARNED);
                Self::from_draft(draft, |(list, card)| Value::ListAndCard(list, card))
            }
            TableKind::Results => {
                Self::from_draft(read_results(grid, edition, choices), Value::Results)
            }
        }
    }

    fn from_draft<T>(draft: Draft<T>, value: impl FnOnce(T) -> Value) -> Self {
        Self {
            columns: draft.columns.clone(),
            first_row: draft.first_row,
            mark: draft.mark,
            scale: draft.scale,
            rows: draft.rows.clone(),
            mains: draft.mains.clone(),
            questions: draft.questions.clone(),
            findings: draft.findings.clone(),
            value: draft.finish().ok().map(value),
        }
    }

    /// Findings of one severity.
    pub(super) fn found(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .filter(move |finding| finding.severity() == severity)
    }

    /// What would change, in a sentence; `None` while something stands in the way.
    pub(super) fn change(
        &self,
        own: &Own,
        edition: &Arc<Edition>,
        language: Language,
    ) -> Option<String> {
        Some(match self.value.as_ref()? {
            Value::Results(table) => {
                words::results_change(&results_change(edition, table), language)
            }
            Value::List(list) => list_change(list, own, edition, language),
            Value::Card(card) => card_change(card, own, edition, language),
            Value::ListAndCard(list, card) => {
                let list = list_change(list, own, edition, language);
                format!("{list} {}", card_change(card, own, edition, language))
            }
        })
    }
}

/// What a scorecard brings, and how much it takes the place of.
fn card_change(card: &Assessment, own: &Own, edition: &Arc<Edition>, language: Language) -> String {
    let name = NamesIn::new(Some(edition), language).unit(&card.unit);
    let before = own.assessment(&card.edition, &card.unit);
    let before = before.map_or(0, |before| values(&before.rows));
    words::card_change(&name, values(&card.rows), before, language)
}

/// What a list brings, and what becomes of the one that was loaded before.
fn list_change(
    list: &ComponentList,
    own: &Own,
    edition: &Arc<Edition>,
    language: Language,
) -> String {
    let names = NamesIn::new(Some(edition), language);
    let mut before = own.lists.iter();
    let before = before.rfind(|other| other.framework == list.framework);
    let mains = list.mains();
    let mut sentences = vec![words::list_change(list.rows.len(), mains.len(), language)];
    if let Some(before) = before {
        let below = |is_here: bool| {
            let rows = before.rows.iter();
            let rows = rows.filter(|row| mains.contains(&before.main_of(row)) == is_here);
            let own = before.mains().into_iter();
            let own = own.filter(|main| mains.contains(main) == is_here);
            let own: Vec<String> = own.map(|main| names.indicator(main)).collect();
            (rows.count(), own.join(", "))
        };
        let ((replaced, replaced_of), (kept, kept_of)) = (below(true), below(false));
        if replaced > 0 {
            sentences.push(words::list_replaced(replaced, &replaced_of, language));
        }
        if kept > 0 {
            sentences.push(words::list_kept(kept, &kept_of, language));
        }
    }
    sentences.join(" ")
}

/// How many values there are.
fn values(rows: &[Assessed]) -> usize {
    let values = |row: &Assessed| {
        let Assessed {
            own,
            reviewed,
            explained,
            verified,
            what_if,
            ..
        } = row;
        let all = [own, reviewed, explained, verified, what_if];
        all.into_iter().flatten().count()
    };
    rows.iter().map(values).sum()
}

/// Takes the table over, all of it or nothing.
pub(super) fn apply(desk: &mut Desk) {
    let (Some(table), Some(ground)) = (&desk.import.table, &desk.ground) else {
        return;
    };
    let edition = table.edition(desk, ground);
    let understood = Understood::of(table, &edition);
    let language = desk.language();
    let sentence = understood.change(&desk.own, &edition, language);
    let (Some(value), Some(sentence)) = (understood.value, sentence) else {
        let text = say(
            language,
            "Chưa nhập được: hãy sửa các lỗi ở dưới trước.",
            "Nothing is taken over yet: correct the errors below first.",
        );
        desk.refusal = Some(Refusal::Said(text.to_owned()));
        return;
    };
    let next = with(&desk.own, value);
    match desk.change(next) {
        Ok(()) => {
            let done = say(language, "Đã nhập. ", "Taken over. ");
            let sentence = Renamed::sentence(desk.calculator, &edition, sentence);
            desk.done = format!("{done}{sentence}");
            desk.refusal = None;
            desk.import.table = None;
            desk.import.pasted.clear();
        }
        Err(refusal) => desk.refusal = Some(refusal),
    }
}

/// What the reader brought, with a table in it.
fn with(own: &Own, value: Value) -> Own {
    let mut next = own.clone();
    match value {
        Value::List(list) => put_list(&mut next, list),
        Value::Card(card) => next.assess(card),
        Value::ListAndCard(list, card) => {
            put_list(&mut next, list);
            next.assess(card);
        }
        Value::Results(table) => {
            next.results.retain(|other| other.edition != table.edition);
            next.results.push(table);
        }
    }
    next
}

/// Puts a list beside what an earlier one has of other main indicators.
fn put_list(own: &mut Own, list: ComponentList) {
    let is_same = |other: &&ComponentList| other.framework == list.framework;
    let before = own.lists.iter().rfind(is_same);
    let list = before.map_or_else(|| list.clone(), |before| before.with_newer(&list));
    own.lists.retain(|other| other.framework != list.framework);
    own.lists.push(list);
}
