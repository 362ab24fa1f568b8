//! The dialog for explanations and for the code of embeds.

use super::place::{Waiting, keep_drawn};
use super::question::panel_question;
use crate::components::{Dialog, LiveText, flag, text};
use crate::state::{Panel, State};
use dti_words::measures;
use leptos::html;
use leptos::prelude::*;

/// The dialog; it is open while the state says what it is about.
#[component]
pub(crate) fn PanelDialog(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let open = RwSignal::new(state.panel.get_untracked().is_some());
    Effect::new(move || open.set(state.panel.with(Option::is_some)));
    Effect::new(move || {
        if !open.get() && state.panel.with_untracked(Option::is_some) {
            state.panel.set(None);
        }
    });
    let headings = (words.embed(), words.panel_heading());
    let heading = Signal::derive(move || {
        let is_embed = state.panel.with(|panel| *panel == Some(Panel::Embed));
        let heading = if is_embed { headings.0 } else { headings.1 };
        heading.to_owned()
    });
    view! {
        <Dialog id="panel" open heading close=words.close()>
            <Place state />
        </Dialog>
    }
    .into_any()
}

/// What is in it while it is open.
#[component]
fn Place(state: State) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let is_drawn = keep_drawn(
        state,
        place,
        move || state.panel.with(Option::is_some),
        move || panel_question(state),
    );
    // What an indicator measures, before its arithmetic.
    let measured = text(move || {
        let told = state.panel.with(|panel| match panel {
            Some(Panel::Formula(indicator)) => state.words.with(|words| measures(indicator, words)),
            _ => None,
        });
        told.unwrap_or_default()
    });
    view! {
        <p class="measured" hidden=flag(move || measured.with(String::is_empty))>
            <LiveText text=measured />
        </p>
        <div id="panel-place">
            <div node_ref=place>{()}</div>
            <Waiting
                state
                is_awaited=Signal::derive(move || !is_drawn.get())
                has_failed=Signal::derive(move || state.parts.studio.has_failed())
            />
        </div>
    }
    .into_any()
}
