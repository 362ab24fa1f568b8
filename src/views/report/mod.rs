//! A report: one page made from what is on screen, to be printed, copied or saved. What it says is one
//! document, and the page, the files and the clipboard are all made of that. Loaded when it is asked for
//! (`src/parts.rs`).

mod bar;
mod content;
mod paper;
mod pictures;

use crate::browser::timing::{Debounce, today};
use crate::components::redrawn;
use crate::state::State;
use bar::Bar;
use content::Content;
use leptos::prelude::*;
use paper::pieces;
use pictures::{Choices, Pictures};
use std::sync::Arc;

/// It follows the page after this pause, so that a drag is not held up.
const PAUSE_MS: u32 = 300;

/// The report with the bar to keep it.
#[component]
pub fn Report(
    /// The state.
    state: State,
) -> impl IntoView {
    let content = RwSignal::new(now(state));
    let pictures = Pictures::of(state);
    let pause = Debounce::new(PAUSE_MS);
    Effect::new(move |is_later: Option<()>| {
        follow(state);
        match is_later {
            None => pictures.draw(),
            Some(()) => pause.run(move || {
                content.set(now(state));
                pictures.draw();
            }),
        }
    });
    let part = move |of: fn(&Content) -> AnyView| {
        redrawn(move || {
            content
                .with(|content| content.as_deref().map(of))
                .into_any()
        })
    };
    view! {
        <Bar state />
        <Choices state />
        <div class="report" lang=state.language.get_untracked().as_str()>
            {part(|content| view! { <h3 class="report-title">{content.title.clone()}</h3> }.into_any())}
            {part(|content| pieces(&content.above, "above"))}
            {pictures.shown()}
            {part(|content| pieces(&content.below, "below"))}
        </div>
    }
    .into_any()
}

/// What the report says now; nothing where no unit is ranked.
fn now(state: State) -> Option<Arc<Content>> {
    untrack(|| Content::of(state, today().as_deref())).map(Arc::new)
}

/// Follows all that a report shows.
fn follow(state: State) {
    state.session.track();
    state.present.track();
    state.unit.track();
    state.words.track();
    state.choices.track();
    state.calculator.track();
    drop((state.carried(), state.followed_here()));
}

#[cfg(test)]
mod tests;
