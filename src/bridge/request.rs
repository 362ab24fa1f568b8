//! What a part asks of the page when something happens in it.

use super::question::{Subject, question};
use super::studio;
use crate::state::State;
use dti_parts::page::EventKind;
use leptos::prelude::*;

/// What a control in a part is for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Request {
    /// Asking about another unit, by its id.
    ChooseUnit(String),
    /// Choosing something in the analyses; an empty value takes it back.
    SetChoice(String, String),
    /// Showing a whole scenario.
    Load(String),
    /// What the map shows.
    ShowMeasure(String),
    /// Handing out a picture or a table as a file: `svg`, `png` or `csv`, and its name.
    Save(String, String),
}

impl Request {
    /// From what kind of thing happened, what the control says that it is for, and its value;
    /// nothing where the page has nothing to do.
    pub(super) fn of(kind: EventKind, purpose: &str, value: &str) -> Option<Self> {
        let (verb, object) = purpose.split_once(' ').unwrap_or((purpose, ""));
        let pair = || {
            let (first, second) = object.split_once(' ')?;
            Some((first.to_owned(), second.to_owned()))
        };
        Some(match (kind, verb) {
            (EventKind::Click, "choose") => Self::ChooseUnit(object.to_owned()),
            (EventKind::Click, "load") => Self::Load(object.to_owned()),
            (EventKind::Click, "save") => {
                let (kind, name) = pair()?;
                Self::Save(kind, name)
            }
            // Without a value it is a field or a list, which speaks when it changes.
            (EventKind::Click, "set") => {
                let (key, value) = pair()?;
                Self::SetChoice(key, value)
            }
            (EventKind::Change, "set") if pair().is_none() => {
                Self::SetChoice(object.to_owned(), value.to_owned())
            }
            (EventKind::Change, "measure") => Self::ShowMeasure(value.to_owned()),
            _ => return None,
        })
    }

    /// Does it.
    pub(super) fn perform(self, state: State) {
        match self {
            Self::ChooseUnit(id) => {
                let row = state
                    .edition
                    .with_untracked(|edition| edition.position(&id));
                if let Some(row) = row {
                    state.choose_unit(row);
                }
            }
            Self::SetChoice(key, value) => state.set_choice(&key, &value),
            Self::Load(fragment) => state.load(&fragment),
            Self::ShowMeasure(measure) => state.measure.set(measure),
            Self::Save(kind, name) => save(state, &kind, name),
        }
    }
}

/// Hands the reader a picture or a table as a file. What the browser refuses is left undone: what was
/// handed out stands among the pictures too, as a text.
fn save(state: State, kind: &str, name: String) {
    let file = untrack(|| {
        let edition = state.scenario().edition;
        format!("dti-{edition}-{}-{name}", state.id(state.unit.get()))
    });
    let question = untrack(|| question(state, Subject::File(name)));
    if let (Some(question), Some(studio)) = (question, untrack(|| studio(state))) {
        studio.save(&question, kind, &file);
        state.parts.ask_again();
    }
}

#[cfg(test)]
mod tests {
    use super::Request;
    use dti_parts::page::EventKind::{Change, Click};

    fn own(text: &str) -> String {
        text.to_owned()
    }

    #[test]
    fn what_a_control_is_for_becomes_a_request() {
        let set = |key, value| Some(Request::SetChoice(own(key), own(value)));
        for (kind, purpose, value, wanted) in [
            (
                Click,
                "choose hue",
                "",
                Some(Request::ChooseUnit(own("hue"))),
            ),
            (
                Click,
                "load e=2022&s=hue.society:0.5",
                "",
                Some(Request::Load(own("e=2022&s=hue.society:0.5"))),
            ),
            (
                Click,
                "save png map",
                "",
                Some(Request::Save(own("png"), own("map"))),
            ),
            (
                Change,
                "measure",
                "rank",
                Some(Request::ShowMeasure(own("rank"))),
            ),
            (Click, "set panel sweep", "", set("panel", "sweep")),
            (
                Click,
                "set saved.1 e=2022&u=hue",
                "",
                set("saved.1", "e=2022&u=hue"),
            ),
            (Click, "set saved.1 ", "", set("saved.1", "")),
            (Change, "set t", "0,7 điểm", set("t", "0,7 điểm")),
        ] {
            assert_eq!(
                Request::of(kind, purpose, value),
                wanted,
                "{kind:?} {purpose}"
            );
        }
    }

    #[test]
    fn a_control_speaks_once() {
        // A list is clicked before it changes, a box changes after it was clicked.
        for (kind, purpose, value) in [
            (Click, "set t", "7"),
            (Change, "set panel on", "on"),
            (Click, "measure", "rank"),
            (Change, "choose hue", ""),
            (Click, "save svg", ""),
            (Click, "", ""),
        ] {
            assert_eq!(
                Request::of(kind, purpose, value),
                None,
                "{kind:?} {purpose}"
            );
        }
    }
}
