//! The head of the page: its name, the way to its parts, language and colours. It stays in sight, and
//! shows the verdict in a few words as soon as the card with it is out of sight.

use crate::browser::document;
use crate::browser::visibility::{SEEN, Watch};
use crate::components::{Dialog, Select, flag, text};
use crate::state::State;
use dti_formats::link::{Language, Theme};
use dti_words::numbers::decimal;
use leptos::prelude::*;

/// Id of the card whose verdict the head repeats.
pub const VERDICT: &str = "verdict";

/// The language that a page is not in, and its own name.
pub fn other_language(language: Language) -> (Language, &'static str) {
    match language {
        Language::Vi => (Language::En, "English"),
        Language::En => (Language::Vi, "Tiếng Việt"),
    }
}

/// Title, navigation, language and theme.
#[component]
pub(crate) fn Header(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let is_asking = RwSignal::new(false);
    let is_still = state.is_still();
    let (other, name) = other_language(words.language());
    let parts = [
        ("scorecard", words.nav_scorecard()),
        ("ladder", words.nav_ladder()),
        ("analyses", words.nav_analyses()),
        ("pictures", words.nav_charts()),
        ("desk", words.nav_own_data()),
    ];
    let link = |(id, text): (&'static str, &'static str)| {
        view! {
            <a
                // Without the calculator the fragment would be taken for a scenario.
                href=(!is_still).then(|| format!("#{id}"))
                on:click=move |event| {
                    event.prevent_default();
                    document::go_to(id);
                }
            >
                {text}
            </a>
        }
        .into_any()
    };
    view! {
        <header class="top">
            <h1>{words.title()}</h1>
            <nav class:live=is_still aria-label=words.nav_label()>
                {parts.map(link).into_iter().collect::<Vec<AnyView>>()}
                <button type="button" class="plain" on:click=move |_| is_asking.set(true)>
                    {words.what_is_dti_heading()}
                </button>
            </nav>
            {(!is_still).then(|| view! { <InBrief state /> })}
            <div class="settings" class:live=is_still>
                <button
                    type="button"
                    class="plain"
                    id="language"
                    lang=other.as_str()
                    on:click=move |_| state.language.set(other)
                >
                    {name}
                </button>
                <ThemeChoice state />
            </div>
        </header>
        {(!is_still).then(|| view! {
            <Dialog id="what-is-dti" open=is_asking heading=words.what_is_dti_heading() close=words.close()>
                <p>{what_is_dti(state)}</p>
            </Dialog>
        })}
    }
    .into_any()
}

#[component]
fn ThemeChoice(state: State) -> impl IntoView {
    let words = state.words.get_untracked();
    let themes = [
        (Theme::Auto, words.theme_auto()),
        (Theme::Light, words.theme_light()),
        (Theme::Dark, words.theme_dark()),
    ];
    let options = themes.map(|(theme, text)| (theme.as_str().to_owned(), text.to_owned()));
    let changed = move |given: String| {
        let chosen = themes.iter().find(|(theme, _)| theme.as_str() == given);
        state
            .theme
            .set(chosen.map(|(theme, _)| *theme).unwrap_or_default());
    };
    view! {
        <Select
            label=words.theme_choice()
            options=options.to_vec()
            value=text(move || state.theme.get().as_str().to_owned())
            changed
        />
    }
    .into_any()
}

/// Unit, rank and score in one line, while the card with them is out of sight. Screen readers have the
/// card and the status line.
#[component]
fn InBrief(state: State) -> impl IntoView {
    let is_away = RwSignal::new(false);
    let watch = StoredValue::new_local(None);
    Effect::new(move || {
        if !state.stages.are_done() {
            return;
        }
        let away = move |is_seen: bool| is_away.set(!is_seen);
        let card = document::element(VERDICT);
        watch.set_value(card.map(|card| Watch::new(&card, SEEN, away, || {})));
    });
    let told = text(move || {
        let words = state.words.get();
        let told = state.verdict.with(|verdict| {
            let verdict = verdict.as_ref()?;
            let before = match verdict.places {
                0 => String::new(),
                _ => format!("{} → ", verdict.baseline_rank),
            };
            let score = decimal(verdict.score, verdict.digits.score, &words);
            let rank = format!(
                "{} {before}{}/{}",
                words.in_rank(),
                verdict.rank,
                verdict.units
            );
            Some(format!("{rank} · {score}"))
        });
        told.unwrap_or_default()
    });
    view! {
        <p class="in-brief" class:away=flag(move || is_away.get()) aria-hidden="true" translate="no">
            <strong>{text(move || state.name(state.unit.get()))}</strong>
            <span>{told}</span>
        </p>
    }
    .into_any()
}

/// What the index is, in two sentences, by the framework of the edition at hand.
fn what_is_dti(state: State) -> String {
    let edition = state.edition.get();
    let framework = edition.framework();
    let mains = framework
        .mains()
        .filter(|&node| framework.indicator(node).scored);
    let (decision, count) = (state.in_language(&framework.header().source), mains.count());
    state.words.with(|words| words.what_is_dti(decision, count))
}
