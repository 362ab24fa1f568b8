//! What the builders of workbooks promise. That the formulas give the same figures is for a
//! spreadsheet to say: `cargo xtask audit libreoffice`.

use super::{BookLanguage, CardRow, CardTable, card_book, other_totals, results_book};
use crate::link;
use crate::{Book, BookContent, Cell, Look};
use dti_engine::model::{Exact, Provenance, Scenario};

fn book(fragment: &str, language: BookLanguage) -> Book {
    let (link, _) = link::read(fragment);
    let calculator = crate::official().unwrap();
    results_book(&calculator, &link.scenario, language).unwrap()
}

fn number(content: &BookContent) -> Exact {
    match content {
        BookContent::Plain(Cell::Number(value, _)) | BookContent::Formula(_, value, _) => *value,
        other => panic!("{other:?} is no number"),
    }
}

fn text(content: &BookContent) -> &str {
    match content {
        BookContent::Plain(Cell::Text(text)) => text,
        other => panic!("{other:?} is no text"),
    }
}

#[test]
fn the_sheet_of_an_edition_adds_up_to_its_published_totals() {
    for edition in ["2022", "2023", "2024", "2024-34"] {
        let book = book(&format!("e={edition}"), BookLanguage::Vi);
        let [results, origins, source] = &book.sheets[..] else {
            panic!("three sheets");
        };
        let maxima: Vec<Exact> = results.rows[3][3..]
            .iter()
            .map(|c| number(&c.content))
            .collect();
        let most: Exact = maxima.iter().copied().sum();
        assert_eq!(number(&results.rows[3][2].content), most);
        for (line, origin) in results.rows[4..].iter().zip(&origins.rows[2..]) {
            let scores = line[3..].iter().map(|cell| number(&cell.content));
            let points: Exact = scores.zip(&maxima).map(|(score, &max)| score * max).sum();
            let residual = number(&line[3 + maxima.len()].content);
            let total = points.div_or(most, Exact::ZERO) + residual;
            assert_eq!(total.rounded(4), number(&line[2].content));
            assert_eq!(text(&line[1].content), text(&origin[0].content));
            assert_eq!(number(&line[2].content), number(&origin[2].content));
        }
        assert_eq!(
            text(&source.rows[2][1].content),
            "Theo số liệu công bố, chưa sửa gì"
        );
    }
}

#[test]
fn a_scenario_is_no_official_figure_and_shows_what_was_changed() {
    let book = book(
        "e=2022&u=bac-giang&s=bac-giang.society:0.45&r=gain:5",
        BookLanguage::En,
    );
    let results = &book.sheets[0];
    assert!(text(&results.rows[0][0].content).ends_with("A simulation, not official figures"));
    let line = results.rows.iter().find(|row| {
        row.len() > 1
            && matches!(&row[1].content, BookContent::Plain(Cell::Text(t)) if t == "Bac Giang")
    });
    let line = line.unwrap();
    let changed: Vec<_> = line
        .iter()
        .filter(|cell| cell.look == Look::Changed)
        .collect();
    assert_eq!(changed.len(), 1);
    assert_eq!(number(&changed[0].content), Exact::decimal(45, 2));
    // Title, headings and lines have a column for the rivals.
    assert_eq!(results.rows[2].len(), line.len());
    let source = &book.sheets[2];
    let all = format!("{source:?}");
    for words in [
        "A simulation, not official",
        "what if",
        "each gains these points",
    ] {
        assert!(all.contains(words), "{words}");
    }
}

#[test]
fn every_formula_is_ours_and_the_words_are_texts() {
    let book = book("e=2023", BookLanguage::Vi);
    let cells = book
        .sheets
        .iter()
        .flat_map(|sheet| sheet.rows.iter().flatten());
    for cell in cells {
        if let BookContent::Formula(formula, ..) = &cell.content {
            let start = formula.split('(').next().unwrap();
            assert!(["RANK", "ROUND", "SUM"].contains(&start), "{formula}");
        }
    }
    assert_eq!(Book::unpack(&book.pack()).sheets.len(), 3);
}

#[test]
fn an_edition_without_a_simulation_has_no_workbook() {
    let calculator = crate::official().unwrap();
    let refused = results_book(&calculator, &Scenario::baseline("2020"), BookLanguage::Vi);
    assert!(refused.is_err());
}

fn row(depth: u8, name: &str, points: i64, max_points: i64) -> CardRow {
    CardRow {
        depth,
        number: String::new(),
        name: name.to_owned(),
        rule: "points".to_owned(),
        own: None,
        verified: None,
        what_if: None,
        points: Exact::whole(points),
        max_points: Exact::whole(max_points),
        is_scored: true,
        takes_points: true,
    }
}

#[test]
fn a_scorecard_sums_what_stands_directly_below() {
    let table = CardTable {
        edition: "2022".to_owned(),
        unit: "A".to_owned(),
        provenance: Provenance::Published,
        is_edited: true,
        rows: vec![
            row(0, "a", 50, 100),
            row(1, "a.1", 20, 40),
            row(2, "a.1.1", 5, 10),
            row(2, "a.1.2", 15, 30),
            row(1, "a.2", 30, 60),
            CardRow {
                own: Some("10".to_owned()),
                ..row(0, "b", 10, 100)
            },
        ],
        residual: Exact::decimal(-5, 5),
        decimals: Some(4),
        others: vec![
            ("B".to_owned(), Exact::decimal(3, 1)),
            ("C".to_owned(), Exact::decimal(2, 1)),
        ],
    };
    let book = card_book(&table, BookLanguage::Vi);
    let rows = &book.sheets[0].rows;
    let formula = |row: usize, column: usize| match &rows[row][column].content {
        BookContent::Formula(text, now, _) => (text.clone(), now.to_text(5)),
        other => panic!("{other:?}"),
    };
    assert_eq!(formula(3, 6).0, "SUM(G5,G8)");
    assert_eq!(formula(4, 6).0, "SUM(G6:G7)");
    assert_eq!(
        formula(5, 6).0,
        "IF(F6<>\"\",F6,IF(E6<>\"\",E6,IF(D6<>\"\",D6,5)))"
    );
    assert_eq!(
        formula(8, 6).0,
        "IF(F9<>\"\",F9,IF(E9<>\"\",E9,IF(D9<>\"\",D9,0)))"
    );
    assert_eq!(
        formula(9, 6),
        ("SUM(G4,G9)".to_owned(), "60.00000".to_owned())
    );
    // 60 of 200, less the residual: 0.29995 is half, and rounds up.
    assert_eq!(formula(10, 6).1, "0.30000");
    assert_eq!(formula(11, 6).1, "1.00000");
    assert_eq!(
        formula(11, 6).0,
        "SUMPRODUCT(--('Các đơn vị khác'!$B$2:$B$3>G11))+1"
    );
}

#[test]
fn the_rank_of_a_scorecard_is_read_from_the_other_units() {
    let calculator = crate::official().unwrap();
    let standings = calculator.simulate(&Scenario::baseline("2022")).unwrap();
    let position = calculator
        .edition("2022")
        .unwrap()
        .position("bac-giang")
        .unwrap();
    let others = other_totals(&calculator, &standings, position, BookLanguage::En).unwrap();
    let own = standings.of(position).unwrap();
    let higher = others
        .iter()
        .filter(|(_, total)| *total > own.score)
        .count();
    assert_eq!((others.len(), higher + 1), (62, own.rank as usize));
}
