//! What was found in a table, in both languages: where, what is given, what is allowed.

mod cells;
mod remarks;
mod subjects;

use super::column_letters;
use super::words::meaning_name;
use crate::page::names::NamesIn;
use crate::page::text::{Names as _, decimal, either};
use dti_engine::model::{Edition, Exact};
use dti_formats::link::Language;
use dti_formats::{Column, Finding, FindingKind, Meaning};
use std::sync::Arc;

/// Longest piece of a cell that a sentence repeats, in letters.
const LONGEST: usize = 60;
/// Decimals of a re-added total: its difference lies behind the published four.
const SUM_DECIMALS: u32 = 6;

/// What the sentences are about.
pub(super) struct Told<'a> {
    /// The edition that the table is for.
    pub(super) edition: &'a Arc<Edition>,
    /// Its columns.
    pub(super) columns: &'a [Column],
    pub(super) language: Language,
}

impl Told<'_> {
    /// What is found, without its place.
    pub(super) fn what(&self, finding: &Finding) -> String {
        let [vi, en] = self.texts(&finding.kind);
        either(self.language, vi, en)
    }

    /// Row as in the file, column by letter and heading.
    pub(super) fn place(&self, finding: &Finding) -> String {
        let row = finding.row.map(|row| row + 1);
        let column = finding.column.map(|column| {
            let heading = self
                .columns
                .get(column)
                .map_or("", |column| column.heading.as_str());
            match heading.is_empty() {
                true => column_letters(column),
                false => format!("{} ({})", column_letters(column), short(heading)),
            }
        });
        match (self.language, row, column) {
            (_, None, None) => String::new(),
            (Language::Vi, Some(row), Some(column)) => format!("Hàng {row}, cột {column}: "),
            (Language::En, Some(row), Some(column)) => format!("Row {row}, column {column}: "),
            (Language::Vi, Some(row), None) => format!("Hàng {row}: "),
            (Language::En, Some(row), None) => format!("Row {row}: "),
            (Language::Vi, None, Some(column)) => format!("Cột {column}: "),
            (Language::En, None, Some(column)) => format!("Column {column}: "),
        }
    }

    fn meaning(&self, meaning: &Meaning) -> [String; 2] {
        [Language::Vi, Language::En]
            .map(|language| meaning_name(meaning, self.edition.framework(), language))
    }

    fn unit(&self, id: &str) -> [String; 2] {
        [Language::Vi, Language::En].map(|l| NamesIn::new(Some(self.edition), l).unit(id))
    }

    fn indicator(&self, id: &str) -> [String; 2] {
        [Language::Vi, Language::En].map(|l| NamesIn::new(Some(self.edition), l).indicator(id))
    }

    fn texts(&self, kind: &FindingKind) -> [String; 2] {
        use FindingKind as K;
        match kind {
            K::TotalDiffers { .. }
            | K::TotalOutOfReach { .. }
            | K::RankDiffers { .. }
            | K::EstimatesLeftOut(_)
            | K::PointsDiffer { .. }
            | K::MaxPointsDiffer { .. }
            | K::RuleInWords(_)
            | K::RowLeftOut(_)
            | K::ZeroCut { .. }
            | K::FiguresBehindPoints(_)
            | K::LetteredLeftOut(_)
            | K::UnitsLeftOut(_)
            | K::MainsLeftOut(_)
            | K::MainsByOrder
            | K::OtherYear { .. }
            | K::OtherYearsLeftOut { .. }
            | K::Gaps(_) => self.remark(kind),
            K::UnitBlank
            | K::UnitUnknown(_)
            | K::UnitUnclear(_)
            | K::UnitTwice { .. }
            | K::IndicatorTwice { .. }
            | K::IndicatorUnknown(_)
            | K::NumberMissing
            | K::NumberUnclear(_)
            | K::ParentMissing(_)
            | K::WhichMain(_)
            | K::NumberOfAnother { .. }
            | K::NameMissing
            | K::MaxPointsMissing
            | K::PartsDoNotAddUp { .. } => self.subject_error(kind),
            _ => self.cell_error(kind),
        }
    }
}

fn said(vi: &str, en: &str) -> [String; 2] {
    [vi.to_owned(), en.to_owned()]
}

fn long(value: Exact, language: Language) -> String {
    decimal(value, SUM_DECIMALS, language)
}

/// A cell as a sentence repeats it: on one line, not too long.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    let mut cut: String = line.chars().take(LONGEST).collect();
    cut.push('…');
    cut
}
