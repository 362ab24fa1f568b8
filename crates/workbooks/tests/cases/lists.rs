//! Lists of components.

use crate::{card, edition, edition_with, kinds, table, taken, values};
use dti_engine::calculator::{earned_points, parse_decimal};
use dti_engine::model::{ComponentList, Edition, Exact};
use dti_formats::{
    Choices, ComponentDraft, FindingKind, OwnCatalogue, TableKind, components_part,
    read_component_list, read_csv, read_list_and_card, table_kind,
};

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
    let hundredths: i64 = ids
        .map(|id| {
            parse_decimal(&values(&card, &id)[1], 2)
                .unwrap()
                .round_half_up(2)
        })
        .sum();
    assert_eq!(hundredths, 8_500);
}

/// A self-assessment for a framework without components: ten below each main indicator, the half
/// of the points of each. Of the numbers `1.10` a spreadsheet left `1.1`.
fn self_assessment(edition: &Edition) -> String {
    let framework = edition.framework();
    let mut text = "TT\tChỉ số/Chỉ số thành phần\tĐiểm tối đa\tTự chấm\tMinh chứng\n".to_owned();
    let scored = framework
        .mains()
        .filter(|&main| framework.indicator(main).scored);
    for (number, main) in (1..).zip(scored) {
        let indicator = framework.indicator(main);
        let points = indicator.max_points.value();
        let half = points * Exact::decimal(5, 1);
        let text_of = |points: Exact| points.to_short_text(2).replace('.', ",");
        let name = indicator.name.vi.to_uppercase();
        text += &format!("{number}\t{name}\t{}\t{}\n", text_of(points), text_of(half));
        for component in 1..=10 {
            let tenth = |points: Exact| text_of(points * Exact::decimal(1, 1));
            let place = if component == 10 { 1 } else { component };
            let (most, own) = (tenth(points), tenth(half));
            text += &format!(
                "{number}.{place}\tThành phần {component} của {name}\t{most}\t{own}\tCông văn\n"
            );
        }
    }
    text
}

#[test]
fn a_list_and_a_scorecard_come_in_at_once() {
    let edition = edition_with("2024-34", OwnCatalogue::default());
    let text = self_assessment(&edition);
    let grid = read_csv(text.as_bytes()).unwrap();
    assert_eq!(table_kind(&grid, &edition), Some(TableKind::ListAndCard));
    let read = |text: &str| {
        let grid = read_csv(text.as_bytes()).unwrap();
        read_list_and_card(
            &grid,
            &edition,
            "bac-ninh",
            &Choices::default(),
            |framework, node, raw| earned_points(framework, node, raw).ok(),
        )
    };
    let draft = read(&text);
    let found = draft.findings.clone();
    let is_zero = |kind: &&FindingKind| matches!(kind, FindingKind::ZeroCut { .. });
    let mains = found.len();
    assert_eq!(kinds(&found).into_iter().filter(is_zero).count(), mains);
    let (list, card) = taken(draft);
    assert_eq!((list.rows.len(), card.rows.len()), (mains * 10, mains * 10));
    // With the list in the catalogue the scorecard alone says the same.
    let part = components_part(edition.framework(), &list).unwrap();
    let with_list = edition_with("2024-34", part);
    assert_eq!(table_kind(&grid, &with_list), Some(TableKind::Scorecard));
    assert_eq!(taken(crate::card(&grid, &with_list, "bac-ninh")), card);
    // What does not add up is said once, and nothing is taken over.
    let wrong = text.replacen("\t10\t5\t", "\t11\t5\t", 1);
    assert_ne!(wrong, text);
    let errors = read(&wrong).finish().unwrap_err();
    assert!(matches!(
        kinds(&errors).as_slice(),
        [FindingKind::PartsDoNotAddUp { .. }]
    ));
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
