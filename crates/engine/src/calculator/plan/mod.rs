//! The cheapest way to a rank: `plan` of the API (method 6).

mod goal;
mod levers;
mod reached;
mod terms;
mod yearly_gain;

pub use goal::Target;
pub use levers::PlanLevel;

use super::others::Others;
use super::resolve::resolve;
use super::simulation::outcome_of;
use super::{Calculator, CalculatorError, rounding};
use crate::analysis::{Effort, Lever, Move, Optimum, holder, in_order};
use crate::model::{
    Edition, Exact, Maxima, Node, Origin, Scenario, Score, Scorecard, Standing, Standings,
};
use goal::Goal;
use levers::Candidate;
use std::collections::BTreeMap;
use std::sync::Arc;
use terms::Terms;

/// What is to be planned.
#[derive(Clone, PartialEq, Debug)]
pub struct PlanQuestion {
    /// Where the plan starts; its unit is the one asked about.
    pub scenario: Scenario,
    /// What to reach.
    pub target: Target,
    /// Through which indicators.
    pub level: PlanLevel,
    /// How costs grow.
    pub effort: Effort,
    /// Cost factors by indicator, 0.000001 to 1,000,000; 1 where none is given.
    pub costs: BTreeMap<String, f64>,
    /// Highest scores by indicator; 1 where none is given.
    pub caps: BTreeMap<String, Score>,
    /// Indicators that stay as they are.
    pub locked: Vec<String>,
}

/// One indicator that is raised.
#[derive(Clone, PartialEq, Debug)]
pub struct PlanStep {
    /// The indicator.
    pub node: Node,
    /// Its score at the start.
    pub from: Exact,
    /// The score to reach, rounded up to what can be entered.
    pub to: Exact,
    /// Points gained before that rounding.
    pub points: f64,
    /// What they cost, in points of the lowest cost.
    pub cost: f64,
    /// Where the start comes from.
    pub origin: Origin,
    /// The largest gain of any unit in a year, in score; `None` where it is not on file.
    pub largest_yearly_gain: Option<Exact>,
    /// Whether this step is larger.
    pub exceeds_yearly_gain: bool,
}

/// The cheapest way to a target, or how far one can get.
#[derive(Clone, PartialEq, Debug)]
pub struct Plan {
    /// Whether the target can be reached.
    pub is_feasible: bool,
    /// Whether a step starts from an estimate, or the scenario's result depends on one.
    pub estimated: bool,
    /// The score to reach; `None` for the last rank.
    pub threshold: Option<Exact>,
    /// Points of the scenario's total up to the threshold.
    pub points_needed: Exact,
    /// Sum of the costs; `None` where the target cannot be reached.
    pub total_cost: Option<f64>,
    /// The proof: no way costs less.
    pub bound: Option<f64>,
    /// Rank with the steps taken.
    pub reached_rank: Option<u32>,
    /// Whether the steps draw level only thanks to the rounding of the score.
    pub leans_on_rounding: bool,
    /// What to do, cheapest first point first.
    pub steps: Vec<PlanStep>,
    /// Rank with every unlocked indicator at its cap.
    pub best_rank: u32,
    /// Unlocked indicators that end at their cap; without a plan, in the best reachable state.
    pub binding: Vec<Node>,
    /// Each single indicator that would do alone, in the framework's order.
    pub singles: Vec<PlanStep>,
    /// The scenario with the steps as what-ifs.
    pub reached: Option<Scenario>,
}

/// How often the scorer may ask for the missing hundredths.
const MOST_MENDS: u32 = 3;

/// What a plan is made from: the scenario on screen, as it stands.
struct Planning<'a> {
    calculator: &'a Calculator,
    question: &'a PlanQuestion,
    edition: &'a Arc<Edition>,
    position: usize,
    maxima: Maxima,
    candidates: Vec<Candidate>,
    /// `None` for the last rank.
    threshold: Option<Exact>,
    others: Others,
}

/// The unit where a plan ends.
struct End {
    score: Exact,
    unrounded: Exact,
    rank: u32,
}

impl Calculator {
    /// The cheapest way of the scenario's unit to a target, checked by simulating it.
    pub fn plan(&self, question: &PlanQuestion) -> Result<Plan, CalculatorError> {
        let scenario = &question.scenario;
        let edition = self.edition(&scenario.edition)?;
        let unit = scenario.unit.as_deref().unwrap_or_default();
        let position = super::resolve::position(edition, unit)?;
        let standings = self.simulate(scenario)?;
        let maxima = self.maxima(scenario)?;
        let own = own(&standings, position, unit)?;
        let framework = edition.framework();
        let terms = Terms::new(framework, &own.card, question)?;
        let planning = Planning {
            calculator: self,
            question,
            edition,
            position,
            candidates: self.plan_candidates(question, position, &maxima, own, &terms)?,
            maxima,
            threshold: threshold(edition, &standings, position, question.target)?,
            others: Others::of(&standings, position, framework.header().ties),
        };
        planning.plan(&standings, own)
    }
}

fn own<'a>(
    standings: &'a Standings,
    position: usize,
    unit: &str,
) -> Result<&'a Standing, CalculatorError> {
    let unknown = || CalculatorError::UnknownUnit {
        given: unit.to_owned(),
        edition: standings.edition.clone(),
    };
    standings.of(position).ok_or_else(unknown)
}

/// The k-th highest score among the other units: a rank is reached by drawing level with it.
fn threshold(
    edition: &Edition,
    standings: &Standings,
    position: usize,
    target: Target,
) -> Result<Option<Exact>, CalculatorError> {
    let rank = match target {
        Target::Score(score) => return Ok(Some(rounding(edition.framework()).round(score))),
        Target::Rank(rank) => rank,
    };
    let units = standings.standings.len();
    let place = usize::try_from(rank).unwrap_or(usize::MAX);
    if place == 0 || place > units {
        return Err(CalculatorError::TargetOutOfRange { given: rank, units });
    }
    let others = standings.standings.iter();
    let others = others.filter(|s| s.position != position);
    let ties = edition.framework().header().ties;
    Ok(holder(others, rank, ties).map(|other| other.score))
}

impl Planning<'_> {
    fn plan(&self, standings: &Standings, own: &Standing) -> Result<Plan, CalculatorError> {
        let best = self.best(own)?;
        let missing = self
            .threshold
            .map_or(Exact::ZERO, |threshold| threshold - own.score);
        let needed = missing.max(Exact::ZERO) * self.maxima.total();
        let threshold = self.threshold.unwrap_or(Exact::ZERO);
        let goal = Goal::of(
            self.edition.framework(),
            &self.candidates,
            self.maxima.total(),
            (missing, threshold),
        );
        let way = self.way(own, &best, &goal)?;
        let singles = self.singles(&goal);
        let steps = way.as_ref().map_or(&[][..], |way| &way.steps);
        let starts_estimated = steps.iter().any(|step| step.origin.is_guess());
        Ok(Plan {
            is_feasible: way.is_some(),
            estimated: standings.estimated || starts_estimated,
            threshold: self.threshold,
            points_needed: needed,
            total_cost: way.as_ref().map(|way| way.cost),
            bound: way.as_ref().map(|way| way.bound),
            reached_rank: way.as_ref().map(|way| way.rank),
            leans_on_rounding: way.as_ref().is_some_and(|way| way.is_rounded_up),
            best_rank: best.rank,
            binding: self.binding(way.as_ref()),
            singles: if way.is_some() { singles } else { Vec::new() },
            steps: steps.to_vec(),
            reached: way.map(|way| way.scenario),
        })
    }

    fn levers(&self) -> Vec<Lever> {
        self.candidates
            .iter()
            .map(|candidate| candidate.lever.clone())
            .collect()
    }

    fn is_reached(&self, end: &End) -> bool {
        self.threshold
            .is_none_or(|threshold| end.score >= threshold)
    }

    /// The unit with every unlocked indicator at its cap.
    fn best(&self, own: &Standing) -> Result<End, CalculatorError> {
        let open = self
            .candidates
            .iter()
            .filter(|c| c.lever.headroom() > Exact::ZERO);
        let tops: Vec<_> = open.map(|c| (c.node, c.entry(c.lever.top()))).collect();
        self.simulated(&self.with(&own.card, &tops))
    }

    /// The unit under a scenario in which the others are as they were.
    fn simulated(&self, scenario: &Scenario) -> Result<End, CalculatorError> {
        let framework = self.edition.framework();
        if framework.is_composite() {
            // Totals that may be level are compared all together.
            let standings = self.calculator.simulate(scenario)?;
            let unit = scenario.unit.as_deref().unwrap_or_default();
            let own = own(&standings, self.position, unit)?;
            return Ok(End {
                score: own.score,
                unrounded: own.unrounded,
                rank: own.rank,
            });
        }
        let resolved = resolve(self.edition, scenario)?;
        let baseline = self.calculator.baseline(self.edition)?;
        let outcome = outcome_of(self.edition, baseline, &resolved, self.position)?;
        let unrounded = outcome.unrounded();
        let score = rounding(framework).round(unrounded);
        Ok(End {
            score,
            unrounded,
            rank: self.others.rank(score),
        })
    }

    /// The cheapest way, checked by the scorer; `None` where there is none.
    fn way(&self, own: &Standing, best: &End, goal: &Goal) -> Result<Option<Way>, CalculatorError> {
        let levers = self.levers();
        let mut optimum = goal.cheapest(&levers, self.question.effort);
        if optimum.is_none() && self.is_reached(best) {
            // All at their cap draw level thanks to rounding, which the goal does not lean on.
            optimum = goal.everything(&levers, self.question.effort);
        }
        let Some(optimum) = optimum else {
            return Ok(None);
        };
        let mut steps = self.steps(&optimum);
        for attempt in 0..=MOST_MENDS {
            let entries: Vec<_> = steps.iter().map(|step| (step.node, step.to)).collect();
            let scenario = self.with(&own.card, &entries);
            let end = self.simulated(&scenario)?;
            if self.is_reached(&end) {
                let (cost, bound) = (optimum.cost, optimum.bound);
                return Ok(Some(Way {
                    steps,
                    scenario,
                    rank: end.rank,
                    is_rounded_up: self.threshold.is_some_and(|own| end.unrounded < own),
                    cost,
                    bound,
                }));
            }
            let missing = self.threshold.unwrap_or(Exact::ZERO) - end.unrounded;
            self.mend(&mut steps, missing, goal, attempt);
        }
        Ok(None)
    }

    /// Raises the last steps by what the scorer found missing of the score.
    fn mend(&self, steps: &mut [PlanStep], missing: Exact, goal: &Goal, attempt: u32) {
        let total = match self.edition.framework().is_composite() {
            true => goal::weight(&self.candidates),
            false => self.maxima.total(),
        };
        let mut missing = missing * total;
        for step in steps.iter_mut().rev() {
            if missing <= Exact::ZERO {
                break;
            }
            let is_free = |c: &&Candidate| c.node == step.node && c.lever.levels.is_none();
            let Some(candidate) = self.candidates.iter().find(is_free) else {
                continue;
            };
            let max_points = candidate.lever.max_points;
            let before = step.to;
            step.to = candidate.entry(before + goal.rise(missing, max_points, attempt));
            missing = missing - (step.to - before) * max_points;
        }
    }

    /// The moves as steps, in the order in which to take them: cheapest first point first.
    fn steps(&self, optimum: &Optimum) -> Vec<PlanStep> {
        let price = |row: usize| {
            let step: Option<&Move> = optimum.moves.get(row);
            let candidate = step.and_then(|step| self.candidates.get(step.position));
            candidate.map_or(0.0, |c| c.lever.first_cost(self.question.effort))
        };
        let order = in_order(optimum.moves.len(), price);
        let moves = order.iter().filter_map(|&row| optimum.moves.get(row));
        moves.filter_map(|step| self.step(step)).collect()
    }

    fn step(&self, step: &Move) -> Option<PlanStep> {
        let candidate = self.candidates.get(step.position)?;
        let to = candidate.entry_of(step.score);
        let largest_yearly_gain = self.largest_yearly_gain(candidate.node);
        let rise = to - candidate.lever.start;
        Some(PlanStep {
            node: candidate.node,
            from: candidate.lever.start,
            to,
            points: step.points,
            cost: step.cost,
            origin: candidate.origin,
            largest_yearly_gain,
            exceeds_yearly_gain: largest_yearly_gain.is_some_and(|largest| rise > largest),
        })
    }

    fn largest_yearly_gain(&self, node: Node) -> Option<Exact> {
        let id = &self.edition.framework().indicator(node).id;
        self.calculator.largest_gain(self.edition, id)
    }

    /// Every indicator that would do alone.
    fn singles(&self, goal: &Goal) -> Vec<PlanStep> {
        let levers = self.levers();
        let alone = |position| goal.alone(&levers, position, self.question.effort);
        let rows = 0..levers.len();
        rows.filter_map(alone)
            .filter_map(|step| self.step(&step))
            .collect()
    }

    /// Unlocked indicators that end at their cap.
    fn binding(&self, way: Option<&Way>) -> Vec<Node> {
        let ends_at_cap = |candidate: &&Candidate| {
            let lever = &candidate.lever;
            let end = way.map(|way| {
                let own = way.steps.iter().find(|step| step.node == candidate.node);
                own.map_or(lever.start, |step| step.to)
            });
            !candidate.is_locked && end.is_none_or(|end| end >= lever.top())
        };
        self.candidates
            .iter()
            .filter(ends_at_cap)
            .map(|c| c.node)
            .collect()
    }

    /// The scenario with what-ifs of its unit on these nodes.
    fn with(&self, card: &Scorecard, entries: &[(Node, Exact)]) -> Scenario {
        let framework = self.edition.framework();
        let all: Vec<Node> = self
            .candidates
            .iter()
            .map(|candidate| candidate.node)
            .collect();
        reached::with_entries(framework, &self.question.scenario, &all, card, entries)
    }
}

/// A way that the scorer has checked.
struct Way {
    steps: Vec<PlanStep>,
    scenario: Scenario,
    rank: u32,
    /// Whether it is enough only once its score is rounded.
    is_rounded_up: bool,
    cost: f64,
    bound: f64,
}
