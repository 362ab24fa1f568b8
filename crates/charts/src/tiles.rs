//! Where each province stands on the tile map: `data/tiles-63.csv` and `data/tiles-34.csv`, one tile
//! a unit, laid out by hand so that neighbours stay neighbours and the coast keeps its S.

use dti_engine::model::Unit;

const FILES: [(&str, [Island; 2]); 2] = [
    (
        include_str!("../../../data/tiles-63.csv"),
        [
            Island::new("da-nang", 8.6, 8.3),
            Island::new("khanh-hoa", 8.9, 15.0),
        ],
    ),
    (
        include_str!("../../../data/tiles-34.csv"),
        [
            Island::new("da-nang", 7.4, 7.3),
            Island::new("khanh-hoa", 7.9, 11.8),
        ],
    ),
];

/// A unit's tile.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tile {
    /// Counted from the west, from 0.
    pub column: u16,
    /// Counted from the north, from 0.
    pub row: u16,
    /// Short name, two or three letters.
    pub code: String,
}

/// An archipelago and the province it belongs to.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Island {
    pub(super) owner: &'static str,
    pub(super) column: f64,
    pub(super) row: f64,
}

impl Island {
    const fn new(owner: &'static str, column: f64, row: f64) -> Self {
        Self { owner, column, row }
    }
}

/// The tiles of one set of units.
#[derive(Clone, PartialEq, Debug)]
pub struct TileSet {
    /// One a unit, in the units' order; `None` for a unit without a place on the map.
    pub tiles: Vec<Option<Tile>>,
    /// Hoàng Sa and Trường Sa, with the row of the unit they belong to.
    pub(super) islands: [(Island, Option<usize>); 2],
}

impl TileSet {
    /// The tiles for these units, or `None` where no map knows them all.
    pub fn of(units: &[Unit]) -> Option<Self> {
        FILES.iter().find_map(|(text, islands)| {
            let tiles: Vec<_> = units.iter().map(|unit| tile(text, &unit.id)).collect();
            let position = |owner: &str| units.iter().position(|unit| unit.id == owner);
            let islands = islands.map(|island| (island, position(island.owner)));
            let is_known = !tiles.is_empty() && tiles.iter().all(Option::is_some);
            // The smaller set's ids are nearly all in the larger: sizes must agree too.
            let rows = text.lines().count();
            (is_known && rows == tiles.len() + 1).then_some(Self { tiles, islands })
        })
    }
}

fn tile(text: &str, unit: &str) -> Option<Tile> {
    text.lines().skip(1).find_map(|line| {
        let mut cells = line.split(',');
        (cells.next()? == unit).then_some(())?;
        Some(Tile {
            column: cells.next()?.parse().ok()?,
            row: cells.next()?.parse().ok()?,
            code: cells.next()?.to_owned(),
        })
    })
}
