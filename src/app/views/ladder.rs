//! The ladder: all units ranked, filtered and sorted, with the chosen one always in sight.

use super::ladder_row::{LadderRow, row_id};
use crate::app::browser::scroll::show_row;
use crate::app::components::{Each, SelectBox, Sort, SortHeader};
use crate::app::live::{Live, effect, flag, live};
use crate::app::state::AppState;
use crate::app::text::Word;
use crate::calculator::{Direction, LadderColumn, ladder_order};
use crate::model::Node;
use leptos::html::Div;
use leptos::prelude::*;

/// What the reader chose to see of the ladder.
#[derive(Clone, Copy)]
struct Choices {
    sort: RwSignal<Sort>,
    /// What is searched for.
    wanted: RwSignal<String>,
    /// Vietnamese name of the region, or nothing.
    region: RwSignal<String>,
    /// Id of the indicator that is compared, or nothing.
    compared: RwSignal<String>,
}

/// The whole ranking as a table.
#[component]
pub(crate) fn Ladder() -> impl IntoView {
    let state = expect_context::<AppState>();
    let speech = state.speech();
    let choices = Choices {
        sort: RwSignal::default(),
        wanted: RwSignal::default(),
        region: RwSignal::default(),
        compared: RwSignal::default(),
    };
    let node = Signal::derive(move || {
        let id = choices.compared.get();
        state.edition()?.framework().node(&id)
    });
    let column = Signal::derive(move || {
        // Without an indicator the column stands for the whole score.
        LadderColumn::Indicator(node.get().unwrap_or(Node::ROOT))
    });
    let rows = Memo::new(move |_| rows(state, choices, column.get()));
    let container = NodeRef::<Div>::new();
    effect(move || {
        // Only a choice moves the box, not every step of a drag.
        state.for_each_card();
        choices.sort.track();
        choices.wanted.track();
        choices.region.track();
        let unit = state.shown.with_untracked(|shown| shown.subject.clone());
        request_animation_frame(move || {
            if let Some(container) = container.get_untracked() {
                show_row(&container, &row_id(&unit));
            }
        });
    });
    let edition = live(move || {
        state
            .edition()
            .map(|edition| speech.of(&edition.header().title))
            .unwrap_or_default()
    });
    let keys = Signal::derive(move || {
        let edition = state.edition_id.get();
        rows.with(|rows| {
            rows.iter()
                .map(|row| format!("{edition}/{row}"))
                .collect::<Vec<_>>()
        })
    });
    let draw = Callback::new(move |key: String| {
        let row = key
            .rsplit('/')
            .next()
            .and_then(|row| row.parse::<usize>().ok());
        view! { <LadderRow row=row.unwrap_or_default() node=node/> }.into_any()
    });
    view! {
        <section class="card ladder" aria-labelledby="ladder-heading">
            <div class="card-head">
                <h2 id="ladder-heading">{speech.say(Word::LadderHeading)}</h2>
                <p class="edition-name">{edition}</p>
            </div>
            <Filters choices=choices/>
            <div class="ladder-box" node_ref=container tabindex="0" role="group"
                aria-labelledby="ladder-heading">
                <table class:by-indicator=flag(move || node.get().is_some())>
                    <caption class="hidden">{speech.say(Word::LadderHeading)}</caption>
                    <LadderHead sort=choices.sort column=column/>
                    <tbody>
                        <Each keys=keys draw=draw/>
                    </tbody>
                </table>
                <p class="no-rows" hidden=flag(move || !rows.with(Vec::is_empty))>
                    {speech.say(Word::NothingInTable)}
                </p>
            </div>
            <p class="legend" aria-hidden="true">
                <span class="key key-foundation"></span><span>{speech.say(Word::Foundation)}</span>
                <span class="key key-activity"></span><span>{speech.say(Word::Activity)}</span>
            </p>
        </section>
    }
}

/// The rows that pass the filters, in the order of the sort, tracked.
fn rows(state: AppState, choices: Choices, compared: LadderColumn) -> Vec<usize> {
    let Sort { column, direction } = choices.sort.get();
    let column = match column {
        LadderColumn::Indicator(_) => compared,
        other => other,
    };
    let (shown, units) = (state.now(), state.units());
    let (wanted, region) = (choices.wanted.get(), choices.region.get());
    // Units of an edition without regions pass every filter.
    let is_in_region = |row: usize| {
        let own = units.get(row).and_then(|unit| unit.region.as_ref());
        region.is_empty() || own.is_none_or(|own| own.vi == region)
    };
    let mut rows = ladder_order(&shown.standings, column, direction);
    rows.retain(|&row| is_in_region(row) && shown.keys.matches(row, &wanted));
    rows
}

/// Search, region, and what the last column compares.
#[component]
fn Filters(
    /// What is chosen.
    choices: Choices,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let speech = state.speech();
    let search: Live = speech.say(Word::LadderSearch);
    let regions = Signal::derive(move || {
        state.for_each_edition();
        let mut regions = vec![(String::new(), speech.word(Word::AllRegions))];
        for own in untrack(|| state.units())
            .iter()
            .filter_map(|unit| unit.region.as_ref())
        {
            if !regions.iter().any(|(id, _)| *id == own.vi) {
                regions.push((own.vi.clone(), speech.of(own)));
            }
        }
        regions
    });
    let columns = Signal::derive(move || {
        state.for_each_edition();
        let mut columns = vec![(String::new(), speech.word(Word::Contributions))];
        if let Some(edition) = untrack(|| state.edition()) {
            let framework = edition.framework();
            columns.extend(framework.mains().map(|node| {
                let indicator = framework.indicator(node);
                (indicator.id.clone(), speech.of(&indicator.name))
            }));
        }
        columns
    });
    let has_no_regions = flag(move || regions.with(|regions| regions.len() < 2));
    let compare = Callback::new(move |id: String| {
        let node = untrack(|| state.edition()).and_then(|edition| edition.framework().node(&id));
        choices.sort.set(Sort {
            column: node.map_or(LadderColumn::Rank, LadderColumn::Indicator),
            direction: Direction::Usual,
        });
        choices.compared.set(id);
    });
    view! {
        <div class="filters">
            <input
                type="search"
                aria-label=search
                placeholder=search
                maxlength="60"
                prop:value=live(move || choices.wanted.get())
                on:input=move |event| choices.wanted.set(event_target_value(&event))
            />
            <span hidden=has_no_regions>
                <SelectBox
                    label=speech.say(Word::Region) options=regions
                    value=live(move || choices.region.get())
                    on_change=Callback::new(move |region| choices.region.set(region))
                />
            </span>
            <span>
                <SelectBox
                    label=speech.say(Word::Column) options=columns
                    value=live(move || choices.compared.get())
                    on_change=compare
                />
            </span>
        </div>
    }
}

/// The heads of the columns.
#[component]
fn LadderHead(
    /// What the table is sorted by.
    sort: RwSignal<Sort>,
    /// What the column that can be chosen sorts by.
    column: Signal<LadderColumn>,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let speech = state.speech();
    let name = move |node: Node| {
        let edition = state.edition();
        edition
            .map(|e| speech.of(&e.framework().indicator(node).name))
            .unwrap_or_default()
    };
    let compared = live(move || match column.get() {
        LadderColumn::Indicator(node) if node != Node::ROOT => name(node),
        _ => speech.word(Word::Contributions),
    });
    let head = move |word: Word, column: LadderColumn, class: &'static str| {
        view! { <SortHeader label=speech.say(word) column=column sort=sort class=class/> }
    };
    view! {
        <thead>
            <tr>
                {head(Word::ColumnRank, LadderColumn::Rank, "rank")}
                {head(Word::ColumnPlaces, LadderColumn::Places, "places")}
                {head(Word::ColumnName, LadderColumn::Name, "name")}
                {head(Word::ColumnScore, LadderColumn::Score, "score")}
                <SortHeader label=compared column=column sort=sort class="compare"/>
                <th scope="col" class="edit">
                    <span class="hidden">{speech.say(Word::ColumnEdit)}</span>
                </th>
            </tr>
        </thead>
    }
}
