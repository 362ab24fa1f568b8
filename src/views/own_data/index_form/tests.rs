//! The form on the page: what it shows of a table, the sentence beside each bad entry, and what is told of
//! an index that it made.

use super::faults::sentence;
use super::{Desk, IndexFormPart, OpenForm};
use crate::state::State;
use crate::views::own_data::told::now;
use dti_engine::model::{Imputation, Treatment};
use dti_formats::link::Language;
use dti_formats::{DecimalMark, PointsFaultKind};
use dti_own_data::index_form::{FormFaultKind as K, Gap, IndexForm};
use dti_own_data::{Brought, Ground, OwnData, Received, Refusal};
use dti_words::Words;
use leptos::prelude::*;
use std::sync::Arc;

const TABLE: &str = "Xã;Trực tuyến;Số ngày chờ\nAn Bình;62,5;4\nBắc Sơn;71;2,5\nCao Lãnh;48;7\n";
const LANGUAGES: [Language; 2] = [Language::Vi, Language::En];

/// Does something with the page and a form for the table.
fn with_form<T>(language: Language, go: impl FnOnce(Desk, IndexForm) -> T) -> T {
    let (mut own, told) = OwnData::open(dti_formats::official_bytes().to_vec(), "", "").unwrap();
    let address = "https://example.org/dti/#e=2022";
    Owner::new().with(|| {
        let state =
            State::try_new(Arc::clone(own.calculator()), address, language, |_| None).unwrap();
        let ground = Ground::of(own.calculator(), state.link(), "").unwrap();
        let brought = Brought::Bytes(TABLE.as_bytes().to_vec());
        let received = own.receive("xa.csv", brought, &ground).unwrap();
        let Received::Table(table) = received else {
            panic!("no table");
        };
        let form = IndexForm::of(&table, 2024).unwrap();
        let desk = Desk::new(state, own, told);
        desk.state.language.set(language);
        go(desk, form)
    })
}

fn drawn(desk: Desk, form: OpenForm) -> String {
    desk.form.set(form);
    view! { <IndexFormPart desk /> }.to_html()
}

fn filled(form: IndexForm) -> OpenForm {
    OpenForm::Filled(Box::new(form))
}

#[test]
fn the_form_shows_what_the_table_comes_to() {
    for (language, mark, count) in [
        (Language::Vi, ",", "3 đơn vị, 2 chỉ số"),
        (Language::En, ".", "3 units, 2 indicators"),
    ] {
        with_form(language, |desk, mut form| {
            form.columns[0].weight = "3".to_owned();
            form.columns[0].low = "0".to_owned();
            form.columns[0].high = "100".to_owned();
            form.columns[1].low = "0".to_owned();
            let html = drawn(desk, filled(form));
            // By hand: (3 × .71 + 2.5/7) / 4, (3 × .625 + 4/7) / 4, (3 × .48 + 7/7) / 4.
            for (place, score) in [
                ("1. Bắc Sơn", "6218"),
                ("2. An Bình", "6116"),
                ("3. Cao Lãnh", "6100"),
            ] {
                let shown = format!("{place} (0{mark}{score})");
                assert!(
                    html.contains(&shown) && html.contains(count),
                    "{shown}: {html}"
                );
            }
            for typed in ["xa", "2024", "3", "100", "7"] {
                assert!(html.contains(&format!("value=\"{typed}\"")), "{typed}");
            }
        });
    }
}

#[test]
fn a_bad_entry_has_its_sentence_beside_it_and_makes_no_index() {
    for language in LANGUAGES {
        with_form(language, |desk, mut form| {
            form.columns[1].weight = "1.5".to_owned();
            form.title = String::new();
            let words = desk.state.words.get_untracked();
            let html = drawn(desk, filled(form));
            for (id, kind) in [
                ("index-form-weight-2-fault", K::NotANumber("1.5".to_owned())),
                ("index-form-title-fault", K::Empty),
            ] {
                let said = sentence(&kind, DecimalMark::Comma, &words);
                let (_, from) = html.split_once(&format!("id=\"{id}\"")).unwrap();
                let (field, _) = from.split_once("</span>").unwrap();
                assert!(field.contains(&said), "{said}: {field}");
            }
            assert!(!html.contains("1. Bắc Sơn"));
            assert_eq!(html.matches("aria-invalid=\"true\"").count(), 2);
        });
    }
}

#[test]
fn gaps_regions_and_outliers_are_chosen_and_said() {
    for language in LANGUAGES {
        with_form(language, |desk, mut form| {
            let words = desk.state.words.get_untracked();
            let html = drawn(desk, filled(form.clone()));
            for gap in Gap::ALL {
                let said = words.form_missing_name(gap.as_str());
                assert!(html.contains(said), "{said}: {html}");
            }
            let treated = words.form_treatment_name("coinr");
            assert!(html.contains(treated) && html.contains(words.form_goalposts_hint()));
            form.gap = Gap::Imputed(Imputation::RegionMedian);
            form.treatment = Some(Treatment::default());
            let html = drawn(desk, filled(form));
            let no_regions = sentence(&K::NoRegions, DecimalMark::Comma, &words);
            assert!(html.contains(&no_regions), "{no_regions}: {html}");
            assert!(html.contains(words.form_treated_hint()));
            assert!(!html.contains(words.form_goalposts_hint()));
        });
    }
}

#[test]
fn closed_and_without_a_table_it_offers_what_begins_it() {
    for language in LANGUAGES {
        with_form(language, |desk, _form| {
            let words = desk.state.words.get_untracked();
            let closed = drawn(desk, OpenForm::Closed);
            assert!(closed.contains(words.form_open()) && closed.contains(words.template_get()));
            let empty = drawn(desk, OpenForm::Empty);
            assert!(empty.contains("index-form-file") && empty.contains("index-form-paste"));
            assert!(!empty.contains("index-form-create"));
        });
    }
}

#[test]
fn every_fault_is_a_sentence_of_its_own_in_both_languages() {
    let text = || "Xã".to_owned();
    let kinds = [
        K::Empty,
        K::TooLong(64),
        K::BadYear,
        K::HalfEnglish,
        K::TwoReadings,
        K::Twice(text(), 3),
        K::NoUnits,
        K::NoIndicators,
        K::CellNotANumber(text(), 3),
        K::MixedPercent(3),
        K::NotANumber(text()),
        K::Negative,
        K::NotBelow,
        K::Gap(text(), 3),
        K::Gap(String::new(), 3),
        K::NoRegions,
        K::Weights(PointsFaultKind::NoWeight),
        K::Weights(PointsFaultKind::TooFine),
        K::Document("edition.units".to_owned(), "too many.".to_owned()),
    ];
    for language in LANGUAGES {
        let words = Words::plain(language);
        let said = kinds.each_ref();
        let said = said.map(|kind| sentence(kind, DecimalMark::Comma, &words));
        for (place, sentence) in said.iter().enumerate() {
            assert!(sentence.ends_with('.') && sentence.len() > 10, "{sentence}");
            assert!(!said[..place].contains(sentence), "{sentence}");
        }
    }
}

#[test]
fn what_was_opened_is_told_with_its_size_and_as_no_publication() {
    for (language, count, whose) in [
        (Language::Vi, "3 xã, 2 chỉ số", "không phải số liệu công bố"),
        (Language::En, "3 communes, 2 indicators", "not published"),
    ] {
        with_form(language, |desk, mut form| {
            form.unit_name = "xã".to_owned();
            form.unit_name_en = "commune".to_owned();
            form.units_name_en = "communes".to_owned();
            let opened = desk.own.try_update(|own| own.open_form(&form)).unwrap();
            let calculator = desk.own.with_untracked(|own| Arc::clone(own.calculator()));
            desk.state.count_with(calculator);
            desk.told.set(Some(opened));
            let words = desk.state.words.get_untracked();
            let said = now(desk, &words);
            assert!(said.contains("xa") && said.contains("2024"), "{said}");
            assert!(said.contains(count) && said.contains(whose), "{said}");
        });
    }
}

#[test]
fn a_table_of_no_index_is_told_with_its_name() {
    for language in LANGUAGES {
        with_form(language, |desk, _form| {
            let words = desk.state.words.get_untracked();
            desk.told
                .set(Some(Err(Refusal::NoIndexTable("x.csv".to_owned()))));
            let said = now(desk, &words);
            assert_eq!(said, format!("x.csv: {}", words.index_no_table()));
        });
    }
}
