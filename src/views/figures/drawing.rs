//! A chart's shapes as elements of the page: inks are classes, so that they follow the theme, and what
//! stands for a unit says which.

use dti_charts::{Anchor, Drawing, Form, Ink, Paint, Point, Shape};
use leptos::prelude::*;
use std::fmt::Write as _;

/// The drawing, named by the element with this id. Shapes whose key is the row of one of these units
/// carry its id as `data-unit`.
///
/// Whatever its form, a shape is a path or a text: two kinds of elements, and a change of one is a
/// change of its attributes.
pub(crate) fn drawn(drawing: &Drawing, named_by: &str, units: &[String]) -> AnyView {
    let (width, height) = (cut(drawing.width), cut(drawing.height));
    let shapes: Vec<AnyView> = drawing
        .shapes
        .iter()
        .map(|shape| drawn_shape(shape, units))
        .collect();
    view! {
        <svg
            class="drawing"
            viewBox=format!("0 0 {width} {height}")
            width=width
            height=height
            role="img"
            aria-labelledby=named_by.to_owned()
        >
            {shapes}
        </svg>
    }
    .into_any()
}

fn drawn_shape(shape: &Shape, units: &[String]) -> AnyView {
    let unit = shape.key.and_then(|key| units.get(key)).cloned();
    let Form::Text {
        at,
        text,
        size,
        anchor,
        bold,
    } = &shape.form
    else {
        let (kind, outline, thickness) = outline(&shape.form);
        return view! {
            <path
                class=class(kind, shape.ink)
                d=outline
                stroke-width=thickness.map(cut)
                data-unit=unit
            >
                {()}
            </path>
        }
        .into_any();
    };
    let anchor = match anchor {
        Anchor::Start => None,
        Anchor::Middle => Some("middle"),
        Anchor::End => Some("end"),
    };
    view! {
        <text
            class=class("words", shape.ink)
            x=cut(at.x)
            y=cut(at.y)
            font-size=cut(*size)
            text-anchor=anchor
            font-weight=bold.then_some("700")
            data-unit=unit
        >
            {text.clone()}
        </text>
    }
    .into_any()
}

fn class(kind: &str, ink: Ink) -> String {
    format!("{kind} ink-{}", ink.name())
}

/// What a form is painted as, the path around it, and the thickness of its line. Texts have none.
fn outline(form: &Form) -> (&'static str, String, Option<f64>) {
    match form {
        Form::Line { from, to, width } => ("line", path(&[*from, *to], false), Some(*width)),
        Form::Path { points, width } => ("line", path(points, false), Some(*width)),
        Form::Polygon { points } => ("area", path(points, true), None),
        Form::Rect {
            corner,
            width,
            height,
            paint,
        } => {
            let at = |x: f64, y: f64| Point {
                x: corner.x + x,
                y: corner.y + y,
            };
            let corners = [
                *corner,
                at(*width, 0.0),
                at(*width, *height),
                at(0.0, *height),
            ];
            painted(*paint, path(&corners, true))
        }
        Form::Circle {
            center,
            radius,
            paint,
        } => {
            let (left, y) = (cut(center.x - radius), cut(center.y));
            let (radius, width) = (cut(*radius), cut(2.0 * radius));
            let half = format!("a{radius} {radius} 0 1 0");
            let round = format!("M{left} {y}{half} {width} 0{half} -{width} 0Z");
            painted(*paint, round)
        }
        Form::Text { .. } => ("words", String::new(), None),
    }
}

fn painted(paint: Paint, outline: String) -> (&'static str, String, Option<f64>) {
    match paint {
        Paint::Fill => ("area", outline, None),
        Paint::Stroke(width) => ("line", outline, Some(width)),
        Paint::Open(width) => ("open", outline, Some(width)),
    }
}

fn path(points: &[Point], is_closed: bool) -> String {
    let mut path = String::new();
    for (number, point) in points.iter().enumerate() {
        let step = if number == 0 { 'M' } else { 'L' };
        // Writing to a `String` does not fail.
        write!(path, "{step}{} {}", cut(point.x), cut(point.y)).ok();
    }
    if is_closed {
        path.push('Z');
    }
    path
}

/// A number with one decimal: shapes are placed to a tenth of a pixel.
fn cut(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let (whole, rest) = (tenths / 10, tenths % 10);
    let sign = if tenths < 0 && whole == 0 { "-" } else { "" };
    match rest.abs() {
        0 => format!("{whole}"),
        rest => format!("{sign}{whole}.{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{cut, outline};
    use dti_charts::{Form, Paint, Point};

    #[test]
    fn numbers_have_a_tenth_at_most() {
        assert_eq!(cut(12.0), "12");
        assert_eq!(cut(12.34), "12.3");
        assert_eq!(cut(-0.26), "-0.3");
        assert_eq!(cut(-3.04), "-3");
    }

    #[test]
    fn every_form_is_a_path() {
        let center = Point { x: 10.0, y: 20.0 };
        let circle = Form::Circle {
            center,
            radius: 4.0,
            paint: Paint::Open(2.0),
        };
        let (kind, path, width) = outline(&circle);
        assert_eq!(path, "M6 20a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z");
        assert_eq!((kind, width), ("open", Some(2.0)));
        let square = Form::Rect {
            corner: center,
            width: 5.0,
            height: 2.5,
            paint: Paint::Fill,
        };
        let expected = ("area", "M10 20L15 20L15 22.5L10 22.5Z".to_owned(), None);
        assert_eq!(outline(&square), expected);
    }
}
