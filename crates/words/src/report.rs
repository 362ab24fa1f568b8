//! What a report says that stands nowhere else on the page: the result name by name, what is missing most,
//! and where the figures come from.

use crate::analyses::{about, counted, in_a_row};
use crate::explanations::day_of;
use crate::numbers::{change_to, decimal, fixed_points, score, whole};
use crate::sentences::{move_in_words, rank_of, source_kind};
use crate::table::{ColumnHead, Table, TableCell};
use crate::{Words, to_next_above, to_next_below};
use dti_engine::calculator::{Calculator, ScorecardLine, Verdict};
use dti_engine::model::{Edition, Exact, Figure, Row, Text};
use dti_formats::DocumentTable;

/// Indicators that are named before the table.
const NAMED: usize = 3;

/// The result by name: rank and score before and after, and what lies to the next ranks; the units above
/// and below by their names.
pub fn report_facts(
    verdict: &Verdict,
    [above, below]: [&Text; 2],
    words: &Words,
) -> Vec<(String, String)> {
    let own = |text: String| about(text, verdict.estimated);
    let rank = own(rank_of(verdict.rank, verdict.units));
    let rank = match verdict.places {
        0 => rank,
        places => {
            let by = move_in_words(places, words);
            words.report_moved(verdict.baseline_rank, rank, by)
        }
    };
    let digits = verdict.digits.score;
    let now = own(decimal(verdict.score, digits, words));
    let total = match verdict.change == Exact::ZERO {
        true => now,
        false => {
            let before = decimal(verdict.baseline_score, digits, words);
            let by = own(change_to(verdict.change, digits, words));
            words.report_moved(before, now, by)
        }
    };
    let above = match &verdict.above {
        None => words.top_of_table().to_owned(),
        Some(gap) => to_next_above(gap, above, words),
    };
    let below = match &verdict.below {
        None => words.end_of_table().to_owned(),
        Some(gap) => to_next_below(gap, below, words),
    };
    vec![
        (words.rank().to_owned(), rank),
        (words.dti_score(), total),
        (words.next_above().to_owned(), above),
        (words.next_below().to_owned(), below),
    ]
}

/// An indicator on its way into the table of what is missing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MissingLine {
    /// Name of the indicator.
    pub name: String,
    /// Its figures.
    pub line: ScorecardLine,
    /// The word for where its score comes from.
    pub origin: String,
}

impl MissingLine {
    fn missing(&self) -> Exact {
        self.line.max_points - self.line.points
    }

    fn about(&self, text: String) -> String {
        about(text, self.line.origin.is_guess())
    }
}

/// What is missing in all and where most, in a sentence, and every indicator, most missing first; `units`
/// are ranked.
pub fn report_missing(mut lines: Vec<MissingLine>, units: usize, words: &Words) -> (String, Table) {
    // Those where equally much is missing stay in the framework's order.
    lines.sort_by_key(|own| -own.missing());
    let max: Exact = lines.iter().map(|own| own.line.max_points).sum();
    let missing: Exact = lines.iter().map(MissingLine::missing).sum();
    let most = lines.iter().filter(|own| own.missing() > Exact::ZERO);
    let named = most.take(NAMED).map(|own| {
        let points = own.about(counted(own.missing(), words));
        words.report_missing_one(&own.name, points)
    });
    let named: Vec<String> = named.collect();
    let told = match named.is_empty() {
        true => words.report_nothing_missing().to_owned(),
        false => {
            let [max, missing] = [max, missing].map(|points| counted(points, words));
            words.report_missing_told(max, missing, in_a_row(named, words))
        }
    };
    let number =
        |own: &MissingLine, value: Exact, text: String, decimals: u32| match own.line.origin {
            origin if origin.is_guess() => TableCell::words(own.about(text)),
            _ => TableCell::number(text, value, decimals),
        };
    let row = |own: &MissingLine| {
        let line = &own.line;
        vec![
            TableCell::words(&own.name),
            number(own, line.score, score(line.score, words), 4),
            number(own, line.points, fixed_points(line.points, words), 2),
            TableCell::number(whole(line.max_points, words), line.max_points, 0),
            number(own, own.missing(), fixed_points(own.missing(), words), 2),
            TableCell::words(about(rank_of(line.rank, units), line.rank_is_estimated)),
            TableCell::words(&own.origin),
        ]
    };
    let table = Table {
        columns: vec![
            ColumnHead::words(words.column_main_indicator()),
            ColumnHead::numbers(words.value()),
            ColumnHead::numbers(words.results_points()),
            ColumnHead::numbers(words.max_points()),
            ColumnHead::numbers(words.results_gap()),
            ColumnHead::numbers(words.column_rank()),
            ColumnHead::words(words.origin()),
        ],
        rows: lines.iter().map(row).collect(),
        own: Vec::new(),
    };
    (told, table)
}

/// Where the figures of a unit in an edition were read, and the decision that its points follow. `row` is
/// the unit's row; without one nothing of it is on file.
pub fn report_origins(
    calculator: &Calculator,
    edition: &Edition,
    row: Option<&Row>,
    words: &Words,
) -> Vec<String> {
    let title = words.in_language(&edition.header().title);
    let header = edition.framework().header();
    let mut told = Vec::new();
    let places = places(calculator, row, words);
    if !places.is_empty() {
        told.push(words.report_read_from(title, places.join("; ")));
    }
    if let Some((number, date)) = &header.decision {
        let total = whole(edition.framework().total().value(), words);
        told.push(words.data_decision(number, day_of(date, words), total));
    }
    let source = words.in_language(&header.source);
    told.extend((!source.is_empty()).then(|| source.to_owned()));
    told
}

/// Every place that a figure of the row was read from, once.
fn places(calculator: &Calculator, row: Option<&Row>, words: &Words) -> Vec<String> {
    let mut places: Vec<String> = Vec::new();
    let figures = row.into_iter().flat_map(|row| {
        let own = row.rank.iter().chain(&row.total);
        own.chain(row.indicators.values())
    });
    for Figure { source, .. } in figures {
        let Some(source) = calculator.source(source) else {
            continue;
        };
        let kind = source_kind(&source.kind, words);
        let place = match source.place.is_empty() {
            true => kind.to_owned(),
            false => format!("{kind} ({})", source.place),
        };
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places
}

impl Table {
    /// As it stands in a document, with its caption.
    pub fn in_document(&self, caption: impl Into<String>) -> DocumentTable {
        let heads = self.columns.iter();
        let rows = self.rows.iter();
        DocumentTable {
            caption: caption.into(),
            columns: heads
                .map(|head| (head.text.clone(), head.is_number))
                .collect(),
            rows: rows
                .map(|row| row.iter().map(|cell| cell.text.clone()).collect())
                .collect(),
            own: self.own.clone(),
        }
    }
}
