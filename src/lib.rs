//! What-if calculator for Viet Nam's provincial Digital Transformation Index (DTI).

pub mod analysis;
#[cfg(feature = "api")]
pub mod api;
pub mod calculator;
pub mod files;
pub mod link;
pub mod model;
