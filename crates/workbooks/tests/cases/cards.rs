//! Scorecards.

use crate::{card, edition_with, file, kinds, table, taken, values};
use dti_formats::{
    Cell, Choices, FindingKind, Form, OwnCatalogue, components_part, csv, example_part,
    read_assessment, read_component_list, read_csv,
};

const EXAMPLE: &str = "example-rules-2025";
const PLACE: &str = "example-place-a";

#[test]
fn percent_in_a_scorecard_is_a_share() {
    let edition = edition_with(EXAMPLE, example_part(EXAMPLE).unwrap());
    let (grid, _) = table("h04-percent-cells-scorecard.xlsx", &edition);
    let card = taken(card(&grid, &edition, PLACE));
    let framework = edition.framework();
    for (number, own, verified) in [
        ("2.1", "70/100", "65/100"),
        ("2.2", "75/100", "72/100"),
        ("2.3", "88.75/100", "88/100"),
    ] {
        let numbered = |node| framework.indicator(node).number.as_deref() == Some(number);
        let node = framework.nodes().find(|node| numbered(*node)).unwrap();
        assert_eq!(
            values(&card, &framework.indicator(node).id),
            [own, verified]
        );
    }
}

#[test]
fn a_number_of_a_component_is_read_as_it_is_shown() {
    let edition = edition_with("2022", OwnCatalogue::default());
    let (grid, _) = table("h05-list-first.xlsx", &edition);
    let list = taken(read_component_list(
        &grid,
        edition.framework(),
        &Choices::default(),
    ));
    let part = components_part(edition.framework(), &list).unwrap();
    let edition = edition_with("2022", part);
    let (grid, _) = table("h05-scorecard-1.10-shown.xlsx", &edition);
    let card = taken(card(&grid, &edition, "bac-giang"));
    assert_eq!(values(&card, "awareness.10"), ["7.5", ""]);
    assert_eq!(values(&card, "awareness.2"), ["4", ""]);
    assert!(card.rows.iter().all(|row| row.indicator != "awareness.1"));
}

#[test]
fn a_row_that_is_left_out_stands_in_no_way() {
    let edition = edition_with(EXAMPLE, example_part(EXAMPLE).unwrap());
    let (grid, _) = table("h06-shares-as-date-cells.xlsx", &edition);
    let choices = Choices {
        left_out: vec![1, 3],
        ..Choices::default()
    };
    let draft = read_assessment(&grid, &edition, PLACE, &choices, |_, _, _| None);
    let errors: Vec<_> = draft.errors().collect();
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].row, Some(2));
}

#[test]
fn dates_that_a_spreadsheet_made_are_refused_with_their_place() {
    let edition = edition_with(EXAMPLE, example_part(EXAMPLE).unwrap());
    let (grid, _) = table("h06-shares-as-date-cells.xlsx", &edition);
    let draft = card(&grid, &edition, PLACE);
    let errors: Vec<_> = draft.errors().collect();
    assert_eq!(errors.len(), 3);
    for (error, row) in errors.into_iter().zip(1..) {
        assert!(matches!(error.kind, FindingKind::DateInstead(_)));
        assert_eq!((error.row, error.column), (Some(row), Some(2)));
    }
}

#[test]
fn a_share_survives_a_spreadsheet_and_comes_back() {
    let edition = edition_with(EXAMPLE, example_part(EXAMPLE).unwrap());
    let typed = read_csv(&file("h06-shares-as-typed.csv")).unwrap();
    let first = taken(card(&typed, &edition, PLACE));
    let cells = |row: &Vec<String>| row.iter().map(|text| Cell::Text(text.clone())).collect();
    let rows: Vec<Vec<Cell>> = typed.rows.iter().map(cells).collect();
    for form in [Form::Vietnamese, Form::International] {
        let written = csv(&rows, form);
        for share in ["3/4", "9/10", "12/35"] {
            assert!(
                written.contains(&format!("\"=\"\"{share}\"\"\"")),
                "{written}"
            );
        }
        let again = read_csv(written.as_bytes()).unwrap();
        assert_eq!(taken(card(&again, &edition, PLACE)), first);
    }
    let findings = card(&typed, &edition, PLACE).findings;
    assert_eq!(kinds(&findings), Vec::<&FindingKind>::new());
}
