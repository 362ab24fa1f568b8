//! What was handed to the reader last. Frames may refuse downloads and the clipboard without a word, so it
//! stands on the page as a text too, until something else is shown.

use super::State;
use dti_formats::link::{Privacy, write};
use leptos::prelude::*;

/// A text that was handed out as a file, or copied.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Handed {
    /// Name of the figure or the table.
    pub name: String,
    /// What kind of text it is: `SVG`, `CSV`; empty for plain text that could not be copied.
    pub kind: &'static str,
    /// The text; a PNG is its drawing here.
    pub text: String,
    /// What the page showed then.
    shown: Option<String>,
}

impl State {
    /// Remembers a text that is handed out about what the page shows.
    pub fn hand(self, name: &str, kind: &'static str, text: String) {
        self.handed.set(Some(Handed {
            name: name.to_owned(),
            kind,
            text,
            shown: untrack(|| self.shown()),
        }));
    }

    /// What was handed out last, if it was about this and the page still shows the same.
    pub fn handed_as(self, name: &str) -> Option<Handed> {
        let handed = self.handed.get().filter(|own| own.name == name)?;
        (handed.shown == self.shown()).then_some(handed)
    }

    /// The name of a file about what the page shows, without its ending: `dti-2022-bac-giang-map`.
    pub fn file_name(self, name: &str) -> String {
        let unit = self.id(self.unit.get());
        self.edition
            .with(|edition| format!("dti-{}-{unit}-{name}", edition.id()))
    }

    /// All that the page shows, as one text that stays on the device.
    fn shown(self) -> Option<String> {
        let scenario = write(&self.link(), Privacy::WithKnown).ok()?;
        let language = self.language.get().as_str();
        let rest = [self.id(self.subject()), self.measure.get()].join(" ");
        Some(format!("{scenario} {rest} {language}"))
    }
}
