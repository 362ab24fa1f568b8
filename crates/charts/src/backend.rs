//! A plotters backend that keeps what is drawn as plain shapes, each with its ink, so that the page
//! can draw them as its own nodes, a file can hold them, and a test can compare them.

use super::theme::Ink;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};
use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

/// plotters counts in whole pixels. The backend is this much finer, so that shapes are placed to a
/// tenth of a pixel and stay sharp at any zoom.
pub(super) const FINE: i32 = 10;

/// A place in pixels from the upper left corner.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// How an ink covers an outline.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Paint {
    /// Filled.
    Fill,
    /// A line of this width around nothing.
    Stroke(f64),
    /// A line of this width around [`Ink::Surface`].
    Open(f64),
}

/// Which end of a text stands at its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Anchor {
    /// The beginning.
    Start,
    /// The middle.
    Middle,
    /// The end.
    End,
}

/// The form of a shape, in pixels.
#[derive(Clone, PartialEq, Debug)]
pub enum Form {
    /// A straight line.
    Line {
        /// From here.
        from: Point,
        /// To here.
        to: Point,
        /// Thickness.
        width: f64,
    },
    /// A line through points.
    Path {
        /// The points.
        points: Vec<Point>,
        /// Thickness.
        width: f64,
    },
    /// A filled area.
    Polygon {
        /// Its corners.
        points: Vec<Point>,
    },
    /// A rectangle.
    Rect {
        /// Upper left corner.
        corner: Point,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// Filled or outlined.
        paint: Paint,
    },
    /// A circle.
    Circle {
        /// Its centre.
        center: Point,
        /// Its radius.
        radius: f64,
        /// Filled or outlined.
        paint: Paint,
    },
    /// A line of text.
    Text {
        /// Where its base line stands.
        at: Point,
        /// The text.
        text: String,
        /// Size of the font.
        size: f64,
        /// Which end stands at `at`.
        anchor: Anchor,
        /// Whether it is bold.
        bold: bool,
    },
}

/// One shape of a drawing.
#[derive(Clone, PartialEq, Debug)]
pub struct Shape {
    /// What it looks like.
    pub form: Form,
    /// What it means.
    pub ink: Ink,
    /// Row of the unit that it stands for, where a click on it means that unit.
    pub key: Option<usize>,
}

/// A finished picture: the same input gives the same shapes on every machine.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Drawing {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// Shapes, those behind first.
    pub shapes: Vec<Shape>,
}

/// The colour that carries an ink and a key through plotters: the ink in the first channel, the key
/// plus one in the other two.
pub(super) fn carrier(ink: Ink, key: Option<usize>) -> (u8, u8, u8) {
    let key = key.and_then(|key| u16::try_from(key + 1).ok());
    let [high, low] = key.unwrap_or_default().to_be_bytes();
    (ink.code(), high, low)
}

fn carried(colour: BackendColor) -> (Ink, Option<usize>) {
    let (ink, high, low) = colour.rgb;
    let key = usize::from(u16::from_be_bytes([high, low]));
    (Ink::from_code(ink), key.checked_sub(1))
}

/// The backend; its shapes are shared with the sheet that reads them when all is drawn.
#[derive(Debug)]
pub(super) struct ShapeBackend {
    pub(super) size: (u32, u32),
    pub(super) shapes: Rc<RefCell<Vec<Shape>>>,
}

type Done = Result<(), DrawingErrorKind<Infallible>>;

fn pixels(fine: i32) -> f64 {
    f64::from(fine) / f64::from(FINE)
}

fn point(at: BackendCoord) -> Point {
    Point {
        x: pixels(at.0),
        y: pixels(at.1),
    }
}

fn thickness<S: BackendStyle>(style: &S) -> f64 {
    f64::from(style.stroke_width()) / f64::from(FINE)
}

impl ShapeBackend {
    fn keep(&self, colour: BackendColor, form: Form) -> Done {
        if colour.alpha > 0.0 {
            let (ink, key) = carried(colour);
            self.shapes.borrow_mut().push(Shape { form, ink, key });
        }
        Ok(())
    }
}

impl DrawingBackend for ShapeBackend {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, colour: BackendColor) -> Done {
        let corner = point(at);
        let (width, height) = (pixels(1), pixels(1));
        let paint = Paint::Fill;
        self.keep(
            colour,
            Form::Rect {
                corner,
                width,
                height,
                paint,
            },
        )
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done {
        let (from, to, width) = (point(from), point(to), thickness(style));
        self.keep(style.color(), Form::Line { from, to, width })
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        let (a, b) = (point(upper_left), point(bottom_right));
        let corner = Point {
            x: a.x.min(b.x),
            y: a.y.min(b.y),
        };
        let (width, height) = ((a.x - b.x).abs(), (a.y - b.y).abs());
        let paint = if fill {
            Paint::Fill
        } else {
            Paint::Stroke(thickness(style))
        };
        self.keep(
            style.color(),
            Form::Rect {
                corner,
                width,
                height,
                paint,
            },
        )
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        let points: Vec<Point> = path.into_iter().map(point).collect();
        let width = thickness(style);
        let form = match points.as_slice() {
            &[from, to] => Form::Line { from, to, width },
            _ => Form::Path { points, width },
        };
        self.keep(style.color(), form)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        let paint = if fill {
            Paint::Fill
        } else {
            Paint::Open(thickness(style))
        };
        let center = point(center);
        let radius = f64::from(radius) / f64::from(FINE);
        self.keep(
            style.color(),
            Form::Circle {
                center,
                radius,
                paint,
            },
        )
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Done {
        let points = corners.into_iter().map(point).collect();
        self.keep(style.color(), Form::Polygon { points })
    }

    /// Nothing is measured: the base line follows from the size alone.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Done {
        let size = style.size() / f64::from(FINE);
        let mut at = point(at);
        at.y += match style.anchor().v_pos {
            VPos::Top => 0.9 * size,
            VPos::Center => 0.35 * size,
            VPos::Bottom => -0.25 * size,
        };
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let bold = matches!(style.style(), FontStyle::Bold);
        let text = text.to_owned();
        self.keep(
            style.color(),
            Form::Text {
                at,
                text,
                size,
                anchor,
                bold,
            },
        )
    }

    /// Called by no chart here; an answer that needs no font, should plotters ever ask.
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let width = super::labels::width(text, style.size());
        Ok((width as u32, style.size() as u32))
    }
}

#[cfg(test)]
mod tests {
    use super::{BackendColor, carried, carrier};
    use crate::theme::Ink;

    #[test]
    fn ink_and_key_survive_the_way_through_plotters() {
        for (ink, key) in [
            (Ink::Own, Some(0)),
            (Ink::OnHigh, Some(62)),
            (Ink::Grid, None),
        ] {
            let rgb = carrier(ink, key);
            assert_eq!(carried(BackendColor { alpha: 1.0, rgb }), (ink, key));
        }
    }
}
