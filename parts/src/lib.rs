//! What-if calculator for Viet Nam's provincial Digital Transformation Index (DTI).

#[cfg(feature = "analyst")]
pub mod analyst;
#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "desk")]
pub mod desk;
#[cfg(any(feature = "studio", feature = "desk"))]
mod drawn;
#[cfg(any(feature = "studio", feature = "desk"))]
mod offer;
pub mod page;
#[cfg(feature = "studio")]
pub mod studio;
