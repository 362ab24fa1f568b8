//! Taking data out: tables, the project file, and deleting everything.

mod parts;
mod tables;

use super::ground::Ground;
use super::keep::PROJECT_FILE;
use super::words::{self, Word};
use super::{Desk, Event, Markup, News, button};
use crate::page::EventKind;
use dti_formats::link::Language;
use dti_formats::{BookLanguage, Form, ProjectKind, card_book, csv, project_text, results_book};

/// What the reader asked for here.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct State {
    /// To delete everything: it must be said again.
    is_deleting: bool,
    /// Text of the file that was handed out last, until the next click: frames may refuse downloads
    /// without a word, and then it is copied from the page.
    pub(super) handed: String,
}

/// Hands out a text as a file, and shows it.
fn hand_out(desk: &mut Desk, name: String, kind: &str, text: String) {
    desk.export.handed.clone_from(&text);
    desk.news.push(News::Save {
        name,
        kind: kind.to_owned(),
        text,
    });
}

/// What happened to one of its controls.
pub(super) fn take_in(desk: &mut Desk, deed: &str, event: &Event) {
    if event.kind != EventKind::Click {
        return;
    }
    match deed {
        "project" => {
            let text = project_text(&desk.project());
            hand_out(desk, PROJECT_FILE.to_owned(), "application/json", text);
        }
        "json card" => parts::save(desk, ProjectKind::Scorecard),
        "json results" => parts::save(desk, ProjectKind::Results),
        "book results" => save_results(desk),
        "book card" => save_card(desk),
        _ if deed.starts_with("csv ") => save_csv(desk, deed.trim_start_matches("csv ")),
        "delete" => {
            desk.export.is_deleting = true;
            desk.news.push(News::Focus("desk-delete-sure".to_owned()));
        }
        "keep" => desk.export.is_deleting = false,
        "delete-sure" => {
            desk.export.is_deleting = false;
            desk.delete_everything();
            desk.word(Word::Deleted).clone_into(&mut desk.done);
        }
        _ => {}
    }
}

/// Hands out a table: `results-vi`, `scorecard-en`, `card-vi`.
fn save_csv(desk: &mut Desk, name: &str) {
    let Some(ground) = &desk.ground else {
        return;
    };
    let form = match name.ends_with("-vi") {
        true => Form::Vietnamese,
        false => Form::International,
    };
    let table = match name.split_once('-') {
        Some(("card", _)) => tables::card(desk, ground).map(|rows| csv(&rows, form)),
        Some((table, _)) => tables::of_page(desk, ground, table).map(|rows| csv(&rows, form)),
        None => None,
    };
    let file = format!("dti-{}-{}-{name}.csv", ground.edition.id(), ground.unit);
    if let Some(text) = table {
        hand_out(desk, file, "text/csv", text);
    }
}

/// Hands out the standings as a workbook whose formulas give totals and ranks again.
fn save_results(desk: &mut Desk) {
    let Some(ground) = &desk.ground else {
        return;
    };
    let scenario = &ground.link.scenario;
    let book = results_book(desk.calculator, scenario, book_language(ground));
    match book {
        Ok(book) => {
            let name = format!("dti-{}-results.xlsx", ground.edition.id());
            let book = book.pack();
            desk.news.push(News::SaveBook { name, book });
        }
        Err(error) => desk.refusal = Some(super::Refusal::Figures(error)),
    }
}

/// The same for the open scorecard.
fn save_card(desk: &mut Desk) {
    let Some(ground) = &desk.ground else {
        return;
    };
    let Some(table) = tables::card_table(desk, ground) else {
        return;
    };
    let book = card_book(&table, book_language(ground)).pack();
    let name = format!("dti-{}-{}-scorecard.xlsx", ground.edition.id(), ground.unit);
    desk.news.push(News::SaveBook { name, book });
}

fn book_language(ground: &Ground) -> BookLanguage {
    match ground.language {
        Language::Vi => BookLanguage::Vi,
        Language::En => BookLanguage::En,
    }
}

/// The tables in both forms.
fn csv_buttons(desk: &Desk, m: &mut Markup) {
    m.node("section", "desk-section", |m| {
        m.leaf("h3", "", desk.word(Word::TablesHeading));
        m.leaf("p", "", desk.word(Word::TablesHint));
        m.node("p", "actions", |m| {
            m.leaf("span", "", desk.word(Word::Books));
            button(m, "desk export book card", desk.word(Word::CardTable));
            button(m, "desk export book results", desk.word(Word::ResultsTable));
        });
        m.node("p", "actions", |m| {
            m.leaf("span", "", desk.word(Word::PartFiles));
            for (part, name) in [("card", Word::CardTable), ("results", Word::ResultsTable)] {
                let (deed, label) = (format!("desk export json {part}"), desk.word(name));
                super::button_with(m, "quiet", deed.into(), label.into(), |m| {
                    m.set("aria-label", format!("JSON: {label}"));
                });
            }
        });
        for (table, name) in [
            ("card", Word::CardTable),
            ("results", Word::ResultsTable),
            ("scorecard", Word::MainsTable),
        ] {
            m.node("p", "actions", |m| {
                m.leaf("span", "", desk.word(name));
                for (form, about) in [("vi", Word::CommaForm), ("en", Word::PointForm)] {
                    let deed = format!("desk export csv {table}-{form}");
                    let label = desk.word(about);
                    super::button_with(m, "quiet", deed.into(), label.into(), |m| {
                        m.set("aria-label", format!("{}: {label}", desk.word(name)));
                    });
                }
            });
        }
    });
}

/// The file that was handed out last, as a text to be copied.
fn handed(desk: &Desk, m: &mut Markup) {
    let text = &desk.export.handed;
    if !text.is_empty() {
        super::text_field(desk, m, ("desk-handed", Word::Handed), |m| {
            m.flag("readonly", true);
            m.set("value", text.clone());
        });
    }
}

/// What can be taken out.
pub(super) fn view(desk: &Desk, ground: &Ground, m: &mut Markup) {
    handed(desk, m);
    csv_buttons(desk, m);
    m.node("section", "desk-section", |m| {
        m.leaf("h3", "", desk.word(Word::ProjectHeading));
        m.leaf("p", "", desk.word(Word::ProjectHint));
        if let Some(code) = &ground.edition.header().data_code {
            m.leaf("p", "", words::data_code(code, ground.language));
        }
        button(m, "desk export project", desk.word(Word::SaveProject));
        super::file_field(
            desk,
            m,
            "desk-project-file",
            Word::ProjectFile,
            ".json,application/json",
        );
    });
    m.node("section", "desk-section", |m| {
        m.leaf("h3", "", desk.word(Word::DeleteHeading));
        let hint = match desk.is_kept() {
            true => Word::DeleteHint,
            false => Word::DeleteHintUnkept,
        };
        m.leaf("p", "", desk.word(hint));
        if desk.export.is_deleting {
            m.node("p", "actions", |m| {
                let sure = desk.word(Word::DeleteSure);
                super::button_with(
                    m,
                    "danger",
                    "desk export delete-sure".into(),
                    sure.into(),
                    |m| {
                        m.set("id", "desk-delete-sure");
                    },
                );
                button(m, "desk export keep", desk.word(Word::DeleteNot));
            });
        } else {
            button(m, "desk export delete", desk.word(Word::DeleteAll));
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::page::EventKind::Click;
    use crate::page::desk::News;
    use crate::page::desk::tests::{desk, happen, question};

    #[test]
    fn a_file_stands_on_the_page_too_until_the_next_click() {
        let ground = "#e=2022&u=bac-giang";
        let mut desk = desk(ground);
        happen(&mut desk, Click, "open export", "");
        let html = desk.markup(&question(ground)).html();
        assert!(!html.contains("desk-handed"), "{html}");
        for deed in ["csv results-vi", "json card", "project"] {
            happen(&mut desk, Click, &format!("export {deed}"), "");
            let news = desk.news();
            let [News::Save { text, .. }] = &news[..] else {
                panic!("{deed}: {news:?}");
            };
            let markup = desk.markup(&question(ground));
            assert!(markup.html().contains("id=\"desk-handed\""), "{deed}");
            assert!(markup.pack().contains(text), "{deed}");
        }
        happen(&mut desk, Click, "export delete", "");
        let html = desk.markup(&question(ground)).html();
        assert!(!html.contains("desk-handed"), "{html}");
    }
}
