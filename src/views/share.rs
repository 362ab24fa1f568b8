//! Sharing: the link, the code for other pages, and the reader's own figures on their explicit wish.

use crate::components::{CopyButton, Dialog, flag, redrawn, text, when};
use crate::state::{Panel, State};
use dti_engine::calculator::earned_points;
use dti_engine::model::{Entry, Kind, Override};
use dti_formats::link::Privacy;
use dti_words::{known_figure, warning};
use leptos::prelude::*;

/// The address to share, or why there is none.
fn link(state: State, privacy: Privacy) -> String {
    let address = state.address_of(privacy);
    address.unwrap_or_else(|| state.words.with(|words| words.link_too_long().to_string()))
}

/// What stands on paper below all: whose figures they are, and where the scenario can be opened again.
pub fn on_paper(state: State) -> String {
    let words = state.words.get();
    let warned = warning(state.is_edited(), &words);
    let warned = warned
        .map(|warning| format!("{warning} "))
        .unwrap_or_default();
    format!(
        "{warned}{} {}",
        words.paper_link(),
        link(state, Privacy::ChoicesOnly)
    )
}

/// The dialog for sharing.
#[component]
pub(crate) fn ShareDialog(
    /// The state.
    state: State,
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let words = state.words.get_untracked();
    view! {
        <Dialog id="share" open heading=words.share_heading() close=words.close()>
            <Ways state open />
        </Dialog>
    }
    .into_any()
}

#[component]
fn Ways(state: State, open: RwSignal<bool>) -> impl IntoView {
    let words = state.words.get_untracked();
    let embed = move |_| {
        open.set(false);
        state.panel.set(Some(Panel::Embed));
    };
    view! {
        <p class="actions">
            <CopyButton
                label=words.copy_link()
                done=words.link_copied()
                denied=words.copy_denied()
                text=text(move || link(state, Privacy::ChoicesOnly))
            />
            <button type="button" class="quiet" on:click=embed>{words.embed()}</button>
        </p>
        <WithOwnFigures state />
    }
    .into_any()
}

/// Every figure of one's own that a link would carry, before it does.
#[component]
fn WithOwnFigures(state: State) -> impl IntoView {
    let words = state.words.get_untracked();
    let has_any = flag(move || {
        let scenario = state.scenario();
        scenario
            .overrides
            .iter()
            .any(|own| own.kind != Kind::WhatIf)
    });
    let lines = move || {
        let figures = state.own_figures();
        let line = |figure: &Override| {
            written(state, figure).map(|told| view! { <li>{told}</li> }.into_any())
        };
        figures
            .iter()
            .filter_map(line)
            .collect::<Vec<AnyView>>()
            .into_any()
    };
    when(has_any, move || {
        view! {
            <h3>{words.share_known_heading()}</h3>
            <p>{words.share_known_hint()}</p>
            <ul>{redrawn(lines)}</ul>
            <p class="actions">
                <CopyButton
                    label=words.share_known()
                    done=words.link_copied()
                    denied=words.copy_denied()
                    text=text(move || link(state, Privacy::WithKnown))
                />
            </p>
        }
        .into_any()
    })
}

/// One of the reader's own figures in words.
fn written(state: State, own: &Override) -> Option<String> {
    let edition = state.edition.get();
    let framework = edition.framework();
    let unit = edition.units().get(edition.position(&own.unit)?)?;
    let node = framework.node(&own.indicator)?;
    let value = match &own.entry {
        Entry::Score(score) | Entry::Share(score) => score.value(),
        Entry::Points(points) => points.value(),
        Entry::Value(raw) => earned_points(framework, node, raw).ok()?,
    };
    let name = &framework.indicator(node).name;
    Some(
        state
            .words
            .with(|words| known_figure(&unit.name, name, value, words)),
    )
}
