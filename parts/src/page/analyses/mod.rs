//! The analyses below the ladder: the cheapest way up, the places around, why a rank moved, how sure
//! it is, one number swept, the merger, scenarios side by side. Pure functions from a question of
//! the page to markup; the third module runs them in a worker, slice by slice.

mod compare;
mod explain;
mod ground;
mod merger;
mod neighbourhood;
mod others;
mod panel;
mod parts;
mod plan;
mod rest;
mod stability;
mod sweep;
mod work;

pub use rest::{FINDING, completed};
pub use work::Work;
