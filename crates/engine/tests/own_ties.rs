//! Ties of own indices are ties of the formula (method 10): against a slow second computation in big
//! rationals, straight from the JSON, and by construction where the formula has roots or logarithms.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a failing helper fails its test"
)]

use dti_engine::calculator::Calculator;
use dti_engine::model::{Exact, Scenario, Standings};
use dti_formats::parse_index;
use num_bigint::BigInt;
use num_rational::BigRational;
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};
use serde_json::{Map, Value, json};

/// A document whose only indicators are `indicators`, with a row of values per unit.
fn document(framework: &Value, indicators: &[Value], rows: &[Vec<Value>]) -> Value {
    let name = json!({ "vi": "tên" });
    let with_name = |indicator: &Value| {
        let mut indicator = indicator.clone();
        indicator["name"] = name.clone();
        indicator
    };
    let leaves: Vec<String> = leaves(indicators);
    let unit = |row: usize| json!({ "id": format!("u{row}"), "name": name });
    let values = rows.iter().enumerate().map(|(row, values)| {
        let pairs = leaves.iter().cloned().zip(values.iter().cloned());
        (format!("u{row}"), Value::Object(pairs.collect()))
    });
    let mut framework = framework.clone();
    framework["id"] = json!("ties");
    framework["title"] = name.clone();
    framework["indicators"] = indicators.iter().map(with_name).collect();
    json!({
        "framework": framework,
        "edition": {
            "id": "ties-1", "year": 2024, "title": name,
            "units": (0..rows.len()).map(unit).collect::<Vec<_>>(),
            "values": Value::Object(values.collect::<Map<_, _>>()),
        },
    })
}

fn leaves(list: &[Value]) -> Vec<String> {
    let mut found = Vec::new();
    for node in list {
        match node["children"].as_array() {
            Some(children) => found.extend(leaves(children)),
            None => found.push(node["id"].as_str().unwrap().to_owned()),
        }
    }
    found
}

fn standings(document: &Value) -> Standings {
    standings_by(&mut dti_formats::official().unwrap(), document)
}

fn standings_by(calculator: &mut Calculator, document: &Value) -> Standings {
    let index = parse_index("own.json", &document.to_string());
    let index = index.unwrap_or_else(|fault| panic!("{fault}\n{document}"));
    let id = calculator.load(index.edition()).unwrap();
    let standings = calculator.simulate(&Scenario::baseline(&id)).unwrap();
    calculator.unload(&id).unwrap();
    standings
}

/// Ranks in the order of the file's units.
fn ranks(standings: &Standings) -> Vec<u32> {
    let rows = 0..standings.standings.len();
    rows.map(|row| standings.of(row).unwrap().rank).collect()
}

fn leaf(id: &str, weight: u64, scale: &Value) -> Value {
    json!({ "id": id, "maxPoints": weight, "scale": scale })
}

fn numbers(rows: &[&[f64]]) -> Vec<Vec<Value>> {
    let row = |row: &&[f64]| row.iter().map(|value| json!(value)).collect();
    rows.iter().map(row).collect()
}

#[test]
fn two_sevenths_in_two_ways_are_one_score() {
    let posts = json!({ "normalisation": "goalposts", "low": 0, "high": 7 });
    let indicators = [leaf("x", 1, &posts), leaf("y", 1, &posts)];
    let rows = numbers(&[&[2.0, 2.0], &[0.0, 4.0], &[1.0, 2.0]]);
    let found = standings(&document(&json!({}), &indicators, &rows));
    assert_eq!(ranks(&found), [1, 1, 3]);
    assert_eq!(found.of(0).unwrap().unrounded, Exact::fraction(2, 7));
    assert_eq!(found.of(1).unwrap().unrounded, Exact::fraction(2, 7));
}

#[test]
fn three_roots_of_a_third_are_one_score() {
    // The products are 0, 1/3, 1/3, 0, 1/3.
    let indicators = ["x", "y"].map(|id| leaf(id, 1, &json!({ "normalisation": "min_max" })));
    let rows = numbers(&[
        &[10.0, 3.0],
        &[20.0, 9.0],
        &[30.0, 6.0],
        &[40.0, 3.0],
        &[25.0, 7.0],
    ]);
    let found = standings(&document(
        &json!({ "mean": "geometric" }),
        &indicators,
        &rows,
    ));
    assert_eq!(ranks(&found), [4, 1, 1, 4, 1]);
    let scores: Vec<Exact> = [1, 2, 4].map(|row| found.of(row).unwrap().score).to_vec();
    assert!(scores.iter().all(|score| *score == scores[0]));
    // The harmonic means are 2 / (3 + 1), 2 / (3/2 + 2), 2 / (2 + 3/2) and 0 twice.
    let found = standings(&document(
        &json!({ "mean": "harmonic" }),
        &indicators,
        &rows,
    ));
    assert_eq!(ranks(&found), [4, 3, 1, 4, 1]);
    assert_eq!(found.of(4).unwrap().unrounded, Exact::fraction(4, 7));
}

#[test]
fn a_unit_without_any_value_has_nothing_or_no_rank() {
    let plain = json!({ "normalisation": "none" });
    let indicators = ["x", "y"].map(|id| leaf(id, 1, &plain));
    let mut rows = numbers(&[
        &[0.0, 0.6],
        &[0.5, 0.6],
        &[0.5, 0.5],
        &[0.5, 0.5],
        &[0.9, 0.9],
    ]);
    rows[1][0] = Value::Null;
    rows[2] = vec![Value::Null, Value::Null];
    let zero = standings(&document(&json!({ "missing": "zero" }), &indicators, &rows));
    assert_eq!(ranks(&zero), [3, 3, 5, 2, 1]);
    assert_eq!(zero.of(2).unwrap().score, Exact::ZERO);
    let rescaled = document(&json!({ "missing": "rescale" }), &indicators, &rows);
    let index = parse_index("own.json", &rescaled.to_string()).unwrap();
    assert_eq!((index.units().len(), index.unranked().len()), (4, 1));
    // .3, .6, .5, .9: the third of the file is not ranked.
    assert_eq!(ranks(&standings(&rescaled)), [4, 2, 3, 1]);
    let fault = document(&json!({}), &indicators, &rows).to_string();
    let fault = parse_index("own.json", &fault).unwrap_err().to_string();
    assert!(fault.contains("has no value for"), "{fault}");
}

#[test]
fn what_the_file_publishes_stands_beside_what_comes_out() {
    let plain = json!({ "normalisation": "none" });
    let indicators = ["x", "y"].map(|id| leaf(id, 1, &plain));
    let rows = numbers(&[&[0.9, 0.8], &[0.8, 0.7], &[0.5, 0.4]]);
    let mut document = document(&json!({}), &indicators, &rows);
    document["edition"]["published"] = json!({
        "u0": { "total": 0.85, "rank": 1 }, "u1": { "total": 0.76, "rank": 2 },
    });
    let index = parse_index("own.json", &document.to_string()).unwrap();
    let mut calculator = dti_formats::official().unwrap();
    let id = calculator.load(index.edition()).unwrap();
    let standings = calculator.simulate(&Scenario::baseline(&id)).unwrap();
    let given = calculator.edition(&id).unwrap().given_for("u1").unwrap();
    assert_eq!(given.total, Some((Exact::decimal(76, 2), 2)));
    assert_eq!(standings.of(1).unwrap().score, Exact::decimal(75, 2));
    let found = calculator.mismatches(index.id()).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].published_total, Some(Exact::decimal(76, 2)));
}

/// The second computation: exact totals, straight from the JSON.
struct Slow<'a> {
    document: &'a Value,
}

/// A total as the root of a rational number: `(number, which root)`.
type Root = (BigRational, u32);

fn whole(value: u64) -> BigRational {
    BigRational::from_integer(BigInt::from(value))
}

/// A JSON number as it is written.
fn rational(value: &Value) -> Option<BigRational> {
    let text = value.is_number().then(|| value.to_string())?;
    let (whole, places) = text.split_once('.').unwrap_or((&text, ""));
    let digits: BigInt = format!("{whole}{places}").parse().unwrap();
    let scale = BigInt::from(10).pow(u32::try_from(places.len()).unwrap());
    Some(BigRational::new(digits, scale))
}

impl Slow<'_> {
    fn units(&self) -> Vec<String> {
        let units = self.document["edition"]["units"].as_array().unwrap();
        units
            .iter()
            .map(|unit| unit["id"].as_str().unwrap().to_owned())
            .collect()
    }

    fn ranks(&self) -> Vec<u32> {
        let totals: Vec<Root> = self.units().iter().map(|unit| self.total(unit)).collect();
        let is_higher = |one: &Root, other: &Root| {
            let power = |number: &BigRational, by: u32| number.pow(i32::try_from(by).unwrap());
            power(&one.0, other.1) > power(&other.0, one.1)
        };
        let higher = |own: &Root| totals.iter().filter(|other| is_higher(other, own)).count();
        totals
            .iter()
            .map(|own| u32::try_from(higher(own) + 1).unwrap())
            .collect()
    }

    fn total(&self, unit: &str) -> Root {
        let framework = &self.document["framework"];
        let parts = self.parts(unit, &framework["indicators"]);
        if framework["mean"] != "geometric" {
            return (mean(&framework["mean"], &parts), 1);
        }
        let power =
            |(weight, score): &(u64, BigRational)| score.pow(i32::try_from(*weight).unwrap());
        let root: u64 = parts.iter().map(|(weight, _)| weight).sum();
        (
            parts.iter().map(power).product(),
            u32::try_from(root).unwrap(),
        )
    }

    fn parts(&self, unit: &str, list: &Value) -> Vec<(u64, BigRational)> {
        let part = |node: &Value| Some((weight(node), self.score(unit, node)?));
        list.as_array().unwrap().iter().filter_map(part).collect()
    }

    /// `None` where it is left out.
    fn score(&self, unit: &str, node: &Value) -> Option<BigRational> {
        if node["children"].is_array() {
            let parts = self.parts(unit, &node["children"]);
            return (!parts.is_empty()).then(|| mean(&node["mean"], &parts));
        }
        let (id, scale) = (node["id"].as_str().unwrap(), &node["scale"]);
        let raw = |unit: &str| rational(&self.document["edition"]["values"][unit][id]);
        let Some(own) = raw(unit) else {
            let is_zero = self.document["framework"]["missing"] == "zero";
            return is_zero.then(|| whole(0));
        };
        let all: Vec<BigRational> = self.units().iter().filter_map(|unit| raw(unit)).collect();
        let is_lower = scale["direction"] == "lower_is_better";
        let (least, most) = (all.iter().min().unwrap(), all.iter().max().unwrap());
        let between = |low: &BigRational, high: &BigRational| {
            let score = ((&own - low) / (high - low)).clamp(whole(0), whole(1));
            if is_lower { whole(1) - score } else { score }
        };
        Some(match scale["normalisation"].as_str().unwrap() {
            "none" => between(&whole(0), &whole(1)),
            "goalposts" => {
                let posts = ["low", "high"].map(|key| rational(&scale[key]).unwrap());
                between(&posts[0], &posts[1])
            }
            "min_max" if least == most => whole(1),
            "min_max" => between(least, most),
            "rank" if all.len() < 2 => whole(1),
            "rank" => {
                let is_better = |other: &&BigRational| match is_lower {
                    true => **other < own,
                    false => **other > own,
                };
                let better = all.iter().filter(is_better).count() as u64;
                whole(1) - whole(better) / whole(all.len() as u64 - 1)
            }
            other => panic!("{other}"),
        })
    }
}

fn weight(node: &Value) -> u64 {
    match node["children"].as_array() {
        Some(children) => children.iter().map(weight).sum(),
        None => node["maxPoints"].as_u64().unwrap(),
    }
}

fn mean(kind: &Value, parts: &[(u64, BigRational)]) -> BigRational {
    let weights = whole(parts.iter().map(|(weight, _)| weight).sum());
    if kind == "harmonic" {
        if parts.iter().any(|(_, score)| *score == whole(0)) {
            return whole(0);
        }
        let sum: BigRational = parts
            .iter()
            .map(|(weight, score)| whole(*weight) / score)
            .sum();
        return weights / sum;
    }
    let sum: BigRational = parts
        .iter()
        .map(|(weight, score)| whole(*weight) * score)
        .sum();
    sum / weights
}

struct Draws(Xoshiro256PlusPlus);

impl Draws {
    fn below(&mut self, end: u64) -> u64 {
        self.0.next_u64() % end
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[usize::try_from(self.below(list.len() as u64)).unwrap()]
    }

    /// An index in which ties are likely: pairs of columns hold the same values, so that units with
    /// the two exchanged are level, and values are few.
    fn document(&mut self, root: &str, scales: &[&str]) -> Value {
        let columns = 1 + self.below(6);
        let mut indicators = Vec::new();
        for column in 0..columns {
            let weight = 1 + self.below(3);
            let scale = self.scale(scales);
            let twins: Vec<Value> = ["a", "b"]
                .iter()
                .map(|twin| leaf(&format!("c{column}{twin}"), weight, &scale))
                .map(|mut leaf| {
                    leaf["name"] = json!({ "vi": "tên" });
                    leaf
                })
                .collect();
            match self.below(3) {
                0 => indicators.push(json!({
                    "id": format!("c{column}"), "children": twins,
                    "mean": self.pick(&["arithmetic", "harmonic"]),
                })),
                _ => indicators.extend(twins),
            }
        }
        let (scale, most) = *[(1e8, 90_000_000), (10.0, 7)]
            .get(usize::from(self.below(2) == 0))
            .unwrap();
        let columns = usize::try_from(columns).unwrap();
        let values: Vec<Vec<f64>> = (0..columns)
            .map(|_| {
                (0..4)
                    .map(|_| (self.below(most) + most / 7) as f64 / scale)
                    .collect()
            })
            .collect();
        let mut rows: Vec<Vec<Value>> = Vec::new();
        for _ in 0..3 {
            let pair = |values: &Vec<f64>| [0, 1].map(|_| values[self.below(4) as usize]);
            let own: Vec<[f64; 2]> = values.iter().map(pair).collect();
            // The same with some twins exchanged, the others, all, none: twin columns end up with
            // the same values, so that what is relative to the field is alike for them.
            let some: Vec<bool> = (0..columns).map(|_| self.below(2) == 0).collect();
            let turns: [&dyn Fn(bool) -> bool; 4] =
                [&|_| false, &|some| some, &|some| !some, &|_| true];
            for is_turned in turns {
                let row = own.iter().zip(&some).flat_map(|(pair, some)| {
                    let [first, second] = pair.map(|value| json!(value));
                    if is_turned(*some) {
                        [second, first]
                    } else {
                        [first, second]
                    }
                });
                rows.push(row.collect());
            }
        }
        let mut framework = json!({ "mean": root });
        if self.below(2) == 0 {
            framework["missing"] = json!(self.pick(&["zero", "rescale"]));
            let (row, column) = (
                self.below(12) as usize,
                self.below(2 * columns as u64) as usize,
            );
            rows[row][column] = Value::Null;
        }
        document(&framework, &indicators, &rows)
    }

    fn scale(&mut self, scales: &[&str]) -> Value {
        let kind = self.pick(scales);
        let mut scale = json!({
            "normalisation": kind.trim_start_matches("log "),
            "direction": self.pick(&["higher_is_better", "lower_is_better"]),
        });
        if kind.ends_with("goalposts") {
            scale["low"] = json!(0.05);
            scale["high"] = json!(self.pick(&["0.7", "0.333", "1"]).parse::<f64>().unwrap());
            let is_curved = kind.starts_with("log ");
            scale["form"] = json!(if is_curved { "logarithm" } else { "linear" });
        }
        scale
    }
}

#[test]
fn ranks_are_those_of_big_rationals_under_every_mean() {
    let scales = ["none", "goalposts", "min_max", "min_max", "rank"];
    for (root, count) in [("arithmetic", 120), ("harmonic", 90), ("geometric", 60)] {
        let mut draws = Draws(Xoshiro256PlusPlus::seed_from_u64(14));
        let (mut calculator, mut ties) = (dti_formats::official().unwrap(), 0);
        for _ in 0..count {
            let document = draws.document(root, &scales);
            if parse_index("own.json", &document.to_string()).is_err() {
                continue;
            }
            let expected = Slow {
                document: &document,
            }
            .ranks();
            let found = standings_by(&mut calculator, &document);
            assert_eq!(ranks(&found), expected, "{document}");
            let mut different = expected.clone();
            different.sort_unstable();
            different.dedup();
            ties += expected.len() - different.len();
        }
        assert!(ties > count, "{root}: {ties}");
    }
}

#[test]
fn roots_logarithms_and_deviations_break_no_tie_and_make_none() {
    let scales = ["log goalposts", "z_score", "min_max", "z_score"];
    let mut calculator = dti_formats::official().unwrap();
    for root in ["arithmetic", "harmonic", "geometric"] {
        let mut draws = Draws(Xoshiro256PlusPlus::seed_from_u64(15));
        for _ in 0..200 {
            let mut document = draws.document(root, &scales);
            // Without gaps, rows 3k to 3k + 2 hold the same values in twin columns.
            document["framework"]
                .as_object_mut()
                .unwrap()
                .remove("missing");
            if parse_index("own.json", &document.to_string()).is_err() {
                continue;
            }
            let found = standings_by(&mut calculator, &document);
            let own = ranks(&found);
            for four in own.chunks(4) {
                assert!(
                    four.iter().all(|rank| *rank == four[0]),
                    "{own:?} {document}"
                );
            }
            let scores: Vec<f64> = (0..12)
                .map(|row| found.of(row).unwrap().unrounded.to_f64())
                .collect();
            for (row, rank) in own.iter().enumerate() {
                let is_far = |other: &&f64| **other - scores[row] > 1e-9;
                let higher = scores.iter().filter(is_far).count();
                assert!(*rank as usize > higher, "{own:?} {scores:?}");
            }
        }
    }
}

#[test]
fn a_large_index_of_long_fractions_is_exact_and_takes_no_minutes() {
    let min_max = json!({ "normalisation": "min_max" });
    let indicators: Vec<Value> = (0..40)
        .map(|n| leaf(&format!("i{n}"), 1 + n % 3, &min_max))
        .collect();
    let mut draws = Draws(Xoshiro256PlusPlus::seed_from_u64(16));
    let mut rows: Vec<Vec<Value>> = (0..60)
        .map(|_| {
            (0..40)
                .map(|_| json!(draws.below(99_999_989) as f64 / 1e3))
                .collect()
        })
        .collect();
    rows[59] = rows[0].clone();
    let document = document(&json!({}), &indicators, &rows);
    let found = standings(&document);
    assert_eq!(
        ranks(&found),
        Slow {
            document: &document
        }
        .ranks()
    );
    assert_eq!(found.of(59).unwrap().rank, found.of(0).unwrap().rank);
}

#[test]
fn what_differs_in_the_twelfth_decimal_is_ranked_apart_where_the_formula_is_exact() {
    let plain = json!({ "normalisation": "none" });
    let indicators = [
        leaf("x", 1, &plain),
        leaf("y", 2, &json!({ "normalisation": "min_max" })),
    ];
    let rows = numbers(&[
        &[0.500_000_000_001, 3.0],
        &[0.5, 3.0],
        &[0.499_999_999_999, 3.0],
        &[0.1, 1.0],
        &[0.1, 8.0],
    ]);
    let found = standings(&document(&json!({}), &indicators, &rows));
    assert_eq!(ranks(&found), [2, 3, 4, 5, 1]);
}
