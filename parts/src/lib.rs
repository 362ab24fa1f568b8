//! What the reader brought, loaded later. The page calls it through a table of functions (`dyn`), since a
//! plain call would bring its code into its own.

pub mod desk;
mod drawn;
mod offer;
pub mod page;
