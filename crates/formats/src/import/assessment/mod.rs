//! One unit's scorecard: by component what it gives itself, what was verified, what if.

mod sums;

use super::columns::{Sheet, Wanted};
use super::dates::is_date;
use super::findings::{FindingKind, Findings};
use super::headings::TableKind;
use super::numbering::{id_part, is_lettered, main_named, parts};
use super::numbers::{finding, is_blank, number};
use super::rule_words::{ValueForm, value};
use super::{Choices, Draft, DraftRow, Meaning};
use crate::{Grid, fold, rule_text};
use dti_engine::model::{
    Assessed, Assessment, Edition, Exact, Framework, Indicator, Level, Node, POINTS_DECIMALS,
    RawValue, RuleKind,
};

/// A scorecard on its way in.
pub type AssessmentDraft = Draft<Assessment>;

/// The columns of values, in the order of [`Assessed`].
const VALUES: [Meaning; 3] = [Meaning::Own, Meaning::Verified, Meaning::WhatIf];

/// The points that a raw value earns by an indicator's rule; `None` where it does not fit. Files know
/// rules as data: whoever reads one brings the arithmetic.
pub type Earned = fn(&Framework, Node, &RawValue) -> Option<Exact>;

/// Understands the scorecard of a unit in an edition.
pub fn read_assessment(
    grid: &Grid,
    edition: &Edition,
    unit: &str,
    choices: &Choices,
    earned: Earned,
) -> AssessmentDraft {
    let framework = edition.framework();
    let mut findings = Findings::default();
    let wanted = Wanted {
        kind: TableKind::Scorecard,
        framework,
        highest: framework.total().value(),
        year: Some(edition.header().year),
    };
    let sheet = Sheet::understood(grid, &wanted, choices, &mut findings);
    if findings.errors() == 0 {
        let keys = [Meaning::Id, Meaning::Number, Meaning::Name];
        if keys.iter().all(|key| sheet.column(key).is_none()) {
            findings.table(FindingKind::ColumnMissing(Meaning::Number));
        }
        if VALUES.iter().all(|value| sheet.column(value).is_none()) {
            findings.table(FindingKind::ColumnMissing(Meaning::Own));
        }
    }
    let rows = match findings.errors() {
        0 => sheet.rows(&mut findings),
        _ => Vec::new(),
    };
    let mut reading = Reading {
        framework,
        earned,
        sheet,
        findings,
        section: None,
        lines: Vec::new(),
        wholes: Vec::new(),
        totals: Vec::new(),
    };
    for row in rows {
        reading.read(row);
    }
    reading.finish(edition.id(), unit)
}

/// One component's row.
struct Line {
    row: usize,
    node: Node,
    assessed: Assessed,
}

struct Reading<'a> {
    framework: &'a Framework,
    earned: Earned,
    sheet: Sheet<'a>,
    findings: Findings,
    /// The main indicator below whose row one stands.
    section: Option<Node>,
    lines: Vec<Line>,
    /// Rows of indicators with parts: they hold sums.
    wholes: Vec<(usize, Node)>,
    /// Rows that sum up the lines above, with how many these are, and the section they stand in.
    totals: Vec<(usize, usize, Option<Node>)>,
}

impl<'a> Reading<'a> {
    fn read(&mut self, row: usize) {
        let sheet = &self.sheet;
        let has_values = VALUES.iter().any(|value| !is_blank(sheet.text(row, value)));
        let Some(node) = self.indicator(row, has_values) else {
            return;
        };
        let indicator = self.framework.indicator(node);
        if indicator.level == Level::Main {
            self.section = Some(node);
        }
        self.compare_max_points(row, indicator);
        if !indicator.children.is_empty() {
            self.wholes.push((row, node));
            return;
        }
        if let Some(first) = self.lines.iter().find(|line| line.node == node) {
            let (first, given) = (first.row, self.written(row).to_owned());
            self.findings
                .row(row, FindingKind::IndicatorTwice { given, first });
            return;
        }
        let line = self.line(row, node);
        self.lines.push(line);
    }

    /// A row with the values of its indicator.
    fn line(&mut self, row: usize, node: Node) -> Line {
        let indicator = self.framework.indicator(node);
        let [own, verified, what_if] = VALUES.map(|meaning| self.value(row, &meaning, indicator));
        let assessed = Assessed {
            indicator: indicator.id.clone(),
            own,
            verified,
            what_if,
            ..Assessed::default()
        };
        Line {
            row,
            node,
            assessed,
        }
    }

    /// Rows of indicators of whose parts none has a row hold values, not sums.
    fn take_lone_wholes(&mut self) {
        let framework = self.framework;
        let named: Vec<Node> = self.lines.iter().map(|line| line.node).collect();
        let wholes = std::mem::take(&mut self.wholes);
        let is_above = |node: Node, other: &Node| framework.is_above(node, *other);
        let has_parts = |node: Node| {
            let mut others = wholes.iter().map(|(_, other)| other).chain(&named);
            others.any(|other| is_above(node, other))
        };
        let (sums, lone) = wholes.iter().partition(|(_, node)| has_parts(*node));
        self.wholes = sums;
        let lone: Vec<(usize, Node)> = lone;
        for (row, node) in lone {
            if let Some(first) = self.lines.iter().find(|line| line.node == node) {
                let (first, given) = (first.row, self.written(row).to_owned());
                self.findings
                    .row(row, FindingKind::IndicatorTwice { given, first });
                continue;
            }
            let line = self.line(row, node);
            let place = self.lines.partition_point(|before| before.row < row);
            self.lines.insert(place, line);
            for (total, count, _) in &mut self.totals {
                *count += usize::from(row < *total);
            }
        }
    }

    /// How a row names its indicator.
    fn written(&self, row: usize) -> &'a str {
        let keys = [Meaning::Id, Meaning::Number, Meaning::Name];
        let mut texts = keys.iter().map(|key| self.sheet.text(row, key));
        texts.find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// The indicator of a row: by id, else by number, else by name.
    fn indicator(&mut self, row: usize, has_values: bool) -> Option<Node> {
        let [id, number_text, name] =
            [Meaning::Id, Meaning::Number, Meaning::Name].map(|key| self.sheet.text(row, &key));
        if let Some(column) = self.sheet.column(&Meaning::Number)
            && has_values
            && is_date(number_text)
        {
            let kind = FindingKind::DateInstead(number_text.to_owned());
            self.findings.at(row, column, kind);
            return None;
        }
        let by_id = self.framework.node(&id.to_ascii_lowercase());
        let by_number = self.numbered(number_text);
        let by_name = self.named(name);
        let by_key = by_id.or(by_number);
        // A number of one component beside the name of another: neither may be guessed.
        if let (Some(key), Some(named)) = (by_key, by_name)
            && key != named
            && has_values
        {
            let (given, name) = (self.written(row).to_owned(), name.to_owned());
            self.findings
                .row(row, FindingKind::NumberOfAnother { given, name });
            return None;
        }
        let found = by_key
            .or(by_name)
            .or_else(|| main_named(self.framework, name));
        if found.is_none() && has_values && !self.sheet.is_heading(row) {
            let given = self.written(row).to_owned();
            if is_sum(self.sheet.first_text(row)) || is_sum(name) {
                self.totals.push((row, self.lines.len(), self.section));
            } else if is_lettered(number_text) {
                self.findings.row(row, FindingKind::RowLeftOut(given));
            } else {
                self.findings.row(row, FindingKind::IndicatorUnknown(given));
            }
        }
        found
    }

    /// The indicator with this number; where numbers begin again, the one in the present section.
    fn numbered(&self, text: &str) -> Option<Node> {
        let wanted = key(text)?;
        let is_own = |node: &Node| {
            let number = self.framework.indicator(*node).number.as_deref();
            number.and_then(key).as_ref() == Some(&wanted)
        };
        let found: Vec<Node> = self.framework.nodes().filter(is_own).collect();
        match found.as_slice() {
            [] => self.framework.node(&text.to_ascii_lowercase()),
            [one] => Some(*one),
            several => {
                let section = self.section?;
                several
                    .iter()
                    .copied()
                    .find(|node| self.framework.is_above(section, *node))
            }
        }
    }

    /// The only indicator with this name.
    fn named(&self, name: &str) -> Option<Node> {
        let folded = fold(name);
        let is_own = |node: &Node| {
            let own = &self.framework.indicator(*node).name;
            !folded.is_empty() && (fold(&own.vi) == folded || fold(&own.en) == folded)
        };
        let mut found = self.framework.nodes().filter(is_own);
        let first = found.next();
        first.filter(|_| found.next().is_none())
    }

    fn compare_max_points(&mut self, row: usize, indicator: &Indicator) {
        let Some(column) = self.sheet.column(&Meaning::MaxPoints) else {
            return;
        };
        let text = self.sheet.cell(row, column);
        let own = indicator.max_points.value();
        let stated = number(text, self.sheet.mark).map(|written| written.value);
        if let Ok(stated) = stated
            && stated != own
        {
            self.findings
                .at(row, column, FindingKind::MaxPointsDiffer { stated, own });
        }
    }

    fn value(&mut self, row: usize, meaning: &Meaning, indicator: &Indicator) -> Option<RawValue> {
        let column = self.sheet.column(meaning)?;
        let text = self.sheet.cell(row, column);
        if is_blank(text) && !(text == "-" && matches!(indicator.rule.kind, RuleKind::Parts(_))) {
            return None;
        }
        let max_points = indicator.max_points.value();
        let heading = self
            .sheet
            .columns
            .get(column)
            .map_or("", |column| column.heading.as_str());
        let form = match ["diem", "points"]
            .iter()
            .any(|word| fold(heading).contains(word))
        {
            true => ValueForm::Points,
            false => ValueForm::Own,
        };
        let mark = self.sheet.mark;
        let kind = match value(&indicator.rule, max_points, text, mark, form) {
            Some(RawValue::Points(points)) if points > max_points => FindingKind::OutOfRange {
                given: text.to_owned(),
                high: max_points,
            },
            Some(RawValue::Points(points)) if points != points.rounded(POINTS_DECIMALS) => {
                FindingKind::TooManyDecimals(text.to_owned())
            }
            Some(value) => return Some(value),
            None => self.misfit(indicator, text),
        };
        self.findings.at(row, column, kind);
        None
    }

    /// Why a value does not fit its rule.
    fn misfit(&self, indicator: &Indicator, text: &str) -> FindingKind {
        match (&indicator.rule.kind, number(text, self.sheet.mark)) {
            _ if is_date(text) => FindingKind::DateInstead(text.to_owned()),
            (RuleKind::Points, Err(fault)) => finding(fault, text, self.sheet.mark),
            _ => FindingKind::NotOfRule {
                given: text.to_owned(),
                rule: rule_text(&indicator.rule),
            },
        }
    }

    fn finish(mut self, edition: &str, unit: &str) -> AssessmentDraft {
        self.take_lone_wholes();
        if self.lines.is_empty() && self.findings.errors() == 0 {
            self.findings.table(FindingKind::NoRows);
        }
        self.check_wholes();
        self.check_totals();
        let subject = |line: &Line| DraftRow {
            row: line.row,
            subject: line.assessed.indicator.clone(),
        };
        let rows = self.lines.iter().map(subject).collect();
        let has_value = |row: &Assessed| row.counting().is_some();
        let assessed = self.lines.into_iter().map(|line| line.assessed);
        let value = Assessment {
            edition: edition.to_owned(),
            unit: unit.to_owned(),
            rows: assessed.filter(has_value).collect(),
        };
        Draft {
            first_row: self.sheet.first_row,
            mark: self.sheet.mark,
            columns: self.sheet.columns,
            scale: None,
            rows,
            mains: Vec::new(),
            questions: Vec::new(),
            findings: self.findings.sorted(),
            value,
        }
    }
}

/// Whether a row with this name sums up others.
fn is_sum(name: &str) -> bool {
    let names = [
        "tong",
        "tong cong",
        "tong diem",
        "tong so diem",
        "cong",
        "total",
        "sum",
    ];
    names.contains(&fold(name).as_str())
}

/// A number without what people leave out: `1.03.` is `1.3`.
fn key(number: &str) -> Option<String> {
    let parts = parts(number)?;
    let parts: Vec<&str> = parts.iter().map(|part| id_part(part)).collect();
    Some(parts.join("."))
}
