//! Lists of components.

use crate::{card, edition, edition_with, kinds, table, taken, values};
use dti_engine::model::ComponentList;
use dti_formats::{Choices, ComponentDraft, FindingKind, components_part, read_component_list};

fn list(name: &str, choices: &Choices) -> ComponentDraft {
    let edition = edition();
    let (grid, _) = table(name, &edition);
    read_component_list(&grid, edition.framework(), choices)
}

#[test]
fn the_ministrys_sheet_is_a_list_and_a_scorecard() {
    let draft = list("h12-ministry-layout.xlsx", &Choices::default());
    let found = kinds(&draft.findings);
    assert!(
        found.contains(&&FindingKind::LetteredLeftOut(20)),
        "{found:?}"
    );
    let list = taken(draft);
    assert_eq!(list.rows.len(), 10);
    for row in &list.rows {
        assert_eq!((row.parent.as_str(), row.max_points), ("awareness", 1_000));
    }
    let part = components_part(edition().framework(), &list).unwrap();
    let edition = edition_with("2022", part);
    let (grid, _) = table("h12-ministry-layout.xlsx", &edition);
    let card = taken(card(&grid, &edition, "hai-duong"));
    let ids = (1..=10).map(|number| format!("awareness.{number}"));
    let points: f64 = ids
        .map(|id| values(&card, &id)[1].parse::<f64>().unwrap())
        .sum();
    assert_eq!(points, 85.0);
}

#[test]
fn lists_of_different_main_indicators_add_up() {
    let second = taken(list("h13-list-2.xlsx", &Choices::default()));
    let third = taken(list("h13-list-3.xlsx", &Choices::default()));
    let both: ComponentList = second.with_newer(&third);
    assert_eq!(both.rows.len(), 20);
    assert_eq!(both.mains(), ["institutions", "infrastructure"]);
}

#[test]
fn the_sixth_of_the_scoring_sheet_is_digital_government() {
    let draft = list("h22-list-numbered-6.xlsx", &Choices::default());
    assert_eq!(draft.mains[0].main.as_deref(), Some("government"));
    assert_eq!(taken(draft).mains(), ["government"]);
}
