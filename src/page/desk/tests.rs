//! The desk as its reader uses it.

use super::{Desk, News};
use crate::calculator::Calculator;
use crate::link::Language;
use crate::page::studio::Asked;
use crate::page::{Event, EventKind, Page, Subject};
use std::sync::OnceLock;

/// The official editions as text, as the site ships them.
pub(super) fn shipped() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| crate::files::Catalogue::official_text().to_owned())
}

/// A question of the page at an address.
pub(super) fn question(fragment: &str) -> Asked {
    let calculator = Box::leak(Box::new(Calculator::official().unwrap()));
    let page = Page::new(calculator, fragment, Language::Vi, |_| None);
    let saved = String::new();
    page.question(Subject::Desk { saved }).unwrap()
}

/// A desk that the page at an address has opened.
pub(super) fn desk(fragment: &str) -> Desk {
    let mut desk = Desk::new(shipped(), "").unwrap();
    desk.markup(&question(fragment));
    desk
}

/// A click on a control, or a final value in it.
pub(super) fn happen(desk: &mut Desk, kind: EventKind, deed: &str, id: &str, value: &str) {
    let now = 0.0;
    let deed = &format!("desk {deed}");
    desk.take_in(&Event {
        kind,
        deed,
        id,
        value,
        now,
    });
}

#[test]
fn a_project_is_saved_and_deleted() {
    let mut desk = desk("#e=2022&u=bac-giang");
    happen(&mut desk, EventKind::Click, "export project", "", "");
    let news = desk.news();
    assert!(matches!(&news[..], [News::Save { name, text, .. }]
        if name == "dti-whatif.json" && text.contains("e=2022&u=bac-giang")));
    happen(&mut desk, EventKind::Click, "open export", "", "");
    happen(&mut desk, EventKind::Click, "export delete", "", "");
    assert!(desk.markup(&question("#e=2022")).html().contains("Xóa hẳn"));
    happen(&mut desk, EventKind::Click, "export delete-sure", "", "");
    assert!(desk.news().contains(&News::Forget));
}

#[test]
fn what_was_kept_and_cannot_be_read_is_said() {
    let mut desk = Desk::new(shipped(), "{").unwrap();
    let said = desk.markup(&question("#e=2022")).html();
    assert!(said.contains("dti-whatif.json"), "{said}");
}

#[test]
fn an_example_is_seen_from_the_unit_whose_scorecard_it_brings() {
    let mut desk = desk("#e=2022");
    happen(
        &mut desk,
        EventKind::Click,
        "index example example-commune-2025",
        "",
        "",
    );
    let unit = desk.own.assessments[0].unit.clone();
    // Its figures come along.
    let begin = format!("v=1&e=example-commune-2025&u={unit}&s={unit}.");
    let is_it = |news: &News| matches!(news, News::Load(text) if text.starts_with(&begin));
    assert!(desk.news().iter().any(is_it), "{unit}");
}
