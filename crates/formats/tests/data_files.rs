//! Every file under `data/` is read, checked and crossed with the others, so that a wrong figure is
//! found in the file where it stands and not in a wrong rank.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a broken file must stop the tests"
)]

#[path = "data_files/collation.rs"]
mod collation;
#[path = "data_files/frameworks.rs"]
mod frameworks;
#[path = "../../engine/tests/oracle/mod.rs"]
mod oracle;
#[path = "data_files/rederived.rs"]
mod rederived;
#[path = "data_files/units.rs"]
mod units;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use oracle::numbers::{Number, decimal, whole, zero};
use oracle::records::{CsvRow, Edition, data_folder, read_csv, read_editions, read_framework};

const NOTES: [&str; 5] = ["unit", "source", "other_sources", "derived", "copies"];
const PILLARS: [&str; 3] = ["government", "economy", "society"];

const FIELDS: [&str; 16] = [
    "rank",
    "score",
    "awareness",
    "institutions",
    "infrastructure",
    "workforce",
    "security",
    "government",
    "economy",
    "society",
    "pillar_government",
    "pillar_economy",
    "pillar_society",
    "rank_pillar_government",
    "rank_pillar_economy",
    "rank_pillar_society",
];

/// Sentences about what is wrong, each naming file, row and field.
type Findings = Vec<String>;

#[track_caller]
fn expect_none(findings: Findings) {
    assert!(
        findings.is_empty(),
        "{} findings:\n{}",
        findings.len(),
        findings.join("\n")
    );
}

/// Every row of every edition, with the start of a sentence about it.
fn edition_rows() -> Vec<(Edition, String, CsvRow)> {
    let mut rows = Vec::new();
    for edition in read_editions().into_values() {
        for row in read_csv(&format!("editions/{}.csv", edition.id)) {
            let place = format!("editions/{}.csv, {}", edition.id, row["unit"]);
            rows.push((edition.clone(), place, row));
        }
    }
    rows
}

fn unit_ids(list: &str) -> Vec<String> {
    read_csv(&format!("units/{list}.csv"))
        .iter()
        .map(|row| row["id"].clone())
        .collect()
}

/// `field=value` pairs separated by spaces.
fn exceptions<'row>(row: &'row CsvRow, column: &str) -> Vec<(&'row str, &'row str)> {
    let pairs = row[column].split(' ').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .collect()
}

fn figures(row: &CsvRow) -> Vec<(&str, &str)> {
    row.iter()
        .map(|(field, text)| (field.as_str(), text.as_str()))
        .filter(|(field, text)| !NOTES.contains(field) && !text.is_empty())
        .collect()
}

fn has_figure(row: &CsvRow, field: &str) -> bool {
    figures(row).iter().any(|(name, _)| *name == field)
}

fn known_fields(edition: &Edition) -> BTreeSet<String> {
    let mains = read_framework(&edition.framework)
        .mains
        .into_iter()
        .map(|main| main.id);
    let pillars = PILLARS
        .iter()
        .flat_map(|name| [format!("pillar_{name}"), format!("rank_pillar_{name}")]);
    let totals = ["rank", "score"].map(str::to_owned);
    mains.chain(pillars).chain(totals).collect()
}

fn names_in(folder: &str) -> BTreeSet<String> {
    fs::read_dir(data_folder().join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn the_list_of_editions_names_every_file_and_no_other() {
    let editions = read_editions();
    let ids: Vec<&str> = editions.keys().map(String::as_str).collect();
    assert_eq!(ids, ["2020", "2021", "2022", "2023", "2024", "2024-34"]);
    let files = ids
        .iter()
        .map(|id| format!("{id}.csv"))
        .collect::<BTreeSet<_>>();
    assert_eq!(names_in("editions"), files, "data/editions");
    assert_eq!(
        names_in("units"),
        ["34.csv", "63.csv"].map(str::to_owned).into(),
        "data/units"
    );
    let mut frameworks: BTreeSet<String> = editions
        .values()
        .map(|edition| format!("{}.json", edition.framework))
        .collect();
    let communes = ["commune-hcmc-2026.json", "commune-tay-ninh-2025.json"];
    frameworks.extend(communes.map(str::to_owned));
    assert_eq!(names_in("frameworks"), frameworks, "data/frameworks");
    let mut findings = Findings::new();
    for edition in editions.values() {
        let named = [&edition.profile, &edition.previous, &edition.merger_of];
        for other in named.into_iter().flatten() {
            if !editions.contains_key(other) {
                findings.push(format!(
                    "editions.json, {}: no edition `{other}`",
                    edition.id
                ));
            }
        }
        if edition.simulatable != edition.profile.is_some() {
            findings.push(format!(
                "editions.json, {}: a profile and estimates",
                edition.id
            ));
        }
    }
    expect_none(findings);
}

#[test]
fn every_row_is_of_a_known_unit_and_each_unit_has_one() {
    let mut findings = Findings::new();
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (edition, place, row) in edition_rows() {
        if !unit_ids(&edition.units).contains(&row["unit"]) {
            findings.push(format!("{place}: not in units/{}.csv", edition.units));
        }
        if !seen
            .entry(edition.id)
            .or_default()
            .insert(row["unit"].clone())
        {
            findings.push(format!("{place}: a second row"));
        }
    }
    expect_none(findings);
    let rows: Vec<usize> = seen.values().map(BTreeSet::len).collect();
    assert_eq!(
        rows,
        [32, 43, 63, 63, 63, 34],
        "rows of 2020, 2021, 2022, 2023, 2024, 2024-34"
    );
}

#[test]
fn every_figure_is_written_as_it_must_be() {
    let mut findings = Findings::new();
    for (edition, place, row) in edition_rows() {
        let units = unit_ids(&edition.units).len();
        let known = known_fields(&edition);
        if figures(&row).is_empty() {
            findings.push(format!("{place}: no figure in the row"));
        }
        for field in row.keys().filter(|field| !NOTES.contains(&field.as_str())) {
            if !known.contains(field) {
                findings.push(format!("{place}: field `{field}` is unknown"));
            }
        }
        for (field, text) in figures(&row) {
            let is_well_written = if field.starts_with("rank") {
                text.parse().is_ok_and(|rank: usize| {
                    (1..=units).contains(&rank) && rank.to_string() == text
                })
            } else {
                is_score(text)
            };
            if !is_well_written {
                findings.push(format!("{place}: {field} is `{text}`"));
            }
        }
    }
    expect_none(findings);
}

/// 0.0000 to 1.0000, always with four decimals.
fn is_score(text: &str) -> bool {
    let has_four =
        |after: &str| after.len() == 4 && after.bytes().all(|byte| byte.is_ascii_digit());
    text == "1.0000" || text.strip_prefix("0.").is_some_and(has_four)
}

#[test]
fn every_source_is_listed_and_used() {
    let mut findings = Findings::new();
    let mut unused = BTreeSet::new();
    for row in read_csv("sources.csv") {
        if row.values().any(String::is_empty) {
            findings.push(format!("sources.csv, {}: an empty field", row["key"]));
        }
        if !unused.insert(row["key"].clone()) {
            findings.push(format!("sources.csv, {}: a second row", row["key"]));
        }
    }
    let listed = unused.clone();
    for (_, place, row) in edition_rows() {
        let others = exceptions(&row, "other_sources");
        let keys = others.iter().map(|(_, key)| *key);
        for key in keys.chain([row["source"].as_str()]) {
            unused.remove(key);
            if !listed.contains(key) {
                findings.push(format!("{place}: source `{key}` is not in sources.csv"));
            }
        }
        let from_default = |(field, _): &(&str, &str)| others.iter().all(|(name, _)| name != field);
        if !figures(&row).iter().any(from_default) {
            findings.push(format!(
                "{place}: no figure is from source `{}`",
                row["source"]
            ));
        }
    }
    findings.extend(
        unused
            .iter()
            .map(|key| format!("sources.csv, {key}: no figure is from it")),
    );
    expect_none(findings);
}

#[test]
fn notes_are_about_figures_of_their_row() {
    let mut findings = Findings::new();
    for (_, place, row) in edition_rows() {
        for column in ["other_sources", "derived", "copies"] {
            let mut named = BTreeSet::new();
            for (field, note) in exceptions(&row, column) {
                let is_right = match column {
                    "other_sources" => !note.is_empty() && note != row["source"],
                    "copies" => note.parse().is_ok_and(|count: u32| count >= 2),
                    _ => note.is_empty(),
                };
                if !is_right || !has_figure(&row, field) || !named.insert(field) {
                    findings.push(format!("{place}: {column} says `{field}={note}`"));
                }
            }
        }
    }
    expect_none(findings);
}

#[test]
fn as_many_figures_are_on_file_as_were_found() {
    let mut counts: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for (edition, _, row) in edition_rows() {
        let of_edition = counts.entry(edition.id).or_default();
        for (field, _) in figures(&row) {
            *of_edition.entry(field.to_owned()).or_default() += 1;
        }
    }
    let expected = [
        (
            "2020",
            [31, 12, 0, 0, 0, 0, 0, 0, 0, 0, 11, 11, 11, 17, 16, 16],
        ),
        (
            "2021",
            [43, 12, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 3, 12, 11, 11],
        ),
        (
            "2022",
            [63, 63, 11, 10, 63, 10, 10, 63, 63, 63, 4, 4, 4, 14, 13, 13],
        ),
        (
            "2023",
            [63, 63, 10, 10, 63, 10, 10, 63, 63, 63, 0, 0, 0, 4, 4, 4],
        ),
        (
            "2024",
            [61, 63, 11, 11, 63, 11, 11, 63, 63, 63, 0, 0, 0, 0, 0, 0],
        ),
        (
            "2024-34",
            [34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 0, 0, 0, 0, 0, 0],
        ),
    ];
    for (edition, numbers) in expected {
        let found = FIELDS.map(|field| counts[edition].get(field).copied().unwrap_or_default());
        assert_eq!(
            found, numbers,
            "editions/{edition}.csv: figures of {FIELDS:?}"
        );
    }
    let all: usize = counts.values().flat_map(BTreeMap::values).sum();
    assert_eq!(all, 1884, "figures of all editions together");
}

/// A figure may be wrong and still agree with all others: these sums froze what was read from the
/// sources. Each figure counts its unit's place times its field's place, so that an exchange shows.
#[test]
fn no_figure_has_changed_since_it_was_read_from_its_source() {
    let mut sums: BTreeMap<String, Number> = BTreeMap::new();
    for (edition, place, row) in edition_rows() {
        let unit = unit_ids(&edition.units)
            .iter()
            .position(|id| id == &row["unit"])
            .unwrap();
        let sum = sums.entry(edition.id).or_insert_with(zero);
        for (field, text) in figures(&row) {
            let column = FIELDS.iter().position(|name| *name == field).unwrap();
            let weight = i64::try_from((unit + 1) * (column + 1)).unwrap();
            let figure = decimal(text).unwrap_or_else(|| panic!("{place}: {field} is `{text}`"));
            *sum += figure * whole(weight * 10_000);
        }
    }
    let expected = [
        ("2020", 5_828_271_699),
        ("2021", 5_411_585_249),
        ("2022", 6_057_457_705),
        ("2023", 1_613_200_739),
        ("2024", 1_142_756_087),
        ("2024-34", 328_273_551),
    ];
    for (edition, sum) in expected {
        assert_eq!(sums[edition], whole(sum), "editions/{edition}.csv");
    }
}
