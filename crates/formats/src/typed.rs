//! Reading JSON straight into types, in one pass and without a tree in between; every fault names
//! the path of the field, with the sentences of [`super::json`].

use super::FileError;
use super::own_index::LONGEST_TEXT;
use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};
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
        Some(wanted) => format!("this must be {wanted}"),
        None => said.to_owned(),
    };
    let place = match keys.as_slice() {
        [] => "top level".to_owned(),
        keys => keys.join("."),
    };
    FileError::new(file, place, problem)
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
