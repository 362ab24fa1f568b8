//! Whether a claim about a unit's results is true by the figures on file.

use super::resolve::{main_indicator, position};
use super::{Calculator, CalculatorError};
use crate::analysis::{Claim, ClaimPart, Driver, Facts, Found, Truth, Undecided, judge};
use crate::model::{Edition, Entry, Exact, Kind, Origin, Override, Scenario, Score};
use std::sync::Arc;

/// A claim, judged part by part, with the figures behind it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClaimCheck {
    /// Row of the unit in the edition after.
    pub position: usize,
    /// Id of the edition before, where there is one.
    pub from: Option<String>,
    /// Whether the two editions are of different frameworks: the numbers stand, what they measure
    /// differs.
    pub across_frameworks: bool,
    /// The figures.
    pub facts: Facts,
    /// Each part of the claim and what the figures say of it.
    pub parts: Vec<(ClaimPart, Truth)>,
    /// What they say of the whole.
    pub truth: Truth,
}

impl Calculator {
    /// Whether a claim is true by the figures on file, part by part.
    ///
    /// ```
    /// use dti_engine::calculator::{Claim, Moved, Said, Truth, Turn};
    /// let calculator = dti_formats::official()?;
    /// let claim = Claim {
    ///     unit: "thai-nguyen".into(),
    ///     to: "2021".into(),
    ///     rank: Some(Moved { turn: Turn::Rose, by: Some(4) }),
    ///     after: Said { rank: Some(8), score: None },
    ///     ..Claim::default()
    /// };
    /// assert_eq!(calculator.check_claim(&claim)?.truth, Truth::True);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn check_claim(&self, claim: &Claim) -> Result<ClaimCheck, CalculatorError> {
        let after = self.edition(&claim.to)?;
        let row = position(after, &claim.unit)?;
        let before = match &claim.from {
            Some(id) => Some(self.edition(id)?),
            None => self.last_before(after),
        };
        let facts = Facts {
            before: self.found_before(before, after, &claim.unit),
            after: self.result(after, row),
            driver: self.driver(claim, before, after)?,
        };
        let parts = judge(claim, &facts);
        Ok(ClaimCheck {
            position: row,
            from: before.map(|edition| edition.id().to_owned()),
            across_frameworks: before
                .is_some_and(|edition| edition.framework().id() != after.framework().id()),
            truth: Truth::of_all(&parts),
            facts,
            parts,
        })
    }

    /// The last edition of an earlier year that an edition can be compared with.
    fn last_before(&self, edition: &Edition) -> Option<&Arc<Edition>> {
        let year = edition.header().year;
        let earlier = self.series(edition).filter(|own| own.header().year < year);
        earlier.last()
    }

    fn found_before(
        &self,
        before: Option<&Arc<Edition>>,
        after: &Edition,
        unit: &str,
    ) -> Result<Found, Undecided> {
        let before = before.filter(|before| has_same_units(before, after));
        let before = before.ok_or(Undecided::OtherUnits)?;
        let row = before.position(unit).ok_or(Undecided::OtherUnits)?;
        Ok(self.result(before, row))
    }

    /// What the indicator did that a claim names.
    fn driver(
        &self,
        claim: &Claim,
        before: Option<&Arc<Edition>>,
        after: &Arc<Edition>,
    ) -> Result<Result<Driver, Undecided>, CalculatorError> {
        let Some(indicator) = &claim.thanks_to else {
            return Ok(Err(Undecided::NotSeparate));
        };
        main_indicator(after, indicator)?;
        let Some(before) = before.filter(|before| has_same_units(before, after)) else {
            return Ok(Err(Undecided::OtherUnits));
        };
        if before.framework().id() != after.framework().id() {
            return Ok(Err(Undecided::OtherFramework));
        }
        let own = |edition| self.own_score(edition, &claim.unit, indicator);
        let (Some(old), Some(new)) = (own(before), own(after)) else {
            return Ok(Err(Undecided::NotSeparate));
        };
        let stayed = Score::try_new(old).map(|score| Override {
            unit: claim.unit.clone(),
            indicator: indicator.clone(),
            entry: Entry::Share(score),
            kind: Kind::WhatIf,
        });
        let scenario = Scenario {
            unit: Some(claim.unit.clone()),
            overrides: stayed.into_iter().collect(),
            ..Scenario::baseline(after.id())
        };
        let standings = self.simulate(&scenario)?;
        let row = position(after, &claim.unit)?;
        let standing = standings.of(row);
        Ok(Ok(Driver {
            before: old,
            after: new,
            without: Found {
                rank: standing.map(|own| own.rank),
                score: standing.map(|own| own.score),
            },
        }))
    }

    /// A unit's score on a main indicator, where it is on file by itself.
    pub(super) fn own_score(
        &self,
        edition: &Arc<Edition>,
        unit: &str,
        indicator: &str,
    ) -> Option<Exact> {
        let card = self.baseline(edition).ok()?;
        let card = card.cards.get(edition.position(unit)?)?;
        let value = card.value(edition.framework().node(indicator)?)?;
        (!value.origin.is_guess() && value.origin != Origin::Missing).then_some(value.score)
    }
}

/// Whether two editions rank the same units.
pub(super) fn has_same_units(one: &Edition, other: &Edition) -> bool {
    let ids = other.units().iter().map(|unit| &unit.id);
    one.units().iter().map(|unit| &unit.id).eq(ids)
}
