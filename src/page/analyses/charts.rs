//! Charts in the answers of the analyses: the third module writes what a chart shows, the second
//! draws it, since only that one carries what draws. Without the second the tables stand alone.

use super::ground::Ground;
use crate::chart::{Canvas, Chart, Locale, Start, Step, breakdown};
use crate::link::Language;
use crate::model::Exact;
use crate::page::markup::Words;
use crate::page::pictures::{draw, locale};
use crate::page::{Markup, Token};

/// The element that stands where a chart will be.
const CHART: &str = "chart";
/// Id of the sentence that names the charts of a panel.
pub(super) const FINDING: &str = "analysis-finding";
/// Room at both sides of a card.
const PADDING: u32 = 48;
/// Decimals of points on their way from one module to the other.
const PLACES: u32 = 6;
/// Between the parts of a chart, and inside one.
const MARKS: [char; 2] = ['|', '='];

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

/// An answer with its charts drawn.
pub fn with_charts(answer: &Markup) -> Markup {
    let mut out = Markup::default();
    let mut waiting: Option<Vec<(&Words, &Words)>> = None;
    for token in answer.tokens() {
        match (token, &mut waiting) {
            (Token::Open(tag), _) if tag == CHART => waiting = Some(Vec::new()),
            (Token::Attribute(name, value), Some(attributes)) => attributes.push((name, value)),
            (Token::Close, Some(attributes)) => {
                let get = |wanted: &str| {
                    let found = attributes.iter().find(|(name, _)| *name == wanted);
                    found.map(|(_, value)| value.as_ref()).unwrap_or_default()
                };
                let canvas = Canvas {
                    width: get("data-width").parse().unwrap_or_default(),
                    locale: locale_of(get("data-language")),
                };
                if let Some(chart) = drawn(get("data-kind"), get("data-of"), &canvas) {
                    draw(&mut out, &chart.drawing, FINDING.to_owned(), &[]);
                }
                waiting = None;
            }
            (other, _) => out.push(other.clone()),
        }
    }
    out
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
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::with_charts;
    use crate::page::analyses::work::tests::packed;

    #[test]
    fn charts_are_drawn_where_they_stand() {
        let answer = packed("#e=2023&u=quang-ninh&panel=explain", &[]);
        assert!(answer.html().contains("<chart"));
        let drawn = with_charts(&answer).html();
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
