//! "I know this figure": for an indicator that is only estimated.

use super::{Button, NumberField};
use crate::app::browser::page::focus;
use crate::app::live::{Flag, Live, flag, live, spelled};
use crate::app::text::{Speech, Word};
use leptos::prelude::*;

/// A button that opens a field for the true figure, and one that takes it back.
#[component]
pub(crate) fn KnownForm(
    /// Id of the field.
    id: String,
    /// The words.
    speech: Speech,
    /// Name of the indicator.
    name: Live,
    /// Whether the indicator has a figure on file, so that nothing is left to know.
    is_on_file: Flag,
    /// Whether a figure has been given.
    is_known: Flag,
    /// The figure that was given, as it is written.
    value: Live,
    /// Called with the text; the error is a sentence.
    on_know: Callback<String, Result<(), String>>,
    /// Called to take it back.
    on_forget: Callback<()>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let opener = format!("{id}-open");
    let (field, opener_id) = (id.clone(), opener.clone());
    let toggle = Callback::new(move |()| {
        is_open.update(|open| *open = !*open);
        if is_open.get_untracked() {
            let field = field.clone();
            request_animation_frame(move || focus(&field));
        }
    });
    let close = Callback::new(move |()| {
        is_open.set(false);
        focus(&opener_id);
    });
    let named = move |word: Word| live(move || format!("{}: {}", name.get(), speech.word(word)));
    view! {
        <div class="known-form" hidden=is_on_file>
            <Button
                id=opener label=speech.say(Word::IKnow) name=named(Word::IKnow)
                expanded=spelled(move || is_open.get()) on_click=toggle
            />
            <Button
                label=speech.say(Word::KnownForget) name=named(Word::KnownForget)
                hidden=flag(move || !is_known.get()) on_click=on_forget
            />
            <div class="known-panel" hidden=flag(move || !is_open.get())>
                <p>{speech.say(Word::KnownHint)}</p>
                <NumberField id=id label=named(Word::KnownField) value=value on_done=on_know/>
                <Button label=speech.say(Word::Close) on_click=close/>
            </div>
        </div>
    }
}
