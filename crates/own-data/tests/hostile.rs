//! Everything that reads what others wrote, given what nobody should write: nothing may panic. `cargo xtask audit fuzz` runs the same with many more cases.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a failing helper fails its test"
)]

#[path = "hostile/deeds.rs"]
mod deeds;
#[path = "hostile/files.rs"]
mod files;

use dti_engine::calculator::{
    Calculator, parse_decimal, parse_gain, parse_max_points, parse_score,
};
use dti_engine::model::Exact;
use dti_formats::{Grid, parse_framework, parse_project, parse_rule};
use proptest::prelude::*;
use proptest::test_runner::{FileFailurePersistence, TestCaseResult, TestRunner};
use std::sync::LazyLock;

static CALCULATOR: LazyLock<Calculator> = LazyLock::new(|| dti_formats::official().unwrap());

/// As many cases as the environment says, else few: these tests run with every change. What fails
/// is noted beside its file, and comes first from then on.
fn config(few: u32) -> ProptestConfig {
    ProptestConfig {
        cases: many().unwrap_or(few),
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..ProptestConfig::default()
    }
}

/// Runs a property whose cases open a page each: what that counts with stays in memory for good, so of many
/// cases it is one in twenty. `proptest!` would take the environment's number as it is.
fn run_pages<S: Strategy>(few: u32, given: S, test: impl Fn(S::Value) -> TestCaseResult) {
    let config = ProptestConfig {
        cases: many().map_or(few, |many| many.div_ceil(20)),
        source_file: Some(file!()),
        ..config(few)
    };
    if let Err(failed) = TestRunner::new(config).run(&given, test) {
        panic!("{failed}");
    }
}

/// How many cases the environment asks for.
fn many() -> Option<u32> {
    std::env::var("PROPTEST_CASES").ok()?.parse().ok()
}

/// Numbers as people, programs and attackers write them.
fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{0,40}[.,]?[0-9]{0,40}",
        "[-+ ]?[0-9]{0,3}([.,'\u{a0} ][0-9]{1,3}){0,6}[eE]?[-+]?[0-9]{0,4}",
        "(NaN|inf|-?0|0x1f|１２|٣|½|1e999|\u{202e}0,5| 0,45 |0..5|,|\\.)",
        any::<String>(),
        any::<f64>().prop_map(|value| value.to_string()),
    ]
}

/// Fragments: noise, and our own grammar with noise in it.
fn fragment() -> impl Strategy<Value = String> {
    let id = || "(bac-giang|hue|ha-noi|society|awareness|foundation|2022|2024-34|[a-z._-]{0,9})";
    let entry = (id(), id(), "[kp]{0,2}", number());
    let entries = prop::collection::vec(
        entry
            .prop_map(|(unit, indicator, kind, value)| format!("{unit}.{indicator}:{kind}{value}")),
        0..6,
    );
    let key = "(v|e|u|s|w|r|t|d|seed|lang|theme|panel|show|locked|api|saved|[a-z]{0,5})";
    let pairs = prop::collection::vec((key, number()), 0..6);
    let own = (entries, pairs, id(), id()).prop_map(|(entries, pairs, edition, unit)| {
        let rest: String = pairs
            .iter()
            .map(|(key, value)| format!("&{key}={value}"))
            .collect();
        format!("#v=1&e={edition}&u={unit}&s={}{rest}", entries.join(","))
    });
    prop_oneof![3 => own, 1 => any::<String>(), 1 => "#?(%[0-9A-Fa-f]{0,2}|[&=,:.#?]){0,200}"]
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn a_number_is_read_or_refused(text in number(), decimals in 0_u32..8) {
        if let Ok(score) = parse_score(&text) {
            prop_assert!((Exact::ZERO..=Exact::ONE).contains(&score.value()), "{text}");
        }
        if let Ok(value) = parse_decimal(&text, decimals) {
            prop_assert_eq!(value.rounded(decimals), value, "{}", text);
        }
        parse_max_points(&text).ok();
        parse_gain(&text).ok();
        Exact::from_plain_text(&text, decimals);
    }

    #[test]
    fn a_text_is_a_file_or_a_fault(text in any::<String>(), json in "[\\[\\]{}\",:0-9a-z.eE+-]{0,200}") {
        for text in [&text, &json] {
            parse_framework("x", text).ok();
            parse_project("x", text).ok();
            parse_rule(text);
            Grid::unpack(text);
        }
    }
}
