//! The pictures and their files natively: whose figures they speak of, and whether all can be drawn.

use super::figure::{Figure, Picture};
use super::scene::{Name, Scene, ranked};
use super::section::scorecard;
use crate::state::State;
use crate::views::tests::support::{loaded, official, on_page, with};
use dti_engine::calculator::Calculator;
use dti_engine::session::Session;
use dti_formats::{Form, csv, example_part, parse_index};
use leptos::prelude::*;
use std::fs;
use std::sync::Arc;

const NAMES: [Name; 7] = [
    Name::Strip,
    Name::Profile,
    Name::Breakdown,
    Name::Shift,
    Name::History,
    Name::Pillars,
    Name::Map,
];

fn own(document: &str) -> Arc<Calculator> {
    with(parse_index("own.json", document).unwrap().to_part())
}

fn example(name: &str) -> String {
    let root = env!("CARGO_MANIFEST_DIR");
    fs::read_to_string(format!("{root}/data/examples/{name}.json")).unwrap()
}

/// An index of one's own with one score for each unit, and what its file gives as results.
fn small(scores: &[(&str, &str)], given: &str) -> String {
    let units = scores
        .iter()
        .map(|(id, _)| format!(r#"{{ "id": "{id}", "name": {{ "vi": "Nơi {id}" }} }}"#));
    let values = scores
        .iter()
        .map(|(id, score)| format!(r#""{id}": {{ "x": {score} }}"#));
    let [units, values] = [units.collect::<Vec<_>>(), values.collect()].map(|all| all.join(","));
    format!(
        r#"{{
            "framework": {{
                "id": "small", "title": {{ "vi": "Nhỏ", "en": "Small" }},
                "indicators": [{{ "id": "x", "name": {{ "vi": "x" }}, "maxPoints": 1 }}]
            }},
            "edition": {{
                "id": "small-2024", "year": 2024, "title": {{ "vi": "Nhỏ 2024", "en": "Small 2024" }},
                "unitName": {{ "vi": "nước", "en": "country", "plural": "countries" }},
                "units": [{units}], "values": {{ {values} }}, "published": {given}
            }}
        }}"#
    )
}

/// Looks at what the page of a fragment shows.
#[track_caller]
fn look<T>(calculator: &Arc<Calculator>, fragment: &str, at: impl FnOnce(State, Scene) -> T) -> T {
    on_page(calculator, fragment, |state| {
        let before = ranked(calculator, &state.present.with(Session::scenario));
        at(state, Scene::now(state, before))
    })
}

/// All that is read or heard of a picture.
fn said(picture: &Picture) -> String {
    let told = &picture.told;
    let mut said = vec![
        told.finding.clone(),
        told.summary.clone(),
        told.warning.clone(),
        told.source.clone(),
    ];
    said.extend(told.legend.iter().cloned());
    said.extend(told.table.columns.iter().map(|head| head.text.clone()));
    let cells = told.table.rows.iter().flatten();
    said.extend(cells.map(|cell| cell.text.clone()));
    said.join("\n") + &picture.file()
}

/// The texts of every picture and file, by name.
fn everything(calculator: &Arc<Calculator>, fragment: &str) -> Vec<(String, String)> {
    look(calculator, fragment, |_, scene| {
        let pictures = NAMES.into_iter().filter_map(|name| {
            let picture = scene.picture(name, 800.0)?;
            Some((name.id().to_owned(), said(&picture)))
        });
        let mut all: Vec<(String, String)> = pictures.collect();
        let results = csv(&scene.results().table(), Form::Vietnamese);
        all.push(("results".to_owned(), results));
        all
    })
}

fn text_of<'a>(all: &'a [(String, String)], name: &str) -> &'a str {
    &all.iter().find(|(own, _)| own == name).unwrap().1
}

/// Panics where one of the words is said, names and sentences that may say them aside.
#[track_caller]
fn expect_unsaid(
    calculator: &Calculator,
    all: &[(String, String)],
    words: &[&str],
    allowed: &[&str],
) {
    let editions = calculator.editions().iter();
    let names = editions.flat_map(|own| {
        let framework = own.framework();
        let nodes = framework
            .nodes()
            .map(|node| &framework.indicator(node).name);
        let titles = [&own.header().title];
        titles.into_iter().chain(nodes).collect::<Vec<_>>()
    });
    let names = names.flat_map(|own| [own.vi.as_str(), own.en.as_str()]);
    let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
    for (place, text) in all {
        let kept = allowed.iter().chain(&names);
        let text = kept.fold(text.clone(), |text, name| text.replace(name, ""));
        for word in words {
            assert!(!text.contains(word), "{place}: `{word}` in {text}");
        }
    }
}

/// What may be said of an index of one's own although it holds one of the words.
const TRUE_OF_OWN: [&str; 7] = [
    "không phải số liệu công bố",
    "not published ones",
    "not on published ones",
    "Hạng công bố, theo tệp",
    "Giá trị công bố, theo tệp",
    "Published rank, by the file",
    "Published score, by the file",
];

#[test]
fn an_own_index_is_not_spoken_of_as_the_ministrys() {
    let tied = [("a", "0.5"), ("b", "0.5"), ("c", "0.2")];
    let given = r#"{ "a": { "total": 0.51, "rank": 1 } }"#;
    for document in [example("hdi"), example("ddci"), small(&tied, given)] {
        let calculator = &own(&document);
        let edition = calculator.editions().last().unwrap();
        let framework = edition.framework();
        let mut mains = framework.mains();
        let node = mains.find(|&node| framework.indicator(node).scored);
        let node = &framework.indicator(node.unwrap()).id;
        let unit = &edition.units()[0].id;
        for language in ["vi", "en"] {
            for more in ["", "&r=gain:0.01", &format!("&s={unit}.{node}:0.31")] {
                let fragment = format!("#e={}&u={unit}&lang={language}{more}", edition.id());
                let all = everything(calculator, &fragment);
                let (tag, words): (_, &[&str]) = match language {
                    "vi" => (
                        "số liệu bạn đã nạp, không phải số liệu công bố",
                        &[
                            "Bộ ",
                            "tỉnh",
                            "Tỉnh",
                            "DTI",
                            "áp nhập",
                            "công bố",
                            "chính thức",
                        ],
                    ),
                    _ => (
                        "igures that you loaded, not ",
                        &["inistry", "rovince", "DTI", "erger", "ublished", "fficial"],
                    ),
                };
                // The results are written in the same words, but for numbers in Vietnamese form.
                expect_unsaid(calculator, &all, words, &TRUE_OF_OWN);
                for place in ["strip", "results"] {
                    let text = text_of(&all, place).to_lowercase();
                    assert!(text.contains(tag), "{place}: {text}");
                }
            }
        }
    }
}

#[test]
fn communes_and_districts_are_called_what_they_are() {
    let mut parts = example_part("example-commune-2025").unwrap();
    parts.add(
        parse_index("ddci.json", &example("ddci"))
            .unwrap()
            .to_part(),
    );
    let calculator = &with(parts);
    for (edition, language, word) in [
        ("example-commune-2025", "vi", "xã"),
        ("example-commune-2025", "en", "commune"),
        ("ddci-example", "vi", "huyện"),
        ("ddci-example", "en", "district"),
    ] {
        let all = everything(
            calculator,
            &format!("#e={edition}&lang={language}&r=gain:1"),
        );
        let allowed = ["cấp tỉnh", "(hạng trong tỉnh)", "(place in the province)"];
        expect_unsaid(calculator, &all, &["tỉnh", "Tỉnh", "rovince"], &allowed);
        assert!(
            all.iter()
                .any(|(_, text)| text.to_lowercase().contains(word))
        );
    }
}

#[test]
fn what_was_loaded_is_not_called_published() {
    let calculator = &loaded();
    for (language, tag, words) in [
        (
            "vi",
            "số liệu bạn đã nạp, không phải số liệu công bố",
            ["iá trị DTI công bố", "Hạng công bố"],
        ),
        (
            "en",
            "that you loaded, not ",
            ["ublished DTI score", "ublished rank"],
        ),
    ] {
        for more in ["", "&r=gain:5", "&s=bac-giang.society:0.31"] {
            let fragment = format!("#e=2022&u=bac-giang&lang={language}{more}");
            let all = everything(calculator, &fragment);
            expect_unsaid(calculator, &all, &words, &[]);
            for (place, text) in &all {
                assert!(text.to_lowercase().contains(tag), "{place}: {text}");
            }
        }
    }
    let all = everything(calculator, "#e=2022&u=bac-giang");
    let file = text_of(&all, "results");
    assert!(file.starts_with("\u{feff}Hạng;Hạng gốc;"), "{file}");
    assert!(file.contains(";0,9000;Bạn nạp;"), "{file}");
    let all = everything(calculator, "#e=2023&u=bac-giang");
    let history = text_of(&all, "history");
    assert!(history.contains("2022 (bạn nạp)"), "{history}");
    assert!(
        !history.contains("sau đợt sáp nhập, hạng 1 ở kỳ 2022"),
        "{history}"
    );
}

#[test]
fn a_shared_rank_is_a_rank_and_says_with_whom() {
    let calculator = official();
    for (unit, other) in [("bac-giang", "Yên Bái"), ("yen-bai", "Bắc Giang")] {
        let all = everything(calculator, &format!("#e=2024&u={unit}"));
        let strip = text_of(&all, "strip");
        assert!(
            strip.contains(&format!(", đồng hạng với {other}")),
            "{strip}"
        );
        let history = text_of(&all, "history");
        assert!(
            history.contains(">13<") && history.contains("2024\n13\n63"),
            "{history}"
        );
    }
}

#[test]
fn different_ranks_of_an_unrounded_index_never_show_one_number() {
    let scores = [
        ("a", "0.5"),
        ("b", "0.5"),
        ("d", "0.49999"),
        ("e", "0.500004"),
        ("f", "0.2"),
    ];
    let all = everything(&own(&small(&scores, "{}")), "#e=small-2024&u=a");
    for (place, text) in &all {
        for nothing in ["thêm 0 điểm", "hơn 0 điểm", "kém 0 điểm", " 0 điểm"] {
            assert!(!text.contains(nothing), "{place}: {text}");
        }
    }
    for place in ["strip", "results"] {
        let text = text_of(&all, place);
        for score in ["0,500004", "0,500000", "0,499990"] {
            assert!(text.contains(score), "{place}: {text}");
        }
    }
}

#[test]
fn what_the_file_of_an_own_index_gives_otherwise_stands_beside_it() {
    let scores = [("a", "0.85"), ("b", "0.75"), ("c", "0.45")];
    let given = r#"{
        "a": { "total": 0.85, "rank": 1 },
        "b": { "total": 0.76, "rank": 2 },
        "c": { "total": 0.45, "rank": 3 }
    }"#;
    let all = everything(&own(&small(&scores, given)), "#e=small-2024&u=b");
    let file = text_of(&all, "results");
    let line = file.lines().find(|line| line.contains("Nơi b")).unwrap();
    assert!(line.contains(";0,7500;0,7500;2;0,76;"), "{line}");
    assert!(
        file.contains("Hạng công bố, theo tệp;Giá trị công bố, theo tệp"),
        "{file}"
    );
}

#[test]
fn edited_figures_leave_the_page_as_a_simulation_only() {
    let calculator = official();
    for (language, simulated) in [("vi", "mô phỏng"), ("en", "simulation")] {
        let says = |text: &str| text.to_lowercase().contains(simulated);
        let edited = format!("#e=2022&u=bac-giang&s=bac-giang.society:0.45&lang={language}");
        look(calculator, &edited, |state, scene| {
            for name in NAMES {
                let picture = scene.picture(name, 800.0).unwrap();
                assert!(
                    says(&picture.file()) && says(&picture.told.warning),
                    "{name:?}"
                );
            }
            for rows in [scene.results().table(), scorecard(state)] {
                for form in [Form::Vietnamese, Form::International] {
                    assert!(says(&csv(&rows, form)));
                }
            }
        });
        // What was not edited is no simulation.
        let plain = format!("#e=2022&u=bac-giang&lang={language}");
        for (name, text) in everything(calculator, &plain) {
            assert!(!says(&text), "{name}");
        }
    }
}

#[test]
fn whatever_an_address_says_is_drawn() {
    let calculator = official();
    for fragment in [
        "#",
        "#e=x&u=x",
        "#e=2024-34&u=bac-giang&s=bac-giang.society:9",
        "#e=2022&u=hue&r=gain:1e99&w=society:0",
        "#e=2022&u=hue&r=trend&s=hue.society:0,hue.awareness:k1,ha-noi.society:1",
    ] {
        let all = everything(calculator, fragment);
        assert!(all.len() >= 7, "{fragment}");
    }
}

#[test]
fn every_edition_unit_and_width_can_be_drawn() {
    let calculator = official();
    for edition in ["2022", "2023", "2024", "2024-34"] {
        for unit in ["ha-noi", "bac-ninh", "dak-nong", "hue"] {
            look(
                calculator,
                &format!("#e={edition}&u={unit}&lang=en"),
                |_, scene| {
                    for width in [-48.0, 240.0, 650.0, 1192.0, 3952.0] {
                        let drawn = NAMES
                            .into_iter()
                            .filter_map(|name| scene.picture(name, width));
                        assert!(drawn.count() >= 6, "{edition} {unit} {width}");
                    }
                },
            );
        }
    }
}

#[test]
fn a_figure_is_named_by_its_finding_and_its_shapes_choose_units() {
    let calculator = official();
    let html = look(calculator, "#e=2022&u=bac-giang", |state, scene| {
        let picture = scene.picture(Name::Strip, 640.0).map(Arc::new);
        view! { <Figure state name="strip" picture=Signal::stored(picture) /> }.to_html()
    });
    assert!(
        html.contains("aria-labelledby=\"picture-strip-heading\""),
        "{html}"
    );
    assert!(html.contains("data-unit=\"da-nang\""), "{html}");
    assert!(
        html.contains("Bắc Giang đứng thứ 9 trong 63 tỉnh, thành với giá trị 0,6440"),
        "{html}"
    );
    assert_eq!(html.matches("<button").count(), 5);
}

#[test]
fn what_was_handed_out_stands_there_until_something_else_is_shown() {
    let calculator = official();
    look(calculator, "#e=2022&u=bac-giang", |state, _| {
        assert_eq!(state.handed_as("map"), None, "nothing was handed out");
        state.hand("map", "SVG", "<svg>".to_owned());
        assert_eq!(state.handed_as("map").unwrap().text, "<svg>");
        assert_eq!(state.handed_as("strip"), None, "another figure");
        let own = state
            .edition
            .with(|edition| edition.position("da-nang").unwrap());
        let before = state.unit.get();
        state.choose_unit(own);
        assert_eq!(state.handed_as("map"), None, "other figures");
        state.choose_unit(before);
        assert!(state.handed_as("map").is_some());
    });
}
