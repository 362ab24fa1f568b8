//! How others came from where a unit stands to a target, and how it would fare on the same path.

use super::PeersQuestion;
use crate::analysis::nearest;
use crate::calculator::claim::has_same_units;
use crate::calculator::resolve::position;
use crate::calculator::{Calculator, CalculatorError, Target, lowest_entry};
use crate::model::{Edition, Entry, Exact, Kind, Maxima, Node, Override, Scenario, Score};
use std::sync::Arc;

/// What a main indicator did on a path.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PathStep {
    /// The indicator.
    pub node: Node,
    /// Its score before.
    pub before: Exact,
    /// Its score after.
    pub after: Exact,
    /// What that changed in the score.
    pub change: Exact,
}

/// How another unit came from where this one stands, or from further back, to the target.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Path {
    /// Row of the other unit in the edition asked about.
    pub position: usize,
    /// Ids of the editions before and after.
    pub editions: [String; 2],
    /// Whether their framework is another one than that of the edition asked about.
    pub other_framework: bool,
    /// Its ranks before and after.
    pub ranks: [u32; 2],
    /// Its scores before and after.
    pub scores: [Exact; 2],
    /// The main indicators that are on file by themselves in both, in the framework's order.
    pub steps: Vec<PathStep>,
    /// The change of score by all others together.
    pub others: Exact,
    /// What-ifs of the unit asked about that repeat every gain of the steps.
    pub overrides: Vec<Override>,
    /// The rank that they give it, all others staying.
    pub rank: u32,
    /// The score that they give it.
    pub score: Exact,
}

impl Calculator {
    /// How others came from this unit's place, or from behind it, to the target: between any edition
    /// and the next of the same framework and units. How many there are, and the nearest.
    pub(super) fn paths(
        &self,
        edition: &Arc<Edition>,
        row: usize,
        target: Target,
        question: &PeersQuestion,
    ) -> Result<(usize, Vec<Path>), CalculatorError> {
        let units = edition.units().len();
        if let Target::Rank(rank) = target
            && !(1..=units).contains(&(rank as usize))
        {
            return Err(CalculatorError::TargetOutOfRange { given: rank, units });
        }
        let own = self.place(edition, row);
        let mut found = Vec::new();
        for pair in self.years(edition, target) {
            let [before, after] = pair;
            for other in (0..units).filter(|other| *other != row) {
                let (from, to) = (self.place(before, other), self.place(after, other));
                let (Some(own), Some(from), Some(to)) = (own, from, to) else {
                    continue;
                };
                if let Some(apart) = came(target, own, from, to) {
                    found.push((found.len(), apart, pair, other));
                }
            }
        }
        let order: Vec<(usize, Exact)> =
            found.iter().map(|(at, apart, ..)| (*at, *apart)).collect();
        let near = nearest(order, question.count).into_iter();
        let paths = near.filter_map(|(at, _)| found.get(at));
        let paths = paths.map(|(_, _, pair, other)| {
            // Each is simulated, which is why the others are only counted.
            self.path(edition, &question.unit, *pair, *other)
        });
        Ok((found.len(), paths.collect::<Result<_, _>>()?))
    }

    /// Editions in a row of one framework and these units; a score is one of a framework.
    fn years<'a>(&'a self, edition: &'a Edition, target: Target) -> Vec<[&'a Arc<Edition>; 2]> {
        let all: Vec<&Arc<Edition>> = self.series(edition).collect();
        let is_of = |own: &Edition| {
            let is_same = own.framework().id() == edition.framework().id();
            has_same_units(own, edition) && (is_same || matches!(target, Target::Rank(_)))
        };
        let pairs = all.iter().filter_map(|after| {
            let mut earlier = all.iter().rev();
            let before = earlier.find(|before| before.header().year < after.header().year)?;
            let is_one = before.framework().id() == after.framework().id();
            (is_one && is_of(before) && is_of(after)).then_some([*before, *after])
        });
        pairs.collect()
    }

    /// Rank and score of a unit in an edition that can be simulated.
    fn place(&self, edition: &Arc<Edition>, row: usize) -> Option<(u32, Exact)> {
        let baseline = self.baseline(edition).ok()?;
        let (score, rank) = baseline.ranking(edition).of_unit(row)?;
        Some((rank, score))
    }

    fn path(
        &self,
        edition: &Arc<Edition>,
        unit: &str,
        [before, after]: [&Arc<Edition>; 2],
        other: usize,
    ) -> Result<Path, CalculatorError> {
        let framework = after.framework();
        let maxima = Maxima::of(framework);
        let theirs = after
            .units()
            .get(other)
            .map(|own| own.id.as_str())
            .unwrap_or_default();
        let [from, to] = [before, after].map(|year| self.place(year, other).unwrap_or_default());
        let (mut steps, mut others) = (Vec::new(), to.1 - from.1);
        let mut overrides = Vec::new();
        for node in framework.mains() {
            let id = &framework.indicator(node).id;
            let own = |year| self.own_score(year, theirs, id);
            let (Some(old), Some(new)) = (own(before), own(after)) else {
                continue;
            };
            let share = maxima.of_node(node).div_or(maxima.total(), Exact::ZERO);
            let change = share * (new - old);
            others = others - change;
            overrides.extend(self.repeated(edition, unit, id, new - old)?);
            steps.push(PathStep {
                node,
                before: old,
                after: new,
                change,
            });
        }
        let followed = Scenario {
            unit: Some(unit.to_owned()),
            overrides: overrides.clone(),
            ..Scenario::baseline(edition.id())
        };
        let standings = self.simulate(&followed)?;
        let reached = standings.of(position(edition, unit)?);
        Ok(Path {
            position: other,
            editions: [before, after].map(|year| year.id().to_owned()),
            other_framework: framework.id() != edition.framework().id(),
            ranks: [from.0, to.0],
            scores: [from.1, to.1],
            steps,
            others,
            overrides,
            rank: reached.map(|own| own.rank).unwrap_or_default(),
            score: reached.map(|own| own.score).unwrap_or_default(),
        })
    }

    /// The what-if by which the unit gains as much on an indicator, up to its maximum.
    fn repeated(
        &self,
        edition: &Arc<Edition>,
        unit: &str,
        indicator: &str,
        gain: Exact,
    ) -> Result<Option<Override>, CalculatorError> {
        let card = self.baseline(edition)?.cards.get(position(edition, unit)?);
        let node = edition.framework().node(indicator);
        let now = card.zip(node).map(|(card, node)| card.score(node));
        let entry = now.filter(|_| gain > Exact::ZERO).and_then(|now| {
            Score::try_new(lowest_entry((now + gain).min(Exact::ONE)))
                .filter(|new| new.value() > now)
        });
        Ok(entry.map(|score| Override {
            unit: unit.to_owned(),
            indicator: indicator.to_owned(),
            entry: Entry::Score(score),
            kind: Kind::WhatIf,
        }))
    }
}

/// How far from a unit's own place another one began that reached the target; `None` where it began
/// ahead or did not reach it.
fn came(target: Target, own: (u32, Exact), from: (u32, Exact), to: (u32, Exact)) -> Option<Exact> {
    match target {
        Target::Rank(rank) => {
            let behind = i64::from(from.0) - i64::from(own.0);
            (behind >= 0 && to.0 <= rank).then(|| Exact::whole(behind))
        }
        Target::Score(score) => (from.1 <= own.1 && to.1 >= score).then(|| own.1 - from.1),
    }
}
