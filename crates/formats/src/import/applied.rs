//! A table of results put into an edition: what changes by it, and the edition with it.

use crate::{OwnCatalogue, edition_file};
use dti_engine::model::{Edition, Exact, Figure, Framework, Origin, ResultsRow, ResultsTable, Row};

/// How many figures a table changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ResultsChange {
    /// Units that the table names.
    pub units: usize,
    /// Scores of main indicators that were estimates and are entered now.
    pub from_estimated: usize,
    /// Totals and scores on file that the table has otherwise: entered now.
    pub replaced: usize,
    /// Totals and scores that the table has as they are on file: they stay as they are.
    pub confirmed: usize,
    /// Scores of main indicators of the edition that stay estimates.
    pub still_estimated: usize,
}

/// What changes when this table is put into this edition.
pub fn results_change(edition: &Edition, table: &ResultsTable) -> ResultsChange {
    let framework = edition.framework();
    let mut change = ResultsChange::default();
    for (unit, before) in edition.units().iter().zip(edition.rows()) {
        let loaded = table.rows.iter().find(|row| row.unit == unit.id);
        let after = loaded.map_or_else(|| before.clone(), |row| with(framework, before, row));
        change.units += usize::from(loaded.is_some());
        let gaps = framework
            .mains()
            .filter(|node| !after.indicators.contains_key(node));
        change.still_estimated += gaps.count();
        let Some(loaded) = loaded else { continue };
        let total = loaded
            .total
            .iter()
            .map(|total| (before.total.as_ref(), *total));
        let scores = loaded
            .scores
            .iter()
            .filter_map(|(id, score)| Some((before.indicators.get(&framework.node(id)?), *score)));
        for (figure, value) in total.chain(scores) {
            match figure {
                Some(figure) if figure.value == value => change.confirmed += 1,
                Some(_) => change.replaced += 1,
                None => change.from_estimated += 1,
            }
        }
    }
    change
}

/// A row with a loaded one in it. What is the same keeps its origin and source, and what is blank
/// stays as it is: nothing is invented, and nothing that is published is lost.
fn with(framework: &Framework, before: &Row, loaded: &ResultsRow) -> Row {
    let mut row = before.clone();
    if let Some(total) = loaded.total {
        let is_same = row
            .total
            .as_ref()
            .is_some_and(|figure| figure.value == total);
        if !is_same {
            // The published rank belongs to the published total.
            row.rank = None;
            row.total = Some(entered(total));
        }
    }
    if let Some(rank) = loaded.rank {
        let rank = Exact::whole(i64::from(rank));
        if row.rank.as_ref().is_none_or(|figure| figure.value != rank) {
            row.rank = Some(entered(rank));
        }
    }
    for (id, score) in &loaded.scores {
        let Some(node) = framework.node(id) else {
            continue;
        };
        if row
            .indicators
            .get(&node)
            .is_none_or(|figure| figure.value != *score)
        {
            row.indicators.insert(node, entered(*score));
        }
    }
    row
}

fn entered(value: Exact) -> Figure {
    Figure {
        value,
        origin: Origin::Loaded,
        source: String::new(),
        copies: 0,
    }
}

/// The edition with the table in it, to stand behind what ships.
pub fn results_part(edition: &Edition, table: &ResultsTable) -> OwnCatalogue {
    let framework = edition.framework();
    let mut rows = edition.rows().to_vec();
    for loaded in &table.rows {
        let place = edition
            .position(&loaded.unit)
            .and_then(|place| rows.get_mut(place));
        if let Some(row) = place {
            *row = with(framework, row, loaded);
        }
    }
    OwnCatalogue::table(
        edition.id(),
        edition_file::table(framework, edition.units(), &rows),
    )
}
