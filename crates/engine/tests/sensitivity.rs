//! What the doubt in scores and ranks of the official editions comes from (docs/method.md).

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_engine::calculator::{
    Calculator, ErrorCode, Group, Sensitivity, SensitivityQuestion, StabilityQuestion, Varied,
};
use dti_formats::link;
use std::sync::LazyLock;

static CALCULATOR: LazyLock<Calculator> = LazyLock::new(|| dti_formats::official().unwrap());

fn question(fragment: &str) -> SensitivityQuestion {
    let usual = SensitivityQuestion::of(link::read(fragment).0.scenario);
    SensitivityQuestion {
        drawn: StabilityQuestion {
            draws: 1_000,
            ..usual.drawn
        },
    }
}

fn ask(question: &SensitivityQuestion) -> Sensitivity {
    CALCULATOR.sensitivity(question).unwrap()
}

fn first(varied: &Varied, group: Group) -> f64 {
    let own = varied.groups.iter().find(|(own, _)| *own == group);
    own.unwrap().1.first.value
}

#[test]
fn no_score_rests_on_what_its_rivals_do_and_the_shares_are_lawful() {
    for fragment in ["e=2023&u=bac-giang", "e=2024&u=hue", "e=2024-34&u=bac-ninh"] {
        let fragment = fragment.replace("u=hue", "u=thua-thien-hue");
        let answer = ask(&question(&fragment));
        let groups = [
            Group::Weights,
            Group::Estimates,
            Group::Rounding,
            Group::Rivals,
        ];
        assert_eq!(answer.groups, groups, "{fragment}");
        assert_eq!(answer.draws, 1_000);
        for varied in [&answer.score, &answer.rank] {
            let firsts: f64 = groups.iter().map(|group| first(varied, *group)).sum();
            assert!(firsts < 1.1, "{fragment}: {varied:?}");
            for (group, own) in &varied.groups {
                for share in [own.first, own.total] {
                    assert!(share.low <= share.value && share.value <= share.high);
                }
                assert!(own.total.value >= 0.0, "{group:?}");
                // A group takes part in at least what it explains alone.
                assert!(
                    own.total.high >= own.first.low,
                    "{fragment} {group:?}: {own:?}"
                );
            }
        }
        let rivals = answer.score.groups.last().unwrap().1;
        assert!(rivals.first.value.abs() < 1e-12 && rivals.total.value.abs() < 1e-12);
        let of_rank = answer.rank.groups.last().unwrap().1;
        assert!(of_rank.total.value > 0.5, "{fragment}: {of_rank:?}");
    }
}

#[test]
fn one_source_alone_is_all_of_the_doubt() {
    let mut asked = question("e=2022&u=bac-giang");
    asked.drawn.weight_spread = 0.0;
    asked.drawn.estimates = false;
    let answer = ask(&asked);
    // There is no edition before 2022 with every score on file.
    assert_eq!(
        (answer.groups.as_slice(), answer.rival_deviation),
        (&[Group::Rounding][..], None)
    );
    let [(_, only)] = answer.score.groups[..] else {
        panic!("one group");
    };
    assert!(only.first.low <= 1.0 && only.first.high >= 1.0, "{only:?}");
    assert!(only.total.low <= 1.0 && only.total.high >= 1.0, "{only:?}");
    // Uniform within half of .0001.
    let deviation = 0.000_05 / f64::sqrt(3.0);
    assert!((answer.score.deviation - deviation).abs() < deviation / 20.0);
    assert!((answer.score.mean - 0.644).abs() < 0.000_01);
}

#[test]
fn the_rivals_deviation_is_that_of_last_years_changes() {
    // 2022 -> 2023 by the published scores, in floats.
    let [old, new] = ["2022", "2023"].map(|id| CALCULATOR.edition(id).unwrap());
    let total = |row: &dti_engine::model::Row| row.total.as_ref().unwrap().value.to_f64();
    let changes: Vec<f64> = old
        .rows()
        .iter()
        .zip(new.rows())
        .map(|(old, new)| total(new) - total(old))
        .collect();
    let mean = changes.iter().sum::<f64>() / 63.0;
    let squares: f64 = changes.iter().map(|change| (change - mean).powi(2)).sum();
    let deviation = ask(&question("e=2023&u=bac-giang"))
        .rival_deviation
        .unwrap();
    assert!((deviation - f64::sqrt(squares / 62.0)).abs() < 1e-12);
    let mut without = question("e=2023&u=bac-giang");
    without.drawn.rivals = false;
    assert_eq!(ask(&without).rival_deviation, None);
}

#[test]
fn the_same_question_has_the_same_answer_and_another_seed_another() {
    let asked = question("e=2023&u=hai-duong");
    assert_eq!(ask(&asked), ask(&asked));
    let mut other = asked.clone();
    other.drawn.seed = 2;
    assert_ne!(ask(&asked), ask(&other));
    // A group's own draws do not change with what is drawn beside it.
    let mut alone = asked.clone();
    alone.drawn.rivals = false;
    let [whole, alone] = [ask(&asked), ask(&alone)];
    assert_eq!(whole.score.mean.to_bits(), alone.score.mean.to_bits());
}

#[test]
fn what_cannot_be_asked_says_why() {
    let code = |asked: &SensitivityQuestion| CALCULATOR.sensitivity(asked).unwrap_err().code();
    assert_eq!(
        code(&question("e=2020&u=bac-giang")),
        ErrorCode::Unavailable
    );
    let mut asked = question("e=2023&u=bac-giang");
    asked.drawn.scenario.unit = None;
    assert_eq!(code(&asked), ErrorCode::BadInput);
    for draws in [0, 63, 65_537] {
        let mut asked = question("e=2023&u=bac-giang");
        asked.drawn.draws = draws;
        let error = CALCULATOR.sensitivity(&asked).unwrap_err();
        let wanted = format!("the number of rows cannot be {draws}; use 64 to 65536");
        assert_eq!(
            (error.code(), error.to_string()),
            (ErrorCode::OutOfRange, wanted)
        );
    }
}
