//! From a target rank to the overrides that reach it.
