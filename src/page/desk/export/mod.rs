//! Taking data out: tables, the project file, and deleting everything.

use super::ground::Ground;
use super::keep::PROJECT_FILE;
use super::words::Word;
use super::{Desk, Event, Markup, News, button};
use crate::files::project_text;

/// What the reader asked for here.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct State {
    /// To delete everything: it must be said again.
    is_deleting: bool,
    /// Whether the browser keeps nothing beyond the page.
    pub(super) keeps_nothing: bool,
}

/// What happened to one of its controls.
pub(super) fn take_in(desk: &mut Desk, deed: &str, _event: &Event) {
    match deed {
        "project" => desk.news.push(News::Save {
            name: PROJECT_FILE.to_owned(),
            kind: "application/json".to_owned(),
            text: project_text(&desk.project()),
        }),
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

/// What can be taken out.
pub(super) fn view(desk: &Desk, _ground: &Ground, m: &mut Markup) {
    m.node("section", "desk-section", |m| {
        m.leaf("h3", "", desk.word(Word::ProjectHeading));
        m.leaf("p", "", desk.word(Word::ProjectHint));
        if desk.export.keeps_nothing {
            m.leaf("p", "caution", desk.word(Word::KeepsNothing));
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
        m.leaf("p", "", desk.word(Word::DeleteHint));
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
