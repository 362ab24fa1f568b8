//! Files as people have them, made after public reports about other programs (`cases/README.md`): each
//! is read by the functions that the page reads it by, and must give the value that a reader sees.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a broken file must stop the tests"
)]

#[path = "cases/cards.rs"]
mod cards;
#[path = "cases/indices.rs"]
mod indices;
#[expect(dead_code, reason = "archives in odd forms are the other tests' own")]
#[path = "workbooks/kit.rs"]
mod kit;
#[path = "cases/lists.rs"]
mod lists;
#[path = "cases/office.rs"]
mod office;
#[path = "cases/results.rs"]
mod results;

use dti_engine::calculator::earned_points;
use dti_engine::model::{Assessment, Edition};
use dti_formats::{
    AssessmentDraft, BookRemark, Choices, Draft, Finding, FindingKind, Grid, OldFont, OwnCatalogue,
    best_sheet, read_assessment, read_csv, with_origins,
};
use dti_workbooks::reading::workbook;
use std::fs;
use std::sync::Arc;

/// A case of this name.
fn file(name: &str) -> Vec<u8> {
    let path = format!(
        "{}/tests/workbooks/cases/{name}",
        env!("CARGO_MANIFEST_DIR")
    );
    fs::read(path).unwrap()
}

/// An edition, with what a reader brought before.
fn edition_with(id: &str, part: OwnCatalogue) -> Arc<Edition> {
    let catalogue = dti_formats::official_catalogue_with(part).unwrap();
    Arc::clone(catalogue.edition(id).unwrap())
}

fn edition() -> Arc<Edition> {
    edition_with("2022", OwnCatalogue::default())
}

/// The table of a file, and what was left out of its workbook.
fn table(name: &str, edition: &Edition) -> (Grid, Vec<BookRemark>) {
    let bytes = file(name);
    let (grid, remarks) = match name.ends_with(".csv") {
        true => (read_csv(&bytes).unwrap(), Vec::new()),
        false => {
            let book = workbook(&bytes).unwrap();
            let best = best_sheet(&book.sheets, edition).unwrap();
            (
                with_origins(&book.sheets[best].1, &book.sheets),
                book.remarks,
            )
        }
    };
    let font = OldFont::of(&grid);
    (
        font.map_or_else(|| grid.clone(), |font| font.to_unicode(&grid)),
        remarks,
    )
}

/// A scorecard of a unit.
fn card(grid: &Grid, edition: &Edition, unit: &str) -> AssessmentDraft {
    read_assessment(
        grid,
        edition,
        unit,
        &Choices::default(),
        |framework, node, raw| earned_points(framework, node, raw).ok(),
    )
}

/// What is taken over, or all that stands in the way.
#[track_caller]
fn taken<T>(draft: Draft<T>) -> T {
    draft
        .finish()
        .unwrap_or_else(|errors| panic!("{errors:#?}"))
}

fn kinds(findings: &[Finding]) -> Vec<&FindingKind> {
    findings.iter().map(|finding| &finding.kind).collect()
}

/// Own and verified value of a component, as texts.
fn values(card: &Assessment, id: &str) -> [String; 2] {
    let row = card.rows.iter().find(|row| row.indicator == id);
    let row = row.unwrap_or_else(|| panic!("{id}: {card:#?}"));
    let text = |value: &Option<_>| value.as_ref().map(dti_formats::raw_value_text);
    [text(&row.own), text(&row.verified)].map(Option::unwrap_or_default)
}
