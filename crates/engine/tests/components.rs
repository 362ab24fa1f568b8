//! Components under a scenario: slots, lists, assessments, and what never leaves the device.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_engine::calculator::{
    Calculator, CalculatorError, Effort, PlanQuestion, Target, assessed_overrides,
};
use dti_engine::model::{
    ComponentList, Entry, Exact, Kind, Level, ListedComponent, Override, Scenario, Score,
    SortedMap, Standing,
};
use dti_formats::link::{self, Link, Privacy};
use dti_formats::{
    OwnCatalogue, components_part, example_assessments, example_part, parse_rule, slots_part,
};
use proptest::prelude::*;
use std::sync::LazyLock;

fn with(part: OwnCatalogue) -> Calculator {
    dti_formats::official_with(part).unwrap()
}

static SLOTS: LazyLock<Calculator> = LazyLock::new(|| {
    with(slots_part(
        dti_formats::official()
            .unwrap()
            .edition("2022")
            .unwrap()
            .framework(),
    ))
});
static LISTED: LazyLock<Calculator> = LazyLock::new(|| {
    with(
        components_part(
            dti_formats::official()
                .unwrap()
                .edition("2022")
                .unwrap()
                .framework(),
            &awareness(),
        )
        .unwrap(),
    )
});
static COMMUNE: LazyLock<Calculator> =
    LazyLock::new(|| with(example_part("example-commune-2025").unwrap()));

/// Four components with rules below awareness, 100 points.
fn awareness() -> ComponentList {
    let row = |number: u32, points: u32, rule: &str| ListedComponent {
        id: format!("awareness.{number}"),
        parent: "awareness".into(),
        number: Some(format!("1.{number}")),
        max_points: points * 100,
        scored: true,
        rule: parse_rule(rule).unwrap(),
        ..ListedComponent::default()
    };
    ComponentList {
        framework: "dti-922".into(),
        rows: vec![
            row(1, 20, "levels 0 0.5 1"),
            row(2, 20, "steps 1:0.25 2:0.5 3:0.75 4:1"),
            row(3, 30, "ratio"),
            row(4, 30, "points"),
        ],
    }
}

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
fn slots_change_no_published_figure() {
    let official = dti_formats::official().unwrap();
    for edition in ["2022", "2023", "2024", "2024-34"] {
        let baseline = Scenario::baseline(edition);
        let rows = |calculator: &Calculator| -> Vec<_> {
            let standings = calculator.simulate(&baseline).unwrap().standings;
            standings
                .into_iter()
                .map(|s| (s.position, s.unrounded, s.rank, s.pillars))
                .collect()
        };
        assert_eq!(rows(&official), rows(&SLOTS), "{edition}");
    }
}

#[test]
fn hundredths_of_a_hundred_by_eleven() {
    let framework = SLOTS.edition("2022").unwrap().framework();
    let shares = |main: &str| -> Vec<u32> {
        let node = framework.node(main).unwrap();
        let slots = framework.scored_children(node);
        slots
            .map(|slot| framework.indicator(slot).max_points.hundredths())
            .collect()
    };
    assert_eq!(
        shares("institutions"),
        [[910].as_slice(), &[909; 10]].concat()
    );
    assert_eq!(
        shares("infrastructure"),
        [[1429; 4].as_slice(), &[1428; 3]].concat()
    );
    assert_eq!(shares("awareness"), [1000; 10]);
    assert_eq!(shares("smart_city"), [0; 0]);
}

#[test]
fn an_assessed_component_moves_its_main_indicator_by_its_share() {
    let baseline = Scenario::baseline("2022");
    let before = score_of(&SLOTS, &baseline, "society");
    assert_eq!(before, Exact::decimal(3348, 4));
    let third = Exact::fraction(1, 3);
    let scenario = baseline.with_override(assessed("society.1", third));
    // One of eight equal slots goes from the main's score to a third.
    let after = score_of(&SLOTS, &scenario, "society");
    assert_eq!(after, before + (third - before) * Exact::fraction(1, 8));
    // A what-if on the same slot wins.
    let what_if = Override {
        kind: Kind::WhatIf,
        ..assessed("society.1", Exact::ONE)
    };
    let scenario = scenario.with_override(what_if);
    let after = score_of(&SLOTS, &scenario, "society");
    assert_eq!(
        after,
        before + (Exact::ONE - before) * Exact::fraction(1, 8)
    );
    // A parent that is set keeps what is entered.
    let half = Override {
        indicator: "society".into(),
        entry: Entry::Score(Score::entered(0.5).unwrap()),
        ..scenario.overrides[1].clone()
    };
    let scenario = scenario.with_override(half);
    assert_eq!(
        score_of(&SLOTS, &scenario, "society"),
        Exact::fraction(1, 2)
    );
    assert_eq!(score_of(&SLOTS, &scenario, "society.1"), Exact::ONE);
    assert_eq!(
        score_of(&SLOTS, &scenario, "society.2"),
        Exact::fraction(3, 7)
    );
    let impossible = Override {
        entry: Entry::Score(Score::entered(0.01).unwrap()),
        ..scenario.overrides[2].clone()
    };
    let error = SLOTS
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
    let range = (Exact::fraction(1, 8), Exact::ONE);
    assert_eq!((indicator.as_str(), (low, high)), ("society", range));
}

#[test]
fn all_components_entered_rest_on_no_estimate() {
    let mut scenario = Scenario::baseline("2022");
    for slot in 1..=8 {
        scenario = scenario.with_override(assessed(&format!("society.{slot}"), Exact::ONE));
        assert_eq!(own(&SLOTS, &scenario).estimated, slot < 8);
    }
    assert_eq!(score_of(&SLOTS, &scenario, "society"), Exact::ONE);
}

fn plan(calculator: &Calculator, scenario: &Scenario, locked: &[&str]) -> Vec<String> {
    let question = PlanQuestion {
        scenario: Scenario {
            unit: Some("bac-giang".into()),
            ..scenario.clone()
        },
        target: Target::Rank(8),
        effort: Effort::Diminishing,
        costs: SortedMap::new(),
        caps: SortedMap::new(),
        locked: locked.iter().map(|&id| id.to_owned()).collect(),
    };
    let plan = calculator.plan(&question).unwrap();
    assert!(plan.is_feasible && plan.reached_rank.is_some_and(|rank| rank <= 8));
    let framework = calculator.edition(&scenario.edition).unwrap().framework();
    let steps = plan.steps.iter();
    steps
        .map(|step| framework.indicator(step.node).id.clone())
        .collect()
}

#[test]
fn plans_step_through_components_with_rules_and_never_through_slots() {
    let baseline = Scenario::baseline("2022");
    let level = |calculator: &Calculator, id: &str| {
        let framework = calculator.edition("2022").unwrap().framework();
        framework.indicator(framework.node(id).unwrap()).level
    };
    let entered = baseline.with_override(assessed("society.1", Exact::ZERO));
    for scenario in [&baseline, &entered] {
        for id in plan(&SLOTS, scenario, &[]) {
            assert_eq!(level(&SLOTS, &id), Level::Main, "{id}");
        }
    }
    let rest = [
        "institutions",
        "infrastructure",
        "workforce",
        "security",
        "government",
        "economy",
    ];
    let locked = [rest.as_slice(), &["society"]].concat();
    let zero = |number| assessed(&format!("awareness.{number}"), Exact::ZERO);
    let low = (1..=4)
        .map(zero)
        .fold(baseline, |scenario, item| scenario.with_override(item));
    let steps = plan(&LISTED, &low, &locked);
    assert!(
        !steps.is_empty()
            && steps
                .iter()
                .all(|id| level(&LISTED, id) == Level::Component)
    );
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
    /// Some slots with shares, no slot twice.
    fn entries()(
        picked in prop::sample::subsequence((1_u32..=8).collect::<Vec<_>>(), 1..=8),
        parts in prop::collection::vec((0_i64..=35, 35_i64..=97), 8),
    ) -> Vec<Override> {
        let slots = picked.into_iter().zip(parts);
        slots.map(|(slot, (part, whole))| {
            assessed(&format!("society.{slot}"), Exact::fraction(part, whole))
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
        let (first, second) = (own(&SLOTS, &fold(first)), own(&SLOTS, &fold(second)));
        prop_assert_eq!(first, second);
    }

    #[test]
    fn the_total_follows_each_entry_by_its_points(list in entries()) {
        let framework = SLOTS.edition("2022").unwrap().framework();
        let mut scenario = Scenario::baseline("2022");
        let mut before = own(&SLOTS, &scenario);
        for item in list {
            let node = framework.node(&item.indicator).unwrap();
            let Entry::Share(share) = item.entry else { unreachable!() };
            let max_points = framework.indicator(node).max_points.value();
            let points = (share.value() - before.card.score(node)) * max_points;
            scenario = scenario.with_override(item);
            let after = own(&SLOTS, &scenario);
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
        let own = Link { scenario, data: Some(1), ..Link::default() };
        let public = link::write(&own, Privacy::ChoicesOnly).unwrap();
        prop_assert!(!public.contains("society") && !public.contains("awareness"), "{}", public);
        let private = link::write(&own, Privacy::WithKnown).unwrap();
        prop_assert_eq!(link::read_private(&private), (own, Vec::new()));
        let (read, notices) = link::read(&private);
        prop_assert!(read.scenario.overrides.iter().all(|o| o.kind != Kind::Assessed));
        prop_assert_eq!(notices.len(), list.len());
    }
}
