//! What to do next: what each component of a scorecard is worth, and the value that supposes it.

use super::entry::{put, row_of};
use super::goal::{Present, value_for};
use dti_engine::calculator::{Calculator, ComponentWorth};
use dti_engine::model::{Assessment, Exact, Framework, Kind, Node, RawValue, Scenario};
use std::sync::{Arc, Weak};

/// What components are worth, and what it was computed from.
#[derive(Clone, Debug)]
pub struct Worth {
    /// Another one comes with other data. It is only compared: nothing is computed with it again.
    calculator: Weak<Calculator>,
    /// The question that it answers: places are computed without what the unit's own assessment makes of
    /// the scenario.
    scenario: Scenario,
    assessment: Assessment,
    found: Vec<ComponentWorth>,
}

/// How far a component is supposed to go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Goal {
    /// To its maximum.
    Full,
    /// To the next step of its rule.
    Step,
}

impl Worth {
    /// Computes it for a scorecard: some hundred rankings.
    pub fn of(
        calculator: &Arc<Calculator>,
        scenario: &Scenario,
        position: usize,
        assessment: &Assessment,
    ) -> Self {
        let scenario = without_own(scenario, assessment);
        // What cannot be computed is said by the scorecard itself.
        let found = calculator
            .component_worth(&scenario, position, assessment)
            .unwrap_or_default();
        Self {
            calculator: Arc::downgrade(calculator),
            scenario,
            assessment: assessment.clone(),
            found,
        }
    }

    /// Whether it still answers for this: the same data, scenario and scorecard.
    pub fn is_of(
        &self,
        calculator: &Calculator,
        scenario: &Scenario,
        assessment: &Assessment,
    ) -> bool {
        self.is_beside(calculator, assessment)
            && self.assessment == *assessment
            && self.scenario == without_own(scenario, assessment)
    }

    /// Whether it is about the same unit of the same edition, with the same data.
    pub fn is_beside(&self, calculator: &Calculator, assessment: &Assessment) -> bool {
        let own = &self.assessment;
        std::ptr::eq(self.calculator.as_ptr(), calculator)
            && own.edition == assessment.edition
            && own.unit == assessment.unit
    }

    /// The components, what brings most first.
    pub fn found(&self) -> &[ComponentWorth] {
        &self.found
    }

    /// Places that all points of a component would bring.
    pub fn places(&self, node: Node) -> u32 {
        let found = self.found.iter().find(|worth| worth.node == node);
        found.map_or(0, |worth| worth.places)
    }

    /// The value that reaches a goal for a component.
    pub fn value_of(
        &self,
        framework: &Framework,
        worth: &ComponentWorth,
        goal: Goal,
    ) -> Option<RawValue> {
        let share = match goal {
            Goal::Full => Exact::ONE,
            Goal::Step => worth.next.as_ref()?.share,
        };
        let indicator = framework.indicator(worth.node);
        let row = row_of(&self.assessment, &indicator.id);
        let present = Present {
            raw: row.and_then(|row| row.counting()),
            reference: row.and_then(|row| row.reference),
        };
        value_for(
            &indicator.rule,
            indicator.max_points.value(),
            share,
            present,
        )
    }

    /// What counts now of a component.
    pub fn counting(&self, framework: &Framework, node: Node) -> Option<&RawValue> {
        row_of(&self.assessment, &framework.indicator(node).id)?.counting()
    }

    /// The scorecard with the what-if of a component at a goal; `None` where no value reaches it.
    pub fn supposed(
        &self,
        framework: &Framework,
        own: &Assessment,
        node: Node,
        goal: Goal,
    ) -> Option<Assessment> {
        let worth = self.found.iter().find(|worth| worth.node == node)?;
        let value = self.value_of(framework, worth, goal)?;
        let mut next = own.clone();
        put(&mut next, &framework.indicator(node).id, |row| {
            row.what_if = Some(value);
        });
        Some(next)
    }
}

/// A scenario without what a scorecard makes of it.
fn without_own(scenario: &Scenario, own: &Assessment) -> Scenario {
    let mut scenario = scenario.clone();
    scenario
        .overrides
        .retain(|other| other.kind != Kind::Assessed || other.unit != own.unit);
    scenario
}
