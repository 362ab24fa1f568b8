//! A table of results, units by indicators, as the ministry publishes it and as people copy it.

use super::columns::{Sheet, Wanted};
use super::findings::{FindingKind, Findings};
use super::headings::TableKind;
use super::numbers::{Written, finding, is_blank, number};
use super::origins::{is_estimate, origin_column};
use super::summaries::is_summary;
use super::sums::{self, Sums};
use super::unit_names::{UnitMatch, UnitNames};
use super::years::of_year;
use super::{Choices, Draft, DraftRow, Meaning, UnitQuestion};
use crate::Grid;
use dti_engine::model::{Edition, Exact, ResultsRow, ResultsTable};
use serde::{Deserialize, Serialize};

/// A table of results on its way in.
pub type ResultsDraft = Draft<ResultsTable>;

/// What the scores of a table are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Scale {
    /// `0..=1`
    Score,
    /// `0..=100`, whatever the max points.
    Percent,
    /// Points of the indicator's maximum.
    Points,
}

/// Highest rank that is read.
const HIGHEST_RANK: i64 = 10_000;

/// Understands a table of results of an edition.
pub fn read_results(grid: &Grid, edition: &Edition, choices: &Choices) -> ResultsDraft {
    let mut findings = Findings::default();
    let wanted = Wanted {
        kind: TableKind::Results,
        framework: edition.framework(),
        highest: edition.framework().total().value(),
        year: Some(edition.header().year),
    };
    let mut sheet = Sheet::understood(grid, &wanted, choices, &mut findings);
    let unit_column = unit_column(&mut sheet, &mut findings);
    let figures = figure_columns(&sheet);
    if figures.is_empty() && findings.errors() == 0 {
        findings.table(FindingKind::ColumnMissing(Meaning::Total));
    }
    let mut reading = Reading {
        edition,
        choices,
        sheet,
        figures,
        findings,
        questions: Vec::new(),
        lines: Vec::new(),
        estimates: 0,
    };
    if let Some(column) = unit_column {
        reading.read_lines(column);
    }
    reading.finish()
}

/// The column of units; a code stands in where there is no name.
fn unit_column(sheet: &mut Sheet<'_>, findings: &mut Findings) -> Option<usize> {
    if sheet.column(&Meaning::Unit).is_none()
        && let Some(code) = sheet.column(&Meaning::Code)
        && let Some(column) = sheet.columns.get_mut(code)
    {
        column.meaning = Meaning::Unit;
    }
    let found = sheet.column(&Meaning::Unit);
    if found.is_none() && findings.errors() == 0 {
        findings.table(FindingKind::ColumnMissing(Meaning::Unit));
    }
    found
}

fn figure_columns(sheet: &Sheet<'_>) -> Vec<(usize, Meaning)> {
    let is_figure =
        |meaning: &Meaning| matches!(meaning, Meaning::Rank | Meaning::Total | Meaning::Score(_));
    let columns = sheet.columns.iter().enumerate();
    let figures = columns.filter(|(_, column)| is_figure(&column.meaning));
    figures
        .map(|(place, column)| (place, column.meaning.clone()))
        .collect()
}

/// One unit's row as written.
pub(super) struct Line {
    pub(super) row: usize,
    unit: String,
    /// In the order of the figure columns.
    cells: Vec<Option<Written>>,
}

struct Reading<'a> {
    edition: &'a Edition,
    choices: &'a Choices,
    sheet: Sheet<'a>,
    figures: Vec<(usize, Meaning)>,
    findings: Findings,
    questions: Vec<UnitQuestion>,
    lines: Vec<Line>,
    /// Cells that are marked as estimates.
    estimates: usize,
}

/// What a row's name says.
enum Subject {
    Unit(String),
    /// It is no row of the table, or the reader left it out.
    None,
    /// The reader is asked.
    Open,
}

impl Reading<'_> {
    fn read_lines(&mut self, unit_column: usize) {
        let names = UnitNames::of(self.edition.units());
        let columns = self.figures.iter().map(|(column, _)| *column);
        let origins: Vec<Option<usize>> = columns
            .map(|column| origin_column(&self.sheet, column))
            .collect();
        let rows = self.sheet.rows(&mut self.findings);
        let year = self.edition.header().year;
        for row in of_year(&self.sheet, rows, year, &mut self.findings) {
            let Subject::Unit(unit) = self.subject(row, unit_column, &names) else {
                continue;
            };
            if let Some(first) = self.lines.iter().find(|line| line.unit == unit) {
                let first = first.row;
                self.findings
                    .at(row, unit_column, FindingKind::UnitTwice { unit, first });
                continue;
            }
            let figures = self.figures.clone();
            let mut cells = Vec::with_capacity(figures.len());
            for ((column, _), origin) in figures.iter().zip(&origins) {
                let origin = origin.map(|column| self.sheet.cell(row, column));
                cells.push(if origin.is_some_and(is_estimate) {
                    self.estimates += 1;
                    None
                } else {
                    self.number(row, *column)
                });
            }
            self.lines.push(Line { row, unit, cells });
        }
        if self.lines.is_empty() && self.findings.errors() == 0 {
            self.findings.table(FindingKind::NoRows);
        }
    }

    fn subject(&mut self, row: usize, column: usize, names: &UnitNames) -> Subject {
        let mut written = self.sheet.cell(row, column);
        if written.is_empty() {
            written = self.sheet.text(row, &Meaning::Code);
        }
        if let Some(answer) = self.choices.units.iter().rfind(|answer| answer.row == row) {
            return answer.unit.clone().map_or(Subject::None, Subject::Unit);
        }
        let has_figures = self
            .figures
            .iter()
            .any(|(place, _)| !is_blank(self.sheet.cell(row, *place)));
        let found = names.find(written);
        let id = |position: &usize| {
            self.edition
                .units()
                .get(*position)
                .map(|unit| unit.id.clone())
        };
        if let UnitMatch::One(position) = found
            && let Some(unit) = id(&position)
        {
            return Subject::Unit(unit);
        }
        let is_summary = is_summary(written);
        if !has_figures || is_summary || self.sheet.is_heading(row) {
            let text = match written.is_empty() {
                true => self.sheet.first_text(row),
                false => written,
            };
            self.findings
                .row(row, FindingKind::RowLeftOut(text.to_owned()));
            return Subject::None;
        }
        if written.is_empty() {
            self.findings.at(row, column, FindingKind::UnitBlank);
            return Subject::Open;
        }
        let given = written.to_owned();
        let (kind, offered) = match &found {
            UnitMatch::Several(offered) => (FindingKind::UnitUnclear(given.clone()), offered),
            UnitMatch::None(offered) => (FindingKind::UnitUnknown(given.clone()), offered),
            UnitMatch::One(_) => return Subject::Open,
        };
        self.questions.push(UnitQuestion {
            row,
            written: given,
            offered: offered.iter().filter_map(id).collect(),
        });
        self.findings.at(row, column, kind);
        Subject::Open
    }

    fn number(&mut self, row: usize, column: usize) -> Option<Written> {
        let mut text = self.sheet.cell(row, column);
        if is_blank(text) {
            return None;
        }
        if self.sheet.column(&Meaning::Rank) == Some(column) {
            // The sign of a tie may stand behind a rank too: `15=`.
            text = text.trim_end_matches(['=', '*']).trim_end();
        }
        match number(text, self.sheet.mark) {
            Ok(number) => Some(number),
            Err(fault) => {
                let kind = finding(fault, text, self.sheet.mark);
                self.findings.at(row, column, kind);
                None
            }
        }
    }

    fn finish(mut self) -> ResultsDraft {
        let columns: Vec<sums::Figures<'_>> = self.columns();
        let scale = sums::scale(self.edition.framework(), &columns, self.choices.scale);
        let total_scale = sums::total_scale(self.edition.framework(), &columns, scale);
        if scale.is_none() && self.findings.errors() == 0 {
            self.findings.table(FindingKind::WhichScale);
        }
        let is_clear = scale.is_some() && !self.findings.has_unclear_mark();
        let scale = scale.unwrap_or(Scale::Score);
        let lines = std::mem::take(&mut self.lines);
        let mut rows = Vec::with_capacity(lines.len());
        let mut places = 0;
        // Before it is clear how the numbers are to be read, each of them would be out of range.
        if is_clear {
            for line in &lines {
                let row = self.row(line, scale, total_scale, &mut places);
                rows.push((line.row, row));
            }
            self.remark(&lines, &rows, places);
        }
        let value = ResultsTable {
            edition: self.edition.id().to_owned(),
            rows: rows.into_iter().map(|(_, row)| row).collect(),
        };
        let subject = |line: &Line| DraftRow {
            row: line.row,
            subject: line.unit.clone(),
        };
        Draft {
            first_row: self.sheet.first_row,
            mark: self.sheet.mark,
            columns: self.sheet.columns,
            scale: Some(scale),
            rows: lines.iter().map(subject).collect(),
            mains: Vec::new(),
            questions: self.questions,
            findings: self.findings.sorted(),
            value,
        }
    }

    /// The figures by column, as written.
    fn columns(&self) -> Vec<sums::Figures<'_>> {
        let figures = self.figures.iter().enumerate();
        let cells = |place: usize| -> Vec<Option<Exact>> {
            let cell = |line: &Line| line.cells.get(place).copied().flatten();
            self.lines
                .iter()
                .map(|line| cell(line).map(|written| written.value))
                .collect()
        };
        let of = |(place, (column, meaning)): (usize, &(usize, Meaning))| {
            let heading = self
                .sheet
                .columns
                .get(*column)
                .map_or("", |c| c.heading.as_str());
            let has_percent = self.lines.iter().any(|line| {
                line.cells
                    .get(place)
                    .copied()
                    .flatten()
                    .is_some_and(|c| c.is_percent)
            });
            sums::Figures {
                meaning: meaning.clone(),
                heading,
                is_percent: has_percent || heading.contains('%'),
                values: cells(place),
            }
        };
        figures.map(of).collect()
    }

    fn row(&mut self, line: &Line, scale: Scale, total: Scale, places: &mut usize) -> ResultsRow {
        let mut row = ResultsRow {
            unit: line.unit.clone(),
            ..ResultsRow::default()
        };
        let figures = self.figures.clone();
        for ((column, meaning), cell) in figures.iter().zip(&line.cells) {
            let Some(cell) = cell else { continue };
            let place = (line.row, *column);
            match meaning {
                Meaning::Rank => row.rank = self.rank(place, cell),
                Meaning::Total => row.total = self.share(place, cell, meaning, total),
                Meaning::Score(id) => {
                    let written = match scale {
                        Scale::Score => cell.places,
                        Scale::Percent | Scale::Points => cell.places + 2,
                    };
                    *places = written.max(*places);
                    if let Some(score) = self.share(place, cell, meaning, scale) {
                        row.scores.push((id.clone(), score));
                    }
                }
                _ => {}
            }
        }
        row
    }

    fn rank(&mut self, (row, column): (usize, usize), cell: &Written) -> Option<u32> {
        let rank = cell.value.round_half_up(0);
        let is_whole = Exact::whole(rank) == cell.value && !cell.is_percent;
        if is_whole && (1..=HIGHEST_RANK).contains(&rank) {
            return u32::try_from(rank).ok();
        }
        let given = self.sheet.cell(row, column).to_owned();
        self.findings.at(row, column, FindingKind::NotARank(given));
        None
    }

    /// A figure as a share of its maximum.
    fn share(
        &mut self,
        (row, column): (usize, usize),
        cell: &Written,
        meaning: &Meaning,
        scale: Scale,
    ) -> Option<Exact> {
        let scale = if cell.is_percent {
            Scale::Percent
        } else {
            scale
        };
        let high = sums::highest(self.edition.framework(), meaning, scale);
        if cell.value <= high {
            return Some(cell.value.div_or(high, Exact::ZERO));
        }
        let given = self.sheet.cell(row, column).to_owned();
        self.findings
            .at(row, column, FindingKind::OutOfRange { given, high });
        None
    }

    /// What is worth knowing of a table without errors.
    fn remark(&mut self, lines: &[Line], rows: &[(usize, ResultsRow)], places: usize) {
        let gaps: usize = lines
            .iter()
            .map(|line| line.cells.iter().filter(|cell| cell.is_none()).count())
            .sum();
        let gaps = gaps.saturating_sub(self.estimates);
        if gaps > 0 {
            self.findings.table(FindingKind::Gaps(gaps));
        }
        if self.estimates > 0 {
            let kind = FindingKind::EstimatesLeftOut(self.estimates);
            self.findings.table(kind);
        }
        let missing = self.edition.units().len().saturating_sub(lines.len());
        if missing > 0 && !lines.is_empty() {
            self.findings.table(FindingKind::UnitsLeftOut(missing));
        }
        let sums = Sums {
            framework: self.edition.framework(),
            total_column: self.sheet.column(&Meaning::Total),
            rank_column: self.sheet.column(&Meaning::Rank),
            places,
        };
        sums.check_totals(rows, &mut self.findings);
        if missing == 0 {
            sums.check_ranks(rows, &mut self.findings);
        }
    }
}
