//! The detailed scorecard as a work sheet: components below each main indicator, each with what its
//! unit gives itself, what the stages of assessment gave and what if, and what it is worth.

mod details;
mod entry;
mod field;
mod goal;
mod look;
mod row;
mod rule_words;
mod top;
mod words;
mod worth;

use super::ground::Ground;
use super::{Desk, Event, Markup, News, button};
use crate::page::EventKind;
use crate::page::text::in_language;
use crate::page::views::control::select;
use dti_engine::calculator::{
    AssessmentColumn, AssessmentFault, CalculatorError, CardView, ComponentCard, ComponentMain,
};
use dti_engine::model::RuleKind;
use entry::{Draft, assessment, place};
use field::{Field, Spot, stage_of};
use look::{Look, Part, View, kinds, parts};
use row::Row;
use top::{about_components, said, sums, totals, unplaced};
pub(super) use worth::prepare;
use worth::{Goal, Worth, suppose};

/// What is open and typed in the scorecard.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    look: Look,
    /// The stage whose field stands in the lines of a unit's scorecard, once it is settled.
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

/// The stage whose field stands in the lines: the reader's choice, else the what-if, or what the unit
/// gives itself while nothing is entered.
fn stage_in_line(desk: &Desk, ground: &Ground) -> AssessmentColumn {
    let here = place(ground);
    let settled = desk.card.stage.as_ref().filter(|(place, _)| *place == here);
    match settled {
        Some((_, stage)) => *stage,
        None if assessment(desk, ground).rows.is_empty() => AssessmentColumn::SelfAssessed,
        None => AssessmentColumn::WhatIf,
    }
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
        .component_card(scenario, ground.position, &own, CardView::All)
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

/// The scorecard.
pub(super) fn view(desk: &Desk, ground: &Ground, m: &mut Markup) {
    let language = ground.language;
    let card = match card_of(desk, ground) {
        Ok(card) => card,
        Err(error) => {
            let said = super::words::problem(&error, Some(ground), language);
            return m.leaf("p", "notice", said);
        }
    };
    let is_outdated = desk
        .card
        .worth
        .as_ref()
        .is_some_and(|worth| worth.is_outdated);
    m.node("section", "", |m| {
        m.classes("component-card", &[("outdated", is_outdated)]);
        let edition = in_language(&ground.edition.header().title, language);
        m.leaf("h3", "", format!("{}, {edition}", ground.unit_name()));
        if ground.edition.header().is_example() {
            m.leaf("p", "caution", words::example(language));
        }
        m.node("div", "component-head", |m| {
            totals(ground, &card, m);
            sums(ground, &card, m);
        });
        if card.standing.estimated {
            m.leaf("p", "caution", words::rests_on_estimates(language));
        }
        m.leaf("p", "component-private", words::private(language));
        about_components(ground, m);
        said(ground, &card, m);
        worth::view(desk, ground, m);
        tools(desk, ground, m);
        sheet(desk, ground, m, &card);
    });
}

/// The ways to look, and what is done to the whole scorecard.
fn tools(desk: &Desk, ground: &Ground, m: &mut Markup) {
    let (language, framework) = (ground.language, ground.framework());
    let look = &desk.card.look;
    let stages = AssessmentColumn::ALL.map(|stage| {
        let text = words::column(stage, language).to_owned();
        (stage.as_str().to_owned(), text)
    });
    let first = |text: &'static str| vec![(String::new(), text.to_owned())];
    m.node("div", "component-tools", |m| {
        let mut list = |id: &'static str, deed, label, options, chosen: &str| {
            m.node("span", "component-tool", |m| {
                m.node("label", "", |m| {
                    m.set("for", id);
                    m.text(label);
                });
                select(m, deed, ("id", id), options, chosen);
            });
        };
        let (stage, label) = (stage_in_line(desk, ground), words::stage(language));
        let options = stages.to_vec();
        list(
            "component-stage",
            "desk card stage",
            label,
            options,
            stage.as_str(),
        );
        let views = View::ALL.map(|view| {
            let text = words::view(view, language).to_owned();
            (view.as_str().to_owned(), text)
        });
        let label = words::look(language);
        list(
            "component-view",
            "desk card view",
            label,
            views.to_vec(),
            look.view.as_str(),
        );
        let mut mains = first(words::all_mains(language));
        mains.extend(framework.mains().map(|node| {
            let main = framework.indicator(node);
            (main.id.clone(), words::name(main, language))
        }));
        let label = words::main_filter(language);
        list("component-main", "desk card main", label, mains, &look.main);
        let mut missing = first(words::any_stage(language));
        missing.extend(stages);
        let (label, chosen) = (words::missing_filter(language), look.missing);
        let chosen = chosen.map_or("", AssessmentColumn::as_str);
        list(
            "component-missing",
            "desk card missing",
            label,
            missing,
            chosen,
        );
        let mut all = first(words::all_kinds(language));
        all.extend(kinds(framework).into_iter().map(|kind| {
            let text = words::kind(kind, language).to_owned();
            (kind.to_owned(), text)
        }));
        let label = words::kind_filter(language);
        list("component-kind", "desk card kind", label, all, &look.kind);
        if !assessment(desk, ground).rows.is_empty() {
            button(m, "desk card clear", words::clear(language));
        }
    });
}

/// The lines, and on a phone the way from one to the next.
fn sheet(desk: &Desk, ground: &Ground, m: &mut Markup, card: &ComponentCard) {
    let language = ground.language;
    let parts = shown_parts(desk, ground, card);
    let framework = ground.framework();
    let ids: Vec<&str> = parts
        .iter()
        .flat_map(|part| &part.lines)
        .map(|line| framework.indicator(line.node).id.as_str())
        .collect();
    if ids.is_empty() {
        return m.leaf("p", "", words::nothing_here(language));
    }
    let found = ids.iter().position(|id| *id == desk.card.current);
    let row = found.unwrap_or_default();
    let current = ids.get(row).copied().unwrap_or_default();
    steps(m, &ids, row, ground);
    for part in &parts {
        one_part(desk, ground, m, (card, part), current);
    }
}

/// Back, "12/98", next.
fn steps(m: &mut Markup, ids: &[&str], row: usize, ground: &Ground) {
    let language = ground.language;
    m.node("div", "component-steps", |m| {
        let mut step = |id: &'static str, label: &'static str, to: Option<usize>| {
            let to = to.and_then(|to| ids.get(to));
            m.node("button", "quiet", |m| {
                m.set("id", id);
                m.set("type", "button");
                m.set("data-do", format!("desk card go {}", to.unwrap_or(&"")));
                if to.is_none() {
                    m.set("aria-disabled", "true");
                }
                m.text(label);
            });
        };
        step(
            "component-before",
            words::before(language),
            row.checked_sub(1),
        );
        step(
            "component-after",
            words::after(language),
            row.checked_add(1),
        );
        m.node("span", "component-position", |m| {
            m.set("role", "status");
            m.text(format!("{}/{}", row + 1, ids.len()));
        });
    });
}

/// A main indicator with what is shown of it, or a list over all of them.
fn one_part(
    desk: &Desk,
    ground: &Ground,
    m: &mut Markup,
    (card, part): (&ComponentCard, &Part<'_>),
    current: &str,
) {
    let framework = ground.framework();
    let stage = stage_in_line(desk, ground);
    let has_current = part
        .lines
        .iter()
        .any(|line| framework.indicator(line.node).id == current);
    m.node("div", "", |m| {
        m.classes("component-main", &[("current", has_current)]);
        match part.main {
            Some(main) => heading(ground, m, main),
            None => m.leaf("h4", "", words::over_all(ground.language)),
        }
        m.node("ul", "", |m| {
            for line in &part.lines {
                let worth = desk.card.worth.as_ref();
                Row {
                    desk,
                    ground,
                    line,
                    faults: &card.faults,
                    stage,
                    places: worth.map_or(0, |worth| worth.places(line.node)),
                    is_current: framework.indicator(line.node).id == current,
                }
                .draw(m);
            }
        });
    });
}

fn heading(ground: &Ground, m: &mut Markup, main: &ComponentMain) {
    let language = ground.language;
    let indicator = ground.framework().indicator(main.own.node);
    m.node("h4", "", |m| {
        m.set("id", main_id(&indicator.id));
        m.set("tabindex", "-1");
        m.leaf("span", "component-name", words::name(indicator, language));
        if main.own.is_scored {
            let (own, most) = (main.own.points, main.own.max_points);
            m.leaf("span", "", words::points_of(own, most, language));
            m.leaf("span", "", words::at_max(main, language));
        } else {
            m.leaf("span", "", words::unscored(language));
        }
    });
}

#[cfg(test)]
mod tests;
