//! What a unit scored and ranked in the edition before, as far as that is on file.

use super::{Calculator, Weights};
use crate::model::{Edition, Exact, Origin, Scenario};

/// A unit's place in the edition before its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LastYear {
    /// Its score, `0..=1`.
    pub score: Exact,
    /// Published, or derived: the mean of the former units that it was merged from.
    pub origin: Origin,
    /// Its rank, where one is on file; after the merger, among the merged units.
    pub rank: Option<u32>,
}

impl Calculator {
    /// Every unit's place in the edition before, in the order of the edition's units. `None` where
    /// no score is on file; empty where there is no edition before.
    pub fn last_year(&self, edition: &str) -> Vec<Option<LastYear>> {
        let Ok(edition) = self.edition(edition) else {
            return Vec::new();
        };
        let Some(previous) = &edition.header().previous else {
            return Vec::new();
        };
        let Ok(before) = self.edition(&previous.edition) else {
            return Vec::new();
        };
        if previous.merged {
            self.merged_from(edition, before)
        } else {
            let units = edition.units().iter();
            units.map(|unit| as_published(before, &unit.id)).collect()
        }
    }

    /// The edition before has the former units: their means, and ranks among these.
    fn merged_from(&self, edition: &Edition, before: &Edition) -> Vec<Option<LastYear>> {
        let Ok(merged) = self.merge(&Scenario::baseline(before.id()), Weights::Equal) else {
            return Vec::new();
        };
        let place = |unit: &str| {
            let units = self.merged_units();
            let position = units.iter().position(|merged| merged.id == unit)?;
            let own = merged.of(position)?;
            let former = before.units().iter();
            let former = former.filter(|former| self.merged_into(&former.id) == Some(unit));
            Some(LastYear {
                score: own.baseline_score,
                origin: match former.count() {
                    1 => Origin::Published,
                    _ => Origin::Derived,
                },
                rank: Some(own.baseline_rank),
            })
        };
        let units = edition.units().iter();
        units.map(|unit| place(&unit.id)).collect()
    }
}

fn as_published(before: &Edition, unit: &str) -> Option<LastYear> {
    let row = before.rows().get(before.position(unit)?)?;
    let total = row.total.as_ref()?;
    let rank = row.rank.as_ref().map(|rank| rank.value.round_half_up(0));
    Some(LastYear {
        score: total.value,
        origin: total.origin,
        rank: rank.and_then(|rank| u32::try_from(rank).ok()),
    })
}

#[cfg(test)]
mod tests {
    use crate::calculator::{Calculator, LastYear};
    use crate::model::{Exact, Origin};

    #[track_caller]
    fn last_year(edition: &str, unit: &str) -> Option<LastYear> {
        let calculator = Calculator::official().unwrap();
        let position = calculator.edition(edition).unwrap().position(unit).unwrap();
        calculator.last_year(edition)[position]
    }

    #[test]
    fn a_unit_that_stayed_has_its_published_place() {
        let expected = LastYear {
            score: Exact::decimal(7366, 4),
            origin: Origin::Published,
            rank: Some(9),
        };
        assert_eq!(last_year("2024", "bac-giang"), Some(expected));
    }

    #[test]
    fn a_merged_unit_has_the_mean_of_its_former_units() {
        let calculator = Calculator::official().unwrap();
        let before = calculator.edition("2023").unwrap();
        let score = |unit: &str| {
            let row = &before.rows()[before.position(unit).unwrap()];
            row.total.as_ref().unwrap().value
        };
        let mean = (score("bac-giang") + score("bac-ninh")).div_or(Exact::whole(2), Exact::ZERO);
        let own = last_year("2024-34", "bac-ninh").unwrap();
        assert_eq!(own.score, mean.rounded(4));
        assert_eq!(own.origin, Origin::Derived);
        assert_eq!(
            last_year("2024-34", "hue").unwrap().origin,
            Origin::Published
        );
        let all = calculator.last_year("2024-34");
        let mut ranks: Vec<u32> = all.iter().map(|own| own.unwrap().rank.unwrap()).collect();
        ranks.sort_unstable();
        assert_eq!((ranks[0], ranks.len()), (1, 34));
    }

    #[test]
    fn without_an_edition_before_there_is_nothing() {
        let calculator = Calculator::official().unwrap();
        assert_eq!(calculator.last_year("2022"), []);
        assert_eq!(calculator.last_year("1999"), []);
    }
}
