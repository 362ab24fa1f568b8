//! Units like another one, and how others came to a target (docs/method.md).

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_engine::calculator::{Axis, Calculator, ErrorCode, Peers, PeersQuestion, Target};
use dti_engine::model::{Exact, Scenario};
use std::sync::LazyLock;

static CALCULATOR: LazyLock<Calculator> = LazyLock::new(|| dti_formats::official().unwrap());

fn question(edition: &str, unit: &str, target: Option<Target>) -> PeersQuestion {
    PeersQuestion {
        edition: edition.to_owned(),
        unit: unit.to_owned(),
        target,
        count: 63,
    }
}

fn peers(edition: &str, unit: &str, target: Option<Target>) -> Peers {
    CALCULATOR.peers(&question(edition, unit, target)).unwrap()
}

fn id(edition: &str, row: usize) -> &'static str {
    let calculator: &'static Calculator = &CALCULATOR;
    &calculator
        .edition(edition)
        .unwrap()
        .units()
        .get(row)
        .unwrap()
        .id
}

#[test]
fn profiles_are_compared_on_what_is_on_file_for_all_and_the_sum_of_the_rest() {
    let own = peers("2022", "bac-giang", None);
    let framework = CALCULATOR.edition("2022").unwrap().framework();
    let names = own.axes.iter().map(|axis| match axis {
        Axis::Indicator(node) => framework.indicator(*node).id.as_str(),
        Axis::Others => "others",
    });
    let names: Vec<&str> = names.collect();
    assert_eq!(
        names,
        [
            "infrastructure",
            "government",
            "economy",
            "society",
            "others"
        ]
    );
    assert_eq!(own.profile.len(), 62);
    assert!(
        own.profile
            .is_sorted_by(|one, other| one.distance <= other.distance)
    );
    // Thái Nguyên, by hand in floats: .6440 and .6469; .5586 .6478 .7764 .3348, .7453 .7779 .4829
    // .2961; others (score x 1000 - points) / 400.
    let others = |score: f64, [i, g, e, s]: [f64; 4]| {
        (score * 1000.0 - 100.0 * i - 200.0 * g - 150.0 * e - 150.0 * s) / 400.0
    };
    let [a, b] = [
        [0.5586, 0.6478, 0.7764, 0.3348],
        [0.7453, 0.7779, 0.4829, 0.2961],
    ];
    let rest = others(0.6440, a) - others(0.6469, b);
    let squares = [100.0, 200.0, 150.0, 150.0].iter().zip(a.iter().zip(b));
    let squares: f64 = squares.map(|(w, (a, b))| w * (a - b) * (a - b)).sum();
    let distance = f64::sqrt((squares + 400.0 * rest * rest) / 1000.0);
    let found = own
        .profile
        .iter()
        .find(|peer| id("2022", peer.position) == "thai-nguyen");
    assert!((found.unwrap().distance - distance).abs() < 1e-12);
    assert_eq!(
        peers("2024-34", "bac-ninh", None).axes.len(),
        8,
        "all are published"
    );
}

#[test]
fn a_distance_is_the_same_both_ways() {
    let far = |one: &str, other: &str| {
        let all = peers("2023", one, None).profile;
        all.iter()
            .find(|peer| id("2023", peer.position) == other)
            .unwrap()
            .distance
    };
    for (one, other) in [
        ("bac-giang", "hue"),
        ("ha-noi", "ca-mau"),
        ("bac-kan", "da-nang"),
    ] {
        let other = if other == "hue" {
            "thua-thien-hue"
        } else {
            other
        };
        assert_eq!(far(one, other).to_bits(), far(other, one).to_bits());
    }
}

#[test]
fn sizes_are_those_on_file_and_sums_of_the_former_units() {
    let size = peers("2022", "bac-giang", None).size.unwrap();
    // The populations of 2022 are not on file; 1,922.7 thousand in 2023.
    assert_eq!((size.year, size.own), (2023, Exact::decimal(19_227, 1)));
    let nearest = size.nearest.first().unwrap();
    let [own, other] = [size.own, nearest.population].map(Exact::to_f64);
    assert!(
        (own / other).max(other / own) < 1.02,
        "{} {other}",
        id("2022", nearest.position)
    );
    let merged = peers("2024-34", "bac-ninh", None).size.unwrap();
    let of = |unit: &str| {
        let edition = CALCULATOR.edition("2024").unwrap();
        let unit = edition
            .units()
            .get(edition.position(unit).unwrap())
            .unwrap();
        unit.population
            .iter()
            .find(|(year, _)| *year == 2024)
            .unwrap()
            .1
    };
    assert_eq!(
        (merged.year, merged.own),
        (2024, of("bac-giang") + of("bac-ninh"))
    );
}

#[test]
fn a_path_began_here_or_behind_and_ended_at_the_target() {
    // Bình Dương came from 19th in 2022 to 7th in 2023.
    let own = peers("2023", "nam-dinh", Some(Target::Rank(10)));
    let paths: Vec<&str> = own
        .paths
        .iter()
        .map(|path| id("2023", path.position))
        .collect();
    assert_eq!(
        paths,
        ["hai-phong", "binh-duong", "ha-noi", "ba-ria-vung-tau"]
    );
    for path in &own.paths {
        assert_eq!(path.editions, ["2022", "2023"]);
        assert!(path.ranks[0] >= 14 && path.ranks[1] <= 10, "{path:?}");
        let steps: Exact = path.steps.iter().map(|step| step.change).sum();
        assert_eq!(steps + path.others, path.scores[1] - path.scores[0]);
        assert!(!path.other_framework);
        let followed = Scenario {
            unit: Some("nam-dinh".to_owned()),
            overrides: path.overrides.clone(),
            ..Scenario::baseline("2023")
        };
        let standings = CALCULATOR.simulate(&followed).unwrap();
        let reached = standings.of(own.position).unwrap();
        assert_eq!((reached.rank, reached.score), (path.rank, path.score));
        assert!(path.rank <= 14, "gains only");
    }
    // 2022 -> 2023 is another framework's for 2024, and of other units for the 34.
    let later = peers("2024", "nam-dinh", Some(Target::Rank(10)));
    assert!(!later.paths.is_empty() && later.paths.iter().all(|path| path.other_framework));
    assert!(
        peers("2024-34", "bac-ninh", Some(Target::Rank(5)))
            .paths
            .is_empty()
    );
    let score = Target::Score(Exact::decimal(74, 2));
    assert!(
        peers("2024", "nam-dinh", Some(score)).paths.is_empty(),
        "scores of another framework"
    );
    let scores = peers("2022", "hai-phong", Some(score)).paths;
    assert!(
        scores
            .iter()
            .all(|path| path.scores[0] <= Exact::decimal(6352, 4))
    );
    assert!(
        scores
            .iter()
            .any(|path| id("2022", path.position) == "ha-noi")
    );
}

#[test]
fn what_cannot_be_asked_says_why() {
    let code = |question: &PeersQuestion| CALCULATOR.peers(question).unwrap_err().code();
    let rank = |rank| Some(Target::Rank(rank));
    assert_eq!(code(&question("2022", "hue", None)), ErrorCode::UnknownUnit);
    assert_eq!(
        code(&question("2020", "bac-giang", None)),
        ErrorCode::Unavailable
    );
    assert_eq!(
        code(&question("2022", "bac-giang", rank(64))),
        ErrorCode::OutOfRange
    );
    assert_eq!(
        code(&question("2022", "bac-giang", rank(0))),
        ErrorCode::OutOfRange
    );
}
