//! The head of the page: its name, language and colours.

use crate::app::components::{Button, SelectBox};
use crate::app::live::live;
use crate::app::state::AppState;
use crate::app::text::Word;
use crate::link::{Language, Theme};
use leptos::prelude::*;

const THEMES: [(Theme, Word); 3] = [
    (Theme::Auto, Word::ThemeAuto),
    (Theme::Light, Word::ThemeLight),
    (Theme::Dark, Word::ThemeDark),
];

/// Title, language and theme.
#[component]
pub(crate) fn Header() -> impl IntoView {
    let state = expect_context::<AppState>();
    let speech = state.speech();
    let other = move || match state.language.get() {
        Language::Vi => (Language::En, "English"),
        Language::En => (Language::Vi, "Tiếng Việt"),
    };
    let switch = Callback::new(move |()| state.language.set(untrack(other).0));
    let themes = Signal::derive(move || {
        let option = |(theme, word): (Theme, Word)| (theme.as_str().to_owned(), speech.word(word));
        THEMES.map(option).to_vec()
    });
    let choose_theme = Callback::new(move |wanted: String| {
        if let Some((theme, _)) = THEMES.iter().find(|(theme, _)| theme.as_str() == wanted) {
            state.theme.set(*theme);
        }
    });
    view! {
        <header class="top">
            <div class="brand">
                <h1>{speech.say(Word::Title)}</h1>
                <p>{speech.say(Word::Lead)}</p>
            </div>
            <div class="settings">
                <Button
                    label=live(move || other().1.to_owned())
                    lang=live(move || other().0.as_str().to_owned())
                    on_click=switch
                />
                <SelectBox
                    label=speech.say(Word::ThemeChoice) options=themes
                    value=live(move || state.theme.get().as_str().to_owned())
                    on_change=choose_theme
                />
            </div>
        </header>
    }
}
