//! The rank of a unit while the max points of one indicator change, and with them all totals.

use super::baseline::Baseline;
use super::neighbourhood::asked;
use super::resolve::{Resolved, main_indicator, resolve};
use super::simulation::{Outcome, outcome_of, outcomes};
use super::{Calculator, CalculatorError, rounding};
use crate::analysis::{Movement, Pull, Rounding, place_among, tolerance};
use crate::model::{
    Edition, Entry, Exact, LARGEST_MAX_POINTS, Level, MaxPoints, Node, Override, Rivals, Scenario,
    Ties,
};
use std::cmp::Ordering;
use std::sync::Arc;

/// Neighbouring maxima that give one rank.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WeightRun {
    /// The lowest of them, in points.
    pub from: u32,
    /// The highest.
    pub to: u32,
    /// The unit's rank.
    pub rank: u32,
    /// Rows of the units that it passes on the step up to `from`: ahead before, not ahead now.
    pub passed: Vec<usize>,
    /// Rows of the units that pass it on that step.
    pub passed_by: Vec<usize>,
}

/// A unit's rank at every whole number of max points of one main indicator, all else as supposed:
/// the totals of all units change with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WeightSweep {
    /// The indicator's max points under the scenario itself.
    pub start: u32,
    /// Rank under the scenario itself.
    pub start_rank: u32,
    /// From the lowest maximum up. Maxima under which the scenario cannot be simulated (no points
    /// at all, points entered above the maximum) are in no run.
    pub runs: Vec<WeightRun>,
    /// Whether any of these ranks depends on an estimate.
    pub estimated: bool,
}

impl Calculator {
    /// The rank of the scenario's unit at every whole number of max points of a main indicator,
    /// from 0 to `up_to` (10,000 at most).
    pub fn sweep_max_points(
        &self,
        scenario: &Scenario,
        indicator: &str,
        up_to: u32,
    ) -> Result<WeightSweep, CalculatorError> {
        let edition = self.edition(&scenario.edition)?;
        let node = main_indicator(edition, indicator)?;
        let position = asked(edition, scenario)?;
        let standings = self.simulate(scenario)?;
        let pulls = self.pulls(edition, scenario, node)?;
        let field = Field {
            edition,
            baseline: self.baseline(edition)?,
            rounding: rounding(edition.framework()),
            pulls,
            order: standings.standings.iter().map(|s| s.position).collect(),
        };
        let own = edition.framework().indicator(node).max_points;
        let start = scenario.max_points.get(indicator).copied().unwrap_or(own);
        let up_to = up_to.min(LARGEST_MAX_POINTS);
        let at = |max_points| with_max_points(scenario, indicator, max_points);
        // An estimate counts when its factor differs from the others': at one of the ends it does.
        let rests_on_estimates = |max_points| {
            self.simulate(&at(max_points))
                .is_ok_and(|ends| ends.estimated)
        };
        Ok(WeightSweep {
            start: start.whole(),
            start_rank: standings
                .of(position)
                .map(|own| own.rank)
                .unwrap_or_default(),
            runs: field.runs(position, up_to, at),
            estimated: standings.estimated || [0, up_to].into_iter().any(rests_on_estimates),
        })
    }

    /// How each unit's total follows the max points of a node, by row; `None` where its values
    /// follow them too, so that it must be scored anew each time.
    fn pulls(
        &self,
        edition: &Arc<Edition>,
        scenario: &Scenario,
        node: Node,
    ) -> Result<Vec<Option<Pull>>, CalculatorError> {
        let resolved = resolve(edition, scenario)?;
        let baseline = self.baseline(edition)?;
        let outcomes = outcomes(&self.catalogue, edition, baseline, scenario, &resolved)?;
        let pull = |outcome: &Outcome| {
            let change = outcome.rival_change.unwrap_or(Exact::ZERO);
            let movement = match scenario.rivals {
                Rivals::Gain(_) => Movement::Points(change * resolved.maxima.total()),
                Rivals::Frozen | Rivals::Trend => Movement::Score(change),
            };
            let (published, cards) = (outcome.baseline_total, (&outcome.present, &outcome.card));
            Pull::of(
                edition.framework(),
                &resolved.maxima,
                node,
                published,
                cards,
                movement,
            )
        };
        let mut pulls: Vec<Option<Pull>> = outcomes.iter().map(|own| Some(pull(own))).collect();
        let followers = scenario.overrides.iter();
        for item in followers.filter(|item| has_values_that_follow(edition, node, item)) {
            let row = edition.position(&item.unit);
            if let Some(own) = row.and_then(|row| pulls.get_mut(row)) {
                *own = None;
            }
        }
        Ok(pulls)
    }
}

fn with_max_points(scenario: &Scenario, indicator: &str, max_points: u32) -> Scenario {
    let mut scenario = scenario.clone();
    if let Some(max_points) = MaxPoints::try_new(max_points) {
        scenario.max_points.insert(indicator.to_owned(), max_points);
    }
    scenario
}

/// Whether a change of the max points of a node changes scores of an override's unit too: points
/// entered there are of that maximum, and a group that is set spreads over maxima.
fn has_values_that_follow(edition: &Edition, node: Node, item: &Override) -> bool {
    let framework = edition.framework();
    let set = framework.node(&item.indicator).unwrap_or(Node::ROOT);
    let is_plain = framework.indicator(set).level == Level::Main;
    !is_plain || (set == node && matches!(item.entry, Entry::Points(_)))
}

/// All units while the maximum changes.
struct Field<'a> {
    edition: &'a Edition,
    baseline: &'a Baseline,
    rounding: Rounding,
    pulls: Vec<Option<Pull>>,
    /// Rows in the order of the scenario's standings.
    order: Vec<usize>,
}

impl Field<'_> {
    fn runs(&self, position: usize, up_to: u32, at: impl Fn(u32) -> Scenario) -> Vec<WeightRun> {
        let mut runs: Vec<WeightRun> = Vec::new();
        let mut before: Option<Vec<usize>> = None;
        for max_points in 0..=up_to {
            let resolved = resolve(self.edition, &at(max_points)).ok();
            let ahead = resolved.and_then(|all| self.ahead_of(position, &all, max_points));
            let Some((ahead, rank)) = ahead else {
                before = None;
                continue;
            };
            match (&before, runs.last_mut()) {
                (Some(_), Some(run)) if run.rank == rank => run.to = max_points,
                _ => {
                    let before = before.as_deref().unwrap_or(&ahead);
                    runs.push(WeightRun {
                        from: max_points,
                        to: max_points,
                        rank,
                        passed: without(before, &ahead, self.order.len()),
                        passed_by: without(&ahead, before, self.order.len()),
                    });
                }
            }
            before = Some(ahead);
        }
        runs
    }

    /// Rows of the units ahead, in the order of the scenario's standings, and the rank that they
    /// leave; `None` where the scorer refuses such a maximum.
    fn ahead_of(
        &self,
        position: usize,
        resolved: &Resolved,
        max_points: u32,
    ) -> Option<(Vec<usize>, u32)> {
        let framework = self.edition.framework();
        let own = self.score(position, resolved, max_points)?;
        // What may be level is not ahead.
        let level = own + tolerance(framework);
        let ties = framework.header().ties;
        let (mut ahead, mut scores) = (Vec::new(), Vec::new());
        for &other in &self.order {
            match self.clearly(other, position, resolved, max_points) {
                Some(Ordering::Less) => continue,
                Some(Ordering::Greater) if ties == Ties::Competition => {}
                _ => {
                    let score = self.score(other, resolved, max_points)?;
                    if score <= level {
                        continue;
                    }
                    scores.push(score);
                }
            }
            ahead.push(other);
        }
        let rank = match ties {
            Ties::Competition => u32::try_from(ahead.len() + 1).unwrap_or(u32::MAX),
            Ties::Dense => place_among(level, &scores, ties),
        };
        Some((ahead, rank))
    }

    /// How a unit stands to another where floats can tell and scores are ranked unrounded, as long
    /// fractions take a while: a sweep has tens of thousands of them.
    fn clearly(
        &self,
        one: usize,
        other: usize,
        resolved: &Resolved,
        max_points: u32,
    ) -> Option<Ordering> {
        const NEAR: f64 = 1e-6;
        let total = resolved.maxima.total();
        let rough = |row: usize| Some(self.pulls.get(row)?.as_ref()?.roughly(max_points, total));
        let apart = rough(one)? - rough(other)?;
        let is_clear = self.rounding == Rounding::Unrounded && apart.abs() > NEAR;
        is_clear.then(|| apart.total_cmp(&0.0))
    }

    /// A unit's score as units are compared.
    fn score(&self, position: usize, resolved: &Resolved, max_points: u32) -> Option<Exact> {
        let total = resolved.maxima.total();
        if let Some(pull) = self.pulls.get(position)? {
            return Some(pull.compared(max_points, total, self.rounding));
        }
        // Such a unit has overrides, so it is no rival and does not move besides.
        let outcome = outcome_of(self.edition, self.baseline, resolved, position).ok()?;
        Some(self.rounding.compared(outcome.unrounded()))
    }
}

/// Rows of the first list that are not in the second, of so many.
fn without(rows: &[usize], others: &[usize], units: usize) -> Vec<usize> {
    let mut is_left = vec![true; units];
    for &row in others {
        if let Some(own) = is_left.get_mut(row) {
            *own = false;
        }
    }
    let left = rows.iter().filter(|&&row| is_left.get(row) == Some(&true));
    left.copied().collect()
}
