//! Indices of one's own.

use crate::file;
use dti_engine::calculator::Calculator;
use dti_engine::model::{Exact, Scenario, Standings};
use dti_formats::parse_index;

/// The calculator with an index, and its edition.
fn loaded(text: &str) -> (Calculator, String) {
    let mut calculator = dti_formats::official().unwrap();
    let index = parse_index("own.json", text).unwrap();
    let id = calculator.load(index.edition()).unwrap();
    (calculator, id)
}

fn text(name: &str) -> String {
    String::from_utf8(file(name)).unwrap()
}

/// Rank and unrounded score by the order of the file's units.
fn standings(text: &str) -> Vec<(u32, Exact)> {
    let (calculator, id) = loaded(text);
    let standings: Standings = calculator.simulate(&Scenario::baseline(&id)).unwrap();
    let rows = 0..standings.standings.len();
    rows.map(|row| standings.of(row).unwrap())
        .map(|own| (own.rank, own.unrounded))
        .collect()
}

fn ranks(text: &str) -> Vec<u32> {
    standings(text).into_iter().map(|(rank, _)| rank).collect()
}

#[test]
fn equal_roots_are_ties() {
    assert_eq!(ranks(&text("h15-geometric-tie.json")), [4, 1, 1, 4, 1]);
}

#[test]
fn what_differs_unrounded_has_ranks_and_decimals_of_its_own() {
    let text = text("h16-ties-unrounded.json");
    assert_eq!(ranks(&text), [2, 2, 2, 5, 1, 6, 6]);
    let (calculator, id) = loaded(&text);
    let scenario = Scenario::baseline(&id);
    let verdict = calculator.open(&scenario).unwrap().verdict(0).unwrap();
    assert_eq!(verdict.digits.score, 6);
}

#[test]
fn what_the_file_says_and_does_not_come_out_is_told() {
    let (calculator, id) = loaded(&text("h17-published-differs.json"));
    let found = calculator.mismatches(&id).unwrap();
    assert_eq!(found.len(), 1);
    let edition = calculator.edition(&id).unwrap();
    let given = edition.given_for("b").unwrap();
    assert_eq!(given.total, Some((Exact::decimal(76, 2), 2)));
}

#[test]
fn a_unit_without_values_has_zero_or_no_rank_as_the_rule_says() {
    let zero = text("h18-unit-without-values.json");
    let found = standings(&zero);
    assert_eq!(found[2], (5, Exact::ZERO));
    let rescale = zero.replace("\"missing\": \"zero\"", "\"missing\": \"rescale\"");
    assert_ne!(rescale, zero);
    let index = parse_index("own.json", &rescale).unwrap();
    assert_eq!(index.unranked()[0].vi, "Thiếu cả hai");
    assert_eq!(ranks(&rescale).len(), 4);
}
