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

    fn leaf(&self, id: &str, scale: &Value) -> Option<f64> {
        let Some(x) = self.raw(self.unit, id) else {
            let is_zero = self.document["framework"]["missing"] == "zero";
            return is_zero.then_some(0.0);
        };
        let units = self.document["edition"]["units"].as_array().unwrap();
        let all: Vec<f64> = units
            .iter()
            .filter_map(|unit| self.raw(unit["id"].as_str().unwrap(), id))
            .collect();
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
