//! What is typed and chosen in the detailed scorecard, made into values of the assessment. What a
//! person types stays on screen, right or wrong; the last good value stays until then.

use super::super::Desk;
use super::super::ground::Ground;
use super::words;
use crate::page::text::entry_fault;
use crate::page::{Event, EventKind};
use dti_engine::calculator::{AssessmentColumn, EntryFault, parse_decimal};
use dti_engine::model::{Answer, Assessed, Assessment, Exact, POINTS_DECIMALS, RawValue, Rule};
use dti_formats::link::Language;

/// Decimals of the two numbers of a share.
const SHARE_DECIMALS: u32 = 4;
/// Highest number that a field reads.
const HIGHEST: &str = "999999999";

/// A piece of a value that has a control of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Piece {
    /// Points, a count, a level or an answer: the value has one piece.
    Value,
    /// The part of a share, or the count in a population.
    Part,
    /// The whole of a share, or the population.
    Whole,
}

impl Piece {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Part => "part",
            Self::Whole => "whole",
        }
    }
}

/// A control of the scorecard: `society.1 self part`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Field {
    pub(super) indicator: String,
    pub(super) column: AssessmentColumn,
    pub(super) piece: Piece,
}

impl Field {
    fn of(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let indicator = words.next()?.to_owned();
        let column = column_of(words.next()?)?;
        let piece = words.next()?;
        let pieces = [Piece::Value, Piece::Part, Piece::Whole];
        let piece = pieces.into_iter().find(|own| own.as_str() == piece)?;
        Some(Self {
            indicator,
            column,
            piece,
        })
    }

    /// As it stands in `data-do`.
    pub(super) fn deed(&self) -> String {
        let (column, piece) = (self.column.as_str(), self.piece.as_str());
        format!("desk card set {} {column} {piece}", self.indicator)
    }

    /// Its id in the document.
    pub(super) fn id(&self) -> String {
        let (column, piece) = (self.column.as_str(), self.piece.as_str());
        format!("component-{}-{column}-{piece}", self.indicator)
    }

    fn with(&self, piece: Piece) -> Self {
        Self {
            piece,
            ..self.clone()
        }
    }
}

/// A text that is being typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Draft {
    /// Edition and unit.
    place: [String; 2],
    field: Field,
    text: String,
    /// What is wrong with it, once it is finished.
    fault: String,
}

fn column_of(word: &str) -> Option<AssessmentColumn> {
    let mut columns = AssessmentColumn::ALL.into_iter();
    columns.find(|column| column.as_str() == word)
}

fn place(ground: &Ground) -> [String; 2] {
    [ground.edition.id().to_owned(), ground.unit.clone()]
}

/// The assessment of the unit on the desk.
pub(super) fn assessment(desk: &Desk, ground: &Ground) -> Assessment {
    let [edition, unit] = place(ground);
    let own = desk.own.assessment(&edition, &unit).cloned();
    own.unwrap_or(Assessment {
        edition,
        unit,
        rows: Vec::new(),
    })
}

/// What a field shows, and what is wrong with it.
pub(super) fn shown(
    desk: &Desk,
    ground: &Ground,
    field: &Field,
    raw: Option<&RawValue>,
) -> (String, String) {
    let place = place(ground);
    let is_own = |draft: &&Draft| draft.field == *field && draft.place == place;
    match desk.card.drafts.iter().find(is_own) {
        Some(draft) => (draft.text.clone(), draft.fault.clone()),
        None => (text_of(raw, field.piece, ground.language), String::new()),
    }
}

/// A piece of a value as it is typed.
fn text_of(raw: Option<&RawValue>, piece: Piece, language: Language) -> String {
    let number = |value: &Exact| words::typed(*value, language);
    match (raw, piece) {
        (Some(RawValue::Points(points)), Piece::Value) => number(points),
        (Some(RawValue::Count(count)), Piece::Value) => count.to_string(),
        (Some(RawValue::Level(level)), Piece::Value) => level.to_string(),
        (Some(RawValue::Answer(Answer::Yes)), Piece::Value) => "yes".to_owned(),
        (Some(RawValue::Answer(Answer::No)), Piece::Value) => "no".to_owned(),
        (Some(RawValue::Share { part, .. }), Piece::Part) => number(part),
        (Some(RawValue::Share { whole, .. }), Piece::Whole) => number(whole),
        (Some(RawValue::InPopulation { count, .. }), Piece::Part) => number(count),
        (Some(RawValue::InPopulation { population, .. }), Piece::Whole) => number(population),
        _ => String::new(),
    }
}

/// A text in a field or a choice in a list.
pub(super) fn set(desk: &mut Desk, object: &str, event: &Event) {
    let Some(field) = Field::of(object) else {
        return;
    };
    match event.kind {
        EventKind::Input => type_in(desk, &field, event.value, Stage::Typing),
        EventKind::Change => type_in(desk, &field, event.value, Stage::Finished),
        EventKind::Key if event.value == "Escape" => drop_drafts(desk, &field),
        _ => {}
    }
}

/// Whether a text may still grow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stage {
    Typing,
    Finished,
}

fn type_in(desk: &mut Desk, field: &Field, text: &str, stage: Stage) {
    let Some(ground) = &desk.ground else {
        return;
    };
    let framework = ground.framework();
    let Some(node) = framework.node(&field.indicator) else {
        return;
    };
    let language = ground.language;
    let rule = framework.indicator(node).rule.clone();
    let (mut own, place) = (assessment(desk, ground), place(ground));
    let raw = own.rows.iter().find(|row| row.indicator == field.indicator);
    let raw = raw.and_then(|row| field.column.of(row));
    let piece = |piece: Piece| match piece == field.piece {
        true => text.to_owned(),
        false => shown(desk, ground, &field.with(piece), raw).0,
    };
    let read = match rule {
        Rule::Ratio | Rule::CappedRatio(_) | Rule::Survey | Rule::PerCapita { .. } => {
            read_pair(&rule, &piece(Piece::Part), &piece(Piece::Whole))
        }
        _ => read_one(&rule, &piece(Piece::Value)),
    };
    match read {
        Ok(value) => {
            put(&mut own, &field.indicator, field.column, value);
            if stage == Stage::Finished {
                drop_drafts(desk, field);
            } else {
                keep_draft(desk, place, field, text, String::new());
            }
            if let Err(refusal) = desk.assess(own) {
                desk.refusal = Some(refusal);
            }
        }
        Err(fault) => {
            let said = match (stage, fault) {
                (Stage::Typing, _) => String::new(),
                (_, Unread::Half) => words::both_needed(language).to_owned(),
                (_, Unread::Number(fault)) => entry_fault(fault, HIGHEST, language),
            };
            keep_draft(desk, place, field, text, said);
        }
    }
}

/// Why what is typed is no value yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Unread {
    /// Not the number that was asked for.
    Number(EntryFault),
    /// One of two numbers.
    Half,
}

/// A value of one piece; nothing where the text is empty.
fn read_one(rule: &Rule, text: &str) -> Result<Option<RawValue>, Unread> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let number = |decimals: u32| parse_decimal(text, decimals).map_err(Unread::Number);
    let not_a_number = Unread::Number(EntryFault::NotANumber);
    Ok(Some(match rule {
        Rule::YesNo => RawValue::Answer(match text {
            "yes" => Answer::Yes,
            "no" => Answer::No,
            _ => return Err(not_a_number),
        }),
        Rule::Levels(_) => RawValue::Level(text.parse().map_err(|_letters| not_a_number)?),
        Rule::Steps(_) => {
            let count = u32::try_from(number(0)?.round_half_up(0));
            let out_of_range = Unread::Number(EntryFault::OutOfRange);
            RawValue::Count(count.map_err(|_negative| out_of_range)?)
        }
        _ => RawValue::Points(number(POINTS_DECIMALS)?),
    }))
}

/// A value of two pieces; nothing where both are empty.
fn read_pair(rule: &Rule, part: &str, whole: &str) -> Result<Option<RawValue>, Unread> {
    let number = |text: &str| match text.trim() {
        "" => Ok(None),
        text => parse_decimal(text, SHARE_DECIMALS)
            .map(Some)
            .map_err(Unread::Number),
    };
    let (part, whole) = match (number(part)?, number(whole)?) {
        (None, None) => return Ok(None),
        (Some(part), Some(whole)) => (part, whole),
        _ => return Err(Unread::Half),
    };
    Ok(Some(match rule {
        Rule::PerCapita { .. } => RawValue::InPopulation {
            count: part,
            population: whole,
        },
        _ => RawValue::Share { part, whole },
    }))
}

/// A part that is ticked or not: `society.1 self 0 on`; `none` for none of them.
pub(super) fn tick(desk: &mut Desk, object: &str, event: &Event) {
    if event.kind != EventKind::Click {
        return;
    }
    let Some(ground) = &desk.ground else {
        return;
    };
    let mut words = object.split(' ');
    let mut next = || words.next().unwrap_or_default();
    let (indicator, column, part, wanted) = (next(), column_of(next()), next(), next());
    let Some(column) = column else {
        return;
    };
    let mut own = assessment(desk, ground);
    let row = own.rows.iter().find(|row| row.indicator == indicator);
    let mut met = match row.and_then(|row| column.of(row)) {
        Some(RawValue::Met(met)) => met.clone(),
        _ => Vec::new(),
    };
    let is_on = wanted == "on";
    let value = match part.parse::<usize>() {
        Ok(part) => {
            met.retain(|own| *own != part);
            if is_on {
                met.push(part);
                met.sort_unstable();
            }
            Some(RawValue::Met(met))
        }
        // None of them: said, or taken back.
        Err(_) => is_on.then(|| RawValue::Met(Vec::new())),
    };
    put(&mut own, indicator, column, value);
    if let Err(refusal) = desk.assess(own) {
        desk.refusal = Some(refusal);
    }
}

/// Puts a value in its place; rows without any value go.
pub(super) fn put(
    own: &mut Assessment,
    indicator: &str,
    column: AssessmentColumn,
    value: Option<RawValue>,
) {
    if !own.rows.iter().any(|row| row.indicator == indicator) {
        own.rows.push(Assessed {
            indicator: indicator.to_owned(),
            ..Assessed::default()
        });
    }
    if let Some(row) = own.rows.iter_mut().find(|row| row.indicator == indicator) {
        column.put(row, value);
    }
    own.rows.retain(|row| {
        AssessmentColumn::ALL
            .iter()
            .any(|column| column.of(row).is_some())
    });
}

/// Forgets what was typed in any piece of a value.
fn drop_drafts(desk: &mut Desk, field: &Field) {
    let is_same = |draft: &Draft| {
        draft.field.indicator == field.indicator && draft.field.column == field.column
    };
    desk.card.drafts.retain(|draft| !is_same(draft));
}

fn keep_draft(desk: &mut Desk, place: [String; 2], field: &Field, text: &str, fault: String) {
    desk.card
        .drafts
        .retain(|draft| draft.field != *field || draft.place != place);
    desk.card.drafts.push(Draft {
        place,
        field: field.clone(),
        text: text.to_owned(),
        fault,
    });
}
