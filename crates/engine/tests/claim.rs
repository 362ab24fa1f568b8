//! Claims against the published tables (docs/method.md): typed, through the front door.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_engine::calculator::{Calculator, Claim, Moved, Said, Truth, Turn, Undecided};
use std::sync::LazyLock;

static CALCULATOR: LazyLock<Calculator> = LazyLock::new(|| dti_formats::official().unwrap());

fn claim(unit: &str, from: &str, to: &str) -> Claim {
    Claim {
        unit: unit.to_owned(),
        from: Some(from.to_owned()),
        to: to.to_owned(),
        ..Claim::default()
    }
}

#[track_caller]
fn truth(claim: &Claim) -> Truth {
    CALCULATOR.check_claim(claim).unwrap().truth
}

fn ranks(edition: &str) -> Vec<u32> {
    let calculator = &CALCULATOR;
    let scenario = dti_engine::model::Scenario::baseline(edition);
    let standings = calculator.simulate(&scenario).unwrap();
    let rows = 0..standings.standings.len();
    rows.map(|row| standings.of(row).unwrap().rank).collect()
}

#[test]
fn a_turn_and_its_places_are_true_for_every_unit_and_pair_of_years_and_nothing_else_is() {
    for (from, to) in [("2022", "2023"), ("2023", "2024"), ("2022", "2024")] {
        let (old, new) = (ranks(from), ranks(to));
        let units = CALCULATOR.edition(to).unwrap().units().iter();
        for ((unit, before), after) in units.zip(old).zip(new) {
            let places = before.abs_diff(after);
            let real = match before.cmp(&after) {
                std::cmp::Ordering::Greater => Turn::Rose,
                std::cmp::Ordering::Less => Turn::Fell,
                std::cmp::Ordering::Equal => Turn::Stayed,
            };
            for turn in [Turn::Rose, Turn::Fell, Turn::Stayed] {
                for by in [None, Some(places), Some(places + 1)] {
                    let claim = Claim {
                        rank: Some(Moved { turn, by }),
                        ..claim(&unit.id, from, to)
                    };
                    let is_so = turn == real && by != Some(places + 1);
                    let wanted = if is_so { Truth::True } else { Truth::False };
                    assert_eq!(truth(&claim), wanted, "{claim:?}");
                }
            }
        }
    }
}

#[test]
fn the_edition_before_is_the_last_of_an_earlier_year() {
    let open = |to: &str| {
        let claim = Claim {
            from: None,
            rank: Some(Moved {
                turn: Turn::Rose,
                by: None,
            }),
            ..claim("thai-nguyen", "", to)
        };
        CALCULATOR.check_claim(&claim).unwrap()
    };
    let from = ["2021", "2022", "2023", "2024", "2024-34", "2020"].map(|to| open(to).from);
    let wanted = [
        Some("2020"),
        Some("2021"),
        Some("2022"),
        Some("2023"),
        Some("2023"),
        None,
    ];
    assert_eq!(from, wanted.map(|id| id.map(str::to_owned)));
    // 12th, 8th, 8th, 16th, 6th; the 34 are other units than the 63.
    let truths = ["2021", "2022", "2023", "2024"].map(|to| open(to).truth);
    assert_eq!(
        truths,
        [Truth::True, Truth::False, Truth::False, Truth::True]
    );
    let other_units = Truth::Undecided(Undecided::OtherUnits);
    assert_eq!(open("2024-34").truth, other_units);
    assert_eq!(open("2020").truth, other_units);
    let across = ["2021", "2022", "2024"].map(|to| open(to).across_frameworks);
    assert_eq!(across, [true, false, true]);
}

#[test]
fn due_to_each_indicator_is_what_the_scorer_says_without_it() {
    // Huế rose from 4th to 3rd. Economy fell, so the rise is not due to it.
    let thanks = |indicator: &str| {
        let claim = Claim {
            rank: Some(Moved {
                turn: Turn::Rose,
                by: None,
            }),
            after: Said {
                rank: Some(3),
                score: None,
            },
            thanks_to: Some(indicator.to_owned()),
            ..claim("thua-thien-hue", "2022", "2023")
        };
        CALCULATOR.check_claim(&claim).unwrap()
    };
    for indicator in ["infrastructure", "government", "economy", "society"] {
        let check = thanks(indicator);
        let driver = check.facts.driver.unwrap();
        let is_due = driver.after > driver.before && driver.without.rank.unwrap() > 3;
        let wanted = if is_due { Truth::True } else { Truth::False };
        assert_eq!(check.truth, wanted, "{indicator}: {driver:?}");
    }
    let society = thanks("society").facts.driver.unwrap();
    // .7660 less 150/1000 of what society gained.
    let gained = society.after - society.before;
    let share = dti_engine::model::Exact::fraction(150, 1000);
    let wanted = dti_engine::model::Exact::decimal(7660, 4) - gained * share;
    assert_eq!(society.without.score, Some(wanted.rounded(4)));
}
