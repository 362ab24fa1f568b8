//! Reading JSON field by field, so that every fault names the path of the field.

use super::FileError;
use super::typed::check_line;
use dti_engine::model::Text;
use serde_json::{Map, Value};

/// A parsed JSON text.
pub(super) struct Json(Value);

impl Json {
    pub(super) fn parse(file: &str, text: &str) -> Result<Self, FileError> {
        serde_json::from_str(text).map(Self).map_err(|fault| {
            let place = format!("line {}, column {}", fault.line(), fault.column());
            FileError::new(
                file,
                place,
                "this is not valid JSON; correct the text there",
            )
        })
    }

    pub(super) fn field<'a>(&'a self, file: &'a str) -> Field<'a> {
        Field::of(file, &self.0)
    }
}

/// What a JSON text would hold, made without one.
#[derive(Debug)]
pub struct Data(pub(super) Value);

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
}

/// What stands in a file in a form of its own.
static ELSEWHERE: Value = Value::Null;

/// One value in a file, with its path.
pub(super) struct Field<'a> {
    file: &'a str,
    path: String,
    value: &'a Value,
}

impl<'a> Field<'a> {
    /// What a file holds as a whole.
    pub(super) fn of(file: &'a str, value: &'a Value) -> Self {
        Field {
            file,
            path: String::new(),
            value,
        }
    }

    /// The place of a field that was read already, for faults.
    pub(super) fn at(&self, key: &str) -> Self {
        self.child(key, &ELSEWHERE)
    }

    pub(super) fn fault(&self, problem: impl Into<String>) -> FileError {
        let place = if self.path.is_empty() {
            "top level"
        } else {
            &self.path
        };
        FileError::new(self.file, place, problem)
    }

    fn child(&self, key: &str, value: &'a Value) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        Field {
            file: self.file,
            path: format!("{}{dot}{key}", self.path),
            value,
        }
    }

    /// The field of this name; `null` is as absent.
    pub(super) fn find(&self, key: &str) -> Result<Option<Self>, FileError> {
        let found = self.map()?.get(key).filter(|value| !value.is_null());
        Ok(found.map(|value| self.child(key, value)))
    }

    pub(super) fn get(&self, key: &str) -> Result<Self, FileError> {
        self.find(key)?.ok_or_else(|| self.missing(key))
    }

    pub(super) fn missing(&self, key: &str) -> FileError {
        self.fault(format!("the field `{key}` is missing"))
    }

    /// Another value in this place.
    pub(super) fn with(self, value: &'a Value) -> Self {
        Self { value, ..self }
    }

    /// What an object holds, as it stands there.
    pub(super) fn map(&self) -> Result<&'a Map<String, Value>, FileError> {
        match self.value {
            Value::Object(map) => Ok(map),
            _ => Err(self.fault("this must be an object with named fields")),
        }
    }

    /// The fields of an object with their names.
    pub(super) fn entries(&self) -> Result<Vec<(&'a str, Self)>, FileError> {
        let entry = |(key, value): (&'a String, &'a Value)| (key.as_str(), self.child(key, value));
        Ok(self.map()?.iter().map(entry).collect())
    }

    /// Refuses fields that are not in the list: a typing mistake must not pass as an absent field.
    pub(super) fn only(&self, known: &[&str]) -> Result<(), FileError> {
        match self
            .map()?
            .keys()
            .find(|key| !known.contains(&key.as_str()))
        {
            Some(key) => Err(self.fault(format!(
                "the field `{key}` is not known here; known fields are {}",
                known.join(", ")
            ))),
            None => Ok(()),
        }
    }

    pub(super) fn list(&self) -> Result<Vec<Self>, FileError> {
        let Value::Array(values) = self.value else {
            return Err(self.fault("this must be a list"));
        };
        Ok(values
            .iter()
            .enumerate()
            .map(|(row, v)| self.child(&row.to_string(), v))
            .collect())
    }

    /// Refuses texts, names of fields included, that are too long or hold what no line of a table
    /// can hold.
    pub(super) fn only_lines(&self) -> Result<(), FileError> {
        let check =
            |field: &Self, text: &str| check_line(text).map_err(|problem| field.fault(problem));
        match self.value {
            Value::String(text) => check(self, text),
            Value::Array(_) => self.list()?.iter().try_for_each(Self::only_lines),
            Value::Object(_) => self.entries()?.iter().try_for_each(|(key, value)| {
                check(self, key)?;
                value.only_lines()
            }),
            _ => Ok(()),
        }
    }

    pub(super) fn text(&self) -> Result<String, FileError> {
        match self.value {
            Value::String(text) => Ok(text.clone()),
            _ => Err(self.fault("this must be a text in quotes")),
        }
    }

    pub(super) fn number(&self) -> Result<f64, FileError> {
        self.value
            .as_f64()
            .ok_or_else(|| self.fault("this must be a number"))
    }

    pub(super) fn flag(&self) -> Result<bool, FileError> {
        self.value
            .as_bool()
            .ok_or_else(|| self.fault("this must be true or false"))
    }

    /// A text in both languages; English falls back to Vietnamese where a source has none.
    pub(super) fn both(&self) -> Result<Text, FileError> {
        self.only(&["vi", "en"])?;
        let vi = self.get("vi")?.text()?;
        let en = self.find("en")?.map(|field| field.text()).transpose()?;
        Ok(Text {
            en: en.unwrap_or_else(|| vi.clone()),
            vi,
        })
    }
}
