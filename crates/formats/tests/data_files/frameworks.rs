//! The shape of `data/frameworks/`: maxima that add up, ids that are unique, names in place.

use serde_json::Value as Json;

use crate::oracle::records::{list_of, read_json, text_of};
use crate::{Findings, expect_none};

const PROVINCIAL: [&str; 2] = ["dti-922", "dti-405"];
const COMMUNE: &str = "commune-tay-ninh-2025";
const COMMUNE_OF_THE_CITY: &str = "commune-hcmc-2026";

/// Every node below the root, parents first.
fn nodes(parent: &Json, key: &str) -> Vec<Json> {
    let own = list_of(parent, key).iter();
    own.flat_map(|node| [vec![node.clone()], nodes(node, "children")].concat())
        .collect()
}

fn leaves(framework: &Json) -> Vec<Json> {
    let all = nodes(framework, "indicators").into_iter();
    all.filter(|node| list_of(node, "children").is_empty())
        .collect()
}

fn level(framework: &Json, name: &str) -> Vec<Json> {
    let all = nodes(framework, "indicators").into_iter();
    all.filter(|node| node["level"] == name).collect()
}

/// Tenths of a point: criteria of Decision 922 have halves.
fn tenths(node: &Json) -> i64 {
    let text = node["maxPoints"].to_string();
    let (whole, tenth) = text.split_once('.').unwrap_or((&text, "0"));
    let digits = format!("{whole}{tenth}");
    assert_eq!(tenth.len(), 1, "tenths of points in {node}");
    digits
        .parse()
        .unwrap_or_else(|_| panic!("no `maxPoints` in {node}"))
}

fn points(node: &Json) -> i64 {
    let tenths = tenths(node);
    assert_eq!(tenths % 10, 0, "whole points in {node}");
    tenths / 10
}

/// Tenths of a point that the leaves of a node have.
fn tenths_of_leaves(node: &Json) -> i64 {
    match list_of(node, "children") {
        [] => tenths(node),
        children => children.iter().map(tenths_of_leaves).sum(),
    }
}

fn points_of(framework: &Json, id: &str) -> i64 {
    let all = nodes(framework, "indicators");
    points(
        all.iter()
            .find(|node| node["id"] == id)
            .unwrap_or_else(|| panic!("no node `{id}`")),
    )
}

#[test]
fn nodes_are_named_once_and_points_above_leaves_are_their_sum() {
    let mut findings = Findings::new();
    for id in [
        PROVINCIAL[0],
        PROVINCIAL[1],
        "dti-1726",
        COMMUNE,
        COMMUNE_OF_THE_CITY,
    ] {
        let framework = read_json(&format!("frameworks/{id}.json"));
        if framework["id"] != id {
            findings.push(format!(
                "frameworks/{id}.json says that it is {}",
                framework["id"]
            ));
        }
        let all = nodes(&framework, "indicators");
        let ids: Vec<String> = all.iter().map(|node| text_of(node, "id")).collect();
        for (position, node) in all.iter().enumerate() {
            let name = &ids[position];
            if ids[..position].contains(name) {
                findings.push(format!("frameworks/{id}.json: node `{name}` occurs twice"));
            }
            if node["name"]["vi"].as_str().is_none_or(str::is_empty) {
                findings.push(format!(
                    "frameworks/{id}.json: node `{name}` has no name in Vietnamese"
                ));
            }
            let has_points = !node["maxPoints"].is_null();
            if has_points && tenths(node) != tenths_of_leaves(node) {
                findings.push(format!(
                    "frameworks/{id}.json: `{name}`: its points are not those below it"
                ));
            }
        }
        for pillar in list_of(&framework, "pillars") {
            for member in list_of(pillar, "members") {
                if !ids.iter().any(|name| member == name) {
                    let pillar = &pillar["id"];
                    findings.push(format!(
                        "frameworks/{id}.json: pillar {pillar} has no {member}"
                    ));
                }
            }
        }
    }
    expect_none(findings);
}

#[test]
fn maxima_add_up_to_the_totals_of_the_decisions() {
    let totals = [
        ("dti-922", 1000),
        ("dti-405", 940),
        (COMMUNE, 960),
        (COMMUNE_OF_THE_CITY, 100),
    ];
    for (id, total) in totals {
        let framework = read_json(&format!("frameworks/{id}.json"));
        let sum: i64 = leaves(&framework).iter().map(tenths).sum();
        assert_eq!(
            sum,
            total * 10,
            "frameworks/{id}.json: the maxima of the leaves"
        );
    }
    let expected = [
        ("dti-922", [100, 100, 100, 100, 100, 200, 150, 150]),
        ("dti-405", [50, 50, 140, 100, 100, 200, 150, 150]),
    ];
    for (id, maxima) in expected {
        let framework = read_json(&format!("frameworks/{id}.json"));
        let mains = [
            "awareness",
            "institutions",
            "infrastructure",
            "workforce",
            "security",
            "government",
            "economy",
            "society",
        ];
        assert_eq!(
            mains.map(|main| points_of(&framework, main)),
            maxima,
            "frameworks/{id}.json"
        );
        let names = ["foundation", "activity"];
        let groups: Vec<String> = level(&framework, "group")
            .iter()
            .map(|group| text_of(group, "id"))
            .collect();
        assert_eq!(groups, names, "frameworks/{id}.json: the groups");
        assert_eq!(
            list_of(&framework, "pillars").len(),
            3,
            "frameworks/{id}.json: the pillars"
        );
    }
}

#[test]
fn dti_922_has_98_components_of_which_95_are_scored_and_38_criteria() {
    let framework = read_json("frameworks/dti-922.json");
    let count = |node: &Json| list_of(node, "children").len();
    let mains = level(&framework, "main");
    let counts: Vec<usize> = mains.iter().map(count).collect();
    assert_eq!(counts, [10, 11, 7, 13, 12, 3, 22, 12, 8]);
    assert_eq!(level(&framework, "component").len(), 98);
    assert_eq!(level(&framework, "criterion").len(), 38);
    let unscored: Vec<&Json> = mains
        .iter()
        .filter(|main| main["scored"] == false)
        .collect();
    let [smart_city] = unscored[..] else {
        panic!("{unscored:?}");
    };
    assert_eq!(text_of(smart_city, "id"), "smart_city");
    assert_eq!(count(smart_city), 3);
    assert_eq!(
        points(smart_city),
        0,
        "an indicator that is not scored has no points"
    );
}

#[test]
fn the_commune_set_has_6_mains_and_62_leaves() {
    let framework = read_json(&format!("frameworks/{COMMUNE}.json"));
    let mains = level(&framework, "main");
    assert_eq!((mains.len(), leaves(&framework).len()), (6, 62));
    let sums = mains.iter().map(|main| {
        let below = nodes(main, "children").into_iter();
        below
            .filter(|node| list_of(node, "children").is_empty())
            .map(|leaf| points(&leaf))
            .sum()
    });
    assert_eq!(sums.collect::<Vec<i64>>(), [80, 100, 100, 520, 80, 80]);
    let mut findings = Findings::new();
    for parent in nodes(&framework, "indicators") {
        let expected_level = if parent["level"] == "main" {
            "component"
        } else {
            "criterion"
        };
        for (position, node) in list_of(&parent, "children").iter().enumerate() {
            let expected = format!("{}.{}", text_of(&parent, "id"), position + 1);
            let is_leaf = list_of(node, "children").is_empty();
            if node["id"] != expected || node["level"] != expected_level {
                findings.push(format!(
                    "frameworks/{COMMUNE}.json: {expected} is {}",
                    node["id"]
                ));
            }
            if is_leaf && points(node) <= 0 {
                findings.push(format!(
                    "frameworks/{COMMUNE}.json: {expected} has no points"
                ));
            }
        }
    }
    expect_none(findings);
}

#[test]
fn dti_1726_weighs_its_pillars_4_3_3() {
    let framework = read_json("frameworks/dti-1726.json");
    let weights: Vec<String> = list_of(&framework, "pillars")
        .iter()
        .map(|pillar| format!("{} {}", text_of(pillar, "id"), pillar["weight"]))
        .collect();
    assert_eq!(weights, ["government 0.4", "economy 0.3", "society 0.3"]);
    assert!(nodes(&framework, "indicators").is_empty());
}
