//! The provinces before and after 1 July 2025: ids, codes, order, and who was merged into whom.

use std::collections::{BTreeMap, BTreeSet};

use crate::oracle::records::read_csv;
use crate::{Findings, collation, expect_none, unit_ids};

#[test]
fn units_have_their_own_ids_names_and_codes() {
    let mut findings = Findings::new();
    for (list, columns) in [
        (
            "63",
            ["id", "name_vi", "name_en", "gso_code", "iso_3166_2"].as_slice(),
        ),
        ("34", ["id", "name_vi", "name_en", "gso_code"].as_slice()),
    ] {
        let rows = read_csv(&format!("units/{list}.csv"));
        assert_eq!(rows.len().to_string(), list, "rows of units/{list}.csv");
        for column in columns {
            let mut seen = BTreeSet::new();
            for row in &rows {
                let text = &row[*column];
                if text.is_empty() || !seen.insert(text) {
                    findings.push(format!(
                        "units/{list}.csv, {}: {column} `{text}`",
                        row["id"]
                    ));
                }
            }
        }
        for row in &rows {
            let (id, code) = (&row["id"], &row["gso_code"]);
            let is_plain = id
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'-');
            if !is_plain || code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
                findings.push(format!("units/{list}.csv, {id}: id or gso_code `{code}`"));
            }
        }
    }
    for row in read_csv("units/63.csv") {
        let people = ["population_2023_thousand", "population_2024_thousand"];
        let has_people = people.iter().all(|column| {
            row[*column].split_once('.').is_some_and(|(whole, tenth)| {
                tenth.len() == 1 && whole.parse().is_ok_and(|count: u32| count > 0)
            })
        });
        if !has_people || row["region_vi"].is_empty() || !row["iso_3166_2"].starts_with("VN-") {
            findings.push(format!(
                "units/63.csv, {}: people, region or iso_3166_2",
                row["id"]
            ));
        }
    }
    expect_none(findings);
    let cities = read_csv("units/63.csv")
        .iter()
        .filter(|row| row["central_city"] == "yes")
        .count();
    assert_eq!(cities, 5, "cities run from the centre");
    let regions: BTreeSet<String> = read_csv("units/63.csv")
        .into_iter()
        .map(|mut row| row.remove("region_vi").unwrap())
        .collect();
    assert_eq!(regions.len(), 6, "{regions:?}");
}

#[test]
fn units_stand_in_vietnamese_order() {
    let mut findings = Findings::new();
    for list in ["63", "34"] {
        let rows = read_csv(&format!("units/{list}.csv"));
        for pair in rows.windows(2) {
            let (before, after) = (&pair[0]["name_vi"], &pair[1]["name_vi"]);
            match (collation::sort_key(before), collation::sort_key(after)) {
                (Ok(first), Ok(second)) if first < second => {}
                keys => findings.push(format!("units/{list}.csv: {before}, {after}: {keys:?}")),
            }
        }
    }
    expect_none(findings);
}

#[test]
fn mergers_cover_the_63_and_give_the_34() {
    let rows = read_csv("mergers.csv");
    let formers: Vec<&String> = rows.iter().map(|row| &row["former"]).collect();
    let unique: BTreeSet<String> = formers.iter().map(|former| (*former).clone()).collect();
    assert_eq!(
        formers.len(),
        63,
        "mergers.csv: one row for each former province"
    );
    assert_eq!(
        unique,
        unit_ids("63").into_iter().collect(),
        "mergers.csv: the former ones"
    );
    let mut sizes: BTreeMap<&String, usize> = BTreeMap::new();
    for row in &rows {
        *sizes.entry(&row["new"]).or_default() += 1;
    }
    let new: BTreeSet<String> = sizes.keys().map(|new| (*new).clone()).collect();
    assert_eq!(
        new,
        unit_ids("34").into_iter().collect(),
        "mergers.csv: the new ones"
    );
    let of_size = |size: usize| sizes.values().filter(|count| **count == size).count();
    assert_eq!(
        [1, 2, 3].map(of_size),
        [11, 17, 6],
        "provinces made of one, two and three"
    );
}
