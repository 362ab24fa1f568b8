//! How sure a rank is: a seeded Monte Carlo over what is not known exactly (method 8).

mod base;
mod counts;
mod draws;
mod keep_sum;
mod known_sums;
mod numbers;
mod result;

pub use base::{DrawBase, DrawUnit, KnownSum, Sources};
pub use counts::RankCounts;
pub use draws::Draws;
pub use result::{Stability, UnitStability};
