//! What to do next: what each component of the scorecard is worth, and one click that supposes it.

use super::super::ground::Ground;
use super::super::{Desk, Markup, News, Part, button, button_with};
use super::entry::{assess, assessment, put, row_of};
use super::goal::{Present, value_for};
use super::{reading, words};
use dti_engine::calculator::{Calculator, ComponentWorth};
use dti_engine::model::{Assessment, Exact, Kind, Node, RawValue, Scenario};

/// Rows that are shown at first.
const FIRST: usize = 10;

/// What components are worth, and what it was computed from.
#[derive(Clone, Debug)]
pub(super) struct Worth {
    basis: Basis,
    found: Vec<ComponentWorth>,
    /// Whether something changed since.
    pub(super) is_outdated: bool,
}

/// What places are computed from.
#[derive(Clone, Debug)]
struct Basis {
    /// Another one comes with other data.
    calculator: &'static Calculator,
    /// Without what the unit's own assessment makes of it.
    scenario: Scenario,
    assessment: Assessment,
}

impl Basis {
    fn of(desk: &Desk, ground: &Ground) -> Self {
        let mut scenario = ground.link.scenario.clone();
        scenario
            .overrides
            .retain(|own| own.kind != Kind::Assessed || own.unit != ground.unit);
        Self {
            calculator: desk.calculator,
            scenario,
            assessment: assessment(desk, ground),
        }
    }

    /// Whether it is about the same unit of the same edition.
    fn is_beside(&self, other: &Self) -> bool {
        let place = |own: &Self| (own.assessment.edition.clone(), own.assessment.unit.clone());
        std::ptr::eq(self.calculator, other.calculator) && place(self) == place(other)
    }
}

impl Worth {
    /// Places that all points of a component would bring.
    pub(super) fn places(&self, node: Node) -> u32 {
        let found = self.found.iter().find(|worth| worth.node == node);
        found.map_or(0, |worth| worth.places)
    }
}

/// Has what components are worth at hand. Some hundred rankings are too slow for each step of a slider
/// and each keystroke: those leave it as it was, marked, until the reader does anything else here.
pub(in crate::page::desk) fn prepare(desk: &mut Desk) {
    let ground = desk.ground.as_ref().filter(|_| desk.part == Part::Card);
    let Some(ground) = ground else {
        return;
    };
    let basis = Basis::of(desk, ground);
    let before = desk.card.worth.as_mut();
    if let Some(before) = before.filter(|before| before.basis.is_beside(&basis)) {
        let is_same =
            before.basis.scenario == basis.scenario && before.basis.assessment == basis.assessment;
        before.is_outdated = !is_same;
        if is_same || !desk.card.is_settled {
            return;
        }
    }
    let found =
        desk.calculator
            .component_worth(&basis.scenario, ground.position, &basis.assessment);
    desk.card.is_settled = false;
    desk.card.worth = Some(Worth {
        basis,
        // What cannot be computed is said by the scorecard itself.
        found: found.unwrap_or_default(),
        is_outdated: false,
    });
}

/// How far a component is supposed to go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Goal {
    /// To its maximum.
    Full,
    /// To the next step of its rule.
    Step,
}

/// The value that reaches a goal.
fn value_of(desk: &Desk, ground: &Ground, worth: &ComponentWorth, goal: Goal) -> Option<RawValue> {
    let share = match goal {
        Goal::Full => Exact::ONE,
        Goal::Step => worth.next.as_ref()?.share,
    };
    let indicator = ground.framework().indicator(worth.node);
    let row = row_of(desk, ground, &indicator.id);
    let present = Present {
        raw: row.and_then(|row| row.counting()),
        reference: row.and_then(|row| row.reference),
    };
    value_for(
        &indicator.rule,
        indicator.max_points.value(),
        share,
        present,
    )
}

/// Sets the what-if of a component to a goal.
pub(super) fn suppose(desk: &mut Desk, indicator: &str, goal: Goal) {
    let (Some(ground), Some(worth)) = (&desk.ground, &desk.card.worth) else {
        return;
    };
    let framework = ground.framework();
    let node = framework.node(indicator);
    let found = worth.found.iter().find(|worth| Some(worth.node) == node);
    let Some(value) = found.and_then(|found| value_of(desk, ground, found, goal)) else {
        return;
    };
    let mut own = assessment(desk, ground);
    put(&mut own, indicator, |row| row.what_if = Some(value));
    assess(desk, own);
    // Its row may be gone.
    desk.news.push(News::Focus(TOGGLE.to_owned()));
}

/// Id of the button that opens the list.
const TOGGLE: &str = "component-worth";

/// The list, behind a button.
pub(super) fn view(desk: &Desk, ground: &Ground, m: &mut Markup) {
    let language = ground.language;
    let is_open = desk.card.is_worth_open;
    m.node("section", "component-worth", |m| {
        m.node("h4", "", |m| {
            m.node("button", "", |m| {
                m.set("id", TOGGLE);
                m.set("type", "button");
                m.set("data-do", "desk card worth");
                m.set("aria-expanded", if is_open { "true" } else { "false" });
                m.set("aria-controls", "component-worth-list");
                m.text(words::what_next(language));
            });
        });
        m.node("div", "component-worth-list", |m| {
            m.set("id", "component-worth-list");
            m.flag("hidden", !is_open);
            if let Some(worth) = desk.card.worth.as_ref().filter(|_| is_open) {
                if worth.is_outdated {
                    m.leaf("p", "caution", words::outdated(language));
                    m.node("p", "actions", |m| {
                        button(m, "desk card again", words::again(language));
                    });
                }
                table(desk, ground, m, &worth.found);
            }
        });
    });
}

fn table(desk: &Desk, ground: &Ground, m: &mut Markup, found: &[ComponentWorth]) {
    let language = ground.language;
    if found.is_empty() {
        return m.leaf("p", "", words::nothing_missing(language));
    }
    let shown = match desk.card.is_worth_whole {
        true => found.len(),
        false => FIRST,
    };
    m.leaf("p", "component-rule", words::what_next_why(language));
    m.node("table", "", |m| {
        m.node("thead", "", |m| {
            m.node("tr", "", |m| {
                for heading in [
                    words::component(language),
                    words::points_missing(language),
                    words::if_full(language),
                    words::next_step(language),
                    words::suppose(language),
                ] {
                    m.node("th", "", |m| {
                        m.set("scope", "col");
                        m.text(heading);
                    });
                }
            });
        });
        m.node("tbody", "", |m| {
            for worth in found.iter().take(shown) {
                one(desk, ground, m, worth);
            }
        });
    });
    if shown < found.len() {
        m.node("p", "actions", |m| {
            let all = format!("{} ({})", words::all_rows(language), found.len());
            button(m, "desk card all-worth", all);
        });
    }
}

fn one(desk: &Desk, ground: &Ground, m: &mut Markup, worth: &ComponentWorth) {
    let language = ground.language;
    let indicator = ground.framework().indicator(worth.node);
    let name = words::name(indicator, language);
    m.node("tr", "", |m| {
        m.set("id", format!("component-worth-{}", indicator.id));
        m.node("th", "", |m| {
            m.set("scope", "row");
            m.text(name.clone());
        });
        m.leaf("td", "", crate::page::text::points(worth.gap, language));
        let places = match worth.places {
            0 => words::no_step(language).to_owned(),
            places => words::places(places, language),
        };
        m.leaf("td", "", places);
        let step = value_of(desk, ground, worth, Goal::Step);
        m.leaf("td", "", step_in_words(desk, ground, worth, step.as_ref()));
        m.node("td", "component-suppose", |m| {
            let mut one = |verb: &str, label: &'static str| {
                let deed = format!("desk card {verb} {}", indicator.id);
                button_with(m, "quiet", deed.into(), label.into(), |m| {
                    let suppose = words::suppose(language);
                    m.set("aria-label", format!("{suppose}: {label}, {name}"));
                });
            };
            if value_of(desk, ground, worth, Goal::Full).is_some() {
                one("full", words::suppose_full(language));
            }
            if step.is_some() {
                one("step", words::suppose_step(language));
            }
        });
    });
}

/// "thêm một mức: +5 điểm, +2 bậc"
fn step_in_words(
    desk: &Desk,
    ground: &Ground,
    worth: &ComponentWorth,
    value: Option<&RawValue>,
) -> String {
    let language = ground.language;
    let Some(next) = &worth.next else {
        return words::no_step(language).to_owned();
    };
    let indicator = ground.framework().indicator(worth.node);
    let now = row_of(desk, ground, &indicator.id).and_then(|row| row.counting());
    let what = reading::step(&indicator.rule, now, value, language);
    let gained = [
        words::more_points(next.points, language),
        words::places(next.places, language),
    ];
    let gained: Vec<String> = gained.into_iter().filter(|text| !text.is_empty()).collect();
    format!("{what}: {}", gained.join(", "))
}
