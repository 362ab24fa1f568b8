//! What the reader brought: loaded when it is opened. It enters every module as one text, so that all of
//! them count alike.

use super::loading::Loading;
use super::place::Waiting;
use super::question::{follow, question};
use crate::browser::timing::Frame;
use crate::browser::{figures, storage};
use crate::state::{OwnDataRequest, State};
use dti_parts::desk::{News, OwnData as Desk};
use leptos::html;
use leptos::prelude::*;
use std::rc::Rc;

/// Where the device keeps the assessed figures.
const ASSESSED: &str = "assessed";

/// The card with the ways into what the reader brought.
#[component]
pub(crate) fn OwnData(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let place = NodeRef::<html::Div>::new();
    let desk = state.parts.desk;
    settle(state, place);
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
    let is_awaited = move || state.own_data.with(Option::is_some) && desk.part().is_none();
    view! {
        <section class="card desk-card" class:live=state.is_still() id="desk" aria-labelledby="desk-heading">
            <h2 id="desk-heading">{words.own_data_heading()}</h2>
            <p>{words.own_data_hint()}</p>
            <p class="actions">{ways.collect_view()}</p>
            <div id="desk-place">
                <div node_ref=place>{()}</div>
                <Waiting
                    state
                    is_awaited=Signal::derive(is_awaited)
                    has_failed=Signal::derive(move || desk.has_failed())
                    sentence=words.own_data_failed()
                    retry=Callback::new(move |()| state.own_data.update(|_same| {}))
                />
            </div>
        </section>
    }
    .into_any()
}

/// Has the module loaded, opened and drawn as the page goes on.
fn settle(state: State, place: NodeRef<html::Div>) {
    let desk = state.parts.desk;
    let frame = Frame::new();
    Effect::new(move || {
        // Only a wish of the reader opens it, or tries again.
        if state.own_data.with(Option::is_some) {
            desk.want(move || load(state));
            desk.retry(move || load(state));
        }
    });
    Effect::new(move || {
        if let Some((desk, place)) = desk.part().zip(place.get()) {
            let own = Rc::clone(&desk);
            desk.settle(&place, Rc::new(move || hear(state, &*own)));
            draw(state, &*desk);
        }
    });
    Effect::new(move || {
        if let Some((desk, part)) = desk.part().zip(state.own_data.get()) {
            state.own_data.set(None);
            // It has to know the page before it is told what to open.
            draw(state, &*desk);
            desk.open(&named(&part));
            hear(state, &*desk);
        }
    });
    Effect::new(move || {
        if let Some(desk) = desk.part() {
            follow(state);
            // Once a frame: the verdict must not wait for it.
            frame.run(move || draw(state, &*desk));
        }
    });
}

/// A part as the module knows it.
fn named(part: &OwnDataRequest) -> String {
    match part {
        OwnDataRequest::Card(Some(indicator)) => format!("card {indicator}"),
        OwnDataRequest::Card(None) => "card".to_owned(),
        OwnDataRequest::Import => "import".to_owned(),
        OwnDataRequest::Export => "export".to_owned(),
        OwnDataRequest::Index => "index".to_owned(),
    }
}

/// Has it loaded, and takes what it brings.
fn load(state: State) -> Loading<Rc<dyn Desk>> {
    let loading = (state.parts.loaders().own_data)();
    Box::pin(async move {
        let desk = loading.await?;
        begin(state);
        Ok(desk)
    })
}

/// Counts with all that came with it.
fn begin(state: State) {
    // What is kept now, which another page may have changed since this one began.
    let kept = figures::kept();
    if kept == figures::own() {
        // With the module the figures came with components: everybody counts with them from now on.
        if let Ok(calculator) = figures::counting_with(&kept) {
            state.count_with_components(calculator);
            supply(state, &kept);
        }
    } else {
        count_with(state, &kept);
    }
    state.assess(&storage::kept_for_long(ASSESSED).unwrap_or_default());
}

/// Hears what the module has to say, and draws it.
fn hear(state: State, desk: &dyn Desk) {
    for one in desk.news() {
        match one {
            News::Catalogue(text) => count_with(state, &text),
            News::Assessed(text) => state.assess(&text),
            News::Load(text) => state.load(&text),
            News::Saved(text) => state.restore_saved(&text),
            News::Say(text) => state.say(text),
            // Done where the desk meets the browser.
            _ => {}
        }
    }
    draw(state, desk);
}

fn count_with(state: State, own: &str) {
    if let Ok(calculator) = figures::counting_with(own) {
        state.count_with(calculator);
        supply(state, own);
    }
}

/// Has every module count with other own data.
fn supply(state: State, own: &str) {
    figures::share(own);
    state.parts.ask_again();
}

fn draw(state: State, desk: &dyn Desk) {
    let question = untrack(|| question(state));
    if let Some(question) = question {
        desk.draw(&question);
    }
}
