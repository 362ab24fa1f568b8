//! The rank against one number: the value of an indicator from 0 to 1, or its max points. It is exact, from
//! the numbers at which the rank changes.

mod max_points;
mod values;

use super::chart::{canvas, picture};
use super::ground::{Ground, found, piece};
use super::parts::{
    Caution, Choose, FINDING, Finding, Folded, LoadButton, Paragraph, Simulated, Table, TableBox,
};
use crate::components::{at_first, flag, text, when};
use crate::state::State;
use crate::views::figures::{Figure, Picture};
use dti_charts::{Canvas, step_curve};
use dti_engine::calculator::CalculatorError;
use dti_engine::model::{Exact, Node, Note, Scenario};
use dti_words::analyses::rivals_move;
use dti_words::analyses::sweep::unknown;
use dti_words::note;
use leptos::prelude::*;
use std::sync::Arc;

/// What the choice of the swept number may be.
const OF: [&str; 2] = ["value", "weight"];

/// What there is to say, and what is chosen.
#[derive(Clone, PartialEq, Debug, Default)]
struct Told {
    /// Id of the indicator.
    indicator: String,
    /// What of it is swept.
    of: &'static str,
    /// What is wrong with either choice.
    faults: [String; 2],
    rivals: String,
    curve: Curve,
}

/// A rank against a number.
#[derive(Clone, PartialEq, Debug, Default)]
struct Curve {
    finding: String,
    told: String,
    /// What supposing the number of the next rank says, and that scenario.
    offer: (String, Option<Scenario>),
    picture: Option<Arc<Picture>>,
    near: Table,
    /// All numbers at which the rank changes, where `near` does not hold them all; the caption folds it.
    all: Table,
    caution: String,
}

/// The panel.
#[component]
pub fn Sweep(
    /// The state.
    state: State,
) -> impl IntoView {
    let found = found(state, move |ground| sweep(ground, &canvas(state)));
    let fault = |place: usize| {
        piece(found, move |told| {
            told.faults.get(place).cloned().unwrap_or_default()
        })
    };
    let all = piece(found, |told: &Told| told.curve.all.clone());
    let has_all = flag(move || all.with(|all| !all.rows.is_empty()));
    let summary = text(move || all.with(|all| all.caption.clone()));
    let words = state.words.get_untracked();
    let of = OF.map(str::to_owned).into_iter();
    let of: Vec<_> = of
        .zip([words.sweep_of_value(), words.sweep_of_weight()].map(str::to_owned))
        .collect();
    view! {
        <div class="choices">
            <Choose
                state
                key="sweep"
                label=words.column_main_indicator()
                options=Signal::derive(move || indicators(state))
                value=piece(found, |told| told.indicator.clone())
            />
            <Fault id="choice-sweep-fault" sentence=fault(0) />
            <Choose
                state
                key="sweep-of"
                label=words.sweep_of()
                options=Signal::stored(of)
                value=piece(found, |told| told.of.to_owned())
            />
            <Fault id="choice-sweep-of-fault" sentence=fault(1) />
        </div>
        <Finding
            state
            sentence=piece(found, |told| told.curve.finding.clone())
            told=piece(found, |told| told.curve.told.clone())
        />
        <LoadButton
            state
            label=piece(found, |told| told.curve.offer.0.clone())
            scenario=piece(found, |told| told.curve.offer.1.clone())
        />
        <Figure
            state
            name="sweep"
            picture=piece(found, |told| told.curve.picture.clone())
            named_by=FINDING
        />
        <TableBox state name="sweep-near" table=piece(found, |told| told.curve.near.clone()) />
        {when(
            has_all,
            move || {
                view! {
                    <Folded id="folded-sweep" summary>
                        <TableBox state name="sweep-all" table=all />
                    </Folded>
                }
                    .into_any()
            },
        )}
        <Caution sentence=piece(found, |told| told.curve.caution.clone()) />
        <Paragraph sentence=piece(found, |told| told.rivals.clone()) />
        <Simulated state />
    }
    .into_any()
}

/// What is wrong with a choice that a link brought.
#[component]
fn Fault(id: &'static str, #[prop(into)] sentence: Signal<String>) -> impl IntoView {
    view! {
        <span
            class="fault"
            id=id
            hidden=flag(move || sentence.with(String::is_empty))
            prop:textContent=sentence
        >
            {at_first(sentence)}
        </span>
    }
    .into_any()
}

/// Ids and names of the main indicators.
fn indicators(state: State) -> Vec<(String, String)> {
    state.edition.with(|edition| {
        let framework = edition.framework();
        let mains = framework.mains().map(|node| framework.indicator(node));
        let options = mains.map(|own| (own.id.clone(), state.in_language(&own.name)));
        options.collect()
    })
}

/// All there is to say.
fn sweep(ground: &Ground, canvas: &Canvas) -> Told {
    let words = &ground.words;
    let wanted = ground.choice("sweep");
    let mut mains = ground.framework().mains();
    let chosen = mains.find(|&node| ground.id_of(node) == wanted);
    let Some(node) = chosen.or_else(|| widest(ground)) else {
        return Told::default();
    };
    let swept = ground.choice_or("sweep-of", OF[0]);
    let of = OF.into_iter().find(|own| *own == swept);
    let fault = |is_wrong: bool, given: &str, instead: &str| match is_wrong && !given.is_empty() {
        true => unknown(given, instead, words),
        false => String::new(),
    };
    let of_fault = fault(of.is_none(), swept, words.sweep_instead());
    let of = of.unwrap_or(OF[0]);
    let curve = match of {
        "weight" => max_points::curve(ground, node, canvas),
        _ => values::curve(ground, node, canvas),
    };
    Told {
        indicator: ground.id_of(node).to_owned(),
        of,
        faults: [
            fault(chosen.is_none(), wanted, ground.name_of(node)),
            of_fault,
        ],
        rivals: rivals_move(ground.scenario.rivals, words).unwrap_or_default(),
        curve,
    }
}

/// The indicator with the most points still to be had, before any what-if.
fn widest(ground: &Ground) -> Option<Node> {
    let room = |node: Node| {
        let left = Exact::ONE - ground.score_before(ground.position(), node);
        left * ground.maxima.of_node(node)
    };
    let mut widest = None;
    for node in ground.framework().mains() {
        if widest.is_none_or(|other| room(node) > room(other)) {
            widest = Some(node);
        }
    }
    widest
}

impl Curve {
    /// Where there is none.
    fn none(ground: &Ground, node: Node, error: &CalculatorError) -> Self {
        let finding = match error {
            CalculatorError::Unreachable { .. } => ground.words.sweep_no_room(ground.name_of(node)),
            error => ground.in_words(error),
        };
        Self {
            finding,
            ..Self::default()
        }
    }
}

/// The curve as it is drawn.
fn drawn(ground: &Ground, input: &step_curve::Input, canvas: &Canvas) -> Option<Arc<Picture>> {
    step_curve::chart(input, canvas).map(|chart| picture(ground, chart))
}

/// What is said where the ranks rest on an estimate.
fn caution(is_estimated: bool, ground: &Ground) -> String {
    let caution = is_estimated.then(|| note(Note::DependsOnEstimates, &ground.words));
    caution.unwrap_or_default()
}

/// How many units are ranked, as the chart takes it.
fn ranked(ground: &Ground) -> u32 {
    u32::try_from(ground.units().len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
