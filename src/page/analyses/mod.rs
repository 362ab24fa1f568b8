//! The analyses below the ladder: the cheapest way up, the places around, why a rank moved, how sure
//! it is, one number swept, the merger, scenarios side by side. Pure functions from a question of
//! the page to markup; the third module runs them in a worker, slice by slice.

mod charts;
mod compare;
mod ground;
mod merger;
mod neighbourhood;
mod others;
mod panel;
mod parts;
mod sweep;
mod work;

pub use charts::with_charts;
pub use work::Work;
