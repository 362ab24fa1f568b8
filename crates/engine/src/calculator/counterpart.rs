//! The same province in another edition, across the merger of 2025.

use super::{Calculator, CalculatorError};
use crate::model::{Edition, Unit};
use std::sync::Arc;

/// A unit as it was before a merger.
#[derive(Clone, Copy, Debug)]
pub struct FormerUnit<'a> {
    /// The former unit.
    pub unit: &'a Unit,
    /// Row, in the merged edition, of the unit that it belongs to now: the same id where only the
    /// others joined it.
    pub now: usize,
    /// The edition in which it is ranked under its own name.
    pub edition: &'a Arc<Edition>,
}

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

    /// The units that those of a merged edition were made of, in the order of the edition before the
    /// merger; none where an edition is of no merger.
    ///
    /// ```
    /// let calculator = dti_formats::official()?;
    /// let former = calculator.former_units("2024-34")?;
    /// let units = calculator.edition("2024-34")?.units();
    /// let bac_giang = former.iter().find(|own| own.unit.id == "bac-giang");
    /// let bac_giang = bac_giang.expect("a province until 2025");
    /// assert_eq!(units[bac_giang.now].name.vi, "Bắc Ninh");
    /// assert_eq!(bac_giang.edition.id(), "2024");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn former_units(&self, edition: &str) -> Result<Vec<FormerUnit<'_>>, CalculatorError> {
        let merged = self.edition(edition)?;
        let Some(before) = &merged.header().merger_of else {
            return Ok(Vec::new());
        };
        let edition = self.edition(before)?;
        let former = edition.units().iter().filter_map(|unit| {
            let now = merged.position(self.merged_into(&unit.id)?)?;
            Some(FormerUnit { unit, now, edition })
        });
        Ok(former.collect())
    }
}
