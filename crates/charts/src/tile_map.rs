//! Tile map of Viet Nam: one tile a province, coloured by score, rank or change of rank.

use super::figure::{
    Cell, Chart, Column, Finding, LegendEntry, Meaning, Measure, Sign, Table, risen,
};
use super::labels::width;
use super::sheet::{SMALL, Sheet, Type};
use super::tiles::{Tile, TileSet};
use super::{Canvas, Drawing, Ink};
use dti_engine::model::{Exact, Standings};
use plotters::style::text_anchor::HPos;

/// What one unit's tile shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    /// Row of the unit in its edition.
    pub position: usize,
    /// Score under the scenario.
    pub score: Exact,
    /// Rank under the scenario.
    pub rank: u32,
    /// Rank before it.
    pub before: u32,
}

/// What the map shows.
#[derive(Clone, PartialEq, Debug)]
pub struct Input {
    /// Where the tiles are.
    pub tiles: TileSet,
    /// What they show, best first.
    pub marks: Vec<Mark>,
    /// Which figure colours them.
    pub measure: Measure,
    /// Row of the chosen unit, which gets an outline.
    pub own: Option<usize>,
    /// Names of Hoàng Sa and Trường Sa in the page's language.
    pub islands: [String; 2],
}

/// The map of these standings.
pub fn input(
    tiles: TileSet,
    standings: &Standings,
    measure: Measure,
    own: Option<usize>,
    islands: [String; 2],
) -> Input {
    let marks = standings.standings.iter().map(|standing| Mark {
        position: standing.position,
        score: standing.score,
        rank: standing.rank,
        before: standing.baseline_rank,
    });
    let marks = marks.collect();
    Input {
        tiles,
        marks,
        measure,
        own,
        islands,
    }
}

/// Places from which a move counts as far.
const FAR: u32 = 5;

/// Five classes of equal width over the scores, with round limits: hundredths.
#[derive(Clone, Copy, Debug)]
struct Classes {
    low: i64,
    width: i64,
}

impl Classes {
    fn of(marks: &[Mark]) -> Self {
        let twentieths = |mark: &Mark| {
            let hundredths = (mark.score * Exact::whole(10_000)).round_half_up(0);
            (
                hundredths.div_euclid(500),
                (hundredths + 499).div_euclid(500),
            )
        };
        let low = marks.iter().map(|mark| twentieths(mark).0).min();
        let high = marks.iter().map(|mark| twentieths(mark).1).max();
        let (low, high) = (low.unwrap_or(0), high.unwrap_or(20));
        Self {
            low: low * 5,
            width: (high - low).max(1),
        }
    }

    fn limit(self, class: usize) -> Exact {
        Exact::decimal(self.low + self.width * class as i64, 2)
    }

    fn class(self, score: Exact) -> usize {
        (1..5).filter(|&class| score >= self.limit(class)).count()
    }
}

/// The last rank of each fifth of the list, best first.
fn rank_limits(of: usize) -> [u32; 5] {
    [1, 2, 3, 4, 5].map(|fifth| u32::try_from((of * fifth).div_ceil(5)).unwrap_or(u32::MAX))
}

fn ink(input: &Input, classes: Classes, mark: &Mark) -> Ink {
    let step = |class: usize| Ink::STEPS.get(class).copied().unwrap_or(Ink::Step5);
    match input.measure {
        Measure::Score => step(classes.class(mark.score)),
        Measure::Rank => {
            let limits = rank_limits(input.marks.len());
            step(
                limits
                    .iter()
                    .skip(1)
                    .filter(|&&limit| mark.rank <= limit)
                    .count(),
            )
        }
        Measure::Change => match risen(mark.before, mark.rank) {
            0 => Ink::Same,
            places if places >= i64::from(FAR) => Ink::Rise2,
            places if places > 0 => Ink::Rise1,
            places if places <= -i64::from(FAR) => Ink::Fall2,
            _ => Ink::Fall1,
        },
    }
}

fn figure_of(input: &Input, canvas: &Canvas, mark: &Mark) -> String {
    match input.measure {
        Measure::Score => canvas.locale.number(mark.score, 2),
        Measure::Rank => mark.rank.to_string(),
        Measure::Change => canvas
            .locale
            .signed(Exact::whole(risen(mark.before, mark.rank)), 0),
    }
}

fn legend(input: &Input) -> Vec<LegendEntry> {
    let tile = |ink, meaning| LegendEntry::new(Sign::Tile, ink, meaning);
    let mut legend: Vec<LegendEntry> = match input.measure {
        Measure::Score => {
            let classes = Classes::of(&input.marks);
            let steps = Ink::STEPS.into_iter().enumerate().rev();
            steps
                .map(|(class, ink)| {
                    let (from, to) = (classes.limit(class), classes.limit(class + 1));
                    tile(ink, Meaning::Scores(from, to))
                })
                .collect()
        }
        Measure::Rank => {
            let mut from = 1;
            let limits = rank_limits(input.marks.len()).into_iter();
            let steps = limits.zip(Ink::STEPS.into_iter().rev());
            steps
                .filter_map(|(to, ink)| {
                    let class = (from <= to).then(|| tile(ink, Meaning::Ranks(from, to)));
                    from = to + 1;
                    class
                })
                .collect()
        }
        Measure::Change => vec![
            tile(Ink::Rise2, Meaning::RoseFar(FAR)),
            tile(Ink::Rise1, Meaning::Rose),
            tile(Ink::Same, Meaning::Kept),
            tile(Ink::Fall1, Meaning::Fell),
            tile(Ink::Fall2, Meaning::FellFar(FAR)),
        ],
    };
    if input.marks.len() < input.tiles.tiles.len() {
        legend.push(LegendEntry::new(Sign::Frame, Ink::Rival, Meaning::Missing));
    }
    if input.own.is_some() {
        legend.push(LegendEntry::new(Sign::Frame, Ink::Label, Meaning::Own));
    }
    legend
}

/// Size of a tile and of the whole for a width.
struct Grid {
    side: f64,
    width: f64,
    height: f64,
}

impl Grid {
    fn new(input: &Input, canvas: &Canvas) -> Self {
        let tiles = input.tiles.tiles.iter().flatten();
        let rows = tiles.map(|tile| tile.row + 1).max().unwrap_or(1);
        let islands = input.tiles.islands.iter();
        let columns = islands.map(|(island, _)| island.column).fold(0.0, f64::max) + 2.1;
        let side = ((canvas.room() - 2.0 * PAD) / columns)
            .floor()
            .max(24.0)
            .min(42.0);
        Self {
            side,
            width: columns * side + 2.0 * PAD,
            height: f64::from(rows) * side + 2.0 * PAD,
        }
    }

    /// The corners of a tile, with a gap to its neighbours.
    fn corners(&self, column: f64, row: f64) -> ((f64, f64), (f64, f64)) {
        let (x, y) = (PAD + column * self.side, PAD + row * self.side);
        (
            (x + 1.0, y + 1.0),
            (x + self.side - 1.0, y + self.side - 1.0),
        )
    }
}

const PAD: f64 = 2.0;

/// Draws the map. Its width follows from its tiles and may be less than the canvas.
pub fn draw(input: &Input, canvas: &Canvas) -> Drawing {
    let grid = Grid::new(input, canvas);
    let sheet = Sheet::new(grid.width, grid.height);
    let classes = Classes::of(&input.marks);
    let mark_of = |position: usize| input.marks.iter().find(|mark| mark.position == position);
    let ink_of = |position: Option<usize>| {
        let mark = position.and_then(mark_of);
        mark.map_or(Ink::Missing, |mark| ink(input, classes, mark))
    };
    for ((island, owner), name) in input.tiles.islands.iter().zip(&input.islands) {
        let place = (island.column, island.row);
        put_islands(&sheet, &grid, place, ink_of(*owner), *owner);
        let (x, y) = grid.corners(island.column, island.row).0;
        let middle = (x + grid.side * 0.75).min(grid.width - width(name, SMALL) / 2.0);
        let looks = Type::new(Ink::Label, HPos::Center)
            .sized(SMALL)
            .keyed(*owner);
        sheet.text((middle, y + grid.side * 1.25), name, looks);
    }
    for (position, tile) in input.tiles.tiles.iter().enumerate() {
        if let Some(tile) = tile {
            let figure = mark_of(position).map(|mark| figure_of(input, canvas, mark));
            let figure = figure.unwrap_or_else(|| "–".to_owned());
            put_tile(
                &sheet,
                &grid,
                tile,
                position,
                ink_of(Some(position)),
                &figure,
            );
        }
    }
    let own = input
        .own
        .and_then(|own| Some((own, input.tiles.tiles.get(own)?.as_ref()?)));
    if let Some((position, tile)) = own {
        let (from, to) = grid.corners(f64::from(tile.column), f64::from(tile.row));
        // Two lines, so that the frame is seen on every class.
        sheet.frame(
            (from.0 + 1.5, from.1 + 1.5),
            (to.0 - 1.5, to.1 - 1.5),
            Ink::Surface,
        );
        sheet.outline(from, to, Ink::Label, Some(position));
    }
    sheet.finish()
}

fn put_tile(sheet: &Sheet, grid: &Grid, tile: &Tile, position: usize, ink: Ink, figure: &str) {
    let (from, to) = grid.corners(f64::from(tile.column), f64::from(tile.row));
    let key = Some(position);
    sheet.tile(from, to, ink, key);
    if ink == Ink::Missing {
        sheet.frame(from, to, Ink::Rival);
    }
    let (x, y) = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
    let looks = Type::new(ink.text_on(), HPos::Center).keyed(key);
    let apart = grid.side * 0.19;
    let is_tight = width(&tile.code, SMALL) + 10.0 > grid.side;
    let size = if is_tight { SMALL - 1.0 } else { SMALL };
    sheet.text((x, y - apart), &tile.code, looks.sized(size).weight(true));
    sheet.text((x, y + apart), figure, looks.sized(SMALL - 1.0));
}

/// Small tiles, scattered as an archipelago is.
fn put_islands(
    sheet: &Sheet,
    grid: &Grid,
    (column, row): (f64, f64),
    ink: Ink,
    key: Option<usize>,
) {
    let (x, y) = grid.corners(column, row).0;
    let reach = grid.side * 0.11;
    for (right, down) in [(0.25, 0.3), (0.7, 0.1), (0.8, 0.65), (1.3, 0.4)] {
        let (x, y) = (x + right * grid.side, y + down * grid.side);
        sheet.tile((x - reach, y - reach), (x + reach, y + reach), ink, key);
        if matches!(ink, Ink::Missing | Ink::Step1 | Ink::Same) {
            // Pale classes would be lost at this size.
            let corners = [(x - reach, y - reach), (x + reach, y + reach)];
            sheet.frame(corners[0], corners[1], Ink::Axis);
        }
    }
}

/// The map with its finding, legend and table.
pub fn chart(input: &Input, canvas: &Canvas) -> Chart {
    let best = |mark: &&Mark| match input.measure {
        Measure::Change => (-risen(mark.before, mark.rank), mark.rank),
        Measure::Score | Measure::Rank => (i64::from(mark.rank), mark.rank),
    };
    let moved = input.marks.iter().filter(|mark| mark.before != mark.rank);
    Chart {
        drawing: draw(input, canvas),
        finding: Finding::Map {
            measure: input.measure,
            best: input
                .marks
                .iter()
                .min_by_key(best)
                .map(|mark| mark.position),
            worst: input
                .marks
                .iter()
                .max_by_key(best)
                .map(|mark| mark.position),
            moved: moved.count(),
        },
        facts: Vec::new(),
        legend: legend(input),
        table: table(input),
    }
}

fn table(input: &Input) -> Table {
    let row = |mark: &Mark| {
        vec![
            Cell::Unit(mark.position),
            Cell::Score(mark.score),
            Cell::Rank(mark.rank),
            Cell::Move(risen(mark.before, mark.rank)),
        ]
    };
    Table {
        columns: vec![Column::Unit, Column::Score, Column::Rank, Column::Move],
        rows: input.marks.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Classes, Mark, rank_limits};
    use dti_engine::model::Exact;

    #[test]
    fn classes_have_round_limits_and_hold_every_score() {
        let mark = |units| Mark {
            position: 0,
            score: Exact::decimal(units, 4),
            rank: 1,
            before: 1,
        };
        let classes = Classes::of(&[mark(3941), mark(8002)]);
        assert_eq!(classes.limit(0), Exact::decimal(35, 2));
        assert_eq!(classes.limit(5), Exact::decimal(85, 2));
        let class = |units| classes.class(Exact::decimal(units, 4));
        assert_eq!((class(3941), class(4500), class(8002)), (0, 1, 4));
        let equal = Classes::of(&[mark(5000)]);
        assert!(equal.class(Exact::decimal(5000, 4)) < 5);
    }

    #[test]
    fn ranks_fall_into_fifths() {
        assert_eq!(rank_limits(63), [13, 26, 38, 51, 63]);
        assert_eq!(rank_limits(1), [1, 1, 1, 1, 1]);
    }
}
