//! The whole page, in its order of weight: which province, the verdict, the scorecard, the ladder.

use super::about::About;
use super::choice::Choice;
use super::edits::Edits;
use super::header::Header;
use super::ladder::Ladder;
use super::options::ScenarioOptions;
use super::scorecard::ScorecardView;
use super::verdict::{Hero, StoryLine};
use crate::app::arrival::Notice;
use crate::app::browser::page::focus;
use crate::app::browser::timing::Debounce;
use crate::app::components::{Button, TextList};
use crate::app::live::{effect, flag, live};
use crate::app::names::NamesIn;
use crate::app::state::AppState;
use crate::app::text::{Word, notice, problem, status};
use leptos::prelude::*;

/// The status line speaks after this pause.
const STATUS_MS: u32 = 900;

/// The calculator as a page.
#[component]
pub(crate) fn Simulator() -> impl IntoView {
    let state = expect_context::<AppState>();
    let speech = state.speech();
    let skip = move |event: leptos::ev::MouseEvent| {
        // The fragment is the scenario: a jump inside the page must not write to it.
        event.prevent_default();
        focus("main");
    };
    view! {
        <a class="skip" href="#main" on:click=skip>{speech.say(Word::SkipToContent)}</a>
        <Header/>
        <main id="main" tabindex="-1">
            <Choice/>
            <Notices/>
            <Hero/>
            <StoryLine/>
            <Edits/>
            <div class="columns">
                <div class="column">
                    <ScorecardView/>
                    <ScenarioOptions/>
                </div>
                <div class="column column-ladder">
                    <Ladder/>
                </div>
            </div>
            <About/>
        </main>
        <footer>
            <p>{speech.say(Word::Unofficial)} " " {speech.say(Word::Private)}</p>
        </footer>
        <StatusLine/>
    }
}

/// What an address could not bring, until the reader dismisses it.
#[component]
fn Notices() -> impl IntoView {
    let state = expect_context::<AppState>();
    let speech = state.speech();
    let lines = Signal::derive(move || {
        let language = speech.language();
        let names = NamesIn::new(state.edition(), language);
        let line = |one: &Notice| match one {
            Notice::Unread(unread) => notice(unread, language),
            Notice::Refused(error) => problem(error, &names, language),
        };
        state
            .notices
            .with(|notices| notices.iter().map(line).collect::<Vec<_>>())
    });
    let dismiss = Callback::new(move |()| state.notices.set(Vec::new()));
    let is_empty = flag(move || state.notices.with(Vec::is_empty));
    view! {
        <section class="notice" aria-label=speech.say(Word::Notices) hidden=is_empty>
            <TextList lines=lines/>
            <Button label=speech.say(Word::Dismiss) on_click=dismiss/>
        </section>
    }
}

/// The one line that screen readers hear, some time after the last edit.
#[component]
fn StatusLine() -> impl IntoView {
    let state = expect_context::<AppState>();
    let said = RwSignal::new(String::new());
    let is_open = StoredValue::new(false);
    let pause = Debounce::new(STATUS_MS);
    effect(move || {
        let shown = state.now();
        let name = state.name_at(shown.position);
        let language = state.language.get();
        // What stands there when the page opens needs no announcement.
        let is_news = is_open.get_value();
        is_open.set_value(true);
        if let Some(verdict) = shown.verdict.as_ref().filter(|_| is_news) {
            let line = status(verdict, &name, language);
            pause.run(move || said.set(line));
        }
    });
    view! { <p role="status" class="hidden">{live(move || said.get())}</p> }
}
