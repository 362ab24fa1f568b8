//! What a reader sees of a table before it is taken over, against what is understood of it.

mod asked;
mod found;

use crate::bridge::Tab;
use crate::views::own_data::desk::Desk;
use crate::views::own_data::tests::{
    bring, component_card, count, drawn, expect_unique_ids, has_button, seen, with_desk,
};
use dti_engine::model::{Edition, Exact, Scenario};
use dti_formats::link::Language;
use dti_formats::{
    BookRemark, BookRemarkKind, Cell, DecimalMark, Form, Grid, Meaning, Scale, Severity, TableKind,
    Workbook, csv,
};
use dti_own_data::Brought;
use dti_own_data::import::{Change, Table, Understood, UnitOf};
use dti_words::own_data as said;
use leptos::prelude::*;
use std::fmt::Write as _;

/// Decides something about the table on screen.
fn decide(desk: Desk, decide: impl FnOnce(&mut Table)) {
    desk.table.update(|table| decide(table.as_mut().unwrap()));
}

/// What is understood of it.
fn understood(desk: Desk) -> Understood {
    let ground = desk.ground().unwrap();
    desk.table.with(|table| {
        let table = table.as_ref().unwrap();
        desk.own.with(|own| own.understand(table, &ground))
    })
}

fn choose_edition(desk: Desk, id: &str) {
    let calculator = desk.state.calculator.get();
    let edition = calculator.edition(id).unwrap();
    decide(desk, |table| table.choose_edition(edition));
}

/// The button that takes the table over.
fn can_be_taken_over(desk: Desk) -> bool {
    let label = desk.state.words.get().import_apply();
    has_button(&seen(desk), label)
}

/// The published figures of an edition as a table, scores and totals with four decimals.
fn table_of(edition: &Edition) -> Vec<Vec<Cell>> {
    let framework = edition.framework();
    let mains: Vec<_> = framework.mains().collect();
    let text = |text: &str| Cell::Text(text.to_owned());
    let mut heading: Vec<Cell> = ["Xếp hạng", "Tỉnh/thành phố", "Giá trị DTI"]
        .map(text)
        .into();
    heading.extend(
        mains
            .iter()
            .map(|node| text(&framework.indicator(*node).name.vi)),
    );
    let rows = edition
        .units()
        .iter()
        .zip(edition.rows())
        .map(|(unit, row)| {
            let number = |value: Option<Exact>, decimals| {
                value.map_or(Cell::Empty, |value| Cell::Number(value, decimals))
            };
            let mut cells = vec![
                number(row.rank.as_ref().map(|figure| figure.value), 0),
                text(&unit.name.vi),
                number(row.total.as_ref().map(|figure| figure.value), 4),
            ];
            cells.extend(mains.iter().map(|node| {
                let figure = row.indicators.get(node);
                number(figure.map(|figure| figure.value), 4)
            }));
            cells
        });
    std::iter::once(heading).chain(rows).collect()
}

/// The same as text.
fn published(desk: Desk, id: &str) -> String {
    let calculator = desk.state.calculator.get();
    csv(&table_of(calculator.edition(id).unwrap()), Form::Vietnamese)
}

/// That with the gaps filled by what the calculator estimates, and how many those are.
fn complete_table(desk: Desk, id: &str) -> (String, usize) {
    let calculator = desk.state.calculator.get();
    let edition = calculator.edition(id).unwrap();
    let standings = calculator.simulate(&Scenario::baseline(id)).unwrap();
    let mut rows = table_of(edition);
    let mut filled = 0;
    for (position, cells) in rows.iter_mut().skip(1).enumerate() {
        let card = &standings.of(position).unwrap().card;
        for (cell, node) in cells.iter_mut().skip(3).zip(edition.framework().mains()) {
            if *cell == Cell::Empty {
                *cell = Cell::Number(card.score(node), 4);
                filled += 1;
            }
        }
    }
    (csv(&rows, Form::Vietnamese), filled)
}

#[test]
fn the_form_speaks_both_languages() {
    with_desk("#e=2022", |desk| {
        desk.tab.set(Tab::Import);
        let html = seen(desk);
        assert!(html.contains("Hoặc dán bảng") && html.contains("như Bộ công bố"));
        assert!(html.contains("for=\"desk-paste\"") && html.contains("id=\"desk-paste\""));
        desk.state.language.set(Language::En);
        let english = seen(desk);
        assert!(english.contains("Or paste a table") && english.contains("Choose or drop a CSV"));
    });
}

#[test]
fn what_a_whole_table_changes_is_said_before_and_after() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        let (text, filled) = complete_table(desk, "2022");
        assert!(filled > 200);
        desk.take_in("", Brought::Pasted(text), "");
        let html = seen(desk);
        assert!(html.contains("<h3 id=\"desk-import-heading\" tabindex=\"-1\">Bảng đã dán</h3>"));
        assert!(html.contains("Đọc được 63 hàng và 11 cột."), "{html}");
        let told = format!("{filled} số liệu từ ước tính thành số liệu bạn nhập");
        assert!(html.contains(&told) && !html.contains("Đã nhập."), "{html}");
        desk.state.language.set(Language::En);
        let ground = desk.ground().unwrap();
        let change = desk
            .own
            .with(|own| understood(desk).change(own.own(), &ground.edition));
        let Some(Change::Results(change)) = change else {
            panic!("{change:?}");
        };
        let words = desk.state.words.get();
        assert!(seen(desk).contains(&said::results_change(&change, &words)));
        desk.state.language.set(Language::Vi);
        desk.take_over();
        let html = seen(desk);
        assert!(
            html.contains(&format!("Đã nhập. 63 tỉnh, thành: {told}")),
            "{html}"
        );
        assert!(html.contains("id=\"desk-paste\"") && has_button(&html, "Hoàn tác"));
        assert!(!seen(desk).contains("desk-import-heading"));
        // What was loaded is nowhere called published.
        desk.tab.set(Tab::Card);
        assert!(!seen(desk).contains("công bố"), "{}", seen(desk));
    });
}

#[test]
fn what_is_pasted_stays_where_it_cannot_be_read() {
    with_desk("#e=2022", |desk| {
        desk.tab.set(Tab::Import);
        let bad = "Tỉnh\tDTI\nHuế\0\t0,7\n";
        desk.pasted.set(bad.to_owned());
        desk.take_in("", Brought::Pasted(bad.to_owned()), "");
        let html = seen(desk);
        assert!(
            html.contains("class=\"notice\"") && html.contains("có ký tự NUL"),
            "{html}"
        );
        assert!(desk.pasted.get() == bad && html.contains("id=\"desk-paste\""));
        let good = bad.replace('\0', "");
        desk.take_in("", Brought::Pasted(good), "");
        assert!(desk.pasted.get().is_empty() && seen(desk).contains("desk-import-heading"));
    });
}

#[test]
fn each_choice_belongs_to_its_label_and_shows_what_was_chosen() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        bring(
            desk,
            "bang.csv",
            "Tỉnh;DTI;Ghi chú\nHuế;0,7;x\nĐà Nẵng;0,8;y\n",
        );
        expect_unique_ids(&drawn(desk));
        let html = seen(desk);
        for id in [
            "kind", "edition", "mark", "scale", "column-0", "column-1", "column-2",
        ] {
            let [label, list] = ["for", "id"].map(|name| format!("{name}=\"desk-import-{id}\""));
            assert!(
                html.contains(&label) && html.contains(&list),
                "{id}: {html}"
            );
        }
        assert!(!html.contains("desk-import-unit\"") && !html.contains("desk-import-sheet"));
        let is_chosen = |html: &str, value: &str| {
            html.contains(&format!("<option value=\"{value}\" selected>"))
        };
        for value in [
            "results", "2022", "comma", "score", "Unit", "Total", "Ignored",
        ] {
            assert!(is_chosen(&html, value), "{value}: {html}");
        }
        assert!(!html.contains("bạn chọn"));
        decide(desk, |table| {
            table.choose_mark(DecimalMark::Point);
            table.choose_scale(Scale::Percent);
            table.choose_column(1, Meaning::Score("society".to_owned()));
        });
        let html = seen(desk);
        for value in ["point", "percent", "score.society"] {
            assert!(is_chosen(&html, value), "{value}: {html}");
        }
        assert_eq!(count(&html, ">bạn chọn</span>"), 1);
        decide(desk, |table| table.choose_kind(TableKind::Scorecard));
        let html = seen(desk);
        assert!(
            is_chosen(&html, "scorecard") && is_chosen(&html, "bac-giang"),
            "{html}"
        );
        assert!(html.contains("for=\"desk-import-unit\"") && !html.contains("import-scale"));
        desk.state.language.set(Language::En);
        assert!(seen(desk).contains(">Bac Giang</option>"));
        // And it is gone with a click.
        desk.table.set(None);
        assert!(!seen(desk).contains("desk-import-kind"));
    });
}

/// A workbook of these sheets.
fn workbook(sheets: &[(&str, &str)], remarks: Vec<BookRemark>) -> Brought {
    let grid = |text: &str| Grid {
        rows: text
            .lines()
            .map(|line| line.split(';').map(str::to_owned).collect())
            .collect(),
    };
    let sheets = sheets
        .iter()
        .map(|(name, text)| ((*name).to_owned(), grid(text)));
    let book = Workbook {
        sheets: sheets.collect(),
        remarks,
    };
    Brought::Workbook(book.pack())
}

#[test]
fn a_workbook_says_what_was_read_otherwise_and_offers_its_sheets() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        let remark = BookRemark {
            kind: BookRemarkKind::HiddenSheet,
            sheet: "Nháp 2021".to_owned(),
            cell: (0, 0),
            count: 1,
            ranges: Vec::new(),
        };
        let sheets = [
            ("Ghi chú", "x;y\n1;2\n"),
            ("Kết quả", "Tỉnh;DTI\nHuế;0,7\n"),
        ];
        desk.take_in("bang.xlsx", workbook(&sheets, vec![remark.clone()]), "");
        let html = seen(desk);
        let told = "Trang tính “Nháp 2021”: đang ẩn nên không được đọc.";
        assert!(
            html.contains(&format!("<p class=\"caution plain\">{told}")),
            "{html}"
        );
        assert!(
            html.contains("<option value=\"1\" selected>Kết quả</option>"),
            "{html}"
        );
        assert!(html.contains("<option value=\"0\">Ghi chú</option>"));
        let edition = desk.ground().unwrap().edition;
        decide(desk, |table| table.choose_sheet(0, &edition));
        let html = seen(desk);
        assert!(html.contains("<option value=\"0\" selected>Ghi chú</option>"));
        assert!(html.contains(told), "it is said of the whole workbook");
        desk.state.language.set(Language::En);
        let words = desk.state.words.get();
        assert!(seen(desk).contains(&said::book_remark(&remark, &words)));
    });
}

#[test]
fn dates_that_a_spreadsheet_made_cannot_be_taken_over() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        let list = "TT;Tên;Tự đánh giá\n1.1;Một;2026-03-04\n1.2;Hai;2026-01-02\n";
        desk.take_in("phieu.xlsx", workbook(&[("Phiếu", list)], Vec::new()), "");
        decide(desk, |table| table.choose_kind(TableKind::Scorecard));
        let html = seen(desk);
        for row in [2, 3] {
            assert!(
                html.contains(&format!("Hàng {row}, cột C (Tự đánh giá)")),
                "{html}"
            );
        }
        assert!(html.contains("bảng tính đã tự đổi giá trị của ô này"));
        assert!(!can_be_taken_over(desk));
    });
}

#[test]
fn a_long_table_is_shown_a_hundred_rows_a_page() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        let mut text = "Tỉnh;DTI\n".to_owned();
        for row in 0..150 {
            writeln!(text, "Nơi {row};0,5").unwrap();
        }
        bring(desk, "bang.csv", &text);
        let html = seen(desk);
        assert_eq!(count(&html, "id=\"desk-import-row-"), 100);
        assert!(html.contains("Hàng 2–101 trong 151"), "{html}");
        // Of so many errors the first fifty are listed; each is beside its row.
        assert!(
            html.contains("Cần sửa (15") && html.contains("mục nữa</li>"),
            "{html}"
        );
        desk.state.language.set(Language::En);
        let english = seen(desk);
        assert!(english.contains("2–101 of 151"), "{english}");
        bring(desk, "bang.csv", "Tỉnh;DTI\nHuế;0,5\n");
        assert!(!seen(desk).contains(" of 2"), "there is one page");
    });
}
