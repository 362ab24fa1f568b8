//! The scorecard of one unit: its main indicators by group, what is changed, and the steps back.

use super::edits::{Chips, Steps};
use super::indicator::IndicatorLine;
use crate::components::{at_first, flag, later, redrawn, text, when};
use crate::state::{Panel, State, group_line, groups};
use dti_engine::model::Node;
use dti_words::numbers::{fixed_points, whole};
use leptos::prelude::*;

/// The scorecard of the unit asked about, or of the one that is being edited.
#[component]
pub(crate) fn Scorecard(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let heading = words.scorecard_heading();
    // The verdict above says whose it is, unless another one's is open.
    let named = text(move || match state.editing.get() {
        Some(row) => format!("{heading}: {}", state.name(row)),
        None => heading.to_owned(),
    });
    view! {
        <section class="card scorecard" id="scorecard" tabindex="-1" aria-labelledby="scorecard-heading">
            <div class="card-head">
                <h2 id="scorecard-heading" prop:textContent=named>{at_first(named)}</h2>
                <Steps state />
            </div>
            <OtherUnit state />
            <div class="card-line">
                <Chips state />
                <Legend state />
            </div>
            {redrawn(move || {
                // Another edition has other indicators; another unit only other figures.
                state.edition.track();
                view! { <Groups state /> }.into_any()
            })}
            <p class="card-foot">
                <button type="button" class="plain" on:click=move |_| state.panel.set(Some(Panel::Sources))>
                    {words.sources()}
                </button>
            </p>
        </section>
    }
    .into_any()
}

/// Says that it is another unit's, with the way back.
#[component]
fn OtherUnit(state: State) -> impl IntoView {
    let words = state.words.get_untracked();
    let (said, back) = (words.other_province(), words.back_to_own());
    let is_other = flag(move || state.editing.get().is_some());
    when(is_other, move || {
        let said = said.clone();
        view! {
            <p class="other">
                <span>{said}</span>
                <button type="button" class="quiet" on:click=move |_| state.editing.set(None)>
                    {format!("{back} {}", state.name(state.unit.get()))}
                </button>
            </p>
        }
        .into_any()
    })
}

#[component]
fn Legend(state: State) -> impl IntoView {
    let words = state.words.get_untracked();
    let marks = [
        ("key key-present", words.mark_present()),
        ("key key-median", words.mark_median()),
        ("key key-best", words.mark_best()),
    ];
    let mark = |(class, text)| {
        view! {
            <span class=class>{()}</span>
            <span>{text}</span>
        }
        .into_any()
    };
    view! {
        <p class="legend" aria-hidden="true">
            {marks.map(mark).into_iter().collect::<Vec<AnyView>>()}
            <span class="in-points">{words.in_points()}</span>
            <span class="in-rank">{words.in_rank()}</span>
        </p>
    }
    .into_any()
}

/// The indicators of each group, under its name and sum.
#[component]
fn Groups(state: State) -> impl IntoView {
    let edition = state.edition.get_untracked();
    let groups = state
        .present
        .with_untracked(|present| groups(&edition, present));
    let group = move |(node, mains): (Node, Vec<Node>)| {
        let name = state.in_language(&edition.framework().indicator(node).name);
        let told = text(move || {
            let row = state.subject();
            let sum = state.session.with(|session| group_line(session, row, node));
            state.words.with(|words| {
                let points = fixed_points(sum.points, words);
                format!(
                    "{points}/{} {}",
                    whole(sum.max_points, words),
                    words.in_points()
                )
            })
        });
        let line = |node| {
            later(state.stages, move || {
                view! { <IndicatorLine state node /> }.into_any()
            })
        };
        view! {
            <div class="group">
                <h3>
                    <span>{name}</span>
                    <span class="sum" translate="no">{told}</span>
                </h3>
                <ul>{mains.into_iter().map(line).collect::<Vec<AnyView>>()}</ul>
            </div>
        }
        .into_any()
    };
    groups
        .into_iter()
        .map(group)
        .collect::<Vec<AnyView>>()
        .into_any()
}
