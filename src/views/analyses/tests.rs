//! All analyses: each speaks one language and calls things what they are, whoever's figures are shown,
//! and whatever is chosen.

use super::ground::tests::with_page;
use super::*;
use crate::bridge::Analysis;
use crate::state::State;
use crate::views::tests::support::{loaded, official, on_page, with};
use dti_engine::calculator::Calculator;
use dti_formats::{example_part, parse_index};
use std::sync::Arc;

/// The section as HTML, with the analysis that is chosen in it.
fn drawn(state: State) -> String {
    let section = view! { <Analyses state /> }.to_html();
    let analysis = match Analysis::chosen(state) {
        Analysis::Plan => view! { <Plan state /> }.into_any(),
        Analysis::Neighbourhood => view! { <Neighbourhood state /> }.into_any(),
        Analysis::Explain => view! { <Explain state /> }.into_any(),
        Analysis::Stability => view! { <Stability state /> }.into_any(),
        Analysis::Sensitivity => view! { <Sensitivity state /> }.into_any(),
        Analysis::Sweep => view! { <Sweep state /> }.into_any(),
        Analysis::Merger => view! { <Merger state /> }.into_any(),
        Analysis::Compare => view! { <Compare state /> }.into_any(),
        Analysis::Peers => view! { <Peers state /> }.into_any(),
        Analysis::Bridge => view! { <Bridge state /> }.into_any(),
    };
    section + &analysis.to_html()
}

/// The same at an address, by a calculator.
#[track_caller]
fn html_of(calculator: &Arc<Calculator>, fragment: &str) -> String {
    on_page(calculator, fragment, drawn)
}

/// A text without its tags, one line for each piece.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        let (_, words) = part.split_once('>').unwrap_or(("", part));
        if !words.trim().is_empty() {
            text.push_str(words.trim());
            text.push('\n');
        }
    }
    text
}

#[test]
fn every_panel_speaks_one_language_and_names_things_once() {
    for panel in Analysis::ALL.map(Analysis::id) {
        for (edition, unit) in [
            ("2022", "thua-thien-hue"),
            ("2023", "quang-ninh"),
            ("2024", "da-nang"),
            ("2024-34", "bac-ninh"),
            ("2022", "bac-kan"),
        ] {
            for changes in ["", "&s=X.society:0.45&r=gain:10", "&w=economy:300"] {
                let changes = changes.replace('X', unit);
                for language in ["vi", "en"] {
                    let fragment =
                        format!("#e={edition}&u={unit}{changes}&lang={language}&panel={panel}");
                    expect_clean(&fragment, language);
                }
            }
        }
    }
}

#[track_caller]
fn expect_clean(fragment: &str, language: &str) {
    let html = html_of(official(), fragment);
    assert!(html.contains("<h3"), "{fragment}: {html}");
    let mut ids: Vec<&str> = html
        .split(" id=\"")
        .skip(1)
        .map(|id| id.split('"').next().unwrap())
        .collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "{fragment}");
    let foreign = match language {
        "vi" => [" the ", " of ", "score", " and ", "province"].as_slice(),
        _ => ["đ", "ả", "ế", "ộ", "ạ", "ấ", "ư"].as_slice(),
    };
    let text = text_of(&html);
    for word in foreign {
        assert!(!text.contains(word), "{fragment}: `{word}` in {text}");
    }
}

#[test]
fn hostile_choices_change_nothing_but_sentences() {
    let keys = [
        "t",
        "seed",
        "panel",
        "goal",
        "effort",
        "cost.government",
        "cap.government",
        "lock.government",
        "saved.1",
        "saved.1.name",
        "saved.9",
        "other",
        "weights",
        "from",
        "to",
        "sweep",
        "sweep-of",
        "spread",
        "draws",
        "rivals",
        "rows",
        "",
    ];
    for value in [
        "-1",
        "1e9",
        "NaN",
        "moon",
        "\u{1d}\u{1f}\u{1e}",
        "<b>",
        "0",
        "0,5",
        "99999999999999999999",
    ] {
        let choices: Vec<(&str, &str)> = keys.iter().map(|key| (*key, value)).collect();
        for panel in Analysis::ALL.map(Analysis::id) {
            let fragment = format!("#e=2022&u=hue&panel={panel}");
            let html = with_page(&fragment, &choices, drawn);
            assert!(!html.contains("<b>") && html.contains("<h3"), "{html}");
        }
    }
}

/// The official editions, the commune set, and the DDCI-like index with an awkward name.
fn others() -> Arc<Calculator> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/examples/ddci.json");
    let document = std::fs::read_to_string(path).unwrap();
    let document = document.replace("Huyện A (hư cấu)", "Công an tỉnh");
    let own = parse_index("ddci.json", &document).unwrap();
    let mut parts = example_part("example-commune-2025").unwrap();
    parts.add(own.to_part());
    with(parts)
}

/// What of the provinces is left in a text: all but names, which stay.
fn left(said: &str) -> Option<String> {
    let mut said = said.to_lowercase();
    for name in [
        "(63 tỉnh, thành)",
        "(34 tỉnh, thành)",
        "cấp tỉnh",
        "(hạng trong tỉnh)",
        "công an tỉnh",
        "(63 provinces)",
        "(34 provinces)",
        "(place in the province)",
    ] {
        said = said.replace(name, "");
    }
    let words = ["tỉnh", "province"];
    let place = words.iter().find_map(|word| said.find(word))?;
    let before: String = said[..place].chars().rev().take(80).collect();
    let after = said[place..].chars().take(40);
    Some(before.chars().rev().chain(after).collect())
}

#[test]
fn communes_and_districts_are_called_what_they_are() {
    let calculator = &others();
    for (edition, language, word) in [
        ("example-commune-2025", "vi", "xã"),
        ("example-commune-2025", "en", "commune"),
        ("ddci-example", "vi", "huyện"),
        ("ddci-example", "en", "district"),
    ] {
        let mut is_named = false;
        for panel in Analysis::ALL.map(Analysis::id) {
            let fragment = format!("#e={edition}&lang={language}&r=gain:1&panel={panel}");
            let text = text_of(&html_of(calculator, &fragment));
            is_named |= text.to_lowercase().contains(word);
            assert_eq!(left(&text), None, "{fragment}");
        }
        assert!(is_named, "{edition}");
    }
}

/// Panics where a panel says one of the words, but for names and what may be said.
#[track_caller]
fn expect_unsaid(calculator: &Arc<Calculator>, fragment: &str, words: &[&str], may: &[&str]) {
    let editions = calculator.editions().iter();
    let titles = editions.clone().map(|own| &own.header().title);
    let frameworks = editions.map(|own| own.framework());
    let names = frameworks.flat_map(|own| own.nodes().map(|node| &own.indicator(node).name));
    let names = titles.chain(names).flat_map(|own| [&own.vi[..], &own.en]);
    let allowed: Vec<&str> = names.chain(may.iter().copied()).collect();
    for panel in Analysis::ALL.map(Analysis::id) {
        let fragment = format!("{fragment}&panel={panel}");
        let mut text = text_of(&html_of(calculator, &fragment));
        for allowed in allowed.iter().filter(|name| !name.is_empty()) {
            text = text.replace(allowed, "");
        }
        for word in words {
            let mut lines = text.lines();
            let said = lines.find(|line| line.contains(word));
            assert_eq!(said, None, "{fragment}: `{word}`");
        }
    }
}

#[test]
fn an_own_index_is_not_spoken_of_as_the_ministrys() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/examples/hdi.json");
    let document = std::fs::read_to_string(path).unwrap();
    let own = parse_index("hdi.json", &document).unwrap();
    let calculator = &with(own.to_part());
    let edition = calculator.editions().last().unwrap().id();
    for (language, words, may, tag) in [
        (
            "vi",
            ["tỉnh", "Tỉnh", "DTI", "áp nhập", "công bố", "chính thức"].as_slice(),
            ["không phải số liệu công bố"].as_slice(),
            "không phải số liệu công bố",
        ),
        (
            "en",
            ["inistry", "rovince", "DTI", "erger", "ublished", "fficial"].as_slice(),
            ["not published ones", "not on published ones"].as_slice(),
            "that you loaded, not ",
        ),
    ] {
        for more in ["", "&r=gain:0.01"] {
            let fragment = format!("#e={edition}&lang={language}{more}");
            expect_unsaid(calculator, &fragment, words, may);
            for panel in Analysis::ALL.map(Analysis::id) {
                let text = text_of(&html_of(calculator, &format!("{fragment}&panel={panel}")));
                assert!(text.contains(tag), "{panel}: {text}");
            }
        }
    }
}

#[test]
fn what_was_loaded_is_not_called_published() {
    let calculator = &loaded();
    for (language, words) in [
        (
            "vi",
            [
                "Số liệu đã công bố",
                "như công bố",
                "iá trị đã công bố",
                "iá trị DTI công bố",
                "Hạng công bố",
            ],
        ),
        (
            "en",
            [
                "As published",
                "as published.",
                "ublished score",
                "ublished DTI score",
                "ublished rank",
            ],
        ),
    ] {
        for more in ["", "&r=gain:5", "&s=bac-giang.society:0.31"] {
            let fragment = format!("#e=2022&u=bac-giang&lang={language}{more}");
            expect_unsaid(calculator, &fragment, &words, &["not as published"]);
        }
    }
}
