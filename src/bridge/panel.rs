//! The dialog for explanations and for the code of embeds.

use super::place::Waiting;
use crate::components::Dialog;
use crate::state::{Panel, State};
use leptos::prelude::*;

/// The dialog; it is open while the state says what it is about.
#[component]
pub(crate) fn PanelDialog(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let open = RwSignal::new(state.panel.get_untracked().is_some());
    Effect::new(move || open.set(state.panel.with(Option::is_some)));
    Effect::new(move || {
        if !open.get() && state.panel.with_untracked(Option::is_some) {
            state.panel.set(None);
        }
    });
    let headings = (words.embed(), words.panel_heading());
    let heading = Signal::derive(move || {
        let is_embed = state.panel.with(|panel| *panel == Some(Panel::Embed));
        let heading = if is_embed { headings.0 } else { headings.1 };
        heading.to_owned()
    });
    view! {
        <Dialog id="panel" open heading close=words.close()>
            <Place state />
        </Dialog>
    }
    .into_any()
}

/// What is in it while it is open: of one part or the other.
#[component]
fn Place(state: State) -> impl IntoView {
    let is_embed = Memo::new(move |_| state.panel.with(|panel| *panel == Some(Panel::Embed)));
    let (parts, loaders) = (state.parts, state.parts.loaders());
    let part = move || match is_embed.get() {
        true => (parts.embed_codes, loaders.embed_codes),
        false => (parts.explanations, loaders.explanations),
    };
    Effect::new(move || {
        if state.panel.with(Option::is_some) {
            let (part, load) = part();
            part.want(move || load(state));
        }
    });
    let retry = move |()| {
        let (part, load) = untrack(part);
        part.retry(move || load(state));
    };
    view! {
        <div id="panel-place">
            {move || part().0.part().map(|draw| draw())}
            <Waiting
                state
                is_awaited=Signal::derive(move || part().0.part().is_none())
                has_failed=Signal::derive(move || part().0.has_failed())
                retry=Callback::new(retry)
            />
        </div>
    }
    .into_any()
}
