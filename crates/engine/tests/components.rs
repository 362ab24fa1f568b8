//! Components under a scenario: official ones, lists, assessments, and what never leaves the device.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_engine::calculator::{
    Calculator, CalculatorError, Effort, PlanLevel, PlanQuestion, Target, assessed_overrides,
};
use dti_engine::model::{Entry, Exact, Kind, Level, Override, Scenario, Score, Standing};
use dti_formats::link::{self, Link, Privacy};
use dti_formats::{OwnCatalogue, example_assessments, example_part};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

fn with(part: OwnCatalogue) -> Calculator {
    dti_formats::official_with(part).unwrap()
}

static OFFICIAL: LazyLock<Calculator> = LazyLock::new(|| dti_formats::official().unwrap());
static COMMUNE: LazyLock<Calculator> =
    LazyLock::new(|| with(example_part("example-commune-2025").unwrap()));

fn assessed(indicator: &str, share: Exact) -> Override {
    Override {
        unit: "bac-giang".into(),
        indicator: indicator.to_owned(),
        entry: Entry::Share(Score::try_new(share).unwrap()),
        kind: Kind::Assessed,
    }
}

#[track_caller]
fn own(calculator: &Calculator, scenario: &Scenario) -> Standing {
    let edition = calculator.edition(&scenario.edition).unwrap();
    let position = edition.position("bac-giang").unwrap();
    calculator
        .simulate(scenario)
        .unwrap()
        .of(position)
        .unwrap()
        .clone()
}

#[track_caller]
fn score_of(calculator: &Calculator, scenario: &Scenario, indicator: &str) -> Exact {
    let framework = calculator.edition(&scenario.edition).unwrap().framework();
    own(calculator, scenario)
        .card
        .score(framework.node(indicator).unwrap())
}

#[test]
fn an_assessed_component_moves_its_main_indicator_by_its_share() {
    let baseline = Scenario::baseline("2022");
    let before = score_of(&OFFICIAL, &baseline, "society");
    assert_eq!(before, Exact::decimal(3348, 4));
    let third = Exact::fraction(1, 3);
    let scenario = baseline.with_override(assessed("society.1", third));
    // 20 of 150 points go from the main indicator's score to a third.
    let after = score_of(&OFFICIAL, &scenario, "society");
    assert_eq!(after, before + (third - before) * Exact::fraction(2, 15));
    // A what-if on the same component wins.
    let what_if = Override {
        kind: Kind::WhatIf,
        ..assessed("society.1", Exact::ONE)
    };
    let scenario = scenario.with_override(what_if);
    let after = score_of(&OFFICIAL, &scenario, "society");
    assert_eq!(
        after,
        before + (Exact::ONE - before) * Exact::fraction(2, 15)
    );
    // A parent that is set keeps what is entered.
    let half = Override {
        indicator: "society".into(),
        entry: Entry::Score(Score::entered(0.5).unwrap()),
        ..scenario.overrides[1].clone()
    };
    let scenario = scenario.with_override(half);
    assert_eq!(
        score_of(&OFFICIAL, &scenario, "society"),
        Exact::fraction(1, 2)
    );
    assert_eq!(score_of(&OFFICIAL, &scenario, "society.1"), Exact::ONE);
    assert_eq!(
        score_of(&OFFICIAL, &scenario, "society.2"),
        Exact::fraction(55, 130)
    );
    let impossible = Override {
        entry: Entry::Score(Score::entered(0.01).unwrap()),
        ..scenario.overrides[2].clone()
    };
    let error = OFFICIAL
        .simulate(&scenario.with_override(impossible))
        .unwrap_err();
    let CalculatorError::Unreachable {
        indicator,
        low,
        high,
        ..
    } = error
    else {
        unreachable!("{error}");
    };
    let range = (Exact::fraction(2, 15), Exact::ONE);
    assert_eq!((indicator.as_str(), (low, high)), ("society", range));
}

#[test]
fn all_components_entered_rest_on_no_estimate() {
    let mut scenario = Scenario::baseline("2022");
    for number in 1..=8 {
        scenario = scenario.with_override(assessed(&format!("society.{number}"), Exact::ONE));
        assert_eq!(own(&OFFICIAL, &scenario).estimated, number < 8);
    }
    assert_eq!(score_of(&OFFICIAL, &scenario, "society"), Exact::ONE);
}

fn plan(scenario: &Scenario, level: PlanLevel, locked: &[&str]) -> Vec<Level> {
    let question = PlanQuestion {
        scenario: Scenario {
            unit: Some("bac-giang".into()),
            ..scenario.clone()
        },
        target: Target::Rank(8),
        level,
        effort: Effort::Diminishing,
        costs: BTreeMap::new(),
        caps: BTreeMap::new(),
        locked: locked.iter().map(|&id| id.to_owned()).collect(),
    };
    let plan = OFFICIAL.plan(&question).unwrap();
    assert!(plan.is_feasible && plan.reached_rank.is_some_and(|rank| rank <= 8));
    assert!(!plan.steps.is_empty());
    let framework = OFFICIAL.edition(&scenario.edition).unwrap().framework();
    let steps = plan.steps.iter();
    steps
        .map(|step| framework.indicator(step.node).level)
        .collect()
}

#[test]
fn plans_step_through_the_level_that_is_asked_for_and_below_what_is_entered() {
    let baseline = Scenario::baseline("2022");
    let mains = plan(&baseline, PlanLevel::Main, &[]);
    assert!(mains.iter().all(|level| *level == Level::Main));
    let components = plan(&baseline, PlanLevel::Component, &[]);
    assert!(components.iter().all(|level| *level > Level::Main));
    // A main indicator cannot move past what is entered below it.
    let entered = baseline.with_override(assessed("society.1", Exact::ZERO));
    let rest = [
        "awareness",
        "institutions",
        "infrastructure",
        "workforce",
        "security",
        "government",
        "economy",
    ];
    let below = plan(&entered, PlanLevel::Main, &rest);
    assert!(below.iter().all(|level| *level > Level::Main));
}

#[test]
fn the_example_commune_adds_up_to_960_points() {
    let edition = COMMUNE.edition("example-commune-2025").unwrap();
    let framework = edition.framework();
    assert_eq!(framework.total().whole(), 960);
    let own = example_assessments(edition).unwrap().remove(0);
    let overrides = assessed_overrides(framework, &own).unwrap();
    let scenario = Scenario {
        overrides,
        ..Scenario::baseline(edition.id())
    };
    let standings = COMMUNE.simulate(&scenario).unwrap();
    assert_eq!((standings.standings.len(), standings.estimated), (5, false));
    let position = edition.position(&own.unit).unwrap();
    let standing = standings.of(position).unwrap();
    let points = |row: &dti_engine::model::Assessed| match row.counting().unwrap() {
        dti_engine::model::RawValue::Points(points) => *points,
        other => unreachable!("{other:?}"),
    };
    let sum: Exact = own.rows.iter().map(points).sum();
    assert_eq!(standing.unrounded * Exact::whole(960), sum);
}

prop_compose! {
    /// Some components with shares, none twice.
    fn entries()(
        picked in prop::sample::subsequence((1_u32..=8).collect::<Vec<_>>(), 1..=8),
        parts in prop::collection::vec((0_i64..=35, 35_i64..=97), 8),
    ) -> Vec<Override> {
        let numbers = picked.into_iter().zip(parts);
        numbers.map(|(number, (part, whole))| {
            assessed(&format!("society.{number}"), Exact::fraction(part, whole))
        }).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_order_of_entering_does_not_matter(
        (first, second) in entries()
            .prop_flat_map(|list| (Just(list.clone()), Just(list).prop_shuffle())),
    ) {
        let fold = |list: Vec<Override>| {
            list.into_iter().fold(Scenario::baseline("2022"), |s, item| s.with_override(item))
        };
        let (first, second) = (own(&OFFICIAL, &fold(first)), own(&OFFICIAL, &fold(second)));
        prop_assert_eq!(first, second);
    }

    #[test]
    fn the_total_follows_each_entry_by_its_points(list in entries()) {
        let framework = OFFICIAL.edition("2022").unwrap().framework();
        let mut scenario = Scenario::baseline("2022");
        let mut before = own(&OFFICIAL, &scenario);
        for item in list {
            let node = framework.node(&item.indicator).unwrap();
            let Entry::Share(share) = item.entry else { unreachable!() };
            let max_points = framework.indicator(node).max_points.value();
            let points = (share.value() - before.card.score(node)) * max_points;
            scenario = scenario.with_override(item);
            let after = own(&OFFICIAL, &scenario);
            let moved = (after.unrounded - before.unrounded) * Exact::whole(1000);
            prop_assert_eq!(moved, points);
            before = after;
        }
    }

    #[test]
    fn nothing_assessed_is_ever_in_a_public_link(list in entries(), known: bool) {
        let mut scenario = Scenario {
            unit: Some("hue".into()),
            overrides: list.clone(),
            ..Scenario::baseline("2022")
        };
        if known {
            scenario.overrides.push(Override {
                kind: Kind::Known,
                entry: Entry::Score(Score::entered(0.8).unwrap()),
                ..assessed("awareness", Exact::ONE)
            });
        }
        let own = Link { scenario, data: Some(1), has_named_components: true, ..Link::default() };
        let public = link::write(&own, Privacy::ChoicesOnly).unwrap();
        prop_assert!(!public.contains("society") && !public.contains("awareness"), "{}", public);
        let private = link::write(&own, Privacy::WithKnown).unwrap();
        prop_assert_eq!(link::read_private(&private), (own, Vec::new()));
        let (read, notices) = link::read(&private);
        prop_assert!(read.scenario.overrides.iter().all(|o| o.kind != Kind::Assessed));
        prop_assert_eq!(notices.len(), list.len());
    }
}
