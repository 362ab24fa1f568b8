//! The rows of `iMeta` below one another, in the order of the table.

use super::indicators::{Entry, Indicators, Kind};
use super::units::Units;
use super::{TableFault, TableFaultKind};
use crate::own_index::draft::{Below, IndicatorNode, RawColumn};

/// The name of the index, and what lies below it.
pub(super) fn tree(
    indicators: &Indicators<'_>,
    units: &Units<'_>,
) -> Result<(String, Vec<IndicatorNode>), TableFault> {
    let top = indicators.top()?;
    Ok((top.name.to_owned(), below(top, indicators, units)?))
}

/// Levels fall on the way down, so it ends.
fn below(
    above: &Entry<'_>,
    indicators: &Indicators<'_>,
    units: &Units<'_>,
) -> Result<Vec<IndicatorNode>, TableFault> {
    let entries = indicators.entries.iter();
    let own = entries.filter(|own| own.kind.is_in_index() && own.parent == above.code);
    let nodes = own.map(|entry| node(entry, indicators, units));
    let nodes: Vec<IndicatorNode> = nodes.collect::<Result<_, _>>()?;
    if nodes.is_empty() {
        let kind = TableFaultKind::NothingBelow(above.code.to_owned());
        return Err(indicators.sheet.fault(Some(above.row), None, kind));
    }
    Ok(nodes)
}

fn node(
    entry: &Entry<'_>,
    indicators: &Indicators<'_>,
    units: &Units<'_>,
) -> Result<IndicatorNode, TableFault> {
    let below = match entry.kind {
        Kind::Indicator => Below::Values(RawColumn {
            values: units.values.get(entry.code).cloned().unwrap_or_default(),
            direction: entry.direction,
            goalposts: None,
            imputation: entry.imputation,
            treatment: entry.treatment,
        }),
        _ => Below::Indicators(below(entry, indicators, units)?),
    };
    Ok(IndicatorNode {
        code: entry.code.to_owned(),
        name: name(entry, indicators),
        weight: entry.weight,
        below,
    })
}

/// With what its values were divided by.
fn name(entry: &Entry<'_>, indicators: &Indicators<'_>) -> String {
    let denominator = indicators.of(entry.denominator);
    match denominator.filter(|_| !entry.denominator.is_empty()) {
        Some(below) => format!("{} / {}", entry.name, below.name),
        None => entry.name.to_owned(),
    }
}
