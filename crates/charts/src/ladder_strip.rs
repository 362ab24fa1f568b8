//! Ladder strip: every score on one axis, the chosen unit before and after, its neighbours, the
//! first and the last by name.

use super::figure::{
    Cell, Chart, Column, Fact, Finding, LegendEntry, Meaning, Place, Sign, Table, risen,
};
use super::labels::{Placed, Wish, lanes, ticks, width};
use super::sheet::{Axis, Dot, Margins, Plot, Sheet, TEXT, TITLE, Type};
use super::{Canvas, Drawing, Ink};
use dti_engine::analysis::median;
use dti_engine::model::{Exact, Standings};
use plotters::style::text_anchor::HPos;

/// One unit on the strip.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    /// Row of the unit in its edition.
    pub position: usize,
    /// Its name.
    pub name: String,
    /// Before the scenario.
    pub before: Place,
    /// Under it.
    pub after: Place,
}

/// What the strip shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Input {
    /// All units, best first.
    pub marks: Vec<Mark>,
    /// Place of the chosen unit among `marks`.
    pub own: usize,
    /// Decimals that tell the scores apart.
    pub decimals: u32,
}

/// The strip of these standings; `names` by row of the unit. `None` where the unit is not ranked.
pub fn input(standings: &Standings, position: usize, names: &[String]) -> Option<Input> {
    let marks = standings.standings.iter().map(|standing| Mark {
        position: standing.position,
        name: names.get(standing.position).cloned().unwrap_or_default(),
        before: Place {
            rank: standing.baseline_rank,
            score: standing.baseline_score,
        },
        after: Place {
            rank: standing.rank,
            score: standing.score,
        },
    });
    let marks: Vec<Mark> = marks.collect();
    let own = marks.iter().position(|mark| mark.position == position)?;
    Some(Input {
        marks,
        own,
        decimals: standings.digits(Exact::ONE).score,
    })
}

impl Input {
    fn own(&self) -> Option<&Mark> {
        self.marks.get(self.own)
    }

    /// The next strictly better and the next strictly worse unit.
    fn neighbours(&self) -> [Option<&Mark>; 2] {
        let score = self.own().map(|own| own.after.score);
        let above = self.marks.iter().rfind(|m| Some(m.after.score) > score);
        let below = self
            .marks
            .iter()
            .find(|m| score.is_some_and(|score| m.after.score < score));
        [above, below]
    }
}

/// How many levels a column of dots may have above its middle, and below.
const LEVELS: i32 = 9;

/// Heights of dots above the middle of the strip, so that dots at the same score stand in a column.
/// `places` are pixels along the axis; the first in the list gets the middle.
fn heights(places: &[f64], radius: f64) -> Vec<f64> {
    let apart = 2.0 * radius + 1.0;
    let mut placed: Vec<(f64, f64)> = Vec::with_capacity(places.len());
    for &x in places {
        let level = |step: i32| {
            let side = if step % 2 == 0 { -1.0 } else { 1.0 };
            side * f64::from((step + 1) / 2) * apart
        };
        let is_free = |y: f64| {
            let near = |&(a, b): &(f64, f64)| (a - x).powi(2) + (b - y).powi(2) < apart * apart;
            !placed.iter().any(near)
        };
        let free = (0..2 * LEVELS).map(level).find(|&y| is_free(y));
        // A full column starts again from the middle: dots then cover each other.
        let y = free.unwrap_or_else(|| level(placed.len() as i32 % (2 * LEVELS)));
        placed.push((x, y));
    }
    placed.into_iter().map(|(_, y)| y).collect()
}

/// A name to be written above the strip.
struct Named {
    text: String,
    lane: usize,
    looks: Type,
    at: f64,
    height: f64,
}

fn range(input: &Input) -> (f64, f64) {
    let scores = input
        .marks
        .iter()
        .flat_map(|mark| [mark.before.score.to_f64(), mark.after.score.to_f64()]);
    let (low, high) = scores.fold((f64::MAX, f64::MIN), |(low, high), score| {
        (low.min(score), high.max(score))
    });
    let room = ((high - low) * 0.03).max(0.01);
    (low - room, high + room)
}

fn named(
    input: &Input,
    canvas: &Canvas,
    place: &dyn Fn(Exact) -> f64,
    heights: &[f64],
) -> Vec<Named> {
    let Some(own) = input.own() else {
        return Vec::new();
    };
    let height = |mark: &Mark| {
        let row = input.marks.iter().position(|m| m.position == mark.position);
        row.and_then(|row| heights.get(row))
            .copied()
            .unwrap_or_default()
    };
    let text = |ink, mark: &Mark| Type::new(ink, HPos::Center).keyed(Some(mark.position));
    let score = canvas.locale.number(own.after.score, input.decimals);
    let mut names = vec![Named {
        text: format!("{}. {} {score}", own.after.rank, own.name),
        // Its neighbours stand below, left and right of its line.
        lane: 1,
        looks: text(Ink::Own, own).weight(true),
        at: place(own.after.score),
        height: height(own),
    }];
    let mut shown = vec![own.position];
    let mut add = |names: &mut Vec<Named>, mark: Option<&Mark>, ink| {
        let Some(mark) = mark.filter(|mark| !shown.contains(&mark.position)) else {
            return;
        };
        shown.push(mark.position);
        names.push(Named {
            text: format!("{}. {}", mark.after.rank, mark.name),
            lane: 0,
            looks: text(ink, mark),
            at: place(mark.after.score),
            height: height(mark),
        });
    };
    for mark in input.neighbours() {
        add(&mut names, mark, Ink::Neighbour);
    }
    let was = place(own.before.score);
    if (was - place(own.after.score)).abs() > 12.0 {
        names.push(Named {
            text: format!("{}.", own.before.rank),
            lane: 0,
            looks: text(Ink::Baseline, own),
            at: was,
            height: 0.0,
        });
    }
    for mark in [input.marks.first(), input.marks.last()] {
        add(&mut names, mark, Ink::Axis);
    }
    names
}

const SIDE: f64 = 12.0;
const LANE: f64 = 18.0;

/// Draws the strip.
pub fn draw(input: &Input, canvas: &Canvas) -> Drawing {
    let room = canvas.room();
    let radius = if canvas.is_wide() { 5.0 } else { 4.0 };
    let (low, high) = range(input);
    let scale = (room - 2.0 * SIDE) / (high - low);
    let place = |score: Exact| SIDE + (score.to_f64() - low) * scale;
    // The chosen unit first, so that it stands in the middle; results back in the order of marks.
    let mut order: Vec<usize> = (0..input.marks.len()).collect();
    order.sort_by_key(|&row| row != input.own);
    let at = |row: &usize| input.marks.get(*row).map_or(0.0, |m| place(m.after.score));
    let places: Vec<f64> = order.iter().map(at).collect();
    let mut by_row = vec![0.0; order.len()];
    for (row, height) in order.into_iter().zip(heights(&places, radius)) {
        if let Some(slot) = by_row.get_mut(row) {
            *slot = height;
        }
    }
    let half = by_row.iter().fold(0.0, |a: f64, b| a.max(b.abs())) + radius + 6.0;
    let names = named(input, canvas, &place, &by_row);
    let wishes: Vec<Wish> = names
        .iter()
        .map(|name| Wish {
            at: name.at,
            width: width(&name.text, TEXT),
            lane: name.lane,
        })
        .collect();
    let placed = lanes(&wishes, 2.0, room - 2.0);
    let top = (placed
        .iter()
        .flatten()
        .map(|p| p.lane + 1)
        .max()
        .unwrap_or(0)) as f64
        * LANE
        + 4.0;
    let margins = Margins {
        top,
        right: SIDE,
        bottom: 24.0 + TITLE,
        left: SIDE,
    };
    let sheet = Sheet::new(room, top + 2.0 * half + margins.bottom);
    let (tick_places, decimals) = ticks(low, high, if canvas.is_wide() { 9 } else { 5 });
    let x = Axis {
        ends: (low, high),
        ticks: tick_places,
    };
    let Some(mut plot) = sheet.plot(margins, x, Axis::bare(-half, half)) else {
        return sheet.finish();
    };
    let locale = canvas.locale;
    plot.mesh(Some(&|score: &f64| locale.tick(*score, decimals)), None);
    sheet.title_below(locale.axes.score, SIDE);
    write_names(&sheet, &names, &placed, top, half);
    put_marks(&sheet, &mut plot, input, &by_row, radius);
    sheet.finish()
}

fn write_names(sheet: &Sheet, names: &[Named], placed: &[Option<Placed>], top: f64, half: f64) {
    let pairs = names.iter().zip(placed);
    for (name, place) in pairs.filter_map(|(name, place)| Some((name, (*place)?))) {
        let middle = top - LANE * (place.lane as f64 + 0.5) - 2.0;
        let foot = middle + 7.0;
        sheet.rule(
            (place.foot, foot),
            (name.at, top + half - name.height),
            Ink::Axis,
            1.0,
        );
        sheet.text((place.middle, middle), &name.text, name.looks);
    }
}

fn put_marks(sheet: &Sheet, plot: &mut Plot, input: &Input, heights: &[f64], radius: f64) {
    let Some(own) = input.own() else {
        return;
    };
    let neighbours = input.neighbours();
    let is_neighbour = |mark: &Mark| {
        neighbours
            .iter()
            .flatten()
            .any(|n| n.position == mark.position)
    };
    let others = input.marks.iter().zip(heights);
    let others = others.filter(|(mark, _)| mark.position != own.position);
    let mut dots: Vec<Dot> = others
        .map(|(mark, &height)| Dot {
            at: (mark.after.score.to_f64(), height),
            radius,
            ink: if is_neighbour(mark) {
                Ink::Neighbour
            } else {
                Ink::Rival
            },
            key: Some(mark.position),
            open: false,
        })
        .collect();
    let (was, is) = (own.before.score.to_f64(), own.after.score.to_f64());
    if own.before.score != own.after.score {
        plot.dots(&dots);
        dots.clear();
        plot.line(&[(was, 0.0), (is, 0.0)], Ink::Own, 3.0, None);
        dots.push(Dot {
            at: (was, 0.0),
            radius: radius + 1.0,
            ink: Ink::Baseline,
            key: Some(own.position),
            open: true,
        });
        point_the_way(sheet, plot, was, is);
    }
    dots.push(Dot {
        at: (is, 0.0),
        radius: radius + 2.5,
        ink: Ink::Own,
        key: Some(own.position),
        open: false,
    });
    plot.dots(&dots);
}

/// An arrow head half way, where the move is long enough to carry one.
fn point_the_way(sheet: &Sheet, plot: &Plot, was: f64, is: f64) {
    let (x, y) = plot.on_sheet((was + is) / 2.0, 0.0);
    let length = plot.on_sheet(is, 0.0).0 - plot.on_sheet(was, 0.0).0;
    if length.abs() > 36.0 {
        let tip = 7.0 * length.signum();
        sheet.area(
            &[(x + tip, y), (x - tip, y - 6.0), (x - tip, y + 6.0)],
            Ink::Own,
            None,
        );
    }
}

/// The strip with its finding, facts, legend and table.
pub fn chart(input: &Input, canvas: &Canvas) -> Option<Chart> {
    let own = input.own()?;
    let mut facts = Vec::new();
    let [above, below] = input.neighbours();
    let (first, last) = (input.marks.first()?, input.marks.last()?);
    facts.push(Fact::Leader(first.position, first.after.score));
    facts.extend(above.map(|mark| Fact::Above(mark.position, mark.after.score)));
    facts.extend(below.map(|mark| Fact::Below(mark.position, mark.after.score)));
    facts.push(Fact::Last(last.position, last.after.score));
    let scores: Vec<Exact> = input.marks.iter().map(|mark| mark.after.score).collect();
    facts.extend(median(&scores).map(Fact::Median));
    let mut legend = vec![LegendEntry::new(Sign::Dot, Ink::Own, Meaning::Own)];
    if own.before != own.after {
        legend.push(LegendEntry::new(Sign::Ring, Ink::Baseline, Meaning::Before));
    }
    legend.push(LegendEntry::new(Sign::Dot, Ink::Rival, Meaning::Others));
    Some(Chart {
        drawing: draw(input, canvas),
        finding: Finding::Place {
            unit: own.position,
            of: input.marks.len(),
            before: own.before,
            after: own.after,
        },
        facts,
        legend,
        table: table(input),
    })
}

fn table(input: &Input) -> Table {
    let row = |mark: &Mark| {
        vec![
            Cell::Rank(mark.after.rank),
            Cell::Unit(mark.position),
            Cell::Score(mark.after.score),
            Cell::Rank(mark.before.rank),
            Cell::Score(mark.before.score),
            Cell::Move(risen(mark.before.rank, mark.after.rank)),
        ]
    };
    Table {
        columns: vec![
            Column::Rank,
            Column::Unit,
            Column::Score,
            Column::RankBefore,
            Column::ScoreBefore,
            Column::Move,
        ],
        rows: input.marks.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::heights;

    #[test]
    fn dots_at_one_score_stand_in_a_column() {
        let heights = heights(&[50.0, 50.0, 50.0, 200.0], 4.0);
        assert_eq!(heights, [0.0, 9.0, -9.0, 0.0]);
    }

    #[test]
    fn a_crowd_stays_within_its_column() {
        let heights = heights(&[50.0; 63], 4.0);
        assert!(heights.iter().all(|height| height.abs() <= 81.0));
    }
}
