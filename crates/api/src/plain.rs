//! Arguments copied to plain data before anything looks at them: getters may throw, objects may be
//! cyclic, huge or proxies, and none of that may reach the calculator.

use super::errors::ApiError;
use js_sys::{Array, JsString, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

/// Deepest nesting of an argument.
const DEEPEST: usize = 8;
/// Most values in an argument, keys included.
const MOST_VALUES: usize = 20_000;
/// Longest text in an argument, in UTF-16 units.
const LONGEST_TEXT: u32 = 1_000;

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
        };
        Self::copy_within(value, path, limits)
    }

    /// The same with other limits, for data that are larger by nature.
    pub(super) fn copy_within(
        value: &JsValue,
        path: &str,
        limits: Limits,
    ) -> Result<Self, ApiError> {
        let left = limits.values;
        Copying { limits, left }.copy(value, path, 0)
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
}

impl Copying {
    fn copy(&mut self, value: &JsValue, path: &str, depth: usize) -> Result<Plain, ApiError> {
        let most = self.limits.values;
        self.left = self.left.checked_sub(1).ok_or_else(|| {
            ApiError::bad_input(path, format!("this holds more than {most} values"))
        })?;
        // Numbers and texts first: a slider asks nothing else, and each question crosses to JavaScript.
        if let Some(number) = value.as_f64() {
            return Ok(Plain::Number(number));
        }
        if value.is_string() {
            return text(value, path).map(Plain::Text);
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
            return Err(ApiError::bad_input(path, problem));
        }
        let deepest = self.limits.depth;
        if depth >= deepest {
            let problem =
                format!("this is nested deeper than {deepest} levels, or refers to itself");
            return Err(ApiError::bad_input(path, problem));
        }
        if is_array(value).map_err(|thrown| unreadable(path, &thrown))? {
            self.list(value, path, depth)
        } else {
            self.object(value, path, depth)
        }
    }

    fn list(&mut self, value: &JsValue, path: &str, depth: usize) -> Result<Plain, ApiError> {
        let length = get(value, &"length".into(), path)?
            .as_f64()
            .unwrap_or(f64::NAN);
        let most = self.limits.values;
        if !(0.0..=most as f64).contains(&length) {
            let problem = format!("an array may hold {most} values at most");
            return Err(ApiError::bad_input(path, problem));
        }
        let mut list = Vec::new();
        for place in 0..length as u32 {
            let path = format!("{path}[{place}]");
            list.push(self.copy(&get(value, &place.into(), &path)?, &path, depth + 1)?);
        }
        Ok(Plain::List(list))
    }

    fn object(&mut self, value: &JsValue, path: &str, depth: usize) -> Result<Plain, ApiError> {
        let keys = object_keys(value).map_err(|thrown| unreadable(path, &thrown))?;
        if keys.length() as usize > self.left {
            let problem = format!("this holds more than {} values", self.limits.values);
            return Err(ApiError::bad_input(path, problem));
        }
        let mut object = Vec::new();
        for key in keys.iter() {
            let name = text(&key, path)?;
            let path = format!("{path}.{name}");
            object.push((
                name,
                self.copy(&get(value, &key, &path)?, &path, depth + 1)?,
            ));
        }
        Ok(Plain::Object(object))
    }
}

fn get(value: &JsValue, key: &JsValue, path: &str) -> Result<JsValue, ApiError> {
    Reflect::get(value, key).map_err(|thrown| unreadable(path, &thrown))
}

/// What was thrown is the caller's own and may be anything, so only its type is looked at.
fn unreadable(path: &str, thrown: &JsValue) -> ApiError {
    let what = if thrown.is_object() {
        "an error"
    } else {
        "a value"
    };
    let problem = format!("reading this threw {what}; pass plain data without getters");
    ApiError::bad_input(path, problem)
}

fn text(value: &JsValue, path: &str) -> Result<String, ApiError> {
    let text: &JsString = value.unchecked_ref();
    if text.length() > LONGEST_TEXT {
        let problem = format!("a text may have {LONGEST_TEXT} characters at most");
        return Err(ApiError::bad_input(path, problem));
    }
    Ok(String::from(text))
}
