//! Totals of an own index whose points add up, in fractions of any size, straight from its JSON: nothing
//! is imported from the crate under test, or copied from it.

use crate::oracle::numbers::{Number, decimal, fraction, whole, within_unit, zero};
use num_traits::ToPrimitive as _;
use serde_json::Value;
use std::collections::BTreeMap;

/// A scenario as numbers: nothing but scores, max points and the rivals' gain.
#[derive(Default)]
pub(crate) struct Supposed {
    /// Scores by unit and indicator.
    pub(crate) scores: BTreeMap<(String, String), Number>,
    /// Max points of main indicators.
    pub(crate) max_points: BTreeMap<String, Number>,
    /// Points that every rival gains.
    pub(crate) gain: Option<Number>,
    /// The unit asked about, which is no rival.
    pub(crate) asked: Option<String>,
}

/// Every unit's total, unrounded, in the file's order.
pub(crate) fn totals(document: &Value, supposed: &Supposed) -> Vec<Number> {
    let mut mains = Vec::new();
    add_mains(&document["framework"]["indicators"], &mut mains);
    let max = |main: &Value| {
        let changed = supposed.max_points.get(text(&main["id"]));
        changed.cloned().unwrap_or_else(|| weight(main))
    };
    let most: Number = mains.iter().map(|main| max(main)).sum();
    let total = |unit: &Value| {
        let unit = text(&unit["id"]);
        let points = mains
            .iter()
            .map(|main| max(main) * score(document, supposed, unit, main));
        let own = points.sum::<Number>() / &most;
        let is_rival = supposed.asked.as_deref() != Some(unit)
            && supposed.scores.keys().all(|(other, _)| other != unit);
        let gain = supposed.gain.as_ref().filter(|_| is_rival);
        within_unit(&(own + gain.map_or_else(zero, |points| points / &most)))
    };
    list(&document["edition"]["units"])
        .iter()
        .map(total)
        .collect()
}

/// The main indicators, through groups.
fn add_mains<'a>(nodes: &'a Value, mains: &mut Vec<&'a Value>) {
    for node in list(nodes) {
        match node["level"] == "group" {
            true => add_mains(&node["children"], mains),
            false => mains.push(node),
        }
    }
}

fn score(document: &Value, supposed: &Supposed, unit: &str, node: &Value) -> Number {
    let id = text(&node["id"]);
    let entered = supposed.scores.get(&(unit.to_owned(), id.to_owned()));
    if let Some(entered) = entered {
        return entered.clone();
    }
    let children = list(&node["children"]);
    if children.is_empty() {
        let value = document["edition"]["values"][unit][id].to_string();
        let places = value.split_once('.').map(|(_, places)| places.to_owned());
        // Written as 1.0, which is no other number than 1.
        let value = match places.as_deref() {
            Some("0") => value.trim_end_matches(".0"),
            _ => &value,
        };
        return decimal(value).unwrap();
    }
    let points = children
        .iter()
        .map(|child| weight(child) * score(document, supposed, unit, child));
    match weight(node) {
        most if most == zero() => zero(),
        most => points.sum::<Number>() / most,
    }
}

fn weight(node: &Value) -> Number {
    match list(&node["children"]) {
        [] => whole(node["maxPoints"].as_i64().unwrap()),
        children => children.iter().map(weight).sum(),
    }
}

/// In units of the last of so many decimals, rounded half up.
pub(crate) fn rounded(value: &Number, decimals: u32) -> i64 {
    let units = value * whole(10_i64.pow(decimals)) + fraction(1, 2);
    units.floor().to_integer().to_i64().unwrap()
}

/// Ranks by how many stand higher, or how many different totals do.
pub(crate) fn ranks<T: Ord>(totals: &[T], is_dense: bool) -> Vec<u32> {
    let mut level: BTreeMap<&T, u32> = BTreeMap::new();
    for total in totals {
        *level.entry(total).or_default() += 1;
    }
    let mut higher = 0;
    for count in level.values_mut().rev() {
        let own = if is_dense { 1 } else { *count };
        *count = higher + 1;
        higher += own;
    }
    totals.iter().map(|total| level[total]).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}
