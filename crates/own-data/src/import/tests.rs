//! Tables as readers bring them: bad ones with what is found in each, good ones in every form.

use super::{Change, ListChange, Table, Understood, UnitOf};
use crate::tests::{self, ground};
use crate::{Brought, Done, Ground, News, OwnData, Received, Refusal, Told};
use dti_engine::model::{Edition, Exact, Origin, RawValue, Scenario};
use dti_formats::link::Language;
use dti_formats::{
    BookFaultKind, Cell, Choices, Finding, FindingKind, Form, MainNumber, Meaning, OldFont,
    OwnCatalogue, ResultsChange, Severity, TableKind, csv, read_csv, read_results,
};
use dti_words::{Words, own_data};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

/// Set to write down what the tests found, instead of comparing.
const WRITE: &str = "WRITE_SNAPSHOTS";

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(name)
}

/// Who brings a table, with the page before them.
struct Reader {
    own: OwnData,
    ground: Ground,
    /// The table that is looked at.
    table: Option<Table>,
    /// Why the last file was not read.
    refusal: Option<Refusal>,
}

impl Reader {
    fn at(fragment: &str) -> Self {
        let own = tests::own_data();
        Self {
            ground: ground(&own, fragment),
            own,
            table: None,
            refusal: None,
        }
    }

    /// Brings something; a table stays to be looked at.
    fn receive(&mut self, name: &str, brought: Brought) {
        self.refusal = None;
        match self.own.receive(name, brought, &self.ground) {
            Ok(Received::Table(table)) => self.table = Some(*table),
            Ok(Received::Opened(_)) => {}
            Err(refusal) => self.refusal = Some(refusal),
        }
    }

    fn bring(&mut self, name: &str, text: impl Into<Vec<u8>>) {
        self.receive(name, Brought::Bytes(text.into()));
    }

    fn table(&mut self) -> &mut Table {
        self.table.as_mut().unwrap()
    }

    fn choose_kind(&mut self, kind: TableKind) {
        // Only a table has a kind.
        if let Some(table) = &mut self.table {
            table.choose_kind(kind);
        }
    }

    fn choose_edition(&mut self, id: &str) {
        let edition = Arc::clone(self.own.calculator().edition(id).unwrap());
        if let Some(table) = &mut self.table {
            table.choose_edition(&edition);
        }
    }

    fn understood(&self) -> Understood {
        let table = self.table.as_ref().unwrap();
        self.own.understand(table, &self.ground)
    }

    /// What would change.
    fn change(&self) -> Option<Change> {
        let table = self.table.as_ref().unwrap();
        let edition = self.own.edition_of(table, &self.ground);
        self.understood().change(self.own.own(), &edition)
    }

    /// What stands in the way, else what is remarked.
    fn found(&self) -> Vec<Finding> {
        let understood = self.understood();
        let of = |severity| -> Vec<Finding> { understood.found(severity).cloned().collect() };
        match of(Severity::Error) {
            errors if errors.is_empty() => of(Severity::Remark),
            errors => errors,
        }
    }

    fn take_over(&mut self) -> Told {
        let table = self.table.as_ref().unwrap();
        self.own.take_over(table, &self.ground)
    }

    /// Takes the table over, in which nothing stands in the way.
    #[track_caller]
    fn take_all(&mut self, what: &str) -> Change {
        match self.take_over() {
            Ok(Done::TakenOver(change, _)) => change,
            other => panic!("{what}: {other:?} {:?}", self.found()),
        }
    }
}

/// 2022 with a file, taken for what its name says.
fn reader_with(name: &str, bytes: Vec<u8>) -> Reader {
    let mut reader = Reader::at("e=2022&u=bac-giang");
    let is_card = name.starts_with("card-");
    if is_card {
        reader.own.open_example("example-rules-2025").unwrap();
    }
    reader.bring(name, bytes);
    if is_card {
        reader.choose_edition("example-rules-2025");
        reader.choose_kind(TableKind::Scorecard);
    } else if name.starts_with("list") {
        reader.choose_kind(TableKind::Components);
    } else if name.starts_with("results") {
        reader.choose_kind(TableKind::Results);
    }
    reader
}

/// Something that was found, with its row and column from 0.
fn finding(row: Option<usize>, column: Option<usize>, kind: FindingKind) -> Finding {
    Finding { row, column, kind }
}

/// What is said of results that are taken over.
fn said_change(change: &Change) -> String {
    let Change::Results(change) = change else {
        panic!("{change:?}");
    };
    own_data::results_change(change, &Words::plain(Language::Vi))
}

/// What is said of a file: why it is not read, else its errors, else its remarks.
fn said(reader: &Reader, language: Language) -> Vec<String> {
    let plain = Words::plain(language);
    match &reader.refusal {
        None => {}
        Some(Refusal::Table(name, fault)) => {
            return vec![format!("{name}: {}", own_data::intake_fault(fault, &plain))];
        }
        Some(Refusal::File(fault)) => return vec![own_data::file_fault(fault, &plain)],
        Some(refusal) => panic!("{refusal:?}"),
    }
    let table = reader.table.as_ref().unwrap();
    let edition = reader.own.edition_of(table, &reader.ground);
    let words = Words::of(language, Some(&edition));
    let columns = reader.understood().columns;
    let found = reader.found();
    let sentences = found.iter();
    sentences
        .map(|finding| own_data::finding(finding, &columns, &edition, &words))
        .collect()
}

/// Files that are too large or too dull to be kept as files.
fn generated() -> Vec<(String, Vec<u8>)> {
    let heading = "Hạng;Tỉnh;DTI\n";
    let mut many = heading.to_owned();
    for row in 0..6_000 {
        writeln!(many, "{row};Huế;0,5").unwrap();
    }
    let mut generated = vec![
        ("huge.csv", vec![b'1'; 3 << 20]),
        ("many-rows.csv", many.into_bytes()),
        ("million-columns.csv", vec![b';'; 1_000_000]),
        ("million-lines.csv", vec![b'\n'; 1_000_000]),
        (
            "long-cell.csv",
            format!("{heading}1;{};0,5\n", "ề".repeat(2_000)).into_bytes(),
        ),
        (
            "random.csv",
            (0..=255_u8).cycle().take(4_000).map(|b| b ^ 0x5a).collect(),
        ),
    ];
    generated.sort();
    generated
        .into_iter()
        .map(|(name, bytes)| (name.to_owned(), bytes))
        .collect()
}

fn bad_files() -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder("bad_files")).unwrap();
    let mut files: Vec<(String, Vec<u8>)> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending != "snapshot"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(&path).unwrap())
        })
        .collect();
    files.sort();
    files.extend(generated());
    files
}

#[test]
fn every_bad_file_is_told_why_and_where_in_both_languages() {
    let mut text = String::new();
    let files = bad_files();
    assert!(files.len() >= 60, "{}", files.len());
    for (name, bytes) in files {
        writeln!(text, "{name}").unwrap();
        let mut reader = reader_with(&name, bytes);
        for language in [Language::Vi, Language::En] {
            let said = said(&reader, language);
            assert!(!said.is_empty(), "{name}");
            for sentence in said {
                writeln!(text, "  {sentence}").unwrap();
            }
        }
        let remarked = ["does-not-add.", "out-of-reach", "year-of", "in-words"];
        let is_remarked = remarked.iter().any(|word| name.contains(word));
        if reader.table.is_some() && !is_remarked {
            let before = reader.own.own().clone();
            assert_eq!(reader.take_over(), Err(Refusal::ToCorrect), "{name}");
            let own = reader.own.own();
            assert_eq!(*own, before, "{name}: nothing may be taken over");
        }
    }
    let path = folder("bad_files").join("sentences.snapshot");
    if std::env::var_os(WRITE).is_some() {
        fs::write(&path, &text).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), text);
}

/// The published figures of an edition as a table, scores and totals with four decimals.
fn table_of(edition: &Edition, language: Language) -> Vec<Vec<Cell>> {
    let framework = edition.framework();
    let mains: Vec<_> = framework.mains().collect();
    let text = |vi: &str, en: &str| {
        let text = if language == Language::Vi { vi } else { en };
        Cell::Text(text.to_owned())
    };
    let mut heading = vec![text("Xếp hạng", "Rank"), text("Tỉnh/thành phố", "Province")];
    heading.push(text("Giá trị DTI", "DTI value"));
    for node in &mains {
        let name = &framework.indicator(*node).name;
        heading.push(text(&name.vi, &name.en));
    }
    let mut rows = vec![heading];
    for (unit, row) in edition.units().iter().zip(edition.rows()) {
        let number = |value: Option<Exact>, decimals| {
            value.map_or(Cell::Empty, |value| Cell::Number(value, decimals))
        };
        let mut cells = vec![number(row.rank.as_ref().map(|figure| figure.value), 0)];
        cells.push(text(&unit.name.vi, &unit.name.en));
        cells.push(number(row.total.as_ref().map(|figure| figure.value), 4));
        for node in &mains {
            cells.push(number(
                row.indicators.get(node).map(|figure| figure.value),
                4,
            ));
        }
        rows.push(cells);
    }
    rows
}

#[test]
fn published_tables_come_back_whole_in_every_form() {
    let mut reader = Reader::at("e=2022&u=bac-giang");
    let official = Arc::clone(&reader.own.official);
    for id in ["2022", "2023", "2024", "2024-34"] {
        let edition = official.edition(id).unwrap();
        let mut first = None;
        for language in [Language::Vi, Language::En] {
            for form in [Form::Vietnamese, Form::International] {
                let text = csv(&table_of(edition, language), form);
                let tabs = text.replace(if form == Form::Vietnamese { ';' } else { ',' }, "\t");
                for text in [text.clone(), text.replace('\u{feff}', ""), tabs] {
                    let grid = read_csv(text.as_bytes()).unwrap();
                    let read = read_results(&grid, edition, &Choices::default())
                        .finish()
                        .unwrap();
                    assert_eq!(&read, first.get_or_insert_with(|| read.clone()), "{id}");
                }
            }
        }
        let text = csv(&table_of(edition, Language::Vi), Form::Vietnamese);
        reader.bring("bang.csv", text);
        reader.choose_edition(id);
        let change = reader.take_all(id);
        let units = edition.units().len();
        assert!(
            matches!(change, Change::Results(change) if change.units == units && change.replaced == 0)
        );
        assert_eq!(reader.own.own().results.last(), first.as_ref());
        // What is on file stays as it is, with its source.
        let after = reader.own.calculator().edition(id).unwrap();
        assert_eq!(after.rows(), edition.rows(), "{id}");
    }
}

/// Numbers to fill the gaps of a table: what the calculator estimates, rounded to four decimals.
fn complete_table(own: &OwnData, id: &str) -> (String, usize) {
    let edition = own.official.edition(id).unwrap();
    let standings = own.official.simulate(&Scenario::baseline(id)).unwrap();
    let mut rows = table_of(edition, Language::Vi);
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
fn a_whole_table_takes_the_place_of_the_estimates_and_can_be_undone() {
    let mut reader = Reader::at("e=2022&u=bac-giang");
    let (text, filled) = complete_table(&reader.own, "2022");
    assert!(filled > 200);
    reader.receive("", Brought::Pasted(text));
    let is_it = |change: &Change| {
        let Change::Results(change) = change else {
            return false;
        };
        let ResultsChange {
            units,
            from_estimated,
            still_estimated,
            ..
        } = *change;
        (units, from_estimated, still_estimated) == (63, filled, 0)
    };
    let change = reader.change().unwrap();
    assert!(is_it(&change), "{change:?}");
    let said = said_change(&change);
    assert!(
        said.contains(&format!("{filled} số liệu từ ước tính")),
        "{said}"
    );
    let told = reader.take_over();
    assert_eq!(told, Ok(Done::TakenOver(change, "2022".to_owned())));
    let [own, official] = [reader.own.calculator(), &reader.own.official].map(Arc::clone);
    let edition = own.edition("2022").unwrap();
    let figures = edition
        .rows()
        .iter()
        .flat_map(|row| row.indicators.values());
    assert_eq!(
        figures
            .filter(|figure| figure.origin == Origin::Loaded)
            .count(),
        filled
    );
    // Totals and ranks stay as they are published, and nothing is estimated any more.
    let scenario = Scenario::baseline("2022");
    let (after, before) = (
        own.simulate(&scenario).unwrap(),
        official.simulate(&scenario).unwrap(),
    );
    for (position, unit) in edition.units().iter().enumerate() {
        let [after, before] = [&after, &before].map(|s| s.of(position).unwrap());
        assert_eq!(
            (after.score, after.rank),
            (before.score, before.rank),
            "{}",
            unit.id
        );
        for node in edition.framework().mains() {
            assert_ne!(
                after.card.origin(node),
                Some(Origin::Estimated),
                "{}",
                unit.id
            );
        }
    }
    // The page counts with it too, and so does one that reads what the device keeps of it.
    let told = reader
        .own
        .take_news()
        .into_iter()
        .find_map(|news| match news {
            News::Counts(calculator, text) => Some((calculator, text)),
            _ => None,
        });
    let (heard, text) = told.unwrap();
    assert!(Arc::ptr_eq(&heard, &own));
    let page = dti_formats::official_with(OwnCatalogue::from_text(&text).unwrap()).unwrap();
    assert_eq!(page.edition("2022").unwrap().rows(), edition.rows());
    reader.own.step_back().unwrap();
    assert!(reader.own.own().is_empty());
    let again = reader.own.calculator().edition("2022").unwrap();
    assert_eq!(again.rows(), official.edition("2022").unwrap().rows());
}

#[test]
fn percent_and_points_are_told_apart_by_their_totals() {
    let heading = "Tỉnh;DTI;Nhận thức số;Thể chế số;Hạ tầng số;Nhân lực số;An toàn thông tin mạng;Chính quyền số;Kinh tế số;Xã hội số";
    let mut tables = Vec::new();
    for row in [
        "Đà Nẵng;0,8002;1;0,9;0,8253;0,8487;0,7578;0,8575;0,7836;0,5197",
        "Đà Nẵng;80,02;100;90;82,53;84,87;75,78;85,75;78,36;51,97",
        "Đà Nẵng;80,02%;100%;90%;82,53%;84,87%;75,78%;85,75%;78,36%;51,97%",
        "Đà Nẵng;800,2;100;90;82,53;84,87;75,78;171,5;117,54;77,955",
        "Đà Nẵng;0,8002;100;90;82,53;84,87;75,78;171,5;117,54;77,955",
    ] {
        let mut reader = Reader::at("e=2022&u=bac-giang");
        reader.bring("bang.csv", format!("{heading}\n{row}"));
        reader.take_all(row);
        tables.push(reader.own.own().results.clone());
    }
    for table in &tables {
        assert_eq!(*table, tables[0]);
    }
}

#[test]
fn a_name_that_is_asked_about_is_answered_or_left_out() {
    let mut reader = Reader::at("e=2022&u=bac-giang");
    let text = "Tỉnh\tDTI\nĐà Nẵng\t0,8002\nQN\t0,7024\nBắc Gaing\t0,6440\nTrung bình\t0,6\n";
    reader.receive("", Brought::Pasted(text.to_owned()));
    let asked = reader.understood().questions;
    let asked: Vec<(usize, &str)> = asked.iter().map(|one| (one.row, &*one.written)).collect();
    assert_eq!(asked, [(2, "QN"), (3, "Bắc Gaing")]);
    assert_eq!(reader.take_over(), Err(Refusal::ToCorrect));
    let unit = UnitOf::Unit("quang-ninh".to_owned());
    // An answer is taken back, and given anew.
    reader.table().answer_unit(2, Some(UnitOf::Nobody));
    reader.table().answer_unit(2, None);
    assert!(reader.table().choices.units.is_empty());
    reader.table().answer_unit(2, Some(unit));
    reader.table().answer_unit(3, Some(UnitOf::Nobody));
    reader.take_all("answered");
    let rows = reader.own.own().results[0].rows.iter();
    let units: Vec<&str> = rows.map(|row| row.unit.as_str()).collect();
    assert_eq!(units, ["da-nang", "quang-ninh"]);
}

#[test]
fn columns_without_known_headings_are_chosen() {
    let mut reader = Reader::at("e=2022&u=bac-giang");
    reader.bring("x.csv", "a;b\nĐà Nẵng;0,9\nHuế;0,8\n");
    reader.table().choose_column(0, Meaning::Unit);
    reader.table().choose_column(1, Meaning::Total);
    reader.take_all("chosen");
    let rows = &reader.own.own().results[0].rows;
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[1].total, Some(Exact::decimal(8, 1)));
}

#[test]
fn headings_may_stand_in_two_rows_below_a_title() {
    let text = "BẢNG XẾP HẠNG DTI CẤP TỈNH NĂM 2022;;;;\n;;;;\nTT;Tỉnh, thành phố;Kết quả;;Chỉ số chính\n;;Xếp hạng;Giá trị;Nhận thức số\n(1);(2);(3);(4);(5)\nĐồng bằng sông Hồng;;;;\n1;Đà Nẵng;1;0,8002;1\n\n2;TP. Hồ Chí Minh;2;0,7163;0,8917\nNguồn: Bộ TT&TT;;;;\n";
    let mut reader = Reader::at("e=2022&u=bac-giang");
    reader.bring("bang.csv", text);
    reader.take_all("two rows");
    let rows = &reader.own.own().results[0].rows;
    assert_eq!((rows[0].rank, rows[1].rank), (Some(1), Some(2)));
    assert_eq!(
        rows[1].scores,
        [("awareness".to_owned(), Exact::decimal(8917, 4))]
    );
}

const LIST: &str = "TT;Tên chỉ số;Điểm tối đa;Cách tính điểm\n\
    A;Nhóm nền tảng;500;\n\
    1;Nhận thức số;100;\n\
    1.1;Người đứng đầu chủ trì;60;levels 0 0,5 1\n\
    1.2;Truyền thông;40;\n\
    1.2.1;Bài viết;15,5;Có/Không\n\
    1.2.2;Chuyên mục;24,5;steps 1:0,25 4:1\n\
    Tổng cộng;;1000;\n";

#[test]
fn a_component_list_is_put_below_its_main_indicators() {
    for text in [
        LIST.to_owned(),
        // Numbers that begin again below each main indicator.
        LIST.replace("1.1;", "1;").replace("1.2;", "2;").replace("1.2.", "2.").replace("\n1;Nhận", "\n;Nhận"),
        // A column of main indicators, written once.
        "Chỉ số chính;TT;Tên;Điểm;Quy tắc\nNhận thức số;1.1;Người đứng đầu chủ trì;60;levels 0 0.5 1\n;1.2;Truyền thông;40;\n;1.2.1;Bài viết;15.5;yes_no\n;1.2.2;Chuyên mục;24.5;steps 1:0.25 4:1\n".to_owned(),
    ] {
        let mut reader = Reader::at("e=2022&u=bac-giang");
        reader.bring("danh-sach.csv", text.clone());
        reader.choose_kind(TableKind::Components);
        reader.take_all(&text);
        let rows = &reader.own.own().lists[0].rows;
        let ids: Vec<(&str, &str, u32)> =
            rows.iter().map(|row| (row.id.as_str(), row.parent.as_str(), row.max_points)).collect();
        assert_eq!(
            ids,
            [
                ("awareness.1", "awareness", 6000),
                ("awareness.2", "awareness", 4000),
                ("awareness.2.1", "awareness.2", 1550),
                ("awareness.2.2", "awareness.2", 2450),
            ]
        );
        let framework = reader.own.calculator().edition("2022").unwrap().framework();
        assert!(framework.node("awareness.2.2").is_some());
    }
}

#[test]
fn a_scorecard_is_read_by_number_id_or_name() {
    let tables = [
        "TT;Tự đánh giá;Thẩm định\n1.1;2;1\n1.3;Có;Không\n2.1;12/35;\n2.4.1;3,5;3\n",
        "id,Self-assessed,Verified\nmanagement.1,2,1\nmanagement.3,yes,no\nservices.1,12/35,\nservices.4.1,3.5,3\n",
        "Tên chỉ số\tĐiểm tự đánh giá\tĐiểm thẩm định\nNgười phụ trách chuyển đổi số: không có, cấp phó, người đứng đầu\t10\t5\nBan hành kế hoạch năm\t5\t0\nTỷ lệ hồ sơ nộp trực tuyến\t12/35\t\nĐiểm hội đồng đánh giá\t3,5\t3\n",
    ];
    let mut cards = Vec::new();
    for text in tables {
        let mut reader = reader_with("card-x.csv", text.into());
        reader.take_all(text);
        let unit = reader
            .own
            .own()
            .assessments
            .iter()
            .find(|card| card.rows.len() == 4)
            .unwrap();
        cards.push(unit.clone());
    }
    assert_eq!(cards[0], cards[1]);
    assert_eq!(cards[0], cards[2]);
}

#[test]
fn parts_of_every_rule_are_added_up_again() {
    let reader = |rows: &str, parts: &str| {
        let table = format!("id;Tự đánh giá\n{rows}{parts}");
        reader_with("card-x.csv", table.into())
    };
    let found = |rows: &str, parts: &str| reader(rows, parts).found();
    // 10, 15, 5 and 3 points by level, steps, yes and parts.
    let parts = "management.1;2\nmanagement.2;3\nmanagement.3;Có\nmanagement.4;0+1\n";
    assert_eq!(found("management;33\n", parts), []);
    let differs = FindingKind::PointsDiffer {
        stated: Exact::whole(36),
        sum: Exact::whole(33),
    };
    assert_eq!(
        found("management;36\n", parts),
        [finding(Some(1), Some(1), differs)]
    );
    assert_eq!(
        said(&reader("management;36\n", parts), Language::Vi),
        ["Hàng 2, cột B (Tự đánh giá): bảng ghi 36 điểm; các phần cộng lại được 33."]
    );
    // Shares that no table writes in full: 14.142857 points.
    let parts =
        "services.1;1/7\nservices.2;1/7\nservices.3;1/7\nservices.4.1;3,5\nservices.4.2;Có\n";
    assert_eq!(found("services;14,14\n", parts), []);
    let told = found("services;14,2\n", parts);
    let FindingKind::PointsDiffer { stated, sum } = told[0].kind else {
        panic!("{told:?}");
    };
    assert_eq!(
        (stated, sum.rounded(2)),
        (Exact::decimal(142, 1), Exact::decimal(1414, 2))
    );
    let told = said(&reader("services;14,2\n", parts), Language::Vi);
    assert!(
        told[0].contains("bảng ghi 14,2 điểm; các phần cộng lại được 14,14"),
        "{told:?}"
    );
    // A part without a value leaves nothing to compare.
    let open = "id;Tự đánh giá\nmanagement;36\nmanagement.1;2\n";
    assert_eq!(reader_with("card-x.csv", open.into()).found(), []);
}

#[test]
fn what_stands_in_the_way_has_its_place_and_nothing_is_taken_over() {
    let mut reader = Reader::at("e=2022&u=bac-giang");
    reader.bring("bang.csv", "Tỉnh;DTI\nHuế;0,7\nParis;0,5\n");
    let paris = FindingKind::UnitUnknown("Paris".to_owned());
    assert_eq!(reader.found(), [finding(Some(2), Some(0), paris)]);
    for (language, sentence) in [
        (Language::Vi, "Hàng 3, cột A (Tỉnh): “Paris” không phải"),
        (
            Language::En,
            "Row 3, column A (Tỉnh): “Paris” is not a province of 2022",
        ),
    ] {
        let told = said(&reader, language);
        assert!(told[0].contains(sentence), "{told:?}");
    }
    assert_eq!(reader.change(), None);
    assert_eq!(reader.take_over(), Err(Refusal::ToCorrect));
    assert!(reader.own.own().is_empty() && reader.own.take_news().is_empty());
}

fn mutated(seed: &str, cuts: &[(usize, u8)]) -> Vec<u8> {
    let mut bytes = seed.as_bytes().to_vec();
    for (place, byte) in cuts {
        let place = place % bytes.len();
        match byte % 3 {
            0 => bytes[place] = *byte,
            1 => bytes.insert(place, *byte),
            _ => {
                bytes.remove(place);
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_that_is_brought_stops_the_page(
        kind in prop::sample::select(vec!["results-x", "list-x", "card-x", "x"]),
        random in prop::collection::vec(any::<u8>(), 0..600),
        cuts in prop::collection::vec((any::<usize>(), any::<u8>()), 1..12),
        seed in 0_usize..3,
    ) {
        let results = "Hạng;Tỉnh;DTI;Nhận thức số\n1;Đà Nẵng;0,8002;1\n4;Huế;0,6975;0,9\n";
        let card = "TT;Tự đánh giá;Thẩm định\n1.1;2;1\n1.3;Có;Không\n2.1;12/35;\n";
        let good = [results, LIST, card][seed];
        for bytes in [random, mutated(good, &cuts)] {
            let mut reader = reader_with(kind, bytes);
            if reader.table.is_none() {
                continue;
            }
            let (change, before) = (reader.change(), reader.own.own().clone());
            let is_clear = reader.understood().found(Severity::Error).next().is_none();
            prop_assert_eq!(change.is_some(), is_clear);
            match reader.take_over() {
                Ok(Done::TakenOver(taken, _)) => prop_assert_eq!(Some(taken), change),
                refused => {
                    prop_assert!(refused.is_err());
                    prop_assert_eq!(reader.own.own(), &before);
                }
            }
        }
    }
}

#[test]
fn what_reads_workbooks_and_was_not_loaded_is_no_fault_of_the_file() {
    let mut reader = Reader::at("e=2022&u=bac-giang");
    for (packed, kind) in [
        ("!not_loaded", BookFaultKind::NotLoaded),
        ("!damaged", BookFaultKind::Damaged),
    ] {
        reader.receive("bang.xlsx", Brought::Workbook(packed.to_owned()));
        let Some(Refusal::Workbook(name, fault)) = &reader.refusal else {
            panic!("{:?}", reader.refusal);
        };
        assert_eq!((name.as_str(), fault.kind), ("bang.xlsx", kind));
    }
}

/// The table of an edition as Vietnamese CSV.
fn published(id: &str) -> String {
    let own = tests::own_data();
    let edition = own.official.edition(id).unwrap();
    csv(&table_of(edition, Language::Vi), Form::Vietnamese)
}

/// Nothing changes, as every figure of a table is as it is on file.
#[track_caller]
fn expect_nothing_new(change: &Change, units: usize) {
    let Change::Results(change) = change else {
        panic!("{change:?}");
    };
    assert_eq!(
        (change.units, change.from_estimated, change.replaced),
        (units, 0, 0)
    );
}

/// That, in the words of provinces.
fn nothing_new(units: usize) -> String {
    format!("{units} tỉnh, thành: 0 số liệu từ ước tính thành số liệu bạn nhập, 0 số liệu khác")
}

#[track_caller]
fn expect_unchanged(name: &str, text: impl Into<Vec<u8>>, units: usize) {
    let mut reader = Reader::at("e=2022&u=bac-giang");
    reader.bring(name, text);
    let change = reader.take_all(name);
    expect_nothing_new(&change, units);
    let said = said_change(&change);
    assert!(said.contains(&nothing_new(units)), "{name}: {said}");
}

#[test]
fn a_sheet_may_be_written_by_hand_or_by_a_script() {
    let whole = published("2022");
    let rows = || {
        whole
            .trim_start_matches('\u{feff}')
            .lines()
            .map(|line| line.split(';'))
    };
    let joined = |row: &dyn Fn(usize, Vec<&str>) -> String| -> String {
        rows()
            .enumerate()
            .map(|(place, cells)| row(place, cells.collect()) + "\r\n")
            .collect()
    };
    // A space before each quotation mark.
    let spaced = joined(&|_, cells| {
        let cells: Vec<String> = cells
            .iter()
            .map(|c| format!("\"{}\"", c.trim_matches('"').replace(',', ".")))
            .collect();
        cells.join(", ")
    });
    expect_unchanged("spaced.csv", spaced, 63);
    // Last cells left out, decimal commas.
    let ragged = joined(&|place, cells| match place {
        0 => "Tỉnh;DTI;Hạng;Ghi chú".to_owned(),
        _ if place % 3 == 0 => format!("{};{}", cells[1], cells[2]),
        _ if place % 3 == 1 => format!("{};{};{}", cells[1], cells[2], cells[0]),
        _ => format!("{};{};{};", cells[1], cells[2], cells[0]),
    });
    expect_unchanged("ragged.csv", ragged, 63);
    // Headings run together.
    let (_, body) = whole.split_once('\n').unwrap();
    let headed = format!(
        "XepHang;TenTinh;DTI_Tong;NhanThucSo;TheCheSo;HaTangSo;NhanLucSo;AnToanThongTinMang;ChinhQuyenSo;KinhTeSo;XaHoiSo\n{body}"
    );
    expect_unchanged("together.csv", headed, 63);
    // Ties as lists of ranks mark them.
    for (from, to) in [("\n15;", "\n=15;"), ("\n15;", "\n15=;")] {
        let tied = whole.replace(from, to);
        assert_eq!(tied.matches(to).count(), 2);
        expect_unchanged("tied.csv", tied, 63);
    }
}

/// A list as the ministry lays out its scoring sheet: a title, headings with a slash, lettered parts
/// and rules that go on in rows of their own.
const SCORING_SHEET: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/scoring-sheet.csv"
));

#[test]
fn the_ministrys_scoring_sheet_is_a_list_and_a_scorecard() {
    let mut reader = Reader::at("e=2022&u=hai-duong");
    let bring = |reader: &mut Reader, kind: TableKind| {
        reader.bring("phieu.csv", SCORING_SHEET.to_owned());
        reader.choose_kind(kind);
        let found = (reader.found(), said(reader, Language::Vi));
        reader.take_all("sheet");
        found
    };
    let (found, told) = bring(&mut reader, TableKind::Components);
    let rows = &reader.own.own().lists[0].rows;
    assert_eq!(rows.len(), 10);
    assert!(
        rows.iter()
            .all(|row| row.parent == "awareness" && row.max_points == 1_000)
    );
    let kinds = || found.iter().map(|finding| &finding.kind);
    let letters = FindingKind::LetteredLeftOut(20);
    assert!(kinds().any(|kind| *kind == letters), "{found:?}");
    let rule = FindingKind::RuleInWords("- Đã có: Điểm tối đa. - Chưa có: 0 điểm.".to_owned());
    let in_words = kinds().filter(|kind| **kind == rule);
    assert_eq!(in_words.count(), 10, "{found:?}");
    let letters = "20 hàng đánh chữ (a, b, …) không có điểm tối đa riêng, nên bỏ qua.";
    assert!(told.iter().any(|sentence| sentence == letters), "{told:?}");
    let rule = "chưa hiểu cách chấm “- Đã có: Điểm tối đa. - Chưa có: 0 điểm.”";
    let in_words = told.iter().filter(|sentence| sentence.contains(rule));
    assert_eq!(in_words.count(), 10, "{told:?}");
    assert_eq!(bring(&mut reader, TableKind::Scorecard).0, []);
    let card = &reader.own.own().assessments[0];
    assert_eq!((card.unit.as_str(), card.rows.len()), ("hai-duong", 10));
    assert!(
        card.rows
            .iter()
            .all(|row| row.own.is_none() && row.verified.is_some())
    );
    let seen = ground(&reader.own, "e=2022&u=hai-duong");
    let card = reader.own.component_card(&seen).unwrap();
    let awareness = seen.framework().node("awareness");
    let mut mains = card.mains.iter();
    let own = mains.find(|main| Some(main.own.node) == awareness).unwrap();
    let points = [own.own.points, own.own.max_points];
    assert_eq!(points, [Exact::whole(85), Exact::whole(100)]);
}

#[test]
fn a_list_and_a_scorecard_are_taken_over_at_once() {
    let mut reader = Reader::at("e=2024-34&u=bac-ninh");
    let most = reader.ground.framework();
    let most = most
        .indicator(most.node("awareness").unwrap())
        .max_points
        .value();
    let text = format!(
        "TT;Tên chỉ số;Điểm tối đa;Tự chấm\n1;Nhận thức số;{most};\n1.1;Kế hoạch;{most};12,5\n",
        most = most.to_short_text(2)
    );
    reader.bring("phieu.csv", text);
    assert_eq!(reader.table().kind, TableKind::ListAndCard);
    let change = reader.take_all("both");
    let Change::ListAndCard(list, card) = change else {
        panic!("{change:?}");
    };
    assert_eq!((list.components, list.mains), (1, 1));
    assert_eq!(
        (card.unit.as_str(), card.values, card.before),
        ("bac-ninh", 1, 0)
    );
    let own = reader.own.own();
    assert_eq!(own.lists[0].rows[0].id, "awareness.1");
    let card = own.assessment("2024-34", "bac-ninh").unwrap();
    let points = RawValue::Points(Exact::decimal(125, 1));
    assert_eq!(card.rows[0].own, Some(points));
}

#[test]
fn a_row_with_an_error_is_left_out_at_a_click_and_taken_back() {
    let text = "Hạng;Tỉnh;DTI\n1;Đà Nẵng;0,8002\n2;Huế;một nửa\n";
    let mut reader = reader_with("results.csv", text.into());
    let half = FindingKind::NotANumber("một nửa".to_owned());
    let half = [finding(Some(2), Some(2), half)];
    assert_eq!(reader.found(), half);
    let begins = |reader: &Reader, how: &str| said(reader, Language::En)[0].starts_with(how);
    assert!(begins(&reader, "Row 3, column C (DTI)"));
    reader.table().leave_out(2);
    assert_eq!(reader.table().choices.left_out, [2]);
    assert_eq!(reader.found()[0].kind, FindingKind::UnitsLeftOut(62));
    let told = said(&reader, Language::En);
    assert!(told[0].contains("62 provinces"), "{told:?}");
    reader.table().take_rows_back();
    assert_eq!(reader.found(), half);
}

#[test]
fn lettered_rows_with_points_of_their_own_are_criteria() {
    let text = "TT;Tên;Điểm tối đa\n1;Nhận thức số;100\n1.1;Một;40\n1.2;Hai;60\na;Phần a;35,5\nb);Phần b;24,5\n";
    let mut reader = Reader::at("e=2022&u=bac-giang");
    reader.bring("ds.csv", text);
    reader.choose_kind(TableKind::Components);
    reader.take_all("lettered");
    let rows = reader.own.own().lists[0].rows.iter();
    let ids: Vec<(&str, u32)> = rows.map(|row| (row.id.as_str(), row.max_points)).collect();
    assert_eq!(
        ids,
        [
            ("awareness.1", 4000),
            ("awareness.2", 6000),
            ("awareness.2.a", 3550),
            ("awareness.2.b", 2450),
        ]
    );
}

/// A list of components of 10 points below one first number.
fn list_of(number: u32, main: &str, name: &str, count: u32) -> String {
    let mut text = "STT;Chỉ số thành phần;Điểm tối đa\n".to_owned();
    if !main.is_empty() {
        writeln!(text, "{number};{main};{}", count * 10).unwrap();
    }
    for place in 1..=count {
        writeln!(text, "{number}.{place};{name} {place};10").unwrap();
    }
    text
}

fn bring_list(reader: &mut Reader, text: &str) {
    reader.bring("ds.csv", text);
    reader.choose_kind(TableKind::Components);
}

#[test]
fn lists_of_different_main_indicators_add_up() {
    let mut reader = Reader::at("e=2022&u=bac-giang");
    let parents = |own: &OwnData| -> Vec<String> {
        let rows = own.own().lists[0].rows.iter();
        let mut all: Vec<String> = rows.map(|row| row.parent.clone()).collect();
        all.dedup();
        all
    };
    let below = |count: usize, main: &str| (count, vec![main.to_owned()]);
    let nothing = || (0, Vec::new());
    bring_list(&mut reader, &list_of(2, "Thể chế số", "Thể chế số", 10));
    let change = ListChange {
        components: 10,
        mains: 1,
        replaced: nothing(),
        kept: nothing(),
    };
    assert_eq!(reader.take_all("first"), Change::List(change.clone()));
    bring_list(&mut reader, &list_of(3, "Hạ tầng số", "Hạ tầng số", 10));
    let beside = ListChange {
        kept: below(10, "institutions"),
        ..change.clone()
    };
    assert_eq!(reader.take_all("beside"), Change::List(beside));
    assert_eq!(reader.own.own().lists.len(), 1);
    assert_eq!(reader.own.own().lists[0].rows.len(), 20);
    assert_eq!(parents(&reader.own), ["institutions", "infrastructure"]);
    let framework = reader.own.calculator().edition("2022").unwrap().framework();
    assert!(
        framework.node("institutions.10").is_some()
            && framework.node("infrastructure.10").is_some()
    );
    // The same main indicator again: that one is replaced, and the preview says so.
    let again = list_of(2, "Thể chế số", "Bản mới", 5)
        .replace(";10\n", ";20\n")
        .replace(";50\n", ";100\n");
    bring_list(&mut reader, &again);
    let replacing = ListChange {
        components: 5,
        replaced: below(10, "institutions"),
        kept: below(10, "infrastructure"),
        ..change
    };
    assert_eq!(reader.change(), Some(Change::List(replacing)));
    reader.take_all("again");
    assert_eq!(reader.own.own().lists[0].rows.len(), 15);
    assert_eq!(parents(&reader.own), ["infrastructure", "institutions"]);
}

#[test]
fn a_number_without_a_name_is_told_by_points_counts_and_names_or_asked() {
    let parent = |text: &str| -> Result<String, Vec<Finding>> {
        let mut reader = Reader::at("e=2022&u=bac-giang");
        bring_list(&mut reader, text);
        let found = reader.found();
        match reader.take_over() {
            Ok(_) => Ok(reader.own.own().lists[0].rows[0].parent.clone()),
            Err(_) => Err(found),
        }
    };
    // The scoring sheet: 6 is government, by its 200 points; in the decision it is the smart city.
    let named = list_of(6, "", "Thành phần chính quyền số", 20);
    assert_eq!(parent(&named).as_deref(), Ok("government"));
    assert_eq!(
        parent(&list_of(6, "", "Thành phần", 20)).as_deref(),
        Ok("government")
    );
    assert_eq!(
        parent(&list_of(6, "", "Thành phần", 3)).as_deref(),
        Ok("smart_city")
    );
    // Decision 922: 7 is government.
    assert_eq!(
        parent(&list_of(7, "", "Thành phần", 20)).as_deref(),
        Ok("government")
    );
    // 8 has 150 points in both orders: the reader is asked, and answers.
    let open = list_of(8, "", "Thành phần", 15);
    let which = FindingKind::WhichMain("8".to_owned());
    assert_eq!(parent(&open), Err(vec![finding(Some(1), Some(0), which)]));
    let mut reader = Reader::at("e=2022&u=bac-giang");
    bring_list(&mut reader, &open);
    let asked = |main: Option<&str>| {
        let number = "8".to_owned();
        let main = main.map(str::to_owned);
        [MainNumber { number, main }]
    };
    assert_eq!(reader.understood().mains, asked(None));
    let told = said(&reader, Language::Vi);
    assert!(
        told[0].starts_with("Hàng 2, cột A (STT): số 8 là hai chỉ số chính khác nhau"),
        "{told:?}"
    );
    let society = Some("society".to_owned());
    reader.table().answer_main("8", society.clone());
    // An answer can be taken back.
    assert_eq!(reader.understood().mains, asked(Some("society")));
    reader.table().answer_main("8", None);
    assert_eq!(reader.understood().mains, asked(None));
    reader.table().answer_main("8", society);
    reader.take_all("answered");
    assert_eq!(reader.own.own().lists[0].rows[0].parent, "society");
}

#[test]
fn a_table_of_another_year_says_so_and_goes_there_at_a_click() {
    let whole = published("2023");
    let whole = whole.trim_start_matches('\u{feff}');
    let column = |year: &dyn Fn(usize) -> u16| -> String {
        let lines = whole.lines().enumerate();
        let lines = lines.map(|(place, line)| match place {
            0 => format!("Năm;{line}\n"),
            _ => format!("{};{line}\n", year(place)),
        });
        lines.collect()
    };
    let is_of_year = |finding: &Finding| matches!(finding.kind, FindingKind::OtherYear { .. });
    for (text, (row, column), place) in [
        (column(&|_| 2023), (None, Some(0)), "Cột A (Năm)"),
        (
            format!("BẢNG XẾP HẠNG NĂM 2023\n(Quyết định ngày 20/5/2022)\n\n{whole}"),
            (Some(0), None),
            "Hàng 1",
        ),
        (
            whole.replace("Giá trị DTI", "DTI 2023"),
            (None, Some(2)),
            "Cột C (DTI 2023)",
        ),
    ] {
        let mut reader = Reader::at("e=2022&u=bac-giang");
        reader.bring("bang.csv", text);
        let other = FindingKind::OtherYear {
            written: 2023,
            year: 2022,
        };
        let other = finding(row, column, other);
        assert!(reader.found().contains(&other), "{:?}", reader.found());
        let told = format!("{place}: ở đây ghi năm 2023, nhưng bảng sẽ nhập vào năm 2022.");
        let said = said(&reader, Language::Vi);
        assert!(said.contains(&told), "{said:?}");
        assert_eq!(reader.understood().other_year(), Some(2023));
        reader.choose_edition("2023");
        assert!(
            !reader.found().iter().any(is_of_year),
            "{:?}",
            reader.found()
        );
        expect_nothing_new(&reader.take_all("2023"), 63);
        assert_eq!(reader.own.own().results[0].edition, "2023");
    }
    // Nothing is said of the edition's own year, nor of a decision's.
    let own = format!("Kết quả DTI 2023 theo Quyết định 922 năm 2022\n{whole}");
    let mut reader = Reader::at("e=2023&u=bac-giang");
    reader.bring("bang.csv", own);
    assert!(!reader.found().iter().any(is_of_year));
    // A table of several years: the rows of the edition's.
    reader.bring(
        "bang.csv",
        column(&|place| if place < 11 { 2022 } else { 2023 }),
    );
    let left_out = FindingKind::OtherYearsLeftOut {
        count: 10,
        year: 2023,
    };
    let left_out = finding(None, Some(0), left_out);
    assert!(reader.found().contains(&left_out), "{:?}", reader.found());
    let told = "Cột A (Năm): 10 hàng ghi năm khác 2023 nên bỏ qua.".to_owned();
    assert!(said(&reader, Language::Vi).contains(&told));
    reader.take_all("several");
    assert_eq!(reader.own.own().results[0].rows.len(), 53);
}

#[test]
fn a_scorecard_of_another_year_says_so() {
    let text = "PHIẾU CHẤM ĐIỂM NĂM 2023\nTT;Tên chỉ số;Tự đánh giá\n1;Nhận thức số;40\n";
    let mut reader = Reader::at("e=2024&u=bac-giang");
    reader.bring("phieu.csv", text);
    reader.choose_kind(TableKind::Scorecard);
    let other = FindingKind::OtherYear {
        written: 2023,
        year: 2024,
    };
    assert_eq!(reader.found(), [finding(Some(0), None, other)]);
    assert_eq!(
        said(&reader, Language::Vi),
        ["Hàng 1: ở đây ghi năm 2023, nhưng bảng sẽ nhập vào năm 2024."]
    );
}

#[test]
fn tables_of_old_fonts_are_converted_and_said_to_be() {
    let tcvn3 = "H¹ng;TØnh, thµnh phè;DTI;H¹ tÇng sè;Ho¹t ®éng x· héi sè\n1;§µ N½ng;0,8002;0,8253;0,5197\n4;Thõa Thiªn HuÕ;0,6975;0,6823;0,3001\n12;B×nh Ph\u{ad}íc;0,6385;0,7264;0,3505\n";
    let vni = "Haïng;Tænh, thaønh phoá;DTI;Haï taàng soá;Xaõ hoäi soá\n1;Ñaø Naüng;0,8002;0,8253;0,5197\n4;Thöøa Thieân Hueá;0,6975;0,6823;0,3001\n12;Bình Phöôùc;0,6385;0,7264;0,3505\n";
    // As bytes of such a font, and as the letters that a workbook makes of them.
    let bytes = |text: &str| {
        text.chars()
            .map(|letter| u8::try_from(letter).unwrap())
            .collect()
    };
    for (font, name, text, bytes) in [
        (OldFont::Tcvn3, "TCVN3", tcvn3, tcvn3.as_bytes().to_vec()),
        (OldFont::Tcvn3, "TCVN3", tcvn3, bytes(tcvn3)),
        (OldFont::Vni, "VNI", vni, vni.as_bytes().to_vec()),
        (OldFont::Vni, "VNI", vni, bytes(vni)),
    ] {
        let mut reader = Reader::at("e=2022&u=bac-giang");
        reader.bring("bang.csv", bytes.clone());
        let table = reader.table();
        assert_eq!(table.font, Some(font));
        let told = own_data::old_font(font, &Words::plain(Language::Vi));
        assert!(
            told.contains(&format!("bảng mã {name}")) && told.contains("UniKey"),
            "{told}"
        );
        let mut cells = table.grid.rows.iter().flatten();
        assert!(cells.any(|cell| cell == "Đà Nẵng"), "{:?}", table.grid);
        expect_unchanged(text, bytes, 3);
    }
}

#[test]
fn a_scorecards_own_total_is_added_up_again() {
    let found = |total: &str| {
        let text = format!(
            "TT;Tên chỉ số;Điểm tự đánh giá\n1;Nhận thức số;40\n2;Thể chế số;40,5\na;Phần a;7\n{total}\n"
        );
        let mut reader = Reader::at("e=2024&u=bac-giang");
        reader.bring("phieu.csv", text);
        reader.choose_kind(TableKind::Scorecard);
        let found = (reader.found(), said(&reader, Language::Vi));
        reader.take_all(total);
        found
    };
    let letter = finding(Some(3), None, FindingKind::RowLeftOut("a".to_owned()));
    let differs = FindingKind::PointsDiffer {
        stated: Exact::whole(85),
        sum: Exact::decimal(805, 1),
    };
    let told = "Hàng 4: bỏ qua hàng “a”.".to_owned();
    assert_eq!(
        found(";Tổng cộng;80,5"),
        (vec![letter.clone()], vec![told.clone()])
    );
    let other = "Hàng 5, cột C (Điểm tự đánh giá): bảng ghi 85 điểm; các phần cộng lại được 80,5.";
    assert_eq!(
        found("Tổng cộng;;85"),
        (
            vec![letter, finding(Some(4), Some(2), differs)],
            vec![told, other.to_owned()]
        )
    );
}
