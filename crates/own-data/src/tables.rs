//! What the page shows as tables for spreadsheets and programs. The detailed scorecard is read again by the
//! import with nothing lost.

use crate::card::raw_in;
use crate::{Ground, HandedFile, OwnData};
use dti_engine::calculator::{
    AssessmentColumn, CalculatorError, ComponentCard, ComponentLine, present,
};
use dti_engine::model::{Exact, Level, POINTS_DECIMALS, RawValue, RuleKind};
use dti_formats::link::Language;
use dti_formats::{
    Book, BookLanguage, CardRow, CardTable, Cell, Form, card_book, csv, other_totals,
    raw_value_text, results_book, rule_text,
};
use dti_words::own_data::card::table_headings;
use dti_words::{Results, Words, origin_word, scorecard_table};

/// Decimals of points that a rule gives: enough to see them, the rule's own value is beside them.
const EARNED_DECIMALS: u32 = 4;

/// Most decimals of a number that was entered.
const RAW_DECIMALS: u32 = 12;

/// The columns that a table holds and the import reads.
const COLUMNS: [AssessmentColumn; 3] = [
    AssessmentColumn::SelfAssessed,
    AssessmentColumn::Verified,
    AssessmentColumn::WhatIf,
];

/// A table that can be taken out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TableName {
    /// The open scorecard with its components.
    Card,
    /// All units with their main indicators.
    Results,
    /// The main indicators of the open unit.
    Mains,
}

impl TableName {
    /// As it stands in the name of a file.
    fn as_str(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Results => "results",
            Self::Mains => "scorecard",
        }
    }
}

impl OwnData {
    /// A table as CSV, for a spreadsheet of Viet Nam or for programs.
    pub fn csv_file(
        &self,
        ground: &Ground,
        (table, form): (TableName, Form),
        words: &Words,
    ) -> Result<HandedFile, CalculatorError> {
        let rows = match table {
            TableName::Card => self.card_rows(ground, words)?,
            TableName::Results => self.results_rows(ground, words)?,
            TableName::Mains => self.mains_rows(ground, words)?,
        };
        let form_name = match form {
            Form::Vietnamese => "vi",
            Form::International => "en",
        };
        let (edition, unit, table) = (ground.edition_id(), ground.unit(), table.as_str());
        Ok(HandedFile {
            name: format!("dti-{edition}-{unit}-{table}-{form_name}.csv"),
            kind: "text/csv",
            text: csv(&rows, form),
        })
    }

    /// The standings as a workbook whose formulas give totals and ranks again, with its name.
    pub fn results_book(
        &self,
        ground: &Ground,
        words: &Words,
    ) -> Result<(String, Book), CalculatorError> {
        let book = results_book(self.calculator(), ground.scenario(), book_language(words))?;
        let name = format!("dti-{}-results.xlsx", ground.edition_id());
        Ok((name, book))
    }

    /// The same of the open scorecard.
    pub fn card_book(
        &self,
        ground: &Ground,
        words: &Words,
    ) -> Result<(String, Book), CalculatorError> {
        let table = self.card_table(ground, words)?;
        let (edition, unit) = (ground.edition_id(), ground.unit());
        let name = format!("dti-{edition}-{unit}-scorecard.xlsx");
        Ok((name, card_book(&table, book_language(words))))
    }

    /// The open unit's scorecard with its components.
    pub fn component_card(&self, ground: &Ground) -> Result<ComponentCard, CalculatorError> {
        let own = self.assessment(ground.edition_id(), ground.unit());
        self.calculator()
            .component_card(ground.scenario(), ground.position, &own)
    }

    fn results_rows(
        &self,
        ground: &Ground,
        words: &Words,
    ) -> Result<Vec<Vec<Cell>>, CalculatorError> {
        let scenario = ground.scenario();
        let standings = &self.calculator().simulate(scenario)?;
        let total = self.calculator().maxima(scenario)?.total();
        let results = Results {
            edition: &ground.edition,
            standings,
            decimals: standings.digits(total).score,
            is_edited: !scenario.is_baseline(),
            words,
        };
        Ok(results.table())
    }

    fn mains_rows(
        &self,
        ground: &Ground,
        words: &Words,
    ) -> Result<Vec<Vec<Cell>>, CalculatorError> {
        let session = self.calculator().open(ground.scenario())?;
        let before = self.calculator().open(&present(ground.scenario()))?;
        let card = session.scorecard(&before, ground.position)?;
        let lines = card.iter().flat_map(|group| &group.lines);
        let unit = unit_name(ground, words);
        Ok(scorecard_table(&ground.edition, unit, lines, words))
    }

    /// The components with their three values, under the headings of the language.
    fn card_rows(&self, ground: &Ground, words: &Words) -> Result<Vec<Vec<Cell>>, CalculatorError> {
        let card = self.component_card(ground)?;
        let headings = table_headings(words).into_iter().map(text).collect();
        let rows = lines(&card)
            .into_iter()
            .map(|line| row(ground, line, words));
        Ok(std::iter::once(headings).chain(rows).collect())
    }

    fn card_table(&self, ground: &Ground, words: &Words) -> Result<CardTable, CalculatorError> {
        let card = self.component_card(ground)?;
        let framework = ground.framework();
        let points: Exact = card.mains.iter().map(|main| main.own.points).sum();
        let sum = points.div_or(card.max_points, Exact::ZERO);
        let standings = self.calculator().simulate(ground.scenario())?;
        Ok(CardTable {
            edition: words.in_language(&ground.edition.header().title).to_owned(),
            unit: unit_name(ground, words).to_owned(),
            provenance: ground.edition.provenance(),
            is_edited: !ground.scenario().is_baseline(),
            rows: lines(&card)
                .into_iter()
                .map(|line| book_row(ground, line, words))
                .collect(),
            residual: card.standing.unrounded - sum,
            decimals: framework.header().decimals,
            others: other_totals(
                self.calculator(),
                &standings,
                ground.position,
                book_language(words),
            )?,
        })
    }
}

fn unit_name<'a>(ground: &'a Ground, words: &Words) -> &'a str {
    let unit = ground.edition.units().get(ground.position);
    unit.map_or("", |unit| words.in_language(&unit.name))
}

fn book_language(words: &Words) -> BookLanguage {
    match words.language() {
        Language::Vi => BookLanguage::Vi,
        Language::En => BookLanguage::En,
    }
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

fn book_row(ground: &Ground, line: &ComponentLine, words: &Words) -> CardRow {
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
        name: words.in_language(&own.name).to_owned(),
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

fn text(words: impl Into<String>) -> Cell {
    Cell::Text(words.into())
}

fn row(ground: &Ground, line: &ComponentLine, words: &Words) -> Vec<Cell> {
    let own = ground.framework().indicator(line.node);
    let number = own.number.clone().unwrap_or_default();
    let is_leaf = own.children.is_empty();
    let rule = match is_leaf && own.level > Level::Main {
        true => text(rule_text(&own.rule)),
        false => Cell::Empty,
    };
    let origin = line.origin.map_or(Cell::Empty, |origin| {
        text(origin_word(words, ground.edition.provenance(), origin))
    });
    let mut cells = vec![
        text(own.id.clone()),
        text(number),
        text(words.in_language(&own.name)),
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
