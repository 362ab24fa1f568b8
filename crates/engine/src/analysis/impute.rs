//! Numbers that stand in for values that units do not have, as COINr's `Impute` finds them column by column.

use super::summary::median;
use crate::model::{Exact, Imputation, Unit};
use std::collections::BTreeMap;

/// The raw values of an indicator, one per unit, with what stands in for those that are missing: kept to
/// 12 decimals as raw values are. A region of which nothing is known stays without, and so does a unit
/// without a region where regions count.
pub fn imputed(rule: Imputation, units: &[Unit], values: &[Option<Exact>]) -> Vec<Option<Exact>> {
    let group = |unit: &Unit| match (rule.is_by_region(), &unit.region) {
        (true, region) => region.as_ref().map(|region| region.vi.clone()),
        (false, _) => Some(String::new()),
    };
    let groups: Vec<Option<String>> = units.iter().map(group).collect();
    let mut known: BTreeMap<&str, Vec<Exact>> = BTreeMap::new();
    for (group, value) in groups.iter().zip(values) {
        if let (Some(group), Some(value)) = (group, value) {
            known.entry(group).or_default().push(*value);
        }
    }
    let found = known.into_iter();
    let found = found.filter_map(|(group, values)| Some((group, stand_in(rule, &values)?)));
    let found: BTreeMap<&str, Exact> = found.collect();
    let both = groups.iter().zip(values);
    let all = both.map(|(group, value)| {
        let stand_in = || found.get(group.as_deref()?).copied();
        value.or_else(stand_in)
    });
    all.collect()
}

fn stand_in(rule: Imputation, known: &[Exact]) -> Option<Exact> {
    let found = match rule {
        Imputation::Median | Imputation::RegionMedian => median(known)?,
        Imputation::Mean | Imputation::RegionMean => {
            let count = Exact::whole(i64::try_from(known.len()).ok()?);
            known.iter().copied().sum::<Exact>().checked_div(count)?
        }
    };
    Some(found.coarse())
}

#[cfg(test)]
mod tests {
    use super::imputed;
    use crate::model::{Exact, Imputation, Text, Unit};

    fn unit(region: &str) -> Unit {
        let text = Text {
            vi: region.to_owned(),
            en: region.to_owned(),
        };
        Unit {
            id: String::new(),
            name: Text::default(),
            gso_code: String::new(),
            region: Some(text).filter(|own| !own.vi.is_empty()),
            variants: Vec::new(),
            population: Vec::new(),
        }
    }

    #[track_caller]
    fn expect(rule: Imputation, values: &[(&str, Option<i64>)], expected: &[Option<(i64, i64)>]) {
        let units: Vec<Unit> = values.iter().map(|(region, _)| unit(region)).collect();
        let values: Vec<_> = values.iter().map(|(_, v)| v.map(Exact::whole)).collect();
        let expected = expected.iter();
        let expected: Vec<_> = expected
            .map(|own| own.map(|(above, below)| Exact::fraction(above, below)))
            .collect();
        assert_eq!(imputed(rule, &units, &values), expected);
    }

    #[test]
    fn all_units_stand_in_for_one() {
        let values = [
            ("", Some(1)),
            ("", Some(2)),
            ("", None),
            ("", Some(3)),
            ("", Some(8)),
        ];
        let with = |own: (i64, i64)| [(1, 1), (2, 1), own, (3, 1), (8, 1)].map(Some);
        expect(Imputation::Mean, &values, &with((7, 2)));
        expect(Imputation::Median, &values, &with((5, 2)));
    }

    #[test]
    fn a_region_stands_in_for_its_own() {
        let values = [
            ("a", Some(1)),
            ("b", Some(30)),
            ("a", None),
            ("a", Some(2)),
            ("a", Some(6)),
            ("b", None),
            ("c", None),
            ("", None),
        ];
        let with = |a: i64| {
            let known = [(1, 1), (30, 1), (a, 1), (2, 1), (6, 1), (30, 1)];
            let mut all: Vec<_> = known.map(Some).to_vec();
            // Nothing is known of the last two.
            all.extend([None, None]);
            all
        };
        expect(Imputation::RegionMean, &values, &with(3));
        expect(Imputation::RegionMedian, &values, &with(2));
    }

    #[test]
    fn a_mean_has_the_decimals_of_a_raw_value() {
        let values = [("", Some(1)), ("", Some(1)), ("", Some(0)), ("", None)];
        let third = Some((666_666_666_667, 1_000_000_000_000));
        let expected = [Some((1, 1)), Some((1, 1)), Some((0, 1)), third];
        expect(Imputation::Mean, &values, &expected);
    }

    #[test]
    fn values_that_are_there_stay() {
        let values = [("a", Some(4)), ("b", Some(-2)), ("", Some(0))];
        for rule in Imputation::ALL {
            expect(rule, &values, &[(4, 1), (-2, 1), (0, 1)].map(Some));
        }
        for rule in Imputation::ALL {
            expect(rule, &[("a", None), ("", None)], &[None, None]);
        }
    }
}
