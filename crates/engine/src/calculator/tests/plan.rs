//! Plans of small editions, worked out by hand.

use super::small::{Published, edition, framework, named};
use crate::analysis::Effort;
use crate::calculator::{Calculator, ErrorCode, Plan, PlanLevel, PlanQuestion, PlanStep, Target};
use crate::catalogue::Catalogue;
use crate::model::{
    EditionHeader, Entry, Exact, FrameworkHeader, Kind, Mean, Missing, Override, Previous,
    Scenario, Score,
};
use std::collections::BTreeMap;

const PLAIN: [Published<'_>; 4] = [
    ("t", None, &[("a", 10), ("b", 10)]),
    ("u", None, &[("a", 60), ("b", 40)]),
    ("v", None, &[("a", 70), ("b", 70)]),
    ("w", None, &[("a", 90), ("b", 90)]),
];

/// A year before `PLAIN`: no unit has gained more than .1 on `a` and .4 on `b`.
const EARLIER: [Published<'_>; 4] = [
    ("t", None, &[("a", 10), ("b", 10)]),
    ("u", None, &[("a", 50), ("b", 40)]),
    ("v", None, &[("a", 70), ("b", 30)]),
    ("w", None, &[("a", 90), ("b", 90)]),
];

/// Ranked with one decimal: .5, .7, .5.
const CLOSE: [Published<'_>; 3] = [
    ("u", None, &[("a", 54), ("b", 54)]),
    ("v", None, &[("a", 70), ("b", 70)]),
    ("x", None, &[("a", 46), ("b", 46)]),
];

/// `u` was published with .05 less than its sum.
const BESIDE: [Published<'_>; 3] = [
    ("u", Some(35), &[("a", 40), ("b", 40)]),
    ("v", None, &[("a", 30), ("b", 30)]),
    ("w", None, &[("a", 20), ("b", 20)]),
];

/// The one with everything was published behind the other.
const EVERYTHING: [Published<'_>; 2] = [
    ("u", Some(95), &[("a", 100), ("b", 100)]),
    ("v", Some(97), &[("a", 90), ("b", 90)]),
];

const HIDDEN: [Published<'_>; 2] = [("u", Some(50), &[]), ("v", None, &[("a", 80), ("b", 80)])];

/// `u` has no value of `c`.
const GAPS: [Published<'_>; 2] = [
    ("u", None, &[("a", 40), ("b", 40)]),
    ("v", None, &[("a", 60), ("b", 60), ("c", 60)]),
];

const FULL: [Published<'_>; 2] = [
    ("u", None, &[("a", 40), ("b", 90)]),
    ("v", None, &[("a", 81), ("b", 81)]),
];

fn calculator() -> Calculator {
    let header = |id: &str| FrameworkHeader {
        id: id.to_owned(),
        ..FrameworkHeader::default()
    };
    let even = [("a", 100), ("b", 100)];
    let plain = framework(header("plain"), &even);
    let tenths = FrameworkHeader {
        decimals: Some(1),
        ..header("tenths")
    };
    let rescaled = FrameworkHeader {
        missing: Some(Missing::Rescale),
        ..header("rescaled")
    };
    let geometric = FrameworkHeader {
        mean: Mean::Geometric,
        missing: Some(Missing::Zero),
        ..header("geometric")
    };
    let after = EditionHeader {
        previous: Some(Previous {
            edition: "earlier".to_owned(),
            merged: false,
        }),
        ..named("plain")
    };
    let hidden = EditionHeader {
        profile: Some("plain".to_owned()),
        ..named("hidden")
    };
    let editions = vec![
        edition(named("earlier"), &plain, &EARLIER),
        edition(after, &plain, &PLAIN),
        edition(named("close"), &framework(tenths, &even), &CLOSE),
        edition(named("beside"), &plain, &BESIDE),
        edition(named("everything"), &plain, &EVERYTHING),
        edition(hidden, &plain, &HIDDEN),
        edition(
            named("gaps"),
            &framework(rescaled, &[("a", 100), ("b", 100), ("c", 200)]),
            &GAPS,
        ),
        edition(named("geometric"), &framework(geometric, &even), &FULL),
    ];
    Calculator::new(Catalogue {
        editions,
        ..Catalogue::default()
    })
}

/// A plan of a unit of an edition to a rank, every point at the same cost.
fn to_rank(edition: &str, unit: &str, rank: u32) -> PlanQuestion {
    PlanQuestion {
        scenario: Scenario {
            unit: Some(unit.to_owned()),
            ..Scenario::baseline(edition)
        },
        target: Target::Rank(rank),
        level: PlanLevel::Main,
        effort: Effort::Flat,
        costs: BTreeMap::new(),
        caps: BTreeMap::new(),
        locked: Vec::new(),
    }
}

fn caps(caps: &[(&str, i64)]) -> BTreeMap<String, Score> {
    let cap = |&(id, own): &(&str, i64)| (id.to_owned(), score(own));
    caps.iter().map(cap).collect()
}

fn plan(question: &PlanQuestion) -> Plan {
    calculator().plan(question).unwrap()
}

fn hundredths(value: i64) -> Exact {
    Exact::decimal(value, 2)
}

fn score(hundredths: i64) -> Score {
    Score::try_new(Exact::decimal(hundredths, 2)).unwrap()
}

fn what_if(unit: &str, indicator: &str, hundredths: i64) -> Override {
    Override {
        unit: unit.to_owned(),
        indicator: indicator.to_owned(),
        entry: Entry::Score(score(hundredths)),
        kind: Kind::WhatIf,
    }
}

/// Rows of the framework with the scores from which and to which they rise.
fn rises(steps: &[PlanStep]) -> Vec<(usize, Exact, Exact)> {
    let rise = |step: &PlanStep| (step.node.row(), step.from, step.to);
    steps.iter().map(rise).collect()
}

fn rise(row: usize, from: i64, to: i64) -> (usize, Exact, Exact) {
    (row, hundredths(from), hundredths(to))
}

fn binding(plan: &Plan) -> Vec<usize> {
    plan.binding.iter().map(|node| node.row()).collect()
}

#[track_caller]
fn is_near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
}

#[test]
fn what_has_more_room_draws_level_alone() {
    let question = to_rank("plain", "u", 2);
    let found = plan(&question);
    // .2 of 200 points; `b` has room for 60, `a` for just 40.
    assert!(found.is_feasible && !found.estimated && !found.leans_on_rounding);
    assert_eq!(found.threshold, Some(hundredths(70)));
    assert_eq!(found.points_needed, Exact::whole(40));
    assert_eq!(rises(&found.steps), [rise(2, 40, 80)]);
    is_near(found.steps[0].points, 40.0);
    is_near(found.steps[0].cost, 40.0);
    is_near(found.total_cost.unwrap(), 40.0);
    is_near(found.bound.unwrap(), 40.0);
    assert_eq!((found.reached_rank, found.best_rank), (Some(2), 1));
    assert_eq!(rises(&found.singles), [rise(1, 60, 100), rise(2, 40, 80)]);
    assert_eq!(binding(&found), []);
    let reached = found.reached.unwrap();
    assert_eq!(
        reached,
        question.scenario.with_override(what_if("u", "b", 80))
    );
}

#[test]
fn caps_and_locks_bind_what_is_not_locked() {
    let question = PlanQuestion {
        caps: caps(&[("b", 80)]),
        locked: vec!["a".to_owned()],
        ..to_rank("plain", "u", 2)
    };
    let found = plan(&question);
    assert_eq!(rises(&found.steps), [rise(2, 40, 80)]);
    assert_eq!(rises(&found.singles), [rise(2, 40, 80)]);
    assert_eq!(binding(&found), [2]);
    assert_eq!(found.best_rank, 2);
    let short = plan(&PlanQuestion {
        caps: caps(&[("b", 79)]),
        ..question
    });
    assert!(!short.is_feasible && short.steps.is_empty() && short.singles.is_empty());
    assert_eq!((short.best_rank, binding(&short)), (3, vec![2]));
    assert_eq!((short.total_cost, short.reached), (None, None));
}

#[test]
fn the_cheapest_first_point_comes_first() {
    let found = plan(&PlanQuestion {
        costs: BTreeMap::from([("a".to_owned(), 2.0)]),
        ..to_rank("plain", "u", 1)
    });
    // 80 points: 60 on `b` at 1, then 20 on `a` at 2.
    assert_eq!(rises(&found.steps), [rise(2, 40, 100), rise(1, 60, 80)]);
    is_near(found.total_cost.unwrap(), 100.0);
    assert_eq!(rises(&found.singles), []);
    assert_eq!(binding(&found), [2]);
    assert_eq!(found.reached_rank, Some(1));
}

#[test]
fn a_step_is_measured_by_the_best_year_of_any_unit() {
    // `b` rose by .4 at most, `a` by .1: so much is not more.
    let b = &plan(&to_rank("plain", "u", 2)).steps[0];
    assert_eq!(b.largest_yearly_gain, Some(hundredths(40)));
    assert!(!b.exceeds_yearly_gain);
    let first = plan(&to_rank("plain", "u", 1));
    let told: Vec<_> = first
        .steps
        .iter()
        .map(|step| {
            let row = step.node.row();
            (row, step.largest_yearly_gain, step.exceeds_yearly_gain)
        })
        .collect();
    // .6 and .2.
    assert_eq!(
        told,
        [
            (1, Some(hundredths(10)), true),
            (2, Some(hundredths(40)), true)
        ]
    );
}

#[test]
fn ranks_go_from_one_to_the_number_of_units() {
    let last = plan(&to_rank("plain", "t", 4));
    assert!(last.is_feasible && last.steps.is_empty());
    assert_eq!((last.threshold, last.reached_rank), (None, Some(4)));
    assert_eq!(last.points_needed, Exact::ZERO);
    for rank in [0, 5, 6] {
        let error = calculator().plan(&to_rank("plain", "u", rank)).unwrap_err();
        assert_eq!(error.code(), ErrorCode::OutOfRange, "{rank}");
    }
    // Its own score is nobody's to reach.
    let held = plan(&to_rank("plain", "u", 3));
    assert_eq!(held.threshold, Some(hundredths(10)));
    assert!(held.is_feasible && held.steps.is_empty());
    let score = plan(&PlanQuestion {
        target: Target::Score(hundredths(55)),
        ..to_rank("plain", "u", 1)
    });
    assert_eq!(rises(&score.steps), [rise(2, 40, 50)]);
}

#[test]
fn a_plan_says_whether_rounding_draws_it_level() {
    // .2 more: .54 becomes .74, and .46 becomes .66.
    let over = plan(&to_rank("close", "u", 1));
    assert_eq!(rises(&over.steps), [rise(1, 54, 94)]);
    assert!(!over.leans_on_rounding);
    let under = plan(&to_rank("close", "x", 1));
    assert_eq!(rises(&under.steps), [rise(1, 46, 86)]);
    assert!(under.leans_on_rounding);
    // With .66 at most 40 points cannot be had, yet it is .7.
    let all = plan(&PlanQuestion {
        caps: caps(&[("a", 66), ("b", 66)]),
        ..to_rank("close", "u", 1)
    });
    assert_eq!(rises(&all.steps), [rise(1, 54, 66), rise(2, 54, 66)]);
    assert!(all.is_feasible && all.leans_on_rounding);
    assert_eq!((all.reached_rank, binding(&all)), (Some(1), vec![1, 2]));
    let exact = plan(&to_rank("plain", "u", 2));
    assert!(!exact.leans_on_rounding);
    let none = plan(&PlanQuestion {
        caps: caps(&[("a", 64), ("b", 64)]),
        ..to_rank("close", "u", 1)
    });
    assert!(!none.is_feasible);
}

#[test]
fn the_last_steps_make_up_for_a_residual() {
    let question = to_rank("beside", "u", 1);
    // From nothing at all, which is 0; from there on the residual of −.05 counts again.
    let scenario = question
        .scenario
        .with_override(what_if("u", "a", 0))
        .with_override(what_if("u", "b", 0));
    let found = plan(&PlanQuestion {
        scenario,
        effort: Effort::Diminishing,
        caps: caps(&[("b", 32)]),
        ..question
    });
    // .3 on both are 60 points, ten of which go: two can be had from `b`, eight from `a`.
    assert_eq!(rises(&found.steps), [rise(1, 0, 38), rise(2, 0, 32)]);
    is_near(found.steps[0].points, 30.0);
    assert!(found.is_feasible && !found.leans_on_rounding);
    assert_eq!((found.reached_rank, binding(&found)), (Some(1), vec![2]));
}

#[test]
fn what_stands_at_its_cap_is_not_entered_anew() {
    // Entered, it would have 1; as it was published it stays behind.
    let found = plan(&to_rank("everything", "u", 1));
    assert!(!found.is_feasible);
    assert_eq!(found.best_rank, 2);
}

#[test]
fn a_plan_from_an_estimate_is_an_estimate() {
    let question = to_rank("hidden", "u", 1);
    let standings = calculator().simulate(&question.scenario).unwrap();
    assert!(!standings.estimated);
    assert!(plan(&question).estimated);
    assert!(!plan(&to_rank("hidden", "v", 1)).estimated);
}

#[test]
fn what_is_left_out_has_no_weight() {
    let found = plan(&to_rank("gaps", "u", 1));
    // .2 of the 200 points that count, not of 400.
    assert_eq!(rises(&found.steps), [rise(1, 40, 80)]);
    is_near(found.total_cost.unwrap(), 40.0);
    assert_eq!(found.reached_rank, Some(1));
    assert_eq!(rises(&found.singles), [rise(1, 40, 80), rise(2, 40, 80)]);
}

#[test]
fn a_geometric_mean_is_reached_by_its_product() {
    // √(.4 × .9) is .6, and .81 is the root of .729 × .9.
    let found = plan(&PlanQuestion {
        locked: vec!["b".to_owned()],
        ..to_rank("geometric", "u", 1)
    });
    let expected = (1, hundredths(40), Exact::decimal(729, 3));
    assert_eq!(rises(&found.steps), [expected]);
    assert_eq!(rises(&found.singles), [expected]);
    is_near(found.total_cost.unwrap(), 32.9);
    is_near(found.bound.unwrap(), 32.9);
    let held = plan(&to_rank("geometric", "u", 2));
    assert!(held.is_feasible && held.steps.is_empty() && held.singles.is_empty());
    assert_eq!((held.total_cost, held.bound), (Some(0.0), Some(0.0)));
}
