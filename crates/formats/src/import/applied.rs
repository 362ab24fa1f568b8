//! A table of results put into an edition: what changes by it, and the edition's text with it.

use crate::shipped::PART;
use dti_engine::model::{
    Edition, Exact, Figure, Framework, Node, Origin, ResultsRow, ResultsTable, Row,
};
use std::fmt::Write as _;

/// Decimals of a figure in the text of an edition.
const DECIMALS: u32 = 12;

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
            .filter(|node| after.indicators.get(node).is_none());
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

/// The edition with the table in it, as catalogue text: to stand behind the text that ships.
pub fn results_part(edition: &Edition, table: &ResultsTable) -> String {
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
    let columns = columns(framework, &rows);
    let mut text = format!("{PART}edition {}\nunit", edition.id());
    for column in &columns {
        let _ = write!(text, "\t{}", column.name);
    }
    text.push_str("\tsource\tother_sources\tderived\tentered\tcopies");
    for (unit, row) in edition.units().iter().zip(&rows) {
        let _ = write!(text, "\n{}", unit.id);
        push_row(&mut text, &columns, row);
    }
    text.push('\n');
    text
}

/// A column of an edition's text.
struct FigureColumn {
    name: String,
    place: FigurePlace,
}

#[derive(Clone, Copy)]
enum FigurePlace {
    Rank,
    Total,
    Indicator(Node),
    Pillar(usize),
    PillarRank(usize),
}

impl FigurePlace {
    fn of(self, row: &Row) -> Option<&Figure> {
        match self {
            Self::Rank => row.rank.as_ref(),
            Self::Total => row.total.as_ref(),
            Self::Indicator(node) => row.indicators.get(&node),
            Self::Pillar(place) => row.pillars.get(place)?.score.as_ref(),
            Self::PillarRank(place) => row.pillars.get(place)?.rank.as_ref(),
        }
    }
}

/// The columns that any row fills.
fn columns(framework: &Framework, rows: &[Row]) -> Vec<FigureColumn> {
    let column = |name: &str, place: FigurePlace| FigureColumn {
        name: name.to_owned(),
        place,
    };
    let mut columns = vec![
        column("rank", FigurePlace::Rank),
        column("score", FigurePlace::Total),
    ];
    for node in framework.nodes() {
        let place = FigurePlace::Indicator(node);
        columns.push(column(&framework.indicator(node).id, place));
    }
    for (place, pillar) in framework.pillars().iter().enumerate() {
        let id = &pillar.id;
        columns.push(column(&format!("pillar_{id}"), FigurePlace::Pillar(place)));
        columns.push(column(
            &format!("rank_pillar_{id}"),
            FigurePlace::PillarRank(place),
        ));
    }
    columns.retain(|column| rows.iter().any(|row| column.place.of(row).is_some()));
    columns
}

fn push_row(text: &mut String, columns: &[FigureColumn], row: &Row) {
    let [mut sources, mut derived, mut entered, mut copies] = [const { Vec::new() }; 4];
    for FigureColumn { name, place } in columns {
        text.push('\t');
        let Some(figure) = place.of(row) else {
            continue;
        };
        text.push_str(&figure.value.to_short_text(DECIMALS));
        match figure.origin {
            Origin::Derived => derived.push(name.clone()),
            Origin::Loaded => entered.push(name.clone()),
            Origin::Published | Origin::Estimated | Origin::Entered | Origin::Missing => {}
        }
        if !figure.source.is_empty() {
            sources.push(format!("{name}={}", figure.source));
        }
        if figure.copies != 1 {
            copies.push(format!("{name}={}", figure.copies));
        }
    }
    // No source of the row as a whole: a loaded figure has none.
    text.push('\t');
    for words in [sources, derived, entered, copies] {
        text.push('\t');
        text.push_str(&words.join(" "));
    }
}
