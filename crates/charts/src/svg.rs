//! A drawing as a standalone SVG file: title above, legend and source below, colours of a theme.
//! Only what is passed in is written; text is escaped.

use super::backend::{Anchor, Drawing, Form, Paint, Point, Shape};
use super::figure::{LegendEntry, Sign};
use super::labels::width;
use super::theme::{Ink, Theme};
use std::fmt::Write as _;

/// The words of a file, in the reader's language. Empty ones take no room.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Caption {
    /// The finding.
    pub title: String,
    /// What must be said where the scenario is edited: "simulation, not official".
    pub warning: String,
    /// Where the figures come from.
    pub source: String,
    /// The legend with the words for each mark.
    pub legend: Vec<(LegendEntry, String)>,
}

const MARGIN: f64 = 16.0;
const TITLE: f64 = 17.0;
const TEXT: f64 = 12.0;

/// A line of text of the caption.
struct Line {
    text: String,
    size: f64,
    ink: Ink,
    bold: bool,
}

impl Line {
    fn height(&self) -> f64 {
        // Vietnamese capitals carry two marks: lines need more than one and a half sizes.
        (self.size * 1.55).ceil()
    }
}

/// Breaks a text into lines of an estimated width.
fn wrap(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line, size) + width(word, size) + 0.6 * size <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn lines(text: &str, size: f64, ink: Ink, bold: bool, room: f64) -> Vec<Line> {
    let line = |text| Line {
        text,
        size,
        ink,
        bold,
    };
    wrap(text, size, room).into_iter().map(line).collect()
}

/// The file.
pub fn write(drawing: &Drawing, caption: &Caption, theme: Theme) -> String {
    let total_width = drawing.width.max(300.0) + 2.0 * MARGIN;
    let room = total_width - 2.0 * MARGIN;
    let mut above = lines(&caption.title, TITLE, Ink::Label, true, room);
    above.extend(lines(&caption.warning, TEXT, Ink::Loss, true, room));
    let below = lines(&caption.source, TEXT, Ink::Axis, false, room);
    let mut body = String::new();
    let mut y = MARGIN;
    put_lines(&mut body, &above, theme, &mut y);
    y += if above.is_empty() { 0.0 } else { 6.0 };
    put_legend(&mut body, &caption.legend, theme, room, &mut y);
    writeln!(
        body,
        "<g transform=\"translate({} {})\">",
        cut(MARGIN),
        cut(y)
    )
    .ok();
    for shape in &drawing.shapes {
        put(&mut body, shape, theme);
    }
    body.push_str("</g>\n");
    y += drawing.height + if below.is_empty() { 0.0 } else { 8.0 };
    put_lines(&mut body, &below, theme, &mut y);
    let (w, h) = (cut(total_width), cut(y + MARGIN));
    let title = escape(&caption.title);
    let ground = theme.colour(Ink::Surface);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" \
         viewBox=\"0 0 {w} {h}\" role=\"img\" font-family=\"system-ui, 'Segoe UI', Roboto, \
         'Noto Sans', 'DejaVu Sans', sans-serif\">\n<title>{title}</title>\n\
         <rect width=\"{w}\" height=\"{h}\" fill=\"{ground}\"/>\n{body}</svg>\n"
    )
}

fn put_lines(body: &mut String, lines: &[Line], theme: Theme, y: &mut f64) {
    for line in lines {
        let at = Point {
            x: MARGIN,
            y: *y + line.size * 1.15,
        };
        let form = Form::Text {
            at,
            text: line.text.clone(),
            size: line.size,
            anchor: Anchor::Start,
            bold: line.bold,
        };
        put(body, &shape(form, line.ink), theme);
        *y += line.height();
    }
}

fn shape(form: Form, ink: Ink) -> Shape {
    Shape {
        form,
        ink,
        key: None,
    }
}

fn put_legend(
    body: &mut String,
    legend: &[(LegendEntry, String)],
    theme: Theme,
    room: f64,
    y: &mut f64,
) {
    let mut x = MARGIN;
    for (number, (entry, words)) in legend.iter().enumerate() {
        let length = 20.0 + width(words, TEXT) + 14.0;
        if number > 0 && x + length > MARGIN + room {
            x = MARGIN;
            *y += 20.0;
        }
        put(body, &sign(*entry, x + 8.0, *y + 10.0), theme);
        let form = Form::Text {
            at: Point {
                x: x + 20.0,
                y: *y + 14.0,
            },
            text: words.clone(),
            size: TEXT,
            anchor: Anchor::Start,
            bold: false,
        };
        put(body, &shape(form, Ink::Label), theme);
        x += length;
    }
    if !legend.is_empty() {
        *y += 28.0;
    }
}

/// The mark of a legend entry around a middle.
fn sign(entry: LegendEntry, x: f64, y: f64) -> Shape {
    let at = |dx: f64, dy: f64| Point {
        x: x + dx,
        y: y + dy,
    };
    let line = |from, to, width| Form::Line { from, to, width };
    let square = |paint| Form::Rect {
        corner: at(-6.0, -6.0),
        width: 12.0,
        height: 12.0,
        paint,
    };
    let round = |paint| Form::Circle {
        center: at(0.0, 0.0),
        radius: 5.0,
        paint,
    };
    let form = match entry.sign {
        Sign::Dot => round(Paint::Fill),
        Sign::Ring => round(Paint::Open(2.0)),
        Sign::Notch => line(at(0.0, -7.0), at(0.0, 7.0), 2.0),
        Sign::Diamond => Form::Polygon {
            points: vec![at(0.0, -6.0), at(6.0, 0.0), at(0.0, 6.0), at(-6.0, 0.0)],
        },
        Sign::Line => line(at(-7.0, 0.0), at(7.0, 0.0), 3.0),
        Sign::Tile => square(Paint::Fill),
        Sign::Frame => square(Paint::Stroke(2.5)),
    };
    shape(form, entry.ink)
}

/// A number cut to 3 decimals, without zeros at the end.
fn cut(value: f64) -> String {
    let thousandths = (value * 1000.0).round() as i64;
    let sign = if thousandths < 0 { "-" } else { "" };
    let (whole, rest) = (
        thousandths.unsigned_abs() / 1000,
        thousandths.unsigned_abs() % 1000,
    );
    let text = format!("{sign}{whole}.{rest:03}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    text.to_owned()
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // Not allowed in XML, whatever the escape.
            '\u{fffe}' | '\u{ffff}' => escaped.push(' '),
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

fn join(points: &[Point]) -> String {
    let pairs = points.iter().map(|p| format!("{},{}", cut(p.x), cut(p.y)));
    pairs.collect::<Vec<_>>().join(" ")
}

fn paint_of(paint: Paint, colour: &str, theme: Theme) -> String {
    let ground = theme.colour(Ink::Surface);
    match paint {
        Paint::Fill => format!("fill=\"{colour}\""),
        Paint::Stroke(width) => {
            format!(
                "fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\"",
                cut(width)
            )
        }
        Paint::Open(width) => {
            format!(
                "fill=\"{ground}\" stroke=\"{colour}\" stroke-width=\"{}\"",
                cut(width)
            )
        }
    }
}

fn put(body: &mut String, shape: &Shape, theme: Theme) {
    let colour = theme.colour(shape.ink);
    let written = match &shape.form {
        Form::Line { from, to, width } => format!(
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{colour}\" \
             stroke-width=\"{}\"/>",
            cut(from.x),
            cut(from.y),
            cut(to.x),
            cut(to.y),
            cut(*width)
        ),
        Form::Path { points, width } => format!(
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\" \
             stroke-linejoin=\"round\"/>",
            join(points),
            cut(*width)
        ),
        Form::Polygon { points } => {
            format!("<polygon points=\"{}\" fill=\"{colour}\"/>", join(points))
        }
        Form::Rect {
            corner,
            width,
            height,
            paint,
        } => format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {}/>",
            cut(corner.x),
            cut(corner.y),
            cut(*width),
            cut(*height),
            paint_of(*paint, colour, theme)
        ),
        Form::Circle {
            center,
            radius,
            paint,
        } => format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {}/>",
            cut(center.x),
            cut(center.y),
            cut(*radius),
            paint_of(*paint, colour, theme)
        ),
        Form::Text { .. } => text(shape, colour, theme),
    };
    body.push_str(&written);
    body.push('\n');
}

/// Text, with a rim of the ground so that lines behind it do not cross its letters.
fn text(shape: &Shape, colour: &str, theme: Theme) -> String {
    let Form::Text {
        at,
        text,
        size,
        anchor,
        bold,
    } = &shape.form
    else {
        return String::new();
    };
    let anchor = match anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let weight = if *bold { " font-weight=\"700\"" } else { "" };
    let rim = if matches!(shape.ink, Ink::OnLow | Ink::OnHigh) {
        String::new()
    } else {
        let ground = theme.colour(Ink::Surface);
        format!(" stroke=\"{ground}\" stroke-width=\"3\" paint-order=\"stroke\"")
    };
    format!(
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{colour}\"{anchor}{weight}{rim}>{}</text>",
        cut(at.x),
        cut(at.y),
        cut(*size),
        escape(text)
    )
}

#[cfg(test)]
mod tests {
    use super::{Caption, cut, wrap, write};
    use crate::{Drawing, Theme};

    #[test]
    fn numbers_are_cut_to_3_decimals() {
        assert_eq!(cut(1.0), "1");
        assert_eq!(cut(0.123_46), "0.123");
        assert_eq!(cut(-0.0001), "0");
    }

    #[test]
    fn words_are_escaped() {
        let caption = Caption {
            title: "<b>A & B</b>\u{1}\u{ffff}|".to_owned(),
            ..Caption::default()
        };
        let file = write(&Drawing::default(), &caption, Theme::Light);
        assert!(file.contains("&lt;b&gt;A &amp; B&lt;/b&gt;  |"));
        assert!(!file.contains("<b>"));
    }

    #[test]
    fn long_titles_are_broken_between_words() {
        assert_eq!(wrap("một hai ba", 10.0, 45.0), ["một hai", "ba"]);
        assert_eq!(wrap("", 10.0, 45.0), Vec::<String>::new());
    }
}
