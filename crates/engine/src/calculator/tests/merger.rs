//! Mergers of small editions, worked out by hand.

use super::small::{Published, edition, edition_of, framework, named, unit};
use crate::analysis::Weights;
use crate::calculator::{Calculator, CalculatorError};
use crate::catalogue::Catalogue;
use crate::model::{EditionHeader, Exact, FrameworkHeader, Note, Scenario, Standings};
use std::sync::Arc;

const FORMER: [Published<'_>; 3] = [
    ("p", None, &[("a", 80)]),
    ("q", None, &[("a", 40)]),
    ("r", None, &[("a", 70)]),
];

const NEW: [Published<'_>; 2] = [("p", Some(61), &[("a", 61)]), ("r", Some(70), &[("a", 70)])];

/// `p` and `q` become `p`; `r` stays what it is.
fn calculator(has_published: bool) -> Calculator {
    let framework = framework(FrameworkHeader::default(), &[("a", 100)]);
    let people = [[1, 3], [1, 1], [2, 2]].map(|[then, now]| [(2023, then), (2024, now)]);
    let units = FORMER.iter().zip(&people);
    let units = units.map(|((id, ..), people)| unit(id, people)).collect();
    let merged = EditionHeader {
        merger_of: Some("former".to_owned()),
        ..named("new")
    };
    let own = EditionHeader {
        is_own: true,
        ..named("own")
    };
    let mut editions = vec![
        edition_of(named("former"), &framework, units, &FORMER),
        edition(own, &framework, &FORMER),
    ];
    if has_published {
        editions.push(edition(merged, &framework, &NEW));
    }
    let mergers = [("p", "p"), ("q", "p"), ("r", "r")];
    Calculator::new(Catalogue {
        editions,
        mergers: mergers
            .map(|(old, new)| (old.to_owned(), new.to_owned()))
            .to_vec(),
        merged_units: Arc::new(vec![unit("p", &[]), unit("r", &[])]),
        ..Catalogue::default()
    })
}

fn hundredths(value: i64) -> Exact {
    Exact::decimal(value, 2)
}

/// Score and rank of `p` and `r`.
fn told(standings: &Standings) -> [(Exact, u32); 2] {
    [0, 1].map(|row| {
        let own = standings.of(row).unwrap();
        (own.score, own.rank)
    })
}

#[test]
fn former_units_make_the_new_one_by_their_weights() {
    let merged = |has_published, weights| {
        let calculator = calculator(has_published);
        calculator
            .merge(&Scenario::baseline("former"), weights)
            .unwrap()
    };
    let equal = merged(false, Weights::Equal);
    assert_eq!(told(&equal), [(hundredths(60), 2), (hundredths(70), 1)]);
    assert_eq!(equal.notes, []);
    assert_eq!(equal.edition, "former");
    // What was published of it stands for the mean.
    let published = merged(true, Weights::Equal);
    assert_eq!(told(&published), [(hundredths(61), 2), (hundredths(70), 1)]);
    // Three of four people had .8, and half of them a year before; that is nobody's publication.
    let now = merged(true, Weights::Population(2024));
    assert_eq!(told(&now), [(hundredths(70), 1), (hundredths(70), 1)]);
    assert_eq!(now.notes, [Note::UnofficialWeights]);
    let then = merged(true, Weights::Population(2023));
    assert_eq!(told(&then), [(hundredths(60), 2), (hundredths(70), 1)]);
}

#[test]
fn new_units_and_a_readers_own_are_not_merged() {
    let refused = |edition: &str, weights| {
        let merged = calculator(true).merge(&Scenario::baseline(edition), weights);
        matches!(merged, Err(CalculatorError::NoMerger(id)) if id == edition)
    };
    // Though their ids are among those of former units.
    assert!(refused("new", Weights::Equal));
    assert!(refused("own", Weights::Equal));
    assert!(refused("former", Weights::Population(2020)));
    assert!(!refused("former", Weights::Equal));
}
