//! What a report takes from the analyses, as texts and tables: why the rank moved, and the plan.

use super::explain::{compared, explained};
use super::ground::Ground;
use super::parts::Table;
use super::plan;
use crate::state::{Followed, FollowedStep, State};
use crate::views::figures::Picture;
use dti_charts::Canvas;
use dti_engine::model::Edition;
use dti_words::Words;
use dti_words::analyses::plan::plan_aim;
use dti_words::numbers::score;
use leptos::prelude::*;
use std::sync::Arc;

/// A table with its caption.
pub(crate) type Captioned = (String, dti_words::Table);

/// What the analyses say of the page as it is.
pub(crate) struct Reported {
    /// Every indicator in each year; nothing where no years can be compared.
    pub(crate) years: Option<Captioned>,
    /// Which indicators are not known separately; empty where all are.
    pub(crate) hidden: String,
    /// Why the rank moved.
    pub(crate) why: Why,
    /// The way to the target.
    pub(crate) plan: PlanReported,
    /// The editions that this is about, the earlier one first.
    pub(crate) editions: Vec<Arc<Edition>>,
}

/// Why the rank moved.
pub(crate) struct Why {
    /// The finding.
    pub(crate) finding: String,
    /// What explains it; empty where there is nothing to explain.
    pub(crate) told: String,
    /// The change by indicator, or what is on file where it can't be told.
    pub(crate) table: Option<Captioned>,
    /// That some of it rests on estimates; empty where nothing does.
    pub(crate) estimated: String,
    /// Whose figures these are, where they are edited or not as published.
    pub(crate) whose: String,
    /// The change as it is drawn.
    pub(crate) picture: Option<Arc<Picture>>,
}

/// The way to the target: the plan that is followed, else the one that would be made.
pub(crate) struct PlanReported {
    /// The finding, or what is followed.
    pub(crate) finding: String,
    /// What explains it; empty where there is nothing to explain.
    pub(crate) told: String,
    /// What has to be said of it.
    pub(crate) remarks: Vec<String>,
    /// Steps of the plan that is followed, each with how far it is.
    pub(crate) steps: Vec<String>,
    /// Steps of the plan that would be made.
    pub(crate) table: Option<Captioned>,
}

/// What the analyses say; nothing where no unit is ranked. Pictures are drawn on the canvas.
pub(crate) fn reported(state: State, canvas: &Canvas) -> Option<Reported> {
    let ground = Ground::of_now(state)?;
    let explained = explained(&ground, canvas);
    let captioned = |table: &Table| {
        let is_there = !table.rows.is_empty();
        is_there.then(|| (table.caption.clone(), table.in_file(&ground.words)))
    };
    let plan = match untrack(|| state.followed_here()) {
        Some(followed) => followed_plan(state, followed, &ground.words),
        None => new_plan(&ground),
    };
    Some(Reported {
        years: captioned(&explained.years),
        hidden: explained.hidden,
        why: Why {
            table: captioned(&explained.changes).or_else(|| captioned(&explained.on_file)),
            finding: explained.finding,
            told: explained.told,
            estimated: explained.estimated,
            whose: explained.whose,
            picture: explained.picture,
        },
        plan,
        editions: compared(&ground),
    })
}

fn new_plan(ground: &Ground) -> PlanReported {
    let shown = plan::shown(ground);
    let is_estimated = !shown.estimated.is_empty();
    let estimated = is_estimated.then(|| ground.words.report_plan_estimated().to_owned());
    let remarks = [shown.exceeds, estimated.unwrap_or_default(), shown.rivals];
    let table = shown
        .way
        .map(|way| (way.steps.finding.clone(), way.steps.table.clone()));
    PlanReported {
        finding: shown.finding,
        told: shown.told,
        remarks: remarks.into_iter().filter(|own| !own.is_empty()).collect(),
        steps: Vec::new(),
        table,
    }
}

fn followed_plan(state: State, plan: Followed, words: &Words) -> PlanReported {
    let left = |step: &FollowedStep| untrack(|| state.left_of(*step, plan.unit));
    let done = plan.steps.iter().filter(|step| left(step).is_none());
    let aim = plan_aim(plan.target, words);
    let finding = words.plan_followed(aim, done.count(), plan.steps.len());
    let step = |step: &FollowedStep| {
        let name = state.edition.with_untracked(|edition| {
            let indicator = edition.framework().indicator(step.node);
            words.in_language(&indicator.name).to_owned()
        });
        let told = words.plan_step_told(name, score(step.from, words), score(step.to, words));
        match left(step) {
            None => format!("{told}: {}", words.plan_step_done()),
            Some(left) => format!("{told}: {}", words.plan_step_left(score(left, words))),
        }
    };
    PlanReported {
        finding,
        told: String::new(),
        remarks: Vec::new(),
        steps: plan.steps.iter().map(step).collect(),
        table: None,
    }
}
