//! The dialog for embeds: what can be chosen, how it looks, and the code to copy. Loaded when it is asked
//! for (`src/parts.rs`).

mod chosen;
mod options;

use crate::browser::{clipboard, document};
use crate::components::{Select, flag, text, when};
use crate::state::State;
use chosen::{chosen, has_own_figures, is_too_large};
use dti_formats::EmbedCode;
use leptos::prelude::*;
use options::{Options, chosen_of, list_of};

/// Widths of the preview, in pixels.
const WIDTHS: [u32; 3] = [600, 320, 1000];

/// Options, preview and codes.
#[component]
pub fn EmbedCodes(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    if state.root().starts_with("file:") {
        return view! {
            <div class="panel">
                <h3>{words.embed_heading()}</h3>
                <p>{words.embed_from_file()}</p>
            </div>
        }
        .into_any();
    }
    let embed = Memo::new(move |_| chosen(state));
    let (left_out, too_large) = (words.embed_own_left_out(), words.embed_too_large());
    let codes = [
        Code {
            id: "embed-frame",
            name: words.embed_frame(),
            hint: words.embed_frame_hint(),
            write: EmbedCode::frame,
        },
        Code {
            id: "embed-listener",
            name: words.embed_listener(),
            hint: words.embed_listener_hint(),
            write: EmbedCode::frame_and_listener,
        },
        Code {
            id: "embed-element",
            name: words.embed_element(),
            hint: words.embed_element_hint(),
            write: EmbedCode::element,
        },
    ];
    let tried = RwSignal::new(None);
    let codes = codes.map(|code| view! { <Snippet state embed code tried /> });
    view! {
        <div class="panel">
            <h3>{words.embed_heading()}</h3>
            <p>{words.embed_lead()}</p>
            {when(
                flag(move || has_own_figures(state)),
                move || view! { <p>{left_out}</p> }.into_any(),
            )}
            {when(flag(move || is_too_large(state)), move || view! { <p>{too_large}</p> }.into_any())}
            <h4>{words.embed_options()}</h4>
            <Options state />
            <h4>{words.embed_preview()}</h4>
            <Preview state embed />
            <h4>{words.embed_code()}</h4>
            {codes.collect_view()}
        </div>
    }
    .into_any()
}

/// The embed itself, at one of three widths.
#[component]
fn Preview(state: State, embed: Memo<EmbedCode>) -> impl IntoView {
    let words = state.words.get_untracked();
    let width = Signal::derive(move || state.embed.with(|choices| choices.width.to_string()));
    let height = Signal::derive(move || embed.with(|embed| embed.height.to_string()));
    let choose = move |chosen: String| {
        if let Some(width) = chosen_of(&WIDTHS, &chosen) {
            state.embed.update(|choices| choices.width = width);
        }
    };
    // Another address is another frame: one that is led elsewhere would add a step to the reader's
    // history.
    let address = move || [embed.with(EmbedCode::address)];
    let frame = move |address: String| {
        let title = embed.with_untracked(|embed| embed.title.clone());
        view! { <iframe src=address title=title width=width height=height>{()}</iframe> }
    };
    view! {
        <label>
            <span>{words.embed_preview_width()}</span>
            <Select
                label=words.embed_preview_width()
                options=list_of(&WIDTHS)
                value=width
                changed=choose
            />
        </label>
        <div class="embed-preview" tabindex="0" role="group" aria-label=words.embed_preview()>
            <For each=address key=String::clone children=frame />
        </div>
    }
    .into_any()
}

/// One of the pieces of code.
#[derive(Clone, Copy)]
struct Code {
    /// Id of the field that it stands in.
    id: &'static str,
    name: &'static str,
    hint: &'static str,
    write: fn(&EmbedCode) -> String,
}

/// The code that was to be copied last, and whether that was allowed.
type Tried = Option<(String, bool)>;

/// One piece of code, with a button that copies it and what came of that. Other options are other code,
/// which nobody has copied yet.
#[component]
fn Snippet(
    state: State,
    embed: Memo<EmbedCode>,
    code: Code,
    tried: RwSignal<Tried>,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let Code {
        id,
        name,
        hint,
        write,
    } = code;
    let (done, denied) = (words.embed_copied(), words.embed_copy_denied());
    let written = text(move || embed.with(write));
    let said = text(move || {
        let own = tried.get().filter(|(text, _)| *text == written.get());
        let said = own.map(|(_, is_done)| if is_done { done } else { denied });
        said.unwrap_or_default().to_owned()
    });
    let copy = move |_| {
        let text = written.get_untracked();
        clipboard::copy(&text.clone(), move |outcome| {
            if outcome.is_err() {
                document::select_all(id);
            }
            tried.set(Some((text.clone(), outcome.is_ok())));
        });
    };
    view! {
        <div class="embed-code">
            <label for=id>{name}</label>
            <p>{hint}</p>
            <textarea id=id readonly=true rows="6" spellcheck="false" prop:value=written>
                {()}
            </textarea>
            <p class="actions">
                <button type="button" class="quiet" on:click=copy>
                    {words.embed_copy()}
                </button>
                <span class="copy-said" role="status" prop:textContent=said>
                    {()}
                </span>
            </p>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests;
