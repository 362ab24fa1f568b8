//! The reader's scenario: which units are changed, undo and redo, reset, and the link.

use super::share::{CopyButton, ShareButtons};
use super::verdict::sentence;
use crate::app::components::{Button, Each};
use crate::app::live::{flag, live};
use crate::app::state::AppState;
use crate::app::text::{Word, chip, rival_mode};
use crate::model::Rivals;
use leptos::prelude::*;

/// Keys of what differs besides units, whose key is their id.
const MAX_POINTS: &str = "max points";
const RIVALS: &str = "rivals";

/// What differs from the edition, and the buttons for the whole scenario.
#[component]
pub(crate) fn Edits() -> impl IntoView {
    let state = expect_context::<AppState>();
    let speech = state.speech();
    let is_empty = flag(move || state.shown.with(|shown| !shown.is_edited()));
    let is_edited = flag(move || !is_empty.get());
    let draw = Callback::new(|edit: String| view! { <Chip edit=edit/> }.into_any());
    let button = |word: Word, keys: &'static str, disabled, click: fn(AppState)| {
        let click = Callback::new(move |()| click(state));
        view! { <Button label=speech.say(word) keys=keys disabled=disabled on_click=click/> }
    };
    view! {
        <section class="edits" aria-labelledby="edits-heading">
            <h2 id="edits-heading">{speech.say(Word::EditsHeading)}</h2>
            <p class="no-edits" hidden=is_edited>{speech.say(Word::NoEdits)}</p>
            <ul class="chips" hidden=is_empty>
                <Each keys=Signal::derive(move || edits(state)) draw=draw/>
            </ul>
            <div class="actions">
                {button(Word::Undo, "Control+Z", flag(move || !state.has_past()), AppState::undo)}
                {button(Word::Redo, "Control+Shift+Z", flag(move || !state.has_future()), AppState::redo)}
                {button(Word::ResetAll, "", is_empty, AppState::reset_all)}
                <CopyButton
                    word=Word::CopySentence done=Word::SentenceCopied text=sentence(state)
                />
                <ShareButtons/>
            </div>
        </section>
    }
}

/// One edited unit, or the changed max points or rivals, with a button to take it back.
#[component]
fn Chip(
    /// Id of the unit, or what else differs.
    edit: String,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let speech = state.speech();
    let (shown, opened, dropped) = (edit.clone(), edit.clone(), edit);
    let label = live(move || {
        let now = state.now();
        match shown.as_str() {
            MAX_POINTS => chip(
                &speech.word(Word::MaxPointsHeading),
                now.scenario.max_points.len(),
            ),
            RIVALS => rival_mode(now.scenario.rivals, speech.language()),
            unit => chip(&state.name_of(unit), now.changes(unit)),
        }
    });
    let is_unit = opened != MAX_POINTS && opened != RIVALS;
    let open = Callback::new(move |()| state.edit_unit(&opened));
    let drop = Callback::new(move |()| match dropped.as_str() {
        MAX_POINTS => state.reset_max_points(),
        // Frozen rivals are always possible.
        RIVALS => state.set_rivals(Rivals::Frozen).unwrap_or_default(),
        unit => state.reset_unit(unit),
    });
    let drop_name = live(move || format!("{}: {}", speech.word(Word::ResetOne), label.get()));
    view! {
        <li class="chip">
            <Button class="chip-name" label=label disabled=flag(move || !is_unit) on_click=open/>
            <Button class="chip-drop" label=live(|| "✕".to_owned()) name=drop_name on_click=drop/>
        </li>
    }
}

/// What differs from the edition, in the edition's order, tracked.
fn edits(state: AppState) -> Vec<String> {
    let shown = state.now();
    let changed = state
        .units()
        .iter()
        .filter(|unit| shown.changes(&unit.id) > 0);
    let mut edits: Vec<String> = changed.map(|unit| unit.id.clone()).collect();
    if !shown.scenario.max_points.is_empty() {
        edits.push(MAX_POINTS.to_owned());
    }
    if shown.scenario.rivals != Rivals::Frozen {
        edits.push(RIVALS.to_owned());
    }
    edits
}
