//! Fields of the desk's forms: for a text of several lines, and for a file.

use super::{Desk, Markup, Word};
use crate::page::control::select;

/// A field of several lines, by its id and what it is called.
pub(super) fn text_field(
    desk: &Desk,
    m: &mut Markup,
    (id, word): (&'static str, Word),
    more: impl FnOnce(&mut Markup),
) {
    m.node("p", "paste-field", |m| {
        m.node("label", "", |m| {
            m.set("for", id);
            m.text(desk.word(word));
        });
        m.node("textarea", "", |m| {
            m.set("id", id);
            m.set("rows", "6");
            m.set("spellcheck", "false");
            more(m);
        });
    });
}

/// A list to choose from with its name above it, among the tools of a sheet.
pub(super) fn tool_list(
    m: &mut Markup,
    (id, deed): (&'static str, &'static str),
    label: &'static str,
    options: Vec<(String, String)>,
    chosen: &str,
) {
    m.node("span", "component-tool", |m| {
        m.node("label", "", |m| {
            m.set("for", id);
            m.text(label);
        });
        select(m, deed, ("id", id), options, chosen);
    });
}

/// A field to choose a file with.
pub(super) fn file_field(
    desk: &Desk,
    m: &mut Markup,
    id: &'static str,
    word: Word,
    kinds: &'static str,
) {
    m.node("p", "file-field", |m| {
        m.node("label", "", |m| {
            m.set("for", id);
            m.text(desk.word(word));
        });
        m.node("input", "", |m| {
            m.set("type", "file");
            m.set("id", id);
            m.set("accept", kinds);
            m.flag("data-file", true);
        });
    });
}
