//! The page: Leptos over the calculator. State in `state`, words in `text`, the browser in
//! `browser`, pieces of the page in `views`, controls in `components`.

mod arrival;
mod browser;
mod components;
mod live;
mod names;
mod search;
mod shown;
mod state;
mod text;
mod timeline;
mod views;

use crate::calculator::Calculator;
use crate::link::{Privacy, write};
use arrival::{HistoryStep, Place, history_step};
use browser::keyboard::Shortcut;
use browser::timing::Debounce;
use browser::{address, keyboard, page};
use leptos::prelude::*;
use live::effect;
use state::AppState;
use text::Word;
use views::Simulator;

/// Edits enter the address after this pause: browsers limit how often it may change.
const ADDRESS_MS: u32 = 600;

/// Fills the page.
pub fn start() {
    let calculator = match Calculator::official() {
        Ok(calculator) => calculator,
        Err(error) => {
            leptos::logging::error!("{error}");
            return;
        }
    };
    // It lives as long as the page.
    let calculator: &'static Calculator = Box::leak(Box::new(calculator));
    if let Some(root) = page::root() {
        mount_to(root, move || App(calculator)).forget();
    }
}

/// The state, what it writes to the browser, and the page over it.
#[expect(non_snake_case, reason = "a component without props")]
fn App(calculator: &'static Calculator) -> impl IntoView {
    let state = AppState::new(calculator, &address::fragment());
    provide_context(state);
    effect(move || {
        let language = state.language.get();
        page::set_language(language, Word::Title.in_language(language));
        page::set_theme(state.theme.get());
        state.keep_figures();
    });
    keep_address(state);
    keyboard::on_shortcut(move |shortcut| match shortcut {
        Shortcut::Undo => state.undo(),
        Shortcut::Redo => state.redo(),
    });
    Simulator()
}

/// Keeps address and page the same, in both directions.
fn keep_address(state: AppState) {
    let pause = Debounce::new(ADDRESS_MS);
    effect(move || {
        let link = state.link();
        let before = state.place.get_value();
        state.place.set_value(Place::of(&link));
        // Too large for a link: the address stays as it was.
        let Ok(text) = write(&link, Privacy::ChoicesOnly) else {
            return;
        };
        match history_step(&address::fragment(), &before, &link) {
            HistoryStep::Keep => pause.cancel(),
            HistoryStep::Push => {
                pause.flush();
                // A browser that refuses has no history to keep: sandboxed or too many entries.
                address::push(&text).ok();
            }
            HistoryStep::Replace => pause.run(move || {
                address::replace(&text).ok();
            }),
        }
    });
    address::on_navigate(move || {
        pause.cancel();
        state.arrive(&address::fragment());
    });
    address::on_leave(move || pause.flush());
}
