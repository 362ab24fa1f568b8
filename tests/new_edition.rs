//! Next year's results are data alone (docs/new-edition.md): an edition that no code has heard of works like
//! the others. Its figures here are those of 2024, for the test only.

#![cfg(feature = "ssr")]
#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_engine::calculator::Calculator;
use dti_engine::model::{Edition, EditionHeader, Previous, Scenario, Text};
use dti_formats::link;
use dti_formats::link::Language;
use dti_whatif::state::State;
use dti_whatif::views::Page;
use leptos::prelude::*;
use std::sync::Arc;

/// The official data with an edition `2025` of the 34 units.
fn with_2025() -> Calculator {
    let mut catalogue = dti_formats::official_catalogue().unwrap();
    let before = catalogue.edition("2024-34").unwrap();
    let title = Text {
        vi: "DTI 2025".to_owned(),
        en: "DTI 2025".to_owned(),
    };
    let header = EditionHeader {
        id: "2025".to_owned(),
        year: 2025,
        title,
        simulatable: true,
        profile: Some("2025".to_owned()),
        previous: Some(Previous {
            edition: "2024-34".to_owned(),
            merged: false,
        }),
        ..EditionHeader::default()
    };
    let framework = Arc::clone(before.framework());
    let units = Arc::new(before.units().to_vec());
    let edition = Edition::new(header, framework, units, before.rows().to_vec());
    catalogue.editions.push(Arc::new(edition));
    Calculator::new(catalogue)
}

#[test]
fn an_edition_that_no_code_has_heard_of_works_like_the_others() {
    let calculator = Arc::new(with_2025());
    assert_eq!(calculator.editions().len(), 7);
    let baseline = |id: &str| calculator.simulate(&Scenario::baseline(id)).unwrap();
    assert_eq!(baseline("2025").standings.len(), 34);
    for (new, old) in baseline("2025")
        .standings
        .iter()
        .zip(&baseline("2024-34").standings)
    {
        assert_eq!((new.rank, new.score), (old.rank, old.score));
    }
    let (link, _) = link::read("e=2025&u=bac-ninh&s=bac-ninh.society:0.9&r=trend");
    let edited = calculator.simulate(&link.scenario).unwrap();
    let position = calculator
        .edition("2025")
        .unwrap()
        .position("bac-ninh")
        .unwrap();
    let own = edited.of(position).unwrap();
    assert!(
        own.rank < own.baseline_rank,
        "the trend of unchanged rivals is 0"
    );
    let address = "https://example.org/#e=2025&u=bac-ninh&s=bac-ninh.society:0.9";
    let drawn = Owner::new().with(|| {
        let state = State::try_new(calculator, address, Language::Vi, |_| None).unwrap();
        view! { <Page state /> }.to_html()
    });
    assert!(drawn.contains("DTI 2025"), "{drawn}");
}

#[test]
fn a_plain_address_opens_the_newest_edition() {
    let calculator = dti_formats::official().unwrap();
    let mut editions = calculator.editions().iter();
    let newest = editions
        .rfind(|edition| edition.header().simulatable)
        .unwrap();
    assert_eq!(newest.id(), link::DEFAULT_EDITION);
    assert!(newest.position(link::DEFAULT_UNIT).is_some());
}
