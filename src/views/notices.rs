//! What an address could not bring, and what a reader may go on with.

use crate::browser::storage;
use crate::components::{LiveText, flag, redrawn, when};
use crate::state::{Notice, State};
use dti_formats::link;
use dti_words::{
    NamesIn, ahead, corrected, elsewhere, last_max_points, notice, slots_named, unkept,
};
use leptos::prelude::*;

/// Notices, until the reader dismisses them.
#[component]
pub(crate) fn Notices(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let (label, dismiss) = (words.notices(), words.dismiss());
    let lines = move || {
        let line = |one: &Notice| view! { <li>{said(state, one)}</li> }.into_any();
        state.notices.with(|notices| {
            notices
                .iter()
                .map(line)
                .collect::<Vec<AnyView>>()
                .into_any()
        })
    };
    when(
        flag(move || !state.notices.with(Vec::is_empty)),
        move || {
            view! {
            <section class="notice" aria-label=label>
                <ul>{redrawn(lines)}</ul>
                <button type="button" class="quiet" on:click=move |_| state.notices.set(Vec::new())>
                    {dismiss}
                </button>
            </section>
        }
        .into_any()
        },
    )
}

fn said(state: State, one: &Notice) -> String {
    let (edition, words) = (state.edition.get(), state.words.get());
    let names = NamesIn::new(Some(&edition), &words);
    match one {
        Notice::Unread(unread) => notice(unread, &names, &words),
        Notice::Refused(error) => state.said(error),
        Notice::LastMaxPoints(id) => last_max_points(id, &names, &words),
        Notice::Corrected { then, now, what } => corrected((*then, *now), what, &words),
        Notice::Ahead { then, now } => ahead((*then, *now), &words),
        Notice::Elsewhere(code) => elsewhere(code, &words),
        Notice::SlotsNamed(ids) => slots_named(ids, &names, &words),
        Notice::Unkept(why) => unkept(*why, &words).to_owned(),
    }
}

/// What the reader looked at last time, offered where the address asks for nothing.
#[component]
pub(crate) fn Resume(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let dismiss = words.resume_dismiss();
    let offer = move || {
        state
            .resume
            .get()
            .and_then(|kept| Some((told(state, &kept)?, kept)))
    };
    let forget = move || {
        state.resume.set(None);
        storage::forget_last();
    };
    redrawn(move || {
        let Some((text, kept)) = offer() else {
            return ().into_any();
        };
        view! {
            <p class="resume">
                <button
                    type="button"
                    class="plain"
                    on:click=move |_| {
                        state.arrive(&kept);
                        state.resume.set(None);
                    }
                >
                    <LiveText text=text />
                </button>
                <button type="button" class="chip-drop" aria-label=dismiss on:click=move |_| forget()>
                    {"✕"}
                </button>
            </p>
        }
        .into_any()
    })
}

/// "Tiếp tục: Bắc Giang 2022, 2 giả định"; nothing where the figures at hand lack it.
fn told(state: State, kept: &str) -> Option<String> {
    let scenario = link::read(kept).0.scenario;
    let calculator = state.calculator.get();
    let edition = calculator.edition(&scenario.edition).ok()?;
    let row = edition.position(scenario.unit.as_deref()?)?;
    let name = state.in_language(&edition.units().get(row)?.name);
    let title = format!("{name} {}", edition.header().year);
    let assumptions = scenario.overrides.len() + scenario.max_points.len();
    Some(state.words.with(|words| words.resume(title, assumptions)))
}
