//! A place that a part draws into: what stands there until it does, and whether it is near what is seen.

use super::loading::{Drawn, Loading};
use super::part::Part;
use crate::browser::visibility::{AHEAD, Watch};
use crate::state::State;
use leptos::html;
use leptos::prelude::*;

/// Whether a section is near what is seen.
#[derive(Clone, Copy)]
pub(super) struct Nearness {
    is_near: RwSignal<bool>,
    resized: Trigger,
}

impl Nearness {
    /// Of a section, as long as it is on the page.
    pub(super) fn of(section: NodeRef<html::Section>) -> Self {
        let (is_near, resized) = (RwSignal::new(false), Trigger::new());
        let watch = StoredValue::new_local(None);
        Effect::new(move || {
            if let Some(section) = section.get() {
                let near = move |near| is_near.set(near);
                watch.set_value(Some(Watch::new(&section, AHEAD, near, move || {
                    resized.notify();
                })));
            }
        });
        Self { is_near, resized }
    }

    /// Whether it is; then its size is followed too.
    pub(super) fn get(self) -> bool {
        let is_near = self.is_near.get();
        if is_near {
            self.resized.track();
        }
        is_near
    }
}

/// A view that is loaded later, and what stands in its place until it is there.
#[component]
pub(super) fn Loaded(
    /// The state.
    state: State,
    /// The view.
    part: Part<Drawn>,
    /// Has it loaded.
    load: fn(State) -> Loading<Drawn>,
    /// Whether it is wanted now.
    #[prop(into)]
    is_wanted: Signal<bool>,
    /// What is said where it does not come, if not the same as of pictures.
    #[prop(optional)]
    sentence: Option<&'static str>,
) -> impl IntoView {
    view! {
        {move || part.part().map(|draw| draw())}
        <Waiting
            state
            sentence
            is_awaited=Signal::derive(move || is_wanted.get() && part.part().is_none())
            has_failed=Signal::derive(move || part.has_failed())
            retry=Callback::new(move |()| part.retry(move || load(state)))
        />
    }
    .into_any()
}

/// What stands in a place while its part is loaded, and when it could not be.
#[component]
pub(crate) fn Waiting(
    /// The state.
    state: State,
    /// Whether something is on its way.
    #[prop(into)]
    is_awaited: Signal<bool>,
    /// Whether it will not come.
    #[prop(into)]
    has_failed: Signal<bool>,
    /// What is said then, if not the same as of pictures.
    #[prop(optional_no_strip)]
    sentence: Option<&'static str>,
    /// Tries again.
    retry: Callback<()>,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let sentence = sentence.unwrap_or_else(|| words.part_failed());
    let (loading, again) = (words.part_loading(), words.part_retry());
    view! {
        <Show when=move || has_failed.get()>
            <div class="notice">
                <p>{sentence}</p>
                <button type="button" class="quiet" on:click=move |_| retry.run(())>{again}</button>
            </div>
        </Show>
        <Show when=move || is_awaited.get() && !has_failed.get()>
            <p class="loading">{loading}</p>
        </Show>
    }
    .into_any()
}
