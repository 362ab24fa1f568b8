//! Files that readers hold: written by an earlier version, they are read as what they were written
//! from, and written again byte for byte.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_engine::model::{
    Answer, Assessed, Assessment, ComponentList, Exact, ListedComponent, Origin, RawValue,
    ResultsRow, ResultsTable, Text,
};
use dti_formats::{
    Computed, Own, Project, ProjectKind, parse_project, parse_rule, part_text, project_text,
};

const WHOLE: &str = include_str!("files/project.json");
const PART: &str = include_str!("files/scorecard.json");

fn component(id: &str, rule: &str, max_points: u32) -> ListedComponent {
    ListedComponent {
        id: id.to_owned(),
        parent: "awareness".to_owned(),
        number: (max_points > 50).then(|| "1.1".to_owned()),
        name: Text {
            vi: "Nhận thức \"số\"\n".to_owned(),
            en: String::new(),
        },
        max_points,
        scored: rule != "unscored",
        rule: parse_rule(rule).unwrap(),
    }
}

fn raws() -> Vec<RawValue> {
    let (half, third) = (Exact::decimal(5, 1), Exact::decimal(333_333_333_333, 12));
    vec![
        RawValue::Points(Exact::decimal(1225, 2)),
        RawValue::Answer(Answer::Yes),
        RawValue::Answer(Answer::No),
        RawValue::Choice("2".to_owned()),
        RawValue::Number(Exact::whole(12)),
        RawValue::Listed(Vec::new()),
        RawValue::Listed(vec!["0".to_owned(), "2".to_owned()]),
        RawValue::ratio(half, Exact::whole(35)),
        RawValue::Inputs(vec![
            ("count".to_owned(), third),
            ("population".to_owned(), Exact::whole(480_000)),
        ]),
    ]
}

/// Something of everything that such a file can hold.
fn everything() -> Project {
    let rules = [
        "points",
        "yes_no",
        "levels 0 0.5 1",
        "ratio",
        "capped_ratio 0.8",
        "steps 1:0.25 4:1",
        "parts 0.3 0.7",
        "per_capita 1000 1.5",
        "survey",
        "unscored",
    ];
    let rows = rules
        .iter()
        .zip(1..)
        .map(|(rule, row)| component(&format!("awareness.{row}"), rule, row * 11));
    let results = ResultsRow {
        unit: "hue".to_owned(),
        rank: Some(2),
        total: Some(Exact::decimal(6975, 4)),
        scores: [
            ("economy", Exact::ONE),
            ("society", Exact::decimal(3348, 4)),
        ]
        .into_iter()
        .map(|(id, score)| (id.to_owned(), score))
        .collect(),
    };
    let bare = ResultsRow {
        unit: "ha-noi".to_owned(),
        ..ResultsRow::default()
    };
    let assessed = raws().into_iter().enumerate().map(|(row, raw)| Assessed {
        indicator: format!("awareness.{row}"),
        own: Some(raw.clone()),
        verified: (row % 2 == 0).then(|| raw.clone()),
        what_if: (row % 3 == 0).then_some(raw),
        ..Assessed::default()
    });
    let own = Own {
        lists: vec![ComponentList {
            framework: "dti-922".to_owned(),
            rows: rows.collect(),
        }],
        slots: vec!["dti-405".to_owned()],
        results: vec![ResultsTable {
            edition: "2022".to_owned(),
            rows: vec![results, bare],
        }],
        indices: vec!["{\"framework\": {}}".to_owned()],
        examples: vec!["example-commune-2025".to_owned()],
        assessments: vec![Assessment {
            edition: "2022".to_owned(),
            unit: "hue".to_owned(),
            rows: assessed.collect(),
        }],
    };
    Project {
        kind: ProjectKind::Whole,
        own,
        scenarios: vec![("Một".to_owned(), "v=2&e=2022".to_owned())],
        current: "v=2&e=2022&u=hue".to_owned(),
    }
}

fn computed() -> Computed {
    let figure = |id: &str, origin| {
        (
            id.to_owned(),
            Exact::fraction(1, 3),
            Exact::whole(150),
            origin,
        )
    };
    Computed {
        unit: "hue".to_owned(),
        standing: (4, Exact::decimal(6975, 4)),
        baseline: (5, Exact::decimal(69, 2)),
        indicators: vec![
            figure("society", Some(Origin::Published)),
            figure("economy", None),
        ],
    }
}

#[test]
fn a_stored_project_is_read_and_written_again_byte_for_byte() {
    assert_eq!(parse_project("project.json", WHOLE).unwrap(), everything());
    assert_eq!(project_text(&everything()), WHOLE.trim_end());
}

#[test]
fn a_stored_scorecard_is_read_and_written_again_byte_for_byte() {
    let project = Project {
        kind: ProjectKind::Scorecard,
        ..everything()
    };
    assert_eq!(parse_project("scorecard.json", PART).unwrap(), project);
    assert_eq!(part_text(&project, &[computed()]), PART.trim_end());
}
