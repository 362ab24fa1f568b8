//! What the page does with what the reader brought: it counts with it, and the assessed figures are
//! part of every scenario, whatever is undone or reset.

use super::arrival::{Notice, arrive};
use super::choices::{clean, unpack};
use super::text::Word;
use super::views::control::button;
use super::{Markup, Page, SAVED};
use dti_engine::calculator::Calculator;
use dti_engine::model::{Kind, Override, Scenario};
use dti_formats::link;

/// The assessed figures of an edition among those of all: lines `edition fragment`.
pub fn assessed_in<'a>(all: &'a str, edition: &str) -> Option<&'a str> {
    let mut lines = all.lines().filter_map(|line| line.split_once(' '));
    let found = lines.find(|(own, _)| *own == edition);
    found.map(|(_, fragment)| fragment)
}

impl Page {
    /// Counts with other data from now on; what they do not allow of the scenario is said.
    pub fn count_with(&mut self, calculator: &'static Calculator) {
        self.calculator = calculator;
        self.shelf.retain(|kept| calculator.simulate(kept).is_ok());
        // The assessed figures come right behind, as these data allow them.
        let mut link = self.link();
        link.scenario = link.scenario.without_assessed();
        let arrival = arrive(calculator, (link, Vec::new()), |_| None);
        self.notices = arrival.notices;
        self.carried = arrival.link.clone();
        // Steps back may name what is no longer there.
        self.timeline = super::Timeline::default();
        self.show_anew(arrival.link.scenario);
    }

    /// Counts with the same data and the components below them from now on: nothing that the reader sees
    /// or could undo changes.
    pub fn count_with_components(&mut self, calculator: &'static Calculator) {
        self.calculator = calculator;
        self.show_all_anew();
    }

    /// Takes the assessed figures of all editions in the place of those before.
    pub fn assess(&mut self, all: &str) {
        for kept in &mut self.shelf {
            *kept = assessed(kept, all);
        }
        self.shelf
            .retain(|kept| self.calculator.simulate(kept).is_ok());
        let next = assessed(&self.scenario, all);
        if next != self.scenario {
            // They come first: a what-if around them that they leave no room for goes, and is named.
            let (next, refused) = self.calculator.admit(&next, &self.scenario);
            self.notices
                .extend(refused.into_iter().map(Notice::Refused));
            self.show_anew(next);
        }
    }

    /// Shows a scenario of a project file.
    pub fn open_scenario(&mut self, fragment: &str) {
        self.load(fragment);
    }

    /// Takes saved scenarios in the place of those that are there.
    pub fn restore_saved(&mut self, text: &str) {
        self.choices.retain(|key, _| !key.starts_with(SAVED));
        for (key, value) in &unpack(text) {
            if key.starts_with(SAVED) {
                self.choices.insert(clean(key), clean(value));
            }
        }
    }

    /// What stands in the place of the desk when it could not be loaded.
    pub fn desk_failed(&self) -> Markup {
        let mut out = Markup::default();
        out.node("div", "notice", |m| {
            m.leaf("p", "", self.word(Word::DeskFailed));
            button(m, "desk open card", self.word(Word::StudioRetry));
        });
        out
    }

    /// A scenario with the assessed figures of this moment, whatever it held of them.
    pub(super) fn with_present_assessed(&self, next: Scenario) -> Scenario {
        let is_assessed = |o: &&Override| o.kind == Kind::Assessed;
        let has_any = |scenario: &Scenario| scenario.overrides.iter().any(|o| is_assessed(&o));
        if next.edition != self.scenario.edition || (!has_any(&next) && !has_any(&self.scenario)) {
            return next;
        }
        let mut next = next.without_assessed();
        let mut all: Vec<Override> = self.scenario.overrides.clone();
        all.retain(|o| is_assessed(&o));
        all.append(&mut next.overrides);
        next.overrides = all;
        next
    }

    /// How many figures of the unit whose scorecard is open are assessed.
    pub(super) fn assessed_figures(&self) -> usize {
        let overrides = self.scenario.overrides.iter();
        let own = |o: &&Override| o.kind == Kind::Assessed && o.unit == self.shown.subject;
        overrides.filter(own).count()
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
