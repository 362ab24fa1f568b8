//! The controls of the detailed scorecard as values: which figure one holds, and how that is typed.

use dti_engine::calculator::AssessmentColumn;
use dti_engine::model::{Answer, Assessed, Exact, Input, RawValue, Rule, RuleKind};
use dti_formats::link::Language;
use dti_formats::takes_share;
use dti_words::own_data::card::typed;

/// What of a component a control holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Spot {
    /// The value of a stage as a whole.
    Value(AssessmentColumn),
    /// One of the figures that make its ratio, by its id.
    Figure(AssessmentColumn, String),
    /// The choice of one of its periods, counted from 0.
    Period(AssessmentColumn, usize),
    /// The best unit's figure.
    Reference,
}

/// A control of the scorecard.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Field {
    /// Id of the component.
    pub indicator: String,
    /// What of it.
    pub spot: Spot,
}

impl Field {
    /// The control of a stage's value.
    pub fn value(indicator: &str, stage: AssessmentColumn) -> Self {
        Self {
            indicator: indicator.to_owned(),
            spot: Spot::Value(stage),
        }
    }

    /// Its id in the document: `component-society.1-self-value`.
    pub fn id(&self) -> String {
        let spot = match &self.spot {
            Spot::Value(stage) => format!("{}-value", stage.as_str()),
            Spot::Figure(stage, id) => format!("{}-figure-{id}", stage.as_str()),
            Spot::Period(stage, place) => format!("{}-period-{place}", stage.as_str()),
            Spot::Reference => "reference".to_owned(),
        };
        format!("component-{}-{spot}", self.indicator)
    }

    /// The stage that it belongs to.
    pub fn stage(&self) -> Option<AssessmentColumn> {
        match self.spot {
            Spot::Value(stage) | Spot::Figure(stage, _) | Spot::Period(stage, _) => Some(stage),
            Spot::Reference => None,
        }
    }

    /// The text that it shows of what is entered.
    pub(super) fn text(&self, rule: &Rule, row: Option<&Assessed>, language: Language) -> String {
        let raw = self.stage().zip(row).and_then(|(stage, row)| stage.of(row));
        match &self.spot {
            Spot::Value(_) => raw.map(|raw| value_text(rule, raw, language)),
            Spot::Figure(_, id) => raw
                .and_then(|raw| raw.input(id))
                .map(|figure| typed(figure, language)),
            Spot::Period(_, place) => match raw {
                Some(RawValue::Listed(ids)) => ids.get(*place).cloned(),
                _ => None,
            },
            Spot::Reference => row
                .and_then(|row| row.reference)
                .map(|best| number_text(rule, best, language)),
        }
        .unwrap_or_default()
    }
}

/// A number as it is typed: a share in percent.
fn number_text(rule: &Rule, number: Exact, language: Language) -> String {
    match takes_share(rule) || rule.kind == RuleKind::Points {
        true => format!("{}%", typed(number * Exact::whole(100), language)),
        false => typed(number, language),
    }
}

/// A value as it is typed in one field; `read_entry` reads it again.
fn value_text(rule: &Rule, raw: &RawValue, language: Language) -> String {
    match raw {
        RawValue::Points(points) => typed(*points, language),
        RawValue::Number(number) => number_text(rule, *number, language),
        RawValue::Answer(Answer::Yes) => "yes".to_owned(),
        RawValue::Answer(Answer::No) => "no".to_owned(),
        RawValue::Choice(id) => id.clone(),
        RawValue::Inputs(figures) => figures_text(rule, figures, language),
        RawValue::Listed(ids) if matches!(rule.kind, RuleKind::CountShare(_)) => {
            ids.len().to_string()
        }
        RawValue::Listed(_) | RawValue::Parts(_) => String::new(),
    }
}

/// `3420/4465`, or figures with their ids where there are others than one on each side.
fn figures_text(rule: &Rule, figures: &[(String, Exact)], language: Language) -> String {
    let own = |figure: &Exact| typed(*figure, language);
    if let ([(_, figure)], true) = (figures, rule.inputs.len() > 1) {
        return own(figure);
    }
    let of = |input: &Input| figures.iter().find(|(id, _)| *id == input.id);
    if let (2, Some(pair)) = (figures.len(), rule.pair())
        && let [Some((_, part)), Some((_, whole))] = pair.map(of)
    {
        return format!("{}/{}", own(part), own(whole));
    }
    let figure = |(id, figure): &(String, Exact)| format!("{id}={}", own(figure));
    let figures: Vec<String> = figures.iter().map(figure).collect();
    figures.join("; ")
}

#[cfg(test)]
mod tests {
    use super::value_text;
    use dti_engine::model::Exact;
    use dti_formats::link::Language;
    use dti_formats::{parse_rule, read_entry};

    #[test]
    fn what_a_field_shows_is_read_as_the_same_value() {
        for (rule, text, shown) in [
            ("ratio", "0,7660", "76,6%"),
            ("ratio", "3.420/4.465", "3420/4465"),
            ("ratio", "12,5 điểm", "62,5%"),
            ("ratio of b/a", "3/4", "3/4"),
            ("ratio of a/b=7", "5", "5"),
            ("ratio of a+b/c", "a=1; b=2,5; c=7", "a=1; b=2,5; c=7"),
            ("points", "62,5%", "62,5%"),
            ("points", "12,5 điểm", "12,5"),
            ("relative", "30", "30"),
            ("relative of a/b", "0,5", "50%"),
            ("per_capita 1000 1.5", "36/48.000", "36/48000"),
            ("per_capita 1000 1.5", "0,75", "0,75"),
            ("count_share 3", "2", "2"),
            ("yes_no", "có", "yes"),
        ] {
            let (rule, most) = (parse_rule(rule).unwrap(), Exact::whole(20));
            let raw = read_entry(&rule, most, text).unwrap().unwrap();
            let own = value_text(&rule, &raw, Language::Vi);
            assert_eq!(own, shown, "{text}");
            assert_eq!(read_entry(&rule, most, &own), Ok(Some(raw)), "{text}");
        }
    }
}
