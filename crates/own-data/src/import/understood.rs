//! A table understood, and what it would change: the kinds of tables behind one face.

use super::Table;
use dti_engine::calculator::earned_points;
use dti_engine::model::{Assessed, Assessment, ComponentList, Edition, ResultsTable};
use dti_formats::{
    Column, DecimalMark, Draft, DraftRow, Earned, Finding, FindingKind, MainNumber, Own,
    ResultsChange, Scale, Severity, TableKind, UnitQuestion, read_assessment, read_component_list,
    read_list_and_card, read_results, results_change,
};

/// What a table means, whatever its kind.
#[derive(Clone, PartialEq, Debug)]
pub struct Understood {
    /// Its columns.
    pub columns: Vec<Column>,
    /// The first row below its headings.
    pub first_row: usize,
    /// The mark before decimals.
    pub mark: DecimalMark,
    /// What its scores are, where it has some.
    pub scale: Option<Scale>,
    /// The rows that are read.
    pub rows: Vec<DraftRow>,
    /// First numbers of a list in which no row names the main indicators.
    pub mains: Vec<MainNumber>,
    /// Names that are not exactly one unit.
    pub questions: Vec<UnitQuestion>,
    /// What was found in it.
    pub findings: Vec<Finding>,
    /// What is taken over, if nothing stands in the way.
    value: Option<Value>,
}

#[derive(Clone, PartialEq, Debug)]
enum Value {
    List(ComponentList),
    Card(Assessment),
    ListAndCard(ComponentList, Assessment),
    Results(ResultsTable),
}

/// What taking a table over changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// Results of all units.
    Results(ResultsChange),
    /// A component list.
    List(ListChange),
    /// A scorecard.
    Card(CardChange),
    /// Both.
    ListAndCard(ListChange, CardChange),
}

/// What a component list brings, and what becomes of one that was loaded before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListChange {
    /// Components and criteria in it.
    pub components: usize,
    /// Main indicators that they belong to.
    pub mains: usize,
    /// Components loaded before that it takes the place of, with the ids of their main indicators.
    pub replaced: (usize, Vec<String>),
    /// Those that stay.
    pub kept: (usize, Vec<String>),
}

/// What a scorecard brings, and how much it takes the place of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CardChange {
    /// Id of the unit.
    pub unit: String,
    /// Values in it.
    pub values: usize,
    /// Values before.
    pub before: usize,
}

const EARNED: Earned = |framework, node, raw| earned_points(framework, node, raw).ok();

impl Understood {
    /// Reads a table for an edition.
    pub fn of(table: &Table, edition: &Edition) -> Self {
        let (grid, choices) = (&table.grid, &table.choices);
        match table.kind {
            TableKind::Components => {
                let draft = read_component_list(grid, edition.framework(), choices);
                Self::from_draft(draft, Value::List)
            }
            TableKind::Scorecard => {
                let draft = read_assessment(grid, edition, &table.unit, choices, EARNED);
                Self::from_draft(draft, Value::Card)
            }
            TableKind::ListAndCard => {
                let draft = read_list_and_card(grid, edition, &table.unit, choices, EARNED);
                Self::from_draft(draft, |(list, card)| Value::ListAndCard(list, card))
            }
            TableKind::Results => {
                Self::from_draft(read_results(grid, edition, choices), Value::Results)
            }
        }
    }

    fn from_draft<T>(draft: Draft<T>, value: impl FnOnce(T) -> Value) -> Self {
        Self {
            columns: draft.columns.clone(),
            first_row: draft.first_row,
            mark: draft.mark,
            scale: draft.scale,
            rows: draft.rows.clone(),
            mains: draft.mains.clone(),
            questions: draft.questions.clone(),
            findings: draft.findings.clone(),
            value: draft.finish().ok().map(value),
        }
    }

    /// Findings of one severity.
    pub fn found(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .filter(move |finding| finding.severity() == severity)
    }

    /// The year that the table says it is of, where that is another one than its edition's.
    pub fn other_year(&self) -> Option<u16> {
        self.findings.iter().find_map(|finding| match finding.kind {
            FindingKind::OtherYear { written, .. } => Some(written),
            _ => None,
        })
    }

    /// What would change; `None` while something stands in the way.
    pub fn change(&self, own: &Own, edition: &Edition) -> Option<Change> {
        Some(match self.value.as_ref()? {
            Value::Results(table) => Change::Results(results_change(edition, table)),
            Value::List(list) => Change::List(list_change(list, own)),
            Value::Card(card) => Change::Card(card_change(card, own)),
            Value::ListAndCard(list, card) => {
                Change::ListAndCard(list_change(list, own), card_change(card, own))
            }
        })
    }

    /// What the reader brought, with the table in it; `None` while something stands in the way.
    pub(super) fn with(self, own: &Own) -> Option<Own> {
        let mut next = own.clone();
        match self.value? {
            Value::List(list) => put_list(&mut next, list),
            Value::Card(card) => next.assess(card),
            Value::ListAndCard(list, card) => {
                put_list(&mut next, list);
                next.assess(card);
            }
            Value::Results(table) => {
                next.results.retain(|other| other.edition != table.edition);
                next.results.push(table);
            }
        }
        Some(next)
    }
}

fn card_change(card: &Assessment, own: &Own) -> CardChange {
    let before = own.assessment(&card.edition, &card.unit);
    CardChange {
        unit: card.unit.clone(),
        values: values(&card.rows),
        before: before.map_or(0, |before| values(&before.rows)),
    }
}

fn list_change(list: &ComponentList, own: &Own) -> ListChange {
    let mut before = own.lists.iter();
    let before = before.rfind(|other| other.framework == list.framework);
    let mains = list.mains();
    let below = |is_here: bool| {
        let Some(before) = before else {
            return (0, Vec::new());
        };
        let rows = before.rows.iter();
        let rows = rows.filter(|row| mains.contains(&before.main_of(row)) == is_here);
        let own = before.mains().into_iter();
        let own = own.filter(|main| mains.contains(main) == is_here);
        (rows.count(), own.map(str::to_owned).collect())
    };
    ListChange {
        components: list.rows.len(),
        mains: mains.len(),
        replaced: below(true),
        kept: below(false),
    }
}

/// How many values there are.
fn values(rows: &[Assessed]) -> usize {
    let values = |row: &Assessed| {
        let Assessed {
            own,
            reviewed,
            explained,
            verified,
            what_if,
            ..
        } = row;
        let all = [own, reviewed, explained, verified, what_if];
        all.into_iter().flatten().count()
    };
    rows.iter().map(values).sum()
}

/// Puts a list beside what an earlier one has of other main indicators.
fn put_list(own: &mut Own, list: ComponentList) {
    let is_same = |other: &&ComponentList| other.framework == list.framework;
    let before = own.lists.iter().rfind(is_same);
    let list = before.map_or_else(|| list.clone(), |before| before.with_newer(&list));
    own.lists.retain(|other| other.framework != list.framework);
    own.lists.push(list);
}
