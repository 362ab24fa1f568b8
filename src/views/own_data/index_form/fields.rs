//! A text field of the form, with one sentence beside it where it cannot be read.

use crate::components::{at_first, attribute};
use leptos::prelude::*;

/// How a field says its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Name {
    /// Above it.
    Above(String),
    /// To those who do not see the heading that it stands below.
    Said(String),
}

/// A text field.
#[component]
pub(super) fn TextField(
    /// Id of the field.
    #[prop(into)]
    id: String,
    /// Its name.
    name: Name,
    /// What is typed.
    #[prop(into)]
    value: Signal<String>,
    /// What is wrong with it.
    #[prop(into)]
    fault: Signal<String>,
    /// What becomes of another text.
    #[prop(into)]
    changed: Callback<String>,
) -> impl IntoView {
    let fault_id = format!("{id}-fault");
    let described_by = {
        let fault_id = fault_id.clone();
        attribute(move || fault.with(|fault| (!fault.is_empty()).then(|| fault_id.clone())))
    };
    let is_wrong =
        attribute(move || fault.with(|fault| (!fault.is_empty()).then(|| "true".to_owned())));
    let (above, said) = match name {
        Name::Above(label) => (Some(label), None),
        Name::Said(label) => (None, Some(label)),
    };
    let seen = above.map(|label| view! { <label for=id.clone()>{label}</label> });
    view! {
        <span class="component-tool">
            {seen} <span class="field">
                <input
                    type="text"
                    autocomplete="off"
                    id=id
                    aria-label=said
                    aria-invalid=is_wrong
                    aria-describedby=described_by
                    value=value.get_untracked()
                    prop:value=value
                    on:change=move |event| changed.run(event_target_value(&event))
                />
                <span class="fault" id=fault_id prop:textContent=fault>{at_first(fault)}</span>
            </span>
        </span>
    }
    .into_any()
}

/// What is wrong with a list to choose from, beside it.
#[component]
pub(super) fn FaultLine(
    /// What is wrong with it.
    #[prop(into)]
    fault: Signal<String>,
) -> impl IntoView {
    view! { <span class="fault" prop:textContent=fault>{at_first(fault)}</span> }.into_any()
}
