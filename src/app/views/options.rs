//! What else a scenario can change: what rivals do, and the max points.

use crate::app::components::{Button, Each, NumberField};
use crate::app::live::{flag, live};
use crate::app::names::NamesIn;
use crate::app::state::AppState;
use crate::app::text::{Word, entry_fault, points, problem, trend_reason, whole};
use crate::calculator::{CalculatorError, parse_gain, parse_max_points};
use crate::model::{Exact, LARGEST_MAX_POINTS, Maxima, Node, Rivals, Scenario};
use leptos::prelude::*;

/// What rivals gain when that mode is chosen: 10 points.
const FIRST_GAIN: i64 = 1000;

/// Rivals and max points, folded away until wanted.
#[component]
pub(crate) fn ScenarioOptions() -> impl IntoView {
    let state = expect_context::<AppState>();
    let speech = state.speech();
    view! {
        <section class="card options" aria-label=speech.say(Word::OptionsHeading)>
            <RivalChoice/>
            <details>
                <summary><h2>{speech.say(Word::MaxPointsHeading)}</h2></summary>
                <p>{speech.say(Word::MaxPointsHint)}</p>
                <MaxPointsForm/>
            </details>
        </section>
    }
}

fn in_words(state: AppState, error: &CalculatorError) -> String {
    let language = state.language.get_untracked();
    problem(
        error,
        &NamesIn::new(untrack(|| state.edition()), language),
        language,
    )
}

/// Frozen, trend or gain.
#[component]
fn RivalChoice() -> impl IntoView {
    let state = expect_context::<AppState>();
    let speech = state.speech();
    let rivals = move || state.shown.with(|shown| shown.scenario.rivals);
    let has_no_trend = flag(move || {
        let trend = Scenario {
            rivals: Rivals::Trend,
            ..Scenario::baseline(&state.edition_id.get())
        };
        state.calculator.simulate(&trend).is_err()
    });
    let gain = live(move || match rivals() {
        Rivals::Gain(hundredths) => points(Exact::decimal(hundredths, 2), speech.language()),
        _ => String::new(),
    });
    let set_gain = Callback::new(move |text: String| {
        let language = state.language.get_untracked();
        let largest = state
            .shown
            .with_untracked(|s| s.maxima.as_ref().map(Maxima::total));
        let largest = whole(largest.unwrap_or(Exact::ZERO), language);
        let gained = parse_gain(&text).map_err(|fault| entry_fault(fault, &largest, language))?;
        state
            .set_rivals(Rivals::Gain(gained))
            .map_err(|error| in_words(state, &error))
    });
    let radio = move |id: &'static str, word: Word, mode: Rivals| {
        let is_on = flag(move || {
            let now = rivals();
            now == mode || matches!((now, mode), (Rivals::Gain(_), Rivals::Gain(_)))
        });
        let is_off = flag(move || mode == Rivals::Trend && has_no_trend.get());
        let text = live(move || match is_off.get() {
            true => format!(
                "{} ({})",
                speech.word(word),
                trend_reason(speech.language())
            ),
            false => speech.word(word),
        });
        // Modes that are offered can be chosen: what is refused is not on offer.
        let choose = move |_| state.set_rivals(mode).unwrap_or_default();
        view! {
            <p class="radio">
                <input
                    type="radio" name="rivals" id=id prop:checked=is_on disabled=is_off
                    on:change=choose
                />
                <label for=id>{text}</label>
            </p>
        }
    };
    let has_no_gain = flag(move || !matches!(rivals(), Rivals::Gain(_)));
    view! {
        <fieldset>
            <legend><h2>{speech.say(Word::RivalsHeading)}</h2></legend>
            {radio("rivals-frozen", Word::RivalsFrozen, Rivals::Frozen)}
            {radio("rivals-trend", Word::RivalsTrend, Rivals::Trend)}
            {radio("rivals-gain", Word::RivalsGain, Rivals::Gain(FIRST_GAIN))}
            <p class="gain" hidden=has_no_gain>
                <NumberField
                    id="gain".to_owned() label=speech.say(Word::RivalsGainField) value=gain
                    on_done=set_gain
                />
            </p>
        </fieldset>
    }
}

/// A field for the max points of each main indicator, and their sum.
#[component]
fn MaxPointsForm() -> impl IntoView {
    let state = expect_context::<AppState>();
    let speech = state.speech();
    let of = move |node: Node| {
        let maxima = state
            .shown
            .with(|shown| shown.maxima.as_ref().map(|m| m.of_node(node)));
        whole(maxima.unwrap_or(Exact::ZERO), speech.language())
    };
    let is_own = flag(move || {
        state
            .shown
            .with(|shown| shown.scenario.max_points.is_empty())
    });
    let reset = Callback::new(move |()| state.reset_max_points());
    let row = Callback::new(move |key: String| {
        let id = key.rsplit('/').next().unwrap_or_default().to_owned();
        let edition = untrack(|| state.edition());
        let node = edition
            .and_then(|e| e.framework().node(&id))
            .unwrap_or(Node::ROOT);
        let indicator = edition.map(|e| e.framework().indicator(node).clone());
        let (name, own) = indicator
            .map(|i| (i.name, Some(i.max_points)))
            .unwrap_or_default();
        let label = speech.name(name);
        let value = live(move || of(node));
        let field = format!("max-{id}");
        let done = Callback::new(move |text: String| {
            if text == value.get_untracked() {
                return Ok(());
            }
            let language = state.language.get_untracked();
            let largest = whole(Exact::whole(i64::from(LARGEST_MAX_POINTS)), language);
            let given =
                parse_max_points(&text).map_err(|fault| entry_fault(fault, &largest, language))?;
            let changed = Some(given).filter(|given| Some(*given) != own);
            state
                .set_max_points(&id, changed)
                .map_err(|error| in_words(state, &error))
        });
        view! {
            <li>
                <span aria-hidden="true">{label}</span>
                <NumberField id=field label=label value=value on_done=done/>
            </li>
        }
        .into_any()
    });
    let rows = Signal::derive(move || {
        let id = state.edition_id.get();
        let framework = untrack(|| state.edition()).map(|edition| edition.framework());
        let mains = framework
            .into_iter()
            .flat_map(|f| f.mains().map(|node| f.indicator(node)));
        mains
            .map(|main| format!("{id}/{}", main.id))
            .collect::<Vec<_>>()
    });
    view! {
        <ul class="maxima">
            <Each keys=rows draw=row/>
        </ul>
        <p class="maxima-total">
            <span>{speech.say(Word::MaxPointsTotal)}</span>
            <strong>{live(move || of(Node::ROOT))}</strong>
            <Button label=speech.say(Word::MaxPointsReset) disabled=is_own on_click=reset/>
        </p>
    }
}
