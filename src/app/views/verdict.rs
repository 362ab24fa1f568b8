//! The verdict: rank and score before and after, always in sight, and the story that can be quoted.

use crate::app::components::TextList;
use crate::app::live::{Live, flag, live};
use crate::app::shown::Shown;
use crate::app::state::AppState;
use crate::app::text::{
    Story, Supposed, Word, change, move_in_words, note, quote, score, to_next_above, to_next_below,
};
use crate::calculator::Verdict;
use crate::model::{Exact, Kind};
use leptos::prelude::*;

/// Rank, places, score and change in one bar that stays on screen.
#[component]
pub(crate) fn Hero() -> impl IntoView {
    let state = expect_context::<AppState>();
    let speech = state.speech();
    let is_edited = move || state.shown.with(|shown| shown.is_edited());
    // A text about the verdict; without one, nothing.
    let about = move |text: fn(&Verdict, crate::link::Language) -> String| {
        live(move || {
            let language = speech.language();
            let told =
                |shown: &std::sync::Arc<Shown>| Some(text(shown.verdict.as_ref()?, language));
            state.shown.with(told).unwrap_or_default()
        })
    };
    let moved = |by: fn(&Verdict) -> bool| {
        flag(move || {
            state
                .shown
                .with(|shown| shown.verdict.as_ref().is_some_and(by))
        })
    };
    let (is_same_rank, is_same_score) =
        (moved(|v| v.places == 0), moved(|v| v.change == Exact::ZERO));
    let tag = live(move || {
        speech.word(if is_edited() {
            Word::Simulation
        } else {
            Word::AsPublished
        })
    });
    let step = move |hidden| {
        view! {
            <span hidden=hidden>
                <span class="arrow" aria-hidden="true">"→"</span>
                <span class="hidden">" " {speech.say(Word::To)} " "</span>
            </span>
        }
    };
    view! {
        <section class="hero" aria-labelledby="hero-name" class:edited=flag(is_edited)>
            <div class="hero-inner">
                <div class="hero-name">
                    <h2 id="hero-name">
                        {live(move || speech.of(&state.name_at(state.now().position)))}
                    </h2>
                    <p class="hero-tag">{tag}</p>
                </div>
                <dl>
                    <div class="hero-rank">
                        <dt>{speech.say(Word::Rank)}</dt>
                        <dd>
                            <span class="before" hidden=is_same_rank>
                                {about(|v, _| v.baseline_rank.to_string())}
                            </span>
                            {step(is_same_rank)}
                            <strong>{about(|v, _| v.rank.to_string())}</strong>
                            <span class="of">{about(|v, _| format!("/{}", v.units))}</span>
                        </dd>
                    </div>
                    <div
                        class="hero-move"
                        class:up=moved(|v| v.places > 0)
                        class:down=moved(|v| v.places < 0)
                    >
                        <dt class="hidden">{speech.say(Word::ColumnPlaces)}</dt>
                        <dd>{about(|v, language| move_in_words(v.places, language))}</dd>
                    </div>
                    <div class="hero-score">
                        <dt>{speech.say(Word::DtiScore)}</dt>
                        <dd>
                            <span class="before" hidden=is_same_score>
                                {about(|v, language| score(v.baseline_score, language))}
                            </span>
                            {step(is_same_score)}
                            <strong>{about(|v, language| score(v.score, language))}</strong>
                            <span class="change" hidden=is_same_score>
                                {about(|v, language| change(v.change, language))}
                            </span>
                        </dd>
                    </div>
                </dl>
            </div>
        </section>
    }
}

/// The story in one quotable sentence, the two neighbours, and what a reader must know.
#[component]
pub(crate) fn StoryLine() -> impl IntoView {
    let state = expect_context::<AppState>();
    let speech = state.speech();
    let sentence = sentence(state);
    let notes = Signal::derive(move || {
        let language = speech.language();
        let notes = state.shown.with(|shown| shown.standings.notes.clone());
        notes
            .into_iter()
            .map(|one| note(one, language).to_owned())
            .collect::<Vec<_>>()
    });
    let above: Live = live(move || {
        let above = state.shown.with(|shown| shown.verdict.as_ref()?.above);
        above.map_or_else(
            || speech.word(Word::TopOfTable),
            |gap| to_next_above(&gap, &state.name_at(gap.position), speech.language()),
        )
    });
    let below: Live = live(move || {
        let below = state.shown.with(|shown| shown.verdict.as_ref()?.below);
        below.map_or_else(
            || speech.word(Word::EndOfTable),
            |gap| to_next_below(&gap, &state.name_at(gap.position), speech.language()),
        )
    });
    view! {
        <div class="story">
            <blockquote>{sentence}</blockquote>
            <dl class="neighbours">
                <div class="next-above">
                    <dt>{speech.say(Word::NextAbove)}</dt>
                    <dd>{above}</dd>
                </div>
                <div class="next-below">
                    <dt>{speech.say(Word::NextBelow)}</dt>
                    <dd>{below}</dd>
                </div>
            </dl>
            <TextList class="notes" lines=notes/>
        </div>
    }
}

/// The story in words.
pub(super) fn sentence(state: AppState) -> Live {
    live(move || {
        story(state)
            .map(|story| quote(&story, state.language.get()))
            .unwrap_or_default()
    })
}

/// Gathers the names around the verdict, tracked.
fn story(state: AppState) -> Option<Story> {
    let shown = state.now();
    let verdict = shown.verdict.clone()?;
    let edition = state.edition()?;
    let framework = edition.framework();
    let own = &shown.standings.of(verdict.position)?.card;
    let is_own_what_if =
        |o: &&crate::model::Override| o.unit == shown.unit && o.kind == Kind::WhatIf;
    let supposed = shown.scenario.overrides.iter().filter(is_own_what_if);
    let supposed = supposed.filter_map(|o| {
        let node = framework.node(&o.indicator)?;
        Some(Supposed {
            indicator: framework.indicator(node).name.clone(),
            score: own.score(node),
            present: shown.present_value(verdict.position, node),
        })
    });
    Some(Story {
        unit: state.name_at(verdict.position),
        edition: edition.header().title.clone(),
        above: verdict.above.map(|gap| state.name_at(gap.position)),
        below: verdict.below.map(|gap| state.name_at(gap.position)),
        supposed: supposed.collect(),
        is_edited: shown.is_edited(),
        verdict,
    })
}
