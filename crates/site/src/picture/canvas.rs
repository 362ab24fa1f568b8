//! A surface to draw on: plotters' bitmap with rectangles, triangles and text in a few inks.

use super::letters::{Fonts, Weight};
use super::{HEIGHT, Refused, Rgba, WIDTH};
use plotters_backend::{BackendColor, BackendStyle, DrawingBackend as _, DrawingErrorKind};
use plotters_bitmap::BitMapBackend;
use plotters_bitmap::bitmap_pixel::RGBPixel;

/// A colour without transparency.
pub(super) type Ink = [u8; 3];

/// Where a text stands at its point.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Align {
    Left,
    Middle,
    Right,
}

/// How a text is written.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Type {
    pub(super) weight: Weight,
    /// Pixels per em.
    pub(super) size: f32,
    pub(super) ink: Ink,
}

/// What is drawn on.
pub(super) struct Canvas<'a> {
    backend: BitMapBackend<'a, RGBPixel>,
    fonts: &'a Fonts,
    failed: Option<String>,
}

struct Solid(Ink);

impl BackendStyle for Solid {
    fn color(&self) -> BackendColor {
        colour(self.0, 1.0)
    }
}

fn colour([red, green, blue]: Ink, alpha: f64) -> BackendColor {
    BackendColor {
        alpha,
        rgb: (red, green, blue),
    }
}

impl<'a> Canvas<'a> {
    /// A canvas over a buffer of [`WIDTH`] by [`HEIGHT`] pixels of three bytes.
    pub(super) fn new(buffer: &'a mut [u8], fonts: &'a Fonts) -> Self {
        Self {
            backend: BitMapBackend::with_buffer(buffer, (WIDTH, HEIGHT)),
            fonts,
            failed: None,
        }
    }

    /// A filled rectangle.
    pub(super) fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        let corner = |x: f32, y: f32| (x.round() as i32, y.round() as i32);
        let (from, to) = (corner(x, y), corner(x + width, y + height));
        let done = self.backend.draw_rect(from, to, &Solid(ink), true);
        self.note(done);
    }

    /// A triangle as wide as high that points up, or down; its edges are smoothed by hand.
    pub(super) fn triangle(&mut self, x: f32, y: f32, side: f32, points_up: Side, ink: Ink) {
        let rows = side.round() as i32;
        for row in 0..rows {
            let from_tip = match points_up {
                Side::Up => row,
                Side::Down => rows - 1 - row,
            };
            let half = (from_tip as f32 + 0.5) / 2.0;
            for column in 0..rows {
                let off = (column as f32 + 0.5 - side / 2.0).abs();
                let covered = f64::from((half - off + 0.5).max(0.0).min(1.0));
                if covered > 0.0 {
                    let at = (x.round() as i32 + column, y.round() as i32 + row);
                    let done = self.backend.draw_pixel(at, colour(ink, covered));
                    self.note(done);
                }
            }
        }
    }

    /// A text whose base line goes through a point; says how wide it is.
    pub(super) fn text(&mut self, text: &str, at: (f32, f32), set: Type, align: Align) -> f32 {
        let width = self.fonts.width(text, set.weight, set.size);
        let left = match align {
            Align::Left => at.0,
            Align::Middle => at.0 - width / 2.0,
            Align::Right => at.0 - width,
        };
        for (x, y, covered) in self.fonts.dots(text, set.weight, set.size, (left, at.1)) {
            let done = self
                .backend
                .draw_pixel((x, y), colour(set.ink, f64::from(covered)));
            self.note(done);
        }
        width
    }

    /// Width of a text.
    pub(super) fn width(&self, text: &str, set: Type) -> f32 {
        self.fonts.width(text, set.weight, set.size)
    }

    /// Finished pixels with their own transparency, row by row in a square.
    pub(super) fn pixels(&mut self, (left, top): (i32, i32), side: u32, pixels: &[Rgba]) {
        let places = (0..side).flat_map(|y| (0..side).map(move |x| (x, y)));
        for ((x, y), &[red, green, blue, alpha]) in places.zip(pixels) {
            let shade = colour([red, green, blue], f64::from(alpha) / 255.0);
            let done = self
                .backend
                .draw_pixel((left + x as i32, top + y as i32), shade);
            self.note(done);
        }
    }

    /// Ends the drawing.
    pub(super) fn finish(mut self) -> Result<(), Refused> {
        let done = self.backend.present();
        self.note(done);
        match self.failed {
            Some(failed) => Err(Refused::Drawing(failed)),
            None => Ok(()),
        }
    }

    fn note<E: std::error::Error + Send + Sync>(&mut self, done: Result<(), DrawingErrorKind<E>>) {
        if let Err(error) = done {
            self.failed = Some(error.to_string());
        }
    }
}

/// Which way a triangle points.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    Up,
    Down,
}
