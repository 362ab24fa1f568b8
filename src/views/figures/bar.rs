//! The bar below every chart and every table: as a chart or as a table, where the figures come from, as a
//! file, and copied.

use super::copied::copied;
use crate::browser::{clipboard, document, download};
use crate::components::{LiveText, aria, redrawn, text};
use crate::state::{Handed, State};
use dti_words::Told;
use leptos::prelude::*;
use std::sync::Arc;

/// Id of the field with the text that was handed out last.
const HANDED: &str = "pictures-handed";

/// The kinds of files, by their ending.
const DRAWN: [&str; 2] = ["svg", "png"];
const TABLE: &str = "csv";

/// What of a bar is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Drawer {
    Source,
    Files,
}

/// What a bar hands out.
#[derive(Clone, Copy)]
struct Content {
    state: State,
    /// What the figure is called in files.
    name: StoredValue<String>,
    told: Signal<Option<Arc<Told>>>,
    svg: Option<Callback<(), Option<String>>>,
}

/// The bar.
#[component]
pub(super) fn Bar(
    /// The state.
    state: State,
    /// What the figure is called in files.
    name: String,
    /// Id of the heading that names it.
    named_by: String,
    /// What is said around it, and its table.
    #[prop(into)]
    told: Signal<Option<Arc<Told>>>,
    /// Whether its table is shown in the place of the drawing; `None` where there is no drawing.
    #[prop(optional)]
    is_table: Option<RwSignal<bool>>,
    /// The drawing as a file.
    #[prop(optional, into)]
    svg: Option<Callback<(), Option<String>>>,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let content = Content {
        state,
        name: StoredValue::new(name),
        told,
        svg,
    };
    let open = RwSignal::new(None::<Drawer>);
    let drawer = move |label: &'static str, own: Drawer| {
        let toggle = move |_| open.update(|open| *open = (*open != Some(own)).then_some(own));
        view! {
            <button
                type="button"
                class="quiet"
                aria-expanded=aria(move || open.get() == Some(own))
                on:click=toggle
            >
                {label}
            </button>
        }
        .into_any()
    };
    let opened = redrawn(move || match open.get() {
        None => ().into_any(),
        Some(Drawer::Source) => content.source(),
        Some(Drawer::Files) => content.files(),
    });
    let handed = Memo::new(move |_| content.name.with_value(|name| state.handed_as(name)));
    view! {
        <div class="picture-foot">
            <div class="figure-bar" role="group" aria-labelledby=named_by>
                {is_table.map(|is_table| switch(state, is_table))}
                {drawer(words.figure_source(), Drawer::Source)}
                {drawer(words.figure_files(), Drawer::Files)}
                {content.copy()}
            </div>
            {opened}
            {by_hand(state, handed)}
        </div>
    }
    .into_any()
}

/// Chart or table.
fn switch(state: State, is_table: RwSignal<bool>) -> AnyView {
    let words = state.words.get_untracked();
    let views = [(words.figure_chart(), false), (words.figure_table(), true)];
    let views = views.map(|(label, own)| {
        view! {
            <button
                type="button"
                class="quiet"
                aria-pressed=aria(move || is_table.get() == own)
                on:click=move |_| is_table.set(own)
            >
                {label}
            </button>
        }
        .into_any()
    });
    view! { <span class="figure-switch">{views}</span> }.into_any()
}

impl Content {
    /// Copies the picture and the table, and says what came of it.
    fn copy(self) -> AnyView {
        let state = self.state;
        let tried = RwSignal::new(None::<(Arc<Told>, bool)>);
        let copy = move |_| {
            let Some(told) = self.told.get_untracked() else {
                return;
            };
            let all = copied(&told, self.svg.and_then(|svg| svg.run(())));
            let text = all.text.clone();
            clipboard::copy_rich(all, move |outcome| {
                let is_done = outcome.is_ok();
                if !is_done {
                    state.hand(&self.name.get_value(), "", text.clone());
                }
                state.say(copy_said(state, is_done).to_owned());
                tried.set(Some((told.clone(), is_done)));
            });
        };
        let said = text(move || {
            let tried = tried.get();
            let is_own = |told: &Arc<Told>| self.told.with(|own| own.as_ref() == Some(told));
            let tried = tried.filter(|(told, _)| is_own(told));
            tried
                .map_or("", |(_, is_done)| copy_said(state, is_done))
                .to_owned()
        });
        let label = state.words.get_untracked().figure_copy();
        view! {
            <button type="button" class="quiet" on:click=copy>{label}</button>
            <span class="copy-said" prop:textContent=said>{()}</span>
        }
        .into_any()
    }

    /// Where the figures come from, and what must be said of them.
    fn source(self) -> AnyView {
        let of = move |say: fn(&Told) -> &String| {
            let told = self.told;
            text(move || told.with(|told| told.as_deref().map(say).cloned().unwrap_or_default()))
        };
        let (source, warning) = (of(|told| &told.source), of(|told| &told.warning));
        view! {
            <p class="figure-source">
                <LiveText text=source /> " " <strong><LiveText text=warning /></strong>
            </p>
        }
        .into_any()
    }

    /// The kinds of files to download.
    fn files(self) -> AnyView {
        let words = self.state.words.get_untracked();
        let drawn = self.svg.into_iter().flat_map(|_| DRAWN);
        let buttons: Vec<AnyView> = drawn
            .chain([TABLE])
            .map(|kind| {
                let label = kind.to_ascii_uppercase();
                let name = words.figure_file(&label);
                let save = move |_| {
                    if let Some(text) = self.text(kind) {
                        hand_out(self.state, &self.name.get_value(), kind, text);
                    }
                };
                view! {
                    <button type="button" class="quiet" aria-label=name on:click=save>
                        {label}
                    </button>
                }
                .into_any()
            })
            .collect();
        view! { <span class="actions">{buttons}</span> }.into_any()
    }

    /// What is in a file: the table, or the drawing.
    fn text(self, kind: &str) -> Option<String> {
        let language = self.state.language.get_untracked();
        match self.svg.filter(|_| kind != TABLE) {
            Some(svg) => svg.run(()),
            None => self
                .told
                .with_untracked(|told| told.as_ref().map(|told| told.table.csv(language))),
        }
    }
}

/// What came of copying.
fn copy_said(state: State, is_done: bool) -> &'static str {
    let words = state.words.get_untracked();
    match is_done {
        true => words.figure_copied(),
        false => words.figure_copy_denied(),
    }
}

/// Hands a text to the reader as a file, and puts it on the page.
pub(super) fn hand_out(state: State, name: &str, kind: &'static str, text: String) {
    let file = untrack(|| state.file_name(name));
    download::offer(&text, kind, &file);
    let kind = match kind {
        TABLE => "CSV",
        "py" => "Python",
        "R" => "R",
        _ => "SVG",
    };
    state.hand(name, kind, text);
}

/// A text that was handed out, to be copied.
pub(super) fn by_hand(state: State, handed: Memo<Option<Handed>>) -> AnyView {
    redrawn(move || {
        let words = state.words.get();
        let Some(Handed { kind, text, .. }) = handed.get() else {
            return ().into_any();
        };
        let is_copied = kind.is_empty();
        let kind = if is_copied {
            words.figure_plain()
        } else {
            kind
        };
        view! {
            <details class="handed" open=is_copied>
                <summary>{words.figure_no_file()}</summary>
                <p class="paste-field">
                    <label for=HANDED>{words.figure_by_hand(kind)}</label>
                    <textarea
                        id=HANDED
                        rows="6"
                        spellcheck="false"
                        readonly=true
                        prop:value=text
                        on:focus=move |_| document::select_all(HANDED)
                    >
                        {()}
                    </textarea>
                </p>
            </details>
        }
        .into_any()
    })
}
