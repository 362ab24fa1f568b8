//! Scenarios side by side, up to four saved on the device beside the one on screen, and two units side by
//! side.

mod pair;
mod saved;

use super::parts::Simulated;
use crate::state::State;
use leptos::prelude::*;
use pair::Pair;
use saved::Scenarios;

/// The panel.
#[component]
pub fn Compare(
    /// The state.
    state: State,
) -> impl IntoView {
    view! {
        <Scenarios state />
        <Pair state />
        <Simulated state />
    }
    .into_any()
}

#[cfg(test)]
mod tests;
