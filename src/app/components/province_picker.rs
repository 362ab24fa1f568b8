//! Choosing a province by typing a part of its name: an editable combobox with a list.

use super::Each;
use crate::app::browser::page::select_all;
use crate::app::browser::scroll::show_option;
use crate::app::live::{Live, flag, live, maybe, spelled};
use crate::app::search::SearchKeys;
use crate::app::text::{Speech, Word};
use leptos::ev::{Event, KeyboardEvent};
use leptos::html::{Input, Ul};
use leptos::prelude::*;
use std::sync::Arc;

const INPUT: &str = "province";
const LIST: &str = "province-list";

/// A combobox over the units of an edition.
#[component]
pub(crate) fn ProvincePicker(
    /// The words.
    speech: Speech,
    /// Names of the units, in the edition's order.
    names: Signal<Vec<String>>,
    /// What the units can be found by.
    keys: Signal<Arc<SearchKeys>>,
    /// Row of the chosen unit.
    chosen: Signal<usize>,
    /// Called with the row of another unit.
    on_choose: Callback<usize>,
) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let list = NodeRef::<Ul>::new();
    let is_open = RwSignal::new(false);
    let typed = RwSignal::new(None::<String>);
    let active = RwSignal::new(0_usize);
    let hits = Memo::new(move |_| {
        let wanted = typed.get().unwrap_or_default();
        keys.with(|keys| keys.find(&wanted))
    });
    let shown = live(move || {
        let own = || names.with(|names| names.get(chosen.get()).cloned().unwrap_or_default());
        typed.get().unwrap_or_else(own)
    });
    let active_id = move || {
        let row = hits.with(|hits| hits.get(active.get()).copied())?;
        is_open.get().then(|| option_id(row))
    };
    let show_active = move || {
        if let Some((list, id)) = list.get_untracked().zip(untrack(active_id)) {
            show_option(&list, &id);
        }
    };
    let open = move || {
        if is_open.get_untracked() {
            return;
        }
        let at = chosen.get_untracked();
        let place = hits.with_untracked(|hits| hits.iter().position(|&row| row == at));
        active.set(place.unwrap_or_default());
        is_open.set(true);
        request_animation_frame(show_active);
    };
    let close = move || {
        is_open.set(false);
        typed.set(None);
    };
    let choose = move |row: usize| {
        close();
        on_choose.run(row);
    };
    let typing = move |event: Event| {
        typed.set(Some(event_target_value(&event)));
        active.set(0);
        is_open.set(true);
    };
    let step = move |by: isize| {
        if !is_open.get_untracked() {
            open();
            return;
        }
        let count = hits.with_untracked(Vec::len);
        active.update(|at| {
            let last = count.saturating_sub(1);
            *at = at.checked_add_signed(by).unwrap_or(last) % count.max(1);
        });
        show_active();
    };
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "ArrowDown" => {
            event.prevent_default();
            step(1);
        }
        "ArrowUp" => {
            event.prevent_default();
            step(-1);
        }
        "Enter" if is_open.get_untracked() => {
            event.prevent_default();
            if let Some(row) = hits.with_untracked(|h| h.get(active.get_untracked()).copied()) {
                choose(row);
            }
        }
        "Escape" => close(),
        _ => {}
    };
    let click = move |_| {
        open();
        if let Some(field) = field
            .get_untracked()
            .filter(|_| typed.with_untracked(Option::is_none))
        {
            select_all(&field);
        }
    };
    let options = Signal::derive(move || {
        let rows = if is_open.get() {
            hits.get()
        } else {
            Vec::new()
        };
        rows.iter().map(ToString::to_string).collect::<Vec<_>>()
    });
    let option = Callback::new(move |key: String| {
        let row: usize = key.parse().unwrap_or_default();
        let name = live(move || names.with(|names| names.get(row).cloned().unwrap_or_default()));
        let is_active = flag(move || {
            hits.with(|hits| hits.get(active.get()).is_some_and(|&active| active == row))
        });
        view! {
            <li
                role="option"
                id=option_id(row)
                class:active=is_active
                aria-selected=spelled(move || chosen.get() == row)
                on:pointerdown=|event| event.prevent_default()
                on:click=move |_| choose(row)
            >
                {name}
            </li>
        }
        .into_any()
    });
    let is_lost = flag(move || !(is_open.get() && hits.with(Vec::is_empty)));
    let label: Live = speech.say(Word::Province);
    view! {
        <div class="picker">
            <label for=INPUT>{label}</label>
            <div class="combobox">
                <input
                    node_ref=field
                    id=INPUT
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    maxlength="60"
                    placeholder=speech.say(Word::ProvinceHint)
                    aria-autocomplete="list"
                    aria-controls=LIST
                    aria-expanded=spelled(move || is_open.get())
                    aria-activedescendant=maybe(active_id)
                    prop:value=shown
                    on:input=typing
                    on:keydown=key
                    on:click=click
                    on:blur=move |_| close()
                />
                <span class="arrow" aria-hidden="true">"▾"</span>
                <ul node_ref=list id=LIST role="listbox" aria-label=label
                    hidden=flag(move || !is_open.get())>
                    <Each keys=options draw=option/>
                </ul>
                <p class="no-match" hidden=is_lost>{speech.say(Word::NoProvince)}</p>
            </div>
        </div>
    }
}

fn option_id(row: usize) -> String {
    format!("province-{row}")
}
