//! A scenario of the engine as the oracle takes it: the one place where both are known.

use crate::oracle::numbers::fraction;
use crate::oracle::{self, Amount, Case};
use dti_engine::model::{Entry, Exact, Kind, Rivals, Scenario};

/// The same question to the oracle. Assessed figures are what-ifs to it.
pub(crate) fn as_case(scenario: &Scenario) -> Case {
    let number = |value: Exact| fraction(value.round_half_up(4), 10_000);
    let mut case = Case::of(&scenario.edition);
    case.unit.clone_from(&scenario.unit);
    for item in &scenario.overrides {
        let kind = match item.kind {
            Kind::Known => oracle::Kind::Known,
            Kind::WhatIf | Kind::Assessed => oracle::Kind::WhatIf,
        };
        let amount = match &item.entry {
            Entry::Score(score) | Entry::Share(score) => Amount::Score(number(score.value())),
            Entry::Points(points) => Amount::Points(number(points.value())),
            Entry::Value(raw) => unreachable!("no question of these tests has {raw:?}"),
        };
        case = case.with(oracle::Override::new(
            &item.unit,
            &item.indicator,
            kind,
            amount,
        ));
    }
    for (node, max) in &scenario.max_points {
        let max = fraction(i64::from(max.whole()), 1);
        case.max_points.insert(node.clone(), max);
    }
    case.rivals = match scenario.rivals {
        Rivals::Frozen => oracle::Rivals::Frozen,
        Rivals::Trend => oracle::Rivals::Trend,
        Rivals::Gain(hundredths) => oracle::Rivals::Gain(fraction(hundredths, 100)),
    };
    case
}
