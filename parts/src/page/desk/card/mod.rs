//! The detailed scorecard as a work sheet: components below each main indicator, each with what its
//! unit gives itself, what the stages of assessment gave and what if, and what it is worth.

mod details;
mod entry;
mod field;
mod goal;
mod look;
mod problems;
mod reading;
mod row;
mod rule_words;
mod sheet;
mod top;
mod words;
mod worth;

use super::ground::Ground;
use super::{Desk, Event, News};
use crate::page::EventKind;
use dti_engine::calculator::{AssessmentColumn, AssessmentFault, CalculatorError, ComponentCard};
use dti_engine::model::RuleKind;
use entry::{Draft, assessment, is_here, place};
use field::{Field, Spot, stage_of};
use look::{Look, Part, View, parts};
pub(super) use sheet::view;
use top::unplaced;
pub(super) use worth::prepare;
use worth::{Goal, Worth, suppose};

/// What is open and typed in the scorecard.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    look: Look,
    /// The stage whose field the reader put into the lines of a unit's scorecard.
    stage: Option<([String; 2], AssessmentColumn)>,
    /// Ids of components whose details are open.
    open: Vec<String>,
    /// Id of the component that a phone shows.
    current: String,
    is_worth_open: bool,
    is_worth_whole: bool,
    worth: Option<Worth>,
    /// Whether the reader did something here that is no step on the way to something else.
    is_settled: bool,
    drafts: Vec<Draft>,
}

/// Opens the scorecard, at a main indicator where one is named.
pub(super) fn open(desk: &mut Desk, main: &str) {
    if main.is_empty() {
        return;
    }
    desk.card.look = Look::default();
    if let Some(ground) = &desk.ground {
        let framework = ground.framework();
        let first = framework
            .node(main)
            .and_then(|node| framework.indicator(node).children.first());
        let first = first.map(|&node| framework.indicator(node).id.clone());
        desk.card.current = first.unwrap_or_else(|| main.to_owned());
    }
    desk.news.push(News::Focus(main_id(main)));
}

/// What happened to one of its controls.
pub(super) fn take_in(desk: &mut Desk, deed: &str, event: &Event) {
    let (verb, object) = deed.split_once(' ').unwrap_or((deed, ""));
    desk.card.is_settled = event.kind != EventKind::Input;
    match event.kind {
        _ if verb == "set" => entry::set(desk, object, event),
        EventKind::Change => choose(desk, verb, event.value),
        EventKind::Click => press(desk, verb, object),
        _ => {}
    }
}

/// A choice in one of the lists above the sheet.
fn choose(desk: &mut Desk, verb: &str, value: &str) {
    let look = &mut desk.card.look;
    match verb {
        "view" => {
            let mut views = View::ALL.into_iter();
            let chosen = views.find(|view| view.as_str() == value);
            look.view = chosen.unwrap_or_default();
        }
        "main" => value.clone_into(&mut look.main),
        "missing" => look.missing = stage_of(value),
        "kind" => value.clone_into(&mut look.kind),
        "stage" => {
            if let (Some(stage), Some(ground)) = (stage_of(value), &desk.ground) {
                desk.card.stage = Some((place(ground), stage));
            }
        }
        _ => {}
    }
}

fn press(desk: &mut Desk, verb: &str, object: &str) {
    match verb {
        "tick" => entry::tick(desk, object),
        "more" => {
            let open = &mut desk.card.open;
            let before = open.len();
            open.retain(|own| own != object);
            if open.len() == before {
                open.push(object.to_owned());
            }
        }
        "go" => object.clone_into(&mut desk.card.current),
        "worth" => desk.card.is_worth_open = !desk.card.is_worth_open,
        "all-worth" => desk.card.is_worth_whole = true,
        "full" => suppose(desk, object, Goal::Full),
        "step" => suppose(desk, object, Goal::Step),
        "clear" => clear(desk),
        "drop-faulty" => drop_faulty(desk),
        _ => {}
    }
}

/// The stage whose field stands in the lines: the reader's choice, else what the unit gives itself.
fn stage_in_line(desk: &Desk, ground: &Ground) -> AssessmentColumn {
    let chosen = desk.card.stage.as_ref();
    let chosen = chosen.filter(|(place, _)| is_here(place, ground));
    chosen.map_or(AssessmentColumn::SelfAssessed, |(_, stage)| *stage)
}

/// From one row's field to the next row's, or back.
fn go(desk: &mut Desk, field: &Field, key: &str) {
    let Some(ground) = &desk.ground else {
        return;
    };
    let Spot::Value(stage) = field.spot else {
        return;
    };
    let Ok(card) = card_of(desk, ground) else {
        return;
    };
    let framework = ground.framework();
    let rows: Vec<&str> = shown_parts(desk, ground, &card)
        .iter()
        .flat_map(|part| &part.lines)
        .filter(|line| line.is_scored && !line.is_sum)
        .map(|line| framework.indicator(line.node).id.as_str())
        .collect();
    // In a list the arrows choose.
    let is_list = framework.node(&field.indicator).is_some_and(|node| {
        let kind = &framework.indicator(node).rule.kind;
        matches!(
            kind,
            RuleKind::YesNo | RuleKind::Levels(_) | RuleKind::StepChoices(_)
        )
    });
    let row = rows.iter().position(|id| *id == field.indicator);
    let next = match (key, row) {
        ("Enter", Some(row)) => row.checked_add(1),
        ("ArrowDown", Some(row)) if !is_list => row.checked_add(1),
        ("ArrowUp", Some(row)) if !is_list => row.checked_sub(1),
        _ => None,
    };
    if let Some(id) = next.and_then(|next| rows.get(next)) {
        let next = Field::value(id, stage);
        desk.card.current.clone_from(&next.indicator);
        desk.news.push(News::Focus(next.id()));
    }
}

/// Takes everything out that was entered for the unit; it can be taken back.
fn clear(desk: &mut Desk) {
    let Some(ground) = &desk.ground else {
        return;
    };
    let language = ground.language;
    let mut empty = assessment(desk, ground);
    empty.rows.clear();
    let mut next = desk.own.clone();
    next.assess(empty);
    desk.card.drafts.clear();
    match desk.change(next) {
        Ok(()) => words::cleared(language).clone_into(&mut desk.done),
        Err(refusal) => desk.refusal = Some(refusal),
    }
}

/// Takes the values out that cannot count and have no row of their own.
fn drop_faulty(desk: &mut Desk) {
    let Some(ground) = &desk.ground else {
        return;
    };
    let mut own = assessment(desk, ground);
    let Ok(card) = card_of(desk, ground) else {
        return;
    };
    let faults: Vec<AssessmentFault> = unplaced(ground.framework(), &card).cloned().collect();
    // Backwards: of two rows of one component the first stays.
    for fault in &faults {
        let last = own
            .rows
            .iter()
            .rposition(|row| row.indicator == fault.indicator);
        if let Some(last) = last {
            own.rows.remove(last);
        }
    }
    let mut next = desk.own.clone();
    next.assess(own);
    if let Err(refusal) = desk.change(next) {
        desk.refusal = Some(refusal);
    }
}

fn card_of(desk: &Desk, ground: &Ground) -> Result<ComponentCard, CalculatorError> {
    let own = assessment(desk, ground);
    let scenario = &ground.link.scenario;
    desk.calculator
        .component_card(scenario, ground.position, &own)
}

fn shown_parts<'a>(desk: &Desk, ground: &Ground, card: &'a ComponentCard) -> Vec<Part<'a>> {
    let framework = ground.framework();
    parts(framework, card, &desk.card.look, |node| {
        let id = &framework.indicator(node).id;
        desk.card.open.iter().any(|open| open == id)
    })
}

fn main_id(main: &str) -> String {
    format!("main-part-{main}")
}

#[cfg(test)]
mod tests;
