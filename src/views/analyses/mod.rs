//! The analyses below the ladder: the cheapest way up, the places around, why a rank moved, how sure it
//! is, one number swept, the merger, scenarios side by side, peers, and two decisions side by side.

mod ground;
mod neighbourhood;
mod parts;
mod sweep;
