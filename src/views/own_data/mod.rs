//! What the reader brought: four parts behind buttons, why something is not kept, and what came of the last
//! deed.

mod begin;
mod bringing;
mod card;
mod desk;
mod export;
mod fields;
mod import;
mod index;
mod index_form;
mod kept;
mod told;

pub use card::{Card, CardProps};
pub use desk::Desk;
pub use export::{Export, ExportProps};
pub use import::{Import, ImportProps};
pub use index::{Indices, IndicesProps};

use crate::bridge::{Tab, TabPlace};
use crate::browser::own_files::{ChosenFile, hold_drag};
use crate::components::{aria, redrawn};
use leptos::prelude::*;

/// All of it.
#[component]
pub fn OwnData(
    /// What the reader brought.
    desk: Desk,
) -> impl IntoView {
    let words = desk.state.words.get_untracked();
    let tabs = [
        (Tab::Card, words.own_data_card()),
        (Tab::Import, words.own_data_import()),
        (Tab::Export, words.own_data_export()),
        (Tab::Index, words.own_data_index()),
    ];
    let tabs = tabs.map(|(tab, label)| {
        view! {
            <button
                type="button"
                class="part"
                aria-pressed=aria(move || desk.tab.get() == tab)
                on:click=move |_| desk.tab.set(tab)
            >
                {label}
            </button>
        }
        .into_any()
    });
    // Turned to again it stays as it is.
    let tab = Memo::new(move |_| desk.tab.get());
    provide_context(desk);
    let open = move || {
        let tab = tab.get();
        if cfg!(target_arch = "wasm32") {
            return view! { <TabPlace state=desk.state tab /> }.into_any();
        }
        // Natively nothing is loaded later.
        match tab {
            Tab::Card => view! { <Card desk /> }.into_any(),
            Tab::Import => view! { <Import desk /> }.into_any(),
            Tab::Export => view! { <Export desk /> }.into_any(),
            Tab::Index => view! { <Indices desk /> }.into_any(),
        }
    };
    view! {
        <div
            class="desk"
            on:drop=move |event| desk.take_file(ChosenFile::dropped(&event))
            on:dragover=|event| hold_drag(&event)
        >
            <div class="desk-parts" role="group" aria-label=words.own_data_heading()>
                {tabs.collect_view()}
            </div>
            <kept::UnkeptNotice desk />
            <told::ToldNotice desk />
            {redrawn(open)}
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests;
