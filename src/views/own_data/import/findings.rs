//! What was found in a table: errors to correct, remarks to know, each with the way to its row.

use super::rows::Page;
use super::seen::Seen;
use crate::browser::document;
use crate::components::redrawn;
use dti_formats::{Finding, Severity};
use dti_words::Words;
use dti_words::own_data::{finding_place, finding_sentence};
use leptos::prelude::*;

/// Findings of a kind that are shown.
pub(super) const SHOWN: usize = 50;

/// All findings.
#[component]
pub(super) fn Findings(
    /// The table.
    seen: Seen,
) -> impl IntoView {
    let page = expect_context::<Page>();
    let of =
        move |severity| redrawn(move || seen.words.with(|words| list(seen, page, severity, words)));
    view! {
        {of(Severity::Error)}
        {of(Severity::Remark)}
    }
    .into_any()
}

fn list(seen: Seen, page: Page, severity: Severity, words: &Words) -> AnyView {
    let found: Vec<Finding> = seen.of(|own| own.found(severity).cloned().collect());
    if found.is_empty() {
        return ().into_any();
    }
    let count = found.len();
    let (heading, class) = match severity {
        Severity::Error => (words.import_errors(count), "errors"),
        Severity::Remark => (words.import_remarks(count), "remarks"),
    };
    let lines = found.iter().take(SHOWN);
    let lines: Vec<AnyView> = lines.map(|own| line(seen, page, own, words)).collect();
    let more = count.checked_sub(SHOWN).filter(|more| *more > 0);
    let more = more.map(|more| view! { <li>{words.import_more(more)}</li> });
    view! {
        <h4>{heading}</h4>
        <ul class=class>{lines} {more}</ul>
    }
    .into_any()
}

/// A finding: its place leads there, and a row with an error can be left out.
fn line(seen: Seen, page: Page, finding: &Finding, words: &Words) -> AnyView {
    let Some(edition) = seen.edition() else {
        return ().into_any();
    };
    let place = seen.of(|own| finding_place(finding, &own.columns, words));
    let sentence = finding_sentence(finding, &edition, words);
    let Some(row) = finding.row else {
        return view! { <li>{format!("{place}{sentence}")}</li> }.into_any();
    };
    let go = move |_| {
        page.turn_to(seen, row);
        document::go_to_soon(super::rows::row_id(row));
    };
    let leave = (finding.severity() == Severity::Error).then(|| {
        let leave = move |_| seen.decide(|table| table.leave_out(row));
        view! {
            " "
            <button type="button" class="quiet" on:click=leave>{words.import_leave_row()}</button>
        }
        .into_any()
    });
    view! {
        <li>
            <button type="button" class="place" on:click=go>
                {place.trim_end().trim_end_matches(':').to_owned()}
            </button>
            {format!(": {sentence}")}
            {leave}
        </li>
    }
    .into_any()
}
