//! What a reader does: choosing, supposing, knowing, undoing. Every change of the scenario is here.

use super::Page;
use super::arrival::{Arrival, arrive, with_known};
use super::shown::Shown;
use dti_engine::calculator::{CalculatorError, highest_entry, lowest_entry};
use dti_engine::model::{Entry, Kind, Level, MaxPoints, Node, Override, Rivals, Scenario, Score};
use dti_formats::link::{self, Link};

impl Page {
    /// Asks about another unit.
    pub(super) fn choose_unit(&mut self, unit: &str) {
        self.editing = None;
        self.scenario.unit = Some(unit.to_owned());
        self.timeline.seal();
        self.refresh();
    }

    /// Goes to another edition, to the same province and to what was supposed there before.
    pub(super) fn choose_edition(&mut self, edition: &str) {
        if self.scenario.edition == edition || self.calculator.edition(edition).is_err() {
            return;
        }
        let unit = self.calculator.counterpart(&self.shown.unit, edition);
        let unit = unit.map(str::to_owned);
        let kept = self.shelf.iter().find(|s| s.edition == edition).cloned();
        let kept = kept.unwrap_or_else(|| {
            let scenario = with_known(Scenario::baseline(edition), self.kept);
            let fallback = Scenario::baseline(edition);
            self.calculator.admit(&scenario, &fallback).0
        });
        let next = Scenario {
            unit: unit.or_else(|| kept.unit.clone()),
            ..kept
        };
        self.show(next);
        self.timeline.seal();
    }

    /// Opens the scorecard of another unit without asking about it.
    pub(super) fn edit_unit(&mut self, unit: &str) {
        let is_other = self.shown.unit != unit;
        self.editing = is_other.then(|| unit.to_owned());
        self.refresh();
    }

    /// Opens the scorecard of the unit asked about again.
    pub(super) fn edit_own(&mut self) {
        self.editing = None;
        self.refresh();
    }

    /// "What if it became this": the present value again means no assumption. Says why where there
    /// is no room for it.
    pub(super) fn suppose(&mut self, indicator: &str, score: Score) -> Option<String> {
        let unit = self.shown.subject.clone();
        let has_parts = self.has_parts_set(&unit);
        let next = if !has_parts && self.is_present_value(indicator, score) {
            self.scenario.without_kind(&unit, indicator, Kind::WhatIf)
        } else {
            let supposed = entry(&unit, indicator, score, Kind::WhatIf);
            self.scenario.with_override(supposed)
        };
        let fitting = if has_parts {
            self.within_reach(next, &unit, indicator)
        } else {
            Ok(next)
        };
        match fitting {
            Ok(next) => self.edit(next, &format!("{unit}.{indicator}")),
            Err(error) => return Some(self.in_words(&error)),
        }
        None
    }

    /// The same by slider or step: what is refused is told beside the field.
    pub(super) fn slide(&mut self, indicator: &str, score: Score) {
        if let Some(sentence) = self.suppose(indicator, score) {
            self.fault_field(&format!("field-{indicator}"), sentence);
        }
    }

    /// Whether anything of a unit is set above or below its main indicators.
    fn has_parts_set(&self, unit: &str) -> bool {
        let framework = self.edition().map(|edition| edition.framework());
        let is_main = |o: &Override| {
            framework.is_some_and(|framework| {
                let node = framework.node(&o.indicator).unwrap_or(Node::ROOT);
                framework.indicator(node).level == Level::Main
            })
        };
        let mut own = self.scenario.overrides.iter().filter(|o| o.unit == unit);
        own.any(|o| !is_main(o))
    }

    /// A what-if as near to what was wanted as what is entered around it leaves room for.
    fn within_reach(
        &self,
        next: Scenario,
        unit: &str,
        indicator: &str,
    ) -> Result<Scenario, CalculatorError> {
        let Err(error) = self.calculator.simulate(&next) else {
            return Ok(next);
        };
        // What is entered wholly, or lies in a group that is set, has no room.
        let near = match &error {
            CalculatorError::Unreachable {
                indicator: refused,
                given,
                low,
                high,
                ..
            } if refused == indicator && low < high => {
                given.clamp_to(lowest_entry(*low), highest_entry(*high))
            }
            _ => return Err(error),
        };
        let near = Score::try_new(near).ok_or(error)?;
        let near = next.with_override(entry(unit, indicator, near, Kind::WhatIf));
        self.calculator.simulate(&near).map(|_| near)
    }

    /// "I know that it was this"; refused where the published total cannot hold with it.
    pub(super) fn know(&mut self, indicator: &str, score: Score) -> Result<(), CalculatorError> {
        let unit = self.shown.subject.clone();
        let known = entry(&unit, indicator, score, Kind::Known);
        let next = self.scenario.with_override(known);
        self.try_edit(next, &format!("{unit}.{indicator}.known"))
    }

    /// Takes a known figure back.
    pub(super) fn forget(&mut self, indicator: &str) {
        let unit = &self.shown.subject;
        let next = self.scenario.without_kind(unit, indicator, Kind::Known);
        self.edit_once(next);
    }

    /// Takes back the what-if on one indicator.
    pub(super) fn reset_indicator(&mut self, indicator: &str) {
        let unit = &self.shown.subject;
        let next = self.scenario.without_kind(unit, indicator, Kind::WhatIf);
        self.edit_once(next);
    }

    /// Takes back everything about one unit.
    pub(super) fn reset_unit(&mut self, unit: &str) {
        self.edit_once(self.scenario.without(unit, None));
    }

    /// Goes back to the published edition.
    pub(super) fn reset_all(&mut self) {
        self.edit_once(Scenario {
            unit: self.scenario.unit.clone(),
            ..Scenario::baseline(&self.scenario.edition)
        });
    }

    /// Changes what rivals do.
    pub(super) fn set_rivals(&mut self, rivals: Rivals) -> Result<(), CalculatorError> {
        let next = Scenario {
            rivals,
            ..self.scenario.clone()
        };
        self.try_edit(next, "rivals")
    }

    /// Changes the max points of an indicator; `None` goes back to the framework's own.
    pub(super) fn set_max_points(
        &mut self,
        indicator: &str,
        max_points: Option<MaxPoints>,
    ) -> Result<(), CalculatorError> {
        let mut next = self.scenario.clone();
        match max_points {
            Some(max_points) => next.max_points.insert(indicator.to_owned(), max_points),
            None => next.max_points.remove(indicator),
        };
        self.try_edit(next, &format!("max points of {indicator}"))
    }

    /// Goes back to the framework's max points.
    pub(super) fn reset_max_points(&mut self) {
        let mut next = self.scenario.clone();
        next.max_points.clear();
        self.edit_once(next);
    }

    /// Shows a whole scenario, as one step.
    pub(super) fn load(&mut self, fragment: &str) {
        // A button of the page made it, so it may hold what stays on the device.
        let wanted = link::read_private(fragment).0.scenario;
        let (next, _) = self.calculator.admit(&wanted, &self.scenario);
        if next.edition == self.scenario.edition {
            self.edit_once(next);
        } else {
            self.show(next);
            self.timeline.seal();
        }
    }

    /// One step back.
    pub(super) fn undo(&mut self) {
        if let Some(before) = self.timeline.undo(&self.scenario) {
            self.show_admitted(before);
        }
    }

    /// One step forward again.
    pub(super) fn redo(&mut self) {
        if let Some(after) = self.timeline.redo(&self.scenario) {
            self.show_admitted(after);
        }
    }

    /// Shows what the assessed figures of this moment leave of a scenario.
    fn show_admitted(&mut self, wanted: Scenario) {
        let wanted = self.with_present_assessed(wanted);
        let (next, _) = self.calculator.admit(&wanted, &self.scenario);
        self.show(next);
    }

    /// Shows what another address asks for. Without a choice of its own, language and theme stay.
    pub fn arrive(&mut self, fragment: &str) {
        let (mut link, notices) = link::read(fragment);
        link.scenario = self.with_present_assessed(link.scenario);
        self.take_in((link, notices));
    }

    /// The same of another module of the page, assessed figures included.
    pub(super) fn arrive_privately(&mut self, fragment: &str) {
        self.take_in(link::read_private(fragment));
    }

    fn take_in(&mut self, read: (Link, Vec<link::Notice>)) {
        let Arrival { link, notices } = arrive(self.calculator, read, self.kept);
        self.language = link.language.unwrap_or(self.language);
        self.theme = link.theme.unwrap_or(self.theme);
        self.notices = notices;
        self.show(link.scenario.clone());
        self.carried = link;
        self.timeline.seal();
    }

    fn is_present_value(&self, indicator: &str, score: Score) -> bool {
        let place = self.edition().and_then(|edition| {
            let position = edition.position(&self.shown.subject)?;
            Some((position, edition.framework().node(indicator)?))
        });
        place.is_some_and(|(position, node)| {
            self.shown.present_value(position, node) == score.value()
        })
    }

    fn try_edit(&mut self, next: Scenario, key: &str) -> Result<(), CalculatorError> {
        self.calculator.simulate(&next)?;
        self.edit(next, key);
        Ok(())
    }

    /// An edit that no other one continues.
    fn edit_once(&mut self, next: Scenario) {
        self.timeline.seal();
        self.edit(next, "");
        self.timeline.seal();
    }

    fn edit(&mut self, next: Scenario, key: &str) {
        let next = self.with_present_assessed(next);
        if self.scenario == next {
            return;
        }
        self.timeline.record(&self.scenario, key, self.now);
        self.scenario = next;
        self.refresh();
    }

    fn show(&mut self, next: Scenario) {
        if self.scenario.edition != next.edition {
            self.editing = None;
            self.drafts.clear();
            self.shelf.retain(|s| s.edition != self.scenario.edition);
            self.shelf.push(self.scenario.clone());
        }
        self.scenario = next;
        self.refresh();
    }

    /// Shows a scenario after the data changed: nothing worked out before holds.
    pub(super) fn show_anew(&mut self, next: Scenario) {
        if self.scenario.edition != next.edition {
            self.editing = None;
        }
        self.drafts.clear();
        self.scenario = next;
        self.show_all_anew();
    }

    /// Works everything out anew, with nothing of what was before.
    pub(super) fn show_all_anew(&mut self) {
        let editing = self.editing.as_deref();
        self.shown = Shown::of(self.calculator, &self.scenario, editing, None);
    }

    /// Works everything out again.
    fn refresh(&mut self) {
        let editing = self.editing.as_deref();
        let next = Shown::of(self.calculator, &self.scenario, editing, Some(&self.shown));
        if next.subject != self.shown.subject {
            self.drafts.clear();
            self.open_forms.clear();
        }
        self.shown = next;
    }
}

fn entry(unit: &str, indicator: &str, score: Score, kind: Kind) -> Override {
    Override {
        unit: unit.to_owned(),
        indicator: indicator.to_owned(),
        entry: Entry::Score(score),
        kind,
    }
}
