//! The desk as its reader uses it.

use super::{Brought, Desk, News};
use crate::page::Asked;
use crate::page::tests::Asker;
use crate::page::{Event, EventKind};
use dti_formats::official_bytes;

/// A question of the page at an address.
pub(super) fn question(fragment: &str) -> Asked {
    let calculator = Box::leak(Box::new(dti_formats::official().unwrap()));
    Asker::at(calculator, fragment).desk_question()
}

/// A desk that the page at an address has opened.
pub(super) fn desk(fragment: &str) -> Desk {
    let mut desk = Desk::new(official_bytes(), "").unwrap();
    desk.markup(&question(fragment));
    desk
}

/// A click on what does this.
pub(super) fn press(desk: &mut Desk, deed: &str) {
    happen(desk, EventKind::Click, deed, "");
}

/// A click on a control, or a final value in it.
pub(super) fn happen(desk: &mut Desk, kind: EventKind, deed: &str, value: &str) {
    let deed = &format!("desk {deed}");
    desk.take_in(&Event { kind, deed, value });
}

#[test]
fn a_project_is_saved_and_deleted() {
    let mut desk = desk("#e=2022&u=bac-giang");
    press(&mut desk, "export project");
    let news = desk.news();
    assert!(matches!(&news[..], [News::Save { name, text, .. }]
        if name == "dti-whatif.json" && text.contains("e=2022&u=bac-giang")));
    press(&mut desk, "open export");
    press(&mut desk, "export delete");
    assert!(desk.markup(&question("#e=2022")).html().contains("Xóa hẳn"));
    press(&mut desk, "export delete-sure");
    assert!(desk.news().contains(&News::Forget));
}

#[test]
fn what_was_kept_and_cannot_be_read_is_said() {
    let mut desk = Desk::new(official_bytes(), "{").unwrap();
    let said = desk.markup(&question("#e=2022")).html();
    assert!(said.contains("dti-whatif.json"), "{said}");
}

#[test]
fn an_example_is_seen_from_the_unit_whose_scorecard_it_brings() {
    let mut desk = desk("#e=2022");
    press(&mut desk, "index example example-commune-2025");
    let unit = desk.own.assessments[0].unit.clone();
    // Its figures come along.
    let begin = format!("v=1&e=example-commune-2025&u={unit}&s={unit}.");
    let is_it = |news: &News| matches!(news, News::Load(text) if text.starts_with(&begin));
    assert!(desk.news().iter().any(is_it), "{unit}");
}

/// A desk with the example of an own index, in which one figure is another.
fn with_index(figure: &str) -> Desk {
    let document = include_str!("../../../../data/examples/hdi.json").replace("74.6", figure);
    let mut desk = desk("#e=2022");
    desk.receive("hdi.json", Brought::Bytes(document.into_bytes()));
    assert_eq!(desk.refused(), None);
    desk
}

#[test]
fn units_without_any_value_are_named_as_not_ranked() {
    let document = include_str!("../../../../data/examples/hdi.json");
    let mut document: serde_json::Value = serde_json::from_str(document).unwrap();
    document["framework"]["missing"] = serde_json::json!("rescale");
    let row = document["edition"]["values"]["c"].as_object_mut().unwrap();
    row.values_mut()
        .for_each(|value| *value = serde_json::Value::Null);
    let mut desk = desk("#e=2022");
    desk.receive(
        "hdi.json",
        Brought::Bytes(document.to_string().into_bytes()),
    );
    assert_eq!(desk.refused(), None);
    press(&mut desk, "open index");
    let html = desk.markup(&question("#e=2022")).html();
    assert!(html.contains("không được xếp hạng: Nước C"), "{html}");
}

fn data_code(desk: &Desk, edition: &str) -> Option<String> {
    let edition = desk.calculator.edition(edition).unwrap();
    edition.header().data_code.clone()
}

#[test]
fn who_sends_a_link_of_an_own_index_is_told_what_belongs_to_it() {
    let mut sender = with_index("74.6");
    let code = data_code(&sender, "hdi-example").unwrap();
    assert_eq!(code.len(), 8, "{code}");
    assert_ne!(data_code(&with_index("74.7"), "hdi-example").unwrap(), code);
    // The same data on another device, by the project file.
    let mut other = desk("#e=2022");
    other.receive("p.json", Brought::Bytes(sender.kept_text().into_bytes()));
    assert_eq!(data_code(&other, "hdi-example").unwrap(), code);
    let asked = Asker::at(sender.calculator, "#e=hdi-example&u=b").desk_question();
    sender.markup(&asked);
    press(&mut sender, "open export");
    let told = sender.markup(&asked).html();
    assert!(
        told.contains(&format!("Mã số liệu của kỳ đang xem: {code}.")),
        "{told}"
    );
}

#[test]
fn what_anybody_may_open_has_no_data_code() {
    let mut desk = desk("#e=2022");
    press(&mut desk, "index example example-commune-2025");
    assert_eq!(data_code(&desk, "example-commune-2025"), None);
    // Neither has an edition that counts with nothing of an own index.
    assert_eq!(data_code(&with_index("74.6"), "2022"), None);
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
        let mut desk = desk("#e=2022");
        desk.receive("gaps.json", Brought::Bytes(document.as_bytes().to_vec()));
        assert_eq!(desk.refused(), None);
        press(&mut desk, "open index");
        let html = desk.markup(&question("#e=2022")).html();
        let scenario = dti_engine::model::Scenario::baseline("gaps");
        let standings = desk.calculator.simulate(&scenario).unwrap();
        let edition = desk.calculator.edition("gaps").unwrap();
        let ranked = standings.standings.iter().map(|own| {
            let unit = edition.units()[own.position].id.clone();
            (unit, own.rank, own.score.to_short_text(4))
        });
        (ranked.collect::<Vec<_>>(), html)
    };
    let row = |unit: &str, rank: u32, score: &str| (unit.to_owned(), rank, score.to_owned());
    let told = "Không có số liệu nào, nên không có điểm và không được xếp hạng: Thiếu cả hai.";
    let (ranked, html) = open(document);
    assert_eq!(
        ranked,
        [
            row("top", 1, "0.9"),
            row("low", 2, "0.3"),
            row("nothing", 3, "0")
        ]
    );
    assert!(!html.contains(told));
    let (ranked, html) = open(&document.replace("zero", "rescale"));
    assert_eq!(ranked, [row("top", 1, "0.9"), row("low", 2, "0.3")]);
    assert!(html.contains(told), "{html}");
}
