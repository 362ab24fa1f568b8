//! Makes one plain text of every data file that an edition names: tab-separated lines in parts, each
//! below a line `kind name` that begins with the mark [`PART`]. The build script embeds it for native use and the JavaScript API;
//! the site ships it as a file of its own that all modules of the page share.

use serde_json::Value;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Begins a part; no data holds it.
const PART: char = '\u{1d}';

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// The text, from the folder `data/` or from one inside it of the same shape, which may use the
/// frameworks of the folder above.
pub(crate) fn text_of(data: &Path) -> Outcome<String> {
    let list: Value = serde_json::from_str(&fs::read_to_string(data.join("editions.json"))?)?;
    let editions = list.as_array().map(Vec::as_slice).unwrap_or_default();
    let named = |key: &str| -> Vec<String> {
        let mut names: Vec<String> = editions.iter().map(|edition| text(edition, key)).collect();
        names.sort();
        names.dedup();
        names
    };
    let mut all = String::new();
    for id in named("framework") {
        let file = format!("frameworks/{id}.json");
        let own = data.join(&file);
        let path = if own.exists() {
            own
        } else {
            data.join("..").join(file)
        };
        let lines = framework(&serde_json::from_str(&fs::read_to_string(path)?)?)?;
        part(&mut all, "framework", &id, &lines)?;
    }
    for name in named("units") {
        let lines = table(&data.join(format!("units/{name}.csv")))?;
        part(&mut all, "units", &name, &lines)?;
    }
    for name in named("id") {
        let lines = table(&data.join(format!("editions/{name}.csv")))?;
        part(&mut all, "edition", &name, &lines)?;
        let assessments = data.join(format!("assessments/{name}.csv"));
        if assessments.exists() {
            part(&mut all, "assessments", &name, &table(&assessments)?)?;
        }
    }
    for kind in ["mergers", "sources"] {
        let path = data.join(format!("{kind}.csv"));
        if path.exists() {
            part(&mut all, kind, "", &table(&path)?)?;
        }
    }
    let lines: Outcome<Vec<String>> = editions.iter().map(edition).collect();
    part(&mut all, "editions", "", &lines?.join("\n"))?;
    // The examples have no version of their own.
    let path = data.join("version.json");
    if path.exists() {
        let own: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
        part(&mut all, "version", "", &version(&own)?)?;
    }
    Ok(all)
}

/// Version and date of the data, then a line for each correction.
fn version(value: &Value) -> Outcome<String> {
    let mut lines = vec![line(&["version", "date"].map(|key| text(value, key)))?];
    let corrections = value.get("corrections").and_then(Value::as_array);
    for correction in corrections.into_iter().flatten() {
        let editions = correction.get("editions").and_then(Value::as_array);
        let editions = editions.into_iter().flatten().filter_map(Value::as_str);
        let editions = editions.collect::<Vec<_>>().join(" ");
        let [number, date] = ["version", "date"].map(|key| text(correction, key));
        let [vi, en] = both(correction, "what");
        lines.push(line(&[number, date, editions, vi, en])?);
    }
    Ok(lines.join("\n"))
}

fn part(all: &mut String, kind: &str, name: &str, lines: &str) -> Outcome<()> {
    writeln!(all, "{PART}{kind} {name}\n{lines}")?;
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
    if value.get("unitName").is_some() {
        // Behind what only an edition that a reader loaded says of itself.
        fields.push(String::new());
        fields.extend(["vi", "en", "plural"].map(|key| text(value, &format!("unitName.{key}"))));
    }
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
        fields.extend(["rule", "assumed"].map(|key| text(value, key)));
        // Most indicators have none of the last.
        while fields.last().is_some_and(String::is_empty) {
            fields.pop();
        }
        lines.push(line(&fields)?);
        indicators(value.get("children"), &id, lines)?;
    }
    Ok(())
}
