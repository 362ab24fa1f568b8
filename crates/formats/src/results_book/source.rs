//! The last sheet of a results workbook: what it shows, what was changed, and where it was read.

use super::Results;
use super::results::{SCORE, title};
use super::words::Word;
use crate::{BookCell, BookSheet, Look, raw_value_text};
use dti_engine::model::{Entry, Exact, Figure, Origin, POINTS_DECIMALS, Provenance, Rivals, Ties};

pub(super) fn sheet(results: &Results<'_>) -> BookSheet {
    let mut rows = vec![vec![BookCell::text(title(results)).with_look(Look::Title)]];
    rows.extend(about(results));
    rows.extend(changes(results));
    rows.extend(sources(results));
    let made = results.language.word(Word::MadeWith);
    rows.push(vec![BookCell::text(made).with_look(Look::Remark)]);
    BookSheet {
        name: results.language.word(Word::Source).to_owned(),
        widths: vec![30, 40, 24, 12, 12],
        frozen: (1, 0),
        rows,
    }
}

type Rows = Vec<Vec<BookCell>>;

fn about(results: &Results<'_>) -> Rows {
    let language = results.language;
    let pair = |key: Word, text: String| {
        let key = BookCell::text(language.word(key)).with_look(Look::Heading);
        vec![key, BookCell::text(text)]
    };
    let header = results.edition.framework().header();
    let status = results.status();
    let mut rows = vec![
        pair(
            Word::Edition,
            language.pick(&results.edition.header().title).to_owned(),
        ),
        pair(Word::Status, language.word(status).to_owned()),
        pair(Word::Framework, language.pick(&header.title).to_owned()),
    ];
    if let Some((number, date)) = &header.decision {
        let text = format!("{number} {} {date}", language.word(Word::OfDate));
        rows.push(pair(Word::Decision, text));
    }
    rows.push(pair(
        Word::MaximaFrom,
        language.pick(&header.source).to_owned(),
    ));
    if header.maxima_derived {
        rows.push(pair(
            Word::MaxPoints,
            language.word(Word::MaximaDerived).to_owned(),
        ));
    }
    if let Some(miss) = miss(results) {
        rows.push(pair(Word::Estimates, miss));
    }
    let how_total = match results.edition.provenance() {
        Provenance::Published => Word::HowTotal,
        _ if results.edition.framework().is_composite() => Word::HowMean,
        _ => Word::HowOwnTotal,
    };
    let how_rank = match header.ties {
        Ties::Competition => Word::HowRank,
        Ties::Dense => Word::HowDense,
    };
    let how = |key, how| pair(key, language.word(how).to_owned());
    rows.push(how(results.total_word(), how_total));
    rows.push(how(Word::Rank, how_rank));
    rows
}

/// How far off estimates are, where the sheet has any.
fn miss(results: &Results<'_>) -> Option<String> {
    let is_estimated = results.units.iter().any(|unit| {
        let mut mains = results.mains.iter();
        mains.any(|&node| unit.card.origin(node) == Some(Origin::Estimated))
    });
    let error = results.calculator.estimate_error(results.edition.id());
    let error = error.ok().flatten().filter(|_| is_estimated)?;
    // Two decimals: it is a rough figure.
    let hundredths = Exact::decimal((error * 100.0).round() as i64, 2);
    let sentence = results.language.word(Word::EstimateError);
    Some(format!("{sentence} {}", hundredths.to_text(2)))
}

fn changes(results: &Results<'_>) -> Rows {
    let language = results.language;
    let heading = |word: Word| vec![BookCell::text(language.word(word)).with_look(Look::Heading)];
    let scenario = results.scenario;
    let mut rows = Vec::new();
    if !scenario.overrides.is_empty() {
        rows.push(heading(Word::Assumptions));
    }
    for own in &scenario.overrides {
        let position = results.edition.position(&own.unit);
        let node = results.edition.framework().node(&own.indicator);
        let (value, what) = match &own.entry {
            Entry::Score(score) | Entry::Share(score) => {
                (BookCell::number(score.value(), SCORE), "")
            }
            Entry::Points(points) => {
                let points = BookCell::number(points.value(), POINTS_DECIMALS);
                (points, language.word(Word::Points))
            }
            Entry::Value(raw) => (BookCell::text(raw_value_text(raw)), ""),
        };
        rows.push(vec![
            BookCell::text(position.map_or(&own.unit[..], |row| results.unit_name(row))),
            BookCell::text(node.map_or(&own.indicator[..], |node| results.indicator_name(node))),
            BookCell::text(language.kind(own.kind)),
            value.with_look(Look::Changed),
            BookCell::text(what),
        ]);
    }
    if !scenario.max_points.is_empty() {
        rows.push(heading(Word::ChangedMaxima));
    }
    for (indicator, max_points) in &scenario.max_points {
        let node = results.edition.framework().node(indicator);
        let name = node.map_or(&indicator[..], |node| results.indicator_name(node));
        rows.push(vec![
            BookCell::text(name),
            BookCell::number(max_points.value(), 0).with_look(Look::Changed),
        ]);
    }
    rows.push(rivals(results));
    rows
}

fn rivals(results: &Results<'_>) -> Vec<BookCell> {
    let language = results.language;
    let mut cells = vec![BookCell::text(language.word(Word::Rivals)).with_look(Look::Heading)];
    let mut say = |word: Word| cells.push(BookCell::text(language.word(word)));
    match results.scenario.rivals {
        Rivals::Frozen => say(Word::RivalsFrozen),
        Rivals::Trend => say(Word::RivalsTrend),
        Rivals::Gain(hundredths) => {
            say(Word::RivalsGain);
            cells.push(BookCell::number(
                Exact::decimal(hundredths, POINTS_DECIMALS),
                POINTS_DECIMALS,
            ));
        }
    }
    cells
}

/// Every source that a figure of the edition names, once.
fn sources(results: &Results<'_>) -> Rows {
    let mut keys: Vec<&str> = Vec::new();
    for row in results.edition.rows() {
        let figures = row.indicators.values().chain(&row.total).chain(&row.rank);
        for Figure { source, .. } in figures {
            if !keys.contains(&source.as_str()) {
                keys.push(source);
            }
        }
    }
    let mut rows = Vec::new();
    let found = keys.iter().filter_map(|key| results.calculator.source(key));
    for source in found {
        rows.push(vec![
            BookCell::text(&source.kind),
            BookCell::text(&source.place),
        ]);
    }
    if !rows.is_empty() {
        let heading = results.language.word(Word::FiguresFrom);
        rows.insert(0, vec![BookCell::text(heading).with_look(Look::Heading)]);
    }
    rows
}
