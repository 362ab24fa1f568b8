//! The plan that the reader has taken as the scenario: each step is ticked as it is reached.

use crate::components::{LiveText, redrawn, text};
use crate::state::{Followed, FollowedStep, State};
use dti_words::analyses::plan::plan_aim;
use dti_words::numbers::score;
use leptos::prelude::*;

/// The list of its steps; nothing while no plan is followed on what is on screen.
#[component]
pub(super) fn FollowedPlan(
    /// The state.
    state: State,
) -> impl IntoView {
    let followed = Memo::new(move |_| state.followed_here());
    redrawn(move || match followed.get() {
        None => ().into_any(),
        Some(plan) => listed(state, plan),
    })
}

fn listed(state: State, plan: Followed) -> AnyView {
    let words = state.words.get_untracked();
    let aim = plan_aim(plan.target, &words);
    let unit = plan.unit;
    let all = plan.steps.len();
    let steps = plan.steps.clone();
    let heading = {
        let words = words.clone();
        text(move || {
            let is_done = |step: &&FollowedStep| state.left_of(**step, unit).is_none();
            let done = steps.iter().filter(is_done).count();
            words.plan_followed(&aim, done, all)
        })
    };
    let steps = plan.steps.into_iter().map(|step| {
        let name = state.edition.with_untracked(|edition| {
            let indicator = edition.framework().indicator(step.node);
            words.in_language(&indicator.name).to_owned()
        });
        let told = words.plan_step_told(name, score(step.from, &words), score(step.to, &words));
        let left = Memo::new(move |_| state.left_of(step, unit));
        let words = words.clone();
        let status = text(move || match left.get() {
            None => words.plan_step_done().to_owned(),
            Some(left) => words.plan_step_left(score(left, &words)),
        });
        view! {
            <li class:done=move || left.get().is_none()>
                {told}
                " "
                <strong><LiveText text=status /></strong>
            </li>
        }
        .into_any()
    });
    view! {
        <div class="followed" role="group" aria-labelledby="plan-followed">
            <h4 id="plan-followed"><LiveText text=heading /></h4>
            <ol>{steps.collect_view()}</ol>
            <button type="button" class="quiet" on:click=move |_| state.forget_plan()>
                {words.plan_forget()}
            </button>
        </div>
    }
    .into_any()
}
