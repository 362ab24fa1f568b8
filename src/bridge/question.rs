//! What the own data are asked: about which page, as one text (`parts/src/page/asked.rs` reads it).

use crate::state::State;
use dti_formats::link::{Privacy, write};
use leptos::prelude::*;

/// Between the parts of a question.
const MARK: char = '\u{1e}';

/// A question about the page as it is, with its saved scenarios, known figures and language: it never
/// leaves the device. `None` where the scenario is too large to be handed on.
pub(super) fn question(state: State) -> Option<String> {
    let mut link = state.link();
    link.language = Some(state.language.get());
    let fragment = write(&link, Privacy::WithKnown).ok()?;
    let unit = state.id(state.subject());
    Some(packed(&state.saved(), &unit, &fragment))
}

fn packed(saved: &str, unit: &str, fragment: &str) -> String {
    [saved, unit, fragment].join(&MARK.to_string())
}

/// Follows all that a question may hold.
pub(super) fn follow(state: State) {
    state.session.track();
    state.unit.track();
    state.editing.track();
    state.language.track();
    state.choices.track();
    state.calculator.track();
    drop(state.carried());
}

#[cfg(test)]
mod tests {
    use super::packed;
    use dti_parts::page::Asked;

    #[test]
    fn a_question_is_read_as_it_was_asked() {
        let asked = packed("saved.1\u{1f}e=2022\u{1d}", "bac-giang", "e=2022&lang=en");
        let read = Asked::unpack(&asked);
        assert_eq!((read.unit.as_str(), read.pack()), ("bac-giang", asked));
    }
}
