//! One component of the detailed scorecard as a line: what it is, the field that is being filled, what
//! that comes to, its points, what it misses and is worth. Everything else of it is in its details.

use super::super::ground::Ground;
use super::super::{Desk, Markup};
use super::entry::stage_fault;
use super::look::raw_in;
use super::{reading, words};
use dti_engine::calculator::{AssessmentColumn, AssessmentFault, ComponentLine};
use dti_engine::model::{Exact, Indicator, Level, Rule, RuleKind};

/// What a row is drawn from.
pub(super) struct Row<'a> {
    pub(super) desk: &'a Desk,
    pub(super) ground: &'a Ground,
    pub(super) line: &'a ComponentLine,
    pub(super) faults: &'a [AssessmentFault],
    /// The stage whose field stands in the line.
    pub(super) stage: AssessmentColumn,
    /// Places that all of its points would bring.
    pub(super) places: u32,
    /// Whether it is the one that a phone shows.
    pub(super) is_current: bool,
}

impl Row<'_> {
    pub(super) fn indicator(&self) -> &Indicator {
        self.ground.framework().indicator(self.line.node)
    }

    pub(super) fn rule(&self) -> &Rule {
        &self.indicator().rule
    }

    /// Its own max points, for which its rule gives points.
    pub(super) fn most(&self) -> Exact {
        self.indicator().max_points.value()
    }

    /// Whether it takes values.
    pub(super) fn has_fields(&self) -> bool {
        self.line.is_scored && !self.line.is_sum && self.rule().kind != RuleKind::Unscored
    }

    fn is_open(&self) -> bool {
        let id = &self.indicator().id;
        self.desk.card.open.iter().any(|open| open == id)
    }

    /// The row.
    pub(super) fn draw(&self, m: &mut Markup) {
        let id = &self.indicator().id;
        m.node("li", "", |m| {
            m.set("id", format!("component-{id}"));
            m.classes(
                "component",
                &[
                    ("criterion", self.indicator().level == Level::Criterion),
                    ("changed", self.line.is_changed),
                    ("current", self.is_current),
                ],
            );
            m.node("div", "component-line", |m| self.line(m));
            if self.has_fields() {
                self.fault(m, self.stage);
            }
            let details = format!("component-{id}-details");
            m.node("div", "component-details", |m| {
                m.set("id", details);
                m.flag("hidden", !self.is_open());
                if self.is_open() {
                    self.details(m);
                }
            });
        });
    }

    fn line(&self, m: &mut Markup) {
        let (line, language) = (self.line, self.ground.language);
        m.leaf(
            "span",
            "component-name",
            words::name(self.indicator(), language),
        );
        m.node("span", "component-entry", |m| {
            if self.has_fields() {
                self.control(m, self.stage);
            } else if line.is_sum {
                let count = self.indicator().children.len();
                m.text(words::criteria(count, language));
            }
        });
        m.leaf("span", "component-reading", self.reading(self.stage));
        if line.is_scored {
            m.node("span", "component-points", |m| {
                m.text(words::counting(line, language));
            });
            m.leaf("span", "component-gap", words::gap(line, language));
            m.leaf(
                "span",
                "component-places",
                words::places(self.places, language),
            );
        } else {
            m.leaf("span", "component-points", words::unscored(language));
        }
        self.more(m);
    }

    /// The button that opens what the line has no room for.
    fn more(&self, m: &mut Markup) {
        let id = &self.indicator().id;
        let name = words::name(self.indicator(), self.ground.language);
        m.node("button", "component-more", |m| {
            m.set("id", format!("component-{id}-more"));
            m.set("type", "button");
            m.set("data-do", format!("desk card more {id}"));
            let details = words::details(self.ground.language);
            m.set("aria-label", format!("{details}: {name}"));
            m.set(
                "aria-expanded",
                if self.is_open() { "true" } else { "false" },
            );
            m.set("aria-controls", format!("component-{id}-details"));
        });
    }

    /// What the value of a stage comes to.
    pub(super) fn reading(&self, stage: AssessmentColumn) -> String {
        let language = self.ground.language;
        if self.line.is_sum {
            let mut values = AssessmentColumn::ALL.into_iter().zip(&self.line.values);
            let found = values.find(|(own, _)| *own == stage);
            let points = found.and_then(|(_, value)| value.points);
            return points.map_or_else(String::new, |points| words::earned(points, language));
        }
        let Some(raw) = raw_in(self.line, stage) else {
            return String::new();
        };
        let reference = self.line.reference;
        reading::reading(self.rule(), self.most(), raw, reference, language)
    }

    /// Id of what is said to be wrong with a stage.
    pub(super) fn fault_id(&self, stage: AssessmentColumn) -> String {
        format!("component-{}-{}-fault", self.indicator().id, stage.as_str())
    }

    /// What is wrong with what was typed for a stage, or with its value.
    pub(super) fn fault_of(&self, stage: AssessmentColumn) -> Option<String> {
        let id = &self.indicator().id;
        let typed = stage_fault(self.desk, self.ground, id, Some(stage));
        typed.or_else(|| {
            let mut faults = self.faults.iter();
            let fault = faults.find(|fault| fault.indicator == *id && fault.column == stage)?;
            Some(words::problem(
                &fault.problem,
                Some(self.rule()),
                self.ground.language,
            ))
        })
    }

    pub(super) fn fault(&self, m: &mut Markup, stage: AssessmentColumn) {
        m.node("p", "fault", |m| {
            m.set("id", self.fault_id(stage));
            m.text(self.fault_of(stage).unwrap_or_default());
        });
    }
}
