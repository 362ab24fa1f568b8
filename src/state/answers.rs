//! What the views show of the scenario, each a question to the session.

use super::State;
use dti_engine::calculator::{Calculator, LadderLine, ScorecardLine, Verdict};
use dti_engine::model::{Edition, Exact, Kind, Node, Note, Origin};
use dti_engine::session::Session;
use leptos::prelude::*;

/// The sum of a group.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct GroupLine {
    /// Points under the scenario.
    pub points: Exact,
    /// Max points under the scenario.
    pub max_points: Exact,
}

/// The sum of a group of a unit.
pub fn group_line(session: &Session, row: usize, group: Node) -> GroupLine {
    let max_points = session.maxima().of_node(group);
    GroupLine {
        points: session.score_of(row, group) * max_points,
        max_points,
    }
}

/// The groups of the scorecard with their main indicators: first the group where most points are
/// missing in the middle of the field.
pub fn groups(edition: &Edition, present: &Session) -> Vec<(Node, Vec<Node>)> {
    let framework = edition.framework();
    let mut groups = framework.main_groups();
    let missing = |mains: &[Node]| {
        let missing = |&node: &Node| {
            let median = present.column(&framework.indicator(node).id);
            let median = median.map_or(Exact::ONE, |column| column.median);
            (Exact::ONE - median) * present.maxima().of_node(node)
        };
        mains
            .iter()
            .map(missing)
            .fold(Exact::ZERO, |sum, own| sum + own)
    };
    groups.sort_by_cached_key(|(_, mains)| -missing(mains));
    groups
}

impl State {
    /// The line of an indicator in the open scorecard.
    pub fn line(self, node: Node) -> Option<ScorecardLine> {
        let row = self.subject();
        self.session.with(|session| {
            self.present
                .with(|present| session.scorecard_line(present, row, node).ok())
        })
    }

    /// Whether a figure of the open scorecard is supposed, and whether the reader knows it.
    pub fn holds(self, node: Node, kind: Kind) -> bool {
        let row = self.subject();
        self.session.with(|session| session.holds(row, node, kind))
    }

    /// A row of the ranking.
    pub fn ladder_line(self, row: usize) -> Option<LadderLine> {
        self.session.with(|session| session.ladder_line(row))
    }

    /// How many values of a unit are changed; what is assessed belongs to the own data.
    pub fn changes(self, row: usize) -> usize {
        self.session.with(|session| changes(session, row))
    }

    /// What a reader must know about the result.
    pub fn notes(self) -> Vec<Note> {
        self.session.with(Session::notes)
    }

    /// Whether rivals can repeat last year's change in this edition.
    pub fn has_trend(self) -> bool {
        self.edition
            .with(|edition| self.calculator.get().has_trend(edition.id()))
    }
}

/// Decimals of scores beside a verdict.
pub fn decimals(verdict: Option<&Verdict>) -> u32 {
    let digits = verdict.map(|verdict| verdict.digits);
    digits.unwrap_or_default().score
}

/// Rows of the units of which something is supposed or known.
pub fn edited(session: &Session) -> Vec<usize> {
    let rows = 0..session.ranks().len();
    rows.filter(|&row| changes(session, row) > 0).collect()
}

fn changes(session: &Session, row: usize) -> usize {
    session.count(row, Kind::WhatIf) + session.count(row, Kind::Known)
}

/// How far off the edition's estimates are; an edition without estimates has no such error to show.
pub fn estimate_error(calculator: &Calculator, present: &Session) -> Option<f64> {
    let edition = present.edition();
    let is_estimated = |row: usize| {
        let origin = |node| present.origin_of(row, node);
        let mut mains = edition.framework().mains();
        mains.any(|node| origin(node) == Some(Origin::Estimated))
    };
    let has_estimates = (0..edition.units().len()).any(is_estimated);
    let error = has_estimates.then(|| calculator.estimate_error(edition.id()).ok());
    error.flatten().flatten()
}
