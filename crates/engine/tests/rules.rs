//! Every rule of the scoring sheets on file, value by value, against the oracle's own reading of the
//! framework files.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failing helper fails its test"
)]

mod oracle;

use dti_engine::calculator::earned_points;
use dti_engine::model::{Answer, Exact, Framework, RawValue, RuleKind};
use dti_formats::parse_framework;
use oracle::numbers::{Number, fraction};
use oracle::rules;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const SHEETS: [&str; 2] = ["dti-922", "commune-hcmc-2026"];

fn text_of(id: &str) -> String {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/frameworks");
    std::fs::read_to_string(format!("{data}/{id}.json")).unwrap()
}

/// A sheet, as the formats read it and as the oracle does.
fn sheet(id: &str) -> (Framework, Vec<Value>) {
    let text = text_of(id);
    let mut nodes = Vec::new();
    let file: Value = serde_json::from_str(&text).unwrap();
    collect(&file["indicators"], &mut nodes);
    (parse_framework(id, &text).unwrap(), nodes)
}

/// Components and criteria: what has a rule or stands below what has.
fn collect(list: &Value, nodes: &mut Vec<Value>) {
    for node in list.as_array().into_iter().flatten() {
        if node["id"].as_str().unwrap().contains('.') {
            nodes.push(node.clone());
        }
        collect(&node["children"], nodes);
    }
}

/// A value as the API takes it.
fn raw(value: &Value) -> RawValue {
    let number = |value: &Value| {
        let text = value.to_string();
        let places = text.split_once('.').map_or(0, |(_, places)| places.len());
        Exact::decimal(text.replace('.', "").parse().unwrap(), places as u32)
    };
    let id = |value: &Value| value.as_str().unwrap().to_owned();
    match value {
        Value::Bool(true) => RawValue::Answer(Answer::Yes),
        Value::Bool(false) => RawValue::Answer(Answer::No),
        Value::Number(_) => RawValue::Number(number(value)),
        Value::String(_) => RawValue::Choice(id(value)),
        Value::Array(ids) => RawValue::Listed(ids.iter().map(id).collect()),
        Value::Object(keys) if keys.keys().any(|key| key.contains('.')) => RawValue::Parts(
            keys.iter()
                .map(|(key, value)| (key.clone(), raw(value)))
                .collect(),
        ),
        Value::Object(keys) if keys.contains_key("points") => {
            RawValue::Points(number(&keys["points"]))
        }
        Value::Object(keys) => {
            let inputs = keys.iter().map(|(key, value)| (key.clone(), number(value)));
            RawValue::Inputs(inputs.collect())
        }
        Value::Null => panic!("no value"),
    }
}

/// A value that a node takes, from a few random numbers.
fn some_value(framework: &Framework, id: &str, seed: &mut impl FnMut(u32) -> u32) -> Value {
    let node = framework.node(id).unwrap();
    let indicator = framework.indicator(node);
    if !indicator.children.is_empty() {
        let children = indicator.children.iter();
        let values = children.map(|&child| {
            let id = framework.indicator(child).id.clone();
            let value = some_value(framework, &id, seed);
            (id, value)
        });
        return Value::Object(values.collect());
    }
    let rule = &indicator.rule;
    let choices = rule.kind.choices();
    let one_of =
        |seed: &mut dyn FnMut(u32) -> u32| json!(choices[seed(choices.len() as u32) as usize].id);
    match &rule.kind {
        RuleKind::Points => {
            json!({ "points": seed(100 * indicator.max_points.whole()) as f64 / 100.0 })
        }
        RuleKind::YesNo => json!(seed(2) == 1),
        RuleKind::Levels(_) | RuleKind::StepChoices(_) => one_of(seed),
        RuleKind::PerPeriodSum { periods, .. } => (0..*periods).map(|_| one_of(seed)).collect(),
        RuleKind::CountShare(things) => json!(seed(things.len() as u32 + 1)),
        RuleKind::CountCapped(_) => json!(seed(15)),
        RuleKind::Steps(_) if rule.inputs.is_empty() => json!(f64::from(seed(120)) / 2.0),
        RuleKind::Relative if rule.inputs.is_empty() || seed(2) == 0 => {
            json!({ "value": seed(50), "best": 1 + seed(40) })
        }
        // A share, at and around the thresholds that there are, or figures.
        _ if rule.kind != RuleKind::Relative && seed(2) == 0 => {
            let shares = [
                0.0, 0.0025, 0.01, 0.0299, 0.03, 0.05, 0.07, 0.1, 0.2, 0.2999, 0.3, 0.5, 0.7, 0.75,
                0.7999, 0.8, 0.8999, 0.9, 0.95, 0.9999, 1.0,
            ];
            json!(shares[seed(shares.len() as u32) as usize])
        }
        kind => {
            let mut inputs = serde_json::Map::new();
            for input in &rule.inputs {
                if input.fixed.is_none() || seed(2) == 0 {
                    inputs.insert(input.id.clone(), json!(seed(6)));
                }
            }
            if *kind == RuleKind::Relative {
                inputs.insert("best".to_owned(), json!(f64::from(1 + seed(200)) / 100.0));
            }
            Value::Object(inputs)
        }
    }
}

fn as_number(exact: Exact) -> Number {
    let text = exact.to_fraction_text();
    let (above, below) = text.split_once('/').unwrap();
    fraction(above.parse().unwrap(), below.parse().unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_rule_gives_what_the_oracle_gives(numbers in prop::collection::vec(any::<u32>(), 64)) {
        let mut place = 0;
        let mut seed = |below: u32| {
            place += 1;
            numbers[place % numbers.len()].rotate_left(place as u32) % below
        };
        for id in SHEETS {
            let (framework, nodes) = sheet(id);
            for node in nodes.iter().filter(|node| node["maxPoints"] != 0) {
                let id = node["id"].as_str().unwrap();
                let value = some_value(&framework, id, &mut seed);
                let expected = rules::points(node, &value);
                let own = earned_points(&framework, framework.node(id).unwrap(), &raw(&value));
                prop_assert_eq!(own.map(as_number).ok(), expected, "{}: {}", id, value);
            }
        }
    }
}

#[test]
fn the_sheets_have_their_rules_and_their_sums() {
    let kinds = |id: &str| -> BTreeSet<&str> {
        let (framework, _) = sheet(id);
        let nodes: Vec<_> = framework.nodes().collect();
        let leaves = nodes.iter().map(|&node| framework.indicator(node));
        let kinds = leaves.filter(|own| own.children.is_empty() && own.id.contains('.'));
        // The words of the kinds live as long as the program.
        kinds.map(|own| own.rule.kind.as_str()).collect()
    };
    assert_eq!(
        kinds("dti-922"),
        BTreeSet::from([
            "all_or_nothing",
            "capped_ratio",
            "count_capped",
            "levels",
            "ratio",
            "relative",
            "steps",
            "survey",
            "yes_no",
        ])
    );
    assert_eq!(
        kinds("commune-hcmc-2026"),
        BTreeSet::from([
            "all_or_nothing",
            "banded_ratio",
            "count_share",
            "levels",
            "per_period_sum",
            "ratio",
            "steps",
            "threshold_jump",
            "yes_no",
        ])
    );
    for (id, total, components, criteria) in
        [("dti-922", 1000, 98, 38), ("commune-hcmc-2026", 100, 43, 9)]
    {
        let (framework, nodes) = sheet(id);
        assert_eq!(framework.total().whole(), total);
        let depth = |node: &&Value| node["id"].as_str().unwrap().matches('.').count();
        assert_eq!(
            nodes.iter().filter(|node| depth(node) == 1).count(),
            components,
            "{id}"
        );
        assert_eq!(
            nodes.iter().filter(|node| depth(node) > 1).count(),
            criteria,
            "{id}"
        );
    }
    let (framework, _) = sheet("commune-tay-ninh-2025");
    assert_eq!(framework.total().whole(), 960);
}

#[test]
fn a_larger_part_never_earns_less() {
    for id in SHEETS {
        let (framework, nodes) = sheet(id);
        for node in nodes.iter().filter(|node| node["maxPoints"] != 0) {
            let id = node["id"].as_str().unwrap();
            let rule = &framework.indicator(framework.node(id).unwrap()).rule;
            if !rule.kind.is_ratio() {
                continue;
            }
            let mut before = Exact::ZERO;
            for part in 0..=1_000 {
                let share = RawValue::Number(Exact::decimal(part, 3));
                let earned =
                    earned_points(&framework, framework.node(id).unwrap(), &share).unwrap();
                assert!(earned >= before, "{id}: {part}");
                before = earned;
            }
            assert_eq!(
                before,
                framework
                    .indicator(framework.node(id).unwrap())
                    .max_points
                    .value()
            );
        }
    }
}
