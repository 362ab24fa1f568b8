//! What a reader does: choosing, supposing, knowing, undoing. Every change of the scenario is here.

use super::arrival::{Arrival, arrive, with_known};
use super::{State, unit_of};
use dti_engine::calculator::{CalculatorError, highest_entry, lowest_entry, present, stepped};
use dti_engine::model::{Entry, Kind, MaxPoints, Node, Override, Rivals, Scenario, Score};
use dti_formats::link;
use leptos::prelude::*;

/// What undo has to know of an edit.
struct Step {
    key: String,
    /// When it is made, in milliseconds.
    at: f64,
    /// The scenario before it; nothing where it goes on with the step before.
    before: Option<Scenario>,
}

impl State {
    /// Asks about another unit.
    pub fn choose_unit(self, row: usize) {
        let unit = self.edition.with_untracked(|edition| {
            let unit = edition.units().get(row);
            unit.map(|unit| unit.id.clone())
        });
        let Some(unit) = unit else { return };
        self.editing.set(None);
        self.session.update(|session| {
            // A unit of the edition is known to its session.
            session.set_unit(Some(&unit)).ok();
        });
        self.unit.set(row);
        self.seal();
    }

    /// Goes to another edition, to the same unit and to what was supposed there before.
    pub fn choose_edition(self, edition: &str) {
        let calculator = self.calculator.get_untracked();
        let now = self.scenario_now();
        if now.edition == edition || calculator.edition(edition).is_err() {
            return;
        }
        let here = self.id(self.unit.get_untracked());
        let unit = calculator.counterpart(&here, edition).map(str::to_owned);
        self.go_to(edition, unit);
    }

    /// Goes to another edition and asks about a unit of it.
    pub fn go_to(self, edition: &str, unit: Option<String>) {
        let calculator = self.calculator.get_untracked();
        let kept = self
            .shelf
            .with_value(|shelf| shelf.iter().find(|kept| kept.edition == edition).cloned());
        let kept = kept.unwrap_or_else(|| {
            let fallback = Scenario::baseline(edition);
            let scenario = with_known(fallback.clone(), self.kept.get_value());
            calculator.admit(&scenario, &fallback).0
        });
        let unit = unit.or_else(|| kept.unit.clone());
        self.show(Scenario { unit, ..kept });
        self.seal();
    }

    /// Opens the scorecard of another unit without asking about it.
    pub fn edit_unit(self, row: usize) {
        let is_other = self.unit.get_untracked() != row;
        self.editing.set(is_other.then_some(row));
    }

    /// "What if it became this", by slider, step or field; the present value again means no
    /// assumption. Fails where there is no room for it.
    pub fn set_score(self, node: Node, score: Score) -> Result<(), CalculatorError> {
        let unit = self.id(self.subject_untracked());
        let indicator = self.indicator_id(node);
        let step = self.step(format!("{unit}.{indicator}"));
        let is_present = self.present.with_untracked(|present| {
            present.score_of(self.subject_untracked(), node) == score.value()
        });
        let is_taken_back = is_present && !self.has_parts_set(&unit);
        let mut outcome = Ok(0);
        // Nothing follows where nothing was changed.
        self.session.maybe_update(|session| {
            outcome = if is_taken_back {
                session.unset_kind(&unit, &indicator, Kind::WhatIf)
            } else {
                match session.set(&unit, &indicator, score) {
                    Err(error) => nearest(error, &indicator)
                        .and_then(|near| session.set(&unit, &indicator, near)),
                    done => done,
                }
            };
            outcome.is_ok()
        });
        outcome?;
        self.remember(step);
        Ok(())
    }

    /// The same with a score or with points.
    pub fn suppose(self, node: Node, entry: Entry) -> Result<(), CalculatorError> {
        let score = match entry {
            Entry::Score(score) | Entry::Share(score) => return self.set_score(node, score),
            entry => entry,
        };
        let (unit, indicator) = (self.id(self.subject_untracked()), self.indicator_id(node));
        let key = format!("{unit}.{indicator}");
        let supposed = Override {
            unit,
            indicator,
            entry: score,
            kind: Kind::WhatIf,
        };
        let now = self.scenario_now();
        self.edit(now.with_override(supposed), &key)
    }

    /// One hundredth more or less.
    pub fn step_score(self, node: Node, hundredths: i64) -> Result<(), CalculatorError> {
        let row = self.subject_untracked();
        let now = self
            .session
            .with_untracked(|session| session.score_of(row, node));
        self.set_score(node, stepped(now, hundredths))
    }

    /// Whether anything of a unit is set above or below its main indicators.
    fn has_parts_set(self, unit: &str) -> bool {
        let scenario = self.scenario_now();
        self.edition.with_untracked(|edition| {
            let framework = edition.framework();
            let is_main = |id: &str| {
                framework
                    .node(id)
                    .is_some_and(|node| framework.mains().any(|main| main == node))
            };
            let mut own = scenario.overrides.iter().filter(|o| o.unit == unit);
            own.any(|o| !is_main(&o.indicator))
        })
    }

    /// "I know that it was this"; refused where the published total cannot hold with it.
    pub fn know(self, node: Node, score: Score) -> Result<(), CalculatorError> {
        let (unit, indicator) = (self.id(self.subject_untracked()), self.indicator_id(node));
        let key = format!("{unit}.{indicator}.known");
        let known = Override {
            unit,
            indicator,
            entry: Entry::Score(score),
            kind: Kind::Known,
        };
        let now = self.scenario_now();
        self.edit(now.with_override(known), &key)
    }

    /// Takes a known figure back.
    pub fn forget(self, node: Node) {
        self.without_kind(node, Kind::Known);
    }

    /// Takes back the what-if on one indicator.
    pub fn reset_indicator(self, node: Node) {
        self.without_kind(node, Kind::WhatIf);
    }

    fn without_kind(self, node: Node, kind: Kind) {
        let (unit, indicator) = (self.id(self.subject_untracked()), self.indicator_id(node));
        let now = self.scenario_now();
        self.edit_once(now.without_kind(&unit, &indicator, kind));
    }

    /// Takes back everything about one unit.
    pub fn reset_unit(self, unit: &str) {
        let now = self.scenario_now();
        self.edit_once(now.without(unit, None));
    }

    /// Goes back to the edition as it is.
    pub fn reset_all(self) {
        let now = self.scenario_now();
        self.edit_once(Scenario {
            unit: now.unit.clone(),
            ..Scenario::baseline(&now.edition)
        });
    }

    /// Changes what rivals do.
    pub fn set_rivals(self, rivals: Rivals) -> Result<(), CalculatorError> {
        let now = self.scenario_now();
        self.edit(Scenario { rivals, ..now }, "rivals")
    }

    /// Changes the max points of an indicator; the framework's own take the change away.
    pub fn set_max_points(self, node: Node, given: MaxPoints) -> Result<(), CalculatorError> {
        let indicator = self.indicator_id(node);
        let own = self
            .edition
            .with_untracked(|edition| edition.framework().indicator(node).max_points);
        let mut next = self.scenario_now();
        if given == own {
            next.max_points.remove(&indicator);
        } else {
            next.max_points.insert(indicator.clone(), given);
        }
        self.edit(next, &format!("max points of {indicator}"))
    }

    /// Goes back to the framework's max points.
    pub fn reset_max_points(self) {
        let mut next = self.scenario_now();
        next.max_points.clear();
        self.edit_once(next);
    }

    /// Shows a whole scenario that a button of the page or a project file gives, as one step; it may hold
    /// what stays on the device.
    pub fn load_scenario(self, wanted: &Scenario) {
        let now = self.scenario_now();
        let (next, _) = self.calculator.get_untracked().admit(wanted, &now);
        if next.edition == now.edition {
            self.edit_once(next);
        } else {
            self.show(next);
            self.seal();
        }
    }

    /// One step back.
    pub fn undo(self) {
        let now = self.scenario_now();
        let before = self
            .timeline
            .try_update(|timeline| timeline.undo(&now))
            .flatten();
        self.show_admitted(before);
    }

    /// One step forward again.
    pub fn redo(self) {
        let now = self.scenario_now();
        let after = self
            .timeline
            .try_update(|timeline| timeline.redo(&now))
            .flatten();
        self.show_admitted(after);
    }

    /// Shows what the assessed figures of this moment leave of a scenario.
    fn show_admitted(self, wanted: Option<Scenario>) {
        if let Some(wanted) = wanted {
            let wanted = self.with_present_assessed(wanted);
            let now = self.scenario_now();
            let (next, _) = self.calculator.get_untracked().admit(&wanted, &now);
            self.show(next);
        }
    }

    /// Shows what another address asks for. Without a choice of its own, language and theme stay.
    pub fn arrive(self, fragment: &str) {
        let (mut link, unread) = link::read(fragment);
        link.scenario = self.with_present_assessed(link.scenario);
        let (calculator, kept) = (self.calculator.get_untracked(), self.kept.get_value());
        let Arrival { link, notices } = arrive(&calculator, (link, unread), kept);
        self.language.set(
            link.language
                .unwrap_or_else(|| self.language.get_untracked()),
        );
        self.theme
            .set(link.theme.unwrap_or_else(|| self.theme.get_untracked()));
        self.notices.set(notices);
        self.show(link.scenario.clone());
        self.carried.set(link);
        self.seal();
    }

    /// Ends an edit: the next one is a step of its own.
    pub(super) fn seal(self) {
        self.timeline.update_untracked(super::Timeline::seal);
    }

    /// The step that an edit with this key will be of, asked before anything changes: of a whole drag only
    /// its first edit has the scenario copied.
    fn step(self, key: String) -> Step {
        let at = crate::browser::now();
        let timeline = self.timeline;
        let goes_on = timeline.with_untracked(|timeline| timeline.goes_on(&key, at));
        let before = (!goes_on).then(|| self.scenario_now());
        Step { key, at, before }
    }

    fn remember(self, Step { key, at, before }: Step) {
        match before {
            None => self
                .timeline
                .update_untracked(|timeline| timeline.go_on(at)),
            Some(before) => self
                .timeline
                .update(|timeline| timeline.record(before, &key, at)),
        }
    }

    /// An edit that no other one continues; what is taken away leaves room for the rest.
    fn edit_once(self, next: Scenario) {
        self.seal();
        self.edit(next, "").ok();
        self.seal();
    }

    fn edit(self, next: Scenario, key: &str) -> Result<(), CalculatorError> {
        let next = self.with_present_assessed(next);
        if self.scenario_now() == next {
            return Ok(());
        }
        let step = self.step(key.to_owned());
        self.try_show(next)?;
        self.remember(step);
        Ok(())
    }

    /// Shows a scenario that was admitted; one that is refused all the same changes nothing.
    fn show(self, next: Scenario) {
        let now = self.scenario_now();
        let is_elsewhere = now.edition != next.edition;
        if self.try_show(next).is_ok() && is_elsewhere {
            self.shelf.update_value(|shelf| {
                shelf.retain(|kept| kept.edition != now.edition);
                shelf.push(now);
            });
        }
    }

    /// Shows a scenario with nothing of what was before, if it can be simulated.
    pub(super) fn try_show(self, next: Scenario) -> Result<(), CalculatorError> {
        let calculator = self.calculator.get_untracked();
        let session = calculator.open(&next)?;
        let before = calculator.open(&present(&next))?;
        let unit = unit_of(&session, &next);
        let edition = self
            .session
            .with_untracked(|own| own.edition().id().to_owned());
        if edition != next.edition {
            self.editing.set(None);
            self.ladder.forget_columns();
        }
        self.present.set(before);
        self.session.set(session);
        if self.unit.get_untracked() != unit {
            self.unit.set(unit);
        }
        Ok(())
    }
}

/// The nearest score for which what is entered around an indicator leaves room; the error where what is
/// entered wholly, or lies in a group that is set, has none.
fn nearest(error: CalculatorError, indicator: &str) -> Result<Score, CalculatorError> {
    match &error {
        CalculatorError::Unreachable {
            indicator: refused,
            given,
            low,
            high,
            ..
        } if refused == indicator && low < high => {
            let near = given.clamp_to(lowest_entry(*low), highest_entry(*high));
            Score::try_new(near).ok_or(error)
        }
        _ => Err(error),
    }
}
