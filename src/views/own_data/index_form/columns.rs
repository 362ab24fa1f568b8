//! The columns of numbers: which are indicators, their max points, directions and goalposts.

use super::Filled;
use super::fields::{FaultLine, Name, TextField};
use crate::components::{Select, at_first, flag, text};
use dti_engine::model::Direction;
use dti_own_data::index_form::{FormColumn, FormField};
use dti_words::Words;
use leptos::prelude::*;

/// Directions with the values of their options.
const DIRECTIONS: [(Direction, &str); 2] = [
    (Direction::HigherIsBetter, "higher"),
    (Direction::LowerIsBetter, "lower"),
];

/// A text of a column: what it is.
type Reading = fn(&FormColumn) -> &String;
/// The same, to be changed.
type Place = fn(&mut FormColumn) -> &mut String;

/// The table.
#[component]
pub(super) fn Columns(form: Filled) -> impl IntoView {
    let words = form.desk.state.words.get_untracked();
    let columns = untrack(|| form.of(|own| own.columns.clone()));
    let rows: Vec<AnyView> = columns
        .iter()
        .enumerate()
        .map(|(row, column)| line(Column { form, row }, column, &words))
        .collect();
    let headings = [
        words.form_column(),
        words.form_weight(),
        words.form_direction(),
        words.form_low(),
        words.form_high(),
    ];
    let headings = headings.map(|heading| view! { <th scope="col">{heading}</th> });
    let hints = [words.form_goalposts_hint(), words.form_treated_hint()].map(str::to_owned);
    let hint = text(move || {
        let [usual, treated] = &hints;
        match form.of(|own| own.treatment.is_some()) {
            true => treated.clone(),
            false => usual.clone(),
        }
    });
    view! {
        <h4>{words.form_columns()}</h4>
        <p prop:textContent=hint>{at_first(hint)}</p>
        <div class="table-box import-table" role="region" aria-label=words.form_columns() tabindex="0">
            <table>
                <thead>
                    <tr>{headings.into_iter().collect_view()}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A column of the form. A copy is as good as the other.
#[derive(Clone, Copy)]
struct Column {
    form: Filled,
    /// Its row in the list.
    row: usize,
}

impl Column {
    fn of<T: Default>(self, ask: impl FnOnce(&FormColumn) -> T) -> T {
        let own = |form: &dti_own_data::index_form::IndexForm| {
            form.columns.get(self.row).map(ask).unwrap_or_default()
        };
        self.form.of(own)
    }

    fn decide(self, decide: impl FnOnce(&mut FormColumn)) {
        self.form.decide(|form| {
            if let Some(own) = form.columns.get_mut(self.row) {
                decide(own);
            }
        });
    }
}

fn line(own: Column, column: &FormColumn, words: &Words) -> AnyView {
    let (form, place) = (own.form, column.place);
    let id = format!("index-form-column-{place}");
    let is_indicator = flag(move || own.of(|column| column.is_indicator));
    let named = |label: &str| words.form_cell_label(label, &column.heading);
    let directions =
        DIRECTIONS.map(|(_, key)| (key.to_owned(), words.form_direction_name(key).to_owned()));
    let direction = text(move || {
        own.of(|column| {
            let mut directions = DIRECTIONS.iter();
            let found = directions.find(|(direction, _)| *direction == column.direction);
            found.map_or_else(String::new, |(_, key)| (*key).to_owned())
        })
    });
    let turn = move |chosen: String| {
        if let Some((direction, _)) = DIRECTIONS.iter().find(|(_, key)| *key == chosen) {
            own.decide(|column| column.direction = *direction);
        }
    };
    let cell = |id: &str, label: &str, (read, write): (Reading, Place), fault| {
        view! {
            <td>
                <TextField
                    id=format!("index-form-{id}-{place}")
                    name=Name::Said(named(label))
                    value=text(move || own.of(|column| read(column).clone()))
                    fault=fault
                    changed=move |typed: String| own.decide(|column| *write(column) = typed)
                />
            </td>
        }
    };
    let weight = form.fault(FormField::Weight(place));
    let goalposts = form.fault(FormField::Goalposts(place));
    view! {
        <tr>
            <th scope="row">
                <input
                    type="checkbox"
                    id=id.clone()
                    checked=is_indicator.get_untracked()
                    prop:checked=is_indicator
                    on:change=move |event| {
                        let is_chosen = event_target_checked(&event);
                        own.decide(|column| column.is_indicator = is_chosen);
                    }
                />
                <label for=id translate="no">
                    {column.heading.clone()}
                </label>
                <FaultLine fault=form.fault(FormField::Column(place)) />
            </th>
            {cell("weight", words.form_weight(), (|own| &own.weight, |own| &mut own.weight), weight)}
            <td>
                <Select
                    label=named(words.form_direction())
                    options=Signal::stored(directions.to_vec())
                    value=direction
                    changed=turn
                />
            </td>
            {cell("low", words.form_low(), (|own| &own.low, |own| &mut own.low), goalposts)}
            {cell("high", words.form_high(), (|own| &own.high, |own| &mut own.high), text(String::new))}
        </tr>
    }
    .into_any()
}
