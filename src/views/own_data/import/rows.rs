//! All rows of a table as they are in the file, a page at a time: a choice above each column, what was found
//! beside each row, and leaving a row out.

use super::seen::Seen;
use crate::components::{LiveText, Select, at_first, flag, redrawn, text};
use dti_formats::{Basis, Column, Finding, Meaning, column_name};
use dti_own_data::import::meanings;
use dti_words::Words;
use dti_words::own_data::{finding_sentence, meaning_name};
use leptos::prelude::*;

/// Rows that a page shows.
const ROWS: usize = 100;
/// Columns that are shown.
const COLUMNS: usize = 80;

/// Id of a row, counted from 0 as in the file.
pub(super) fn row_id(row: usize) -> String {
    format!("desk-import-row-{row}")
}

/// Which page of rows is shown, counted from 0.
#[derive(Clone, Copy)]
pub(super) struct Page(RwSignal<usize>);

impl Page {
    /// The first.
    pub(super) fn new() -> Self {
        Self(RwSignal::new(0))
    }

    /// Shows the page with this row of the file.
    pub(super) fn turn_to(self, seen: Seen, row: usize) {
        let first = untrack(|| seen.of(|own| own.first_row));
        self.0.set(row.saturating_sub(first) / ROWS);
    }
}

/// A meaning as the value of an option.
fn meaning_key(meaning: &Meaning) -> String {
    match meaning {
        Meaning::Score(id) => format!("score.{id}"),
        other => format!("{other:?}"),
    }
}

/// The table.
#[component]
pub(super) fn Rows(
    /// The table.
    seen: Seen,
) -> impl IntoView {
    let words = seen.desk.state.words.get_untracked();
    let page = expect_context::<Page>();
    let columns = Memo::new(move |_| {
        seen.of(|own| {
            own.columns
                .iter()
                .take(COLUMNS)
                .cloned()
                .collect::<Vec<Column>>()
        })
    });
    let places = Memo::new(move |_| columns.with(Vec::len));
    let heads = move || {
        let heads = (0..places.get()).map(|place| view! { <Head seen place columns /> });
        heads.collect_view().into_any()
    };
    let body = move || seen.words.with(|words| rows(seen, page, words));
    view! {
        <Turning seen page />
        <div class="table-box import-table" role="region" aria-label=words.import_rows() tabindex="0">
            <table>
                <thead>
                    <tr>
                        <th>{words.import_row()}</th>
                        {redrawn(heads)}
                        <th>{words.import_found()}</th>
                    </tr>
                </thead>
                <tbody>{redrawn(body)}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// How many rows of the file stand below the headings.
fn all_rows(seen: Seen) -> usize {
    let first = seen.of(|own| own.first_row);
    seen.of_table(|table| table.grid.rows.len().saturating_sub(first))
}

/// The way from page to page, where there are several.
#[component]
fn Turning(seen: Seen, page: Page) -> impl IntoView {
    let words = seen.desk.state.words.get_untracked();
    let kept = StoredValue::new(words.clone());
    let last = Memo::new(move |_| all_rows(seen).saturating_sub(1) / ROWS);
    let told = text(move || {
        let (page, first) = (page.0.get(), seen.of(|own| own.first_row));
        let from = first + page * ROWS + 1;
        let to = (first + (page + 1) * ROWS).min(first + all_rows(seen));
        kept.with_value(|words| words.import_rows_shown(from, to, first + all_rows(seen)))
    });
    let back = move |_| page.0.update(|page| *page = page.saturating_sub(1));
    let next = move |_| {
        let last = last.get_untracked();
        page.0.update(|page| *page = (*page + 1).min(last));
    };
    view! {
        <p class="actions" hidden=flag(move || last.get() == 0)>
            <button type="button" class="quiet" on:click=back>{words.card_back()}</button>
            <button type="button" class="quiet" on:click=next>{words.card_next()}</button>
            <LiveText text=told />
        </p>
    }
    .into_any()
}

/// What a column is, by its letter and heading, with the choice of what it holds.
#[component]
fn Head(seen: Seen, place: usize, columns: Memo<Vec<Column>>) -> impl IntoView {
    let id = format!("desk-import-column-{place}");
    let words = seen.desk.state.words.get_untracked();
    let own = Memo::new(move |_| columns.with(|columns| columns.get(place).cloned()));
    let label = text(move || {
        let letters = column_name(place);
        let heading = own.with(|own| own.as_ref().map(|own| own.heading.clone()));
        match heading.filter(|heading| !heading.is_empty()) {
            None => letters,
            Some(heading) => format!("{letters}: {heading}"),
        }
    });
    let all = Memo::new(move |_| {
        let kind = seen
            .desk
            .table
            .with(|table| table.as_ref().map(|table| table.kind));
        let edition = seen.edition();
        let all = kind.zip(edition);
        all.map_or_else(Vec::new, |(kind, edition)| {
            meanings(kind, edition.framework())
        })
    });
    let options = Signal::derive(move || {
        let Some(edition) = seen.edition() else {
            return Vec::new();
        };
        seen.words.with(|words| {
            all.with(|all| {
                let named = all.iter().map(|meaning| {
                    let name = meaning_name(meaning, edition.framework(), words);
                    (meaning_key(meaning), name)
                });
                named.collect()
            })
        })
    });
    let choose = move |key: String| {
        let found = all.with_untracked(|all| {
            all.iter()
                .find(|meaning| meaning_key(meaning) == key)
                .cloned()
        });
        if let Some(meaning) = found {
            seen.decide(|table| table.choose_column(place, meaning));
        }
    };
    let value = text(move || {
        own.with(|own| own.as_ref().map(|own| meaning_key(&own.meaning)))
            .unwrap_or_default()
    });
    let is_chosen =
        flag(move || own.with(|own| own.as_ref().is_some_and(|own| own.basis == Basis::Chosen)));
    view! {
        <th scope="col">
            <label for=id.clone() prop:textContent=label>{at_first(label)}</label>
            <Select id=id options value changed=choose />
            <span class="hint" hidden=flag(move || !is_chosen.get())>{words.import_chosen()}</span>
        </th>
    }
    .into_any()
}

/// The rows of a page.
fn rows(seen: Seen, page: Page, words: &Words) -> AnyView {
    let Some(edition) = seen.edition() else {
        return ().into_any();
    };
    let first = seen.of(|own| own.first_row) + page.0.get() * ROWS;
    let width = seen.of(|own| own.columns.len().min(COLUMNS));
    let read: Vec<usize> = seen.of(|own| own.rows.iter().map(|own| own.row).collect());
    let found: Vec<Finding> = seen.of(|own| own.findings.clone());
    let left = seen.of_table(|table| table.choices.left_out.clone());
    let cells: Vec<(usize, Vec<String>)> = seen.of_table(|table| {
        let rows = (first..table.grid.rows.len()).take(ROWS);
        let cells = |row| (0..width).map(move |column| table.grid.cell(row, column).to_owned());
        rows.map(|row| (row, cells(row).collect())).collect()
    });
    let rows = cells.into_iter().map(|(row, cells)| {
        let is_left = left.contains(&row);
        let own = found.iter().filter(|finding| finding.row == Some(row));
        let said: Vec<String> = own
            .map(|finding| finding_sentence(finding, &edition, words))
            .collect();
        let turn = move |_| {
            seen.decide(|table| match is_left {
                true => table.take_row_back(row),
                false => table.leave_out(row),
            });
        };
        let label = match is_left {
            true => words.import_take_row_back(),
            false => words.import_leave_row(),
        };
        let class = match read.binary_search(&row) {
            Ok(_) => "row",
            Err(_) => "row left-out",
        };
        let cells = cells.into_iter().map(|cell| view! { <td>{cell}</td> });
        view! {
            <tr class=class>
                <th scope="row" id=row_id(row) tabindex="-1">{row + 1}</th>
                {cells.collect_view()}
                <td class="row-found">
                    {said.join(" ")}
                    " "
                    <button
                        type="button"
                        class="quiet"
                        aria-label=format!("{label}: {}", row + 1)
                        on:click=turn
                    >
                        {label}
                    </button>
                </td>
            </tr>
        }
        .into_any()
    });
    rows.collect::<Vec<AnyView>>().into_any()
}
