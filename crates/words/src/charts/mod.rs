//! Words around the charts: headings that state the finding, summaries, legends and tables.

mod finding;
mod ranks;
mod summary;
mod table;
#[cfg(test)]
mod tests;

use crate::numbers::{decimal, points};
use crate::table::MISSING;
use crate::{Told, Words, warning};
use dti_charts::{AxisNames, Chart, Locale};
use dti_engine::model::{Edition, Exact, Node, POINTS_DECIMALS, Provenance, Text};
use dti_formats::link::Language;

/// What stands before every number that is an estimate or rests on one.
const ABOUT: &str = "≈ ";

/// How drawings write numbers, and what they call their axes.
pub fn chart_locale(words: &Words) -> Locale {
    Locale {
        decimal: match words.language() {
            Language::Vi => ',',
            Language::En => '.',
        },
        axes: AxisNames {
            score: words.value(),
            points: words.results_points(),
            rank: words.chart_column_rank(false),
            edition: words.chart_axis_edition(),
            before: words.chart_step_before(),
            after: words.chart_step_after(),
        },
    }
}

/// An edition as the history names it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EditionLabel {
    /// "2024", or "2024 (34)" for the edition after the merger.
    pub text: String,
    /// Whether it ranks merged provinces: its ranks do not compare with those of the others.
    pub is_merged: bool,
}

impl EditionLabel {
    /// The label of an edition, marked where a reader's figures are in it.
    pub fn of(edition: &Edition, words: &Words) -> Self {
        let merger_of = edition.header().merger_of.as_ref();
        let text = match merger_of {
            Some(before) => format!("{before} ({})", edition.units().len()),
            None => edition.id().to_owned(),
        };
        Self {
            text: match edition.provenance() {
                Provenance::PartlyLoaded => words.chart_label_loaded(text),
                Provenance::Published | Provenance::Loaded | Provenance::Fictitious => text,
            },
            is_merged: merger_of.is_some(),
        }
    }
}

/// Puts words to the data that a chart comes with.
#[derive(Clone, Copy, Debug)]
pub struct ChartWords<'a> {
    /// The edition that the chart is about.
    pub edition: &'a Edition,
    /// The editions on file, in the order of the history chart.
    pub editions: &'a [EditionLabel],
    /// Row of the chosen unit.
    pub unit: usize,
    /// Rows of those that share its rank.
    pub tied: &'a [usize],
    /// Decimals that tell the scores apart.
    pub decimals: u32,
    /// Whether anything at all differs from the edition.
    pub is_edited: bool,
    /// The words of the edition.
    pub words: &'a Words,
}

impl ChartWords<'_> {
    /// All that is said around a chart.
    pub fn told(&self, chart: &Chart) -> Told {
        let legend = chart.legend.iter();
        let title = self.words.in_language(&self.edition.header().title);
        Told {
            finding: self.finding(&chart.finding),
            summary: self.summary(&chart.facts),
            legend: legend.map(|entry| self.meaning(entry.meaning)).collect(),
            table: self.table(&chart.table),
            warning: warning(self.is_edited, self.words).unwrap_or_default(),
            source: self.words.figure_from(title),
        }
    }

    /// A text in the language of the words.
    fn name<'t>(&self, text: Option<&'t Text>) -> &'t str {
        text.map_or(MISSING, |text| self.words.in_language(text))
    }

    /// Name of a unit, by its row in the edition.
    fn unit_name(&self, position: usize) -> &str {
        self.name(self.edition.units().get(position).map(|unit| &unit.name))
    }

    /// Name of the chosen unit.
    fn own(&self) -> &str {
        self.unit_name(self.unit)
    }

    /// Name of an indicator.
    fn indicator(&self, node: Node) -> &str {
        self.name(Some(&self.edition.framework().indicator(node).name))
    }

    /// Name of a pillar, by its place in the framework's list.
    fn pillar(&self, place: usize) -> &str {
        let pillars = self.edition.framework().pillars();
        self.name(pillars.get(place).map(|pillar| &pillar.name))
    }

    /// Label of an edition, by its place in the list.
    fn label(&self, place: usize) -> &str {
        self.editions.get(place).map_or(MISSING, |own| &own.text)
    }

    /// A score of the ranking.
    fn score(&self, value: Exact) -> String {
        decimal(value, self.decimals, self.words)
    }

    /// A rank inside a sentence: "9", in English "9th".
    fn rank(&self, rank: u32) -> String {
        match self.words.language() {
            Language::Vi => rank.to_string(),
            Language::En => ordinal(rank),
        }
    }

    /// Whether the edition has the unit's own figure; else it was estimated.
    fn is_on_file(&self, position: usize, node: Node) -> bool {
        let row = self.edition.rows().get(position);
        row.is_some_and(|row| row.indicators.contains_key(&node))
    }

    /// The mark before a number that rests on the chosen unit's value.
    fn about_own(&self, node: Node) -> &'static str {
        about(self.is_on_file(self.unit, node))
    }

    /// The mark before a number that rests on the values of all units.
    fn about_all(&self, node: Node) -> &'static str {
        let mut units = 0..self.edition.units().len();
        about(units.all(|position| self.is_on_file(position, node)))
    }

    /// "+27,78": points gained or lost.
    fn signed_points(&self, value: Exact) -> String {
        signed(value, points(value, self.words))
    }
}

/// The mark of an estimate, where a number is not exact.
fn about(is_exact: bool) -> &'static str {
    if is_exact { "" } else { ABOUT }
}

/// Puts the plus before points that are gained; the minus is there already.
fn signed(value: Exact, text: String) -> String {
    if value.round_half_up(POINTS_DECIMALS) > 0 {
        format!("+{text}")
    } else {
        text
    }
}

/// "1st", "22nd", "13th": an English rank.
fn ordinal(rank: u32) -> String {
    let ending = match (rank % 10, rank % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{rank}{ending}")
}
