//! Indices of a reader's own (method 10): examples computed by hand, laws on random indices, and a
//! slow second computation beside all of it.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a failing helper fails its test"
)]

#[path = "own_index/random.rs"]
mod random;
#[path = "own_index/schema.rs"]
mod schema;
#[path = "own_index/slow.rs"]
mod slow;

use dti_engine::analysis::{Effort, Side, contributions, shortfalls};
use dti_engine::calculator::{
    Calculator, CalculatorError, ErrorCode, PlanLevel, PlanQuestion, StabilityQuestion, Target,
    Weights, present,
};
use dti_engine::model::{
    Entry, Exact, Kind, MaxPoints, Origin, Override, Rivals, Scenario, Score, Standings,
};
use dti_formats::{OwnIndex, parse_index};
use random::{Draws, document};
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn example(name: &str) -> Value {
    let path = format!(
        "{}/../../data/examples/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn parsed(document: &Value) -> OwnIndex {
    let fault = |fault| panic!("{fault}\n{document}");
    parse_index("own.json", &document.to_string()).unwrap_or_else(fault)
}

/// A calculator with this index, and the id of its edition.
fn loaded(document: &Value) -> (Calculator, String) {
    let mut calculator = dti_formats::official().unwrap();
    let id = calculator.load(parsed(document).edition()).unwrap();
    (calculator, id)
}

fn supposed(unit: &str, indicator: &str, score: f64) -> Override {
    Override {
        unit: unit.to_owned(),
        indicator: indicator.to_owned(),
        entry: Entry::Score(Score::entered(score).unwrap()),
        kind: Kind::WhatIf,
    }
}

/// Ids and unrounded totals in the edition's order.
fn totals(calculator: &Calculator, standings: &Standings) -> Vec<(String, f64)> {
    let edition = calculator.edition(&standings.edition).unwrap();
    let units = edition.units().iter().enumerate();
    let total = |row| standings.of(row).unwrap().unrounded.to_f64();
    units
        .map(|(row, unit)| (unit.id.clone(), total(row)))
        .collect()
}

fn ranks(standings: &Standings) -> Vec<u32> {
    let rows = 0..standings.standings.len();
    rows.map(|row| standings.of(row).unwrap().rank).collect()
}

#[track_caller]
fn expect_same(found: &[(String, f64)], expected: &[(String, f64)], document: &Value) {
    assert_eq!(found.len(), expected.len());
    for ((unit, found), (other, expected)) in found.iter().zip(expected) {
        assert_eq!(unit, other);
        let off = (found - expected).abs();
        assert!(off < 1e-9, "{unit}: {found} for {expected}\n{document}");
    }
}

#[test]
fn hdi_is_what_the_formula_gives_by_hand() {
    let (calculator, id) = loaded(&example("hdi"));
    let standings = calculator.simulate(&Scenario::baseline(&id)).unwrap();
    // Country a: (62.5 / 65 × (.95 + .85) / 2 × ln 480 / ln 750)^(1/3) = (.961538 × .9 × .932586)^(1/3).
    let expected = [9310, 7198, 5966, 4916, 10_000, 7198];
    for (row, expected) in expected.into_iter().enumerate() {
        let own = standings.of(row).unwrap();
        assert_eq!(own.unrounded.round_half_up(4), expected, "{row}");
    }
    // Goalposts end at 1; two countries tie at three decimals, and the next rank is skipped.
    assert_eq!(ranks(&standings), [2, 3, 5, 6, 1, 3]);
    let dense = {
        let mut document = example("hdi");
        document["framework"]["ties"] = json!("dense");
        let (calculator, id) = loaded(&document);
        ranks(&calculator.simulate(&Scenario::baseline(&id)).unwrap())
    };
    assert_eq!(dense, [2, 3, 4, 5, 1, 3]);
    let finer = {
        let mut document = example("hdi");
        document["framework"]["decimals"] = json!(6);
        let (calculator, id) = loaded(&document);
        ranks(&calculator.simulate(&Scenario::baseline(&id)).unwrap())
    };
    assert_eq!(finer, [2, 4, 5, 6, 1, 3]);
}

#[test]
fn the_examples_keep_to_the_schema_and_to_the_slow_computation() {
    let path = format!(
        "{}/../../docs/own-index.schema.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let rules: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    for name in ["hdi", "ddci"] {
        let document = example(name);
        assert_eq!(
            schema::breaches(&rules, &document),
            Vec::<String>::new(),
            "{name}"
        );
        let (calculator, id) = loaded(&document);
        let standings = calculator.simulate(&Scenario::baseline(&id)).unwrap();
        expect_same(
            &totals(&calculator, &standings),
            &slow::totals(&document),
            &document,
        );
        let marked = calculator.edition(&id).unwrap().header().title.clone();
        assert!(
            marked.vi.contains("ví dụ") && marked.en.contains("example"),
            "{marked:?}"
        );
    }
    let mut wrong = example("hdi");
    wrong["framework"]["mean"] = json!("median");
    wrong["edition"]["unit"] = json!([]);
    wrong["framework"]["indicators"][0]["scale"]["low"] = json!("20");
    assert_eq!(
        schema::breaches(&rules, &wrong).len(),
        3,
        "the check itself works"
    );
}

#[test]
fn everything_that_the_schema_allows_at_random_can_be_read() {
    let path = format!(
        "{}/../../docs/own-index.schema.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let rules: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    for seed in 0..100 {
        let (document, _) = document(&mut Draws::new(seed), seed);
        if let Ok(index) = parse_index("own.json", &document.to_string()) {
            assert_eq!(schema::breaches(&rules, &document), Vec::<String>::new());
            assert_eq!(index.id(), format!("edition-{seed}"));
        }
    }
}

/// Indices at random that can be read: a few have a unit without any value.
fn random_indices(from: u64, count: usize) -> impl Iterator<Item = (u64, Value, Vec<String>)> {
    let document = |seed| {
        let (document, leaves) = document(&mut Draws::new(seed), seed);
        (seed, document, leaves)
    };
    (from..)
        .map(document)
        .filter(|(_, document, _)| parse_index("own.json", &document.to_string()).is_ok())
        .take(count)
}

#[test]
fn totals_are_those_of_the_slow_computation() {
    for (seed, document, leaves) in random_indices(0, 300) {
        let (calculator, id) = loaded(&document);
        let standings = calculator.simulate(&Scenario::baseline(&id)).unwrap();
        let slowly = slow::totals(&document);
        expect_same(&totals(&calculator, &standings), &slowly, &document);
        // What-ifs on leaves, some of which have no value.
        let mut draws = Draws::new(seed + 1_000_000);
        let mut scenario = Scenario::baseline(&id);
        let mut changes = Vec::new();
        for _ in 0..3 {
            let unit = draws.pick(&slowly).0.clone();
            let (leaf, percent) = (draws.pick(&leaves).clone(), draws.up_to(100) as f64 / 100.0);
            if scenario.find(&unit, &leaf, Kind::WhatIf).is_none() {
                scenario = scenario.with_override(supposed(&unit, &leaf, percent));
                changes.push((unit, leaf, percent));
            }
        }
        let changes: Vec<(&str, &str, f64)> = changes
            .iter()
            .map(|(unit, leaf, score)| (&**unit, &**leaf, *score))
            .collect();
        let after = calculator.simulate(&scenario).unwrap();
        let slowly = slow::totals_with(&document, &changes);
        expect_same(&totals(&calculator, &after), &slowly, &document);
        for standing in &after.standings {
            let higher = after.standings.iter().filter(|s| s.score > standing.score);
            let mut higher: Vec<Exact> = higher.map(|s| s.score).collect();
            if document["framework"]["ties"] == "dense" {
                higher.sort_unstable();
                higher.dedup();
            }
            assert_eq!(standing.rank as usize, higher.len() + 1);
        }
    }
}

#[test]
fn a_better_raw_value_never_lowers_the_total() {
    let mut compared = 0;
    for (seed, document, leaves) in random_indices(5_000, 200) {
        let mut draws = Draws::new(seed);
        let leaf = draws.pick(&leaves).clone();
        let before = slow::totals(&document);
        let unit = draws.pick(&before).0.clone();
        let raw = &document["edition"]["values"][&unit][&leaf];
        let scale = scale_of(&document["framework"]["indicators"], &leaf).unwrap();
        // With another value outliers may be treated otherwise.
        let is_fixed = !scale.is_null() && scale["treatment"].is_null();
        let (Some(raw), true) = (raw.as_f64(), is_fixed) else {
            continue;
        };
        let mut raised = document.clone();
        let is_lower = scale["direction"] == "lower_is_better";
        let better = match scale["normalisation"].as_str().unwrap() {
            "none" if is_lower => raw * 0.5,
            "none" => f64::midpoint(raw, 1.0),
            _ if scale["form"] == "logarithm" => raw * if is_lower { 0.5 } else { 2.0 },
            _ => raw + if is_lower { -2.5 } else { 2.5 },
        };
        raised["edition"]["values"][&unit][&leaf] = json!(better);
        let (calculator, id) = loaded(&document);
        let (again, _) = loaded(&raised);
        let total = |calculator: &Calculator| {
            let standings = calculator.simulate(&Scenario::baseline(&id)).unwrap();
            let row = calculator.edition(&id).unwrap().position(&unit).unwrap();
            standings.of(row).unwrap().unrounded.to_f64()
        };
        assert!(
            total(&again) >= total(&calculator) - 2e-12,
            "{unit} {leaf} {document}"
        );
        compared += 1;
    }
    assert!(compared > 50, "{compared}");
}

fn scale_of(list: &Value, id: &str) -> Option<Value> {
    list.as_array()?
        .iter()
        .find_map(|node| match node["id"] == id {
            true => Some(node["scale"].clone()),
            false => scale_of(&node["children"], id),
        })
}

#[test]
fn all_leaves_at_one_give_one_and_all_at_zero_nothing() {
    for (_, document, leaves) in random_indices(9_000, 100) {
        let (calculator, id) = loaded(&document);
        let unit = calculator.edition(&id).unwrap().units()[0].id.clone();
        for score in [1.0, 0.0] {
            let all = leaves
                .iter()
                .fold(Scenario::baseline(&id), |scenario, leaf| {
                    scenario.with_override(supposed(&unit, leaf, score))
                });
            let standings = calculator.simulate(&all).unwrap();
            let expected = Exact::whole(score as i64);
            assert_eq!(standings.of(0).unwrap().unrounded, expected, "{document}");
        }
    }
}

/// The complete rows of an official edition as an own index.
fn copied(edition: &str, unscaled: bool) -> Value {
    let calculator = dti_formats::official().unwrap();
    let edition = calculator.edition(edition).unwrap();
    let framework = edition.framework();
    let name = |id: &str| json!({ "vi": id });
    let indicators: Vec<Value> = framework
        .mains()
        .map(|node| {
            let own = framework.indicator(node);
            let mut copy = json!({
                "id": own.id, "name": name(&own.id), "maxPoints": own.max_points.whole(),
            });
            if !unscaled {
                copy["scale"] = json!({ "normalisation": "goalposts", "low": 0, "high": 1 });
            }
            copy
        })
        .collect();
    let (mut units, mut values) = (Vec::new(), serde_json::Map::new());
    for (unit, row) in edition.units().iter().zip(edition.rows()) {
        let figure = |node| Some(row.indicators.get(&node)?.value.to_f64());
        let row: Option<serde_json::Map<String, Value>> = framework
            .mains()
            .map(|node| Some((framework.indicator(node).id.clone(), json!(figure(node)?))))
            .collect();
        if let Some(row) = row {
            units.push(json!({ "id": unit.id, "name": name(&unit.id) }));
            values.insert(unit.id.clone(), Value::Object(row));
        }
    }
    json!({
        "framework": { "id": "copy", "title": name("copy"), "decimals": 4, "indicators": indicators },
        "edition": {
            "id": "copy", "year": 2022, "title": name("copy"), "units": units, "values": values,
        },
    })
}

#[test]
fn an_arithmetic_index_is_the_plain_engine_bit_for_bit() {
    let (plain, id) = loaded(&copied("2024-34", true));
    let (composite, _) = loaded(&copied("2024-34", false));
    assert!(!plain.edition(&id).unwrap().framework().is_composite());
    assert!(composite.edition(&id).unwrap().framework().is_composite());
    let mut scenario = Scenario::baseline(&id);
    scenario.unit = Some("hue".to_owned());
    for changes in 0..3 {
        if changes > 0 {
            scenario = scenario.with_override(supposed("hue", "society", 0.9));
        }
        if changes > 1 {
            scenario
                .max_points
                .insert("economy".to_owned(), MaxPoints::try_new(333).unwrap());
        }
        let [one, other] = [&plain, &composite].map(|c| c.simulate(&scenario).unwrap());
        for (one, other) in one.standings.iter().zip(&other.standings) {
            assert_eq!((one.position, one.rank), (other.position, other.rank));
            assert_eq!((one.unrounded, one.score), (other.unrounded, other.score));
        }
        let plans = [&plain, &composite].map(|c| c.plan(&plan_of(&scenario, 5)).unwrap());
        assert_eq!(plans[0], plans[1]);
        let around = [&plain, &composite].map(|c| c.neighbourhood(&scenario).unwrap());
        assert_eq!(around[0], around[1]);
        let sure = [&plain, &composite].map(|c| {
            let question = StabilityQuestion {
                draws: 300,
                ..StabilityQuestion::of(scenario.clone())
            };
            c.stability(&question).unwrap()
        });
        assert_eq!(sure[0], sure[1]);
    }
    // The official edition computes the same from the same figures.
    let official = dti_formats::official().unwrap();
    let standings = official.simulate(&Scenario::baseline("2024-34")).unwrap();
    let own = plain.simulate(&Scenario::baseline(&id)).unwrap();
    for (row, unit) in plain.edition(&id).unwrap().units().iter().enumerate() {
        let place = official
            .edition("2024-34")
            .unwrap()
            .position(&unit.id)
            .unwrap();
        let recomputed = standings
            .of(place)
            .unwrap()
            .card
            .score(dti_engine::model::Node::ROOT);
        assert_eq!(own.of(row).unwrap().unrounded, recomputed);
    }
}

fn plan_of(scenario: &Scenario, rank: u32) -> PlanQuestion {
    PlanQuestion {
        scenario: scenario.clone(),
        target: Target::Rank(rank),
        level: PlanLevel::Main,
        effort: Effort::Diminishing,
        costs: BTreeMap::new(),
        caps: BTreeMap::new(),
        locked: Vec::new(),
    }
}

#[test]
fn what_is_missing_leaves_its_weight_or_counts_nothing() {
    let document = |missing: &str| {
        json!({
            "framework": {
                "id": "gaps", "title": { "vi": "gaps" }, "missing": missing,
                "indicators": [
                    { "id": "one", "name": { "vi": "one" }, "maxPoints": 30 },
                    { "id": "two", "name": { "vi": "two" }, "maxPoints": 10 },
                    { "id": "three", "name": { "vi": "three" }, "maxPoints": 60 },
                ],
            },
            "edition": {
                "id": "gaps", "year": 2024, "title": { "vi": "gaps" },
                "units": [{ "id": "a", "name": { "vi": "a" } }],
                "values": { "a": { "one": 0.5, "two": 0.9, "three": null } },
            },
        })
    };
    let total = |missing: &str, scenario: &dyn Fn(&str) -> Scenario| {
        let (calculator, id) = loaded(&document(missing));
        let standings = calculator.simulate(&scenario(&id)).unwrap();
        let own = standings.of(0).unwrap();
        let node = calculator
            .edition(&id)
            .unwrap()
            .framework()
            .node("three")
            .unwrap();
        (own.unrounded, own.card.value(node).unwrap())
    };
    let untouched: &dyn Fn(&str) -> Scenario = &Scenario::baseline;
    let (rescaled, value) = total("rescale", untouched);
    // (30 × .5 + 10 × .9) / 40, and the gap is shown at that, marked.
    assert_eq!(
        (rescaled, value.origin),
        (Exact::decimal(6, 1), Origin::Missing)
    );
    assert_eq!(value.score, rescaled);
    let (zero, value) = total("zero", untouched);
    assert_eq!(
        (zero, value.score, value.origin),
        (Exact::decimal(24, 2), Exact::ZERO, Origin::Missing)
    );
    let raised = |id: &str| Scenario::baseline(id).with_override(supposed("a", "two", 0.1));
    assert_eq!(
        total("rescale", &raised).0,
        Exact::decimal(4, 1),
        "the gap follows"
    );
    let given = |id: &str| Scenario::baseline(id).with_override(supposed("a", "three", 0.0));
    assert_eq!(
        total("rescale", &given).0,
        Exact::decimal(24, 2),
        "a supposed value counts"
    );
}

#[test]
fn a_parent_that_is_set_is_met_whatever_its_mean() {
    let document = example("hdi");
    for mean in ["arithmetic", "geometric", "harmonic"] {
        let mut document = document.clone();
        document["framework"]["indicators"][1]["mean"] = json!(mean);
        let (calculator, id) = loaded(&document);
        let framework = calculator.edition(&id).unwrap().framework().clone();
        let node = |id: &str| framework.node(id).unwrap();
        let scenario = Scenario::baseline(&id).with_override(supposed("c", "education", 0.7));
        let own = calculator
            .simulate(&scenario)
            .unwrap()
            .of(2)
            .unwrap()
            .clone();
        assert_eq!(own.card.score(node("education")), Exact::decimal(7, 1));
        let [x, y] =
            ["education.expected", "education.mean"].map(|id| own.card.score(node(id)).to_f64());
        let reached = match mean {
            "arithmetic" => f64::midpoint(x, y),
            "geometric" => (x * y).sqrt(),
            _ => 2.0 / (1.0 / x + 1.0 / y),
        };
        assert!((reached - 0.7).abs() < 1e-9, "{mean}: {x} {y}");
        let kept = scenario.with_override(supposed("c", "education.mean", 0.2));
        let refused = calculator.simulate(&kept);
        if mean == "arithmetic" {
            assert!(
                matches!(refused, Err(CalculatorError::Unreachable { .. })),
                "{refused:?}"
            );
        } else if mean == "harmonic" {
            // With one at .2 the harmonic mean of two is 1/3 at most.
            let Err(CalculatorError::Unreachable { high, .. }) = refused else {
                panic!("{refused:?}");
            };
            assert_eq!(high.round_half_up(4), 3333);
        }
    }
}

#[test]
fn a_plan_is_confirmed_by_the_scorer_and_no_grid_beats_it() {
    for mean in ["geometric", "harmonic", "arithmetic"] {
        for effort in [Effort::Flat, Effort::Diminishing] {
            let mut document = example("hdi");
            document["framework"]["mean"] = json!(mean);
            // Needed is what the rounded score lacks, so a coarse one would blur the cost.
            document["framework"]["decimals"] = json!(9);
            let (calculator, id) = loaded(&document);
            let mut scenario = Scenario::baseline(&id);
            scenario.unit = Some("d".to_owned());
            let question = PlanQuestion {
                effort,
                ..plan_of(&scenario, 3)
            };
            let plan = calculator.plan(&question).unwrap();
            assert!(plan.is_feasible && plan.reached_rank <= Some(3), "{plan:?}");
            let (cost, bound) = (plan.total_cost.unwrap(), plan.bound.unwrap());
            assert!((cost - bound).abs() < 1e-6 * cost, "{cost} {bound}");
            // Every triple of a grid of scores, by the slow totals.
            let own = calculator
                .simulate(&scenario)
                .unwrap()
                .of(3)
                .unwrap()
                .clone();
            let framework = calculator.edition(&id).unwrap().framework().clone();
            let starts: Vec<f64> = framework
                .mains()
                .map(|n| own.card.score(n).to_f64())
                .collect();
            let wanted = plan.threshold.unwrap().to_f64();
            let price = |from: f64, to: f64| match effort {
                Effort::Flat => 2.0 * (to - from),
                Effort::Diminishing => 2.0 * ((1.05 - from) / (1.05 - to)).ln(),
            };
            let grid = |from: f64| (0..=60).map(move |n| from + (1.0 - from) * f64::from(n) / 60.0);
            let mut best = f64::INFINITY;
            for x in grid(starts[0]) {
                for y in grid(starts[1]) {
                    for z in grid(starts[2]) {
                        let total = match mean {
                            "geometric" => (x * y * z).cbrt(),
                            "harmonic" => 3.0 / (1.0 / x + 1.0 / y + 1.0 / z),
                            _ => (x + y + z) / 3.0,
                        };
                        let cost = price(starts[0], x) + price(starts[1], y) + price(starts[2], z);
                        if total >= wanted && cost < best {
                            best = cost;
                        }
                    }
                }
            }
            assert!(
                cost <= best + 1e-9,
                "{mean} {effort:?}: {cost} above {best}"
            );
            assert!(best < cost * 1.1, "{mean} {effort:?}: {cost} below {best}");
            for single in &plan.singles {
                let with = scenario.with_override(supposed(
                    "d",
                    &framework.indicator(single.node).id,
                    single.to.to_f64(),
                ));
                assert!(calculator.simulate(&with).unwrap().of(3).unwrap().rank <= 3);
            }
        }
    }
}

#[test]
fn a_plan_minds_what_is_entered_below_and_what_is_locked() {
    let (calculator, id) = loaded(&example("hdi"));
    let mut scenario = Scenario::baseline(&id)
        .with_override(supposed("d", "education.mean", 0.3))
        .with_override(supposed("d", "income", 0.5));
    scenario.unit = Some("d".to_owned());
    let question = PlanQuestion {
        locked: vec!["health".to_owned()],
        ..plan_of(&scenario, 5)
    };
    let plan = calculator.plan(&question).unwrap();
    assert!(plan.is_feasible, "{plan:?}");
    let reached = calculator.simulate(plan.reached.as_ref().unwrap()).unwrap();
    assert!(reached.of(3).unwrap().rank <= 5);
    let framework = calculator.edition(&id).unwrap().framework();
    for step in &plan.steps {
        let id = &framework.indicator(step.node).id;
        assert!(id != "health");
        // With mean years kept at .3, education ends at (1 + .3) / 2.
        assert!(id != "education" || step.to <= Exact::decimal(65, 2));
    }
    let nothing = PlanQuestion {
        locked: ["health", "education", "income"]
            .map(str::to_owned)
            .to_vec(),
        ..plan_of(&scenario, 1)
    };
    let plan = calculator.plan(&nothing).unwrap();
    assert!(!plan.is_feasible && plan.steps.is_empty());
}

/// A scenario at random on an index: what-ifs on nodes of every level, max points, rivals.
fn scenario(draws: &mut Draws, calculator: &Calculator, id: &str) -> Scenario {
    let edition = calculator.edition(id).unwrap();
    let framework = edition.framework();
    let nodes: Vec<String> = framework
        .nodes()
        .map(|n| framework.indicator(n).id.clone())
        .collect();
    let mut scenario = Scenario::baseline(id);
    scenario.unit = Some(draws.pick(edition.units()).id.clone());
    for _ in 0..draws.up_to(3) {
        let unit = draws.pick(edition.units()).id.clone();
        let score = *draws.pick(&[0.0, 0.3, 0.6667, 1.0]);
        scenario = scenario.with_override(supposed(&unit, draws.pick::<String>(&nodes), score));
    }
    if draws.chance(30) {
        let main = framework.mains().next().unwrap();
        let max_points = MaxPoints::try_new(u32::try_from(draws.up_to(20)).unwrap()).unwrap();
        scenario
            .max_points
            .insert(framework.indicator(main).id.clone(), max_points);
    }
    scenario.rivals = *draws.pick(&[
        Rivals::Frozen,
        Rivals::Trend,
        Rivals::Gain(7),
        Rivals::Gain(-30),
    ]);
    scenario
}

#[test]
fn every_question_on_any_index_has_an_answer_or_a_clear_refusal() {
    let mut answered = 0;
    for (seed, document, _) in random_indices(20_000, 300) {
        let (calculator, id) = loaded(&document);
        let mut draws = Draws::new(seed * 7);
        let scenario = scenario(&mut draws, &calculator, &id);
        answered += usize::from(ask_everything(&mut draws, &calculator, &scenario).is_ok());
    }
    assert!(answered > 100, "{answered}");
}

#[track_caller]
fn expect_sum(parts: impl Iterator<Item = Exact>, whole: Exact) {
    assert_eq!(parts.sum::<Exact>(), whole);
}

fn ask_everything(
    draws: &mut Draws,
    calculator: &Calculator,
    scenario: &Scenario,
) -> Result<(), CalculatorError> {
    let edition = calculator.edition(&scenario.edition).unwrap();
    let framework = edition.framework();
    let unit = scenario.unit.clone().unwrap();
    let position = edition.position(&unit).unwrap();
    let baseline = Scenario::baseline(&scenario.edition);
    let before = calculator.simulate(&baseline).unwrap();
    let known = baseline.with_override(Override {
        kind: Kind::Known,
        ..supposed(&unit, "m0", 0.5)
    });
    assert_eq!(
        calculator.simulate(&known).unwrap_err().code(),
        ErrorCode::Unavailable
    );
    let merged = calculator.merge(&baseline, Weights::Equal).unwrap_err();
    assert_eq!(merged.code(), ErrorCode::Unavailable);
    assert_eq!(calculator.estimate_error(&scenario.edition), Ok(None));
    let (kept, _) = calculator.admit(scenario, &baseline);
    assert!(calculator.simulate(&kept).is_ok());
    let now = calculator.simulate(scenario)?;
    let own = now.of(position).unwrap();
    assert!(own.unrounded >= Exact::ZERO && own.unrounded <= Exact::ONE);
    let maxima = calculator.maxima(scenario)?;
    calculator.gaps(scenario, &now, position)?;
    let session = calculator.open(scenario)?;
    session.verdict(position).unwrap();
    session.scorecard(&calculator.open(&present(scenario))?, position)?;
    let line = session.ladder_line(position).unwrap();
    let shown: f64 = line.shares.iter().sum();
    assert!(
        line.shares.iter().all(|s| s.is_finite()) && shown < 1.0 + 1e-9,
        "{line:?}"
    );
    let around = calculator.neighbourhood(scenario)?;
    assert_eq!(around.rank, own.rank);
    // Why the rank moved: all parts add up exactly.
    let explained = calculator.explain(&unit, &baseline, scenario)?;
    expect_sum(
        explained.changes.iter().map(|c| c.change),
        explained.score_change,
    );
    let effects = explained.own + explained.rivals + explained.method;
    assert_eq!(effects, Exact::whole(explained.rank_change));
    for pair in &explained.pairs {
        let whole = pair.gap_after - pair.gap_before;
        expect_sum(pair.changes.iter().map(|c| c.change), whole);
    }
    let side = |standings: &Standings| {
        (
            standings.of(position).unwrap().card.clone(),
            standings.of(position).unwrap().score,
        )
    };
    let ((card, score), (then, old)) = (side(&now), side(&before));
    let own_maxima = calculator.maxima(&baseline)?;
    let after = Side {
        maxima: &maxima,
        card: &card,
        score,
    };
    let start = Side {
        maxima: &own_maxima,
        card: &then,
        score: old,
    };
    for parts in [
        contributions(framework, start, after),
        shortfalls(framework, after),
    ] {
        expect_sum(
            parts.parts.iter().map(|(_, part)| *part),
            parts.to - parts.from - parts.rest,
        );
    }
    ask_slow_questions(draws, calculator, scenario, &now)
}

fn ask_slow_questions(
    draws: &mut Draws,
    calculator: &Calculator,
    scenario: &Scenario,
    now: &Standings,
) -> Result<(), CalculatorError> {
    let edition = calculator.edition(&scenario.edition).unwrap();
    let framework = edition.framework();
    let question = StabilityQuestion {
        draws: 50,
        ..StabilityQuestion::of(scenario.clone())
    };
    for unit in calculator.stability(&question)?.units {
        let sum: f64 = unit.acceptability().iter().sum();
        assert!((sum - 1.0).abs() < 1e-12, "{sum}");
    }
    let off = StabilityQuestion {
        weight_spread: 0.0,
        rounding: false,
        ..question
    };
    for unit in calculator.stability(&off)?.units {
        assert_eq!((unit.low, unit.high), (unit.rank, unit.rank));
        assert_eq!(unit.rank, now.of(unit.position).unwrap().rank);
    }
    for effort in [Effort::Flat, Effort::Diminishing] {
        let rank = u32::try_from(draws.up_to(now.standings.len() as u64 - 1) + 1).unwrap();
        let plan = calculator.plan(&PlanQuestion {
            effort,
            ..plan_of(scenario, rank)
        });
        if let Some(reached) = plan.as_ref().ok().and_then(|plan| plan.reached.as_ref()) {
            let position = edition.position(scenario.unit.as_ref().unwrap()).unwrap();
            let own = calculator
                .simulate(reached)
                .unwrap()
                .of(position)
                .unwrap()
                .clone();
            assert!(own.rank <= rank, "{} {rank} {plan:?}", own.rank);
        }
    }
    calculator.effort(scenario, Effort::Flat)?;
    let mains: Vec<String> = framework
        .mains()
        .map(|n| framework.indicator(n).id.clone())
        .collect();
    let main = draws.pick(&mains).clone();
    if let Ok(sweep) = calculator.sweep_indicator(scenario, &main) {
        expect_sweep(calculator, scenario, &main, &sweep);
    }
    let sweep = calculator.sweep_max_points(scenario, &main, 12)?;
    for run in &sweep.runs {
        for max_points in [run.from, run.to] {
            let mut with = scenario.clone();
            with.max_points
                .insert(main.clone(), MaxPoints::try_new(max_points).unwrap());
            let position = edition.position(scenario.unit.as_ref().unwrap()).unwrap();
            let standings = calculator.simulate(&with);
            let standings = standings.unwrap_or_else(|e| panic!("{e} {with:?} {framework:?}"));
            let own = standings.of(position).unwrap();
            assert_eq!(own.rank, run.rank, "{max_points} on {main}");
        }
    }
    Ok(())
}

/// At each crossing the scorer gives the rank that the sweep says, and just below it the other.
fn expect_sweep(
    calculator: &Calculator,
    scenario: &Scenario,
    main: &str,
    sweep: &dti_engine::calculator::Sweep,
) {
    let unit = scenario.unit.clone().unwrap();
    let others = scenario.overrides.iter().any(|item| item.unit == unit);
    let position = calculator
        .edition(&scenario.edition)
        .unwrap()
        .position(&unit)
        .unwrap();
    let rank = |score: Exact| {
        let with = scenario.with_override(supposed(&unit, main, score.to_f64()));
        calculator
            .simulate(&with)
            .unwrap()
            .of(position)
            .unwrap()
            .rank
    };
    // Where the unit was a rival itself, an override stops it; the one asked about never is.
    assert!(!others || scenario.unit.is_some());
    for crossing in &sweep.crossings {
        assert_eq!(rank(crossing.at), crossing.rank_after, "{crossing:?}");
        let below = rank(crossing.at - Exact::decimal(1, 4));
        assert!(below >= crossing.rank_after, "{crossing:?}");
    }
    assert_eq!(rank(Exact::ZERO), sweep.rank_at_lowest);
    assert_eq!(rank(Exact::ONE), sweep.rank_at_highest);
}

/// Replaces a field somewhere in a document.
fn damage(draws: &mut Draws, value: &mut Value, depth: u64) {
    let wrong = [
        json!(null),
        json!(-1),
        json!(0),
        json!(1e300),
        json!(0.5),
        json!(""),
        json!("geometric"),
        json!([]),
        json!({}),
        json!(true),
        json!([{ "id": "a", "name": { "vi": "a" }, "maxPoints": 1 }]),
    ];
    let is_here = depth > 0 && draws.chance(15);
    let inside: Vec<&mut Value> = match value {
        Value::Object(map) if !is_here => map.values_mut().collect(),
        Value::Array(list) if !is_here => list.iter_mut().collect(),
        _ => Vec::new(),
    };
    match usize::try_from(draws.up_to(inside.len().max(1) as u64 - 1)) {
        Ok(place) if !inside.is_empty() => {
            if let Some(field) = inside.into_iter().nth(place) {
                damage(draws, field, depth + 1);
            }
        }
        _ => *value = draws.pick(&wrong).clone(),
    }
}

#[test]
fn damaged_documents_are_refused_with_their_place_or_work() {
    let examples = ["hdi", "ddci"].map(example);
    let mut calculator = dti_formats::official().unwrap();
    let (mut refused, mut worked) = (0, 0);
    for seed in 0..600 {
        let mut draws = Draws::new(seed);
        let mut document = draws.pick(&examples).clone();
        for _ in 0..=draws.up_to(1) {
            damage(&mut draws, &mut document, 0);
        }
        match parse_index("own.json", &document.to_string()) {
            Err(fault) => {
                assert!(
                    !fault.place.is_empty() && fault.problem.len() > 10,
                    "{fault}"
                );
                refused += 1;
            }
            Ok(index) => {
                let id = calculator.load(index.edition()).unwrap();
                let scenario = scenario(&mut draws, &calculator, &id);
                if let Ok(standings) = calculator.simulate(&scenario) {
                    expect_ranked(&standings);
                }
                calculator.unload(&id).unwrap();
                worked += 1;
            }
        }
    }
    assert!(refused > 100 && worked > 60, "{refused} {worked}");
}

fn expect_ranked(standings: &Standings) {
    for pair in standings.standings.windows(2) {
        assert!(pair[0].rank <= pair[1].rank && pair[0].score >= pair[1].score);
    }
}

#[test]
fn several_are_loaded_at_once_and_unloaded_one_by_one() {
    let mut calculator = dti_formats::official().unwrap();
    let hdi = calculator.load(parsed(&example("hdi")).edition()).unwrap();
    let ddci = calculator.load(parsed(&example("ddci")).edition()).unwrap();
    assert_eq!(calculator.editions().len(), 8);
    assert!(calculator.simulate(&Scenario::baseline(&hdi)).is_ok());
    let again = calculator
        .load(parsed(&example("hdi")).edition())
        .unwrap_err();
    assert_eq!(again, CalculatorError::IdInUse(hdi.clone()));
    let official = calculator.unload("2022").unwrap_err();
    assert_eq!(official, CalculatorError::NotLoaded("2022".to_owned()));
    assert_eq!(
        calculator.unload("moon").unwrap_err().code(),
        ErrorCode::UnknownEdition
    );
    calculator.unload(&hdi).unwrap();
    assert!(calculator.simulate(&Scenario::baseline(&hdi)).is_err());
    let standings = calculator.simulate(&Scenario::baseline(&ddci)).unwrap();
    assert_eq!(standings.standings.len(), 8);
    assert!(calculator.simulate(&Scenario::baseline("2022")).is_ok());
    assert_eq!(calculator.load(parsed(&example("hdi")).edition()), Ok(hdi));
}

#[test]
fn official_ids_are_refused() {
    for (id, framework) in [("2022", "mine"), ("mine", "dti-922")] {
        let mut document = example("hdi");
        document["edition"]["id"] = json!(id);
        document["framework"]["id"] = json!(framework);
        let mut calculator = dti_formats::official().unwrap();
        let refused = calculator.load(parsed(&document).edition()).unwrap_err();
        assert!(
            matches!(refused, CalculatorError::IdInUse(_)),
            "{refused:?}"
        );
        assert_eq!(calculator.editions().len(), 6);
    }
}

#[test]
fn what_a_file_publishes_is_compared_with_what_comes_out() {
    let mut document = example("hdi");
    document["edition"]["published"] = json!({
        "a": { "total": 0.931, "rank": 2 }, "b": { "total": 0.72, "rank": 3 }, "c": { "total": 0.6 },
        "d": { "rank": 7 },
    });
    let index = parsed(&document);
    let (calculator, _) = loaded(&document);
    let found = calculator.mismatches(index.id()).unwrap();
    let units: Vec<&str> = found.iter().map(|m| m.unit.as_str()).collect();
    // .5966 is .6 with one decimal.
    assert_eq!(units, ["d"]);
    assert_eq!((found[0].published_rank, found[0].rank), (Some(7), 6));
}

#[test]
fn two_editions_of_one_own_framework_can_be_explained() {
    let mut later = example("hdi");
    later["edition"]["id"] = json!("hdi-later");
    later["edition"]["values"]["d"]["income"] = json!(9000);
    let (mut calculator, id) = loaded(&example("hdi"));
    let to = calculator.load(parsed(&later).edition()).unwrap();
    let scenarios = [id, to].map(|id| Scenario::baseline(&id));
    let explained = calculator
        .explain("d", &scenarios[0], &scenarios[1])
        .unwrap();
    expect_sum(
        explained.changes.iter().map(|c| c.change),
        explained.score_change,
    );
    let largest = explained.changes.iter().max_by_key(|c| c.change).unwrap();
    let node = calculator
        .edition("hdi-example")
        .unwrap()
        .framework()
        .node("income")
        .unwrap();
    assert_eq!(largest.part, dti_engine::calculator::Part::Indicator(node));
    // Another mean would be another index.
    let mut other = example("hdi");
    other["edition"]["id"] = json!("hdi-sum");
    other["framework"]["mean"] = json!("arithmetic");
    let sum = Scenario::baseline(&calculator.load(parsed(&other).edition()).unwrap());
    let refused = calculator.explain("d", &scenarios[0], &sum).unwrap_err();
    assert!(matches!(refused, CalculatorError::NotComparable { .. }));
}
