//! Sharing: the link, the code for other pages, and the reader's own figures on their explicit wish.

use crate::bridge::open_report;
use crate::components::{CopyButton, Dialog, LiveText, flag, redrawn, text, when};
use crate::state::{Panel, Preview, State};
use dti_engine::calculator::earned_points;
use dti_engine::model::{Entry, Kind, Override};
use dti_formats::link::Privacy;
use dti_words::{known_figure, warning};
use leptos::prelude::*;

/// The address to hand on, or why there is none.
fn link(state: State, privacy: Privacy) -> String {
    let link = state.shared_link(privacy);
    or_why(state, link.map(|(address, _)| address))
}

fn or_why(state: State, address: Option<String>) -> String {
    address.unwrap_or_else(|| state.words.with(|words| words.link_too_long().to_string()))
}

/// What whoever gets the link sees of it before opening it.
fn seen_before(state: State) -> String {
    let preview = state.shared_link(Privacy::ChoicesOnly);
    let preview = preview.map_or(Preview::Nothing, |(_, preview)| preview);
    let words = state.words.get();
    match preview {
        Preview::Scenario => words.share_preview(state.sentence()),
        Preview::Unit => words.share_preview_unit(state.name(state.unit.get())),
        Preview::Site => words.share_preview_site().to_owned(),
        Preview::Nothing => String::new(),
    }
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
        or_why(state, state.address_of(Privacy::ChoicesOnly))
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
    let report = move |_| {
        open.set(false);
        open_report(state);
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
            <button type="button" class="quiet" on:click=report>{words.report_make()}</button>
        </p>
        <p><LiveText text=text(move || seen_before(state)) /></p>
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
pub(super) fn written(state: State, own: &Override) -> Option<String> {
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
