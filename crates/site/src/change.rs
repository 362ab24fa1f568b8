//! What changed for a unit since the year before.

use dti_whatif::components::MoveMark;
use leptos::prelude::*;

/// What stands where no figure is on file.
pub(crate) const MISSING: &str = "–";

/// What changed for a unit since the year before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Change {
    /// Of the score, with its sign.
    pub(crate) score: String,
    /// Places gained, where the year before has a rank.
    pub(crate) places: Option<i64>,
    /// The same in words; empty without a rank of the year before.
    pub(crate) moved: String,
}

/// "▲ 3", where places changed.
#[component]
pub(crate) fn Moved(
    /// What changed.
    change: Change,
) -> impl IntoView {
    let places = change.places.filter(|places| *places != 0)?;
    let mark = view! {
        " "
        <MoveMark places=Signal::stored(places) told=Signal::stored(change.moved) />
    };
    Some(mark.into_any())
}
