//! One file of messages: what the official parser gives, cut down to what sentences need. What they do
//! not need (terms, attributes, other functions than `NUMBER`) is refused with its line.

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::{parser, unicode};

/// All plural forms that CLDR knows.
const PLURAL_FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A part of a sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Piece {
    /// As it stands.
    Text(String),
    /// What an argument says.
    Argument(String),
    /// A whole number as the language writes it.
    Number(String),
    /// One of several, by an argument.
    Select(Select),
}

/// What is said depends on an argument.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Select {
    /// Name of the argument.
    pub(crate) by: String,
    /// What is said for each key, without the default.
    pub(crate) arms: Vec<(Key, Vec<Piece>)>,
    /// The key and what is said for anything else.
    pub(crate) default: (Key, Vec<Piece>),
}

impl Select {
    /// Its keys, the default's too.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &Key> {
        self.arms.iter().chain([&self.default]).map(|(key, _)| key)
    }

    /// What is said for each key, the default's too.
    pub(crate) fn choices(&self) -> impl Iterator<Item = &[Piece]> {
        let arms = self.arms.iter().chain([&self.default]);
        arms.map(|(_, pieces)| pieces.as_slice())
    }

    /// Whether a number decides: some key is one, or all are plural forms.
    pub(crate) fn is_by_number(&self) -> bool {
        let is_form = |key: &Key| match key {
            Key::Word(word) => PLURAL_FORMS.contains(&word.as_str()),
            Key::Number(_) => false,
        };
        self.keys().any(|key| matches!(key, Key::Number(_))) || self.keys().all(is_form)
    }
}

/// What an argument is compared with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Key {
    /// A plural form or a word.
    Word(String),
    /// That very number.
    Number(u64),
}

/// A message of one language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Said {
    /// Its name in the file, `copy-link`.
    pub(crate) name: String,
    /// The arguments that its comment names, in the order of the method.
    pub(crate) order: Vec<String>,
    /// What it says.
    pub(crate) pieces: Vec<Piece>,
}

/// The messages of a file in their order.
pub(crate) fn messages(file: &str, text: &str) -> Result<Vec<Said>, String> {
    let resource = parser::parse(text).map_err(|(_, faults)| {
        let told = faults.iter().map(|fault| {
            let before = text.get(..fault.pos.start).unwrap_or(text);
            format!("{file}:{}: {}", before.lines().count(), fault.kind)
        });
        told.collect::<Vec<_>>().join("\n")
    })?;
    let mut all: Vec<Said> = Vec::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let name = message.id.name;
                let said = said(&message).map_err(|fault| format!("{file}: `{name}` {fault}"))?;
                if all.iter().any(|own| own.name == said.name) {
                    return Err(format!("{file}: `{name}` stands there twice"));
                }
                all.push(said);
            }
            Entry::Term(term) => {
                return Err(format!(
                    "{file}: `-{}` is a term; use a message",
                    term.id.name
                ));
            }
            _ => {}
        }
    }
    Ok(all)
}

fn said(message: &Message<&str>) -> Result<Said, String> {
    if !message.attributes.is_empty() {
        return Err("has attributes; give each text a name of its own".into());
    }
    let value = message.value.as_ref().ok_or("says nothing")?;
    let comment = message.comment.iter().flat_map(|comment| &comment.content);
    let order = comment
        .flat_map(|line| line.split('$').skip(1))
        .map(|rest| {
            let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
            rest.chars().take_while(|letter| is_name(*letter)).collect()
        });
    Ok(Said {
        name: message.id.name.to_owned(),
        order: order.collect(),
        pieces: pieces(value)?,
    })
}

fn pieces(pattern: &Pattern<&str>) -> Result<Vec<Piece>, String> {
    let mut all: Vec<Piece> = Vec::new();
    for element in &pattern.elements {
        let piece = match element {
            // A line that goes on in the next one is one line on the page.
            PatternElement::TextElement { value } => Piece::Text(value.replace('\n', " ")),
            PatternElement::Placeable { expression } => placed(expression)?,
        };
        match (all.last_mut(), piece) {
            (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
            (_, piece) => all.push(piece),
        }
    }
    Ok(all)
}

fn placed(expression: &Expression<&str>) -> Result<Piece, String> {
    match expression {
        Expression::Inline(inline) => placed_inline(inline),
        Expression::Select { selector, variants } => {
            let InlineExpression::VariableReference { id } = selector else {
                return Err("selects by something else than an argument".into());
            };
            let (mut arms, mut default) = (Vec::new(), None);
            for variant in variants {
                let arm = (key(variant)?, pieces(&variant.value)?);
                if variant.default {
                    default = Some(arm);
                } else {
                    arms.push(arm);
                }
            }
            Ok(Piece::Select(Select {
                by: id.name.to_owned(),
                arms,
                default: default.ok_or("has a selection without `*`")?,
            }))
        }
    }
}

fn key(variant: &Variant<&str>) -> Result<Key, String> {
    match variant.key {
        VariantKey::Identifier { name } => Ok(Key::Word(name.to_owned())),
        VariantKey::NumberLiteral { value } => value
            .parse()
            .map(Key::Number)
            .map_err(|fault| format!("selects by {value}: {fault}")),
    }
}

fn placed_inline(inline: &InlineExpression<&str>) -> Result<Piece, String> {
    match inline {
        InlineExpression::StringLiteral { value } => {
            let mut text = String::new();
            unicode::unescape_unicode(&mut text, value)
                .map_err(|fault| format!("holds \"{value}\": {fault}"))?;
            Ok(Piece::Text(text))
        }
        InlineExpression::NumberLiteral { value } => Ok(Piece::Text((*value).to_owned())),
        InlineExpression::VariableReference { id } => Ok(Piece::Argument(id.name.to_owned())),
        InlineExpression::Placeable { expression } => placed(expression),
        InlineExpression::FunctionReference { id, arguments } => {
            match (
                id.name,
                arguments.positional.as_slice(),
                arguments.named.as_slice(),
            ) {
                ("NUMBER", [InlineExpression::VariableReference { id }], []) => {
                    Ok(Piece::Number(id.name.to_owned()))
                }
                _ => Err(format!(
                    "calls {}; only NUMBER($argument) is known",
                    id.name
                )),
            }
        }
        InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => {
            Err("refers to another message; write it out".into())
        }
    }
}
