//! What a part is asked: about what, and for which page, as one text (`parts/src/page/studio.rs` reads
//! it).

use crate::state::{State, pack};
use dti_formats::link::{Privacy, write};
use leptos::prelude::*;

/// Between the parts of a question.
const MARK: char = '\u{1e}';

/// What a question is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Subject {
    /// The pictures, for a section of so many pixels.
    Pictures(u32),
    /// One picture or table as a file, by its name.
    File(String),
    /// What the reader brought, beside these saved scenarios.
    OwnData(String),
    /// The analyses, for a section of so many pixels, with what is chosen in them.
    Analyses(u32, String),
}

impl Subject {
    fn named(self) -> [String; 2] {
        let (kind, about) = match self {
            Self::Pictures(width) => ("pictures", width.to_string()),
            Self::File(name) => ("file", name),
            Self::OwnData(saved) => ("desk", saved),
            Self::Analyses(width, choices) => ("analyses", format!("{width} {choices}")),
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

/// The question that the analyses answer, for a section of so many pixels.
pub(super) fn analysis_question(state: State, width: u32) -> Option<String> {
    let choices = state.choices.with(|choices| pack(choices.iter()));
    question(state, Subject::Analyses(width, choices))
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
    drop(state.carried());
}

#[cfg(test)]
mod tests {
    use super::Subject;
    use dti_parts::page::Asked;

    #[test]
    fn a_part_reads_a_question_as_it_was_asked() {
        for subject in [
            Subject::Pictures(1200),
            Subject::File("map".to_owned()),
            Subject::OwnData("saved.1\u{1f}e=2022\u{1d}".to_owned()),
            Subject::Analyses(640, "effort\u{1f}flat\u{1d}".to_owned()),
        ] {
            let name = format!("{subject:?}");
            let asked = subject.packed("bac-giang", "rank", "e=2022&lang=en");
            // What it does not know it takes for another question, and what it cannot read it drops.
            assert_eq!(Asked::unpack(&asked).pack(), asked, "{name}");
        }
    }
}
