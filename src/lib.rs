//! What-if calculator for Viet Nam's provincial Digital Transformation Index (DTI): the page.

pub mod app;
pub mod bridge;
pub mod browser;
pub mod components;
pub mod state;
pub mod views;
