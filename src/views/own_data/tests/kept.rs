//! What is said where other pages keep the same data, and where nothing can be kept.

use super::{COMMUNE, RULES, has_button, open_example, seen, seen_in, with_desk, with_kept};
use crate::bridge::Tab;
use crate::views::own_data::desk::Desk;
use dti_engine::model::{Exact, RawValue};
use dti_formats::link::Language;
use dti_own_data::{OwnData, Version};
use dti_words::Unkept;
use leptos::prelude::*;

/// The project file that the device would keep now.
fn text(desk: Desk) -> String {
    let [project, ..] = desk.own.with(OwnData::texts).unwrap();
    project
}

#[test]
fn what_was_kept_and_cannot_be_read_is_said() {
    with_kept("{", "#e=2022", |desk| {
        assert!(seen(desk).contains("Không mở được “dti-whatif.json”."));
        desk.state.language.set(Language::En);
        assert!(seen(desk).contains("dti-whatif.json"));
    });
}

#[test]
fn what_another_page_brought_is_said_to_be_merged() {
    let theirs = with_desk("#e=2022", |desk| {
        open_example(desk, RULES);
        text(desk)
    });
    with_desk("#e=2022", |desk| {
        open_example(desk, COMMUNE);
        desk.meet_text(&theirs);
        let html = seen_in(desk, Tab::Index, Language::Vi);
        assert!(html.contains("trang này đã gộp các thay đổi đó"), "{html}");
        assert!(has_button(&html, "Hoàn tác") && !html.contains("Mở ví dụ"));
        // What this page knows is no news.
        desk.tell(None);
        desk.meet_text(&theirs);
        assert!(!seen(desk).contains("đã gộp"));
    });
}

/// The example with points in its first row.
fn with_points(desk: Desk, points: i64) -> String {
    open_example(desk, COMMUNE);
    let mut own = desk.own.with(|own| own.own().assessments[0].clone());
    own.rows[0].own = Some(RawValue::Points(Exact::whole(points)));
    desk.assess(own);
    text(desk)
}

#[test]
fn what_cannot_be_merged_is_the_readers_choice() {
    let theirs = with_desk("#e=2022", |desk| with_points(desk, 3));
    for (version, told) in [
        (Version::Theirs, "Đã dùng bản của trang kia."),
        (Version::Ours, "Đã giữ bản ở đây."),
    ] {
        with_desk("#e=2022", |desk| {
            let ours = with_points(desk, 4);
            desk.meet_text(&theirs);
            let both = ["Dùng bản của trang kia", "Giữ bản ở đây"];
            let html = seen(desk);
            assert!(both.iter().all(|label| has_button(&html, label)), "{html}");
            assert!(desk.own.with(OwnData::texts).is_none());
            desk.deed(|own, _ground| own.choose(version).transpose());
            let html = seen(desk);
            assert!(!both.iter().any(|label| has_button(&html, label)), "{html}");
            assert!(
                html.contains(told) && has_button(&html, "Hoàn tác"),
                "{html}"
            );
            let (chosen, other) = match version {
                Version::Theirs => (&theirs, &ours),
                Version::Ours => (&ours, &theirs),
            };
            assert_eq!(text(desk), *chosen);
            desk.deed(|own, _ground| own.step_back().map(|()| None));
            assert_eq!(text(desk), *other);
        });
    }
}

const NEWER: &str = "{\"format\":\"dti-whatif project\",\"version\":2,\"moon\":[]}";

/// Why something is not kept, as it stands on the page.
fn notice(desk: Desk) -> String {
    let html = seen(desk);
    let (_, rest) = html.split_once("id=\"desk-kept\"").unwrap();
    rest.split("id=\"desk-told\"").next().unwrap().to_owned()
}

#[test]
fn what_a_newer_page_kept_or_nobody_can_read_stays_said() {
    for (kept, sentence, english) in [
        (NEWER, "phiên bản mới hơn", "newer"),
        ("{", "Không đọc được", "cannot be read"),
    ] {
        with_kept(kept, "#e=2022", |desk| {
            let is_said = move |sentence| notice(desk).contains(sentence);
            assert!(is_said(sentence), "{kept}");
            open_example(desk, COMMUNE);
            assert!(is_said(sentence), "{kept}");
            desk.state.language.set(Language::En);
            assert!(is_said(english), "{}", seen(desk));
            desk.state.language.set(Language::Vi);
            // Only who says so deletes it.
            desk.delete_everything();
            assert!(!is_said(sentence));
        });
    }
    // It comes while the page is open.
    with_desk("#e=2022", |desk| {
        assert!(!seen(desk).contains("phiên bản mới hơn"));
        desk.meet_text(NEWER);
        assert!(seen(desk).contains("phiên bản mới hơn"));
    });
}

#[test]
fn what_cannot_be_kept_is_said_until_it_can() {
    with_desk("#e=2022", |desk| {
        open_example(desk, COMMUNE);
        let kept = "Trang này tự lưu";
        assert!(seen_in(desk, Tab::Export, Language::Vi).contains(kept));
        for (why, sentence) in [
            (Unkept::Full, "đã đầy"),
            (Unkept::Denied, "không cho trang này lưu gì"),
        ] {
            desk.own.update(|own| own.is_unkept(why));
            let html = seen_in(desk, Tab::Card, Language::Vi);
            assert!(html.contains(sentence) && has_button(&html, "Lưu tệp dự án (JSON)"));
            assert!(!seen_in(desk, Tab::Export, Language::Vi).contains(kept));
            let project = text(desk);
            desk.own.update(|own| own.settle_kept(&project, Ok(())));
            let html = seen(desk);
            assert!(!html.contains(sentence) && html.contains(kept));
        }
    });
}
