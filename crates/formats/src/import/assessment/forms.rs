//! What the values of a column are: points, or what the rule of each row takes.

use super::STAGES;
use crate::fold;
use crate::import::columns::Sheet;
use crate::import::numbers::{is_blank, number};
use crate::import::rule_words::ValueForm;
use crate::import::{Basis, Meaning};
use dti_engine::model::RuleKind;

/// Words of headings above points.
const POINTS: [&str; 3] = ["diem", "points", "cham"];
/// Cells from which on a column tells by itself that it holds points.
const FEWEST: usize = 3;
/// Letters of the longest usual value.
const LONGEST_VALUE: usize = 30;

/// What the values of a stage are. Without a word for points in its heading they are points where each
/// is a number up to the maximum beside it, and no column has rules.
pub(super) fn value_form(sheet: &Sheet<'_>, rows: &[usize], stage: &Meaning) -> ValueForm {
    let Some(column) = sheet.column(stage) else {
        return ValueForm::Own;
    };
    let heading = sheet
        .columns
        .get(column)
        .map(|column| fold(&column.heading));
    let heading = heading.unwrap_or_default();
    if POINTS.iter().any(|word| heading.contains(word)) {
        return ValueForm::Points;
    }
    if sheet.column(&Meaning::Rule).is_some() {
        return ValueForm::Own;
    }
    let mut points = 0;
    for &row in rows {
        let text = sheet.cell(row, column);
        let most = number(sheet.text(row, &Meaning::MaxPoints), sheet.mark);
        match (number(text, sheet.mark), most) {
            _ if is_blank(text) => {}
            (Ok(own), Ok(most)) if !own.is_percent && own.value <= most.value => points += 1,
            _ => return ValueForm::Own,
        }
    }
    match points >= FEWEST {
        true => ValueForm::Points,
        false => ValueForm::Own,
    }
}

/// Leaves out columns headed as a stage in which most cells are sentences: explanations, not values.
pub(super) fn leave_prose(sheet: &mut Sheet<'_>) {
    let rows = sheet.first_row..sheet.grid.rows.len();
    let is_prose = |column: usize| {
        let cells = rows.clone().map(|row| sheet.cell(row, column));
        let lengths: Vec<usize> = cells
            .map(|cell| cell.chars().count())
            .filter(|&length| length > 0)
            .collect();
        let long = lengths.iter().filter(|&&length| length > LONGEST_VALUE);
        long.count() * 2 > lengths.len()
    };
    let stages = sheet.columns.iter().enumerate().filter(|(_, column)| {
        column.basis == Basis::Recognised && STAGES.contains(&column.meaning)
    });
    let prose: Vec<usize> = stages
        .map(|(place, _)| place)
        .filter(|&place| is_prose(place))
        .collect();
    for place in prose {
        if let Some(column) = sheet.columns.get_mut(place) {
            (column.meaning, column.basis) = (Meaning::Ignored, Basis::Unknown);
        }
    }
}

/// Whether figures behind points are not the only ones that earn them.
pub(super) fn hides_figures(kind: &RuleKind, form: ValueForm) -> bool {
    let is_told = matches!(
        kind,
        RuleKind::Points
            | RuleKind::YesNo
            | RuleKind::Levels(_)
            | RuleKind::StepChoices(_)
            | RuleKind::Ratio
            | RuleKind::Survey
    );
    !is_told && (form == ValueForm::Points || kind.is_ratio())
}
