//! A table with its caption, in a box that scrolls, and the same bar as a chart.

use super::bar::Bar;
use crate::components::redrawn;
use crate::state::State;
use dti_words::{Table, Told};
use leptos::prelude::*;
use std::sync::Arc;

/// A table of an analysis.
#[component]
pub fn DataTable(
    /// The state.
    state: State,
    /// What it is called in ids and files: `table-{name}`, `dti-2022-bac-giang-{name}.csv`.
    #[prop(into)]
    name: String,
    /// Its caption (`finding`), columns and rows, warning and source. There is no table while there is
    /// nothing.
    #[prop(into)]
    told: Signal<Option<Arc<Told>>>,
) -> impl IntoView {
    let id = format!("table-{name}");
    let caption = format!("{id}-caption");
    let named_by = caption.clone();
    let table = redrawn(move || {
        told.with(|told| {
            told.as_ref()
                .map(|told| in_box(&told.table, &told.finding, &caption))
        })
        .into_any()
    });
    view! {
        <div class="data-table" id=id hidden=move || told.with(Option::is_none)>
            {table}
            <Bar state name named_by told />
        </div>
    }
    .into_any()
}

/// A table in a box that scrolls, with a caption of this id, or named by the element with it where the
/// caption is empty.
pub(super) fn in_box(table: &Table, caption: &str, id: &str) -> AnyView {
    let heads: Vec<AnyView> = table
        .columns
        .iter()
        .map(|head| {
            let class = number_class(head.is_number);
            view! { <th scope="col" class=class>{head.text.clone()}</th> }.into_any()
        })
        .collect();
    let rows: Vec<AnyView> = table
        .rows
        .iter()
        .enumerate()
        .map(|(place, _)| row(table, place))
        .collect();
    let own_caption = (!caption.is_empty()).then(|| {
        view! { <caption id=id.to_owned()>{caption.to_owned()}</caption> }
    });
    view! {
        <div class="table-box" tabindex="0" role="group" aria-labelledby=id.to_owned()>
            <table>
                {own_caption}
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(table: &Table, place: usize) -> AnyView {
    let cells = table.rows.get(place).into_iter().flatten();
    let cells = cells.zip(&table.columns).enumerate();
    let cells: Vec<AnyView> = cells
        .map(|(column, (cell, head))| {
            let (class, text) = (number_class(head.is_number), cell.text.clone());
            if column == 0 {
                view! { <th scope="row" class=class>{text}</th> }.into_any()
            } else {
                view! { <td class=class>{text}</td> }.into_any()
            }
        })
        .collect();
    let is_own = table.own.contains(&place);
    view! { <tr class="row" class:own=is_own>{cells}</tr> }.into_any()
}

fn number_class(is_number: bool) -> Option<&'static str> {
    is_number.then_some("number")
}
