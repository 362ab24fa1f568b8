//! Tables as readers bring them: bad ones with what is said of each, good ones in every form.

use super::super::tests::{desk, happen, press, question};
use super::super::{Brought, Desk, News, Refusal};
use super::applying::Understood;
use super::findings::Told;
use crate::page::EventKind;
use dti_engine::model::{Edition, Exact, Origin, RawValue};
use dti_formats::link::Language;
use dti_formats::{
    Cell, Choices, Form, OwnCatalogue, Severity, TableKind, csv, read_csv, read_results,
};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

/// Set to write down what the tests found, instead of comparing.
const WRITE: &str = "WRITE_SNAPSHOTS";

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(name)
}

fn choose(desk: &mut Desk, deed: &str, value: &str) {
    happen(desk, EventKind::Change, &format!("import {deed}"), value);
}

fn click(desk: &mut Desk, deed: &str) {
    press(desk, &format!("import {deed}"));
}

/// A desk on 2022 with a file, taken for what its name says.
fn desk_with(name: &str, bytes: Vec<u8>, language: Language) -> Desk {
    let at = match language {
        Language::Vi => "#e=2022&u=bac-giang",
        Language::En => "#e=2022&u=bac-giang&lang=en",
    };
    let mut desk = desk(at);
    if name.starts_with("card-") {
        press(&mut desk, "index example example-rules-2025");
    }
    desk.receive(name, Brought::Bytes(bytes));
    let kind = ["results", "list", "card"]
        .into_iter()
        .find(|kind| name.starts_with(kind));
    match kind {
        Some("card") => {
            choose(&mut desk, "edition", "example-rules-2025");
            choose(&mut desk, "kind", "scorecard");
        }
        Some("list") => choose(&mut desk, "kind", "components"),
        Some(kind) => choose(&mut desk, "kind", kind),
        None => {}
    }
    desk
}

/// What is said of a file: why it is not read, else its errors, else its remarks.
fn said(desk: &Desk) -> Vec<String> {
    if let Some(Refusal::Said(sentence)) = &desk.refusal {
        return vec![sentence.clone()];
    }
    let (Some(table), Some(ground)) = (&desk.import.table, &desk.ground) else {
        return Vec::new();
    };
    let edition = table.edition(desk, ground);
    let understood = Understood::of(table, &edition);
    let told = Told {
        edition: &edition,
        columns: &understood.columns,
        language: ground.language,
    };
    let of = |severity| -> Vec<String> {
        understood
            .found(severity)
            .map(|finding| format!("{}{}", told.place(finding), told.what(finding)))
            .collect()
    };
    let errors = of(Severity::Error);
    if errors.is_empty() {
        of(Severity::Remark)
    } else {
        errors
    }
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
        for language in [Language::Vi, Language::En] {
            let mut desk = desk_with(&name, bytes.clone(), language);
            let before = desk.own.clone();
            let said = said(&desk);
            assert!(!said.is_empty(), "{name}");
            for sentence in said {
                writeln!(text, "  {sentence}").unwrap();
            }
            let remarked = ["does-not-add.", "out-of-reach", "year-of", "in-words"];
            if !remarked.iter().any(|word| name.contains(word)) {
                click(&mut desk, "apply");
                assert_eq!(desk.own, before, "{name}: nothing may be taken over");
            }
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
    let mut desk = desk("#e=2022&u=bac-giang");
    for id in ["2022", "2023", "2024", "2024-34"] {
        let edition = desk.official.edition(id).unwrap();
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
        desk.receive("bang.csv", Brought::Bytes(text.into_bytes()));
        choose(&mut desk, "edition", id);
        click(&mut desk, "apply");
        assert!(desk.refusal.is_none(), "{id}: {:?}", said(&desk));
        assert_eq!(desk.own.results.last(), first.as_ref());
        // What is on file stays as it is, with its source.
        let after = desk.calculator.edition(id).unwrap();
        assert_eq!(after.rows(), edition.rows(), "{id}");
    }
}

/// Numbers to fill the gaps of a table: what the calculator estimates, rounded to four decimals.
fn complete_table(desk: &Desk, id: &str) -> (String, usize) {
    let edition = desk.official.edition(id).unwrap();
    let scenario = dti_engine::model::Scenario::baseline(id);
    let standings = desk.official.simulate(&scenario).unwrap();
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
    let mut desk = desk("#e=2022&u=bac-giang");
    let (text, filled) = complete_table(&desk, "2022");
    assert!(filled > 200);
    happen(&mut desk, EventKind::Input, "import paste", &text);
    click(&mut desk, "read");
    let [News::Read(pasted)] = &desk.news()[..] else {
        panic!("what is pasted is gone through elsewhere first");
    };
    desk.receive("", Brought::Pasted(pasted.clone()));
    let html = desk
        .markup(&super::super::tests::question("#e=2022&u=bac-giang"))
        .html();
    assert!(
        html.contains(&format!("{filled} số liệu từ ước tính")),
        "{html}"
    );
    click(&mut desk, "apply");
    assert!(
        desk.done.contains(&format!("{filled} số liệu từ ước tính")),
        "{}",
        desk.done
    );
    let edition = desk.calculator.edition("2022").unwrap();
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
    let scenario = dti_engine::model::Scenario::baseline("2022");
    let (own, official) = (desk.calculator, desk.official);
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
    let told = desk.news().into_iter().find_map(|news| match news {
        News::Catalogue(text) => OwnCatalogue::from_text(&text).ok(),
        _ => None,
    });
    let page = dti_formats::official_with(told.unwrap()).unwrap();
    let heard = page.edition("2022").unwrap();
    assert_eq!(heard.rows(), edition.rows());
    press(&mut desk, "back");
    assert!(desk.own.is_empty());
    let again = desk.calculator.edition("2022").unwrap();
    assert_eq!(again.rows(), desk.official.edition("2022").unwrap().rows());
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
        let mut desk = desk("#e=2022&u=bac-giang");
        desk.receive(
            "bang.csv",
            Brought::Bytes(format!("{heading}\n{row}").into_bytes()),
        );
        click(&mut desk, "apply");
        assert!(desk.refusal.is_none(), "{row}: {:?}", said(&desk));
        tables.push(desk.own.results.clone());
    }
    for table in &tables {
        assert_eq!(*table, tables[0]);
    }
}

#[test]
fn a_name_that_is_asked_about_is_answered_or_left_out() {
    let mut desk = desk("#e=2022&u=bac-giang");
    let text = "Tỉnh\tDTI\nĐà Nẵng\t0,8002\nQN\t0,7024\nBắc Gaing\t0,6440\nTrung bình\t0,6\n";
    desk.receive("", Brought::Pasted(text.to_owned()));
    let html = desk
        .markup(&super::super::tests::question("#e=2022&u=bac-giang"))
        .html();
    assert!(html.contains("id=\"desk-import-unit-2\""), "{html}");
    assert!(html.contains("Hàng 3: “QN” là"), "{html}");
    choose(&mut desk, "unit 2", "quang-ninh");
    choose(&mut desk, "unit 3", "-");
    click(&mut desk, "apply");
    assert!(desk.refusal.is_none(), "{:?}", said(&desk));
    let units: Vec<&str> = desk.own.results[0]
        .rows
        .iter()
        .map(|row| row.unit.as_str())
        .collect();
    assert_eq!(units, ["da-nang", "quang-ninh"]);
}

#[test]
fn columns_without_known_headings_are_chosen() {
    let mut desk = desk("#e=2022&u=bac-giang");
    desk.receive(
        "x.csv",
        Brought::Bytes("a;b\nĐà Nẵng;0,9\nHuế;0,8\n".into()),
    );
    choose(&mut desk, "column 0", "Unit");
    choose(&mut desk, "column 1", "Total");
    click(&mut desk, "apply");
    assert!(desk.refusal.is_none(), "{:?}", said(&desk));
    assert_eq!(desk.own.results[0].rows.len(), 2);
    assert_eq!(
        desk.own.results[0].rows[1].total,
        Some(Exact::decimal(8, 1))
    );
}

#[test]
fn headings_may_stand_in_two_rows_below_a_title() {
    let text = "BẢNG XẾP HẠNG DTI CẤP TỈNH NĂM 2022;;;;\n;;;;\nTT;Tỉnh, thành phố;Kết quả;;Chỉ số chính\n;;Xếp hạng;Giá trị;Nhận thức số\n(1);(2);(3);(4);(5)\nĐồng bằng sông Hồng;;;;\n1;Đà Nẵng;1;0,8002;1\n\n2;TP. Hồ Chí Minh;2;0,7163;0,8917\nNguồn: Bộ TT&TT;;;;\n";
    let mut desk = desk("#e=2022&u=bac-giang");
    desk.receive("bang.csv", Brought::Bytes(text.into()));
    click(&mut desk, "apply");
    assert!(desk.refusal.is_none(), "{:?}", said(&desk));
    let rows = &desk.own.results[0].rows;
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
        let mut desk = desk("#e=2022&u=bac-giang");
        desk.receive("danh-sach.csv", Brought::Bytes(text.clone().into_bytes()));
        choose(&mut desk, "kind", "components");
        click(&mut desk, "apply");
        assert!(desk.refusal.is_none(), "{text}\n{:?}", said(&desk));
        let rows = &desk.own.lists[0].rows;
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
        let framework = desk.calculator.edition("2022").unwrap().framework();
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
        let mut desk = desk_with("card-x.csv", text.into(), Language::Vi);
        click(&mut desk, "apply");
        assert!(desk.refusal.is_none(), "{text}: {:?}", said(&desk));
        let unit = desk
            .own
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
    let remarks = |rows: &str, parts: &str| {
        let table = format!("id;Tự đánh giá\n{rows}{parts}");
        said(&desk_with("card-x.csv", table.into(), Language::Vi))
    };
    // 10, 15, 5 and 3 points by level, steps, yes and parts.
    let parts = "management.1;2\nmanagement.2;3\nmanagement.3;Có\nmanagement.4;0+1\n";
    assert_eq!(remarks("management;33\n", parts), Vec::<String>::new());
    assert_eq!(
        remarks("management;36\n", parts),
        ["Hàng 2, cột B (Tự đánh giá): bảng ghi 36 điểm; các phần cộng lại được 33."]
    );
    // Shares that no table writes in full: 14.142857 points.
    let parts =
        "services.1;1/7\nservices.2;1/7\nservices.3;1/7\nservices.4.1;3,5\nservices.4.2;Có\n";
    assert_eq!(remarks("services;14,14\n", parts), Vec::<String>::new());
    let told = remarks("services;14,2\n", parts);
    assert!(
        told[0].contains("bảng ghi 14,2 điểm; các phần cộng lại được 14,14"),
        "{told:?}"
    );
    // A part without a value leaves nothing to compare.
    let open = "id;Tự đánh giá\nmanagement;36\nmanagement.1;2\n";
    assert_eq!(
        said(&desk_with("card-x.csv", open.into(), Language::Vi)),
        Vec::<String>::new()
    );
}

#[test]
fn the_form_and_the_preview_speak_both_languages() {
    let mut desk = desk("#e=2022&u=bac-giang");
    press(&mut desk, "open import");
    let ask = |desk: &mut Desk, at: &str| desk.markup(&super::super::tests::question(at)).html();
    assert!(ask(&mut desk, "#e=2022").contains("Hoặc dán bảng"));
    assert!(ask(&mut desk, "#e=2022&lang=en").contains("Or paste a table"));
    desk.receive(
        "bang.csv",
        Brought::Bytes("Tỉnh;DTI\nHuế;0,7\nParis;0,5\n".into()),
    );
    let vietnamese = ask(&mut desk, "#e=2022");
    assert!(
        vietnamese.contains("Hàng 3, cột A (Tỉnh): “Paris” không phải"),
        "{vietnamese}"
    );
    assert!(!vietnamese.contains("desk import apply"));
    let english = ask(&mut desk, "#e=2022&lang=en");
    assert!(
        english.contains("Row 3, column A (Tỉnh): “Paris” is not a province of 2022"),
        "{english}"
    );
    for label in [
        "desk-import-kind",
        "desk-import-edition",
        "desk-import-column-1",
    ] {
        assert!(
            english.contains(&format!("for=\"{label}\""))
                && english.contains(&format!("id=\"{label}\""))
        );
    }
    click(&mut desk, "cancel");
    assert!(desk.import.table.is_none());
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
    fn nothing_that_is_brought_stops_the_desk(
        kind in prop::sample::select(vec!["results-x", "list-x", "card-x", "x"]),
        random in prop::collection::vec(any::<u8>(), 0..600),
        cuts in prop::collection::vec((any::<usize>(), any::<u8>()), 1..12),
        seed in 0_usize..3,
    ) {
        let results = "Hạng;Tỉnh;DTI;Nhận thức số\n1;Đà Nẵng;0,8002;1\n4;Huế;0,6975;0,9\n";
        let card = "TT;Tự đánh giá;Thẩm định\n1.1;2;1\n1.3;Có;Không\n2.1;12/35;\n";
        let good = [results, LIST, card][seed];
        for bytes in [random, mutated(good, &cuts)] {
            let mut desk = desk_with(kind, bytes, Language::En);
            said(&desk);
            desk.markup(&super::super::tests::question("#e=2022&lang=en"));
            click(&mut desk, "apply");
        }
    }
}

#[test]
fn a_workbook_that_nothing_could_read_is_read_again_by_a_button() {
    let mut desk = desk("#e=2022&u=bac-giang");
    let lost = Brought::Workbook("!not_loaded".to_owned());
    desk.receive("bang.xlsx", lost);
    let html = desk.markup(&question("#e=2022&u=bac-giang")).html();
    assert!(html.contains("bang.xlsx: ") && html.contains("data-do=\"desk again\""));
    desk.news();
    press(&mut desk, "again");
    assert!(desk.news().contains(&News::ReadAgain));
    desk.receive("bang.xlsx", Brought::Workbook("!damaged".to_owned()));
    let html = desk.markup(&question("#e=2022&u=bac-giang")).html();
    assert!(!html.contains("desk again"), "the same file would not do");
}

/// The table of an edition as Vietnamese CSV.
fn published(desk: &Desk, id: &str) -> String {
    let edition = desk.official.edition(id).unwrap();
    csv(&table_of(edition, Language::Vi), Form::Vietnamese)
}

/// What a preview says that changes, once every figure of a table is as it is on file.
#[track_caller]
fn expect_unchanged(name: &str, text: impl Into<Vec<u8>>, units: usize) {
    let mut desk = desk("#e=2022&u=bac-giang");
    desk.receive(name, Brought::Bytes(text.into()));
    click(&mut desk, "apply");
    assert!(desk.refusal.is_none(), "{name}: {:?}", said(&desk));
    let told = format!(
        "{units} tỉnh, thành: 0 số liệu từ ước tính thành số liệu bạn nhập, 0 số liệu khác"
    );
    assert!(desk.done.contains(&told), "{name}: {}", desk.done);
}

#[test]
fn a_sheet_may_be_written_by_hand_or_by_a_script() {
    let whole = published(&desk("#e=2022"), "2022");
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
fn scoring_sheet() -> String {
    let mut text = "Nhận thức số;;;;;;\n\
        STT;Chỉ số chính/Chỉ số thành phần;Điểm tối đa;Số liệu thẩm định;Cách xác định và tính điểm;;Điểm thẩm định\n\
        1;Nhận thức số;100;;;;85.00\n"
        .to_owned();
    for number in 1..=10 {
        let points = if number < 8 { "10.00" } else { "5.00" };
        write!(
            text,
            "1.{number};Thành phần thử {number};10;Đã có;- Đã có: Điểm tối đa\\;;;{points}\n\
             ;;;;- Chưa có: 0 điểm.;;\n\
             a;Phần thứ nhất của chỉ số này;;3;;;\n\
             b;Phần thứ hai của chỉ số này;;5;;;\n"
        )
        .unwrap();
    }
    text.replace("\\;", ".")
}

#[test]
fn the_ministrys_scoring_sheet_is_a_list_and_a_scorecard() {
    let mut desk = desk("#e=2022&u=hai-duong");
    let bring = |desk: &mut Desk, kind: &str| {
        desk.receive("phieu.csv", Brought::Bytes(scoring_sheet().into_bytes()));
        choose(desk, "kind", kind);
        let said = said(desk);
        click(desk, "apply");
        assert!(desk.refusal.is_none(), "{kind}: {said:?}");
        said
    };
    let told = bring(&mut desk, "components");
    let rows = &desk.own.lists[0].rows;
    assert_eq!(rows.len(), 10);
    assert!(
        rows.iter()
            .all(|row| row.parent == "awareness" && row.max_points == 1_000)
    );
    let letters = "20 hàng đánh chữ (a, b, …) không có điểm tối đa riêng, nên bỏ qua.";
    assert!(told.iter().any(|sentence| sentence == letters), "{told:?}");
    let rule = "chưa hiểu cách chấm “- Đã có: Điểm tối đa. - Chưa có: 0 điểm.”";
    assert_eq!(
        told.iter()
            .filter(|sentence| sentence.contains(rule))
            .count(),
        10,
        "{told:?}"
    );
    let told = bring(&mut desk, "scorecard");
    assert_eq!(told, Vec::<String>::new());
    let card = &desk.own.assessments[0];
    assert_eq!((card.unit.as_str(), card.rows.len()), ("hai-duong", 10));
    assert!(
        card.rows
            .iter()
            .all(|row| row.own.is_none() && row.verified.is_some())
    );
    press(&mut desk, "open card awareness");
    let html = desk
        .markup(&super::super::tests::question("#e=2022&u=hai-duong"))
        .html();
    assert!(html.contains("85 / 100 điểm"), "{html}");
}

#[test]
fn a_list_and_a_scorecard_are_taken_over_at_once() {
    let mut desk = desk("#e=2024-34&u=bac-ninh");
    let most = desk.calculator.edition("2024-34").unwrap().framework();
    let most = most
        .indicator(most.node("awareness").unwrap())
        .max_points
        .value();
    let text = format!(
        "TT;Tên chỉ số;Điểm tối đa;Tự chấm\n1;Nhận thức số;{most};\n1.1;Kế hoạch;{most};12,5\n",
        most = most.to_short_text(2)
    );
    desk.receive("phieu.csv", Brought::Bytes(text.into()));
    assert_eq!(
        desk.import.table.as_ref().unwrap().kind,
        TableKind::ListAndCard
    );
    click(&mut desk, "apply");
    assert_eq!(desk.refusal, None);
    assert_eq!(desk.own.lists[0].rows[0].id, "awareness.1");
    let card = desk.own.assessment("2024-34", "bac-ninh").unwrap();
    let points = RawValue::Points(Exact::decimal(125, 1));
    assert_eq!(card.rows[0].own, Some(points));
}

#[test]
fn a_row_with_an_error_is_left_out_at_a_click_and_taken_back() {
    let text = "Hạng;Tỉnh;DTI\n1;Đà Nẵng;0,8002\n2;Huế;một nửa\n";
    let mut desk = desk_with("results.csv", text.into(), Language::En);
    assert!(said(&desk)[0].starts_with("Row 3, column C (DTI)"));
    click(&mut desk, "leave 2");
    assert_eq!(desk.import.table.as_ref().unwrap().choices.left_out, [2]);
    assert!(said(&desk)[0].contains("62 provinces"), "{:?}", said(&desk));
    click(&mut desk, "leave");
    assert!(said(&desk)[0].starts_with("Row 3, column C (DTI)"));
}

#[test]
fn lettered_rows_with_points_of_their_own_are_criteria() {
    let text = "TT;Tên;Điểm tối đa\n1;Nhận thức số;100\n1.1;Một;40\n1.2;Hai;60\na;Phần a;35,5\nb);Phần b;24,5\n";
    let mut desk = desk("#e=2022&u=bac-giang");
    desk.receive("ds.csv", Brought::Bytes(text.into()));
    choose(&mut desk, "kind", "components");
    click(&mut desk, "apply");
    assert!(desk.refusal.is_none(), "{:?}", said(&desk));
    let rows = desk.own.lists[0].rows.iter();
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

fn bring_list(desk: &mut Desk, text: &str) {
    desk.receive("ds.csv", Brought::Bytes(text.to_owned().into_bytes()));
    choose(desk, "kind", "components");
}

#[test]
fn lists_of_different_main_indicators_add_up() {
    let mut desk = desk("#e=2022&u=bac-giang");
    let parents = |desk: &Desk| -> Vec<String> {
        let mut all: Vec<String> = desk.own.lists[0]
            .rows
            .iter()
            .map(|row| row.parent.clone())
            .collect();
        all.dedup();
        all
    };
    bring_list(&mut desk, &list_of(2, "Thể chế số", "Thể chế số", 10));
    click(&mut desk, "apply");
    bring_list(&mut desk, &list_of(3, "Hạ tầng số", "Hạ tầng số", 10));
    click(&mut desk, "apply");
    assert!(desk.refusal.is_none(), "{:?}", said(&desk));
    assert!(
        desk.done
            .contains("10 mục đã nhập trước vẫn giữ, của: Thể chế số."),
        "{}",
        desk.done
    );
    assert_eq!(desk.own.lists.len(), 1);
    assert_eq!(desk.own.lists[0].rows.len(), 20);
    assert_eq!(parents(&desk), ["institutions", "infrastructure"]);
    let framework = desk.calculator.edition("2022").unwrap().framework();
    assert!(
        framework.node("institutions.10").is_some()
            && framework.node("infrastructure.10").is_some()
    );
    // The same main indicator again: that one is replaced, and the preview says so.
    let again = list_of(2, "Thể chế số", "Bản mới", 5)
        .replace(";10\n", ";20\n")
        .replace(";50\n", ";100\n");
    bring_list(&mut desk, &again);
    let html = desk
        .markup(&super::super::tests::question("#e=2022"))
        .html();
    let told = "Danh sách này thay cho 10 mục đã nhập trước của: Thể chế số.";
    assert!(html.contains(told), "{html}");
    click(&mut desk, "apply");
    assert_eq!(desk.own.lists[0].rows.len(), 15);
    assert_eq!(parents(&desk), ["infrastructure", "institutions"]);
}

#[test]
fn a_number_without_a_name_is_told_by_points_counts_and_names_or_asked() {
    let parent = |text: &str| -> Result<String, Vec<String>> {
        let mut desk = desk("#e=2022&u=bac-giang");
        bring_list(&mut desk, text);
        let told = said(&desk);
        click(&mut desk, "apply");
        match desk.own.lists.first() {
            Some(list) => Ok(list.rows[0].parent.clone()),
            None => Err(told),
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
    let told = parent(&open).unwrap_err();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].starts_with("Hàng 2, cột A (STT): số 8 là hai chỉ số chính khác nhau"),
        "{told:?}"
    );
    let mut desk = desk("#e=2022&u=bac-giang");
    bring_list(&mut desk, &open);
    let html = desk
        .markup(&super::super::tests::question("#e=2022"))
        .html();
    assert!(
        html.contains("id=\"desk-import-main-8\"") && html.contains("Số 8 là"),
        "{html}"
    );
    choose(&mut desk, "main 8", "society");
    let html = desk
        .markup(&super::super::tests::question("#e=2022"))
        .html();
    assert!(
        html.contains("id=\"desk-import-main-8\""),
        "an answer can be taken back: {html}"
    );
    click(&mut desk, "apply");
    assert!(desk.refusal.is_none(), "{:?}", said(&desk));
    assert_eq!(desk.own.lists[0].rows[0].parent, "society");
}

#[test]
fn a_table_of_another_year_says_so_and_goes_there_at_a_click() {
    let whole = published(&desk("#e=2022"), "2023");
    let whole = whole.trim_start_matches('\u{feff}');
    let column = |year: &dyn Fn(usize) -> u16| -> String {
        let lines = whole.lines().enumerate();
        let lines = lines.map(|(place, line)| match place {
            0 => format!("Năm;{line}\n"),
            _ => format!("{};{line}\n", year(place)),
        });
        lines.collect()
    };
    for (text, place) in [
        (column(&|_| 2023), "Cột A (Năm)"),
        (
            format!("BẢNG XẾP HẠNG NĂM 2023\n(Quyết định ngày 20/5/2022)\n\n{whole}"),
            "Hàng 1",
        ),
        (whole.replace("Giá trị DTI", "DTI 2023"), "Cột C (DTI 2023)"),
    ] {
        let mut desk = desk("#e=2022&u=bac-giang");
        desk.receive("bang.csv", Brought::Bytes(text.into()));
        let told = format!("{place}: ở đây ghi năm 2023, nhưng bảng sẽ nhập vào năm 2022.");
        assert!(said(&desk).contains(&told), "{:?}", said(&desk));
        let html = desk
            .markup(&super::super::tests::question("#e=2022"))
            .html();
        assert_eq!(html.matches("Chuyển sang kỳ: ").count(), 1, "{html}");
        click(&mut desk, "into 2023");
        assert!(
            !said(&desk).iter().any(|told| told.contains("ghi năm")),
            "{:?}",
            said(&desk)
        );
        click(&mut desk, "apply");
        assert!(
            desk.done.contains(
                "63 tỉnh, thành: 0 số liệu từ ước tính thành số liệu bạn nhập, 0 số liệu khác"
            ),
            "{}",
            desk.done
        );
        assert_eq!(desk.own.results[0].edition, "2023");
    }
    // Nothing is said of the edition's own year, nor of a decision's.
    let own = format!("Kết quả DTI 2023 theo Quyết định 922 năm 2022\n{whole}");
    let mut desk = desk("#e=2023&u=bac-giang");
    desk.receive("bang.csv", Brought::Bytes(own.into()));
    assert!(!said(&desk).iter().any(|told| told.contains("ghi năm")));
    // A table of several years: the rows of the edition's.
    desk.receive(
        "bang.csv",
        Brought::Bytes(column(&|place| if place < 11 { 2022 } else { 2023 }).into()),
    );
    assert!(said(&desk).contains(&"Cột A (Năm): 10 hàng ghi năm khác 2023 nên bỏ qua.".to_owned()));
    click(&mut desk, "apply");
    assert_eq!(desk.own.results[0].rows.len(), 53);
}

#[test]
fn a_scorecard_of_another_year_says_so() {
    let text = "PHIẾU CHẤM ĐIỂM NĂM 2023\nTT;Tên chỉ số;Tự đánh giá\n1;Nhận thức số;40\n";
    let mut desk = desk("#e=2024&u=bac-giang");
    desk.receive("phieu.csv", Brought::Bytes(text.into()));
    choose(&mut desk, "kind", "scorecard");
    assert_eq!(
        said(&desk),
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
    for (name, text, bytes) in [
        ("TCVN3", tcvn3, tcvn3.as_bytes().to_vec()),
        ("TCVN3", tcvn3, bytes(tcvn3)),
        ("VNI", vni, vni.as_bytes().to_vec()),
        ("VNI", vni, bytes(vni)),
    ] {
        let mut desk = desk("#e=2022&u=bac-giang");
        desk.receive("bang.csv", Brought::Bytes(bytes.clone()));
        let html = desk
            .markup(&super::super::tests::question("#e=2022"))
            .html();
        assert!(
            html.contains(&format!("bảng mã {name}")) && html.contains("UniKey"),
            "{html}"
        );
        assert!(html.contains("Đà Nẵng"), "{html}");
        expect_unchanged(text, bytes, 3);
    }
}

#[test]
fn a_scorecards_own_total_is_added_up_again() {
    let told = |total: &str| {
        let text = format!(
            "TT;Tên chỉ số;Điểm tự đánh giá\n1;Nhận thức số;40\n2;Thể chế số;40,5\na;Phần a;7\n{total}\n"
        );
        let mut desk = desk("#e=2024&u=bac-giang");
        desk.receive("phieu.csv", Brought::Bytes(text.into()));
        choose(&mut desk, "kind", "scorecard");
        let told = said(&desk);
        click(&mut desk, "apply");
        assert!(desk.refusal.is_none(), "{told:?}");
        told
    };
    let letter = "Hàng 4: bỏ qua hàng “a”.";
    assert_eq!(told(";Tổng cộng;80,5"), [letter]);
    assert_eq!(
        told("Tổng cộng;;85"),
        [
            letter,
            "Hàng 5, cột C (Điểm tự đánh giá): bảng ghi 85 điểm; các phần cộng lại được 80,5."
        ]
    );
}
