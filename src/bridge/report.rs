//! Where the report stands: a way into it, and the report itself once it is asked for, by a part that is
//! loaded then. It stands in the page and not over it, since browsers print what lies over a page on one
//! sheet.

use super::place::Loaded;
use crate::browser::document::go_to;
use crate::browser::timing::after_paint;
use crate::components::{flag, when};
use crate::state::State;
use leptos::prelude::*;

/// Id of the heading.
const HEADING: &str = "report-heading";

/// Opens the report, and goes there.
pub(crate) fn open_report(state: State) {
    state.parts.report_open.set(true);
    // A dialog that closes gives focus back first.
    after_paint(0, || go_to(HEADING));
}

/// The section.
#[component]
pub(crate) fn ReportPlace(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let (part, load) = (state.parts.report, state.parts.loaders().report);
    let open = state.parts.report_open;
    Effect::new(move || {
        if open.get() {
            part.want(move || load(state));
        }
    });
    view! {
        <section
            id="report"
            class="card report-place"
            class:live=state.is_still()
            class:open=flag(move || open.get())
            aria-labelledby=HEADING
        >
            <h2 id=HEADING tabindex="-1">{words.report()}</h2>
            <p class="hint-line">{words.report_hint()}</p>
            <p class="actions" hidden=flag(move || open.get())>
                <button type="button" class="quiet" on:click=move |_| open_report(state)>
                    {words.report_make()}
                </button>
            </p>
            {when(
                open.into(),
                move || view! { <Loaded state part load is_wanted=open /> }.into_any(),
            )}
        </section>
    }
    .into_any()
}
