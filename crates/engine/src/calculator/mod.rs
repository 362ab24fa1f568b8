//! The one front door: the page and the JavaScript API ask `Calculator` and nothing behind it.

mod admit;
mod baseline;
mod bridge;
mod claim;
mod components;
mod counterpart;
mod derivation;
mod entry;
mod error;
mod explain;
mod formula;
mod ladder;
mod last_year;
mod merger;
mod neighbourhood;
mod others;
mod own_index;
mod peers;
mod plan;
mod ranking;
mod resolve;
mod result;
mod scenario_effort;
mod sensitivity;
mod simulation;
mod stability;
mod summary;
mod sweep;
mod sweep_weights;

pub use bridge::{Bridge, BridgePart, HiddenPart};
pub use claim::ClaimCheck;
pub use components::{
    AssessedPoints, AssessmentColumn, AssessmentFault, AssessmentProblem, ComponentCard,
    ComponentLine, ComponentMain, ComponentWorth, NextStep, assessed_overrides, counting_overrides,
    earned_points,
};
pub use counterpart::FormerUnit;
pub use derivation::{Derivation, UnitDerivation};
pub use entry::{
    EntryFault, enterable, highest_entry, lowest_entry, parse_decimal, parse_gain,
    parse_max_points, parse_score, stepped,
};
pub use error::{CalculatorError, ErrorCode, Given};
pub use explain::{Explanation, Pair};
pub use ladder::{Direction, LadderColumn, LadderLine};
pub use last_year::LastYear;
pub use own_index::Mismatch;
pub use peers::{Axis, Path, PathStep, Peer, Peers, PeersQuestion, SizePeer, Sizes};
pub use plan::{Plan, PlanLevel, PlanQuestion, PlanStep, Target};
pub use sensitivity::{LEAST_SAMPLES, MOST_SAMPLES, SensitivityQuestion};
pub use stability::{DrawSetting, MOST_DRAWS, StabilityQuestion};
pub use summary::{Neighbour, ScorecardGroup, ScorecardLine, Verdict, present};
pub use sweep::{Crossing, Sweep};
pub use sweep_weights::{WeightRun, WeightSweep};

pub use crate::analysis::{
    Change, Claim, ClaimPart, Climb, Contributions, Draws, Driver, Effort, Facts, Found, Group,
    Indices, Moved, Neighbourhood, Part, Range, RankCounts, RanksAlone, Robustness, Said, Saltelli,
    Sensitivity, Share, Side, Slack, Split, Stability, Stated, Truth, Turn, Undecided,
    UnitStability, Varied, Weights, Zone, contributions, is_no_sum, shortfalls,
};

use crate::analysis::{self, Gaps, Rounding};
use crate::catalogue::{Catalogue, DataVersion, Source};
use crate::model::{Edition, Framework, Maxima, Scenario, Standings, Unit};
use crate::session::{Ground, Session, Trend};
use baseline::Baseline;
use std::sync::{Arc, OnceLock};

/// What sessions share with simulations: one unit computed in fractions, and the answers made of it.
pub(crate) mod exact_path {
    pub(crate) use super::baseline::Baseline;
    pub(crate) use super::ladder::ladder_sorted;
    pub(crate) use super::ranking::{
        Ranking, column_ranks, figure_notes, pillar_scores, ranked_pillars,
    };
    pub(crate) use super::resolve::{
        Resolved, main_indicator, position, resolve, resolve_override,
    };
    pub(crate) use super::simulation::{
        Outcome, moved, outcome_of, outcome_to, rival_changes, scenario_notes,
    };
    pub(crate) use super::summary::{Around, Place, Seen};
    pub(crate) use crate::analysis::Depth;
}

/// What is made of an edition when it is first asked for.
#[derive(Debug, Default)]
struct Prepared {
    baseline: OnceLock<Result<Arc<Baseline>, CalculatorError>>,
    ground: OnceLock<Arc<Ground>>,
    estimate_error: OnceLock<Option<f64>>,
}

/// Answers what-if questions on the editions that it carries.
///
/// ```
/// use dti_engine::calculator::Calculator;
/// use dti_engine::model::{Entry, Kind, Override, Scenario, Score};
///
/// let calculator = dti_formats::official()?;
/// let supposed = Override {
///     unit: "bac-giang".into(),
///     indicator: "society".into(),
///     entry: Entry::Score(Score::entered(0.45).expect("0.45 is a score")),
///     kind: Kind::WhatIf,
/// };
/// let scenario = Scenario::baseline("2022").with_override(supposed);
/// let standings = calculator.simulate(&scenario)?;
/// let position = calculator.edition("2022")?.position("bac-giang").expect("a unit of 2022");
/// let bac_giang = standings.of(position).expect("every unit is ranked");
/// assert_eq!((bac_giang.baseline_rank, bac_giang.rank), (9, 8));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Calculator {
    catalogue: Catalogue,
    /// One per edition, in the catalogue's order.
    prepared: Vec<Prepared>,
}

impl Calculator {
    /// A calculator on what was read.
    pub fn new(catalogue: Catalogue) -> Self {
        let editions = catalogue.editions.iter();
        Self {
            prepared: editions.map(|_| Prepared::default()).collect(),
            catalogue,
        }
    }

    /// The editions, oldest first.
    pub fn editions(&self) -> &[Arc<Edition>] {
        &self.catalogue.editions
    }

    /// The edition with this id.
    pub fn edition(&self, id: &str) -> Result<&Arc<Edition>, CalculatorError> {
        self.catalogue
            .edition(id)
            .ok_or_else(|| CalculatorError::UnknownEdition {
                given: id.to_owned(),
                allowed: self
                    .editions()
                    .iter()
                    .map(|edition| edition.id().to_owned())
                    .collect(),
            })
    }

    /// The source that figures name by this key.
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.catalogue.sources.iter().find(|own| own.key == key)
    }

    /// Version and date of the figures, and what was corrected in them.
    pub fn data_version(&self) -> &DataVersion {
        &self.catalogue.version
    }

    /// How far off an edition's estimates are: a root mean square in score, from leaving one
    /// complete unit out. `None` where an edition has no figures to judge by.
    pub fn estimate_error(&self, edition: &str) -> Result<Option<f64>, CalculatorError> {
        let edition = self.edition(edition)?;
        let kept = &self.prepared(edition)?.estimate_error;
        Ok(*kept.get_or_init(|| baseline::estimate_error(&self.catalogue, edition)))
    }

    /// All units ranked under a scenario, a session read once; an empty scenario gives the published
    /// results.
    pub fn simulate(&self, scenario: &Scenario) -> Result<Standings, CalculatorError> {
        self.open(scenario)?.standings()
    }

    /// A session on a scenario: for sliders, where each edit costs what it changes.
    ///
    /// It stays with the edition as it is now, whatever is loaded or unloaded later.
    pub fn open(&self, scenario: &Scenario) -> Result<Session, CalculatorError> {
        let edition = self.edition(&scenario.edition)?;
        let baseline = self.baseline(edition)?;
        let ground = self.prepared(edition)?.ground.get_or_init(|| {
            let trend = Trend {
                changes: simulation::trend(&self.catalogue, edition),
                is_across_frameworks: simulation::is_trend_across_frameworks(
                    &self.catalogue,
                    edition,
                ),
            };
            Arc::new(Ground::of(Arc::clone(edition), Arc::clone(baseline), trend))
        });
        Session::try_new(Arc::clone(ground), scenario)
    }

    /// The units after the merger, from the former units under a scenario.
    pub fn merge(
        &self,
        scenario: &Scenario,
        weights: Weights,
    ) -> Result<Standings, CalculatorError> {
        let edition = self.edition(&scenario.edition)?;
        let baseline = self.baseline(edition)?;
        let merged = self.editions().iter().find(|other| {
            other.header().merger_of.as_deref() == Some(edition.id()) && weights == Weights::Equal
        });
        let published = match merged {
            Some(merged) => Some((merged, self.baseline(merged)?.as_ref())),
            None => None,
        };
        let question = merger::Question {
            edition,
            baseline,
            published,
            weights,
        };
        merger::merge(&self.catalogue, &question, scenario)
    }

    /// The units after the merger, by name in Vietnamese order: the positions of [`Self::merge`].
    pub fn merged_units(&self) -> &[Unit] {
        &self.catalogue.merged_units
    }

    /// Id of the unit that a unit of the 63 became part of.
    pub fn merged_into(&self, unit: &str) -> Option<&str> {
        self.catalogue.merged_into(unit)
    }

    /// The maxima under a scenario.
    pub fn maxima(&self, scenario: &Scenario) -> Result<Maxima, CalculatorError> {
        let edition = self.edition(&scenario.edition)?;
        resolve::resolve(edition, scenario).map(|resolved| resolved.maxima)
    }

    /// Points between a unit and its neighbours in the standings of a scenario.
    pub fn gaps(
        &self,
        scenario: &Scenario,
        standings: &Standings,
        position: usize,
    ) -> Result<Gaps, CalculatorError> {
        Ok(analysis::gaps(
            standings,
            position,
            self.maxima(scenario)?.total(),
        ))
    }

    fn baseline(&self, edition: &Arc<Edition>) -> Result<&Arc<Baseline>, CalculatorError> {
        let baseline = &self.prepared(edition)?.baseline;
        let made = baseline.get_or_init(|| Baseline::of(&self.catalogue, edition).map(Arc::new));
        made.as_ref().map_err(Clone::clone)
    }

    fn prepared(&self, edition: &Edition) -> Result<&Prepared, CalculatorError> {
        let place = self
            .editions()
            .iter()
            .position(|other| other.id() == edition.id());
        place
            .and_then(|place| self.prepared.get(place))
            .ok_or_else(|| CalculatorError::NotSimulatable(edition.id().to_owned()))
    }
}

/// How a framework rounds before it ranks.
pub fn rounding(framework: &Framework) -> Rounding {
    framework
        .header()
        .decimals
        .map_or(Rounding::Unrounded, Rounding::Decimals)
}

#[cfg(test)]
mod tests;
