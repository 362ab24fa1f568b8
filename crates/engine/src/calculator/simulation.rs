//! A scenario on an edition: every unit's total, rank and pillars, beside the baseline.

use super::baseline::{Baseline, missing_figures};
use super::resolve::{Resolved, resolve};
use super::{CalculatorError, rounding};
use crate::analysis::{
    KnownRefusal, apply, formula_total, gain, mean, pillars, rank_with, refill, total, with_ties,
};
use crate::catalogue::Catalogue;
use crate::model::{
    Edition, Exact, Framework, Maxima, Node, Note, Origin, PillarStanding, Rivals, Scenario,
    Scorecard, SortedMap, Standing, Standings,
};

use std::sync::Arc;

/// One unit under a scenario, before ranking. Totals are unrounded and may leave `0..=1` until a
/// rival's movement has been added.
pub(crate) struct Outcome {
    pub(crate) own_total: Exact,
    pub(crate) rival_change: Option<Exact>,
    pub(crate) baseline_total: Exact,
    /// Values from which the what-ifs moved: the baseline with known figures put in.
    pub(crate) present: Scorecard,
    pub(crate) card: Scorecard,
    pub(crate) estimated: bool,
}

impl Outcome {
    /// Everything is added first and kept in range once.
    pub(crate) fn unrounded(&self) -> Exact {
        self.moved_from(self.own_total)
    }

    /// Another total of the unit's own, with the same rival's movement.
    pub(crate) fn moved_from(&self, own_total: Exact) -> Exact {
        let total = own_total + self.rival_change.unwrap_or(Exact::ZERO);
        total.clamp_to(Exact::ZERO, Exact::ONE)
    }
}

pub(super) fn simulate(
    catalogue: &Catalogue,
    edition: &Arc<Edition>,
    baseline: &Baseline,
    scenario: &Scenario,
) -> Result<Standings, CalculatorError> {
    let resolved = resolve(edition, scenario)?;
    let outcomes = outcomes(catalogue, edition, baseline, scenario, &resolved)?;
    let mut standings = assemble(
        edition.framework(),
        &resolved.maxima,
        outcomes,
        |position| edition.units().get(position).map(|unit| unit.id.as_str()),
    );
    standings.edition = edition.id().to_owned();
    standings
        .notes
        .extend(rival_notes(catalogue, edition, scenario.rivals));
    Ok(standings)
}

/// Every unit of the edition under the scenario, in the edition's order.
pub(super) fn outcomes(
    catalogue: &Catalogue,
    edition: &Arc<Edition>,
    baseline: &Baseline,
    scenario: &Scenario,
    resolved: &Resolved,
) -> Result<Vec<Outcome>, CalculatorError> {
    let changes = rival_changes(catalogue, edition, scenario.rivals, resolved.maxima.total())?;
    let mut outcomes = Vec::with_capacity(baseline.cards.len());
    for (position, (card, &published)) in baseline.cards.iter().zip(&baseline.totals).enumerate() {
        let mut outcome = one_unit(edition, baseline, resolved, position, card, published)?;
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
    match (baseline.cards.get(position), baseline.totals.get(position)) {
        (Some(card), Some(&published)) => {
            one_unit(edition, baseline, resolved, position, card, published)
        }
        _ => Err(CalculatorError::NoUnit(edition.id().to_owned())),
    }
}

fn one_unit(
    edition: &Edition,
    baseline: &Baseline,
    resolved: &Resolved,
    position: usize,
    card: &Scorecard,
    published: Exact,
) -> Result<Outcome, CalculatorError> {
    let nothing = SortedMap::new();
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
            estimated: false,
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
    let mut applied = apply(framework, &resolved.maxima, &present, what_if).map_err(|out| {
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
    let is_same = applied.card == present && !resolved.has_changed_maxima;
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
    })
}

fn put_known(
    edition: &Edition,
    baseline: &Baseline,
    position: usize,
    card: &Scorecard,
    known: &SortedMap<Node, Exact>,
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

/// Each unit's movement under the rivals' mode, in the edition's order; `None` when frozen.
fn rival_changes(
    catalogue: &Catalogue,
    edition: &Edition,
    rivals: Rivals,
    total: Exact,
) -> Result<Option<Vec<Exact>>, CalculatorError> {
    match rivals {
        Rivals::Frozen => Ok(None),
        Rivals::Gain(hundredths) => Ok(Some(vec![gain(hundredths, total); edition.units().len()])),
        Rivals::Trend => {
            let no_trend = || CalculatorError::NoTrend(edition.id().to_owned());
            trend(catalogue, edition).map(Some).ok_or_else(no_trend)
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
    let became = |former: &'_ str| -> Option<String> {
        if is_merged {
            catalogue.merged_into(former).map(str::to_owned)
        } else {
            Some(former.to_owned())
        }
    };
    let scores: Option<Vec<_>> = before
        .units()
        .iter()
        .zip(before.rows())
        .map(|(former, row)| Some((became(&former.id)?, row.total.as_ref())))
        .collect();
    let scores = scores?;
    let earlier = |unit: &str| -> Option<Exact> {
        let own = scores.iter().filter(|(id, _)| id == unit);
        let parts: Option<Vec<_>> = own
            .map(|(_, total)| Some((Exact::ONE, total.as_ref()?.value)))
            .collect();
        let parts = parts?;
        (!parts.is_empty()).then(|| mean(&parts))
    };
    let now = edition.units().iter().zip(edition.rows());
    now.map(|(unit, row)| Some(row.total.as_ref()?.value - earlier(&unit.id)?))
        .collect()
}

impl super::Calculator {
    /// Whether rivals can repeat last year's change in this edition.
    pub fn has_trend(&self, edition: &str) -> bool {
        let edition = self.edition(edition).ok();
        edition.is_some_and(|edition| trend(&self.catalogue, edition).is_some())
    }
}

fn rival_notes(catalogue: &Catalogue, edition: &Edition, rivals: Rivals) -> Vec<Note> {
    let mut notes = Vec::new();
    if rivals != Rivals::Frozen {
        notes.push(Note::RivalsMoveTotalsOnly);
    }
    let framework_before = previous(catalogue, edition).map(|(before, _)| before.framework().id());
    if rivals == Rivals::Trend && framework_before != Some(edition.framework().id()) {
        notes.push(Note::TrendAcrossFrameworks);
    }
    notes
}

/// Best first, ties by id.
fn sorted<'a>(standings: Vec<Standing>, id: impl Fn(usize) -> Option<&'a str>) -> Vec<Standing> {
    // A rank says how many stand before it, so each has its place without sorting.
    let mut slots: Vec<Option<Standing>> = standings.iter().map(|_| None).collect();
    for standing in standings {
        let first = (standing.rank as usize).saturating_sub(1);
        let free = slots.iter_mut().skip(first).find(|slot| slot.is_none());
        if let Some(slot) = free {
            *slot = Some(standing);
        }
    }
    let mut sorted: Vec<Standing> = slots.into_iter().flatten().collect();
    // Ties are rare, so insertion puts them in order in hardly more than one pass.
    for end in 1..sorted.len() {
        for place in (1..=end).rev() {
            let Some([above, below]) = sorted.get_mut(place - 1..=place) else {
                break;
            };
            if (above.rank, id(above.position)) <= (below.rank, id(below.position)) {
                break;
            }
            std::mem::swap(above, below);
        }
    }
    sorted
}

/// Ranks outcomes by total and by pillar, best first, ties by unit id.
pub(super) fn assemble<'a>(
    framework: &Framework,
    maxima: &Maxima,
    outcomes: Vec<Outcome>,
    id: impl Fn(usize) -> Option<&'a str>,
) -> Standings {
    let rounding = rounding(framework);
    let unrounded = with_ties(framework, outcomes.iter().map(Outcome::unrounded).collect());
    let before = outcomes.iter().map(|outcome| outcome.baseline_total);
    let before = with_ties(framework, before.collect());
    let ties = framework.header().ties;
    let rank = |scores: &[Exact]| rank_with(scores, rounding, ties);
    let (ranks, baseline_ranks) = (rank(&unrounded), rank(&before));
    let mut by_pillar: Vec<Vec<PillarStanding>> = vec![Vec::new(); outcomes.len()];
    let scores: Vec<Vec<Exact>> = outcomes
        .iter()
        .map(|outcome| {
            let own = outcome.own_total.clamp_to(Exact::ZERO, Exact::ONE);
            let pillars = pillars(framework, maxima, own, &outcome.card);
            pillars
                .into_iter()
                .map(|pillar| rounding.round(pillar.score()))
                .collect()
        })
        .collect();
    for place in 0..framework.pillars().len() {
        let column: Vec<Exact> = scores
            .iter()
            .map(|row| row.get(place).copied().unwrap_or(Exact::ZERO))
            .collect();
        for ((row, score), rank) in by_pillar.iter_mut().zip(&column).zip(rank(&column)) {
            row.push(PillarStanding {
                score: *score,
                rank,
            });
        }
    }
    let estimated = outcomes.iter().any(|outcome| outcome.estimated);
    let mut standings = Vec::with_capacity(outcomes.len());
    for (position, outcome) in outcomes.into_iter().enumerate() {
        let at = |list: &[Exact]| list.get(position).copied().unwrap_or(Exact::ZERO);
        let place = |list: &[u32]| list.get(position).copied().unwrap_or_default();
        standings.push(Standing {
            position,
            score: rounding.round(at(&unrounded)),
            unrounded: at(&unrounded),
            rank: place(&ranks),
            baseline_score: rounding.round(at(&before)),
            baseline_rank: place(&baseline_ranks),
            pillars: by_pillar.get(position).cloned().unwrap_or_default(),
            moved_as_rival: outcome.rival_change.is_some(),
            estimated: outcome.estimated,
            card: outcome.card,
        });
    }
    let standings = sorted(standings, id);
    let mut notes = Vec::new();
    if estimated {
        notes.push(Note::DependsOnEstimates);
    }
    if framework.header().maxima_derived {
        notes.push(Note::MaximaDerived);
    }
    Standings {
        edition: String::new(),
        standings,
        estimated,
        notes,
    }
}
