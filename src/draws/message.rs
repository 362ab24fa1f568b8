//! What goes to the draws and comes back, as numbers: sentences are made where they are shown.

use dti_engine::calculator::{Group, Share, StabilityQuestion};
use dti_formats::link;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Draws to be made.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Question {
    /// The scenario as its link, with the known figures: it never leaves the device.
    pub scenario: String,
    /// How many draws.
    pub draws: u32,
    /// What decides them.
    pub seed: u64,
    /// Within how many per cent max points vary.
    pub spread: u32,
    /// Whether the rounding of published scores is drawn.
    pub rounding: bool,
    /// Whether estimated figures are redrawn.
    pub estimates: bool,
    /// Whether the other units move.
    pub rivals: bool,
}

impl Question {
    /// The same for the calculator.
    pub fn read(&self) -> StabilityQuestion {
        StabilityQuestion {
            scenario: link::read_private(&self.scenario).0.scenario,
            draws: self.draws,
            seed: self.seed,
            weight_spread: f64::from(self.spread) / 100.0,
            rounding: self.rounding,
            estimates: self.estimates,
            rivals: self.rivals,
        }
    }
}

/// What is wanted now.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Wanted {
    /// How sure the ranks are.
    Ranks(Request),
    /// What the doubt in the unit asked about comes from; its draws are the rows of the scheme.
    Doubt(Question),
}

/// What there is of it so far.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Heard {
    /// How sure the ranks are.
    Ranks(Answer),
    /// What the doubt comes from.
    Doubt(Doubt),
}

/// Draws that are wanted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Request {
    /// The draws.
    pub question: Question,
    /// Whether they rest: what is made stays.
    pub is_paused: bool,
}

/// What the draws made so far say.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Answer {
    /// To what this answers.
    pub question: Question,
    /// Draws made so far.
    pub done: u32,
    /// Whether they rest.
    pub is_paused: bool,
    /// In the order of the standings.
    pub units: Vec<Unit>,
    /// How often those near the unit asked about took each rank.
    pub near: Vec<Near>,
}

/// How sure one unit's rank is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Unit {
    /// Row of the unit in its edition.
    pub position: u32,
    /// Its rank under the scenario.
    pub rank: u32,
    /// The smallest rank with a cumulative share of at least 5 %.
    pub low: u32,
    /// The same of 95 %.
    pub high: u32,
    /// The rank that it took most often.
    pub most: u32,
    /// Draws among the first 3, 5 and 10.
    pub tops: [u32; 3],
    /// Number of the group of units that cannot be told apart, from 1; 0 where it is in none.
    pub group: u32,
}

/// How often a unit took each rank.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Near {
    /// Row of the unit in its edition.
    pub position: u32,
    /// Draws at the first rank, the second and so on, up to the last that it took.
    pub counts: Vec<u32>,
}

/// What the doubt in a unit's score and rank comes from.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Doubt {
    /// To what this answers.
    pub question: Question,
    /// Rows, and resamples for the intervals, that are drawn, and how many there are.
    pub progress: (u32, u32),
    /// What was found; nothing before the last of them, since no share is told without its interval.
    pub found: Option<Sources>,
}

/// What the sources of a doubt do.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Sources {
    /// Standard deviation of the rivals' changes of score, where they moved.
    pub rival_deviation: Option<f64>,
    /// Of the unit's score.
    pub score: Varied,
    /// Of its rank.
    pub rank: Varied,
}

/// A number that varies.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Varied {
    /// Its mean over the draws.
    pub mean: f64,
    /// Its standard deviation.
    pub deviation: f64,
    /// Which groups of inputs that comes from; none where it does not vary.
    pub shares: Vec<GroupShares>,
}

/// What a group of inputs does to a variance.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct GroupShares {
    /// The group.
    #[serde(with = "RemoteGroup")]
    pub group: Group,
    /// What it explains alone.
    #[serde(with = "RemoteShare")]
    pub first: Share,
    /// What it takes part in.
    #[serde(with = "RemoteShare")]
    pub total: Share,
}

/// How the engine's word goes over.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Group")]
enum RemoteGroup {
    Weights,
    Estimates,
    Rounding,
    Rivals,
}

/// How the engine's numbers go over.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Share")]
struct RemoteShare {
    value: f64,
    low: f64,
    high: f64,
}

/// Tops that are counted for each unit.
pub(super) const TOPS: [u32; 3] = [3, 5, 10];

impl Answer {
    /// The unit in this row of the edition.
    pub fn of(&self, position: usize) -> Option<&Unit> {
        let mut units = self.units.iter();
        units.find(|unit| unit.position as usize == position)
    }

    /// Share of the draws in which a unit that is counted was among the first `top`; nothing before the
    /// first draw.
    pub fn share(&self, position: usize, top: u32) -> Option<f64> {
        let mut near = self.near.iter();
        let own = near.find(|near| near.position as usize == position)?;
        let reached: u32 = own.counts.iter().take(top as usize).sum();
        (self.done > 0).then(|| f64::from(reached) / f64::from(self.done))
    }

    /// Whether all draws are made.
    pub fn is_done(&self) -> bool {
        self.done >= self.question.draws
    }
}

/// A message in bytes.
pub fn packed<T: Serialize>(message: &T) -> Vec<u8> {
    // Numbers and texts always fit.
    postcard::to_allocvec(message).unwrap_or_default()
}

/// A message from bytes; nothing where they are of another module.
pub fn unpacked<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
