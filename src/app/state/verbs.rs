//! What a reader does: choosing, supposing, knowing, undoing. Every change of the scenario is here.

use super::{AppState, kept_figures, storage_key};
use crate::app::arrival::{Arrival, Place, arrive, known_text, with_known};
use crate::app::browser::storage;
use crate::app::shown::edition_of;
use crate::app::timeline::Timeline;
use crate::calculator::CalculatorError;
use crate::model::{Entry, Kind, MaxPoints, Override, Rivals, Scenario, Score};
use leptos::prelude::*;

impl AppState {
    /// Asks about another unit.
    pub(crate) fn choose_unit(self, unit: &str) {
        self.editing.set(None);
        if self.unit() != unit {
            let unit = Some(unit.to_owned());
            self.scenario.update(|scenario| scenario.unit = unit);
            self.end_edit();
        }
    }

    /// Goes to another edition, to the same province and to what was supposed there before.
    pub(crate) fn choose_edition(self, edition: &str) {
        let present = self.scenario.get_untracked();
        if present.edition == edition {
            return;
        }
        let unit = self.unit();
        let unit = self
            .calculator
            .counterpart(&unit, edition)
            .map(str::to_owned);
        let kept = self.shelf.with_value(|shelf| {
            let found = shelf.iter().find(|scenario| scenario.edition == edition);
            found.cloned()
        });
        let kept = kept.unwrap_or_else(|| {
            let scenario = with_known(Scenario::baseline(edition), kept_figures);
            self.calculator
                .admit(&scenario, &Scenario::baseline(edition))
                .0
        });
        let next = Scenario {
            unit: unit.or_else(|| kept.unit.clone()),
            ..kept
        };
        self.show(next);
        self.end_edit();
    }

    /// Opens the scorecard of another unit without asking about it.
    pub(crate) fn edit_unit(self, unit: &str) {
        let is_other = self.unit() != unit;
        self.editing.set(is_other.then(|| unit.to_owned()));
    }

    /// "What if it became this": the present value again means no assumption.
    pub(crate) fn suppose(self, unit: &str, indicator: &str, score: Score) {
        let scenario = self.scenario.get_untracked();
        let next = if self.is_present_value(unit, indicator, score) {
            scenario.without_kind(unit, indicator, Kind::WhatIf)
        } else {
            scenario.with_override(entry(unit, indicator, score, Kind::WhatIf))
        };
        self.edit(next, &format!("{unit}.{indicator}"));
    }

    /// "I know that it was this"; refused where the published total cannot hold with it.
    pub(crate) fn know(
        self,
        unit: &str,
        indicator: &str,
        score: Score,
    ) -> Result<(), CalculatorError> {
        let scenario = self.scenario.get_untracked();
        let next = scenario.with_override(entry(unit, indicator, score, Kind::Known));
        self.try_edit(next, &format!("{unit}.{indicator}.known"))
    }

    /// Takes a known figure back.
    pub(crate) fn forget(self, unit: &str, indicator: &str) {
        let scenario = self.scenario.get_untracked();
        self.edit(
            scenario.without_kind(unit, indicator, Kind::Known),
            "forget",
        );
        self.end_edit();
    }

    /// Takes back the what-if on one indicator.
    pub(crate) fn reset_indicator(self, unit: &str, indicator: &str) {
        let scenario = self.scenario.get_untracked();
        self.edit(
            scenario.without_kind(unit, indicator, Kind::WhatIf),
            "reset",
        );
        self.end_edit();
    }

    /// Takes back everything about one unit.
    pub(crate) fn reset_unit(self, unit: &str) {
        let scenario = self.scenario.get_untracked();
        self.edit(scenario.without(unit, None), "reset unit");
        self.end_edit();
    }

    /// Goes back to the published edition.
    pub(crate) fn reset_all(self) {
        let scenario = self.scenario.get_untracked();
        let next = Scenario {
            unit: scenario.unit,
            ..Scenario::baseline(&scenario.edition)
        };
        self.edit(next, "reset all");
        self.end_edit();
    }

    /// Changes what rivals do.
    pub(crate) fn set_rivals(self, rivals: Rivals) -> Result<(), CalculatorError> {
        let scenario = self.scenario.get_untracked();
        self.try_edit(Scenario { rivals, ..scenario }, "rivals")
    }

    /// Changes the max points of an indicator; `None` goes back to the framework's own.
    pub(crate) fn set_max_points(
        self,
        indicator: &str,
        max_points: Option<MaxPoints>,
    ) -> Result<(), CalculatorError> {
        let mut next = self.scenario.get_untracked();
        match max_points {
            Some(max_points) => next.max_points.insert(indicator.to_owned(), max_points),
            None => next.max_points.remove(indicator),
        };
        self.try_edit(next, &format!("max points of {indicator}"))
    }

    /// Goes back to the framework's max points.
    pub(crate) fn reset_max_points(self) {
        let mut next = self.scenario.get_untracked();
        next.max_points.clear();
        self.edit(next, "reset max points");
        self.end_edit();
    }

    /// One step back.
    pub(crate) fn undo(self) {
        let present = self.scenario.get_untracked();
        let step = self.timeline.try_update(|timeline| timeline.undo(&present));
        if let Some(before) = step.flatten() {
            self.show(before);
        }
    }

    /// One step forward again.
    pub(crate) fn redo(self) {
        let present = self.scenario.get_untracked();
        let step = self.timeline.try_update(|timeline| timeline.redo(&present));
        if let Some(after) = step.flatten() {
            self.show(after);
        }
    }

    /// Shows what another address asks for. Without a choice of its own, language and theme stay.
    pub(crate) fn arrive(self, fragment: &str) {
        let Arrival { link, notices } = arrive(self.calculator, fragment, kept_figures);
        if let Some(language) = link.language {
            self.language.set(language);
        }
        if let Some(theme) = link.theme {
            self.theme.set(theme);
        }
        self.notices.set(notices);
        self.place.set_value(Place::of(&link));
        self.show(link.scenario.clone());
        self.carried.set_value(link);
        self.end_edit();
    }

    fn unit(self) -> String {
        self.shown.with_untracked(|shown| shown.unit.clone())
    }

    fn is_present_value(self, unit: &str, indicator: &str, score: Score) -> bool {
        let shown = self.shown.get_untracked();
        let Some(edition) = edition_of(self.calculator, &shown) else {
            return false;
        };
        let place = edition
            .position(unit)
            .zip(edition.framework().node(indicator));
        place.is_some_and(|(position, node)| shown.present_value(position, node) == score.value())
    }

    fn try_edit(self, next: Scenario, key: &str) -> Result<(), CalculatorError> {
        self.calculator.simulate(&next)?;
        self.edit(next, key);
        Ok(())
    }

    fn edit(self, next: Scenario, key: &str) {
        let present = self.scenario.get_untracked();
        if present == next {
            return;
        }
        self.timeline
            .update(|timeline| timeline.record(&present, key));
        self.scenario.set(next);
        self.end_of_edit
            .run(move || self.timeline.update(Timeline::seal));
    }

    fn end_edit(self) {
        self.end_of_edit.cancel();
        self.timeline.update(Timeline::seal);
    }

    fn show(self, next: Scenario) {
        let present = self.scenario.get_untracked();
        if present.edition != next.edition {
            self.editing.set(None);
            self.shelf.update_value(|shelf| {
                shelf.retain(|scenario| scenario.edition != present.edition);
                shelf.push(present);
            });
        }
        self.scenario.set(next);
    }

    /// Keeps known figures on the device; without storage they live as long as the page.
    pub(crate) fn keep_figures(self) {
        self.scenario.with(|scenario| {
            let text = known_text(scenario);
            storage::set(&storage_key(&scenario.edition), text.as_deref()).ok();
        });
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
