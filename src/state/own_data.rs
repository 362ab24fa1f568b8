//! What the page does with what the reader brought: it counts with it, and the assessed figures are
//! part of every scenario, whatever is undone or reset.

use super::arrival::{Arrival, Notice, arrive};
use super::{State, Timeline};
use dti_engine::calculator::Calculator;
use dti_engine::model::{Kind, Override, Scenario};
use dti_formats::link;
use leptos::prelude::*;
use std::sync::Arc;

/// The assessed figures of an edition among those of all: lines `edition fragment`.
pub fn assessed_in<'a>(all: &'a str, edition: &str) -> Option<&'a str> {
    let mut lines = all.lines().filter_map(|line| line.split_once(' '));
    let found = lines.find(|(own, _)| *own == edition);
    found.map(|(_, fragment)| fragment)
}

impl State {
    /// Counts with other data from now on; what they do not allow of the scenario is said.
    pub fn count_with(self, calculator: Arc<Calculator>) {
        let mut link = untrack(|| self.link());
        // The assessed figures come right behind, as these data allow them.
        link.scenario = link.scenario.without_assessed();
        self.use_calculator(Arc::clone(&calculator));
        let Arrival { link, notices } = arrive(&calculator, (link, Vec::new()), |_| None);
        self.notices.set(notices);
        // Steps back may name what is no longer there.
        self.timeline.set(Timeline::default());
        // It was admitted by this calculator.
        self.try_show(link.scenario.clone()).ok();
        self.carried.set(link);
    }

    /// Counts with the same data and the components below them from now on: nothing that the reader sees
    /// or could undo changes.
    pub fn count_with_components(self, calculator: Arc<Calculator>) {
        self.use_calculator(calculator);
        let now = self.scenario_now();
        self.try_show(now).ok();
    }

    fn use_calculator(self, calculator: Arc<Calculator>) {
        self.shelf
            .update_value(|shelf| shelf.retain(|kept| calculator.open(kept).is_ok()));
        self.calculator.set(calculator);
    }

    /// Takes the assessed figures of all editions in the place of those before.
    pub fn assess(self, all: &str) {
        let calculator = self.calculator.get_untracked();
        self.shelf.update_value(|shelf| {
            for kept in shelf.iter_mut() {
                *kept = assessed(kept, all);
            }
            shelf.retain(|kept| calculator.open(kept).is_ok());
        });
        let now = self.scenario_now();
        let next = assessed(&now, all);
        if next != now {
            // They come first: a what-if around them that they leave no room for goes, and is named.
            let (next, refused) = calculator.admit(&next, &now);
            if !refused.is_empty() {
                self.notices
                    .update(|notices| notices.extend(refused.into_iter().map(Notice::Refused)));
            }
            self.try_show(next).ok();
        }
    }

    /// A scenario with the assessed figures of this moment, whatever it held of them.
    pub(super) fn with_present_assessed(self, next: Scenario) -> Scenario {
        let now = self.scenario_now();
        let is_assessed = |o: &Override| o.kind == Kind::Assessed;
        let has_any = |scenario: &Scenario| scenario.overrides.iter().any(is_assessed);
        if next.edition != now.edition || (!has_any(&next) && !has_any(&now)) {
            return next;
        }
        let mut next = next.without_assessed();
        let mut all = now.overrides;
        all.retain(is_assessed);
        all.append(&mut next.overrides);
        next.overrides = all;
        next
    }
}

/// A scenario with the assessed figures of its edition.
fn assessed(scenario: &Scenario, all: &str) -> Scenario {
    let mut next = scenario.without_assessed();
    if let Some(fragment) = assessed_in(all, &scenario.edition) {
        let mut brought = link::read_private(fragment).0.scenario.overrides;
        brought.retain(|o| o.kind == Kind::Assessed);
        brought.append(&mut next.overrides);
        next.overrides = brought;
    }
    next
}
