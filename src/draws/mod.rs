//! Draws that say how sure a rank is: what the page asks, what is answered, and what makes them slice by
//! slice, in a worker or where workers are denied in the page. It knows no browser.

mod doubt;
mod maker;
mod message;

pub use maker::{Maker, maker};
pub use message::{
    Answer, Doubt, GroupShares, Heard, Near, Question, Request, Sources, Unit, Varied, Wanted,
    packed, unpacked,
};
