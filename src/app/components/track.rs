//! A slider with marks for the present value, the median and the best.

use crate::app::browser::timing::Frame;
use crate::app::live::live;
use crate::app::text::{Speech, marks, score_for_slider, slider_value};
use crate::calculator::{ScorecardLine, parse_score};
use crate::model::{Exact, Score};
use leptos::ev::Event;
use leptos::prelude::*;

/// A native slider from 0 to 1.
#[component]
pub(crate) fn Track(
    /// Id of the slider.
    id: String,
    /// The words.
    speech: Speech,
    /// The line of the scorecard.
    line: Memo<ScorecardLine>,
    /// Called with the new score, once per frame.
    on_score: Callback<Score>,
) -> impl IntoView {
    let frame = Frame::new();
    let slide = move |event: Event| {
        if let Ok(score) = parse_score(&event_target_value(&event)) {
            frame.run(score, move |score| on_score.run(score));
        }
    };
    let at = move |pick: fn(&ScorecardLine) -> Exact| {
        live(move || line.with(|line| score_for_slider(pick(line))))
    };
    let now = at(|line| line.score);
    let in_words = live(move || line.with(|line| slider_value(line.score, speech.language())));
    let marks_in_words = live(move || line.with(|line| marks(line, speech.language())));
    let marks_id = format!("{id}-marks");
    view! {
        <span
            class="track"
            style=("--now", now)
            style=("--present", at(|line| line.present))
            style=("--median", at(|line| line.median))
            style=("--best", at(|line| line.best))
        >
            <input
                type="range"
                id=id
                min="0"
                max="1"
                step="0.001"
                aria-valuetext=in_words
                aria-describedby=marks_id.clone()
                prop:value=now
                on:input=slide
            />
            <span class="mark mark-best" aria-hidden="true"></span>
            <span class="mark mark-median" aria-hidden="true"></span>
            <span class="mark mark-present" aria-hidden="true"></span>
            <span class="hidden" id=marks_id>{marks_in_words}</span>
        </span>
    }
}
