//! An official component list: number, name, max points, rule, put below the main indicators of a
//! framework.

mod order;
mod position;
mod sums;

use order::Order;
use position::{main_with_id, number_key};

use super::columns::{Sheet, Wanted};
use super::findings::{FindingKind, Findings};
use super::headings::TableKind;
use super::numbering::{is_lettered, is_whole, main_named, parts};
use super::numbers::{finding, is_blank, number};
use super::rule_words::{RuleRead, rule};
use super::{Choices, Draft, DraftRow, MainNumber, Meaning};
use crate::Grid;
use dti_engine::model::{
    ComponentList, Exact, Framework, LARGEST_MAX_POINTS, ListedComponent, MaxPoints, Node,
    POINTS_DECIMALS, Rule, RuleKind, Text,
};
use std::collections::BTreeMap;

/// A component list on its way in.
pub type ComponentDraft = Draft<ComponentList>;

/// Understands a component list for a framework.
pub fn read_component_list(
    grid: &Grid,
    framework: &Framework,
    choices: &Choices,
) -> ComponentDraft {
    list_in(grid, framework, choices, TableKind::Components)
}

/// The same in a table of a kind that has one.
pub(super) fn list_in(
    grid: &Grid,
    framework: &Framework,
    choices: &Choices,
    kind: TableKind,
) -> ComponentDraft {
    let mut findings = Findings::default();
    let wanted = Wanted {
        kind,
        framework,
        highest: framework.total().value(),
        year: None,
    };
    let sheet = Sheet::understood(grid, &wanted, choices, &mut findings);
    if findings.errors() == 0 {
        for needed in [Meaning::Name, Meaning::MaxPoints] {
            if sheet.column(&needed).is_none() {
                findings.table(FindingKind::ColumnMissing(needed));
            }
        }
        let numbered = [Meaning::Number, Meaning::Id];
        if numbered
            .iter()
            .all(|meaning| sheet.column(meaning).is_none())
        {
            findings.table(FindingKind::ColumnMissing(Meaning::Number));
        }
    }
    let rows = match findings.errors() {
        0 => sheet.rows(&mut findings),
        _ => Vec::new(),
    };
    let mut reading = Reading {
        framework,
        restarts: restarts(&sheet, framework, &rows),
        order: Order::of(&sheet, framework, &rows, choices),
        numbers: sheet.mended_numbers(&rows, &mut findings),
        sheet,
        findings,
        sections: Vec::new(),
        current: None,
        listed: Vec::new(),
        subjects: Vec::new(),
        mains: Vec::new(),
        lettered: 0,
    };
    for row in &rows {
        reading.read(*row, &rows);
    }
    reading.finish()
}

/// Whether the numbers begin again at 1 below each main indicator.
fn restarts(sheet: &Sheet<'_>, framework: &Framework, rows: &[usize]) -> bool {
    rows.iter().any(|&row| {
        let depth = parts(sheet.text(row, &Meaning::Number)).map(|parts| parts.len());
        let name = sheet.text(row, &Meaning::Name);
        let text = sheet.text(row, &Meaning::Number);
        depth == Some(1)
            && !is_lettered(text)
            && main_named(framework, name).is_none()
            && !is_whole(framework, name)
    })
}

/// A component with the place where it stands.
struct Placed {
    row: usize,
    component: ListedComponent,
    /// Max points as written.
    stated: Option<MaxPoints>,
}

impl Placed {
    /// Number and name, as a sentence calls it.
    fn title(&self) -> String {
        let number = self.component.number.as_deref().unwrap_or_default();
        format!("{number} {}", self.component.name.vi)
            .trim()
            .to_owned()
    }
}

struct Reading<'a> {
    framework: &'a Framework,
    /// Whether numbers begin again below each main indicator.
    restarts: bool,
    order: Order,
    /// Numbers that are read otherwise than they are written, by row.
    numbers: BTreeMap<usize, String>,
    sheet: Sheet<'a>,
    findings: Findings,
    /// Numbers of main indicators, as the list's section rows give them.
    sections: Vec<(String, Node)>,
    current: Option<Node>,
    listed: Vec<Placed>,
    subjects: Vec<DraftRow>,
    /// First numbers whose main indicators were told by their order.
    mains: Vec<MainNumber>,
    /// Lettered rows that were left out.
    lettered: usize,
}

impl Reading<'_> {
    fn text(&self, row: usize, meaning: Meaning) -> String {
        self.sheet.text(row, &meaning).to_owned()
    }

    /// A finding about the cell below a meaning.
    fn find(&mut self, row: usize, meaning: &Meaning, kind: FindingKind) {
        match self.sheet.column(meaning) {
            Some(column) => self.findings.at(row, column, kind),
            None => self.findings.row(row, kind),
        }
    }

    fn read(&mut self, row: usize, rows: &[usize]) {
        if self.continues_rule(row) {
            return;
        }
        let name = self.text(row, Meaning::Name);
        let mended = self.numbers.get(&row).cloned();
        let number_text = mended.unwrap_or_else(|| self.text(row, Meaning::Number));
        let id = self.text(row, Meaning::Id);
        if self.is_section(row, &name, &number_text, &id) {
            return;
        }
        let max_points = self.max_points(row);
        let has_number = number_text.chars().any(char::is_alphanumeric) || !id.is_empty();
        if (!has_number && max_points.is_none()) || self.sheet.is_heading(row) {
            let text = self.sheet.first_text(row).to_owned();
            self.findings.row(row, FindingKind::RowLeftOut(text));
            return;
        }
        if max_points.is_none() && id.is_empty() && is_lettered(&number_text) {
            self.lettered += 1;
            return;
        }
        if name.is_empty() {
            self.find(row, &Meaning::Name, FindingKind::NameMissing);
        }
        let position = match id.is_empty() {
            true => self.by_number(row, &number_text),
            false => self.by_id(row, &id, &number_text),
        };
        let Some(position) = position else { return };
        if let Some(first) = self
            .listed
            .iter()
            .find(|placed| placed.component.id == position.id)
        {
            let (first, given) = (first.row, if id.is_empty() { number_text } else { id });
            self.findings
                .row(row, FindingKind::IndicatorTwice { given, first });
            return;
        }
        let rule = self.rule(row, rows);
        let english = self.text(row, Meaning::EnglishName);
        let en = if english.is_empty() {
            name.clone()
        } else {
            english
        };
        self.subjects.push(DraftRow {
            row,
            subject: position.id.clone(),
        });
        self.listed.push(Placed {
            row,
            stated: max_points,
            component: ListedComponent {
                id: position.id,
                parent: position.parent,
                number: position.number,
                name: Text { vi: name, en },
                max_points: max_points.unwrap_or_default().hundredths(),
                scored: rule.kind != RuleKind::Unscored,
                rule,
            },
        });
    }

    /// Whether a row names a main indicator, a group or the whole rather than a component.
    fn is_section(&mut self, row: usize, name: &str, number: &str, id: &str) -> bool {
        let has_parent = !self.text(row, Meaning::Parent).is_empty();
        let depth = parts(number).map_or(0, |parts| parts.len());
        // A section may stand in the column of numbers alone, across merged cells.
        let title = if name.is_empty() { number } else { name };
        let named = match id.is_empty() {
            true => main_named(self.framework, title),
            false => main_with_id(self.framework, id),
        };
        if depth <= 1
            && !has_parent
            && let Some(node) = named
        {
            self.current = Some(node);
            if depth == 1 {
                self.sections.push((number_key(number), node));
            }
            self.compare(row, self.framework.indicator(node).max_points);
            return true;
        }
        let is_whole = depth <= 1 && id.is_empty() && is_whole(self.framework, title);
        if is_whole && fold_is_total(title) {
            self.compare(row, self.framework.total());
        }
        is_whole
    }

    /// Compares the max points of a whole with the framework's.
    fn compare(&mut self, row: usize, own: MaxPoints) {
        let stated = self.max_points(row).map(MaxPoints::value);
        if let Some(stated) = stated
            && stated != own.value()
        {
            let own = own.value();
            self.find(
                row,
                &Meaning::MaxPoints,
                FindingKind::MaxPointsDiffer { stated, own },
            );
        }
    }

    fn max_points(&mut self, row: usize) -> Option<MaxPoints> {
        let text = self.text(row, Meaning::MaxPoints);
        if is_blank(&text) {
            return None;
        }
        let high = Exact::whole(i64::from(LARGEST_MAX_POINTS));
        let kind = match number(&text, self.sheet.mark) {
            Ok(written) if written.is_percent => FindingKind::NotANumber(text),
            Ok(written) if written.value > high => FindingKind::OutOfRange { given: text, high },
            Ok(written) => {
                let hundredths = written.value.round_half_up(POINTS_DECIMALS);
                if Exact::decimal(hundredths, POINTS_DECIMALS) == written.value {
                    return u32::try_from(hundredths)
                        .ok()
                        .and_then(MaxPoints::of_hundredths);
                }
                FindingKind::TooManyDecimals(text)
            }
            Err(fault) => finding(fault, &text, self.sheet.mark),
        };
        self.find(row, &Meaning::MaxPoints, kind);
        None
    }

    /// Whether a row holds nothing but more of the rule above it.
    fn continues_rule(&self, row: usize) -> bool {
        let others = [
            Meaning::Number,
            Meaning::Id,
            Meaning::Name,
            Meaning::MaxPoints,
            Meaning::Parent,
        ];
        let is_blank = |meaning: &Meaning| self.sheet.text(row, meaning).is_empty();
        !is_blank(&Meaning::Rule) && others.iter().all(is_blank)
    }

    /// The rule of a row, which may go on in the rows below.
    fn rule(&mut self, row: usize, rows: &[usize]) -> Rule {
        let below = rows.iter().copied().skip_while(|&other| other <= row);
        let more = below.take_while(|&other| self.continues_rule(other));
        let lines = std::iter::once(row).chain(more);
        let lines: Vec<&str> = lines
            .map(|row| self.sheet.text(row, &Meaning::Rule))
            .collect();
        let text = lines.join(" ").trim().to_owned();
        match rule(&text, self.sheet.mark) {
            RuleRead::Rule(rule) => return rule,
            RuleRead::Words => self.find(row, &Meaning::Rule, FindingKind::RuleInWords(text)),
            RuleRead::Broken => self.find(row, &Meaning::Rule, FindingKind::RuleUnknown(text)),
        }
        Rule::default()
    }

    fn finish(mut self) -> ComponentDraft {
        if self.listed.is_empty() && self.findings.errors() == 0 {
            self.findings.table(FindingKind::NoRows);
        }
        // A row that is not understood is missing in every sum above it.
        if self.findings.errors() == 0 {
            self.add_up_criteria();
        }
        if self.findings.errors() == 0 {
            self.add_up_mains();
        }
        if self.mains.iter().any(|number| number.main.is_some()) {
            self.findings.table(FindingKind::MainsByOrder);
        }
        if self.lettered > 0 {
            let kind = FindingKind::LetteredLeftOut(self.lettered);
            self.findings.table(kind);
        }
        let value = ComponentList {
            framework: self.framework.id().to_owned(),
            rows: self
                .listed
                .into_iter()
                .map(|placed| placed.component)
                .collect(),
        };
        Draft {
            first_row: self.sheet.first_row,
            mark: self.sheet.mark,
            columns: self.sheet.columns,
            scale: None,
            rows: self.subjects,
            mains: self.mains,
            questions: Vec::new(),
            findings: self.findings.sorted(),
            value,
        }
    }
}

fn fold_is_total(title: &str) -> bool {
    let folded = crate::fold(title);
    folded.starts_with("tong") || folded == "cong" || folded == "total"
}
