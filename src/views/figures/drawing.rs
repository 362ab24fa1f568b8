//! A chart's shapes as elements of the page: inks are classes, so that they follow the theme, and what
//! stands for a unit says which.

use super::figure::Picture;
use crate::components::attribute;
use crate::state::State;
use dti_charts::{Anchor, Drawing, Form, Paint, Point, Shape};
use dti_engine::model::Edition;
use leptos::prelude::*;
use std::fmt::Write as _;
use std::sync::Arc;

/// A shape as an element, whatever its form a path or a text. It is its own key: what stays the same from one
/// drawing to the next is left alone.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Mark {
    class: String,
    /// Id of the unit that it stands for.
    unit: Option<String>,
    element: Element,
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Element {
    Path {
        outline: String,
        thickness: Option<String>,
    },
    Text {
        at: [String; 2],
        text: String,
        size: String,
        anchor: Option<&'static str>,
        weight: Option<&'static str>,
    },
}

/// A drawing that follows its chart, named by the element with this id. Shapes whose key is the row of a unit
/// of the edition carry its id as `data-unit`.
#[component]
pub(crate) fn Drawn(
    /// The state.
    state: State,
    /// What is drawn.
    picture: Signal<Option<Arc<Picture>>>,
    /// Id of what names it.
    named_by: String,
) -> impl IntoView {
    let of = move |ask: fn(&Drawing) -> String| {
        attribute(move || picture.with(|own| own.as_ref().map(|own| ask(&own.chart.drawing))))
    };
    let marks = move || {
        picture.with(|picture| {
            let shapes = picture.iter().flat_map(|own| &own.chart.drawing.shapes);
            state.edition.with(|edition| {
                let marks = shapes.map(|shape| Mark::of(shape, edition));
                marks.enumerate().collect::<Vec<_>>()
            })
        })
    };
    view! {
        <svg
            class="drawing"
            viewBox=of(|own| format!("0 0 {} {}", cut(own.width), cut(own.height)))
            width=of(|own| cut(own.width))
            height=of(|own| cut(own.height))
            role="img"
            aria-labelledby=named_by
        >
            <For each=marks key=Clone::clone children=|(_, mark)| mark.drawn() />
        </svg>
    }
    .into_any()
}

impl Mark {
    fn of(shape: &Shape, edition: &Edition) -> Self {
        let unit = shape.key.and_then(|key| edition.units().get(key));
        let unit = unit.map(|unit| unit.id.clone());
        let (kind, element) = match &shape.form {
            Form::Text {
                at,
                text,
                size,
                anchor,
                bold,
            } => {
                let text = Element::Text {
                    at: [cut(at.x), cut(at.y)],
                    text: text.clone(),
                    size: cut(*size),
                    anchor: match anchor {
                        Anchor::Start => None,
                        Anchor::Middle => Some("middle"),
                        Anchor::End => Some("end"),
                    },
                    weight: bold.then_some("700"),
                };
                ("words", text)
            }
            form => {
                let (kind, outline, thickness) = outline(form);
                let thickness = thickness.map(cut);
                (kind, Element::Path { outline, thickness })
            }
        };
        Self {
            class: format!("{kind} ink-{}", shape.ink.name()),
            unit,
            element,
        }
    }

    fn drawn(self) -> AnyView {
        let (class, unit) = (self.class, self.unit);
        match self.element {
            Element::Path { outline, thickness } => view! {
                <path class=class d=outline stroke-width=thickness data-unit=unit>
                    {()}
                </path>
            }
            .into_any(),
            Element::Text {
                at: [x, y],
                text,
                size,
                anchor,
                weight,
            } => view! {
                <text
                    class=class
                    x=x
                    y=y
                    font-size=size
                    text-anchor=anchor
                    font-weight=weight
                    data-unit=unit
                >
                    {text}
                </text>
            }
            .into_any(),
        }
    }
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
