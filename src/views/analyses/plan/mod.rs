//! The plan: the cheapest way to a target from the scenario on screen, with its proof and, beside it, each
//! single indicator that would do alone. It is computed once a question; the draws that say how likely it
//! holds are made beside the page.

mod conditions;
mod followed;
mod outcome;
mod terms;

use super::draws::{DrawsWaiting, RivalsSwitch, Seed, asked, choice};
use super::ground::found;
use super::parts::{Caution, Choose, Field, Finding, Folded, Simulated};
use crate::components::{LiveText, flag, redrawn, text, when};
use crate::draws::Request;
use crate::state::State;
use crate::views::figures::DataTable;
use conditions::Conditions;
use dti_engine::calculator::Effort;
use dti_words::Told;
use dti_words::analyses::chance;
use dti_words::analyses::plan::holds;
use followed::FollowedPlan;
use leptos::prelude::*;
pub(super) use outcome::shown;
use outcome::{DRAWS, Shown, Way};
use std::sync::Arc;

/// The panel.
#[component]
pub fn Plan(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let shown = found(state, shown);
    let say = move |say: fn(&Shown) -> String| {
        text(move || shown.with(|shown| shown.as_ref().map(say).unwrap_or_default()))
    };
    let terms = Memo::new(move |_| shown.with(|shown| shown.as_ref().map(|own| own.terms.clone())));
    let way = Memo::new(move |_| shown.with(|shown| shown.as_ref()?.way.clone()));
    let fault = move |key: &'static str| {
        text(move || {
            terms.with(|terms| terms.as_ref().map(|own| own.fault(key)).unwrap_or_default())
        })
    };
    let ranks = Memo::new(move |_| {
        shown.with(|shown| {
            shown
                .as_ref()
                .map(|own| own.ranks.clone())
                .unwrap_or_default()
        })
    });
    let efforts = vec![
        (
            "diminishing".to_owned(),
            words.plan_diminishing().to_owned(),
        ),
        ("flat".to_owned(), words.plan_flat().to_owned()),
    ];
    let effort = text(move || {
        let is_flat = terms.with(|terms| {
            terms
                .as_ref()
                .is_some_and(|own| own.question.effort == Effort::Flat)
        });
        if is_flat { "flat" } else { "diminishing" }.to_owned()
    });
    view! {
        <div class="choices">
            <Choose
                state
                key="t"
                label=words.plan_target()
                options=Signal::derive(move || ranks.get().0)
                value=text(move || ranks.get().1)
            />
            <Caution sentence=fault("t") class="fault" />
            <Field
                state
                key="goal"
                label=words.plan_goal()
                value=text(move || choice(state, "goal").unwrap_or_default())
                fault=fault("goal")
            />
            <Choose
                state
                key="effort"
                label=words.plan_effort()
                options=Signal::stored(efforts)
                value=effort
            />
        </div>
        <Finding
            state
            sentence=say(|own| own.finding.clone())
            told=say(|own| own.told.clone())
        />
        {when(flag(move || way.with(Option::is_some)), move || view! { <TheWay state way /> }.into_any())}
        <FollowedPlan state />
        <Caution sentence=say(|own| own.exceeds.clone()) class="caution plain" />
        <Caution sentence=say(|own| own.estimated.clone()) />
        <Caution sentence=say(|own| own.rivals.clone()) class="told" />
        <Conditions
            state
            indicators=Signal::derive(move || {
                shown.with(|own| own.as_ref().map(|own| own.indicators.clone()).unwrap_or_default())
            })
            terms
        />
        <Simulated state />
    }
    .into_any()
}

/// What is to be done, what it takes and how likely it holds.
#[component]
fn TheWay(state: State, way: Memo<Option<Way>>) -> impl IntoView {
    let words = StoredValue::new(state.words.get_untracked());
    let now = words.get_value();
    let request = Signal::derive(move || {
        let drawn = way.with(|way| way.as_ref()?.drawn.clone());
        drawn.map(|(question, _)| Request {
            question,
            is_paused: false,
        })
    });
    let answer = asked(state, request);
    // Only of just this plan, and once all draws are made.
    let sure = Memo::new(move |_| {
        let (question, rank) = way.with(|way| way.as_ref()?.drawn.clone())?;
        answer.with(|answer| {
            let answer = answer.as_ref()?;
            let is_its_own = answer.question == question && answer.is_done();
            let share = answer.share(state.unit.get(), rank)?;
            is_its_own.then_some((rank, share))
        })
    });
    let of_way = move |say: fn(&Way) -> String| {
        text(move || way.with(|way| way.as_ref().map(say).unwrap_or_default()))
    };
    let use_it = move |_| {
        if let Some(way) = way.get_untracked() {
            state.follow_plan(way.followed, &way.reached);
        }
    };
    let facts = redrawn(move || {
        let words = words.get_value();
        let effort = of_way(|way| way.effort.clone()).get();
        let chance = sure
            .get()
            .map(|(rank, share)| fact(holds(rank, &words), chance(share, &words)));
        view! { <dl class="facts">{fact(words.plan_total_effort().to_owned(), effort)}{chance}</dl> }
            .into_any()
    });
    let told = text(move || {
        words.with_value(|words| {
            let effort = words.plan_not_money();
            match sure.get() {
                None => effort.to_owned(),
                Some(_) => {
                    let varied = of_way(|way| way.varied.clone()).get();
                    format!("{effort} {} {varied}", words.plan_chance_of(DRAWS))
                }
            }
        })
    });
    let table_of = move |table: fn(&Way) -> Option<Arc<Told>>| {
        Signal::derive(move || way.with(|way| way.as_ref().and_then(table)))
    };
    view! {
        <button type="button" class="primary" on:click=use_it>{now.plan_use()}</button>
        {facts}
        <DrawsWaiting state is_awaited=Signal::stored(false) />
        <fieldset class="vary">
            <legend>{now.plan_vary()}</legend>
            <WeightsSwitch state />
            <RivalsSwitch state />
        </fieldset>
        <Caution sentence=told class="copy-said" />
        <Folded id="folded-proof" summary=Signal::stored(now.details().to_owned())>
            {redrawn(move || {
                let words = words.get_value();
                let bound = of_way(|way| way.bound.clone()).get();
                view! {
                    <dl class="facts">{fact(words.plan_bound().to_owned(), bound)}</dl>
                    <p>{words.plan_proof()}</p>
                }
                .into_any()
            })}
            <Seed state />
        </Folded>
        <DataTable state name="plan-steps" told=table_of(|way| Some(Arc::clone(&way.steps))) />
        <DataTable state name="plan-singles" told=table_of(|way| way.singles.clone()) />
    }
    .into_any()
}

/// A name with its value.
fn fact(name: String, value: String) -> AnyView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}

/// Has the max points vary in the draws, or not: as widely as is chosen under "how sure".
#[component]
fn WeightsSwitch(state: State) -> impl IntoView {
    let words = state.words.get_untracked();
    let spread = move || choice(state, "spread").unwrap_or_else(|| "25".to_owned());
    let is_on = flag(move || spread() != "0");
    let label = text(move || {
        let spread = Some(spread()).filter(|own| own != "0");
        words.stability_weights(spread.unwrap_or_else(|| "25".to_owned()))
    });
    let change = move |event| {
        let spread = if event_target_checked(&event) {
            ""
        } else {
            "0"
        };
        state.set_choice("spread", spread);
    };
    view! {
        <label class="switch">
            <input
                type="checkbox"
                checked=is_on.get_untracked()
                prop:checked=is_on
                on:change=change
            />
            <span><LiveText text=label /></span>
        </label>
    }
    .into_any()
}

#[cfg(test)]
mod tests;
