//! One main indicator: its slider, field and steps, its points and rank, and where it comes from.

use super::known_form::KnownForm;
use super::origin_badge::OriginBadge;
use super::track::Track;
use super::{Button, NumberField};
use crate::app::live::{Flag, Live, flag, live};
use crate::app::text::{Speech, Word, entry_fault, points_of, rank_move, score};
use crate::calculator::{ScorecardLine, parse_score, stepped};
use crate::model::{Origin, Score};
use leptos::prelude::*;

/// What can be done with an indicator.
#[derive(Clone, Copy)]
pub(crate) struct IndicatorActions {
    /// "What if it became this."
    pub(crate) suppose: Callback<Score>,
    /// Takes the what-if back.
    pub(crate) reset: Callback<()>,
    /// "I know that it was this"; the error is a sentence.
    pub(crate) know: Callback<Score, Result<(), String>>,
    /// Takes the known figure back.
    pub(crate) forget: Callback<()>,
}

/// One line of the scorecard.
#[component]
pub(crate) fn IndicatorRow(
    /// Id of the indicator, for the ids of its controls.
    id: String,
    /// The words.
    speech: Speech,
    /// Name of the indicator.
    name: Live,
    /// Its line of the scorecard.
    line: Memo<ScorecardLine>,
    /// How many units are ranked.
    units: usize,
    /// Whether a what-if stands on it.
    is_supposed: Flag,
    /// Whether the reader gave a known figure.
    is_known: Flag,
    /// How far off estimates are.
    error: Option<f64>,
    /// What can be done with it.
    actions: IndicatorActions,
) -> impl IntoView {
    let written = live(move || line.with(|l| score(l.score, speech.language())));
    let given = live(move || match is_known.get() {
        true => line.with(|l| score(l.present, speech.language())),
        false => String::new(),
    });
    let named = move |word: Word| live(move || format!("{}: {}", name.get(), speech.word(word)));
    let sign = |sign: &'static str| live(move || sign.to_owned());
    let fault = move |fault| entry_fault(fault, "1", untrack(|| speech.language()));
    let typing = Callback::new(move |text: String| {
        if let Ok(score) = parse_score(&text) {
            actions.suppose.run(score);
        }
    });
    let done = Callback::new(move |text: String| {
        // What only stands there is no edit: an estimate has more decimals than are shown.
        if text == written.get_untracked() {
            return Ok(());
        }
        let score = parse_score(&text).map_err(fault)?;
        actions.suppose.run(score);
        Ok(())
    });
    let know = Callback::new(move |text: String| {
        if text == given.get_untracked() {
            return Ok(());
        }
        actions.know.run(parse_score(&text).map_err(fault)?)
    });
    let step = move |hundredths: i64| {
        Callback::new(move |()| {
            actions
                .suppose
                .run(stepped(line.get_untracked().score, hundredths));
        })
    };
    let points = live(move || line.with(|l| points_of(l.points, l.max_points, speech.language())));
    let rank = live(move || line.with(|l| rank_move(l, units, speech.language())));
    let slider_id = format!("slider-{id}");
    view! {
        <li class="indicator" class:supposed=is_supposed>
            <div class="indicator-head">
                <label for=slider_id.clone()>{name}</label>
                <OriginBadge
                    speech=speech
                    origin=Signal::derive(move || line.with(|l| l.origin))
                    is_known=flag(move || is_known.get() && !is_supposed.get())
                    error=error
                />
                <span class="figures"><span>{points}</span><span>{rank}</span></span>
            </div>
            <div class="indicator-controls">
                <Track id=slider_id speech=speech line=line on_score=actions.suppose/>
                <span class="stepper">
                    <Button class="step" label=sign("−") name=named(Word::Less) on_click=step(-1)/>
                    <NumberField
                        id=format!("field-{id}") label=named(Word::ScoreField) value=written
                        on_typing=typing on_done=done
                    />
                    <Button class="step" label=sign("+") name=named(Word::More) on_click=step(1)/>
                </span>
                <Button
                    class="reset" label=sign("↺") name=named(Word::ResetOne)
                    disabled=flag(move || !is_supposed.get()) on_click=actions.reset
                />
            </div>
            <KnownForm
                id=format!("known-{id}") speech=speech name=name is_known=is_known value=given
                is_on_file=flag(move || line.with(|l| l.baseline_origin != Origin::Estimated))
                on_know=know on_forget=actions.forget
            />
        </li>
    }
}
