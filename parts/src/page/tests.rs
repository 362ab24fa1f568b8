//! A page that asks, for all tests of the parts; and whose figures they show: what a reader loaded is
//! nowhere called published, and an index of one's own is nowhere spoken of as if it were the ministry's.

use super::choices::{Choices, pack, unpack};
use super::desk::{Brought, Desk};
use super::{Asked, Event, EventKind, Markup, Token};
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

    /// What it asks the desk.
    pub(super) fn desk_question(&self) -> Asked {
        let mut link = self.link.clone();
        link.language = Some(link.language.unwrap_or_default());
        Asked {
            saved: self.saved(),
            unit: link.scenario.unit.clone().unwrap_or_default(),
            fragment: write(&link, Privacy::WithKnown).unwrap(),
        }
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
