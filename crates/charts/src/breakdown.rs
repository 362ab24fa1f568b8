//! Breakdown: points gained and lost by indicator, as a waterfall from the score before (or from full
//! marks) to the score.

use super::dumbbell::Layout;
use super::figure::{
    Cell, Chart, Column, Fact, Finding, LegendEntry, Meaning, Sign, Start, Step, Table,
};
use super::labels::{ticks, widest, width};
use super::sheet::{Axis, Dot, Plot, Sheet, TEXT, Type};
use super::{Canvas, Drawing, Ink};
use dti_engine::analysis::Contributions;
use dti_engine::model::Exact;
use plotters::style::text_anchor::HPos;

/// Names of the rows that are no indicators, in the page's language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Names {
    /// The score at the start.
    pub from: String,
    /// The score at the end.
    pub to: String,
    /// What no indicator explains.
    pub rest: String,
    /// The main indicators that count, in the framework's order.
    pub indicators: Vec<String>,
}

/// One row: a change of points.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// What changes.
    pub step: Step,
    /// Its name.
    pub name: String,
    /// Points gained (above 0) or lost.
    pub points: Exact,
}

/// What the breakdown shows.
///
/// # Invariant
///
/// `from` plus the points of all `lines` is `to`, exactly.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Input {
    /// What it starts from.
    pub start: Start,
    /// Name of the first row.
    pub from_name: String,
    /// Points at the start.
    pub from: Exact,
    /// All changes, those of 0 points included, the rest last.
    pub lines: Vec<Line>,
    /// Name of the last row.
    pub to_name: String,
    /// Points at the end.
    pub to: Exact,
}

/// The waterfall of a split change, in points of a `total`.
pub fn input(start: Start, split: &Contributions, total: Exact, names: &Names) -> Input {
    let lines = split.parts.iter().enumerate();
    let lines = lines.map(|(number, &(node, part))| Line {
        step: Step::Indicator(node),
        name: names.indicators.get(number).cloned().unwrap_or_default(),
        points: part * total,
    });
    let rest = Line {
        step: Step::Rest,
        name: names.rest.clone(),
        points: split.rest * total,
    };
    Input {
        start,
        from_name: names.from.clone(),
        from: split.from * total,
        lines: lines.chain([rest]).collect(),
        to_name: names.to.clone(),
        to: split.to * total,
    }
}

impl Input {
    /// The rows that are drawn: those that change anything at the one decimal shown. The table has
    /// them all.
    fn changes(&self) -> impl Iterator<Item = &Line> {
        let is_seen = |line: &&Line| line.points.round_half_up(SHOWN) != 0;
        self.lines.iter().filter(is_seen)
    }
}

/// Decimals of points in the picture.
const SHOWN: u32 = 1;

/// A row on its way to the sheet.
struct Row<'a> {
    name: &'a str,
    figure: String,
    ink: Ink,
    from: f64,
    to: f64,
    /// Start or end: a state, not a change.
    is_state: bool,
}

fn rows<'a>(input: &'a Input, canvas: &Canvas) -> Vec<Row<'a>> {
    let state = |name: &'a str, points: Exact, ink| Row {
        name,
        figure: canvas.locale.number(points, SHOWN),
        ink,
        from: points.to_f64(),
        to: points.to_f64(),
        is_state: true,
    };
    let mut rows = vec![state(&input.from_name, input.from, Ink::Baseline)];
    let mut running = input.from;
    for line in input.changes() {
        let from = running;
        running = running + line.points;
        rows.push(Row {
            name: &line.name,
            figure: canvas.locale.signed(line.points, SHOWN),
            ink: if line.points.is_negative() {
                Ink::Loss
            } else {
                Ink::Gain
            },
            from: from.to_f64(),
            to: running.to_f64(),
            is_state: false,
        });
    }
    rows.push(state(&input.to_name, input.to, Ink::Own));
    rows
}

fn axis(rows: &[Row<'_>], at_most: usize) -> (Axis, u32) {
    let ends = rows.iter().flat_map(|row| [row.from, row.to]);
    let (low, high) = ends.fold((f64::MAX, f64::MIN), |(low, high), points| {
        (low.min(points), high.max(points))
    });
    let room = ((high - low) * 0.06).max(0.5);
    let ends = (low - room, high + room);
    let (places, decimals) = ticks(ends.0, ends.1, at_most);
    let axis = Axis {
        ends,
        ticks: places,
    };
    (axis, decimals)
}

/// Draws the waterfall.
pub fn draw(input: &Input, canvas: &Canvas) -> Drawing {
    let room = canvas.room();
    let rows = rows(input, canvas);
    let names = widest(rows.iter().map(|row| row.name), TEXT);
    let figures = widest(rows.iter().map(|row| row.figure.as_str()), TEXT);
    let mut layout = Layout::new(names, figures, canvas);
    // Bars end before the figures, so that no line of the waterfall runs through them.
    layout.margins.right = layout.margins.right.max(figures + 12.0);
    let sheet = Sheet::new(room, layout.height(rows.len()));
    let (x, decimals) = axis(&rows, if canvas.is_wide() { 7 } else { 5 });
    let y = Axis::bare(rows.len() as f64, 0.0);
    let Some(mut plot) = sheet.plot(layout.margins, x, y) else {
        return sheet.finish();
    };
    let locale = canvas.locale;
    plot.mesh(Some(&|points: &f64| locale.tick(*points, decimals)), None);
    sheet.title_below(locale.axes.points, layout.margins.right);
    let half = 8.0 / layout.row_height;
    connect(&mut plot, &layout, &rows);
    for (number, row) in rows.iter().enumerate() {
        let y = layout.middle(number);
        let (_, height) = plot.on_sheet(row.from, y);
        let name = Type::new(Ink::Label, HPos::Left).weight(row.is_state);
        let figure = Type::new(row.ink, HPos::Right).weight(true);
        layout.write(
            &sheet,
            height,
            room,
            (row.name, name),
            (&row.figure, figure),
        );
        if row.is_state {
            plot.dots(&[Dot {
                at: (row.from, y),
                radius: 6.0,
                ink: row.ink,
                key: None,
                open: row.ink == Ink::Baseline,
            }]);
        } else {
            plot.bar((row.from, y - half), (row.to, y + half), row.ink);
        }
    }
    sheet.finish()
}

/// Thin lines that carry the running total from row to row, but for those that would run through the name
/// above the next row.
fn connect(plot: &mut Plot, layout: &Layout, rows: &[Row<'_>]) {
    for (number, (row, next)) in rows.iter().zip(rows.iter().skip(1)).enumerate() {
        let (x, _) = plot.on_sheet(row.to, 0.0);
        if !layout.is_beside && x < width(next.name, TEXT) + 6.0 {
            continue;
        }
        let places = [
            (row.to, layout.middle(number)),
            (row.to, layout.middle(number + 1)),
        ];
        plot.line(&places, Ink::Axis, 1.0, None);
    }
}

/// The breakdown with its finding, facts, legend and table.
pub fn chart(input: &Input, canvas: &Canvas) -> Chart {
    let mut legend = Vec::new();
    if input.changes().any(|line| !line.points.is_negative()) {
        legend.push(LegendEntry::new(Sign::Tile, Ink::Gain, Meaning::Gain));
    }
    if input.changes().any(|line| line.points.is_negative()) {
        legend.push(LegendEntry::new(Sign::Tile, Ink::Loss, Meaning::Loss));
    }
    let rest = input.changes().filter(|line| line.step == Step::Rest);
    Chart {
        drawing: draw(input, canvas),
        finding: finding(input),
        facts: rest.map(|line| Fact::Rest(line.points)).collect(),
        legend,
        table: table(input),
    }
}

fn finding(input: &Input) -> Finding {
    let mut most_gained: Option<(Step, Exact)> = None;
    let mut most_lost: Option<(Step, Exact)> = None;
    for line in input.changes() {
        let here = (line.step, line.points);
        if line.points.is_negative() {
            if most_lost.is_none_or(|(_, most)| line.points < most) {
                most_lost = Some(here);
            }
        } else if most_gained.is_none_or(|(_, most)| line.points > most) {
            most_gained = Some(here);
        }
    }
    Finding::Breakdown {
        start: input.start,
        points: input.to - input.from,
        most_gained,
        most_lost,
    }
}

fn table(input: &Input) -> Table {
    let mut rows = vec![vec![
        Cell::Step(Step::From),
        Cell::Missing,
        Cell::Points(input.from),
    ]];
    let mut running = input.from;
    for line in &input.lines {
        running = running + line.points;
        rows.push(vec![
            Cell::Step(line.step),
            Cell::PointsChange(line.points),
            Cell::Points(running),
        ]);
    }
    rows.push(vec![
        Cell::Step(Step::To),
        Cell::PointsChange(input.to - input.from),
        Cell::Points(input.to),
    ]);
    Table {
        columns: vec![Column::Step, Column::Points, Column::Running],
        rows,
    }
}
