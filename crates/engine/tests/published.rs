//! The official results: every rank and score on file comes out of the unedited calculator.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing helper fails its test"
)]

use dti_engine::calculator::Calculator;
use dti_engine::model::{Exact, Scenario};

fn calculator() -> Calculator {
    dti_formats::official().unwrap()
}

/// Unedited, an edition reproduces every published rank and score to the digit.
#[track_caller]
fn expect_published(edition: &str, units: usize, ranks_on_file: usize) {
    let calculator = calculator();
    let standings = calculator.simulate(&Scenario::baseline(edition)).unwrap();
    let file = calculator.edition(edition).unwrap();
    assert_eq!(standings.standings.len(), units);
    assert!(!standings.estimated);
    let mut ranks = 0;
    for standing in &standings.standings {
        let unit = &file.units()[standing.position].id;
        let row = &file.rows()[standing.position];
        assert_eq!(
            Some(standing.score),
            row.total.as_ref().map(|f| f.value),
            "{unit}"
        );
        assert_eq!(standing.score, standing.baseline_score, "{unit}");
        assert_eq!(standing.rank, standing.baseline_rank, "{unit}");
        if let Some(rank) = &row.rank {
            assert_eq!(Exact::whole(i64::from(standing.rank)), rank.value, "{unit}");
            ranks += 1;
        }
    }
    assert_eq!(ranks, ranks_on_file);
}

#[test]
fn edition_2022_gives_all_63_ranks() {
    expect_published("2022", 63, 63);
}

#[test]
fn edition_2023_gives_all_63_ranks() {
    expect_published("2023", 63, 63);
}

#[test]
fn edition_2024_gives_the_61_ranks_on_file() {
    expect_published("2024", 63, 61);
}

#[test]
fn edition_2024_34_gives_all_34_ranks() {
    expect_published("2024-34", 34, 34);
}
