//! The scorecard of one unit: its main indicators by group.

use super::sources::SourcesButton;
use crate::app::components::{Button, Each, IndicatorActions, IndicatorRow};
use crate::app::live::{flag, live};
use crate::app::names::NamesIn;
use crate::app::state::AppState;
use crate::app::text::{Word, points_of, problem};
use crate::calculator::{ScorecardGroup, ScorecardLine};
use crate::model::{Kind, Node, Score};
use leptos::prelude::*;

/// The scorecard of the unit asked about, or of the one that is being edited.
#[component]
pub(crate) fn ScorecardView() -> impl IntoView {
    let state = expect_context::<AppState>();
    let speech = state.speech();
    let heading = live(move || {
        let name = state.name_of(&state.now().subject);
        format!("{}: {name}", speech.word(Word::ScorecardHeading))
    });
    let back = live(move || {
        format!(
            "{} {}",
            speech.word(Word::BackToOwn),
            state.name_of(&state.now().unit)
        )
    });
    let is_own = flag(move || state.shown.with(|shown| shown.subject == shown.unit));
    // Another unit or edition is another scorecard; values inside one change in place.
    let groups = Signal::derive(move || {
        let card = state.open_card.get();
        let shown = state.shown.get_untracked();
        let keys = shown.card.iter().enumerate();
        keys.map(|(place, _)| format!("{card}/{place}"))
            .collect::<Vec<_>>()
    });
    let draw = Callback::new(move |key: String| {
        let place = key
            .rsplit('/')
            .next()
            .and_then(|place| place.parse::<usize>().ok());
        let shown = state.shown.get_untracked();
        let group = shown.card.get(place.unwrap_or_default()).cloned();
        let group = group.map(|group| view! { <Group unit=shown.subject.clone() group=group/> });
        group.into_any()
    });
    view! {
        <section class="card scorecard" aria-labelledby="scorecard-heading">
            <div class="card-head">
                <h2 id="scorecard-heading">{heading}</h2>
                <SourcesButton/>
            </div>
            <p class="other" hidden=is_own>
                <span>{speech.say(Word::OtherProvince)}</span>
                <Button label=back on_click=Callback::new(move |()| state.editing.set(None))/>
            </p>
            <p class="legend" aria-hidden="true">
                <span>{speech.say(Word::Legend)}</span>
                <span class="key key-present"></span><span>{speech.say(Word::MarkPresent)}</span>
                <span class="key key-median"></span><span>{speech.say(Word::MarkMedian)}</span>
                <span class="key key-best"></span><span>{speech.say(Word::MarkBest)}</span>
            </p>
            <Each keys=groups draw=draw/>
        </section>
    }
}

/// The indicators of one group, under its name and sum.
#[component]
fn Group(
    /// Id of the unit.
    unit: String,
    /// The group as it is when it is drawn.
    group: ScorecardGroup,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let speech = state.speech();
    let node = group.node;
    let edition = untrack(|| state.edition());
    let name = edition
        .map(|e| e.framework().indicator(node).name.clone())
        .unwrap_or_default();
    let sum = live(move || {
        let shown = state.now();
        let group = shown.card.iter().find(|group| group.node == node);
        group
            .map(|g| points_of(g.points, g.max_points, speech.language()))
            .unwrap_or_default()
    });
    let line = |line: ScorecardLine| view! { <Line unit=unit.clone() line=line/> };
    view! {
        <div class="group">
            <h3><span>{speech.name(name)}</span><span class="sum">{sum}</span></h3>
            <ul>{group.lines.into_iter().map(line).collect_view()}</ul>
        </div>
    }
}

/// One indicator with its place in the state.
#[component]
fn Line(
    /// Id of the unit.
    unit: String,
    /// The line as it is when it is drawn.
    line: ScorecardLine,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let node = line.node;
    let (edition, units) = untrack(|| (state.edition(), state.units().len()));
    let indicator = edition.map(|e| e.framework().indicator(node).clone());
    let (id, text) = indicator.map(|i| (i.id, i.name)).unwrap_or_default();
    let line = Memo::new(move |_| {
        let now = state.shown.with(|shown| find_line(&shown.card, node));
        now.unwrap_or_else(|| line.clone())
    });
    let error = edition.and_then(|e| state.calculator.estimate_error(e.id()).ok().flatten());
    let place = StoredValue::new((unit, id.clone()));
    let stands = |kind: Kind| {
        flag(move || {
            let shown = state.now();
            place.with_value(|(unit, id)| shown.scenario.find(unit, id, kind).is_some())
        })
    };
    let actions = IndicatorActions {
        suppose: Callback::new(move |score: Score| {
            place.with_value(|(unit, id)| state.suppose(unit, id, score));
        }),
        reset: Callback::new(move |()| {
            place.with_value(|(unit, id)| state.reset_indicator(unit, id));
        }),
        know: Callback::new(move |score: Score| {
            let outcome = place.with_value(|(unit, id)| state.know(unit, id, score));
            outcome.map_err(|error| {
                let language = state.language.get_untracked();
                problem(&error, &NamesIn::new(edition, language), language)
            })
        }),
        forget: Callback::new(move |()| {
            place.with_value(|(unit, id)| state.forget(unit, id));
        }),
    };
    view! {
        <IndicatorRow
            id=id speech=state.speech() name=state.speech().name(text) line=line units=units
            is_supposed=stands(Kind::WhatIf) is_known=stands(Kind::Known) error=error
            actions=actions
        />
    }
}

fn find_line(card: &[ScorecardGroup], node: Node) -> Option<ScorecardLine> {
    let mut lines = card.iter().flat_map(|group| &group.lines);
    lines.find(|line| line.node == node).cloned()
}
