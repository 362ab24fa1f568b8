//! One component as a line: what it is, the field that is being filled, what that comes to, its points, what
//! it misses and is worth. Everything else of it is in its details.

use super::controls::control;
use super::details::details;
use super::sheet::Sheet;
use crate::browser::{document, keyboard};
use crate::components::{aria, at_first, flag, redrawn, text, when};
use dti_engine::calculator::{AssessmentColumn, ComponentLine};
use dti_engine::model::{Exact, Level, Node, Rule, RuleKind};
use dti_own_data::card::{Fault, Field, Spot, raw_in};
use dti_words::own_data::card as said;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// What of a component never changes while its sheet is open.
#[derive(Clone, Debug)]
pub(super) struct Component {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) rule: Arc<Rule>,
    /// Its own max points, for which its rule gives points.
    pub(super) most: Exact,
    pub(super) is_scored: bool,
    /// Whether it is the sum of criteria.
    pub(super) is_sum: bool,
    criteria: usize,
    is_criterion: bool,
}

/// A line of the sheet. A copy is as good as the other.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub(super) sheet: Sheet,
    pub(super) node: Node,
    pub(super) own: StoredValue<Component>,
    /// What it comes to.
    pub(super) line: Memo<Option<ComponentLine>>,
    /// All lines that are shown, in their order.
    all: Memo<Vec<Node>>,
}

impl Row {
    /// That of a component; `all` are the lines that are shown.
    pub(super) fn new(sheet: Sheet, node: Node, all: Memo<Vec<Node>>) -> Self {
        let words = sheet.desk.state.words.get_untracked();
        let edition = sheet.edition();
        let indicator = edition.framework().indicator(node);
        let line = Memo::new(move |_| sheet.line(node));
        let is_sum = line.with_untracked(|line| line.as_ref().is_some_and(|line| line.is_sum));
        Self {
            sheet,
            node,
            own: StoredValue::new(Component {
                id: indicator.id.clone(),
                name: said::name(indicator, &words),
                rule: Arc::new(indicator.rule.clone()),
                most: indicator.max_points.value(),
                is_scored: indicator.scored,
                is_sum,
                criteria: indicator.children.len(),
                is_criterion: indicator.level == Level::Criterion,
            }),
            line,
            all,
        }
    }

    /// Its id.
    pub(super) fn id(self) -> String {
        self.own.with_value(|own| own.id.clone())
    }

    /// Its rule.
    pub(super) fn rule(self) -> Arc<Rule> {
        self.own.with_value(|own| Arc::clone(&own.rule))
    }

    /// Whether it takes values.
    pub(super) fn has_fields(self) -> bool {
        self.own
            .with_value(|own| own.is_scored && !own.is_sum && own.rule.kind != RuleKind::Unscored)
    }

    /// A control of it.
    pub(super) fn field(self, spot: Spot) -> Field {
        Field {
            indicator: self.id(),
            spot,
        }
    }

    /// Something said of its line; nothing without one.
    pub(super) fn told(
        self,
        say: fn(&ComponentLine, &dti_words::Words) -> String,
    ) -> Signal<String> {
        let words = self.sheet.desk.state.words.get_untracked();
        text(move || {
            self.line.with(|line| {
                line.as_ref()
                    .map(|line| say(line, &words))
                    .unwrap_or_default()
            })
        })
    }

    /// What the value of a stage comes to.
    pub(super) fn reading(self, stage: AssessmentColumn) -> String {
        let words = self.sheet.desk.state.words.get_untracked();
        self.line.with(|line| {
            let Some(line) = line else {
                return String::new();
            };
            if line.is_sum {
                let mut values = AssessmentColumn::ALL.into_iter().zip(&line.values);
                let found = values.find(|(own, _)| *own == stage);
                let points = found.and_then(|(_, value)| value.points);
                return points.map_or_else(String::new, |points| said::earned(points, &words));
            }
            let raw = raw_in(line, stage);
            raw.map_or_else(String::new, |raw| {
                self.own.with_value(|own| {
                    said::reading(&own.rule, own.most, raw, line.reference, &words)
                })
            })
        })
    }

    /// Id of what is said to be wrong with a stage.
    pub(super) fn fault_id(self, stage: AssessmentColumn) -> String {
        format!("component-{}-{}-fault", self.id(), stage.as_str())
    }

    /// What is wrong with what was typed for a stage, or with its value; nothing where all is right.
    pub(super) fn fault_of(self, stage: Option<AssessmentColumn>) -> String {
        let words = self.sheet.desk.state.words.get_untracked();
        let id = self.id();
        let typed = self.sheet.desk.drafts.with(|drafts| {
            self.sheet.assessment.with(|own| {
                let fault = drafts.stage_fault(own, &id, stage);
                fault.map(|fault| self.fault_in_words(fault))
            })
        });
        typed.unwrap_or_else(|| {
            let found = self.sheet.card.with(|card| {
                let mut faults = card.as_ref()?.faults.iter();
                let fault =
                    faults.find(|fault| fault.indicator == id && Some(fault.column) == stage)?;
                let rule = self.rule();
                Some(said::assessment_problem(
                    &fault.problem,
                    Some(&rule),
                    &words,
                ))
            });
            found.unwrap_or_default()
        })
    }

    fn fault_in_words(self, fault: &Fault) -> String {
        let words = self.sheet.desk.state.words.get_untracked();
        self.own.with_value(|own| match fault {
            Fault::Problem(problem) => said::entry_problem(problem, &own.rule, own.most, &words),
            Fault::MissingFigures(ids) => {
                let inputs = own.rule.inputs.iter();
                let missing = inputs.filter(|input| ids.contains(&input.id));
                let names: Vec<String> = missing.map(|input| said::input(input, &words)).collect();
                said::missing(&names, &words)
            }
            Fault::MissingPeriods(places) => {
                let names = places.iter().map(|place| said::period(*place, &words));
                said::missing(&names.collect::<Vec<_>>(), &words)
            }
        })
    }

    /// A key in one of its fields: Escape takes what is typed back, Enter and arrows go to the next field.
    pub(super) fn key(self, field: &Field, event: &KeyboardEvent) {
        if keyboard::is_composing(event) {
            return;
        }
        let key = event.key();
        if key == "Escape" {
            self.sheet.forget(field);
        } else if let Some(next) = self.beside(field, &key) {
            self.sheet.desk.current.set(next.indicator.clone());
            document::focus_soon(next.id());
        }
    }

    /// Where a key leads from a field.
    pub(super) fn beside(self, field: &Field, key: &str) -> Option<Field> {
        match key {
            "Enter" => self.next(field, 1),
            // In a list the arrows choose.
            "ArrowDown" if !self.is_list() => self.next(field, 1),
            "ArrowUp" if !self.is_list() => self.next(field, -1),
            _ => None,
        }
    }

    fn is_list(self) -> bool {
        let rule = self.rule();
        matches!(
            rule.kind,
            RuleKind::YesNo | RuleKind::Levels(_) | RuleKind::StepChoices(_)
        )
    }

    /// From one row's field to another's.
    fn next(self, field: &Field, by: isize) -> Option<Field> {
        let Spot::Value(stage) = field.spot else {
            return None;
        };
        let edition = self.sheet.edition();
        let framework = edition.framework();
        let has_field = |node: &&Node| {
            let indicator = framework.indicator(**node);
            indicator.scored && indicator.children.is_empty()
        };
        let node = self.all.with_untracked(|all| {
            let rows: Vec<Node> = all.iter().filter(has_field).copied().collect();
            let row = rows.iter().position(|node| *node == self.node)?;
            rows.get(row.checked_add_signed(by)?).copied()
        });
        Some(Field::value(&framework.indicator(node?).id, stage))
    }

    /// Opens its details, or closes them.
    pub(super) fn turn(self) {
        let id = self.id();
        self.sheet.desk.open.update(|open| {
            let before = open.len();
            open.retain(|own| *own != id);
            if open.len() == before {
                open.push(id);
            }
        });
    }
}

/// The line with its details.
#[component]
pub(super) fn ComponentRow(
    /// The scorecard.
    sheet: Sheet,
    /// The component.
    node: Node,
    /// The one that a phone shows.
    current: Memo<Option<Node>>,
    /// All lines that are shown.
    all: Memo<Vec<Node>>,
) -> impl IntoView {
    let row = Row::new(sheet, node, all);
    let own = row.own.get_value();
    let id = own.id.clone();
    let is_open = {
        let id = id.clone();
        flag(move || sheet.desk.open.with(|open| open.contains(&id)))
    };
    let is_changed = flag(move || {
        row.line
            .with(|line| line.as_ref().is_some_and(|line| line.is_changed))
    });
    let fault = row.has_fields().then(|| {
        let fault = Memo::new(move |_| row.fault_of(Some(sheet.stage.get())));
        let fault_id = text(move || row.fault_id(sheet.stage.get()));
        view! { <p class="fault" id=fault_id prop:textContent=fault>{at_first(fault.into())}</p> }
    });
    view! {
        <li
            id=format!("component-{id}")
            class="component"
            class:criterion=own.is_criterion
            class:changed=is_changed
            class:current=flag(move || current.get() == Some(node))
        >
            <Line row is_open />
            {fault}
            <div
                class="component-details"
                id=format!("component-{id}-details")
                hidden=flag(move || !is_open.get())
            >
                {when(is_open, move || details(row))}
            </div>
        </li>
    }
    .into_any()
}

#[component]
fn Line(row: Row, is_open: Signal<bool>) -> impl IntoView {
    let sheet = row.sheet;
    let words = sheet.desk.state.words.get_untracked();
    let own = row.own.get_value();
    let id = own.id;
    let reading = text(move || row.reading(sheet.stage.get()));
    let node = row.node;
    let places = {
        let words = words.clone();
        text(move || {
            let places = sheet
                .worth
                .with(|worth| worth.as_ref().map_or(0, |worth| worth.places(node)));
            said::places(places, &words)
        })
    };
    let entry = match (row.has_fields(), own.is_sum) {
        (true, _) => redrawn(move || control(row, sheet.stage.get())),
        (false, true) => words.card_criteria(own.criteria).into_any(),
        (false, false) => ().into_any(),
    };
    let points = if own.is_scored {
        let [counting, gap] = [row.told(said::counting), row.told(said::gap)];
        view! {
            <span class="component-points" translate="no" prop:textContent=counting>{at_first(counting)}</span>
            <span class="component-gap" translate="no" prop:textContent=gap>{at_first(gap)}</span>
            <span class="component-places" prop:textContent=places>{at_first(places)}</span>
        }
        .into_any()
    } else {
        view! { <span class="component-points">{words.card_unscored()}</span> }.into_any()
    };
    view! {
        <div class="component-line">
            <span class="component-name">{own.name.clone()}</span>
            <span class="component-entry">{entry}</span>
            <span class="component-reading" translate="no" prop:textContent=reading>{at_first(reading)}</span>
            {points}
            <button
                id=format!("component-{id}-more")
                type="button"
                class="component-more"
                aria-label=format!("{}: {}", words.details(), own.name)
                aria-expanded=aria(move || is_open.get())
                aria-controls=format!("component-{id}-details")
                on:click=move |_| row.turn()
            >
                {()}
            </button>
        </div>
    }
    .into_any()
}
