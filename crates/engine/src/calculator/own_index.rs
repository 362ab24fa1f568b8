//! Indices of a reader's own beside the official editions: loaded, compared with what was published
//! of them, and unloaded.

use super::{Calculator, CalculatorError, Prepared};
use crate::model::{Edition, Exact, Scenario};
use std::sync::Arc;

/// A result that a file gives and that does not come out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mismatch {
    /// Id of the unit.
    pub unit: String,
    /// Total that the file gives, where it differs.
    pub published_total: Option<Exact>,
    /// Rank that the file gives, where it differs.
    pub published_rank: Option<u32>,
    /// Total that comes out, with the decimals of the published one.
    pub total: Exact,
    /// Rank that comes out.
    pub rank: u32,
}

impl Calculator {
    /// Adds the edition of an own index and gives its id. Fails as [`Self::check_index`] does.
    pub fn load(&mut self, edition: Arc<Edition>) -> Result<String, CalculatorError> {
        self.check_index(&edition)?;
        self.catalogue.editions.push(Arc::clone(&edition));
        self.prepared.push(Prepared::default());
        if let Err(fault) = self.baseline(&edition) {
            self.take_out(edition.id());
            return Err(fault);
        }
        Ok(edition.id().to_owned())
    }

    /// Whether an own index can be loaded beside what is there: its edition has an id of its own,
    /// and its framework not that of an official one.
    pub fn check_index(&self, edition: &Edition) -> Result<(), CalculatorError> {
        let framework = edition.framework().id();
        let mut official = self.editions().iter().filter(|e| !e.header().is_own);
        let taken = if self.edition(edition.id()).is_ok() {
            edition.id()
        } else if official.any(|edition| edition.framework().id() == framework) {
            framework
        } else {
            return Ok(());
        };
        Err(CalculatorError::IdInUse(taken.to_owned()))
    }

    /// Takes a loaded index out. Official editions stay.
    pub fn unload(&mut self, id: &str) -> Result<(), CalculatorError> {
        if !self.edition(id)?.header().is_own {
            return Err(CalculatorError::NotLoaded(id.to_owned()));
        }
        self.take_out(id);
        Ok(())
    }

    fn take_out(&mut self, id: &str) {
        let place = self
            .editions()
            .iter()
            .position(|edition| edition.id() == id);
        if let Some(place) = place.filter(|place| *place < self.prepared.len()) {
            self.catalogue.editions.remove(place);
            self.prepared.remove(place);
        }
    }

    /// What a loaded index publishes of itself and what does not come out like that, in the order
    /// of the file, by the id of its edition: totals are compared with the decimals in which they
    /// are given.
    pub fn mismatches(&self, id: &str) -> Result<Vec<Mismatch>, CalculatorError> {
        let edition = self.edition(id)?;
        if edition.given().is_empty() {
            return Ok(Vec::new());
        }
        let standings = self.simulate(&Scenario::baseline(id))?;
        let mut found = Vec::new();
        for published in edition.given() {
            let position = edition.position(&published.unit);
            let Some(own) = position.and_then(|position| standings.of(position)) else {
                continue;
            };
            let decimals = published.total.map_or(4, |(_, decimals)| decimals);
            let total = own.unrounded.rounded(decimals);
            let published_total = published.total.map(|(given, _)| given);
            let published_total = published_total.filter(|given| *given != total);
            let published_rank = published.rank.filter(|rank| *rank != own.rank);
            if published_total.is_some() || published_rank.is_some() {
                found.push(Mismatch {
                    unit: published.unit.clone(),
                    published_total,
                    published_rank,
                    total,
                    rank: own.rank,
                });
            }
        }
        Ok(found)
    }
}
