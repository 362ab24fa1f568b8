//! A sweep knows the rank at every score that can be entered: against all 10,001 of them, one by one.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing helper fails its test"
)]

use dti_engine::calculator::Calculator;
use dti_engine::model::{Exact, Scenario, Score};
use dti_formats::parse_index;
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};
use serde_json::{Map, Value, json};

/// Compares a sweep with a session in which every score is entered.
#[track_caller]
fn expect_ranks_of_all_scores(calculator: &Calculator, scenario: &Scenario, main: &str) -> usize {
    let sweep = calculator.sweep_indicator(scenario, main).unwrap();
    let mut session = calculator.open(scenario).unwrap();
    let unit = scenario.unit.as_deref().unwrap();
    let mut rank_at = |step: i64| {
        let score = Score::try_new(Exact::decimal(step, 4)).unwrap();
        session.set(unit, main, score).unwrap()
    };
    let lowest = rank_at(0);
    let (mut before, mut expected) = (lowest, Vec::new());
    for step in 1..=10_000 {
        let rank = rank_at(step);
        if rank != before {
            expected.push((Exact::decimal(step, 4), before, rank));
            before = rank;
        }
    }
    let crossings = sweep.crossings.iter();
    let crossings: Vec<_> = crossings
        .map(|own| (own.at, own.rank_before, own.rank_after))
        .collect();
    assert_eq!(crossings, expected, "{unit} {main}");
    assert_eq!(sweep.rank_at_lowest, lowest, "{unit} {main}");
    assert_eq!(sweep.rank_at_highest, before, "{unit} {main}");
    crossings.len()
}

#[test]
fn crossings_of_official_editions_are_those_of_all_scores() {
    let calculator = dti_formats::official().unwrap();
    for (edition, unit) in [
        ("2022", "bac-giang"),
        ("2024-34", "bac-ninh"),
        ("2024", "thua-thien-hue"),
    ] {
        let mut scenario = Scenario::baseline(edition);
        let found = calculator.edition(edition).unwrap();
        scenario.unit = Some(unit.to_owned());
        for node in found.framework().mains() {
            let main = &found.framework().indicator(node).id;
            expect_ranks_of_all_scores(&calculator, &scenario, main);
        }
    }
}

/// Three main indicators, one of them with two components, each over scores of 2 decimals.
fn document(mean: &str, nested: &str, framework: &Value, draws: &mut Xoshiro256PlusPlus) -> Value {
    let name = json!({ "vi": "tên" });
    let leaf = |id: &str, points: u64| {
        let scale = json!({ "normalisation": "none" });
        json!({ "id": id, "name": name, "maxPoints": points, "scale": scale })
    };
    let children = [leaf("c1", 10), leaf("c2", 25)];
    let mut framework = framework.clone();
    framework["id"] = json!("swept");
    framework["title"] = name.clone();
    framework["mean"] = json!(mean);
    framework["indicators"] = json!([
        leaf("a", 30),
        leaf("b", 7),
        { "id": "c", "name": name, "mean": nested, "children": children },
    ]);
    let units: Vec<Value> = (0..9)
        .map(|row| json!({ "id": format!("u{row}"), "name": name }))
        .collect();
    let mut row = || -> Value {
        let leaves = ["a", "b", "c1", "c2"].into_iter();
        let values = leaves.map(|id| {
            let value = (30 + draws.next_u64() % 60) as f64 / 100.0;
            (id.to_owned(), json!(value))
        });
        Value::Object(values.collect::<Map<_, _>>())
    };
    let mut values: Map<String, Value> = (0..9).map(|unit| (format!("u{unit}"), row())).collect();
    // Two that are level are passed together.
    values["u8"] = values["u1"].clone();
    let edition = json!({
        "id": "swept-1", "year": 2024, "title": name, "units": units, "values": values,
    });
    json!({ "framework": framework, "edition": edition })
}

#[test]
fn crossings_under_every_mean_are_those_of_all_scores() {
    let mut draws = Xoshiro256PlusPlus::seed_from_u64(154);
    let mut crossings = 0;
    for (mean, nested, framework) in [
        ("geometric", "arithmetic", json!({ "decimals": 4 })),
        ("geometric", "harmonic", json!({})),
        ("harmonic", "geometric", json!({ "decimals": 3 })),
        ("harmonic", "harmonic", json!({ "ties": "dense" })),
        ("arithmetic", "geometric", json!({ "decimals": 4 })),
    ] {
        let document = document(mean, nested, &framework, &mut draws);
        let mut calculator = dti_formats::official().unwrap();
        let index = parse_index("own.json", &document.to_string()).unwrap();
        let id = calculator.load(index.edition()).unwrap();
        let scenario = Scenario {
            unit: Some("u0".to_owned()),
            ..Scenario::baseline(&id)
        };
        for main in ["a", "c"] {
            crossings += expect_ranks_of_all_scores(&calculator, &scenario, main);
        }
    }
    assert!(crossings > 20, "{crossings}");
}
