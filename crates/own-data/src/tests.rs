//! What a reader brought, saved, opened again and deleted; and what all tests of the crate begin with.

use crate::{Brought, Done, Ground, News, OwnData, Received, Refusal};
use dti_engine::model::Scenario;
use dti_formats::link::{Link, read_private};
use dti_formats::official_bytes;
use std::sync::Arc;

/// Nothing is brought yet.
pub(crate) fn own_data() -> OwnData {
    kept("")
}

/// With what was kept on the device.
pub(crate) fn kept(text: &str) -> OwnData {
    OwnData::open(official_bytes().to_vec(), text, "")
        .unwrap()
        .0
}

/// The page as a link shows it.
pub(crate) fn ground(own: &OwnData, fragment: &str) -> Ground {
    let (link, _) = read_private(fragment);
    Ground::of(own.calculator(), link, "").unwrap()
}

/// Brings a file to the page as it begins.
pub(crate) fn bring(own: &mut OwnData, name: &str, text: &str) -> Result<Received, Refusal> {
    let ground = ground(own, "e=2022");
    own.receive(name, Brought::Bytes(text.as_bytes().to_vec()), &ground)
}

/// What the page shall show last.
pub(crate) fn shown(news: &[News]) -> Option<&Link> {
    let mut links = news.iter().rev().filter_map(|news| match news {
        News::Show(link) => Some(&**link),
        _ => None,
    });
    links.next()
}

#[test]
fn a_calculator_goes_once_another_one_counts() {
    let mut own = own_data();
    let official = Arc::downgrade(own.calculator());
    own.open_example("example-rules-2025").unwrap();
    let before = Arc::downgrade(own.calculator());
    own.open_example("example-commune-2025").unwrap();
    assert!(before.upgrade().is_some(), "the page was not told yet");
    drop(own.take_news());
    assert!(before.upgrade().is_none());
    // What ships is read again for whatever is brought.
    assert!(official.upgrade().is_some());
}

#[test]
fn a_project_is_saved_and_deleted() {
    let mut own = own_data();
    own.open_example("example-rules-2025").unwrap();
    let ground = ground(&own, "e=2022&u=bac-giang");
    let scenarios = vec![("Một".to_owned(), "v=1&e=2022&u=hue".to_owned())];
    let file = own.project_file(&ground, scenarios.clone());
    assert_eq!(file.name, "dti-whatif.json");
    assert!(file.text.contains("e=2022&u=bac-giang"), "{}", file.text);
    own.take_news();
    assert_eq!(own.delete_everything(), Done::Deleted);
    assert!(own.own().is_empty() && !own.has_past());
    assert_eq!(own.texts().unwrap()[0], "");
    let news = own.take_news();
    assert!(news.iter().any(|news| matches!(news, News::Forget)));
    let is_none = |news: &News| matches!(news, News::Saved(saved) if saved.is_empty());
    assert!(news.iter().any(is_none));
    // And opened again, with its scenarios.
    let opened = bring(&mut own, "x.json", &file.text);
    let whole = Done::Opened(dti_formats::ProjectKind::Whole, None);
    assert_eq!(opened, Ok(Received::Opened(Some(whole))));
    assert!(own.has_example("example-rules-2025"));
    let news = own.take_news();
    let is_saved = |news: &News| matches!(news, News::Saved(saved) if *saved == scenarios);
    assert!(news.iter().any(is_saved));
    assert_eq!(shown(&news).unwrap().scenario, *ground.scenario());
}

#[test]
fn what_was_kept_and_cannot_be_read_is_said() {
    let (_, told) = OwnData::open(official_bytes().to_vec(), "{", "").unwrap();
    let Some(Err(Refusal::File(fault))) = told else {
        panic!("{told:?}");
    };
    assert_eq!(fault.file, "dti-whatif.json");
}

#[test]
fn an_example_is_seen_from_the_unit_whose_scorecard_it_brings() {
    let mut own = own_data();
    own.open_example("example-commune-2025").unwrap();
    let unit = own.own().assessments[0].unit.clone();
    let news = own.take_news();
    let scenario = &shown(&news).unwrap().scenario;
    assert_eq!(scenario.edition, "example-commune-2025");
    assert_eq!(scenario.unit.as_ref(), Some(&unit));
    // Its figures come along.
    assert_eq!(scenario.overrides.len(), 62);
    assert!(scenario.overrides.iter().all(|own| own.unit == unit));
}

#[test]
fn what_is_no_example_changes_nothing() {
    let mut own = own_data();
    let opened = own.open_example("moon");
    assert!(matches!(opened, Err(Refusal::Figures(_))), "{opened:?}");
    assert!(own.own().is_empty() && !own.has_past() && own.take_news().is_empty());
}

const HDI: &str = include_str!("../../../data/examples/hdi.json");

/// With the example of an own index, in which one figure is another.
fn with_index(figure: &str) -> OwnData {
    let mut own = own_data();
    let opened = bring(&mut own, "hdi.json", &HDI.replace("74.6", figure));
    assert_eq!(opened, Ok(Received::Opened(None)));
    own
}

#[test]
fn units_without_any_value_are_named_as_not_ranked() {
    let mut document: serde_json::Value = serde_json::from_str(HDI).unwrap();
    document["framework"]["missing"] = serde_json::json!("rescale");
    let row = document["edition"]["values"]["c"].as_object_mut().unwrap();
    row.values_mut()
        .for_each(|value| *value = serde_json::Value::Null);
    let mut own = own_data();
    let opened = bring(&mut own, "hdi.json", &document.to_string());
    assert_eq!(opened, Ok(Received::Opened(None)));
    let [edition] = own.own_editions()[..] else {
        panic!("{:?}", own.own_editions());
    };
    let unranked = edition.header().unranked.iter();
    assert_eq!(
        unranked.map(|name| &*name.vi).collect::<Vec<_>>(),
        ["Nước C (hư cấu)"]
    );
}

fn data_code(own: &OwnData, edition: &str) -> Option<String> {
    let edition = own.calculator().edition(edition).unwrap();
    edition.header().data_code.clone()
}

#[test]
fn who_sends_a_link_of_an_own_index_is_told_what_belongs_to_it() {
    let sender = with_index("74.6");
    let code = data_code(&sender, "hdi-example").unwrap();
    assert_eq!(code.len(), 8, "{code}");
    assert_ne!(data_code(&with_index("74.7"), "hdi-example").unwrap(), code);
    // The same data on another device, by the project file.
    let mut other = own_data();
    bring(&mut other, "p.json", &sender.kept_text()).unwrap();
    assert_eq!(data_code(&other, "hdi-example").unwrap(), code);
    let seen = ground(&sender, "e=hdi-example&u=b");
    assert_eq!(seen.edition.header().data_code, Some(code));
}

#[test]
fn what_anybody_may_open_has_no_data_code() {
    let mut own = own_data();
    own.open_example("example-commune-2025").unwrap();
    assert_eq!(data_code(&own, "example-commune-2025"), None);
    // Neither has an edition that counts with nothing of an own index.
    assert_eq!(data_code(&with_index("74.6"), "2022"), None);
}

#[test]
fn what_is_closed_is_gone_with_what_was_assessed_in_it() {
    let mut own = with_index("74.6");
    own.open_example("example-commune-2025").unwrap();
    let ids = |own: &OwnData| -> Vec<String> {
        let editions = own.own_editions().into_iter();
        editions.map(|edition| edition.id().to_owned()).collect()
    };
    assert_eq!(ids(&own).len(), 2);
    own.close("example-commune-2025").unwrap();
    assert_eq!(ids(&own), ["hdi-example"]);
    assert!(own.own().assessments.is_empty());
    own.close("hdi-example").unwrap();
    assert!(own.own().is_empty() && own.calculator().edition("hdi-example").is_err());
    // Each was a step.
    own.step_back().unwrap();
    own.step_back().unwrap();
    assert_eq!(ids(&own).len(), 2);
    assert_eq!(own.own().assessments.len(), 1);
}

#[test]
fn a_unit_without_values_is_last_with_0_or_said_to_be_unranked() {
    let document = r#"{
        "framework": {
            "id": "gaps", "title": {"vi": "G", "en": "G"}, "missing": "zero",
            "indicators": [
                {"id": "x", "name": {"vi": "x", "en": "x"}, "maxPoints": 1},
                {"id": "y", "name": {"vi": "y", "en": "y"}, "maxPoints": 1}
            ]
        },
        "edition": {
            "id": "gaps", "year": 2022, "title": {"vi": "G", "en": "G"},
            "units": [
                {"id": "low", "name": {"vi": "Thấp", "en": "Low"}},
                {"id": "nothing", "name": {"vi": "Thiếu cả hai", "en": "Nothing"}},
                {"id": "top", "name": {"vi": "Cao", "en": "Top"}}
            ],
            "values": {
                "low": {"x": 0, "y": 0.6}, "nothing": {"x": null, "y": null}, "top": {"x": 0.9, "y": 0.9}
            }
        }
    }"#;
    let open = |document: &str| {
        let mut own = own_data();
        let opened = bring(&mut own, "gaps.json", document);
        assert_eq!(opened, Ok(Received::Opened(None)));
        let standings = own.calculator().simulate(&Scenario::baseline("gaps"));
        let edition = own.calculator().edition("gaps").unwrap();
        let ranked: Vec<_> = standings
            .unwrap()
            .standings
            .iter()
            .map(|own| {
                let unit = edition.units()[own.position].id.clone();
                (unit, own.rank, own.score.to_short_text(4))
            })
            .collect();
        let unranked = edition.header().unranked.iter();
        let unranked: Vec<String> = unranked.map(|name| name.vi.clone()).collect();
        (ranked, unranked)
    };
    let row = |unit: &str, rank: u32, score: &str| (unit.to_owned(), rank, score.to_owned());
    let (ranked, unranked) = open(document);
    assert_eq!(
        ranked,
        [
            row("top", 1, "0.9"),
            row("low", 2, "0.3"),
            row("nothing", 3, "0")
        ]
    );
    assert!(unranked.is_empty(), "{unranked:?}");
    let (ranked, unranked) = open(&document.replace("zero", "rescale"));
    assert_eq!(ranked, [row("top", 1, "0.9"), row("low", 2, "0.3")]);
    assert_eq!(unranked, ["Thiếu cả hai"]);
}
