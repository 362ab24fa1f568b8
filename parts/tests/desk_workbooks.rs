//! Workbooks on the desk: what it shows of them, and what is taken over.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_parts::page::desk::{Brought, Desk, News};
use dti_parts::page::{Asked, Event, EventKind, Token};
use dti_workbooks::reading;
use std::fs;

/// A desk as its reader sees it.
struct Reader {
    desk: Desk,
    /// What the page shows.
    fragment: String,
}

/// An index with components and their rules.
const EXAMPLE: &str = "example-rules-2025";

impl Reader {
    fn at(fragment: &str) -> Self {
        let desk = Desk::new(dti_formats::official_bytes(), "").unwrap();
        let mut reader = Self {
            desk,
            fragment: fragment.to_owned(),
        };
        reader.said();
        reader
    }

    /// A desk on place A of the example.
    fn of_example() -> Self {
        let mut reader = Self::at("e=2022&u=bac-giang");
        reader.press(&format!("index example {EXAMPLE}"));
        for news in reader.desk.news() {
            if let News::Load(fragment) = news {
                reader.fragment = fragment;
            }
        }
        reader.said();
        reader
    }

    fn said(&mut self) -> String {
        let asked = ["", "", &self.fragment].join("\u{1e}");
        let drawn = self.desk.markup(&Asked::unpack(&asked));
        let said = drawn.tokens().iter().filter_map(|token| match token {
            Token::Text(text) | Token::Attribute(_, text) => Some(text.as_ref()),
            _ => None,
        });
        said.collect::<Vec<_>>().join("\n")
    }

    fn happen(&mut self, kind: EventKind, deed: &str, value: &str) {
        let deed = &format!("desk {deed}");
        self.desk.take_in(&Event { kind, deed, value });
    }

    fn press(&mut self, deed: &str) {
        self.happen(EventKind::Click, deed, "");
    }

    /// Brings a workbook and gives what is shown of it.
    fn bring(&mut self, name: &str) -> String {
        let path = format!(
            "{}/../crates/workbooks/tests/workbooks/cases/{name}",
            env!("CARGO_MANIFEST_DIR")
        );
        let packed = reading::read(&fs::read(path).unwrap());
        self.desk.receive(name, Brought::Workbook(packed));
        self.said()
    }

    /// Takes over what is shown, and gives the scorecard as it is written to CSV.
    fn card(&mut self) -> String {
        self.press("import apply");
        self.said();
        self.desk.news();
        self.press("export csv card-en");
        let saved = self.desk.news().into_iter().find_map(|news| match news {
            News::Save { text, .. } => Some(text),
            _ => None,
        });
        saved.unwrap()
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

#[track_caller]
fn expect_said(said: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(said.contains(sentence), "{sentence}\n{said}");
    }
}

/// What is said of a table with every published figure of 2022 and none that differs.
const ALL_THE_SAME: &str = "63 tỉnh, thành: 0 số liệu từ ước tính thành số liệu bạn nhập, 0 số liệu \
    khác với số đã có và được thay";

#[test]
fn the_sheet_that_shows_is_read_and_the_hidden_one_named() {
    let said = Reader::at("e=2022&u=bac-giang").bring("h01-hidden-first-sheet.xlsx");
    expect_said(
        &said,
        &[
            ALL_THE_SAME,
            "Trang tính “Nháp 2021”: đang ẩn nên không được đọc.",
        ],
    );
}

#[test]
fn hidden_rows_and_columns_are_left_out_and_named() {
    let mut reader = Reader::at("e=2022&u=bac-giang");
    let said = reader.bring("h02-hidden-column.xlsx");
    expect_said(&said, &[ALL_THE_SAME, "bỏ qua 1 cột đang ẩn (C)."]);
    let said = reader.bring("h02-hidden-rows.xlsx");
    expect_said(&said, &[ALL_THE_SAME, "bỏ qua 3 hàng đang ẩn (3, 13, 28)."]);
}

#[test]
fn the_number_of_a_footnote_is_no_digit() {
    let said = Reader::at("e=2022&u=bac-giang").bring("h03-superscript.xlsx");
    expect_said(&said, &[ALL_THE_SAME, "chữ nâng lên hoặc hạ xuống"]);
}

#[test]
fn archives_of_other_programs_are_read() {
    let mut reader = Reader::at("e=2022&u=bac-giang");
    for name in ["h10-zip64.xlsx", "h10-backslash.xlsx"] {
        let said = reader.bring(name);
        expect_said(&said, &[ALL_THE_SAME, "Đọc được 63 hàng"]);
    }
}

#[test]
fn percent_in_a_scorecard_is_a_share() {
    let mut reader = Reader::of_example();
    reader.bring("h04-percent-cells-scorecard.xlsx");
    let card = reader.card();
    expect_row(&card, "2.1", "70/100", "65/100");
    expect_row(&card, "2.2", "75/100", "72/100");
    expect_row(&card, "2.3", "88.75/100", "88/100");
}

#[test]
fn a_number_of_a_component_is_read_as_it_is_shown() {
    let mut reader = Reader::at("e=2022&u=bac-giang");
    reader.bring("h05-list-first.xlsx");
    reader.press("import apply");
    reader.said();
    reader.bring("h05-scorecard-1.10-shown.xlsx");
    let card = reader.card();
    expect_row(&card, "1.10", "7.50", "");
    expect_row(&card, "1.2", "4.00", "");
    expect_row(&card, "1.1", "", "");
}

#[test]
fn dates_that_a_spreadsheet_made_are_refused_with_their_place() {
    let mut reader = Reader::of_example();
    let said = reader.bring("h06-shares-as-date-cells.xlsx");
    for row in 2..=4 {
        expect_said(&said, &[&format!("Hàng {row}, cột C (Tự đánh giá): “")]);
    }
    expect_said(&said, &["bảng tính đã tự đổi giá trị của ô này"]);
    assert!(!said.contains("import apply"), "{said}");
}

#[test]
fn a_share_in_a_csv_file_survives_a_spreadsheet_and_comes_back() {
    let mut reader = Reader::of_example();
    let typed = "Số;Chỉ số;Tự đánh giá\n2.1;Tỷ lệ hồ sơ nộp trực tuyến;3/4\n";
    let bring = |reader: &mut Reader, text: &str| {
        let bytes = text.as_bytes().to_vec();
        reader.desk.receive("phieu.csv", Brought::Bytes(bytes));
        reader.said();
        reader.card()
    };
    let card = bring(&mut reader, typed);
    assert!(card.contains(",\"=\"\"3/4\"\"\","), "{card}");
    let again = bring(&mut reader, &card);
    expect_row(&again, "2.1", "3/4", "");
    assert_eq!(again, card);
}
