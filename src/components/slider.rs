//! A slider with marks on its track.

use super::{at_first, style};
use crate::browser::pointer::{Finger, put_back};
use leptos::prelude::*;

/// A mark on the track, at a share of its length.
#[derive(Clone, Copy)]
pub(crate) struct Mark {
    /// Its class: `mark-present`.
    pub(crate) class: &'static str,
    /// Where it stands, `0..=1`.
    pub(crate) at: Signal<String>,
}

/// A native range. A finger that scrolls the page over it changes nothing.
#[component]
pub(crate) fn Slider(
    /// Id of the input; what its marks say has the same with `-marks` behind.
    #[prop(into)]
    id: String,
    /// Its name, where no `<label>` names it.
    #[prop(optional, into)]
    label: Option<String>,
    /// The value, as a plain decimal number.
    #[prop(into)]
    value: Signal<String>,
    /// Share of the track up to the value, `0..=1`.
    #[prop(into)]
    share: Signal<String>,
    /// End of the range.
    #[prop(into)]
    max: String,
    /// What one press of an arrow changes.
    step: &'static str,
    /// What is said of the value.
    #[prop(into)]
    told: Signal<String>,
    /// Marks on the track.
    #[prop(optional)]
    marks: Vec<Mark>,
    /// What the marks say.
    #[prop(optional, into)]
    marks_told: Signal<String>,
    /// What becomes of another value.
    #[prop(into)]
    changed: Callback<String>,
) -> impl IntoView {
    let finger = Finger::new();
    let marks_id = format!("{id}-marks");
    let described_by = (!marks.is_empty()).then(|| marks_id.clone());
    let marks = marks.into_iter().map(|Mark { class, at }| {
        view! { <span class=format!("mark {class}") style:--at=style(at) aria-hidden="true">{()}</span> }
            .into_any()
    });
    let marks: Vec<AnyView> = marks.collect();
    let input = move |event| {
        if !finger.holds() {
            changed.run(event_target_value(&event));
            put_back(&event, &value.get_untracked());
        }
    };
    let meant = move |moved: Option<String>| {
        if let Some(moved) = moved {
            changed.run(moved);
        }
    };
    view! {
        <span class="track" style:--now=style(share)>
            <input
                type="range"
                id=id
                aria-label=label
                min="0"
                max=max
                step=step
                aria-valuetext=told
                aria-describedby=described_by
                value=value.get_untracked()
                prop:value=value
                on:input=input
                on:pointerdown=move |event| finger.down(&event)
                on:pointermove=move |event| meant(finger.moved(&event))
                on:pointerup=move |event| meant(finger.up(&event))
                on:pointercancel=move |event| finger.cancel(&event)
            />
            {marks}
            <span class="hidden" id=marks_id prop:textContent=marks_told>
                {at_first(marks_told)}
            </span>
        </span>
    }
    .into_any()
}
