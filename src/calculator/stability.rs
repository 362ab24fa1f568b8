//! Draws around a scenario.
