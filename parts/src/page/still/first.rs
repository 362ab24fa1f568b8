//! The first HTML: the live page as it opens without an address of its own, with a plain ranking in
//! the ladder's place and nothing that needs a script, so that it can be read at once and the live
//! page takes its place without a jump.

use super::Still;
use super::ranking::Links;
use super::words::loading;
use crate::page::markup::Words;
use crate::page::text::Word;
use crate::page::{Markup, Page, Token};
use dti_engine::calculator::Calculator;
use dti_formats::link::{Language, Link};
use std::borrow::Cow;

/// Names that only scripts read.
const FOR_SCRIPTS: [&str; 9] = [
    "data-do",
    "data-select",
    "data-closed",
    "aria-keyshortcuts",
    "aria-controls",
    "aria-autocomplete",
    "autocomplete",
    "spellcheck",
    "name",
];

/// Names whose values are ids.
const IDS: [&str; 5] = ["id", "for", "aria-labelledby", "aria-describedby", "href"];

/// Classes of what is of no use without the calculator. It gets the class `live` too, and is not
/// shown where the address asks for other figures, or where nothing will ever run.
const LIVE: [&str; 12] = [
    "settings",
    "choice",
    "hero",
    "story",
    "hint",
    "edits",
    "column",
    "filters",
    "card desk-card",
    "actions",
    "analyses-place",
    "pictures-place",
];

/// What the home page holds before any script runs. Its ids begin with `first-`: the live page is
/// drawn beside it.
pub fn first(calculator: &'static Calculator, language: Language) -> Option<Markup> {
    let page = Page::new(calculator, "", language, |_| None).with_hint();
    let still = Still::of(calculator, &page.scenario.edition, language)?;
    let mut out = Markup::default();
    let mut writer = Writer {
        still: &still,
        out: &mut out,
        skipped: 0,
        renamed: None,
    };
    let tokens = page.markup().into_tokens();
    let mut rest = tokens.as_slice();
    while let Some((token, after)) = rest.split_first() {
        let is_attribute = |token: &&Token| matches!(token, Token::Attribute(..));
        let count = after.iter().take_while(is_attribute).count();
        let (attributes, after) = after.split_at_checked(count).unwrap_or((&[], after));
        writer.write(token, attributes);
        rest = after;
    }
    Some(out)
}

/// What a frame in another site's page holds before any script runs: heading, ranking, source.
pub fn first_embed(calculator: &'static Calculator, language: Language) -> Option<Markup> {
    let edition = Link::default().scenario.edition;
    let still = Still::of(calculator, &edition, language)?;
    let mut out = Markup::default();
    let title = crate::page::text::in_language(&still.edition().header().title, language);
    out.node("section", "card ladder", |m| {
        m.node("div", "card-head", |m| {
            m.leaf("h1", "", Word::LadderHeading.in_language(language));
            m.leaf("p", "edition-name", title);
        });
        m.leaf("p", "loading", loading(language));
        still.ranking(m, Links::Framed);
        still.origin(m, Links::Framed);
    });
    Some(out)
}

/// Writes the live page's tokens anew, element by element.
struct Writer<'a> {
    still: &'a Still,
    out: &'a mut Markup,
    /// How deep inside something that is left out.
    skipped: usize,
    /// Takes the place of the next text.
    renamed: Option<&'static str>,
}

impl Writer<'_> {
    /// One token, with the attributes of the element that it begins.
    fn write(&mut self, token: &Token, attributes: &[Token]) {
        match token {
            Token::Open(tag) if self.skipped > 0 || self.takes_its_place(tag, attributes) => {
                self.skipped += 1;
            }
            Token::Close if self.skipped > 0 => self.skipped -= 1,
            _ if self.skipped > 0 => {}
            Token::Open(tag) => self.open(tag, attributes),
            Token::Text(text) => {
                let text = self
                    .renamed
                    .take()
                    .map_or_else(|| text.clone(), Cow::Borrowed);
                self.out.push(Token::Text(text));
            }
            other => self.out.push(other.clone()),
        }
    }

    /// Whether an element of the live page is left out, or something stands in its place.
    fn takes_its_place(&mut self, tag: &str, attributes: &[Token]) -> bool {
        let class = attribute(attributes, "class");
        let is_skipped = tag == "dialog"
            || attribute(attributes, "role") == "status"
            || ["skip", "paper-only"].contains(&class);
        match (tag, class) {
            ("table", _) => self.still.ranking(self.out, Links::Home),
            // The one that explains the ladder's bars.
            ("p", "legend") if self.is_after_ranking() => self.still.origin(self.out, Links::Home),
            _ => return is_skipped,
        }
        true
    }

    fn is_after_ranking(&self) -> bool {
        let mut tokens = self.out.tokens().iter();
        tokens.any(|token| matches!(token, Token::Open(tag) if tag == "table"))
    }

    fn open(&mut self, tag: &Words, attributes: &[Token]) {
        self.out.push(Token::Open(tag.clone()));
        for attribute in attributes {
            if let Token::Attribute(name, value) = attribute
                && !FOR_SCRIPTS.contains(&name.as_ref())
                && !name.starts_with("--")
                && name != "disabled"
            {
                let value = match name.as_ref() {
                    "class" if LIVE.contains(&value.as_ref()) => {
                        Cow::Owned(format!("{value} live"))
                    }
                    name => own_id(name, value),
                };
                self.out.push(Token::Attribute(name.clone(), value));
            }
        }
        if ["button", "input", "select"].contains(&tag.as_ref()) {
            self.out.flag("disabled", true);
        }
        if attribute(attributes, "class") == "no-edits" {
            self.renamed = Some(loading(self.still.language));
        }
    }
}

/// An id, or a name that leads to one, told apart from the live page's.
fn own_id(name: &str, value: &Words) -> Words {
    if !IDS.contains(&name) {
        return value.clone();
    }
    match (name, value.strip_prefix('#')) {
        ("href", Some(id)) => Cow::Owned(format!("#first-{id}")),
        ("href", None) => value.clone(),
        _ => Cow::Owned(format!("first-{value}")),
    }
}

fn attribute<'a>(attributes: &'a [Token], wanted: &str) -> &'a str {
    let mut values = attributes.iter().filter_map(|attribute| match attribute {
        Token::Attribute(name, value) if name == wanted => Some(value.as_ref()),
        _ => None,
    });
    values.next().unwrap_or_default()
}
