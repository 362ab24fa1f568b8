//! Messages as methods of `Words`. What depends on nothing that is written out is a `&'static str`, the
//! rest a `String`.

use crate::messages::{Kind, Message, NOUNS, STATES};
use crate::reading::{Key, Piece, Select};
use std::fmt::Write as _;

/// All methods.
pub(crate) fn written(messages: &[Message]) -> String {
    let mut out = String::from("impl Words {\n");
    for message in messages {
        method(message, &mut out);
    }
    out.push_str("}\n");
    out
}

/// A name of Rust.
fn snake(name: &str) -> String {
    name.replace('-', "_").to_lowercase()
}

fn method(message: &Message, out: &mut String) {
    let [vi, en] = &message.pieces;
    let is_static = is_static(vi) && is_static(en);
    let parameters: String = message
        .arguments
        .iter()
        .map(|(name, kind)| {
            let kind = match kind {
                Kind::Shown => "impl Display",
                Kind::Count => "impl Count",
                Kind::Flag => "bool",
                Kind::Choice => "&str",
            };
            format!(", {}: {kind}", snake(name))
        })
        .collect();
    let name = snake(&message.name);
    let answer = if is_static { "&'static str" } else { "String" };
    let _ = write!(
        out,
        "/// {}\n///\n/// {}\npub fn {name}(&self{parameters}) -> {answer} {{\n",
        shown(vi),
        shown(en)
    );
    for (name, _) in message
        .arguments
        .iter()
        .filter(|(_, kind)| *kind == Kind::Count)
    {
        let name = snake(name);
        let _ = writeln!(out, "let {name} = {name}.counted(self.language());");
    }
    if !is_static {
        out.push_str("let mut out = String::new();\n");
    }
    out.push_str("match self.language() {\n");
    for (language, pieces) in [("Vi", vi), ("En", en)] {
        let _ = write!(out, "Language::{language} => {{");
        if is_static {
            expression(pieces, out);
        } else {
            statements(pieces, &message.arguments, out);
        }
        out.push_str("}\n");
    }
    out.push_str("}\n");
    out.push_str(if is_static { "}\n" } else { "out\n}\n" });
}

/// Whether it is one of a few texts that are known when the page is built.
fn is_static(pieces: &[Piece]) -> bool {
    match pieces {
        [Piece::Text(_)] => true,
        [Piece::Select(select)] => select.choices().all(is_static),
        _ => false,
    }
}

fn expression(pieces: &[Piece], out: &mut String) {
    match pieces {
        [Piece::Select(select)] => selection(select, out, expression),
        [Piece::Text(text)] => {
            let _ = write!(out, "{text:?}");
        }
        _ => {}
    }
}

fn statements(pieces: &[Piece], arguments: &[(String, Kind)], out: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => {
                let _ = write!(out, "put(&mut out, {text:?});");
            }
            Piece::Argument(name) if NOUNS.contains(&name.as_str()) => {
                let is_capital = name.starts_with(|letter: char| letter.is_ascii_uppercase());
                let put = if is_capital { "put_capital" } else { "put" };
                let _ = write!(out, "{put}(&mut out, self.{}());", snake(name));
            }
            Piece::Argument(name) | Piece::Number(name) => {
                let is_count = arguments.contains(&(name.clone(), Kind::Count));
                let name = snake(name);
                let _ = if is_count {
                    write!(out, "put(&mut out, &{name}.text);")
                } else {
                    write!(out, "put_shown(&mut out, &{name});")
                };
            }
            Piece::Select(select) => selection(select, out, |pieces, out| {
                statements(pieces, arguments, out);
            }),
        }
    }
}

/// `match` for one of several; `write_arm` writes what stands in each.
fn selection(select: &Select, out: &mut String, write_arm: impl Fn(&[Piece], &mut String)) {
    let name = snake(&select.by);
    let is_state = STATES.iter().any(|(state, _)| *state == select.by);
    let _ = match (is_state, select.is_by_number()) {
        (true, _) => write!(out, "match self.{name}() {{"),
        (false, true) => write!(out, "match {name}.whole {{"),
        (false, false) => write!(out, "match {name} {{"),
    };
    for (key, pieces) in &select.arms {
        let key = match key {
            Key::Number(number) => format!("Some({number})"),
            Key::Word(word) if ["true", "false"].contains(&word.as_str()) => word.clone(),
            Key::Word(word) if word == "one" => "Some(1)".to_owned(),
            Key::Word(word) => format!("{word:?}"),
        };
        let _ = write!(out, "{key} => {{");
        write_arm(pieces, out);
        out.push('}');
    }
    out.push_str("_ => {");
    write_arm(&select.default.1, out);
    out.push_str("}}");
}

/// What a message says, for its documentation.
fn shown(pieces: &[Piece]) -> String {
    let told = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => {
            let text = text.replace('[', "\\[").replace('<', "\\<");
            text.replace('\t', " ")
        }
        Piece::Argument(name) | Piece::Number(name) => format!("`{name}`"),
        Piece::Select(select) => {
            let told: Vec<String> = select.choices().map(shown).collect();
            format!("({})", told.join(" / "))
        }
    });
    told.collect()
}
