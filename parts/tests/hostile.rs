//! Everything that reads what others wrote, given what nobody should write: nothing may panic. `cargo xtask audit fuzz` runs the same with many more cases.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

#[path = "hostile/files.rs"]
mod files;

use dti_engine::calculator::{
    Calculator, parse_decimal, parse_gain, parse_max_points, parse_score,
};
use dti_engine::model::Exact;
use dti_formats::{Grid, parse_framework, parse_project, parse_rule};
use dti_parts::page::desk::Desk;
use dti_parts::page::{Asked, Event, EventKind, Markup};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use std::sync::LazyLock;

static CALCULATOR: LazyLock<Calculator> = LazyLock::new(|| dti_formats::official().unwrap());

/// As many cases as the environment says, else few: these tests run with every change. What fails
/// is noted beside its file, and comes first from then on.
fn config(few: u32) -> ProptestConfig {
    let many = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: many.and_then(|many| many.parse().ok()).unwrap_or(few),
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..ProptestConfig::default()
    }
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

/// What a control of the desk could say it does.
fn deed() -> impl Strategy<Value = String> {
    let verb = "(open|card set|card tick|card go|card step|card more|card view|import use|import apply|import paste|\
                export csv|export json|export delete|index example|index begin|index remove|[a-z]{0,6} ?[a-z]{0,6})";
    let object = "(card|import|society[.]1 self value|society[.]1 self figure a|society[.]1 self period 9|\
                   example-rules-2025|results-vi|project|moon|[ -~]{0,12}|\\PC{0,6})";
    (verb, object).prop_map(|(verb, object)| format!("desk {verb} {object}").trim_end().to_owned())
}

/// A question with a fragment.
fn asked(saved: &str, fragment: &str) -> Asked {
    let fragment = fragment.trim_start_matches('#');
    Asked::unpack(&[saved, "bac-giang", fragment].join("\u{1e}"))
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
            Markup::unpack(text);
            Asked::unpack(text);
        }
    }
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn the_desk_takes_whatever_happens(
        start in prop_oneof![Just("e=2022&u=bac-giang".to_owned()), fragment()],
        events in prop::collection::vec((0_u8..5, deed(), number()), 1..12),
        kept in any::<String>(),
    ) {
        let mut desk = Desk::new(dti_formats::official_bytes(), &kept).unwrap();
        for (kind, deed, value) in &events {
            let kind = match kind {
                0 => EventKind::Click,
                1 => EventKind::Input,
                2 => EventKind::Change,
                3 => EventKind::Key,
                _ => EventKind::Leave,
            };
            desk.take_in(&Event { kind, deed, value });
            desk.markup(&asked(&kept, &start));
            desk.news();
        }
    }
}
