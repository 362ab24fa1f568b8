//! What the own data answer a question of the page with, as values. No browser here: `drawn` draws a
//! [`Markup`] and hands over what happens.

mod asked;
mod choices;
mod control;
pub mod desk;
mod event;
mod markup;
mod names;
mod renamed;
mod siblings;
mod text;
mod unkept;
mod workbooks;

pub use asked::Asked;
pub use event::{Event, EventKind};
pub use markup::{Markup, Token, Words};
pub use siblings::{Name, kept};
pub use unkept::Unkept;

#[cfg(test)]
mod tests;
