//! The places around a unit under a scenario.
