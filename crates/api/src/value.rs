//! Raw values of components, and their rules, in JavaScript: what a rule takes, and what it is.

use super::dto::{Name, Ordered};
use super::errors::ApiError;
use super::plain::Plain;
use super::request::{Object, number, text, wrong_type};
use dti_engine::calculator::{Calculator, CalculatorError, earned_points};
use dti_engine::model::{
    Answer, BEST, Choice, Exact, Framework, Indicator, Level, OWN_NUMBER, RawValue, Rule, RuleKind,
    Text,
};
use serde::ser::{Serialize, Serializer};

/// Key of points that are given as such.
const POINTS: &str = "points";
/// Deepest nesting of parts.
const DEEPEST: usize = 4;

/// A value in any form that a rule may take; whether its own does is for the calculator to say.
pub(super) fn raw_value(value: &Plain, path: &str) -> Result<RawValue, ApiError> {
    value_at(value, path, DEEPEST)
}

fn value_at(value: &Plain, path: &str, depth: usize) -> Result<RawValue, ApiError> {
    match value {
        Plain::Flag(true) => Ok(RawValue::Answer(Answer::Yes)),
        Plain::Flag(false) => Ok(RawValue::Answer(Answer::No)),
        Plain::Number(_) => figure(value, path).map(RawValue::Number),
        Plain::Text(id) => Ok(RawValue::Choice(id.clone())),
        Plain::List(ids) => {
            let id = |(place, id)| text(id, &format!("{path}[{place}]"));
            let ids: Result<Vec<String>, _> = ids.iter().enumerate().map(id).collect();
            ids.map(RawValue::Listed)
        }
        Plain::Object(keys) => object(keys, path, depth),
        other => Err(wrong_type(
            other,
            path,
            "true or false, a number, a text, an array or an object",
        )),
    }
}

/// Points, figures by input, or values by part: an indicator's id has a point in it, an input's none.
fn object(keys: &[(String, Plain)], path: &str, depth: usize) -> Result<RawValue, ApiError> {
    let keys: Vec<&(String, Plain)> = keys
        .iter()
        .filter(|(_, value)| *value != Plain::Absent)
        .collect();
    let at = |key: &str| format!("{path}.{key}");
    if let [(key, value)] = &keys[..]
        && key == POINTS
    {
        return figure(value, &at(key)).map(RawValue::Points);
    }
    if keys.is_empty() {
        let problem = "the object is empty; give the figures that the rule takes";
        return Err(ApiError::bad_input(path, problem));
    }
    if keys.iter().any(|(key, _)| key.contains('.')) {
        let below = depth.checked_sub(1).ok_or_else(|| {
            ApiError::bad_input(path, format!("parts may be nested {DEEPEST} deep at most"))
        })?;
        let part =
            |(key, value): &&(String, Plain)| Ok((key.clone(), value_at(value, &at(key), below)?));
        let parts: Result<Vec<_>, ApiError> = keys.iter().map(part).collect();
        return parts.map(RawValue::Parts);
    }
    let input = |(key, value): &&(String, Plain)| Ok((key.clone(), figure(value, &at(key))?));
    let inputs: Result<Vec<_>, ApiError> = keys.iter().map(input).collect();
    inputs.map(RawValue::Inputs)
}

/// A number as far as a float holds it: 15 digits in all.
fn figure(value: &Plain, path: &str) -> Result<Exact, ApiError> {
    const MOST: f64 = 1e12;
    let given = number(value, path)?;
    if given.abs() >= MOST {
        let problem = format!("{given} is too large; use a number below {MOST}");
        return Err(ApiError::out_of_range(path, problem));
    }
    let fits = |decimals: &u32| given.abs() * 10_f64.powi(*decimals as i32) < 9e15;
    let decimals = (0..=12).rev().find(fits).unwrap_or_default();
    let units = (given * 10_f64.powi(decimals as i32)).round();
    Ok(Exact::decimal(units as i64, decimals))
}

/// A raw value in the form in which [`raw_value`] reads it.
#[derive(Debug)]
pub(super) struct ValueDto(pub(super) RawValue);

impl Serialize for ValueDto {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let numbers = |inputs: &[(String, Exact)]| {
            let inputs = inputs.iter();
            Ordered(
                inputs
                    .map(|(id, value)| (id.clone(), value.to_f64()))
                    .collect(),
            )
        };
        match &self.0 {
            RawValue::Answer(answer) => serializer.serialize_bool(*answer == Answer::Yes),
            RawValue::Number(number) => serializer.serialize_f64(number.to_f64()),
            RawValue::Choice(id) => serializer.serialize_str(id),
            RawValue::Listed(ids) => ids.serialize(serializer),
            RawValue::Points(points) => {
                numbers(&[(POINTS.to_owned(), *points)]).serialize(serializer)
            }
            RawValue::Inputs(inputs) => numbers(inputs).serialize(serializer),
            RawValue::Parts(parts) => {
                let parts = parts.iter();
                let parts = parts.map(|(id, raw)| (id.clone(), Self(raw.clone())));
                Ordered(parts.collect()).serialize(serializer)
            }
        }
    }
}

/// The argument of `points`, answered.
pub(super) fn points(core: &Calculator, value: &Plain) -> Result<PointsDto, ApiError> {
    let object = Object::of(value, "question", &["edition", "indicator", "value"])?;
    let edition = core.edition(&text(object.get("edition")?, &object.path("edition"))?)?;
    let id = text(object.get("indicator")?, &object.path("indicator"))?;
    let framework = edition.framework();
    let is_component = |indicator: &&Indicator| indicator.level > Level::Main;
    let components = framework.nodes().map(|node| framework.indicator(node));
    let components: Vec<&Indicator> = components.filter(is_component).collect();
    let node = framework
        .node(&id)
        .filter(|&node| framework.indicator(node).level > Level::Main)
        .ok_or_else(|| CalculatorError::UnknownIndicator {
            given: id.clone(),
            framework: framework.id().to_owned(),
            allowed: components.iter().map(|own| own.id.clone()).collect(),
        })?;
    let raw = raw_value(object.get("value")?, &object.path("value"))?;
    let points = earned_points(framework, node, &raw).map_err(|mismatch| {
        let indicator = id;
        CalculatorError::Rule {
            indicator,
            mismatch,
        }
    })?;
    Ok(PointsDto {
        points: points.to_f64(),
        max_points: framework.indicator(node).max_points.value().to_f64(),
    })
}

/// The answer of `points`.
#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PointsDto {
    points: f64,
    max_points: f64,
}

#[derive(Debug, serde::Serialize)]
struct InputDto {
    id: String,
    name: Name,
}

#[derive(Debug, serde::Serialize)]
struct ChoiceDto {
    id: String,
    name: Name,
    share: f64,
}

/// A rule: its type, and what it takes and compares with; what it has none of is left out.
#[derive(Debug, serde::Serialize)]
pub(super) struct RuleDto {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    inputs: Vec<InputDto>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    choices: Vec<ChoiceDto>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    thresholds: Vec<f64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<String>,
}

/// The rule of a component or criterion; none above them.
pub(super) fn rule(framework: &Framework, indicator: &Indicator) -> Option<RuleDto> {
    if indicator.level <= Level::Main {
        return None;
    }
    let children = indicator.children.iter();
    let parts: Vec<String> = children
        .map(|&child| framework.indicator(child).id.clone())
        .collect();
    let kind = match parts.is_empty() {
        true => indicator.rule.kind.as_str(),
        false => "parts",
    };
    let choice = |choice: &Choice| ChoiceDto {
        id: choice.id.clone(),
        name: Name::from(&choice.name),
        share: choice.share.to_f64(),
    };
    Some(RuleDto {
        kind,
        inputs: inputs(&indicator.rule),
        choices: indicator.rule.kind.choices().iter().map(choice).collect(),
        thresholds: thresholds(&indicator.rule.kind),
        parts,
    })
}

fn inputs(rule: &Rule) -> Vec<InputDto> {
    let named = |id: &str, vi: &str, en: &str| InputDto {
        id: id.to_owned(),
        name: Name::from(&Text {
            vi: vi.to_owned(),
            en: en.to_owned(),
        }),
    };
    let own = rule.inputs.iter().map(|input| InputDto {
        id: input.id.clone(),
        name: Name::from(&input.name),
    });
    let mut inputs: Vec<InputDto> = own.collect();
    if rule.kind == RuleKind::Relative {
        if inputs.is_empty() {
            inputs.push(named(
                OWN_NUMBER,
                "Giá trị của đơn vị",
                "The unit's own value",
            ));
        }
        inputs.push(named(BEST, "Giá trị cao nhất", "The best unit's value"));
    }
    inputs
}

/// Where points change their course, rising.
fn thresholds(kind: &RuleKind) -> Vec<f64> {
    match kind {
        RuleKind::CappedRatio(share)
        | RuleKind::ThresholdJump(share)
        | RuleKind::BandedRatio(share) => vec![share.to_f64()],
        RuleKind::AllOrNothing => vec![1.0],
        RuleKind::PerCapita { threshold, .. } => vec![threshold.to_f64()],
        RuleKind::Steps(steps) => {
            let mut needed: Vec<Exact> = steps.iter().map(|(needed, _)| *needed).collect();
            needed.sort_unstable();
            needed.into_iter().map(Exact::to_f64).collect()
        }
        _ => Vec::new(),
    }
}
