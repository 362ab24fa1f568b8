//! Every indicator at both ends of a comparison and in the years between: value, points, rank, change.

use super::super::ground::Ground;
use super::super::parts::{Cells, Row, Table};
use super::ends::End;
use dti_engine::model::{Exact, Node, Origin, Scenario};
use dti_engine::session::Session;
use dti_words::analyses::about;
use dti_words::numbers::{change, fixed_points, score};
use std::sync::Arc;

/// One year with its results.
struct Year {
    name: String,
    session: Session,
    row: usize,
}

/// What stands in the cells of one year in one row.
#[derive(Clone, Copy)]
struct Value {
    score: Exact,
    points: Exact,
    rank: u32,
    is_estimated: bool,
    is_rank_estimated: bool,
}

/// The table; empty where a year has no results to show.
pub(super) fn years(ground: &Ground, ends: &[End; 2]) -> Table {
    let years: Option<Vec<Year>> = all(ground, ends)
        .iter()
        .map(|end| Year::of(ground, end))
        .collect();
    let Some(years) = years else {
        return Table::default();
    };
    // An estimate that a what-if moved has moved by so much; in two editions it says nothing.
    let is_same = ends[0].edition.id() == ends[1].edition.id();
    let framework = ends[1].edition.framework();
    let row = |name: &str, values: Vec<Option<Value>>| {
        let mut cells = vec![name.to_owned()];
        cells.extend(cells_of(ground, &values, is_same));
        cells
    };
    let mains = framework.mains().map(|node| {
        let indicator = framework.indicator(node);
        let values = years.iter().map(|year| year.value(&indicator.id)).collect();
        Row::plain(row(ground.in_language(&indicator.name), values))
    });
    let total = years.iter().map(Year::total).collect();
    let total = Row::own(row(&ground.words.dti_score(), total));
    Table {
        caption: ground.words.explain_years().to_owned(),
        columns: columns(ground, &years),
        rows: mains.chain([total]).collect(),
    }
}

/// Both ends, and the editions between them.
fn all(ground: &Ground, [from, to]: &[End; 2]) -> Vec<End> {
    let year = |end: &End| end.edition.header().year;
    let between = ground.calculator.series(&ground.edition).filter(|edition| {
        let header = edition.header();
        let is_inside = year(from) < header.year && header.year < year(to);
        is_inside && header.simulatable && header.merger_of.is_none()
    });
    let between = between.map(|edition| End {
        id: edition.id().to_owned(),
        scenario: Scenario::baseline(edition.id()),
        edition: Arc::clone(edition),
    });
    let first = std::iter::once(from.clone());
    first.chain(between).chain([to.clone()]).collect()
}

fn columns(ground: &Ground, years: &[Year]) -> Vec<(String, Cells)> {
    let words = &ground.words;
    let number = |text: String| (text, Cells::Number);
    let mut columns = vec![(words.column_main_indicator().to_owned(), Cells::Text)];
    let mut before: Option<&Year> = None;
    for year in years {
        let name = &year.name;
        columns.push(number(words.explain_year_score(name)));
        columns.push(number(words.explain_year_points(name)));
        columns.push(number(words.explain_year_rank(name)));
        if let Some(before) = before {
            columns.push(number(words.explain_year_change(&before.name, name)));
        }
        before = Some(year);
    }
    columns
}

fn cells_of(ground: &Ground, values: &[Option<Value>], is_same: bool) -> Vec<String> {
    let words = &ground.words;
    let none = || words.not_on_file().to_owned();
    let mut cells = Vec::new();
    let mut before: Option<Option<Value>> = None;
    for &value in values {
        match value {
            None => cells.extend([none(), none(), none()]),
            Some(own) => cells.extend([
                about(score(own.score, words), own.is_estimated),
                about(fixed_points(own.points, words), own.is_estimated),
                about(own.rank.to_string(), own.is_rank_estimated),
            ]),
        }
        if let Some(before) = before {
            cells.push(moved(before, value, is_same).map_or_else(
                || "—".to_owned(),
                |(by, is_estimated)| about(change(by, words), is_estimated),
            ));
        }
        before = Some(value);
    }
    cells
}

/// By how much a value changed, where that can be said, and whether it rests on an estimate.
fn moved(before: Option<Value>, after: Option<Value>, is_same: bool) -> Option<(Exact, bool)> {
    let (before, after) = before.zip(after)?;
    let is_estimated = before.is_estimated || after.is_estimated;
    (is_same || !is_estimated).then(|| (after.score - before.score, is_estimated))
}

impl Year {
    fn of(ground: &Ground, end: &End) -> Option<Self> {
        let row = end.row(ground)?;
        let unit = &end.edition.units().get(row)?.id;
        Some(Self {
            name: end.short_name(ground).to_owned(),
            session: end.open(ground, unit).ok()?,
            row,
        })
    }

    /// On an indicator; nothing where there is no such indicator or no figure.
    fn value(&self, indicator: &str) -> Option<Value> {
        let session = &self.session;
        let node: Node = session.edition().framework().node(indicator)?;
        let column = session.column(indicator).ok()?;
        let origin = session.origin_of(self.row, node)?;
        let score = session.score_of(self.row, node);
        (origin != Origin::Missing).then_some(Value {
            score,
            points: score * session.maxima().of_node(node),
            rank: *column.ranks.get(self.row)?,
            is_estimated: origin.is_guess(),
            is_rank_estimated: column.estimated,
        })
    }

    /// In total.
    fn total(&self) -> Option<Value> {
        let session = &self.session;
        let score = session.scores().nth(self.row)?;
        let is_estimated = session.is_estimated(self.row).ok()?;
        Some(Value {
            score,
            points: score * session.maxima().total(),
            rank: *session.ranks().get(self.row)?,
            is_estimated,
            is_rank_estimated: is_estimated,
        })
    }
}
