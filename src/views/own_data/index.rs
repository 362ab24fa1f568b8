//! Indices of one's own and examples: opened, shown on the page, taken out again.

use super::begin::Begin;
use super::desk::Desk;
use super::fields::FileField;
use super::index_form::IndexFormPart;
use crate::components::redrawn;
use dti_engine::model::Edition;
use dti_own_data::examples;
use dti_words::Words;
use dti_words::own_data::unranked;
use leptos::prelude::*;

/// The part.
#[component]
pub fn Indices(
    /// What the reader brought.
    desk: Desk,
) -> impl IntoView {
    let words = desk.state.words.get_untracked();
    let own_words = StoredValue::new(words.clone());
    let own = move || {
        let lines: Vec<AnyView> = desk.own.with(|own| {
            let editions = own.own_editions().into_iter();
            let lines =
                editions.map(|edition| own_words.with_value(|words| line(desk, edition, words)));
            lines.collect()
        });
        match lines.is_empty() {
            true => ().into_any(),
            false => view! { <ul class="desk-list">{lines}</ul> }.into_any(),
        }
    };
    let offered = move || {
        let open = |id: &String| desk.own.with(|own| own.has_example(id));
        let all = examples().into_iter().filter(|(id, _)| !open(id));
        let lines = all.map(|(id, title)| {
            let (title, label) = own_words
                .with_value(|words| (words.in_language(&title).to_owned(), words.example_open()));
            let press = move |_| {
                let id = id.clone();
                desk.deed(move |own, _ground| own.open_example(&id).map(|()| None));
            };
            view! {
                <li>
                    <span>{title}</span>
                    <button type="button" class="quiet" on:click=press>{label}</button>
                </li>
            }
            .into_any()
        });
        lines.collect::<Vec<AnyView>>().into_any()
    };
    view! {
        <Begin desk />
        <section class="desk-section">
            <h3>{words.index_heading()}</h3>
            <p>{words.index_hint()}</p>
            <FileField
                desk
                id="desk-index-file"
                label=words.index_file()
                kinds=".json,application/json"
            />
            {redrawn(own)}
        </section>
        <IndexFormPart desk />
        <section class="desk-section">
            <h3>{words.examples_heading()}</h3>
            <p>{words.examples_hint()}</p>
            <ul class="desk-list">{redrawn(offered)}</ul>
        </section>
    }
    .into_any()
}

/// One that is open.
fn line(desk: Desk, edition: &Edition, words: &Words) -> AnyView {
    let title = words.in_language(&edition.header().title).to_owned();
    let nothing = &edition.header().unranked;
    let nothing = (!nothing.is_empty()).then(|| view! { <p>{unranked(nothing, words)}</p> });
    let [id, closing] = [edition.id(); 2].map(str::to_owned);
    let show = move |_| {
        desk.deed(|own, _ground| {
            own.show(&id);
            Ok(None)
        });
    };
    let close = move |_| desk.deed(|own, _ground| own.close(&closing).map(|()| None));
    let (shown, closed) = (words.index_show(), words.index_close());
    view! {
        <li>
            <span>{title.clone()}</span>
            {nothing}
            <span class="actions">
                <button
                    type="button"
                    class="quiet"
                    aria-label=format!("{shown}: {title}")
                    on:click=show
                >
                    {shown}
                </button>
                <button
                    type="button"
                    class="quiet"
                    aria-label=format!("{closed}: {title}")
                    on:click=close
                >
                    {closed}
                </button>
            </span>
        </li>
    }
    .into_any()
}
