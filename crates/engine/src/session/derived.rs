//! Pillars, ranks by indicator and medians of a session.

use super::Session;
use super::kept::{Column, Kept, KeptUnit};
use crate::analysis::median;
use crate::calculator::CalculatorError;
use crate::calculator::exact_path::{
    column_ranks, outcome_of, pillar_scores, ranked_pillars, resolve,
};
use crate::model::{Exact, Node, PillarStanding};

impl Session {
    /// The pillars of all units with their ranks, in the edition's order; the same until a figure or
    /// a maximum changes.
    pub fn pillars(&self) -> Result<&[Vec<PillarStanding>], CalculatorError> {
        let kept = self.settled()?;
        let framework = self.ground.framework();
        let scores = |own: &KeptUnit| {
            let made = || {
                let outcome = own.outcome.get();
                outcome.map_or_else(Vec::new, |own| {
                    pillar_scores(framework, &self.terms.maxima, own.own_total, &own.card)
                })
            };
            own.pillars.get_or_init(made).clone()
        };
        let pillars = kept.pillars.get_or_init(|| {
            let scores: Vec<Vec<Exact>> = kept.units().iter().map(scores).collect();
            ranked_pillars(framework, &scores)
        });
        Ok(pillars)
    }

    /// An indicator over all units; the same until a figure on it, above or below it changes.
    pub fn column(&self, indicator: &str) -> Result<&Column, CalculatorError> {
        let units = self.edition().units();
        let first = units.first().map(|unit| unit.id.as_str());
        let (_, node) = self.place(first.unwrap_or_default(), indicator)?;
        let kept = self.settled()?;
        let made = || self.made_column(kept, node);
        let column = kept.column(node).map(|column| column.get_or_init(made));
        column.ok_or_else(|| CalculatorError::NotScored(indicator.to_owned()))
    }

    fn made_column(&self, kept: &Kept, node: Node) -> Column {
        let cards = kept.units().iter().filter_map(|own| own.outcome.get());
        let scores: Vec<Exact> = cards.map(|own| own.card.score(node)).collect();
        Column {
            ranks: column_ranks(self.ground.framework(), &scores),
            median: median(&scores).unwrap_or(Exact::ZERO),
            scores,
        }
    }

    /// What is kept, with the outcome of every unit in it.
    fn settled(&self) -> Result<&Kept, CalculatorError> {
        let (units, rows) = (self.ranks().len(), self.ground.tree().rows());
        let kept = self.kept.get_or_init(|| Box::new(Kept::new(units, rows)));
        if kept.units().iter().all(|own| own.outcome.get().is_some()) {
            return Ok(kept);
        }
        let resolved = resolve(self.edition(), &self.scenario())?;
        for (unit, own) in kept.units().iter().enumerate() {
            if own.outcome.get().is_none() {
                let outcome = outcome_of(self.edition(), self.ground.baseline(), &resolved, unit)?;
                own.outcome.get_or_init(|| outcome);
            }
        }
        Ok(kept)
    }
}
