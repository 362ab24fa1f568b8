//! Cards, pillars, ranks by indicator, medians and notes of a session.

use super::Session;
use super::kept::{Column, Kept, KeptUnit};
use super::terms::Settled;
use crate::calculator::CalculatorError;
use crate::calculator::exact_path::{
    Depth, Outcome, figure_notes, outcome_to, pillar_scores, ranked_pillars, scenario_notes,
};
use crate::model::{Exact, Level, Maxima, Missing, Node, Note, Origin, PillarStanding, Scorecard};
use std::ops::Range;

impl Session {
    /// The pillars of all units with their ranks, in the edition's order; the same until a figure or
    /// a maximum changes.
    pub fn pillars(&self) -> Result<&[Vec<PillarStanding>], CalculatorError> {
        let framework = self.ground.framework();
        let depth = self.depth_of(Node::ROOT);
        let kept = self.settled(0..self.ranks().len(), depth)?;
        let scores = |(unit, own): (usize, &KeptUnit)| {
            let made = || {
                self.pillar_scores(unit, own.outcome(depth))
                    .unwrap_or_default()
            };
            own.pillars.get_or_init(made).clone()
        };
        let pillars = kept.pillars.get_or_init(|| {
            let scores: Vec<Vec<Exact>> = kept.units().iter().enumerate().map(scores).collect();
            ranked_pillars(framework, &scores)
        });
        Ok(pillars)
    }

    /// The pillars of the unit in this row, rounded; those of the edition where nothing changed.
    fn pillar_scores(&self, unit: usize, outcome: Option<&Outcome>) -> Option<Vec<Exact>> {
        let outcome = outcome?;
        if outcome.is_unchanged {
            let published = self.ground.ranking().pillars_of(unit)?.iter();
            return Some(published.map(|pillar| pillar.score).collect());
        }
        let (framework, maxima) = (self.ground.framework(), &self.terms.maxima);
        Some(pillar_scores(
            framework,
            maxima,
            outcome.own_total,
            &outcome.card,
        ))
    }

    /// All units with their whole cards, in the edition's order.
    pub(super) fn outcomes(&self) -> Result<Vec<&Outcome>, CalculatorError> {
        let kept = self.settled(0..self.ranks().len(), Depth::All)?;
        Ok(kept
            .units()
            .iter()
            .filter_map(|own| own.outcome(Depth::All))
            .collect())
    }

    /// An indicator over all units; the same until a figure on it, above or below it changes.
    pub fn column(&self, indicator: &str) -> Result<&Column, CalculatorError> {
        let units = self.edition().units();
        let first = units.first().map(|unit| unit.id.as_str());
        let (_, node) = self.place(first.unwrap_or_default(), indicator)?;
        self.column_of(node)
    }

    /// The same by node.
    pub(super) fn column_of(&self, node: Node) -> Result<&Column, CalculatorError> {
        let framework = self.ground.framework();
        let not_scored = || CalculatorError::NotScored(framework.indicator(node).id.clone());
        let kept = self.kept();
        let column = kept.column(node).ok_or_else(not_scored)?;
        if let Some(made) = column.get() {
            return Ok(made);
        }
        let units = 0..self.ranks().len();
        if self.has_moved_with_maxima(node) {
            self.settled(units.clone(), self.depth_of(node))?;
        }
        let cards: Result<Vec<&Scorecard>, _> = units.map(|unit| self.card(unit, node)).collect();
        let made = Column::of(framework, node, cards?.into_iter());
        Ok(column.get_or_init(|| made))
    }

    /// The score of the unit in this row on a node; zero where there is none.
    pub fn score_of(&self, unit: usize, node: Node) -> Exact {
        let card = self.card(unit, node);
        card.map_or(Exact::ZERO, |card| card.score(node))
    }

    /// Where the score of the unit in this row on a node comes from; `None` where there is none.
    pub fn origin_of(&self, unit: usize, node: Node) -> Option<Origin> {
        self.card(unit, node).ok()?.origin(node)
    }

    /// The max points of the scenario.
    pub fn maxima(&self) -> &Maxima {
        &self.terms.maxima
    }

    /// What a reader must know, in the order of a simulation's notes.
    pub fn notes(&self) -> Vec<Note> {
        let mut units = 0..self.ranks().len();
        let is_estimated = units.any(|unit| self.is_estimated(unit).unwrap_or_default());
        let mut notes = figure_notes(self.ground.framework(), is_estimated);
        let entered = self.overrides.all().iter().map(|held| held.node);
        let is_across = || self.ground.trend().is_across_frameworks;
        notes.extend(scenario_notes(
            self.edition(),
            entered,
            self.rivals,
            is_across,
        ));
        notes
    }

    /// Whether the score of the unit in this row depends on an estimate that was changed, or on a value
    /// that others stand in for.
    pub fn is_estimated(&self, unit: usize) -> Result<bool, CalculatorError> {
        if !self.overrides.has(unit) {
            let published = self.ground.baseline().cards.get(unit);
            let is_guess = |card: &Scorecard| {
                let mut mains = self.ground.tree().mains().iter();
                mains.any(|&main| card.origin(main) == Some(Origin::Estimated))
            };
            if !self.terms.has_changed_maxima || !published.is_some_and(is_guess) {
                let origin = published.and_then(|card| card.origin(Node::ROOT));
                return Ok(origin == Some(Origin::Imputed));
            }
        }
        Ok(self.outcome(unit, self.depth_of(Node::ROOT))?.estimated)
    }

    /// A card of a unit that is up to date on this node and on others of its level.
    pub(super) fn card(&self, unit: usize, node: Node) -> Result<&Scorecard, CalculatorError> {
        if self.overrides.has(unit) || self.has_moved_with_maxima(node) {
            return Ok(&self.outcome(unit, self.depth_of(node))?.card);
        }
        let published = self.ground.baseline().cards.get(unit);
        published.ok_or_else(|| self.no_unit())
    }

    /// Whether changed maxima move a node of all units. From the main indicators downwards that is
    /// only where what is missing follows the total; else most cards are those of the edition.
    fn has_moved_with_maxima(&self, node: Node) -> bool {
        let framework = self.ground.framework();
        let is_above = framework.indicator(node).level < Level::Main;
        let is_rescaled = framework.header().missing == Some(Missing::Rescale);
        self.terms.has_changed_maxima && (is_above || is_rescaled)
    }

    /// How far down a card is to be up to date for this node.
    fn depth_of(&self, node: Node) -> Depth {
        let framework = self.ground.framework();
        let is_below = framework.indicator(node).level > Level::Main;
        if is_below || framework.is_composite() {
            Depth::All
        } else {
            Depth::Mains
        }
    }

    fn outcome(&self, unit: usize, depth: Depth) -> Result<&Outcome, CalculatorError> {
        let kept = self.settled(unit..unit + 1, depth)?;
        let own = kept.units().get(unit);
        let own = own.and_then(|own| own.outcome(depth));
        own.ok_or_else(|| self.no_unit())
    }

    fn no_unit(&self) -> CalculatorError {
        CalculatorError::NoUnit(self.edition().id().to_owned())
    }

    fn kept(&self) -> &Kept {
        let (units, rows) = (self.ranks().len(), self.ground.tree().rows());
        self.kept.get_or_init(|| Box::new(Kept::new(units, rows)))
    }

    /// Keeps what was computed of units when the session was opened.
    pub(super) fn keep(&self, settled: Vec<Settled>) {
        for own in settled {
            if let Some(unit) = self.kept().units().get(own.unit) {
                unit.keep(Depth::All, own.outcome);
            }
        }
    }

    /// What is kept, with the outcomes of these units in it.
    fn settled(&self, units: Range<usize>, depth: Depth) -> Result<&Kept, CalculatorError> {
        let kept = self.kept();
        let own = kept.units().get(units.clone()).unwrap_or_default();
        if own.iter().all(|own| own.outcome(depth).is_some()) {
            return Ok(kept);
        }
        let held = self.overrides.all().iter();
        let resolved = self.resolved(held.filter(|held| units.contains(&held.unit)))?;
        let (edition, baseline) = (self.edition(), self.ground.baseline());
        for (unit, own) in units.zip(own) {
            if own.outcome(depth).is_none() {
                own.keep(
                    depth,
                    outcome_to(depth, edition, baseline, &resolved, unit)?,
                );
            }
        }
        Ok(kept)
    }
}
