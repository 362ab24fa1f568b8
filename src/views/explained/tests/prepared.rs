//! What is told and marked of values that others stand in for, and of outliers that are drawn in.

use super::{explained, html, texts, with};
use crate::state::Panel;
use crate::views::badge::OriginBadge;
use crate::views::tests::support::on_page;
use dti_engine::calculator::Calculator;
use dti_formats::parse_index;
use leptos::prelude::*;
use std::sync::Arc;

/// Thirteen units: 1 to 10, 30, 100 and a gap in `a`, which is treated as asked, and 0 to 12 in `b`.
fn index(treatment: &str) -> Arc<Calculator> {
    let units = (0..13).map(|place| format!(r#"{{"id":"u{place}","name":{{"vi":"Xã {place}"}}}}"#));
    let value = |place: i32| match place {
        10 => r#""a":30,"#.to_owned(),
        11 => r#""a":100,"#.to_owned(),
        12 => String::new(),
        _ => format!(r#""a":{},"#, place + 1),
    };
    let values = (0..13).map(|place| format!(r#""u{place}":{{{}"b":{place}}}"#, value(place)));
    let [units, values] = [units.collect::<Vec<_>>(), values.collect()].map(|own| own.join(","));
    let scale = |more: &str| format!(r#""scale":{{"normalisation":"min_max"{more}}}"#);
    let document = format!(
        r#"{{"framework":{{"id":"own","title":{{"vi":"Riêng"}},"indicators":[
        {{"id":"a","name":{{"vi":"A"}},"maxPoints":10,{}}},
        {{"id":"b","name":{{"vi":"B"}},"maxPoints":10,{}}}]}},
        "edition":{{"id":"own-1","year":2026,"title":{{"vi":"Kỳ"}},"units":[{units}],
        "values":{{{values}}}}}}}"#,
        scale(&format!(
            r#","imputation":"median","treatment":{treatment}"#
        )),
        scale("")
    );
    with(parse_index("own.json", &document).unwrap().to_part())
}

const USUAL: &str = "{}";
const LOGARITHM: &str = r#"{"winsorise":0}"#;

#[track_caller]
fn expect(calculator: &Arc<Calculator>, [address, focus]: [&str; 2], wanted: &[&str]) {
    let told = texts(&explained(calculator, address, focus)).join("\n");
    for part in wanted {
        assert!(told.contains(part), "{part}\n{told}");
    }
}

#[test]
fn a_winsorised_value_tells_what_it_was_and_what_counts() {
    let own = index(USUAL);
    // 100 goes to 30, and 6.5 stands between 6 and 7: by hand (6.5 − 1) / 29.
    expect(
        &own,
        ["#e=own-1&u=u11", "a"],
        &[
            "Số liệu gốc trong tệp của bạn: 100.",
            "(Winsor hóa). Ở đây tính với 30.",
            "(30 − 1) / (30 − 1) = 1",
            "được tính một lần từ số liệu đã nạp",
        ],
    );
    expect(
        &own,
        ["#e=own-1&u=u12", "a"],
        &[
            "Tệp của bạn không có số liệu này. Điền khuyết bằng trung vị của mọi đơn vị có số liệu: 6,5.",
            "(6,5 − 1) / (30 − 1) ≈ 0,189655",
        ],
    );
    expect(
        &own,
        ["#e=own-1&u=u12&lang=en", "a"],
        &[
            "It is imputed as the median of all units that have one: 6.5.",
            "Imputation and the treatment of outliers are worked out once",
        ],
    );
    let plain = texts(&explained(&own, "#e=own-1&u=u11", "b")).join("\n");
    assert!(!plain.contains("Winsor") && !plain.contains("Điền khuyết"));
}

#[test]
fn a_logarithm_is_told_as_one() {
    let own = index(LOGARITHM);
    // By hand: ln(1 + 100 × 29/99) / ln 101.
    let share = f64::ln(1.0 + 100.0 * 29.0 / 99.0) / f64::ln(101.0);
    let share = format!("{share:.6}").replace('.', ",");
    expect(
        &own,
        ["#e=own-1&u=u10", "a"],
        &[
            "Số liệu gốc trong tệp của bạn: 30.",
            "1% của khoảng",
            &share,
        ],
    );
}

#[test]
fn the_data_count_what_is_imputed_and_treated() {
    let own = index(USUAL);
    expect(
        &own,
        ["#e=own-1&u=u0", "data"],
        &[
            "Số liệu còn thiếu: 1.",
            "Trong đó được điền khuyết: 1.",
            "được xử lý trước khi chấm: 1.",
        ],
    );
    expect(
        &own,
        ["#e=own-1&u=u0&lang=en", "data"],
        &["Of these imputed: 1.", "treated before they are scored: 1."],
    );
    assert!(html(&own, "#e=own-1&u=u12", Panel::Sources).contains("Không có"));
}

/// The label of an indicator on the page.
fn badge(calculator: &Arc<Calculator>, address: &str, indicator: &str) -> String {
    on_page(calculator, address, |state| {
        let edition = state.edition.get_untracked();
        let node = edition.framework().node(indicator).unwrap();
        let line = Signal::derive(move || state.line(node));
        view! { <OriginBadge state node line /> }.to_html()
    })
}

#[test]
fn marks_stand_where_values_are_not_as_given() {
    let own = index(USUAL);
    let has = |unit: &str, indicator: &str, mark: &str| {
        let html = badge(&own, &format!("#e=own-1&u={unit}"), indicator);
        assert!(html.contains(mark), "{unit} {indicator}: {html}");
    };
    has("u12", "a", "Điền khuyết");
    has("u12", "b", "Suy ra");
    has("u11", "a", "Đã xử lý ngoại lai");
    has("u10", "a", "Suy ra");
    let logged = index(LOGARITHM);
    let html = badge(&logged, "#e=own-1&u=u10", "a");
    assert!(html.contains("Đã xử lý ngoại lai"), "{html}");
    // What is supposed in its place is no stand-in any more.
    let html = badge(&own, "#e=own-1&u=u12&s=u12.a:0.5", "a");
    assert!(!html.contains("Điền khuyết"), "{html}");
}
