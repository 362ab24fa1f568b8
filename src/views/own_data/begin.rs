//! Beginning without figures: a set of indicators, and a name.

use super::desk::Desk;
use super::fields::ToolList;
use crate::bridge::Tab;
use dti_own_data::{LONGEST_NAME, PROVINCES, Refusal, sets};
use leptos::prelude::*;

/// What is chosen and typed. A copy is as good as the other.
#[derive(Clone, Copy)]
pub(super) struct Beginning {
    /// Id of the set of indicators.
    pub(super) set: RwSignal<String>,
    /// Name of the unit.
    pub(super) name: RwSignal<String>,
}

impl Beginning {
    /// Nothing yet: the set of provinces, and no name.
    pub(super) fn new() -> Self {
        Self {
            set: RwSignal::new(PROVINCES.to_owned()),
            name: RwSignal::new(String::new()),
        }
    }
}

/// Begins a scorecard, and opens it.
pub(super) fn begin(desk: Desk) {
    let Beginning { set, name } = desk.beginning;
    let (own_set, own_name) = (set.get_untracked(), name.get_untracked());
    desk.deed(|own, _ground| own.begin_scorecard(&own_set, &own_name).map(|()| None));
    let is_begun = desk.told.with_untracked(Option::is_none);
    if is_begun {
        set.set(PROVINCES.to_owned());
        name.set(String::new());
        desk.tab.set(Tab::Card);
    }
}

/// The form.
#[component]
pub(super) fn Begin(
    /// What the reader brought.
    desk: Desk,
) -> impl IntoView {
    let words = desk.state.words.get_untracked();
    let Beginning { set, name } = desk.beginning;
    let provinces = (PROVINCES.to_owned(), words.begin_provinces().to_owned());
    let communes = sets().into_iter();
    let communes = communes.map(|(id, title)| (id, words.in_language(&title).to_owned()));
    let options: Vec<(String, String)> = std::iter::once(provinces).chain(communes).collect();
    let is_missing = move || {
        desk.told
            .with(|told| matches!(told, Some(Err(Refusal::NameMissing))))
    };
    view! {
        <section class="desk-section">
            <h3>{words.begin_heading()}</h3>
            <p>{words.begin_hint()}</p>
            <div class="component-tools">
                <ToolList
                    id="begin-set"
                    label=words.begin_set()
                    options=Signal::stored(options)
                    value=set
                    changed=move |chosen| set.set(chosen)
                />
                <span class="component-tool">
                    <label for="begin-name">{words.begin_name()}</label>
                    <input
                        id="begin-name"
                        type="text"
                        autocomplete="off"
                        maxlength=LONGEST_NAME.to_string()
                        aria-invalid=move || is_missing().then_some("true")
                        value=name.get_untracked()
                        prop:value=name
                        on:input=move |event| name.set(event_target_value(&event))
                    />
                </span>
                <button type="button" class="primary" on:click=move |_| begin(desk)>
                    {words.begin_start()}
                </button>
            </div>
        </section>
    }
    .into_any()
}
