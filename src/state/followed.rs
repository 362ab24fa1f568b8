//! The plan that a reader has taken as the scenario: it stays in view while its steps are taken.

use super::State;
use dti_engine::calculator::{Plan, Target};
use dti_engine::model::{Exact, Node, Scenario};
use leptos::prelude::*;

/// A plan that is followed.
#[derive(Clone, PartialEq, Debug)]
pub struct Followed {
    /// Id of the edition.
    pub edition: String,
    /// Row of the unit in it.
    pub unit: usize,
    /// What it is to reach.
    pub target: Target,
    /// What is to be done, in this order.
    pub steps: Vec<FollowedStep>,
}

/// A step of a plan that is followed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FollowedStep {
    /// The indicator.
    pub node: Node,
    /// Its score when the plan was taken.
    pub from: Exact,
    /// The score to reach.
    pub to: Exact,
}

impl Followed {
    /// A plan for the unit in this row of an edition.
    pub fn of(plan: &Plan, target: Target, edition: &str, unit: usize) -> Self {
        let steps = plan.steps.iter().map(|step| FollowedStep {
            node: step.node,
            from: step.from,
            to: step.to,
        });
        Self {
            edition: edition.to_owned(),
            unit,
            target,
            steps: steps.collect(),
        }
    }
}

impl State {
    /// Shows the scenario that a plan ends in, as one step, and keeps the plan in view.
    pub fn follow_plan(self, plan: Followed, reached: &Scenario) {
        self.load_scenario(reached);
        self.followed.set(Some(plan));
    }

    /// Keeps no plan in view any longer; the scenario stays.
    pub fn forget_plan(self) {
        self.followed.set(None);
    }

    /// The plan that is followed, if it is about what is on screen.
    pub fn followed_here(self) -> Option<Followed> {
        let (edition, unit) = (self.edition.get(), self.unit.get());
        let followed = self.followed.get();
        followed.filter(|own| own.edition == edition.id() && own.unit == unit)
    }

    /// How much of a step is left to be done, in score; nothing once it is reached.
    pub fn left_of(self, step: FollowedStep, unit: usize) -> Option<Exact> {
        let now = self
            .session
            .with(|session| session.score_of(unit, step.node));
        (now < step.to).then(|| step.to - now)
    }
}
