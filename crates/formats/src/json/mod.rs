//! Reading JSON into documents; every fault names the file and the path of the field.

mod distinct;
mod reader;

use super::FileError;
use distinct::Distinct;
use reader::At;
use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};
use serde_json::{Map, Value};
use std::fmt;

/// Reads a document from a whole JSON text.
pub(super) fn read_json<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, FileError> {
    Data::of_json(file, text)?.read(file)
}

/// What a JSON text holds, or would hold.
#[derive(Debug)]
pub struct Data(Value);

impl Data {
    /// What a JSON text holds.
    pub(super) fn of_json(file: &str, text: &str) -> Result<Self, FileError> {
        let read = serde_json::from_str(text);
        read.map(|Distinct(value)| Self(value)).map_err(|fault| {
            let place = format!("line {}, column {}", fault.line(), fault.column());
            let said = fault.to_string();
            // The place stands behind the words too.
            let problem = match fault.is_data() {
                true => said.split(" at line ").next().unwrap_or_default(),
                false => "this is not valid JSON; correct the text there",
            };
            FileError::new(file, place, problem)
        })
    }

    /// A field, whatever it holds.
    pub(super) fn field(&self, key: &str) -> Option<&Value> {
        self.0.get(key)
    }

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

    /// Reads a document.
    pub(super) fn read<T: DeserializeOwned>(&self, file: &str) -> Result<T, FileError> {
        let place = Place::of(file);
        let read = T::deserialize(At::new(&self.0, &place));
        read.map_err(|fault| fault.in_file(&place))
    }
}

/// The path of a field in a file.
#[derive(Clone, Copy)]
pub(super) enum Place<'a> {
    /// What the file of this name holds as a whole.
    File(&'a str),
    /// A field.
    Field(&'a Place<'a>, &'a str),
    /// A row of a list.
    Row(&'a Place<'a>, usize),
}

impl<'a> Place<'a> {
    /// What a file holds as a whole.
    pub(super) fn of(file: &'a str) -> Self {
        Self::File(file)
    }

    /// A field below it.
    pub(super) fn at(&'a self, key: &'a str) -> Self {
        Self::Field(self, key)
    }

    /// A row of the list that stands here.
    pub(super) fn row(&'a self, row: usize) -> Self {
        Self::Row(self, row)
    }

    fn file(&self) -> &'a str {
        match self {
            Self::File(file) => file,
            Self::Field(above, _) | Self::Row(above, _) => above.file(),
        }
    }

    pub(super) fn fault(&self, problem: impl Into<String>) -> FileError {
        FileError::new(self.file(), self.to_string(), problem)
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let above = match self {
            Self::File(_) => return formatter.write_str("top level"),
            Self::Field(above, _) | Self::Row(above, _) => above,
        };
        if !matches!(above, Self::File(_)) {
            write!(formatter, "{above}.")?;
        }
        match self {
            Self::Row(_, row) => write!(formatter, "{row}"),
            Self::Field(_, key) => formatter.write_str(key),
            Self::File(_) => Ok(()),
        }
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
