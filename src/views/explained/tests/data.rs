//! What is told of the data of an edition: counted figures, their version and what was corrected.

use super::{explained, official, table, texts};
use crate::views::explained::pieces::Explanation;
use dti_engine::calculator::Calculator;
use dti_engine::model::Text;
use dti_engine::{Correction, DataVersion};
use std::sync::Arc;

fn data(fragment: &str) -> Explanation {
    explained(official(), fragment, "data")
}

/// Fails where no sentence holds a text.
#[track_caller]
fn has(told: &Explanation, text: &str) {
    let all = texts(told);
    assert!(all.iter().any(|own| own.contains(text)), "{text}: {all:#?}");
}

/// The counts beside a name.
#[track_caller]
fn counts(told: &Explanation, name: &str) -> Vec<String> {
    let table = table(told).unwrap();
    let row = table.rows.iter().find(|row| row.name == name).unwrap();
    row.cells.iter().map(|cell| cell.text().clone()).collect()
}

#[test]
fn the_figures_of_2022_are_counted() {
    let told = data("#e=2022&u=bac-giang&s=bac-giang.awareness:k0.8");
    assert_eq!(counts(&told, "Giá trị DTI"), ["63", "0", "0", "0"]);
    assert_eq!(counts(&told, "Nhận thức số"), ["11", "0", "52", "0"]);
    assert_eq!(
        counts(&told, "An toàn thông tin mạng"),
        ["10", "0", "53", "0"]
    );
    assert_eq!(
        counts(&told, "Chính quyền số, thứ hạng"),
        ["13", "1", "0", "49"]
    );
    for line in [
        "10/63 tỉnh có đủ các chỉ số chính.",
        "DTI 2020 (63 tỉnh, thành): chỉ có thứ hạng của 31/63 tỉnh",
        "Bộ chỉ số theo Quyết định 922/QĐ-BTTTT ngày 20/5/2022; tổng điểm tối đa là 1.000.",
        "Không chấm điểm: Đô thị thông minh.",
        "nhiều nhất khoảng 0,00006 (làm tròn)",
        "38/40 thứ hạng trụ cột có trong số liệu khớp với công thức, trừ:",
        "Hải Phòng, trụ cột Xã hội số: trong số liệu là 21, theo công thức là 20.",
        "Khánh Hòa, trụ cột Chính quyền số: trong số liệu là 44, theo công thức là 43.",
    ] {
        has(&told, line);
    }
}

#[test]
fn what_2024_lacks_is_named() {
    let told = data("#e=2024&u=ha-noi&lang=en");
    assert_eq!(counts(&told, "Rank"), ["61", "0", "0", "2"]);
    assert_eq!(counts(&told, "Digital awareness"), ["0", "11", "52", "0"]);
    for line in [
        "Rank: not on file for Bac Giang and Yen Bai.",
        "11 provinces were not merged: what the table of the 63 lacks is taken from DTI 2024 (34 provinces).",
        "No pillar figures of this edition are on file.",
        "The framework is Decision 405/QĐ-BKHCN of 3 April 2025; its max points add up to 940.",
        "Maxima derived:",
    ] {
        has(&told, line);
    }
}

#[test]
fn the_34_of_2024_are_complete() {
    let told = data("#e=2024-34&u=bac-ninh");
    assert_eq!(counts(&told, "Nhân lực số"), ["34", "0", "0", "0"]);
    has(&told, "nên không có số ước tính");
    has(&told, "trung bình cộng của các tỉnh cũ");
    has(&told, "Ở 34 tỉnh có đủ chỉ số");
}

#[test]
fn all_pillar_ranks_of_2023_follow() {
    let told = data("#e=2023&lang=en");
    has(
        &told,
        "All 12 pillar ranks on file follow from the formula.",
    );
}

#[test]
fn the_version_and_the_corrections_of_the_edition_are_told() {
    has(&data("#e=2022"), "Số liệu bản 1, ngày");
    has(
        &data("#e=2022"),
        "Chưa có số liệu nào của kỳ này phải đính chính.",
    );
    let correction = Correction {
        version: 2,
        date: "2027-02-01".to_owned(),
        editions: vec!["2022".to_owned()],
        what: Text {
            vi: "Sửa Huế.".to_owned(),
            en: "Mended.".to_owned(),
        },
    };
    let mut catalogue = dti_formats::official_catalogue().unwrap();
    catalogue.version = DataVersion {
        number: 2,
        date: "2027-02-01".to_owned(),
        corrections: vec![correction],
    };
    let calculator = Arc::new(Calculator::new(catalogue));
    let corrected = |fragment| explained(&calculator, fragment, "data");
    has(&corrected("#e=2022"), "Bản 2, 01/02/2027: Sửa Huế.");
    has(
        &corrected("#e=2022&lang=en"),
        "Version 2, 2027-02-01: Mended.",
    );
    let other = texts(&corrected("#e=2023"));
    assert!(!other.iter().any(|text| text.contains("Sửa Huế")));
}
