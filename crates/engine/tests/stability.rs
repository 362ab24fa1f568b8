//! How sure the ranks of the official editions are (docs/method.md), asked through the front door.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing helper fails its test"
)]

use dti_engine::calculator::{
    Calculator, CalculatorError, ErrorCode, MOST_DRAWS, Stability, StabilityQuestion,
};
use dti_engine::model::LARGEST_SEED;
use dti_formats::link;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::LazyLock;
use std::{env, fs};

static CALCULATOR: LazyLock<Calculator> = LazyLock::new(|| dti_formats::official().unwrap());

const EDITIONS: [&str; 4] = ["2022", "2023", "2024", "2024-34"];

fn question(fragment: &str) -> StabilityQuestion {
    StabilityQuestion {
        draws: 500,
        ..StabilityQuestion::of(link::read(fragment).0.scenario)
    }
}

fn off(fragment: &str) -> StabilityQuestion {
    StabilityQuestion {
        weight_spread: 0.0,
        rounding: false,
        estimates: false,
        ..question(fragment)
    }
}

fn ask(question: &StabilityQuestion) -> Stability {
    CALCULATOR.stability(question).unwrap()
}

fn mean_width(stability: &Stability) -> f64 {
    let widths: u32 = stability
        .units
        .iter()
        .map(|unit| unit.high - unit.low)
        .sum();
    f64::from(widths) / stability.units.len() as f64
}

/// Each unit's rank, band and draws by rank, as the API test writes them too.
fn table(edition: &str, stability: &Stability) -> String {
    let units = CALCULATOR.edition(edition).unwrap().units();
    let mut table = String::new();
    for unit in &stability.units {
        let (id, counts) = (&units[unit.position].id, &unit.counts);
        write!(table, "{id} {} {} {}", unit.rank, unit.low, unit.high).unwrap();
        for (place, count) in counts.iter().enumerate().filter(|(_, count)| *count > 0) {
            write!(table, " {}:{count}", place + 1).unwrap();
        }
        table.push('\n');
    }
    table
}

#[test]
fn draws_of_2022_are_the_stored_ones_to_the_last() {
    let asked = StabilityQuestion {
        seed: 7,
        ..question("e=2022")
    };
    let drawn = table("2022", &ask(&asked));
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/stability");
    let path = folder.join("2022_seed_7.txt");
    if env::var("DTI_UPDATE_SNAPSHOTS").is_ok() {
        fs::create_dir_all(folder).unwrap();
        fs::write(&path, &drawn).unwrap();
    }
    let stored = fs::read_to_string(&path).unwrap_or_default();
    assert!(drawn == stored, "drawn:\n{drawn}\nstored:\n{stored}");
}

#[test]
fn shares_of_every_unit_sum_to_1() {
    for edition in EDITIONS {
        let stability = ask(&question(&format!("e={edition}")));
        let units = CALCULATOR.edition(edition).unwrap().units().len();
        assert_eq!((stability.units.len(), stability.draws), (units, 500));
        for unit in &stability.units {
            assert_eq!(unit.counts.len(), units);
            assert_eq!(unit.counts.iter().sum::<u32>(), 500);
            assert!((unit.acceptability().iter().sum::<f64>() - 1.0).abs() < 1e-12);
            assert!(unit.low <= unit.high);
            assert_eq!(unit.top(u32::MAX).to_bits(), 1_f64.to_bits());
        }
    }
}

#[test]
fn with_every_source_off_each_draw_is_the_scenario() {
    let scenarios = [
        "",
        "&s=hue.society:0.9",
        "&r=gain:4&u=hue",
        "&w=economy:300",
    ];
    for edition in EDITIONS {
        for scenario in scenarios {
            let asked = off(&format!(
                "e={edition}{}",
                scenario.replace("hue", "hung-yen")
            ));
            let standings = CALCULATOR.simulate(&asked.scenario).unwrap();
            let stability = ask(&asked);
            for (unit, standing) in stability.units.iter().zip(&standings.standings) {
                assert_eq!(unit.position, standing.position);
                assert_eq!([unit.rank, unit.low, unit.high], [standing.rank; 3]);
                assert_eq!(unit.top(standing.rank).to_bits(), 1_f64.to_bits());
                assert_eq!(unit.top(standing.rank - 1).to_bits(), 0);
            }
        }
    }
}

#[test]
fn estimates_alone_leave_a_baseline_as_it_is() {
    // The known sum fixes the total, whatever the estimates are.
    for edition in EDITIONS {
        let asked = StabilityQuestion {
            estimates: true,
            ..off(&format!("e={edition}"))
        };
        for unit in ask(&asked).units {
            assert_eq!([unit.low, unit.high], [unit.rank; 2]);
        }
    }
    // Under other maxima the split of the known sum matters.
    let asked = StabilityQuestion {
        estimates: true,
        ..off("e=2022&w=awareness:300")
    };
    assert!(mean_width(&ask(&asked)) > 1.0);
    // All four times as large is the same split.
    let asked = StabilityQuestion {
        estimates: true,
        ..off("e=2022&w=awareness:400,institutions:400,workforce:400,security:400")
    };
    assert!(mean_width(&ask(&asked)) < f64::EPSILON);
}

#[test]
fn each_source_adds_to_the_bands() {
    let widths = |spread, estimates| {
        mean_width(&ask(&StabilityQuestion {
            weight_spread: spread,
            estimates,
            ..question("e=2022")
        }))
    };
    let [none, some, more, most] = [0.0, 0.1, 0.25, 1.0].map(|spread| widths(spread, false));
    assert!(
        none < some && some < more && more < most,
        "{none} {some} {more} {most}"
    );
    assert!(widths(0.25, true) > more);
    assert!(none > 0.0, "rounding alone separates no tie");
}

#[test]
fn the_same_question_has_the_same_answer_however_it_is_sliced() {
    let asked = question(
        "e=2023&u=hai-phong&s=bac-giang.society:0.5,bac-giang.activity:0.6&w=awareness:50&r=trend",
    );
    let whole = ask(&asked);
    let mut draws = CALCULATOR.draws(&asked).unwrap();
    while !draws.is_done() {
        draws.advance(37);
    }
    assert_eq!(draws.result(), whole);
    let other = ask(&StabilityQuestion { seed: 2, ..asked });
    assert_ne!(other.units, whole.units);
}

#[test]
fn tied_groups_are_neighbours_that_no_draw_can_tell_apart() {
    let stability = ask(&question("e=2022"));
    let groups = stability.tied_groups();
    assert!(!groups.is_empty());
    let order: Vec<usize> = stability.units.iter().map(|unit| unit.position).collect();
    for group in &groups {
        assert!(group.len() > 1);
        assert!(order.windows(group.len()).any(|run| run == group));
        let bands: Vec<_> = group
            .iter()
            .map(|&row| stability.of(row).unwrap())
            .collect();
        for unit in &bands {
            assert!(bands.iter().all(|other| unit.low <= other.high));
        }
    }
}

#[test]
fn questions_outside_their_range_are_refused() {
    let expect = |asked: StabilityQuestion, sentence: &str| {
        let error = CALCULATOR.stability(&asked).unwrap_err();
        assert_eq!(
            (error.code(), error.to_string().as_str()),
            (ErrorCode::OutOfRange, sentence)
        );
    };
    for draws in [0, MOST_DRAWS + 1] {
        let asked = StabilityQuestion {
            draws,
            ..question("e=2022")
        };
        expect(
            asked,
            &format!("the number of draws cannot be {draws}; use 1 to 1000000"),
        );
    }
    let asked = StabilityQuestion {
        seed: LARGEST_SEED + 1,
        ..question("e=2022")
    };
    let sentence = "the seed cannot be 9007199254740992; use 0 to 9007199254740991";
    expect(asked, sentence);
    for spread in [-0.1, 1.1, f64::NAN] {
        let asked = StabilityQuestion {
            weight_spread: spread,
            ..question("e=2022")
        };
        expect(
            asked,
            &format!("the spread of max points cannot be {spread}; use 0 to 1"),
        );
    }
    let error = CALCULATOR.stability(&question("e=2021")).unwrap_err();
    assert!(matches!(error, CalculatorError::NotSimulatable(_)));
}
