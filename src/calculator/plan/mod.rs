//! The cheapest way to a rank.
