//! Why a unit's rank moved between two scenarios.
