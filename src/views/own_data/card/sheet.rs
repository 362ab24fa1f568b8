//! A scorecard that is being filled: what all of its parts follow.

use super::super::desk::Desk;
use crate::browser::timing::{Debounce, after_paint};
use crate::components::flag;
use dti_engine::calculator::{AssessmentColumn, CalculatorError, ComponentCard, ComponentLine};
use dti_engine::model::{Assessment, Edition, Node};
use dti_own_data::card::{Drafts, Field, Goal, Step, Worth, tick};
use leptos::prelude::*;
use std::sync::Arc;

/// What components are worth is computed anew this long after the last change: some hundred rankings are too
/// slow for each step of a slider and each keystroke.
const WORTH_MS: u32 = 300;

/// The scorecard of one unit of one edition. A copy is as good as the other.
#[derive(Clone, Copy)]
pub(super) struct Sheet {
    pub(super) desk: Desk,
    edition: StoredValue<Arc<Edition>>,
    /// Row of the unit.
    pub(super) position: usize,
    /// What is entered.
    pub(super) assessment: Memo<Assessment>,
    /// What that comes to; `None` where it cannot be computed.
    pub(super) card: Memo<Option<ComponentCard>>,
    /// Why not.
    pub(super) error: Memo<Option<CalculatorError>>,
    /// The stage whose field stands in the lines: the reader's choice for this scorecard, else what the unit
    /// gives itself.
    pub(super) stage: Memo<AssessmentColumn>,
    /// What its components are worth, as it was computed last.
    pub(super) worth: RwSignal<Option<Arc<Worth>>>,
    /// Whether something changed since.
    pub(super) is_outdated: Signal<bool>,
}

/// Edition and unit of a scorecard.
fn place(own: &Assessment) -> [String; 2] {
    [own.edition.clone(), own.unit.clone()]
}

impl Sheet {
    /// That of the unit on screen.
    pub(super) fn new(desk: Desk) -> Self {
        let state = desk.state;
        let edition = state.edition.get_untracked();
        let position = state.subject_untracked();
        let (id, unit) = (edition.id().to_owned(), state.id(position));
        let assessment = Memo::new(move |_| desk.own.with(|own| own.assessment(&id, &unit)));
        let found = Memo::new(move |_| {
            let (calculator, scenario) = (state.calculator.get(), state.scenario());
            assessment.with(|own| calculator.component_card(&scenario, position, own))
        });
        let worth = RwSignal::new(None::<Arc<Worth>>);
        let sheet = Self {
            desk,
            edition: StoredValue::new(edition),
            position,
            assessment,
            card: Memo::new(move |_| found.with(|found| found.as_ref().ok().cloned())),
            error: Memo::new(move |_| found.with(|found| found.as_ref().err().cloned())),
            stage: Memo::new(move |_| {
                let (own, chosen) = (assessment.with(place), desk.stage.get());
                let chosen = chosen.filter(|(place, _)| *place == own);
                chosen.map_or(AssessmentColumn::SelfAssessed, |(_, stage)| stage)
            }),
            worth,
            is_outdated: flag(move || {
                let scenario = state.scenario();
                worth.with(|worth| {
                    worth.as_ref().is_some_and(|worth| {
                        assessment.with(|own| !worth.is_of(&state.calculator.get(), &scenario, own))
                    })
                })
            }),
        };
        sheet.follow_worth();
        sheet
    }

    /// Has what components are worth computed once the sheet is painted, and after each pause.
    fn follow_worth(self) {
        let pause = Debounce::new(WORTH_MS);
        after_paint(0, move || self.compute_worth());
        Effect::new(move || {
            if self.is_outdated.get() {
                self.assessment.track();
                self.desk.state.session.track();
                pause.run(move || self.compute_worth());
            }
        });
    }

    /// Computes what components are worth.
    pub(super) fn compute_worth(self) {
        let state = self.desk.state;
        // The sheet may be gone meanwhile.
        let Some(own) = self.assessment.try_get_untracked() else {
            return;
        };
        let scenario = untrack(|| state.scenario());
        if scenario.edition != own.edition {
            return;
        }
        let calculator = state.calculator.get_untracked();
        let worth = Worth::of(&calculator, &scenario, self.position, &own);
        self.worth.try_set(Some(Arc::new(worth)));
    }

    /// Its edition.
    pub(super) fn edition(self) -> Arc<Edition> {
        self.edition.get_value()
    }

    /// Something of what it comes to; nothing where that cannot be computed.
    pub(super) fn of_card<T: Default + Send + Sync + 'static>(
        self,
        ask: fn(&ComponentCard) -> T,
    ) -> Signal<T> {
        Signal::derive(move || {
            self.card
                .with(|card| card.as_ref().map(ask).unwrap_or_default())
        })
    }

    /// The line of an indicator.
    pub(super) fn line(self, node: Node) -> Option<ComponentLine> {
        self.card.with(|card| {
            let mains = card.as_ref()?.mains.iter();
            let mut lines = mains.flat_map(|main| std::iter::once(&main.own).chain(&main.lines));
            lines.find(|line| line.node == node).cloned()
        })
    }

    /// Puts the fields of a stage into the lines.
    pub(super) fn choose_stage(self, stage: AssessmentColumn) {
        let own = self.assessment.with_untracked(place);
        self.desk.stage.set(Some((own, stage)));
    }

    /// Takes in what is typed or chosen in a field.
    pub(super) fn enter(self, field: &Field, text: &str, step: Step) {
        self.desk.current.set(field.indicator.clone());
        let language = self.desk.state.language.get_untracked();
        let own = self.assessment.get_untracked();
        let edition = self.edition();
        let next = self.desk.drafts.try_update(|drafts| {
            drafts.type_in(edition.framework(), &own, (field, text, step), language)
        });
        if let Some(next) = next.flatten() {
            self.desk.assess(next);
        }
    }

    /// Puts these parts of a component into a stage; `None` where nothing is entered.
    pub(super) fn tick(self, indicator: &str, stage: AssessmentColumn, parts: Option<&[String]>) {
        let own = self.assessment.get_untracked();
        let edition = self.edition();
        if let Some(next) = tick(edition.framework(), &own, (indicator, stage), parts) {
            self.desk.assess(next);
        }
    }

    /// Supposes that a component reaches a goal.
    pub(super) fn suppose(self, node: Node, goal: Goal) {
        let own = self.assessment.get_untracked();
        let edition = self.edition();
        let next = self.worth.with_untracked(|worth| {
            let worth = worth.as_ref()?;
            worth.supposed(edition.framework(), &own, node, goal)
        });
        if let Some(next) = next {
            self.desk.assess(next);
        }
    }

    /// Takes everything out that was entered and is being typed.
    pub(super) fn clear(self) {
        let own = self.assessment.get_untracked();
        self.desk.drafts.set(Drafts::default());
        self.desk
            .deed(|brought, _ground| brought.clear(&own.edition, &own.unit).map(Some));
    }

    /// Forgets what is typed for the value of a field.
    pub(super) fn forget(self, field: &Field) {
        let own = self.assessment.get_untracked();
        self.desk.drafts.update(|drafts| drafts.forget(&own, field));
    }
}
