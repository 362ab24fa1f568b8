//! The way to the parts that are loaded later: a place on the page for each, what is said while it comes and
//! where it does not. They are views like any other.

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
mod report;

pub use analyses::Analysis;
pub(crate) use analyses::{AnalysesPlace, AnalysisPlace};
pub(crate) use claims::ClaimsPlace;
pub use draws::{Draws, Made};
pub(crate) use figures::FiguresPlace;
pub use loading::{Drawn, Load, Loaders, Loading, Lost, TakeIn};
pub use own_data::Tab;
pub(crate) use own_data::{OwnDataPlace, TabPlace};
pub(crate) use pace::Pace;
pub(crate) use panel::PanelDialog;
pub use part::Parts;
pub(crate) use place::Waiting;
pub(crate) use report::{ReportPlace, open_report};
