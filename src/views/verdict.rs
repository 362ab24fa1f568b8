//! The verdict: which unit and edition, rank and score before and after, the sentence that can be
//! quoted, and the neighbours.

use super::header::VERDICT;
use super::picker::{EditionPicker, UnitPicker};
use crate::components::{CopyButton, LiveText};
use crate::state::State;
use dti_engine::calculator::{Neighbour, Verdict};
use dti_engine::model::Exact;
use dti_words::numbers::{change_to, decimal};
use dti_words::{differs_from_file, move_in_words, note, tied_with, to_next_above, to_next_below};
use leptos::prelude::*;

/// The card that the page is about.
#[component]
pub fn VerdictCard(
    /// The state.
    state: State,
    /// Whether the dialog for sharing is open.
    is_sharing: RwSignal<bool>,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let tag = Memo::new(move |_| state.tag());
    let sentence = Memo::new(move |_| state.sentence());
    view! {
        <section
            id=VERDICT
            class="card hero"
            class:edited=move || state.is_edited()
            aria-labelledby="hero-name"
        >
            <div class="hero-name">
                <h2 id="hero-name" class="hidden" translate="no">
                    {move || state.name(state.unit.get())}
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
                <blockquote prop:textContent=move || sentence.get()>{sentence.get_untracked()}</blockquote>
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
}

/// Rank and score, before and after.
#[component]
pub fn Figures(
    /// The state.
    state: State,
) -> impl IntoView {
    view! {
        <dl class="hero-figures">
            <Rank state />
            <Score state />
        </dl>
    }
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
    let places = Memo::new(move |_| told(state, |verdict| verdict.places));
    let before = move || told(state, |verdict| verdict.baseline_rank);
    let tied = {
        let words = words.clone();
        move || {
            let tied = state.verdict.get().map(|verdict| state.tied(&verdict));
            tied_with(&tied.unwrap_or_default(), &words).unwrap_or_default()
        }
    };
    let moved = {
        let words = words.clone();
        move || move_in_words(places.get(), &words)
    };
    view! {
        <div class="hero-rank">
            <dt>{words.rank()}</dt>
            <dd translate="no">
                <Show when=move || places.get() != 0>
                    <span class="before">{before}</span>
                    <Arrow word=words.to() />
                </Show>
                <strong>{move || told(state, |verdict| verdict.rank)}</strong>
                <span class="of">{move || told(state, |verdict| format!("/{}", verdict.units))}</span>
            </dd>
            <dd
                class="hero-move"
                class:up=move || { places.get() > 0 }
                class:down=move || { places.get() < 0 }
            >
                <LiveText text=Signal::derive(moved) />
            </dd>
            <dd class="hero-tied"><LiveText text=Signal::derive(tied) /></dd>
        </div>
    }
}

#[component]
fn Score(state: State) -> impl IntoView {
    let words = state.words.get_untracked();
    let is_changed = Memo::new(move |_| told(state, |verdict| verdict.change != Exact::ZERO));
    let written = |pick: fn(&Verdict) -> Exact| {
        let words = words.clone();
        move || told(state, |own| decimal(pick(own), own.digits.score, &words))
    };
    let change = {
        let words = words.clone();
        move || told(state, |own| change_to(own.change, own.digits.score, &words))
    };
    let (before, now) = (written(|own| own.baseline_score), written(|own| own.score));
    let to = words.to();
    view! {
        <div class="hero-score">
            <dt>{words.dti_score()}</dt>
            <dd translate="no">
                <Show when=move || is_changed.get()>
                    <span class="before">{before.clone()}</span>
                    <Arrow word=to />
                </Show>
                <strong>{now}</strong>
                <Show when=move || is_changed.get()>
                    <span class="change">{change.clone()}</span>
                </Show>
            </dd>
        </div>
    }
}

/// "→", with a word for it.
#[component]
fn Arrow(word: &'static str) -> impl IntoView {
    view! {
        <span class="arrow" aria-hidden="true">{"→"}</span>
        <span class="hidden">{format!(" {word} ")}</span>
    }
}

/// What is missing to the next rank up, and to spare before the next one down.
#[component]
fn Neighbours(state: State) -> impl IntoView {
    let words = state.words.get_untracked();
    let written = |pick: fn(&Verdict) -> Option<Neighbour>, is_above: bool| {
        let words = words.clone();
        move || {
            let gap = state.verdict.with(|verdict| verdict.as_ref().and_then(pick));
            let Some(gap) = gap else {
                let end = if is_above { words.top_of_table() } else { words.end_of_table() };
                return end.to_owned();
            };
            let name = state.name_at(gap.position);
            match is_above {
                true => to_next_above(&gap, &name, &words),
                false => to_next_below(&gap, &name, &words),
            }
        }
    };
    let (above, below) = (written(|own| own.above, true), written(|own| own.below, false));
    view! {
        <dl class="neighbours" aria-label=words.neighbours_heading()>
            <div class="next-above">
                <dt>{words.next_above()}</dt>
                <dd><LiveText text=Signal::derive(above) /></dd>
            </div>
            <div class="next-below">
                <dt>{words.next_below()}</dt>
                <dd><LiveText text=Signal::derive(below) /></dd>
            </div>
        </dl>
    }
}

/// What a reader must know about the result.
#[component]
pub fn Notes(
    /// The state.
    state: State,
) -> impl IntoView {
    let notes = Memo::new(move |_| {
        let words = state.words.get();
        let notes = state.notes().into_iter();
        let mut told: Vec<String> = notes.map(|one| note(one, &words).to_string()).collect();
        let found = state.given_otherwise();
        if !found.is_empty() {
            told.push(differs_from_file(&found, &words));
        }
        told
    });
    let lines = move || {
        let line = |told: String| view! { <li>{told}</li> };
        notes.get().into_iter().map(line).collect_view()
    };
    view! { <ul class="notes">{lines}</ul> }
}
