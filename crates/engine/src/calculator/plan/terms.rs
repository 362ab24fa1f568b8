//! The user's terms of a plan (costs, caps, locks) on the nodes of a framework. What is said of an
//! indicator holds for everything below it that is not named itself.

use super::levers::step_nodes;
use super::{PlanLevel, PlanQuestion};
use crate::calculator::{CalculatorError, Given};
use crate::model::{Exact, Framework, Level, Node, Scorecard};
use std::collections::BTreeMap;

/// Cost factors that are allowed.
const COSTS: std::ops::RangeInclusive<f64> = 1e-6..=1e6;

pub(super) struct Terms {
    pub(super) level: PlanLevel,
    costs: BTreeMap<Node, f64>,
    caps: BTreeMap<Node, Exact>,
    locked: BTreeMap<Node, ()>,
}

impl Terms {
    pub(super) fn new(
        framework: &Framework,
        card: &Scorecard,
        question: &PlanQuestion,
    ) -> Result<Self, CalculatorError> {
        let steps = step_nodes(framework, card, question.level);
        let node = |id: &str| plannable(framework, &steps, id);
        let mut terms = Self {
            level: question.level,
            costs: BTreeMap::new(),
            caps: BTreeMap::new(),
            locked: BTreeMap::new(),
        };
        for (id, &cost) in &question.costs {
            let node = node(id)?;
            if !COSTS.contains(&cost) {
                let (indicator, given) = (id.clone(), Given(cost));
                return Err(CalculatorError::CostOutOfRange { indicator, given });
            }
            terms.costs.insert(node, cost);
        }
        for (id, cap) in &question.caps {
            terms.caps.insert(node(id)?, cap.value());
        }
        for id in &question.locked {
            terms.locked.insert(node(id)?, ());
        }
        Ok(terms)
    }

    pub(super) fn cost(&self, framework: &Framework, node: Node) -> f64 {
        nearest(framework, &self.costs, node)
            .copied()
            .unwrap_or(1.0)
    }

    pub(super) fn cap(&self, framework: &Framework, node: Node) -> Exact {
        nearest(framework, &self.caps, node)
            .copied()
            .unwrap_or(Exact::ONE)
    }

    pub(super) fn is_locked(&self, framework: &Framework, node: Node) -> bool {
        nearest(framework, &self.locked, node).is_some()
    }
}

/// What is said of a node, or of the nearest node above it.
fn nearest<'a, T>(framework: &Framework, said: &'a BTreeMap<Node, T>, node: Node) -> Option<&'a T> {
    let mut node = node;
    loop {
        if let Some(found) = said.get(&node) {
            return Some(found);
        }
        node = framework.indicator(node).parent?;
    }
}

/// A main indicator, or a node below one that plans step through.
fn plannable(framework: &Framework, steps: &[Node], id: &str) -> Result<Node, CalculatorError> {
    let is_main = |node: Node| framework.indicator(node).level == Level::Main;
    let node = framework
        .node(id)
        .filter(|&node| is_main(node) || steps.contains(&node));
    let Some(node) = node else {
        let mains = framework.mains().filter(|node| !steps.contains(node));
        let allowed = mains.chain(steps.iter().copied());
        return Err(CalculatorError::UnknownIndicator {
            given: id.to_owned(),
            framework: framework.id().to_owned(),
            allowed: allowed
                .map(|node| framework.indicator(node).id.clone())
                .collect(),
        });
    };
    if framework.indicator(node).scored {
        Ok(node)
    } else {
        Err(CalculatorError::NotScored(id.to_owned()))
    }
}
