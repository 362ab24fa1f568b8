//! Own indices: opening one, the examples, and taking one out again.

use super::ground::Ground;
use super::{Desk, Event, Markup};

/// What is chosen among own indices.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct State {}

/// What happened to one of its controls.
pub(super) fn take_in(_desk: &mut Desk, _deed: &str, _event: &Event) {}

/// The own indices.
pub(super) fn view(_desk: &Desk, _ground: &Ground, m: &mut Markup) {
    m.leaf("p", "", "");
}
