//! A place that a part draws into: what stands there until it does, and whether it is near what is seen.

use super::pace::Pace;
use super::question::follow;
use super::{retry_studio, studio, want_studio};
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

/// Keeps in a place what the studio answers to a question, as long as that is wanted. Gives whether
/// something was drawn.
pub(super) fn keep_drawn(
    state: State,
    place: NodeRef<html::Div>,
    is_wanted: impl Fn() -> bool + 'static,
    ask: impl Fn() -> Option<String> + Copy + 'static,
) -> RwSignal<bool> {
    let is_drawn = RwSignal::new(false);
    let asked = StoredValue::new((0, String::new()));
    let pace = Pace::new();
    Effect::new(move || {
        if !is_wanted() {
            return;
        }
        want_studio(state);
        let Some(studio) = studio(state) else {
            return;
        };
        follow(state);
        pace.run(move || {
            let Some(question) = untrack(ask) else {
                return;
            };
            let question = (state.parts.turn.get_untracked(), question);
            let is_new = asked.with_value(|asked| *asked != question);
            if let Some(place) = place.get_untracked().filter(|_| is_new) {
                studio.draw(&place, &question.1);
                asked.set_value(question);
                is_drawn.set(true);
            }
        });
    });
    is_drawn
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
    #[prop(optional)]
    sentence: Option<&'static str>,
    /// Tries again, if not as for pictures.
    #[prop(optional, into)]
    retry: Option<Callback<()>>,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let sentence = sentence.unwrap_or_else(|| words.part_failed());
    let (loading, again) = (words.part_loading(), words.part_retry());
    let retry = move |_| match retry {
        Some(retry) => retry.run(()),
        None => retry_studio(state),
    };
    view! {
        <Show when=move || has_failed.get()>
            <div class="notice">
                <p>{sentence}</p>
                <button type="button" class="quiet" on:click=retry>{again}</button>
            </div>
        </Show>
        <Show when=move || is_awaited.get() && !has_failed.get()>
            <p class="loading">{loading}</p>
        </Show>
    }
    .into_any()
}
