//! Bringing data in: a file or a pasted table, seen before it is taken over.

use super::ground::Ground;
use super::{Brought, Desk, Event, Markup};

/// What was brought and is not taken over yet.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct State {
    name: String,
}

/// A file or a text that the reader brought.
pub(super) fn receive(desk: &mut Desk, name: &str, _brought: Brought) {
    name.clone_into(&mut desk.import.name);
}

/// What happened to one of its controls.
pub(super) fn take_in(_desk: &mut Desk, _deed: &str, _event: &Event) {}

/// The form, or the preview of what was brought.
pub(super) fn view(desk: &Desk, _ground: &Ground, m: &mut Markup) {
    m.leaf("p", "", desk.import.name.clone());
}
