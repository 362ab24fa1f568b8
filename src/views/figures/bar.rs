//! The bar below every chart and every table: as a chart or as a table, where the figures come from, as a
//! file, and copied.

use super::copied::copied;
use crate::browser::{clipboard, document, download};
use crate::components::{redrawn, text};
use crate::state::{Handed, State};
use dti_words::Told;
use leptos::prelude::*;
use std::sync::Arc;

/// Id of the field with the text that was handed out last.
const HANDED: &str = "pictures-handed";

/// What of a bar is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Drawer {
    Source,
    Files,
}

/// The kinds of files, by their ending.
const DRAWN: [&str; 2] = ["svg", "png"];
const TABLE: &str = "csv";

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
    let open = RwSignal::new(None::<Drawer>);
    let name = StoredValue::new(name);
    let handed = Memo::new(move |_| name.with_value(|name| state.handed_as(name)));
    let tried = RwSignal::new(None::<(Arc<Told>, bool)>);
    let copy = move |_| {
        let Some(told) = told.get_untracked() else {
            return;
        };
        let all = copied(&told, svg.and_then(|svg| svg.run(())));
        let text = all.text.clone();
        clipboard::copy_rich(all, move |outcome| {
            let words = state.words.get_untracked();
            let said = match outcome {
                Ok(()) => words.figure_copied(),
                Err(_) => words.figure_copy_denied(),
            };
            state.say(said.to_owned());
            if outcome.is_err() {
                state.hand(&name.get_value(), "", text.clone());
            }
            tried.set(Some((told.clone(), outcome.is_ok())));
        });
    };
    let said = text(move || {
        let words = state.words.get();
        tried.with(|tried| match tried {
            Some((own, is_done)) if told.get().as_ref() == Some(own) => match is_done {
                true => words.figure_copied().to_owned(),
                false => words.figure_copy_denied().to_owned(),
            },
            _ => String::new(),
        })
    });
    let views = is_table.map(|is_table| {
        let view = move |label: &'static str, table: bool| {
            view! {
                <button
                    type="button"
                    class="quiet"
                    aria-pressed=move || (is_table.get() == table).to_string()
                    on:click=move |_| is_table.set(table)
                >
                    {label}
                </button>
            }
            .into_any()
        };
        [
            view(words.figure_chart(), false),
            view(words.figure_table(), true),
        ]
    });
    let drawer = move |label: &'static str, own: Drawer| {
        view! {
            <button
                type="button"
                class="quiet"
                aria-expanded=move || (open.get() == Some(own)).to_string()
                on:click=move |_| open.update(|open| {
                    *open = (*open != Some(own)).then_some(own);
                })
            >
                {label}
            </button>
        }
        .into_any()
    };
    let opened = redrawn(move || match open.get() {
        None => ().into_any(),
        Some(Drawer::Source) => source(told),
        Some(Drawer::Files) => files(state, name, told, svg),
    });
    view! {
        <div class="picture-foot">
            <div class="figure-bar" role="group" aria-labelledby=named_by>
                {views}
                {drawer(words.figure_source(), Drawer::Source)}
                {drawer(words.figure_files(), Drawer::Files)}
                <button type="button" class="quiet" on:click=copy>{words.figure_copy()}</button>
                <span class="copy-said">{move || said.get()}</span>
            </div>
            {opened}
            {by_hand(state, handed)}
        </div>
    }
    .into_any()
}

/// Where the figures come from, and what must be said of them.
fn source(told: Signal<Option<Arc<Told>>>) -> AnyView {
    let source = move || told.with(|told| told.as_ref().map(|own| own.source.clone()));
    let warning = move || told.with(|told| told.as_ref().map(|own| own.warning.clone()));
    view! {
        <p class="figure-source">{source} " " <strong>{warning}</strong></p>
    }
    .into_any()
}

/// The kinds of files to download.
fn files(
    state: State,
    name: StoredValue<String>,
    told: Signal<Option<Arc<Told>>>,
    svg: Option<Callback<(), Option<String>>>,
) -> AnyView {
    let words = state.words.get_untracked();
    let drawn = svg.into_iter().flat_map(|_| DRAWN);
    let buttons: Vec<AnyView> = drawn
        .chain([TABLE])
        .map(|kind| {
            let save = move |_| {
                let text = match svg.filter(|_| kind != TABLE) {
                    Some(svg) => svg.run(()),
                    None => told.with_untracked(|told| {
                        let language = state.language.get_untracked();
                        told.as_ref().map(|told| told.table.csv(language))
                    }),
                };
                if let Some(text) = text {
                    hand_out(state, &name.get_value(), kind, text);
                }
            };
            let label = kind.to_ascii_uppercase();
            view! {
                <button
                    type="button"
                    class="quiet"
                    aria-label=words.figure_file(&label)
                    on:click=save
                >
                    {label.clone()}
                </button>
            }
            .into_any()
        })
        .collect();
    view! { <span class="actions">{buttons}</span> }.into_any()
}

/// Hands a text to the reader as a file, and puts it on the page.
pub(super) fn hand_out(state: State, name: &str, kind: &'static str, text: String) {
    let file = untrack(|| state.file_name(name));
    download::offer(&text, kind, &file);
    let kind = if kind == TABLE { "CSV" } else { "SVG" };
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
        let label = words.figure_by_hand(kind);
        view! {
            <details class="handed" open=is_copied>
                <summary>{words.figure_no_file()}</summary>
                <p class="paste-field">
                    <label for=HANDED>{label}</label>
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
