//! The detailed scorecard: a unit's components with their values, under a scenario and an
//! assessment.

mod assess;
mod worth;

pub use assess::{
    AssessmentColumn, AssessmentFault, AssessmentProblem, assessed_overrides, counting_overrides,
    earned_points,
};
pub use worth::{ComponentWorth, NextStep};

use super::resolve::resolve;
use super::simulation::outcome_of;
use super::{Calculator, CalculatorError};
use crate::model::{
    Assessed, Assessment, Edition, Exact, Framework, Kind, Level, Maxima, Node, Origin, Override,
    RawValue, Scenario, Scorecard, Standing, Standings,
};
use std::sync::Arc;

/// A unit's scorecard down to its components.
#[derive(Clone, PartialEq, Debug)]
pub struct ComponentCard {
    /// Main indicators with all that stands below them.
    pub mains: Vec<ComponentMain>,
    /// The unit among all units.
    pub standing: Standing,
    /// How many units are ranked.
    pub units: usize,
    /// Max points of the whole.
    pub max_points: Exact,
    /// Values of the assessment that cannot count, and why; all others do.
    pub faults: Vec<AssessmentFault>,
    /// What the assessment makes of the scenario.
    pub overrides: Vec<Override>,
    /// Why the unit's what-ifs were left out: what is assessed leaves them no room.
    pub refused: Option<CalculatorError>,
}

/// A main indicator with its components.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ComponentMain {
    /// The main indicator itself.
    pub own: ComponentLine,
    /// How many of its scored components have all their points, of those that are known.
    pub at_max: usize,
    /// How many scored components are known: nothing about them is estimated.
    pub known: usize,
    /// How many scored components it has.
    pub components: usize,
    /// Its components, each before its criteria. A main indicator without components is the one
    /// line itself: it takes a value as a component does.
    pub lines: Vec<ComponentLine>,
}

/// One indicator of a detailed scorecard.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ComponentLine {
    /// The indicator.
    pub node: Node,
    /// Score `0..=1`.
    pub score: Exact,
    /// Points.
    pub points: Exact,
    /// Max points under the scenario.
    pub max_points: Exact,
    /// Points up to the maximum.
    pub gap: Exact,
    /// Where the score comes from; `None` where nothing is scored.
    pub origin: Option<Origin>,
    /// Whether its points are the sum over what stands below it.
    pub is_sum: bool,
    /// Whether it counts.
    pub is_scored: bool,
    /// Whether a what-if moves it.
    pub is_changed: bool,
    /// By column of the assessment.
    pub values: [AssessedPoints; AssessmentColumn::ALL.len()],
    /// Which of them counts, of those that are filled.
    pub counting: Option<AssessmentColumn>,
    /// The best unit's figure that was assumed.
    pub reference: Option<Exact>,
}

/// One of the values of a component.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AssessedPoints {
    /// What was entered.
    pub raw: Option<RawValue>,
    /// The points that it earns, or the sum over what is entered below; `None` without a value
    /// or with a fault.
    pub points: Option<Exact>,
}

impl ComponentLine {
    /// Whether the unit gives itself other points than were verified.
    pub fn has_difference(&self) -> bool {
        let points = |column| {
            let values = AssessmentColumn::ALL.iter().zip(&self.values);
            let mut values = values.filter(|(own, _)| **own == column);
            values.next().and_then(|(_, value)| value.points)
        };
        points(AssessmentColumn::SelfAssessed)
            .zip(points(AssessmentColumn::Verified))
            .is_some_and(|(own, verified)| own != verified)
    }
}

impl Calculator {
    /// The detailed scorecard of the unit in this row under a scenario and the unit's assessment,
    /// which takes the place of assessed figures of that unit in the scenario.
    pub fn component_card(
        &self,
        scenario: &Scenario,
        position: usize,
        assessment: &Assessment,
    ) -> Result<ComponentCard, CalculatorError> {
        let edition = self.edition(&scenario.edition)?;
        let framework = edition.framework();
        let unit = edition.units().get(position).map(|unit| unit.id.as_str());
        let Some(unit) = unit else {
            return Err(CalculatorError::NoUnit(edition.id().to_owned()));
        };
        // Whatever it says, it is read as this unit's.
        let own = Assessment {
            unit: unit.to_owned(),
            ..assessment.clone()
        };
        let (overrides, faults) = assess::assess(framework, &own);
        let asked = assessed_scenario(scenario, unit, &overrides);
        let (asked, standings, refused) = self.simulate_or_less(asked, unit)?;
        let unknown = || CalculatorError::NoUnit(edition.id().to_owned());
        let standing = standings.of(position).ok_or_else(unknown)?.clone();
        let before = self.without_what_ifs(edition, &asked, position, &own)?;
        let maxima = self.maxima(&asked)?;
        let card = Card {
            framework,
            maxima: &maxima,
            now: &standing.card,
            before: &before,
            rows: &own.rows,
        };
        Ok(ComponentCard {
            mains: card.all(),
            units: standings.standings.len(),
            max_points: maxima.total(),
            standing,
            faults,
            overrides,
            refused,
        })
    }

    /// The standings under a scenario; where the what-ifs of a unit have no room beside its
    /// assessment, those without them, and why.
    fn simulate_or_less(
        &self,
        asked: Scenario,
        unit: &str,
    ) -> Result<(Scenario, Standings, Option<CalculatorError>), CalculatorError> {
        let error = match self.simulate(&asked) {
            Ok(standings) => return Ok((asked, standings, None)),
            Err(error) => error,
        };
        let less = without_what_ifs(&asked, unit);
        match self.simulate(&less) {
            Ok(standings) => Ok((less, standings, Some(error))),
            Err(_) => Err(error),
        }
    }

    /// The unit's scorecard without any what-if, neither of the scenario nor of the assessment.
    fn without_what_ifs(
        &self,
        edition: &Arc<Edition>,
        asked: &Scenario,
        position: usize,
        assessment: &Assessment,
    ) -> Result<Scorecard, CalculatorError> {
        let mut present = assessment.clone();
        for row in &mut present.rows {
            row.what_if = None;
        }
        let (overrides, _) = assess::assess(edition.framework(), &present);
        let less = without_what_ifs(asked, &assessment.unit);
        let scenario = assessed_scenario(&less, &assessment.unit, &overrides);
        let resolved = resolve(edition, &scenario)?;
        let outcome = outcome_of(edition, self.baseline(edition)?, &resolved, position)?;
        Ok(outcome.card)
    }
}

/// A scenario with these assessed figures of a unit in the place of those before.
fn assessed_scenario(scenario: &Scenario, unit: &str, overrides: &[Override]) -> Scenario {
    let mut asked = scenario.clone();
    asked
        .overrides
        .retain(|o| o.unit != unit || o.kind != Kind::Assessed);
    asked.overrides.extend_from_slice(overrides);
    asked
}

fn without_what_ifs(scenario: &Scenario, unit: &str) -> Scenario {
    let mut less = scenario.clone();
    less.overrides
        .retain(|o| o.unit != unit || o.kind != Kind::WhatIf);
    less
}

/// What the lines of a card are made from.
struct Card<'a> {
    framework: &'a Framework,
    maxima: &'a Maxima,
    now: &'a Scorecard,
    before: &'a Scorecard,
    rows: &'a [Assessed],
}

impl Card<'_> {
    /// Main indicators, each with all that stands below it; one without components is its own line.
    fn all(&self) -> Vec<ComponentMain> {
        let mains = self.mains().map(|main| {
            let mut lines = Vec::new();
            if self.framework.indicator(main).children.is_empty() {
                lines.push(self.line(main));
            }
            self.collect(main, &mut lines);
            self.main(main, lines)
        });
        mains.collect()
    }

    /// What stands below a node, each before its parts.
    fn collect(&self, node: Node, lines: &mut Vec<ComponentLine>) {
        for &child in &self.framework.indicator(node).children {
            lines.push(self.line(child));
            self.collect(child, lines);
        }
    }

    fn line(&self, node: Node) -> ComponentLine {
        let indicator = self.framework.indicator(node);
        let (score, max_points) = (self.now.score(node), self.maxima.of_node(node));
        let points = score * max_points;
        ComponentLine {
            node,
            score,
            points,
            max_points,
            gap: max_points - points,
            origin: self.now.origin(node),
            is_sum: !indicator.children.is_empty(),
            is_scored: indicator.scored,
            is_changed: score != self.before.score(node),
            values: AssessmentColumn::ALL.map(|column| AssessedPoints {
                raw: self.raw(node, column).cloned(),
                points: self.entered(node, column),
            }),
            counting: AssessmentColumn::ALL
                .into_iter()
                .rfind(|&column| self.raw(node, column).is_some()),
            reference: self.row(node).and_then(|row| row.reference),
        }
    }

    fn row(&self, node: Node) -> Option<&Assessed> {
        let id = &self.framework.indicator(node).id;
        self.rows.iter().find(|row| row.indicator == *id)
    }

    fn raw(&self, node: Node, column: AssessmentColumn) -> Option<&RawValue> {
        self.row(node).and_then(|row| column.of(row))
    }

    /// The points that a column gives: of what stands below, else of the indicator itself.
    fn entered(&self, node: Node, column: AssessmentColumn) -> Option<Exact> {
        let children = self.framework.scored_children(node);
        let below: Vec<Exact> = children
            .filter_map(|child| self.entered(child, column))
            .collect();
        if !below.is_empty() {
            return Some(below.into_iter().sum());
        }
        let row = self.row(node)?;
        let share = assess::earned_with(self.framework, node, column.of(row)?, row.reference);
        Some(share.ok()?.value() * self.maxima.of_node(node))
    }

    fn main(&self, node: Node, lines: Vec<ComponentLine>) -> ComponentMain {
        let components: Vec<Node> = self.framework.scored_children(node).collect();
        let is_known = |node: &&Node| self.is_known(**node);
        let is_full = |node: &&Node| self.now.score(**node) >= Exact::ONE;
        let known = || components.iter().filter(is_known);
        ComponentMain {
            own: self.line(node),
            at_max: known().filter(is_full).count(),
            known: known().count(),
            components: components.len(),
            lines,
        }
    }

    /// Whether nothing about a node is estimated or missing, nor about what stands below it.
    fn is_known(&self, node: Node) -> bool {
        let origin = self.now.origin(node);
        origin.is_some_and(|own| !own.is_guess() && own != Origin::Missing)
            && self
                .framework
                .scored_children(node)
                .all(|child| self.is_known(child))
    }

    fn mains(&self) -> impl Iterator<Item = Node> {
        let nodes = self.framework.nodes();
        nodes.filter(|&node| self.framework.indicator(node).level == Level::Main)
    }
}
