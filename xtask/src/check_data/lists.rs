//! The lists that hold the data together: editions, version, units, mergers, sources.

use serde_json::Value;

use super::Data;
use crate::project::{files_under, read};

/// An edition as `editions.json` has it.
pub(super) struct Edition {
    pub(super) id: String,
    pub(super) framework: String,
    pub(super) units: String,
    pub(super) is_simulatable: bool,
    pub(super) merger_of: Option<String>,
}

/// A file of JSON; what can't be read is a finding.
pub(super) fn json(data: &mut Data, name: &str) -> Value {
    let text = match read(&data.folder.join(name)) {
        Ok(text) => text,
        Err(error) => {
            let sentence = format!("can't be read ({})", error.root_cause());
            data.findings.add(name, sentence);
            return Value::Null;
        }
    };
    serde_json::from_str(&text).unwrap_or_else(|error| {
        data.findings.add(name, format!("is no JSON: {error}"));
        Value::Null
    })
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn has_both_languages(value: &Value, key: &str) -> bool {
    let of = |language| {
        value
            .get(key)
            .is_some_and(|both| !text(both, language).is_empty())
    };
    of("vi") && of("en")
}

/// The list of editions.
pub(super) fn editions(data: &mut Data) -> Vec<Edition> {
    let list = json(data, "editions.json");
    let list: Vec<Value> = list.as_array().cloned().unwrap_or_default();
    let ids: Vec<&str> = list.iter().map(|edition| text(edition, "id")).collect();
    let mut editions: Vec<Edition> = Vec::new();
    for value in &list {
        let id = text(value, "id").to_owned();
        let place = format!("editions.json, {id}");
        let mut fault = |sentence: String| data.findings.add(&place, sentence);
        if id.is_empty() || editions.iter().any(|other| other.id == id) {
            fault("`id` is missing or stands in an earlier edition too".to_owned());
        }
        for key in ["framework", "units"] {
            if text(value, key).is_empty() {
                fault(format!("`{key}` is missing"));
            }
        }
        if value.get("year").and_then(Value::as_u64).is_none() {
            fault("`year` must be a whole number".to_owned());
        }
        if !has_both_languages(value, "title") {
            fault("`title` must have `vi` and `en`".to_owned());
        }
        let previous = value.get("previous").map(|other| text(other, "edition"));
        let named = [
            ("previous", previous),
            ("profile", value.get("profile").and_then(Value::as_str)),
            ("mergerOf", value.get("mergerOf").and_then(Value::as_str)),
        ];
        for (key, other) in named {
            if let Some(other) = other.filter(|other| !ids.contains(other)) {
                fault(format!(
                    "`{key}` names the edition `{other}`, which is not in the list"
                ));
            }
        }
        let is_simulatable = value.get("simulatable") == Some(&Value::Bool(true));
        if is_simulatable && text(value, "profile").is_empty() {
            fault(
                "an edition that can be simulated needs a `profile` for its estimates".to_owned(),
            );
        }
        editions.push(Edition {
            id,
            framework: text(value, "framework").to_owned(),
            units: text(value, "units").to_owned(),
            is_simulatable,
            merger_of: value
                .get("mergerOf")
                .and_then(Value::as_str)
                .map(str::to_owned),
        });
    }
    if editions.is_empty() {
        data.findings.add("editions.json", "names no edition");
    }
    editions
}

/// A day as `2026-11-22`.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let within = |text: &str, digits: usize, most: u32| {
        text.len() == digits
            && text
                .parse()
                .is_ok_and(|number: u32| (1..=most).contains(&number))
    };
    matches!(parts.as_slice(), [year, month, day]
        if within(year, 4, 9999) && within(month, 2, 12) && within(day, 2, 31))
}

/// Version and corrections of the data.
pub(super) fn version(data: &mut Data, editions: &[Edition]) {
    const FILE: &str = "version.json";
    let own = json(data, FILE);
    let number = own
        .get("version")
        .and_then(Value::as_u64)
        .unwrap_or_default();
    if number == 0 {
        data.findings
            .add(FILE, "`version` must be a whole number from 1");
    }
    if !is_day(text(&own, "date")) {
        data.findings
            .add(FILE, "`date` must be a day, as 2026-11-22");
    }
    let mut last = 2;
    let corrections = own.get("corrections").and_then(Value::as_array);
    for (position, correction) in corrections.into_iter().flatten().enumerate() {
        let place = format!("{FILE}, correction {}", position + 1);
        let mut fault = |sentence: String| data.findings.add(&place, sentence);
        let own = correction
            .get("version")
            .and_then(Value::as_u64)
            .unwrap_or_default();
        if own < last || own > number {
            fault(format!(
                "`version` is {own}; it must be {last} to {number}, the version of the data, and not \
                 fall from one correction to the next"
            ));
        }
        last = last.max(own);
        if !is_day(text(correction, "date")) {
            fault("`date` must be a day, as 2026-11-22".to_owned());
        }
        if !has_both_languages(correction, "what") {
            fault("`what` must have `vi` and `en`, a sentence each".to_owned());
        }
        let touched = correction.get("editions").and_then(Value::as_array);
        for id in touched.into_iter().flatten() {
            let id = id.as_str().unwrap_or_default();
            if !editions.iter().any(|edition| edition.id == id) {
                fault(format!("there is no edition `{id}`"));
            }
        }
    }
}

/// The keys of the sources.
pub(super) fn sources(data: &mut Data) -> Vec<String> {
    let table = data.table("sources.csv", &["key", "kind", "url"]);
    table.expect_unique("key", &mut data.findings);
    for row in &table.rows {
        for column in ["kind", "url"] {
            if table.cell(row, column).is_empty() {
                data.findings.add(table.cell_place(row, column), "is empty");
            }
        }
    }
    let keys = table
        .rows
        .iter()
        .map(|row| table.cell(row, "key").to_owned());
    keys.collect()
}

/// The ids of a set of units, each with a name, a code and a place on the map.
pub(super) fn units(data: &mut Data, set: &str) -> Vec<String> {
    let table = data.table(
        &format!("units/{set}.csv"),
        &["id", "name_vi", "name_en", "gso_code"],
    );
    let ids: Vec<String> = table
        .rows
        .iter()
        .map(|row| table.cell(row, "id").to_owned())
        .collect();
    // Several editions share a set: its own faults are told once.
    let is_first = !data
        .findings
        .0
        .iter()
        .any(|finding| finding.starts_with(&table.name));
    if is_first {
        for column in ["id", "name_vi", "name_en", "gso_code"] {
            table.expect_unique(column, &mut data.findings);
        }
    }
    let map = format!("tiles-{set}.csv");
    let tiles = data.table(&map, &["unit", "column", "row", "code"]);
    let placed: Vec<&str> = tiles
        .rows
        .iter()
        .map(|row| tiles.cell(row, "unit"))
        .collect();
    for id in ids.iter().filter(|id| !placed.contains(&id.as_str())) {
        let sentence = format!("no place on the map for {id}");
        if !data.findings.0.contains(&format!("{map}: {sentence}")) {
            data.findings.add(&map, sentence);
        }
    }
    ids
}

/// Files that no edition names.
pub(super) fn stray_files(data: &mut Data, editions: &[Edition]) {
    for (folder, extension) in [("editions", "csv"), ("units", "csv")] {
        let named: Vec<String> = editions
            .iter()
            .map(|edition| match folder {
                "editions" => format!("{}.{extension}", edition.id),
                _ => format!("{}.{extension}", edition.units),
            })
            .collect();
        for path in files_under(&data.folder.join(folder)).unwrap_or_default() {
            let name = path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned());
            let name = name.unwrap_or_default();
            if !named.contains(&name) {
                let sentence = "no edition of editions.json names this file";
                data.findings.add(format!("{folder}/{name}"), sentence);
            }
        }
    }
}
