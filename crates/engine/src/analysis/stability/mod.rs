//! How sure a rank is: a seeded Monte Carlo over what is not known exactly (method 8).

mod base;
mod counts;
mod draws;
mod indices;
mod keep_sum;
mod known_sums;
mod numbers;
mod result;
mod saltelli;
mod trial;

pub use base::{DrawBase, DrawUnit, KnownSum, RivalMoves, Sources};
pub use counts::RankCounts;
pub use draws::Draws;
pub use indices::{Indices, Scheme, Share};
pub use result::{Stability, UnitStability};
pub use saltelli::{Group, Saltelli, Sensitivity, Varied};
