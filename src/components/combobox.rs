//! An editable combobox: a field that searches, and a list that is walked by arrows.

use super::{aria, attribute, flag, redrawn, text};
use crate::browser::{document, keyboard, scroll};
use leptos::prelude::*;

/// A line of the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Choice<T> {
    /// What is chosen by it.
    pub(crate) value: T,
    /// What it says.
    pub(crate) text: String,
    /// Whether it is what is chosen now.
    pub(crate) is_chosen: bool,
}

/// A field over a list. Typing searches, arrows walk, Enter and a click choose, Escape leaves all as it
/// was.
#[component]
pub(crate) fn Combobox<T>(
    /// Id of the field; the list has the same with `-list` behind.
    id: &'static str,
    /// Name of field and list.
    #[prop(into)]
    label: String,
    /// What an empty field says.
    #[prop(into)]
    placeholder: String,
    /// What is said where nothing matches.
    #[prop(into)]
    nothing: String,
    /// Name of what is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// What matches a text; all of it an empty one.
    #[prop(into)]
    find: Callback<String, Vec<Choice<T>>>,
    /// What becomes of a choice.
    #[prop(into)]
    chosen: Callback<T>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let typed = RwSignal::new(None::<String>);
    let open = RwSignal::new(false);
    let active = RwSignal::new(0_usize);
    let hits = Memo::new(move |_| match open.get() {
        true => find.run(typed.get().unwrap_or_default()),
        false => Vec::new(),
    });
    let option_id = move |row: usize| format!("{id}-{row}");
    let close = move || {
        typed.set(None);
        open.set(false);
    };
    let unfold = move || {
        if !open.get_untracked() {
            open.set(true);
            let at = hits.with_untracked(|hits| hits.iter().position(|hit| hit.is_chosen));
            active.set(at.unwrap_or_default());
        }
    };
    let pick = move |row: usize| {
        let hit = hits.with_untracked(|hits| hits.get(row).cloned());
        if let Some(hit) = hit {
            close();
            chosen.run(hit.value);
        }
    };
    let walk = move |by: isize| {
        if !open.get_untracked() {
            return unfold();
        }
        let count = hits.with_untracked(Vec::len);
        let last = count.saturating_sub(1);
        let next = active
            .get_untracked()
            .checked_add_signed(by)
            .unwrap_or(last);
        active.set(next % count.max(1));
        let shown = option_id(active.get_untracked());
        request_animation_frame(move || scroll::show_option(&shown));
    };
    let is_active = move |row: usize| open.get() && active.get() == row;
    let active_id = attribute(move || {
        let row = active.get();
        (row < hits.with(Vec::len)).then(|| option_id(row))
    });
    let key = move |event: leptos::ev::KeyboardEvent| {
        if keyboard::is_composing(&event) {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => walk(1),
            "ArrowUp" => walk(-1),
            "Enter" if open.get_untracked() => pick(active.get_untracked()),
            "Escape" => return close(),
            _ => return,
        }
        event.prevent_default();
    };
    let click = move |event: leptos::ev::MouseEvent| {
        if typed.with_untracked(Option::is_none) {
            document::select_field(&event);
        }
        unfold();
    };
    let option = move |(row, hit): (usize, Choice<T>)| {
        view! {
            <li
                id=option_id(row)
                class="option"
                class:active=flag(move || is_active(row))
                role="option"
                translate="no"
                aria-selected=if hit.is_chosen { "true" } else { "false" }
                // The field keeps focus.
                on:pointerdown=|event| event.prevent_default()
                on:click=move |_| pick(row)
            >
                {hit.text}
            </li>
        }
        .into_any()
    };
    let all = move || {
        let options: Vec<AnyView> = hits.get().into_iter().enumerate().map(option).collect();
        options.into_any()
    };
    let list_id = format!("{id}-list");
    view! {
        <div class="combobox">
            <input
                id=id
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                maxlength="60"
                placeholder=placeholder
                aria-autocomplete="list"
                aria-controls=list_id.clone()
                aria-expanded=aria(move || open.get())
                aria-activedescendant=active_id
                value=value.get_untracked()
                prop:value=text(move || typed.get().unwrap_or_else(|| value.get()))
                on:click=click
                on:keydown=key
                on:focusout=move |_| close()
                on:input=move |event| {
                    typed.set(Some(event_target_value(&event)));
                    active.set(0);
                    open.set(true);
                }
            />
            <span class="arrow" aria-hidden="true">{"▾"}</span>
            <ul id=list_id role="listbox" aria-label=label hidden=flag(move || !open.get())>
                {redrawn(all)}
            </ul>
            <p class="no-match" hidden=flag(move || !(open.get() && hits.with(Vec::is_empty)))>{nothing}</p>
        </div>
    }
    .into_any()
}
