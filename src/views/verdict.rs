//! The verdict: which unit and edition, rank and score before and after, the sentence that can be
//! quoted, and the neighbours.

use super::header::VERDICT;
use super::picker::{EditionPicker, UnitPicker};
use crate::components::{CopyButton, LiveText, at_first, flag, redrawn, text};
use crate::state::State;
use dti_engine::calculator::{Neighbour, Verdict};
use dti_engine::model::Exact;
use dti_words::numbers::{change_to, decimal};
use dti_words::{differs_from_file, move_in_words, note, tied_with, to_next_above, to_next_below};
use leptos::prelude::*;

/// The card that the page is about.
#[component]
pub(crate) fn VerdictCard(
    /// The state.
    state: State,
    /// Whether the dialog for sharing is open.
    is_sharing: RwSignal<bool>,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let tag = text(move || state.tag());
    let sentence = text(move || state.sentence());
    view! {
        <section
            id=VERDICT
            class="card hero"
            class:live=state.is_still()
            class:edited=flag(move || state.is_edited())
            aria-labelledby="hero-name"
        >
            <div class="hero-name">
                <h2 id="hero-name" class="hidden" translate="no">
                    {text(move || state.name(state.unit.get()))}
                </h2>
                <UnitPicker state />
                <p class="hero-about">
                    <EditionPicker state />
                    <LiveText class="hero-tag" text=tag />
                </p>
            </div>
            <Figures state />
            <Neighbours state />
            <div class="story">
                <blockquote prop:textContent=sentence>{at_first(sentence)}</blockquote>
                <p class="actions">
                    <CopyButton
                        label=words.copy_sentence()
                        done=words.sentence_copied()
                        denied=words.copy_denied()
                        text=sentence
                    />
                    <button type="button" class="primary" on:click=move |_| is_sharing.set(true)>
                        {words.share_heading()}
                    </button>
                </p>
            </div>
            <Notes state />
        </section>
    }
    .into_any()
}

/// Rank and score, before and after.
#[component]
pub(crate) fn Figures(
    /// The state.
    state: State,
) -> impl IntoView {
    view! {
        <dl class="hero-figures">
            <Rank state />
            <Score state />
        </dl>
    }
    .into_any()
}

/// What a verdict says, if there is one.
fn told<T: Default>(state: State, pick: impl Fn(&Verdict) -> T) -> T {
    state
        .verdict
        .with(|verdict| verdict.as_ref().map(pick).unwrap_or_default())
}

#[component]
fn Rank(state: State) -> impl IntoView {
    let words = state.words.get_untracked();
    let places = move || told(state, |verdict| verdict.places);
    let is_same = flag(move || places() == 0);
    let before = text(move || told(state, |verdict| verdict.baseline_rank.to_string()));
    let tied = text(move || {
        let tied = state.verdict.get().map(|verdict| state.tied(&verdict));
        let tied = state
            .words
            .with(|words| tied_with(&tied.unwrap_or_default(), words));
        tied.unwrap_or_default()
    });
    let moved = text(move || state.words.with(|words| move_in_words(places(), words)));
    view! {
        <div class="hero-rank">
            <dt>{words.rank()}</dt>
            <dd translate="no">
                <span class="before" hidden=is_same>{before}</span>
                <Arrow word=words.to() hidden=is_same />
                <strong>{text(move || told(state, |verdict| verdict.rank.to_string()))}</strong>
                <span class="of">{text(move || told(state, |verdict| format!("/{}", verdict.units)))}</span>
            </dd>
            <dd
                class="hero-move"
                class:up=flag(move || places() > 0)
                class:down=flag(move || places() < 0)
            >
                <LiveText text=moved />
            </dd>
            <dd class="hero-tied"><LiveText text=tied /></dd>
        </div>
    }
    .into_any()
}

#[component]
fn Score(state: State) -> impl IntoView {
    let words = state.words.get_untracked();
    let is_same = flag(move || told(state, |verdict| verdict.change == Exact::ZERO));
    let written = |pick: fn(&Verdict) -> Exact| {
        text(move || {
            state
                .words
                .with(|words| told(state, |own| decimal(pick(own), own.digits.score, words)))
        })
    };
    let change = text(move || {
        state
            .words
            .with(|words| told(state, |own| change_to(own.change, own.digits.score, words)))
    });
    view! {
        <div class="hero-score">
            <dt>{words.dti_score()}</dt>
            <dd translate="no">
                <span class="before" hidden=is_same>{written(|own| own.baseline_score)}</span>
                <Arrow word=words.to() hidden=is_same />
                <strong>{written(|own| own.score)}</strong>
                <span class="change" hidden=is_same>{change}</span>
            </dd>
        </div>
    }
    .into_any()
}

/// "→", with a word for it.
#[component]
fn Arrow(word: &'static str, hidden: Signal<bool>) -> impl IntoView {
    view! {
        <span class="arrow" aria-hidden="true" hidden=hidden>{"→"}</span>
        <span class="hidden" hidden=hidden>{format!(" {word} ")}</span>
    }
    .into_any()
}

/// What is missing to the next rank up, and to spare before the next one down.
#[component]
fn Neighbours(state: State) -> impl IntoView {
    let words = state.words.get_untracked();
    let written = |pick: fn(&Verdict) -> Option<Neighbour>, is_above: bool| {
        text(move || {
            let gap = state
                .verdict
                .with(|verdict| verdict.as_ref().and_then(pick));
            state.words.with(|words| match (gap, is_above) {
                (None, true) => words.top_of_table().to_owned(),
                (None, false) => words.end_of_table().to_owned(),
                (Some(gap), true) => to_next_above(&gap, &state.name_at(gap.position), words),
                (Some(gap), false) => to_next_below(&gap, &state.name_at(gap.position), words),
            })
        })
    };
    view! {
        <dl class="neighbours" aria-label=words.neighbours_heading()>
            <div class="next-above">
                <dt>{words.next_above()}</dt>
                <dd><LiveText text=written(|own| own.above, true) /></dd>
            </div>
            <div class="next-below">
                <dt>{words.next_below()}</dt>
                <dd><LiveText text=written(|own| own.below, false) /></dd>
            </div>
        </dl>
    }
    .into_any()
}

/// What a reader must know about the result.
#[component]
pub(crate) fn Notes(
    /// The state.
    state: State,
) -> impl IntoView {
    let notes = Memo::new(move |_| {
        let words = state.words.get();
        let notes = state.notes().into_iter();
        let mut told: Vec<String> = notes.map(|one| note(one, &words)).collect();
        let found = state.given_otherwise();
        if !found.is_empty() {
            told.push(differs_from_file(&found, &words));
        }
        told
    });
    let lines = redrawn(move || {
        let line = |told: String| view! { <li>{told}</li> }.into_any();
        notes
            .get()
            .into_iter()
            .map(line)
            .collect::<Vec<AnyView>>()
            .into_any()
    });
    view! { <ul class="notes">{lines}</ul> }.into_any()
}
