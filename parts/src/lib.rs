//! The parts of the page that are loaded later: pictures and explanations, own data. The page
//! calls them through tables of functions (`dyn`), since a plain call would bring their code into its own.

pub mod desk;
mod drawn;
mod offer;
pub mod page;
pub mod studio;
