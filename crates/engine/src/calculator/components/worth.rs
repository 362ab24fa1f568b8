//! What each component of a scorecard is worth: points that are missing, places that they would bring,
//! and the next step up its rule's ladder.

use super::{assess, assessed_scenario};
use crate::analysis::levels;
use crate::calculator::{Calculator, CalculatorError};
use crate::model::{Assessment, Exact, Framework, Level, Node, Override, Scenario, Score};
use crate::session::Session;

/// What one component is worth to a unit, the others and all rivals as they are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ComponentWorth {
    /// The component; a main indicator where it has none.
    pub node: Node,
    /// Points up to its maximum.
    pub gap: Exact,
    /// Places that the unit would gain if it had all of them.
    pub places: u32,
    /// The next step that its rule has, where it has steps.
    pub next: Option<NextStep>,
}

/// A step up the ladder of a rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NextStep {
    /// Share of the max points that it reaches.
    pub share: Exact,
    /// Points that it brings.
    pub points: Exact,
    /// Places that the unit would gain.
    pub places: u32,
}

impl Calculator {
    /// Every component of which the unit in this row misses points, under a scenario and the unit's
    /// assessment: the one that would bring most places first, then the one with most points missing.
    /// Places are exact: each is tried in a session of the scenario.
    pub fn component_worth(
        &self,
        scenario: &Scenario,
        position: usize,
        assessment: &Assessment,
    ) -> Result<Vec<ComponentWorth>, CalculatorError> {
        let edition = self.edition(&scenario.edition)?;
        let unit = edition.units().get(position).map(|unit| unit.id.clone());
        let unit = unit.ok_or_else(|| CalculatorError::NoUnit(edition.id().to_owned()))?;
        let own = Assessment {
            unit: unit.clone(),
            ..assessment.clone()
        };
        let (overrides, _) = assess::assess(edition.framework(), &own);
        let asked = Scenario {
            unit: Some(unit.clone()),
            ..assessed_scenario(scenario, &unit, &overrides)
        };
        let (asked, standings, _) = self.simulate_or_less(asked, &unit)?;
        let standing = standings
            .of(position)
            .ok_or_else(|| CalculatorError::NoUnit(edition.id().to_owned()))?;
        let (framework, maxima) = (edition.framework(), self.maxima(&asked)?);
        let mut trial = Trial {
            session: self.open(&asked)?,
            before: asked.overrides.clone(),
            unit,
            rank: standing.rank,
        };
        let mut worths = Vec::new();
        for node in leaves(framework) {
            let (score, max_points) = (standing.card.score(node), maxima.of_node(node));
            let gap = (Exact::ONE - score) * max_points;
            if gap <= Exact::ZERO {
                continue;
            }
            let next = levels(&framework.indicator(node).rule)
                .and_then(|levels| levels.into_iter().find(|level| *level > score))
                .map(|share| NextStep {
                    share,
                    points: (share - score) * max_points,
                    places: trial.places(framework, node, share),
                });
            let places = trial.places(framework, node, Exact::ONE);
            worths.push(ComponentWorth {
                node,
                gap,
                places,
                next,
            });
        }
        worths.sort_by_key(|worth| (std::cmp::Reverse(worth.places), -worth.gap));
        Ok(worths)
    }
}

/// A scenario in which one component at a time is tried.
struct Trial {
    session: Session,
    /// What the session began with.
    before: Vec<Override>,
    unit: String,
    rank: u32,
}

impl Trial {
    /// Places gained with this share of a component; none where what else is entered leaves no room.
    fn places(&mut self, framework: &Framework, node: Node, share: Exact) -> u32 {
        let Some(share) = Score::try_new(share) else {
            return 0;
        };
        let indicator = &framework.indicator(node).id;
        let Ok(rank) = self.session.set(&self.unit, indicator, share) else {
            // A refused step changes nothing.
            return 0;
        };
        // All of the node's overrides go, and those that it had come back.
        self.session.unset(&self.unit, indicator).ok();
        for before in &self.before {
            if before.unit == self.unit && before.indicator == *indicator {
                self.session.apply(before).ok();
            }
        }
        self.rank.saturating_sub(rank)
    }
}

/// Scored indicators with nothing below them, in the framework's order.
fn leaves(framework: &Framework) -> impl Iterator<Item = Node> {
    framework.nodes().filter(|&node| {
        let indicator = framework.indicator(node);
        indicator.scored && indicator.level >= Level::Main && indicator.children.is_empty()
    })
}
