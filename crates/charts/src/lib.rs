//! Charts: from standings to shapes, through plotters.
//!
//! Each chart is one file with an `Input` (made from the core by a pure function), `draw` (input and
//! canvas to a [`Drawing`]) and `chart` (the drawing with its finding, facts, legend and table).
//! There are no visible words here but names that are passed in, no colours but [`Ink`]s, and
//! nothing is measured: the same input gives the same shapes in the browser and in a test.
//!
//! plotters would measure text for right-hand axes, captions and its own legends, so only axes at
//! the left and at the bottom with areas of fixed size are used.

pub mod acceptability;
mod backend;
pub mod breakdown;
mod dumbbell;
mod figure;
pub mod history;
mod labels;
pub mod ladder_strip;
pub mod pillars;
pub mod profile;
pub mod rank_shift;
mod sheet;
pub mod step_curve;
pub mod svg;
mod theme;
pub mod tile_map;
mod tiles;

pub use backend::{Anchor, Drawing, Form, Paint, Point, Shape};
pub use figure::{
    Cell, Chart, Column, Fact, Finding, LegendEntry, Meaning, Measure, Place, Sign, Start, Step,
    Table,
};
pub use labels::{AxisNames, Locale};
pub use theme::{Ink, Theme};
pub use tiles::{Tile, TileSet};

/// What a chart is drawn for: how wide, and for which readers.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Canvas {
    /// Width in pixels; charts choose their height. Below 320 nothing fits, so 320 is taken.
    pub width: f64,
    /// How numbers are written.
    pub locale: Locale,
}

impl Canvas {
    /// The width to draw for.
    fn room(self) -> f64 {
        self.width.max(320.0).min(1600.0).round()
    }

    /// Whether there is room for names beside a plot.
    fn is_wide(self) -> bool {
        self.room() >= 520.0
    }
}
