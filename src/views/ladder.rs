//! The ladder: all units ranked, filtered and sorted, with the chosen one always in sight.

use super::ladder_row::LadderRow;
use super::origin::Origin;
use crate::browser::{document, scroll};
use crate::components::{Select, at_first, attribute, flag, style, text};
use crate::state::{Compared, MOST_ROWS, PILLAR, State, window};
use dti_engine::calculator::LadderColumn;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::ops::Range;

/// Id of the box that is scrolled.
const BOX: &str = "ladder-box";
/// Height of a row, where so many are windowed that it matters.
const ROW_HEIGHT: u32 = 32;

/// The whole ranking as a table.
#[component]
pub(crate) fn Ladder(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let heading = words.nav_ladder();
    let is_still = state.is_still();
    view! {
        <section class="card ladder" id="ladder" tabindex="-1" aria-labelledby="ladder-heading">
            <div class="card-head">
                <h2 id="ladder-heading">{heading}</h2>
                {is_still.then(|| view! { <p class="edition-name">{state.edition_title()}</p> })}
                <Filters state />
            </div>
            <Table state />
            {is_still.then(|| view! { <Origin state /> })}
            <p class="legend" aria-hidden="true">
                <span class="key key-foundation">{()}</span>
                <span>{words.foundation()}</span>
                <span class="key key-activity">{()}</span>
                <span>{words.activity()}</span>
            </p>
        </section>
    }
    .into_any()
}

/// Search, region, and what the last column compares.
#[component]
fn Filters(state: State) -> impl IntoView {
    let words = state.words.get_untracked();
    let search = words.ladder_search();
    let regions = {
        let all = words.all_regions();
        Signal::derive(move || regions(state, all))
    };
    let columns = {
        let usual = words.contributions();
        Signal::derive(move || columns(state, usual))
    };
    let compared = move || {
        let edition = state.edition.get();
        match state.ladder.compared.get() {
            Compared::Contributions => String::new(),
            Compared::Indicator(node) => edition.framework().indicator(node).id.clone(),
            Compared::Pillar(place) => format!("{PILLAR}{place}"),
        }
    };
    let compare = move |choice: String| {
        let edition = state.edition.get_untracked();
        let compared = Compared::by_choice(edition.framework(), &choice);
        state.ladder.compare(compared);
    };
    view! {
        <div class="filters" class:live=state.is_still()>
            <input
                type="search"
                aria-label=search
                placeholder=search
                maxlength="60"
                prop:value=text(move || state.ladder.wanted.get())
                on:input=move |event| state.ladder.wanted.set(event_target_value(&event))
            />
            <span hidden=flag(move || regions.with(Vec::len) < 2)>
                <Select
                    label=words.region()
                    options=regions
                    value=state.ladder.region
                    changed=move |region: String| state.ladder.region.set(region)
                />
            </span>
            <span>
                <Select
                    label=words.column()
                    options=columns
                    value=text(compared)
                    changed=compare
                />
            </span>
        </div>
    }
    .into_any()
}

/// All regions, then each that the edition has, by its Vietnamese name.
fn regions(state: State, all: &str) -> Vec<(String, String)> {
    let mut regions = vec![(String::new(), all.to_owned())];
    state.edition.with(|edition| {
        for own in edition
            .units()
            .iter()
            .filter_map(|unit| unit.region.as_ref())
        {
            if !regions.iter().any(|(id, _)| *id == own.vi) {
                regions.push((own.vi.clone(), state.in_language(own)));
            }
        }
    });
    regions
}

/// What the last column can compare: what a score is made of, each main indicator, each pillar.
fn columns(state: State, usual: &str) -> Vec<(String, String)> {
    let mut columns = vec![(String::new(), usual.to_owned())];
    state.edition.with(|edition| {
        let framework = edition.framework();
        columns.extend(framework.mains().map(|node| {
            let own = framework.indicator(node);
            (own.id.clone(), state.in_language(&own.name))
        }));
        let pillars = framework.pillars().iter().enumerate();
        columns.extend(
            pillars.map(|(place, pillar)| {
                (format!("{PILLAR}{place}"), state.in_language(&pillar.name))
            }),
        );
    });
    columns
}

/// The box with the table, which draws the rows in sight.
#[component]
fn Table(state: State) -> impl IntoView {
    let words = state.words.get_untracked();
    let rows = Memo::new(move |_| state.ladder_rows());
    let scrolled = RwSignal::new((0.0, 800.0));
    let drawn = Memo::new(move |_| {
        let (top, height) = match rows.with(Vec::len) {
            short if short <= MOST_ROWS => (0.0, 0.0),
            _ => scrolled.get(),
        };
        window(rows.with(Vec::len), f64::from(ROW_HEIGHT), top, height)
    });
    let active = RwSignal::new(None::<usize>);
    let roving = Memo::new(move |_| {
        let wanted = active.get().unwrap_or_else(|| state.unit.get());
        rows.with(|rows| {
            rows.iter()
                .find(|row| **row == wanted)
                .or_else(|| rows.first())
                .copied()
        })
    });
    keep_in_sight(state, rows);
    let key = move |event: KeyboardEvent| {
        let at = rows.with_untracked(|rows| {
            let at = rows
                .iter()
                .position(|row| Some(*row) == roving.get_untracked())?;
            let to = match event.key().as_str() {
                "ArrowDown" => at + 1,
                "ArrowUp" => at.checked_sub(1)?,
                "Home" => 0,
                "End" => rows.len().checked_sub(1)?,
                _ => return None,
            };
            rows.get(to).copied().map(|row| (to, row))
        });
        if let Some((at, row)) = at {
            event.prevent_default();
            active.set(Some(row));
            go_to_row(state, at, row);
        }
    };
    let caption = text(move || {
        let title = state.edition_title();
        state.words.with(|words| words.ladder_caption(title))
    });
    let digits = text(move || {
        state.verdict.with(|verdict| {
            verdict
                .as_ref()
                .map_or(4, |verdict| verdict.digits.score)
                .to_string()
        })
    });
    let is_comparing = flag(move || state.ladder.compared.get() != Compared::Contributions);
    let in_sight = move || in_window(state, &rows.get(), drawn.get());
    let above = text(move || height(drawn.get().start));
    let below = text(move || height(rows.with(Vec::len).saturating_sub(drawn.get().end)));
    // Nobody scrolls what only stands there.
    let spacer = |height| (!state.is_still()).then(|| view! { <Spacer height /> });
    view! {
        <div
            class="ladder-box"
            id=BOX
            tabindex="0"
            role="group"
            aria-labelledby="ladder-heading"
            on:scroll=move |_| scrolled.set(scroll::scrolled(BOX))
        >
            <table class="ranking" class:by-indicator=is_comparing style:--decimals=style(digits)>
                <caption class="hidden" prop:textContent=caption>{at_first(caption)}</caption>
                <Head state />
                <tbody on:keydown=key>
                    {spacer(above)}
                    <For each=in_sight key=|own| *own let((_, row))>
                        <LadderRow state row roving />
                    </For>
                    {spacer(below)}
                </tbody>
            </table>
            <p class="no-rows" hidden=flag(move || !rows.with(Vec::is_empty))>{words.nothing_in_table()}</p>
        </div>
        {(!state.is_still()).then(|| view! { <p class="hidden" id="ladder-help">{words.row_help()}</p> })}
    }
    .into_any()
}

/// Where a row begins, in pixels.
fn down_to(at: usize) -> i32 {
    i32::try_from(at)
        .unwrap_or(i32::MAX)
        .saturating_mul(ROW_HEIGHT as i32)
}

/// Height of so many rows that are not drawn.
fn height(rows: usize) -> String {
    format!("{}px", down_to(rows))
}

/// Holds the place of rows that are not drawn.
#[component]
fn Spacer(height: Signal<String>) -> impl IntoView {
    let is_none = flag(move || height.with(|height| height == "0px"));
    view! { <tr aria-hidden="true" hidden=is_none><td style:height=style(height)>{()}</td></tr> }
        .into_any()
}

/// Rows that are drawn. Other figures have other units in the same rows: those are drawn anew.
fn in_window(state: State, rows: &[usize], drawn: Range<usize>) -> Vec<(usize, usize)> {
    state.keyed(rows.get(drawn).unwrap_or_default())
}

/// Moves focus to a row; one that is not drawn yet is scrolled to first.
fn go_to_row(state: State, at: usize, row: usize) {
    let id = state.id(row);
    scroll::show_row(BOX, &format!("row-{id}"), down_to(at));
    request_animation_frame(move || document::focus(&format!("name-{id}")));
}

/// Has the box scrolled to the unit whose scorecard is open, whenever that, the order or the filters
/// change; no step of a drag moves it.
fn keep_in_sight(state: State, rows: Memo<Vec<usize>>) {
    let place = Memo::new(move |_| {
        let ladder = state.ladder;
        let edition = state.edition.with(|edition| edition.id().to_owned());
        (
            edition,
            state.subject(),
            ladder.sort.get(),
            ladder.wanted.get(),
            ladder.region.get(),
        )
    });
    Effect::new(move || {
        place.track();
        let row = state.subject_untracked();
        let at = rows.with_untracked(|rows| rows.iter().position(|own| *own == row));
        if let Some(at) = at {
            let id = format!("row-{}", state.id(row));
            request_animation_frame(move || {
                scroll::show_row(BOX, &id, down_to(at));
            });
        }
    });
}

/// The heads of the columns. Sorting does not move focus.
#[component]
fn Head(state: State) -> impl IntoView {
    let words = state.words.get_untracked();
    let usual = words.contributions();
    let compared = text(move || compared_name(state).unwrap_or_else(|| usual.to_owned()));
    let fixed = |name: &str| {
        let name = name.to_owned();
        text(move || name.clone())
    };
    let column = |column: LadderColumn| Signal::derive(move || column);
    let last = Signal::derive(move || state.ladder.compared.get().column());
    view! {
        <thead>
            <tr>
                <SortHead state column=column(LadderColumn::Rank) class="rank" name=fixed(words.column_rank()) />
                <SortHead state column=column(LadderColumn::Places) class="places" name=fixed(words.column_places()) />
                <SortHead state column=column(LadderColumn::Name) class="name" name=fixed(&words.column_name()) />
                <SortHead state column=column(LadderColumn::Score) class="score" name=fixed(words.column_score()) />
                <SortHead state column=last class="compare" name=compared />
                <th class="edit" scope="col"><span class="hidden">{words.column_edit()}</span></th>
            </tr>
        </thead>
    }
    .into_any()
}

/// Name of what is compared; nothing for what scores are made of.
fn compared_name(state: State) -> Option<String> {
    let edition = state.edition.get();
    let framework = edition.framework();
    let name = match state.ladder.compared.get() {
        Compared::Contributions => return None,
        Compared::Indicator(node) => &framework.indicator(node).name,
        Compared::Pillar(place) => &framework.pillars().get(place)?.name,
    };
    Some(state.in_language(name))
}

#[component]
fn SortHead(
    state: State,
    column: Signal<LadderColumn>,
    class: &'static str,
    name: Signal<String>,
) -> impl IntoView {
    let aria = move || state.ladder.sort.get().aria(column.get());
    let told = text(move || {
        let arrow = match aria() {
            Some("ascending") => " ↑",
            Some(_) => " ↓",
            None => "",
        };
        format!("{}{arrow}", name.get())
    });
    let sorted = move || aria().filter(|_| !state.is_still()).map(str::to_owned);
    let click = move |_| {
        let sort = state.ladder.sort;
        sort.set(sort.get_untracked().clicked(column.get_untracked()));
    };
    view! {
        <th class=class scope="col" aria-sort=attribute(sorted)>
            {match state.is_still() {
                true => view! { <span class="sort">{name}</span> }.into_any(),
                false => view! {
                    <button
                        type="button"
                        class="sort"
                        aria-label=name
                        prop:textContent=told
                        on:click=click
                    >
                        {at_first(told)}
                    </button>
                }
                .into_any(),
            }}
        </th>
    }
    .into_any()
}
