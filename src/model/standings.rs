//! Standings: all units ranked under one scenario, beside the baseline.

use super::{Exact, Scorecard};

/// One pillar of one unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PillarStanding {
    /// Score, rounded as the framework asks.
    pub score: Exact,
    /// Rank on this pillar.
    pub rank: u32,
}

/// One unit's place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standing {
    /// Row of the unit in its edition.
    pub position: usize,
    /// Score, rounded as the framework asks.
    pub score: Exact,
    /// The same before rounding.
    pub unrounded: Exact,
    /// Rank, from 1; ties share one.
    pub rank: u32,
    /// Published score.
    pub baseline_score: Exact,
    /// Rank by the published scores.
    pub baseline_rank: u32,
    /// Pillars, in the framework's order.
    pub pillars: Vec<PillarStanding>,
    /// Values on every node.
    pub card: Scorecard,
    /// Whether the score depends on an estimate.
    pub estimated: bool,
    /// Whether the rivals' mode moved this unit.
    pub moved_as_rival: bool,
}

/// Something that a reader of a result must know. Faces put it into words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Note {
    /// Rivals moved in their totals only; indicators and pillars are as published.
    RivalsMoveTotalsOnly,
    /// The trend compares two editions under different frameworks.
    TrendAcrossFrameworks,
    /// A result depends on an estimated figure.
    DependsOnEstimates,
    /// The maxima of this framework were derived, not read from the decision.
    MaximaDerived,
    /// The merger is weighted by population, which is not the official rule.
    UnofficialWeights,
}

/// All units ranked under one scenario.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standings {
    /// Id of the edition.
    pub edition: String,
    /// Best first; ties by unit id in byte order.
    pub standings: Vec<Standing>,
    /// Whether any score depends on an estimate that was changed.
    pub estimated: bool,
    /// What a reader must know.
    pub notes: Vec<Note>,
}

impl Standings {
    /// The standing of the unit in this row of the edition.
    pub fn of(&self, position: usize) -> Option<&Standing> {
        self.standings
            .iter()
            .find(|standing| standing.position == position)
    }
}
