//! What stands on the page of what a reader brought.

mod kept;
mod reading;
mod told;

use super::OwnData;
use super::begin::{Beginning, begin};
use super::desk::Desk;
use super::export::{Deleting, hand, save_project};
use crate::bridge::Tab;
use crate::state::State;
use dti_engine::calculator::ComponentCard;
use dti_engine::model::{Assessed, Assessment, Exact, RawValue};
use dti_formats::Form;
use dti_formats::link::Language;
use dti_own_data::{Brought, OwnData as Own, Refusal, TableName};
use leptos::prelude::*;
use std::sync::Arc;

pub(super) const RULES: &str = "example-rules-2025";
pub(super) const COMMUNE: &str = "example-commune-2025";
pub(super) const HDI: &str = include_str!("../../../data/examples/hdi.json");

/// Does something with the own data on the page at an address, where this was kept on the device.
#[track_caller]
pub(super) fn with_kept<T>(kept: &str, fragment: &str, go: impl FnOnce(Desk) -> T) -> T {
    let shipped = dti_formats::official_bytes().to_vec();
    let (own, told) = Own::open(shipped, kept, "").unwrap();
    let address = format!("https://example.org/dti/{fragment}");
    Owner::new().with(|| {
        let state = State::try_new(Arc::clone(own.calculator()), &address, Language::Vi, |_| {
            None
        })
        .unwrap();
        go(Desk::new(state, own, told))
    })
}

/// The same with nothing on the device.
#[track_caller]
pub(super) fn with_desk<T>(fragment: &str, go: impl FnOnce(Desk) -> T) -> T {
    with_kept("", fragment, go)
}

/// With an example open, seen from one of its units.
#[track_caller]
pub(super) fn with_example<T>(id: &str, unit: &str, go: impl FnOnce(Desk) -> T) -> T {
    with_desk("#e=2022", |desk| {
        open_example(desk, id);
        desk.state.go_to(id, Some(unit.to_owned()));
        go(desk)
    })
}

pub(super) fn open_example(desk: Desk, id: &str) {
    desk.deed(|own, _ground| own.open_example(id).map(|()| None));
}

/// Brings a file that was gone through to its end.
pub(super) fn bring(desk: Desk, name: &str, text: &str) {
    desk.take_in(name, Brought::Bytes(text.as_bytes().to_vec()), "");
}

/// What is entered for the unit on screen.
pub(super) fn assessment(desk: Desk) -> Assessment {
    let ground = desk.ground().unwrap();
    desk.own
        .with_untracked(|own| own.assessment(ground.edition_id(), ground.unit()))
}

/// The engine's own answer to that.
pub(super) fn component_card(desk: Desk) -> ComponentCard {
    let ground = desk.ground().unwrap();
    desk.own
        .with_untracked(|own| own.component_card(&ground).unwrap())
}

/// All that is drawn.
pub(super) fn drawn(desk: Desk) -> String {
    view! { <OwnData desk /> }.to_html()
}

/// What of it is seen.
pub(super) fn seen(desk: Desk) -> String {
    shown(&drawn(desk))
}

/// The same of one part, in a language.
pub(super) fn seen_in(desk: Desk, tab: Tab, language: Language) -> String {
    desk.tab.set(tab);
    desk.state.language.set(language);
    seen(desk)
}

/// HTML without its comments and without what is hidden.
pub(super) fn shown(html: &str) -> String {
    let mut shown = String::new();
    // Elements that are open within one that is hidden, with that one.
    let mut hidden = 0_usize;
    for piece in pieces(html) {
        let is_end = piece.starts_with("</");
        let begins = piece.starts_with('<') && !is_end && !piece.starts_with("<input");
        let outside_quotes = piece.split('"').step_by(2);
        let mut names = outside_quotes.flat_map(str::split_whitespace);
        let is_hidden = begins && names.any(|name| name.trim_end_matches('>') == "hidden");
        if hidden > 0 || is_hidden {
            hidden = hidden + usize::from(begins) - usize::from(is_end);
        } else {
            shown.push_str(&piece);
        }
    }
    shown
}

/// The tags and texts of HTML, one after the other.
fn pieces(html: &str) -> Vec<String> {
    let html = html.replace("<!--<() />-->", "").replace("<!>", "");
    let mut pieces = Vec::new();
    for part in html.split_inclusive('>') {
        let (text, tag) = part.split_at(part.find('<').unwrap_or(part.len()));
        let both = [text, tag].into_iter().filter(|piece| !piece.is_empty());
        pieces.extend(both.map(str::to_owned));
    }
    pieces
}

/// Everything that is read or heard.
fn said(html: &str) -> String {
    let heard = ["aria-label", "placeholder", "title", "alt"];
    let mut said = String::new();
    for piece in pieces(html) {
        if !piece.starts_with('<') {
            said.push_str(&piece);
        }
        let parts: Vec<&str> = piece.split('"').collect();
        for pair in parts.chunks_exact(2) {
            if heard
                .iter()
                .any(|name| pair[0].ends_with(&format!(" {name}=")))
            {
                said.push_str(pair[1]);
            }
        }
        said.push('\n');
    }
    said
}

pub(super) fn count(html: &str, what: &str) -> usize {
    html.matches(what).count()
}

/// Whether a button with this text is there.
pub(super) fn has_button(html: &str, label: &str) -> bool {
    html.contains(&format!(">{label}</button>"))
}

#[track_caller]
pub(super) fn expect_unique_ids(html: &str) {
    let ids = html.split(" id=\"").skip(1);
    let mut ids: Vec<&str> = ids.map(|rest| rest.split('"').next().unwrap()).collect();
    assert!(!ids.is_empty());
    ids.sort_unstable();
    let twice: Vec<_> = ids.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn what_is_hidden_is_not_seen() {
    let html = "<p>a<!> b</p><p hidden class=\"x\"><b>c</b><input type=\"text\">d</p><i title=\"hidden \">e</i>";
    assert_eq!(shown(html), "<p>a b</p><i title=\"hidden \">e</i>");
    assert_eq!(
        said(html).split_whitespace().collect::<Vec<_>>(),
        ["a", "b", "c", "d", "hidden", "e"]
    );
}

#[test]
fn everything_is_deleted_only_when_it_is_said_twice() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        open_example(desk, RULES);
        let is_sure = RwSignal::new(false);
        let asked = move || view! { <Deleting desk is_sure /> }.to_html();
        let html = asked();
        assert!(has_button(&html, "Xóa tất cả") && !html.contains("Xóa hẳn, "));
        is_sure.set(true);
        let html = asked();
        assert!(has_button(&html, "Xóa hẳn, không lấy lại được"), "{html}");
        assert!(has_button(&html, "Giữ lại") && !has_button(&html, "Xóa tất cả"));
        assert!(desk.own.with(|own| own.has_example(RULES)));
        desk.delete_everything();
        assert!(desk.own.with(|own| own.own().is_empty()));
        let html = seen_in(desk, Tab::Index, Language::Vi);
        assert!(html.contains("Đã xóa mọi dữ liệu của bạn trên máy này."));
        assert!(!has_button(&html, "Bỏ ra"), "{html}");
        let english = seen_in(desk, Tab::Export, Language::En);
        assert!(has_button(&english, "Delete everything"), "{english}");
    });
}

#[test]
fn units_without_any_value_are_named_as_not_ranked() {
    let document = HDI
        .replace("\"framework\": {", "\"framework\": { \"missing\": \"rescale\",")
        .replace(
            "{ \"health\": 66, \"education.expected\": 11.7, \"education.mean\": 6.3, \"income\": 4100 }",
            "{ \"health\": null, \"education.expected\": null, \"education.mean\": null, \"income\": null }",
        );
    with_desk("#e=2022", |desk| {
        bring(desk, "hdi.json", &document);
        let html = seen_in(desk, Tab::Index, Language::Vi);
        assert!(
            html.contains("không được xếp hạng: Nước C (hư cấu)."),
            "{html}"
        );
        assert!(has_button(&html, "Xem") && has_button(&html, "Bỏ ra"));
        let english = seen_in(desk, Tab::Index, Language::En);
        assert!(english.contains("Country C (fictitious)"), "{english}");
    });
}

#[test]
fn a_unit_that_is_last_with_0_is_not_said_to_be_unranked() {
    let document = r#"{
        "framework": {
            "id": "gaps", "title": {"vi": "G", "en": "G"}, "missing": "zero",
            "indicators": [{"id": "x", "name": {"vi": "x", "en": "x"}, "maxPoints": 1}]
        },
        "edition": {
            "id": "gaps", "year": 2022, "title": {"vi": "G", "en": "G"},
            "units": [
                {"id": "nothing", "name": {"vi": "Thiếu tất", "en": "Nothing"}},
                {"id": "top", "name": {"vi": "Cao", "en": "Top"}}
            ],
            "values": { "nothing": {"x": null}, "top": {"x": 0.9} }
        }
    }"#;
    for (missing, is_told) in [("zero", false), ("rescale", true)] {
        with_desk("#e=2022", |desk| {
            bring(desk, "gaps.json", &document.replace("zero", missing));
            assert_eq!(desk.state.edition.get().id(), "gaps");
            let html = seen_in(desk, Tab::Index, Language::Vi);
            let told = "không có điểm và không được xếp hạng: Thiếu tất.";
            assert_eq!(html.contains(told), is_told, "{missing}: {html}");
        });
    }
}

#[test]
fn who_sends_a_link_of_an_own_index_is_told_what_belongs_to_it() {
    with_desk("#e=2022", |desk| {
        let plain = seen_in(desk, Tab::Export, Language::Vi);
        assert!(!plain.contains("Mã số liệu"));
        bring(desk, "hdi.json", HDI);
        let code = desk.state.edition.get().header().data_code.clone().unwrap();
        let html = seen(desk);
        let told = format!("Mã số liệu của kỳ đang xem: {code}.");
        assert!(html.contains(&told), "{html}");
        assert!(seen_in(desk, Tab::Export, Language::En).contains(&code));
    });
}

#[test]
fn a_file_stands_on_the_page_too_until_the_next_deed() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        desk.tab.set(Tab::Export);
        assert!(!drawn(desk).contains("desk-handed"));
        let ground = desk.ground().unwrap();
        let words = desk.state.words.get_untracked();
        let table = (TableName::Results, Form::Vietnamese);
        let [csv, card, project] = desk.own.with(|own| {
            [
                own.csv_file(&ground, table, &words).unwrap(),
                own.card_file(&ground).unwrap(),
                own.project_file(&ground, Vec::new()),
            ]
        });
        hand(desk, move |own, ground, words| {
            own.csv_file(ground, table, words)
        });
        assert!(desk.handed.get_untracked() == csv.text && csv.text.contains("Bắc Giang"));
        let html = drawn(desk);
        assert!(html.contains("for=\"desk-handed\"") && html.contains(&csv.text));
        // Nobody takes a file here, as in a frame without leave to download.
        assert!(html.contains(&csv.name), "{html}");
        hand(desk, |own, ground, _words| own.card_file(ground));
        assert!(drawn(desk).contains(&card.text));
        save_project(desk);
        let html = drawn(desk);
        assert!(html.contains(&project.text) && project.text.contains("bac-giang"));
        desk.deed(|_own, _ground| Ok(None));
        assert!(!drawn(desk).contains("desk-handed"));
        save_project(desk);
        desk.begin_reading("bang.csv");
        assert!(!drawn(desk).contains("desk-handed"));
    });
}

#[test]
fn a_ward_begins_with_its_name_and_no_figure() {
    with_desk("#e=2022", |desk| {
        let html = seen_in(desk, Tab::Index, Language::Vi);
        assert!(html.contains("<label for=\"begin-name\">Tên đơn vị</label>"));
        assert!(html.contains("maxlength=\"80\"") && !html.contains("aria-invalid"));
        begin(desk);
        assert_eq!(desk.told.get(), Some(Err(Refusal::NameMissing)));
        let html = seen(desk);
        assert!(
            html.contains("Hãy nhập tên đơn vị, chẳng hạn")
                && html.contains("aria-invalid=\"true\"")
        );
        let Beginning { set, name } = desk.beginning;
        set.set("commune-hcmc-2026".to_owned());
        name.set("Phường Bến Thành".to_owned());
        // In another language it is still there.
        let english = seen_in(desk, Tab::Index, Language::En);
        assert!(english.contains("value=\"Phường Bến Thành\""), "{english}");
        assert!(english.contains("<option value=\"commune-hcmc-2026\" selected>"));
        begin(desk);
        assert_eq!(
            (set.get(), name.get()),
            ("dti-922".to_owned(), String::new())
        );
        assert_eq!(desk.state.edition.get().id(), "phieu-phuongbenthanh");
        desk.state.language.set(Language::Vi);
        let html = seen(desk);
        assert!(desk.tab.get() == Tab::Card && html.contains("<h3>Phường Bến Thành, "));
        assert!(html.contains("chưa nhập thành phần nào") && !html.contains("Hãy nhập tên"));
        assert!(!html.contains("công bố"), "{html}");
        let card = component_card(desk);
        assert!(card.mains.iter().all(|main| main.known == 0));
    });
}

/// An index of one's own with one score for each of two units.
const COUNTRIES: &str = r#"{
    "framework": {
        "id": "small", "title": { "vi": "Nhỏ", "en": "Small" },
        "indicators": [{ "id": "x", "name": { "vi": "x" }, "maxPoints": 1 }]
    },
    "edition": {
        "id": "small-2024", "year": 2024, "title": { "vi": "Nhỏ 2024", "en": "Small 2024" },
        "unitName": { "vi": "nước", "en": "country", "plural": "countries" },
        "units": [
            { "id": "a", "name": { "vi": "Nơi a", "en": "Place a" } },
            { "id": "b", "name": { "vi": "Nơi b", "en": "Place b" } }
        ],
        "values": { "a": { "x": 0.85 }, "b": { "x": 0.75 } }
    }
}"#;

#[test]
fn an_own_index_is_spoken_of_in_its_words() {
    with_desk("#e=2022", |desk| {
        bring(desk, "own.json", COUNTRIES);
        assert_eq!(desk.state.edition.get().id(), "small-2024");
        let mut entered = assessment(desk);
        entered.rows.push(Assessed {
            indicator: "x".to_owned(),
            own: Some(RawValue::Points(Exact::decimal(5, 1))),
            ..Assessed::default()
        });
        desk.assess(entered);
        let html = seen(desk);
        assert!(
            html.contains("2/2 (gốc 1)") && html.contains("0,5000 (gốc 0,8500)"),
            "{html}"
        );
        for tab in [Tab::Card, Tab::Import, Tab::Export, Tab::Index] {
            for (language, units, foreign) in [
                (Language::Vi, "một nước", ["tỉnh", "Tỉnh", "công bố"]),
                (
                    Language::En,
                    "one country",
                    ["province", "Province", "published"],
                ),
            ] {
                let html = seen_in(desk, tab, language);
                let words = desk.state.words.get();
                // Who begins without figures is offered the sets of provinces and communes.
                let offered = [words.begin_hint(), words.begin_provinces()];
                let own = offered
                    .iter()
                    .fold(said(&html), |own, text| own.replace(text, ""));
                for word in foreign {
                    assert!(!own.contains(word), "{tab:?} {word}: {own}");
                }
                assert!(tab != Tab::Import || own.contains(units), "{own}");
            }
        }
    });
}

#[test]
fn each_part_has_ids_once_and_its_button_pressed() {
    with_example(RULES, "example-place-a", |desk| {
        for tab in [Tab::Card, Tab::Import, Tab::Export, Tab::Index] {
            let html = seen_in(desk, tab, Language::Vi);
            expect_unique_ids(&drawn(desk));
            assert_eq!(count(&html, "aria-pressed=\"true\" class=\"part\""), 1);
            assert_eq!(count(&html, "class=\"part\""), 4);
        }
    });
}
