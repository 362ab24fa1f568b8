//! The details of one component: its rule with what its figures count, a control for each stage, the
//! reference value. The controls of the line are drawn here too.

use super::super::Markup;
use super::entry::{fault, shown, stage_fault};
use super::field::{Field, Spot};
use super::look::raw_in;
use super::row::Row;
use super::{rule_words, words};
use crate::page::Words;
use crate::page::text::in_language;
use dti_engine::calculator::AssessmentColumn;
use dti_engine::model::{Choice, Input, RawValue, RuleKind};
use dti_formats::takes_share;

impl Row<'_> {
    /// What the line has no room for.
    pub(super) fn details(&self, m: &mut Markup) {
        let language = self.ground.language;
        m.leaf(
            "p",
            "component-full",
            words::name(self.indicator(), language),
        );
        m.leaf("p", "component-rule", self.rule_in_words());
        self.inputs_in_words(m);
        if !self.has_fields() {
            return;
        }
        if self.rule().kind == RuleKind::Relative {
            self.best(m);
        }
        m.node("div", "component-stages", |m| {
            for stage in AssessmentColumn::ALL {
                self.one_stage(m, stage);
            }
        });
    }

    fn rule_in_words(&self) -> String {
        let language = self.ground.language;
        match (self.line.is_sum, self.line.is_scored) {
            (true, _) => words::sum_reduced(language).to_owned(),
            (_, false) => words::unscored(language).to_owned(),
            _ => rule_words::rule(self.rule(), self.most(), language),
        }
    }

    /// What each figure of a ratio counts.
    fn inputs_in_words(&self, m: &mut Markup) {
        let language = self.ground.language;
        let inputs = &self.rule().inputs;
        let is_named = |input: &Input| !in_language(&input.name, language).is_empty();
        if self.line.is_sum || !inputs.iter().any(is_named) {
            return;
        }
        m.node("ul", "component-inputs", |m| {
            for input in inputs {
                let name = words::input(input, language);
                let fixed = input.fixed.map(|own| words::typed(own, language));
                let fixed = fixed.map(|own| format!(" = {own}")).unwrap_or_default();
                m.leaf("li", "", format!("{name}{fixed}"));
            }
        });
    }

    /// One stage: its controls beyond the one in the line, and what they come to.
    fn one_stage(&self, m: &mut Markup, stage: AssessmentColumn) {
        let language = self.ground.language;
        let counts = self.line.counting == Some(stage);
        m.node("div", "", |m| {
            m.classes("component-stage", &[("counting", counts)]);
            m.set("role", "group");
            m.set("aria-label", self.label(stage));
            m.node("span", "component-column", |m| {
                m.text(words::column(stage, language));
                if counts {
                    m.leaf(
                        "span",
                        "component-counts",
                        format!("✓ {}", words::counts(language)),
                    );
                }
            });
            let is_in_line = stage == self.stage;
            if !is_in_line && !self.is_ticked() && !self.is_periodic() {
                self.control(m, stage);
            }
            if self.is_ticked() {
                self.ticks(m, stage);
            }
            if let RuleKind::PerPeriodSum { periods, choices } = &self.rule().kind {
                for place in 0..*periods {
                    self.period(m, stage, place, choices);
                }
            }
            for input in &self.rule().inputs {
                let field = self.field(Spot::Figure(stage, input.id.clone()));
                let label = words::input(input, language);
                let fixed = input.fixed.map(|own| words::typed(own, language));
                self.labelled(m, &field, label, fixed);
            }
            m.leaf("span", "component-earned", self.reading(stage));
            if !is_in_line {
                self.fault(m, stage);
            }
        });
    }

    fn is_ticked(&self) -> bool {
        matches!(
            self.rule().kind,
            RuleKind::Parts(_) | RuleKind::CountShare(_)
        )
    }

    fn is_periodic(&self) -> bool {
        matches!(self.rule().kind, RuleKind::PerPeriodSum { .. })
    }

    fn field(&self, spot: Spot) -> Field {
        Field {
            indicator: self.indicator().id.clone(),
            spot,
        }
    }

    fn label(&self, stage: AssessmentColumn) -> String {
        let language = self.ground.language;
        let name = words::name(self.indicator(), language);
        let column = match self.rule().kind {
            RuleKind::Points => words::column_of_points(stage, language),
            _ => words::column(stage, language).to_owned(),
        };
        format!("{column}: {name}")
    }

    /// The one control of a stage: a field, a list to choose from, or the way to its boxes.
    pub(super) fn control(&self, m: &mut Markup, stage: AssessmentColumn) {
        let language = self.ground.language;
        match &self.rule().kind {
            RuleKind::YesNo => {
                let answers = [("yes", words::yes(language)), ("no", words::no(language))];
                let answers = answers.map(|(value, text)| (value.to_owned(), text.to_owned()));
                self.list(m, Spot::Value(stage), self.label(stage), answers.to_vec());
            }
            RuleKind::Levels(choices) | RuleKind::StepChoices(choices) => {
                let options = self.options(choices);
                self.list(m, Spot::Value(stage), self.label(stage), options);
            }
            RuleKind::Parts(choices) => self.to_boxes(m, stage, choices.len()),
            RuleKind::PerPeriodSum { periods, .. } => self.to_boxes(m, stage, *periods),
            RuleKind::Unscored => {}
            _ => {
                let field = self.field(Spot::Value(stage));
                let is_wrong = self.fault_of(stage).is_some();
                self.input(m, &field, is_wrong, self.fault_id(stage), |m| {
                    m.set("aria-label", self.label(stage));
                });
            }
        }
    }

    /// A button in the line of what has several boxes or lists: they are in the details.
    fn to_boxes(&self, m: &mut Markup, stage: AssessmentColumn, all: usize) {
        let language = self.ground.language;
        let id = &self.indicator().id;
        let label = match raw_in(self.line, stage) {
            Some(RawValue::Listed(ids)) => format!("{}/{all}", ids.len()),
            _ => words::choose(language).to_owned(),
        };
        m.node("button", "quiet", |m| {
            m.set("id", Field::value(id, stage).id());
            m.set("type", "button");
            m.set("data-do", format!("desk card more {id}"));
            m.set("aria-label", format!("{label}, {}", self.label(stage)));
            m.text(label.clone());
        });
    }

    /// A field with its name beside it.
    fn labelled(&self, m: &mut Markup, field: &Field, label: String, hint: Option<String>) {
        let is_wrong = fault(self.desk, self.ground, field).is_some();
        let fault_id = field
            .stage()
            .map_or_else(|| self.best_fault_id(), |stage| self.fault_id(stage));
        m.node("label", "component-field", |m| {
            m.leaf("span", "", label);
            self.input(m, field, is_wrong, fault_id, |m| {
                if let Some(hint) = hint {
                    m.set("placeholder", hint);
                }
            });
        });
    }

    fn input(
        &self,
        m: &mut Markup,
        field: &Field,
        is_wrong: bool,
        fault_id: String,
        more: impl FnOnce(&mut Markup),
    ) {
        let text = shown(self.desk, self.ground, field, self.rule());
        m.node("input", "", |m| {
            m.set("id", field.id());
            m.set("type", "text");
            let has_signs = takes_share(self.rule()) || self.rule().inputs.len() > 1;
            m.set("inputmode", if has_signs { "text" } else { "decimal" });
            m.set("autocomplete", "off");
            m.set("maxlength", "80");
            m.set("data-do", field.deed());
            m.set("data-select", "");
            more(m);
            if is_wrong {
                m.set("aria-invalid", "true");
                m.set("aria-describedby", fault_id);
            }
            m.set("value", text);
        });
    }

    fn options(&self, choices: &[Choice]) -> Vec<(String, String)> {
        let (most, language) = (self.most(), self.ground.language);
        let option = |(place, choice): (usize, &Choice)| {
            let name = words::choice_name(place, choice, most, language);
            (choice.id.clone(), name)
        };
        choices.iter().enumerate().map(option).collect()
    }

    /// A list to choose from, with nothing chosen first.
    fn list(
        &self,
        m: &mut Markup,
        spot: Spot,
        label: impl Into<Words>,
        options: Vec<(String, String)>,
    ) {
        let field = self.field(spot);
        let chosen = shown(self.desk, self.ground, &field, self.rule());
        let none = words::not_entered(self.ground.language).to_owned();
        m.node("select", "", |m| {
            m.set("id", field.id());
            m.set("data-do", field.deed());
            m.set("aria-label", label);
            for (value, text) in std::iter::once((String::new(), none)).chain(options) {
                m.node("option", "", |m| {
                    m.flag("selected", value == chosen);
                    m.set("value", value);
                    m.text(text);
                });
            }
        });
    }

    fn period(&self, m: &mut Markup, stage: AssessmentColumn, place: usize, choices: &[Choice]) {
        let period = words::period(place, self.ground.language);
        let label = format!("{period}, {}", self.label(stage));
        m.node("span", "component-field", |m| {
            m.leaf("span", "", period);
            self.list(m, Spot::Period(stage, place), label, self.options(choices));
        });
    }

    /// A box to tick for each part, and one that says that none is met.
    fn ticks(&self, m: &mut Markup, stage: AssessmentColumn) {
        let ticked = match raw_in(self.line, stage) {
            Some(RawValue::Listed(ids)) => Some(ids),
            _ => None,
        };
        let choices = self.rule().kind.choices();
        for (id, name) in self.options(choices) {
            let is_on = ticked.is_some_and(|ticked| ticked.contains(&id));
            self.tick(m, stage, &id, is_on, name);
        }
        let is_none = ticked.is_some_and(Vec::is_empty);
        let none = words::none_met(self.ground.language).to_owned();
        self.tick(m, stage, "", is_none, none);
    }

    fn tick(
        &self,
        m: &mut Markup,
        stage: AssessmentColumn,
        part: &str,
        is_on: bool,
        label: String,
    ) {
        let (id, next) = (&self.indicator().id, if is_on { "off" } else { "on" });
        let stage = stage.as_str();
        let deed = format!("desk card tick {id} {stage} {next} {part}");
        m.node("label", "switch", |m| {
            m.node("input", "", |m| {
                m.set("id", format!("component-{id}-{stage}-tick-{part}"));
                m.set("type", "checkbox");
                m.set("data-do", deed.trim_end().to_owned());
                m.flag("checked", is_on);
            });
            m.leaf("span", "", label);
        });
    }

    /// The best unit's figure, which the reader assumes.
    fn best(&self, m: &mut Markup) {
        let language = self.ground.language;
        m.node("div", "component-best", |m| {
            let field = self.field(Spot::Reference);
            self.labelled(m, &field, words::best(language).to_owned(), None);
            m.leaf("p", "component-rule", words::best_why(language));
            let id = &self.indicator().id;
            m.node("p", "fault", |m| {
                m.set("id", self.best_fault_id());
                let fault = stage_fault(self.desk, self.ground, id, None);
                m.text(fault.unwrap_or_default());
            });
        });
    }

    fn best_fault_id(&self) -> String {
        format!("component-{}-reference-fault", self.indicator().id)
    }
}
