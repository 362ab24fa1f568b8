//! Random own indices as JSON: trees, means, scales, missing values, ties and weights of every kind.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};
use serde_json::{Map, Value, json};

pub(crate) struct Draws(Xoshiro256PlusPlus);

impl Draws {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// A whole number from 0 to `most`.
    pub(crate) fn up_to(&mut self, most: u64) -> u64 {
        self.0.next_u64() % (most + 1)
    }

    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.up_to(99) < percent
    }

    pub(crate) fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[usize::try_from(self.up_to(list.len() as u64 - 1)).unwrap()]
    }

    fn mean(&mut self) -> &'static str {
        let means = ["arithmetic", "geometric", "harmonic"];
        let place = usize::try_from(self.up_to(2)).unwrap();
        means[place]
    }
}

fn name(id: &str) -> Value {
    json!({ "vi": id, "en": id })
}

/// An index with `units` units; all its leaves are in the second list.
pub(crate) fn document(draws: &mut Draws, seed: u64) -> (Value, Vec<String>) {
    let mut leaves = Vec::new();
    let root = draws.mean();
    let has_groups = root == "arithmetic" && draws.chance(40);
    let mut mains = Vec::new();
    for main in 0..=draws.up_to(5) {
        mains.push(node(draws, &format!("m{main}"), 2, &mut leaves));
    }
    // Something must count.
    let has_weight = leaves.iter().any(|(_, leaf)| leaf["maxPoints"] != 0);
    if !has_weight {
        mains.push(json!({ "id": "last", "name": name("last"), "maxPoints": 5 }));
        leaves.push(("last".to_owned(), json!({})));
    }
    let indicators = if has_groups && mains.len() > 1 {
        let rest = mains.split_off(mains.len() / 2);
        json!([
            { "id": "first", "level": "group", "name": name("first"), "children": mains },
            { "id": "second", "level": "group", "name": name("second"), "children": rest },
        ])
    } else {
        json!(mains)
    };
    let mut framework = json!({
        "id": format!("random-{seed}"), "title": name("random"), "mean": root,
        "indicators": indicators, "ties": draws.pick(&["competition", "dense"]),
    });
    if draws.chance(80) {
        framework["decimals"] = json!(draws.pick(&[2, 3, 4, 4, 6]));
    }
    let missing = draws.pick(&["none", "zero", "rescale", "rescale"]);
    if *missing != "none" {
        framework["missing"] = json!(missing);
    }
    let units: Vec<String> = (0..=draws.up_to(7)).map(|n| format!("u{n}")).collect();
    let values: Map<String, Value> = units
        .iter()
        .map(|unit| (unit.clone(), row(draws, &leaves, *missing != "none")))
        .collect();
    let listed: Vec<Value> = units
        .iter()
        .map(|id| match draws.up_to(2) {
            0 => json!({ "id": id, "name": name(id) }),
            region => json!({ "id": id, "name": name(id), "region": name(&format!("r{region}")) }),
        })
        .collect();
    let document = json!({
        "framework": framework,
        "edition": {
            "id": format!("edition-{seed}"), "year": 2024, "title": name("random"),
            "units": listed, "values": values,
        },
    });
    (document, leaves.into_iter().map(|(id, _)| id).collect())
}

fn node(draws: &mut Draws, id: &str, deeper: u32, leaves: &mut Vec<(String, Value)>) -> Value {
    if deeper > 0 && draws.chance(35) {
        let children: Vec<Value> = (0..=draws.up_to(2))
            .map(|child| node(draws, &format!("{id}.{child}"), deeper - 1, leaves))
            .collect();
        return json!({ "id": id, "name": name(id), "mean": draws.mean(), "children": children });
    }
    let weight = *draws.pick(&[0, 1, 1, 2, 10, 150]);
    let mut leaf = json!({ "id": id, "name": name(id), "maxPoints": weight });
    if draws.chance(70) {
        leaf["scale"] = scale(draws);
    }
    leaves.push((id.to_owned(), leaf.clone()));
    leaf
}

fn scale(draws: &mut Draws) -> Value {
    let kind = *draws.pick(&[
        "none",
        "goalposts",
        "goalposts",
        "min_max",
        "rank",
        "z_score",
    ]);
    let mut scale = json!({
        "normalisation": kind,
        "direction": draws.pick(&["higher_is_better", "lower_is_better"]),
    });
    if kind == "goalposts" {
        let is_curved = draws.chance(50);
        scale["form"] = json!(if is_curved { "logarithm" } else { "linear" });
        scale["low"] = json!(if is_curved { 0.5 } else { -3.0 });
        scale["high"] = json!(40);
    }
    if draws.chance(30) {
        let rules = ["mean", "median", "region_mean", "region_median"];
        scale["imputation"] = json!(draws.pick(&rules));
    }
    if ["min_max", "rank", "z_score"].contains(&kind) && draws.chance(40) {
        // Eight units have few outliers under the usual thresholds.
        scale["treatment"] = json!({
            "winsorise": draws.up_to(3), "skewness": 0.37, "kurtosis": 0.13,
            "beyond": draws.pick(&["logarithm", "winsorised"]),
        });
    }
    scale
}

/// Values with likely ties and ends; sometimes one is missing.
fn row(draws: &mut Draws, leaves: &[(String, Value)], may_miss: bool) -> Value {
    let mut row = Map::new();
    let kept = usize::try_from(draws.up_to(leaves.len() as u64 - 1)).unwrap();
    for (place, (id, leaf)) in leaves.iter().enumerate() {
        let may_miss = may_miss || !leaf["scale"]["imputation"].is_null();
        if may_miss && place != kept && draws.chance(15) {
            row.insert(id.clone(), Value::Null);
            continue;
        }
        let scale = &leaf["scale"];
        let is_score = scale.is_null() || scale["normalisation"] == "none";
        let value = if is_score {
            *draws.pick(&[0.0, 0.2, 0.5, 0.7312, 1.0])
        } else if scale["form"] == "logarithm" {
            *draws.pick(&[0.01, 0.5, 3.0, 12.25, 40.0, 41.0])
        } else {
            *draws.pick(&[-7.5, -3.0, 0.0, 3.0, 12.25, 12.25, 99.0])
        };
        row.insert(id.clone(), json!(value));
    }
    Value::Object(row)
}
