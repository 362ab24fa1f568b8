//! What is typed and chosen in the detailed scorecard, made into values of the assessment. What a person
//! types stays on screen, right or wrong; the last good value stays until then.

use super::field::{Field, Spot};
use super::unplaced;
use dti_engine::calculator::{AssessmentColumn, ComponentCard};
use dti_engine::model::{
    Assessed, Assessment, Exact, Framework, Indicator, RawValue, Rule, RuleKind,
};
use dti_formats::link::Language;
use dti_formats::{EntryProblem, check_entry, read_entry, read_figure, read_reference};

/// What is wrong with what is typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// It is not what the rule takes.
    Problem(EntryProblem),
    /// Figures of a ratio are not there yet: their ids.
    MissingFigures(Vec<String>),
    /// Periods are not chosen yet, counted from 0.
    MissingPeriods(Vec<usize>),
}

impl From<EntryProblem> for Fault {
    fn from(problem: EntryProblem) -> Self {
        Self::Problem(problem)
    }
}

/// A text that is being typed.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Draft {
    /// Edition and unit.
    place: [String; 2],
    field: Field,
    text: String,
    /// What is wrong with it, once it is finished.
    fault: Option<Fault>,
}

impl Draft {
    fn is_of(&self, own: &Assessment) -> bool {
        let [edition, unit] = &self.place;
        *edition == own.edition && *unit == own.unit
    }

    /// Whether it is a view of the same value of the same scorecard.
    fn is_beside(&self, own: &Assessment, field: &Field) -> bool {
        let is_same = self.field.indicator == field.indicator;
        is_same && self.field.stage() == field.stage() && self.is_of(own)
    }

    /// Whether both hold pieces of one view.
    fn is_same_view(&self, field: &Field) -> bool {
        matches!(
            (&self.field.spot, &field.spot),
            (Spot::Figure(..), Spot::Figure(..)) | (Spot::Period(..), Spot::Period(..))
        )
    }
}

/// Whether a text may still grow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// It is being typed.
    Typing,
    /// The field was left, or the choice is made.
    Finished,
}

/// The texts that are being typed, of all scorecards.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Drafts(Vec<Draft>);

impl Drafts {
    fn find(&self, own: &Assessment, field: &Field) -> Option<&Draft> {
        let mut drafts = self.0.iter();
        drafts.find(|draft| draft.is_of(own) && draft.field == *field)
    }

    /// What a field of a scorecard shows.
    pub fn shown(
        &self,
        own: &Assessment,
        field: &Field,
        rule: &Rule,
        language: Language,
    ) -> String {
        match self.find(own, field) {
            Some(draft) => draft.text.clone(),
            None => field.text(rule, row_of(own, &field.indicator), language),
        }
    }

    /// What is wrong with a field that was left.
    pub fn fault(&self, own: &Assessment, field: &Field) -> Option<&Fault> {
        self.find(own, field)?.fault.as_ref()
    }

    /// What is wrong with any field of a stage that was left; of the reference value where there is none.
    pub fn stage_fault(
        &self,
        own: &Assessment,
        indicator: &str,
        stage: Option<AssessmentColumn>,
    ) -> Option<&Fault> {
        let mut drafts = self.0.iter().filter(|draft| draft.is_of(own));
        drafts.find_map(|draft| {
            let is_meant = draft.field.indicator == indicator && draft.field.stage() == stage;
            draft.fault.as_ref().filter(|_| is_meant)
        })
    }

    /// Forgets what is typed for a value of a scorecard: its field shows again what is entered.
    pub fn forget(&mut self, own: &Assessment, field: &Field) {
        self.0.retain(|draft| !draft.is_beside(own, field));
    }

    /// Forgets everything that is typed.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Takes a text in; gives the assessment with its value, or `None` where it is none yet.
    pub fn type_in(
        &mut self,
        framework: &Framework,
        own: &Assessment,
        (field, text, step): (&Field, &str, Step),
        language: Language,
    ) -> Option<Assessment> {
        let indicator = framework.indicator(framework.node(&field.indicator)?);
        let typed = Typed {
            drafts: self,
            own,
            indicator,
            language,
        };
        let read = typed.read(field, text);
        if read.is_ok() {
            let is_typing = step == Step::Typing;
            self.0.retain(|draft| {
                !draft.is_beside(own, field) || is_typing && draft.is_same_view(field)
            });
        }
        if read.is_err() || step == Step::Typing {
            self.0
                .retain(|draft| draft.field != *field || !draft.is_of(own));
            let fault = read.as_ref().err().filter(|_| step == Step::Finished);
            self.0.push(Draft {
                place: [own.edition.clone(), own.unit.clone()],
                field: field.clone(),
                text: text.to_owned(),
                fault: fault.cloned(),
            });
        }
        let mut next = own.clone();
        match read.ok()? {
            Read::Value(stage, value) => {
                put(&mut next, &field.indicator, |row| stage.put(row, value));
            }
            Read::Reference(best) => {
                put(&mut next, &field.indicator, |row| row.reference = best);
            }
        }
        Some(next)
    }
}

/// What a text gives.
enum Read {
    Value(AssessmentColumn, Option<RawValue>),
    Reference(Option<Exact>),
}

/// A component in which something is typed.
struct Typed<'a> {
    drafts: &'a Drafts,
    own: &'a Assessment,
    indicator: &'a Indicator,
    language: Language,
}

impl Typed<'_> {
    fn read(&self, field: &Field, text: &str) -> Result<Read, Fault> {
        let (rule, most) = (&self.indicator.rule, self.indicator.max_points.value());
        let beside = |spot: Spot| {
            let other = Field {
                indicator: field.indicator.clone(),
                spot,
            };
            match other == *field {
                true => text.to_owned(),
                false => self.drafts.shown(self.own, &other, rule, self.language),
            }
        };
        let checked = |stage, value: Option<RawValue>| {
            if let Some(value) = &value {
                check_entry(rule, most, value)?;
            }
            Ok(Read::Value(stage, value))
        };
        match &field.spot {
            Spot::Value(stage) => Ok(Read::Value(*stage, read_entry(rule, most, text)?)),
            Spot::Reference => Ok(Read::Reference(read_reference(rule, text)?)),
            Spot::Figure(stage, _) => {
                let of = |id: &str| beside(Spot::Figure(*stage, id.to_owned()));
                checked(*stage, read_figures(rule, of)?)
            }
            Spot::Period(stage, _) => {
                let of = |place: usize| beside(Spot::Period(*stage, place));
                checked(*stage, read_periods(rule, of)?)
            }
        }
    }
}

/// The figures of a ratio, each from its own field; nothing where all are empty.
fn read_figures(rule: &Rule, text_of: impl Fn(&str) -> String) -> Result<Option<RawValue>, Fault> {
    let (mut figures, mut missing) = (Vec::new(), Vec::new());
    for input in &rule.inputs {
        match read_figure(&text_of(&input.id))? {
            Some(figure) => figures.push((input.id.clone(), figure)),
            None if input.fixed.is_some() => {}
            None => missing.push(input.id.clone()),
        }
    }
    match missing.is_empty() {
        _ if figures.is_empty() => Ok(None),
        true => Ok(Some(RawValue::Inputs(figures))),
        false => Err(Fault::MissingFigures(missing)),
    }
}

/// A choice for each period; nothing where all are empty.
fn read_periods(rule: &Rule, text_of: impl Fn(usize) -> String) -> Result<Option<RawValue>, Fault> {
    let RuleKind::PerPeriodSum { periods, .. } = rule.kind else {
        return Err(EntryProblem::Unreadable.into());
    };
    let chosen: Vec<String> = (0..periods).map(text_of).collect();
    let empty = |place: &usize| chosen.get(*place).is_none_or(String::is_empty);
    let missing: Vec<usize> = (0..periods).filter(empty).collect();
    match missing.len() {
        0 => Ok(Some(RawValue::Listed(chosen))),
        all if all == periods => Ok(None),
        _ => Err(Fault::MissingPeriods(missing)),
    }
}

/// What is entered for a component.
pub(super) fn row_of<'a>(own: &'a Assessment, indicator: &str) -> Option<&'a Assessed> {
    own.rows.iter().find(|row| row.indicator == indicator)
}

/// A component with these of its parts, in the order of its rule, for a stage; without any list the value
/// is taken out. `None` where its rule has no parts.
pub fn tick(
    framework: &Framework,
    own: &Assessment,
    (indicator, stage): (&str, AssessmentColumn),
    parts: Option<&[String]>,
) -> Option<Assessment> {
    let rule = &framework.indicator(framework.node(indicator)?).rule;
    let (RuleKind::Parts(choices) | RuleKind::CountShare(choices)) = &rule.kind else {
        return None;
    };
    let value = parts.map(|ticked| {
        let ids = choices.iter().map(|choice| choice.id.clone());
        RawValue::Listed(ids.filter(|own| ticked.contains(own)).collect())
    });
    let mut next = own.clone();
    put(&mut next, indicator, |row| stage.put(row, value));
    Some(next)
}

/// A scorecard without the values that cannot count and have no row of their own.
pub(super) fn without_unplaced(
    framework: &Framework,
    own: &Assessment,
    card: &ComponentCard,
) -> Assessment {
    let mut next = own.clone();
    // Backwards: of two rows of one component the first stays.
    for fault in unplaced(framework, card) {
        let mut rows = next.rows.iter();
        if let Some(last) = rows.rposition(|row| row.indicator == fault.indicator) {
            next.rows.remove(last);
        }
    }
    next
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
