//! Arguments copied to plain data before anything looks at them: getters may throw, objects may be
//! cyclic, huge or proxies, and none of that may reach the calculator.

use super::errors::ApiError;
use dti_formats::Data;
use js_sys::{Array, JsString, Reflect};
use std::fmt;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

/// Deepest nesting of an argument.
const DEEPEST: usize = 8;
/// Most values in an argument, keys included.
const MOST_VALUES: usize = 20_000;
/// Longest text in an argument, in UTF-16 units.
pub(super) const LONGEST_TEXT: u32 = 1_000;
/// Most bytes of text in an argument, keys included.
const MOST_TEXT: usize = 20_000_000;

#[wasm_bindgen]
extern "C" {
    // Both throw on a revoked proxy, which the bindings of `js_sys` do not catch.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn object_keys(value: &JsValue) -> Result<Array, JsValue>;
}

/// How much of an argument is copied.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// Most values, keys included.
    pub(super) values: usize,
    /// Deepest nesting.
    pub(super) depth: usize,
    /// Most bytes of text, keys included.
    pub(super) text: usize,
    /// What numbers may be.
    pub(super) numbers: Numbers,
}

/// Which numbers are copied.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Numbers {
    /// All: what is read checks its own.
    Any,
    /// NaN and infinities are refused.
    Finite,
}

/// Where in an argument; written out only where something is wrong.
#[derive(Clone, Copy)]
enum Path<'a> {
    Argument(&'a str),
    Key(&'a Path<'a>, &'a str),
    Place(&'a Path<'a>, u32),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Argument(name) => formatter.write_str(name),
            Self::Key(above, key) => write!(formatter, "{above}.{key}"),
            Self::Place(above, place) => write!(formatter, "{above}[{place}]"),
        }
    }
}

impl Path<'_> {
    fn fault(&self, problem: impl Into<String>) -> ApiError {
        ApiError::bad_input(&self.to_string(), problem)
    }

    /// What was thrown is the caller's own and may be anything, so only its type is looked at.
    fn unreadable(&self, thrown: &JsValue) -> ApiError {
        let what = if thrown.is_object() {
            "an error"
        } else {
            "a value"
        };
        self.fault(format!(
            "reading this threw {what}; pass plain data without getters"
        ))
    }
}

/// A JavaScript value as plain data.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Plain {
    /// `undefined`: as if the key were absent.
    Absent,
    /// `null`.
    Null,
    /// A boolean.
    Flag(bool),
    /// A number, NaN and infinities included.
    Number(f64),
    /// A text.
    Text(String),
    /// An array.
    List(Vec<Plain>),
    /// An object's own enumerable keys, in its order.
    Object(Vec<(String, Plain)>),
}

impl Plain {
    /// Copies a value. `path` is its name in messages.
    pub(super) fn copy(value: &JsValue, path: &str) -> Result<Self, ApiError> {
        let limits = Limits {
            values: MOST_VALUES,
            depth: DEEPEST,
            text: MOST_TEXT,
            numbers: Numbers::Any,
        };
        Self::copy_within(value, path, limits)
    }

    /// The same with other limits, for data that are larger by nature.
    pub(super) fn copy_within(
        value: &JsValue,
        path: &str,
        limits: Limits,
    ) -> Result<Self, ApiError> {
        let copying = &mut Copying {
            limits,
            left: limits.values,
            text_left: limits.text,
            keys: Vec::new(),
        };
        copying.copy(value, Path::Argument(path), 0)
    }

    /// What this is, for messages.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Absent => "nothing",
            Self::Null => "null",
            Self::Flag(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "an array",
            Self::Object(_) => "an object",
        }
    }
}

struct Copying {
    limits: Limits,
    left: usize,
    text_left: usize,
    /// Keys of the last object of each depth: units have the same indicators, mostly in the same
    /// order, and to compare two texts of JavaScript is quicker than to copy one.
    keys: Vec<Vec<(JsValue, String)>>,
}

impl Copying {
    fn copy(&mut self, value: &JsValue, path: Path<'_>, depth: usize) -> Result<Plain, ApiError> {
        let most = self.limits.values;
        self.left = self
            .left
            .checked_sub(1)
            .ok_or_else(|| path.fault(format!("this holds more than {most} values")))?;
        // Numbers and texts first: a slider asks nothing else, and each question crosses to JavaScript.
        if let Some(number) = value.as_f64() {
            if self.limits.numbers == Numbers::Finite && !number.is_finite() {
                return Err(path.fault(format!("{number} was given where a number is needed")));
            }
            return Ok(Plain::Number(number));
        }
        if value.is_string() {
            return self.text(value, path).map(Plain::Text);
        }
        if value.is_undefined() {
            return Ok(Plain::Absent);
        }
        if value.is_null() {
            return Ok(Plain::Null);
        }
        if let Some(flag) = value.as_bool() {
            return Ok(Plain::Flag(flag));
        }
        if !value.is_object() {
            let problem = "this is a function, symbol or bigint; use plain objects, arrays, numbers \
                           and texts";
            return Err(path.fault(problem));
        }
        let deepest = self.limits.depth;
        if depth >= deepest {
            let problem =
                format!("this is nested deeper than {deepest} levels, or refers to itself");
            return Err(path.fault(problem));
        }
        if is_array(value).map_err(|thrown| path.unreadable(&thrown))? {
            self.list(value, path, depth)
        } else {
            self.object(value, path, depth)
        }
    }

    fn list(&mut self, value: &JsValue, path: Path<'_>, depth: usize) -> Result<Plain, ApiError> {
        let length = get(value, &"length".into(), path)?
            .as_f64()
            .unwrap_or(f64::NAN);
        let most = self.limits.values;
        if !(0.0..=most as f64).contains(&length) {
            let problem = format!("an array may hold {most} values at most");
            return Err(path.fault(problem));
        }
        let mut list = Vec::new();
        for place in 0..length as u32 {
            let path = Path::Place(&path, place);
            list.push(self.copy(&get(value, &place.into(), path)?, path, depth + 1)?);
        }
        Ok(Plain::List(list))
    }

    fn object(&mut self, value: &JsValue, path: Path<'_>, depth: usize) -> Result<Plain, ApiError> {
        let keys = object_keys(value).map_err(|thrown| path.unreadable(&thrown))?;
        if keys.length() as usize > self.left {
            let problem = format!("this holds more than {} values", self.limits.values);
            return Err(path.fault(problem));
        }
        if self.keys.len() <= depth {
            self.keys.resize_with(depth + 1, Vec::new);
        }
        let mut object = Vec::with_capacity(keys.length() as usize);
        for place in 0..keys.length() {
            let key = keys.get(place);
            let name = self.key(&key, (depth, place as usize), path)?;
            let path = Path::Key(&path, &name);
            let value = self.copy(&get(value, &key, path)?, path, depth + 1)?;
            object.push((name, value));
        }
        Ok(Plain::Object(object))
    }

    fn key(
        &mut self,
        key: &JsValue,
        (depth, place): (usize, usize),
        path: Path<'_>,
    ) -> Result<String, ApiError> {
        let known = self.keys.get(depth).and_then(|keys| keys.get(place));
        if let Some((_, name)) = known.filter(|(own, _)| own == key) {
            let name = name.clone();
            self.spend(name.len(), path)?;
            return Ok(name);
        }
        let name = self.text(key, path)?;
        if let Some(keys) = self.keys.get_mut(depth) {
            keys.truncate(place);
            if keys.len() == place {
                keys.push((key.clone(), name.clone()));
            }
        }
        Ok(name)
    }

    fn text(&mut self, value: &JsValue, path: Path<'_>) -> Result<String, ApiError> {
        let text: &JsString = value.unchecked_ref();
        if text.length() > LONGEST_TEXT {
            let problem = format!("a text may have {LONGEST_TEXT} characters at most");
            return Err(path.fault(problem));
        }
        let text = String::from(text);
        self.spend(text.len(), path)?;
        Ok(text)
    }

    fn spend(&mut self, bytes: usize, path: Path<'_>) -> Result<(), ApiError> {
        let most = self.limits.text;
        self.text_left = self.text_left.checked_sub(bytes).ok_or_else(|| {
            path.fault(format!(
                "this holds more than {most} bytes of text, keys included"
            ))
        })?;
        Ok(())
    }
}

fn get(value: &JsValue, key: &JsValue, path: Path<'_>) -> Result<JsValue, ApiError> {
    Reflect::get(value, key).map_err(|thrown| path.unreadable(&thrown))
}

/// Plain data as files hold them: a file and an argument go through the same reader.
impl From<Plain> for Data {
    fn from(plain: Plain) -> Self {
        match plain {
            Plain::Absent | Plain::Null => Self::null(),
            Plain::Flag(flag) => Self::flag(flag),
            Plain::Number(number) => Self::number(number),
            Plain::Text(text) => Self::text(text),
            Plain::List(items) => Self::list(items.into_iter().map(Self::from)),
            Plain::Object(keys) => {
                let given = keys.into_iter().filter(|(_, own)| *own != Plain::Absent);
                Self::object(given.map(|(key, own)| (key, own.into())))
            }
        }
    }
}
