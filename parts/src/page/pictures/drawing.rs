//! A chart's shapes as elements of the page: inks are classes, so that they follow the theme, and a
//! shape that stands for a unit chooses it.

use crate::page::Markup;
use crate::page::markup::Words;
use dti_charts::{Anchor, Drawing, Form, Ink, Paint, Point, Shape};

/// The drawing as an `<svg>` that is named by the element with this id.
pub(in crate::page) fn draw(m: &mut Markup, drawing: &Drawing, named_by: String, units: &[String]) {
    m.node("svg", "drawing", |m| {
        let (width, height) = (cut(drawing.width), cut(drawing.height));
        m.set("viewBox", format!("0 0 {width} {height}"));
        m.set("width", width);
        m.set("height", height);
        m.set("role", "img");
        m.set("aria-labelledby", named_by);
        for shape in &drawing.shapes {
            put(m, shape, units);
        }
    });
}

fn put(m: &mut Markup, shape: &Shape, units: &[String]) {
    let ink = shape.ink;
    let unit = shape.key.and_then(|key| units.get(key));
    let (tag, fill): (&'static str, Words) = match &shape.form {
        Form::Line { .. } | Form::Path { .. } => ("path", class("line", ink)),
        Form::Polygon { .. } => ("path", class("area", ink)),
        Form::Rect { paint, .. } => ("rect", class(of_paint(*paint), ink)),
        Form::Circle { paint, .. } => ("circle", class(of_paint(*paint), ink)),
        Form::Text { .. } => ("text", class("words", ink)),
    };
    m.node(tag, "", |m| {
        m.set("class", fill);
        if let Some(unit) = unit {
            m.set("data-do", format!("choose {unit}"));
        }
        form(m, &shape.form);
    });
}

fn class(kind: &str, ink: Ink) -> Words {
    Words::Owned(format!("{kind} ink-{}", ink.name()))
}

fn of_paint(paint: Paint) -> &'static str {
    match paint {
        Paint::Fill => "area",
        Paint::Stroke(_) => "line",
        Paint::Open(_) => "open",
    }
}

fn form(m: &mut Markup, form: &Form) {
    match form {
        Form::Line { from, to, width } => {
            m.set("d", path(&[*from, *to], false));
            m.set("stroke-width", cut(*width));
        }
        Form::Path { points, width } => {
            m.set("d", path(points, false));
            m.set("stroke-width", cut(*width));
        }
        Form::Polygon { points } => m.set("d", path(points, true)),
        Form::Rect {
            corner,
            width,
            height,
            paint,
        } => {
            m.set("x", cut(corner.x));
            m.set("y", cut(corner.y));
            m.set("width", cut(*width));
            m.set("height", cut(*height));
            stroke(m, *paint);
        }
        Form::Circle {
            center,
            radius,
            paint,
        } => {
            m.set("cx", cut(center.x));
            m.set("cy", cut(center.y));
            m.set("r", cut(*radius));
            stroke(m, *paint);
        }
        Form::Text {
            at,
            text,
            size,
            anchor,
            bold,
        } => {
            m.set("x", cut(at.x));
            m.set("y", cut(at.y));
            m.set("font-size", cut(*size));
            match anchor {
                Anchor::Start => {}
                Anchor::Middle => m.set("text-anchor", "middle"),
                Anchor::End => m.set("text-anchor", "end"),
            }
            if *bold {
                m.set("font-weight", "700");
            }
            m.text(text.clone());
        }
    }
}

fn stroke(m: &mut Markup, paint: Paint) {
    match paint {
        Paint::Fill => {}
        Paint::Stroke(width) | Paint::Open(width) => m.set("stroke-width", cut(width)),
    }
}

fn path(points: &[Point], is_closed: bool) -> String {
    let mut path = String::new();
    for (number, point) in points.iter().enumerate() {
        path.push(if number == 0 { 'M' } else { 'L' });
        path.push_str(&cut(point.x));
        path.push(' ');
        path.push_str(&cut(point.y));
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
    use super::cut;

    #[test]
    fn numbers_have_a_tenth_at_most() {
        assert_eq!(cut(12.0), "12");
        assert_eq!(cut(12.34), "12.3");
        assert_eq!(cut(-0.26), "-0.3");
        assert_eq!(cut(-3.04), "-3");
    }
}
