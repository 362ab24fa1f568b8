//! What is said of a deed.

use super::{RULES, bring, has_button, open_example, seen, with_desk};
use dti_formats::ProjectKind;
use dti_formats::link::Language;
use dti_own_data::{Done, Refusal, Told};
use leptos::prelude::*;

/// Whether a deed was done or refused, and how that is said in both languages.
fn all() -> Vec<(Told, [&'static str; 2])> {
    let name = || "bảng.csv".to_owned();
    let opened = |kind| Done::Opened(kind, None);
    vec![
        (
            Ok(opened(ProjectKind::Whole)),
            ["Đã mở tệp dự án.", "The project file is open."],
        ),
        (
            Ok(opened(ProjectKind::Scorecard)),
            [
                "Đã mở phiếu điểm chi tiết.",
                "The detailed scorecard is open.",
            ],
        ),
        (
            Ok(opened(ProjectKind::Results)),
            ["Đã mở bảng xếp hạng.", "The standings are open."],
        ),
        (
            Ok(Done::Opened(ProjectKind::Whole, Some(3))),
            ["Đã mở tệp dự án. Các ô đánh số của bản cũ", " 3 "],
        ),
        (
            Ok(Done::SlotsGone(1234)),
            ["1.234 giá trị từng nhập", "1,234"],
        ),
        (
            Ok(Done::Merged),
            ["trang này đã gộp", "this page took those changes in."],
        ),
        (
            Ok(Done::TookTheirs),
            ["Đã dùng bản của trang kia.", "That page's version is used."],
        ),
        (
            Ok(Done::KeptOurs),
            ["Đã giữ bản ở đây.", "This version is kept."],
        ),
        (
            Ok(Done::Cleared),
            [
                "Đã xóa phiếu điểm chi tiết này.",
                "This detailed scorecard is cleared.",
            ],
        ),
        (
            Ok(Done::Deleted),
            [
                "Đã xóa mọi dữ liệu của bạn",
                "All your data on this device is deleted.",
            ],
        ),
        (
            Err(Refusal::TooLarge(name(), 12_340_000)),
            ["“bảng.csv” có 12,3 MB", "12.3 MB"],
        ),
        (
            Err(Refusal::Unread(name())),
            ["không đọc được tệp “bảng.csv”", "could not read “bảng.csv”"],
        ),
        (
            Err(Refusal::Unsaved(name())),
            ["không cho tải “bảng.csv”", "not allow “bảng.csv”"],
        ),
        (
            Err(Refusal::TooMuch),
            [
                "Quá nhiều phiếu điểm chi tiết",
                "too many detailed scorecards",
            ],
        ),
        (
            Err(Refusal::ToCorrect),
            [
                "hãy sửa các lỗi ở dưới trước",
                "correct the errors below first.",
            ],
        ),
        (
            Err(Refusal::NameMissing),
            ["Hãy nhập tên đơn vị", "Enter the name of the unit"],
        ),
    ]
}

#[test]
fn each_outcome_has_its_sentence_in_both_languages() {
    with_desk("#e=2022", |desk| {
        // There is something to take back.
        open_example(desk, RULES);
        for (told, sentences) in all() {
            for (language, sentence) in [Language::Vi, Language::En].into_iter().zip(sentences) {
                desk.state.language.set(language);
                desk.tell(Some(told.clone()));
                let html = seen(desk);
                assert!(html.contains(sentence), "{told:?}: {html}");
                let words = desk.state.words.get();
                assert_eq!(html.contains("class=\"notice\""), told.is_err(), "{told:?}");
                assert_eq!(html.contains("class=\"done\""), told.is_ok(), "{told:?}");
                assert!(has_button(&html, words.close()));
                assert_eq!(has_button(&html, words.undo()), told.is_ok(), "{told:?}");
            }
        }
    });
}

#[test]
fn a_part_that_was_opened_is_said_to_be() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        let ground = desk.ground().unwrap();
        let text = desk.own.with(|own| own.results_file(&ground)).unwrap().text;
        open_example(desk, RULES);
        bring(desk, "x.json", &text);
        assert!(
            desk.own.with(|own| own.has_example(RULES)),
            "it goes beside"
        );
        assert!(seen(desk).contains("Đã mở bảng xếp hạng."));
        assert_eq!(desk.state.edition.get().id(), "2022");
    });
}
