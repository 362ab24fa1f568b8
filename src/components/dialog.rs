//! The native `<dialog>`, which keeps focus inside and closes on Escape by itself.

use super::when;
use crate::browser::dialog;
use leptos::prelude::*;

/// A modal dialog with its heading and a button that closes it; what is in it is drawn while it is open.
#[component]
pub(crate) fn Dialog(
    /// Id of the element; its heading has the same with `-heading` behind.
    id: &'static str,
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    heading: Signal<String>,
    /// Text of the button that closes it.
    #[prop(into)]
    close: String,
    /// What is in it.
    children: ChildrenFn,
) -> impl IntoView {
    Effect::new(move || {
        if open.get() {
            dialog::open(id);
        } else {
            dialog::close(id);
        }
    });
    let heading_id = format!("{id}-heading");
    let labelled_by = heading_id.clone();
    view! {
        <dialog class="wide" id=id aria-labelledby=labelled_by on:close=move |_| open.set(false)>
            <div class="card-head">
                <h2 id=heading_id prop:textContent=heading>{()}</h2>
                <button type="button" class="quiet" on:click=move |_| open.set(false)>{close}</button>
            </div>
            {when(Signal::from(open), move || children())}
        </dialog>
    }
    .into_any()
}
