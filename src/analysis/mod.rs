//! Verbs: the steps of the method as pure functions over the model, one step a file.

mod aggregate;
mod apply;
mod compare;
mod explain;
mod fill;
mod known;
mod merge;
mod neighbourhood;
mod plan;
mod rank;
mod rivals;
mod score;
mod stability;
mod summary;
mod sweep;

pub use aggregate::{PillarPoints, aggregate, pillars, total};
pub use apply::{Applied, OutOfReach, apply};
pub use compare::{Gap, Gaps, gaps};
pub use explain::{
    Basis, Change, Course, Effects, Part, Seen, Weighed, course, effects, rests_on_estimates,
    reweighed,
};
pub use fill::{
    Block, Completion, Fit, MissingFigures, Profile, Reach, complete, estimate_error, hidden_mains,
    profile, shift,
};
pub use known::{KnownRefusal, refill};
pub use merge::{Former, MergedUnit, Weights, mean, merge};
pub use neighbourhood::{Climb, Neighbourhood, Robustness, Slack, Zone, neighbourhood};
pub use plan::{Effort, Lever, Move, Optimum, cheapest, in_order, levels};
pub use rank::{Rounding, rank};
pub use rivals::gain;
pub use score::{RuleMismatch, score};
pub use stability::{DrawBase, DrawUnit, Draws, KnownSum, Sources, Stability, UnitStability};
pub use summary::{Contributions, Side, Spread, contributions, median, shortfalls, spread};
pub use sweep::{Line, Movement, Pull};
