//! The places around a unit and sweeps (docs/method.md), against the scorer.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing helper fails its test"
)]

use dti_engine::calculator::{Calculator, ErrorCode, Sweep, WeightSweep};
use dti_engine::model::{
    Entry, Exact, Kind, MaxPoints, Override, Rivals, Scenario, Score, Scorecard, Standings,
};
use dti_formats::link;
use proptest::prelude::*;
use std::sync::LazyLock;

static CALCULATOR: LazyLock<Calculator> = LazyLock::new(|| dti_formats::official().unwrap());

const MAINS: [&str; 8] = [
    "awareness",
    "institutions",
    "infrastructure",
    "workforce",
    "security",
    "government",
    "economy",
    "society",
];

/// The scenario of a fragment.
fn scenario(fragment: &str) -> Scenario {
    let (link, notices) = link::read(fragment);
    assert_eq!(notices, []);
    link.scenario
}

fn row(scenario: &Scenario) -> usize {
    let unit = scenario.unit.as_deref().unwrap();
    CALCULATOR
        .edition(&scenario.edition)
        .unwrap()
        .position(unit)
        .unwrap()
}

/// The scenario with another score for its unit.
fn with_score(scenario: &Scenario, indicator: &str, score: Exact) -> Scenario {
    scenario.with_override(Override {
        unit: scenario.unit.clone().unwrap(),
        indicator: indicator.to_owned(),
        entry: Entry::Score(Score::try_new(score).unwrap()),
        kind: Kind::WhatIf,
    })
}

fn with_max_points(scenario: &Scenario, indicator: &str, points: u32) -> Scenario {
    let mut scenario = scenario.clone();
    let points = MaxPoints::try_new(points).unwrap();
    scenario.max_points.insert(indicator.to_owned(), points);
    scenario
}

fn ahead(standings: &Standings, position: usize) -> Vec<usize> {
    let own = standings.of(position).unwrap().score;
    let ahead = standings.standings.iter().filter(|other| other.score > own);
    ahead.map(|other| other.position).collect()
}

fn rank(scenario: &Scenario) -> u32 {
    CALCULATOR
        .simulate(scenario)
        .unwrap()
        .of(row(scenario))
        .unwrap()
        .rank
}

#[test]
fn fixture_6_pair_robustness_of_the_first_five_of_2022() {
    let around = |unit: &str| {
        let scenario = scenario(&format!("e=2022&u={unit}"));
        CALCULATOR.neighbourhood(&scenario).unwrap().robustness
    };
    let rounded = |value: Option<Exact>| value.map(|value| value.round_half_up(4));
    let order = [
        "da-nang",
        "ho-chi-minh",
        "quang-ninh",
        "thua-thien-hue",
        "can-tho",
    ];
    let expected = [9941, 1320, 457, 593];
    for (pair, expected) in order.windows(2).zip(expected) {
        assert_eq!(rounded(around(pair[0]).below), Some(expected), "{pair:?}");
        assert_eq!(rounded(around(pair[1]).above), Some(expected), "{pair:?}");
    }
    assert_eq!(around("da-nang").above, None);
    assert!(!around("da-nang").estimated && around("bac-giang").estimated);
    assert_eq!(around("bac-kan").below, None);
}

#[test]
fn among_ties_the_pairs_are_with_the_units_that_the_answer_names() {
    // Ties of the published tables, with the pair of the one that stands second by its id.
    for (edition, unit, level, above) in [
        ("2022", "yen-bai", "thanh-hoa", Some(2_797)),
        ("2022", "thanh-hoa", "yen-bai", None),
        ("2023", "phu-yen", "an-giang", None),
        ("2024", "yen-bai", "bac-giang", None),
    ] {
        let asked = scenario(&format!("e={edition}&u={unit}"));
        let around = CALCULATOR.neighbourhood(&asked).unwrap();
        let file = CALCULATOR.edition(edition).unwrap();
        let standings = CALCULATOR.simulate(&asked).unwrap();
        let down = around.down.unwrap();
        assert_eq!(file.units()[down.position].id, level, "{edition} {unit}");
        assert_eq!(down.points, Exact::ZERO);
        let up = standings.of(around.up[0].position).unwrap();
        assert!(
            up.score > around.score,
            "{edition} {unit}: a level unit is not up"
        );
        if let Some(above_share) = above {
            let share = around.robustness.above.unwrap();
            assert_eq!(share.round_half_up(6), above_share, "{edition} {unit}");
            assert_eq!(around.robustness.below, None, "{edition} {unit}");
        }
    }
}

#[test]
fn fixture_4_the_climb_of_hue_to_the_third_place() {
    let around = CALCULATOR
        .neighbourhood(&scenario("e=2022&u=thua-thien-hue"))
        .unwrap();
    let places: Vec<u32> = around.up.iter().map(|climb| climb.places).collect();
    assert_eq!(places, [1, 2, 3]);
    let first = around.up.first().unwrap();
    let quang_ninh = row(&scenario("e=2022&u=quang-ninh"));
    assert_eq!((first.position, first.rank), (quang_ninh, 3));
    assert_eq!(first.points, Exact::decimal(49, 1));
}

#[test]
fn the_last_has_nobody_below_and_the_first_nobody_above() {
    let last = CALCULATOR
        .neighbourhood(&scenario("e=2022&u=bac-kan"))
        .unwrap();
    assert_eq!((last.rank, last.down), (63, None));
    assert_eq!(last.up.len(), 5);
    let first = CALCULATOR
        .neighbourhood(&scenario("e=2022&u=da-nang"))
        .unwrap();
    assert!(first.up.is_empty() && first.down.is_some());
}

#[test]
fn the_points_of_every_climb_and_fall_are_the_scorers() {
    for edition in ["2022", "2023", "2024-34"] {
        let standings = CALCULATOR.simulate(&Scenario::baseline(edition)).unwrap();
        let file = CALCULATOR.edition(edition).unwrap();
        let total = file.framework().total().value();
        let rank_with = |position: usize, score: Exact| {
            let others = standings
                .standings
                .iter()
                .filter(|s| s.position != position);
            1 + others.filter(|other| other.score > score).count()
        };
        for unit in file.units() {
            let asked = scenario(&format!("e={edition}&u={}", unit.id));
            let around = CALCULATOR.neighbourhood(&asked).unwrap();
            let position = row(&asked);
            let step = Exact::decimal(1, 4);
            for climb in &around.up {
                let reached = around.score + climb.points.div_or(total, Exact::ZERO);
                let rank = u32::try_from(rank_with(position, reached)).unwrap();
                assert_eq!(rank, climb.rank);
                assert!(rank <= around.rank - climb.places);
                let short = u32::try_from(rank_with(position, reached - step)).unwrap();
                assert!(short > around.rank - climb.places);
            }
            if let Some(down) = around.down {
                let kept = around.score - down.points.div_or(total, Exact::ZERO);
                let [kept, fallen] = [kept, kept - step].map(|score| rank_with(position, score));
                assert_eq!(u32::try_from(kept).unwrap(), around.rank);
                assert!(fallen > kept, "{}", unit.id);
            }
        }
    }
}

#[test]
fn the_middle_of_the_table_is_crowded() {
    let around = CALCULATOR
        .neighbourhood(&scenario("e=2022&u=bac-giang"))
        .unwrap();
    for zone in &around.crowd {
        assert!(zone.units >= 1 && zone.from <= zone.to && zone.to <= 63);
    }
    assert!(around.crowd.is_sorted_by_key(|zone| zone.from));
    assert!(!around.crowd.is_empty());
}

#[test]
fn a_question_about_nobody_is_refused() {
    let nobody = Scenario::baseline("2022");
    let error = CALCULATOR.neighbourhood(&nobody).unwrap_err();
    assert_eq!(error.code(), ErrorCode::BadInput);
    assert!(error.to_string().contains("set `unit`"), "{error}");
    assert_eq!(
        CALCULATOR.sweep_indicator(&nobody, "society").unwrap_err(),
        error
    );
    let asked = scenario("e=2022&u=bac-giang");
    let error = CALCULATOR
        .sweep_max_points(&asked, "activity", 10)
        .unwrap_err();
    assert_eq!(error.code(), ErrorCode::UnknownIndicator);
}

/// Every crossing holds from its value on and not a ten-thousandth below it.
#[track_caller]
fn expect_crossings(asked: &Scenario, indicator: &str, sweep: &Sweep) {
    let position = row(asked);
    let at = |score: Exact| {
        CALCULATOR
            .simulate(&with_score(asked, indicator, score))
            .unwrap()
    };
    let rank = |standings: &Standings| standings.of(position).unwrap().rank;
    assert_eq!(rank(&at(Exact::ZERO)), sweep.rank_at_lowest);
    assert_eq!(rank(&at(Exact::ONE)), sweep.rank_at_highest);
    let mut last = sweep.rank_at_lowest;
    for crossing in &sweep.crossings {
        let (below, from) = (at(crossing.at - Exact::decimal(1, 4)), at(crossing.at));
        let place = format!("{asked:?} {indicator} {crossing:?}");
        assert_eq!(rank(&below), crossing.rank_before, "{place}");
        assert_eq!(rank(&from), crossing.rank_after, "{place}");
        assert_eq!(crossing.rank_before, last, "{place}");
        let (was_ahead, is_ahead) = (ahead(&below, position), ahead(&from, position));
        let mut passed = was_ahead;
        passed.retain(|other| !is_ahead.contains(other));
        passed.sort_unstable();
        let mut given = crossing.passed.clone();
        given.sort_unstable();
        assert_eq!(given, passed, "{place}");
        last = crossing.rank_after;
    }
    assert_eq!(last, sweep.rank_at_highest);
    assert!(
        sweep
            .crossings
            .is_sorted_by(|first, second| first.at < second.at)
    );
}

#[test]
fn the_society_of_bac_giang_2022_carries_it_up_place_by_place() {
    let asked = scenario("e=2022&u=bac-giang");
    let sweep = CALCULATOR.sweep_indicator(&asked, "society").unwrap();
    assert_eq!(
        (sweep.start, sweep.start_rank),
        (Exact::decimal(3348, 4), 9)
    );
    assert!(!sweep.estimated && sweep.rank_at_lowest > 9 && sweep.rank_at_highest < 9);
    expect_crossings(&asked, "society", &sweep);
    // The next place up, Thái Nguyên, is 2.9 points away: .0193 of 150, less half a unit.
    let up = sweep
        .crossings
        .iter()
        .find(|crossing| crossing.rank_before == 9)
        .unwrap();
    assert!(
        up.at > Exact::decimal(353, 3) && up.at < Exact::decimal(3542, 4),
        "{up:?}"
    );
    assert!(
        CALCULATOR
            .sweep_indicator(&asked, "awareness")
            .unwrap()
            .estimated
    );
}

#[test]
fn the_ends_of_a_sweep_are_exact_where_all_is_at_one_end() {
    let all = |value: u8| {
        let items: Vec<String> = MAINS[..7]
            .iter()
            .map(|main| format!("ho-chi-minh.{main}:{value}"))
            .collect();
        scenario(&format!("e=2022&u=ho-chi-minh&s={}", items.join(",")))
    };
    for value in [0, 1] {
        let sweep = CALCULATOR.sweep_indicator(&all(value), "society").unwrap();
        expect_crossings(&all(value), "society", &sweep);
    }
}

/// The rank in a run, or `None` in a gap.
fn rank_of(sweep: &WeightSweep, points: u32) -> Option<u32> {
    let run = sweep
        .runs
        .iter()
        .find(|run| (run.from..=run.to).contains(&points));
    run.map(|run| run.rank)
}

#[test]
fn maxima_from_0_to_400_give_the_scorers_ranks_for_all_indicators() {
    let asked = scenario("e=2022&u=bac-giang&s=bac-giang.society:0.45&r=gain:5");
    for indicator in MAINS {
        let sweep = CALCULATOR.sweep_max_points(&asked, indicator, 400).unwrap();
        let own = if indicator == "government" {
            200
        } else {
            sweep.start
        };
        assert_eq!(sweep.start, own);
        assert_eq!(rank_of(&sweep, sweep.start), Some(sweep.start_rank));
        let mut before: Option<Vec<usize>> = None;
        for points in (0..=400).step_by(7) {
            let expected = rank(&with_max_points(&asked, indicator, points));
            assert_eq!(
                rank_of(&sweep, points),
                Some(expected),
                "{indicator} {points}"
            );
        }
        for run in &sweep.runs {
            let position = row(&asked);
            let at = |points| {
                let standings = CALCULATOR.simulate(&with_max_points(&asked, indicator, points));
                ahead(&standings.unwrap(), position)
            };
            let now = at(run.from);
            if run.from > 0 {
                before = Some(at(run.from - 1));
            }
            let before = before.as_deref().unwrap_or(&now);
            let sorted = |rows: &[usize]| {
                let mut rows = rows.to_vec();
                rows.sort_unstable();
                rows
            };
            let left = |rows: &[usize], others: &[usize]| {
                let left = rows.iter().filter(|row| !others.contains(row));
                sorted(&left.copied().collect::<Vec<_>>())
            };
            assert_eq!(
                sorted(&run.passed),
                left(before, &now),
                "{indicator} {run:?}"
            );
            assert_eq!(
                sorted(&run.passed_by),
                left(&now, before),
                "{indicator} {run:?}"
            );
        }
    }
}

#[test]
fn maxima_that_the_scorer_refuses_are_in_no_run() {
    // 60 points entered need a maximum of 60 at least.
    let asked = scenario("e=2022&u=bac-giang&s=bac-giang.society:p60");
    let sweep = CALCULATOR.sweep_max_points(&asked, "society", 100).unwrap();
    assert_eq!(sweep.runs.first().map(|run| run.from), Some(60));
    assert_eq!(rank_of(&sweep, 59), None);
    for points in [60, 61, 80, 100] {
        let expected = rank(&with_max_points(&asked, "society", points));
        assert_eq!(rank_of(&sweep, points), Some(expected));
    }
}

fn fragment() -> impl Strategy<Value = Scenario> {
    let editions = prop::sample::select(vec!["2022", "2023", "2024", "2024-34"]);
    let nodes = [&MAINS[..], &["activity"]].concat();
    let node = prop::sample::select(nodes);
    let item = (
        any::<prop::sample::Index>(),
        node,
        0..=100_u32,
        any::<bool>(),
        any::<bool>(),
    );
    let overrides = prop::collection::vec(item, 0..4);
    let rivals = prop_oneof![
        Just(Rivals::Frozen),
        Just(Rivals::Trend),
        (-2_000..2_000_i64).prop_map(Rivals::Gain)
    ];
    let maxima = prop::option::of((0..8_usize, 0..400_u32));
    let asked = any::<prop::sample::Index>();
    (editions, overrides, rivals, maxima, asked).prop_map(
        |(edition, overrides, rivals, maxima, asked)| {
            let units = CALCULATOR.edition(edition).unwrap().units();
            let asked = asked.get(units).id.clone();
            let mut scenario = Scenario::baseline(edition);
            for (unit, node, value, is_own, as_points) in overrides {
                let unit = if is_own {
                    asked.clone()
                } else {
                    unit.get(units).id.clone()
                };
                let kind = if as_points { 'p' } else { ' ' }.to_string();
                let value = if as_points {
                    f64::from(value) / 2.0
                } else {
                    f64::from(value) / 100.0
                };
                let item = format!("{unit}.{node}:{}{value}", kind.trim());
                let (link, _) = link::read(&format!("e={edition}&s={item}"));
                for new in link.scenario.overrides {
                    scenario = scenario.with_override(new);
                }
            }
            let max_points = maxima.map(|(main, points)| {
                (MAINS[main].to_owned(), MaxPoints::try_new(points).unwrap())
            });
            Scenario {
                unit: Some(asked),
                max_points: max_points.into_iter().collect(),
                rivals,
                ..scenario
            }
        },
    )
}

/// Pair robustness by its formula: A / (A + B).
fn share_that_holds(asked: &Scenario, ahead: &Scorecard, behind: &Scorecard) -> Option<Exact> {
    let file = CALCULATOR.edition(&asked.edition).unwrap();
    let framework = file.framework();
    let maxima = CALCULATOR.maxima(asked).unwrap();
    let mains = framework
        .mains()
        .filter(|&main| maxima.of_node(main) > Exact::ZERO);
    let leads: Vec<_> = mains
        .map(|main| (ahead.score(main) - behind.score(main), maxima.of_node(main)))
        .collect();
    let points: Exact = leads
        .iter()
        .map(|(lead, max_points)| *lead * *max_points)
        .sum();
    let lead = points.div_or(maxima.total(), Exact::ZERO);
    let other = leads
        .iter()
        .map(|(lead, _)| -*lead)
        .max()
        .unwrap()
        .max(Exact::ZERO);
    (lead > Exact::ZERO).then(|| lead.div_or(lead + other, Exact::ZERO))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn sweeps_of_an_indicator_are_the_scorers(
        asked in fragment(), main in prop::sample::select(MAINS.to_vec()),
    ) {
        prop_assume!(CALCULATOR.simulate(&asked).is_ok());
        match CALCULATOR.sweep_indicator(&asked, main) {
            Ok(sweep) => expect_crossings(&asked, main, &sweep),
            Err(error) => prop_assert_eq!(error.code(), ErrorCode::OutOfRange),
        }
    }

    #[test]
    fn sweeps_of_a_maximum_are_the_scorers(
        asked in fragment(), main in prop::sample::select(MAINS.to_vec()),
        points in prop::collection::vec(0..=400_u32, 8),
    ) {
        prop_assume!(CALCULATOR.simulate(&asked).is_ok());
        let sweep = CALCULATOR.sweep_max_points(&asked, main, 400).unwrap();
        for points in points {
            let standings = CALCULATOR.simulate(&with_max_points(&asked, main, points)).ok();
            let expected = standings.map(|standings| standings.of(row(&asked)).unwrap().rank);
            prop_assert_eq!(rank_of(&sweep, points), expected, "{} {}", main, points);
        }
    }

    #[test]
    fn neighbours_are_those_of_the_standings(asked in fragment()) {
        prop_assume!(CALCULATOR.simulate(&asked).is_ok());
        let standings = CALCULATOR.simulate(&asked).unwrap();
        let around = CALCULATOR.neighbourhood(&asked).unwrap();
        let own = standings.of(row(&asked)).unwrap();
        prop_assert_eq!((around.rank, around.score), (own.rank, own.score));
        for share in [around.robustness.above, around.robustness.below].into_iter().flatten() {
            prop_assert!(share > Exact::ZERO && share <= Exact::ONE);
        }
        let pair = |ahead: Option<usize>, behind: Option<usize>| {
            let cards = [ahead, behind].map(|row| row.map(|row| &standings.of(row).unwrap().card));
            let [Some(ahead), Some(behind)] = cards else { return None };
            share_that_holds(&asked, ahead, behind)
        };
        let position = Some(row(&asked));
        prop_assert_eq!(around.robustness.above, pair(around.up.first().map(|up| up.position), position));
        prop_assert_eq!(around.robustness.below, pair(position, around.down.map(|down| down.position)));
        for climb in &around.up {
            prop_assert!(climb.points > Exact::ZERO && climb.rank <= around.rank - climb.places);
        }
    }
}
