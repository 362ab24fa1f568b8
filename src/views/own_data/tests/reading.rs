//! What is said while something that was brought is read, and where that came to no end.

use super::{has_button, seen, with_desk};
use crate::bridge::Tab;
use dti_formats::link::Language;
use dti_own_data::{Brought, LARGEST_WITHOUT};
use leptos::prelude::*;

/// A table of two units.
fn table() -> Brought {
    Brought::Bytes("Tỉnh;DTI\nHuế;0,7\nĐà Nẵng;0,8002\n".into())
}

#[test]
fn what_is_read_elsewhere_is_said_and_then_looked_at() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        desk.begin_reading("");
        assert!(seen(desk).contains("Đang đọc bảng đã dán…"));
        desk.state.language.set(Language::En);
        let english = seen(desk);
        assert!(english.contains("Reading the pasted table"), "{english}");
        desk.state.language.set(Language::Vi);
        desk.begin_reading("bang.csv");
        assert!(seen(desk).contains("Đang đọc “bang.csv”…"));
        assert!(!has_button(&seen(desk), "Đóng"), "it goes on");
        desk.take_in("bang.csv", table(), "");
        let html = seen(desk);
        assert!(html.contains("<h3 id=\"desk-import-heading\" tabindex=\"-1\">bang.csv</h3>"));
        assert!(html.contains("Đọc được 2 hàng") && !html.contains("Đang đọc"));
        assert!(
            html.contains("<div id=\"desk-told\" class=\"desk-told\"></div>"),
            "{html}"
        );
    });
}

#[test]
fn what_did_not_end_is_told_about_and_changes_nothing() {
    for (outcome, said) in [("!too_slow", "quá 5 giây"), ("!damaged", "ngắt giữa chừng")] {
        with_desk("#e=2022&u=bac-giang", |desk| {
            desk.begin_reading("bang.csv");
            desk.take_in("bang.csv", table(), outcome);
            let html = seen(desk);
            assert!(html.contains(said) && html.contains("“bang.csv”"), "{html}");
            assert!(html.contains("class=\"notice\"") && has_button(&html, "Đóng"));
            assert!(desk.table.with(Option::is_none) && desk.tab.get() == Tab::Card);
            desk.tell(None);
            assert!(!seen(desk).contains(said));
        });
    }
}

#[test]
fn without_a_worker_only_small_texts_are_read() {
    for outcome in ["!no_worker", "!not_loaded"] {
        with_desk("#e=2022&u=bac-giang", |desk| {
            desk.take_in("", table(), outcome);
            assert!(seen(desk).contains("desk-import-heading"));
            let large = Brought::Bytes(vec![b'1'; LARGEST_WITHOUT + 1]);
            desk.take_in("lon.csv", large, outcome);
            for (language, said) in [
                (Language::Vi, "“lon.csv” có 257 KB"),
                (Language::En, "257 KB"),
            ] {
                desk.state.language.set(language);
                let html = seen(desk);
                assert!(html.contains("256 KB") && html.contains(said), "{html}");
            }
        });
    }
}

#[test]
fn a_workbook_that_nothing_could_read_is_read_again_by_a_button() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        for (fault, is_offered) in [("!not_loaded", true), ("!damaged", false)] {
            let lost = Brought::Workbook(fault.to_owned());
            desk.take_in("bang.xlsx", lost, "");
            let html = seen(desk);
            assert!(html.contains(">bang.xlsx: "), "{html}");
            let retry = desk.state.words.get().part_retry();
            assert_eq!(
                has_button(&html, retry),
                is_offered,
                "the same file would not do"
            );
        }
    });
}
