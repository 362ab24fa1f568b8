//! Every chart of real units read in both languages; what is said of each part is in the files below.

mod finding;
mod ranks;
mod stability;
mod summary;
mod table;

use super::{ChartWords, EditionLabel, ordinal};
use crate::Words;
use crate::table::MISSING;
use dti_charts::{
    Canvas, Cell, Chart, Finding, Measure, Place, Start, TileSet, breakdown, history, ladder_strip,
    pillars, profile, rank_shift, tile_map,
};
use dti_engine::analysis::{Side, contributions, shortfalls};
use dti_engine::calculator::Calculator;
use dti_engine::model::{
    Edition, Entry, Exact, Kind, Maxima, Node, Override, Rivals, SCORE_DECIMALS, Scenario, Score,
    Standings, Text,
};
use dti_formats::link::Language::{self, En, Vi};
use std::sync::LazyLock;

static CALCULATOR: LazyLock<Calculator> = LazyLock::new(|| dti_formats::official().unwrap());

static LABELS: LazyLock<Vec<EditionLabel>> = LazyLock::new(|| {
    let editions = CALCULATOR.editions().iter();
    let label = |edition| EditionLabel::of(edition, &Words::plain(Vi));
    editions.map(|edition| label(edition)).collect()
});

fn edition(id: &str) -> &'static Edition {
    CALCULATOR.edition(id).unwrap()
}

/// Words about a unit of an edition.
pub(super) fn words_of(id: &str, unit: &str, language: Language) -> ChartWords<'static> {
    let edition = edition(id);
    ChartWords {
        edition,
        editions: LABELS.as_slice(),
        unit: edition.position(unit).unwrap(),
        tied: &[],
        decimals: SCORE_DECIMALS,
        is_edited: false,
        words: Box::leak(Box::new(Words::of(language, Some(edition)))),
    }
}

/// Words about Bắc Giang in 2022, as published.
pub(super) fn words(language: Language) -> ChartWords<'static> {
    words_of("2022", "bac-giang", language)
}

/// The same under a scenario.
pub(super) fn edited(language: Language) -> ChartWords<'static> {
    ChartWords {
        is_edited: true,
        ..words(language)
    }
}

/// Row of a unit in 2022.
pub(super) fn unit(id: &str) -> usize {
    edition("2022").position(id).unwrap()
}

/// An indicator of 2022.
pub(super) fn node(id: &str) -> Node {
    edition("2022").framework().node(id).unwrap()
}

/// A score in ten-thousandths.
pub(super) fn tenths(units: i64) -> Exact {
    Exact::decimal(units, 4)
}

/// Expects a heading in both languages.
#[track_caller]
pub(super) fn expect(
    of: fn(Language) -> ChartWords<'static>,
    finding: &Finding,
    [vi, en]: [&str; 2],
) {
    assert_eq!(of(Vi).finding(finding), vi);
    assert_eq!(of(En).finding(finding), en);
}

#[test]
fn english_ranks_are_written_as_spoken() {
    let ranks = [1, 2, 3, 4, 11, 12, 13, 21, 22, 63].map(ordinal);
    let spoken = [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "63rd",
    ];
    assert_eq!(ranks, spoken);
}

#[test]
fn what_does_not_exist_has_no_name_and_breaks_nothing() {
    let lost = ChartWords {
        unit: 999,
        editions: &[],
        ..words(Vi)
    };
    assert_eq!(lost.own(), MISSING);
    assert_eq!((lost.pillar(9), lost.label(0)), (MISSING, MISSING));
    assert!(!lost.is_on_file(999, node("society")));
}

fn baseline(id: &str) -> Standings {
    CALCULATOR.simulate(&Scenario::baseline(id)).unwrap()
}

fn scenario(id: &str, unit: &str, changes: &[(&str, f64)]) -> Standings {
    let scenario = changes
        .iter()
        .fold(Scenario::baseline(id), |scenario, (indicator, score)| {
            scenario.with_override(Override {
                unit: unit.to_owned(),
                indicator: (*indicator).to_owned(),
                entry: Entry::Score(Score::entered(*score).unwrap()),
                kind: Kind::WhatIf,
            })
        });
    CALCULATOR.simulate(&scenario).unwrap()
}

fn waterfall(words: &ChartWords, before: &Standings, after: &Standings) -> breakdown::Input {
    let framework = words.edition.framework();
    let maxima = Maxima::of(framework);
    let side = |standings: &'_ Standings| {
        let own = standings.of(words.unit).unwrap();
        (own.card.clone(), own.score)
    };
    let (before, after) = (side(before), side(after));
    let [before, after] = [&before, &after].map(|(card, score)| Side {
        maxima: &maxima,
        card,
        score: *score,
    });
    let (start, split) = if words.is_edited {
        (Start::Baseline, contributions(framework, before, after))
    } else {
        (Start::FullMarks, shortfalls(framework, after))
    };
    let names = breakdown::Names {
        from: String::new(),
        to: String::new(),
        rest: String::new(),
        indicators: Vec::new(),
    };
    breakdown::input(start, &split, Exact::whole(1000), &names)
}

fn ranks(words: &ChartWords, after: &Standings) -> history::Input {
    let id = &words.edition.units()[words.unit].id;
    let stops = CALCULATOR.editions().iter().zip(words.editions);
    let stops = stops.map(|(edition, label)| {
        let unit = CALCULATOR.counterpart(id, edition.id());
        let mut stop = history::stop(
            &CALCULATOR,
            edition,
            unit.and_then(|u| edition.position(u)),
            &label.text,
        );
        let is_here = words.is_edited && edition.id() == words.edition.id();
        stop.simulated = after.of(words.unit).filter(|_| is_here).map(|own| Place {
            rank: own.rank,
            score: own.score,
        });
        stop
    });
    history::Input {
        stops: stops.collect(),
    }
}

/// All charts of a unit, as the page makes them.
fn charts(words: &ChartWords, after: &Standings) -> Vec<Chart> {
    let canvas = Canvas {
        width: 640.0,
        locale: crate::chart_locale(words.words),
    };
    let own = words.unit;
    let before = baseline(words.edition.id());
    let framework = words.edition.framework();
    let strip = ladder_strip::input(after, own, &[]).unwrap();
    let lines = profile::input(framework, &before, after, own, &[]).unwrap();
    let shift = rank_shift::input(after, own, &[]).unwrap();
    let three = pillars::input(&before, after, own, &[]).unwrap();
    let mut charts = vec![
        ladder_strip::chart(&strip, &canvas).unwrap(),
        profile::chart(&lines, &canvas),
        breakdown::chart(&waterfall(words, &before, after), &canvas),
        rank_shift::chart(&shift, &canvas).unwrap(),
        history::chart(&ranks(words, after), &canvas),
        pillars::chart(&three, &canvas),
    ];
    for measure in [Measure::Score, Measure::Rank, Measure::Change] {
        let tiles = TileSet::of(words.edition.units()).unwrap();
        let islands = [String::new(), String::new()];
        let map = tile_map::input(tiles, after, measure, Some(own), islands);
        charts.push(tile_map::chart(&map, &canvas));
    }
    charts
}

/// Every text of a chart.
fn texts(words: &ChartWords, chart: &Chart) -> Vec<String> {
    let mut texts = vec![words.finding(&chart.finding)];
    if !chart.facts.is_empty() {
        texts.push(words.summary(&chart.facts));
    }
    texts.extend(
        chart
            .legend
            .iter()
            .map(|entry| words.meaning(entry.meaning)),
    );
    let columns = chart.table.columns.iter();
    texts.extend(columns.map(|&column| words.column(column)));
    texts.extend(
        chart
            .table
            .rows
            .iter()
            .flatten()
            .map(|cell| words.cell(cell).text),
    );
    texts
}

/// A text without the names in it, longest first.
fn without_names(words: &ChartWords, text: &str) -> String {
    let framework = words.edition.framework();
    let units = words.edition.units().iter().map(|unit| &unit.name);
    let nodes = framework
        .nodes()
        .map(|node| &framework.indicator(node).name);
    let pillars = framework.pillars().iter().map(|pillar| &pillar.name);
    let names: Vec<&Text> = units.chain(nodes).chain(pillars).collect();
    let mut names: Vec<&str> = names.into_iter().map(|t| words.name(Some(t))).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
        .into_iter()
        .fold(text.to_owned(), |text, name| text.replace(name, ""))
}

const ENGLISH: [&str; 22] = [
    "rank",
    "ranks",
    "score",
    "scores",
    "point",
    "points",
    "median",
    "best",
    "province",
    "provinces",
    "the",
    "of",
    "and",
    "with",
    "would",
    "from",
    "to",
    "indicator",
    "pillar",
    "scenario",
    "edition",
    "baseline",
];

/// Whether a mark stands before decimals; before three digits it may be grouping.
fn has_decimals(text: &str, mark: char) -> bool {
    let decimals = |part: &str| part.chars().take_while(char::is_ascii_digit).count();
    text.split(mark)
        .skip(1)
        .any(|part| ![0, 3].contains(&decimals(part)))
}

#[track_caller]
fn check(words: &ChartWords, text: &str) {
    assert!(!text.trim().is_empty());
    assert_eq!(text.trim(), text);
    assert!(
        !text.contains("  ") && !text.contains(" ,") && !text.contains(".."),
        "{text}"
    );
    let bare = without_names(words, text);
    let is_mark = |letter: char| ('\u{300}'..='\u{36f}').contains(&letter);
    assert!(!text.contains(is_mark), "{text}");
    match words.words.language() {
        Vi => {
            let mut said = bare.split(|letter: char| !letter.is_alphabetic());
            assert!(
                !said.any(|word| ENGLISH.contains(&word.to_lowercase().as_str())),
                "{text}"
            );
            assert!(!has_decimals(&bare, '.'), "{text}");
        }
        En => {
            let is_foreign = |letter: char| letter.is_alphabetic() && !letter.is_ascii();
            assert!(!bare.contains(is_foreign), "{text}");
            assert!(!has_decimals(&bare, ','), "{text}");
        }
    }
}

/// All charts of a case in both languages, checked; the texts of each chart.
fn walk(id: &str, unit: &str, after: Option<&Standings>) -> [Vec<Vec<String>>; 2] {
    [Vi, En].map(|language| {
        let words = ChartWords {
            is_edited: after.is_some(),
            ..words_of(id, unit, language)
        };
        let published = baseline(id);
        let charts = charts(&words, after.unwrap_or(&published));
        let said: Vec<Vec<String>> = charts.iter().map(|c| texts(&words, c)).collect();
        for text in said.iter().flatten() {
            check(&words, text);
        }
        // A cell without a figure says so and nothing else.
        for cell in charts
            .iter()
            .flat_map(|chart| chart.table.rows.iter().flatten())
        {
            assert_eq!(
                *cell == Cell::Missing,
                words.cell(cell).text == MISSING,
                "{cell:?}"
            );
        }
        said
    })
}

/// The heading of each chart.
fn headings(said: &[Vec<String>]) -> Vec<&str> {
    said.iter().map(|texts| texts[0].as_str()).collect()
}

#[test]
fn the_published_charts_of_a_unit_read_well() {
    let [vi, en] = walk("2022", "bac-giang", None);
    let expected = [
        "Bắc Giang đứng thứ 9 trong 63 tỉnh, thành với giá trị 0,6440",
        "Bắc Giang cao hơn trung vị ở 7 trong 8 chỉ số chính: hơn nhiều nhất ở Hoạt động kinh \
         tế số (0,2377), kém nhiều nhất ở Hạ tầng số (0,0669)",
        "Bắc Giang còn thiếu 356 điểm so với điểm tối đa, nhiều nhất ở Hoạt động xã hội số \
         (99,78)",
        "Chưa có giả định nào nên thứ hạng chưa đổi; Bắc Giang ở hạng 9",
        "Bắc Giang xếp hạng 10 ở kỳ 2020 và, sau đợt sáp nhập, hạng 11 ở kỳ 2024 (34); trước \
         đó cao nhất là hạng 9 ở kỳ 2022",
        "Bắc Giang xếp hạng cao nhất ở trụ cột Kinh tế số (10/63), thấp nhất ở trụ cột Chính \
         quyền số (23/63)",
        "Đà Nẵng có giá trị cao nhất, Bắc Kạn thấp nhất",
        "Đà Nẵng đứng đầu bảng xếp hạng, Bắc Kạn đứng cuối",
        "Chưa có giả định nào nên chưa tỉnh, thành nào đổi hạng",
    ];
    assert_eq!(headings(&vi), expected);
    assert_eq!(vi[1][1], "Có 4 giá trị là ước tính, ghi dấu ≈.");
    assert_eq!(en[1][1], "4 values are estimates, marked ≈.");
    assert!(vi[1].contains(&"≈ 0,8068".to_owned()), "{:?}", vi[1]);
}

#[test]
fn the_charts_of_a_scenario_read_well() {
    let changes = [
        ("society", 0.52),
        ("institutions", 0.95),
        ("security", 0.40),
    ];
    let after = scenario("2022", "bac-giang", &changes);
    let [vi, en] = walk("2022", "bac-giang", Some(&after));
    let expected = [
        "Bac Giang would rise from 9th to 8th of 63 provinces",
        "Bac Giang would be above the median on 6 of 8 main indicators: furthest above on \
         Digital society activity (0.2409), furthest below on Cyber security (≈ 0.1264)",
        "Bac Giang would gain 25.2 points: most gained from Digital society activity (+27.78), \
         most lost on Cyber security (≈ \u{2212}16.92)",
        "Bac Giang would rise from 9th to 8th; Thai Nguyen would fall from 8th to 9th",
        "Without the scenario, Bac Giang ranked 10th in 2020 and, after the mergers, 11th in \
         2024 (34); its best before that was 9th in 2022",
        "Bac Giang would rank highest on Digital society (7th of 63) and lowest on Digital \
         government (24th of 63)",
        "Da Nang would have the highest score, Bac Kan the lowest",
        "Da Nang would rank first, Bac Kan last",
        "2 provinces would change rank; Bac Giang would do best, Thai Nguyen worst",
    ];
    assert_eq!(headings(&en), expected);
    assert_eq!(
        vi[1][1],
        "Kịch bản đưa Thể chế số từ ≈ 0,8068 lên 0,9500, An toàn thông tin mạng từ ≈ 0,5692 \
         xuống 0,4000 và Hoạt động xã hội số từ 0,3348 lên 0,5200. Có 2 giá trị là ước tính, \
         ghi dấu ≈."
    );
}

#[test]
fn the_charts_of_the_merged_provinces_read_well() {
    let [vi, _] = walk("2024-34", "bac-ninh", None);
    assert_eq!(
        vi[0][0],
        "Bắc Ninh đứng thứ 11 trong 34 tỉnh, thành với giá trị 0,7474"
    );
    // All figures of this edition are published: nothing is marked as an estimate.
    assert!(vi.iter().flatten().all(|text| !text.contains('≈')));
    let after = scenario("2024-34", "bac-ninh", &[("society", 0.9)]);
    let [vi, _] = walk("2024-34", "bac-ninh", Some(&after));
    assert!(
        vi[0][0].starts_with("Bắc Ninh từ hạng 11 lên hạng "),
        "{}",
        vi[0][0]
    );
    assert!(vi[0][0].ends_with(" trong 34 tỉnh, thành"), "{}", vi[0][0]);
}

#[test]
fn moving_rivals_have_their_words() {
    let trend = Scenario {
        unit: Some("bac-giang".to_owned()),
        rivals: Rivals::Trend,
        ..Scenario::baseline("2023")
    };
    let moved = CALCULATOR.simulate(&trend).unwrap();
    for unit in ["bac-giang", "da-nang", "cao-bang", "ho-chi-minh"] {
        walk("2023", unit, Some(&moved));
    }
    // Nothing but the total moves for a rival.
    let [vi, _] = walk("2023", "da-nang", Some(&moved));
    assert!(
        vi[2][0].ends_with(", không gắn với chỉ số cụ thể nào"),
        "{}",
        vi[2][0]
    );
}
