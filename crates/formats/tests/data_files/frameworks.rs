//! The shape of `data/frameworks/`: maxima that add up, ids that are unique, names in place.

use serde_json::Value as Json;

use crate::oracle::records::{list_of, read_json, text_of};
use crate::{Findings, expect_none};

const PROVINCIAL: [&str; 2] = ["dti-922", "dti-405"];
const COMMUNE: &str = "commune-tay-ninh-2025";

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

fn points(node: &Json) -> i64 {
    node["maxPoints"]
        .as_i64()
        .unwrap_or_else(|| panic!("no whole `maxPoints` in {node}"))
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
fn nodes_are_named_once_and_only_leaves_carry_points() {
    let mut findings = Findings::new();
    for id in [PROVINCIAL[0], PROVINCIAL[1], "dti-1726", COMMUNE] {
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
            let is_leaf = list_of(node, "children").is_empty();
            if is_leaf != node["maxPoints"].is_i64() {
                findings.push(format!(
                    "frameworks/{id}.json: `{name}`: points belong to leaves"
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
    for (id, total) in [("dti-922", 1000), ("dti-405", 940), (COMMUNE, 960)] {
        let framework = read_json(&format!("frameworks/{id}.json"));
        let sum: i64 = leaves(&framework).iter().map(points).sum();
        assert_eq!(sum, total, "frameworks/{id}.json: the maxima of the leaves");
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
fn dti_922_counts_98_components_of_which_95_are_scored() {
    let framework = read_json("frameworks/dti-922.json");
    let count = |node: &Json| node["componentCount"].as_i64().unwrap_or_default();
    let mains = level(&framework, "main");
    assert_eq!(mains.iter().map(count).sum::<i64>(), 98);
    let unscored: Vec<&Json> = mains
        .iter()
        .filter(|main| main["scored"] == false)
        .collect();
    assert_eq!(unscored.iter().map(|main| count(main)).sum::<i64>(), 3);
    assert_eq!(
        unscored
            .iter()
            .map(|main| text_of(main, "id"))
            .collect::<Vec<_>>(),
        ["smart_city"]
    );
    assert_eq!(
        points(unscored[0]),
        0,
        "an indicator that is not scored has no points"
    );
    let counts: Vec<i64> = mains.iter().map(count).collect();
    assert_eq!(counts, [10, 11, 7, 13, 12, 3, 22, 12, 8]);
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
