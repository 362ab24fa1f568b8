//! A framework as far as its figures must fit it: main indicators, groups, pillars.

use serde_json::Value;

use super::Data;
use super::lists::json;

/// Main indicators with their max points, and the pillars above them.
#[derive(Default)]
pub(super) struct Framework {
    pub(super) mains: Vec<Main>,
    pub(super) pillars: Vec<Pillar>,
}

/// A scored main indicator.
pub(super) struct Main {
    pub(super) id: String,
    /// The group above it; empty without one.
    pub(super) group: String,
    pub(super) max_points: i64,
}

/// A weighted view.
pub(super) struct Pillar {
    pub(super) id: String,
    /// Groups and main indicators.
    pub(super) members: Vec<String>,
    /// Its weight in the total, in ten-thousandths, where the total is made of pillars.
    pub(super) weight: Option<i64>,
}

impl Framework {
    pub(super) fn read(data: &mut Data, id: &str) -> Self {
        let name = format!("frameworks/{id}.json");
        let before = data.findings.0.len();
        let value = json(data, &name);
        let mut framework = Self::default();
        if value.is_null() {
            // Several editions share a framework: its faults are told once.
            let told = data
                .findings
                .0
                .iter()
                .take(before)
                .any(|f| f.starts_with(&name));
            data.findings
                .0
                .truncate(if told { before } else { before + 1 });
            return framework;
        }
        let mut faults = Vec::new();
        if value.get("id").and_then(Value::as_str) != Some(id) {
            faults.push((
                name.clone(),
                format!("`id` must be `{id}`, as the file is named"),
            ));
        }
        let mut seen = Vec::new();
        framework.nodes(&name, value.get("indicators"), "", &mut seen, &mut faults);
        for pillar in list(&value, "pillars") {
            let members = list(pillar, "members").filter_map(Value::as_str);
            let members: Vec<String> = members.map(str::to_owned).collect();
            let id = text(pillar, "id").to_owned();
            for member in members.iter().filter(|member| !seen.contains(member)) {
                let place = format!("{name}, pillar {id}");
                faults.push((
                    place,
                    format!("`{member}` is no indicator of this framework"),
                ));
            }
            let weight = pillar.get("weight").and_then(Value::as_f64);
            framework.pillars.push(Pillar {
                id,
                members,
                weight: weight.map(|weight| (weight * 10_000.0).round() as i64),
            });
        }
        for (place, sentence) in faults {
            if !data.findings.0.contains(&format!("{place}: {sentence}")) {
                data.findings.add(place, sentence);
            }
        }
        framework
    }

    fn nodes(
        &mut self,
        name: &str,
        nodes: Option<&Value>,
        above: &str,
        seen: &mut Vec<String>,
        faults: &mut Vec<(String, String)>,
    ) {
        for node in nodes.and_then(Value::as_array).into_iter().flatten() {
            let id = text(node, "id").to_owned();
            let place = format!("{name}, {id}");
            if id.is_empty() || seen.contains(&id) {
                faults.push((place.clone(), "`id` is missing or occurs twice".to_owned()));
            }
            if node
                .get("name")
                .is_none_or(|both| text(both, "vi").is_empty())
            {
                faults.push((place.clone(), "`name` must have `vi`".to_owned()));
            }
            let is_leaf = list(node, "children").next().is_none();
            let is_scored = is_scored(node);
            let is_main = text(node, "level") == "main";
            let given = node.get("maxPoints").map(|_| stated(node));
            let points = given.flatten();
            // Components and criteria may have hundredths.
            let fits = points.is_some_and(|points| {
                points >= i64::from(is_scored) && (!is_main || points % 100 == 0)
            });
            if !fits && (is_leaf || given.is_some()) {
                let sentence = "`maxPoints` must be a whole number, above 0 where it is scored";
                faults.push((place.clone(), sentence.to_owned()));
            }
            let sum = hundredths(node);
            if let Some(points) = points.filter(|points| is_scored && *points != sum) {
                let [sum, points] = [sum, points].map(|own| own as f64 / 100.0);
                faults.push((
                    place,
                    format!("what is below it adds up to {sum} points, but it has {points}"),
                ));
            }
            if is_main && is_scored {
                self.mains.push(Main {
                    id: id.clone(),
                    group: above.to_owned(),
                    max_points: points.unwrap_or(sum) / 100,
                });
            }
            seen.push(id.clone());
            self.nodes(name, node.get("children"), &id, seen, faults);
        }
    }

    /// All max points together.
    pub(super) fn total(&self) -> i64 {
        self.mains.iter().map(|main| main.max_points).sum()
    }
}

fn is_scored(node: &Value) -> bool {
    node.get("scored") != Some(&Value::Bool(false))
}

/// Its own max points in hundredths.
fn stated(node: &Value) -> Option<i64> {
    let points = node.get("maxPoints")?.as_f64()? * 100.0;
    (points >= 0.0 && (points - points.round()).abs() < 1e-6).then(|| points.round() as i64)
}

/// What is scored below a node, or its own max points, in hundredths.
fn hundredths(node: &Value) -> i64 {
    let mut children = list(node, "children").peekable();
    if children.peek().is_none() {
        return stated(node).unwrap_or_default();
    }
    children
        .filter(|child| is_scored(child))
        .map(hundredths)
        .sum()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}
