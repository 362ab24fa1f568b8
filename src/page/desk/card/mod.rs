//! The detailed scorecard: components below each main indicator.

use super::ground::Ground;
use super::{Desk, Event, Markup};

/// What is open and typed in the scorecard.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct State {
    /// Ids of main indicators that are open.
    open: Vec<String>,
}

/// Opens the scorecard, at a main indicator where one is named.
pub(super) fn open(desk: &mut Desk, main: &str) {
    if !main.is_empty() && !desk.card.open.iter().any(|open| open == main) {
        desk.card.open.push(main.to_owned());
    }
}

/// What happened to one of its controls.
pub(super) fn take_in(_desk: &mut Desk, _deed: &str, _event: &Event) {}

/// The scorecard.
pub(super) fn view(_desk: &Desk, ground: &Ground, m: &mut Markup) {
    m.leaf("h3", "", ground.unit_name());
}
