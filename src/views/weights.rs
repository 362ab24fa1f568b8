//! Max points of the main indicators, each a slider with a field.

use crate::components::{NumberField, Slider, flag, redrawn, text};
use crate::state::{State, parse_weight, steady};
use dti_engine::model::{Exact, LARGEST_MAX_POINTS, MaxPoints, Maxima, Node};
use dti_engine::session::Session;
use dti_words::entry_fault;
use dti_words::numbers::whole;
use leptos::prelude::*;

/// A weight of nothing still has a slider with some length.
const SHORTEST: u32 = 100;

/// The weights of the edition's framework, and their sum.
#[component]
pub(crate) fn Weights(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    // No edit of a score changes them.
    let maxima = steady(move || state.session.with(|session| session.maxima().clone()));
    let total = text(move || {
        let total = maxima.with(Maxima::total);
        state.words.with(|words| whole(total, words))
    });
    let is_untouched = flag(move || !state.session.with(Session::has_max_points));
    view! {
        <section class="card weights" aria-labelledby="weights-heading">
            <div class="card-head">
                <h2 id="weights-heading">{words.weights_heading()}</h2>
                <p class="maxima-total">
                    <span>{words.max_points_total()}</span>
                    " "
                    <strong translate="no">{total}</strong>
                    <button
                        type="button"
                        class="quiet"
                        disabled=is_untouched
                        on:click=move |_| state.reset_max_points()
                    >
                        {words.max_points_reset()}
                    </button>
                </p>
            </div>
            <p class="hint-line">{words.weights_hint()}</p>
            <ul class="maxima">
                {redrawn(move || {
                    let edition = state.edition.get();
                    let weight = |node: Node| view! { <Weight state node maxima /> }.into_any();
                    edition.framework().mains().map(weight).collect::<Vec<AnyView>>().into_any()
                })}
            </ul>
        </section>
    }
    .into_any()
}

#[component]
fn Weight(state: State, node: Node, maxima: Signal<Maxima>) -> impl IntoView {
    let edition = state.edition.get_untracked();
    let own = edition.framework().indicator(node);
    let (id, name, usual) = (
        own.id.clone(),
        state.in_language(&own.name),
        own.max_points.whole(),
    );
    let range = (usual * 2).max(SHORTEST);
    let now = move || maxima.with(|maxima| maxima.of_node(node));
    let plain = text(move || now().to_short_text(0));
    let share = text(move || {
        let share = now() * Exact::fraction(1, i64::from(range));
        share.clamp_to(Exact::ZERO, Exact::ONE).to_short_text(4)
    });
    let written = text(move || state.words.with(|words| whole(now(), words)));
    let set = move |given: MaxPoints| {
        let outcome = state.set_max_points(node, given);
        outcome.map_err(|why| state.said(&why))
    };
    let fault = RwSignal::new(String::new());
    let slide = move |text: String| {
        if let Ok(given) = parse_weight(&text)
            && let Err(sentence) = set(given)
        {
            fault.set(sentence);
        }
    };
    let finished = move |text: String| {
        let largest = Exact::whole(i64::from(LARGEST_MAX_POINTS));
        let given = parse_weight(&text).map_err(|fault| {
            state
                .words
                .with_untracked(|words| entry_fault(fault, &whole(largest, words), words))
        })?;
        set(given)
    };
    let label = state
        .words
        .with_untracked(|words| words.change_weight(&name));
    view! {
        <li>
            <span class="weight-name" aria-hidden="true">{name}</span>
            <Slider
                id=format!("weight-{id}")
                label=label.clone()
                value=plain
                share
                max=range.to_string()
                step="1"
                told=written
                changed=slide
            />
            <NumberField id=format!("max-{id}") label value=written finished fault />
        </li>
    }
    .into_any()
}
