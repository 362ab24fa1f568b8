//! The main indicators of one unit line by line, and where each score comes from.

use super::ground::Ground;
use super::pieces::{Cell, Explanation, Piece, Row, Table};
use dti_engine::calculator::ScorecardLine;
use dti_engine::model::{Exact, Kind, Origin};
use dti_words::numbers::whole;
use dti_words::origin_word;
use dti_words::{Written, estimate_note};

/// Fewest and most decimals of points in a column: a score of 4 decimals of whole max points has no
/// more.
const POINTS: [u32; 2] = [2, 4];

/// Where a score comes from, as a reader sees it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Story {
    /// On file or estimated.
    OnFile(Origin),
    /// The reader knows it.
    Known,
    /// The reader supposes it.
    Supposed,
    /// The reader set the group above it.
    Moved,
}

impl Story {
    /// Of a line of the scorecard of the unit in a row.
    pub(super) fn of(ground: &Ground, row: usize, line: &ScorecardLine) -> Self {
        if holds(ground, row, line, Kind::WhatIf) {
            Self::Supposed
        } else if line.score != line.present {
            Self::Moved
        } else if holds(ground, row, line, Kind::Known) {
            Self::Known
        } else {
            Self::OnFile(line.origin)
        }
    }

    /// Before any what-if.
    pub(super) fn present(ground: &Ground, row: usize, line: &ScorecardLine) -> Self {
        if holds(ground, row, line, Kind::Known) {
            Self::Known
        } else {
            Self::OnFile(line.baseline_origin)
        }
    }

    /// Its word.
    pub(super) fn word(self, ground: &Ground) -> &'static str {
        let words = &ground.words;
        match self {
            Self::OnFile(origin) => origin_word(words, ground.provenance(), origin),
            Self::Supposed => words.origin_entered(),
            Self::Known => words.origin_known(),
            Self::Moved => words.origin_moved(),
        }
    }
}

fn holds(ground: &Ground, row: usize, line: &ScorecardLine, kind: Kind) -> bool {
    let (unit, indicator) = (ground.id(row), &ground.indicator(line.node).id);
    ground.scenario.find(unit, indicator, kind).is_some()
}

/// Points as they are written, in full where the score behind them is.
pub(super) fn points(line: &ScorecardLine) -> Written {
    let [fewest, _] = POINTS;
    if Written::score(line.score).is_exact() {
        Written::in_full(line.points, fewest)
    } else {
        Written::with(line.points, fewest)
    }
}

/// Decimals of a column of points with its sum.
fn decimals(lines: &[&ScorecardLine], sum: Exact) -> u32 {
    let [fewest, most] = POINTS;
    let sum = Written::in_full(sum, fewest);
    let own = lines.iter().map(|line| points(line).decimals());
    let sum = Some(sum.decimals()).filter(|_| sum.is_exact());
    own.chain(sum).max().unwrap_or(fewest).min(most)
}

/// Tells a table of lines of the unit in a row with their sum; gives the sum as it is written.
pub(super) fn tell_lines(
    ground: &Ground,
    told: &mut Explanation,
    (row, caption): (usize, String),
    lines: &[&ScorecardLine],
    [sum, max_points]: [Exact; 2],
) -> Written {
    let words = &ground.words;
    let decimals = decimals(lines, sum);
    let sum = Written::with(sum, decimals);
    let own = lines
        .iter()
        .map(|line| line_row(ground, row, line, decimals));
    told.pieces.push(Piece::Table(Table {
        caption,
        head: vec![
            words.main_indicator(),
            words.value(),
            words.max_points(),
            words.points(),
            words.origin(),
        ],
        rows: own.collect(),
        sum: Some(Row {
            name: words.sum().to_owned(),
            cells: vec![
                Cell::Number(String::new()),
                Cell::Number(whole(max_points, words)),
                Cell::Number(sum.marked(words)),
                Cell::Words(String::new()),
            ],
        }),
    }));
    let written = lines
        .iter()
        .map(|line| Written::with(line.points, decimals).value());
    let added: Exact = written.sum();
    if added != sum.value() {
        let added = Written::with(added, decimals);
        let off = added.minus(&sum).size();
        let [added, off, sum] = [added, off, sum].map(|number| number.text(words));
        told.say(words.explained_written_sum(added, off, sum));
    }
    sum
}

/// One indicator with its score, points and origin.
fn line_row(ground: &Ground, row: usize, line: &ScorecardLine, decimals: u32) -> Row {
    let words = &ground.words;
    let story = Story::of(ground, row, line);
    let more = match (story, ground.estimate_error) {
        (Story::OnFile(Origin::Estimated), Some(error)) => Some(estimate_note(error, words)),
        (Story::Supposed | Story::Moved, _) => {
            let before = Written::score(line.present).marked(words);
            Some(words.explained_before(before))
        }
        _ => None,
    };
    let origin = [Some(story.word(ground).to_owned()), more];
    let origin: Vec<String> = origin.into_iter().flatten().collect();
    let points = Written::with(line.points, decimals);
    Row {
        name: ground.named(line.node).to_owned(),
        cells: vec![
            Cell::Number(Written::score(line.score).marked(words)),
            Cell::Number(whole(line.max_points, words)),
            Cell::Number(points.marked(words)),
            Cell::Words(origin.join(" ")),
        ],
    }
}
