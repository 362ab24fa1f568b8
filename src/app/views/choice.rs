//! Which province, which edition.

use crate::app::components::{ProvincePicker, SelectBox};
use crate::app::live::live;
use crate::app::state::AppState;
use crate::app::text::Word;
use leptos::prelude::*;
use std::sync::Arc;

/// The province picker and the list of editions that can be simulated, newest first.
#[component]
pub(crate) fn Choice() -> impl IntoView {
    let state = expect_context::<AppState>();
    let speech = state.speech();
    let names = Signal::derive(move || {
        state.for_each_edition();
        let units = untrack(|| state.units());
        units
            .iter()
            .map(|unit| speech.of(&unit.name))
            .collect::<Vec<_>>()
    });
    let keys = Signal::derive(move || state.shown.with(|shown| Arc::clone(&shown.keys)));
    let chosen = Signal::derive(move || state.shown.with(|shown| shown.position));
    let choose = Callback::new(move |row: usize| {
        if let Some(unit) = untrack(|| state.units()).get(row) {
            state.choose_unit(&unit.id);
        }
    });
    let editions = Signal::derive(move || {
        let editions = state.calculator.editions().iter().rev();
        let editions = editions.filter(|edition| edition.header().simulatable);
        let option = |edition: &Arc<crate::model::Edition>| {
            (edition.id().to_owned(), speech.of(&edition.header().title))
        };
        editions.map(option).collect::<Vec<_>>()
    });
    let choose_edition = Callback::new(move |id: String| state.choose_edition(&id));
    view! {
        <div class="choice">
            <ProvincePicker
                speech=speech names=names keys=keys chosen=chosen on_choose=choose
            />
            <div class="edition">
                <label for="edition">{speech.say(Word::EditionChoice)}</label>
                <SelectBox
                    id="edition" options=editions value=live(move || state.edition_id.get())
                    on_change=choose_edition
                />
            </div>
        </div>
    }
}
