//! What a reader sees of a table before it is taken over: what it is, questions, findings, what would change,
//! and all of its rows.

use super::super::desk::Desk;
use super::super::told::change_in_words;
use super::choices::Choices;
use super::findings::Findings;
use super::questions::{MainQuestions, UnitQuestions};
use super::rows::{Page, Rows};
use super::seen::Seen;
use crate::components::{LiveText, flag, redrawn, text};
use dti_engine::model::Edition;
use dti_formats::Meaning;
use dti_own_data::import::{Table, Understood};
use dti_words::own_data::{book_remark, old_font};
use leptos::prelude::*;
use std::sync::Arc;

/// The preview.
#[component]
pub(super) fn Preview(
    /// What the reader brought.
    desk: Desk,
) -> impl IntoView {
    let seen = Seen::new(desk);
    provide_context(Page::new());
    let words = desk.state.words.get_untracked();
    let pasted = words.import_pasted();
    let name = untrack(|| seen.of_table(|table| table.name.clone()));
    let name = Some(name).filter(|name| !name.is_empty());
    let understood = text(move || {
        let rows = seen.of(|own| own.rows.len());
        let known = |own: &Understood| {
            let columns = own.columns.iter();
            columns
                .filter(|column| column.meaning != Meaning::Ignored)
                .count()
        };
        let known = seen.of(known);
        seen.words
            .with(|words| words.import_understood(rows, known))
    });
    let cautions = move || {
        let said = seen.words.with(|words| {
            seen.of_table(|table| {
                let font = table.font.map(|font| old_font(font, words));
                let remarks = table.remarks.iter();
                let remarks = remarks.map(|remark| book_remark(remark, words));
                font.into_iter().chain(remarks).collect::<Vec<String>>()
            })
        });
        let lines = said
            .into_iter()
            .map(|said| view! { <p class="caution plain">{said}</p> }.into_any());
        lines.collect::<Vec<AnyView>>().into_any()
    };
    view! {
        <section class="desk-section">
            <h3 id="desk-import-heading" tabindex="-1">
                {name.unwrap_or_else(|| pasted.to_owned())}
            </h3>
            <Choices seen />
            <p><LiveText text=understood /></p>
            {redrawn(cautions)}
            <UnitQuestions seen />
            <MainQuestions seen />
            <Findings seen />
            <Outcome seen />
            <Rows seen />
        </section>
    }
    .into_any()
}

/// What would change, and the buttons.
#[component]
fn Outcome(seen: Seen) -> impl IntoView {
    let desk = seen.desk;
    let words = desk.state.words.get_untracked();
    let change = Memo::new(move |_| {
        let edition = seen.edition()?;
        let change = desk.own.with(|own| {
            seen.understood
                .with(|understood| understood.as_ref()?.change(own.own(), &edition))
        });
        change.map(|change| change_in_words(&change, &edition, seen.words.get()))
    });
    let sentence = text(move || change.get().unwrap_or_default());
    let has_left = flag(move || seen.of_table(|table| !table.choices.left_out.is_empty()));
    let rather = move || {
        let editions = rather_into(seen);
        let button = |edition: Arc<Edition>| {
            let label = seen
                .words
                .with(|words| words.import_rather_into(words.in_language(&edition.header().title)));
            let go = move |_| seen.decide(|table| table.choose_edition(&edition));
            view! { <button type="button" class="quiet" on:click=go>{label}</button> }.into_any()
        };
        editions
            .into_iter()
            .map(button)
            .collect::<Vec<AnyView>>()
            .into_any()
    };
    view! {
        <p
            class="import-change"
            hidden=flag(move || sentence.with(String::is_empty))
            prop:textContent=sentence
        >
            {crate::components::at_first(sentence)}
        </p>
        <p class="actions">
            <button
                type="button"
                class="primary"
                hidden=flag(move || change.with(Option::is_none))
                on:click=move |_| desk.take_over()
            >
                {words.import_apply()}
            </button>
            <button
                type="button"
                class="quiet"
                hidden=flag(move || !has_left.get())
                on:click=move |_| seen.decide(Table::take_rows_back)
            >
                {words.import_take_back()}
            </button>
            {redrawn(rather)}
            <button type="button" class="quiet" on:click=move |_| desk.table.set(None)>
                {words.import_cancel()}
            </button>
        </p>
    }
    .into_any()
}

/// The editions of the year that the table says it is of, where that is another one.
fn rather_into(seen: Seen) -> Vec<Arc<Edition>> {
    let Some(year) = seen.of(Understood::other_year) else {
        return Vec::new();
    };
    seen.desk.own.with(|own| {
        let editions = own.table_editions().into_iter();
        editions
            .filter(|edition| edition.header().year == year)
            .map(Arc::clone)
            .collect()
    })
}
