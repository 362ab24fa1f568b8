//! Questions to small editions, with answers worked out by hand.

mod explain;
mod merger;
mod plan;
mod small;
mod yearly_gain;
