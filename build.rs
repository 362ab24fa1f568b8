//! Puts every data file that an edition names into the binary as plain tab-separated text, so that a
//! new edition or decision is a new file and no Rust, and the page carries no JSON or CSV parser.

use serde_json::Value;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let data = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("data");
    println!("cargo::rerun-if-changed={}", data.display());
    let list: Value = serde_json::from_str(&fs::read_to_string(data.join("editions.json"))?)?;
    let editions = list.as_array().map(Vec::as_slice).unwrap_or_default();
    let named = |key: &str| -> Vec<String> {
        let mut names: Vec<String> = editions.iter().map(|edition| text(edition, key)).collect();
        names.sort();
        names.dedup();
        names
    };
    let mut code = String::new();
    let frameworks = named("framework").into_iter().map(|id| {
        let path = data.join(format!("frameworks/{id}.json"));
        Ok((
            id,
            framework(&serde_json::from_str(&fs::read_to_string(path)?)?)?,
        ))
    });
    list_of(&mut code, "FRAMEWORKS", frameworks.collect::<Outcome<_>>()?)?;
    for (constant, key, folder) in [
        ("UNITS", "units", "units"),
        ("EDITION_FILES", "id", "editions"),
    ] {
        let tables = named(key).into_iter().map(|name| {
            let table = table(&data.join(format!("{folder}/{name}.csv")))?;
            Ok((name, table))
        });
        list_of(&mut code, constant, tables.collect::<Outcome<_>>()?)?;
    }
    for (constant, file) in [("MERGERS", "mergers.csv"), ("SOURCES", "sources.csv")] {
        let table = table(&data.join(file))?;
        writeln!(code, "pub(super) const {constant}: &str = {table:?};")?;
    }
    let lines: Outcome<Vec<String>> = editions.iter().map(edition).collect();
    writeln!(
        code,
        "pub(super) const EDITIONS: &str = {:?};",
        lines?.join("\n")
    )?;
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("shipped.rs"), code)?;
    Ok(())
}

fn list_of(code: &mut String, constant: &str, texts: Vec<(String, String)>) -> Outcome<()> {
    writeln!(
        code,
        "pub(super) const {constant}: &[(&str, &str)] = &{texts:?};"
    )?;
    Ok(())
}

/// One line of fields; a tab or line break inside one would shift the rest.
fn line(fields: &[String]) -> Outcome<String> {
    match fields
        .iter()
        .find(|field| field.contains(['\t', '\n', '\r']))
    {
        Some(field) => {
            Err(format!("a data field may not hold tabs or line breaks: {field:?}").into())
        }
        None => Ok(fields.join("\t")),
    }
}

fn table(path: &Path) -> Outcome<String> {
    let in_file = |fault: csv::Error| format!("{}: {fault}", path.display());
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_path(path)
        .map_err(in_file)?;
    let mut lines = Vec::new();
    for record in reader.records() {
        let record = record.map_err(in_file)?;
        lines.push(line(&record.iter().map(str::to_owned).collect::<Vec<_>>())?);
    }
    Ok(lines.join("\n"))
}

/// A field as text; empty where it is absent.
fn text(value: &Value, path: &str) -> String {
    let found = path.split('.').try_fold(value, |at, key| at.get(key));
    match found {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// English falls back to Vietnamese where a source has none.
fn both(value: &Value, key: &str) -> [String; 2] {
    let (vi, en) = (
        text(value, &format!("{key}.vi")),
        text(value, &format!("{key}.en")),
    );
    let en = if en.is_empty() { vi.clone() } else { en };
    [vi, en]
}

fn edition(value: &Value) -> Outcome<String> {
    let [vi, en] = both(value, "title");
    let keys = ["id", "year", "framework", "units", "simulatable", "profile"];
    let mut fields: Vec<String> = keys.iter().map(|key| text(value, key)).collect();
    fields.extend(["previous.edition", "previous.merged", "mergerOf"].map(|key| text(value, key)));
    fields.extend([vi, en]);
    line(&fields)
}

fn framework(value: &Value) -> Outcome<String> {
    let keys = [
        "id",
        "decision.number",
        "decision.date",
        "origin",
        "decimals",
    ];
    let mut header: Vec<String> = keys.iter().map(|key| text(value, key)).collect();
    header.extend(both(value, "title"));
    header.extend(both(value, "source"));
    let mut lines = vec![line(&header)?];
    indicators(value.get("indicators"), "", &mut lines)?;
    for pillar in value
        .get("pillars")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let members = pillar
            .get("members")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        let members: Vec<&str> = members.filter_map(Value::as_str).collect();
        let [vi, en] = both(pillar, "name");
        let (id, weight) = (text(pillar, "id"), text(pillar, "weight"));
        lines.push(line(&[
            "pillar".to_owned(),
            id,
            weight,
            members.join(" "),
            vi,
            en,
        ])?);
    }
    Ok(lines.join("\n"))
}

fn indicators(list: Option<&Value>, parent: &str, lines: &mut Vec<String>) -> Outcome<()> {
    for value in list.and_then(Value::as_array).into_iter().flatten() {
        let id = text(value, "id");
        let mut fields = vec![text(value, "level"), id.clone(), parent.to_owned()];
        let keys = ["maxPoints", "scored", "componentCount", "number"];
        fields.extend(keys.map(|key| text(value, key)));
        fields.extend(both(value, "name"));
        lines.push(line(&fields)?);
        indicators(value.get("children"), &id, lines)?;
    }
    Ok(())
}
