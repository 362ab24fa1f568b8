//! The detailed scorecard as a table that the import reads again with nothing lost.

use crate::page::desk::Desk;
use crate::page::desk::ground::Ground;
use crate::page::text::{either, in_language};
use dti_engine::calculator::{AssessmentColumn, ComponentCard, ComponentLine, present};
use dti_engine::model::{Assessment, Exact, Level, POINTS_DECIMALS, RawValue, RuleKind};
use dti_formats::{CardRow, CardTable, Cell, other_totals, raw_value_text, rule_text};
use dti_words::{Results, Words, origin_word, scorecard_table};

/// Decimals of points that a rule gives: enough to see them, the rule's own value is beside them.
const EARNED_DECIMALS: u32 = 4;

/// Most decimals of a number that was entered.
const RAW_DECIMALS: u32 = 12;

/// A table of what the page shows: `results` of all units, or the open `scorecard`.
pub(super) fn of_page(desk: &Desk, ground: &Ground, table: &str) -> Option<Vec<Vec<Cell>>> {
    let (calculator, scenario) = (desk.calculator, &ground.link.scenario);
    let words = Words::of(ground.language, Some(&ground.edition));
    let standings = &ground.standings;
    if table == "results" {
        let verdict = calculator.verdict(scenario, standings, ground.position)?;
        let results = Results {
            edition: &ground.edition,
            standings,
            decimals: verdict.digits.score,
            is_edited: !scenario.is_baseline(),
            words: &words,
        };
        return Some(results.table());
    }
    let before = calculator.simulate(&present(scenario)).ok()?;
    let card = calculator.scorecard(scenario, standings, &before, ground.position);
    let card = card.ok()?;
    let lines = card.iter().flat_map(|group| &group.lines);
    let unit = ground.unit_name();
    Some(scorecard_table(&ground.edition, &unit, lines, &words))
}

/// The open unit's scorecard with its components.
fn component_card(desk: &Desk, ground: &Ground) -> Option<ComponentCard> {
    let own = desk.own.assessment(ground.edition.id(), &ground.unit);
    let assessment = own.cloned().unwrap_or_else(|| Assessment {
        edition: ground.edition.id().to_owned(),
        unit: ground.unit.clone(),
        rows: Vec::new(),
    });
    let scenario = &ground.link.scenario;
    let card = desk
        .calculator
        .component_card(scenario, ground.position, &assessment);
    card.ok()
}

/// Main indicators, each before its components; one without components takes a value itself.
fn lines(card: &ComponentCard) -> Vec<&ComponentLine> {
    let mut lines = Vec::new();
    for main in &card.mains {
        if !main.lines.iter().any(|line| line.node == main.own.node) {
            lines.push(&main.own);
        }
        lines.extend(&main.lines);
    }
    lines
}

/// The columns that a table holds and the import reads.
const COLUMNS: [AssessmentColumn; 3] = [
    AssessmentColumn::SelfAssessed,
    AssessmentColumn::Verified,
    AssessmentColumn::WhatIf,
];

/// What was entered in a column.
fn raw_in(line: &ComponentLine, column: AssessmentColumn) -> Option<&RawValue> {
    let mut values = AssessmentColumn::ALL.into_iter().zip(&line.values);
    let found = values.find(|(own, _)| *own == column);
    found.and_then(|(_, value)| value.raw.as_ref())
}

/// The components with their three values, under the headings of the language.
pub(super) fn card(desk: &Desk, ground: &Ground) -> Option<Vec<Vec<Cell>>> {
    let card = component_card(desk, ground)?;
    let mut rows = vec![headings(ground)];
    rows.extend(lines(&card).into_iter().map(|line| row(ground, line)));
    Some(rows)
}

/// The same for a workbook.
pub(super) fn card_table(desk: &Desk, ground: &Ground) -> Option<CardTable> {
    let card = component_card(desk, ground)?;
    let framework = ground.framework();
    let points: Exact = card.mains.iter().map(|main| main.own.points).sum();
    let sum = points.div_or(card.max_points, Exact::ZERO);
    let others = other_totals(
        desk.calculator,
        &ground.standings,
        ground.position,
        super::book_language(ground),
    );
    Some(CardTable {
        edition: in_language(&ground.edition.header().title, ground.language).to_owned(),
        unit: ground.unit_name(),
        provenance: ground.edition.provenance(),
        is_edited: !ground.link.scenario.is_baseline(),
        rows: lines(&card)
            .into_iter()
            .map(|line| book_row(ground, line))
            .collect(),
        residual: card.standing.unrounded - sum,
        decimals: framework.header().decimals,
        others: others.ok()?,
    })
}

fn book_row(ground: &Ground, line: &ComponentLine) -> CardRow {
    let own = ground.framework().indicator(line.node);
    let [own_value, verified, what_if] =
        COLUMNS.map(|column| raw_in(line, column).map(raw_value_text));
    let is_leaf = own.children.is_empty();
    CardRow {
        depth: match own.level {
            Level::Component => 1,
            Level::Criterion => 2,
            _ => 0,
        },
        number: own.number.clone().unwrap_or_default(),
        name: in_language(&own.name, ground.language).to_owned(),
        rule: if is_leaf {
            rule_text(&own.rule)
        } else {
            String::new()
        },
        own: own_value,
        verified,
        what_if,
        points: line.points,
        max_points: line.max_points,
        is_scored: line.is_scored,
        takes_points: is_leaf && own.rule.kind == RuleKind::Points,
    }
}

fn headings(ground: &Ground) -> Vec<Cell> {
    [
        ("id", "id"),
        ("Số", "Number"),
        ("Chỉ số", "Indicator"),
        ("Cách chấm", "Scoring rule"),
        ("Điểm tối đa", "Max points"),
        ("Tự đánh giá", "Self-assessed"),
        ("Thẩm định", "Verified"),
        ("Giả định", "What if"),
        ("Điểm đạt được", "Points earned"),
        ("Còn thiếu", "Gap"),
        ("Nguồn gốc", "Origin"),
    ]
    .map(|(vi, en)| text(either(ground.language, vi, en)))
    .to_vec()
}

fn text(words: impl Into<String>) -> Cell {
    Cell::Text(words.into())
}

fn row(ground: &Ground, line: &ComponentLine) -> Vec<Cell> {
    let own = ground.framework().indicator(line.node);
    let number = own.number.clone().unwrap_or_default();
    let is_leaf = own.children.is_empty();
    let rule = match is_leaf && own.level > Level::Main {
        true => text(rule_text(&own.rule)),
        false => Cell::Empty,
    };
    let origin = line.origin.map_or(Cell::Empty, |origin| {
        let words = Words::plain(ground.language);
        text(origin_word(&words, ground.edition.provenance(), origin))
    });
    let mut cells = vec![
        text(own.id.clone()),
        text(number),
        text(in_language(&own.name, ground.language)),
        rule,
        Cell::Number(line.max_points, POINTS_DECIMALS),
    ];
    cells.extend(COLUMNS.map(|column| raw(raw_in(line, column))));
    cells.extend([
        Cell::Number(line.points, EARNED_DECIMALS),
        Cell::Number(line.gap, EARNED_DECIMALS),
        origin,
    ]);
    cells
}

/// Points stay a number; the value of another rule is a text such as `12/35`.
fn raw(value: Option<&RawValue>) -> Cell {
    match value {
        None => Cell::Empty,
        Some(RawValue::Points(points)) => Cell::Number(*points, POINTS_DECIMALS),
        Some(RawValue::Number(number)) => {
            let is_enough = |decimals: &u32| number.rounded(*decimals) == *number;
            let decimals = (0..RAW_DECIMALS).find(is_enough);
            Cell::Number(*number, decimals.unwrap_or(RAW_DECIMALS))
        }
        Some(other) => text(raw_value_text(other)),
    }
}
