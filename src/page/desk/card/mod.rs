//! The detailed scorecard: components below each main indicator, each with what its unit gives
//! itself, what was verified and what if.

mod entry;
mod row;
mod top;
mod words;

use super::ground::Ground;
use super::{Desk, Event, Markup, button};
use crate::page::EventKind;
use crate::page::text::in_language;
use crate::page::views::control::select;
use dti_engine::calculator::{
    AssessmentFault, CalculatorError, CardView, ComponentCard, ComponentMain,
};
use entry::{Draft, assessment};
use row::Row;
use top::{about_components, said, totals, unplaced};

/// What is open and typed in the scorecard.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct State {
    /// Ids of main indicators that are open.
    open: Vec<String>,
    /// Ids of those that are closed while a part only is shown: its rows are few.
    closed: Vec<String>,
    view: CardView,
    drafts: Vec<Draft>,
}

impl State {
    fn is_open(&self, main: &str) -> bool {
        match self.view {
            CardView::All => self.open.iter().any(|open| open == main),
            _ => !self.closed.iter().any(|closed| closed == main),
        }
    }

    fn toggle(&mut self, main: &str) {
        let list = match self.view {
            CardView::All => &mut self.open,
            _ => &mut self.closed,
        };
        let before = list.len();
        list.retain(|own| own != main);
        if list.len() == before {
            list.push(main.to_owned());
        }
    }
}

/// Opens the scorecard, at a main indicator where one is named.
pub(super) fn open(desk: &mut Desk, main: &str) {
    if main.is_empty() {
        return;
    }
    desk.card.view = CardView::All;
    if !desk.card.is_open(main) {
        desk.card.toggle(main);
    }
    desk.news.push(super::News::Focus(main_id(main)));
}

/// What happened to one of its controls.
pub(super) fn take_in(desk: &mut Desk, deed: &str, event: &Event) {
    let (verb, object) = deed.split_once(' ').unwrap_or((deed, ""));
    let is_click = event.kind == EventKind::Click;
    match verb {
        "set" => entry::set(desk, object, event),
        "tick" => entry::tick(desk, object, event),
        "view" if event.kind == EventKind::Change => {
            let mut views = CardView::ALL.into_iter();
            let chosen = views.find(|view| view.as_str() == event.value);
            desk.card.view = chosen.unwrap_or_default();
            desk.card.closed.clear();
        }
        "toggle" if is_click => desk.card.toggle(object),
        "slots" if is_click => put_slots(desk, Slots::Used),
        "no-slots" if is_click => put_slots(desk, Slots::Dropped),
        "clear" if is_click => clear(desk),
        "drop-faulty" if is_click => drop_faulty(desk),
        _ => {}
    }
}

/// Whether assumed slots stand below the main indicators.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Slots {
    Used,
    Dropped,
}

fn put_slots(desk: &mut Desk, wanted: Slots) {
    let Some(ground) = &desk.ground else {
        return;
    };
    let framework = ground.framework().id().to_owned();
    let mut next = desk.own.clone();
    next.slots.retain(|own| *own != framework);
    if wanted == Slots::Used {
        next.slots.push(framework);
    }
    if let Err(refusal) = desk.change(next) {
        desk.refusal = Some(refusal);
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
    let Ok(card) = card_of(desk, ground, CardView::All) else {
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

fn card_of(desk: &Desk, ground: &Ground, view: CardView) -> Result<ComponentCard, CalculatorError> {
    let own = assessment(desk, ground);
    let scenario = &ground.link.scenario;
    desk.calculator
        .component_card(scenario, ground.position, &own, view)
}

fn main_id(main: &str) -> String {
    format!("main-part-{main}")
}

/// The scorecard.
pub(super) fn view(desk: &Desk, ground: &Ground, m: &mut Markup) {
    let language = ground.language;
    let card = match card_of(desk, ground, desk.card.view) {
        Ok(card) => card,
        Err(error) => {
            let said = super::words::problem(&error, Some(ground), language);
            return m.leaf("p", "notice", said);
        }
    };
    m.node("section", "component-card", |m| {
        let edition = in_language(&ground.edition.header().title, language);
        m.leaf("h3", "", format!("{}, {edition}", ground.unit_name()));
        if ground.edition.header().is_example() {
            m.leaf("p", "caution", words::example(language));
        }
        totals(ground, &card, m);
        if card.standing.estimated {
            m.leaf("p", "caution", words::rests_on_estimates(language));
        }
        m.leaf("p", "component-private", words::private(language));
        about_components(desk, ground, m);
        said(ground, &card, m);
        tools(desk, ground, m);
        if card.mains.is_empty() {
            m.leaf("p", "", words::nothing_here(language));
        }
        for main in &card.mains {
            main_part(desk, ground, m, &card, main);
        }
    });
}

/// The way to look, and what is done to the whole scorecard.
fn tools(desk: &Desk, ground: &Ground, m: &mut Markup) {
    let language = ground.language;
    m.node("p", "component-tools", |m| {
        m.node("label", "", |m| {
            m.set("for", "component-view");
            m.text(words::look(language));
        });
        let options = CardView::ALL.map(|view| {
            let text = words::view(view, language).to_owned();
            (view.as_str().to_owned(), text)
        });
        let chosen = desk.card.view.as_str();
        select(
            m,
            "desk card view",
            ("id", "component-view"),
            options.to_vec(),
            chosen,
        );
        if !assessment(desk, ground).rows.is_empty() {
            button(m, "desk card clear", words::clear(language));
        }
    });
}

/// A main indicator as a button that opens what stands below it.
fn main_part(
    desk: &Desk,
    ground: &Ground,
    m: &mut Markup,
    card: &ComponentCard,
    main: &ComponentMain,
) {
    let language = ground.language;
    let indicator = ground.framework().indicator(main.own.node);
    let is_open = desk.card.is_open(&indicator.id);
    let list_id = format!("main-list-{}", indicator.id);
    m.node("div", "component-main", |m| {
        let deed = format!("desk card toggle {}", indicator.id);
        m.node("h4", "", |m| {
            m.node("button", "", |m| {
                m.set("id", main_id(&indicator.id));
                m.set("type", "button");
                m.set("data-do", deed);
                m.set("aria-expanded", if is_open { "true" } else { "false" });
                m.set("aria-controls", list_id.clone());
                m.leaf("span", "component-name", words::name(indicator, language));
                if main.own.is_scored {
                    let (own, most) = (main.own.points, main.own.max_points);
                    m.leaf("span", "", words::points_of(own, most, language));
                    m.leaf("span", "", words::at_max(main, language));
                } else {
                    m.leaf("span", "", words::unscored(language));
                }
            });
        });
        m.node("ul", "", |m| {
            m.set("id", list_id);
            m.flag("hidden", !is_open);
            if is_open {
                for line in &main.lines {
                    let faults = &card.faults;
                    Row {
                        desk,
                        ground,
                        line,
                        faults,
                    }
                    .draw(m);
                }
            }
        });
    });
}

#[cfg(test)]
mod tests;
