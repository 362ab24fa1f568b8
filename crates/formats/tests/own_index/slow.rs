//! Totals of an own index the slow and obvious way, in plain floats, straight from its JSON: nothing
//! is imported from the crate under test, or copied from it.

#![allow(dead_code, reason = "each test binary asks for totals in another way")]

use serde_json::Value;
use std::collections::BTreeMap;

/// Every unit's total with its id, in the file's order.
pub(crate) fn totals(document: &Value) -> Vec<(String, f64)> {
    totals_with(document, &[])
}

/// The same where some indicators of some units have a score instead: `(unit, indicator, score)`.
pub(crate) fn totals_with(document: &Value, supposed: &[(&str, &str, f64)]) -> Vec<(String, f64)> {
    totals_under(document, supposed, &BTreeMap::new())
}

/// The same where some main indicators have other max points too.
pub(crate) fn totals_under(
    document: &Value,
    supposed: &[(&str, &str, f64)],
    max_points: &BTreeMap<&str, f64>,
) -> Vec<(String, f64)> {
    let units = document["edition"]["units"].as_array().unwrap();
    let total = |unit: &Value| {
        let unit = unit["id"].as_str().unwrap();
        let index = Index {
            document,
            unit,
            supposed,
            max_points,
        };
        let mut parts = Vec::new();
        index.mains(&document["framework"]["indicators"], &mut parts);
        let total = mean(&document["framework"]["mean"], &parts).unwrap_or(0.0);
        (unit.to_owned(), total)
    };
    units.iter().map(total).collect()
}

struct Index<'a> {
    document: &'a Value,
    unit: &'a str,
    supposed: &'a [(&'a str, &'a str, f64)],
    max_points: &'a BTreeMap<&'a str, f64>,
}

impl Index<'_> {
    /// Weights and scores of the main indicators; groups are walked through.
    fn mains(&self, list: &Value, parts: &mut Vec<(f64, f64)>) {
        for node in list.as_array().unwrap() {
            if node["scored"] == Value::Bool(false) {
                continue;
            }
            if node["level"] == "group" {
                self.mains(&node["children"], parts);
            } else if let Some(score) = self.score(node) {
                let changed = self.max_points.get(node["id"].as_str().unwrap());
                parts.push((changed.copied().unwrap_or_else(|| weight(node)), score));
            }
        }
    }

    /// The score of a node; `None` where it is left out.
    fn score(&self, node: &Value) -> Option<f64> {
        let id = node["id"].as_str().unwrap();
        let own = self
            .supposed
            .iter()
            .find(|(unit, on, _)| *unit == self.unit && *on == id);
        if let Some((_, _, score)) = own {
            return Some(*score);
        }
        let Some(children) = node["children"].as_array().filter(|list| !list.is_empty()) else {
            return self.leaf(id, &node["scale"]);
        };
        let counting = children
            .iter()
            .filter(|child| child["scored"] != Value::Bool(false));
        let parts: Vec<(f64, f64)> = counting
            .filter_map(|child| Some((weight(child), self.score(child)?)))
            .collect();
        if parts.is_empty() {
            return None;
        }
        Some(mean(&node["mean"], &parts).unwrap_or(0.0))
    }

    fn raw(&self, unit: &str, id: &str) -> Option<f64> {
        self.document["edition"]["values"][unit][id].as_f64()
    }

    /// Values of all units, those that others stand in for among them, with outliers drawn in.
    fn prepared(&self, id: &str, scale: &Value) -> Vec<Option<f64>> {
        let units = self.document["edition"]["units"].as_array().unwrap();
        let given = |unit: &Value| self.raw(unit["id"].as_str().unwrap(), id);
        let stand_in = |unit: &Value| {
            let rule = scale["imputation"].as_str()?;
            let is_like = |other: &&Value| match rule.starts_with("region") {
                true => !unit["region"].is_null() && unit["region"] == other["region"],
                false => true,
            };
            let mut known: Vec<f64> = units.iter().filter(is_like).filter_map(given).collect();
            known.sort_by(f64::total_cmp);
            let n = known.len();
            match rule.ends_with("median") {
                _ if n == 0 => None,
                true => Some((known[(n - 1) / 2] + known[n / 2]) / 2.0),
                false => Some(known.iter().sum::<f64>() / n as f64),
            }
        };
        let values: Vec<Option<f64>> = {
            let values = units.iter();
            values
                .map(|unit| given(unit).or_else(|| stand_in(unit)))
                .collect()
        };
        if scale["treatment"].is_null() {
            return values;
        }
        let known: Vec<f64> = values.iter().flatten().copied().collect();
        let mut known = drawn_in(&scale["treatment"], &known).into_iter();
        values
            .iter()
            .map(|value| value.and_then(|_| known.next()))
            .collect()
    }

    fn leaf(&self, id: &str, scale: &Value) -> Option<f64> {
        let units = self.document["edition"]["units"].as_array().unwrap();
        let own = units.iter().position(|unit| unit["id"] == self.unit);
        let values = self.prepared(id, scale);
        let Some(x) = values[own.unwrap()] else {
            let is_zero = self.document["framework"]["missing"] == "zero";
            return is_zero.then_some(0.0);
        };
        let all: Vec<f64> = values.into_iter().flatten().collect();
        let lower = scale["direction"] == "lower_is_better";
        let (least, most) = all.iter().fold((x, x), |(a, b), &v| (a.min(v), b.max(v)));
        let n = all.len() as f64;
        let score = match scale["normalisation"].as_str().unwrap_or("none") {
            "none" => x,
            "goalposts" => {
                let (mut x, mut low, mut high) = (
                    x,
                    scale["low"].as_f64().unwrap(),
                    scale["high"].as_f64().unwrap(),
                );
                if scale["form"] == "logarithm" {
                    (x, low, high) = (x.ln(), low.ln(), high.ln());
                }
                (x - low) / (high - low)
            }
            "min_max" if most <= least => return Some(1.0),
            "min_max" => (x - least) / (most - least),
            "rank" => {
                let better = |v: &&f64| if lower { **v < x } else { **v > x };
                let better = all.iter().filter(better).count() as f64;
                return Some(if n > 1.0 {
                    1.0 - better / (n - 1.0)
                } else {
                    1.0
                });
            }
            "z_score" => {
                let mean = all.iter().sum::<f64>() / n;
                let variance = all.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / n;
                if most <= least {
                    0.5
                } else {
                    ((x - mean) / variance.sqrt() + 3.0) / 6.0
                }
            }
            other => panic!("{other}"),
        };
        let score = score.clamp(0.0, 1.0);
        Some(if lower { 1.0 - score } else { score })
    }
}

/// G1 and G2 of a sample by its central moments.
fn shape(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let moment = |p: i32| values.iter().map(|v| (v - mean).powi(p)).sum::<f64>() / n;
    let skewness = moment(3) / moment(2).powf(1.5) * (n * (n - 1.0)).sqrt() / (n - 2.0);
    let excess = moment(4) / moment(2).powi(2) - 3.0;
    let kurtosis = (n - 1.0) / ((n - 2.0) * (n - 3.0)) * ((n + 1.0) * excess + 6.0);
    (skewness, kurtosis)
}

/// Winsorised as far as the rule goes, then, where that is not enough, as the rule goes on.
#[expect(clippy::float_cmp, reason = "values are looked for among themselves")]
fn drawn_in(rule: &Value, given: &[f64]) -> Vec<f64> {
    let number = |key: &str, usual: f64| rule[key].as_f64().unwrap_or(usual);
    let end =
        |values: &[f64], sign: f64| values.iter().map(|v| v * sign).fold(f64::MIN, f64::max) * sign;
    let passes = |values: &[f64]| {
        let (skewness, kurtosis) = shape(values);
        skewness.abs() < number("skewness", 2.0) || kurtosis < number("kurtosis", 3.5)
    };
    let mut values = given.to_vec();
    if values.len() < 4 || end(&values, 1.0) == end(&values, -1.0) {
        return values;
    }
    let (mut high, mut low) = (0.0, 0.0);
    while !passes(&values) {
        let sign = if shape(&values).0 >= 0.0 { 1.0 } else { -1.0 };
        let (furthest, other) = (end(&values, sign), end(&values, -sign));
        let rest: Vec<f64> = values.iter().copied().filter(|v| *v != furthest).collect();
        let next = end(&rest, sign);
        if high + low >= number("winsorise", 5.0) || next == other {
            if rule["beyond"] == "winsorised" {
                return values;
            }
            let (least, most) = (end(given, -1.0), end(given, 1.0));
            let log = |v: f64| (v - least + 0.01 * (most - least)).ln();
            return given.iter().copied().map(log).collect();
        }
        let moved = (values.len() - rest.len()) as f64;
        values
            .iter_mut()
            .filter(|v| **v == furthest)
            .for_each(|v| *v = next);
        if sign > 0.0 {
            high = moved;
        } else {
            low = moved;
        }
    }
    values
}

fn weight(node: &Value) -> f64 {
    if node["scored"] == Value::Bool(false) {
        return 0.0;
    }
    match node["children"].as_array().filter(|list| !list.is_empty()) {
        Some(children) => children.iter().map(weight).sum(),
        None => node["maxPoints"].as_f64().unwrap(),
    }
}

/// By powers and products, not by logarithms.
fn mean(kind: &Value, parts: &[(f64, f64)]) -> Option<f64> {
    let sum: f64 = parts.iter().map(|(w, _)| w).sum();
    if sum <= 0.0 {
        return None;
    }
    let counting = || parts.iter().filter(|(w, _)| *w > 0.0);
    Some(match kind.as_str().unwrap_or("arithmetic") {
        "arithmetic" => counting().map(|(w, x)| w / sum * x).sum(),
        "geometric" => counting().map(|(w, x)| x.powf(w / sum)).product(),
        _ if counting().any(|(_, x)| *x <= 0.0) => 0.0,
        _ => sum / counting().map(|(w, x)| w / x).sum::<f64>(),
    })
}
