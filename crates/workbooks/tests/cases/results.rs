//! Tables of results.

use crate::{edition, kinds, table, taken};
use dti_engine::model::ResultsTable;
use dti_formats::{
    BookRemarkKind, Choices, FindingKind, Meaning, UnitAnswer, read_results, results_change,
};

/// What a table of 2022 holds, where nothing stands in the way.
#[track_caller]
fn read(name: &str) -> ResultsTable {
    let edition = edition();
    let (grid, _) = table(name, &edition);
    taken(read_results(&grid, &edition, &Choices::default()))
}

/// A table with a row for each unit and no figure other than the published one.
#[track_caller]
fn expect_published(table: &ResultsTable, figures: usize) {
    let change = results_change(&edition(), table);
    assert_eq!((change.units, change.replaced), (63, 0), "{change:?}");
    assert_eq!(change.confirmed, figures);
    assert_eq!(change.from_estimated, 0);
}

#[test]
fn the_sheet_that_shows_is_read_and_the_hidden_one_named() {
    let (_, remarks) = table("h01-hidden-first-sheet.xlsx", &edition());
    assert_eq!(remarks[0].kind, BookRemarkKind::HiddenSheet);
    assert_eq!(remarks[0].sheet, "Nháp 2021");
    expect_published(&read("h01-hidden-first-sheet.xlsx"), 63 * 5);
}

#[test]
fn hidden_rows_and_columns_are_left_out_and_named() {
    for (name, kind, ranges) in [
        (
            "h02-hidden-column.xlsx",
            BookRemarkKind::HiddenColumns,
            vec![(2, 2)],
        ),
        (
            "h02-hidden-rows.xlsx",
            BookRemarkKind::HiddenRows,
            vec![(2, 2), (12, 12), (27, 27)],
        ),
    ] {
        let (_, remarks) = table(name, &edition());
        let remark = remarks.iter().find(|remark| remark.kind == kind).unwrap();
        assert_eq!(remark.ranges, ranges);
        expect_published(&read(name), 63 * 5);
    }
}

#[test]
fn the_number_of_a_footnote_is_no_digit() {
    let edition = edition();
    let (grid, remarks) = table("h03-superscript.xlsx", &edition);
    assert!(remarks.iter().any(|own| own.kind == BookRemarkKind::Lifted));
    let mut choices = Choices::default();
    let open = read_results(&grid, &edition, &choices).questions;
    choices.units.extend(open.iter().map(|question| UnitAnswer {
        row: question.row,
        unit: Some("lang-son".to_owned()),
    }));
    let read = taken(read_results(&grid, &edition, &choices));
    expect_published(&read, 63 * 5);
}

#[test]
fn csv_in_every_form_is_read_whole() {
    for (name, figures) in [
        ("h07-space-before-quotes.csv", 63 * 5),
        ("h08-ragged-semicolons.csv", 63),
        ("h11-headings-run-together.csv", 63 * 5),
    ] {
        expect_published(&read(name), figures);
    }
    let edition = edition();
    let (grid, _) = table("h11-headings-run-together.csv", &edition);
    let draft = read_results(&grid, &edition, &Choices::default());
    let known = |column: &&dti_formats::Column| column.meaning != Meaning::Ignored;
    assert_eq!(draft.columns.iter().filter(known).count(), 7);
}

#[test]
fn letters_of_old_fonts_are_read() {
    expect_published(&read("h09-tcvn3.xlsx"), 63 * 5);
}

#[test]
fn archives_of_other_programs_are_read() {
    for name in ["h10-zip64.xlsx", "h10-backslash.xlsx"] {
        expect_published(&read(name), 63 * 5);
    }
}

#[test]
fn an_equals_sign_before_a_rank_is_a_tie() {
    let table = read("h14-rank-equals.csv");
    let tied = table.rows.iter().filter(|row| row.rank == Some(15));
    assert_eq!(tied.count(), 2);
    assert!(table.rows.iter().all(|row| row.rank.is_some()));
}

#[test]
fn a_column_of_another_year_is_remarked() {
    let edition = edition();
    let (grid, _) = table("h23-year-column-says-2023.csv", &edition);
    let draft = read_results(&grid, &edition, &Choices::default());
    let other = FindingKind::OtherYear {
        written: 2023,
        year: 2022,
    };
    assert!(kinds(&draft.findings).contains(&&other));
    expect_published(&taken(draft), 63);
}
