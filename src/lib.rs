//! What-if calculator for Viet Nam's provincial Digital Transformation Index (DTI).

pub mod analysis;
pub mod calculator;
pub mod files;
pub mod model;
