//! Whose figures are shown, all over the page: what a reader loaded is nowhere called published, and an
//! index of one's own is nowhere spoken of as if it were the ministry's.

use super::desk::{Brought, Desk};
use super::pictures::{Chosen, picture_file, pictures};
use super::{Event, EventKind, Markup, Page, Subject, Token, Work, answer, completed};
use dti_engine::calculator::Calculator;
use dti_engine::model::{Exact, ResultsRow, ResultsTable};
use dti_formats::link::Language;
use dti_formats::{parse_index, results_part};
use serde_json::{Value, json};

const PANELS: [&str; 7] = [
    "plan",
    "stability",
    "explain",
    "neighbourhood",
    "sweep",
    "merger",
    "compare",
];
const PICTURES: [&str; 7] = [
    "strip",
    "profile",
    "breakdown",
    "shift",
    "history",
    "pillars",
    "map",
];

fn with(brought: dti_formats::OwnCatalogue) -> &'static Calculator {
    Box::leak(Box::new(dti_formats::official_with(brought).unwrap()))
}

fn own(document: &Value) -> &'static Calculator {
    let index = parse_index("own.json", &document.to_string()).unwrap();
    with(index.to_part())
}

fn example(name: &str) -> Value {
    let path = format!(
        "{}/../data/examples/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// An index of one's own with one score for each unit, and what its file gives as results.
fn small(scores: &[(&str, f64)], given: Value) -> Value {
    let named = |id: &str| json!({ "id": id, "name": { "vi": format!("Nơi {id}") } });
    let units: Vec<Value> = scores.iter().map(|(id, _)| named(id)).collect();
    let values = scores
        .iter()
        .map(|(id, score)| ((*id).to_owned(), json!({ "x": score })));
    json!({
        "framework": {
            "id": "small", "title": { "vi": "Nhỏ", "en": "Small" },
            "indicators": [{ "id": "x", "name": { "vi": "x" }, "maxPoints": 1 }],
        },
        "edition": {
            "id": "small-2024", "year": 2024, "title": { "vi": "Nhỏ 2024", "en": "Small 2024" },
            "unitName": { "vi": "nước", "en": "country", "plural": "countries" },
            "units": units, "values": values.collect::<serde_json::Map<_, _>>(),
            "published": given,
        },
    })
}

fn page(calculator: &'static Calculator, fragment: &str) -> Page {
    Page::new(calculator, fragment, Language::Vi, |_| None)
}

/// Everything of a markup that is read or heard.
fn said(markup: &Markup) -> String {
    let mut text = String::new();
    for token in markup.tokens() {
        match token {
            Token::Text(own) => text.push_str(own),
            Token::Attribute(name, own)
                if [
                    "aria-label",
                    "aria-valuetext",
                    "placeholder",
                    "title",
                    "alt",
                ]
                .contains(&&**name) =>
            {
                text.push_str(own);
            }
            _ => continue,
        }
        text.push('\n');
    }
    text
}

/// All that a page and the other modules say, by place.
fn everything(calculator: &'static Calculator, fragment: &str) -> Vec<(String, String)> {
    let own = page(calculator, fragment);
    let mut all = vec![
        ("page".to_owned(), said(&own.markup())),
        ("sentence".to_owned(), own.sentence()),
        ("status".to_owned(), own.news()),
    ];
    let ids = own.edition().unwrap().framework();
    let ids = ids.nodes().map(|node| ids.indicator(node).id.as_str());
    let focuses = ids.chain(["total", "rank", "estimate"]);
    let focuses = focuses.map(|focus| Subject::Formula(focus.to_owned()));
    for subject in focuses.chain([Subject::Data, Subject::Sources]) {
        let place = format!("{subject:?}");
        let asked = own.question(subject).unwrap();
        let drawn = Markup::unpack(&answer(&mut page(calculator, ""), &asked));
        all.push((place, said(&drawn)));
    }
    let chosen = Chosen {
        measure: "score",
        handed: "",
    };
    let drawn = own.named_here(pictures(&own, 1000.0, chosen));
    all.push(("pictures".to_owned(), said(&drawn)));
    for name in PICTURES.into_iter().chain(["results-vi", "scorecard-en"]) {
        let file = picture_file(&own, name, "score").unwrap_or_default();
        all.push((name.to_owned(), file));
    }
    for panel in PANELS {
        let own = page(calculator, &format!("{fragment}&panel={panel}"));
        let question = own.analysis_question(1000).unwrap().pack();
        let mut work = Work::begin(calculator, &question, None);
        while !work.advance() {}
        let drawn = completed(calculator, &Markup::unpack(&work.answer()));
        all.push((panel.to_owned(), said(&drawn)));
    }
    all
}

/// Panics where one of the words is said; `true_here` are sentences that may say them.
#[track_caller]
fn expect_unsaid(
    calculator: &Calculator,
    all: &[(String, String)],
    words: &[&str],
    true_here: &[&str],
) {
    let editions = calculator.editions().iter();
    let titles = editions.clone().map(|own| &own.header().title);
    let frameworks = editions.map(|own| own.framework());
    let names = frameworks.flat_map(|own| own.nodes().map(|node| &own.indicator(node).name));
    let names = titles.chain(names).flat_map(|own| [&own.vi[..], &own.en]);
    let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
    let mut found = Vec::new();
    for (place, text) in all {
        let mut text = text.clone();
        for allowed in true_here.iter().chain(&names) {
            text = text.replace(allowed, "");
        }
        for word in words {
            for line in text.lines().filter(|line| line.contains(word)) {
                found.push(format!("{place}: `{word}` in {line}"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

const FRAGMENTS: [&str; 3] = ["", "&r=gain:0.01", "&s=UNIT.NODE:0.31"];

/// What may be said of an index of one's own although it holds one of the words.
const TRUE_OF_OWN: [&str; 14] = [
    // What the tool is called, and that it is nobody's site.
    "Thử kịch bản DTI cấp tỉnh",
    "Provincial DTI what-if",
    "Công cụ độc lập, không phải trang của cơ quan nhà nước. Kết quả mô phỏng không thay cho số liệu chính thức.",
    "An independent tool, not a government site. Simulated results do not replace official figures.",
    // That the figures are not published ones.
    "không phải số liệu công bố",
    "not published ones",
    "not on published ones",
    // What the file itself calls published.
    "Hạng công bố, theo tệp",
    "Giá trị công bố, theo tệp",
    "Published rank, by the file",
    "Published score, by the file",
    // A framework, and weights.
    "Bộ chỉ số",
    "Bộ trọng số",
    // Neither a ministry nor a province.
    "tỉnh táo",
];

#[test]
fn an_own_index_is_not_spoken_of_as_the_ministrys() {
    let tied = [("a", 0.5), ("b", 0.5), ("c", 0.2)];
    let given = json!({ "a": { "total": 0.51, "rank": 1 } });
    for document in [example("hdi"), example("ddci"), small(&tied, given)] {
        let calculator = own(&document);
        let edition = calculator.editions().last().unwrap();
        let framework = edition.framework();
        let node = framework
            .mains()
            .find(|&node| framework.indicator(node).scored);
        let node = &framework.indicator(node.unwrap()).id;
        let unit = &edition.units()[0].id;
        for language in ["vi", "en"] {
            for more in FRAGMENTS {
                let more = more.replace("UNIT", unit).replace("NODE", node);
                let fragment = format!("#e={}&u={unit}&lang={language}{more}", edition.id());
                let all = everything(calculator, &fragment);
                let words: &[&str] = match language {
                    "vi" => &[
                        "Bộ ",
                        "tỉnh",
                        "Tỉnh",
                        "DTI",
                        "An Giang",
                        "áp nhập",
                        "công bố",
                        "chính thức",
                    ],
                    _ => &[
                        "inistry", "rovince", "DTI", "An Giang", "erger", "ublished", "fficial",
                    ],
                };
                expect_unsaid(calculator, &all, words, &TRUE_OF_OWN);
                let tag = match language {
                    "vi" => "số liệu bạn đã nạp, không phải số liệu công bố",
                    _ => "igures that you loaded, not ",
                };
                for place in [
                    "page",
                    "sentence",
                    "status",
                    "pictures",
                    "strip",
                    "results-vi",
                ] {
                    let (_, text) = all.iter().find(|(own, _)| own == place).unwrap();
                    let text = text.to_lowercase();
                    assert!(text.contains(tag), "{place}: {text}");
                }
                for panel in PANELS {
                    let (_, text) = all.iter().find(|(own, _)| own == panel).unwrap();
                    assert!(text.to_lowercase().contains(tag), "{panel}: {text}");
                }
            }
        }
    }
}

/// The edition 2022 with a table of one unit in it.
fn loaded() -> &'static Calculator {
    let official = dti_formats::official().unwrap();
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
    with(results_part(official.edition("2022").unwrap(), &table))
}

#[test]
fn what_was_loaded_is_not_called_published() {
    let calculator = loaded();
    for (language, tag, words) in [
        (
            "vi",
            "số liệu bạn đã nạp, không phải số liệu công bố",
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
            "that you loaded, not ",
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
            let all = everything(calculator, &fragment);
            expect_unsaid(calculator, &all, &words, &["not as published"]);
            for (place, text) in &all {
                let is_one_number = place.starts_with("Formula") || place == "Sources";
                let is_there = !text.is_empty() && !is_one_number && place != "scorecard-en";
                let is_told = text.to_lowercase().contains(tag);
                assert!(!is_there || is_told, "{place}: {text}");
            }
        }
        // Other editions are as they were.
        let other = page(calculator, &format!("#e=2023&u=bac-giang&lang={language}"));
        assert!(!other.sentence().to_lowercase().contains(tag));
    }
    let own = page(calculator, "#e=2022&u=bac-giang");
    assert_eq!(
        own.sentence(),
        "Bắc Giang xếp hạng 1/63 trong DTI 2022 (63 tỉnh, thành), giá trị 0,9999. Đang hơn Đà Nẵng \
         (hạng 2) 199,7 điểm. (Có số liệu bạn đã nạp, không phải số liệu công bố.)"
    );
    let file = picture_file(&own, "results-vi", "score").unwrap();
    assert!(file.starts_with("\u{feff}Hạng;Hạng gốc;"), "{file}");
    assert!(file.contains(";0,9000;Bạn nhập;"), "{file}");
    let back = picture_file(&page(calculator, "#e=2023&u=bac-giang"), "history", "score").unwrap();
    assert!(back.contains("2022 (bạn nạp)"), "{back}");
}

#[test]
fn the_quoted_sentence_names_what_rivals_do() {
    let calculator = with(Default::default());
    let own = page(
        calculator,
        "#e=2022&u=bac-giang&s=bac-giang.society:0.45&r=gain:5",
    );
    let sentence = own.sentence();
    assert!(
        sentence.starts_with(
            "Nếu Hoạt động xã hội số đạt 0,4500 (hiện là 0,3348) và các tỉnh khác cùng thêm 5 điểm \
             thì Bắc Giang"
        ),
        "{sentence}"
    );
    assert!(
        own.news().contains("Các tỉnh khác: 5 điểm"),
        "{}",
        own.news()
    );
    let own = page(
        calculator,
        "#e=2023&u=hue&r=trend&w=economy:200&s=da-nang.society:0.1",
    );
    let sentence = own.sentence();
    for said in [
        "các tỉnh khác tăng giảm như năm trước",
        "điểm tối đa của Hoạt động kinh tế số là 200 thay cho 150",
        "Đà Nẵng đổi như giả định",
    ] {
        assert!(sentence.contains(said), "{sentence}");
    }
    // What is known stays on the device: the sentence says that it was used, not what it is.
    let fragment = "#e=2022&u=bac-giang&s=bac-giang.awareness:k0.8125";
    let sentence = page(calculator, fragment).sentence();
    assert!(
        sentence.contains("Có dùng số do người tính cho biết: Nhận thức số."),
        "{sentence}"
    );
    assert!(!sentence.contains("8125"), "{sentence}");
}

#[test]
fn a_shared_rank_is_a_rank_and_says_with_whom() {
    let calculator = with(Default::default());
    let own = page(calculator, "#e=2024&u=bac-giang");
    let sentence = own.sentence();
    assert!(
        sentence.contains("xếp hạng 13/63 (đồng hạng với Yên Bái) trong"),
        "{sentence}"
    );
    let html = own.markup().html();
    assert!(html.contains("hero-tied\">đồng hạng với Yên Bái"), "{html}");
    let strip = picture_file(&own, "strip", "score").unwrap();
    assert!(strip.contains(", đồng hạng với Yên Bái"), "{strip}");
    let history = picture_file(&own, "history", "score").unwrap();
    assert!(history.contains(">13<"), "{history}");
    let english = page(calculator, "#e=2024&u=yen-bai&lang=en");
    assert!(
        english.sentence().contains("13/63 (tied with Bac Giang)"),
        "{}",
        english.sentence()
    );
    for unit in ["bac-giang", "yen-bai"] {
        let own = page(calculator, &format!("#e=2024&u={unit}"));
        let chosen = Chosen {
            measure: "score",
            handed: "",
        };
        let drawn = said(&pictures(&own, 1000.0, chosen));
        assert!(!drawn.contains("2024 chưa có") && !drawn.contains("kỳ chưa có thứ hạng; 2024"));
    }
}

#[test]
fn different_ranks_of_an_unrounded_index_never_show_one_number() {
    let scores = [
        ("a", 0.5),
        ("b", 0.5),
        ("d", 0.49999),
        ("e", 0.500_004),
        ("f", 0.2),
    ];
    let calculator = own(&small(&scores, json!({})));
    let own = page(calculator, "#e=small-2024&u=a");
    let html = own.markup().html();
    for score in ["0,500000", "0,500004", "0,499990", "0,200000"] {
        assert!(html.contains(score), "{score}");
    }
    let all = everything(calculator, "#e=small-2024&u=a");
    for (place, text) in &all {
        for nothing in ["thêm 0 điểm", "hơn 0 điểm", "kém 0 điểm", " 0 điểm"] {
            assert!(!text.contains(nothing), "{place}: {text}");
        }
    }
    let sentence = own.sentence();
    assert!(
        sentence.contains("hạng 2/5 (đồng hạng với Nơi b)"),
        "{sentence}"
    );
    assert!(
        sentence.contains("Cần thêm 0,000004 điểm để bằng Nơi e (hạng 1)"),
        "{sentence}"
    );
    let file = picture_file(&own, "results-en", "score").unwrap();
    assert!(
        file.contains(",0.500004,") && file.contains(",0.499990,"),
        "{file}"
    );
    let (_, around) = all
        .iter()
        .find(|(place, _)| place == "neighbourhood")
        .unwrap();
    assert!(
        around.contains("0,500004") && around.contains("0,000004"),
        "{around}"
    );
    for place in ["strip", "pictures"] {
        let (_, drawn) = all.iter().find(|(own, _)| own == place).unwrap();
        assert!(drawn.contains("0,500000"), "{place}: {drawn}");
    }
    let (_, drawn) = all.iter().find(|(own, _)| own == "pictures").unwrap();
    assert!(
        drawn.contains("0,500004") && drawn.contains("0,499990"),
        "{drawn}"
    );
}

#[test]
fn what_the_file_of_an_own_index_gives_otherwise_is_said() {
    let scores = [("a", 0.85), ("b", 0.75), ("c", 0.45)];
    let given = json!({
        "a": { "total": 0.85, "rank": 1 },
        "b": { "total": 0.76, "rank": 2 },
        "c": { "total": 0.45, "rank": 3 },
    });
    let calculator = own(&small(&scores, given));
    let own = page(calculator, "#e=small-2024&u=b");
    let told =
        "Kết quả ghi trong tệp khác với kết quả tính được: Nơi b giá trị 0,76 (tính được 0,75).";
    assert!(own.markup().html().contains(told));
    let file = picture_file(&own, "results-vi", "score").unwrap();
    let line = file.lines().find(|line| line.contains("Nơi b")).unwrap();
    assert!(line.contains(";0,7500;0,7500;2;0,76;"), "{line}");
    assert!(
        file.contains("Hạng công bố, theo tệp;Giá trị công bố, theo tệp"),
        "{file}"
    );
    let (_, data) = everything(calculator, "#e=small-2024&u=b")
        .into_iter()
        .find(|(place, _)| place == "Data")
        .unwrap();
    assert!(
        data.contains("1 kết quả khác") && data.contains("0,76 (tính được 0,75)"),
        "{data}"
    );
}

#[test]
fn the_order_of_means_is_not_judged_by_weights() {
    let calculator = own(&example("hdi"));
    for unit in calculator.editions().last().unwrap().units() {
        let all = everything(calculator, &format!("#e=hdi-example&u={}", unit.id));
        let (_, around) = all
            .iter()
            .find(|(place, _)| place == "neighbourhood")
            .unwrap();
        assert!(!around.contains(" không hơn "), "{around}");
        let (_, explain) = all.iter().find(|(place, _)| place == "explain").unwrap();
        assert!(explain.contains("chưa có gì để so"), "{explain}");
    }
}

#[test]
fn the_desk_speaks_of_an_own_index_in_its_words() {
    let document = small(&[("a", 0.85), ("b", 0.75)], json!({}));
    let mut desk = Desk::new(dti_formats::official_bytes(), "").unwrap();
    let bytes = document.to_string().into_bytes();
    desk.receive("own.json", Brought::Bytes(bytes));
    let calculator = own(&document);
    for part in ["card", "import", "export", "index"] {
        let own = page(calculator, "#e=small-2024&u=a");
        desk.take_in(&Event {
            kind: EventKind::Click,
            deed: &format!("desk open {part}"),
            id: "",
            value: "",
            now: 0.0,
        });
        let drawn = said(&desk.markup(&own.desk_question().unwrap()));
        for word in ["ỉnh,", "của một tỉnh", "các tỉnh", "Bộ công bố"] {
            assert!(!drawn.contains(word), "{part}: {drawn}");
        }
    }
}
