//! A page that asks, for all tests of the parts; and whose figures they show: what a reader loaded is
//! nowhere called published, and an index of one's own is nowhere spoken of as if it were the ministry's.

use super::choices::{Choices, pack, unpack};
use super::desk::{Brought, Desk};
use super::pictures::{Chosen, picture_file, pictures};
use super::{Asked, Event, EventKind, Markup, Page, Subject, Token, Work, completed};
use dti_engine::calculator::Calculator;
use dti_engine::model::{Entry, Exact, Kind, Override, ResultsRow, ResultsTable, Scenario, Score};
use dti_formats::link::{self, Link, Privacy, write};
use dti_formats::{parse_index, results_part};
use serde_json::{Value, json};

/// The page of a reader, as far as its questions tell of it.
#[derive(Clone, Debug)]
pub(super) struct Asker {
    calculator: &'static Calculator,
    pub(super) link: Link,
    pub(super) choices: Choices,
}

impl Asker {
    /// The page that a link opens.
    pub(super) fn at(calculator: &'static Calculator, fragment: &str) -> Self {
        let mut asker = Self {
            calculator,
            link: Link::default(),
            choices: Choices::new(),
        };
        asker.arrive(fragment);
        asker
    }

    /// Shows what another link says.
    pub(super) fn arrive(&mut self, fragment: &str) {
        (self.link, _) = link::read(fragment);
        self.show(self.link.scenario.clone());
    }

    /// What it asks.
    pub(super) fn question(&self, subject: Subject) -> Asked {
        let mut link = self.link.clone();
        link.language = Some(link.language.unwrap_or_default());
        Asked {
            subject,
            unit: link.scenario.unit.clone().unwrap_or_default(),
            measure: "score".to_owned(),
            fragment: write(&link, Privacy::WithKnown).unwrap(),
        }
    }

    /// What it asks the analyses.
    pub(super) fn analysis_question(&self, width: u32) -> Asked {
        let choices = pack(self.choices.iter());
        self.question(Subject::Analyses { width, choices })
    }

    /// What it asks the desk.
    pub(super) fn desk_question(&self) -> Asked {
        let saved = self.saved();
        self.question(Subject::Desk { saved })
    }

    /// The saved scenarios.
    pub(super) fn saved(&self) -> String {
        let saved = self.choices.iter();
        pack(saved.filter(|(key, _)| key.starts_with("saved.")))
    }

    /// Chooses something in the analyses; what links carry goes into the link, where it is of its form.
    pub(super) fn set(&mut self, key: &str, value: &str) {
        let value: String = value.chars().filter(|c| !c.is_control()).collect();
        let (read, wrong) = link::read_private(&format!("{key}={value}"));
        match key {
            _ if !wrong.is_empty() && !value.is_empty() => {}
            "t" => self.link.target = read.target,
            "seed" => self.link.seed = read.seed,
            "panel" => self.link.view = read.view,
            _ => {}
        }
        let below = format!("{key}.");
        let is_gone = |own: &str| {
            own == key
                || (own == "goal" && key == "t")
                || (value.is_empty() && own.starts_with(&below))
        };
        self.choices.retain(|own, _| !is_gone(own));
        if !value.is_empty() {
            self.choices.insert(key.to_owned(), value);
        }
    }

    /// With scenarios that were saved before.
    pub(super) fn with_saved(mut self, text: &str) -> Self {
        for (key, value) in unpack(text) {
            if key.starts_with("saved.") {
                self.choices.insert(key, value);
            }
        }
        self
    }

    /// Presses a button of an analysis.
    #[track_caller]
    pub(super) fn press(&mut self, deed: &str) {
        match deed.split_once(' ') {
            Some(("load", fragment)) => self.load(fragment),
            Some(("set", choice)) => {
                let (key, value) = choice.split_once(' ').unwrap();
                self.set(key, value);
            }
            _ => panic!("no button does `{deed}`"),
        }
    }

    /// Shows the scenario of a fragment.
    pub(super) fn load(&mut self, fragment: &str) {
        self.show(link::read_private(fragment).0.scenario);
    }

    /// Shows what the calculator takes of a scenario.
    pub(super) fn show(&mut self, wanted: Scenario) {
        let fallback = Link::default().scenario;
        self.link.scenario = self.calculator.admit(&wanted, &fallback).0;
    }

    /// Supposes a score of the unit asked about.
    pub(super) fn suppose(&mut self, indicator: &str, score: Exact) {
        let supposed = Override {
            unit: self.link.scenario.unit.clone().unwrap(),
            indicator: indicator.to_owned(),
            entry: Entry::Score(Score::try_new(score).unwrap()),
            kind: Kind::WhatIf,
        };
        self.show(self.link.scenario.with_override(supposed));
    }

    /// Counts with other data, and takes in the assessed figures of all editions.
    pub(super) fn hear(&mut self, calculator: &'static Calculator, assessed: &str) {
        self.calculator = calculator;
        let mut next = self.link.scenario.without_assessed();
        let mut lines = assessed.lines().filter_map(|line| line.split_once(' '));
        if let Some((_, own)) = lines.find(|(edition, _)| *edition == next.edition) {
            let mut all = link::read_private(own).0.scenario.overrides;
            all.append(&mut next.overrides);
            next.overrides = all;
        }
        self.show(next);
    }
}

impl Page {
    /// The page that answers a link.
    pub(super) fn at(calculator: &'static Calculator, fragment: &str) -> Self {
        let mut page = Self::new(calculator);
        page.show(fragment, "");
        page
    }
}

impl Markup {
    /// The document as HTML, all texts escaped.
    pub(super) fn html(&self) -> String {
        let mut html = String::new();
        let mut open: Vec<&str> = Vec::new();
        for (place, token) in self.tokens().iter().enumerate() {
            match token {
                Token::Open(tag) => {
                    html.push_str(&format!("<{tag}"));
                    open.push(tag);
                }
                Token::Attribute(name, value) => {
                    html.push_str(&format!(" {name}=\"{}\"", escaped(value)));
                }
                Token::Text(text) => html.push_str(&escaped(text)),
                Token::Close => {
                    let tag = open.pop().unwrap();
                    if !["input", "br", "hr", "img"].contains(&tag) {
                        html.push_str(&format!("</{tag}>"));
                    }
                }
            }
            let ends_tag = matches!(token, Token::Open(_) | Token::Attribute(..))
                && !matches!(self.tokens().get(place + 1), Some(Token::Attribute(..)));
            if ends_tag {
                html.push('>');
            }
        }
        html
    }
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

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

/// All that the parts say, by place.
fn everything(calculator: &'static Calculator, fragment: &str) -> Vec<(String, String)> {
    let own = Page::at(calculator, fragment);
    let mut all = Vec::new();
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
        let asker = Asker::at(calculator, &format!("{fragment}&panel={panel}"));
        let question = asker.analysis_question(1000).pack();
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
                for place in ["pictures", "strip", "results-vi"] {
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
                let is_there = !text.is_empty() && place != "scorecard-en";
                let is_told = text.to_lowercase().contains(tag);
                assert!(!is_there || is_told, "{place}: {text}");
            }
        }
    }
    let own = Page::at(calculator, "#e=2022&u=bac-giang");
    let file = picture_file(&own, "results-vi", "score").unwrap();
    assert!(file.starts_with("\u{feff}Hạng;Hạng gốc;"), "{file}");
    assert!(file.contains(";0,9000;Bạn nhập;"), "{file}");
    let back = picture_file(
        &Page::at(calculator, "#e=2023&u=bac-giang"),
        "history",
        "score",
    )
    .unwrap();
    assert!(back.contains("2022 (bạn nạp)"), "{back}");
}

#[test]
fn a_shared_rank_is_a_rank_and_says_with_whom() {
    let calculator = with(Default::default());
    let own = Page::at(calculator, "#e=2024&u=bac-giang");
    let strip = picture_file(&own, "strip", "score").unwrap();
    assert!(strip.contains(", đồng hạng với Yên Bái"), "{strip}");
    let history = picture_file(&own, "history", "score").unwrap();
    assert!(history.contains(">13<"), "{history}");
    for unit in ["bac-giang", "yen-bai"] {
        let own = Page::at(calculator, &format!("#e=2024&u={unit}"));
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
    let own = Page::at(calculator, "#e=small-2024&u=a");
    let all = everything(calculator, "#e=small-2024&u=a");
    for (place, text) in &all {
        for nothing in ["thêm 0 điểm", "hơn 0 điểm", "kém 0 điểm", " 0 điểm"] {
            assert!(!text.contains(nothing), "{place}: {text}");
        }
    }
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
    let own = Page::at(calculator, "#e=small-2024&u=b");
    let file = picture_file(&own, "results-vi", "score").unwrap();
    let line = file.lines().find(|line| line.contains("Nơi b")).unwrap();
    assert!(line.contains(";0,7500;0,7500;2;0,76;"), "{line}");
    assert!(
        file.contains("Hạng công bố, theo tệp;Giá trị công bố, theo tệp"),
        "{file}"
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
        let own = Asker::at(calculator, "#e=small-2024&u=a");
        desk.take_in(&Event {
            kind: EventKind::Click,
            deed: &format!("desk open {part}"),
            value: "",
        });
        let drawn = said(&desk.markup(&own.desk_question()));
        for word in ["ỉnh,", "của một tỉnh", "các tỉnh", "Bộ công bố"] {
            assert!(!drawn.contains(word), "{part}: {drawn}");
        }
    }
}
