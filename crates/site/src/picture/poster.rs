//! One picture: a name, a place, a score, the change on the year before, and where all others
//! stand.

use super::canvas::{Align, Canvas, Ink, Side, Type};
use super::letters::{Fonts, Weight};
use super::{Refused, packed};
use crate::icon::mark;
use crate::poster::{End, Headline, Poster};

/// Width in pixels.
pub(crate) const WIDTH: u32 = 1200;
/// Height in pixels.
pub(crate) const HEIGHT: u32 = 630;

// As in style/tokens.css, light.
const PAPER: Ink = [0xf5, 0xf4, 0xf0];
const CARD: Ink = [0xff, 0xff, 0xff];
const INK: Ink = [0x18, 0x22, 0x2a];
const SOFT: Ink = [0x52, 0x60, 0x6b];
const LINE: Ink = [0xde, 0xdc, 0xd5];
const EDGE: Ink = [0x7a, 0x87, 0x91];
const ACCENT: Ink = [0x0b, 0x5f, 0x7d];
const UP: Ink = [0x1a, 0x73, 0x44];
const DOWN: Ink = [0xb2, 0x3a, 0x1e];

const LEFT: f32 = 72.0;
const RIGHT: f32 = WIDTH as f32 - 72.0;
/// Left edges of rank, score and change.
const COLUMNS: [f32; 3] = [LEFT, 424.0, 776.0];
/// Base line of the name, and of what is supposed below it.
const NAME: f32 = 180.0;
const NAME_ABOVE: f32 = 164.0;
const PREMISE: f32 = 212.0;
/// Base lines of the labels, of the figures, and of the words below them.
const LABELS: f32 = 258.0;
const FIGURES: f32 = 342.0;
const BELOW: f32 = 384.0;
/// The axis.
const AXIS: f32 = 484.0;

/// What every picture is drawn with and on.
pub(crate) struct Easel {
    fonts: Fonts,
    /// The pixels that are the same on all.
    ground: Vec<u8>,
}

impl Easel {
    /// Ready to draw.
    pub(crate) fn new() -> Result<Self, Refused> {
        let fonts = Fonts::vendored()?;
        let mut buffer = vec![0; (WIDTH * HEIGHT * 3) as usize];
        let mut canvas = Canvas::new(&mut buffer, &fonts);
        ground(&mut canvas);
        canvas.finish()?;
        Ok(Self {
            fonts,
            ground: buffer,
        })
    }

    /// Draws a picture and packs it as PNG.
    pub(crate) fn poster(&self, words: &Poster) -> Result<Vec<u8>, Refused> {
        let mut buffer = self.ground.clone();
        let mut canvas = Canvas::new(&mut buffer, &self.fonts);
        let kicker = set(Weight::Bold, 27.0, ACCENT);
        canvas.text(&words.kicker, (LEFT, 92.0), kicker, Align::Left);
        title(&mut canvas, words);
        match &words.headline {
            Headline::Site(lead) => paragraph(&mut canvas, lead),
            Headline::Place { .. } => place(&mut canvas, words),
        }
        axis(&mut canvas, words);
        foot(&mut canvas, &words.foot);
        canvas.finish()?;
        let (pixels, _) = buffer.as_chunks::<3>();
        packed(WIDTH, HEIGHT, pixels)
    }

    /// Whether the font has every letter of a text.
    #[cfg(test)]
    pub(crate) fn has_all(&self, text: &str) -> bool {
        self.fonts.has_all(text)
    }
}

fn set(weight: Weight, size: f32, ink: Ink) -> Type {
    Type { weight, size, ink }
}

fn ground(canvas: &mut Canvas<'_>) {
    let (width, height) = (WIDTH as f32, HEIGHT as f32);
    canvas.rectangle(0.0, 0.0, width, height, PAPER);
    canvas.rectangle(0.0, 0.0, 16.0, height, ACCENT);
    canvas.rectangle(16.0, height - 78.0, width - 16.0, 78.0, CARD);
    canvas.rectangle(16.0, height - 78.0, width - 16.0, 1.0, LINE);
    let side = 44;
    canvas.pixels((LEFT as i32, HEIGHT as i32 - 61), side, &mark(side));
}

/// The name, and below it what is supposed.
fn title(canvas: &mut Canvas<'_>, words: &Poster) {
    let name = set(Weight::Bold, 76.0, INK);
    let Some(premise) = &words.premise else {
        let name = fitting(canvas, &words.name, name);
        canvas.text(&words.name, (LEFT, NAME), name, Align::Left);
        return;
    };
    let name = fitting(canvas, &words.name, Type { size: 64.0, ..name });
    canvas.text(&words.name, (LEFT, NAME_ABOVE), name, Align::Left);
    let told = fitting(canvas, premise, set(Weight::Bold, 30.0, ACCENT));
    canvas.text(premise, (LEFT, PREMISE), told, Align::Left);
}

/// A type, as much smaller as a text needs to have room.
fn fitting(canvas: &Canvas<'_>, text: &str, mut own: Type) -> Type {
    while canvas.width(text, own) > RIGHT - LEFT && own.size > 20.0 {
        own.size -= 2.0;
    }
    own
}

/// What the site is for, in as many lines as it takes.
fn paragraph(canvas: &mut Canvas<'_>, text: &str) {
    let own = set(Weight::Regular, 38.0, SOFT);
    let (mut line, mut y) = (String::new(), 262.0);
    for word in text.split(' ') {
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if canvas.width(&longer, own) > RIGHT - LEFT {
            canvas.text(&line, (LEFT, y), own, Align::Left);
            y += 54.0;
            word.clone_into(&mut line);
        } else {
            line = longer;
        }
    }
    canvas.text(&line, (LEFT, y), own, Align::Left);
}

/// Rank, score, change.
fn place(canvas: &mut Canvas<'_>, words: &Poster) {
    let Headline::Place { rank, score, since } = &words.headline else {
        return;
    };
    let label = set(Weight::Regular, 26.0, SOFT);
    for (x, text) in COLUMNS.iter().zip(&words.labels) {
        canvas.text(text, (*x, LABELS), label, Align::Left);
    }
    let [first, second, third] = COLUMNS;
    let large = set(Weight::Bold, 84.0, ACCENT);
    let width = canvas.text(&rank.to_string(), (first, FIGURES), large, Align::Left);
    let of = format!("/{}", words.units);
    let small = set(Weight::Regular, 44.0, SOFT);
    canvas.text(&of, (first + width + 6.0, FIGURES), small, Align::Left);
    let middle = set(Weight::Bold, 64.0, INK);
    canvas.text(score, (second, FIGURES), middle, Align::Left);
    match since {
        None => {
            canvas.text("–", (third, FIGURES), middle, Align::Left);
        }
        Some(change) => {
            canvas.text(&change.score, (third, FIGURES), middle, Align::Left);
            let places = change.places.unwrap_or_default();
            moved_below(canvas, (third, BELOW), places, &change.moved);
        }
    }
}

/// Places gained or lost, told apart by shape, colour and words.
fn moved_below(canvas: &mut Canvas<'_>, (x, y): (f32, f32), places: i64, words: &str) {
    let (ink, side) = match places {
        0 => (SOFT, None),
        1.. => (UP, Some(Side::Up)),
        _ => (DOWN, Some(Side::Down)),
    };
    let mut left = x;
    if let Some(side) = side {
        canvas.triangle(left, y - 20.0, 20.0, side, ink);
        left += 32.0;
    }
    canvas.text(words, (left, y), set(Weight::Bold, 27.0, ink), Align::Left);
}

/// Where all units stand, from the lowest score to the highest.
fn axis(canvas: &mut Canvas<'_>, words: &Poster) {
    let at = |share: f64| LEFT + share as f32 * (RIGHT - LEFT);
    canvas.rectangle(LEFT, AXIS - 1.0, RIGHT - LEFT, 2.0, EDGE);
    for share in &words.axis.places {
        canvas.rectangle(at(*share) - 1.5, AXIS - 15.0, 3.0, 30.0, EDGE);
    }
    let [low, high] = &words.axis.ends;
    end(canvas, low, LEFT, Align::Left);
    end(canvas, high, RIGHT, Align::Right);
    if let Some(own) = words.axis.own {
        let x = at(own);
        canvas.rectangle(x - 7.0, AXIS - 30.0, 14.0, 54.0, PAPER);
        canvas.rectangle(x - 5.0, AXIS - 30.0, 10.0, 54.0, ACCENT);
        let label = set(Weight::Bold, 24.0, ACCENT);
        let half = canvas.width(&words.name, label) / 2.0;
        let middle = x.max(LEFT + half).min(RIGHT - half);
        canvas.text(&words.name, (middle, AXIS - 40.0), label, Align::Middle);
    }
}

fn end(canvas: &mut Canvas<'_>, end: &End, x: f32, align: Align) {
    let text = format!("{} ({})", end.name, end.score);
    let small = set(Weight::Regular, 22.0, SOFT);
    canvas.text(&text, (x, AXIS + 48.0), small, align);
}

/// Whose picture it is, and that its figures are those that were published.
fn foot(canvas: &mut Canvas<'_>, [site, origin]: &[String; 2]) {
    let base = HEIGHT as f32 - 31.0;
    let name = set(Weight::Bold, 25.0, INK);
    canvas.text(site, (LEFT + 60.0, base), name, Align::Left);
    let small = set(Weight::Regular, 23.0, SOFT);
    canvas.text(origin, (RIGHT, base), small, Align::Right);
}
