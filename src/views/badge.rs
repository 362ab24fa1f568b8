//! A small label: whose a figure is, where that is not simply published.

use crate::components::{LiveText, text};
use crate::state::State;
use dti_engine::calculator::ScorecardLine;
use dti_engine::model::{Figure, Kind, Node, Origin, Provenance};
use dti_words::{Words, estimate_note, origin_word, source_kind};
use leptos::prelude::*;

/// What a label says, and its class.
#[derive(Clone, PartialEq, Eq, Default)]
struct Label {
    text: String,
    class: &'static str,
}

/// The label of an indicator.
#[component]
pub(crate) fn OriginBadge(
    /// The state.
    state: State,
    /// The indicator.
    node: Node,
    /// Its line.
    line: Signal<Option<ScorecardLine>>,
) -> impl IntoView {
    let label = Memo::new(move |_| {
        let Some(origin) = line.with(|line| line.as_ref().map(|line| line.origin)) else {
            return Label::default();
        };
        let is_known = state.holds(node, Kind::Known) && !state.holds(node, Kind::WhatIf);
        state.words.with(|words| match origin {
            Origin::Entered if is_known => Label {
                text: words.origin_known().to_owned(),
                class: "badge known",
            },
            Origin::Entered => Label {
                text: words.supposed_mark().to_owned(),
                class: "badge entered",
            },
            Origin::Estimated => Label {
                text: estimated(words, state.estimate_error.get()),
                class: "badge estimated",
            },
            Origin::Imputed => Label {
                text: words.origin_imputed().to_owned(),
                class: "badge estimated",
            },
            // The usual case, which the verdict says of the whole: only what differs is shown.
            Origin::Published if state.provenance() == Provenance::Published => Label::default(),
            other => Label {
                text: origin_word(words, state.provenance(), other).to_owned(),
                class: "badge",
            },
        })
    });
    view! {
        <span class=Signal::derive(move || label.with(|label| label.class))>
            <LiveText text=text(move || label.with(|label| label.text.clone())) />
        </span>
    }
    .into_any()
}

fn estimated(words: &Words, error: Option<f64>) -> String {
    let word = words.origin_estimated();
    match error {
        Some(error) => format!("{word} {}", estimate_note(error, words)),
        None => word.to_owned(),
    }
}

/// Where a figure was read: linked if the place has an address, else named.
#[component]
pub fn SourcePlace(
    /// The state.
    state: State,
    /// The figure.
    figure: Figure,
) -> impl IntoView {
    let calculator = state.calculator.get_untracked();
    let source = calculator.source(&figure.source)?;
    let words = state.words.get_untracked();
    let (kind, place) = (source_kind(&source.kind, &words), source.place.clone());
    let is_address = place.starts_with("https://") || place.starts_with("http://");
    Some(match place {
        place if is_address => view! {
            <a href=place target="_blank" rel="noopener noreferrer">{kind}</a>
        }
        .into_any(),
        place if place.is_empty() => kind.into_any(),
        place => format!("{kind} ({place})").into_any(),
    })
}
