//! The exact fixtures of the method (docs/method.md), asked through the front door.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_engine::analysis::Weights;
use dti_engine::calculator::{Calculator, CalculatorError, ErrorCode};
use dti_engine::model::{
    Entry, Exact, Kind, Node, Origin, Override, Rivals, Scenario, Score, Standing, Standings,
};
use std::sync::LazyLock;

static CALCULATOR: LazyLock<Calculator> = LazyLock::new(|| dti_formats::official().unwrap());

fn supposed(unit: &str, indicator: &str, score: f64, kind: Kind) -> Override {
    let entry = Entry::Score(Score::entered(score).unwrap());
    Override {
        unit: unit.to_owned(),
        indicator: indicator.to_owned(),
        entry,
        kind,
    }
}

fn simulate(scenario: &Scenario) -> Standings {
    CALCULATOR.simulate(scenario).unwrap()
}

#[track_caller]
fn of<'a>(standings: &'a Standings, unit: &str) -> &'a Standing {
    let position = CALCULATOR
        .edition(&standings.edition)
        .unwrap()
        .position(unit)
        .unwrap();
    standings.of(position).unwrap()
}

#[track_caller]
fn of_34<'a>(standings: &'a Standings, unit: &str) -> &'a Standing {
    let position = CALCULATOR
        .edition("2024-34")
        .unwrap()
        .position(unit)
        .unwrap();
    standings.of(position).unwrap()
}

fn units(score: f64) -> Exact {
    Exact::from_decimal_float(score, 4).unwrap()
}

#[track_caller]
fn expect_rank(unit: &str, edition: &str, rank: u32) {
    let standings = simulate(&Scenario::baseline(edition));
    assert_eq!(of(&standings, unit).rank, rank, "{unit} {edition}");
}

#[track_caller]
fn expect_refused(scenario: &Scenario, code: ErrorCode) -> String {
    let error = CALCULATOR.simulate(scenario).unwrap_err();
    assert_eq!(error.code(), code, "{error}");
    error.to_string()
}

#[test]
fn fixture_1_the_published_total_and_the_sum_differ_by_a_residual() {
    let standings = simulate(&Scenario::baseline("2022"));
    let recomputed = |unit: &str| of(&standings, unit).card.score(Node::ROOT);
    assert_eq!(recomputed("da-nang"), Exact::decimal(800_175, 6));
    assert_eq!(of(&standings, "da-nang").score, units(0.8002));
    assert_eq!(recomputed("ho-chi-minh"), Exact::decimal(716_355, 6));
    assert_eq!(of(&standings, "ho-chi-minh").score, units(0.7163));
}

#[test]
fn fixture_2_pillars_and_their_ranks() {
    let standings = simulate(&Scenario::baseline("2022"));
    let scores = of(&standings, "quang-ninh")
        .pillars
        .iter()
        .map(|p| p.score)
        .collect::<Vec<_>>();
    assert_eq!(scores, [0.7804, 0.7187, 0.6864].map(units));
    let ranks = of(&standings, "bac-ninh")
        .pillars
        .iter()
        .map(|p| p.rank)
        .collect::<Vec<_>>();
    assert_eq!(ranks, [10, 5, 7]);
    expect_rank("bac-giang", "2022", 9);
    expect_rank("bac-kan", "2022", 63);
    let on_file = |edition: &str, unit: &str| {
        let file = CALCULATOR.edition(edition).unwrap();
        file.rows()[file.position(unit).unwrap()].clone()
    };
    let rank = |edition: &str, unit: &str| on_file(edition, unit).rank.unwrap().value;
    assert_eq!(rank("2021", "bac-giang"), Exact::whole(10));
    assert_eq!(rank("2020", "bac-giang"), Exact::whole(10));
    assert_eq!(rank("2021", "thai-nguyen"), Exact::whole(8));
    assert_eq!(rank("2020", "thai-nguyen"), Exact::whole(12));
    let pillars = on_file("2021", "thai-nguyen").pillars;
    let pillars: Vec<_> = pillars
        .into_iter()
        .map(|pillar| pillar.rank.unwrap().value)
        .collect();
    assert_eq!(pillars, [9, 5, 8].map(Exact::whole));
}

#[test]
fn fixture_3_ties_share_a_rank_and_the_next_is_skipped() {
    for (unit, edition, rank) in [
        ("thanh-hoa", "2022", 15),
        ("yen-bai", "2022", 15),
        ("an-giang", "2023", 59),
        ("phu-yen", "2023", 59),
    ] {
        expect_rank(unit, edition, rank);
    }
    for (edition, rank, missing) in [("2022", 17, 16), ("2023", 61, 60)] {
        let standings = simulate(&Scenario::baseline(edition)).standings;
        assert!(standings.iter().any(|s| s.rank == rank));
        assert!(standings.iter().all(|s| s.rank != missing));
    }
}

#[test]
fn fixture_7_the_merger_of_2024() {
    let standings = CALCULATOR
        .merge(&Scenario::baseline("2024"), Weights::Equal)
        .unwrap();
    assert_eq!(of_34(&standings, "ho-chi-minh").score, units(0.7770));
    expect_rank("da-nang", "2024", 2);
    assert_eq!(of_34(&standings, "da-nang").rank, 17);
    let published = simulate(&Scenario::baseline("2024-34"));
    for standing in &standings.standings {
        let row = published.of(standing.position).unwrap();
        assert_eq!((standing.score, standing.rank), (row.score, row.rank));
    }
    let by_population = CALCULATOR
        .merge(&Scenario::baseline("2024"), Weights::Population(2024))
        .unwrap();
    let gain = of_34(&by_population, "ho-chi-minh").score - units(0.7770);
    assert!(gain > units(0.025) && gain < units(0.035), "{gain:?}");
}

#[test]
fn fixture_8_known_and_what_if_are_two_questions() {
    let asked = |kind| {
        Scenario::baseline("2022").with_override(supposed("bac-giang", "awareness", 0.80, kind))
    };
    let standings = simulate(&asked(Kind::Known));
    let known = of(&standings, "bac-giang");
    assert_eq!((known.score, known.rank), (units(0.6440), 9));
    assert!(!standings.estimated);
    let standings = simulate(&asked(Kind::WhatIf));
    let what_if = of(&standings, "bac-giang");
    assert_eq!((what_if.score, what_if.rank), (units(0.6336), 18));
    assert!(standings.estimated);
    let baseline = simulate(&Scenario::baseline("2022"));
    let framework = CALCULATOR.edition("2022").unwrap().framework();
    let awareness = of(&baseline, "bac-giang")
        .card
        .value(framework.node("awareness").unwrap());
    let awareness = awareness.unwrap();
    assert_eq!(
        (awareness.score.rounded(4), awareness.origin),
        (units(0.9043), Origin::Estimated)
    );
}

#[test]
fn known_first_then_what_if_moves_from_the_known_value() {
    let known = supposed("bac-giang", "awareness", 0.80, Kind::Known);
    let what_if = supposed("bac-giang", "awareness", 0.90, Kind::WhatIf);
    let scenario = Scenario::baseline("2022")
        .with_override(what_if)
        .with_override(known);
    let standings = simulate(&scenario);
    // 100 of 1000 points, up by 0.1: ten points above the published .6440.
    assert_eq!(of(&standings, "bac-giang").score, units(0.6540));
    assert!(!standings.estimated);
}

#[test]
fn all_at_1_is_exactly_1_and_all_at_0_exactly_0() {
    let nodes = [
        "awareness",
        "institutions",
        "infrastructure",
        "workforce",
        "security",
        "activity",
    ];
    for (value, total) in [(1.0, Exact::ONE), (0.0, Exact::ZERO)] {
        let everything = nodes
            .iter()
            .fold(Scenario::baseline("2022"), |scenario, node| {
                scenario.with_override(supposed("ho-chi-minh", node, value, Kind::WhatIf))
            });
        assert_eq!(of(&simulate(&everything), "ho-chi-minh").score, total);
    }
}

#[test]
fn refusals_say_what_is_possible() {
    let with = |item| Scenario::baseline("2022").with_override(item);
    let on_file = with(supposed("da-nang", "awareness", 0.5, Kind::Known));
    let sentence = expect_refused(&on_file, ErrorCode::Unavailable);
    assert!(sentence.contains("published already"), "{sentence}");
    expect_refused(
        &with(supposed("da-nang", "foundation", 0.5, Kind::Known)),
        ErrorCode::Unavailable,
    );
    expect_refused(
        &with(supposed("da-nang", "smart_city", 0.5, Kind::WhatIf)),
        ErrorCode::Unavailable,
    );
    expect_refused(
        &with(supposed("da-nang", "total", 0.5, Kind::WhatIf)),
        ErrorCode::UnknownIndicator,
    );
    expect_refused(
        &with(supposed("hue", "society", 0.5, Kind::WhatIf)),
        ErrorCode::UnknownUnit,
    );
    expect_refused(&Scenario::baseline("2019"), ErrorCode::UnknownEdition);
    expect_refused(&Scenario::baseline("2021"), ErrorCode::Unavailable);
    let trend = Scenario {
        rivals: Rivals::Trend,
        ..Scenario::baseline("2022")
    };
    expect_refused(&trend, ErrorCode::Unavailable);
    let gain = Scenario {
        rivals: Rivals::Gain(100_001),
        ..Scenario::baseline("2022")
    };
    expect_refused(&gain, ErrorCode::OutOfRange);
}

#[test]
fn of_several_impossible_known_figures_the_last_with_a_range_is_told() {
    let known = |indicator, score| supposed("binh-duong", indicator, score, Kind::Known);
    // Whatever security is, workforce of .25 leaves more points than the others can take.
    let scenario = Scenario::baseline("2024")
        .with_override(known("security", 0.8741))
        .with_override(known("workforce", 0.25));
    assert_eq!(
        expect_refused(&scenario, ErrorCode::OutOfRange),
        "`workforce` of `binh-duong` cannot be 0.25: with the other entries kept it can be 0.6231 \
         to 1"
    );
    for (score, is_possible) in [(0.623, false), (0.6231, true), (1.0, true)] {
        let tried = scenario.with_override(known("workforce", score));
        assert_eq!(CALCULATOR.simulate(&tried).is_ok(), is_possible, "{score}");
    }
    // Where no single figure can make up for the others, the miss is told.
    let far = scenario.with_override(known("security", 0.0));
    let far = far.with_override(known("awareness", 0.0));
    let sentence = expect_refused(&far, ErrorCode::OutOfRange);
    assert!(sentence.contains("points too low"), "{sentence}");
}

#[test]
fn a_group_keeps_what_was_entered_and_says_what_it_can_reach() {
    let scenario = Scenario::baseline("2022")
        .with_override(supposed("da-nang", "society", 0.2, Kind::WhatIf))
        .with_override(supposed("da-nang", "activity", 0.97, Kind::WhatIf));
    // Society holds 30 of 150 points, so 500 x .97 = 485 is out of reach: 380 of 500 at most.
    let error = CALCULATOR.simulate(&scenario).unwrap_err();
    assert!(matches!(
        &error,
        CalculatorError::Unreachable { high, .. } if *high == Exact::decimal(76, 2)
    ));
    assert_eq!(
        error.to_string(),
        "`activity` of `da-nang` cannot be 0.97: with the other entries kept it can be 0.06 to 0.76"
    );
}
