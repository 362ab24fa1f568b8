//! One main indicator in one line: its slider, field and steps, its points and rank.

use super::badge::OriginBadge;
use crate::components::{Mark, NumberField, Slider};
use crate::state::{OwnDataRequest, State, parse_score_or_points};
use dti_engine::calculator::{ScorecardLine, parse_score};
use dti_engine::model::{Entry, Exact, Kind, Node, Origin};
use dti_words::numbers::{decimal, fixed_points, score, score_for_slider, whole};
use dti_words::{NamesIn, entry_fault, marks, problem};
use leptos::prelude::*;

/// A line of the scorecard. One that is full is folded until it is opened.
#[component]
pub fn IndicatorLine(
    /// The state.
    state: State,
    /// The indicator.
    node: Node,
    /// Whether it stands in somebody else's page, where nothing is explained or kept.
    #[prop(optional)]
    is_embedded: bool,
) -> impl IntoView {
    let line = Memo::new(move |_| state.line(node));
    let is_supposed = Memo::new(move |_| state.holds(node, Kind::WhatIf));
    let is_full = Memo::new(move |_| {
        let is_at_end = |line: &ScorecardLine| line.present == Exact::ONE && line.score == Exact::ONE;
        line.with(|line| line.as_ref().is_some_and(is_at_end)) && !is_embedded
    });
    let is_open = RwSignal::new(false);
    let is_folded = move || is_full.get() && !is_open.get();
    view! {
        <li class="indicator" class:supposed=is_supposed class:full=is_folded>
            <Name state node line is_supposed is_embedded />
            <Show when=is_folded>
                <AtMaximum state node is_open />
            </Show>
            <Controls state node line />
            <Figures state line />
            <Show when=move || !is_embedded && is_estimated(line)>
                <KnownForm state node line />
            </Show>
        </li>
    }
}

fn is_estimated(line: Memo<Option<ScorecardLine>>) -> bool {
    line.with(|line| {
        line.as_ref()
            .is_some_and(|line| line.baseline_origin == Origin::Estimated)
    })
}

/// What a line says, if there is one.
fn told<T: Default>(line: Memo<Option<ScorecardLine>>, pick: impl Fn(&ScorecardLine) -> T) -> T {
    line.with(|line| line.as_ref().map(pick).unwrap_or_default())
}

fn id_and_name(state: State, node: Node) -> (String, String) {
    let edition = state.edition.get_untracked();
    let own = edition.framework().indicator(node);
    (own.id.clone(), state.in_language(&own.name))
}

#[component]
fn Name(
    state: State,
    node: Node,
    line: Memo<Option<ScorecardLine>>,
    is_supposed: Memo<bool>,
    is_embedded: bool,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let (id, name) = id_and_name(state, node);
    let [why, parts, reset] = [words.explain_one(), words.components(), words.reset_one()]
        .map(|word| format!("{name}: {word}"));
    let more = (!is_embedded).then(|| {
        let (id, focus) = (id.clone(), id.clone());
        view! {
            <button type="button" class="why" aria-label=why on:click=move |_| state.explain(&focus)>
                {"?"}
            </button>
            <button type="button" class="why" aria-label=parts on:click=move |_| state.open_own_data(OwnDataRequest::Card(Some(id.clone())))>
                {"⋯"}
            </button>
        }
    });
    view! {
        <div class="indicator-name">
            <label for=format!("slider-{id}")>{name}</label>
            {more}
            <span class="indicator-marks">
                <OriginBadge state node line />
                <button
                    type="button"
                    class="reset"
                    aria-label=reset
                    disabled=move || !is_supposed.get()
                    on:click=move |_| state.reset_indicator(node)
                >
                    {"↺"}
                </button>
            </span>
        </div>
    }
}

/// In the place of the slider of an indicator that has all its points.
#[component]
fn AtMaximum(state: State, node: Node, is_open: RwSignal<bool>) -> impl IntoView {
    let words = state.words.get_untracked();
    let (_, name) = id_and_name(state, node);
    let text = words.at_maximum();
    view! {
        <button
            type="button"
            class="plain at-maximum"
            aria-expanded="false"
            aria-label=format!("{name}: {text}")
            on:click=move |_| is_open.set(true)
        >
            {text}
        </button>
    }
}

#[component]
fn Controls(state: State, node: Node, line: Memo<Option<ScorecardLine>>) -> impl IntoView {
    let words = state.words.get_untracked();
    let (id, name) = id_and_name(state, node);
    let fault = RwSignal::new(String::new());
    let now = Memo::new(move |_| told(line, |line| score_for_slider(line.score)));
    let mark = |class, pick: fn(&ScorecardLine) -> Exact| Mark {
        class,
        at: Signal::derive(move || told(line, |line| score_for_slider(pick(line)))),
    };
    let on_track = vec![
        mark("mark-best", |line| line.best),
        mark("mark-median", |line| line.median),
        mark("mark-present", |line| line.present),
    ];
    let marks_told = move || {
        let line = line.get();
        line.map(|line| state.words.with(|words| marks(&line, words))).unwrap_or_default()
    };
    // What is refused is told beside the field.
    let answer = move |outcome: Result<(), String>| {
        if let Err(sentence) = outcome {
            fault.set(sentence);
        }
    };
    let slide = move |text: String| {
        if let Ok(score) = parse_score(&text) {
            answer(enter(state, node, Entry::Score(score)));
        }
    };
    let step = move |hundredths| answer(state.step_score(node, hundredths).map_err(|why| said(state, &why)));
    let field = Signal::derive(move || told(line, |line| state.words.with(|words| score(line.score, words))));
    let finished = move |text: String| {
        let entry = parse_score_or_points(&text, told(line, |line| line.max_points));
        let entry = entry.map_err(|fault| state.words.with(|words| entry_fault(fault, "1", words)))?;
        enter(state, node, entry)
    };
    let typed = move |text: String| {
        if let Ok(entry) = parse_score_or_points(&text, told(line, |line| line.max_points)) {
            // What is refused is told once it is finished.
            enter(state, node, entry).ok();
        }
    };
    let [less, more, named] =
        [words.less(), words.more(), words.score_field()].map(|word| format!("{name}: {word}"));
    view! {
        <div class="indicator-controls">
            <Slider
                id=format!("slider-{id}")
                value=now
                share=now
                max="1"
                step="0.001"
                told=Signal::derive(move || slider_told(state, line))
                marks=on_track
                marks_told=Signal::derive(marks_told)
                changed=slide
            />
            <span class="stepper">
                <button type="button" class="step" aria-label=less on:click=move |_| step(-1)>{"−"}</button>
                <NumberField
                    id=format!("field-{id}")
                    label=named
                    value=field
                    typed=Callback::new(typed)
                    finished
                    fault
                />
                <button type="button" class="step" aria-label=more on:click=move |_| step(1)>{"+"}</button>
            </span>
        </div>
    }
}

/// Enters a score or points, or says why there is no room for it.
fn enter(state: State, node: Node, entry: Entry) -> Result<(), String> {
    state.suppose(node, entry).map_err(|why| said(state, &why))
}

fn said(state: State, why: &dti_engine::calculator::CalculatorError) -> String {
    let edition = state.edition.get_untracked();
    state.words.with_untracked(|words| {
        let names = NamesIn::new(Some(&edition), words);
        problem(why, &names, words)
    })
}

/// What a screen reader says of a slider: points, score, rank, and whether that rests on an estimate.
fn slider_told(state: State, line: Memo<Option<ScorecardLine>>) -> String {
    let Some(line) = line.get() else {
        return String::new();
    };
    let units = state.edition.with(|edition| edition.units().len());
    state.words.with(|words| {
        let is_estimated = line.rank_is_estimated || line.origin == Origin::Estimated;
        words.slider_told(
            fixed_points(line.points, words),
            whole(line.max_points, words),
            score(line.score, words),
            line.rank,
            units,
            is_estimated,
        )
    })
}

/// "67,50/150" and "9 → 8", with "≈" where estimates are compared.
#[component]
fn Figures(state: State, line: Memo<Option<ScorecardLine>>) -> impl IntoView {
    let words = state.words.get_untracked();
    let points = {
        let words = words.clone();
        move || told(line, |line| decimal(line.points, 2, &words))
    };
    let max = {
        let words = words.clone();
        move || told(line, |line| format!("/{}", whole(line.max_points, &words)))
    };
    let before = move || told(line, |line| {
        let about = if line.rank_is_estimated { "≈ " } else { "" };
        match line.rank == line.present_rank {
            true => about.to_owned(),
            false => format!("{about}{} → ", line.present_rank),
        }
    });
    view! {
        <span class="figures" translate="no">
            <span class="points">{points}<span class="of">{max}</span><span class="hidden">{format!(" {}", words.in_points())}</span></span>
            <span class="rank">
                <span class="word">{format!("{} ", words.in_rank())}</span>
                {before}
                <strong>{move || told(line, |line| line.rank)}</strong>
            </span>
        </span>
    }
}

/// "I know this figure": a button that opens a field for the true figure, and one that takes it back.
#[component]
fn KnownForm(state: State, node: Node, line: Memo<Option<ScorecardLine>>) -> impl IntoView {
    let words = state.words.get_untracked();
    let (id, name) = id_and_name(state, node);
    let is_open = RwSignal::new(false);
    let is_known = Memo::new(move |_| state.holds(node, Kind::Known));
    let toggle = {
        let id = id.clone();
        move || {
            is_open.update(|open| *open = !*open);
            let focus = if is_open.get_untracked() {
                format!("known-{id}")
            } else {
                format!("known-{id}-open")
            };
            request_animation_frame(move || crate::browser::document::focus(&focus));
        }
    };
    let value = Signal::derive(move || match is_known.get() {
        true => told(line, |line| state.words.with(|words| score(line.present, words))),
        false => String::new(),
    });
    let finished = move |text: String| {
        let given = parse_score(&text)
            .map_err(|fault| state.words.with(|words| entry_fault(fault, "1", words)))?;
        state.know(node, given).map_err(|why| said(state, &why))
    };
    let [know, forget, field] = [words.i_know(), words.known_forget(), words.known_field()];
    let forget_name = format!("{name}: {forget}");
    let (open, close) = (toggle.clone(), toggle);
    view! {
        <div class="known-form">
            <button
                type="button"
                class="plain"
                id=format!("known-{id}-open")
                aria-label=format!("{name}: {know}")
                aria-expanded=move || if is_open.get() { "true" } else { "false" }
                on:click=move |_| open()
            >
                {know}
            </button>
            <Show when=move || is_known.get()>
                <button
                    type="button"
                    class="plain"
                    aria-label=forget_name.clone()
                    on:click=move |_| state.forget(node)
                >
                    {forget}
                </button>
            </Show>
            <div class="known-panel" hidden=move || !is_open.get()>
                <p>{words.known_hint()}</p>
                <NumberField id=format!("known-{id}") label=format!("{name}: {field}") value finished />
                <button type="button" class="quiet" on:click=move |_| close()>{words.close()}</button>
            </div>
        </div>
    }
}
