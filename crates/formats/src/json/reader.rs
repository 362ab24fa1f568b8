//! What documents are read from: a parsed JSON value that knows its path. An object gives a document
//! its fields in the order in which the document lists them, so that what serde derives for it is one
//! short function; with keys in any order and `serde_path_to_error` around it the same documents take
//! 25 KB more (docs/decisions/0020-documents-by-serde.md).

use super::Place;
use crate::FileError;
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Value};
use std::fmt::{self, Display};
use std::iter::Enumerate;

/// What is wrong, and where once that is known.
#[derive(Debug)]
pub(super) struct Fault {
    place: Option<String>,
    problem: String,
}

impl Fault {
    /// At this place, unless it was further inside.
    #[inline(never)]
    fn at(self, place: &Place<'_>) -> Self {
        Self {
            place: self.place.or_else(|| Some(place.to_string())),
            ..self
        }
    }

    /// The same for who reads the file.
    pub(super) fn in_file(self, file: &Place<'_>) -> FileError {
        let Self { place, problem } = self.at(file);
        FileError::new(file.file(), place.unwrap_or_default(), problem)
    }
}

impl Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.problem)
    }
}

impl std::error::Error for Fault {}

impl Error for Fault {
    fn custom<T: Display>(problem: T) -> Self {
        Self {
            place: None,
            problem: problem.to_string(),
        }
    }
}

/// A value with its path; `null` is as absent.
#[derive(Clone, Copy)]
pub(super) struct At<'de, 'a> {
    value: &'de Value,
    place: &'a Place<'a>,
}

/// What stands for a field that is absent.
static ABSENT: Value = Value::Null;

impl<'de, 'a> At<'de, 'a> {
    pub(super) fn new(value: &'de Value, place: &'a Place<'a>) -> Self {
        Self { value, place }
    }

    #[inline(never)]
    fn must_be(self, what: &str) -> Fault {
        let problem = match (self.value, self.place) {
            (Value::Null, Place::Field(above, key)) => {
                return Fault::custom(format_args!("the field `{key}` is missing")).at(above);
            }
            _ => format!("this must be {what}"),
        };
        Fault::custom(problem).at(self.place)
    }

    fn object(self) -> Result<&'de Map<String, Value>, Fault> {
        let object = self.value.as_object();
        object.ok_or_else(|| self.must_be("an object with named fields"))
    }

    /// The object, if it has only fields that are known: a typing mistake must not pass as an absent
    /// field.
    #[inline(never)]
    fn only(self, known: &[&str]) -> Result<&'de Map<String, Value>, Fault> {
        let object = self.object()?;
        match object.keys().find(|key| !known.contains(&key.as_str())) {
            Some(key) => Err(Fault::custom(format_args!(
                "the field `{key}` is not known here; known fields are {}",
                known.join(", ")
            ))
            .at(self.place)),
            None => Ok(object),
        }
    }
}

impl<'de> Deserializer<'de> for At<'de, '_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Fault> {
        Err(self.must_be("what a document has a type for"))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let flag = self.value.as_bool();
        visitor.visit_bool(flag.ok_or_else(|| self.must_be("true or false"))?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let number = self.value.as_f64();
        visitor.visit_f64(number.ok_or_else(|| self.must_be("a number"))?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let text = self.value.as_str();
        visitor.visit_str(text.ok_or_else(|| self.must_be("a text in quotes"))?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let rows = self.value.as_array();
        let rows = rows.ok_or_else(|| self.must_be("a list"))?;
        visitor.visit_seq(Rows {
            rows: rows.iter().enumerate(),
            place: self.place,
        })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_map(Entries {
            entries: self.object()?.iter(),
            entry: None,
            place: self.place,
        })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let object = self.only(fields)?;
        visitor.visit_seq(Fields {
            object,
            fields: fields.iter(),
            place: self.place,
        })
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 u8 u16 u32 u64 f32 char str bytes byte_buf unit unit_struct tuple
        tuple_struct enum identifier
    }
}

/// What stands at a place; a fault that names no place is of this one.
fn read_at<'de, T: DeserializeSeed<'de>>(
    seed: T,
    value: &'de Value,
    place: &Place<'_>,
) -> Result<T::Value, Fault> {
    let read = seed.deserialize(At::new(value, place));
    read.map_err(|fault| fault.at(place))
}

/// The fields of a document, each with its value.
struct Fields<'de, 'a> {
    object: &'de Map<String, Value>,
    fields: std::slice::Iter<'static, &'static str>,
    place: &'a Place<'a>,
}

impl<'de> SeqAccess<'de> for Fields<'de, '_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Fault> {
        let Some(field) = self.fields.next() else {
            return Ok(None);
        };
        let place = self.place.at(field);
        let value = self.object.get(*field).unwrap_or(&ABSENT);
        read_at(seed, value, &place).map(Some)
    }
}

/// The rows of a list.
struct Rows<'de, 'a> {
    rows: Enumerate<std::slice::Iter<'de, Value>>,
    place: &'a Place<'a>,
}

impl<'de> SeqAccess<'de> for Rows<'de, '_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Fault> {
        let Some((row, value)) = self.rows.next() else {
            return Ok(None);
        };
        read_at(seed, value, &self.place.row(row)).map(Some)
    }
}

/// The entries of an object that is no document: any names may stand in it.
struct Entries<'de, 'a> {
    entries: serde_json::map::Iter<'de>,
    entry: Option<(&'de str, &'de Value)>,
    place: &'a Place<'a>,
}

impl<'de> MapAccess<'de> for Entries<'de, '_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Fault> {
        self.entry = self.entries.next().map(|(key, value)| (&**key, value));
        let Some((key, _)) = self.entry else {
            return Ok(None);
        };
        let read = seed.deserialize(StrDeserializer::new(key));
        read.map(Some).map_err(|fault: Fault| fault.at(self.place))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let (key, value) = self.entry.unwrap_or(("", &ABSENT));
        read_at(seed, value, &self.place.at(key))
    }
}
