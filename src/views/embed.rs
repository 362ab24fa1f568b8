//! The page inside another one: the verdict, a few sliders, the places around, and the way to the full
//! page. Narrow and short frames are the usual case.

use super::badge::SourcePlace;
use super::indicator::IndicatorLine;
use super::notices::Notices;
use super::verdict::{Figures, Notes};
use crate::browser::document;
use crate::components::{LiveText, MoveMark, Select, attribute, flag, later, redrawn, text};
use crate::state::{EmbedOptions, State, steady};
use dti_engine::calculator::{Direction, LadderColumn};
use dti_engine::model::Node;
use dti_engine::session::Session;
use dti_formats::link::Privacy;
use dti_words::move_in_words;
use dti_words::numbers::decimal;
use leptos::prelude::*;

/// Rows of the table, one of them the unit asked about.
const ROWS: usize = 7;

/// The whole embed.
#[component]
pub(crate) fn Embed(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let options = state.embed_options();
    let EmbedOptions {
        is_plain,
        is_locked,
        is_static,
        is_transparent,
        has_api,
        ..
    } = options;
    // What the page around may know, as `embed/frame.js` reads it: no known figures.
    let told = move || state.verdict.get().filter(|_| has_api);
    let rank = attribute(move || told().map(|own| own.rank.to_string()));
    let score = attribute(move || told().map(|own| own.score.to_short_text(own.digits.score)));
    let scenario = attribute(move || has_api.then(|| state.scenario_text(Privacy::ChoicesOnly)));
    let sentence = text(move || state.sentence());
    view! {
        <div
            class="embed"
            class:plain=is_plain
            class:transparent=is_transparent
            data-rank=rank
            data-score=score
            data-scenario=scenario
        >
            // Named even where it is not seen: a frame is a document of its own.
            <header class:hidden=is_plain><h1>{words.title()}</h1></header>
            <main>
                {(!is_locked && !is_static).then(|| view! { <Choice state /> })}
                <Notices state />
                <Hero state />
                {match is_static {
                    true => view! { <blockquote><LiveText text=sentence /></blockquote> }.into_any(),
                    false => view! { <Sliders state options /> }.into_any(),
                }}
                <Around state />
                <Notes state />
            </main>
            <Foot state is_plain />
            <p class="hidden" role="status" prop:textContent=text(move || state.status.get())>
                {()}
            </p>
        </div>
    }
    .into_any()
}

/// Unit and edition as native lists: a list of our own would not fit into a short frame.
#[component]
fn Choice(state: State) -> impl IntoView {
    let words = state.words.get_untracked();
    let units = move || {
        let edition = state.edition.get();
        let option =
            |(row, unit): (usize, &dti_engine::model::Unit)| (unit.id.clone(), state.name(row));
        edition
            .units()
            .iter()
            .enumerate()
            .map(option)
            .collect::<Vec<_>>()
    };
    let choose = move |id: String| {
        let row = state
            .edition
            .with_untracked(|edition| edition.position(&id));
        if let Some(row) = row {
            state.choose_unit(row);
        }
    };
    view! {
        <div class="choice">
            <div translate="no">
                <label for="unit" translate="yes">{words.province()}</label>
                <Select
                    id="unit"
                    options=Signal::derive(units)
                    value=text(move || state.id(state.unit.get()))
                    changed=choose
                />
            </div>
            <div>
                <label for="edition">{words.edition_choice()}</label>
                <Select
                    id="edition"
                    options=Signal::derive(move || state.editions())
                    value=text(move || state.edition.with(|own| own.id().to_owned()))
                    changed=move |edition: String| state.choose_edition(&edition)
                />
            </div>
        </div>
    }
    .into_any()
}

/// Name, rank and score.
#[component]
fn Hero(state: State) -> impl IntoView {
    let tag = text(move || state.tag());
    view! {
        <section class="hero" class:edited=flag(move || state.is_edited()) aria-labelledby="hero-name">
            <div class="hero-name">
                <h2 id="hero-name" translate="no">{text(move || state.name(state.unit.get()))}</h2>
                <LiveText class="hero-tag" text=tag />
            </div>
            <Figures state />
        </section>
    }
    .into_any()
}

/// The sliders that are offered.
#[component]
fn Sliders(state: State, options: EmbedOptions) -> impl IntoView {
    let words = state.words.get_untracked();
    let line = move |node: Node| {
        let line = move || view! { <IndicatorLine state node is_embedded=true /> }.into_any();
        later(state.stages, line)
    };
    let lines = move || {
        let edition = state.edition.get();
        let offered = options.offered(edition.framework());
        offered
            .into_iter()
            .map(line)
            .collect::<Vec<AnyView>>()
            .into_any()
    };
    view! {
        <section aria-label=words.embed_sliders()>
            <ul>{redrawn(lines)}</ul>
            <button
                type="button"
                class="quiet"
                disabled=flag(move || !state.is_edited())
                on:click=move |_| state.reset_all()
            >
                {words.clear_scenario()}
            </button>
        </section>
    }
    .into_any()
}

/// The places around the unit asked about, always as many.
#[component]
fn Around(state: State) -> impl IntoView {
    let words = state.words.get_untracked();
    let rows = Memo::new(move |_| {
        let unit = state.unit.get();
        state.session.with(|session| rows_around(session, unit))
    });
    let each = move || rows.with(|rows| state.keyed(rows));
    let row = move |row: usize| view! { <Place state row /> };
    view! {
        <table class="around">
            <caption>{words.embed_around()}</caption>
            <thead>
                <tr>
                    <th class="rank" scope="col">{words.column_rank()}</th>
                    <th class="places" scope="col">{words.column_places()}</th>
                    <th class="name" scope="col">{words.column_name()}</th>
                    <th class="score" scope="col">{words.column_score()}</th>
                </tr>
            </thead>
            <tbody>
                <For each=each key=|own| *own let((_, own))>{row(own)}</For>
            </tbody>
        </table>
    }
    .into_any()
}

fn rows_around(session: &Session, unit: usize) -> Vec<usize> {
    let order = session.ladder_order(LadderColumn::Rank, Direction::Usual);
    let place = order
        .iter()
        .position(|&row| row == unit)
        .unwrap_or_default();
    let first = place
        .saturating_sub(ROWS / 2)
        .min(order.len().saturating_sub(ROWS));
    order.into_iter().skip(first).take(ROWS).collect()
}

#[component]
fn Place(state: State, row: usize) -> impl IntoView {
    let line = steady(move || state.ladder_line(row));
    let is_chosen = flag(move || state.unit.get() == row);
    let places =
        Signal::derive(move || line.with(|line| line.as_ref().map_or(0, |line| line.places)));
    let told = text(move || state.words.with(|words| move_in_words(places.get(), words)));
    let score = text(move || {
        let decimals = state.decimals.get();
        let score = line.with(|line| line.as_ref().map(|line| line.score));
        state
            .words
            .with(|words| decimal(score.unwrap_or_default(), decimals, words))
    });
    let rank = text(move || {
        let rank = line.with(|line| line.as_ref().map(|line| line.rank));
        rank.unwrap_or_default().to_string()
    });
    view! {
        <tr
            class="row"
            class:chosen=is_chosen
            aria-current=attribute(move || is_chosen.get().then(|| "true".to_owned()))
        >
            <td class="rank" translate="no">{rank}</td>
            <td class="places"><MoveMark places told /></td>
            <th class="name" scope="row" translate="no">{state.name(row)}</th>
            <td class="score" translate="no">{score}</td>
        </tr>
    }
    .into_any()
}

/// Source, what the figures are, and the way to the full page: a link, and its address as a text,
/// since a sandbox may refuse to open windows.
#[component]
fn Foot(state: State, is_plain: bool) -> impl IntoView {
    let words = state.words.get_untracked();
    let address = text(move || state.full_address());
    let source = words.source();
    let figure = redrawn(move || {
        let edition = state.edition.get();
        let title = state.edition_title();
        let own = edition.rows().get(state.unit.get());
        let figure = own.and_then(|own| own.total.clone().or_else(|| own.rank.clone()));
        view! {
            {format!("{source}: {title}; ")}
            {figure.map(|figure| view! { <SourcePlace state figure /> }.into_any())}
        }
        .into_any()
    });
    view! {
        <footer>
            <p class="source">{figure}</p>
            {(!is_plain).then(|| view! { <p>{words.unofficial()}</p> })}
            <p class="full">
                <a href=address target="_blank" rel="noopener">{words.full_page()}</a>
                <input
                    type="text"
                    readonly=true
                    aria-label=words.full_address()
                    value=address.get_untracked()
                    prop:value=address
                    on:focus=move |event| document::select_field(&event)
                />
            </p>
        </footer>
    }
    .into_any()
}
