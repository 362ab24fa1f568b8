//! At the limits of scale, maxima and depth: what fits into whole numbers and what does not give the same,
//! which fractions of any size confirm.

use super::exactly::{self, Supposed};
use super::oracle::numbers::{Number, fraction};
use super::random::Draws;
use super::{Field, is_audited, place, sessions};
use dti_engine::model::{Entry, Exact, Kind, Level, Rivals, Scenario, Score};
use dti_engine::session::{Representation, Session};
use dti_formats::{MOST_INDICATORS, MOST_UNITS, parse_index};
use num_traits::ToPrimitive as _;
use serde_json::{Value, json};

/// How near an unrounded score must be where fractions no longer fit and are rounded.
const NEAR: f64 = 1e-9;

fn name(id: &str) -> Value {
    json!({ "vi": id, "en": id })
}

/// A tree of three levels with large max points that share no factor, and values of many decimals.
fn extreme(draws: &mut Draws, seed: u64) -> Value {
    let mut leaves = Vec::new();
    let mut leaf = |draws: &mut Draws, id: String| {
        let points = *draws.pick(&[0, 1, 7, 9_973, 9_967, 10_000]);
        leaves.push(id.clone());
        json!({ "id": id, "name": name(&id), "maxPoints": points })
    };
    let mut mains = vec![json!({ "id": "first", "name": name("first"), "maxPoints": 10_000 })];
    for main in 0..draws.up_to(3) {
        let id = format!("m{main}");
        let mut children = Vec::new();
        for child in 0..=draws.up_to(2) {
            let id = format!("{id}.{child}");
            children.push(match draws.up_to(2) {
                0 => {
                    let below = (0..=draws.up_to(2)).map(|n| leaf(draws, format!("{id}.{n}")));
                    let below: Vec<Value> = below.collect();
                    json!({ "id": id, "name": name(&id), "children": below })
                }
                _ => leaf(draws, id),
            });
        }
        mains.push(json!({ "id": id, "name": name(&id), "children": children }));
    }
    leaves.push("first".to_owned());
    let units: Vec<String> = (0..=draws.up_to(5)).map(|n| format!("u{n}")).collect();
    let decimals = *draws.pick(&[1, 4, 6]);
    let mut values = serde_json::Map::new();
    for unit in &units {
        let mut row = serde_json::Map::new();
        for leaf in &leaves {
            let most = 10_u64.pow(decimals);
            let value = *draws.pick(&[0, most, most / 3, most / 7, most / 2]);
            row.insert(leaf.clone(), json!(value as f64 / most as f64));
        }
        values.insert(unit.clone(), Value::Object(row));
    }
    let mut framework = json!({
        "id": format!("extreme-{seed}"), "title": name("extreme"), "indicators": mains,
        "ties": draws.pick(&["competition", "dense"]),
    });
    if draws.chance(75) {
        framework["decimals"] = json!(draws.pick(&[2, 4, 6]));
    }
    let units: Vec<Value> = units
        .iter()
        .map(|id| json!({ "id": id, "name": name(id) }))
        .collect();
    json!({
        "framework": framework,
        "edition": {
            "id": format!("edition-{seed}"), "year": 2024, "title": name("extreme"),
            "units": units, "values": values,
        },
    })
}

/// An index with main indicators of three levels and groups above them. The max points of every branch
/// divide by another number, so the scale grows with each until 64 and then 128 bits are too narrow.
fn branched(draws: &mut Draws, seed: u64) -> Value {
    let mut leaves = Vec::new();
    let mut leaf = |draws: &mut Draws, id: String| {
        leaves.push(id.clone());
        json!({ "id": id, "name": name(&id), "maxPoints": draws.up_to(9_999) + 1 })
    };
    let mut mains = vec![leaf(draws, "first".to_owned())];
    for main in 0..draws.up_to(6) {
        let id = format!("m{main}");
        let below = [0, 1].map(|place| leaf(draws, format!("{id}.b.{place}")));
        let part = format!("{id}.b");
        let part = json!({ "id": part, "name": name(&part), "children": below });
        let beside = leaf(draws, format!("{id}.a"));
        mains.push(json!({ "id": id, "name": name(&id), "children": [beside, part] }));
    }
    if draws.chance(40) {
        let rest = mains.split_off(mains.len().div_ceil(2));
        let group = |id: &str, mains: Vec<Value>| json!({ "id": id, "name": name(id), "level": "group", "children": mains });
        mains = [("one", mains), ("other", rest)]
            .into_iter()
            .filter(|(_, mains)| !mains.is_empty())
            .map(|(id, mains)| group(id, mains))
            .collect();
    }
    let units = ["u0", "u1", "u2", "u3"];
    let row = |draws: &mut Draws| -> Value {
        let value = |draws: &mut Draws| json!(draws.up_to(10_000) as f64 / 10_000.0);
        let row = leaves.iter().map(|leaf| (leaf.clone(), value(draws)));
        Value::Object(row.collect())
    };
    let values = units.map(|unit| (unit.to_owned(), row(draws)));
    json!({
        "framework": {
            "id": format!("branched-{seed}"), "title": name("branched"), "indicators": mains,
            "decimals": draws.pick(&[4, 6]), "ties": draws.pick(&["competition", "dense"]),
        },
        "edition": {
            "id": format!("edition-{seed}"), "year": 2024, "title": name("branched"),
            "units": units.map(|id| json!({ "id": id, "name": name(id) })),
            "values": Value::Object(values.into_iter().collect()),
        },
    })
}

/// A score or a share as the fraction that it is.
fn number(value: Exact) -> Number {
    let is_of = |of: &i64| {
        let above = value * Exact::whole(*of);
        Exact::whole(above.round_half_up(0)) == above
    };
    let of = [10_000].into_iter().chain(1..=99).find(is_of).unwrap();
    fraction((value * Exact::whole(of)).round_half_up(0), of)
}

/// The scenario as the exact computation takes it; `None` where that knows less.
fn supposed(session: &Session) -> Option<Supposed> {
    let scenario = session.scenario();
    let framework = session.edition().framework();
    let mut supposed = Supposed {
        asked: scenario.unit.clone(),
        ..Supposed::default()
    };
    for item in &scenario.overrides {
        let node = framework.node(&item.indicator).unwrap();
        let is_group = framework.indicator(node).level == Level::Group;
        let (Kind::WhatIf, false, Entry::Score(score) | Entry::Share(score)) =
            (item.kind, is_group, &item.entry)
        else {
            return None;
        };
        let on = (item.unit.clone(), item.indicator.clone());
        supposed.scores.insert(on, number(score.value()));
    }
    for (main, max) in &scenario.max_points {
        let max = fraction(max.whole().into(), 1);
        supposed.max_points.insert(main.clone(), max);
    }
    if let Rivals::Gain(hundredths) = scenario.rivals {
        supposed.gain = Some(fraction(hundredths, 100));
    }
    Some(supposed)
}

/// Whether the session was compared with fractions of any size. In whole numbers every digit is the
/// same; in fractions of 128 bits, which may have been rounded, the last decimal may differ by one.
#[track_caller]
fn is_exactly_so(document: &Value, session: &Session) -> bool {
    let Some(supposed) = supposed(session) else {
        return false;
    };
    let totals = exactly::totals(document, &supposed);
    let is_whole = session.representation() != Representation::Fractions;
    let is_dense = document["framework"]["ties"] == "dense";
    let context = || format!("{:?}\n{document}", session.scenario());
    let scores = session.scores();
    let ranks = if let Some(decimals) = session.edition().framework().header().decimals {
        let totals: Vec<i64> = totals
            .iter()
            .map(|total| exactly::rounded(total, decimals))
            .collect();
        for (score, total) in scores.zip(&totals) {
            let away = score.round_half_up(decimals).abs_diff(*total);
            assert!(
                away <= u64::from(!is_whole),
                "{score:?} for {total}: {}",
                context()
            );
        }
        exactly::ranks(&totals, is_dense)
    } else {
        for (score, total) in scores.zip(&totals) {
            let away = (score.to_f64() - total.to_f64().unwrap()).abs();
            assert!(away < NEAR, "{score:?} for {total}: {}", context());
        }
        exactly::ranks(&totals, is_dense)
    };
    if is_whole {
        assert_eq!(session.ranks(), ranks, "{}", context());
    }
    true
}

/// How many sessions ended in each representation, and how many steps were compared exactly.
fn sessions_on(make: fn(&mut Draws, u64) -> Value, count: u64) -> ([u64; 3], u64) {
    let (mut counted, mut compared) = ([0; 3], 0);
    let mut calculator = dti_formats::official().unwrap();
    for seed in 0..count {
        let mut draws = Draws::new(seed);
        let document = make(&mut draws, seed);
        let index = parse_index("own.json", &document.to_string());
        let index = index.unwrap_or_else(|fault| panic!("{fault}\n{document}"));
        let id = calculator.load(index.edition()).unwrap();
        let field = Field {
            is_exact: false,
            ..Field::of(&calculator, &id)
        };
        let session = field.session(&mut draws, 8, &mut |session| {
            compared += u64::from(is_exactly_so(&document, session));
        });
        counted[place(session.representation())] += 1;
        calculator.unload(&id).unwrap();
    }
    (counted, compared)
}

#[test]
fn sessions_at_the_limits_of_scale_and_maxima_are_exact() {
    let (counted, compared) = sessions_on(extreme, sessions() / 5);
    assert!(counted.iter().all(|&count| count > 2), "{counted:?}");
    assert!(compared > sessions() / 5, "{compared}");
}

#[test]
fn sessions_on_trees_that_outgrow_64_and_128_bits_are_exact() {
    let (counted, compared) = sessions_on(branched, sessions() / 5);
    assert!(counted.iter().all(|&count| count > 2), "{counted:?}");
    assert!(compared > sessions() / 5, "{compared}");
}

/// An index of main indicators with the largest max points, and as many units.
fn wide(draws: &mut Draws, units: usize, mains: usize) -> Value {
    let ids = |letter: &str, count: usize| -> Vec<String> {
        (0..count).map(|place| format!("{letter}{place}")).collect()
    };
    let (units, mains) = (ids("u", units), ids("m", mains));
    let row = |draws: &mut Draws| -> Value {
        let value = |draws: &mut Draws| json!(draws.up_to(10_000) as f64 / 10_000.0);
        let row = mains.iter().map(|main| (main.clone(), value(draws)));
        Value::Object(row.collect())
    };
    let values = units.iter().map(|unit| (unit.clone(), row(draws)));
    json!({
        "framework": {
            "id": "wide", "title": name("wide"), "decimals": 6,
            "indicators": mains
                .iter()
                .map(|id| json!({ "id": id, "name": name(id), "maxPoints": 10_000 }))
                .collect::<Vec<Value>>(),
        },
        "edition": {
            "id": "wide", "year": 2024, "title": name("wide"),
            "values": Value::Object(values.collect()),
            "units": units
                .iter()
                .map(|id| json!({ "id": id, "name": name(id) }))
                .collect::<Vec<Value>>(),
        },
    })
}

/// As many units and indicators as a file may have; both at once only in the audit.
#[test]
fn the_largest_index_is_followed_exactly() {
    let few = if is_audited() { 62 } else { 4 };
    for (units, mains) in [(MOST_UNITS, few), (40, MOST_INDICATORS)] {
        let mut draws = Draws::new(5_000);
        let document = wide(&mut draws, units, mains);
        let mut calculator = dti_formats::official().unwrap();
        let index = parse_index("wide.json", &document.to_string()).unwrap();
        let id = calculator.load(index.edition()).unwrap();
        let scenario = Scenario {
            rivals: Rivals::Gain(-1_234),
            ..Scenario::baseline(&id)
        };
        let mut session = calculator.open(&scenario).unwrap();
        assert!(is_exactly_so(&document, &session));
        for _ in 0..500 {
            let unit = format!("u{}", draws.up_to(units as u64 - 1));
            let main = format!("m{}", draws.up_to(mains as u64 - 1));
            let score = Exact::decimal(draws.up_to(10_000) as i64, 4);
            let score = Score::try_new(score).unwrap();
            session.set(&unit, &main, score).unwrap();
        }
        assert_ne!(session.representation(), Representation::Fractions);
        assert!(is_exactly_so(&document, &session));
    }
}
