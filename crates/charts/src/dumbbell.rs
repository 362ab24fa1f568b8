//! Rows of before and after on one axis from 0 to 1, against the median and the best: the common
//! form of the profile and of the pillars.

use super::labels::{ticks, widest};
use super::sheet::{Axis, Dot, Margins, Sheet, TEXT, TITLE, Type};
use super::{Canvas, Drawing, Ink, LegendEntry, Meaning, Sign};
use dti_engine::analysis::Spread;
use dti_engine::model::Exact;
use plotters::style::text_anchor::HPos;

/// One row.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Row {
    pub(super) name: String,
    /// The figure written at the end of the row.
    pub(super) figure: String,
    pub(super) before: Option<Exact>,
    pub(super) after: Option<Exact>,
    pub(super) median: Option<Exact>,
    pub(super) best: Option<Exact>,
}

impl Row {
    /// Median and best of a spread.
    pub(super) fn against(spread: Option<Spread>) -> (Option<Exact>, Option<Exact>) {
        (spread.map(|s| s.median), spread.map(|s| s.best))
    }
}

/// The legend that goes with the rows.
pub(super) fn legend(rows: &[Row]) -> Vec<LegendEntry> {
    let mut legend = vec![LegendEntry::new(Sign::Dot, Ink::Own, Meaning::Own)];
    if rows.iter().any(|row| row.before != row.after) {
        legend.push(LegendEntry::new(Sign::Ring, Ink::Baseline, Meaning::Before));
    }
    legend.push(LegendEntry::new(Sign::Notch, Ink::Median, Meaning::Median));
    legend.push(LegendEntry::new(Sign::Diamond, Ink::Best, Meaning::Best));
    legend
}

/// Where names and figures go: beside the rows where there is room, else above them.
pub(super) struct Layout {
    pub(super) margins: Margins,
    pub(super) row_height: f64,
    /// Height of a row's text above the middle of its marks.
    pub(super) lift: f64,
    pub(super) is_beside: bool,
}

impl Layout {
    pub(super) fn new(names: f64, figures: f64, canvas: &Canvas) -> Self {
        let room = canvas.room();
        let is_beside = canvas.is_wide() && names + figures + 40.0 < room * 0.55;
        let margins = Margins {
            top: 4.0,
            right: if is_beside { figures + 18.0 } else { 14.0 },
            bottom: 24.0 + TITLE,
            left: if is_beside { names + 22.0 } else { 14.0 },
        };
        Self {
            margins,
            row_height: if is_beside { 32.0 } else { 46.0 },
            lift: if is_beside { 0.0 } else { 20.0 },
            is_beside,
        }
    }

    pub(super) fn height(&self, rows: usize) -> f64 {
        self.margins.top + self.margins.bottom + self.row_height * rows.max(1) as f64
    }

    /// The row's middle in units of rows; marks hang low where names stand above them.
    pub(super) fn middle(&self, row: usize) -> f64 {
        let low = if self.is_beside { 0.5 } else { 0.72 };
        row as f64 + low
    }

    /// Writes a name and a figure at the height `y` of a row's marks.
    pub(super) fn write(
        &self,
        sheet: &Sheet,
        y: f64,
        room: f64,
        (name, looks): (&str, Type),
        (figure, figure_looks): (&str, Type),
    ) {
        let y = y - self.lift;
        let end = Type {
            across: HPos::Right,
            ..figure_looks
        };
        let (start, looks) = if self.is_beside {
            let looks = Type {
                across: HPos::Right,
                ..looks
            };
            (self.margins.left - 14.0, looks)
        } else {
            (2.0, looks)
        };
        sheet.text((start, y), name, looks);
        sheet.text((room - 2.0, y), figure, end);
    }
}

/// The ends of the axis: the fifths of 1 around all that is shown, so that marks stand apart and the axis
/// seldom moves while a value does.
fn range(rows: &[Row]) -> (f64, f64) {
    const STEP: f64 = 0.2;
    let shown = rows.iter().flat_map(|row| {
        let own = [row.before, row.after, row.median, row.best];
        own.into_iter().flatten().map(Exact::to_f64)
    });
    let (low, high) = shown.fold((f64::MAX, f64::MIN), |(low, high), score| {
        (low.min(score), high.max(score))
    });
    if low > high {
        return (0.0, 1.0);
    }
    // A hair of tolerance keeps a score that is an end of the axis.
    let ends = ((low / STEP + 1e-6).floor(), (high / STEP - 1e-6).ceil());
    (ends.0 * STEP, ends.1.max(ends.0 + 1.0) * STEP)
}

/// Draws the rows.
pub(super) fn draw(rows: &[Row], canvas: &Canvas) -> Drawing {
    let room = canvas.room();
    let names = widest(rows.iter().map(|row| row.name.as_str()), TEXT);
    let figures = widest(rows.iter().map(|row| row.figure.as_str()), TEXT);
    let layout = Layout::new(names, figures, canvas);
    let sheet = Sheet::new(room, layout.height(rows.len()));
    let (low, high) = range(rows);
    let (places, decimals) = ticks(low, high, 6);
    let x = Axis {
        ends: (low, high),
        ticks: places,
    };
    // Row 0 on top: the axis runs downwards.
    let y = Axis::bare(rows.len().max(1) as f64, 0.0);
    let Some(mut plot) = sheet.plot(layout.margins, x, y) else {
        return sheet.finish();
    };
    let locale = canvas.locale;
    plot.mesh(Some(&|score: &f64| locale.tick(*score, decimals)), None);
    sheet.title_below(locale.axes.score, layout.margins.right);
    for (number, row) in rows.iter().enumerate() {
        let y = layout.middle(number);
        let (_, height) = plot.on_sheet(low, y);
        let bold = row.before != row.after;
        let name = Type::new(Ink::Label, HPos::Left).weight(bold);
        let figure = Type::new(Ink::Own, HPos::Right).weight(bold);
        layout.write(
            &sheet,
            height,
            room,
            (&row.name, name),
            (&row.figure, figure),
        );
        plot.line(&[(low, y), (high, y)], Ink::Grid, 1.0, None);
        if let Some(median) = row.median {
            sheet.notch(plot.on_sheet(median.to_f64(), y), 9.0, Ink::Median);
        }
        if let Some(best) = row.best {
            let place = plot.on_sheet(best.to_f64(), y);
            // The best unit's own dot would hide its diamond.
            let own = row.after.map(|after| plot.on_sheet(after.to_f64(), y).0);
            let is_hidden = own.is_some_and(|own| (own - place.0).abs() < 3.0);
            sheet.diamond(place, if is_hidden { 9.5 } else { 6.0 }, Ink::Best);
        }
        let mut dots = Vec::new();
        if let (Some(before), Some(after)) = (row.before, row.after)
            && before != after
        {
            let (before, after) = (before.to_f64(), after.to_f64());
            plot.line(&[(before, y), (after, y)], Ink::Own, 3.0, None);
            dots.push(dot(before, y, Ink::Baseline));
        }
        dots.extend(row.after.map(|after| dot(after.to_f64(), y, Ink::Own)));
        plot.dots(&dots);
    }
    sheet.finish()
}

fn dot(score: f64, y: f64, ink: Ink) -> Dot {
    let open = ink == Ink::Baseline;
    Dot {
        at: (score, y),
        radius: if open { 4.5 } else { 5.5 },
        ink,
        key: None,
        open,
    }
}
