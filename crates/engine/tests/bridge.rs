//! Method and movement between two decisions (docs/method.md): what adds up, and what stays open.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_engine::calculator::{Bridge, Calculator, ErrorCode, PlanLevel, Range};
use dti_engine::model::{Exact, Maxima, Scenario};
use std::sync::LazyLock;

static CALCULATOR: LazyLock<Calculator> = LazyLock::new(|| dti_formats::official().unwrap());

fn bridge(unit: &str, from: &str, to: &str) -> Bridge {
    CALCULATOR.bridge(unit, from, to, PlanLevel::Main).unwrap()
}

fn units() -> impl Iterator<Item = &'static str> {
    CALCULATOR
        .edition("2022")
        .unwrap()
        .units()
        .iter()
        .map(|unit| unit.id.as_str())
}

fn part(units: i64) -> Exact {
    Exact::decimal(units, 4)
}

#[test]
fn bac_giang_from_2023_to_2024_worked_by_hand() {
    let own = bridge("bac-giang", "2023", "2024");
    assert_eq!((own.scores, own.ranks), ([part(7366), part(7583)], [9, 13]));
    // 100 + 200 + 150 + 150 of 1000; 140 + 200 + 150 + 150 of 940.
    let comparable = [Exact::fraction(600, 1000), Exact::fraction(640, 940)];
    assert_eq!(own.comparable, comparable);
    // Infrastructure: .6999 at 100/1000, then .8061 at 140/940.
    let infrastructure = own.parts.first().unwrap();
    assert_eq!(infrastructure.scores, [part(6999), part(8061)]);
    let [old, new] = [Exact::fraction(100, 1000), Exact::fraction(140, 940)];
    let half = Exact::fraction(1, 2);
    let weights = (new - old) * (part(6999) + part(8061)) * half;
    let values = (new + old) * part(8061 - 6999) * half;
    assert_eq!(infrastructure.split.weights, weights);
    assert_eq!(infrastructure.split.values, values);
    let hidden = own.hidden.unwrap();
    let names = hidden.nodes.iter().map(|node| {
        let framework = CALCULATOR.edition("2024").unwrap().framework();
        framework.indicator(*node).id.clone()
    });
    let names: Vec<String> = names.collect();
    assert_eq!(
        names,
        ["awareness", "institutions", "workforce", "security"]
    );
    // 2023: .7366 less 69.99, 149.64, 111.585 and 68.67 points of 1000 leaves 336.715 of 400 points
    // for the four. Under 50, 50, 100, 100 of 940 that is least with the first two full (136.715
    // left for the others) and most with the others full (136.715 left for the first two, at half).
    // 2024: .7583 x 940 less 112.854, 111.06, 112.89 and 94.215 leaves 281.783 of 300; under the
    // equal weights of 922 that is most with the first two full (181.783 for the others) and least
    // with the others full (81.783, twice).
    let points = |points: i64, of: i64| Exact::decimal(points, 4) * Exact::fraction(1, of);
    let (before, after) = (points(3_367_150, 1000), points(2_817_830, 940));
    let old_under_new = [points(2_367_150, 940), points(2_683_575, 940)];
    let new_under_old = [points(3_635_660, 1000), points(3_817_830, 1000)];
    let low = (old_under_new[0] - before + after - new_under_old[1]) * half;
    let high = (old_under_new[1] - before + after - new_under_old[0]) * half;
    assert_eq!((hidden.weights.low, hidden.weights.high), (low, high));
    assert_eq!(hidden.weights.low + hidden.values.high, hidden.change);
    assert!(own.across_frameworks && own.estimated && own.rest == Exact::ZERO);
}

#[test]
fn everything_adds_up_for_every_unit_and_pair_of_years() {
    for (from, to) in [
        ("2022", "2024"),
        ("2023", "2024"),
        ("2022", "2023"),
        ("2024", "2022"),
    ] {
        for unit in units() {
            let own = bridge(unit, from, to);
            let [before, after] = own.scores;
            let parts = own
                .parts
                .iter()
                .map(|part| part.split.weights + part.split.values);
            let hidden = own
                .hidden
                .as_ref()
                .map_or(Exact::ZERO, |hidden| hidden.change);
            assert_eq!(
                parts.sum::<Exact>() + hidden + own.rest,
                after - before,
                "{unit}"
            );
            assert!(
                own.rest.abs() <= part(2),
                "only rounding is left over: {own:?}"
            );
            for range in own
                .hidden
                .iter()
                .flat_map(|hidden| [hidden.weights, hidden.values])
            {
                assert!(range.low <= range.high, "{unit} {from} {to}");
            }
            let [own_places, rivals, method] = own.places;
            let moved = i64::from(own.ranks[1]) - i64::from(own.ranks[0]);
            assert_eq!(own_places + rivals + method, Exact::whole(moved));
        }
    }
}

#[test]
fn one_framework_has_no_effect_of_method() {
    for unit in units() {
        let own = bridge(unit, "2022", "2023");
        assert!(!own.across_frameworks);
        assert_eq!(own.weights(), Range::only(Exact::ZERO), "{unit}");
        assert_eq!(own.places[2], Exact::ZERO);
    }
}

#[test]
fn the_estimates_lie_within_the_bounds() {
    // The fill is one of the values that are possible.
    let cards = ["2023", "2024"].map(|id| {
        let standings = CALCULATOR.simulate(&Scenario::baseline(id)).unwrap();
        let edition = CALCULATOR.edition(id).unwrap();
        (standings, edition, Maxima::of(edition.framework()))
    });
    for (row, unit) in units().enumerate() {
        let own = bridge(unit, "2023", "2024");
        let Some(hidden) = own.hidden else {
            continue;
        };
        let framework = cards[1].1.framework();
        let mut weights = Exact::ZERO;
        for node in &hidden.nodes {
            let id = &framework.indicator(*node).id;
            let seen = cards.each_ref().map(|(standings, edition, maxima)| {
                let node = edition.framework().node(id).unwrap();
                let value = standings.of(row).unwrap().card.value(node).unwrap();
                (
                    value.score,
                    maxima.of_node(node).div_or(maxima.total(), Exact::ZERO),
                )
            });
            let [(old, old_share), (new, new_share)] = seen;
            weights = weights + (new_share - old_share) * (old + new) * Exact::fraction(1, 2);
        }
        let Range { low, high } = hidden.weights;
        let room = part(1);
        assert!(
            low - room <= weights && weights <= high + room,
            "{unit}: {low:?} {weights:?} {high:?}"
        );
    }
}

#[test]
fn what_cannot_be_bridged_says_why() {
    let error = |from, to, level| CALCULATOR.bridge("bac-giang", from, to, level).unwrap_err();
    let components = error("2023", "2024", PlanLevel::Component);
    assert_eq!(components.code(), ErrorCode::Unavailable);
    let wanted = "components of `2023` and `2024` cannot be bridged: their results are not published, \
                  and no list says which component of one became which of the other; use the level \
                  `main`";
    assert_eq!(components.to_string(), wanted);
    assert_eq!(
        error("2023", "2024-34", PlanLevel::Main).code(),
        ErrorCode::Unavailable
    );
    assert_eq!(
        error("2021", "2022", PlanLevel::Main).code(),
        ErrorCode::Unavailable
    );
    assert_eq!(
        error("2023", "1999", PlanLevel::Main).code(),
        ErrorCode::UnknownEdition
    );
    let unknown = CALCULATOR
        .bridge("hue", "2023", "2024", PlanLevel::Main)
        .unwrap_err();
    assert_eq!(unknown.code(), ErrorCode::UnknownUnit);
}
