//! What the other units do meanwhile.

use crate::components::{NumberField, flag, text, when};
use crate::state::{State, parse_gain, steady};
use dti_engine::model::{Exact, POINTS_DECIMALS, Rivals};
use dti_engine::session::Session;
use dti_words::entry_fault;
use dti_words::numbers::{points, whole};
use leptos::prelude::*;

/// What rivals gain when that mode is chosen: 10 points.
const FIRST_GAIN: i64 = 1000;

/// Frozen, trend or gain.
#[component]
pub(crate) fn RivalModes(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let rivals = steady(move || state.session.with(Session::rivals));
    let now = move || rivals.get();
    let has_trend = flag(move || state.has_trend());
    let is_gain = flag(move || matches!(now(), Rivals::Gain(_)));
    let without_trend = text(move || match has_trend.get() {
        true => String::new(),
        false => state
            .words
            .with(|words| format!(" ({})", words.trend_reason())),
    });
    let radio = move |id: &'static str, text: String, mode: Rivals, is_on: Signal<bool>| {
        view! {
            <input
                type="radio"
                name="rivals"
                id=id
                checked=is_on.get_untracked()
                prop:checked=is_on
                disabled=flag(move || mode == Rivals::Trend && !has_trend.get())
                // Modes that are offered can be chosen: what is refused is not on offer.
                on:change=move |_| state.set_rivals(mode).unwrap_or_default()
            />
            <label for=id>{text}</label>
        }
        .into_any()
    };
    let is = move |mode: Rivals| flag(move || now() == mode);
    view! {
        <section class="card rivals">
            <fieldset>
                <legend><h2>{words.rivals_heading()}</h2></legend>
                <p class="radio">
                    {radio("rivals-frozen", words.rivals_frozen().into(), Rivals::Frozen, is(Rivals::Frozen))}
                </p>
                <p class="radio">
                    {radio("rivals-trend", words.rivals_trend().into(), Rivals::Trend, is(Rivals::Trend))}
                    <span class="reason">{without_trend}</span>
                </p>
                <p class="radio">
                    {radio("rivals-gain", words.rivals_gain().into(), Rivals::Gain(FIRST_GAIN), is_gain)}
                </p>
                {when(is_gain, move || view! { <p class="gain"><Gain state /></p> }.into_any())}
            </fieldset>
        </section>
    }
    .into_any()
}

/// The points that each rival gains.
#[component]
fn Gain(state: State) -> impl IntoView {
    let value = text(move || match state.session.with(Session::rivals) {
        Rivals::Gain(hundredths) => {
            let gained = Exact::decimal(hundredths, POINTS_DECIMALS);
            state.words.with(|words| points(gained, words))
        }
        _ => String::new(),
    });
    let finished = move |text: String| {
        let gained = parse_gain(&text).map_err(|fault| {
            let total = state
                .session
                .with_untracked(|session| session.maxima().total());
            state
                .words
                .with_untracked(|words| entry_fault(fault, &whole(total, words), words))
        })?;
        let outcome = state.set_rivals(Rivals::Gain(gained));
        outcome.map_err(|why| state.said(&why))
    };
    let words = state.words.get_untracked();
    let label = words.rivals_gain_field();
    view! { <NumberField id="gain" label value finished /> }.into_any()
}
