//! Verbs: the steps of the method as pure functions over the model, one step a file.

mod aggregate;
mod apply;
mod attribution;
mod bridge;
mod claim;
mod compare;
mod compose;
mod earned;
mod explain;
mod fill;
mod formula;
mod impute;
mod known;
mod merge;
mod neighbourhood;
mod normalise;
mod peers;
mod plan;
mod rank;
mod rivals;
mod score;
mod shift_mean;
mod stability;
mod summary;
mod sweep;
mod treat;

pub use aggregate::{PillarPoints, aggregate, pillars, total};
pub use apply::{Applied, OutOfReach, apply, reachable};
pub(crate) use apply::{Depth, apply_to};
pub use attribution::{Counted, is_no_sum, parts_of_change, parts_of_shortfall};
pub use bridge::{Range, Split, Unknown, split, sums_of, weights_of_sum};
pub use claim::{
    Claim, ClaimPart, Driver, Facts, Found, Moved, Said, Stated, Truth, Turn, Undecided, judge,
};
pub use compare::{Gap, Gaps, gaps};
pub use compose::{counting, is_left_out, mean_of, mean_of_floats};
pub use earned::earned;
pub use explain::{
    Basis, Change, Course, Effects, Part, RanksAlone, Seen, Weighed, course, effects,
    rests_on_estimates, reweighed,
};
pub use fill::{
    Block, Completion, Fit, MissingFigures, Profile, Reach, complete, estimate_error, hidden_mains,
    profile, shift,
};
pub use formula::{formula_total, tolerance, with_ties};
pub use impute::imputed;
pub use known::{KnownRefusal, refill};
pub use merge::{Former, MergedUnit, Weights, mean, merge};
pub use neighbourhood::{Climb, Neighbourhood, Robustness, Slack, Zone, neighbourhood};
pub use normalise::{Prepared, normalise, normalised, prepared};
pub use peers::{distance_squared, nearest, size_ratio};
pub use plan::{Effort, Lever, MeanGoal, Move, Optimum, cheapest, in_order, levels};
pub use rank::{Rounding, holder, place_among, rank, rank_rounded, rank_with};
pub use rivals::gain;
pub use score::{RuleMismatch, ratio_of, score};
pub use stability::{
    DrawBase, DrawUnit, Draws, Group, Indices, KnownSum, RankCounts, RivalMoves, Saltelli, Scheme,
    Sensitivity, Share, Sources, Stability, UnitStability, Varied,
};
pub use summary::{
    Contributions, Side, Spread, contributions, in_rows, median, shortfalls, spread,
};
pub use sweep::{Line, Movement, Pull};
pub use treat::{Drawn, treated};
