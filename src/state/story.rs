//! What the sentence that can be quoted is about: the names around the verdict, and everything that is
//! supposed.

use super::State;
use dti_engine::calculator::Verdict;
use dti_engine::model::{Edition, Kind, Provenance, Scenario, Text};
use dti_words::{
    GivenOtherwise, NewMaximum, Story, Supposed, quote, rival_mode, status, tied_with,
};
use leptos::prelude::*;

impl State {
    /// The story in one sentence.
    pub fn sentence(self) -> String {
        let story = self.story();
        let told = story.map(|story| self.words.with(|words| quote(&story, words)));
        told.unwrap_or_default()
    }

    /// The result in one line, for the status line some time after an edit.
    pub fn news(self) -> String {
        let Some(verdict) = self.verdict.get() else {
            return String::new();
        };
        let words = self.words.get();
        let scenario = self.scenario();
        let provenance = self.provenance();
        let told = [
            Some(status(&verdict, &self.name_at(verdict.position), &words)),
            tied_with(&self.tied(&verdict), &words),
            Some(rival_mode(scenario.rivals, &words)),
            (provenance != Provenance::Published).then(|| self.tag()),
        ];
        let told = told.into_iter().flatten().filter(|part| !part.is_empty());
        told.collect::<Vec<_>>().join("; ")
    }

    /// Whose figures are shown and whether they were changed, in a few words.
    pub fn tag(self) -> String {
        let is_edited = self.is_edited();
        self.words.with(|words| words.tag(is_edited).to_owned())
    }

    /// Names of those that share the rank of the unit asked about.
    pub fn tied(self, verdict: &Verdict) -> Vec<Text> {
        verdict.tied.iter().map(|&row| self.name_at(row)).collect()
    }

    /// What the file of an own index gives and what comes out, by unit; totals only where they
    /// differ.
    pub fn given_otherwise(self) -> Vec<GivenOtherwise> {
        let edition = self.edition.get();
        let decimals = self.decimals.get();
        let found = self.calculator.get().mismatches(edition.id());
        let told = found
            .unwrap_or_default()
            .into_iter()
            .map(|one| GivenOtherwise {
                unit: edition
                    .position(&one.unit)
                    .map_or_else(String::new, |row| self.name(row)),
                totals: one.published_total.map(|given| (given, one.total)),
                decimals,
                ranks: one.published_rank.map(|given| (given, one.rank)),
            });
        told.collect()
    }

    fn story(self) -> Option<Story> {
        let verdict = self.verdict.get()?;
        let edition = self.edition.get();
        let scenario = self.scenario();
        let unit = edition.units().get(verdict.position)?.id.clone();
        let own = Own {
            edition: &edition,
            scenario: &scenario,
            unit: &unit,
        };
        Some(Story {
            unit: self.name_at(verdict.position),
            edition: edition.header().title.clone(),
            tied: self.tied(&verdict),
            supposed: self.supposed(&own, verdict.position),
            assessed: own.of(Kind::Assessed).count(),
            known: own.known(),
            others: own.others(),
            maxima: own.maxima(),
            rivals: scenario.rivals,
            is_edited: !scenario.is_baseline(),
            verdict,
        })
    }

    fn supposed(self, own: &Own<'_>, row: usize) -> Vec<Supposed> {
        let framework = own.edition.framework();
        let supposed = own.of(Kind::WhatIf).filter_map(|o| {
            let node = framework.node(&o.indicator)?;
            Some(Supposed {
                indicator: framework.indicator(node).name.clone(),
                score: self.session.with(|session| session.score_of(row, node)),
                present: self.present.with(|present| present.score_of(row, node)),
            })
        });
        supposed.collect()
    }
}

/// A scenario around one unit.
struct Own<'a> {
    edition: &'a Edition,
    scenario: &'a Scenario,
    unit: &'a str,
}

impl<'a> Own<'a> {
    fn of(&self, kind: Kind) -> impl Iterator<Item = &'a dti_engine::model::Override> {
        let unit = self.unit;
        let overrides = self.scenario.overrides.iter();
        overrides.filter(move |o| o.unit == unit && o.kind == kind)
    }

    fn indicator(&self, id: &str) -> Option<&'a dti_engine::model::Indicator> {
        let framework = self.edition.framework();
        Some(framework.indicator(framework.node(id)?))
    }

    fn known(&self) -> Vec<Text> {
        let known = self.of(Kind::Known);
        let names = known.filter_map(|o| Some(self.indicator(&o.indicator)?.name.clone()));
        names.collect()
    }

    fn others(&self) -> Vec<Text> {
        let is_other = |id: &str| {
            let mut overrides = self.scenario.overrides.iter();
            id != self.unit && overrides.any(|o| o.unit == id)
        };
        let others = self
            .edition
            .units()
            .iter()
            .filter(|unit| is_other(&unit.id));
        others.map(|unit| unit.name.clone()).collect()
    }

    fn maxima(&self) -> Vec<NewMaximum> {
        let maxima = self.scenario.max_points.iter().filter_map(|(id, now)| {
            let own = self.indicator(id)?;
            Some(NewMaximum {
                indicator: own.name.clone(),
                now: now.value(),
                before: own.max_points.value(),
            })
        });
        maxima.filter(|one| one.now != one.before).collect()
    }
}
