//! The merger of a whole edition: the new units ranked, from the former ones under a scenario.

use super::CalculatorError;
use super::baseline::Baseline;
use super::ranking::{Ranking, figure_notes};
use super::resolve::resolve;
use super::simulation::{Outcome, outcomes};
use crate::analysis::{Former, Weights, mean, merge as merge_unit};
use crate::catalogue::Catalogue;
use crate::model::{
    Edition, Exact, Framework, Maxima, Note, Scenario, Standing, Standings, Unit, rows_by_id,
};
use std::sync::Arc;

/// What is merged and how.
pub(super) struct Question<'a> {
    pub(super) edition: &'a Arc<Edition>,
    pub(super) baseline: &'a Baseline,
    /// The merged edition as published, where there is one and the official rule is asked for.
    pub(super) published: Option<(&'a Arc<Edition>, &'a Baseline)>,
    pub(super) weights: Weights,
}

pub(super) fn merge(
    catalogue: &Catalogue,
    question: &Question<'_>,
    scenario: &Scenario,
) -> Result<Standings, CalculatorError> {
    let Question {
        edition, baseline, ..
    } = question;
    let no_merger = || CalculatorError::NoMerger(edition.id().to_owned());
    if edition.header().merger_of.is_some() || edition.header().is_own {
        return Err(no_merger());
    }
    let resolved = resolve(edition, scenario)?;
    let former = outcomes(catalogue, edition, baseline, scenario, &resolved)?;
    let mut merged = Vec::new();
    for unit in catalogue.merged_units.iter() {
        let members: Vec<usize> = edition
            .units()
            .iter()
            .enumerate()
            .filter(|(_, old)| catalogue.merged_into(&old.id) == Some(unit.id.as_str()))
            .map(|(position, _)| position)
            .collect();
        merged.push(one_unit(question, &former, &members, unit).ok_or_else(no_merger)?);
    }
    let framework = edition.framework();
    let by_id = rows_by_id(&catalogue.merged_units);
    let ranked = ranked(framework, &resolved.maxima, &merged, &by_id);
    let mut standings = Standings::new(edition.id().to_owned(), ranked);
    standings.notes = figure_notes(framework, standings.estimated);
    if question.weights != Weights::Equal {
        standings.notes.push(Note::UnofficialWeights);
    }
    Ok(standings)
}

/// The new units as they rank before and under the scenario, best first; `by_id` are their rows in
/// the order of their ids.
fn ranked(
    framework: &Framework,
    maxima: &Maxima,
    merged: &[Outcome],
    by_id: &[u32],
) -> Vec<Standing> {
    let ranking = |total: fn(&Outcome) -> Exact| {
        let totals: Vec<Exact> = merged.iter().map(total).collect();
        let cards = merged.iter().map(|own| &own.card);
        let ranking = Ranking::of(framework, maxima, (&totals, by_id), cards);
        (ranking, totals)
    };
    let (now, totals) = ranking(Outcome::unrounded);
    let (before, _) = ranking(|own| own.baseline_total);
    let standings = now.rows().iter().filter_map(|&row| {
        let position = row as usize;
        let own = merged.get(position)?;
        let (score, rank) = now.of_unit(position)?;
        let (baseline_score, baseline_rank) = before.of_unit(position)?;
        Some(Standing {
            position,
            score,
            unrounded: *totals.get(position)?,
            rank,
            baseline_score,
            baseline_rank,
            pillars: now.pillars_of(position)?.to_vec(),
            card: own.card.clone(),
            estimated: own.estimated,
            moved_as_rival: false,
        })
    });
    standings.collect()
}

/// One new unit; `None` where a former unit has no weight on file or there is none.
fn one_unit(
    question: &Question<'_>,
    outcomes: &[Outcome],
    members: &[usize],
    unit: &Unit,
) -> Option<Outcome> {
    let mut formers = Vec::new();
    for &position in members {
        let outcome = outcomes.get(position)?;
        let weight = match question.weights {
            Weights::Equal => Exact::ONE,
            Weights::Population(year) => {
                let unit = question.edition.units().get(position)?;
                unit.population.iter().find(|(of, _)| *of == year)?.1
            }
        };
        formers.push(Former {
            weight,
            total: outcome.unrounded(),
            baseline: outcome.baseline_total,
            card: &outcome.card,
            present: &outcome.present,
        });
    }
    if formers.is_empty() {
        return None;
    }
    let published = match question.published {
        None => None,
        Some((merged, baseline)) => {
            let position = merged.position(&unit.id)?;
            Some((
                *baseline.totals.get(position)?,
                baseline.cards.get(position)?,
            ))
        }
    };
    let merged = merge_unit(question.edition.framework(), &formers, published);
    let plain: Vec<_> = formers
        .iter()
        .map(|former| (former.weight, former.baseline))
        .collect();
    Some(Outcome {
        own_total: merged.total,
        rival_change: None,
        baseline_total: published.map_or_else(|| mean(&plain), |(total, _)| total),
        present: merged.card.clone(),
        card: merged.card,
        estimated: members
            .iter()
            .any(|&p| outcomes.get(p).is_some_and(|o| o.estimated)),
        is_unchanged: false,
    })
}
