//! A scenario on an edition: each unit's total and card in fractions, before anyone is ranked.

use super::CalculatorError;
use super::baseline::{Baseline, missing_figures};
use super::resolve::Resolved;
use crate::analysis::{Depth, KnownRefusal, apply_to, formula_total, gain, mean, refill, total};
use crate::catalogue::Catalogue;
use crate::model::{Edition, Exact, Level, Node, Note, Origin, Rivals, Scenario, Scorecard};
use std::collections::BTreeMap;

use std::sync::Arc;

/// One unit under a scenario, before ranking. Totals are unrounded and may leave `0..=1` until a
/// rival's movement has been added.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    pub(crate) own_total: Exact,
    pub(crate) rival_change: Option<Exact>,
    pub(crate) baseline_total: Exact,
    /// Values from which the what-ifs moved: the baseline with known figures put in.
    pub(crate) present: Scorecard,
    pub(crate) card: Scorecard,
    pub(crate) estimated: bool,
    /// Whether everything but a rival's movement is as in the baseline, max points too.
    pub(crate) is_unchanged: bool,
}

impl Outcome {
    /// The unit's total, unrounded.
    pub(crate) fn unrounded(&self) -> Exact {
        self.moved_from(self.own_total)
    }

    /// Another total of the unit's own, with the same rival's movement.
    pub(crate) fn moved_from(&self, own_total: Exact) -> Exact {
        moved(own_total, self.rival_change)
    }
}

/// A total with what a rival moves by: everything is added first and kept in range once.
pub(crate) fn moved(own_total: Exact, change: Option<Exact>) -> Exact {
    let total = change.map_or(own_total, |change| own_total + change);
    total.clamp_to(Exact::ZERO, Exact::ONE)
}

/// Every unit of the edition under the scenario, in the edition's order.
pub(super) fn outcomes(
    catalogue: &Catalogue,
    edition: &Arc<Edition>,
    baseline: &Baseline,
    scenario: &Scenario,
    resolved: &Resolved,
) -> Result<Vec<Outcome>, CalculatorError> {
    let trend = || trend(catalogue, edition);
    let changes = rival_changes(edition, trend, scenario.rivals, resolved.maxima.total())?;
    let mut outcomes = Vec::with_capacity(baseline.cards.len());
    for (position, (card, &published)) in baseline.cards.iter().zip(&baseline.totals).enumerate() {
        let unit = (position, card, published);
        let mut outcome = one_unit(edition, baseline, resolved, unit, Depth::All)?;
        let change = changes
            .as_ref()
            .and_then(|changes| changes.get(position))
            .copied();
        outcome.rival_change = change.filter(|_| resolved.is_rival(position));
        outcomes.push(outcome);
    }
    Ok(outcomes)
}

/// One unit of the edition under the scenario, without a rival's movement.
pub(crate) fn outcome_of(
    edition: &Edition,
    baseline: &Baseline,
    resolved: &Resolved,
    position: usize,
) -> Result<Outcome, CalculatorError> {
    outcome_to(Depth::All, edition, baseline, resolved, position)
}

/// The same with a card that is up to date to some depth.
pub(crate) fn outcome_to(
    depth: Depth,
    edition: &Edition,
    baseline: &Baseline,
    resolved: &Resolved,
    position: usize,
) -> Result<Outcome, CalculatorError> {
    match (baseline.cards.get(position), baseline.totals.get(position)) {
        (Some(card), Some(&published)) => one_unit(
            edition,
            baseline,
            resolved,
            (position, card, published),
            depth,
        ),
        _ => Err(CalculatorError::NoUnit(edition.id().to_owned())),
    }
}

fn one_unit(
    edition: &Edition,
    baseline: &Baseline,
    resolved: &Resolved,
    (position, card, published): (usize, &Scorecard, Exact),
    depth: Depth,
) -> Result<Outcome, CalculatorError> {
    let nothing = BTreeMap::new();
    let known = resolved.known.get(&position);
    let what_if = resolved.what_if.get(&position).unwrap_or(&nothing);
    let unchanged = known.is_none() && what_if.is_empty() && !resolved.has_changed_maxima;
    if unchanged {
        return Ok(Outcome {
            own_total: published,
            rival_change: None,
            baseline_total: published,
            present: card.clone(),
            card: card.clone(),
            estimated: card.origin(Node::ROOT) == Some(Origin::Imputed),
            is_unchanged: true,
        });
    }
    let framework = edition.framework();
    let present = match known {
        None => card.clone(),
        Some(known) => put_known(edition, baseline, position, card, known)?,
    };
    let name = |node: Node| framework.indicator(node).id.clone();
    let unit = edition
        .units()
        .get(position)
        .map(|unit| unit.id.clone())
        .unwrap_or_default();
    let applied = apply_to(depth, framework, &resolved.maxima, &present, what_if);
    let mut applied = applied.map_err(|out| {
        let given = what_if
            .get(&out.node)
            .copied()
            .unwrap_or_else(|| present.score(out.node));
        let (low, high) = (out.low, out.high);
        CalculatorError::Unreachable {
            unit,
            indicator: name(out.node),
            given,
            low,
            high,
        }
    })?;
    if framework.is_composite() {
        let total = formula_total(framework, &resolved.maxima, &applied.card, what_if);
        let origin = applied.card.origin(Node::ROOT).unwrap_or(Origin::Derived);
        applied.card.put(Node::ROOT, total, origin);
    }
    let is_same = !resolved.has_changed_maxima && applied.card == present;
    let own_total = if is_same {
        published
    } else {
        total(
            framework,
            &resolved.maxima,
            published,
            &present,
            &applied.card,
        )
    };
    Ok(Outcome {
        own_total,
        rival_change: None,
        baseline_total: published,
        present,
        card: applied.card,
        estimated: applied.estimated,
        is_unchanged: false,
    })
}

fn put_known(
    edition: &Edition,
    baseline: &Baseline,
    position: usize,
    card: &Scorecard,
    known: &BTreeMap<Node, Exact>,
) -> Result<Scorecard, CalculatorError> {
    let framework = edition.framework();
    if edition.header().is_own {
        return Err(CalculatorError::OwnFigures(edition.id().to_owned()));
    }
    let row = edition.rows().get(position).cloned().unwrap_or_default();
    let unit = edition
        .units()
        .get(position)
        .map(|unit| unit.id.clone())
        .unwrap_or_default();
    let name = |node: Node| framework.indicator(node).id.clone();
    let refilled = refill(framework, &baseline.profile, &row, card, known);
    let refusal = match refilled {
        Ok(completion) => return Ok(completion.card),
        Err(refusal) => refusal,
    };
    Err(match refusal {
        KnownRefusal::OnFile { node, origin } => CalculatorError::OnFile {
            unit,
            indicator: name(node),
            origin,
        },
        KnownRefusal::Unreachable { node, low, high } => {
            let given = known.get(&node).copied().unwrap_or(Exact::ZERO);
            CalculatorError::Unreachable {
                unit,
                indicator: name(node),
                given,
                low,
                high,
            }
        }
        KnownRefusal::SumMissed { by, allowed } => {
            CalculatorError::KnownSumMissed { unit, by, allowed }
        }
        KnownRefusal::Missing(missing) => missing_figures(edition, &unit, &missing),
    })
}

/// Each unit's movement under the rivals' mode, in the edition's order; `None` when frozen. `trend`
/// is that of the edition, `total` the max points of the whole.
pub(crate) fn rival_changes(
    edition: &Edition,
    trend: impl FnOnce() -> Option<Vec<Exact>>,
    rivals: Rivals,
    total: Exact,
) -> Result<Option<Vec<Exact>>, CalculatorError> {
    match rivals {
        Rivals::Frozen => Ok(None),
        Rivals::Gain(hundredths) => Ok(Some(vec![gain(hundredths, total); edition.units().len()])),
        Rivals::Trend => {
            let no_trend = || CalculatorError::NoTrend(edition.id().to_owned());
            trend().map(Some).ok_or_else(no_trend)
        }
    }
}

fn previous<'a>(catalogue: &'a Catalogue, edition: &Edition) -> Option<(&'a Arc<Edition>, bool)> {
    let previous = edition.header().previous.as_ref()?;
    Some((catalogue.edition(&previous.edition)?, previous.merged))
}

/// Published score less that of the edition before, unrounded; `None` where one is not on file.
pub(super) fn trend(catalogue: &Catalogue, edition: &Edition) -> Option<Vec<Exact>> {
    let (before, is_merged) = previous(catalogue, edition)?;
    // Of each unit the scores of those that became it.
    let mut earlier = vec![Vec::new(); edition.units().len()];
    for (former, row) in before.units().iter().zip(before.rows()) {
        let became = match is_merged {
            true => catalogue.merged_into(&former.id)?,
            false => &former.id,
        };
        let own = edition.position(became);
        if let Some(own) = own.and_then(|own| earlier.get_mut(own)) {
            own.push((Exact::ONE, row.total.as_ref()?.value));
        }
    }
    let now = edition.rows().iter().zip(earlier);
    now.map(|(row, earlier)| {
        let total = row.total.as_ref()?.value;
        (!earlier.is_empty()).then(|| total - mean(&earlier))
    })
    .collect()
}

impl super::Calculator {
    /// Whether rivals can repeat last year's change in this edition.
    pub fn has_trend(&self, edition: &str) -> bool {
        let edition = self.edition(edition).ok();
        edition.is_some_and(|edition| trend(&self.catalogue, edition).is_some())
    }
}

/// Whether rivals that repeat last year's change repeat one between two frameworks.
pub(super) fn is_trend_across_frameworks(catalogue: &Catalogue, edition: &Edition) -> bool {
    let before = previous(catalogue, edition).map(|(before, _)| before.framework().id());
    before != Some(edition.framework().id())
}

/// What must be said of a scenario beside its ranks and figures: of the nodes that are entered, and
/// of what rivals do.
pub(crate) fn scenario_notes(
    edition: &Edition,
    mut entered: impl Iterator<Item = Node>,
    rivals: Rivals,
    is_trend_across_frameworks: impl FnOnce() -> bool,
) -> Vec<Note> {
    let mut notes = Vec::new();
    let (framework, year) = (edition.framework(), edition.header().year);
    let rules_of = framework.header().rules_of;
    let is_of_another_year = rules_of.is_some_and(|rules_of| rules_of != year);
    let is_component = |node: Node| framework.indicator(node).level > Level::Main;
    if is_of_another_year && entered.any(is_component) {
        notes.push(Note::RulesOfAnotherYear);
    }
    if rivals != Rivals::Frozen {
        notes.push(Note::RivalsMoveTotalsOnly);
    }
    if rivals == Rivals::Trend && is_trend_across_frameworks() {
        notes.push(Note::TrendAcrossFrameworks);
    }
    notes
}
