//! Bringing data in: a file or a pasted table, seen before it is taken over, then all of it or nothing.

mod choices;
mod findings;
mod preview;
mod questions;
mod rows;
mod seen;

use super::desk::Desk;
use super::fields::FileField;
use crate::components::redrawn;
use leptos::prelude::*;
use preview::Preview;

/// The form, or the preview of what was brought.
#[component]
pub fn Import(
    /// What the reader brought.
    desk: Desk,
) -> impl IntoView {
    // Another table is another preview.
    let turn = Memo::new(move |_| (desk.brought.get(), desk.table.with(Option::is_some)));
    redrawn(move || match turn.get() {
        (_, false) => view! { <Form desk /> }.into_any(),
        (_, true) => view! { <Preview desk /> }.into_any(),
    })
}

/// A file, or a field for a table that was copied.
#[component]
fn Form(desk: Desk) -> impl IntoView {
    let words = desk.state.words.get_untracked();
    view! {
        <section class="desk-section">
            <h3>{words.import_heading()}</h3>
            <p>{words.import_hint()}</p>
            <FileField
                desk
                id="desk-import-file"
                label=words.import_file()
                kinds=".csv,.txt,.tsv,.xlsx,text/csv,text/plain"
            />
            <p class="paste-field">
                <label for="desk-paste">{words.import_paste()}</label>
                <textarea
                    id="desk-paste"
                    rows="6"
                    spellcheck="false"
                    autocomplete="off"
                    placeholder=words.import_paste_example()
                    prop:value=desk.pasted
                    on:input=move |event| desk.pasted.set(event_target_value(&event))
                >
                    {()}
                </textarea>
            </p>
            <button type="button" class="quiet" on:click=move |_| desk.take_pasted()>
                {words.import_paste_read()}
            </button>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests;
