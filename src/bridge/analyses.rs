//! The analyses: asked in a worker when they come near what is seen, drawn by the studio as their
//! answers come.

use super::pace::Pace;
use super::part::Answer;
use super::place::{Nearness, Waiting};
use super::question::{analysis_question, follow};
use super::{studio, want_studio};
use crate::browser::analyses::{Show, analyse};
use crate::browser::timing::Debounce;
use crate::browser::visibility::width_of;
use crate::state::State;
use leptos::html;
use leptos::prelude::*;

/// The status line speaks after this pause: draws bring a finding in parts, and the last is said.
const STATUS_MS: u32 = 900;

/// The section of the analyses.
#[component]
pub(crate) fn Analyses(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let (section, place) = (NodeRef::<html::Section>::new(), NodeRef::<html::Div>::new());
    let nearness = Nearness::of(section);
    let answer = state.parts.answer;
    keep_asking(state, section, nearness);
    keep_answer(state, place);
    let has_failed = move || {
        answer.with(|answer| match answer {
            Answer::Lost => true,
            Answer::Told(_) => state.parts.studio.has_failed(),
            Answer::Awaited => false,
        })
    };
    let is_awaited = move || nearness.get() && answer.with(|answer| *answer == Answer::Awaited);
    view! {
        <section id="analyses" class="analyses-place" class:live=state.is_still() aria-label=words.analyses() node_ref=section>
            <div node_ref=place hidden=has_failed>{()}</div>
            <Waiting state is_awaited=Signal::derive(is_awaited) has_failed=Signal::derive(has_failed) />
        </section>
    }
    .into_any()
}

/// Asks the analyses about the page as it is, while they are near.
fn keep_asking(state: State, section: NodeRef<html::Section>, nearness: Nearness) {
    let asked = StoredValue::new((0, String::new()));
    let pace = Pace::new();
    Effect::new(move || {
        if !nearness.get() {
            return;
        }
        follow(state);
        pace.run(move || {
            let width = section
                .get_untracked()
                .map_or(0, |section| width_of(&section));
            let Some(question) = untrack(|| analysis_question(state, width)) else {
                return;
            };
            let question = (state.parts.turn.get_untracked(), question);
            if asked.with_value(|asked| *asked != question) {
                ask(state, &question.1);
                asked.set_value(question);
            }
        });
    });
}

fn ask(state: State, question: &str) {
    let parts = state.parts;
    let is_lost = parts
        .answer
        .with_untracked(|answer| *answer == Answer::Lost);
    if is_lost {
        parts.answer.set(Answer::Awaited);
    }
    if parts.show.with_value(Option::is_none) {
        // Answers come to whom asked first, as long as the page lives.
        parts
            .show
            .set_value(Some(Show::new(move |answer: Option<String>, is_all| {
                if is_all {
                    parts.silence.cancel();
                } else {
                    expect(state);
                }
                parts.answer.set(answer.map_or(Answer::Lost, Answer::Told));
            })));
    }
    expect(state);
    parts.show.with_value(|show| {
        let begun = show.as_ref().map(|show| analyse(question, is_lost, show));
        if begun.is_none_or(|begun| begun.is_err()) {
            parts.answer.set(Answer::Lost);
        }
    });
}

/// A worker may end without a word, or a module hang: then that is said after a while.
fn expect(state: State) {
    let parts = state.parts;
    parts.silence.run(move || parts.answer.set(Answer::Lost));
}

/// Draws each answer as it comes.
fn keep_answer(state: State, place: NodeRef<html::Div>) {
    let pause = Debounce::new(STATUS_MS);
    let told = StoredValue::new((String::new(), String::new()));
    Effect::new(move || {
        let Answer::Told(answer) = state.parts.answer.get() else {
            return;
        };
        want_studio(state);
        if let Some((studio, place)) = studio(state).zip(place.get()) {
            let finding = studio.draw_answer(&place, &answer);
            tell(state, finding, (told, pause));
        }
    });
}

/// Has the status line say what came of a choice in the analyses. What an edit of the scenario brings
/// is said by the verdict, and what was there first needs no announcement.
fn tell(state: State, finding: String, (told, pause): (StoredValue<(String, String)>, Debounce)) {
    let news = untrack(|| state.news());
    let (before, scenario) = told.get_value();
    if !before.is_empty() && before != finding && scenario == news {
        let finding = finding.clone();
        pause.run(move || state.say(finding));
    }
    told.set_value((finding, news));
}
