//! From a scenario that names things by id to rows and nodes of an edition, or a clear error.

use super::CalculatorError;
use crate::analysis::earned;
use crate::model::{
    Edition, Entry, Exact, Kind, Level, MaxPoints, Maxima, Node, Override, POINTS_DECIMALS, Rivals,
    Scenario,
};
use std::borrow::Borrow;
use std::collections::BTreeMap;

/// Scores to set, by unit and node.
pub(crate) type Entries = BTreeMap<usize, BTreeMap<Node, Exact>>;

/// A scenario on the rows and nodes of its edition.
pub(crate) struct Resolved {
    pub(crate) unit: Option<usize>,
    pub(crate) known: Entries,
    /// What-ifs, and assessed figures where no what-if is on the same node.
    pub(crate) what_if: Entries,
    pub(crate) maxima: Maxima,
    pub(crate) has_changed_maxima: bool,
}

impl Resolved {
    /// No override under these maxima.
    pub(crate) fn new(unit: Option<usize>, maxima: Maxima, has_changed_maxima: bool) -> Self {
        Self {
            unit,
            known: Entries::new(),
            what_if: Entries::new(),
            maxima,
            has_changed_maxima,
        }
    }

    /// The same with these overrides, where none is there yet.
    pub(crate) fn with<O: Borrow<Override>>(
        mut self,
        edition: &Edition,
        overrides: impl Iterator<Item = O>,
    ) -> Result<Self, CalculatorError> {
        let mut assessed = Entries::new();
        for item in overrides {
            let item: &Override = item.borrow();
            let (row, node, score) = resolve_override(edition, &self.maxima, item)?;
            let entries = match item.kind {
                Kind::Known => &mut self.known,
                Kind::WhatIf => &mut self.what_if,
                Kind::Assessed => &mut assessed,
            };
            let own = entries.entry(row).or_default();
            if own.insert(node, score).is_some() {
                let (unit, indicator) = (item.unit.clone(), item.indicator.clone());
                return Err(CalculatorError::Twice {
                    unit,
                    indicator,
                    kind: item.kind,
                });
            }
        }
        for (&row, own) in &assessed {
            let what_if = self.what_if.entry(row).or_default();
            for (&node, &score) in own {
                what_if.entry(node).or_insert(score);
            }
        }
        Ok(self)
    }

    /// Whether the unit in this row is moved by the rivals' mode.
    pub(crate) fn is_rival(&self, position: usize) -> bool {
        let has_entries = [&self.known, &self.what_if]
            .iter()
            .any(|e| e.contains_key(&position));
        self.unit != Some(position) && !has_entries
    }
}

/// Resolves a scenario against the edition that it names.
pub(crate) fn resolve(edition: &Edition, scenario: &Scenario) -> Result<Resolved, CalculatorError> {
    let framework = edition.framework();
    let unit = scenario
        .unit
        .as_deref()
        .map(|id| position(edition, id))
        .transpose()?;
    let mut changes = BTreeMap::new();
    for (id, &max_points) in &scenario.max_points {
        changes.insert(main_indicator(edition, id)?, max_points);
    }
    let maxima = Maxima::changed(framework, &changes);
    if maxima.total() == Exact::ZERO {
        return Err(CalculatorError::NothingCounts);
    }
    if let Rivals::Gain(hundredths) = scenario.rivals {
        let (given, total) = (Exact::decimal(hundredths, POINTS_DECIMALS), maxima.total());
        if given.abs() > total {
            return Err(CalculatorError::GainOutOfRange { given, total });
        }
    }
    let own = |node: &Node, max: &MaxPoints| framework.indicator(*node).max_points != *max;
    let has_changed_maxima = changes.iter().any(|(node, max)| own(node, max));
    let none = Resolved::new(unit, maxima, has_changed_maxima);
    none.with(edition, scenario.overrides.iter())
}

/// Row, node and score of one override.
pub(crate) fn resolve_override(
    edition: &Edition,
    maxima: &Maxima,
    item: &Override,
) -> Result<(usize, Node, Exact), CalculatorError> {
    let row = position(edition, &item.unit)?;
    let framework = edition.framework();
    let node = framework
        .node(&item.indicator)
        .ok_or_else(|| unknown(edition, &item.indicator))?;
    if !framework.indicator(node).scored {
        return Err(CalculatorError::NotScored(item.indicator.clone()));
    }
    let score = match &item.entry {
        Entry::Score(score) | Entry::Share(score) => score.value(),
        Entry::Value(raw) => {
            let earned = earned(framework, node, raw);
            let earned = earned.map_err(|mismatch| CalculatorError::Rule {
                indicator: item.indicator.clone(),
                mismatch,
            })?;
            earned.value()
        }
        Entry::Points(points) => {
            let max_points = maxima.of_node(node);
            if points.value() > max_points {
                return Err(CalculatorError::PointsAboveMax {
                    unit: item.unit.clone(),
                    indicator: item.indicator.clone(),
                    given: points.value(),
                    max_points,
                });
            }
            points.value().div_or(max_points, Exact::ZERO)
        }
    };
    Ok((row, node, score))
}

pub(crate) fn position(edition: &Edition, id: &str) -> Result<usize, CalculatorError> {
    edition
        .position(id)
        .ok_or_else(|| CalculatorError::UnknownUnit {
            given: id.to_owned(),
            edition: edition.id().to_owned(),
        })
}

pub(crate) fn main_indicator(edition: &Edition, id: &str) -> Result<Node, CalculatorError> {
    let framework = edition.framework();
    let node = framework
        .node(id)
        .filter(|&n| framework.indicator(n).level == Level::Main);
    let node = node.ok_or_else(|| {
        let allowed = framework
            .mains()
            .map(|n| framework.indicator(n).id.clone())
            .collect();
        let framework = framework.id().to_owned();
        CalculatorError::UnknownIndicator {
            given: id.to_owned(),
            framework,
            allowed,
        }
    })?;
    if framework.indicator(node).scored {
        Ok(node)
    } else {
        Err(CalculatorError::NotScored(id.to_owned()))
    }
}

fn unknown(edition: &Edition, given: &str) -> CalculatorError {
    let framework = edition.framework();
    let settable = framework
        .nodes()
        .map(|node| framework.indicator(node))
        .filter(|i| i.scored);
    CalculatorError::UnknownIndicator {
        given: given.to_owned(),
        framework: framework.id().to_owned(),
        allowed: settable.map(|indicator| indicator.id.clone()).collect(),
    }
}
