//! The sheet a chart draws on: plotters' areas, axes and elements with inks for colours and pixels
//! for lengths. Every kind of mark is put into plotters' generic code once, here, which keeps the
//! wasm small. The backend cannot fail, so neither can drawing; results are dropped.

use super::backend::{Drawing, FINE, Point, Shape, ShapeBackend, carrier};
use super::theme::Ink;
use plotters::chart::{ChartBuilder, ChartContext, LabelAreaPosition};
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};
use plotters::drawing::{DrawingArea, IntoDrawingArea as _};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::series::LineSeries;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{
    Color as _, FontDesc, FontFamily, FontStyle, RGBAColor, RGBColor, ShapeStyle, TextStyle,
};
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

/// Size of names and figures.
pub(super) const TEXT: f64 = 12.0;
/// Size of axis labels and of text in tiles.
pub(super) const SMALL: f64 = 11.0;
/// Room for what an axis shows, below its labels.
pub(super) const TITLE: f64 = 16.0;

type Context = ChartContext<'static, ShapeBackend, Cartesian2d<Axis, Axis>>;

/// A sheet of a size in pixels.
pub(super) struct Sheet {
    root: DrawingArea<ShapeBackend, Shift>,
    shapes: Rc<RefCell<Vec<Shape>>>,
    size: (f64, f64),
}

/// One axis: its ends (the first at the left or at the bottom) and the places of its grid lines.
#[derive(Clone, Debug)]
pub(super) struct Axis {
    pub(super) ends: (f64, f64),
    pub(super) ticks: Vec<f64>,
}

impl Axis {
    /// An axis without grid lines.
    pub(super) fn bare(from: f64, to: f64) -> Self {
        let ticks = Vec::new();
        Self {
            ends: (from, to),
            ticks,
        }
    }
}

/// The one coordinate type of all charts. plotters' own axes find their ticks with logarithms, whose
/// last bit differs between machines; here ticks are given.
impl Ranged for Axis {
    type ValueType = f64;
    type FormatOption = NoDefaultFormatting;

    fn map(&self, value: &f64, (first, last): (i32, i32)) -> i32 {
        let (low, high) = self.ends;
        let length = high - low;
        if length.abs() < f64::EPSILON {
            return i32::midpoint(first, last);
        }
        let share = (value - low) / length;
        first + (f64::from(last - first) * share).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        if hint.weight().allow_light_points() {
            Vec::new()
        } else {
            self.ticks.clone()
        }
    }

    fn range(&self) -> Range<f64> {
        self.ends.0..self.ends.1
    }
}

impl ValueFormatter<f64> for Axis {
    /// Never shown: [`Plot::mesh`] passes its own.
    fn format(_: &f64) -> String {
        String::new()
    }
}

/// What lies around a plot, in pixels.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Margins {
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
    pub(super) left: f64,
}

/// How a line of text looks.
#[derive(Clone, Copy)]
pub(super) struct Type {
    pub(super) size: f64,
    pub(super) ink: Ink,
    pub(super) key: Option<usize>,
    pub(super) across: HPos,
    pub(super) bold: bool,
}

impl Type {
    /// Text of the ordinary size.
    pub(super) fn new(ink: Ink, across: HPos) -> Self {
        Self {
            size: TEXT,
            ink,
            key: None,
            across,
            bold: false,
        }
    }

    /// Bold, or not.
    pub(super) fn weight(self, bold: bool) -> Self {
        Self { bold, ..self }
    }

    /// Of another size.
    pub(super) fn sized(self, size: f64) -> Self {
        Self { size, ..self }
    }

    /// Standing for a unit.
    pub(super) fn keyed(self, key: Option<usize>) -> Self {
        Self { key, ..self }
    }

    fn style(self, down: VPos) -> TextStyle<'static> {
        let weight = if self.bold {
            FontStyle::Bold
        } else {
            FontStyle::Normal
        };
        let size = self.size * f64::from(FINE);
        let (red, green, blue) = carrier(self.ink, self.key);
        TextStyle {
            font: FontDesc::new(FontFamily::SansSerif, size, weight),
            color: RGBColor(red, green, blue).to_backend_color(),
            pos: Pos::new(self.across, down),
        }
    }
}

/// A round mark of a plot.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dot {
    pub(super) at: (f64, f64),
    pub(super) radius: f64,
    pub(super) ink: Ink,
    pub(super) key: Option<usize>,
    /// Outlined rather than filled.
    pub(super) open: bool,
}

fn fine(pixels: f64) -> i32 {
    (pixels * f64::from(FINE)).round() as i32
}

fn style(ink: Ink, key: Option<usize>, filled: bool, width: f64) -> ShapeStyle {
    let (red, green, blue) = carrier(ink, key);
    ShapeStyle {
        color: RGBAColor(red, green, blue, 1.0),
        filled,
        stroke_width: fine(width).unsigned_abs(),
    }
}

impl Sheet {
    /// An empty sheet.
    pub(super) fn new(width: f64, height: f64) -> Self {
        let shapes = Rc::new(RefCell::new(Vec::new()));
        let backend = ShapeBackend {
            size: (fine(width).unsigned_abs(), fine(height).unsigned_abs()),
            shapes: Rc::clone(&shapes),
        };
        Self {
            root: backend.into_drawing_area(),
            shapes,
            size: (width, height),
        }
    }

    /// What was drawn.
    pub(super) fn finish(self) -> Drawing {
        let (width, height) = self.size;
        Drawing {
            width,
            height,
            shapes: self.shapes.take(),
        }
    }

    /// A plot with two axes inside margins; `None` where the sheet is too small for them.
    ///
    /// The margins at the left and at the bottom hold the labels of the axes.
    pub(super) fn plot(&self, margins: Margins, x: Axis, y: Axis) -> Option<Plot> {
        let room = self.size.0 - margins.left - margins.right;
        if room < 1.0 || self.size.1 - margins.top - margins.bottom < 1.0 {
            return None;
        }
        let chart = ChartBuilder::on(&self.root)
            .margin_top(fine(margins.top))
            .margin_right(fine(margins.right))
            .set_label_area_size(LabelAreaPosition::Bottom, fine(margins.bottom))
            .set_label_area_size(LabelAreaPosition::Left, fine(margins.left))
            .build_cartesian_2d(x, y);
        chart.ok().map(|chart| Plot { chart })
    }

    /// A text whose middle is at this height.
    pub(super) fn text(&self, at: (f64, f64), text: &str, looks: Type) {
        let at = (fine(at.0), fine(at.1));
        let text = Text::new(text, at, looks.style(VPos::Center));
        self.root.draw(&text).ok();
    }

    /// What a horizontal axis shows: below its labels, at its right end.
    pub(super) fn title_below(&self, title: &str, right: f64) {
        let looks = Type::new(Ink::Axis, HPos::Right).sized(SMALL);
        self.text((self.size.0 - right, self.size.1 - 8.0), title, looks);
    }

    /// What an upright axis shows: above its labels.
    pub(super) fn title_above(&self, title: &str) {
        let looks = Type::new(Ink::Axis, HPos::Left).sized(SMALL);
        self.text((0.0, 8.0), title, looks);
    }

    /// A thin line between two places in pixels.
    pub(super) fn rule(&self, from: (f64, f64), to: (f64, f64), ink: Ink, width: f64) {
        let ends = vec![(fine(from.0), fine(from.1)), (fine(to.0), fine(to.1))];
        let line = PathElement::new(ends, style(ink, None, false, width));
        self.root.draw(&line).ok();
    }

    /// A filled area with corners in pixels.
    pub(super) fn area(&self, corners: &[(f64, f64)], ink: Ink, key: Option<usize>) {
        let corners: Vec<_> = corners.iter().map(|&(x, y)| (fine(x), fine(y))).collect();
        let area = Polygon::new(corners, style(ink, key, true, 0.0));
        self.root.draw(&area).ok();
    }

    /// A filled rectangle with corners in pixels.
    pub(super) fn tile(&self, from: (f64, f64), to: (f64, f64), ink: Ink, key: Option<usize>) {
        self.rect(from, to, style(ink, key, true, 0.0));
    }

    /// The outline of a rectangle.
    pub(super) fn outline(&self, from: (f64, f64), to: (f64, f64), ink: Ink, key: Option<usize>) {
        self.rect(from, to, style(ink, key, false, 2.5));
    }

    /// A thin outline.
    pub(super) fn frame(&self, from: (f64, f64), to: (f64, f64), ink: Ink) {
        self.rect(from, to, style(ink, None, false, 1.0));
    }

    fn rect(&self, from: (f64, f64), to: (f64, f64), style: ShapeStyle) {
        let corners = [(fine(from.0), fine(from.1)), (fine(to.0), fine(to.1))];
        self.root.draw(&Rectangle::new(corners, style)).ok();
    }

    /// A small diamond with its middle at a place in pixels.
    pub(super) fn diamond(&self, (x, y): (f64, f64), reach: f64, ink: Ink) {
        let corners = [
            (x, y - reach),
            (x + reach, y),
            (x, y + reach),
            (x - reach, y),
        ];
        self.area(&corners, ink, None);
    }

    /// A short upright mark with its middle at a place in pixels.
    pub(super) fn notch(&self, (x, y): (f64, f64), reach: f64, ink: Ink) {
        self.rule((x, y - reach), (x, y + reach), ink, 2.0);
    }
}

/// A plot on a sheet. Places are in the units of its axes.
pub(super) struct Plot {
    chart: Context,
}

impl Plot {
    /// Grid lines at the ticks of the axes that have a way to write their labels.
    pub(super) fn mesh(
        &mut self,
        x_label: Option<&dyn Fn(&f64) -> String>,
        y_label: Option<&dyn Fn(&f64) -> String>,
    ) {
        let nothing = |_: &f64| String::new();
        let label = Type::new(Ink::Axis, HPos::Center).sized(SMALL);
        let invisible = ShapeStyle {
            color: RGBAColor(0, 0, 0, 0.0),
            filled: false,
            stroke_width: 0,
        };
        let mut mesh = self.chart.configure_mesh();
        mesh.bold_line_style(style(Ink::Grid, None, false, 1.0))
            .light_line_style(invisible)
            .axis_style(invisible)
            .label_style(label.style(VPos::Center))
            .set_all_tick_mark_size(fine(3.0))
            .x_label_formatter(x_label.unwrap_or(&nothing))
            .y_label_formatter(y_label.unwrap_or(&nothing));
        if x_label.is_none() {
            mesh.disable_x_mesh().disable_x_axis();
        }
        if y_label.is_none() {
            mesh.disable_y_mesh().disable_y_axis();
        }
        mesh.draw().ok();
    }

    /// A line through places.
    pub(super) fn line(&mut self, places: &[(f64, f64)], ink: Ink, width: f64, key: Option<usize>) {
        let line = LineSeries::new(places.iter().copied(), style(ink, key, false, width));
        self.chart.draw_series(line).ok();
    }

    /// Round marks, those behind first.
    pub(super) fn dots(&mut self, dots: &[Dot]) {
        let circles = dots.iter().map(|dot| {
            let looks = style(dot.ink, dot.key, !dot.open, 2.0);
            Circle::new(dot.at, fine(dot.radius), looks)
        });
        self.chart.draw_series(circles).ok();
    }

    /// A filled bar between two corners.
    pub(super) fn bar(&mut self, from: (f64, f64), to: (f64, f64), ink: Ink) {
        let bar = Rectangle::new([from, to], style(ink, None, true, 0.0));
        self.chart.draw_series([bar]).ok();
    }

    /// Where a place of the plot is on the sheet, in pixels.
    pub(super) fn on_sheet(&self, x: f64, y: f64) -> (f64, f64) {
        let (x, y) = self.chart.backend_coord(&(x, y));
        let at = Point {
            x: f64::from(x) / f64::from(FINE),
            y: f64::from(y) / f64::from(FINE),
        };
        (at.x, at.y)
    }
}
