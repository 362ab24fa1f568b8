//! One unit's scorecard: by component what it gives itself, what was verified, what if.

mod forms;
mod subject;
mod sums;

use super::columns::{Sheet, Wanted};
use super::dates::is_date;
use super::findings::{FindingKind, Findings};
use super::headings::TableKind;
use super::numbers::{finding, is_blank, number};
use super::rule_words::{ValueForm, value};
use super::{Choices, Draft, DraftRow, Meaning};
use crate::{Grid, rule_text};
use dti_engine::model::{
    Assessed, Assessment, Edition, Exact, Framework, Indicator, Level, Node, POINTS_DECIMALS,
    RawValue, RuleKind,
};
use std::collections::BTreeMap;

use forms::{leave_prose, value_form};

/// A scorecard on its way in.
pub type AssessmentDraft = Draft<Assessment>;

/// The columns of values, in the order of [`stages`].
pub(super) const STAGES: [Meaning; 5] = [
    Meaning::Own,
    Meaning::Reviewed,
    Meaning::Explained,
    Meaning::Verified,
    Meaning::WhatIf,
];

/// The values of a row.
fn stages(row: &Assessed) -> [&Option<RawValue>; 5] {
    [
        &row.own,
        &row.reviewed,
        &row.explained,
        &row.verified,
        &row.what_if,
    ]
}

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
    let card = Card {
        kind: TableKind::Scorecard,
        framework: edition.framework(),
        edition: edition.id(),
        year: edition.header().year,
        unit,
    };
    read_card(grid, &card, choices, earned)
}

/// What a scorecard is for.
pub(super) struct Card<'a> {
    /// The kind of table that it stands in.
    pub(super) kind: TableKind,
    /// The framework, with its components.
    pub(super) framework: &'a Framework,
    /// Id of the edition.
    pub(super) edition: &'a str,
    /// Its year.
    pub(super) year: u16,
    /// Id of the unit.
    pub(super) unit: &'a str,
}

/// The same for a framework whose components need not be in the edition yet.
pub(super) fn read_card(
    grid: &Grid,
    card: &Card<'_>,
    choices: &Choices,
    earned: Earned,
) -> AssessmentDraft {
    let framework = card.framework;
    let mut findings = Findings::default();
    let wanted = Wanted {
        kind: card.kind,
        framework,
        highest: framework.total().value(),
        year: Some(card.year),
    };
    let mut sheet = Sheet::understood(grid, &wanted, choices, &mut findings);
    leave_prose(&mut sheet);
    if findings.errors() == 0 {
        let keys = [Meaning::Id, Meaning::Number, Meaning::Name];
        if keys.iter().all(|key| sheet.column(key).is_none()) {
            findings.table(FindingKind::ColumnMissing(Meaning::Number));
        }
        if STAGES.iter().all(|value| sheet.column(value).is_none()) {
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
        numbers: sheet.mended_numbers(&rows, &mut findings),
        forms: STAGES.map(|stage| value_form(&sheet, &rows, &stage)),
        sheet,
        findings,
        section: None,
        whole: None,
        behind_points: 0,
        lines: Vec::new(),
        wholes: Vec::new(),
        totals: Vec::new(),
    };
    for row in rows {
        reading.read(row);
    }
    reading.finish(card.edition, card.unit)
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
    /// Numbers that are read otherwise than they are written, by row.
    numbers: BTreeMap<usize, String>,
    /// What values are, in the order of [`STAGES`].
    forms: [ValueForm; 5],
    sheet: Sheet<'a>,
    findings: Findings,
    /// The component with criteria below whose row one stands.
    whole: Option<Node>,
    /// Cells with points where a rule takes figures.
    behind_points: usize,
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
        let has_values = STAGES.iter().any(|value| !is_blank(sheet.text(row, value)));
        let Some(node) = self.indicator(row, has_values) else {
            return;
        };
        let indicator = self.framework.indicator(node);
        match indicator.level {
            Level::Main => self.section = Some(node),
            Level::Component => self.whole = Some(node),
            _ => {}
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
        let forms = self.forms;
        let values = STAGES.map(|stage| {
            let form = STAGES.iter().zip(forms).find(|(own, _)| **own == stage);
            self.value(
                row,
                &stage,
                node,
                form.map_or(ValueForm::Own, |(_, form)| form),
            )
        });
        let [own, reviewed, explained, verified, what_if] = values;
        let assessed = Assessed {
            indicator: indicator.id.clone(),
            own,
            reviewed,
            explained,
            verified,
            what_if,
            reference: None,
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

    fn value(
        &mut self,
        row: usize,
        meaning: &Meaning,
        node: Node,
        form: ValueForm,
    ) -> Option<RawValue> {
        let indicator = self.framework.indicator(node);
        let column = self.sheet.column(meaning)?;
        let text = self.sheet.cell(row, column);
        if is_blank(text) && !(text == "-" && matches!(indicator.rule.kind, RuleKind::Parts(_))) {
            return None;
        }
        let max_points = indicator.max_points.value();
        let mark = self.sheet.mark;
        let kind = match value(&indicator.rule, max_points, text, mark, form) {
            Some(RawValue::Points(points)) if points > max_points => FindingKind::OutOfRange {
                given: text.to_owned(),
                high: max_points,
            },
            Some(RawValue::Points(points)) if points != points.rounded(POINTS_DECIMALS) => {
                FindingKind::TooManyDecimals(text.to_owned())
            }
            Some(value) => {
                let points = number(text, mark)
                    .ok()
                    .filter(|written| !written.is_percent);
                let earned = (self.earned)(self.framework, node, &value);
                let is_behind = forms::hides_figures(&indicator.rule.kind, form)
                    && points.is_some_and(|points| Some(points.value) == earned);
                self.behind_points += usize::from(is_behind);
                return Some(value);
            }
            // What is said where nothing is scored is no value.
            None if !indicator.scored => return None,
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
        if self.behind_points > 0 {
            let kind = FindingKind::FiguresBehindPoints(self.behind_points);
            self.findings.table(kind);
        }
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
