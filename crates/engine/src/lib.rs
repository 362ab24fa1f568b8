//! The engine of dti-whatif: frameworks, editions and scenarios in; scores, ranks, plans and reasons
//! out. It knows no file, no browser and no sentence.
//!
//! | module | holds |
//! | --- | --- |
//! | [`model`] | exact numbers, frameworks, editions, scenarios, standings |
//! | [`analysis`] | the method's formulas, each a function of numbers |
//! | [`session`] | one scenario being edited, in whole numbers |
//! | [`calculator`] | the front door: questions on the editions that were loaded |

pub mod analysis;
pub mod calculator;
mod catalogue;
pub mod model;
pub mod session;

pub use catalogue::{Catalogue, Correction, DataVersion, Source};
