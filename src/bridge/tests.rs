//! The page understands all that the parts draw.

use super::question::Subject;
use super::request::Request;
use dti_engine::calculator::Calculator;
use dti_parts::page::EventKind;
use dti_parts::page::{Asked, Markup, Page, Token, answered};

const ABOUT: &str = "https://example.org/dti/ - ";

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
fn explanations_ask_only_what_the_page_can_do() {
    let mut studio = Page::new(calculator());
    let embed = Subject::Embed(ABOUT.to_owned());
    for (subject, fewest) in [
        (Subject::Formula("total".to_owned()), 0),
        (Subject::Data, 0),
        (Subject::Sources, 0),
        (embed, 10),
    ] {
        let name = format!("{subject:?}");
        let fragment = "e=2022&u=bac-giang&s=bac-giang.society:0.45&lang=en";
        let asked = subject.packed("bac-giang", "rank", fragment);
        let drawn = answered(&mut studio, &Asked::unpack(&asked));
        assert!(drawn.tokens().len() > 10, "{name}");
        assert!(purposes(&drawn).len() >= fewest, "{name}");
        expect_understood(&drawn);
    }
}
