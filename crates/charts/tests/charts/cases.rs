//! One test per chart: the cases that break charts, each a stored picture.

use crate::snapshot::{expect_drawing, expect_file};
use dti_charts::svg::{Caption, write};
use dti_charts::{
    AxisNames, Canvas, Cell, Chart, Column, Fact, Finding, Locale, Measure, Place, Start, Step,
    Table, Theme, TileSet, acceptability, breakdown, history, ladder_strip, pillars, profile,
    rank_shift, step_curve, tile_map,
};
use dti_engine::analysis::{Contributions, Side, contributions, shortfalls};
use dti_engine::calculator::{Calculator, StabilityQuestion};
use dti_engine::model::{
    Edition, Entry, Exact, Kind, Maxima, Override, Rivals, Scenario, Score, Standings,
};
use std::sync::{Arc, LazyLock};

static CALCULATOR: LazyLock<Calculator> = LazyLock::new(|| dti_formats::official().unwrap());

const PHONE: Canvas = Canvas {
    width: 320.0,
    locale: Locale {
        decimal: ',',
        axes: AxisNames {
            score: "Giá trị",
            points: "Điểm",
            rank: "Hạng",
            edition: "Kỳ đánh giá, giá trị",
            before: "Trước",
            after: "Sau",
        },
    },
};
const WIDE: Canvas = Canvas {
    width: 640.0,
    ..PHONE
};

fn edition(id: &str) -> &'static Arc<Edition> {
    CALCULATOR.edition(id).unwrap()
}

fn position(id: &str, unit: &str) -> usize {
    edition(id).position(unit).unwrap()
}

fn names(id: &str) -> Vec<String> {
    let units = edition(id).units().iter();
    units.map(|unit| unit.name.vi.clone()).collect()
}

fn baseline(id: &str) -> Standings {
    CALCULATOR.simulate(&Scenario::baseline(id)).unwrap()
}

fn scenario(id: &str, changes: &[(&str, &str, f64)]) -> Scenario {
    let start = Scenario::baseline(id);
    changes
        .iter()
        .fold(start, |scenario, (unit, indicator, score)| {
            scenario.with_override(Override {
                unit: (*unit).to_owned(),
                indicator: (*indicator).to_owned(),
                entry: Entry::Score(Score::entered(*score).unwrap()),
                kind: Kind::WhatIf,
            })
        })
}

/// Bắc Giang 2022 with two indicators up and one down.
fn edited() -> Standings {
    let changes = [
        ("bac-giang", "society", 0.52),
        ("bac-giang", "institutions", 0.95),
        ("bac-giang", "security", 0.40),
    ];
    CALCULATOR.simulate(&scenario("2022", &changes)).unwrap()
}

fn trend(id: &str, unit: &str) -> Standings {
    let scenario = Scenario {
        unit: Some(unit.to_owned()),
        rivals: Rivals::Trend,
        ..Scenario::baseline(id)
    };
    CALCULATOR.simulate(&scenario).unwrap()
}

#[track_caller]
fn expect_chart(name: &str, chart: &Chart) {
    let width = chart.table.columns.len();
    assert!(
        chart.table.rows.iter().all(|row| row.len() == width),
        "{name}"
    );
    expect_drawing(name, &chart.drawing, &chart.legend);
}

/// A ladder of made-up units.
fn made_up(scores: &[i64]) -> ladder_strip::Input {
    let marks = scores.iter().enumerate().map(|(position, &units)| {
        let score = Exact::decimal(units, 4);
        let better = scores.iter().filter(|&&other| other > units).count();
        let rank = u32::try_from(better + 1).unwrap();
        let place = Place { rank, score };
        ladder_strip::Mark {
            position,
            name: names("2022")[position].clone(),
            before: place,
            after: place,
        }
    });
    ladder_strip::Input {
        marks: marks.collect(),
        own: 0,
        decimals: 4,
    }
}

#[test]
fn ladder_strip_cases() {
    let of = |standings: &Standings, unit: &str| {
        ladder_strip::input(standings, position("2022", unit), &names("2022")).unwrap()
    };
    let cases = [
        (
            "ladder_strip_of_63_units",
            of(&baseline("2022"), "bac-giang"),
            WIDE,
        ),
        ("ladder_strip_edited", of(&edited(), "bac-giang"), WIDE),
        (
            "ladder_strip_edited_on_a_phone",
            of(&edited(), "bac-giang"),
            PHONE,
        ),
        (
            "ladder_strip_with_tied_units",
            of(&baseline("2022"), "yen-bai"),
            PHONE,
        ),
        (
            "ladder_strip_first_unit",
            of(&baseline("2022"), "da-nang"),
            PHONE,
        ),
        ("ladder_strip_one_unit", made_up(&[6440]), PHONE),
        ("ladder_strip_all_equal", made_up(&[6440; 63]), WIDE),
    ];
    for (name, input, canvas) in cases {
        expect_chart(name, &ladder_strip::chart(&input, &canvas).unwrap());
    }
}

#[test]
fn the_strip_names_the_chosen_unit_and_its_neighbours() {
    let own = position("2022", "bac-giang");
    let input = ladder_strip::input(&edited(), own, &names("2022")).unwrap();
    let chart = ladder_strip::chart(&input, &WIDE).unwrap();
    let Finding::Place {
        unit,
        before,
        after,
        of,
    } = chart.finding
    else {
        panic!("{:?}", chart.finding);
    };
    assert_eq!((unit, of, before.rank), (own, 63, 9));
    assert!(after.rank < 9);
    let named = |fact: &Fact| matches!(fact, Fact::Above(..) | Fact::Below(..));
    assert_eq!(chart.facts.iter().filter(|fact| named(fact)).count(), 2);
    assert!(ladder_strip::input(&edited(), 99, &[]).is_none());
}

fn mains(id: &str) -> Vec<String> {
    let framework = edition(id).framework();
    let mains = framework.mains();
    mains
        .map(|node| framework.indicator(node).name.vi.clone())
        .collect()
}

fn profile_of(standings: &Standings, unit: &str) -> profile::Input {
    let framework = edition("2022").framework();
    let own = position("2022", unit);
    profile::input(framework, &baseline("2022"), standings, own, &mains("2022")).unwrap()
}

#[test]
fn profile_cases() {
    let mut missing = profile_of(&baseline("2022"), "bac-giang");
    missing.lines[1].after = None;
    missing.lines[1].before = None;
    missing.lines[2].spread = None;
    let mut alone = missing.clone();
    alone.lines.truncate(1);
    let cases = [
        ("profile_edited", profile_of(&edited(), "bac-giang"), WIDE),
        (
            "profile_edited_on_a_phone",
            profile_of(&edited(), "bac-giang"),
            PHONE,
        ),
        (
            "profile_of_the_best_unit",
            profile_of(&baseline("2022"), "da-nang"),
            PHONE,
        ),
        ("profile_with_missing_values", missing, WIDE),
        ("profile_of_one_indicator", alone, PHONE),
    ];
    for (name, input, canvas) in cases {
        expect_chart(name, &profile::chart(&input, &canvas));
    }
}

#[test]
fn the_profile_says_where_the_unit_stands_out() {
    let chart = profile::chart(&profile_of(&edited(), "bac-giang"), &WIDE);
    let Finding::Profile {
        of, furthest_above, ..
    } = chart.finding
    else {
        panic!("{:?}", chart.finding);
    };
    assert_eq!(of, 8);
    let framework = edition("2022").framework();
    let (node, gap) = furthest_above.unwrap();
    assert!(gap > Exact::ZERO);
    let society = framework.node("society").unwrap();
    assert!(chart.facts.contains(&Fact::Changed(
        society,
        Exact::decimal(3348, 4),
        Exact::decimal(52, 2)
    )));
    assert!(framework.mains().any(|main| main == node));
    assert_eq!(chart.table.rows.len(), 8);
}

fn split(standings: &Standings, unit: &str) -> Contributions {
    let framework = edition("2022").framework();
    let maxima = Maxima::of(framework);
    let own = position("2022", unit);
    let start = baseline("2022");
    let (before, after) = (start.of(own).unwrap(), standings.of(own).unwrap());
    let side = |standing: &'_ dti_engine::model::Standing| (standing.card.clone(), standing.score);
    let (before, after) = (side(before), side(after));
    contributions(
        framework,
        Side {
            maxima: &maxima,
            card: &before.0,
            score: before.1,
        },
        Side {
            maxima: &maxima,
            card: &after.0,
            score: after.1,
        },
    )
}

fn waterfall(start: Start, split: &Contributions) -> breakdown::Input {
    let full = start == Start::FullMarks;
    let names = breakdown::Names {
        from: if full {
            "Điểm tối đa"
        } else {
            "Trước"
        }
        .to_owned(),
        to: if full { "Điểm đạt" } else { "Sau" }.to_owned(),
        rest: "Phần còn lại".to_owned(),
        indicators: mains("2022"),
    };
    breakdown::input(start, split, Exact::whole(1000), &names)
}

#[test]
fn breakdown_cases() {
    let change = waterfall(Start::Baseline, &split(&edited(), "bac-giang"));
    let nothing = waterfall(Start::Baseline, &split(&baseline("2022"), "bac-giang"));
    let framework = edition("2022").framework();
    let own = baseline("2022");
    let own = own.of(position("2022", "da-nang")).unwrap();
    let side = Side {
        maxima: &Maxima::of(framework),
        card: &own.card,
        score: own.score,
    };
    let gap = waterfall(Start::FullMarks, &shortfalls(framework, side));
    let cases = [
        ("breakdown_edited", &change, WIDE),
        ("breakdown_edited_on_a_phone", &change, PHONE),
        ("breakdown_without_change", &nothing, PHONE),
        ("breakdown_from_full_marks", &gap, WIDE),
        ("breakdown_from_full_marks_on_a_phone", &gap, PHONE),
    ];
    for (name, input, canvas) in cases {
        expect_chart(name, &breakdown::chart(input, &canvas));
    }
}

#[test]
fn the_waterfall_adds_up_exactly() {
    let input = waterfall(Start::Baseline, &split(&edited(), "bac-giang"));
    let sum: Exact = input.lines.iter().map(|line| line.points).sum();
    assert_eq!(input.from + sum, input.to);
    let Table { columns, rows } = breakdown::chart(&input, &WIDE).table;
    assert_eq!(columns, [Column::Step, Column::Points, Column::Running]);
    let last = [
        Cell::Step(Step::To),
        Cell::PointsChange(input.to - input.from),
    ];
    assert_eq!(rows.last().unwrap()[..2], last);
    // Society 2022 from .3348 to .52 of 150 points: 27.78.
    let society = edition("2022").framework().node("society").unwrap();
    let line = input
        .lines
        .iter()
        .find(|l| l.step == Step::Indicator(society));
    assert_eq!(line.unwrap().points, Exact::decimal(2778, 2));
}

#[test]
fn rank_shift_cases() {
    let of = |id: &str, standings: &Standings, unit: &str| {
        rank_shift::input(standings, position(id, unit), &names(id)).unwrap()
    };
    let cases = [
        (
            "rank_shift_edited",
            of("2022", &edited(), "bac-giang"),
            WIDE,
        ),
        (
            "rank_shift_edited_on_a_phone",
            of("2022", &edited(), "bac-giang"),
            PHONE,
        ),
        (
            "rank_shift_of_nobody",
            of("2022", &baseline("2022"), "bac-giang"),
            PHONE,
        ),
        (
            "rank_shift_of_nearly_all",
            of("2024", &trend("2024", "bac-giang"), "bac-giang"),
            WIDE,
        ),
    ];
    for (name, input, canvas) in cases {
        expect_chart(name, &rank_shift::chart(&input, &canvas).unwrap());
    }
}

#[test]
fn tied_units_have_places_of_their_own() {
    let standings = trend("2024", "bac-giang");
    let own = position("2024", "bac-giang");
    let input = rank_shift::input(&standings, own, &names("2024")).unwrap();
    let mut before: Vec<_> = input.slopes.iter().map(|s| s.place_before).collect();
    before.sort_unstable();
    before.dedup();
    assert_eq!(before.len(), input.slopes.len());
}

fn history_of(unit: &str, simulated: Option<(&str, Place)>) -> history::Input {
    let stops = CALCULATOR.editions().iter().map(|edition| {
        let merged = edition.header().merger_of.is_some();
        let label = if merged { "2024/34" } else { edition.id() };
        let id = if merged { "hue" } else { unit };
        let mut stop = history::stop(&CALCULATOR, edition, edition.position(id), label);
        stop.simulated = simulated
            .filter(|(id, _)| *id == edition.id())
            .map(|(_, place)| place);
        stop
    });
    history::Input {
        stops: stops.collect(),
    }
}

#[test]
fn history_cases() {
    let own = edited();
    let own = own.of(position("2022", "bac-giang")).unwrap();
    let place = Place {
        rank: own.rank,
        score: own.score,
    };
    let mut bac_giang = history_of("bac-giang", Some(("2022", place)));
    bac_giang.stops.truncate(5);
    let mut unknown = history_of("nowhere", None);
    unknown.stops.truncate(5);
    let mut one = bac_giang.clone();
    one.stops.truncate(1);
    let cases = [
        ("history_edited", bac_giang.clone(), WIDE),
        ("history_edited_on_a_phone", bac_giang, PHONE),
        (
            "history_with_gaps_and_other_units",
            history_of("thua-thien-hue", None),
            PHONE,
        ),
        ("history_of_an_unknown_unit", unknown, PHONE),
        ("history_of_one_edition", one, PHONE),
    ];
    for (name, input, canvas) in cases {
        expect_chart(name, &history::chart(&input, &canvas));
    }
}

#[test]
fn pillars_cases() {
    let framework = edition("2022").framework();
    let names = framework.pillars().iter();
    let names: Vec<String> = names.map(|pillar| pillar.name.vi.clone()).collect();
    let own = position("2022", "bac-giang");
    let of =
        |standings: &Standings| pillars::input(&baseline("2022"), standings, own, &names).unwrap();
    let cases = [
        ("pillars_unedited", of(&baseline("2022")), WIDE),
        ("pillars_edited", of(&edited()), WIDE),
        ("pillars_edited_on_a_phone", of(&edited()), PHONE),
    ];
    for (name, input, canvas) in cases {
        expect_chart(name, &pillars::chart(&input, &canvas));
    }
}

fn map(id: &str, standings: &Standings, measure: Measure, own: &str) -> tile_map::Input {
    let tiles = TileSet::of(edition(id).units()).unwrap();
    let islands = ["Hoàng Sa".to_owned(), "Trường Sa".to_owned()];
    tile_map::input(
        tiles,
        standings,
        measure,
        edition(id).position(own),
        islands,
    )
}

#[test]
fn tile_map_cases() {
    let mut missing = map("2022", &baseline("2022"), Measure::Rank, "da-nang");
    missing.marks.retain(|mark| mark.rank % 4 != 0);
    let mut equal = map("2024-34", &baseline("2024-34"), Measure::Score, "hue");
    for mark in &mut equal.marks {
        (mark.score, mark.rank) = (Exact::fraction(1, 2), 1);
    }
    let mut one = equal.clone();
    one.marks.truncate(1);
    let moved = trend("2024", "bac-giang");
    let cases = [
        (
            "tile_map_63_by_score",
            map("2022", &edited(), Measure::Score, "bac-giang"),
            WIDE,
        ),
        (
            "tile_map_63_by_score_on_a_phone",
            map("2022", &edited(), Measure::Score, "bac-giang"),
            PHONE,
        ),
        (
            "tile_map_63_by_change",
            map("2024", &moved, Measure::Change, "ha-noi"),
            PHONE,
        ),
        ("tile_map_63_with_missing_values", missing, PHONE),
        (
            "tile_map_34_by_rank",
            map("2024-34", &baseline("2024-34"), Measure::Rank, "bac-ninh"),
            WIDE,
        ),
        (
            "tile_map_34_by_score_on_a_phone",
            map("2024-34", &baseline("2024-34"), Measure::Score, "hue"),
            PHONE,
        ),
        ("tile_map_34_all_equal", equal, PHONE),
        ("tile_map_34_of_one_unit", one, PHONE),
    ];
    for (name, input, canvas) in cases {
        expect_chart(name, &tile_map::chart(&input, &canvas));
    }
}

/// Shares of 500 draws of seed 7.
fn acceptability_of(id: &str, unit: &str, weight_spread: f64) -> acceptability::Input {
    let question = StabilityQuestion {
        draws: 500,
        seed: 7,
        weight_spread,
        ..StabilityQuestion::of(Scenario::baseline(id))
    };
    let stability = CALCULATOR.stability(&question).unwrap();
    acceptability::input(&stability, position(id, unit), &names(id)).unwrap()
}

#[test]
fn acceptability_cases() {
    let mut one = acceptability_of("2022", "da-nang", 0.0);
    one.rows.truncate(1);
    let cases = [
        (
            "acceptability_of_a_crowded_rank",
            acceptability_of("2022", "bac-giang", 0.25),
            WIDE,
        ),
        (
            "acceptability_of_a_crowded_rank_on_a_phone",
            acceptability_of("2022", "ba-ria-vung-tau", 1.0),
            PHONE,
        ),
        (
            "acceptability_of_the_first_unit",
            acceptability_of("2022", "da-nang", 0.25),
            PHONE,
        ),
        (
            "acceptability_of_the_last_unit",
            acceptability_of("2024-34", "cao-bang", 0.25),
            WIDE,
        ),
        ("acceptability_of_one_unit", one, PHONE),
    ];
    for (name, input, canvas) in cases {
        expect_chart(name, &acceptability::chart(&input, &canvas).unwrap());
    }
}

#[test]
fn the_strips_say_how_sure_the_chosen_rank_is() {
    let input = acceptability_of("2022", "bac-giang", 0.25);
    let own = input.own;
    assert_eq!(input.rows.len(), 11);
    assert_eq!(input.rows[5].position, own);
    let chart = acceptability::chart(&input, &WIDE).unwrap();
    let (rank, low, high) = (9, 8, 14);
    let finding = Finding::Stability {
        unit: own,
        rank,
        low,
        high,
    };
    assert_eq!(chart.finding, finding);
    // 120 and 179 of 500 draws, as tests/snapshots/stability says.
    let facts = [(9, 240), (8, 358)];
    let facts = facts.map(|(rank, share)| Fact::ShareAtRank(rank, Exact::decimal(share, 3)));
    assert_eq!(chart.facts, facts);
}

/// Bắc Giang's ranks by its score on one indicator, every hundredth.
fn curve(indicator: &str, marks: &[(usize, &str)]) -> step_curve::Input {
    let own = position("2022", "bac-giang");
    let rank = |hundredths: u32| {
        let changes = [("bac-giang", indicator, f64::from(hundredths) / 100.0)];
        let standings = CALCULATOR.simulate(&scenario("2022", &changes)).unwrap();
        standings.of(own).unwrap().rank
    };
    let mut steps: Vec<(f64, u32)> = Vec::new();
    for hundredths in 0..=100 {
        let rank = rank(hundredths);
        if steps.last().is_none_or(|&(_, before)| before != rank) {
            steps.push((f64::from(hundredths) / 100.0, rank));
        }
    }
    let marks = marks
        .iter()
        .map(|&(place, name)| (steps[place].0, steps[place].1, name.to_owned()));
    step_curve::Input {
        marks: marks.collect(),
        steps,
        x_max: 1.0,
        present: (0.3348, 9),
        units: 63,
        x_decimals: 2,
    }
}

#[test]
fn step_curve_cases() {
    let society = curve(
        "society",
        &[
            (13, "Thái Nguyên"),
            (14, "Bắc Ninh"),
            (16, "Cần Thơ"),
            (5, "Bà Rịa – Vũng Tàu"),
        ],
    );
    let points = step_curve::Input {
        steps: vec![(0.0, 12), (40.0, 9), (155.0, 8)],
        x_max: 300.0,
        present: (150.0, 9),
        x_decimals: 0,
        ..curve("society", &[])
    };
    let flat = step_curve::Input {
        steps: vec![(0.0, 1)],
        present: (0.0, 1),
        units: 1,
        ..points.clone()
    };
    let cases = [
        ("step_curve_of_a_score", society.clone(), WIDE),
        ("step_curve_of_a_score_on_a_phone", society, PHONE),
        ("step_curve_of_max_points", points, PHONE),
        ("step_curve_of_one_unit", flat, PHONE),
    ];
    for (name, input, canvas) in cases {
        expect_chart(name, &step_curve::chart(&input, &canvas).unwrap());
    }
}

#[test]
fn dark_files_cases() {
    let caption = Caption::default();
    let moved = trend("2024", "bac-giang");
    let maps = [
        (
            "dark_tile_map_by_change",
            map("2024", &moved, Measure::Change, "ha-noi"),
        ),
        (
            "dark_tile_map_by_score",
            map("2022", &edited(), Measure::Score, "bac-giang"),
        ),
    ];
    for (name, input) in maps {
        expect_file(
            name,
            &write(&tile_map::draw(&input, &PHONE), &caption, Theme::Dark),
        );
    }
    let strips = acceptability::draw(&acceptability_of("2022", "bac-giang", 0.25), &PHONE);
    expect_file("dark_acceptability", &write(&strips, &caption, Theme::Dark));
    let profile = profile::draw(&profile_of(&edited(), "bac-giang"), &PHONE);
    expect_file("dark_profile", &write(&profile, &caption, Theme::Dark));
    let change = waterfall(Start::Baseline, &split(&edited(), "bac-giang"));
    let change = breakdown::draw(&change, &PHONE);
    expect_file("dark_breakdown", &write(&change, &caption, Theme::Dark));
}

#[test]
fn a_downloaded_file_carries_title_warning_source_and_legend() {
    let own = position("2022", "bac-giang");
    let input = ladder_strip::input(&edited(), own, &names("2022")).unwrap();
    let chart = ladder_strip::chart(&input, &WIDE).unwrap();
    let words = ["Bắc Giang", "Trước kịch bản", "Đơn vị khác"].map(str::to_owned);
    let caption = Caption {
        title: "Bắc Giang từ hạng 9 lên hạng 8 trong 63 tỉnh, thành phố về chuyển đổi số năm 2022"
            .to_owned(),
        warning: "Kịch bản mô phỏng, không phải số liệu chính thức".to_owned(),
        source: "Nguồn: Bộ Thông tin và Truyền thông, DTI 2022; tính lại từ số liệu công bố"
            .to_owned(),
        legend: chart.legend.iter().copied().zip(words).collect(),
    };
    expect_file(
        "downloaded_file_light",
        &write(&chart.drawing, &caption, Theme::Light),
    );
    expect_file(
        "downloaded_file_dark",
        &write(&chart.drawing, &caption, Theme::Dark),
    );
}

#[test]
fn the_same_input_gives_the_same_shapes() {
    let input = map("2022", &edited(), Measure::Score, "bac-giang");
    assert_eq!(tile_map::draw(&input, &WIDE), tile_map::draw(&input, &WIDE));
    let keys = tile_map::draw(&input, &WIDE)
        .shapes
        .into_iter()
        .filter_map(|s| s.key);
    let keys: std::collections::BTreeSet<usize> = keys.collect();
    assert_eq!(keys.len(), 63, "every unit can be clicked");
}
