//! What is ranked and whose figures they are, in all that is explained: communes are communes, what a
//! reader loaded is nowhere called published, and an index of one's own is not spoken of as the ministry's.

use super::{explained, official, texts, with};
use dti_engine::calculator::Calculator;
use dti_engine::model::{Exact, ResultsRow, ResultsTable};
use dti_formats::{example_part, parse_index, results_part};
use std::sync::Arc;

/// All that is explained of the page that a fragment opens, by what it is about; the names that editions and
/// indicators have are left out.
fn everything(calculator: &Arc<Calculator>, fragment: &str) -> Vec<(String, String)> {
    let id = fragment
        .trim_start_matches("#e=")
        .split('&')
        .next()
        .unwrap();
    let framework = calculator.edition(id).unwrap().framework();
    let ids = framework
        .nodes()
        .map(|node| framework.indicator(node).id.clone());
    let focuses = ["total", "rank", "estimate", "data"].map(str::to_owned);
    let editions = calculator.editions().iter();
    let titles = editions.clone().map(|own| &own.header().title);
    let frameworks = editions.map(|own| own.framework());
    let names = frameworks.flat_map(|own| own.nodes().map(|node| &own.indicator(node).name));
    let mut names: Vec<&str> = titles
        .chain(names)
        .flat_map(|own| [&own.vi[..], &own.en])
        .filter(|name| !name.is_empty())
        .collect();
    // Some stand inside others.
    names.sort_unstable_by_key(|name| std::cmp::Reverse(name.len()));
    let told = |focus: String| {
        let mut text = texts(&explained(calculator, fragment, &focus)).join("\n");
        for name in &names {
            text = text.replace(name, "");
        }
        (focus, text)
    };
    ids.chain(focuses).map(told).collect()
}

/// Fails where one of the words is said; `allowed` may say them.
#[track_caller]
fn expect_unsaid(all: &[(String, String)], words: &[&str], allowed: &[&str]) {
    for (focus, text) in all {
        let mut text = text.clone();
        for own in allowed {
            text = text.replace(own, "");
        }
        for word in words {
            let line = text.lines().find(|line| line.contains(word));
            assert!(line.is_none(), "{focus}: `{word}` in {line:?}");
        }
    }
}

/// An example of an index of one's own, with one text in place of another.
fn index(name: &str, old: &str, new: &str) -> dti_formats::OwnCatalogue {
    let path = format!("{}/data/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let document = std::fs::read_to_string(path).unwrap().replace(old, new);
    parse_index(name, &document).unwrap().to_part()
}

#[test]
fn communes_and_districts_are_called_what_they_are() {
    let mut parts = example_part("example-commune-2025").unwrap();
    parts.add(index("ddci", "Huyện A (hư cấu)", "Công an tỉnh"));
    let calculator = &with(parts);
    for (edition, language, word) in [
        ("example-commune-2025", "vi", "xã"),
        ("example-commune-2025", "en", "commune"),
        ("ddci-example", "vi", "huyện"),
        ("ddci-example", "en", "district"),
    ] {
        let fragment = format!("#e={edition}&lang={language}&r=gain:1");
        let all = everything(calculator, &fragment);
        assert!(
            all.iter()
                .any(|(_, text)| text.to_lowercase().contains(word))
        );
        let names = ["Công an tỉnh", "cấp tỉnh", "Provincial", "provincial"];
        expect_unsaid(&all, &["tỉnh", "Tỉnh", "province", "Province"], &names);
    }
    let official = everything(official(), "#e=2022&lang=vi");
    assert!(official.iter().any(|(_, text)| text.contains("tỉnh")));
}

#[test]
fn an_own_index_is_not_spoken_of_as_the_ministrys() {
    for (name, unit, node) in [("hdi", "a", "health"), ("ddci", "huyen-a", "land")] {
        let calculator = &with(index(name, "", ""));
        for language in ["vi", "en"] {
            for more in ["", "&r=gain:0.01", "&s=UNIT.NODE:0.31"] {
                let more = more.replace("UNIT", unit).replace("NODE", node);
                let fragment = format!("#e={name}-example&u={unit}&lang={language}{more}");
                let all = everything(calculator, &fragment);
                let (words, allowed, tag): (&[&str], &[&str], &str) = match language {
                    "vi" => (
                        &[
                            "Bộ ",
                            "tỉnh",
                            "Tỉnh",
                            "DTI",
                            "áp nhập",
                            "công bố",
                            "chính thức",
                        ],
                        &["Bộ chỉ số", "không phải số liệu công bố"],
                        "số liệu bạn đã nạp, không phải số liệu công bố",
                    ),
                    _ => (
                        &["inistry", "rovince", "DTI", "erger", "ublished", "fficial"],
                        &["not published ones"],
                        "igures that you loaded, not ",
                    ),
                };
                expect_unsaid(&all, words, allowed);
                let (_, data) = all.iter().find(|(focus, _)| focus == "data").unwrap();
                assert!(data.to_lowercase().contains(tag), "{data}");
            }
        }
    }
}

#[test]
fn what_was_loaded_is_not_called_published() {
    let row = ResultsRow {
        unit: "bac-giang".to_owned(),
        rank: Some(1),
        total: Some(Exact::decimal(9999, 4)),
        scores: vec![("society".to_owned(), Exact::decimal(9, 1))],
    };
    let table = ResultsTable {
        edition: "2022".to_owned(),
        rows: vec![row],
    };
    let calculator = &with(results_part(official().edition("2022").unwrap(), &table));
    let (vi, en) = (
        [
            "Số liệu đã công bố",
            "như công bố",
            "iá trị đã công bố",
            "iá trị DTI công bố",
            "Hạng công bố",
        ],
        [
            "As published",
            "as published.",
            "ublished score",
            "ublished DTI score",
            "ublished rank",
        ],
    );
    for (language, tag, words) in [
        ("vi", "số liệu bạn đã nạp, không phải số liệu công bố", vi),
        ("en", "that you loaded, not ", en),
    ] {
        for more in ["", "&r=gain:5", "&s=bac-giang.society:0.31"] {
            let fragment = format!("#e=2022&u=bac-giang&lang={language}{more}");
            let all = everything(calculator, &fragment);
            expect_unsaid(&all, &words, &["not as published"]);
            let (_, data) = all.iter().find(|(focus, _)| focus == "data").unwrap();
            assert!(data.to_lowercase().contains(tag), "{data}");
        }
    }
    let told = texts(&explained(calculator, "#e=2022&u=bac-giang", "rank")).join("\n");
    assert!(
        told.contains("Thứ hạng trong bảng bạn đã nạp: 1."),
        "{told}"
    );
}

#[test]
fn what_a_file_gives_otherwise_than_it_comes_out_is_said() {
    let document = r#"{
        "framework": {
            "id": "small", "title": { "vi": "Nhỏ", "en": "Small" },
            "indicators": [{ "id": "x", "name": { "vi": "x" }, "maxPoints": 1 }]
        },
        "edition": {
            "id": "small-2024", "year": 2024, "title": { "vi": "Nhỏ 2024", "en": "Small 2024" },
            "unitName": { "vi": "nước", "en": "country", "plural": "countries" },
            "units": [
                { "id": "a", "name": { "vi": "Nơi a" } },
                { "id": "b", "name": { "vi": "Nơi b" } }
            ],
            "values": { "a": { "x": 0.85 }, "b": { "x": 0.75 } },
            "published": { "a": { "total": 0.85, "rank": 1 }, "b": { "total": 0.76, "rank": 2 } }
        }
    }"#;
    let calculator = &with(parse_index("own.json", document).unwrap().to_part());
    let told = texts(&explained(calculator, "#e=small-2024&u=b", "data")).join("\n");
    assert!(told.contains("1 kết quả khác"), "{told}");
    assert!(told.contains("0,76 (tính được 0,75)"), "{told}");
}
