//! The rank of a unit while its score on one indicator goes from 0 to 1.

use super::neighbourhood::asked;
use super::others::Others;
use super::resolve::{main_indicator, resolve};
use super::simulation::{Outcome, outcome_of};
use super::{Calculator, CalculatorError, rounding};
use crate::analysis::{Line, tolerance};
use crate::model::{Edition, Entry, Exact, Kind, Override, SCORE_DECIMALS, Scenario, Score};
use std::sync::Arc;

/// A value at which a unit's rank improves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Crossing {
    /// The smallest score with 4 decimals from which the better rank holds.
    pub at: Exact,
    /// The smallest such score that is enough without leaning on the rounding of totals, as a plan's
    /// step is; `None` where that is more than 1, or the unit is not behind.
    pub enough: Option<Exact>,
    /// Rank just below it.
    pub rank_before: u32,
    /// Rank from it on.
    pub rank_after: u32,
    /// Rows of the units that are ahead below it and not from it on, in the scenario's standings.
    pub passed: Vec<usize>,
}

/// A unit's rank while its score on one main indicator goes from 0 to 1, all else as supposed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sweep {
    /// The indicator's score under the scenario itself.
    pub start: Exact,
    /// Rank under the scenario itself.
    pub start_rank: u32,
    /// Rank at a score of 0.
    pub rank_at_lowest: u32,
    /// Rank at a score of 1.
    pub rank_at_highest: u32,
    /// Where the rank improves, lowest value first.
    pub crossings: Vec<Crossing>,
    /// Whether any of these ranks depends on an estimate.
    pub estimated: bool,
}

impl Calculator {
    /// The rank of the scenario's unit against its score on a main indicator. The what-if replaces
    /// one that is there; `out_of_range` where a group that is set leaves no room from 0 to 1.
    ///
    /// # Exactness
    ///
    /// A score has at most 4 decimals, and a crossing is the first of these 10,001 at which the
    /// unit draws level: the rank at each of them is what a simulation gives. Where points add up,
    /// the score that draws level is solved and rounded up to the next. Under other means the
    /// first that is enough is found by halving, each asked as a simulation computes it: a total
    /// never falls while one of its scores rises, so what is enough stays enough.
    pub fn sweep_indicator(
        &self,
        scenario: &Scenario,
        indicator: &str,
    ) -> Result<Sweep, CalculatorError> {
        let edition = self.edition(&scenario.edition)?;
        let (node, position) = (
            main_indicator(edition, indicator)?,
            asked(edition, scenario)?,
        );
        let standings = self.simulate(scenario)?;
        let at = |score: Exact| self.with_score(edition, scenario, indicator, score);
        let quarters = |quarters: i64| at(Exact::fraction(quarters, 4));
        let [lowest, quarter, half, highest] =
            [quarters(0)?, quarters(1)?, quarters(2)?, quarters(4)?];
        let framework = edition.framework();
        let rounding = rounding(framework);
        // What may be level with a rival is.
        let near = tolerance(framework);
        let compared = |outcome: &Outcome| rounding.round(outcome.unrounded() + near);
        let ends = [&lowest, &highest].map(compared);
        let line = Line::through(quarter.own_total, half.own_total);
        let start = standings.of(position);
        let others = Others::of(&standings, position, framework.header().ties);
        let mut curve = Curve::new(|score| at(score).ok().map(|own| compared(&own)));
        let before = start.map_or(Exact::ZERO, |own| own.card.score(node));
        let reaches = |rival: Exact| {
            let missing = start.map(|own| rival - own.score);
            let missing = missing.filter(|missing| *missing > Exact::ZERO);
            match framework.is_composite() {
                false => {
                    let enough = missing.and_then(|missing| line.makes_up(before, missing));
                    (line.reaches(rival, rounding), enough)
                }
                // Its totals are compared as they are, but for what may be level.
                true => {
                    let at = curve.reaches(rival);
                    (at, missing.map(|_| at))
                }
            }
        };
        Ok(Sweep {
            start: before,
            start_rank: start.map(|own| own.rank).unwrap_or_default(),
            rank_at_lowest: others.rank(ends[0]),
            rank_at_highest: others.rank(ends[1]),
            crossings: others.crossings(ends, reaches),
            estimated: standings.estimated || half.estimated,
        })
    }

    /// The scenario's unit with a score on an indicator.
    fn with_score(
        &self,
        edition: &Arc<Edition>,
        scenario: &Scenario,
        indicator: &str,
        score: Exact,
    ) -> Result<Outcome, CalculatorError> {
        let position = asked(edition, scenario)?;
        let mut supposed = scenario.clone();
        // The reader's own assessment of its components would leave it no room to move.
        let framework = edition.framework();
        let swept = framework.node(indicator);
        let is_below = |id: &str| {
            let below = framework.node(id);
            swept
                .zip(below)
                .is_some_and(|(main, node)| framework.is_above(main, node))
        };
        let is_kept = |o: &Override| o.kind != Kind::Assessed || !is_below(&o.indicator);
        supposed.overrides.retain(is_kept);
        if let Some(score) = Score::try_new(score) {
            supposed = supposed.with_override(Override {
                unit: scenario.unit.clone().unwrap_or_default(),
                indicator: indicator.to_owned(),
                entry: Entry::Score(score),
                kind: Kind::WhatIf,
            });
        }
        let resolved = resolve(edition, &supposed)?;
        outcome_of(edition, self.baseline(edition)?, &resolved, position)
    }
}

/// Scores that can be entered above 0.
const STEPS: usize = 10_usize.pow(SCORE_DECIMALS);

/// A total that rises along a curve: what it comes to at each score that can be entered, computed
/// when it is first asked for.
struct Curve<F> {
    at: F,
    found: Vec<Option<Option<Exact>>>,
}

impl<F: Fn(Exact) -> Option<Exact>> Curve<F> {
    fn new(at: F) -> Self {
        let found = Vec::new();
        Self { at, found }
    }

    /// The smallest score above 0 that is enough, where 1 is.
    fn reaches(&mut self, rival: Exact) -> Exact {
        let (mut below, mut above) = (0, STEPS);
        while above - below > 1 {
            let middle = usize::midpoint(below, above);
            if self.total(middle) >= Some(rival) {
                above = middle;
            } else {
                below = middle;
            }
        }
        entered(above)
    }

    fn total(&mut self, step: usize) -> Option<Exact> {
        if self.found.is_empty() {
            self.found = vec![None; STEPS];
        }
        let made = || (self.at)(entered(step));
        let slot = self.found.get_mut(step)?;
        *slot.get_or_insert_with(made)
    }
}

/// A score of so many steps.
fn entered(step: usize) -> Exact {
    Exact::decimal(step as i64, SCORE_DECIMALS)
}

impl Others {
    /// Where the unit draws level with those between its lowest and its highest score.
    fn crossings(
        &self,
        [lowest, highest]: [Exact; 2],
        mut reaches: impl FnMut(Exact) -> (Exact, Option<Exact>),
    ) -> Vec<Crossing> {
        let mut crossings: Vec<Crossing> = Vec::new();
        let is_between = |(_, other): &&(usize, Exact)| *other > lowest && *other <= highest;
        // Best first, so values fall: those of a later unit are the same or lower.
        for &(position, other) in self.scores.iter().filter(is_between) {
            let (at, enough) = reaches(other);
            match crossings.last_mut() {
                Some(last) if last.at == at => last.passed.push(position),
                // The first of them is the best: level with it, none of them is ahead.
                _ => crossings.push(Crossing {
                    at,
                    enough,
                    rank_before: 0,
                    rank_after: self.rank(other),
                    passed: vec![position],
                }),
            }
        }
        crossings.reverse();
        let mut rank = self.rank(lowest);
        for crossing in &mut crossings {
            crossing.rank_before = rank;
            rank = crossing.rank_after;
        }
        crossings
    }
}
