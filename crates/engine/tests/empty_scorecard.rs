//! A unit of one's own begins without figures and comes to a total.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_engine::calculator::{Calculator, ComponentCard};
use dti_engine::model::{Answer, Assessed, Assessment, Exact, RawValue, Scenario};
use dti_formats::{commune_set, empty_scorecard, parse_index};

/// The communes' set of Hồ Chí Minh City with one ward and no figures.
fn ward() -> Calculator {
    let set = commune_set("commune-hcmc-2026").unwrap();
    let document = empty_scorecard(&set, "ward", "Phường của tôi");
    let index = parse_index("own.json", &document).unwrap();
    let mut calculator = dti_formats::official().unwrap();
    calculator.load(index.edition()).unwrap();
    calculator
}

fn card(calculator: &Calculator, rows: &[(&str, RawValue)]) -> ComponentCard {
    let row = |(indicator, raw): &(&str, RawValue)| Assessed {
        indicator: (*indicator).to_owned(),
        own: Some(raw.clone()),
        ..Assessed::default()
    };
    let own = Assessment {
        edition: "ward".into(),
        unit: "ours".into(),
        rows: rows.iter().map(row).collect(),
    };
    let scenario = Scenario::baseline("ward");
    calculator.component_card(&scenario, 0, &own).unwrap()
}

/// Points by main indicator, and how many of its components are known and at the maximum.
fn sums(card: &ComponentCard) -> Vec<(i64, usize, usize)> {
    let sum = |points: Exact| points.round_half_up(2);
    let mains = card.mains.iter();
    mains
        .map(|main| (sum(main.own.points), main.at_max, main.known))
        .collect()
}

#[test]
fn a_ward_comes_from_nothing_to_a_total() {
    let calculator = ward();
    let empty = card(&calculator, &[]);
    assert_eq!(empty.standing.score, Exact::ZERO);
    assert_eq!(sums(&empty), [(0, 0, 0); 8]);
    let ratio = |a, b| RawValue::ratio(Exact::whole(a), Exact::whole(b));
    let yes = RawValue::Answer(Answer::Yes);
    let some = card(
        &calculator,
        &[
            // At the jump: 5 of 5. All of two parts: 2 of 2. One of three parts: 2 of 4.
            ("government.28", ratio(3, 4)),
            ("institutions.10.a", yes.clone()),
            ("institutions.10.b", yes.clone()),
            ("infrastructure.14.a", yes),
            // On time, on time, late, none: 1.25 of 2.
            (
                "institutions.7",
                RawValue::Listed(
                    ["on_time", "on_time", "late", "none"]
                        .map(String::from)
                        .to_vec(),
                ),
            ),
        ],
    );
    assert!(some.faults.is_empty());
    let mut expected = [(0, 0, 0); 8];
    expected[1] = (325, 1, 2);
    expected[2] = (200, 0, 0);
    expected[5] = (500, 1, 1);
    assert_eq!(sums(&some), expected);
    assert_eq!(some.standing.score, Exact::decimal(1025, 4));
}
