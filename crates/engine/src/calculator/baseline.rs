//! An edition made ready once: every unit's complete scorecard and published total.

use super::CalculatorError;
use super::ranking::Ranking;
use crate::analysis::{
    MissingFigures, Profile, complete, estimate_error as leave_one_out, hidden_mains, normalised,
    profile,
};
use crate::catalogue::Catalogue;
use crate::model::{Edition, Exact, Maxima, Node, Scorecard};
use std::sync::{Arc, OnceLock};

/// The edition unchanged, one entry per unit in the edition's order.
#[derive(Clone, Debug)]
pub(crate) struct Baseline {
    pub(super) profile: Profile,
    pub(crate) cards: Vec<Scorecard>,
    pub(crate) totals: Vec<Exact>,
    /// Made when it is first asked for.
    ranking: OnceLock<Ranking>,
}

impl Baseline {
    pub(super) fn of(
        catalogue: &Catalogue,
        edition: &Arc<Edition>,
    ) -> Result<Self, CalculatorError> {
        if !edition.header().simulatable {
            return Err(CalculatorError::NotSimulatable(edition.id().to_owned()));
        }
        let framework = edition.framework();
        if framework.is_composite() {
            return Self::composite(edition);
        }
        let profile = profile_source(catalogue, edition)
            .map(|e| profile(e))
            .unwrap_or_default();
        let mut cards = Vec::with_capacity(edition.units().len());
        let mut totals = Vec::with_capacity(edition.units().len());
        for (unit, row) in edition.units().iter().zip(edition.rows()) {
            let completion = complete(framework, &profile, row)
                .map_err(|missing| missing_figures(edition, &unit.id, &missing))?;
            // Where no total is published, the recomputed one stands for it.
            let recomputed = completion.card.score(Node::ROOT);
            totals.push(row.total.as_ref().map_or(recomputed, |total| total.value));
            cards.push(completion.card);
        }
        Ok(Self {
            profile,
            cards,
            totals,
            ranking: OnceLock::new(),
        })
    }

    /// From raw values; the recomputed total is the total.
    fn composite(edition: &Edition) -> Result<Self, CalculatorError> {
        let cards = normalised(edition).map_err(|(place, missing)| {
            let unit = edition.units().get(place).map(|unit| unit.id.as_str());
            missing_figures(edition, unit.unwrap_or_default(), &missing)
        })?;
        Ok(Self {
            profile: Profile::default(),
            totals: cards.iter().map(|card| card.score(Node::ROOT)).collect(),
            cards,
            ranking: OnceLock::new(),
        })
    }

    /// How the units rank without a scenario.
    pub(crate) fn ranking(&self, edition: &Edition) -> &Ranking {
        self.ranking.get_or_init(|| {
            let framework = edition.framework();
            let (maxima, totals) = (Maxima::of(framework), (&*self.totals, edition.rows_by_id()));
            Ranking::of(framework, &maxima, totals, self.cards.iter())
        })
    }
}

pub(super) fn missing_figures(
    edition: &Edition,
    unit: &str,
    missing: &MissingFigures,
) -> CalculatorError {
    let framework = edition.framework();
    let missing = missing
        .nodes
        .iter()
        .map(|&node| framework.indicator(node).id.clone());
    CalculatorError::MissingFigures {
        unit: unit.to_owned(),
        missing: missing.collect(),
    }
}

/// The edition whose complete units show what a typical unit looks like.
fn profile_source<'a>(catalogue: &'a Catalogue, edition: &Edition) -> Option<&'a Arc<Edition>> {
    let id = edition.header().profile.as_deref()?;
    catalogue.edition(id)
}

/// How far off estimates are that follow this edition's profile. An edition without gaps of its own
/// is judged by what its sister editions hide.
pub(super) fn estimate_error(catalogue: &Catalogue, edition: &Edition) -> Option<f64> {
    let source = profile_source(catalogue, edition)?;
    let mut hidden = hidden_mains(edition);
    if hidden.is_empty() {
        let is_sister = |e: &&Arc<Edition>| e.header().profile == edition.header().profile;
        let sisters = catalogue.editions.iter().filter(is_sister);
        hidden = sisters.flat_map(|sister| hidden_mains(sister)).collect();
    }
    leave_one_out(source, &hidden)
}
