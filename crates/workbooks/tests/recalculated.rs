//! Written workbooks, opened and recalculated by LibreOffice: total and ranks must be the
//! calculator's. Every stored value is written wrong, so what agrees was computed there.
//! `cargo xtask audit libreoffice` runs this.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a broken file must stop the tests"
)]

use dti_engine::calculator::Calculator;
use dti_engine::model::{Exact, Node, Provenance, Standings};
use dti_formats::{Book, BookContent};
use dti_formats::{BookLanguage, CardRow, CardTable, card_book, link, other_totals, results_book};
use dti_workbooks::{reading, writing};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The value that every formula is stored with.
const WRONG: i64 = 7;
/// What the reader's own profile of LibreOffice must say: compute all when a file is opened.
const PROFILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item></oor:items>"#;
/// Comma, double quotes, UTF-8, as shown, every sheet in a file of its own.
const CSV: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

/// Scenarios on several editions; the last ones are made to land on halves.
fn scenarios() -> Vec<String> {
    let mut fragments: Vec<String> = [
        "e=2022",
        "e=2023",
        "e=2024",
        "e=2024-34",
        "e=2022&u=bac-giang&s=bac-giang.society:0.45",
        "e=2022&u=bac-giang&s=bac-giang.society:0.45,bac-giang.awareness:k0.8&r=gain:5",
        "e=2023&u=thua-thien-hue&s=thua-thien-hue.government:1,thua-thien-hue.economy:0.0001&r=trend",
        "e=2022&u=thua-thien-hue&s=thua-thien-hue.foundation:0.91",
        "e=2022&u=thua-thien-hue&w=government:250,economy:0",
        "e=2024-34&u=bac-ninh&s=bac-ninh.society:0.9&r=gain:-3.25",
        "e=2022&u=da-nang&s=da-nang.foundation:1,da-nang.activity:1",
        "e=2022&u=bac-kan&s=bac-kan.foundation:0,bac-kan.activity:0",
    ]
    .map(str::to_owned)
    .to_vec();
    // 150 or 50 times a score of 4 decimals, over 1,000 or 940: often half a unit of the fourth.
    let mut state = 20_260_101_u64;
    let mut random = |below: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) % below
    };
    for number in 0..40 {
        let (edition, units) = match number % 2 {
            0 => (
                "2022",
                [
                    "bac-giang",
                    "thua-thien-hue",
                    "bac-kan",
                    "hai-phong",
                    "lao-cai",
                ],
            ),
            _ => (
                "2024-34",
                ["bac-ninh", "hue", "cao-bang", "hai-phong", "lao-cai"],
            ),
        };
        let mut edits = Vec::new();
        for unit in units {
            let indicator = ["society", "economy", "government"][random(3) as usize];
            edits.push(format!("{unit}.{indicator}:0.{:04}", random(10_000)));
        }
        fragments.push(format!("e={edition}&s={}", edits.join(",")));
    }
    fragments
}

fn without_values(mut book: Book) -> Vec<u8> {
    for cell in book
        .sheets
        .iter_mut()
        .flat_map(|sheet| sheet.rows.iter_mut().flatten())
    {
        if let BookContent::Formula(_, now, _) = &mut cell.content {
            *now = Exact::whole(WRONG);
        }
    }
    writing::write(&book.pack())
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("recalculated");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("profile/user")).unwrap();
    fs::write(
        folder.join("profile/user/registrymodifications.xcu"),
        PROFILE,
    )
    .unwrap();
    folder
}

/// Has LibreOffice open files and save them as another kind.
fn convert(folder: &Path, files: &[PathBuf], kind: &str, into: &str) {
    let status = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            folder.join("profile").display()
        ))
        .args([
            "--headless",
            "--norestore",
            "--convert-to",
            kind,
            "--outdir",
        ])
        .arg(folder.join(into))
        .args(files)
        .output()
        .expect("LibreOffice is needed here");
    assert!(status.status.success(), "{status:?}");
}

fn csv_rows(path: &Path) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_path(path)
        .unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
    let rows = reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect());
    rows.collect()
}

/// A total that is already rounded, with all its zeros.
#[track_caller]
fn four(cell: &str) -> String {
    let score = Exact::from_plain_text(cell, 4);
    score
        .unwrap_or_else(|| panic!("{cell} is not rounded"))
        .to_text(4)
}

/// Rank, name and total of each line, as text.
fn expected(calculator: &Calculator, standings: &Standings) -> Vec<[String; 3]> {
    let units = calculator.edition(&standings.edition).unwrap().units();
    let line = |own: &dti_engine::model::Standing| {
        let name = units[own.position].name.vi.clone();
        [own.rank.to_string(), name, own.score.to_text(4)]
    };
    standings.standings.iter().map(line).collect()
}

#[test]
#[ignore = "needs LibreOffice: cargo xtask audit libreoffice"]
fn a_spreadsheet_computes_the_same_totals_and_ranks() {
    let (folder, calculator) = (folder(), dti_formats::official().unwrap());
    let (mut files, mut cases, mut halves) = (Vec::new(), Vec::new(), 0);
    for (number, fragment) in scenarios().iter().enumerate() {
        let (link, notices) = link::read(fragment);
        assert!(notices.is_empty(), "{fragment}: {notices:?}");
        let standings = calculator
            .simulate(&link.scenario)
            .unwrap_or_else(|error| panic!("{fragment}: {error}"));
        let is_half = |score: Exact| score.rounded(4) - score == Exact::decimal(5, 5);
        let totals = standings.standings.iter().map(|own| own.unrounded);
        halves += totals.filter(|&total| is_half(total)).count();
        let book = results_book(&calculator, &link.scenario, BookLanguage::Vi).unwrap();
        let file = folder.join(format!("r{number:02}.xlsx"));
        fs::write(&file, without_values(book)).unwrap();
        files.push(file);
        cases.push((fragment.clone(), expected(&calculator, &standings)));
    }
    convert(&folder, &files, CSV, "csv");
    convert(&folder, &files[..8], "xlsx", "again");
    let mut lines = 0;
    for (number, (fragment, expected)) in cases.iter().enumerate() {
        let rows = csv_rows(&folder.join(format!("csv/r{number:02}-Kết quả.csv")));
        assert_eq!(rows.len() - 4, expected.len(), "{fragment}");
        for (row, expected) in rows[4..].iter().zip(expected) {
            let found = [row[0].clone(), row[1].clone(), four(&row[2])];
            assert_eq!(&found, expected, "{fragment}");
            lines += 1;
        }
        if number < 8 {
            let saved = fs::read(folder.join(format!("again/r{number:02}.xlsx"))).unwrap();
            let read = reading::workbook(&saved).unwrap();
            for (row, [rank, name, total]) in (4..).zip(expected) {
                let grid = &read.sheets[0].1;
                assert_eq!(
                    (grid.cell(row, 0), grid.cell(row, 1)),
                    (&rank[..], &name[..])
                );
                assert_eq!(four(grid.cell(row, 2)), *total, "{fragment}");
            }
        }
    }
    println!(
        "LibreOffice: {} results workbooks, {lines} totals and ranks agree, {halves} of them \
         exact halves",
        cases.len()
    );
}

/// A scorecard of a unit of 2022, each main indicator in three components that share it.
fn card(calculator: &Calculator, fragment: &str) -> (CardTable, String, u32) {
    let (link, _) = link::read(fragment);
    let unit = link.scenario.unit.clone().unwrap();
    let edition = calculator.edition(&link.scenario.edition).unwrap();
    let position = edition.position(&unit).unwrap();
    let standings = calculator.simulate(&link.scenario).unwrap();
    let maxima = calculator.maxima(&link.scenario).unwrap();
    let own = standings.of(position).unwrap();
    let mut rows = Vec::new();
    let mut sum = Exact::ZERO;
    for node in edition.framework().mains() {
        let most = maxima.of_node(node);
        let points = own.card.score(node) * most;
        sum = sum + points;
        let row = |depth: u8, share: Exact, name: &str| CardRow {
            depth,
            number: String::new(),
            name: name.to_owned(),
            rule: "points".to_owned(),
            own: None,
            verified: None,
            what_if: None,
            points: points * share,
            max_points: most * share,
            is_scored: true,
            takes_points: depth == 1,
        };
        rows.push(row(
            0,
            Exact::ONE,
            &edition.framework().indicator(node).name.vi,
        ));
        for share in [2, 3, 5] {
            let mut component = row(1, Exact::decimal(share, 1), "c");
            if share == 3 {
                // Entered with two decimals, as a person would; the points are then exactly that.
                let entered = component.points.rounded(2);
                component.own = Some("1".to_owned());
                component.what_if = Some(entered.to_short_text(2));
                sum = sum + entered - component.points;
                component.points = entered;
            }
            rows.push(component);
        }
    }
    let residual = own.unrounded - own.card.score(Node::ROOT);
    let total = (sum.div_or(maxima.total(), Exact::ZERO) + residual).rounded(4);
    let others = other_totals(calculator, &standings, position, BookLanguage::Vi).unwrap();
    let rank = 1 + others.iter().filter(|(_, other)| *other > total).count();
    let table = CardTable {
        edition: edition.header().title.vi.clone(),
        unit,
        provenance: Provenance::Published,
        is_edited: true,
        rows,
        residual,
        decimals: Some(4),
        others,
    };
    (table, total.to_text(4), rank as u32)
}

#[test]
#[ignore = "needs LibreOffice: cargo xtask audit libreoffice"]
fn a_spreadsheet_computes_the_same_scorecard() {
    let calculator = dti_formats::official().unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("recalculated-card");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("profile/user")).unwrap();
    fs::write(
        folder.join("profile/user/registrymodifications.xcu"),
        PROFILE,
    )
    .unwrap();
    let fragments = [
        "e=2022&u=bac-giang",
        "e=2022&u=thua-thien-hue&s=thua-thien-hue.society:0.45",
        "e=2023&u=da-nang",
    ];
    let (mut files, mut cases) = (Vec::new(), Vec::new());
    for (number, fragment) in fragments.iter().enumerate() {
        let (table, total, rank) = card(&calculator, fragment);
        let file = folder.join(format!("c{number}.xlsx"));
        fs::write(&file, without_values(card_book(&table, BookLanguage::Vi))).unwrap();
        files.push(file);
        cases.push((total, rank));
    }
    convert(&folder, &files, CSV, "csv");
    for (number, (total, rank)) in cases.iter().enumerate() {
        let rows = csv_rows(&folder.join(format!("csv/c{number}-Phiếu điểm.csv")));
        let [_, totals, ranks] = &rows[rows.len() - 3..] else {
            panic!("three lines of sums");
        };
        assert_eq!(
            (&four(&totals[6]), &ranks[6]),
            (total, &rank.to_string()),
            "{}",
            fragments[number]
        );
    }
    println!(
        "LibreOffice: {} scorecards agree in total and rank",
        cases.len()
    );
}

#[test]
fn the_baseline_is_among_the_scenarios() {
    let first = scenarios().swap_remove(0);
    let scenario = link::read(&first).0.scenario;
    assert!(scenario.edition == "2022" && scenario.is_baseline());
}
