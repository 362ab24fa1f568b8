//! Reading JSON straight into documents; every fault names the file and the path of the field.

use super::FileError;
use serde::Deserialize;
use serde::de::{Deserializer, Error};
use serde::ser::{Serialize, Serializer};
use serde_json::{Map, Value};
use serde_path_to_error::Segment;
use std::fmt::Display;

/// Reads a whole JSON text.
pub(super) fn read_json<'a, T: Deserialize<'a>>(file: &str, text: &'a str) -> Result<T, FileError> {
    let mut source = serde_json::Deserializer::from_str(text);
    let read = match serde_path_to_error::deserialize(&mut source) {
        Ok(read) => source.end().map(|()| read),
        Err(fault) if fault.inner().is_data() => return Err(placed(file, &fault)),
        Err(fault) => Err(fault.into_inner()),
    };
    read.map_err(|fault| {
        let place = format!("line {}, column {}", fault.line(), fault.column());
        let problem = "this is not valid JSON; correct the text there";
        FileError::new(file, place, problem)
    })
}

/// What a JSON text would hold, made without one.
#[derive(Debug)]
pub struct Data(Value);

impl Data {
    /// `null`.
    pub fn null() -> Self {
        Self(Value::Null)
    }

    /// `true` or `false`.
    pub fn flag(flag: bool) -> Self {
        Self(Value::Bool(flag))
    }

    /// A number; `null` where it is not finite.
    pub fn number(number: f64) -> Self {
        Self(Value::from(number))
    }

    /// A text.
    pub fn text(text: String) -> Self {
        Self(Value::String(text))
    }

    /// A list.
    pub fn list(items: impl Iterator<Item = Self>) -> Self {
        Self(Value::Array(items.map(|Self(item)| item).collect()))
    }

    /// An object; of a name that stands twice the last counts.
    pub fn object(fields: impl Iterator<Item = (String, Self)>) -> Self {
        // Collecting would bring a sort of its own.
        let mut map = Map::new();
        for (key, Self(value)) in fields {
            map.insert(key, value);
        }
        Self(Value::Object(map))
    }

    /// Reads it as [`read_json`] reads a text.
    pub(super) fn read<T: for<'a> Deserialize<'a>>(self, file: &str) -> Result<T, FileError> {
        serde_path_to_error::deserialize(self.0).map_err(|fault| placed(file, &fault))
    }
}

/// What serde says, in our words and at our place.
fn placed(file: &str, fault: &serde_path_to_error::Error<serde_json::Error>) -> FileError {
    let said = fault.inner().to_string();
    // JSON adds the line, and the path says more.
    let said = said
        .rsplit_once(" at line ")
        .map_or(&*said, |(said, _)| said);
    let mut place = String::new();
    for segment in fault.path() {
        let dot = if place.is_empty() { "" } else { "." };
        match segment {
            Segment::Unknown => {}
            Segment::Seq { index } => place.push_str(&format!("{dot}{index}")),
            other => place.push_str(&format!("{dot}{other}")),
        }
    }
    let wanted = said.split_once(", expected ").map(|(_, wanted)| wanted);
    let problem = match wanted.filter(|_| said.starts_with("invalid ")) {
        Some(wanted) => format!("this must be {}", plainly(wanted)),
        None => said.to_owned(),
    };
    Place { file, path: place }.fault(problem)
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
pub(super) const OBJECT: &str = "an object with named fields";

/// The path of a field in a file, for faults that only show beside other fields.
pub(super) struct Place<'a> {
    file: &'a str,
    path: String,
}

impl<'a> Place<'a> {
    /// What a file holds as a whole.
    pub(super) fn of(file: &'a str) -> Self {
        let path = String::new();
        Self { file, path }
    }

    /// A field, or a row of a list, below it.
    pub(super) fn at(&self, key: impl Display) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        Self {
            file: self.file,
            path: format!("{}{dot}{key}", self.path),
        }
    }

    pub(super) fn fault(&self, problem: impl Into<String>) -> FileError {
        let place = match self.path.as_str() {
            "" => "top level",
            path => path,
        };
        FileError::new(self.file, place, problem)
    }
}

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
