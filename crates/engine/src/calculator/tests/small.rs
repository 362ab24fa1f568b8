//! Small editions, for tests whose values are worked out by hand.

use crate::model::{
    Edition, EditionHeader, Exact, Figure, Framework, FrameworkHeader, IndicatorDraft, Level,
    Origin, Row, Text, Unit,
};
use std::sync::Arc;

/// A unit, its published total where there is one, and its scores by main indicator: hundredths.
pub(super) type Published<'a> = (&'a str, Option<i64>, &'a [(&'a str, i64)]);

/// Main indicators with their points.
pub(super) fn framework(header: FrameworkHeader, mains: &[(&str, u32)]) -> Arc<Framework> {
    let draft = |&(id, points): &(&str, u32)| IndicatorDraft::of(id, Level::Main, None, points);
    let drafts = mains.iter().map(draft).collect();
    Arc::new(Framework::try_new(header, drafts, vec![]).unwrap())
}

pub(super) fn unit(id: &str, population: &[(u16, i64)]) -> Unit {
    let population = population.iter();
    Unit {
        id: id.to_owned(),
        name: Text::default(),
        gso_code: String::new(),
        region: None,
        variants: Vec::new(),
        population: population
            .map(|&(year, own)| (year, Exact::whole(own)))
            .collect(),
    }
}

/// An edition of these units in this order.
pub(super) fn edition(
    header: EditionHeader,
    framework: &Arc<Framework>,
    rows: &[Published<'_>],
) -> Arc<Edition> {
    let units = rows.iter().map(|(id, ..)| unit(id, &[])).collect();
    edition_of(header, framework, units, rows)
}

/// The same of units that are more than an id.
pub(super) fn edition_of(
    header: EditionHeader,
    framework: &Arc<Framework>,
    units: Vec<Unit>,
    rows: &[Published<'_>],
) -> Arc<Edition> {
    let figure = |hundredths: i64| Figure {
        value: Exact::decimal(hundredths, 2),
        origin: Origin::Published,
        source: String::new(),
        copies: 1,
    };
    let row = |&(_, total, scores): &Published<'_>| Row {
        total: total.map(figure),
        indicators: scores
            .iter()
            .map(|&(id, own)| (framework.node(id).unwrap(), figure(own)))
            .collect(),
        ..Row::default()
    };
    let header = EditionHeader {
        simulatable: true,
        ..header
    };
    let rows = rows.iter().map(row).collect();
    Arc::new(Edition::new(
        header,
        Arc::clone(framework),
        Arc::new(units),
        rows,
    ))
}

/// A header with no more than an id.
pub(super) fn named(id: &str) -> EditionHeader {
    EditionHeader {
        id: id.to_owned(),
        ..EditionHeader::default()
    }
}
