//! Fields of the forms: for a file, for a text of several lines, and a list among the tools of a sheet.

use super::desk::Desk;
use crate::browser::own_files::ChosenFile;
use crate::components::Select;
use leptos::prelude::*;

/// A field to choose a file with.
#[component]
pub(super) fn FileField(
    /// What takes the file.
    desk: Desk,
    /// Id of the field.
    id: &'static str,
    /// Its label.
    #[prop(into)]
    label: String,
    /// The kinds of files that it offers.
    kinds: &'static str,
) -> impl IntoView {
    view! {
        <p class="file-field">
            <label for=id>{label}</label>
            <input
                type="file"
                id=id
                accept=kinds
                on:change=move |event| desk.take_file(ChosenFile::chosen(&event))
            />
        </p>
    }
    .into_any()
}

/// A list to choose from with its name above it.
#[component]
pub(super) fn ToolList(
    /// Id of the list.
    id: &'static str,
    /// Its label.
    #[prop(into)]
    label: String,
    /// Values with their texts.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The chosen value.
    #[prop(into)]
    value: Signal<String>,
    /// What becomes of another choice.
    #[prop(into)]
    changed: Callback<String>,
) -> impl IntoView {
    view! {
        <span class="component-tool">
            <label for=id>{label}</label>
            <Select id=id options value changed />
        </span>
    }
    .into_any()
}
