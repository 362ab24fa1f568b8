//! Why a rank moved (docs/method.md): the parts add up exactly, whatever is compared.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing helper fails its test"
)]

use dti_engine::calculator::{Calculator, Change, ErrorCode, Explanation, Part};
use dti_engine::model::{Exact, Scenario, Standings};
use dti_formats::link;
use proptest::prelude::*;
use std::sync::LazyLock;

static CALCULATOR: LazyLock<Calculator> = LazyLock::new(|| dti_formats::official().unwrap());

const YEARS: [&str; 3] = ["2022", "2023", "2024"];
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

fn explain(unit: &str, from: &str, to: &str) -> Explanation {
    CALCULATOR
        .explain(unit, &scenario(from), &scenario(to))
        .unwrap()
}

fn row(unit: &str) -> usize {
    CALCULATOR.edition("2022").unwrap().position(unit).unwrap()
}

fn score(units: i64) -> Exact {
    Exact::decimal(units, 4)
}

fn sum(changes: &[Change]) -> Exact {
    changes.iter().map(|change| change.change).sum()
}

fn seen_from(unit: &str, scenario: &Scenario) -> Standings {
    let unit = Some(unit.to_owned());
    let scenario = Scenario {
        unit,
        ..scenario.clone()
    };
    CALCULATOR.simulate(&scenario).unwrap()
}

/// The laws of an explanation, against the standings of both states.
#[track_caller]
fn expect_lawful(unit: &str, from: &Scenario, to: &Scenario) -> Explanation {
    let why = CALCULATOR.explain(unit, from, to).unwrap();
    let place = format!("{unit}: {from:?} -> {to:?}: {why:?}");
    let (before, after) = (seen_from(unit, from), seen_from(unit, to));
    let own = [&before, &after].map(|standings| standings.of(why.position).unwrap());
    assert_eq!(
        (why.rank_before, why.rank_after),
        (own[0].rank, own[1].rank),
        "{place}"
    );
    assert_eq!(
        (why.score_before, why.score_after),
        (own[0].score, own[1].score),
        "{place}"
    );
    assert_eq!(
        why.rank_change,
        i64::from(own[1].rank) - i64::from(own[0].rank)
    );
    let moved = |rows: &[usize]| i64::try_from(rows.len()).unwrap();
    let net = moved(&why.overtook_me) - moved(&why.i_overtook);
    assert_eq!(why.rank_change, net, "{place}");
    let shares = why.own + why.rivals + why.method;
    assert_eq!(shares, Exact::whole(why.rank_change), "{place}");
    assert_eq!(why.score_change, own[1].score - own[0].score);
    assert_eq!(sum(&why.changes), why.score_change, "{place}");
    assert_eq!(why.changes.last().unwrap().part, Part::Rest);
    assert_eq!(why.pairs.len(), why.overtook_me.len());
    for (pair, &other) in why.pairs.iter().zip(&why.overtook_me) {
        assert_eq!(pair.position, other);
        assert!(
            pair.gap_before <= Exact::ZERO && pair.gap_after > Exact::ZERO,
            "{place}"
        );
        assert_eq!(
            sum(&pair.changes),
            pair.gap_after - pair.gap_before,
            "{place}"
        );
        let theirs = [&before, &after].map(|standings| standings.of(other).unwrap().score);
        assert_eq!(pair.gap_before, theirs[0] - own[0].score);
        assert_eq!(pair.gap_after, theirs[1] - own[1].score);
    }
    assert!(
        why.estimated || !(before.estimated || after.estimated),
        "{place}"
    );
    why
}

#[test]
fn fixture_5_hue_rises_and_quang_ninh_falls_with_a_better_score() {
    let hue = explain("thua-thien-hue", "e=2022", "e=2023");
    assert_eq!(
        (hue.score_before, hue.score_after),
        (score(6975), score(7660))
    );
    assert_eq!(
        (hue.rank_before, hue.rank_after, hue.rank_change),
        (4, 3, -1)
    );
    let quang_ninh = explain("quang-ninh", "e=2022", "e=2023");
    assert_eq!(
        (quang_ninh.score_before, quang_ninh.score_after),
        (score(7024), score(7166))
    );
    assert_eq!(quang_ninh.score_change, score(142));
    assert_eq!((quang_ninh.rank_before, quang_ninh.rank_after), (3, 12));
    assert_eq!(
        (quang_ninh.rank_change, quang_ninh.overtook_me.len()),
        (9, 9)
    );
    assert_eq!(quang_ninh.overtook_me.first(), Some(&row("thua-thien-hue")));
    assert!(quang_ninh.i_overtook.is_empty() && !quang_ninh.estimated);
    // Its own score rose, so all of the fall is the others'.
    assert!(quang_ninh.own <= Exact::ZERO && quang_ninh.rivals >= Exact::whole(9));
    assert_eq!(quang_ninh.method, Exact::ZERO);
}

#[test]
fn indicators_that_are_estimated_in_a_year_stand_in_the_rest() {
    let why = explain("bac-giang", "e=2022", "e=2023");
    let framework = CALCULATOR.edition("2023").unwrap().framework();
    let ids: Vec<&str> = why
        .changes
        .iter()
        .map(|change| match change.part {
            Part::Indicator(node) => framework.indicator(node).id.as_str(),
            Part::Rest => "rest",
        })
        .collect();
    assert_eq!(
        ids,
        ["infrastructure", "government", "economy", "society", "rest"]
    );
    assert!(why.changes.iter().all(|change| !change.estimated));
}

#[test]
fn every_province_can_be_explained_over_the_years_forth_and_back() {
    for from in YEARS {
        for to in YEARS {
            let (from, to) = (Scenario::baseline(from), Scenario::baseline(to));
            for unit in CALCULATOR.edition("2022").unwrap().units() {
                let why = expect_lawful(&unit.id, &from, &to);
                let is_reform = (from.edition == "2024") != (to.edition == "2024");
                assert_eq!(why.estimated, is_reform, "{} {from:?} {to:?}", unit.id);
                assert!(is_reform || why.method == Exact::ZERO);
                if from == to {
                    assert_eq!((why.own, why.rivals), (Exact::ZERO, Exact::ZERO));
                }
            }
        }
    }
}

#[test]
fn a_what_if_alone_is_the_units_own_doing() {
    let why = explain("bac-giang", "e=2022", "e=2022&s=bac-giang.society:0.45");
    assert_eq!((why.rank_change, why.own), (-1, Exact::whole(-1)));
    assert_eq!((why.rivals, why.method), (Exact::ZERO, Exact::ZERO));
    let society: Vec<_> = why
        .changes
        .iter()
        .filter(|change| change.change != Exact::ZERO)
        .collect();
    // (.45 - .3348) x 150 / 1000 = .01728, shown as .0173; the rest is the rounding.
    let expected = [Exact::decimal(1728, 5), Exact::decimal(2, 5)];
    let changes: Vec<Exact> = society.iter().map(|change| change.change).collect();
    assert_eq!(changes, expected);
    assert!(!why.estimated && why.pairs.is_empty());
}

#[test]
fn a_what_if_on_an_estimate_is_a_row_of_its_own_and_marked() {
    let why = explain("bac-giang", "e=2022", "e=2022&s=bac-giang.awareness:0.8");
    assert_eq!((why.rank_before, why.rank_after), (9, 18));
    assert!(why.estimated);
    let marked: Vec<&Change> = why
        .changes
        .iter()
        .filter(|change| change.estimated)
        .collect();
    let [awareness] = marked.as_slice() else {
        panic!("{marked:?}")
    };
    assert_eq!(awareness.change.rounded(4), score(-104));
    assert!(why.changes.last().unwrap().change.abs() < score(1));
}

#[test]
fn a_known_figure_is_where_both_states_start() {
    let to = "e=2022&s=bac-giang.awareness:k0.8,bac-giang.awareness:0.9";
    let why = explain("bac-giang", "e=2022", to);
    assert!(!why.estimated && why.changes.iter().all(|change| !change.estimated));
    assert_eq!(why.score_change, score(100));
    assert_eq!(why.changes.last().unwrap().change, Exact::ZERO);
    let known = explain("bac-giang", "e=2022", "e=2022&s=bac-giang.awareness:k0.8");
    assert_eq!((known.rank_change, known.score_change), (0, Exact::ZERO));
    assert!(
        known
            .changes
            .iter()
            .all(|change| change.change == Exact::ZERO)
    );
}

#[test]
fn changed_max_points_are_the_methods_effect() {
    let why = explain("bac-kan", "e=2022", "e=2022&w=economy:300");
    assert_eq!((why.own, why.rivals), (Exact::ZERO, Exact::ZERO));
    assert_eq!(why.method, Exact::whole(why.rank_change));
    // Estimates keep their weights among themselves, so how they were filled does not matter.
    assert!(!why.estimated);
    assert!(explain("bac-kan", "e=2022", "e=2022&w=security:300").estimated);
}

#[test]
fn movement_of_rivals_is_theirs() {
    let why = explain("bac-giang", "e=2022", "e=2022&r=gain:10");
    assert!(why.rank_change > 0);
    assert_eq!(
        (why.own, why.rivals),
        (Exact::ZERO, Exact::whole(why.rank_change))
    );
    let overtaken = explain("bac-giang", "e=2022&u=bac-kan&r=gain:10", "e=2022");
    assert_eq!(overtaken.rank_change, -why.rank_change);
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let refused = |unit: &str, from: &str, to: &str| {
        let [from, to] = [from, to].map(Scenario::baseline);
        CALCULATOR.explain(unit, &from, &to).unwrap_err()
    };
    for (from, to) in [("2021", "2022"), ("2022", "2021"), ("2020", "2020")] {
        let error = refused("bac-giang", from, to);
        assert_eq!(error.code(), ErrorCode::Unavailable);
        assert!(
            error.to_string().contains("ranks and a few scores only"),
            "{error}"
        );
    }
    for (from, to) in [("2024", "2024-34"), ("2024-34", "2022")] {
        let error = refused("bac-ninh", from, to);
        assert_eq!(error.code(), ErrorCode::Unavailable);
        assert!(error.to_string().contains("the same units"), "{error}");
    }
    assert_eq!(
        refused("hue", "2022", "2023").code(),
        ErrorCode::UnknownUnit
    );
    assert_eq!(
        refused("hue", "2022", "2030").code(),
        ErrorCode::UnknownEdition
    );
}

fn fragment() -> impl Strategy<Value = String> {
    let overrides = prop::collection::vec((0..63_usize, 0..8_usize, 0..=10_000_u32), 0..4);
    let maxima = prop::option::of((0..8_usize, 1..400_u32));
    let gain = prop::option::of(-30..30_i32);
    (0..3_usize, overrides, maxima, gain).prop_map(|(year, overrides, maxima, gain)| {
        let units = CALCULATOR.edition("2022").unwrap().units();
        let mut parts = vec![format!("e={}", YEARS[year])];
        let item = |(unit, main, value): (usize, usize, u32)| {
            let score = f64::from(value) / 10_000.0;
            format!("{}.{}:{score}", units[unit].id, MAINS[main])
        };
        let items: Vec<String> = overrides.into_iter().map(item).collect();
        parts.push(format!("s={}", items.join(",")));
        parts.extend(maxima.map(|(main, points)| format!("w={}:{points}", MAINS[main])));
        parts.extend(gain.map(|points| format!("r=gain:{points}")));
        parts.join("&")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_parts_of_every_explanation_add_up(
        from in fragment(), to in fragment(), unit in 0..63_usize, is_one_edition in any::<bool>(),
    ) {
        let [from, mut to] = [from, to].map(|text| link::read(&text).0.scenario);
        if is_one_edition {
            to.edition.clone_from(&from.edition);
        }
        let unit = &CALCULATOR.edition("2022").unwrap().units()[unit].id;
        prop_assume!(CALCULATOR.simulate(&from).is_ok() && CALCULATOR.simulate(&to).is_ok());
        expect_lawful(unit, &from, &to);
    }
}
