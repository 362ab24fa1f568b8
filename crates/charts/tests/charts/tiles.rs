//! The tile maps: every unit once, no two on one place, and neighbours in the country are neighbours
//! on the map.

use dti_charts::{Tile, TileSet};
use std::collections::{BTreeMap, BTreeSet};

/// Provinces (63) that share a border, each pair once.
const BORDERS: &str = "\
ha-giang: cao-bang tuyen-quang lao-cai yen-bai
cao-bang: bac-kan lang-son tuyen-quang
lai-chau: dien-bien son-la lao-cai yen-bai
lao-cai: yen-bai
tuyen-quang: bac-kan thai-nguyen phu-tho vinh-phuc yen-bai
bac-kan: thai-nguyen lang-son
lang-son: bac-giang quang-ninh thai-nguyen
dien-bien: son-la
yen-bai: son-la phu-tho
son-la: phu-tho hoa-binh thanh-hoa
phu-tho: vinh-phuc ha-noi hoa-binh
vinh-phuc: thai-nguyen ha-noi
thai-nguyen: bac-giang ha-noi
bac-giang: bac-ninh hai-duong quang-ninh ha-noi
quang-ninh: hai-duong hai-phong
ha-noi: bac-ninh hung-yen ha-nam hoa-binh
bac-ninh: hai-duong hung-yen
hai-duong: hai-phong hung-yen thai-binh
hai-phong: thai-binh
hung-yen: thai-binh ha-nam
ha-nam: nam-dinh ninh-binh hoa-binh thai-binh
thai-binh: nam-dinh
nam-dinh: ninh-binh
ninh-binh: thanh-hoa hoa-binh
hoa-binh: thanh-hoa
thanh-hoa: nghe-an
nghe-an: ha-tinh
ha-tinh: quang-binh
quang-binh: quang-tri
quang-tri: thua-thien-hue
thua-thien-hue: da-nang quang-nam
da-nang: quang-nam
quang-nam: quang-ngai kon-tum
quang-ngai: kon-tum binh-dinh gia-lai
binh-dinh: gia-lai phu-yen
phu-yen: gia-lai dak-lak khanh-hoa
kon-tum: gia-lai
gia-lai: dak-lak
dak-lak: dak-nong lam-dong khanh-hoa
dak-nong: lam-dong binh-phuoc
lam-dong: khanh-hoa ninh-thuan binh-thuan dong-nai binh-phuoc
khanh-hoa: ninh-thuan
ninh-thuan: binh-thuan
binh-thuan: dong-nai ba-ria-vung-tau
binh-phuoc: tay-ninh binh-duong dong-nai
tay-ninh: binh-duong ho-chi-minh long-an
binh-duong: dong-nai ho-chi-minh
dong-nai: ho-chi-minh ba-ria-vung-tau
ba-ria-vung-tau: ho-chi-minh
ho-chi-minh: long-an tien-giang
long-an: tien-giang dong-thap
tien-giang: ben-tre vinh-long dong-thap
ben-tre: tra-vinh vinh-long
dong-thap: vinh-long can-tho an-giang
an-giang: kien-giang can-tho
vinh-long: tra-vinh can-tho
tra-vinh: soc-trang
can-tho: hau-giang kien-giang
hau-giang: kien-giang soc-trang bac-lieu
kien-giang: ca-mau bac-lieu
soc-trang: bac-lieu
bac-lieu: ca-mau";

fn borders() -> BTreeSet<(String, String)> {
    let lines = BORDERS.lines().filter_map(|line| line.split_once(": "));
    let pairs = lines.flat_map(|(from, list)| list.split(' ').map(move |to| (from, to)));
    pairs.map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
}

/// The borders of the units after the merger: those between former provinces of different units.
fn merged_borders() -> BTreeSet<(String, String)> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/mergers.csv");
    let text = std::fs::read_to_string(path).unwrap();
    let new: BTreeMap<_, _> = text
        .lines()
        .filter_map(|line| line.split_once(','))
        .collect();
    let pairs = borders().into_iter().map(|(a, b)| {
        let (a, b) = (new[a.as_str()], new[b.as_str()]);
        (a.min(b).to_owned(), a.max(b).to_owned())
    });
    pairs.filter(|(a, b)| a != b).collect()
}

fn tiles(edition: &str) -> BTreeMap<String, Tile> {
    let calculator = dti_formats::official().unwrap();
    let units = calculator.edition(edition).unwrap().units().to_vec();
    let tiles = TileSet::of(&units).unwrap().tiles;
    let tiles = tiles
        .into_iter()
        .map(|tile| tile.expect("every unit has a tile"));
    units.into_iter().map(|unit| unit.id).zip(tiles).collect()
}

fn touch(a: &Tile, b: &Tile) -> bool {
    a.column.abs_diff(b.column) <= 1 && a.row.abs_diff(b.row) <= 1
}

#[track_caller]
fn expect_map(edition: &str, units: usize, borders: &BTreeSet<(String, String)>) {
    let tiles = tiles(edition);
    assert_eq!(tiles.len(), units);
    let places: BTreeSet<_> = tiles.values().map(|t| (t.column, t.row)).collect();
    assert_eq!(places.len(), units, "two tiles share a place");
    let codes: BTreeSet<_> = tiles.values().map(|t| t.code.as_str()).collect();
    assert_eq!(codes.len(), units, "two tiles share a code");
    assert!(codes.iter().all(|code| code.chars().count() <= 3));
    let kept = borders.iter().filter(|(a, b)| touch(&tiles[a], &tiles[b]));
    let share = kept.count() as f64 / borders.len() as f64;
    println!(
        "{edition}: {share:.2} of {} borders are kept",
        borders.len()
    );
    assert!(
        share >= 0.8,
        "{edition}: only {share} of the borders are kept"
    );
    for (unit, tile) in &tiles {
        let mut near = borders.iter().filter(|(a, b)| a == unit || b == unit);
        let is_near = near.any(|(a, b)| touch(tile, &tiles[if a == unit { b } else { a }]));
        assert!(is_near, "{unit} touches none of its neighbours");
    }
}

#[test]
fn the_map_of_63_keeps_neighbours_together() {
    expect_map("2022", 63, &borders());
}

#[test]
fn the_map_of_34_keeps_neighbours_together() {
    expect_map("2024-34", 34, &merged_borders());
}

/// From north to south and from west to east as on a map.
#[test]
fn the_maps_have_the_shape_of_the_country() {
    for edition in ["2022", "2024-34"] {
        let tiles = tiles(edition);
        let coast = [
            "cao-bang",
            "ha-noi",
            "thanh-hoa",
            "nghe-an",
            "ha-tinh",
            "quang-tri",
        ];
        let coast = coast
            .into_iter()
            .chain(["da-nang", "quang-ngai", "khanh-hoa"]);
        let coast: Vec<u16> = coast
            .chain(["ho-chi-minh", "ca-mau"])
            .map(|u| tiles[u].row)
            .collect();
        assert!(coast.is_sorted(), "{edition}: {coast:?}");
        let column = |unit: &str| tiles[unit].column;
        let westward = ["dien-bien", "phu-tho", "ha-noi", "quang-ninh"].map(column);
        assert!(westward.is_sorted(), "{edition}: {westward:?}");
        // The S: out to the east in the middle, back to the west at both ends.
        assert!(column("khanh-hoa") > column("thanh-hoa"));
        assert!(column("khanh-hoa") > column("ca-mau"));
        assert!(
            column("lam-dong") < column("khanh-hoa"),
            "highlands lie west of the coast"
        );
    }
}
