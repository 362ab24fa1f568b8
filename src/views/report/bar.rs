//! The bar of a report: print, copy, save, close. What is handed out is made anew of the page as it is.

use super::content::Content;
use super::pictures;
use crate::browser::clipboard::{Copied, copy_rich};
use crate::browser::timing::today;
use crate::browser::{document, download, office, printing};
use crate::components::{LiveText, flag, redrawn, text};
use crate::state::State;
use dti_formats::Document;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the report is called in files.
const NAME: &str = "report";
/// Id of the field with a text that could not be copied.
const BY_HAND: &str = "report-by-hand";

/// The bar.
#[component]
pub(super) fn Bar(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let said = RwSignal::new(String::new());
    let by_hand = RwSignal::new(None::<String>);
    let is_writing = RwSignal::new(false);
    let button = |label: &'static str, act: Box<dyn Fn()>| {
        view! {
            <button type="button" class="quiet" on:click=move |_| act()>
                {label}
            </button>
        }
        .into_any()
    };
    let close = move |_| {
        state.parts.report_open.set(false);
        document::focus("report-heading");
    };
    view! {
        <div class="figure-bar report-bar" role="group" aria-label=words.report()>
            {button(words.report_print(), Box::new(printing::print))}
            {button(words.report_copy(), Box::new(move || copy(state, said, by_hand)))}
            {button(words.report_html(), Box::new(move || save_html(state)))}
            <button
                type="button"
                class="quiet"
                disabled=flag(move || is_writing.get())
                on:click=move |_| save_docx(state, said, is_writing)
            >
                {words.report_docx()}
            </button>
            <button type="button" class="quiet" on:click=close>
                {words.report_close()}
            </button>
            <span class="copy-said"><LiveText text=text(move || said.get()) /></span>
        </div>
        {redrawn(move || by_hand.get().map(|plain| field(state, plain)).into_any())}
    }
    .into_any()
}

/// The report of the page as it is.
pub(super) fn whole(state: State) -> Option<Document> {
    untrack(|| {
        let content = Content::of(state, today().as_deref())?;
        Some(content.document(state, pictures::chosen(state)))
    })
}

fn copy(state: State, said: RwSignal<String>, by_hand: RwSignal<Option<String>>) {
    let Some(document) = whole(state) else {
        return;
    };
    let plain = document.plain_text();
    let copied = Copied {
        rich: document.rich_text(),
        text: plain.clone(),
    };
    let words = state.words.get_untracked();
    copy_rich(copied, move |outcome| {
        let is_done = outcome.is_ok();
        let news = match is_done {
            true => words.figure_copied(),
            false => words.figure_copy_denied(),
        };
        state.say(news.to_owned());
        said.set(news.to_owned());
        by_hand.set((!is_done).then(|| plain.clone()));
    });
}

/// A text that could not be copied, to be copied by hand.
fn field(state: State, plain: String) -> AnyView {
    let words = state.words.get_untracked();
    view! {
        <p class="paste-field report-by-hand">
            <label for=BY_HAND>{words.figure_by_hand(words.figure_plain())}</label>
            <textarea
                id=BY_HAND
                rows="8"
                spellcheck="false"
                readonly=true
                prop:value=plain
                on:focus=move |_| document::select_all(BY_HAND)
            >
                {()}
            </textarea>
        </p>
    }
    .into_any()
}

fn save_html(state: State) {
    if let Some(document) = whole(state) {
        let name = untrack(|| state.file_name(NAME));
        download::offer(&document.html_file(), "html", &name);
    }
}

/// Writes a DOCX file in a worker; pictures that can't be painted are left to their words.
fn save_docx(state: State, said: RwSignal<String>, is_writing: RwSignal<bool>) {
    let Some(mut document) = whole(state) else {
        return;
    };
    let name = untrack(|| state.file_name(NAME));
    let words = state.words.get_untracked();
    is_writing.set(true);
    said.set(words.report_docx_waiting().to_owned());
    spawn_local(async move {
        for picture in document.pictures_mut() {
            picture.bitmap = download::bitmap(&picture.svg).await.ok();
            picture.svg.clear();
        }
        let bytes = office::write_document(&document.pack()).await;
        let file = format!("{name}.docx");
        let handed = bytes.and_then(|bytes| download::hand_bytes(&bytes, "docx", &file));
        let news = match handed {
            Ok(()) => "",
            Err(_denied) => words.report_docx_failed(),
        };
        is_writing.set(false);
        said.set(news.to_owned());
        if !news.is_empty() {
            state.say(news.to_owned());
        }
    });
}
