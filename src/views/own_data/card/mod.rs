//! The detailed scorecard as a work sheet: totals in view, ways to look, and a line a component.

mod controls;
mod details;
mod row;
mod rows;
mod sheet;
mod tools;
mod top;
mod worth;

use super::desk::Desk;
use crate::bridge::Tab;
use crate::components::{at_first, flag, redrawn, text};
use dti_engine::model::Level;
use dti_words::own_data::card::name;
use leptos::prelude::*;
use rows::Rows;
use sheet::Sheet;
use std::sync::Arc;
use tools::Tools;
use top::{NotCounted, Totals};
pub(super) use worth::WorthExtent;
use worth::WorthList;

/// Id of the heading of a main indicator.
pub(super) fn main_id(main: &str) -> String {
    format!("main-part-{main}")
}

/// The scorecard of the unit on screen. Another unit, or other figures, are another scorecard.
#[component]
pub fn Card(
    /// What the reader brought.
    desk: Desk,
) -> impl IntoView {
    let state = desk.state;
    let place = Memo::new(move |_| {
        let edition = state.edition.with(|edition| Arc::as_ptr(edition).addr());
        (edition, state.subject())
    });
    redrawn(move || {
        place.track();
        untrack(|| view! { <Open sheet=Sheet::new(desk) /> }.into_any())
    })
}

#[component]
fn Open(sheet: Sheet) -> impl IntoView {
    let state = sheet.desk.state;
    let words = state.words.get_untracked();
    let edition = sheet.edition();
    let header = edition.header();
    let title = words.in_language(&header.title);
    let title = format!("{}, {title}", state.name(sheet.position));
    let example = header
        .is_example()
        .then(|| view! { <p class="caution">{words.card_example()}</p> });
    let why = text(move || {
        let error = sheet.error.get();
        error.map_or_else(String::new, |error| state.said(&error))
    });
    let is_estimated = sheet.of_card(|card| card.standing.estimated);
    view! {
        <p class="notice" hidden=flag(move || why.with(String::is_empty)) prop:textContent=why>
            {at_first(why)}
        </p>
        <section class="component-card" class:outdated=sheet.is_outdated>
            <h3>{title}</h3>
            {example}
            <Totals sheet />
            <p class="caution" hidden=flag(move || !is_estimated.get())>
                {words.card_rests_on_estimates()}
            </p>
            <p class="component-private">{words.card_private()}</p>
            <ListMissing sheet />
            <NotCounted sheet />
            <WorthList sheet />
            <Tools sheet />
            <Rows sheet />
        </section>
    }
    .into_any()
}

/// The way to a list where a framework has no components.
#[component]
fn ListMissing(sheet: Sheet) -> impl IntoView {
    let words = sheet.desk.state.words.get_untracked();
    let edition = sheet.edition();
    let framework = edition.framework();
    let mut levels = framework
        .nodes()
        .map(|node| framework.indicator(node).level);
    if levels.any(|level| level > Level::Main) {
        return ().into_any();
    }
    view! {
        <p>{words.card_no_components()}</p>
        <p class="actions">
            <button type="button" class="quiet" on:click=move |_| sheet.desk.tab.set(Tab::Import)>
                {words.card_load_list()}
            </button>
        </p>
    }
    .into_any()
}

/// Names of indicators, by their ids, for a list to choose from.
fn named(
    sheet: Sheet,
    ids: impl Iterator<Item = dti_engine::model::Node>,
) -> Vec<(String, String)> {
    let words = sheet.desk.state.words.get_untracked();
    let edition = sheet.edition();
    let framework = edition.framework();
    let named = ids.map(|node| {
        let indicator = framework.indicator(node);
        (indicator.id.clone(), name(indicator, &words))
    });
    named.collect()
}

#[cfg(test)]
mod tests;
