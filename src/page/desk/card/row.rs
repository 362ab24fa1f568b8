//! One component of the detailed scorecard: what it is, its three values with the controls that its
//! rule asks for, and its points.

use super::super::ground::Ground;
use super::super::{Desk, Markup};
use super::entry::{Field, Piece, shown};
use super::words;
use crate::page::Words;
use dti_engine::calculator::{AssessedPoints, AssessmentColumn, AssessmentFault, ComponentLine};
use dti_engine::model::{Exact, Indicator, Level, Origin, RawValue, Rule};

/// What a row is drawn from.
pub(super) struct Row<'a> {
    pub(super) desk: &'a Desk,
    pub(super) ground: &'a Ground,
    pub(super) line: &'a ComponentLine,
    pub(super) faults: &'a [AssessmentFault],
}

impl Row<'_> {
    fn indicator(&self) -> &Indicator {
        self.ground.framework().indicator(self.line.node)
    }

    /// The row.
    pub(super) fn draw(&self, m: &mut Markup) {
        let (line, language) = (self.line, self.ground.language);
        let indicator = self.indicator();
        m.node("li", "", |m| {
            m.set("id", format!("component-{}", indicator.id));
            m.classes(
                "component",
                &[
                    ("criterion", indicator.level == Level::Criterion),
                    ("changed", line.is_changed),
                ],
            );
            m.node("p", "component-head", |m| {
                m.leaf("span", "component-name", words::name(indicator, language));
                if line.is_assumed {
                    m.leaf("span", "badge estimated", words::assumed(language));
                } else if line.origin == Some(Origin::Estimated) {
                    m.leaf("span", "badge estimated", words::is_estimated(language));
                }
                if line.is_scored {
                    let points = words::points_of(line.points, line.max_points, language);
                    m.leaf("span", "component-points", points);
                    m.leaf("span", "component-gap", words::gap(line, language));
                }
            });
            m.leaf("p", "component-rule", self.rule());
            if line.is_scored && indicator.rule != Rule::Unscored {
                m.node("div", "component-values", |m| {
                    for (column, value) in AssessmentColumn::ALL.into_iter().zip(&line.values) {
                        self.value(m, column, value);
                    }
                });
            }
        });
    }

    /// The rule in words; max points that are assumed say so here too.
    fn rule(&self) -> String {
        let (line, language) = (self.line, self.ground.language);
        if line.is_sum {
            return words::sum_reduced(language).to_owned();
        }
        if !line.is_scored {
            return words::unscored(language).to_owned();
        }
        let rule = words::rule(&self.indicator().rule, line.max_points, language);
        if line.is_assumed {
            let max_points = words::typed(line.max_points, language);
            return format!("{}: {max_points}; {rule}", words::assumed_share(language));
        }
        rule
    }

    /// One of the three values: its control and the points that it earns.
    fn value(&self, m: &mut Markup, column: AssessmentColumn, value: &AssessedPoints) {
        let language = self.ground.language;
        m.node("div", "component-value", |m| {
            m.set("role", "group");
            m.set("aria-label", self.label(column));
            // Points that are entered need no second label, and earn themselves.
            let is_entered = !self.line.is_sum && self.indicator().rule == Rule::Points;
            if !is_entered {
                m.leaf("span", "component-column", words::column(column, language));
            }
            if !self.line.is_sum {
                self.control(m, column, value.raw.as_ref());
            }
            let earned = value.points.filter(|_| !is_entered);
            let earned = earned.map(|points| words::earned(points, language));
            m.leaf("span", "component-earned", earned.unwrap_or_default());
            self.fault(m, column, value.raw.as_ref());
        });
    }

    fn label(&self, column: AssessmentColumn) -> String {
        let language = self.ground.language;
        let name = words::name(self.indicator(), language);
        format!("{}: {name}", words::column(column, language))
    }

    fn field(&self, column: AssessmentColumn, piece: Piece) -> Field {
        Field {
            indicator: self.indicator().id.clone(),
            column,
            piece,
        }
    }

    fn control(&self, m: &mut Markup, column: AssessmentColumn, raw: Option<&RawValue>) {
        let language = self.ground.language;
        let value = Piece::Value;
        match &self.indicator().rule {
            Rule::YesNo => {
                let answers = [("yes", words::yes(language)), ("no", words::no(language))];
                let answers = answers.map(|(value, text)| (value.to_owned(), text.to_owned()));
                self.choice(m, column, raw, answers.to_vec());
            }
            Rule::Levels(levels) => {
                let level = |(place, fraction): (usize, &Exact)| {
                    let text = words::level(place, *fraction, self.line.max_points, language);
                    (place.to_string(), text)
                };
                let levels = levels.iter().enumerate().map(level).collect();
                self.choice(m, column, raw, levels);
            }
            Rule::Parts(parts) => self.parts(m, column, raw, parts),
            Rule::Ratio | Rule::CappedRatio(_) | Rule::Survey => {
                self.number(m, column, Piece::Part, words::part_field(language), raw);
                self.number(m, column, Piece::Whole, words::whole_field(language), raw);
            }
            Rule::PerCapita { .. } => {
                self.number(m, column, Piece::Part, words::count_field(language), raw);
                self.number(
                    m,
                    column,
                    Piece::Whole,
                    words::population_field(language),
                    raw,
                );
            }
            Rule::Steps(_) => self.number(m, column, value, words::count_field(language), raw),
            Rule::Points => {
                let label = words::points_field(column, language);
                self.number(m, column, value, label, raw);
            }
            Rule::Unscored => {}
        }
    }

    /// A field for one number.
    fn number(
        &self,
        m: &mut Markup,
        column: AssessmentColumn,
        piece: Piece,
        label: impl Into<Words>,
        raw: Option<&RawValue>,
    ) {
        let field = self.field(column, piece);
        let (text, fault) = shown(self.desk, self.ground, &field, raw);
        let is_wrong = !fault.is_empty() || self.fault_of(column).is_some();
        m.node("label", "component-field", |m| {
            m.leaf("span", "", label);
            m.node("input", "", |m| {
                m.set("id", field.id());
                m.set("type", "text");
                m.set("inputmode", "decimal");
                m.set("autocomplete", "off");
                m.set("maxlength", "20");
                m.set("data-do", field.deed());
                m.set("data-select", "");
                if is_wrong {
                    m.set("aria-invalid", "true");
                    m.set("aria-describedby", self.fault_id(column));
                }
                m.set("value", text);
            });
        });
    }

    /// A list to choose from, with nothing chosen first.
    fn choice(
        &self,
        m: &mut Markup,
        column: AssessmentColumn,
        raw: Option<&RawValue>,
        options: Vec<(String, String)>,
    ) {
        let language = self.ground.language;
        let field = self.field(column, Piece::Value);
        let (chosen, _) = shown(self.desk, self.ground, &field, raw);
        let none = (String::new(), words::not_entered(language).to_owned());
        m.node("select", "", |m| {
            m.set("id", field.id());
            m.set("data-do", field.deed());
            m.set("aria-label", self.label(column));
            for (value, text) in std::iter::once(none).chain(options) {
                m.node("option", "", |m| {
                    m.flag("selected", value == chosen);
                    m.set("value", value);
                    m.text(text);
                });
            }
        });
    }

    /// A box to tick for each part, and one that says that none is met.
    fn parts(
        &self,
        m: &mut Markup,
        column: AssessmentColumn,
        raw: Option<&RawValue>,
        parts: &[Exact],
    ) {
        let language = self.ground.language;
        let met = match raw {
            Some(RawValue::Met(met)) => Some(met),
            _ => None,
        };
        let tick = |m: &mut Markup, part: &str, is_on: bool, label: String| {
            let (id, next) = (&self.indicator().id, if is_on { "off" } else { "on" });
            let column = column.as_str();
            m.node("label", "switch", |m| {
                m.node("input", "", |m| {
                    m.set("id", format!("component-{id}-{column}-{part}"));
                    m.set("type", "checkbox");
                    m.set(
                        "data-do",
                        format!("desk card tick {id} {column} {part} {next}"),
                    );
                    m.flag("checked", is_on);
                });
                m.leaf("span", "", label);
            });
        };
        for (place, fraction) in parts.iter().enumerate() {
            let is_met = met.is_some_and(|met| met.contains(&place));
            let label = words::part(place, *fraction, self.line.max_points, language);
            tick(m, &place.to_string(), is_met, label);
        }
        let is_none = met.is_some_and(Vec::is_empty);
        tick(m, "none", is_none, words::none_met(language).to_owned());
    }

    fn fault_id(&self, column: AssessmentColumn) -> String {
        format!(
            "component-{}-{}-fault",
            self.indicator().id,
            column.as_str()
        )
    }

    /// What is wrong with a value as a whole.
    fn fault_of(&self, column: AssessmentColumn) -> Option<&AssessmentFault> {
        let id = &self.indicator().id;
        let mut faults = self.faults.iter();
        faults.find(|fault| fault.indicator == *id && fault.column == column)
    }

    /// What is wrong with what is typed, or with the value.
    fn fault(&self, m: &mut Markup, column: AssessmentColumn, raw: Option<&RawValue>) {
        let pieces = [Piece::Value, Piece::Part, Piece::Whole];
        let typed = pieces.into_iter().find_map(|piece| {
            let field = self.field(column, piece);
            let (_, fault) = shown(self.desk, self.ground, &field, raw);
            (!fault.is_empty()).then_some(fault)
        });
        let language = self.ground.language;
        let of_value = || {
            self.fault_of(column)
                .map(|f| words::problem(&f.problem, language))
        };
        m.node("span", "fault", |m| {
            m.set("id", self.fault_id(column));
            m.text(typed.or_else(of_value).unwrap_or_default());
        });
    }
}
