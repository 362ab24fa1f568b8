//! A unit's own result in an edition, whatever scenario is shown.

use super::{Calculator, CalculatorError};
use crate::analysis::Found;
use crate::model::{Edition, Exact, Provenance, Row};
use std::sync::Arc;

impl Calculator {
    /// Rank and score of the unit in a row of an edition, by its own figures: a rank that is shared is a
    /// rank. Where an edition cannot be computed they are what is on file.
    ///
    /// ```
    /// let calculator = dti_formats::official()?;
    /// let edition = calculator.edition("2024")?;
    /// let row = edition.position("bac-giang").unwrap_or_default();
    /// // 13th with Yên Bái; no rank is on file.
    /// assert_eq!(calculator.result(edition, row).rank, Some(13));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn result(&self, edition: &Arc<Edition>, row: usize) -> Found {
        let ranking = self.baseline(edition).ok();
        let ranked = ranking.and_then(|own| own.ranking(edition).of_unit(row));
        if let Some((score, rank)) = ranked {
            return Found {
                rank: Some(rank),
                score: Some(score),
            };
        }
        let on_file = edition.rows().get(row);
        let score = on_file.and_then(|own| own.total.as_ref());
        Found {
            rank: on_file.and_then(|own| rank_on_file(edition, own)),
            score: score.map(|score| score.value),
        }
    }
}

impl Calculator {
    /// Rows of an edition by its own figures, best first, those that are level by id.
    pub fn best_rows(&self, edition: &Arc<Edition>) -> Result<&[u32], CalculatorError> {
        Ok(self.baseline(edition)?.ranking(edition).rows())
    }
}

/// The rank on file. Where none is, or a reader's table is in the edition, it follows from the totals if all
/// of them are on file: equal ones share it.
fn rank_on_file(edition: &Edition, own: &Row) -> Option<u32> {
    let on_file = own.rank.as_ref();
    let on_file = on_file.filter(|_| edition.provenance() == Provenance::Published);
    if let Some(rank) = on_file {
        return u32::try_from(rank.value.round_half_up(0)).ok();
    }
    let total = |row: &Row| row.total.as_ref().map(|total| total.value);
    let own = total(own)?;
    let totals: Option<Vec<Exact>> = edition.rows().iter().map(total).collect();
    let higher = totals?.into_iter().filter(|total| *total > own).count();
    u32::try_from(higher + 1).ok()
}
