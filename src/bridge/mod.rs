//! The way to the parts that are loaded later: a place on the page for each, what is said while it comes and
//! where it does not. They are views like any other, but for the own data (`parts/`), which are asked in
//! one text and draw into their place by themselves.

mod analyses;
mod claims;
mod draws;
mod figures;
mod loading;
mod own_data;
mod pace;
mod panel;
mod part;
mod place;
mod question;

pub(crate) use analyses::AnalysesPlace;
pub(crate) use claims::ClaimsPlace;
pub use draws::{Draws, Made};
pub(crate) use figures::FiguresPlace;
pub use loading::{Drawn, Loaders, Loading, Lost};
pub(crate) use own_data::OwnData;
pub(crate) use pace::Pace;
pub(crate) use panel::PanelDialog;
pub use part::Parts;
pub(crate) use place::Waiting;
