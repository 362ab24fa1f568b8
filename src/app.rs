//! The page in a browser: provides the state, keeps beside it what goes with it (address, title, what
//! stays on the device), and draws the page or the embed.

use crate::bridge::Loaders;
use crate::browser::keyboard::Shortcut;
use crate::browser::timing::{Debounce, soon};
use crate::browser::{Denied, address, document, figures, keyboard, scroll, storage};
use crate::state::{Keeper, Place, State, assessed_in, is_readable_link, is_said, settled};
use crate::views;
use dti_engine::calculator::{Calculator, CalculatorError};
use dti_engine::model::Scenario;
use dti_formats::link::{self, Link, Privacy};
use dti_words::Unkept;
use leptos::prelude::*;
use std::sync::Arc;

/// Edits enter the address after this pause: browsers limit how often it may change.
const ADDRESS_MS: u32 = 600;
/// The status line speaks after this pause.
const STATUS_MS: u32 = 900;
/// Where saved scenarios are kept.
const SAVED: &str = "saved";
/// Where assessed figures are kept.
const ASSESSED: &str = "assessed";

/// Fills the page, in short tasks, so that the browser can answer between them: the figures, the
/// edition, the drawing. What is not seen at once is loaded by `loaders`.
pub fn start(loaders: Loaders) {
    begin(figures::with_own_data, kept_figures, move |state| {
        state.parts.load_by(loaders);
        state.take_saved(&storage::kept_for_long(SAVED).unwrap_or_default());
        if address::fragment().len() < 2 {
            state.resume.set(storage::last());
        }
        draw(state, |state| view! { <views::Page state /> }.into_any());
        keep_document(state);
        keep_known(state);
        keep_saved(state);
        keep_address(state);
        keep_last(state);
        speak(state);
        keyboard::on_shortcut(move |shortcut| match shortcut {
            Shortcut::Undo => state.undo(),
            Shortcut::Redo => state.redo(),
        });
    });
}

/// Fills the embed, which keeps nothing on the device and leaves the history to the page around it.
pub fn start_embed() {
    begin(
        figures::official,
        |_edition| None,
        |state| {
            draw(state, |state| view! { <views::Embed state /> }.into_any());
            keep_document(state);
            address::on_navigate(move || state.arrive(&address::fragment()));
            speak(state);
        },
    );
}

/// Reads the figures, works out the edition, makes the state and shows it: each is a task of its own. What
/// cannot be shown leaves the first HTML standing.
fn begin(
    figures: fn() -> Option<Arc<Calculator>>,
    kept: Keeper,
    show: impl FnOnce(State) + 'static,
) {
    std::panic::set_hook(Box::new(|panic| {
        leptos::logging::error!("dti-whatif stopped: {panic}");
    }));
    soon(move || {
        let Some(calculator) = figures() else { return };
        soon(move || {
            prepare(&calculator, &address::fragment());
            soon(move || match opened(calculator, kept) {
                Ok(state) => soon(move || show(state)),
                Err(error) => leptos::logging::error!("{error}"),
            });
        });
    });
}

/// Works out what an address's edition needs, which the calculator keeps.
fn prepare(calculator: &Calculator, fragment: &str) {
    let wanted = link::read(fragment).0.scenario.edition;
    // What is wrong with it is said when the state is made.
    calculator.open(&Scenario::baseline(&wanted)).ok();
}

/// The state that the address asks for.
fn opened(calculator: Arc<Calculator>, kept: Keeper) -> Result<State, CalculatorError> {
    let owner = Owner::new();
    let state = owner.with(|| {
        State::try_new(
            calculator,
            &address::address(),
            document::served_language(),
            kept,
        )
    });
    // It lives as long as the page.
    owner.set();
    std::mem::forget(owner);
    let state = state?;
    if let Some(root) = document::root_address() {
        state.set_root(&root);
    }
    Ok(state)
}

/// Draws into the hidden root, a stage at a time, and puts it in the place of the first HTML. It is drawn
/// anew where its words change; focus and what is in sight stay.
fn draw(state: State, whole: fn(State) -> AnyView) {
    let Some(root) = document::root() else { return };
    let view = move || {
        // Read, not only followed: a memo that is worked out later counts as changed, and the page would be
        // drawn twice.
        state.words.with(|_words| keep_place());
        whole(state)
    };
    mount_to(root, move || view).forget();
    state.stages.run(document::take_over);
}

/// Focuses in the next frame what has focus now, under its id, where the page is scrolled to now.
fn keep_place() {
    let focused = document::focused();
    if !focused.is_empty() {
        request_animation_frame(move || document::focus(&focused));
    }
    let top = scroll::page_top();
    if top > 0.0 {
        scroll::keep_page_top(top);
    }
}

/// Gives the document the page's language, title and colours.
fn keep_document(state: State) {
    Effect::new(move || {
        document::set_theme(state.theme.get());
        state
            .words
            .with(|words| document::set_language(words.language(), &words.document_title()));
    });
}

/// Keeps the known figures of an edition as long as the tab.
fn keep_known(state: State) {
    let kept = StoredValue::new((String::new(), None::<String>));
    Effect::new(move || {
        let (edition, figures) = state.to_keep();
        let now = (edition, figures);
        if kept.with_value(|kept| *kept == now) {
            return;
        }
        let done = keep_figures(&now.0, now.1.as_deref());
        if let Err(why) = done
            && now.1.is_some()
        {
            untrack(|| state.is_unkept(why));
        }
        kept.set_value(now);
    });
}

/// Keeps the known figures of an edition, unless a newer page keeps them there.
fn keep_figures(edition: &str, figures: Option<&str>) -> Result<(), Unkept> {
    let key = storage_key(edition);
    match storage::get(&key).ok().flatten() {
        Some(there) if !is_readable_link(&there) => Err(Unkept::Newer),
        _ => storage::set(&key, figures),
    }
}

/// Keeps the saved scenarios on the device, together with every other page that does.
fn keep_saved(state: State) {
    let there = || storage::kept_for_long(SAVED).unwrap_or_default();
    // What is kept, as this page last knew it; and what this page last wanted to keep.
    let base = StoredValue::new(there());
    let saved = Memo::new(move |_| state.saved());
    let wanted = StoredValue::new(saved.get_untracked());
    let settle = move || {
        let ours = saved.get_untracked();
        let kept = settled(&base.get_value(), &ours, &there());
        let outcome = kept.and_then(|text| storage::keep_for_long(SAVED, &text).map(|()| text));
        if let Ok(text) = &outcome {
            base.set_value(text.clone());
        }
        untrack(|| state.saved_as(&outcome));
        wanted.set_value(saved.get_untracked());
    };
    Effect::new(move || {
        let ours = saved.get();
        if wanted.with_value(|wanted| *wanted != ours) {
            settle();
        }
    });
    storage::on_change_elsewhere(move || {
        if base.with_value(|base| *base != there()) {
            settle();
        }
    });
}

/// Keeps address and state the same, in both directions.
fn keep_address(state: State) {
    let pause = Debounce::new(ADDRESS_MS);
    let place = StoredValue::new(Place::of(&untrack(|| state.link())));
    let link = Memo::new(move |_| state.link());
    Effect::new(move || {
        let link: Link = link.get();
        let now = Place::of(&link);
        let is_elsewhere = place.with_value(|before| *before != now);
        place.set_value(now);
        if is_elsewhere {
            pause.flush();
            enter(&link, address::push);
        } else {
            pause.run(move || enter(&link, address::replace));
        }
    });
    address::on_navigate(move || {
        pause.cancel();
        state.arrive(&address::fragment());
        place.set_value(Place::of(&untrack(|| state.link())));
    });
    address::on_leave(move || pause.flush());
}

/// Has the address say what a link does, unless it does so already.
fn enter(link: &Link, enter: fn(&str) -> Result<(), Denied>) {
    // Too large for a link: the address stays as it was.
    if let Ok(text) = link::write(link, Privacy::ChoicesOnly)
        && !is_said(&address::fragment(), link)
    {
        // A browser that refuses has no history to keep: sandboxed or too many entries.
        enter(&text).ok();
    }
}

/// Keeps what is looked at for whoever comes back; what was kept before stays until something else is
/// looked at.
fn keep_last(state: State) {
    let pause = Debounce::new(ADDRESS_MS);
    Effect::new(move || {
        state.session.track();
        pause.run(move || {
            if let Some(fragment) = untrack(|| state.to_resume()) {
                storage::keep_last(&fragment);
            }
        });
    });
    address::on_leave(move || pause.flush());
}

/// The status line says what came of an edit, some time after the last one. What stands there when
/// the page opens needs no announcement.
fn speak(state: State) {
    let pause = Debounce::new(STATUS_MS);
    let told = StoredValue::new(untrack(|| state.news()));
    Effect::new(move || {
        state.session.track();
        state.unit.track();
        state.words.track();
        pause.run(move || {
            let news = untrack(|| state.news());
            if told.with_value(|told| *told != news) {
                told.set_value(news.clone());
                state.say(news);
            }
        });
    });
}

fn storage_key(edition: &str) -> String {
    format!("known:{edition}")
}

/// What stayed on the device for an edition: known figures as long as the tab, assessed ones longer.
fn kept_figures(edition: &str) -> Option<String> {
    let known = storage::get(&storage_key(edition)).ok().flatten();
    let all = storage::kept_for_long(ASSESSED).unwrap_or_default();
    // Keys of a fragment may come twice.
    match (known, assessed_in(&all, edition)) {
        (Some(known), Some(assessed)) => Some(format!("{known}&{assessed}")),
        (known, assessed) => known.or_else(|| assessed.map(str::to_owned)),
    }
}
