//! Workbooks as they come: what is read and remarked of them, and what is taken over.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a failing helper fails its test"
)]

use dti_formats::link::{Language, Link, read_private};
use dti_formats::{
    BookRemark, BookRemarkKind, FindingKind, Form, Meaning, ResultsChange, Severity, official_bytes,
};
use dti_own_data::import::{Change, Table};
use dti_own_data::{Brought, Ground, News, OwnData, Received, Refusal, TableName};
use dti_words::Words;
use dti_words::own_data::{book_remark, finding};
use dti_workbooks::reading;
use std::fs;

/// Who brings workbooks to the page.
struct Reader {
    own: OwnData,
    /// What the page shows.
    link: Link,
}

/// An index with components and their rules.
const EXAMPLE: &str = "example-rules-2025";

impl Reader {
    fn at(fragment: &str) -> Self {
        let (own, _) = OwnData::open(official_bytes().to_vec(), "", "").unwrap();
        let (link, _) = read_private(fragment);
        Self { own, link }
    }

    /// On place A of the example.
    fn of_example() -> Self {
        let mut reader = Self::at("e=2022&u=bac-giang");
        reader.own.open_example(EXAMPLE).unwrap();
        for news in reader.own.take_news() {
            if let News::Show(link) = news {
                reader.link = *link;
            }
        }
        reader
    }

    fn ground(&self) -> Ground {
        Ground::of(self.own.calculator(), self.link.clone(), "").unwrap()
    }

    /// Brings something that is a table.
    fn bring(&mut self, name: &str, brought: Brought) -> Table {
        let ground = self.ground();
        match self.own.receive(name, brought, &ground) {
            Ok(Received::Table(table)) => *table,
            other => panic!("{name}: {other:?}"),
        }
    }

    fn bring_book(&mut self, name: &str) -> Table {
        let path = format!(
            "{}/../workbooks/tests/workbooks/cases/{name}",
            env!("CARGO_MANIFEST_DIR")
        );
        let packed = reading::read(&fs::read(path).unwrap());
        self.bring(name, Brought::Workbook(packed))
    }

    /// What taking a table over would change, where nothing stands in the way.
    #[track_caller]
    fn change(&self, table: &Table) -> Change {
        let ground = self.ground();
        let (understood, edition) = (
            self.own.understand(table, &ground),
            self.own.edition_of(table, &ground),
        );
        let change = understood.change(self.own.own(), &edition);
        change.unwrap_or_else(|| panic!("{:?}", understood.findings))
    }

    /// Takes a table over, and gives the scorecard as it is written to CSV.
    #[track_caller]
    fn card(&mut self, table: &Table) -> String {
        let ground = self.ground();
        self.own.take_over(table, &ground).unwrap();
        // Components that came with it are there now.
        let ground = self.ground();
        let words = Words::of(Language::Vi, Some(&ground.edition));
        let form = (TableName::Card, Form::International);
        self.own.csv_file(&ground, form, &words).unwrap().text
    }
}

/// Number, self-assessed and verified value of a row.
#[track_caller]
fn expect_row(card: &str, number: &str, own: &str, verified: &str) {
    let mut rows =
        csv::ReaderBuilder::new().from_reader(card.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let bare = |text: &str| text.trim_start_matches('=').trim_matches('"').to_owned();
    let row = rows.iter().find(|row| bare(&row[1]) == number).unwrap();
    assert_eq!([bare(&row[5]), bare(&row[6])], [own, verified], "{number}");
}

/// A table with every published figure of 2022 and none that differs.
#[track_caller]
fn expect_all_the_same(change: &Change) {
    let Change::Results(change) = change else {
        panic!("{change:?}");
    };
    let ResultsChange {
        units,
        from_estimated,
        replaced,
        ..
    } = *change;
    assert_eq!((units, from_estimated, replaced), (63, 0, 0));
}

/// What is said of a workbook.
fn said(table: &Table) -> Vec<String> {
    let words = Words::plain(Language::Vi);
    let remarks = table.remarks.iter();
    remarks.map(|remark| book_remark(remark, &words)).collect()
}

#[track_caller]
fn expect_said(table: &Table, sentence: &str) {
    let said = said(table);
    let mut sentences = said.iter();
    assert!(sentences.any(|own| own.contains(sentence)), "{said:?}");
}

#[track_caller]
fn remark(table: &Table, kind: BookRemarkKind) -> &BookRemark {
    let mut remarks = table.remarks.iter();
    let found = remarks.find(|remark| remark.kind == kind);
    found.unwrap_or_else(|| panic!("{kind:?} {:?}", table.remarks))
}

#[test]
fn the_sheet_that_shows_is_read_and_the_hidden_one_named() {
    let mut reader = Reader::at("e=2022&u=bac-giang");
    let table = reader.bring_book("h01-hidden-first-sheet.xlsx");
    expect_all_the_same(&reader.change(&table));
    let hidden = remark(&table, BookRemarkKind::HiddenSheet);
    assert_eq!(hidden.sheet, "Nháp 2021");
    expect_said(
        &table,
        "Trang tính “Nháp 2021”: đang ẩn nên không được đọc.",
    );
}

#[test]
fn hidden_rows_and_columns_are_left_out_and_named() {
    let mut reader = Reader::at("e=2022&u=bac-giang");
    let table = reader.bring_book("h02-hidden-column.xlsx");
    expect_all_the_same(&reader.change(&table));
    let column = remark(&table, BookRemarkKind::HiddenColumns);
    assert_eq!((column.count, &*column.ranges), (1, &[(2, 2)][..]));
    expect_said(&table, "bỏ qua 1 cột đang ẩn (C).");
    let table = reader.bring_book("h02-hidden-rows.xlsx");
    expect_all_the_same(&reader.change(&table));
    let rows = remark(&table, BookRemarkKind::HiddenRows);
    let places = [(2, 2), (12, 12), (27, 27)];
    assert_eq!((rows.count, &*rows.ranges), (3, &places[..]));
    expect_said(&table, "bỏ qua 3 hàng đang ẩn (3, 13, 28).");
}

#[test]
fn the_number_of_a_footnote_is_no_digit() {
    let mut reader = Reader::at("e=2022&u=bac-giang");
    let table = reader.bring_book("h03-superscript.xlsx");
    expect_all_the_same(&reader.change(&table));
    assert!(remark(&table, BookRemarkKind::Lifted).count > 0);
    expect_said(&table, "chữ nâng lên hoặc hạ xuống");
}

#[test]
fn archives_of_other_programs_are_read() {
    let mut reader = Reader::at("e=2022&u=bac-giang");
    for name in ["h10-zip64.xlsx", "h10-backslash.xlsx"] {
        let table = reader.bring_book(name);
        expect_all_the_same(&reader.change(&table));
        let understood = reader.own.understand(&table, &reader.ground());
        assert_eq!(understood.rows.len(), 63, "{name}");
    }
}

#[test]
fn percent_in_a_scorecard_is_a_share() {
    let mut reader = Reader::of_example();
    let table = reader.bring_book("h04-percent-cells-scorecard.xlsx");
    let card = reader.card(&table);
    expect_row(&card, "2.1", "70/100", "65/100");
    expect_row(&card, "2.2", "75/100", "72/100");
    expect_row(&card, "2.3", "88.75/100", "88/100");
}

#[test]
fn a_number_of_a_component_is_read_as_it_is_shown() {
    let mut reader = Reader::at("e=2022&u=bac-giang");
    let table = reader.bring_book("h05-list-first.xlsx");
    reader.card(&table);
    let table = reader.bring_book("h05-scorecard-1.10-shown.xlsx");
    let card = reader.card(&table);
    expect_row(&card, "1.10", "7.50", "");
    expect_row(&card, "1.2", "4.00", "");
    expect_row(&card, "1.1", "", "");
}

#[test]
fn dates_that_a_spreadsheet_made_are_refused_with_their_place() {
    let mut reader = Reader::of_example();
    let table = reader.bring_book("h06-shares-as-date-cells.xlsx");
    let ground = reader.ground();
    let understood = reader.own.understand(&table, &ground);
    let errors: Vec<_> = understood.found(Severity::Error).collect();
    let words = Words::of(Language::Vi, Some(&ground.edition));
    for row in 1..=3 {
        let mut errors = errors.iter();
        let found = errors.find(|finding| (finding.row, finding.column) == (Some(row), Some(2)));
        let found = found.unwrap_or_else(|| panic!("{row} {:?}", understood.findings));
        assert!(
            matches!(found.kind, FindingKind::DateInstead(_)),
            "{found:?}"
        );
        let said = finding(found, &understood.columns, &ground.edition, &words);
        let place = format!("Hàng {}, cột C (Tự đánh giá): “", row + 1);
        let why = "bảng tính đã tự đổi giá trị của ô này";
        assert!(said.starts_with(&place) && said.contains(why), "{said}");
    }
    let column = &understood.columns[2];
    assert_eq!(
        (&*column.heading, &column.meaning),
        ("Tự đánh giá", &Meaning::Own)
    );
    let before = reader.own.own().clone();
    let refused = reader.own.take_over(&table, &ground);
    assert_eq!(refused, Err(Refusal::ToCorrect));
    assert_eq!(*reader.own.own(), before);
}

#[test]
fn a_share_in_a_csv_file_survives_a_spreadsheet_and_comes_back() {
    let mut reader = Reader::of_example();
    let typed = "Số;Chỉ số;Tự đánh giá\n2.1;Tỷ lệ hồ sơ nộp trực tuyến;3/4\n";
    let bring = |reader: &mut Reader, text: &str| {
        let bytes = text.as_bytes().to_vec();
        let table = reader.bring("phieu.csv", Brought::Bytes(bytes));
        reader.card(&table)
    };
    let card = bring(&mut reader, typed);
    assert!(card.contains(",\"=\"\"3/4\"\"\","), "{card}");
    let again = bring(&mut reader, &card);
    expect_row(&again, "2.1", "3/4", "");
    assert_eq!(again, card);
}
