//! What a part is asked: about what, and for which page, as one text (`parts/src/page/studio.rs` reads
//! it).

use crate::state::{Panel, State, pack};
use dti_formats::link::{Privacy, write};
use leptos::prelude::*;

/// Between the parts of a question.
const MARK: char = '\u{1e}';
/// Choices of the dialog for embeds.
const EMBED: &str = "embed.";

/// What a question is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Subject {
    /// How a number is computed.
    Formula(String),
    /// What is on file for the edition.
    Data,
    /// Where the figures of the open scorecard were read.
    Sources,
    /// Putting this page into another one: the site's address, what was copied, what is chosen.
    Embed(String),
    /// What the reader brought, beside these saved scenarios.
    OwnData(String),
}

impl Subject {
    fn named(self) -> [String; 2] {
        let (kind, about) = match self {
            Self::Formula(focus) => ("formula", focus),
            Self::Data => ("data", String::new()),
            Self::Sources => ("sources", String::new()),
            Self::Embed(about) => ("embed", about),
            Self::OwnData(saved) => ("desk", saved),
        };
        [kind.to_owned(), about]
    }

    /// As one text: for the unit whose scorecard is open, what the map shows, and the scenario as a
    /// fragment.
    pub(super) fn packed(self, unit: &str, measure: &str, fragment: &str) -> String {
        let [kind, about] = self.named();
        [&kind, &about, unit, measure, fragment].join(&MARK.to_string())
    }
}

/// A question about the page as it is, with the known figures and the language: it never leaves the
/// device. `None` where the scenario is too large to be handed on.
pub(super) fn question(state: State, subject: Subject) -> Option<String> {
    let mut link = state.link();
    link.language = Some(state.language.get());
    let fragment = write(&link, Privacy::WithKnown).ok()?;
    let unit = state.id(state.subject());
    Some(subject.packed(&unit, &state.measure.get(), &fragment))
}

/// The question that an open dialog asks.
pub(super) fn panel_question(state: State) -> Option<String> {
    let subject = match state.panel.get()? {
        Panel::Formula(focus) => Subject::Formula(focus),
        Panel::Data => Subject::Data,
        Panel::Sources => Subject::Sources,
        Panel::Embed => Subject::Embed(about_embed(state)),
    };
    question(state, subject)
}

/// What the dialog for embeds is about.
fn about_embed(state: State) -> String {
    let choices = embed_choices(state);
    let copied = state.parts.copied.get();
    let said = match copied.filter(|copied| copied.choices == choices) {
        None => "-".to_owned(),
        Some(copied) if copied.is_done => format!("done:{}", copied.id),
        Some(copied) => format!("denied:{}", copied.id),
    };
    format!("{} {said} {choices}", state.root())
}

/// What is chosen in the dialog for embeds.
pub(super) fn embed_choices(state: State) -> String {
    state
        .choices
        .with(|choices| pack(choices.iter().filter(|(key, _)| key.starts_with(EMBED))))
}

/// Follows all that a question may hold.
pub(super) fn follow(state: State) {
    state.session.track();
    state.unit.track();
    state.editing.track();
    state.language.track();
    state.theme.track();
    state.measure.track();
    state.choices.track();
    state.calculator.track();
    state.parts.turn.track();
    state.parts.copied.track();
    drop(state.carried());
}

#[cfg(test)]
mod tests {
    use super::Subject;
    use dti_parts::page::Asked;

    #[test]
    fn a_part_reads_a_question_as_it_was_asked() {
        for subject in [
            Subject::Formula("society".to_owned()),
            Subject::Data,
            Subject::Sources,
            Subject::Embed("https://example.org/ - embed.locked\u{1f}on\u{1d}".to_owned()),
            Subject::OwnData("saved.1\u{1f}e=2022\u{1d}".to_owned()),
        ] {
            let name = format!("{subject:?}");
            let asked = subject.packed("bac-giang", "rank", "e=2022&lang=en");
            // What it does not know it takes for another question, and what it cannot read it drops.
            assert_eq!(Asked::unpack(&asked).pack(), asked, "{name}");
        }
    }
}
