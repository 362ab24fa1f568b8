//! The page understands all that the parts draw.

use super::question::Subject;
use super::request::Request;
use dti_engine::calculator::Calculator;
use dti_parts::page::EventKind;
use dti_parts::page::{Asked, Markup, Page, Token, Work, answered, completed};

fn calculator() -> &'static Calculator {
    Box::leak(Box::new(dti_formats::official().unwrap()))
}

/// What the controls in a drawing are for.
fn purposes(drawn: &Markup) -> Vec<String> {
    let purpose = |token: &Token| match token {
        Token::Attribute(name, value) if name == "data-do" => Some(value.to_string()),
        _ => None,
    };
    drawn.tokens().iter().filter_map(purpose).collect()
}

/// Fails where a control says nothing to the page, or says something twice.
#[track_caller]
fn expect_understood(drawn: &Markup) {
    for purpose in purposes(drawn) {
        let heard =
            [EventKind::Click, EventKind::Change].map(|kind| Request::of(kind, &purpose, "x"));
        let heard = heard.iter().flatten().count();
        assert_eq!(heard, 1, "{purpose}");
    }
}

#[test]
fn pictures_ask_only_what_the_page_can_do() {
    let fragment = "e=2022&u=bac-giang&s=bac-giang.society:0.45&lang=en";
    let asked = Subject::Pictures(1200).packed("bac-giang", "rank", fragment);
    let drawn = answered(&mut Page::new(calculator()), &Asked::unpack(&asked));
    assert!(purposes(&drawn).len() >= 100);
    expect_understood(&drawn);
}

#[test]
fn analyses_ask_only_what_the_page_can_do() {
    let calculator = calculator();
    let saved = "saved.1\u{1f}e=2022&u=hue\u{1d}";
    let mut all = Vec::new();
    for panel in [
        "plan",
        "neighbourhood",
        "explain",
        "stability",
        "sweep",
        "merger",
        "compare",
    ] {
        let fragment = format!("e=2023&u=bac-ninh&panel={panel}&lang=vi");
        let asked = Subject::Analyses(900, saved.to_owned()).packed("bac-ninh", "score", &fragment);
        let mut work = Work::begin(calculator, &asked, None);
        work.advance();
        let drawn = completed(calculator, &Markup::unpack(&work.answer()));
        expect_understood(&drawn);
        all.append(&mut purposes(&drawn));
    }
    for start in ["set panel ", "set t", "set spread", "set saved.", "load "] {
        let is_there = all.iter().any(|purpose| purpose.starts_with(start));
        assert!(is_there, "{start}: {all:?}");
    }
}
