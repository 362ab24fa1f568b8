//! Scenarios side by side, up to four saved on the device beside the one on screen, and two
//! provinces side by side.

mod provinces;
mod saved;
mod words;

use super::ground::Ground;
use super::parts::simulated;
use crate::page::Markup;

/// The panel.
pub(super) fn compare(ground: &Ground<'_>, m: &mut Markup) {
    saved::scenarios(ground, m);
    provinces::provinces(ground, m);
    simulated(ground, m);
}

#[cfg(test)]
mod tests;
