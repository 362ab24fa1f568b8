//! The figures of the page as tables for a spreadsheet.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing helper fails its test"
)]

use dti_engine::calculator::present;
use dti_formats::link::Language::{self, En, Vi};
use dti_formats::{Cell, Form, csv, link};
use dti_words::{Results, Words, scorecard_table};

/// The results of a scenario and the scorecard of its unit.
fn tables(fragment: &str, language: Language) -> [Vec<Vec<Cell>>; 2] {
    let calculator = dti_formats::official().unwrap();
    let scenario = link::read(fragment).0.scenario;
    let edition = calculator.edition(&scenario.edition).unwrap();
    let standings = calculator.simulate(&scenario).unwrap();
    let session = calculator.open(&scenario).unwrap();
    let before = calculator.open(&present(&scenario)).unwrap();
    let row = edition.position(scenario.unit.as_deref().unwrap()).unwrap();
    let card = session.scorecard(&before, row).unwrap();
    let words = Words::of(language, Some(edition));
    let results = Results {
        edition,
        standings: &standings,
        decimals: 4,
        is_edited: !scenario.is_baseline(),
        words: &words,
    };
    let lines = card.iter().flat_map(|group| &group.lines);
    let unit = words.in_language(&edition.units()[row].name);
    [
        results.table(),
        scorecard_table(edition, unit, lines, &words),
    ]
}

#[test]
fn the_results_of_an_unedited_edition_are_the_published_ones() {
    let [results, _] = tables("e=2022&u=bac-giang", Vi);
    let file = csv(&results, Form::Vietnamese);
    let lines: Vec<&str> = file.lines().collect();
    assert_eq!(lines.len(), 64);
    let heads =
        "\u{feff}Hạng;Hạng công bố;Tỉnh, thành phố;Mã tỉnh;Giá trị DTI;Giá trị DTI công bố;";
    assert!(lines[0].starts_with(heads), "{}", lines[0]);
    assert!(
        lines[1].starts_with("1;1;Đà Nẵng;48;0,8002;0,8002;1,0000;Công bố;"),
        "{}",
        lines[1]
    );
    assert!(lines[9].contains(";Bắc Giang;24;0,6440;0,6440;") && lines[9].contains(";Ước tính;"));
    assert!(lines.iter().all(|line| line.matches(';').count() == 22));
    assert!(!file.contains("Mô phỏng"));
    let file = csv(&results, Form::International);
    let second = file.lines().nth(1).unwrap();
    assert!(second.starts_with("1,1,Đà Nẵng,48,0.8002,"), "{second}");
}

#[test]
fn what_is_supposed_says_so() {
    let [results, card] = tables("e=2022&u=bac-giang&s=bac-giang.society:0.45", En);
    let results = csv(&results, Form::International);
    let simulated = "Simulation, not official figures.";
    assert_eq!(results.matches(simulated).count(), 63);
    let card = csv(&card, Form::International);
    let mut lines = card.lines();
    let society = lines.find(|line| line.contains(",society,")).unwrap();
    assert!(society.starts_with("Bac Giang,"), "{society}");
    let figures = ",0.4500,67.50,150,82.50,Supposed,0.3348,";
    assert!(society.contains(figures), "{society}");
    assert_eq!(card.matches("Simulation").count(), 1);
}
