//! What is asked of an edition beside its ranking: who a unit was before a merger, where it stood a
//! year before, what its estimates start from, what a scenario takes, and what a year can bring.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing helper fails its test"
)]

use dti_engine::calculator::{Effort, LastYear};
use dti_engine::model::{Exact, Origin, Scenario};
use dti_formats::link;

#[test]
fn a_province_is_found_again_on_both_sides_of_the_merger() {
    let calculator = dti_formats::official().unwrap();
    assert_eq!(
        calculator.counterpart("bac-giang", "2024-34"),
        Some("bac-ninh")
    );
    assert_eq!(calculator.counterpart("bac-ninh", "2022"), Some("bac-ninh"));
    assert_eq!(
        calculator.counterpart("thua-thien-hue", "2024-34"),
        Some("hue")
    );
    assert_eq!(
        calculator.counterpart("hue", "2022"),
        Some("thua-thien-hue")
    );
    assert_eq!(calculator.counterpart("nowhere", "2022"), None);
    assert_eq!(calculator.counterpart("hue", "1999"), None);
}

#[test]
fn every_province_of_the_63_is_a_former_unit_of_one_of_the_34() {
    let calculator = dti_formats::official().unwrap();
    let former = calculator.former_units("2024-34").unwrap();
    let units = calculator.edition("2024-34").unwrap().units();
    assert_eq!((former.len(), units.len()), (63, 34));
    let of = |id: &str| -> Vec<&str> {
        let own = former.iter().filter(|own| units[own.now].id == id);
        own.map(|own| own.unit.id.as_str()).collect()
    };
    assert_eq!(of("bac-ninh"), ["bac-giang", "bac-ninh"]);
    assert_eq!(of("hue"), ["thua-thien-hue"]);
    assert!(units.iter().all(|unit| !of(&unit.id).is_empty()));
    // Each can be looked at where the answer says.
    for own in &former {
        let position = own.edition.position(&own.unit.id).unwrap();
        assert_eq!(own.edition.units()[position].name, own.unit.name);
    }
    assert!(calculator.former_units("2024").unwrap().is_empty());
    assert!(calculator.former_units("1999").is_err());
}

#[track_caller]
fn last_year(edition: &str, unit: &str) -> Option<LastYear> {
    let calculator = dti_formats::official().unwrap();
    let position = calculator.edition(edition).unwrap().position(unit).unwrap();
    calculator.last_year(edition)[position]
}

#[test]
fn a_unit_that_stayed_has_its_published_place() {
    let expected = LastYear {
        score: Exact::decimal(7366, 4),
        origin: Origin::Published,
        rank: Some(9),
    };
    assert_eq!(last_year("2024", "bac-giang"), Some(expected));
}

#[test]
fn a_merged_unit_has_the_mean_of_its_former_units() {
    let calculator = dti_formats::official().unwrap();
    let before = calculator.edition("2023").unwrap();
    let score = |unit: &str| {
        let row = &before.rows()[before.position(unit).unwrap()];
        row.total.as_ref().unwrap().value
    };
    let mean = (score("bac-giang") + score("bac-ninh")).div_or(Exact::whole(2), Exact::ZERO);
    let own = last_year("2024-34", "bac-ninh").unwrap();
    assert_eq!(own.score, mean.rounded(4));
    assert_eq!(own.origin, Origin::Derived);
    assert_eq!(
        last_year("2024-34", "hue").unwrap().origin,
        Origin::Published
    );
    let all = calculator.last_year("2024-34");
    let mut ranks: Vec<u32> = all.iter().map(|own| own.unwrap().rank.unwrap()).collect();
    ranks.sort_unstable();
    assert_eq!((ranks[0], ranks.len()), (1, 34));
}

#[test]
fn without_an_edition_before_there_is_nothing() {
    let calculator = dti_formats::official().unwrap();
    assert_eq!(calculator.last_year("2022"), []);
    assert_eq!(calculator.last_year("1999"), []);
}

#[test]
fn the_complete_units_of_each_edition_are_counted() {
    let calculator = dti_formats::official().unwrap();
    let counted = |edition: &str| {
        let (behind, count) = calculator.complete_units(edition)?;
        Some((behind.id().to_owned(), count))
    };
    assert_eq!(counted("2022"), Some(("2022".to_owned(), 10)));
    assert_eq!(counted("2023"), Some(("2023".to_owned(), 10)));
    assert_eq!(counted("2024"), Some(("2024-34".to_owned(), 34)));
    assert_eq!(counted("2021"), None);
    assert_eq!(counted("1999"), None);
}

#[test]
fn all_estimates_of_a_unit_lie_equally_far_from_where_they_start() {
    let calculator = dti_formats::official().unwrap();
    let edition = calculator.edition("2022").unwrap();
    let standings = calculator.simulate(&Scenario::baseline("2022")).unwrap();
    let position = edition.position("bac-giang").unwrap();
    let card = &standings.of(position).unwrap().card;
    let mains = edition.framework().mains();
    let shifts: Vec<Exact> = mains
        .filter(|&node| card.origin(node) == Some(Origin::Estimated))
        .filter(|&node| card.score(node) < Exact::ONE)
        .map(|node| card.score(node) - calculator.estimate_start("2022", node).unwrap())
        .collect();
    assert!(shifts.len() >= 2);
    assert!(shifts.iter().all(|shift| *shift == shifts[0]), "{shifts:?}");
}

#[test]
fn flat_effort_is_the_points_that_are_gained() {
    let calculator = dti_formats::official().unwrap();
    let text = "e=2022&u=bac-giang&s=bac-giang.society:0.4348,bac-giang.economy:0.1";
    let (link, _) = link::read(text);
    // 150 x (0.4348 - 0.3348); what is lowered costs nothing.
    let flat = calculator.effort(&link.scenario, Effort::Flat).unwrap();
    assert!((flat - 15.0).abs() < 1e-9, "{flat}");
    let uphill = calculator.effort(&link.scenario, Effort::Diminishing);
    let expected = 150.0 * ((1.05 - 0.3348_f64) / (1.05 - 0.4348)).ln();
    assert!((uphill.unwrap() - expected).abs() < 1e-9);
}

#[test]
fn the_gains_of_2022_to_2023_measure_every_edition() {
    let calculator = dti_formats::official().unwrap();
    let [old, new] = ["2022", "2023"].map(|id| calculator.edition(id).unwrap());
    for id in ["2022", "2023", "2024", "2024-34"] {
        let gain = |indicator| calculator.largest_yearly_gain(id, indicator).unwrap();
        for on_file in ["infrastructure", "government", "economy", "society"] {
            let node = old.framework().node(on_file).unwrap();
            let gains = old
                .rows()
                .iter()
                .zip(new.rows())
                .map(|(old, new)| new.indicators[&node].value - old.indicators[&node].value);
            let expected = gains.max().filter(|gain| *gain > Exact::ZERO);
            assert_eq!(gain(on_file), expected, "{id} {on_file}");
        }
        for hidden in ["awareness", "institutions", "workforce", "security", "moon"] {
            assert_eq!(gain(hidden), None, "{id} {hidden}");
        }
    }
}
