//! How sure a rank is: bands, chances and who cannot be told apart, from draws that are made slice by
//! slice beside the page.

use super::chart::{canvas, picture, table};
use super::draws::{
    DRAWS, DrawsWaiting, RivalsSwitch, Seed, asked, choice, question, spreads, told_varied,
};
use super::ground::{Ground, found};
use super::neighbourhood::Robustness;
use super::parts::{Caution, Choose, FINDING, Finding, Folded, Simulated, Switch};
use crate::bridge::Made;
use crate::components::{LiveText, flag, text};
use crate::draws::{Answer, Near, Question, Request, Unit};
use crate::state::State;
use crate::views::figures::{DataTable, Figure, Picture};
use dti_charts::acceptability;
use dti_engine::model::Exact;
use dti_words::analyses::chance;
use dti_words::analyses::stability::{Sure, stability_finding, stability_paragraph};
use dti_words::numbers::whole;
use dti_words::{ColumnHead, Table, TableCell, Told, Words};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// What the draws start from.
#[derive(Clone, PartialEq)]
struct Basis {
    question: Option<Question>,
    /// Before the first draw.
    none_yet: String,
    /// What is said where the scenario rests on estimates.
    estimated: String,
}

/// What the draws say.
#[derive(Clone, PartialEq)]
struct Said {
    finding: String,
    told: String,
    picture: Option<Arc<Picture>>,
    bands: Arc<Told>,
}

/// The panel.
#[component]
pub fn Stability(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let basis = found(state, basis);
    let is_paused = move || choice(state, "pause").as_deref() == Some("on");
    let question = Memo::new(move |_| basis.with(|basis| basis.as_ref()?.question.clone()));
    let request = Signal::derive(move || {
        Some(Request {
            question: question.get()?,
            is_paused: is_paused(),
        })
    });
    let answer = asked(state, request);
    // What was drawn before stays until the first draws of another question are there.
    let said = Memo::new(move |_| {
        basis.track();
        state.parts.analyses_width.track();
        let answer = answer.get().filter(|answer| answer.done > 0)?;
        let ground = Ground::of_now(state)?;
        said(state, &ground, &answer)
    });
    let finding = text(move || match said.get() {
        Some(said) => said.finding,
        None => basis.with(|basis| {
            basis
                .as_ref()
                .map(|own| own.none_yet.clone())
                .unwrap_or_default()
        }),
    });
    // Of thousands of units too: drawn while it is looked at.
    let folded = NodeRef::<html::Details>::new();
    let is_open = RwSignal::new(false);
    let toggle = move |_| is_open.set(folded.get_untracked().is_some_and(|own| own.open()));
    let bands = Signal::derive(move || {
        let said = said.get().filter(|_| is_open.get());
        said.map(|said| said.bands)
    });
    let units = state
        .edition
        .with_untracked(|edition| edition.units().len());
    view! {
        <Choices state question />
        <Finding
            state
            sentence=finding
            told=text(move || said.get().map(|said| said.told).unwrap_or_default())
        />
        <DrawsWaiting
            state
            is_awaited=flag(move || said.with(Option::is_none) && state.parts.draws.made() == Made::Nothing)
        />
        <Figure
            state
            name="stability"
            picture=Signal::derive(move || said.with(|said| said.as_ref()?.picture.clone()))
            named_by=FINDING
        />
        <p class="copy-said">{words.stability_legend()}</p>
        <Caution sentence=text(move || {
            basis.with(|basis| basis.as_ref().map(|own| own.estimated.clone()).unwrap_or_default())
        }) />
        <Progress state question answer is_paused=flag(is_paused) />
        <Folded id="folded-seed" summary=Signal::stored(words.details().to_owned())>
            <Seed state />
        </Folded>
        <details id="folded-bands" node_ref=folded on:toggle=toggle>
            <summary>{words.stability_all_units(units)}</summary>
            <DataTable state name="bands" told=bands />
        </details>
        <Robustness state />
        <Simulated state />
    }
    .into_any()
}

/// What varies, and how often.
#[component]
fn Choices(state: State, question: Memo<Option<Question>>) -> impl IntoView {
    let words = state.words.get_untracked();
    let of = move |say: fn(&Question) -> u32| {
        text(move || question.with(|own| own.as_ref().map(say).unwrap_or_default().to_string()))
    };
    let is = move |say: fn(&Question) -> bool| {
        flag(move || question.with(|own: &Option<Question>| own.as_ref().is_none_or(say)))
    };
    let draws = DRAWS.map(|count| (count.to_string(), counted(count, &words)));
    view! {
        <div class="choices">
            <Choose
                state
                key="spread"
                label=words.stability_spread()
                options=spreads(&words)
                value=of(|own| own.spread)
            />
            <Choose
                state
                key="draws"
                label=words.stability_draws()
                options=Signal::stored(draws.to_vec())
                value=of(|own| own.draws)
            />
            <Switch
                state
                key="rounding"
                label=words.stability_rounding()
                is_on=is(|own| own.rounding)
            />
            <Switch
                state
                key="estimates"
                label=words.stability_estimates()
                is_on=is(|own| own.estimates)
            />
            <RivalsSwitch state />
        </div>
    }
    .into_any()
}

fn counted(count: u32, words: &Words) -> String {
    whole(Exact::whole(i64::from(count)), words)
}

/// How far the draws are, with a button that stops them or goes on.
#[component]
fn Progress(
    state: State,
    question: Memo<Option<Question>>,
    answer: ReadSignal<Option<Arc<Answer>>>,
    is_paused: Signal<bool>,
) -> impl IntoView {
    let words = StoredValue::new(state.words.get_untracked());
    let all = move || question.with(|own| own.as_ref().map_or(1, |own| own.draws));
    // What is there of another question is none of these draws.
    let far = Memo::new(move |_| {
        answer.with(|answer| {
            let answer = answer.as_ref();
            let own = answer.filter(|own| question.with(|q| q.as_ref() == Some(&own.question)));
            own.map(|own| (own.done, own.is_paused))
        })
    });
    let done = Memo::new(move |_| far.get().map_or(0, |(done, _)| done));
    // They rest once they say so.
    let is_resting = move || is_paused.get() && far.get().is_some_and(|(_, rests)| rests);
    let told = text(move || {
        words.with_value(|words| words.stability_progress(done.get(), all(), is_resting()))
    });
    let label = text(move || {
        words.with_value(|words| match is_paused.get() {
            true => words.stability_go_on().to_owned(),
            false => words.stability_stop().to_owned(),
        })
    });
    let is_all = move || done.get() >= all();
    let toggle = move |_| {
        let next = if is_paused.get_untracked() {
            "off"
        } else {
            "on"
        };
        state.set_choice("pause", next);
    };
    view! {
        <p class="draws">
            <progress
                max=move || all().to_string()
                prop:value=move || f64::from(done.get())
                aria-label=words.with_value(Words::stability_draws)
            >
                {()}
            </progress>
            <span><LiveText text=told /></span>
            <button
                type="button"
                class="quiet"
                hidden=flag(is_all)
                on:click=toggle
            >
                <LiveText text=label />
            </button>
        </p>
    }
    .into_any()
}

/// What the draws of a ground start from.
fn basis(ground: &Ground) -> Basis {
    Basis {
        question: question(ground, &ground.scenario),
        none_yet: ground.words.stability_none(ground.own_name()),
        estimated: match ground.is_estimated() {
            true => ground.words.stability_estimated().to_owned(),
            false => String::new(),
        },
    }
}

/// What an answer says of the unit asked about; nothing where it is about other units.
fn said(state: State, ground: &Ground, answer: &Answer) -> Option<Said> {
    let position = ground.position();
    let own = answer.of(position)?;
    let top = top_for(own.rank, ground.units().len());
    let sure = Sure {
        unit: ground.own_name(),
        ranks: [own.rank, own.low, own.high],
        top: (top, answer.share(position, top)?),
    };
    let tied: Vec<&str> = answer
        .units
        .iter()
        .filter(|unit| own.group > 0 && unit.group == own.group)
        .map(|unit| unit.position as usize)
        .filter(|row| *row != position)
        .map(|row| ground.name_at(row))
        .collect();
    let varied = told_varied(ground, &answer.question);
    let chart = acceptability::chart(&strips(ground, answer), &canvas(state));
    Some(Said {
        finding: stability_finding(sure, &ground.words),
        told: stability_paragraph(varied, ground.own_name(), &tied, &ground.words),
        picture: chart.map(|chart| picture(ground, chart)),
        bands: table(ground, ground.words.stability_all(), bands(ground, answer)),
    })
}

/// The next round number of places that a rank is among: top 3, 5, 10, 20. All units are no top.
fn top_for(rank: u32, units: usize) -> u32 {
    let tops = [1, 3, 5, 10, 20, 30, 40, 50, 60];
    let mut tops = tops.into_iter().filter(|top| (*top as usize) < units);
    let first = tops.clone().find(|top| rank <= *top);
    first.or_else(|| tops.next_back()).unwrap_or(1)
}

/// How often each unit near the one asked about has which rank.
fn strips(ground: &Ground, answer: &Answer) -> acceptability::Input {
    let draws = f64::from(answer.done.max(1));
    let row = |near: &Near| {
        let position = near.position as usize;
        let unit = answer.of(position)?;
        let shares = near.counts.iter();
        Some(acceptability::Row {
            position,
            name: ground.name_at(position).to_owned(),
            rank: unit.rank,
            low: unit.low,
            high: unit.high,
            shares: shares.map(|count| f64::from(*count) / draws).collect(),
        })
    };
    acceptability::Input {
        rows: answer.near.iter().filter_map(row).collect(),
        own: ground.position(),
    }
}

/// Bands and chances of all units.
fn bands(ground: &Ground, answer: &Answer) -> Table {
    let words = &ground.words;
    let tops = [3, 5, 10].map(|top: u32| ColumnHead::numbers(words.stability_column_top(top)));
    let mut columns = vec![
        ColumnHead::words(words.column_unit()),
        ColumnHead::numbers(words.stability_rank()),
        ColumnHead::numbers(words.stability_column_band()),
        ColumnHead::numbers(words.stability_most_often()),
    ];
    columns.extend(tops);
    columns.push(ColumnHead::numbers(words.stability_group()));
    let number =
        |value: u32| TableCell::number(value.to_string(), Exact::whole(i64::from(value)), 0);
    let draws = f64::from(answer.done.max(1));
    let row = |unit: &Unit| {
        let mut cells = vec![
            TableCell::words(ground.name_at(unit.position as usize)),
            number(unit.rank),
            TableCell::words(format!("{}–{}", unit.low, unit.high)),
            number(unit.most),
        ];
        let share = |count: u32| TableCell::words(chance(f64::from(count) / draws, words));
        cells.extend(unit.tops.map(share));
        cells.push(match unit.group {
            0 => TableCell::words(""),
            group => number(group),
        });
        cells
    };
    let mut own = answer.units.iter();
    let own = own.position(|unit| unit.position as usize == ground.position());
    Table {
        columns,
        rows: answer.units.iter().map(row).collect(),
        own: own.into_iter().collect(),
    }
}

#[cfg(test)]
mod tests;
