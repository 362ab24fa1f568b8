//! Copying a sentence or a link, and sharing with the reader's own figures.

use crate::app::browser::address::with_fragment;
use crate::app::browser::clipboard::copy;
use crate::app::browser::dialog;
use crate::app::browser::page::select_all;
use crate::app::components::{Button, TextList};
use crate::app::live::{Live, flag, live};
use crate::app::state::AppState;
use crate::app::text::{Word, known_figure};
use crate::link::{Privacy, write};
use crate::model::{Entry, Kind, Override};
use leptos::html::{Dialog, Input};
use leptos::prelude::*;

/// A button that copies a text; where the clipboard is denied, a field to copy from by hand.
#[component]
pub(crate) fn CopyButton(
    /// The words on the button.
    word: Word,
    /// What to say when it is done.
    done: Word,
    /// The text.
    text: Live,
) -> impl IntoView {
    let speech = expect_context::<AppState>().speech();
    // What was copied or denied: another text is a new question.
    let copied = RwSignal::new((String::new(), false));
    let field = NodeRef::<Input>::new();
    let click = Callback::new(move |()| {
        let tried = text.get_untracked();
        copy(&tried.clone(), move |outcome| {
            copied.set((tried.clone(), outcome.is_ok()));
        });
    });
    let select = move |_| {
        if let Some(field) = field.get_untracked() {
            select_all(&field);
        }
    };
    let is_tried = move || copied.with(|(tried, _)| text.with(|text| text == tried));
    let is_denied = move || is_tried() && copied.with(|(_, is_done)| !is_done);
    let said = live(move || match (is_tried(), is_denied()) {
        (false, _) => String::new(),
        (_, true) => speech.word(Word::CopyDenied),
        (_, false) => speech.word(done),
    });
    view! {
        <span class="copy">
            <Button label=speech.say(word) on_click=click/>
            <span class="copy-said">{said}</span>
            <input
                node_ref=field
                type="text"
                readonly
                aria-label=speech.say(word)
                hidden=flag(move || !is_denied())
                prop:value=text
                on:focus=select
            />
        </span>
    }
}

/// "Copy link", and, where the reader gave known figures, "share with my figures".
#[component]
pub(crate) fn ShareButtons() -> impl IntoView {
    let state = expect_context::<AppState>();
    let speech = state.speech();
    let address = move |privacy: Privacy| {
        live(move || match write(&state.link(), privacy) {
            Ok(fragment) => with_fragment(&fragment),
            Err(_) => speech.word(Word::LinkTooLong),
        })
    };
    let figures = Signal::derive(move || known_figures(state));
    let panel = NodeRef::<Dialog>::new();
    let open = Callback::new(move |()| {
        if let Some(panel) = panel.get_untracked() {
            dialog::open(&panel);
        }
    });
    let close = Callback::new(move |()| {
        if let Some(panel) = panel.get_untracked() {
            dialog::close(&panel);
        }
    });
    view! {
        <CopyButton
            word=Word::CopyLink done=Word::LinkCopied text=address(Privacy::ChoicesOnly)
        />
        <Button
            label=speech.say(Word::ShareKnown) on_click=open
            hidden=flag(move || figures.with(Vec::is_empty))
        />
        <dialog node_ref=panel aria-labelledby="share-heading">
            <h2 id="share-heading">{speech.say(Word::ShareKnownHeading)}</h2>
            <p>{speech.say(Word::ShareKnownHint)}</p>
            <TextList lines=figures/>
            <p class="actions">
                <CopyButton
                    word=Word::CopyLink done=Word::LinkCopied text=address(Privacy::WithKnown)
                />
                <Button label=speech.say(Word::Close) on_click=close/>
            </p>
        </dialog>
    }
}

/// Each known figure in words, tracked.
fn known_figures(state: AppState) -> Vec<String> {
    let language = state.speech().language();
    let Some(edition) = state.edition() else {
        return Vec::new();
    };
    let framework = edition.framework();
    let line = |o: &Override| {
        let unit = edition.units().get(edition.position(&o.unit)?)?;
        let indicator = framework.indicator(framework.node(&o.indicator)?);
        let value = match o.entry {
            Entry::Score(score) => score.value(),
            Entry::Points(points) => points.value(),
        };
        Some(known_figure(&unit.name, &indicator.name, value, language))
    };
    let shown = state.now();
    let known = shown
        .scenario
        .overrides
        .iter()
        .filter(|o| o.kind == Kind::Known);
    known.filter_map(line).collect()
}
