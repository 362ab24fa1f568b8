//! The laws of the method, on random scenarios, with the slow second computation as oracle.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing helper fails its test"
)]

mod as_case;
mod oracle;

use as_case::as_case;
use dti_engine::analysis::{Rounding, Weights, rank};
use dti_engine::calculator::Calculator;
use dti_engine::model::{
    Entry, Exact, Kind, MaxPoints, Origin, Override, Points, Rivals, Scenario, Score, Standings,
};
use dti_formats::link::{self, Link, Privacy};
use oracle::Oracle;
use proptest::prelude::*;
use std::sync::LazyLock;

static CALCULATOR: LazyLock<Calculator> = LazyLock::new(|| dti_formats::official().unwrap());

const EDITIONS: [&str; 4] = ["2022", "2023", "2024", "2024-34"];
const NODES: [&str; 10] = [
    "awareness",
    "institutions",
    "infrastructure",
    "workforce",
    "security",
    "government",
    "economy",
    "society",
    "foundation",
    "activity",
];

fn edition() -> impl Strategy<Value = &'static str> {
    prop::sample::select(EDITIONS.to_vec())
}

/// A score in ten-thousandths; the ends are likelier than chance, and so are round numbers.
fn ten_thousandths() -> impl Strategy<Value = i64> {
    prop_oneof![1 => Just(0), 1 => Just(10_000), 3 => (0..=20_i64).prop_map(|n| n * 500), 5 => 0..=10_000_i64]
}

fn rivals() -> impl Strategy<Value = Rivals> {
    prop_oneof![
        3 => Just(Rivals::Frozen),
        1 => Just(Rivals::Trend),
        2 => (-5_000..=5_000_i64).prop_map(Rivals::Gain),
    ]
}

prop_compose! {
    fn one_override(edition: &'static str)(
        unit in any::<prop::sample::Index>(),
        node in prop::sample::select(NODES.to_vec()),
        units in ten_thousandths(),
        as_points in prop::bool::weighted(0.3),
        known in prop::bool::weighted(0.25),
    ) -> Override {
        let units_of = CALCULATOR.edition(edition).unwrap().units();
        let kind = if known { Kind::Known } else { Kind::WhatIf };
        let entry = if as_points {
            Entry::Points(Points::entered(units as f64 / 100.0).unwrap())
        } else {
            Entry::Score(Score::entered(units as f64 / 10_000.0).unwrap())
        };
        // Few units, so that several overrides meet on one.
        let unit = units_of[unit.index(units_of.len()) / 8 * 8].id.clone();
        Override { unit, indicator: node.to_owned(), entry, kind }
    }
}

prop_compose! {
    fn scenario()(edition in edition())(
        overrides in prop::collection::vec(one_override(edition), 0..4),
        maxima in prop::collection::btree_map(prop::sample::select(NODES[..8].to_vec()), 1_u32..=400, 0..3),
        rivals in rivals(),
        asked in any::<prop::sample::Index>(),
        edition in Just(edition),
        is_asked in any::<bool>(),
    ) -> Scenario {
        let units = CALCULATOR.edition(edition).unwrap().units();
        let maxima = maxima.into_iter().map(|(node, max)| {
            (node.to_owned(), MaxPoints::try_new(max).unwrap())
        });
        Scenario {
            edition: edition.to_owned(),
            unit: is_asked.then(|| units[asked.index(units.len())].id.clone()),
            overrides,
            max_points: maxima.collect(),
            rivals,
        }
    }
}

fn units_4dp(value: Exact) -> i64 {
    assert_eq!(value.rounded(4), value, "scores are rounded");
    value.round_half_up(4)
}

fn origin(theirs: oracle::Origin) -> Origin {
    match theirs {
        oracle::Origin::Published => Origin::Published,
        oracle::Origin::Derived => Origin::Derived,
        oracle::Origin::Estimated => Origin::Estimated,
        oracle::Origin::Entered => Origin::Entered,
    }
}

/// Every number of the standings equals the oracle's, row by row.
fn expect_same(ours: &Standings, theirs: &[oracle::Row], edition: &str, ids: &[String]) {
    let framework = CALCULATOR.edition(edition).unwrap().framework();
    assert_eq!(ours.standings.len(), theirs.len());
    for (own, row) in ours.standings.iter().zip(theirs) {
        let place = format!("{edition} {}", row.unit);
        assert_eq!(ids[own.position], row.unit, "order in {edition}");
        assert_eq!(units_4dp(own.score), row.score_4dp, "score of {place}");
        assert_eq!(
            u64::from(own.rank),
            u64::try_from(row.rank).unwrap(),
            "rank of {place}"
        );
        assert_eq!(
            units_4dp(own.baseline_score),
            row.baseline_score_4dp,
            "{place}"
        );
        assert_eq!(
            u64::from(own.baseline_rank),
            u64::try_from(row.baseline_rank).unwrap()
        );
        for (pillar, result) in framework.pillars().iter().zip(&own.pillars) {
            let other = &row.pillars[&pillar.id];
            assert_eq!(
                units_4dp(result.score),
                other.score_4dp,
                "{} of {place}",
                pillar.id
            );
            assert_eq!(u64::from(result.rank), u64::try_from(other.rank).unwrap());
        }
        for node in framework.mains() {
            let (id, value) = (&framework.indicator(node).id, own.card.value(node).unwrap());
            let other = &row.indicators[id];
            let distance = value.score.to_f64() - oracle::numbers::approximately(&other.score);
            assert!(distance.abs() < 1e-12, "{id} of {place}: {:?}", value.score);
            assert_eq!(
                value.origin,
                origin(other.origin),
                "origin of {id} of {place}"
            );
        }
    }
    assert_eq!(
        ours.estimated,
        theirs.iter().any(|row| row.estimated),
        "estimated in {edition}"
    );
}

fn ids(edition: &str) -> Vec<String> {
    CALCULATOR
        .edition(edition)
        .unwrap()
        .units()
        .iter()
        .map(|unit| unit.id.clone())
        .collect()
}

/// As many cases as a usual run has time for, or more where `cargo xtask audit sessions` asks.
fn cases() -> ProptestConfig {
    let many = std::env::var("PROPTEST_CASES").ok();
    let many = many.and_then(|many| many.parse().ok());
    ProptestConfig::with_cases(many.unwrap_or(80))
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn simulations_equal_the_slow_second_computation(scenario in scenario()) {
        let ours = CALCULATOR.simulate(&scenario);
        let theirs = Oracle::load().simulate(&as_case(&scenario));
        match (ours, theirs) {
            (Ok(ours), Ok(theirs)) => {
                expect_same(&ours, &theirs, &scenario.edition, &ids(&scenario.edition));
            }
            (Err(ours), Err(theirs)) => {
                // With several faults in one scenario either may be named first.
                if scenario.overrides.len() == 1 && scenario.rivals != Rivals::Trend {
                    prop_assert_eq!(ours.code().as_str(), theirs.code, "{} / {}", ours, theirs.why);
                }
            }
            (ours, theirs) => prop_assert!(false, "{ours:?} against {theirs:?}"),
        }
    }

    #[test]
    fn mergers_equal_the_slow_second_computation(scenario in scenario(), weighted in any::<bool>()) {
        prop_assume!(scenario.edition != "2024-34");
        let scenario = Scenario { overrides: scenario.overrides, ..Scenario::baseline(&scenario.edition) };
        let weights = if weighted { Weights::Population(2024) } else { Weights::Equal };
        let ours = CALCULATOR.merge(&scenario, weights);
        let theirs = Oracle::load().merge(&scenario.edition, weighted, &as_case(&scenario).overrides);
        match (ours, theirs) {
            (Ok(ours), Ok(theirs)) => expect_same(&ours, &theirs, &scenario.edition, &ids("2024-34")),
            (Err(_), Err(_)) => {}
            (ours, theirs) => prop_assert!(false, "{ours:?} against {theirs:?}"),
        }
    }

    #[test]
    fn raising_a_value_never_lowers_the_score_or_the_rank(
        edition in edition(),
        unit in any::<prop::sample::Index>(),
        node in prop::sample::select(NODES[..8].to_vec()),
        values in (ten_thousandths(), ten_thousandths()),
    ) {
        let ids = ids(edition);
        let position = unit.index(ids.len());
        let at = |units: i64| {
            let supposed = Override {
                unit: ids[position].clone(),
                indicator: node.to_owned(),
                entry: Entry::Score(Score::entered(units as f64 / 10_000.0).unwrap()),
                kind: Kind::WhatIf,
            };
            let scenario = Scenario::baseline(edition).with_override(supposed);
            CALCULATOR.simulate(&scenario).unwrap().of(position).unwrap().clone()
        };
        let (low, high) = (at(values.0.min(values.1)), at(values.0.max(values.1)));
        prop_assert!(low.score <= high.score);
        prop_assert!(low.rank >= high.rank);
    }

    #[test]
    fn a_units_own_published_values_change_nothing(
        edition in edition(), unit in any::<prop::sample::Index>(), nodes in any::<u8>(),
    ) {
        let ids = ids(edition);
        let file = CALCULATOR.edition(edition).unwrap();
        let position = unit.index(ids.len());
        let mut scenario = Scenario::baseline(edition);
        for (bit, (node, figure)) in file.rows()[position].indicators.iter().enumerate() {
            if nodes >> bit & 1 == 1 {
                scenario = scenario.with_override(Override {
                    unit: ids[position].clone(),
                    indicator: file.framework().indicator(*node).id.clone(),
                    entry: Entry::Score(Score::try_new(figure.value).unwrap()),
                    kind: Kind::WhatIf,
                });
            }
        }
        let standings = CALCULATOR.simulate(&scenario).unwrap();
        for standing in &standings.standings {
            prop_assert_eq!(standing.score, standing.baseline_score);
            prop_assert_eq!(standing.rank, standing.baseline_rank);
        }
    }

    #[test]
    fn a_parent_that_is_set_equals_the_sum_of_its_children(
        edition in edition(), unit in any::<prop::sample::Index>(), units in ten_thousandths(),
        group in prop::sample::select(vec!["foundation", "activity"]),
    ) {
        let ids = ids(edition);
        let position = unit.index(ids.len());
        let framework = CALCULATOR.edition(edition).unwrap().framework();
        let score = Score::entered(units as f64 / 10_000.0).unwrap();
        let scenario = Scenario::baseline(edition).with_override(Override {
            unit: ids[position].clone(),
            indicator: group.to_owned(),
            entry: Entry::Score(score),
            kind: Kind::WhatIf,
        });
        let standings = CALCULATOR.simulate(&scenario).unwrap();
        let maxima = CALCULATOR.maxima(&scenario).unwrap();
        let card = &standings.of(position).unwrap().card;
        let node = framework.node(group).unwrap();
        let sum: Exact = framework
            .scored_children(node)
            .map(|child| card.score(child) * maxima.of_node(child))
            .sum();
        prop_assert_eq!(sum, score.value() * maxima.of_node(node));
    }

    #[test]
    fn ranks_follow_the_units_when_they_are_shuffled(
        units in prop::collection::vec(0..30_i64, 1..40), turn in any::<prop::sample::Index>(),
    ) {
        let scores: Vec<Exact> = units.iter().map(|&u| Exact::decimal(u, 4)).collect();
        let ranks = rank(&scores, Rounding::Decimals(4));
        for (score, place) in scores.iter().zip(&ranks) {
            let higher = scores.iter().filter(|other| *other > score).count();
            prop_assert_eq!(usize::try_from(*place).unwrap(), higher + 1);
        }
        let by = turn.index(scores.len());
        let (mut shuffled, mut expected) = (scores, ranks);
        shuffled.rotate_left(by);
        expected.rotate_left(by);
        prop_assert_eq!(rank(&shuffled, Rounding::Decimals(4)), expected);
    }

    #[test]
    fn a_link_round_trips(scenario in scenario(), target in prop::option::of(1..64_u32), seed in 0..1_u64 << 53) {
        let scenario = scenario.overrides.iter().fold(
            Scenario { overrides: Vec::new(), ..scenario.clone() },
            |kept, item| kept.with_override(item.clone()),
        );
        let unit = scenario.unit.clone().or_else(|| Some("hue".to_owned()));
        let link = Link { scenario: Scenario { unit, ..scenario }, target, seed, data: Some(1), ..Link::default() };
        let text = link::write(&link, Privacy::WithKnown).unwrap();
        prop_assert_eq!(link::read(&text), (link.clone(), Vec::new()));
        let (shared, _) = link::read(&link::write(&link, Privacy::ChoicesOnly).unwrap());
        prop_assert!(shared.scenario.overrides.iter().all(|item| item.kind == Kind::WhatIf));
    }
}

#[test]
fn estimates_keep_the_known_sum_and_stay_within_0_and_1() {
    for edition in EDITIONS {
        let file = CALCULATOR.edition(edition).unwrap();
        let standings = CALCULATOR.simulate(&Scenario::baseline(edition)).unwrap();
        let total = file.framework().total().value();
        for standing in &standings.standings {
            let card = &standing.card;
            let origins: Vec<_> = file.framework().mains().map(|n| card.origin(n)).collect();
            if !origins.contains(&Some(Origin::Estimated)) {
                continue;
            }
            let points: Exact = file
                .framework()
                .mains()
                .map(|n| card.score(n) * file.framework().indicator(n).max_points.value())
                .sum();
            assert_eq!(points, standing.score * total);
            assert!(
                file.framework()
                    .mains()
                    .all(|n| Score::try_new(card.score(n)).is_some())
            );
        }
    }
}

#[test]
fn the_error_of_the_estimates_is_the_oracles() {
    for (edition, expected) in [
        ("2022", 0.1196),
        ("2023", 0.1019),
        ("2024", 0.0839),
        ("2024-34", 0.0839),
    ] {
        let ours = CALCULATOR.estimate_error(edition).unwrap().unwrap();
        assert!(
            (ours - Oracle::load().estimate_error(edition)).abs() < 1e-12,
            "{edition}: {ours}"
        );
        assert!((ours - expected).abs() < 0.00005, "{edition}: {ours}");
    }
    assert_eq!(CALCULATOR.estimate_error("2021").unwrap(), None);
}
