//! What the third module leaves to the second: charts, since only that one carries what draws, and
//! the analyses that need no worker, so that the third stays small. Without the second, the tables of
//! the others stand alone.

use super::compare::compare;
use super::explain::explain;
use super::ground::Ground;
use super::merger::merger;
use super::neighbourhood::{neighbourhood, robustness};
use super::panel::Panel;
use super::sweep::sweep;
use crate::page::markup::Words;
use crate::page::pictures::{draw, locale};
use crate::page::renamed::Renamed;
use crate::page::studio::Asked;
use crate::page::{Markup, Token};
use dti_charts::{Canvas, Chart, Locale, Start, Step, acceptability, breakdown, step_curve};
use dti_engine::calculator::{Calculator, Stability, UnitStability, parse_decimal};
use dti_engine::model::Exact;
use dti_formats::link::Language;

/// The element that stands where a chart will be.
const CHART: &str = "chart";
/// The element that stands where an analysis will be.
const PANEL: &str = "panel";
/// The attribute that says which edition an answer is about.
pub(super) const EDITION: &str = "data-edition";
/// Id of the sentence that an analysis begins with, and that names its charts.
pub const FINDING: &str = "analysis-finding";
/// Room at both sides of a card.
const PADDING: u32 = 48;
/// Decimals of points on their way from one module to the other.
const PLACES: u32 = 6;
/// Between the parts of a chart, and inside one.
const MARKS: [char; 2] = ['|', '='];

/// Between the parts of a question, by itself and inside a packed markup.
const QUESTION_MARKS: [char; 2] = ['\u{1e}', '\u{1c}'];

/// A change from one score to another, in points.
pub(super) struct Waterfall {
    /// Name and points at the start.
    pub(super) from: (String, Exact),
    /// Name and points at the end.
    pub(super) to: (String, Exact),
    /// What changed and by how much; the last takes up what rounding leaves.
    pub(super) changes: Vec<(String, Exact)>,
}

impl Waterfall {
    /// Leaves its place.
    pub(super) fn write(&self, ground: &Ground<'_>, m: &mut Markup) {
        let all = [&self.from, &self.to].into_iter().chain(&self.changes);
        let part = |(name, points): &(String, Exact)| {
            format!("{name}{}{}", MARKS[1], points.round_half_up(PLACES))
        };
        let parts: Vec<String> = all.map(part).collect();
        place(ground, m, "waterfall", parts.join(&MARKS[0].to_string()));
    }

    fn read(text: &str) -> Option<Self> {
        let part = |part: &str| {
            let (name, points) = part.split_once(MARKS[1])?;
            Some((
                name.to_owned(),
                Exact::decimal(points.parse().ok()?, PLACES),
            ))
        };
        let mut parts = text.split(MARKS[0]).map(part);
        let (from, to) = (parts.next()??, parts.next()??);
        Some(Self {
            from,
            to,
            changes: parts.collect::<Option<_>>()?,
        })
    }

    fn chart(self, canvas: &Canvas) -> Chart {
        let line = |(name, points)| breakdown::Line {
            step: Step::Rest,
            name,
            points,
        };
        let mut lines: Vec<breakdown::Line> = self.changes.into_iter().map(line).collect();
        let explained: Exact = lines.iter().map(|line| line.points).sum();
        if let Some(rest) = lines.last_mut() {
            rest.points = rest.points + (self.to.1 - self.from.1 - explained);
        }
        let input = breakdown::Input {
            start: Start::Baseline,
            from_name: self.from.0,
            from: self.from.1,
            lines,
            to_name: self.to.0,
            to: self.to.1,
        };
        breakdown::chart(&input, canvas)
    }
}

/// How often each unit near the one asked about has which rank.
pub(super) struct Heat {
    own: usize,
    draws: u32,
    rows: Vec<HeatRow>,
}

struct HeatRow {
    position: usize,
    name: String,
    /// Rank, and the ends of the band.
    ranks: [u32; 3],
    /// Draws at the first rank, the second, ...
    counts: Vec<u32>,
}

/// Units that are drawn.
const HEAT_ROWS: usize = 11;

impl Heat {
    /// The unit asked about among its neighbours.
    pub(super) fn of(ground: &Ground<'_>, made: &Stability) -> Self {
        let units = &made.units;
        let own = units
            .iter()
            .position(|unit| unit.position == ground.position);
        let first = own.unwrap_or_default().saturating_sub(HEAT_ROWS / 2);
        let first = first.min(units.len().saturating_sub(HEAT_ROWS));
        let row = |unit: &UnitStability| HeatRow {
            position: unit.position,
            name: ground.name_at(unit.position).to_owned(),
            ranks: [unit.rank, unit.low, unit.high],
            counts: unit.counts.iter().collect(),
        };
        Self {
            own: ground.position,
            draws: made.draws,
            rows: units.iter().skip(first).take(HEAT_ROWS).map(row).collect(),
        }
    }

    /// Leaves its place.
    pub(super) fn write(&self, ground: &Ground<'_>, m: &mut Markup) {
        let mut text = format!("{}{}{}", self.own, MARKS[1], self.draws);
        for row in &self.rows {
            text.push(MARKS[0]);
            text.push_str(&row.name);
            let last = row.counts.iter().rposition(|count| *count > 0);
            let kept = row.counts.iter().take(last.map_or(0, |last| last + 1));
            let position = u32::try_from(row.position).unwrap_or(u32::MAX);
            for number in [position].iter().chain(&row.ranks).chain(kept) {
                text.push(MARKS[1]);
                text.push_str(&number.to_string());
            }
        }
        place(ground, m, "heat", text);
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(MARKS[0]);
        let (own, draws) = parts.next()?.split_once(MARKS[1])?;
        let row = |part: &str| {
            let mut fields = part.split(MARKS[1]);
            let name = fields.next()?.to_owned();
            let numbers: Option<Vec<u32>> = fields.map(|field| field.parse().ok()).collect();
            let numbers = numbers?;
            let (&[position, rank, low, high], counts) = numbers.split_first_chunk()?;
            Some(HeatRow {
                position: position as usize,
                name,
                ranks: [rank, low, high],
                counts: counts.to_vec(),
            })
        };
        Some(Self {
            own: own.parse().ok()?,
            draws: draws.parse().ok()?,
            rows: parts.map(row).collect::<Option<_>>()?,
        })
    }

    fn chart(self, canvas: &Canvas) -> Option<Chart> {
        let draws = f64::from(self.draws.max(1));
        let row = |row: HeatRow| acceptability::Row {
            position: row.position,
            name: row.name,
            rank: row.ranks[0],
            low: row.ranks[1],
            high: row.ranks[2],
            shares: row
                .counts
                .iter()
                .map(|count| f64::from(*count) / draws)
                .collect(),
        };
        let input = acceptability::Input {
            rows: self.rows.into_iter().map(row).collect(),
            own: self.own,
        };
        acceptability::chart(&input, canvas)
    }
}

/// The step curve that the sensitivity leaves a place for:
/// `largest|decimals|present|rank|units|value:rank,...|value:rank:name;...`.
fn steps(text: &str, canvas: &Canvas) -> Option<Chart> {
    let number = |text: &str| Some(parse_decimal(text, 4).ok()?.to_f64());
    let pair = |text: &str| {
        let (value, rank) = text.split_once(':')?;
        Some((number(value)?, rank.parse().ok()?))
    };
    let mark = |text: &str| {
        let (place, name) = text.rsplit_once(':')?;
        let (value, rank) = pair(place)?;
        Some((value, rank, name.to_owned()))
    };
    let mut parts = text.split('|');
    let mut next = || parts.next();
    let x_max = number(next()?)?;
    let x_decimals = next()?.parse().ok()?;
    let present = (number(next()?)?, next()?.parse().ok()?);
    let units = next()?.parse().ok()?;
    let steps = next()?.split(',').map(pair).collect::<Option<_>>()?;
    let marks = next()?.split(';').filter(|mark| !mark.is_empty());
    let input = step_curve::Input {
        steps,
        x_max,
        present,
        units,
        marks: marks.map(mark).collect::<Option<_>>()?,
        x_decimals,
    };
    step_curve::chart(&input, canvas)
}

/// Leaves a place for a chart of this kind: its width, its language and what it shows.
pub(super) fn place(ground: &Ground<'_>, m: &mut Markup, kind: &'static str, shown: String) {
    m.node(CHART, "", |m| {
        m.set("data-kind", kind);
        m.set(
            "data-width",
            ground.width.saturating_sub(PADDING).to_string(),
        );
        m.set("data-language", ground.language.as_str());
        m.set("data-of", shown);
    });
}

/// A text with one mark in place of another.
fn marked(text: &str, [old, new]: [char; 2]) -> String {
    let letters = text.chars();
    letters
        .map(|letter| if letter == old { new } else { letter })
        .collect()
}

/// Leaves a place for what the second module says about a question.
pub(super) fn place_panel(m: &mut Markup, question: &str) {
    // A packed markup keeps the mark between the parts of a question for itself.
    let question = marked(question, QUESTION_MARKS);
    m.node(PANEL, "", |m| m.set("data-question", question));
}

/// An answer with what was left to this module, and with the edition's own word for what it ranks.
pub fn completed(calculator: &Calculator, answer: &Markup) -> Markup {
    let edition = answer.tokens().iter().find_map(|token| match token {
        Token::Attribute(name, id) if name == EDITION => calculator.edition(id).ok(),
        _ => None,
    });
    let out = with_left(calculator, answer);
    match edition {
        Some(edition) => Renamed::whole(calculator, edition, out),
        None => out,
    }
}

fn with_left(calculator: &Calculator, answer: &Markup) -> Markup {
    let mut out = Markup::default();
    let mut waiting: Option<Left<'_>> = None;
    for token in answer.tokens() {
        match (token, &mut waiting) {
            (Token::Open(tag), _) if tag == CHART || tag == PANEL => {
                waiting = Some(Left::default());
            }
            (Token::Attribute(name, value), Some(left)) => left.attributes.push((name, value)),
            (Token::Close, Some(left)) => {
                left.write(calculator, &mut out);
                waiting = None;
            }
            (other, _) => out.push(other.clone()),
        }
    }
    out
}

/// What stands in a place that was left.
#[derive(Default)]
struct Left<'a> {
    attributes: Vec<(&'a Words, &'a Words)>,
}

impl Left<'_> {
    fn get(&self, wanted: &str) -> &str {
        let found = self.attributes.iter().find(|(name, _)| *name == wanted);
        found.map(|(_, value)| value.as_ref()).unwrap_or_default()
    }

    fn write(&self, calculator: &Calculator, out: &mut Markup) {
        let question = self.get("data-question");
        if question.is_empty() {
            return self.draw(out);
        }
        let [own, packed] = QUESTION_MARKS;
        let question = marked(question, [packed, own]);
        let Ok(ground) = Ground::of(calculator, &Asked::unpack(&question)) else {
            return;
        };
        let mut panel = Markup::default();
        match Panel::chosen(&ground) {
            Panel::Explain => explain(&ground, &mut panel),
            Panel::Neighbourhood => neighbourhood(&ground, &mut panel),
            Panel::Sweep => sweep(&ground, &mut panel),
            Panel::Merger => merger(&ground, &mut panel),
            Panel::Stability => robustness(&ground, &mut panel),
            Panel::Plan | Panel::Compare => compare(&ground, &mut panel),
        }
        // Its own charts.
        out.append(with_left(calculator, &panel));
    }

    fn draw(&self, out: &mut Markup) {
        // No parsing of floats: it would be a third of this module's share.
        let width: u32 = self.get("data-width").parse().unwrap_or_default();
        let canvas = Canvas {
            width: f64::from(width),
            locale: locale_of(self.get("data-language")),
        };
        if let Some(chart) = drawn(self.get("data-kind"), self.get("data-of"), &canvas) {
            draw(out, &chart.drawing, FINDING.to_owned(), &[]);
        }
    }
}

fn locale_of(language: &str) -> Locale {
    let is_english = language == Language::En.as_str();
    locale(if is_english {
        Language::En
    } else {
        Language::Vi
    })
}

fn drawn(kind: &str, shown: &str, canvas: &Canvas) -> Option<Chart> {
    match kind {
        "waterfall" => Waterfall::read(shown).map(|shown| shown.chart(canvas)),
        "heat" => Heat::read(shown).and_then(|shown| shown.chart(canvas)),
        "steps" => steps(shown, canvas),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::completed;
    use crate::page::analyses::work::tests::{answered, calculator};

    #[test]
    fn charts_are_drawn_where_they_stand() {
        let answer = answered("#e=2023&u=quang-ninh&panel=explain", &[]);
        assert!(answer.html().contains("<panel"));
        let drawn = completed(calculator(), &answer).html();
        assert!(
            drawn.contains("<svg") && !drawn.contains("<chart"),
            "{drawn}"
        );
        assert!(
            drawn.contains("702,4") && drawn.contains("716,6"),
            "{drawn}"
        );
    }
}
