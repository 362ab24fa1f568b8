//! The embed that the chosen options make of the scenario on screen.

use crate::state::State;
use dti_engine::model::Kind;
use dti_formats::EmbedCode;
use dti_formats::link::{self, Language, Link, Privacy, Theme};
use dti_words::Words;
use leptos::prelude::*;

/// The attributes of the element that are keys of the address, in their order.
const KEYS: [&str; 6] = ["show", "locked", "plain", "static", "bg", "api"];

/// The scenario alone, for readers with the official figures.
fn bare(state: State) -> Link {
    Link {
        scenario: state.scenario(),
        data: Some(state.calculator.get().data_version().number),
        ..Link::default()
    }
}

/// A link without what stays on the device; empty where it is too large.
fn written(link: &Link) -> String {
    link::write(link, Privacy::ChoicesOnly).unwrap_or_default()
}

/// Whether the scenario is too large for an address.
pub(super) fn is_too_large(state: State) -> bool {
    written(&bare(state)).is_empty()
}

/// Whether something is shown here that readers of the embed will not have.
pub(super) fn has_own_figures(state: State) -> bool {
    let is_own = state.edition.with(|edition| {
        let header = edition.header();
        header.is_own || header.is_example() || header.data_code.is_some()
    });
    let mut overrides = state.scenario().overrides.into_iter();
    is_own || overrides.any(|own| own.kind != Kind::WhatIf)
}

/// The embed of the scenario on screen.
pub(super) fn chosen(state: State) -> EmbedCode {
    let choices = state.embed.get();
    let (bare, edition) = (bare(state), state.edition.get());
    let language = choices.language.unwrap_or_else(|| state.language.get());
    let own = written(&bare);
    let link = Link {
        language: (language == Language::En).then_some(language),
        theme: (choices.theme != Theme::Auto).then_some(choices.theme),
        view: choices.view(edition.framework()),
        ..bare
    };
    let unit = state.name_at(state.unit.get());
    let words = Words::plain(language);
    EmbedCode {
        root: state.root(),
        fragment: written(&link),
        attributes: attributes(&link, &own),
        title: words.embed_title(words.in_language(&unit)),
        full: format!("{}{}#{own}", state.root(), language.home()),
        link: words.embed_open(),
        height: choices.height,
        language,
    }
}

/// The attributes of the element; `own` is the fragment of the scenario alone.
fn attributes(link: &Link, own: &str) -> Vec<(&'static str, String)> {
    let scenario = &link.scenario;
    let unit = scenario.unit.clone().unwrap_or_default();
    let mut attributes = vec![("edition", scenario.edition.clone()), ("unit", unit)];
    let is_more = |pair: &&str| !["v=", "e=", "u="].iter().any(|key| pair.starts_with(key));
    let more: Vec<&str> = own.split('&').filter(is_more).collect();
    if more.iter().any(|pair| !pair.is_empty()) {
        attributes.push(("scenario", more.join("&")));
    }
    let mut put = |name: &'static str, value: &str| attributes.push((name, value.to_owned()));
    if let Some(language) = link.language {
        put("lang", language.as_str());
    }
    if let Some(theme) = link.theme {
        put("theme", theme.as_str());
    }
    for name in KEYS {
        match link.view.get(name).map(String::as_str) {
            Some("1") => put(name, ""),
            Some(value) => put(name, value),
            None => {}
        }
    }
    attributes
}
