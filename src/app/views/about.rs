//! How it is computed, in a few sentences.

use crate::app::state::AppState;
use crate::app::text::Word;
use leptos::prelude::*;

/// The method in short, folded away until wanted.
#[component]
pub(crate) fn About() -> impl IntoView {
    let speech = expect_context::<AppState>().speech();
    view! {
        <section class="card about">
            <details>
                <summary><h2>{speech.say(Word::HowHeading)}</h2></summary>
                <p>{speech.say(Word::HowTotal)}</p>
                <p>{speech.say(Word::HowWhatIf)}</p>
                <p>{speech.say(Word::HowEstimate)}</p>
            </details>
        </section>
    }
}
