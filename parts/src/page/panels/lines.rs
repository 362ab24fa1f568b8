//! The main indicators of one unit line by line, and where each score comes from.

use super::sentences::{before, written_sum};
use super::words::Term;
use super::written::{Written, whole};
use crate::page::control::origin_word;
use crate::page::text::{Word, estimate_note};
use crate::page::{Markup, Page};
use dti_engine::calculator::{ScorecardGroup, ScorecardLine};
use dti_engine::model::{Exact, Indicator, Kind, Origin, SCORE_DECIMALS};

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
    /// Of a line of a unit's scorecard.
    pub(super) fn of(page: &Page, unit: &str, id: &str, line: &ScorecardLine) -> Self {
        let is_known = page.shown.scenario.find(unit, id, Kind::Known).is_some();
        if page.shown.scenario.find(unit, id, Kind::WhatIf).is_some() {
            Self::Supposed
        } else if line.score != line.present {
            Self::Moved
        } else if is_known {
            Self::Known
        } else {
            Self::OnFile(line.origin)
        }
    }

    /// Before any what-if.
    pub(super) fn present(page: &Page, unit: &str, id: &str, line: &ScorecardLine) -> Self {
        if page.shown.scenario.find(unit, id, Kind::Known).is_some() {
            Self::Known
        } else {
            Self::OnFile(line.baseline_origin)
        }
    }

    /// Its word.
    pub(super) fn word(self, page: &Page) -> &'static str {
        match self {
            Self::OnFile(origin) => page.word(origin_word(page.provenance(), origin)),
            Self::Supposed => page.word(Word::OriginEntered),
            Self::Known => Term::Known.text(page.language),
            Self::Moved => Term::Moved.text(page.language),
        }
    }
}

/// The scorecard of the unit in this row.
pub(super) fn card_of(page: &Page, position: usize) -> Vec<ScorecardGroup> {
    let shown = &page.shown;
    let (now, before) = (&shown.standings, &shown.before);
    let card = page
        .calculator
        .scorecard(&shown.scenario, now, before, position);
    card.unwrap_or_default()
}

/// Id of the unit in this row.
pub(super) fn unit_at(page: &Page, position: usize) -> &'static str {
    let unit = page.units().get(position);
    unit.map(|unit| unit.id.as_str()).unwrap_or_default()
}

/// A score as it is written.
pub(super) fn score(value: Exact) -> Written {
    Written::with(value, SCORE_DECIMALS)
}

/// Points as they are written, in full where the score behind them is.
pub(super) fn points(line: &ScorecardLine) -> Written {
    let [fewest, _] = POINTS;
    if score(line.score).is_exact() {
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

/// A table of lines with their sum; gives the sum as it is written.
pub(super) fn table(
    page: &Page,
    m: &mut Markup,
    caption: String,
    lines: &[&ScorecardLine],
    unit: &str,
    [sum, max_points]: [Exact; 2],
) -> Written {
    let language = page.language;
    let decimals = decimals(lines, sum);
    let sum = Written::with(sum, decimals);
    let head = [
        Term::MainIndicator,
        Term::Score,
        Term::MaxPoints,
        Term::Points,
        Term::Origin,
    ];
    framed(page, m, caption, &head, |m| {
        m.node("tbody", "", |m| {
            for line in lines {
                row(page, m, line, unit, decimals);
            }
        });
        m.node("tfoot", "", |m| {
            m.node("tr", "", |m| {
                heading(m, "row", Term::Sum.text(language));
                m.leaf("td", "number", "");
                m.leaf("td", "number", whole(max_points, language));
                m.leaf("td", "number", sum.marked(language));
                m.leaf("td", "", "");
            });
        });
    });
    let written: Vec<Written> = lines
        .iter()
        .map(|line| Written::with(line.points, decimals))
        .collect();
    let added: Exact = written.iter().map(Written::value).sum();
    if added != sum.value() {
        let added = Written::with(added, decimals);
        m.leaf("p", "", written_sum(&added, &sum, language));
    }
    sum
}

/// One indicator with its score, points and origin.
fn row(page: &Page, m: &mut Markup, line: &ScorecardLine, unit: &str, decimals: u32) {
    let Some(own) = indicator(page, line) else {
        return;
    };
    let language = page.language;
    let story = Story::of(page, unit, &own.id, line);
    let mut origin = story.word(page).to_owned();
    match (story, page.shown.estimate_error) {
        (Story::OnFile(Origin::Estimated), Some(error)) => {
            origin.push(' ');
            origin.push_str(&estimate_note(error, language));
        }
        (Story::Supposed | Story::Moved, _) => {
            origin.push(' ');
            origin.push_str(&before(&score(line.present), language));
        }
        _ => {}
    }
    m.node("tr", "", |m| {
        heading(m, "row", page.of(&own.name).to_owned());
        m.leaf("td", "number", score(line.score).marked(language));
        m.leaf("td", "number", whole(line.max_points, language));
        let points = Written::with(line.points, decimals);
        m.leaf("td", "number", points.marked(language));
        m.leaf("td", "", origin);
    });
}

/// The indicator of a line.
pub(super) fn indicator(page: &Page, line: &ScorecardLine) -> Option<&'static Indicator> {
    Some(page.edition()?.framework().indicator(line.node))
}

/// A table in a box that scrolls, with its caption and column headings.
pub(super) fn framed(
    page: &Page,
    m: &mut Markup,
    caption: String,
    head: &[Term],
    body: impl FnOnce(&mut Markup),
) {
    m.node("div", "table-box", |m| {
        m.set("tabindex", "0");
        m.set("role", "group");
        m.set("aria-label", caption.clone());
        m.node("table", "", |m| {
            m.leaf("caption", "", caption);
            m.node("thead", "", |m| {
                m.node("tr", "", |m| {
                    for term in head {
                        heading(m, "col", term.text(page.language));
                    }
                });
            });
            body(m);
        });
    });
}

/// A heading of a row or a column.
pub(super) fn heading(
    m: &mut Markup,
    scope: &'static str,
    text: impl Into<std::borrow::Cow<'static, str>>,
) {
    m.node("th", "", |m| {
        m.set("scope", scope);
        m.text(text);
    });
}
