//! What is typed and chosen in the detailed scorecard, made into values of the assessment. What a
//! person types stays on screen, right or wrong; the last good value stays until then.

use super::super::Desk;
use super::super::ground::Ground;
use super::field::{Field, Spot, stage_of};
use super::{problems, words};
use crate::page::{Event, EventKind};
use dti_engine::calculator::AssessmentColumn;
use dti_engine::model::{Assessed, Assessment, Exact, Indicator, RawValue, Rule, RuleKind};
use dti_formats::{EntryProblem, check_entry, read_entry, read_figure, read_reference};

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

/// Edition and unit on the desk.
pub(super) fn place(ground: &Ground) -> [String; 2] {
    [ground.edition.id().to_owned(), ground.unit.clone()]
}

/// Whether these are edition and unit on the desk.
pub(super) fn is_here([edition, unit]: &[String; 2], ground: &Ground) -> bool {
    edition == ground.edition.id() && *unit == ground.unit
}

/// What is entered for the unit on the desk.
pub(super) fn rows<'a>(desk: &'a Desk, ground: &Ground) -> &'a [Assessed] {
    let own = desk.own.assessment(ground.edition.id(), &ground.unit);
    own.map_or(&[], |own| &own.rows)
}

/// The same, to be changed.
pub(super) fn assessment(desk: &Desk, ground: &Ground) -> Assessment {
    let [edition, unit] = place(ground);
    Assessment {
        edition,
        unit,
        rows: rows(desk, ground).to_vec(),
    }
}

/// What is entered for a component.
pub(super) fn row_of<'a>(desk: &'a Desk, ground: &Ground, indicator: &str) -> Option<&'a Assessed> {
    let mut rows = rows(desk, ground).iter();
    rows.find(|row| row.indicator == indicator)
}

fn drafts<'a>(desk: &'a Desk, ground: &'a Ground) -> impl Iterator<Item = &'a Draft> {
    let drafts = desk.card.drafts.iter();
    drafts.filter(|draft| is_here(&draft.place, ground))
}

/// What a field shows.
pub(super) fn shown(desk: &Desk, ground: &Ground, field: &Field, rule: &Rule) -> String {
    match drafts(desk, ground).find(|draft| draft.field == *field) {
        Some(draft) => draft.text.clone(),
        None => field.text(
            rule,
            row_of(desk, ground, &field.indicator),
            ground.language,
        ),
    }
}

/// What is wrong with a field that was left.
pub(super) fn fault(desk: &Desk, ground: &Ground, field: &Field) -> Option<String> {
    let found = drafts(desk, ground).find(|draft| draft.field == *field);
    let fault = found.map(|draft| draft.fault.clone());
    fault.filter(|fault| !fault.is_empty())
}

/// What is wrong with any field of a stage that was left; of the reference value where there is none.
pub(super) fn stage_fault(
    desk: &Desk,
    ground: &Ground,
    indicator: &str,
    stage: Option<AssessmentColumn>,
) -> Option<String> {
    let is_own = |draft: &&Draft| {
        draft.field.indicator == indicator
            && draft.field.stage() == stage
            && !draft.fault.is_empty()
    };
    drafts(desk, ground)
        .find(is_own)
        .map(|draft| draft.fault.clone())
}

/// A text in a field or a choice in a list.
pub(super) fn set(desk: &mut Desk, object: &str, event: &Event) {
    let Some(field) = Field::of(object) else {
        return;
    };
    match event.kind {
        EventKind::Input => type_in(desk, &field, event.value, Step::Typing),
        EventKind::Change => type_in(desk, &field, event.value, Step::Finished),
        EventKind::Key if event.value == "Escape" => {
            desk.card.drafts.retain(|draft| !is_beside(draft, &field));
        }
        EventKind::Key => super::go(desk, &field, event.value),
        _ => {}
    }
}

/// Whether a text may still grow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Step {
    Typing,
    Finished,
}

/// What a text gives.
enum Read {
    Value(AssessmentColumn, Option<RawValue>),
    Reference(Option<Exact>),
}

/// Why what is typed is no value yet.
enum Unread {
    /// Not what the rule takes.
    Problem(EntryProblem),
    /// Some of several: names of those that are not there.
    Missing(Vec<String>),
}

impl From<EntryProblem> for Unread {
    fn from(problem: EntryProblem) -> Self {
        Self::Problem(problem)
    }
}

fn type_in(desk: &mut Desk, field: &Field, text: &str, step: Step) {
    let Some(ground) = &desk.ground else {
        return;
    };
    let framework = ground.framework();
    let Some(node) = framework.node(&field.indicator) else {
        return;
    };
    let (indicator, language) = (framework.indicator(node), ground.language);
    let (mut own, place) = (assessment(desk, ground), place(ground));
    let read = read(desk, ground, indicator, field, text);
    let fault = match (&read, step) {
        (Err(Unread::Problem(problem)), Step::Finished) => {
            let most = indicator.max_points.value();
            problems::entry_problem(problem, &indicator.rule, most, language)
        }
        (Err(Unread::Missing(names)), Step::Finished) => words::missing(names, language),
        _ => String::new(),
    };
    desk.card.current.clone_from(&field.indicator);
    let is_kept = read.is_err() || step == Step::Typing;
    if read.is_ok() {
        match step {
            Step::Finished => desk.card.drafts.retain(|draft| !is_beside(draft, field)),
            Step::Typing => desk
                .card
                .drafts
                .retain(|draft| !is_beside(draft, field) || is_same_view(&draft.field, field)),
        }
    }
    if is_kept {
        let drafts = &mut desk.card.drafts;
        drafts.retain(|draft| draft.field != *field || draft.place != place);
        drafts.push(Draft {
            place,
            field: field.clone(),
            text: text.to_owned(),
            fault,
        });
    }
    match read {
        Ok(Read::Value(stage, value)) => {
            put(&mut own, &field.indicator, |row| stage.put(row, value));
        }
        Ok(Read::Reference(best)) => {
            put(&mut own, &field.indicator, |row| row.reference = best);
        }
        Err(_) => return,
    }
    assess(desk, own);
}

/// Takes an assessment over.
pub(super) fn assess(desk: &mut Desk, own: Assessment) {
    if let Err(refusal) = desk.assess(own) {
        desk.refusal = Some(refusal);
    }
}

/// Whether a draft is another view of the same value.
fn is_beside(draft: &Draft, field: &Field) -> bool {
    draft.field.indicator == field.indicator && draft.field.stage() == field.stage()
}

/// Whether two fields hold pieces of one view.
fn is_same_view(one: &Field, other: &Field) -> bool {
    matches!(
        (&one.spot, &other.spot),
        (Spot::Figure(..), Spot::Figure(..)) | (Spot::Period(..), Spot::Period(..))
    )
}

fn read(
    desk: &Desk,
    ground: &Ground,
    indicator: &Indicator,
    field: &Field,
    text: &str,
) -> Result<Read, Unread> {
    let (rule, most) = (&indicator.rule, indicator.max_points.value());
    let beside = |spot: Spot| {
        let other = Field {
            indicator: field.indicator.clone(),
            spot,
        };
        match other == *field {
            true => text.to_owned(),
            false => shown(desk, ground, &other, rule),
        }
    };
    match &field.spot {
        Spot::Value(stage) => Ok(Read::Value(*stage, read_entry(rule, most, text)?)),
        Spot::Reference => Ok(Read::Reference(read_reference(rule, text)?)),
        Spot::Figure(stage, _) => {
            let of = |id: &str| beside(Spot::Figure(*stage, id.to_owned()));
            let value = read_figures(rule, ground, of)?;
            if let Some(value) = &value {
                check_entry(rule, most, value)?;
            }
            Ok(Read::Value(*stage, value))
        }
        Spot::Period(stage, _) => {
            let of = |place: usize| beside(Spot::Period(*stage, place));
            let value = read_periods(rule, ground, of)?;
            if let Some(value) = &value {
                check_entry(rule, most, value)?;
            }
            Ok(Read::Value(*stage, value))
        }
    }
}

/// The figures of a ratio, each from its own field; nothing where all are empty.
fn read_figures(
    rule: &Rule,
    ground: &Ground,
    text_of: impl Fn(&str) -> String,
) -> Result<Option<RawValue>, Unread> {
    let (mut figures, mut missing) = (Vec::new(), Vec::new());
    for input in &rule.inputs {
        match read_figure(&text_of(&input.id))? {
            Some(figure) => figures.push((input.id.clone(), figure)),
            None if input.fixed.is_some() => {}
            None => missing.push(words::input(input, ground.language)),
        }
    }
    match missing.is_empty() {
        _ if figures.is_empty() => Ok(None),
        true => Ok(Some(RawValue::Inputs(figures))),
        false => Err(Unread::Missing(missing)),
    }
}

/// A choice for each period; nothing where all are empty.
fn read_periods(
    rule: &Rule,
    ground: &Ground,
    text_of: impl Fn(usize) -> String,
) -> Result<Option<RawValue>, Unread> {
    let RuleKind::PerPeriodSum { periods, .. } = rule.kind else {
        return Err(EntryProblem::Unreadable.into());
    };
    let chosen: Vec<String> = (0..periods).map(text_of).collect();
    let empty = |(_, text): &(usize, &String)| text.is_empty();
    let missing: Vec<String> = chosen
        .iter()
        .enumerate()
        .filter(empty)
        .map(|(place, _)| words::period(place, ground.language))
        .collect();
    match missing.len() {
        0 => Ok(Some(RawValue::Listed(chosen))),
        all if all == periods => Ok(None),
        _ => Err(Unread::Missing(missing)),
    }
}

/// A box that is ticked or not: `society.1 self on news`; without an id it says that none is.
pub(super) fn tick(desk: &mut Desk, object: &str) {
    let Some(ground) = &desk.ground else {
        return;
    };
    let words: Vec<&str> = object.split(' ').collect();
    let (indicator, stage, is_on, id) = match words[..] {
        [indicator, stage, wanted] => (indicator, stage, wanted == "on", None),
        [indicator, stage, wanted, id] => (indicator, stage, wanted == "on", Some(id)),
        _ => return,
    };
    let framework = ground.framework();
    let (Some(stage), Some(node)) = (stage_of(stage), framework.node(indicator)) else {
        return;
    };
    let before = row_of(desk, ground, indicator).and_then(|row| stage.of(row));
    let ticked = match before {
        Some(RawValue::Listed(ids)) => ids.clone(),
        _ => Vec::new(),
    };
    let choices = framework.indicator(node).rule.kind.choices().iter();
    let value = match id {
        Some(id) => {
            let is_ticked = |own: &str| match own == id {
                true => is_on,
                false => ticked.iter().any(|other| other == own),
            };
            let ids = choices.map(|choice| choice.id.clone());
            Some(RawValue::Listed(ids.filter(|own| is_ticked(own)).collect()))
        }
        None => is_on.then(|| RawValue::Listed(Vec::new())),
    };
    let mut own = assessment(desk, ground);
    put(&mut own, indicator, |row| stage.put(row, value));
    assess(desk, own);
}

/// Changes the row of a component; rows without anything go.
pub(super) fn put(own: &mut Assessment, indicator: &str, change: impl FnOnce(&mut Assessed)) {
    if !own.rows.iter().any(|row| row.indicator == indicator) {
        own.rows.push(Assessed {
            indicator: indicator.to_owned(),
            ..Assessed::default()
        });
    }
    if let Some(row) = own.rows.iter_mut().find(|row| row.indicator == indicator) {
        change(row);
    }
    own.rows.retain(|row| {
        let mut stages = AssessmentColumn::ALL.iter();
        row.reference.is_some() || stages.any(|stage| stage.of(row).is_some())
    });
}
