//! Reading JSON straight into types, in one pass and without a tree in between; every fault names
//! the path of the field, with the sentences of [`super::json`].

use super::FileError;
use super::own_index::LONGEST_TEXT;
use super::{parse_rule, rule_text};
use dti_engine::model::Rule;
use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use serde_path_to_error::{Path, Segment};
use std::fmt;

/// Reads a whole JSON text.
pub(super) fn read_json<'a, T: Deserialize<'a>>(file: &str, text: &'a str) -> Result<T, FileError> {
    let mut source = serde_json::Deserializer::from_str(text);
    let read = match serde_path_to_error::deserialize(&mut source) {
        Ok(read) => source.end().map(|()| read),
        Err(fault) if fault.inner().is_data() => {
            return Err(placed(file, fault.path(), &fault.inner().to_string()));
        }
        Err(fault) => Err(fault.into_inner()),
    };
    read.map_err(|fault| {
        let place = format!("line {}, column {}", fault.line(), fault.column());
        let problem = "this is not valid JSON; correct the text there";
        FileError::new(file, place, problem)
    })
}

/// What serde says, in our words and at our place.
fn placed(file: &str, path: &Path, said: &str) -> FileError {
    // JSON adds the line, and the path says more.
    let said = said
        .rsplit_once(" at line ")
        .map_or(said, |(before, _)| before);
    let keys: Vec<String> = path
        .iter()
        .filter(|segment| !matches!(segment, Segment::Unknown))
        .map(|segment| match segment {
            Segment::Seq { index } => index.to_string(),
            other => other.to_string(),
        })
        .collect();
    let wanted = said.split_once(", expected ").map(|(_, wanted)| wanted);
    let problem = match wanted.filter(|_| said.starts_with("invalid ")) {
        Some(wanted) => format!("this must be {}", plainly(wanted)),
        None => said.to_owned(),
    };
    let place = match keys.as_slice() {
        [] => "top level".to_owned(),
        keys => keys.join("."),
    };
    FileError::new(file, place, problem)
}

/// What is needed, as who writes JSON calls it.
fn plainly(wanted: &str) -> &str {
    match wanted {
        "a string" => "a text in quotes",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        "a map" => OBJECT,
        "f64" => "a number",
        own if own.starts_with("struct ") => OBJECT,
        own => own,
    }
}

/// What is said of anything that is no object.
const OBJECT: &str = "an object with named fields";

/// What stands in a file as a text.
pub(super) trait AsText: Sized {
    /// What a text means, or what is wrong with it.
    fn parse(text: &str) -> Result<Self, String>;
    /// A text that means this.
    fn text(&self) -> String;
}

/// Such a text in a document.
pub(super) struct Texted<T>(pub(super) T);

impl<'de, T: AsText> Deserialize<'de> for Texted<T> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        let text = String::deserialize(source)?;
        T::parse(&text).map(Self).map_err(D::Error::custom)
    }
}

impl<T: AsText> Serialize for Texted<T> {
    fn serialize<S: Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
        target.serialize_str(&self.0.text())
    }
}

impl AsText for Rule {
    fn parse(text: &str) -> Result<Self, String> {
        parse_rule(text).ok_or_else(|| {
            format!(
                "`{text}` is not a scoring rule; use for example points, yes_no, ratio, \
                 `levels 0 0.5 1` or `steps 1:0.25 4:1`"
            )
        })
    }

    fn text(&self) -> String {
        rule_text(self)
    }
}

/// A whole number up to `MOST`, however it is written.
#[derive(Clone, Copy)]
pub(super) struct Whole<const MOST: u32>(pub(super) u32);

impl<'de, const MOST: u32> Deserialize<'de> for Whole<MOST> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        let Number(given) = Number::deserialize(source)?;
        let is_whole = given.fract() == 0.0 && given >= 0.0 && given <= f64::from(MOST);
        let wrong = || format!("{given} is not a whole number from 0 to {MOST}");
        let whole = is_whole.then_some(Self(given as u32));
        whole.ok_or_else(|| D::Error::custom(wrong()))
    }
}

impl<const MOST: u32> Serialize for Whole<MOST> {
    fn serialize<S: Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
        target.serialize_u32(self.0)
    }
}

/// A text that one cell of a table can hold.
pub(super) struct Line(pub(super) String);

impl<'de> Deserialize<'de> for Line {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_str(OneLine)
    }
}

struct OneLine;

impl Visitor<'_> for OneLine {
    type Value = Line;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text in quotes")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Line, E> {
        check_line(text)
            .map(|()| Line(text.to_owned()))
            .map_err(E::custom)
    }
}

/// Refuses texts that are too long, or hold what no line of a table can hold.
pub(super) fn check_line(text: &str) -> Result<(), String> {
    if text.len() > LONGEST_TEXT {
        Err(format!("a text may have {LONGEST_TEXT} bytes at most"))
    } else if text.chars().any(char::is_control) {
        Err("a text may not hold tabs, line breaks or other control characters".to_owned())
    } else {
        Ok(())
    }
}

/// Any number.
#[derive(Clone, Copy)]
pub(super) struct Number(pub(super) f64);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_f64(AnyNumber)
    }
}

struct AnyNumber;

impl Visitor<'_> for AnyNumber {
    type Value = Number;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a number")
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Number, E> {
        Ok(Number(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Number, E> {
        Ok(Number(value as f64))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Number, E> {
        Ok(Number(value as f64))
    }
}
