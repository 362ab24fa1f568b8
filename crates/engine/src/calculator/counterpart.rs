//! The same province in another edition, across the merger of 2025.

use super::Calculator;
use crate::model::Edition;
use std::sync::Arc;

impl Calculator {
    /// The editions that an edition can be compared with, itself among them: the official ones with
    /// one another, any other with those of its framework.
    pub fn series<'a>(&'a self, own: &Edition) -> impl Iterator<Item = &'a Arc<Edition>> + use<'a> {
        let is_official = |edition: &Edition| edition.provenance().is_official();
        let framework = own.framework().id().to_owned();
        let is_own_official = is_official(own);
        self.editions().iter().filter(move |edition| {
            let is_same = is_own_official || edition.framework().id() == framework;
            is_official(edition) == is_own_official && is_same
        })
    }

    /// The unit of edition `to` that stands for `unit`: the same, the one that it became part of,
    /// or the first that it was made of. `None` where there is none.
    pub fn counterpart(&self, unit: &str, to: &str) -> Option<&str> {
        let units = self.edition(to).ok()?.units();
        let merged = self.catalogue.merged_into(unit);
        let found = units
            .iter()
            .find(|u| u.id == unit)
            .or_else(|| units.iter().find(|u| Some(u.id.as_str()) == merged))
            .or_else(|| {
                units
                    .iter()
                    .find(|u| self.catalogue.merged_into(&u.id) == Some(unit))
            })?;
        Some(&found.id)
    }
}
