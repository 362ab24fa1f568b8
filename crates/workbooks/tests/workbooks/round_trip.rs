//! What is written is read again with nothing lost.

use crate::read;
use dti_engine::model::Exact;
use dti_formats::link;
use dti_formats::{
    Book, BookCell, BookContent, BookLanguage, BookRemarkKind, BookSheet, Cell, results_book,
};
use dti_workbooks::writing;
use proptest::prelude::*;

fn written(sheet: BookSheet) -> Vec<u8> {
    let book = Book {
        sheets: vec![sheet],
    };
    writing::write(&book.pack())
}

fn named(rows: Vec<Vec<BookCell>>) -> BookSheet {
    BookSheet {
        name: "Phiếu điểm".to_owned(),
        rows,
        ..BookSheet::default()
    }
}

#[test]
fn texts_never_become_formulas() {
    let texts = [
        "=1+1",
        "+1",
        "-x",
        "@a",
        "'a",
        "＝A1",
        "http://example.org",
        "{=1}",
        "0012",
        " a ",
    ];
    let cells = texts.map(BookCell::text).to_vec();
    let book = read(&written(named(vec![cells]))).unwrap();
    assert_eq!(book.sheets[0].0, "Phiếu điểm");
    assert_eq!(book.sheets[0].1.rows, [texts]);
    assert!(book.remarks.is_empty());
}

#[test]
fn our_own_formulas_carry_their_value() {
    let formula = BookCell::formula("1/3".to_owned(), Exact::fraction(1, 3), 4);
    let book = read(&written(named(vec![vec![formula]]))).unwrap();
    assert_eq!(book.sheets[0].1.cell(0, 0), "0.333333333333");
    assert_eq!(book.remarks[0].kind, BookRemarkKind::Formula);
}

#[test]
fn results_of_every_edition_come_back_cell_by_cell() {
    let calculator = dti_formats::official().unwrap();
    for (fragment, language) in [
        (
            "e=2022&u=bac-giang&s=bac-giang.society:0.45",
            BookLanguage::Vi,
        ),
        ("e=2023&r=gain:12.5", BookLanguage::En),
        ("e=2024-34", BookLanguage::Vi),
    ] {
        let (link, _) = link::read(fragment);
        let book = results_book(&calculator, &link.scenario, language).unwrap();
        let back = read(&writing::write(&book.pack())).unwrap();
        assert_eq!(back.sheets.len(), book.sheets.len());
        for (sheet, (name, grid)) in book.sheets.iter().zip(&back.sheets) {
            assert_eq!(&sheet.name, name);
            for (row, cells) in sheet.rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    expect_same(cell, grid.cell(row, column));
                }
            }
        }
    }
}

#[track_caller]
fn expect_same(cell: &BookCell, read: &str) {
    match &cell.content {
        BookContent::Plain(Cell::Empty) => assert_eq!(read, ""),
        BookContent::Plain(Cell::Text(text)) => assert_eq!(read, text),
        BookContent::Plain(Cell::Number(value, _)) | BookContent::Formula(_, value, _) => {
            let read: f64 = read.parse().unwrap();
            let own = value.to_f64();
            assert!(
                (read - own).abs() <= 1e-11 * own.abs().max(0.1),
                "{read} {own}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn tables_come_back_as_they_were(
        words in proptest::collection::vec("[ -~àđộếư\n]{0,12}", 1..20),
        numbers in proptest::collection::vec((-1_000_000_i64..1_000_000, 0..5_u32), 1..20),
    ) {
        let numbers = numbers.iter().map(|(units, decimals)| (Exact::decimal(*units, *decimals), *decimals));
        let numbers: Vec<(Exact, u32)> = numbers.collect();
        let rows = vec![
            words.iter().map(BookCell::text).collect(),
            numbers.iter().map(|(value, decimals)| BookCell::number(*value, *decimals)).collect(),
        ];
        let book = read(&written(named(rows))).unwrap();
        let grid = &book.sheets[0].1;
        for (column, word) in words.iter().enumerate() {
            let kept = if word.trim().is_empty() { "" } else { word };
            prop_assert_eq!(grid.cell(0, column), kept);
        }
        for (column, (value, decimals)) in numbers.iter().enumerate() {
            // As it is shown: zeros may stand behind its decimals.
            let read = match grid.cell(1, column).split_once('.') {
                Some(_) => grid.cell(1, column).trim_end_matches('0'),
                None => grid.cell(1, column),
            };
            prop_assert_eq!(read, value.to_short_text(*decimals));
        }
    }
}
