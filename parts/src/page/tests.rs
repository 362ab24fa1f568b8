//! A page that asks, for all tests of the parts; and whose figures they show: what a reader loaded is
//! nowhere called published, and an index of one's own is nowhere spoken of as if it were the ministry's.

use super::choices::{Choices, pack};
use super::desk::{Brought, Desk};
use super::{Asked, Event, EventKind, Markup, Token};
use dti_engine::calculator::Calculator;
use dti_engine::model::{Entry, Exact, Kind, Override, Scenario, Score};
use dti_formats::link::{self, Link, Privacy, write};
use dti_formats::parse_index;
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
