//! Own indices and examples: opening one, looking at it on the page, taking it out again.

mod begin;

pub(super) use begin::Beginning;

use super::ground::Ground;
use super::words::{self, Word};
use super::{Desk, Event, Markup, News, button, button_with};
use crate::page::EventKind;
use crate::page::text::in_language;
use dti_engine::calculator::counting_overrides;
use dti_engine::model::{Edition, Scenario};
use dti_formats::link::{Link, Privacy, write};
use dti_formats::{example_assessments, examples};

/// What happened to one of its controls.
pub(super) fn take_in(desk: &mut Desk, deed: &str, event: &Event) {
    let (verb, id) = deed.split_once(' ').unwrap_or((deed, ""));
    if ["set", "name", "begin"].contains(&verb) {
        return begin::take_in(desk, verb, event);
    }
    if event.kind != EventKind::Click {
        return;
    }
    match verb {
        "example" => open_example(desk, id),
        "show" => show(desk, id),
        "close" => close(desk, id),
        _ => {}
    }
}

/// Puts an example edition beside the official ones, with its assessments, and shows it.
fn open_example(desk: &mut Desk, id: &str) {
    let mut next = desk.own.clone();
    if !next.examples.iter().any(|own| own == id) {
        next.examples.push(id.to_owned());
    }
    let done = desk.change(next).and_then(|()| {
        let edition = desk.calculator.edition(id);
        let edition = edition.map_err(super::Refusal::Figures)?;
        let assessments = example_assessments(edition).map_err(super::Refusal::File)?;
        for assessment in assessments {
            if desk.own.assessment(id, &assessment.unit).is_none() {
                desk.assess(assessment)?;
            }
        }
        Ok(())
    });
    match done {
        Ok(()) => show(desk, id),
        Err(refusal) => desk.refusal = Some(refusal),
    }
}

/// Has the page show an edition.
pub(super) fn show(desk: &mut Desk, id: &str) {
    let Ok(edition) = desk.calculator.edition(id) else {
        return;
    };
    let first = edition.units().first().map(|unit| unit.id.clone());
    // An example brings the scorecard of one of its units.
    let assessed = || desk.own.assessments.iter().filter(|one| one.edition == id);
    let unit = assessed().next().map(|one| one.unit.clone()).or(first);
    let held = assessed().flat_map(|one| counting_overrides(edition.framework(), one));
    let link = Link {
        scenario: Scenario {
            unit,
            overrides: held.collect(),
            ..Scenario::baseline(id)
        },
        ..Link::default()
    };
    // What is too long for one text the page takes from the device.
    let fragment = write(&link, Privacy::WithKnown).or_else(|_| write(&link, Privacy::ChoicesOnly));
    if let Ok(fragment) = fragment {
        desk.news.push(News::Load(fragment));
    }
}

/// Takes an example or an own index out, with what was assessed in it.
fn close(desk: &mut Desk, id: &str) {
    let mut next = desk.own.clone();
    next.examples.retain(|own| own != id);
    next.indices
        .retain(|document| super::keep::edition_of(document).as_deref() != Some(id));
    next.assessments.retain(|one| one.edition != id);
    if let Err(refusal) = desk.change(next) {
        desk.refusal = Some(refusal);
    }
}

/// The own indices and the examples.
pub(super) fn view(desk: &Desk, ground: &Ground, m: &mut Markup) {
    begin::view(desk, ground, m);
    m.node("section", "desk-section", |m| {
        m.leaf("h3", "", desk.word(Word::IndexHeading));
        m.leaf("p", "", desk.word(Word::IndexHint));
        super::file_field(
            desk,
            m,
            "desk-index-file",
            Word::IndexFile,
            ".json,application/json",
        );
        let own: Vec<&Edition> = own_editions(desk).collect();
        if !own.is_empty() {
            m.node("ul", "desk-list", |m| {
                for edition in own {
                    line(desk, ground, m, edition);
                }
            });
        }
    });
    m.node("section", "desk-section", |m| {
        m.leaf("h3", "", desk.word(Word::ExamplesHeading));
        m.leaf("p", "", desk.word(Word::ExamplesHint));
        m.node("ul", "desk-list", |m| {
            for (id, title) in examples() {
                let is_open = desk.own.examples.contains(&id);
                if is_open {
                    continue;
                }
                m.node("li", "", |m| {
                    m.leaf("span", "", in_language(&title, ground.language).to_owned());
                    button(
                        m,
                        format!("desk index example {id}"),
                        desk.word(Word::OpenExample),
                    );
                });
            }
        });
    });
}

/// Editions that are neither official nor of another year of the ministry.
fn own_editions(desk: &Desk) -> impl Iterator<Item = &Edition> {
    let own = &desk.own;
    let editions = desk.calculator.editions().iter().map(|edition| &**edition);
    editions.filter(|edition| {
        let is_example = own.examples.iter().any(|id| id == edition.id());
        let mut indices = own.indices.iter();
        is_example
            || indices.any(|one| super::keep::edition_of(one).as_deref() == Some(edition.id()))
    })
}

fn line(desk: &Desk, ground: &Ground, m: &mut Markup, edition: &Edition) {
    let id = edition.id();
    m.node("li", "", |m| {
        let title = in_language(&edition.header().title, ground.language).to_owned();
        m.leaf("span", "", title.clone());
        let unranked = &edition.header().unranked;
        if !unranked.is_empty() {
            m.leaf("p", "", words::unranked(unranked, ground.language));
        }
        m.node("span", "actions", |m| {
            let named = |word: Word| format!("{}: {title}", desk.word(word));
            for (verb, word) in [("show", Word::ShowIndex), ("close", Word::CloseIndex)] {
                let deed = format!("desk index {verb} {id}");
                button_with(m, "quiet", deed.into(), desk.word(word).into(), |m| {
                    m.set("aria-label", named(word));
                });
            }
        });
    });
}
