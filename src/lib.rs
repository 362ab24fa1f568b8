//! What-if calculator for Viet Nam's provincial Digital Transformation Index (DTI).

pub mod analysis;
#[cfg(feature = "analyst")]
pub mod analyst;
#[cfg(feature = "api")]
pub mod api;
#[cfg(feature = "app")]
pub mod app;
pub mod calculator;
pub mod chart;
#[cfg(feature = "desk")]
pub mod desk;
pub mod files;
pub mod link;
pub mod model;
#[cfg(any(feature = "studio", feature = "desk"))]
mod offer;
pub mod page;
#[cfg(feature = "publish")]
pub mod publish;
pub mod session;
#[cfg(feature = "sheets-in")]
pub mod sheets_in;
#[cfg(feature = "sheets-out")]
pub mod sheets_out;
#[cfg(feature = "studio")]
pub mod studio;
// The cases of `benches/` name the crate as the native benches do.
#[cfg(feature = "trials")]
extern crate self as dti_whatif;
#[cfg(feature = "trials")]
#[path = "../benches/chromium/trials.rs"]
pub mod trials;
