//! Which unit, which edition.

use crate::components::{Choice, Combobox, Select, text};
use crate::state::{Found, State};
use leptos::prelude::*;

/// What the list of units offers.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Offered {
    /// The unit in a row.
    Unit(usize),
    /// A unit of another edition.
    Elsewhere { edition: String, unit: String },
}

/// The unit by a part of its name; former units are found with the one that they belong to now.
#[component]
pub(crate) fn UnitPicker(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let find = move |wanted: String| {
        let found = state.keys.with(|keys| keys.find(&wanted));
        found
            .into_iter()
            .flat_map(|found| offered(state, found))
            .collect()
    };
    let chosen = move |offered| match offered {
        Offered::Unit(row) => state.choose_unit(row),
        Offered::Elsewhere { edition, unit } => state.go_to(&edition, Some(unit)),
    };
    view! {
        <label class="hidden" for="province">{words.province()}</label>
        <Combobox
            id="province"
            label=words.province()
            placeholder=words.province_hint()
            nothing=words.no_province()
            value=text(move || state.name(state.unit.get()))
            find=Callback::new(find)
            chosen
        />
    }
    .into_any()
}

/// The lines of the list for what was found.
fn offered(state: State, found: Found) -> Vec<Choice<Offered>> {
    let words = state.words.get();
    let line = |value, text| Choice {
        value,
        text,
        is_chosen: false,
    };
    match found {
        Found::Unit(row) => vec![Choice {
            is_chosen: row == state.unit.get(),
            ..line(Offered::Unit(row), state.name(row))
        }],
        Found::Former {
            now,
            id,
            name,
            edition,
        } => {
            let name = words.in_language(&name).to_owned();
            let title = state.title_of(&edition);
            let elsewhere = Offered::Elsewhere { edition, unit: id };
            vec![
                line(
                    Offered::Unit(now),
                    words.now_part_of(&name, state.name(now)),
                ),
                line(elsewhere, words.look_at_former(&name, title)),
            ]
        }
    }
}

/// The edition, newest first.
#[component]
pub(crate) fn EditionPicker(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    view! {
        <label class="hidden" for="edition">{words.edition_choice()}</label>
        <Select
            id="edition"
            options=Signal::derive(move || state.editions())
            value=text(move || state.edition.with(|edition| edition.id().to_owned()))
            changed=move |edition: String| state.choose_edition(&edition)
        />
    }
    .into_any()
}
