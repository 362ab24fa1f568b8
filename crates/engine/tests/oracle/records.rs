//! Reads the shipped figures for the oracle, by its own route, straight from the files in `data/`.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde_json::Value as Json;

use super::numbers::{Number, decimal, whole};

/// One figure on file.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    pub(crate) value: Number,
    pub(crate) derived: bool,
}

/// One edition: what it is, and its figures by unit and field.
#[derive(Clone, Debug)]
pub(crate) struct Edition {
    pub(crate) id: String,
    pub(crate) framework: String,
    pub(crate) units: String,
    pub(crate) simulatable: bool,
    pub(crate) profile: Option<String>,
    pub(crate) previous: Option<String>,
    pub(crate) previous_is_merged: bool,
    pub(crate) merger_of: Option<String>,
    pub(crate) figures: BTreeMap<String, BTreeMap<String, Figure>>,
}

/// A scored main indicator.
#[derive(Clone, Debug)]
pub(crate) struct Main {
    pub(crate) id: String,
    pub(crate) group: String,
    pub(crate) max_points: Number,
}

/// The part of a framework that is scored, and its pillars by member.
#[derive(Clone, Debug, Default)]
pub(crate) struct Framework {
    pub(crate) mains: Vec<Main>,
    pub(crate) unscored: Vec<String>,
    pub(crate) groups: Vec<String>,
    pub(crate) pillars: BTreeMap<String, Vec<String>>,
}

/// One row of a csv file by column name.
pub(crate) type CsvRow = BTreeMap<String, String>;

pub(crate) fn data_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../data")
}

pub(crate) fn read_text(file: &str) -> String {
    fs::read_to_string(data_folder().join(file))
        .unwrap_or_else(|error| panic!("data/{file} cannot be read: {error}"))
}

pub(crate) fn read_json(file: &str) -> Json {
    serde_json::from_str(&read_text(file))
        .unwrap_or_else(|error| panic!("data/{file} is not JSON: {error}"))
}

pub(crate) fn read_csv(file: &str) -> Vec<CsvRow> {
    let text = read_text(file);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader
        .deserialize()
        .map(|row| row.unwrap_or_else(|error| panic!("data/{file} has a bad row: {error}")))
        .collect()
}

/// The text under a key of a JSON object; a file without it is broken.
pub(crate) fn text_of(node: &Json, key: &str) -> String {
    match node[key].as_str() {
        Some(text) => text.to_owned(),
        None => panic!("`{key}` is missing or not a text in {node}"),
    }
}

/// The nodes under a key, or none if the key is absent.
pub(crate) fn list_of<'json>(node: &'json Json, key: &str) -> &'json [Json] {
    node[key].as_array().map_or(&[], Vec::as_slice)
}

pub(crate) fn read_editions() -> BTreeMap<String, Edition> {
    let file = read_json("editions.json");
    let list = file.as_array().expect("data/editions.json is a list");
    list.iter()
        .map(|entry| (text_of(entry, "id"), read_edition(entry)))
        .collect()
}

fn read_edition(entry: &Json) -> Edition {
    let id = text_of(entry, "id");
    let optional = |value: &Json| value.as_str().map(str::to_owned);
    let figures = read_csv(&format!("editions/{id}.csv"))
        .iter()
        .map(|row| (row["unit"].clone(), read_figures(&id, row)))
        .collect();
    Edition {
        framework: text_of(entry, "framework"),
        units: text_of(entry, "units"),
        simulatable: entry["simulatable"] == Json::Bool(true),
        profile: optional(&entry["profile"]),
        previous: optional(&entry["previous"]["edition"]),
        previous_is_merged: entry["previous"]["merged"] == Json::Bool(true),
        merger_of: optional(&entry["mergerOf"]),
        figures,
        id,
    }
}

fn read_figures(edition: &str, row: &CsvRow) -> BTreeMap<String, Figure> {
    let derived: Vec<&str> = row["derived"].split_whitespace().collect();
    let notes = ["unit", "source", "other_sources", "derived", "copies"];
    row.iter()
        .filter(|(field, text)| !notes.contains(&field.as_str()) && !text.is_empty())
        .map(|(field, text)| {
            let value = decimal(text).unwrap_or_else(|| {
                panic!(
                    "edition {edition}, {}: {field} is `{text}`, not a number",
                    row["unit"]
                )
            });
            (
                field.clone(),
                Figure {
                    value,
                    derived: derived.contains(&field.as_str()),
                },
            )
        })
        .collect()
}

pub(crate) fn read_framework(id: &str) -> Framework {
    let file = read_json(&format!("frameworks/{id}.json"));
    let mut framework = Framework::default();
    for group in list_of(&file, "indicators") {
        framework.groups.push(text_of(group, "id"));
        for main in list_of(group, "children") {
            let main_id = text_of(main, "id");
            if main["scored"] == Json::Bool(false) {
                framework.unscored.push(main_id);
                continue;
            }
            let points = main["maxPoints"]
                .as_i64()
                .expect("a main indicator has whole points");
            let group = text_of(group, "id");
            framework.mains.push(Main {
                id: main_id,
                group,
                max_points: whole(points),
            });
        }
    }
    for pillar in list_of(&file, "pillars") {
        let members = list_of(pillar, "members").iter().filter_map(Json::as_str);
        framework
            .pillars
            .insert(text_of(pillar, "id"), members.map(str::to_owned).collect());
    }
    framework
}

/// New province -> former provinces.
pub(crate) fn read_mergers() -> BTreeMap<String, Vec<String>> {
    let mut formers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in read_csv("mergers.csv") {
        formers
            .entry(row["new"].clone())
            .or_default()
            .push(row["former"].clone());
    }
    formers
}

/// Population of the 63 in 2024, in thousands.
pub(crate) fn read_populations() -> BTreeMap<String, Number> {
    read_csv("units/63.csv")
        .iter()
        .map(|row| {
            let text = &row["population_2024_thousand"];
            let people = decimal(text).unwrap_or_else(|| {
                panic!(
                    "units/63.csv, {}: the population `{text}` is not a number",
                    row["id"]
                )
            });
            (row["id"].clone(), people)
        })
        .collect()
}
