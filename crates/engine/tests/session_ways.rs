//! The quick way is open where it should be, and the scales are those of the figures.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_engine::calculator::Calculator;
use dti_engine::model::{
    ComponentList, Entry, Exact, Kind, Level, ListedComponent, MaxPoints, Override, Rivals,
    Scenario, Score,
};
use dti_engine::session::{Representation, Session};
use dti_formats::components_part;

const EDITIONS: [&str; 4] = ["2022", "2023", "2024", "2024-34"];

fn open(edition: &str) -> Session {
    let calculator = dti_formats::official().unwrap();
    calculator.open(&Scenario::baseline(edition)).unwrap()
}

fn score(units: i64) -> Score {
    Score::try_new(Exact::decimal(units, 4)).unwrap()
}

/// Whether a what-if goes the quick way.
fn is_quick(session: &Session, unit: &str, indicator: &str, units: i64) -> bool {
    session.is_quick(unit, indicator, score(units)).unwrap()
}

#[test]
fn the_scale_is_the_least_common_denominator_of_the_figures() {
    let sessions = EDITIONS.map(open);
    assert!(
        sessions
            .iter()
            .all(|own| own.representation() == Representation::Narrow)
    );
    let scales = sessions.map(|own| own.scale().unwrap());
    // Of 2022 and 2023 the shares of components too.
    assert_eq!(scales, [120_000_000, 360_000_000, 51_000_000, 10_000]);
}

#[test]
fn every_main_indicator_of_every_unit_goes_the_quick_way() {
    for edition in EDITIONS {
        let session = open(edition);
        let framework = session.edition().framework();
        for unit in session.edition().units() {
            for node in framework.mains() {
                let id = &framework.indicator(node).id;
                assert!(
                    is_quick(&session, &unit.id, id, 1_234),
                    "{edition} {}",
                    unit.id
                );
            }
        }
    }
}

#[test]
fn every_component_goes_the_quick_way() {
    let calculator = dti_formats::official().unwrap();
    let session = calculator.open(&Scenario::baseline("2022")).unwrap();
    assert_eq!(session.representation(), Representation::Narrow);
    let framework = session.edition().framework();
    let components: Vec<&str> = framework
        .nodes()
        .map(|node| framework.indicator(node))
        .filter(|own| own.level == Level::Component && !own.id.starts_with("smart_city"))
        .map(|own| own.id.as_str())
        .collect();
    assert!(components.len() > 90);
    for (place, id) in components.into_iter().enumerate() {
        let units = 1_000 + place as i64;
        assert!(is_quick(&session, "bac-giang", id, units), "{id}");
    }
}

#[test]
fn what_is_no_difference_goes_the_slow_way_and_the_quick_one_follows() {
    let mut session = open("2022");
    let change = |indicator: &str, kind, entry| Override {
        unit: "bac-giang".into(),
        indicator: indicator.into(),
        entry,
        kind,
    };
    assert!(!is_quick(&session, "bac-giang", "foundation", 5_000));
    let known = change("awareness", Kind::Known, Entry::Score(score(8_000)));
    assert_eq!(session.apply(&known), Ok(9));
    // What is known is fixed; the estimates around it left the scale, until a what-if is on them.
    assert!(!is_quick(&session, "bac-giang", "awareness", 5_000));
    assert!(is_quick(&session, "bac-giang", "society", 5_000));
    let group = change("foundation", Kind::WhatIf, Entry::Score(score(6_000)));
    session.apply(&group).unwrap();
    assert!(!is_quick(&session, "bac-giang", "infrastructure", 5_000));
    assert!(is_quick(&session, "bac-giang", "economy", 5_000));
    assert!(is_quick(
        &session,
        "thua-thien-hue",
        "infrastructure",
        5_000
    ));
}

/// Components whose max points have few divisors in common with those of their main indicators.
fn unevenly_split() -> Calculator {
    let official = dti_formats::official().unwrap();
    let framework = official.edition("2022").unwrap().framework();
    let mut list = ComponentList {
        framework: "dti-922".to_owned(),
        rows: Vec::new(),
    };
    for (main, hundredths, parts) in [
        ("institutions", 10_000, 11),
        ("infrastructure", 10_000, 7),
        ("workforce", 10_000, 13),
        ("government", 20_000, 22),
    ] {
        let row = |number: u32| ListedComponent {
            id: format!("{main}.{number}"),
            parent: main.to_owned(),
            max_points: hundredths / parts + u32::from(number <= hundredths % parts),
            scored: true,
            ..ListedComponent::default()
        };
        list.rows.extend((1..=parts).map(row));
    }
    let part = components_part(framework, &list).unwrap();
    dti_formats::official_with(part).unwrap()
}

#[test]
fn the_largest_maxima_take_wider_numbers_and_go_back() {
    let calculator = unevenly_split();
    let mut session = calculator.open(&Scenario::baseline("2022")).unwrap();
    let most = MaxPoints::try_new(10_000).unwrap();
    let mains = ["government", "economy", "society"];
    let own: Vec<MaxPoints> = mains
        .map(|main| {
            let framework = session.edition().framework();
            framework
                .indicator(framework.node(main).unwrap())
                .max_points
        })
        .into();
    for main in mains {
        session.set_max_points(main, most).unwrap();
    }
    assert_eq!(session.representation(), Representation::Wide);
    let wide = session.set("bac-giang", "society", score(4_500)).unwrap();
    let scenario = session.scenario();
    let standings = calculator.simulate(&scenario).unwrap();
    let unit = session.edition().position("bac-giang").unwrap();
    assert_eq!(wide, standings.of(unit).unwrap().rank);
    for (main, own) in mains.iter().zip(own) {
        session.set_max_points(main, own).unwrap();
    }
    assert_eq!(session.representation(), Representation::Narrow);
    assert_eq!(session.rank("bac-giang"), Ok(8));
}

#[test]
fn a_step_back_leaves_no_trace() {
    for edition in EDITIONS {
        let baseline = open(edition);
        let mut session = open(edition);
        session.set_rivals(Rivals::Gain(500)).unwrap();
        for unit in ["ha-noi", "lao-cai", "ca-mau"] {
            for (place, main) in ["government", "society", "economy"].iter().enumerate() {
                session
                    .set(unit, main, score(10_000 * (place as i64 % 2)))
                    .unwrap();
            }
        }
        session.set_rivals(Rivals::Frozen).unwrap();
        for unit in ["lao-cai", "ha-noi", "ca-mau"] {
            for main in ["society", "government", "economy"] {
                session.unset(unit, main).unwrap();
            }
        }
        assert_eq!(session.scenario(), baseline.scenario());
        assert_eq!(session.ranks(), baseline.ranks(), "{edition}");
        assert_eq!(session.order(), baseline.order(), "{edition}");
        assert!(session.scores().eq(baseline.scores()), "{edition}");
    }
}

#[test]
fn derived_answers_are_made_once_and_kept_until_something_under_them_changes() {
    let mut session = open("2022");
    let position = session.edition().position("bac-giang").unwrap();
    let asked = |session: &Session| {
        let ids = ["economy", "foundation"];
        let columns = ids.map(|id| session.column(id).unwrap().scores.as_ptr());
        (columns, session.pillars().unwrap().as_ptr())
    };
    let own = |session: &Session, id: &str| session.column(id).unwrap().scores[position];
    let before = asked(&session);
    assert_eq!(asked(&session), before);
    let groups = ["activity", "foundation"].map(|id| own(&session, id));
    // Rivals move totals only, and what is refused changes nothing.
    session.set_rivals(Rivals::Gain(500)).unwrap();
    assert!(session.set("bac-giang", "moon", Score::ZERO).is_err());
    assert_eq!(asked(&session), before);
    // What is neither above nor below the edited indicator stays.
    let pillars = session.pillars().unwrap().to_vec();
    session.set("bac-giang", "society", score(4_500)).unwrap();
    assert_eq!(asked(&session).0, before.0);
    assert_eq!(own(&session, "society"), Exact::decimal(45, 2));
    assert!(own(&session, "activity") > groups[0]);
    assert_ne!(session.pillars().unwrap(), pillars);
    // A group moves all of its parts.
    session
        .set("bac-giang", "foundation", score(4_500))
        .unwrap();
    assert_eq!(own(&session, "foundation"), Exact::decimal(45, 2));
    assert_ne!(own(&session, "foundation"), groups[1]);
    let fault = session.column("moon").unwrap_err();
    assert_eq!(fault.code().as_str(), "unknown_indicator");
}
