//! The exact fixtures of the method come out of the oracle, so that the oracle can be trusted.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a gap must stop the test"
)]

mod oracle;

use oracle::numbers::{Number, decimal, distance, fraction, one, ten_thousandths, whole, zero};
use oracle::{Amount, Case, Kind, Oracle, Origin, Override, Rivals, Row};

fn number(text: &str) -> Number {
    decimal(text).unwrap()
}

#[track_caller]
fn row_of<'rows>(rows: &'rows [Row], unit: &str) -> &'rows Row {
    rows.iter().find(|row| row.unit == unit).unwrap()
}

#[track_caller]
fn expect_rank(edition: &str, unit: &str, score_4dp: i64, rank: usize) {
    expect_outcome(&Case::of(edition), unit, score_4dp, rank);
}

#[track_caller]
fn expect_outcome(case: &Case, unit: &str, score_4dp: i64, rank: usize) -> Row {
    let rows = Oracle::load().simulate(case).unwrap();
    let row = row_of(&rows, unit).clone();
    assert_eq!(
        (row.score_4dp, row.rank),
        (score_4dp, rank),
        "{case:?}: {row:?}"
    );
    row
}

#[track_caller]
fn expect_refusal(case: &Case, code: &str) {
    let refusal = Oracle::load().simulate(case).unwrap_err();
    assert_eq!(refusal.code, code, "{case:?}: {}", refusal.why);
}

#[test]
fn fixture_1_recomputed_totals_of_da_nang_and_ho_chi_minh() {
    let oracle = Oracle::load();
    let maxima = oracle.official_maxima("2022");
    for (unit, expected, published) in [
        ("da-nang", "0.800175", "0.8002"),
        ("ho-chi-minh", "0.716355", "0.7163"),
    ] {
        let values = oracle.complete("2022", unit);
        assert!(
            values
                .values()
                .all(|value| value.origin == Origin::Published)
        );
        assert_eq!(
            Oracle::recomputed(&values, &maxima),
            number(expected),
            "{unit}"
        );
        assert_eq!(oracle.published("2022", unit), &number(published), "{unit}");
    }
}

#[test]
fn fixture_2_pillars_of_quang_ninh_and_pillar_ranks_of_bac_ninh() {
    let rows = Oracle::load().simulate(&Case::of("2022")).unwrap();
    let names = ["government", "economy", "society"];
    let quang_ninh = &row_of(&rows, "quang-ninh").pillars;
    let bac_ninh = &row_of(&rows, "bac-ninh").pillars;
    assert_eq!(
        names.map(|name| quang_ninh[name].score_4dp),
        [7804, 7187, 6864]
    );
    assert_eq!(names.map(|name| bac_ninh[name].rank), [10, 5, 7]);
    expect_rank("2022", "bac-giang", 6440, 9);
    expect_rank("2022", "bac-kan", 3941, 63);
}

#[test]
fn fixture_3_ties_share_a_rank_and_the_next_is_skipped() {
    for (edition, first, second, rank) in [
        ("2022", "thanh-hoa", "yen-bai", 15),
        ("2023", "an-giang", "phu-yen", 59),
    ] {
        let rows = Oracle::load().simulate(&Case::of(edition)).unwrap();
        assert_eq!(row_of(&rows, first).rank, rank);
        assert_eq!(row_of(&rows, second).rank, rank);
        let mut others = rows.iter().map(|row| row.rank);
        assert!(
            others.all(|other| other != rank + 1),
            "rank {} is skipped",
            rank + 1
        );
        assert!(rows.iter().any(|row| row.rank == rank + 2));
    }
}

#[test]
fn fixtures_4_and_5_hue_and_quang_ninh() {
    for (main, lift) in [
        ("government", "0.0245"),
        ("awareness", "0.0490"),
        ("economy", "0.0327"),
    ] {
        let now = Oracle::load()
            .figure("2022", "thua-thien-hue", main)
            .clone();
        let lifted = Override::what_if("thua-thien-hue", main, now + number(lift));
        let rows = Oracle::load()
            .simulate(&Case::of("2022").with(lifted))
            .unwrap();
        assert_eq!(row_of(&rows, "thua-thien-hue").rank, 3, "{main}");
    }
    expect_rank("2022", "thua-thien-hue", 6975, 4);
    expect_rank("2023", "thua-thien-hue", 7660, 3);
    expect_rank("2022", "quang-ninh", 7024, 3);
    expect_rank("2023", "quang-ninh", 7166, 12);
}

#[test]
fn fixture_7_the_merger_of_2024() {
    let oracle = Oracle::load();
    let rows = oracle.merge("2024", false, &[]).unwrap();
    assert_eq!(rows.len(), 34);
    assert_eq!(row_of(&rows, "ho-chi-minh").score_4dp, 7770);
    assert_eq!(row_of(&rows, "da-nang").rank, 17);
    expect_rank("2024", "da-nang", 8335, 2);
    let formers = &oracle.formers["ho-chi-minh"];
    let sum: Number = formers
        .iter()
        .map(|former| oracle.published("2024", former))
        .sum();
    assert_eq!(ten_thousandths(&(&sum / whole(3))), 7769);
    assert!(distance(&(sum / whole(3)), &number("0.77693")) < number("0.00001"));
    let weighted = oracle.merge("2024", true, &[]).unwrap();
    assert_eq!(row_of(&weighted, "ho-chi-minh").score_4dp, 8065);
}

#[test]
fn fixture_8_known_and_what_if_of_bac_giang() {
    let oracle = Oracle::load();
    let estimate = &oracle.complete("2022", "bac-giang")["awareness"];
    assert_eq!(
        (ten_thousandths(&estimate.score), estimate.origin),
        (9043, Origin::Estimated)
    );
    let known = Case::of("2022").with(Override::known("bac-giang", "awareness", number("0.8")));
    let row = expect_outcome(&known, "bac-giang", 6440, 9);
    assert!(!row.estimated);
    let what_if = Case::of("2022").with(Override::what_if("bac-giang", "awareness", number("0.8")));
    let row = expect_outcome(&what_if, "bac-giang", 6336, 18);
    assert!(row.estimated);
    let both = known.with(Override::what_if("bac-giang", "awareness", number("0.9")));
    let row = expect_outcome(&both, "bac-giang", 6540, 8);
    assert!(
        !row.estimated,
        "a what-if from a known value owes nothing to the estimates"
    );
}

#[test]
fn the_errors_of_the_estimates_are_those_of_the_method() {
    let oracle = Oracle::load();
    for (edition, expected) in [
        ("2022", 0.1196),
        ("2023", 0.1019),
        ("2024-34", 0.0839),
        ("2024", 0.0839),
    ] {
        let error = oracle.estimate_error(edition);
        assert!((error - expected).abs() < 0.000_06, "{edition}: {error}");
    }
}

#[test]
fn estimates_add_up_to_exactly_what_is_not_published() {
    let oracle = Oracle::load();
    for edition in ["2022", "2023", "2024"] {
        let maxima = oracle.official_maxima(edition);
        for unit in oracle.units(edition) {
            let values = oracle.complete(edition, &unit);
            let miss = Oracle::recomputed(&values, &maxima) - oracle.published(edition, &unit);
            let is_estimated = values
                .values()
                .any(|value| value.origin == Origin::Estimated);
            assert!(!is_estimated || miss == zero(), "{edition}, {unit}: {miss}");
            assert!(
                values
                    .values()
                    .all(|value| value.score >= zero() && value.score <= one())
            );
        }
    }
}

#[test]
fn an_empty_case_is_the_baseline() {
    let oracle = Oracle::load();
    for edition in ["2022", "2023", "2024", "2024-34"] {
        for row in oracle.simulate(&Case::of(edition)).unwrap() {
            let published = ten_thousandths(oracle.published(edition, &row.unit));
            assert_eq!(row.score_4dp, published, "{edition}: {row:?}");
            assert_eq!(row.rank, row.baseline_rank, "{edition}: {row:?}");
        }
    }
    for row in oracle.merge("2024", false, &[]).unwrap() {
        assert_eq!(
            row.score_4dp,
            ten_thousandths(oracle.published("2024-34", &row.unit))
        );
        assert_eq!(
            whole(i64::try_from(row.rank).unwrap()),
            *oracle.figure("2024-34", &row.unit, "rank")
        );
    }
}

#[test]
fn everything_at_one_is_exactly_one_and_at_zero_exactly_zero() {
    let oracle = Oracle::load();
    for (unit, edition) in [
        ("ho-chi-minh", "2022"),
        ("bac-giang", "2022"),
        ("ha-noi", "2024-34"),
    ] {
        for (end, score_4dp) in [(one(), 10_000), (zero(), 0)] {
            let groups = ["foundation", "activity"];
            let case = groups.into_iter().fold(Case::of(edition), |case, group| {
                case.with(Override::what_if(unit, group, end.clone()))
            });
            let rows = oracle.simulate(&case).unwrap();
            assert_eq!(row_of(&rows, unit).score_4dp, score_4dp, "{case:?}");
            let pillars = &row_of(&rows, unit).pillars;
            assert!(
                pillars.values().all(|pillar| pillar.score_4dp == score_4dp),
                "{pillars:?}"
            );
        }
    }
}

#[test]
fn entered_figures_may_miss_the_known_sum_by_rounding_only() {
    // Bắc Giang 2022: 644 - 55.86 - 129.56 - 116.46 - 50.22 = 291.90 points for four indicators.
    let typed = |security: &str| {
        [
            ("awareness", "0.8"),
            ("institutions", "0.8"),
            ("workforce", "0.7"),
            ("security", security),
        ]
        .into_iter()
        .map(|(main, score)| Override::known("bac-giang", main, number(score)))
        .fold(Case::of("2022"), Case::with)
    };
    for security in ["0.6190", "0.6180", "0.6200"] {
        let row = expect_outcome(&typed(security), "bac-giang", 6440, 9);
        assert!(!row.estimated);
    }
    expect_refusal(&typed("0.6179"), "out_of_range");
    expect_refusal(&typed("0.6201"), "out_of_range");
}

#[test]
fn a_change_of_a_former_province_moves_the_new_one_by_its_share() {
    let oracle = Oracle::load();
    // Hồ Chí Minh 2024: society .6857 -> .9857 is 45 of 940 points, a third of it for the new one.
    let more = [Override::what_if(
        "ho-chi-minh",
        "society",
        number("0.9857"),
    )];
    let rows = oracle.merge("2024", false, &more).unwrap();
    let expected = number("0.7770") + fraction(15, 940);
    assert_eq!(
        row_of(&rows, "ho-chi-minh").score_4dp,
        ten_thousandths(&expected)
    );
    let society = &row_of(&rows, "ho-chi-minh").indicators["society"];
    assert_eq!(
        (&society.score, society.origin),
        (&number("0.8024"), Origin::Entered)
    );
    // Bắc Ninh 2022: the mean of .6440 and .6736, and of the changed .6440 + .015.
    let more = [Override::what_if("bac-giang", "society", number("0.4348"))];
    let rows = oracle.merge("2022", false, &more).unwrap();
    let row = row_of(&rows, "bac-ninh");
    assert_eq!([row.baseline_score_4dp, row.score_4dp], [6588, 6663]);
}

#[test]
fn a_group_keeps_its_entered_members_and_meets_the_sum() {
    let case = Case::of("2022")
        .with(Override::what_if("bac-giang", "foundation", number("0.8")))
        .with(Override::known("bac-giang", "awareness", number("0.8")))
        .with(Override::what_if("bac-giang", "security", number("0.5")));
    let rows = Oracle::load().simulate(&case).unwrap();
    let values = &row_of(&rows, "bac-giang").indicators;
    assert_eq!(values["awareness"].score, number("0.8"));
    assert_eq!(values["security"].score, number("0.5"));
    let activity = ["government", "economy", "society"].map(|main| values[main].score.clone());
    let all: Number = values.values().map(|value| &value.score).sum();
    assert_eq!(
        all - activity.iter().sum::<Number>(),
        whole(4),
        "5 x .8, of 100 points each"
    );
    let too_much = Case::of("2022")
        .with(Override::what_if("bac-giang", "foundation", one()))
        .with(Override::what_if("bac-giang", "security", number("0.5")));
    expect_refusal(&too_much, "out_of_range");
}

#[test]
fn rivals_repeat_their_change_or_gain_points() {
    let oracle = Oracle::load();
    let asked = |rivals: Rivals| Case {
        unit: Some("quang-ninh".to_owned()),
        rivals,
        ..Case::of("2023")
    };
    let trend = oracle.simulate(&asked(Rivals::Trend)).unwrap();
    assert_eq!(
        row_of(&trend, "thua-thien-hue").score_4dp,
        7660 + (7660 - 6975)
    );
    assert_eq!(row_of(&trend, "quang-ninh").score_4dp, 7166);
    let gain = oracle.simulate(&asked(Rivals::Gain(number("10")))).unwrap();
    assert_eq!(row_of(&gain, "da-nang").score_4dp, 8340 + 100);
    let first_year = Case {
        rivals: Rivals::Trend,
        ..Case::of("2022")
    };
    expect_refusal(&first_year, "unavailable");
}

#[test]
fn changed_maxima_change_the_sum_that_is_divided_by() {
    let weighing = |main: &str, points: i64| Case {
        max_points: [(main.to_owned(), whole(points))].into(),
        ..Case::of("2022")
    };
    // 716.355 of 1000 become 716.355 + 50 x .8406 of 1050, and the residual -.000055 stays.
    let expected = ten_thousandths(&(number("758.385") / whole(1050) - number("0.000055")));
    expect_outcome(&weighing("government", 250), "ho-chi-minh", expected, 2);
    let rows = Oracle::load()
        .simulate(&weighing("awareness", 200))
        .unwrap();
    assert!(row_of(&rows, "bac-giang").estimated);
    assert!(!row_of(&rows, "ho-chi-minh").estimated);
}

#[test]
fn impossible_questions_are_refused() {
    let half = || fraction(1, 2);
    let too_fine = || number("0.12345");
    let known = |main: &str| Override::known("bac-giang", main, half());
    let what_if = |main: &str, score: Number| Override::what_if("bac-giang", main, score);
    let points = Amount::Points(whole(151));
    let asked = [
        (known("economy"), "unavailable"),
        (known("foundation"), "unavailable"),
        (what_if("total", half()), "unknown_indicator"),
        (what_if("economy", too_fine()), "out_of_range"),
        (
            Override::new("bac-giang", "economy", Kind::WhatIf, points),
            "out_of_range",
        ),
        (Override::what_if("hue", "economy", half()), "unknown_unit"),
    ];
    for (one, code) in asked {
        expect_refusal(&Case::of("2022").with(one), code);
    }
    let too_low = ["awareness", "security"].map(|main| Override::known("bac-giang", main, zero()));
    expect_refusal(
        &too_low.into_iter().fold(Case::of("2022"), Case::with),
        "out_of_range",
    );
    let twice = [known("awareness"), known("awareness")];
    expect_refusal(
        &twice.into_iter().fold(Case::of("2022"), Case::with),
        "bad_input",
    );
    expect_refusal(&Case::of("2021"), "unavailable");
    expect_refusal(&Case::of("1999"), "unknown_edition");
    let refused = Oracle::load().merge("2024-34", false, &[]).unwrap_err();
    assert_eq!(refused.code, "unavailable");
}
