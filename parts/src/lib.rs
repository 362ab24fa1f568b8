//! The parts of the page that are loaded later: pictures and explanations, analyses, own data.

#[cfg(feature = "analyst")]
pub mod analyst;
#[cfg(feature = "desk")]
pub mod desk;
#[cfg(any(feature = "studio", feature = "desk"))]
mod drawn;
#[cfg(any(feature = "studio", feature = "desk"))]
mod offer;
pub mod page;
#[cfg(feature = "studio")]
pub mod studio;
