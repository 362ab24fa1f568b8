//! A scenario: what the user supposes, named by ids, before it meets an edition.

use super::{MaxPoints, Points, RawValue, Score};
use std::collections::BTreeMap;

/// Largest seed of draws: the largest whole number that JavaScript holds exactly.
pub const LARGEST_SEED: u64 = (1 << 53) - 1;

/// What an override means.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Kind {
    /// "I know that it was this": the other estimates are refilled, the total stays.
    Known,
    /// "What if it became this": the total moves.
    #[default]
    WhatIf,
    /// "This is our own assessment": acts as a what-if does, but is private. A what-if on the same
    /// node wins over it.
    Assessed,
}

impl Kind {
    /// The word used in the JavaScript API, which takes the first two only.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::WhatIf => "what_if",
            Self::Assessed => "assessed",
        }
    }
}

/// The value of an override.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Entry {
    /// A score, `0..=1`.
    Score(Score),
    /// Points of the scenario's maximum.
    Points(Points),
    /// The exact share of the max points that a rule gives: unrounded, where a score that is typed
    /// has 4 decimals.
    Share(Score),
    /// What the rule of a component takes; the points follow from it.
    Value(RawValue),
}

/// One changed value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Override {
    /// Id of the unit.
    pub unit: String,
    /// Id of a group, main indicator or component.
    pub indicator: String,
    /// The value.
    pub entry: Entry,
    /// What it means.
    pub kind: Kind,
}

/// What the other units do meanwhile.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Rivals {
    /// They stay.
    #[default]
    Frozen,
    /// Each repeats its change of score from the edition before.
    Trend,
    /// Each gains so many points of the scenario's total (in hundredths; may be negative).
    Gain(i64),
}

/// An edition with overrides, changed maxima and a mode for the rivals. Empty, it is the baseline.
///
/// Ids are not checked here: `Calculator` resolves them and says what it does not know.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Scenario {
    /// Id of the edition.
    pub edition: String,
    /// The unit asked about: never a rival.
    pub unit: Option<String>,
    /// Changed values, in the order in which they were made.
    pub overrides: Vec<Override>,
    /// Changed max points of main indicators.
    pub max_points: BTreeMap<String, MaxPoints>,
    /// What rivals do.
    pub rivals: Rivals,
}

impl Scenario {
    /// The baseline of an edition.
    pub fn baseline(edition: &str) -> Self {
        Self {
            edition: edition.to_owned(),
            ..Self::default()
        }
    }

    /// The override on this node of this kind, if there is one.
    pub fn find(&self, unit: &str, indicator: &str, kind: Kind) -> Option<&Override> {
        self.overrides
            .iter()
            .find(|o| o.unit == unit && o.indicator == indicator && o.kind == kind)
    }

    /// A copy with this override, in place of one on the same node of the same kind.
    #[must_use]
    pub fn with_override(&self, new: Override) -> Self {
        let mut copy = self.clone();
        let same = |o: &&mut Override| {
            o.unit == new.unit && o.indicator == new.indicator && o.kind == new.kind
        };
        match copy.overrides.iter_mut().find(same) {
            Some(old) => *old = new,
            None => copy.overrides.push(new),
        }
        copy
    }

    /// A copy without the overrides of one node, or of one unit where `indicator` is `None`.
    #[must_use]
    pub fn without(&self, unit: &str, indicator: Option<&str>) -> Self {
        let mut copy = self.clone();
        copy.overrides
            .retain(|o| o.unit != unit || indicator.is_some_and(|node| o.indicator != node));
        copy
    }

    /// A copy without the override of one kind on one node.
    #[must_use]
    pub fn without_kind(&self, unit: &str, indicator: &str, kind: Kind) -> Self {
        let mut copy = self.clone();
        copy.overrides
            .retain(|o| o.unit != unit || o.indicator != indicator || o.kind != kind);
        copy
    }

    /// The same without any assessed figure.
    #[must_use]
    pub fn without_assessed(&self) -> Self {
        let mut copy = self.clone();
        copy.overrides.retain(|o| o.kind != Kind::Assessed);
        copy
    }

    /// Whether anything differs from the baseline.
    pub fn is_baseline(&self) -> bool {
        self.overrides.is_empty() && self.max_points.is_empty() && self.rivals == Rivals::Frozen
    }
}
