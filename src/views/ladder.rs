//! The ladder: all units ranked, filtered and sorted, with the chosen one always in sight.

use super::ladder_row::LadderRow;
use super::origin::Origin;
use crate::browser::{document, scroll};
use crate::components::{Select, at_first, attribute, flag, later, redrawn, style, text};
use crate::state::{Compared, MOST_ROWS, PILLAR, State, steady, window};
use dti_engine::calculator::LadderColumn;
use dti_engine::model::Node;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::ops::Range;

/// Id of the box that is scrolled.
const BOX: &str = "ladder-box";
/// Rows that are in sight before anything is scrolled.
const AT_FIRST: Range<usize> = 0..25;

/// Rows that are drawn together while the page opens.
const AT_ONCE: usize = 6;

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
                {later(state.stages, move || view! { <Filters state /> }.into_any())}
            </div>
            <Table state />
            {is_still.then(|| view! { <Origin state /> })}
            {redrawn(move || legend(state))}
        </section>
    }
    .into_any()
}

/// What the two colours of a bar stand for; nothing where a framework has not two groups.
fn legend(state: State) -> AnyView {
    let edition = state.edition.get();
    let framework = edition.framework();
    let mut groups = framework.main_groups();
    groups.retain(|(group, _)| *group != Node::ROOT);
    let [(foundation, _), (activity, _)] = groups.as_slice() else {
        return ().into_any();
    };
    let name = |group: &Node| state.in_language(&framework.indicator(*group).name);
    view! {
        <p class="legend" aria-hidden="true">
            <span class="key key-foundation">{()}</span>
            <span>{name(foundation)}</span>
            <span class="key key-activity">{()}</span>
            <span>{name(activity)}</span>
        </p>
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
    let in_sight = RwSignal::new(AT_FIRST);
    let drawn = Memo::new(move |_| match rows.with(Vec::len) {
        // Nothing is windowed: where it is scrolled to is nobody's business.
        short if short <= MOST_ROWS => 0..short,
        long => in_sight.with(|in_sight| window(long, in_sight)),
    });
    let active = RwSignal::new(None::<usize>);
    let roving = steady(move || {
        let wanted = active.get().unwrap_or_else(|| state.unit.get());
        rows.with(|rows| {
            rows.iter()
                .find(|row| **row == wanted)
                .or_else(|| rows.first())
                .copied()
        })
    });
    keep_in_sight(state, rows);
    let most = most_rows(state, drawn.get_untracked().len());
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
    let digits = text(move || state.decimals.get().to_string());
    let is_comparing = flag(move || state.ladder.compared.get() != Compared::Contributions);
    let each = move || {
        let Range { start, end } = drawn.get();
        let end = end.min(start.saturating_add(most.get()));
        in_window(state, &rows.get(), start..end)
    };
    let above = Signal::derive(move || drawn.get().start);
    let below = Signal::derive(move || rows.with(Vec::len).saturating_sub(drawn.get().end));
    // Nobody scrolls what only stands there.
    let spacer = |rows| (!state.is_still()).then(|| view! { <Spacer rows /> });
    view! {
        <div
            class="ladder-box"
            id=BOX
            tabindex="0"
            role="group"
            aria-labelledby="ladder-heading"
            on:scroll=move |_| {
                if rows.with_untracked(Vec::len) > MOST_ROWS {
                    in_sight.set(scroll::rows_in_sight(BOX));
                }
            }
        >
            <table class="ranking" class:by-indicator=is_comparing style:--decimals=style(digits)>
                <caption class="hidden" prop:textContent=caption>{at_first(caption)}</caption>
                <Head state />
                <tbody on:keydown=key>
                    {spacer(above)}
                    <For each key=|own| *own let((_, row))>
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

/// How many of so many rows are drawn: while the page opens, ever more.
fn most_rows(state: State, rows: usize) -> RwSignal<usize> {
    let most = RwSignal::new(0);
    let so_far = (AT_ONCE..rows).step_by(AT_ONCE);
    for next in so_far.chain([usize::MAX]) {
        state.stages.later(move || most.set(next));
    }
    most
}

/// Holds the place of so many rows that are not drawn.
#[component]
fn Spacer(rows: Signal<usize>) -> impl IntoView {
    let is_none = flag(move || rows.get() == 0);
    let number = style(text(move || rows.get().to_string()));
    view! {
        <tr class="apart" style:--rows=number aria-hidden="true" hidden=is_none><td>{()}</td></tr>
    }
    .into_any()
}

/// Rows that are drawn. Other figures have other units in the same rows: those are drawn anew.
fn in_window(state: State, rows: &[usize], drawn: Range<usize>) -> Vec<(usize, usize)> {
    state.keyed(rows.get(drawn).unwrap_or_default())
}

/// Moves focus to a row; one that is not drawn yet is scrolled to first.
fn go_to_row(state: State, at: usize, row: usize) {
    let id = state.id(row);
    scroll::show_row(BOX, &format!("row-{id}"), at);
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
        // Read, not only followed: a memo that is worked out later counts as changed.
        if !(place.with(|_place| state.stages.are_done())) {
            return;
        }
        let row = state.subject_untracked();
        let at = rows.with_untracked(|rows| rows.iter().position(|own| *own == row));
        if let Some(at) = at {
            let id = format!("row-{}", state.id(row));
            request_animation_frame(move || {
                scroll::show_row(BOX, &id, at);
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
