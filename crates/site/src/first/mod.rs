//! The first HTML: the live page as it opens without an address of its own, by its own components, so that
//! it can be read at once and cannot drift from what takes its place.

mod dataset;
mod ranking;
#[cfg(test)]
mod tests;

use crate::still::{Still, html};
use dataset::Dataset;
use dti_engine::calculator::Calculator;
use dti_formats::link::{Language, Link};
use dti_whatif::state::State;
use dti_whatif::views::{Origin, Page};
use leptos::prelude::*;
use ranking::Ranking;
use std::sync::Arc;

/// What the home page of a language holds before any script runs: none of its controls can be used, for
/// the fieldset around them is disabled.
pub(crate) fn home(
    calculator: &Arc<Calculator>,
    language: Language,
    site_url: Option<&str>,
) -> Option<String> {
    html(|| {
        let state = State::try_new(Arc::clone(calculator), "", language, |_edition| None).ok()?;
        let state = state.standing_still();
        let site_url = site_url.map(str::to_owned);
        let page = view! {
            <fieldset class="first" disabled=true>
                <Page state />
            </fieldset>
            <Dataset calculator=Arc::clone(calculator) words=state.words.get_untracked() site_url />
        };
        Some(page.into_any())
    })
}

/// What a frame in another site's page holds before any script runs: heading, ranking, source.
pub(crate) fn embed(calculator: &Arc<Calculator>, language: Language) -> Option<String> {
    let still = Still::of(calculator, &default_edition(), language)?;
    html(|| {
        let state = State::try_new(Arc::clone(calculator), "", language, |_edition| None).ok()?;
        let words = still.words.clone();
        let (title, about_last_year) = (still.title().to_owned(), still.about_last_year());
        let page = view! {
            <section class="card ladder">
                <div class="card-head">
                    <h1>{words.nav_ladder()}</h1>
                    <p class="edition-name">{title}</p>
                </div>
                <p class="loading">{words.calculator_loading()}</p>
                <Ranking still=Arc::new(still) />
                <Origin state>
                    <p>{about_last_year}</p>
                </Origin>
            </section>
        };
        Some(page.into_any())
    })
}

/// The edition that a plain address shows.
pub(crate) fn default_edition() -> String {
    Link::default().scenario.edition
}
