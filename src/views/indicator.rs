//! One main indicator in one line: its slider, field and steps, its points and rank.

use super::badge::OriginBadge;
use crate::components::{Mark, NumberField, Slider, aria, flag, text, when};
use crate::state::{OwnDataRequest, State, parse_score_or_points, steady};
use dti_engine::calculator::{ScorecardLine, parse_score};
use dti_engine::model::{Entry, Exact, Kind, Node, Origin};
use dti_words::numbers::{decimal, fixed_points, score, score_for_slider, whole};
use dti_words::{entry_fault, marks};
use leptos::prelude::*;

/// A line of the scorecard. One that is full is folded until it is opened.
#[component]
pub(crate) fn IndicatorLine(
    /// The state.
    state: State,
    /// The indicator.
    node: Node,
    /// Whether it stands in somebody else's page, where nothing is explained or kept.
    #[prop(optional)]
    is_embedded: bool,
) -> impl IntoView {
    let line = steady(move || state.line(node));
    let is_supposed = flag(move || state.holds(node, Kind::WhatIf));
    let is_open = RwSignal::new(false);
    let is_folded = flag(move || {
        let is_at_end =
            |line: &ScorecardLine| line.present == Exact::ONE && line.score == Exact::ONE;
        let is_full = line.with(|line| line.as_ref().is_some_and(is_at_end));
        is_full && !is_embedded && !is_open.get()
    });
    let has_form = flag(move || !is_embedded && is_estimated(line));
    view! {
        <li class="indicator" class:supposed=is_supposed class:full=is_folded>
            <Name state node line is_supposed is_embedded />
            <AtMaximum state node is_open hidden=flag(move || !is_folded.get()) />
            <Controls state node line />
            <Figures state line />
            {when(has_form, move || view! { <KnownForm state node line /> }.into_any())}
        </li>
    }
    .into_any()
}

fn is_estimated(line: Signal<Option<ScorecardLine>>) -> bool {
    line.with(|line| {
        line.as_ref()
            .is_some_and(|line| line.baseline_origin == Origin::Estimated)
    })
}

/// What a line says, if there is one.
fn told<T: Default>(line: Signal<Option<ScorecardLine>>, pick: impl Fn(&ScorecardLine) -> T) -> T {
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
    line: Signal<Option<ScorecardLine>>,
    is_supposed: Signal<bool>,
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
            <button type="button" class="why more" aria-label=parts on:click=move |_| state.open_own_data(OwnDataRequest::Card(Some(id.clone())))>
                {"⋯"}
            </button>
        }
        .into_any()
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
                    disabled=flag(move || !is_supposed.get())
                    on:click=move |_| state.reset_indicator(node)
                >
                    {"↺"}
                </button>
            </span>
        </div>
    }
    .into_any()
}

/// In the place of the slider of an indicator that has all its points.
#[component]
fn AtMaximum(
    state: State,
    node: Node,
    is_open: RwSignal<bool>,
    hidden: Signal<bool>,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let (_, name) = id_and_name(state, node);
    let text = words.at_maximum();
    view! {
        <button
            type="button"
            class="plain at-maximum"
            hidden=hidden
            aria-expanded="false"
            aria-label=format!("{name}: {text}")
            on:click=move |_| is_open.set(true)
        >
            {text}
        </button>
    }
    .into_any()
}

#[component]
fn Controls(state: State, node: Node, line: Signal<Option<ScorecardLine>>) -> impl IntoView {
    let words = state.words.get_untracked();
    let (id, name) = id_and_name(state, node);
    let fault = RwSignal::new(String::new());
    let now = text(move || told(line, |line| score_for_slider(line.score)));
    let mark = |class, pick: fn(&ScorecardLine) -> Exact| Mark {
        class,
        at: text(move || told(line, |line| score_for_slider(pick(line)))),
    };
    let on_track = vec![
        mark("mark-best", |line| line.best),
        mark("mark-median", |line| line.median),
        mark("mark-present", |line| line.present),
    ];
    let marks_told = text(move || {
        let line = line.get();
        line.map(|line| state.words.with(|words| marks(&line, words)))
            .unwrap_or_default()
    });
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
    let step = move |hundredths| {
        answer(
            state
                .step_score(node, hundredths)
                .map_err(|why| state.said(&why)),
        );
    };
    let field = text(move || {
        told(line, |line| {
            state.words.with(|words| score(line.score, words))
        })
    });
    let finished = move |text: String| {
        let entry = parse_score_or_points(&text, told(line, |line| line.max_points));
        let entry =
            entry.map_err(|fault| state.words.with(|words| entry_fault(fault, "1", words)))?;
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
                told=text(move || slider_told(state, line))
                marks=on_track
                marks_told
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
    .into_any()
}

/// Enters a score or points, or says why there is no room for it.
fn enter(state: State, node: Node, entry: Entry) -> Result<(), String> {
    state.suppose(node, entry).map_err(|why| state.said(&why))
}

/// What a screen reader says of a slider: points, score, rank, and whether that rests on an estimate.
fn slider_told(state: State, line: Signal<Option<ScorecardLine>>) -> String {
    let Some(line) = line.get() else {
        return String::new();
    };
    let units = state.edition.with(|edition| edition.units().len());
    state.words.with(|words| {
        let is_estimated = line.rank_is_estimated || line.origin.is_guess();
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
fn Figures(state: State, line: Signal<Option<ScorecardLine>>) -> impl IntoView {
    let words = state.words.get_untracked();
    let points = text(move || {
        state
            .words
            .with(|words| told(line, |line| decimal(line.points, 2, words)))
    });
    let max = text(move || {
        let max = |line: &ScorecardLine| state.words.with(|words| whole(line.max_points, words));
        told(line, |line| format!("/{}", max(line)))
    });
    let before = text(move || {
        told(line, |line| {
            let about = if line.rank_is_estimated { "≈ " } else { "" };
            match line.rank == line.present_rank {
                true => about.to_owned(),
                false => format!("{about}{} → ", line.present_rank),
            }
        })
    });
    view! {
        <span class="figures" translate="no">
            <span class="points">{points}<span class="of">{max}</span><span class="hidden">{format!(" {}", words.in_points())}</span></span>
            <span class="rank">
                <span class="word">{format!("{} ", words.in_rank())}</span>
                {before}
                <strong>{text(move || told(line, |line| line.rank.to_string()))}</strong>
            </span>
        </span>
    }
    .into_any()
}

/// "I know this figure": a button that opens a field for the true figure, and one that takes it back.
#[component]
fn KnownForm(state: State, node: Node, line: Signal<Option<ScorecardLine>>) -> impl IntoView {
    let words = state.words.get_untracked();
    let (id, name) = id_and_name(state, node);
    let is_open = RwSignal::new(false);
    let is_known = flag(move || state.holds(node, Kind::Known));
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
    let value = text(move || match is_known.get() {
        true => told(line, |line| {
            state.words.with(|words| score(line.present, words))
        }),
        false => String::new(),
    });
    let finished = move |text: String| {
        let given = parse_score(&text)
            .map_err(|fault| state.words.with(|words| entry_fault(fault, "1", words)))?;
        state.know(node, given).map_err(|why| state.said(&why))
    };
    let [know, forget, field] = [words.i_know(), words.known_forget(), words.known_field()];
    let forget_name = format!("{name}: {forget}");
    let (open, close) = (toggle.clone(), toggle);
    view! {
        <div class="known-form">
            <span class="known-ways">
                <button
                    type="button"
                    class="plain"
                    id=format!("known-{id}-open")
                    aria-label=format!("{name}: {know}")
                    aria-expanded=aria(move || is_open.get())
                    on:click=move |_| open()
                >
                    {know}
                </button>
                <button
                    type="button"
                    class="plain"
                    aria-label=forget_name
                    hidden=flag(move || !is_known.get())
                    on:click=move |_| state.forget(node)
                >
                    {forget}
                </button>
            </span>
            <div class="known-panel" hidden=flag(move || !is_open.get())>
                <p>{words.known_hint()}</p>
                <NumberField id=format!("known-{id}") label=format!("{name}: {field}") value finished />
                <button type="button" class="quiet" on:click=move |_| close()>{words.close()}</button>
            </div>
        </div>
    }
    .into_any()
}
