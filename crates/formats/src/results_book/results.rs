//! The first sheet of a results workbook: units by main indicators, total and rank as formulas.

use super::Results;
use super::formula::{cell, fixed, fixed_range, range, rounded};
use super::words::Word;
use crate::{BookCell, BookSheet, Look};
use dti_engine::calculator::UnitDerivation;
use dti_engine::model::{Exact, Node, Provenance, Rivals, Standing};

/// Rows above the units: title, remark, headings, max points.
const HEADINGS: usize = 2;
const MAXIMA: usize = 3;
const FIRST: usize = 4;
/// Columns before the main indicators: rank, unit, total.
const RANK: usize = 0;
const TOTAL: usize = 2;
const MAINS: usize = 3;
/// Decimals of scores in sight, and of small differences.
pub(super) const SCORE: u32 = 4;
const SMALL: u32 = 6;
/// From here on a sum is not what the framework computes.
const TOLERANCE: (i64, u32) = (1, 9);

/// Where things stand on the sheet.
struct Layout {
    /// Column behind the last main indicator.
    residual: usize,
    /// Row of the last unit.
    last: usize,
    has_rivals: bool,
    /// Whether the total is the sum of the main indicators' points.
    is_sum: bool,
}

pub(super) fn sheet(results: &Results<'_>) -> BookSheet {
    let (units, mains) = (results.units.len(), results.mains.len());
    let tolerance = Exact::decimal(TOLERANCE.0, TOLERANCE.1);
    let adds_up = |unit: &UnitDerivation| {
        let root = unit.card.score(Node::ROOT);
        (results.sum_of(unit) - root).abs() < tolerance
    };
    let layout = Layout {
        residual: MAINS + mains,
        last: FIRST + units.saturating_sub(1),
        has_rivals: results.scenario.rivals != Rivals::Frozen,
        is_sum: results.units.iter().all(adds_up),
    };
    let mut rows = vec![
        vec![BookCell::text(title(results)).with_look(Look::Title)],
        vec![BookCell::text(remark(results, &layout)).with_look(Look::Remark)],
        headings(results, &layout),
        maxima(results, &layout),
    ];
    for (row, (standing, unit)) in (FIRST..).zip(results.lines()) {
        rows.push(line(results, &layout, row, standing, unit));
    }
    let mut widths = vec![7, 26, 10];
    widths.resize(layout.residual + 2, 12);
    BookSheet {
        name: results.language.word(Word::Results).to_owned(),
        widths,
        frozen: (4, 3),
        rows,
    }
}

/// The edition, and that it is a simulation where it is one.
pub(super) fn title(results: &Results<'_>) -> String {
    let title = results.language.pick(&results.edition.header().title);
    match results.status() {
        Word::Official => title.to_owned(),
        other => format!("{title}. {}", results.language.word(other)),
    }
}

fn remark(results: &Results<'_>, layout: &Layout) -> &'static str {
    results.language.word(match layout.is_sum {
        true => Word::LiveFormulas,
        false => Word::NoFormula,
    })
}

fn headings(results: &Results<'_>, layout: &Layout) -> Vec<BookCell> {
    let word = |word: Word| results.language.word(word).to_owned();
    let mut texts = vec![
        word(Word::Rank),
        word(Word::Unit),
        word(results.total_word()),
    ];
    let mains = results
        .mains
        .iter()
        .map(|&node| results.indicator_name(node));
    texts.extend(mains.map(str::to_owned));
    if layout.is_sum {
        let is_published = results.edition.provenance() == Provenance::Published;
        texts.push(word(match is_published {
            true => Word::Residual,
            false => Word::OwnResidual,
        }));
    }
    if layout.is_sum && layout.has_rivals {
        texts.push(word(Word::RivalChange));
    }
    debug_assert_eq!(HEADINGS + 1, MAXIMA);
    let heading = |text| BookCell::text(text).with_look(Look::Heading);
    texts.into_iter().map(heading).collect()
}

fn maxima(results: &Results<'_>, layout: &Layout) -> Vec<BookCell> {
    let points = |node: Node| BookCell::number(results.maxima.of_node(node), 0);
    let own = range((MAXIMA, MAINS), (MAXIMA, layout.residual - 1));
    let sum = match layout.is_sum {
        true => BookCell::formula(format!("SUM({own})"), results.maxima.total(), 0),
        false => BookCell::number(results.maxima.total(), 0),
    };
    let mut cells = vec![
        BookCell::empty(),
        BookCell::text(results.language.word(Word::MaxPoints)),
        sum,
    ];
    cells.extend(results.mains.iter().map(|&node| points(node)));
    cells
}

fn line(
    results: &Results<'_>,
    layout: &Layout,
    row: usize,
    standing: &Standing,
    unit: &UnitDerivation,
) -> Vec<BookCell> {
    let totals = fixed_range((FIRST, TOTAL), (layout.last, TOTAL));
    let rank = format!("RANK({},{totals})", cell(row, TOTAL));
    let now = Exact::whole(i64::from(standing.rank));
    let total = match layout.is_sum {
        true => BookCell::formula(total(results, layout, row), standing.score, results.shown),
        false => BookCell::number(standing.score, results.shown),
    };
    debug_assert_eq!(RANK, 0);
    let mut cells = vec![
        BookCell::formula(rank, now, 0),
        BookCell::text(results.unit_name(standing.position)),
        total,
    ];
    cells.extend(results.mains.iter().map(|&node| {
        let score = unit.card.score(node);
        let is_changed = unit.baseline.score(node) != score;
        let look = match unit.card.origin(node) {
            _ if is_changed => Look::Changed,
            Some(origin) if origin.is_guess() => Look::Remark,
            _ => Look::Usual,
        };
        BookCell::number(score, SCORE).with_look(look)
    }));
    if layout.is_sum {
        let residual = unit.own_total - results.sum_of(unit);
        cells.push(BookCell::number(residual, SMALL));
    }
    if layout.is_sum && layout.has_rivals {
        let change = unit.rival_change.unwrap_or(Exact::ZERO);
        cells.push(BookCell::number(change, SMALL));
    }
    cells
}

/// Method 2: the residual is kept, but all at 1 give exactly 1 and all at 0 exactly 0.
fn total(results: &Results<'_>, layout: &Layout, row: usize) -> String {
    let scores = range((row, MAINS), (row, layout.residual - 1));
    let maxima = fixed_range((MAXIMA, MAINS), (MAXIMA, layout.residual - 1));
    let (points, most) = (
        format!("SUMPRODUCT({scores},{maxima})"),
        fixed(MAXIMA, TOTAL),
    );
    let residual = cell(row, layout.residual);
    let mut score = format!("IF({points}={most},1,IF({points}=0,0,{points}/{most}+{residual}))");
    if layout.has_rivals {
        score.push_str(&format!("+{}", cell(row, layout.residual + 1)));
    }
    rounded(&score, results.decimals)
}
