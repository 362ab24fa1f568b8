//! What can be chosen for an embed.

use crate::components::{Select, flag, redrawn, when};
use crate::state::{EmbedOptions, State};
use dti_formats::link::{Language, Theme};
use leptos::prelude::*;
use std::sync::Arc;

/// Heights that are offered, in pixels.
const HEIGHTS: [u32; 4] = [640, 480, 800, 1000];
/// Languages of the embed, each in its own.
const LANGUAGES: [(Language, &str); 2] = [(Language::Vi, "Tiếng Việt"), (Language::En, "English")];

/// All options.
#[component]
pub(super) fn Options(state: State) -> impl IntoView {
    let words = state.words.get_untracked();
    let choices = state.embed;
    let language = Signal::derive(move || {
        let chosen = choices.with(|choices| choices.language);
        let language = chosen.unwrap_or_else(|| state.language.get());
        language.as_str().to_owned()
    });
    let theme = Signal::derive(move || choices.with(|choices| choices.theme.as_str().to_owned()));
    let height = Signal::derive(move || choices.with(|choices| choices.height.to_string()));
    let themes = [
        (Theme::Auto, words.theme_auto()),
        (Theme::Light, words.theme_light()),
        (Theme::Dark, words.theme_dark()),
    ];
    let languages = LANGUAGES.map(|(own, name)| (own.as_str().to_owned(), name.to_owned()));
    let set_language = move |chosen: String| {
        let found = LANGUAGES
            .into_iter()
            .find(|(own, _)| own.as_str() == chosen);
        choices.update(|choices| choices.language = found.map(|(own, _)| own));
    };
    let set_theme = move |chosen: String| {
        if let Some((theme, _)) = themes.into_iter().find(|(own, _)| own.as_str() == chosen) {
            choices.update(|choices| choices.theme = theme);
        }
    };
    let set_height = move |chosen: String| {
        if let Some(height) = chosen_of(&HEIGHTS, &chosen) {
            choices.update(|choices| choices.height = height);
        }
    };
    let themes: Vec<_> = themes
        .map(|(own, name)| (own.as_str().to_owned(), name.to_owned()))
        .into();
    view! {
        <div class="embed-options">
            <label>
                <span>{words.embed_language()}</span>
                <Select
                    label=words.embed_language()
                    options=Signal::stored(languages.to_vec())
                    value=language
                    changed=set_language
                />
            </label>
            <label>
                <span>{words.theme_choice()}</span>
                <Select
                    label=words.theme_choice()
                    options=Signal::stored(themes)
                    value=theme
                    changed=set_theme
                />
            </label>
            <label>
                <span>{words.embed_height()}</span>
                <Select
                    label=words.embed_height()
                    options=list_of(&HEIGHTS)
                    value=height
                    changed=set_height
                />
            </label>
            <Switches state />
            {when(
                flag(move || choices.with(|choices| !choices.options.is_static)),
                move || view! { <Sliders state /> }.into_any(),
            )}
        </div>
    }
    .into_any()
}

/// Where among the options something is on or off.
type Place = fn(&mut EmbedOptions) -> &mut bool;

/// What is on or off.
#[component]
fn Switches(state: State) -> impl IntoView {
    let words = state.words.get_untracked();
    let locked = words.embed_locked();
    let switches: [(&str, Place); 5] = [
        (&locked, |own| &mut own.is_locked),
        (words.embed_static(), |own| &mut own.is_static),
        (words.embed_plain(), |own| &mut own.is_plain),
        (words.embed_transparent(), |own| &mut own.is_transparent),
        (words.embed_api(), |own| &mut own.has_api),
    ];
    let switches = switches.map(|(label, place)| {
        let is_on = flag(move || state.embed.with(|own| *place(&mut own.options.clone())));
        let set = move |is_on| state.embed.update(|own| *place(&mut own.options) = is_on);
        view! { <Switch label=label.to_owned() is_on set /> }
    });
    switches.collect_view()
}

/// Which indicators have a slider.
#[component]
fn Sliders(state: State) -> impl IntoView {
    let words = state.words.get_untracked();
    let indicators = move || {
        let edition = state.edition.get();
        let framework = edition.framework();
        let switches = framework.mains().map(|node| {
            let own = framework.indicator(node);
            let (label, id) = (state.in_language(&own.name), own.id.clone());
            let set = move |is_on| {
                let id = id.clone();
                state.embed.update(|own| {
                    own.offered.insert(id, is_on);
                });
            };
            let edition = Arc::clone(&edition);
            let is_on = flag(move || {
                let framework = edition.framework();
                state.embed.with(|own| own.is_offered(framework, node))
            });
            view! { <Switch label is_on set /> }
        });
        switches.collect_view().into_any()
    };
    view! {
        <fieldset>
            <legend>{words.embed_sliders_offered()}</legend>
            {redrawn(indicators)}
        </fieldset>
    }
    .into_any()
}

/// A box to tick.
#[component]
fn Switch(label: String, is_on: Signal<bool>, #[prop(into)] set: Callback<bool>) -> impl IntoView {
    let change = move |event| set.run(event_target_checked(&event));
    view! {
        <label class="switch">
            <input type="checkbox" prop:checked=is_on on:change=change />
            <span>{label}</span>
        </label>
    }
    .into_any()
}

/// Numbers to choose from, as a list takes them.
pub(super) fn list_of(numbers: &[u32]) -> Signal<Vec<(String, String)>> {
    let texts = numbers.iter().map(u32::to_string);
    Signal::stored(texts.map(|text| (text.clone(), text)).collect())
}

/// The number that a list says was chosen.
pub(super) fn chosen_of(numbers: &[u32], chosen: &str) -> Option<u32> {
    let mut numbers = numbers.iter().copied();
    numbers.find(|number| number.to_string() == chosen)
}
