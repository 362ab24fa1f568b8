//! A session read as a whole: what a simulation gives.

use super::Session;
use crate::analysis::with_ties;
use crate::calculator::CalculatorError;
use crate::calculator::exact_path::moved;
use crate::model::{Exact, Standing, Standings};

impl Session {
    /// All units ranked, best first, each with its whole card and beside the baseline.
    pub fn standings(&self) -> Result<Standings, CalculatorError> {
        let outcomes = self.outcomes()?;
        let pillars = self.pillars()?;
        let changes: Vec<Option<Exact>> = (0..outcomes.len())
            .map(|unit| self.terms.rival_change(unit, self.overrides.has(unit)))
            .collect();
        let totals = outcomes.iter().zip(&changes);
        let totals = totals.map(|(own, &change)| moved(own.own_total, change));
        let totals = totals.collect();
        let totals = with_ties(self.ground.framework(), totals);
        let baseline = self.ground.ranking();
        let standing = |&row: &u32| {
            let position = row as usize;
            let own = outcomes.get(position)?;
            let (baseline_score, baseline_rank) = baseline.of_unit(position)?;
            Some(Standing {
                position,
                score: self.board.score(position),
                unrounded: *totals.get(position)?,
                rank: self.board.rank(position),
                baseline_score,
                baseline_rank,
                pillars: pillars.get(position)?.clone(),
                card: own.card.clone(),
                estimated: own.estimated,
                moved_as_rival: changes.get(position)?.is_some(),
            })
        };
        let standings = self.order().iter().filter_map(standing).collect();
        let mut standings = Standings::new(self.edition().id().to_owned(), standings);
        standings.notes = self.notes();
        Ok(standings)
    }
}
