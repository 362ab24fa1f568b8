//! Where what the reader brought stands, with the ways into it. Its part is loaded when one of them is taken,
//! and what is behind each of its buttons is a part of its own.

use super::place::Loaded;
use crate::state::{OwnDataRequest, State};
use leptos::prelude::*;

/// A part of what the reader brought.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tab {
    /// The detailed scorecard.
    #[default]
    Card,
    /// Bringing data in.
    Import,
    /// Taking data out, keeping and deleting it.
    Export,
    /// Own indices.
    Index,
}

impl Tab {
    /// In the order of their buttons.
    pub const ALL: [Self; 4] = [Self::Card, Self::Import, Self::Export, Self::Index];
}

/// One of them, loaded when it is drawn and there from then on.
#[component]
pub(crate) fn TabPlace(
    /// The state.
    state: State,
    /// Which one.
    tab: Tab,
) -> impl IntoView {
    let load = (state.parts.loaders().own_data_tab)(tab);
    let place = state.parts.own_data_tab(tab).map(|part| {
        part.want(move || load(state));
        view! { <Loaded state part load is_wanted=Signal::stored(true) /> }
    });
    place.into_any()
}

/// The card.
#[component]
pub(crate) fn OwnDataPlace(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let part = state.parts.own_data;
    let load = state.parts.loaders().own_data;
    Effect::new(move || {
        // Only a wish of the reader loads it, or tries again.
        if state.own_data.with(Option::is_some) {
            part.want(move || load(state));
            part.retry(move || load(state));
        }
    });
    let ways = [
        (OwnDataRequest::Card(None), words.own_data_card()),
        (OwnDataRequest::Import, words.own_data_import()),
        (OwnDataRequest::Export, words.own_data_export()),
        (OwnDataRequest::Index, words.own_data_index()),
    ];
    let ways = ways.map(|(part, text)| {
        let open = move |_| state.open_own_data(part.clone());
        view! { <button type="button" class="quiet" on:click=open>{text}</button> }
    });
    view! {
        <section class="card desk-card" class:live=state.is_still() id="desk" aria-labelledby="desk-heading">
            <h2 id="desk-heading">{words.own_data_heading()}</h2>
            <p>{words.own_data_hint()}</p>
            <p class="actions">{ways.collect_view()}</p>
            <div id="desk-place">
                <Loaded
                    state
                    part
                    load
                    is_wanted=Signal::derive(move || state.own_data.with(Option::is_some))
                    sentence=words.own_data_failed()
                />
            </div>
        </section>
    }
    .into_any()
}
